from __future__ import annotations

import csv
import datetime as dt
import gzip
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from dateline.errors import VocabularyError
from dateline.model.reference import Programme, Resolution, Veto
from dateline.vocab import starter
from dateline.vocab.programme_dates import first_possible, programme_dates
from dateline.vocab.starter import starter_editions, starter_records
from dateline.vocab.territories import territories

SHARED = Path(__file__).parents[2] / "../shared/reference"


def of(kind: type) -> list:
    return [record for record in starter_records() if isinstance(record, kind)]


def tally(symbol: str) -> tuple[int | None, ...]:
    (found,) = [each for each in of(Resolution) if each.symbol == symbol]
    return found.yes, found.no, found.abstain, found.not_voting


def test_ids_are_unique_and_every_row_has_its_source_and_line() -> None:
    records = list(starter_records())
    assert len({record.id for record in records}) == len(records) > 240
    assert len({(record.provenance.sha256, record.provenance.line) for record in records}) == len(records)
    for record in records:
        assert record.provenance.source.startswith("Dateline starter set")
        assert (isinstance(record, Programme) and record.legal_basis) or "source: " in record.note


def test_files_are_editions_of_one_kind() -> None:
    editions = dict(starter_editions())
    assert {edition.kind for edition in editions.values()} == {"starter"}
    assert len({edition.id for edition in editions.values()}) == len(editions) == 4
    assert sum(len(list(starter_records(file))) for file in editions) == len(list(starter_records()))


def test_a_tally_adds_up_to_the_members() -> None:
    for each in of(Resolution):
        if not each.recorded:
            assert each.yes is each.no is each.abstain is each.not_voting is each.members is None
            continue
        assert each.yes + each.no + each.abstain + each.not_voting == each.members
        if each.body == "UNSC":
            assert each.members == 15
        else:
            assert each.members == (193 if each.day >= dt.date(2011, 7, 14) else 192 if each.day.year > 2005 else 191)


def test_a_draft_that_was_not_adopted_is_no_resolution() -> None:
    for each in of(Resolution):
        assert each.adopted == ("/RES/" in each.symbol)
        assert not each.recorded or not each.adopted or each.yes > each.no
        assert each.body != "UNSC" or not each.adopted or each.yes >= 9


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/75/287", (119, 1, 36, 37)),
        ("A/RES/68/262", (100, 11, 58, 24)),
        ("A/RES/ES-11/1", (141, 5, 35, 12)),
        ("A/RES/67/234 B", (154, 3, 23, 13)),
        ("S/RES/2669 (2022)", (12, 0, 3, 0)),
    ],
)
def test_well_known_tallies(symbol: str, expected: tuple[int, ...]) -> None:
    assert tally(symbol) == expected


def test_vetoes_would_have_passed() -> None:
    for each in of(Veto):
        assert each.yes + each.no + each.abstain == 15
        assert each.yes >= 9
        assert 1 <= len(each.vetoing) <= each.no
        assert set(each.vetoing) <= {"USA", "RUS", "CHN", "GBR", "FRA"}


def test_no_veto_on_myanmar_after_2007() -> None:
    assert [each.draft for each in of(Veto) if each.topic == "myanmar"] == ["S/2007/14"]


def test_embargoes_begin_before_they_end_and_name_states() -> None:
    embargoes = of(Programme)
    for each in embargoes:
        assert each.arms_embargo
        assert each.coverage
        assert set(each.target_countries) <= set(territories())
        assert each.authority in {"UN", "EU", "Arab League", "OSCE"} or each.authority in territories()
        assert not (each.start and each.end) or each.start < each.end
        assert each.end is None or each.end >= dt.date(2005, 1, 1)
    assert {each.authority for each in embargoes if "MMR" in each.target_countries} == {
        "EU",
        "USA",
        "GBR",
        "CAN",
        "AUS",
        "CHE",
        "KOR",
    }


def test_a_row_without_a_field_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    head = {"title": "x", "vintage": "2025"}
    monkeypatch.setattr(starter, "read_toml", lambda _: head | {"vetoes": [{"draft": "S/1", "yes": "nine"}]})
    with pytest.raises(VocabularyError, match="source is missing"):
        list(starter_records("vetoes.toml"))


def test_programmes_begin_on_a_day_with_a_source() -> None:
    assert all(each.source and each.start for each in programme_dates().values())
    first = first_possible(["RUSSIA-EO14024", "UKRAINE-EO13661"])
    assert first is not None
    assert first.key == "UKRAINE-EO13661"
    assert first_possible(["RUSSIA-EO14024", "SOMETHING ELSE"]) is None
    assert first_possible([]) is None


@pytest.mark.needs_shared
def test_tallies_are_those_of_the_ballots_where_these_are_there() -> None:
    path = SHARED / "unvotes_extract.csv.gz"
    if not path.exists():
        pytest.skip("the development data is not there")
    ballots: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            symbol = row["unres"].replace("A/RES/", "").removeprefix("R/")
            ballots[row["date"], symbol, row["rcid"]][row["vote"]] += 1
    every: dict[tuple[str, str], set[tuple[int, int, int]]] = defaultdict(set)
    for (day, symbol, _), votes in ballots.items():
        every[day, symbol].add((votes["yes"], votes["no"], votes["abstain"]))
    held = [
        each
        for each in of(Resolution)
        if each.body == "UNGA" and (str(each.day), each.symbol.removeprefix("A/RES/").split()[0]) in every
    ]
    assert len(held) == 41
    for each in held:
        key = (str(each.day), each.symbol.removeprefix("A/RES/").split()[0])
        assert (each.yes, each.no, each.abstain) in every[key], each.symbol
        assert "equal to the ballots" in each.note


@pytest.mark.needs_shared
def test_vetoes_are_those_of_the_published_list() -> None:
    path = SHARED / "unsc_vetoes_1946-2022-09.csv"
    if not path.exists():
        pytest.skip("the development data is not there")
    codes = {"China": "CHN", "Russia": "RUS", "USA": "USA", "UK": "GBR", "France": "FRA"}
    with path.open(encoding="utf-8-sig", newline="") as file:
        listed = {
            (
                row["draft"],
                dt.datetime.strptime(row["date"], "%m/%d/%Y").date(),  # noqa: DTZ007 (a day)
                frozenset(codes[row[f"member_veto{n}"]] for n in (1, 2, 3) if row[f"member_veto{n}"]),
            )
            for row in csv.DictReader(file)
            if int(row["year"]) >= 2005
        }
    ours = {(each.draft, each.day, frozenset(each.vetoing)) for each in of(Veto) if each.day < dt.date(2022, 9, 1)}
    assert ours == listed
