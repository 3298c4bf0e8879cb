from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.fuse import fuse
from dateline.fuse.parties import likeness
from dateline.model import (
    ArmsFrame,
    DatePrecision,
    Document,
    Event,
    EventMention,
    Evidence,
    ImpreciseDate,
    Modality,
    Party,
    Place,
    PlacePrecision,
    When,
    Where,
    content_id,
)
from dateline.model.judged import Judged

ANDERS = Party(evidence=None, name="Ida Anders", canonical_id="person/anders", country="SWE", sector="GOV")
BLOM = Party(evidence=None, name="Per Blom", canonical_id="person/blom", country="SWE", sector="GOV")
SWEDEN = Party(evidence=None, name="Sweden", canonical_id="state/SWE", country="SWE", sector="GOV")
ARMY = Party(evidence=None, name="Swedish army", canonical_id="state/SWE/MIL", country="SWE", sector="MIL")
STRANGER = Party(evidence=None, name="Eva Dahl", canonical_id="unknown/eva-dahl", country="SWE", sector="GOV")
ITALY = Party(evidence=None, name="Italy", canonical_id="state/ITA", country="ITA", sector="GOV")
COSTA = Party(evidence=None, name="Rui Costa", canonical_id="person/costa", country="PRT", sector="GOV")
CROWD = Party(evidence=None, name="protesters", country="ITA", sector="CVL")
ENVOYS = Party(evidence=None, name="an Italian delegation", country="ITA", sector="GOV")
UNSEEN = Party(evidence=None, name="the visitors")
VICTIMS = Party(evidence=None, name="villagers", sector="CVL")
ROME = Place(name="Rome", country="ITA", precision=PlacePrecision.CITY, lat=41.9, lon=12.5, geonames_id=3169070)
MILAN = Place(name="Milan", country="ITA", precision=PlacePrecision.CITY, lat=45.5, lon=9.2, geonames_id=3173435)
ITALIA = Place(name="Italy", country="ITA", precision=PlacePrecision.COUNTRY)


def day(number: int) -> ImpreciseDate:
    return ImpreciseDate.day(dt.date(2021, 3, number))


def span(first: int, last: int, precision: DatePrecision = DatePrecision.DAYS) -> ImpreciseDate:
    return ImpreciseDate(earliest=dt.date(2021, 3, first), latest=dt.date(2021, 3, last), precision=precision)


def report(number: int, publisher: str | None = None, published: int = 10) -> Document:
    return Document.of(
        f"report {number}",
        id=f"d{number}",
        publisher=publisher or f"Outlet {number}",
        published=dt.date(2021, 3, published),
    )


def said(document: int, at: int = 0, **fields: object) -> EventMention:
    """Anders met Italy on 9 March, unless ``fields`` say otherwise."""
    when = fields.pop("when", day(9))
    where = fields.pop("where", None)
    base = EventMention(
        id=content_id("mention", document, at, sorted(fields.items(), key=repr), when),
        document_id=f"d{document}",
        sentence=0,
        event_key=f"e{at}",
        event_type="CONSULT",
        mode=None,
        contexts=(),
        trigger=Evidence(start=at, end=at + 3, text="met"),
        actors=(ANDERS,),
        recipients=(ITALY,),
        when=When(evidence=None, interval=when) if when else None,
        where=Where(evidence=None, place=where) if where else None,
        modality=Modality.ASSERTED,
        attributed_to=None,
    )
    return replace(base, **fields)


def fused(*mentions: EventMention) -> tuple[Event, ...]:
    numbers = sorted({int(mention.document_id[1:]) for mention in mentions})
    return fuse(mentions, [report(number) for number in numbers])


def arms(item_class: str | None) -> ArmsFrame:
    return ArmsFrame(
        trigger=Evidence(start=0, end=3, text="met"),
        supplier=None,
        recipient=None,
        item=None,
        item_class=item_class,
        quantity=None,
        value=None,
        amount=None,
        currency=None,
        status="delivered",
    )


@pytest.mark.parametrize(
    ("why", "left", "right"),
    [
        ("the same words", {}, {}),
        ("days in two time zones", {"when": day(9)}, {"when": day(10)}),
        ("a day within a few", {"when": day(9)}, {"when": span(8, 10)}),
        ("one tells the mode", {"mode": "visit"}, {}),
        ("one tells the place", {"where": ROME}, {}),
        ("town and country", {"where": ROME}, {"where": ITALIA}),
        ("person and state", {"actors": (ANDERS,)}, {"actors": (SWEDEN,)}),
        ("state and its unnamed people", {"recipients": (ITALY,)}, {"recipients": (ENVOYS,)}),
        ("one names more", {"recipients": (ITALY, COSTA)}, {}),
        ("visitor and host, or two who met", {}, {"actors": (ANDERS, ITALY), "recipients": ()}),
        ("long ago told as news", {}, {"modality": Modality.HISTORICAL}),
        ("one tells the item", {"arms": arms("artillery")}, {"arms": arms(None)}),
        ("two plans", {"modality": Modality.FUTURE}, {"modality": Modality.FUTURE}),
        (
            "one party, the very same",
            {"event_type": "MOBILIZE", "recipients": ()},
            {"event_type": "MOBILIZE", "recipients": ()},
        ),
        ("one party in one town", {"recipients": (), "where": ROME}, {"recipients": (), "where": ROME}),
        ("a state and its army", {"actors": (SWEDEN,)}, {"actors": (ARMY,)}),
        ("a name that no list knows", {"actors": (STRANGER,)}, {"actors": (STRANGER,)}),
        ("one side named, the other in the same words", {"actors": (UNSEEN,)}, {"actors": (UNSEEN,)}),
        (
            "gunmen in one town",
            {"actors": (UNSEEN,), "recipients": (VICTIMS,), "where": ROME},
            {"actors": (UNSEEN,), "recipients": (VICTIMS,), "where": ROME},
        ),
        (
            "one unnamed crowd in one town",
            {"event_type": "PROTEST", "actors": (CROWD,), "recipients": (), "where": ROME},
            {
                "actors": (replace(CROWD, name="demonstrators"),),
                "recipients": (),
                "where": ROME,
                "event_type": "PROTEST",
            },
        ),
    ],
)
def test_two_outlets_tell_one_event(why: str, left: dict[str, object], right: dict[str, object]) -> None:
    (event,) = fused(said(1, **left), said(2, **right))
    assert (event.documents, event.sources, len(event.mentions)) == (2, 2, 2)
    assert any(line.step == "fuse.join" and line.score for line in event.because)


@pytest.mark.parametrize(
    ("why", "left", "right"),
    [
        ("another type", {}, {"event_type": "ACCUSE"}),
        ("another mode", {"mode": "visit"}, {"mode": "phone"}),
        ("two days later", {"when": day(9)}, {"when": day(11)}),
        ("no date on one", {"when": None}, {}),
        ("no date on either", {"when": None}, {"when": None}),
        ("only a month", {"when": span(1, 31, DatePrecision.MONTH)}, {}),
        ("few days that do not touch", {"when": span(5, 8)}, {"when": day(9)}),
        ("another town", {"where": ROME}, {"where": MILAN}),
        ("two persons of one country", {"actors": (ANDERS,)}, {"actors": (BLOM,)}),
        ("another recipient", {"recipients": (COSTA,)}, {}),
        ("one who met we know not whom", {"recipients": ()}, {"recipients": ()}),
        (
            "one who met in one town on two days",
            {"recipients": (), "where": ROME},
            {"recipients": (), "where": ROME, "when": day(10)},
        ),
        ("a name that no list knows, and a known one", {"actors": (STRANGER,)}, {"actors": (ANDERS,)}),
        ("people and state", {"recipients": (CROWD,)}, {}),
        (
            "one of two who met is another",
            {"actors": (ANDERS, ITALY), "recipients": ()},
            {"actors": (ANDERS, COSTA), "recipients": ()},
        ),
        ("denied", {}, {"modality": Modality.NEGATED}),
        ("both denied", {"modality": Modality.NEGATED}, {"modality": Modality.NEGATED}),
        ("only possible", {}, {"modality": Modality.HYPOTHETICAL}),
        ("planned", {}, {"modality": Modality.FUTURE}),
        ("other arms", {"arms": arms("artillery")}, {"arms": arms("drone")}),
        (
            "gunmen here and there",
            {"actors": (UNSEEN,), "recipients": (VICTIMS,)},
            {"actors": (UNSEEN,), "recipients": (VICTIMS,)},
        ),
        ("nobody known", {"actors": (UNSEEN,), "recipients": ()}, {"actors": (UNSEEN,), "recipients": (ITALY,)}),
        (
            "one unnamed crowd in no town",
            {"actors": (CROWD,), "recipients": ()},
            {"actors": (replace(CROWD, name="demonstrators"),), "recipients": ()},
        ),
    ],
)
def test_look_alikes_stay_apart(why: str, left: dict[str, object], right: dict[str, object]) -> None:
    assert len(fused(said(1, **left), said(2, **right))) == 2, why


def test_one_documents_mentions_under_one_key_are_one_event() -> None:
    (event,) = fused(said(1, 0, event_key="e1"), said(1, 50, event_key="e1", when=None))
    assert (event.documents, len(event.mentions)) == (1, 2)
    assert event.because[0].step == "fuse.document"


def test_what_a_coder_kept_apart_in_one_document_stays_apart_through_others() -> None:
    events = fused(said(1, 0, event_key="e1"), said(1, 50, event_key="e2"), said(2))
    assert sorted(len(event.mentions) for event in events) == [1, 2]


def test_modalities_under_one_key_are_told_apart() -> None:
    events = fused(said(1, 0, event_key="e1"), said(1, 50, event_key="e1", modality=Modality.NEGATED))
    assert {event.modality for event in events} == {Modality.ASSERTED, Modality.NEGATED}


def test_no_chain_drifts_through_a_week() -> None:
    events = fused(*[said(number, when=day(number)) for number in range(1, 8)])
    assert len(events) > 1
    for event in events:
        assert event.when is not None
        assert event.when.days <= 2


def test_copies_by_one_publisher_are_one_source() -> None:
    mentions = [said(number) for number in (1, 2, 3)]
    (event,) = fuse(mentions, [report(1, "The Courier"), report(2, "The Courier"), report(3, "The Herald")])
    assert (event.documents, event.sources, len(event.mentions)) == (3, 2, 3)


def test_the_event_says_what_its_tellings_agree_on() -> None:
    (event,) = fused(
        said(1, when=span(8, 10), contexts=("military",), certainty=0.4, where=ITALIA),
        said(2, mode="visit", contexts=("legal",), certainty=0.9, where=ROME, actors=(SWEDEN, ANDERS)),
    )
    assert event.when == day(9)
    assert (event.mode, event.contexts, event.where, event.certainty) == ("visit", ("legal", "military"), ROME, 0.9)
    assert [party.name for party in event.actors] == ["Ida Anders", "Sweden"]
    assert [party.name for party in event.recipients] == ["Italy"]


def test_neighbouring_days_give_an_interval_that_covers_both() -> None:
    (event,) = fused(said(1, when=day(9)), said(2, when=day(10)))
    assert event.when is not None
    assert (event.when.earliest, event.when.latest) == (dt.date(2021, 3, 9), dt.date(2021, 3, 10))


def test_the_earliest_report_founds_the_event() -> None:
    one, two = said(1), said(2)
    (event,) = fuse([one, two], [report(1, published=11), report(2, published=10)])
    assert event.mentions == (two.id, one.id)
    assert event.id == content_id("event", two.id)


def test_nothing_gives_nothing() -> None:
    assert fuse([], []) == ()


parties = st.sampled_from([ANDERS, BLOM, SWEDEN, ITALY, COSTA, CROWD, ENVOYS])
mentions = st.builds(
    said,
    st.integers(1, 6),
    st.integers(0, 40),
    event_type=st.sampled_from(["CONSULT", "ACCUSE"]),
    actors=st.lists(parties, min_size=1, max_size=2, unique=True).map(tuple),
    recipients=st.lists(parties, max_size=1).map(tuple),
    when=st.none() | st.integers(1, 6).map(day) | st.integers(1, 4).map(lambda first: span(first, first + 2)),
    where=st.sampled_from([None, ROME, MILAN, ITALIA]),
    modality=st.sampled_from(Modality),
    event_key=st.sampled_from(["e1", "e2", "e3"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(mentions, max_size=25, unique_by=lambda each: each.id), st.integers(0, 2**32))
def test_any_order_of_arrival_gives_the_same_events(told: list[EventMention], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    documents = [report(number, publisher=f"Outlet {number % 3}", published=number) for number in range(1, 7)]
    want = fuse(told, documents)
    assert sorted(each for event in want for each in event.mentions) == sorted(each.id for each in told)
    for _ in range(20):
        chance.shuffle(told)
        chance.shuffle(documents)
        assert fuse(told, documents) == want


@given(parties, parties)
def test_likeness_is_the_same_both_ways(left: Party, right: Party) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert likeness(left, left) >= 0.6


# -- judgements --------------------------------------------------------------------------------------

NAMELESS = replace(STRANGER, country=None, sector=None, name="Dahlgren", canonical_id="unknown/dahlgren")
NAMESAKE = replace(STRANGER, name="Eva Anders", canonical_id="unknown/eva-anders")


def test_parties_that_were_judged_the_same_fuse_and_keep_their_own_ids() -> None:
    mentions = [said(1), said(2, actors=(NAMELESS,))]
    assert len(fuse(mentions, [report(1), report(2)])) == 2
    taken = Judged(taken_for={"unknown/dahlgren": ANDERS})
    (event,) = fuse(mentions, [report(1), report(2)], taken)
    assert [party.canonical_id for party in event.actors] == ["person/anders", "unknown/dahlgren"]
    assert [party.name for party in taken.event(event).actors] == ["Ida Anders"]


def test_an_unknown_name_that_somebody_vouched_for_is_as_good_as_an_id() -> None:
    assert likeness(NAMELESS, NAMELESS) < 1
    judged = Judged(taken_for={"unknown/dahlgren": NAMELESS, "unknown/dahl": NAMELESS})
    assert likeness(NAMELESS, NAMELESS, judged) == 1


def test_parties_that_were_judged_different_stay_apart() -> None:
    mentions = [said(1), said(2, actors=(NAMESAKE,))]
    assert len(fuse(mentions, [report(1), report(2)])) == 1
    apart = Judged(taken_for={}, apart=frozenset({frozenset(("person/anders", "unknown/eva-anders"))}))
    assert len(fuse(mentions, [report(1), report(2)], apart)) == 2
