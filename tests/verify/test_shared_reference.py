from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline import Document
from dateline.model import ClaimKind, VerdictStatus
from dateline.pipeline import Pipeline
from dateline.pipeline.checking import check_report, starter_facts, with_starter
from dateline.record import open_record
from dateline.verify import Checked, Facts
from dateline.verify.disagreements import disagreements

pytestmark = pytest.mark.needs_shared
Check = Callable[..., tuple[Checked, ...]]
_FILES = (
    ("sipri-register", "sipri_register_myanmar_extract.csv"),
    ("tiv-by-supplier", "myanmar_imports_tiv_by_supplier_year_two_vintages.csv"),
)


@pytest.fixture(scope="module")
def loaded(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    """The starter set, the register extract and the two vintages."""
    with open_record(tmp_path_factory.mktemp("record") / "reference.db") as record:
        for kind, name in _FILES:
            record.import_reference(kind, shared / "reference" / name)
        yield with_starter(record.reference())


@pytest.fixture(scope="module")
def seed(shared: Path, pipeline: Pipeline) -> Callable[[Facts], dict[tuple[str, str], Checked]]:
    text = (shared / "cases" / "seed-article" / "article.txt").read_text("utf-8")
    (outcome,) = pipeline.process([Document.of(text, published=dt.date(2021, 6, 22))])

    def check(facts: Facts) -> dict[tuple[str, str], Checked]:
        found = check_report(outcome.document, outcome.annotations.sentences, outcome.coding.claims, facts)  # type: ignore[union-attr]
        return {(str(each.claim.kind), each.claim.value): each for each in found}

    return check


def test_the_seed_report_with_what_ships_only(seed: Callable[[Facts], dict[tuple[str, str], Checked]]) -> None:
    found = seed(starter_facts())
    assert found["vote_tally", "119-1-36"].verdict.status is VerdictStatus.SUPPORTED
    assert found["share", "16"].verdict.status is VerdictStatus.NOT_CHECKABLE
    assert "sipri-register" in found["share", "16"].verdict.needed
    blocked = found["blocked", "CHN RUS"].verdict
    assert blocked.status is VerdictStatus.NOT_CHECKABLE
    assert "no contradiction" in blocked.summary


def test_the_seed_report_with_the_register(
    loaded: Facts, seed: Callable[[Facts], dict[tuple[str, str], Checked]]
) -> None:
    found = seed(loaded)
    assert found["rank", "2"].verdict.status is VerdictStatus.SUPPORTED
    assert found["rank", "1"].verdict.status is VerdictStatus.SUPPORTED
    share = found["share", "16"].verdict
    assert share.status is VerdictStatus.SUPPORTED_ONLY_IF
    values = {
        (each.window, each.vintage, each.measure.split()[-1], each.estimates[:7]): each.value for each in share.readings
    }
    assert values["2015–2019", "2022-07-28", "delivery", "all"] == pytest.approx(0.163, abs=0.0005)
    assert values["2015–2019", "2026-02-12", "delivery", "all"] == pytest.approx(0.160, abs=0.0005)
    assert values["2016–2020", "2022-07-28", "delivery", "all"] == pytest.approx(0.216, abs=0.001)
    assert values["2016–2020", "2026-02-12", "delivery", "all"] == pytest.approx(0.212, abs=0.001)
    assert values["2016–2020", "2026-02-12", "delivery", "without"] == pytest.approx(0.165, abs=0.001)
    assert values["2015–2019", "2026-02-12", "order", "all"] == pytest.approx(0.508, abs=0.001)
    fits = {(each.window, each.vintage) for each in share.readings if each.fits and each.estimates == "all"}
    assert fits == {("2015–2019", "2022-07-28"), ("2019", "2022-07-28"), ("2015–2019", "2026-02-12")}
    assert all(row.provenance.sha256 and row.provenance.line for row in share.rows)


def test_of_ten_reports_on_one_vote_nine_agree_and_one_contradicts(shared: Path, check_text: Check) -> None:
    with (shared / "reference" / "ares75287_tally_claims.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["yes"]]
    found = [_tally(check_text, row) for row in rows]
    statuses = [each.verdict.status for each in found]
    assert len(rows) == 9, "the tenth report tells no tally"
    assert statuses.count(VerdictStatus.SUPPORTED) == 8
    (wrong,) = (each for each in found if each.verdict.status is VerdictStatus.CONTRADICTED)
    assert "34 abstaining in the report, 36 in the record" in wrong.verdict.summary
    assert len(disagreements(found)[wrong.claim.id]) == 8


def _tally(check_text: Check, row: dict[str, str]) -> Checked:
    """The figures of a row in a sentence of ours."""
    abstain, against = row["abstain"], row["no"]
    if row["yes"] == "1+118":
        text = f"The U.S. and 118 other countries voted in June for the UN's Myanmar resolution; {abstain} abstained."
    elif not against:
        text = f"The UN General Assembly resolution on Myanmar won 119 votes; {abstain} countries abstained."
    else:
        text = f"The UN General Assembly passed a Myanmar text by 119 votes to {against}, with {abstain} abstentions."
    published = row["published"] if len(row["published"]) == 10 else f"{row['published']}-15"
    return check_text(text, published, kind=ClaimKind.VOTE_TALLY, facts=starter_facts())[0]


@pytest.mark.parametrize(
    ("text", "published", "kind", "status"),
    [
        ("Russia had 39 percent of Myanmar's arms imports in 1999-2018.", "2021-06-22", "share", "contradicted"),
        (
            "Russia's arms exports to Myanmar in 1999-2018 were worth $1.5 billion.",
            "2021-06-22", "amount", "unit_error_suspected",
        ),
        (
            "China, India and Russia account for more than 80 percent of Myanmar's arms imports in 2016-20.",
            "2021-07-05", "share", "supported_only_if",
        ),
        ("Myanmar has less than 1 percent of the world's arms imports.", "2021-07-05", "share", "not_checkable"),
        (
            "Russia is the largest supplier of arms to Myanmar since the coup.",
            "2023-06-01", "rank", "supported_only_if",
        ),
        (
            "Since the coup Russia has supplied Myanmar with more than $400 million in weapons.",
            "2023-06-01", "amount", "not_checkable",
        ),
    ],
)  # fmt: skip
def test_claims_of_other_reports_on_shares(
    check_text: Check, loaded: Facts, text: str, published: str, kind: str, status: str
) -> None:
    (held,) = check_text(text, published, kind=kind, facts=loaded)
    assert held.verdict.status == status, held.verdict.summary
