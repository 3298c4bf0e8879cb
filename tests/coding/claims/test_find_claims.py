from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.coding.claims import find_claims
from dateline.evaluation.events import score_events
from dateline.evaluation.passages import passage_document
from dateline.export.contract import coding_row
from dateline.model import Annotations, Claim, ClaimKind, Coding, Document

Annotate = Callable[..., tuple[Document, Annotations]]
Case = dict[str, Any]
CASES: list[Case] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
_SHARE = 0.9


def test_the_table_is_large_and_has_every_kind() -> None:
    kinds = {case["kind"] for case in CASES}
    assert len(CASES) >= 130
    assert kinds >= {"vote_tally", "share", "rank", "amount", "count", "none"}


@pytest.mark.parametrize("kind", ["vote_tally", "share", "rank", "amount", "count", "none"])
def test_wordings_of_each_kind_are_found_or_left_alone(annotate: Annotate, kind: str) -> None:
    cases = [case for case in CASES if case["kind"] == kind]
    wrong = [case["sentence"] for case in cases if not _right(case, _claims(annotate, case["sentence"]))]
    assert len(wrong) <= (1 - _SHARE) * len(cases), wrong


def _claims(annotate: Annotate, text: str, **more: Any) -> tuple[Claim, ...]:
    document, annotations = annotate(text, **more)
    claims = find_claims(document, annotations)
    for claim in claims:
        claim.evidence.check(text)
    return claims


def _right(case: Case, claims: tuple[Claim, ...]) -> bool:
    if case["kind"] == "none":
        return not claims
    fitting = [claim for claim in claims if claim.kind == case["kind"] and claim.value == case["value"]]
    told = [key for key in ("unit", "subject", "object", "period") if key in case]
    enough = sum(claim.kind == case["kind"] for claim in claims) == case.get("count", 1)
    return enough and any(all(getattr(claim, key) == case[key] for key in told) for claim in fitting)


def test_a_supplier_named_before_the_second_largest_ranks_first(annotate: Annotate) -> None:
    claims = _claims(annotate, "After France, Italy is the second-largest supplier of arms to Chad.")
    ranks = {claim.subject: claim.value for claim in claims if claim.kind is ClaimKind.RANK}
    assert ranks == {"France": "1", "Italy": "2"}


def test_a_share_is_of_whoever_is_the_supplier(annotate: Annotate) -> None:
    claims = _claims(annotate, "Italy is the largest supplier, accounting for 40 percent of arms sales to Chad.")
    (share,) = [claim for claim in claims if claim.kind is ClaimKind.SHARE]
    assert (share.subject, share.predicate, share.object) == ("Italy", "share of arms sales to", "Chad")


def test_a_claim_carries_who_says_so_and_when(annotate: Annotate) -> None:
    (claim,) = _claims(annotate, "The ministry said that rebels fired 40 rockets on Tuesday.")
    assert claim.attributed_to is not None
    assert (claim.attributed_to.text, claim.period) == ("The ministry", "Tuesday")


def test_those_named_who_abstained_are_a_claim_without_a_count(annotate: Annotate) -> None:
    (claim,) = _claims(annotate, "Kenya and Gabon abstained.")
    assert (claim.value, claim.subject, claim.unit) == ("abstain", "Kenya and Gabon", "ballot")


def test_the_title_and_boilerplate_hold_no_claims(annotate: Annotate) -> None:
    title = "Rebels fire 40 rockets at the port"
    assert not _claims(annotate, f"{title}\n\nNobody was hurt.", title=title)


def test_claims_are_in_text_order_with_distinct_ids(annotate: Annotate) -> None:
    claims = _claims(annotate, "Oslo gave Kyiv $12 million in aid and 20 howitzers. The vote was 80-12.")
    starts = [claim.evidence.start for claim in claims]
    assert starts == sorted(starts)
    assert len({claim.id for claim in claims}) == len(claims) == 3


@pytest.mark.needs_shared
def test_claims_on_annotated_passages(shared: Path, annotate: Annotate) -> None:
    lines = (shared / "gold" / "events_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found: defaultdict[str, tuple[Claim, ...]] = defaultdict(tuple)
    for row in rows:
        document = passage_document(row)
        _, annotations = annotate(document.text, title=document.title, published=document.published)
        found[document.id] = find_claims(document, annotations)
    coded = [coding_row(key, Coding(document_id=key, claims=claims)) for key, claims in found.items()]
    assert score_events(rows, coded).to_json()["claims"]["f1"] >= 0.8
