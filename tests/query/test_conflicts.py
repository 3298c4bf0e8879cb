"""What the reports of one event tell differently, and what only looks so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dateline.errors import UsageError
from dateline.model import (
    Claim,
    ClaimKind,
    DatePrecision,
    Evidence,
    ImpreciseDate,
    Magnitude,
    Modality,
    Party,
    Place,
    PlacePrecision,
    When,
    Where,
)
from dateline.pipeline import add, run
from dateline.query.conflicts import conflicts, differences
from dateline.store import EventRow, MentionRow, Selection, Store, open_store
from record_samples import fake_pipeline, report

SWEDEN = Party(evidence=None, name="Sweden", canonical_id="state/SWE", country="SWE", sector="GOV")
ANDERS = Party(evidence=None, name="Ida Anders", canonical_id="person/anders", country="SWE", sector="GOV")
BLOM = Party(evidence=None, name="Per Blom", canonical_id="person/blom", country="SWE", sector="GOV")
ITALY = Party(evidence=None, name="Italy", canonical_id="state/ITA", country="ITA", sector="GOV")
ROME = Place(name="Rome", country="ITA", precision=PlacePrecision.CITY, lat=41.9, lon=12.5)
MILAN = Place(name="Milan", country="ITA", precision=PlacePrecision.CITY, lat=45.5, lon=9.2)
ITALIA = Place(name="Italy", country="ITA", precision=PlacePrecision.COUNTRY)


@pytest.fixture
def told() -> Iterator[tuple[MentionRow, MentionRow]]:
    """One meeting by two reports, without day or place."""
    with open_store(":memory:") as store:
        add(store, [report("Anders met Bellini in Rome.", publisher=name, id=name) for name in ("Wire", "Post")])
        run(store, pipeline=fake_pipeline())
        first, second = store.event_mentions(row_of(store).event.id)
        plain = {"actors": (SWEDEN,), "recipients": (ITALY,), "where": None, "when": None}
        yield (
            replace(first, mention=replace(first.mention, **plain)),
            replace(second, mention=replace(second.mention, **plain)),
        )


def row_of(store: Store) -> EventRow:
    (row,) = store.events(Selection()).rows
    return row


def with_(row: MentionRow, **fields: object) -> MentionRow:
    return replace(row, mention=replace(row.mention, **fields))


def day(first: int, last: int | None = None) -> When:
    earliest, latest = dt.date(2022, 5, first), dt.date(2022, 5, last or first)
    precision = DatePrecision.DAYS if last else DatePrecision.DAY
    return When(evidence=None, interval=ImpreciseDate(earliest=earliest, latest=latest, precision=precision))


def at(place: Place) -> Where:
    return Where(evidence=None, place=place)


def many(number: float, what: str) -> tuple[Magnitude, ...]:
    words = f"{number:g} {what}"
    return (Magnitude(evidence=Evidence(start=0, end=len(words), text=words), quantity=number, what=what),)


def tally(row: MentionRow, value: str, sentence: int = 0) -> Claim:
    return Claim(
        id=f"claim-{row.document.id}",
        document_id=row.document.id,
        sentence=sentence,
        evidence=Evidence(start=0, end=len(value), text=value),
        kind=ClaimKind.VOTE_TALLY,
        subject=None,
        predicate=None,
        object=None,
        value=value,
        unit="votes",
        period=None,
    )


DIFFER = {
    "day": ({"when": day(9)}, {"when": day(10)}),
    "place": ({"where": at(ROME)}, {"where": at(MILAN)}),
    "parties": ({"actors": (ANDERS,)}, {"actors": (BLOM,)}),
    "type": ({"event_type": "AGREE"}, {"event_type": "SUPPORT"}),
    "number of dead": ({"magnitudes": many(11, "dead")}, {"magnitudes": many(14, "dead")}),
    "modality": ({"modality": Modality.ASSERTED}, {"modality": Modality.FUTURE}),
}
AGREE = {
    "a day and its week": ({"when": day(9)}, {"when": day(8, 12)}),
    "a town and its country": ({"where": at(ROME)}, {"where": at(ITALIA)}),
    "a minister and the state": ({"actors": (ANDERS,)}, {"actors": (SWEDEN,)}),
    "one tells more parties": ({"recipients": ()}, {"recipients": (ITALY,)}),
    "dead and wounded": ({"magnitudes": many(11, "dead")}, {"magnitudes": many(14, "wounded")}),
    "told by one only": ({"when": day(9)}, {"when": None}),
    "of late and long ago": ({"modality": Modality.ASSERTED}, {"modality": Modality.HISTORICAL}),
}
Pair = tuple[dict[str, object], dict[str, object]]


@pytest.mark.parametrize(("field", "pair"), DIFFER.items(), ids=DIFFER)
def test_values_that_exclude_each_other_are_kept_with_their_mentions(
    told: tuple[MentionRow, MentionRow], field: str, pair: Pair
) -> None:
    rows = [with_(row, **fields) for row, fields in zip(told, pair, strict=True)]
    (found,) = differences(rows)
    assert found.field == field
    assert [each.mentions for each in found.values] == [(row.mention.id,) for row in rows]
    assert {name for each in found.values for name in each.publishers} == {"Wire", "Post"}
    assert field in str(found)


@pytest.mark.parametrize("pair", AGREE.values(), ids=AGREE)
def test_less_exact_is_not_different(told: tuple[MentionRow, MentionRow], pair: Pair) -> None:
    assert differences([with_(row, **fields) for row, fields in zip(told, pair, strict=True)]) == ()


def test_tallies_differ_where_both_tell_a_slot(told: tuple[MentionRow, MentionRow]) -> None:
    one, other = told
    (found,) = differences(told, [tally(one, "90-2-7"), tally(other, "90-2-9")])
    assert [each.value for each in found.values] == ["90-2-7", "90-2-9"]
    assert differences(told, [tally(one, "90-2-7"), tally(other, "90-?-?")]) == ()
    assert differences(told, [tally(one, "90-2-7"), tally(other, "80-2-9", sentence=4)]) == ()


def test_one_report_that_tells_two_values_differs_from_nobody(told: tuple[MentionRow, MentionRow]) -> None:
    one, other = told
    rows = [with_(one, when=day(9)), with_(one, when=day(10)), with_(other, when=day(10))]
    assert differences(rows) == ()


def test_of_a_record(told: tuple[MentionRow, MentionRow]) -> None:
    with open_store(":memory:") as store:
        first, second = (report("Anders met Bellini in Rome.", publisher=f"P{day}", day=day) for day in (3, 4))
        add(store, [first, second])
        run(store, pipeline=fake_pipeline())
        event = row_of(store).event
        (found,) = conflicts(store, event.id)
        assert found.field == "day"
        with pytest.raises(UsageError):
            conflicts(store, "event-0")
