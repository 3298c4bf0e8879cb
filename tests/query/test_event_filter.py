from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.query import EventFilter

words = st.text(min_size=1, max_size=8)
several = st.lists(words, max_size=3).map(tuple)
days = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))
filters = st.builds(
    EventFilter,
    actor=st.none() | words,
    recipient=st.none() | words,
    party=st.none() | words,
    pair=st.none() | st.tuples(words, words),
    country=several,
    type=several,
    mode=several,
    context=several,
    modality=several,
    since=st.none() | days.filter(lambda day: day.year < 2000),
    until=st.none() | days.filter(lambda day: day.year >= 2000),
    place_country=several,
    text=st.none() | words,
    min_certainty=st.floats(0, 1),
    publisher=several,
    item_class=several,
    document=st.none() | words,
    limit=st.integers(1, 10_000),
    cursor=st.none() | words,
)


@given(filters)
def test_a_filter_survives_its_query_string(wanted: EventFilter) -> None:
    assert EventFilter.from_query(wanted.to_query()) == wanted


def test_the_query_string_is_short_and_readable() -> None:
    wanted = EventFilter(type=("AID", "AGREE"), actor="RUS", since=dt.date(2021, 1, 1))
    assert EventFilter().to_query() == ""
    assert wanted.to_query() == "actor=RUS&type=AID&type=AGREE&since=2021-01-01"
    assert EventFilter.from_query("?type=AID&type=AGREE&actor=RUS&since=2021-01-01") == wanted


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("colour=red", "colour"),
        ("since=yesterday", "since"),
        ("limit=many", "limit"),
        ("limit=0", "limit"),
        ("min_certainty=2", "min_certainty"),
        ("pair=RUS", "pair"),
        ("actor=RUS&actor=CHN", "actor"),
        ("since=2021-02-01&until=2021-01-01", "since"),
    ],
)
def test_a_query_string_that_does_not_fit_names_the_part(query: str, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        EventFilter.from_query(query)


def test_people_write_names_and_the_record_has_codes() -> None:
    wanted = EventFilter(
        type=("aid",),
        country=("Myanmar", "rus"),
        actor="Russia",
        recipient="MMR",
        pair=("China", "Min Aung"),
        item_class=("Drone",),
        mode=("visit",),
        modality=("Asserted",),
        context=("military",),
    ).checked()
    assert wanted.type == ("AID",)
    assert wanted.country == ("MMR", "RUS")
    assert (wanted.actor, wanted.recipient, wanted.pair) == ("RUS", "MMR", ("CHN", "Min Aung"))
    assert (wanted.item_class, wanted.mode, wanted.modality) == (("drone",), ("visit",), ("asserted",))
    assert wanted.checked() == wanted


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("type", "CONSULTS", "CONSULT"),
        ("mode", "vist", "visit"),
        ("context", "militry", "military"),
        ("modality", "asserted!", "asserted"),
        ("item_class", "drones", "drone"),
        ("country", "Atlantis", "alpha-3"),
    ],
)
def test_an_unknown_value_is_refused_with_a_near_one(field: str, value: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        EventFilter(**{field: (value,)}).checked()
