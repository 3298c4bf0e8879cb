from __future__ import annotations

import datetime as dt

from dateline.model import Coding, Document, EventMention, Evidence, Modality
from dateline.resolve.resolver import make_resolver
from dateline.resolve.times import anchor_of
from hand_parses import annotated

VOTED = (
    "Members voted in New York on Saturday.",
    "Members/NOUN/NNS/nsubj/1 voted/VERB/VBD/ROOT/1 in/ADP/IN/prep/1 New/PROPN/NNP/compound/4 York/PROPN/NNP/pobj/2 "
    "on/ADP/IN/prep/1 Saturday/PROPN/NNP/pobj/5 ./PUNCT/./punct/1",
)
ON_A_DATE = (
    VOTED[0].replace("Saturday", "June 19"),
    VOTED[1].replace("Saturday/PROPN/NNP/pobj/5", "June/PROPN/NNP/pobj/5 19/NUM/CD/nummod/6"),
)


def when(parse: tuple[str, str], url: str | None) -> tuple[str, str]:
    text = parse[0]
    document = Document.of(text, id="d", published=dt.date(2021, 6, 20), url=url)
    mention = EventMention(
        id="m",
        document_id="d",
        sentence=0,
        event_key="e1",
        event_type="SUPPORT",
        mode=None,
        contexts=(),
        trigger=Evidence.of(text, 8, 13),
        actors=(),
        recipients=(),
        when=None,
        where=None,
        modality=Modality.ASSERTED,
        attributed_to=None,
    )
    coding = Coding(document_id="d", mentions=(mention,), arms=(), claims=())
    (found,) = make_resolver().resolve(document, annotated(document, parse[1]), coding).mentions
    assert found.when is not None
    return str(found.when.interval), found.when.because[-1].rule


def test_a_weekday_told_half_a_world_away_admits_the_day_before() -> None:
    assert when(VOTED, "https://news.example.mm/1") == ("2021-06-18/2021-06-19", "time zones")


def test_a_near_report_and_one_from_nowhere_keep_the_day() -> None:
    assert when(VOTED, "https://news.example.us/1") == ("2021-06-19", "own words")
    assert when(VOTED, None) == ("2021-06-19", "own words")


def test_a_calendar_date_is_the_place_s_own() -> None:
    assert when(ON_A_DATE, "https://news.example.mm/1") == ("2021-06-19", "own words")


def anchor(text: str, published: dt.date | None) -> str:
    return str(anchor_of(Document.of(text, id="d", published=published)) or "")


def test_times_count_from_the_dateline_of_a_report_published_later() -> None:
    filed = "OSLO, June 21 (Agency) - Ministers met on Monday."
    assert anchor(filed, dt.date(2021, 6, 22)) == "2021-06-21"
    assert anchor(filed, dt.date(2021, 8, 22)) == "2021-08-22"
    assert anchor(filed, None) == ""
    assert anchor(filed.replace("21 (", "21, 2021 ("), None) == "2021-06-21"
    assert anchor("OSLO (Agency) - Ministers met.", dt.date(2021, 6, 22)) == "2021-06-22"
