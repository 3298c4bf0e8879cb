"""A small record for tests of the analyst's questions: invented reports, deals, votes, vetoes, embargoes, listings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.model.reference import (
    ArmsTransfer,
    Edition,
    ListedKind,
    Note,
    Programme,
    Resolution,
    SanctionDesignation,
    Trader,
    TraderKind,
    Veto,
    Vote,
)
from dateline.record import Record, open_record
from record_samples import fake_pipeline, report
from reference_samples import ballot, cell, deal, edition, resolution

OLD = edition(vintage="2020-03-01", sha="0")
NEW = edition(vintage="2022-03-01", sha="1")
TABLE = edition("tiv-by-supplier", vintage="2022-03-01", sha="2")
VOTES = edition("un-ga-votes", vintage="version 1", sha="3")
VETOES = edition("un-sc-vetoes", vintage=None, sha="4")
PROGRAMMES = edition("sanction-programmes", vintage=None, sha="5")
LISTS = edition("a-list", vintage=None, sha="6")
HOSTILE = "<script>alert('x')</script>"
GROUP = Trader(name="Hill Army (Italy)", kind=TraderKind.NON_STATE, within="ITA")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """Italy is armed by Sweden, Portugal and others, meets both, votes, and is under an embargo."""
    pipeline = fake_pipeline()
    monkeypatch.setattr("dateline.pipeline.make_pipeline", lambda settings=None: pipeline)
    monkeypatch.setattr("dateline.pipeline.running.make_pipeline", lambda settings=None: pipeline)
    with open_record(tmp_path / "asked.db") as record:
        record.add(
            [
                report("Anders met Bellini in Rome.", day=3, title="Talks in Rome", url="https://courier.example/a"),
                report("Officials spoke. Anders met Bellini in Rome.", publisher="The Mast", day=3),
                report("Sweden armed Italy with 14 howitzers.", day=20),
                report("Costa accused Bellini.", day=21),
            ]
        )
        record.run()
        fill(record)
        yield record


def fill(record: Record) -> None:
    """Reference files of every kind."""
    store = record.store
    store.add_edition(OLD, "old.csv", [*_deals(OLD)[:2]])
    store.add_edition(NEW, "new.csv", [*_deals(NEW), Note(text="kept apart from states: Hill Army (Italy)"), PROMISE])
    store.add_edition(
        TABLE, "table.csv", [cell(TABLE, "Sweden", "Italy", 2019, 30.0), cell(TABLE, "Peru", "Italy", 2020, 10.0)]
    )
    store.add_edition(VOTES, "votes.csv", [each for vote, cast in _votes() for each in (vote, *cast)])
    store.add_edition(VETOES, "vetoes.csv", [VETO])
    store.add_edition(PROGRAMMES, "programmes.yml", [EMBARGO])
    store.add_edition(LISTS, "list.csv", [LISTING])


def _deals(held: Edition) -> list[ArmsTransfer]:
    return [
        deal(held, "1", "Sweden", "Italy", (2018, 40.0), (2019, 20.0, True), order_year=2012),
        deal(held, "2", "Portugal", "Italy", (2019, 40.0), order_year=2018),
        deal(held, "3", "Portugal", "Italy", (2020, 5.0), order_year=2018),
        replace(deal(held, "4", "Sweden", "Peru", (2018, 99.0)), recipient=GROUP),
        replace(deal(held, "5", "Sweden", "Italy", (2017, 1.0)), supplier=UNKNOWN),
    ]


def _votes() -> Iterator[tuple[Resolution, list[object]]]:
    ballots = [
        (2017, Vote.NO, Vote.NO),
        (2018, Vote.ABSTAIN, Vote.NO),
        (2019, Vote.YES, Vote.YES),
        (2020, Vote.YES, None),
    ]
    for number, (year, italy, sweden) in enumerate(ballots, start=1):
        title = f"Situation of human rights in Italy {HOSTILE if year == 2020 else ''}".strip()
        vote = resolution(VOTES, str(number), f"A/RES/{year - 1945}/{number}", title, dt.date(year, 12, 1))
        cast = [ballot(vote, "ITA", italy)] + ([ballot(vote, "SWE", sweden)] if sweden else [])
        yield vote, [*cast]


UNKNOWN = Trader(name=HOSTILE, kind=TraderKind.UNKNOWN)
PROMISE = Note(text="the header promises deliveries of 2021, and the file has no row of them")
VETO = Veto(
    id=VETOES.row_id("S/2019/1"),
    day=dt.date(2019, 5, 1),
    draft="S/2019/1",
    subject="The situation in Italy",
    vetoing=("RUS",),
    provenance=VETOES.at(7),
)
EMBARGO = Programme(
    id=PROGRAMMES.row_id("XX-ITA"),
    key="XX-ITA",
    authority="PRT",
    title="Portuguese measures on Italy",
    target_countries=("ITA",),
    measures=("arms embargo",),
    start=dt.date(2020, 6, 1),
    end=dt.date(2021, 5, 31),
    provenance=PROGRAMMES.at(9),
    coverage="all arms",
)
LISTING = SanctionDesignation(
    id=LISTS.row_id("17"),
    key="17",
    authority="PRT",
    list_name="Portuguese list",
    name="Anders Bellini Works",
    aliases=(),
    kind=ListedKind.ORGANISATION,
    programmes=("XX-ITA",),
    countries=("ITA",),
    listed=dt.date(2020, 7, 1),
    delisted=None,
    provenance=LISTS.at(3),
)
