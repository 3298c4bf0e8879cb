"""Scores of the checks on the wordings of our own: extraction, and verdict given extraction."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline import Document
from dateline.model import ClaimKind
from dateline.pipeline import make_pipeline
from dateline.pipeline.checking import check_report
from dateline.verify import Checked, Facts
from dateline.verify.sides import sides
from dateline.verify.trade import trade_of

#: Names of authorities in the data → codes of the reference records.
_CODES = {"US": "USA", "CA": "CAN"}


@dataclass
class Score:
    """Counts, and each wording that went wrong in words."""

    wordings: int = 0
    extracted: int = 0
    right: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def extraction(self) -> float:
        """Part of the wordings whose claim was found with value and states."""
        return self.extracted / self.wordings

    @property
    def verdicts(self) -> float:
        """Part of the verdicts that are right, of the claims found."""
        return self.right / self.extracted


def wordings(*files: Path) -> list[dict[str, Any]]:
    """The wordings of some files."""
    return [each for file in files for each in tomllib.loads(file.read_text("utf-8"))["wording"]]


def score(held: Sequence[dict[str, Any]], facts: Facts) -> Score:
    """Run reports of one sentence through the pipeline and the checks."""
    result = Score()
    documents = [Document.of(each["text"], id=str(n), published=each["published"]) for n, each in enumerate(held)]
    for wording, outcome in zip(held, make_pipeline().process(documents), strict=True):
        coded = outcome.coding  # type: ignore[union-attr]
        checked = check_report(outcome.document, outcome.annotations.sentences, coded.claims, facts)  # type: ignore[union-attr]
        _count(result, wording, checked)
    return result


def _count(result: Score, wording: dict[str, Any], checked: Sequence[Checked]) -> None:
    kind, value, *states = wording["claim"]
    result.wordings += 1
    result.kinds[kind] += 1
    hit = next((each for each in checked if _is(each, kind, value, states)), None)
    if hit is None:
        told = "; ".join(f"{each.claim.kind} {each.claim.value} {_sides(each)}" for each in checked)
        result.missed.append(f"{wording['claim']} {wording['text']}\n      found: {told}")
        return
    result.extracted += 1
    result.found[kind] += 1
    if hit.verdict.status == wording["verdict"]:
        result.right += 1
    else:
        result.wrong.append(
            f"{wording['verdict']} → {hit.verdict.status}: {wording['text']}\n"
            f"      {hit.verdict.summary} [{hit.verdict.matched}]"
        )


def _is(each: Checked, kind: str, value: str, states: Sequence[str]) -> bool:
    if each.claim.kind != kind:
        return False
    if kind in {"listing", "embargo"}:
        authority, _, rest = value.partition(" ")
        return each.claim.value == f"{_CODES.get(authority, authority)} {rest}"
    if kind == "date":
        return _day(each.claim.value, value)
    if each.claim.value != value:
        return False
    return not states or _sides(each) == tuple(states)


def _day(found: str, value: str) -> bool:
    return found == value if len(value) == 10 else found.startswith(f"{value}-01/{value}")


def _sides(each: Checked) -> tuple[str, str] | None:
    if each.claim.kind not in (ClaimKind.SHARE, ClaimKind.RANK, ClaimKind.AMOUNT):
        return None
    if each.claim.kind is not ClaimKind.AMOUNT:
        trade = trade_of(each.told)
        sides_ = ((trade.fixed or "",), " ".join(trade.focus)) if trade.turned else (trade.focus, trade.fixed or "")
        return (" ".join(sides_[0]), sides_[1])
    found = sides(each.told)
    return (" ".join(found.suppliers), found.recipient or "")


def lines(result: Score) -> Iterator[str]:
    """The score as text."""
    yield f"extraction {result.extraction:.3f} ({result.extracted} of {result.wordings})"
    yield f"verdict given extraction {result.verdicts:.3f} ({result.right} of {result.extracted})"
    yield "by kind " + ", ".join(f"{kind} {result.found[kind]}/{count}" for kind, count in sorted(result.kinds.items()))
