from __future__ import annotations

import datetime as dt

from dateline.model import ArmsFrame, Coding, Document, EventMention, Evidence, ImpreciseDate, Modality
from dateline.resolve.date_frames import date_frames
from dateline.resolve.dates import DateResolver
from hand_parses import annotated

TEXT = "Kiev sold tanks to Kenya in 2012."
PARSE = (
    "Kiev/PROPN/NNP/nsubj/1 sold/VERB/VBD/ROOT/1 tanks/NOUN/NNS/dobj/1 to/ADP/IN/prep/1 Kenya/PROPN/NNP/pobj/3 "
    "in/ADP/IN/prep/1 2012/NUM/CD/pobj/5 ./PUNCT/./punct/1"
)
YEAR = "2012-01-01/2012-12-31"


def frame(when: ImpreciseDate | None = None) -> ArmsFrame:
    return ArmsFrame(
        trigger=Evidence.of(TEXT, 5, 9),
        supplier=None,
        recipient=None,
        item=Evidence.of(TEXT, 10, 15),
        item_class=None,
        quantity=None,
        value=None,
        amount=None,
        currency=None,
        status="delivered",
        when=when,
    )


def dated(held: ArmsFrame, *mentions: EventMention) -> ArmsFrame:
    document = Document.of(TEXT, id="d", published=dt.date(2021, 6, 22))
    annotations = annotated(document, PARSE)
    coding = Coding(document_id="d", mentions=mentions, arms=(held,), claims=())
    return date_frames(DateResolver(), document, annotations, coding)[held]


def test_a_frame_without_mention_is_dated_by_its_own_words() -> None:
    found = dated(frame())
    assert str(found.when) == YEAR
    assert found.when_words == Evidence.of(TEXT, 28, 32)
    assert ("arms.when", found.when_words) in list(found.evidence())
    assert found.because[0].step == "resolve.when"


def test_a_frame_takes_the_date_of_the_mention_that_carries_it() -> None:
    mention = EventMention(
        id="m",
        document_id="d",
        sentence=0,
        event_key="e1",
        event_type="COOPERATE",
        mode=None,
        contexts=(),
        trigger=Evidence.of(TEXT, 5, 9),
        actors=(),
        recipients=(),
        when=None,
        where=None,
        modality=Modality.ASSERTED,
        attributed_to=None,
        arms=frame(),
    )
    assert dated(frame(), mention).when is None


def test_a_date_that_a_frame_has_is_kept() -> None:
    day = ImpreciseDate.day(dt.date(2013, 5, 1))
    assert dated(frame(day)).when == day
