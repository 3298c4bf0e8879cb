"""Near types, organs, counted groups and places that differ: what joins, and what must stay apart."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace

import pytest

from dateline.fuse import fuse, tellings
from dateline.fuse.blocking import block_keys
from dateline.fuse.compare import compare
from dateline.fuse.parties import likeness
from dateline.fuse.telling import Telling
from dateline.model import (
    Document,
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


def party(name: str, key: str | None = None, country: str | None = None, sector: str = "GOV") -> Party:
    return Party(evidence=None, name=name, canonical_id=key, country=country, sector=sector)


CHILE = party("Chile", "state/CHL", "CHL")
PERU = party("Peru", "state/PER", "PER")
BODY = party("UN General Assembly", "body/un-general-assembly", None, "IGO")
COUNCIL = party("UN Security Council", "body/un-security-council", None, "IGO")
UNITED = party("United Nations", "body/united-nations", None, "IGO")
ROJAS = party("Ana Rojas", "person/ana-rojas", "CHL")
QUISPE = party("Luis Quispe", "person/luis-quispe", "PER")
NINE = party("nine people", "group/BEL/people", "BEL", "CVL")
NINE_OFFICIALS = party("9 officials", "group/PER/official", "PER", "GOV")
TEN = party("ten people", "group/PER/people", "PER", "CVL")
LIMA = Place(name="Lima", country="PER", precision=PlacePrecision.CITY, lat=-12.0, lon=-77.0)
SANTIAGO = Place(name="Santiago", country="CHL", precision=PlacePrecision.CITY, lat=-33.4, lon=-70.7)
PERUVIA = Place(name="Peru", country="PER", precision=PlacePrecision.COUNTRY)


def day(first: int, last: int | None = None) -> ImpreciseDate:
    if last is None:
        return ImpreciseDate.day(dt.date(2022, 5, first))
    from dateline.model import DatePrecision

    return ImpreciseDate(earliest=dt.date(2022, 5, first), latest=dt.date(2022, 5, last), precision=DatePrecision.DAYS)


def told(document: int, form: str, words: str, actors: list[Party], recipients: list[Party], **more: object) -> Telling:
    return tellings([said(document, form, words, actors, recipients, **more)], {f"d{document}": head(document)})[0]


def head(number: int) -> Document:
    return Document.of(f"text {number}", id=f"d{number}", publisher=f"P{number}", published=dt.date(2022, 5, 9))


def said(
    document: int,
    form: str,
    words: str,
    actors: list[Party],
    recipients: list[Party],
    where: Place | None = None,
    when: ImpreciseDate | None = None,
    certainty: float = 0.5,
) -> EventMention:
    event_type, _, mode = form.partition("/")
    interval = when or day(9)
    return EventMention(
        id=content_id("mention", document, form, words),
        document_id=f"d{document}",
        sentence=0,
        event_key="e1",
        event_type=event_type,
        mode=mode or None,
        contexts=(),
        trigger=Evidence(start=0, end=len(words), text=words),
        actors=tuple(actors),
        recipients=tuple(recipients),
        when=When(evidence=None, interval=interval),
        where=Where(evidence=None, place=where) if where else None,
        modality=Modality.ASSERTED,
        attributed_to=None,
        certainty=certainty,
    )


JOINED = {
    "a visit and talks": (
        ("CONSULT/visit", "visited", [ROJAS], [PERU]),
        ("CONSULT/multilateral", "held talks", [QUISPE, ROJAS], []),
    ),
    "agreed and signed, sides mixed": (
        ("AGREE", "agreed", [CHILE, PERU], []),
        ("SUPPORT", "signed a pact", [PERU], [CHILE]),
    ),
    "a vote and what it says": (
        ("SUPPORT", "voted", [BODY], [PERU]),
        ("ACCUSE/disapprove", "condemned", [BODY], [PERU]),
    ),
    "an organ and the whole": (("REJECT/assist", "vetoed", [PERU], [COUNCIL]), ("REJECT", "vetoed", [PERU], [UNITED])),
    "counted people": (
        ("SANCTION/discontinue", "sanctioned", [CHILE], [NINE]),
        ("SANCTION/discontinue", "imposed", [CHILE], [NINE_OFFICIALS]),
    ),
}
APART = {
    "two votes, for and against": (("SUPPORT", "voted", [BODY], [PERU]), ("REJECT/change", "voted", [BODY], [PERU])),
    "two organs": (("REJECT", "vetoed", [PERU], [COUNCIL]), ("REJECT", "vetoed", [PERU], [BODY])),
    "a promise and a signature": (
        ("AGREE", "promised tanks to", [CHILE], [PERU]),
        ("SUPPORT", "signed a pact", [CHILE], [PERU]),
    ),
    "a call and a visit": (
        ("CONSULT/phone", "called", [ROJAS], [QUISPE]),
        ("CONSULT/visit", "visited", [ROJAS], [QUISPE]),
    ),
    "visits there and back": (
        ("CONSULT/visit", "visited", [ROJAS], [PERU]),
        ("CONSULT/visit", "visited", [QUISPE], [CHILE]),
    ),
    "other numbers": (
        ("SANCTION/discontinue", "sanctioned", [CHILE], [NINE]),
        ("SANCTION/discontinue", "sanctioned", [CHILE], [TEN]),
    ),
    "a state that condemns is no assembly that votes": (
        ("SUPPORT", "voted", [CHILE], [PERU]),
        ("ACCUSE/disapprove", "condemned", [CHILE], [PERU]),
    ),
}
Form = tuple[str, str, list[Party], list[Party]]


@pytest.mark.parametrize(("left", "right"), JOINED.values(), ids=JOINED)
def test_one_act_in_two_forms_is_one_event(left: Form, right: Form) -> None:
    one, other = told(1, *left), told(2, *right)
    match = compare(one, other)
    assert match is not None
    assert compare(other, one) is not None
    assert block_keys(one) & block_keys(other)
    if left[0].partition("/")[0] != right[0].partition("/")[0]:
        assert "told" in match.reason


@pytest.mark.parametrize(("left", "right"), APART.values(), ids=APART)
def test_look_alikes_stay_apart(left: Form, right: Form) -> None:
    assert compare(told(1, *left), told(2, *right)) is None


def test_a_near_form_scores_lower_and_the_surest_type_is_the_events() -> None:
    same = compare(told(1, "AGREE", "agreed", [CHILE], [PERU]), told(2, "AGREE", "agreed", [CHILE], [PERU]))
    near = compare(told(1, "AGREE", "agreed", [CHILE], [PERU]), told(2, "SUPPORT", "signed", [CHILE], [PERU]))
    assert same is not None
    assert near is not None
    assert near.score < same.score
    first = said(1, "SUPPORT", "signed", [CHILE], [PERU], certainty=0.4)
    second = said(2, "AGREE", "agreed", [CHILE], [PERU], certainty=0.8)
    (event,) = fuse([first, second], [head(1), head(2)])
    assert event.event_type == "AGREE"


def test_places_decide_for_deeds_and_not_for_words() -> None:
    for form, words, joined in (("REJECT/assist", "vetoed", True), ("ASSAULT/aerial", "bombed", False)):
        left = told(1, form, words, [CHILE], [PERU], where=SANTIAGO)
        assert (compare(left, told(2, form, words, [CHILE], [PERU], where=LIMA)) is not None) is joined
        assert (compare(left, told(2, form, words, [CHILE], [PERU], where=PERUVIA)) is not None) is joined
    later = told(2, "REJECT/assist", "vetoed", [CHILE], [PERU], where=LIMA, when=day(10))
    assert compare(told(1, "REJECT/assist", "vetoed", [CHILE], [PERU], where=SANTIAGO), later) is None


def test_a_town_and_its_country_are_one_stay_on_one_day() -> None:
    town = told(1, "CONSULT/visit", "met", [ROJAS], [], where=LIMA)
    assert compare(town, told(2, "CONSULT/visit", "visited", [ROJAS], [PERU], where=PERUVIA)) is not None
    assert compare(town, told(2, "CONSULT/visit", "visited", [ROJAS], [PERU], where=PERUVIA, when=day(10))) is None


def test_counted_people_of_a_state_may_stand_for_it() -> None:
    assert likeness(TEN, PERU) > 0
    assert likeness(TEN, CHILE) == 0
    assert likeness(replace(TEN, name="people"), PERU) == 0


def test_words_of_one_country_in_one_week_are_many() -> None:
    ministry = party("Chilean senators", "state/CHL/LEG", "CHL", "LEG")
    one = told(1, "REQUEST", "urged", [ROJAS], [ministry], when=day(8, 10))
    other = party("Chilean army", "state/CHL/MIL", "CHL", "MIL")
    assert compare(one, told(2, "REQUEST", "urged", [CHILE], [other], when=day(9))) is None
    abroad = told(1, "REQUEST", "urged", [ROJAS], [PERU], when=day(8, 10))
    assert compare(abroad, told(2, "REQUEST", "urged", [CHILE], [QUISPE], when=day(9))) is not None


def test_whatever_matches_shares_a_block() -> None:
    chance = random.Random(5)  # noqa: S311 — repeatable, no secret
    parties = [CHILE, PERU, BODY, COUNCIL, UNITED, ROJAS, QUISPE, NINE, NINE_OFFICIALS, TEN, party("the visitors")]
    parties.append(party("Visitors"))
    forms = [form for pair in (*JOINED.values(), *APART.values()) for form in pair]
    held = []
    for number in range(250):
        form, words, _, _ = chance.choice(forms)
        actors, recipients = chance.sample(parties, chance.randint(1, 2)), chance.sample(parties, chance.randint(0, 2))
        first = chance.randint(8, 10)
        when = day(first) if chance.random() < 0.7 else day(first, first + 2)
        where = chance.choice((None, LIMA, SANTIAGO, PERUVIA))
        held.append(told(number, form, words, actors, recipients, where=where, when=when))
    matches = near = 0
    for left, right in itertools.combinations(held, 2):
        if compare(left, right) is not None:
            matches += 1
            near += left.event_type != right.event_type
            assert block_keys(left) & block_keys(right)
    assert matches > 100
    assert near > 5
