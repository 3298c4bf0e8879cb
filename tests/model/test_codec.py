from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline.model as model
from dateline.errors import RecordError
from dateline.model import (
    ArmsFrame,
    Because,
    DatePrecision,
    Document,
    EventMention,
    Evidence,
    ImpreciseDate,
    Magnitude,
    Modality,
    Party,
    Place,
    PlacePrecision,
    When,
    Where,
    from_json,
    to_json,
)

TEXT = "Freedonia sold Sylvania 12 howitzers in Port Ember on 2 May 2020."


def cut(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence.of(TEXT, start, start + len(words))


def mention() -> EventMention:
    day = ImpreciseDate(earliest=dt.date(2020, 5, 2), latest=dt.date(2020, 5, 2), precision=DatePrecision.DAY)
    seller = Party(evidence=cut("Freedonia"), name="Freedonia", country="FRE", sector="GOV")
    buyer = Party(evidence=cut("Sylvania"), name="Sylvania", because=(Because(step="x", reason="y", score=0.5),))
    return EventMention(
        id="m-1",
        document_id="d-1",
        sentence=0,
        event_key="e1",
        event_type="COOPERATE",
        mode=None,
        contexts=("military",),
        trigger=cut("sold"),
        actors=(seller,),
        recipients=(buyer,),
        when=When(evidence=cut("on 2 May 2020"), interval=day),
        where=Where(
            evidence=cut("Port Ember"),
            place=Place(name="Port Ember", country="FRE", precision=PlacePrecision.CITY, lat=1.0, lon=2.0),
        ),
        modality=Modality.ASSERTED,
        attributed_to=None,
        magnitudes=(Magnitude(evidence=cut("12 howitzers"), quantity=12, what="howitzers"),),
        arms=ArmsFrame(
            trigger=cut("sold"),
            supplier=seller,
            recipient=buyer,
            item=cut("howitzers"),
            item_class="artillery",
            quantity=cut("12"),
            value=None,
            amount=None,
            currency=None,
            status="delivered",
        ),
        certainty=0.75,
        coder="rules 1",
    )


def test_a_mention_survives_json() -> None:
    written = json.dumps(to_json(mention()))
    assert from_json(EventMention, json.loads(written)) == mention()


def test_every_quote_of_a_mention_is_checked() -> None:
    mention().check(TEXT)
    roles = [role for role, _ in mention().evidence()]
    assert {"trigger", "actor", "recipient", "when", "where", "magnitude", "arms.item"} <= set(roles)


@given(st.text(), st.none() | st.text(), st.none() | st.dates())
def test_any_document_survives_json(text: str, title: str | None, published: dt.date | None) -> None:
    document = Document.of(text, title=title, published=published)
    assert from_json(Document, to_json(document)) == document


def test_the_same_report_has_the_same_id_and_another_day_another() -> None:
    first = Document.of("x", publisher="A", published=dt.date(2020, 1, 1))
    assert Document.of("x", publisher="A", published=dt.date(2020, 1, 1)).id == first.id
    assert Document.of("x", publisher="A", published=dt.date(2020, 1, 2)).id != first.id


def test_a_document_whose_hash_is_wrong_is_refused() -> None:
    with pytest.raises(RecordError, match="text_sha256"):
        from_json(Document, {"id": "d", "text": "a", "text_sha256": "0"})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"start": 0, "end": 1, "text": "a", "extra": 1}, "unknown keys"),
        ({"start": 0, "end": 1}, "text"),
        ({"start": "0", "end": 1, "text": "a"}, "expected int"),
        ([], "expected an object"),
    ],
)
def test_what_does_not_fit_is_refused(value: object, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        from_json(Evidence, value)


def test_a_value_no_record_holds_is_refused() -> None:
    with pytest.raises(RecordError, match="set"):
        to_json({1, 2})


def test_the_public_records_are_these() -> None:
    assert set(model.__all__) <= set(dir(model))
    assert "EventMention" in model.__all__
