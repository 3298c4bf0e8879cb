from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dateline.model import Document, EventMention, Evidence, Modality, When
from dateline.resolve.date_acts import MOST_OTHERS, act_of, neighbours
from dateline.resolve.dates import DateResolver
from hand_parses import annotated

#: A Tuesday.
REPORT = dt.date(2021, 6, 22)
CONDEMNED = (
    "The minister condemned the raid on Friday.",
    "The/DET/DT/det/1 minister/NOUN/NN/nsubj/2 condemned/VERB/VBD/ROOT/2 the/DET/DT/det/4 raid/NOUN/NN/dobj/2 "
    "on/ADP/IN/prep/2 Friday/PROPN/NNP/pobj/5 ./PUNCT/./punct/2",
)
SAID = (
    "The army said on Monday that rebels had shelled the port on Saturday.",
    "The/DET/DT/det/1 army/NOUN/NN/nsubj/2 said/VERB/VBD/ROOT/2 on/ADP/IN/prep/2 Monday/PROPN/NNP/pobj/3 "
    "that/SCONJ/IN/mark/8 rebels/NOUN/NNS/nsubj/8 had/AUX/VBD/aux/8 shelled/VERB/VBN/ccomp/2 the/DET/DT/det/10 "
    "port/NOUN/NN/dobj/8 on/ADP/IN/prep/8 Saturday/PROPN/NNP/pobj/11 ./PUNCT/./punct/2",
)
PLANNED = (
    "Leaders will meet in Geneva on Thursday, an envoy said Tuesday.",
    "Leaders/NOUN/NNS/nsubj/2 will/AUX/MD/aux/2 meet/VERB/VB/ccomp/10 in/ADP/IN/prep/2 Geneva/PROPN/NNP/pobj/3 "
    "on/ADP/IN/prep/2 Thursday/PROPN/NNP/pobj/5 ,/PUNCT/,/punct/10 an/DET/DT/det/9 envoy/NOUN/NN/nsubj/10 "
    "said/VERB/VBD/ROOT/10 Tuesday/PROPN/NNP/npadvmod/10 ./PUNCT/./punct/10",
)
LATER = (
    "Rebels shelled the port on Friday. Two days later they seized the airport.",
    "Rebels/NOUN/NNS/nsubj/1 shelled/VERB/VBD/ROOT/1 the/DET/DT/det/3 port/NOUN/NN/dobj/1 on/ADP/IN/prep/1 "
    "Friday/PROPN/NNP/pobj/4 ./PUNCT/./punct/1",
    "Two/NUM/CD/nummod/1 days/NOUN/NNS/npadvmod/2 later/ADV/RBR/advmod/4 they/PRON/PRP/nsubj/4 "
    "seized/VERB/VBD/ROOT/4 the/DET/DT/det/6 airport/NOUN/NN/dobj/4 ./PUNCT/./punct/4",
)
LONG_AGO = (
    "Rebels signed a truce in 2012. They released 40 prisoners.",
    "Rebels/PROPN/NNPS/nsubj/1 signed/VERB/VBD/ROOT/1 a/DET/DT/det/3 truce/NOUN/NN/dobj/1 in/ADP/IN/prep/1 "
    "2012/NUM/CD/pobj/4 ./PUNCT/./punct/1",
    "They/PRON/PRP/nsubj/1 released/VERB/VBD/ROOT/1 40/NUM/CD/nummod/3 prisoners/NOUN/NNS/dobj/1 ./PUNCT/./punct/1",
)
DAY_AFTER = (
    "Ministers met a day after rebels shelled the port on Saturday.",
    "Ministers/NOUN/NNS/nsubj/1 met/VERB/VBD/ROOT/1 a/DET/DT/det/3 day/NOUN/NN/npadvmod/1 after/SCONJ/IN/mark/6 "
    "rebels/NOUN/NNS/nsubj/6 shelled/VERB/VBD/advcl/1 the/DET/DT/det/8 port/NOUN/NN/dobj/6 on/ADP/IN/prep/6 "
    "Saturday/PROPN/NNP/pobj/9 ./PUNCT/./punct/1",
)
OLD_RAID = (
    "He denounced the 2014 raid.",
    "He/PRON/PRP/nsubj/1 denounced/VERB/VBD/ROOT/1 the/DET/DT/det/4 2014/NUM/CD/nummod/4 raid/NOUN/NN/dobj/1 "
    "./PUNCT/./punct/1",
)
FOR_WEEKS = (
    "Students have protested for three weeks.",
    "Students/NOUN/NNS/nsubj/2 have/AUX/VBP/aux/2 protested/VERB/VBN/ROOT/2 for/ADP/IN/prep/2 three/NUM/CD/nummod/5 "
    "weeks/NOUN/NNS/pobj/3 ./PUNCT/./punct/2",
)
FIRST_SINCE = (
    "It was the first raid since 2011.",
    "It/PRON/PRP/nsubj/1 was/AUX/VBD/ROOT/1 the/DET/DT/det/4 first/ADJ/JJ/amod/4 raid/NOUN/NN/attr/1 "
    "since/SCONJ/IN/prep/4 2011/NUM/CD/pobj/5 ./PUNCT/./punct/1",
)
SENTENCED = (
    "He was sentenced to three years in jail.",
    "He/PRON/PRP/nsubjpass/2 was/AUX/VBD/auxpass/2 sentenced/VERB/VBN/ROOT/2 to/ADP/IN/prep/2 three/NUM/CD/nummod/5 "
    "years/NOUN/NNS/pobj/3 in/ADP/IN/prep/5 jail/NOUN/NN/pobj/6 ./PUNCT/./punct/2",
)
TOLD_AGAIN = (
    "Troops shelled the port on June 5. The attack was condemned by envoys.",
    "Troops/NOUN/NNS/nsubj/1 shelled/VERB/VBD/ROOT/1 the/DET/DT/det/3 port/NOUN/NN/dobj/1 on/ADP/IN/prep/1 "
    "June/PROPN/NNP/pobj/4 5/NUM/CD/nummod/5 ./PUNCT/./punct/1",
    "The/DET/DT/det/1 attack/NOUN/NN/nsubjpass/3 was/AUX/VBD/auxpass/3 condemned/VERB/VBN/ROOT/3 by/ADP/IN/agent/3 "
    "envoys/NOUN/NNS/pobj/4 ./PUNCT/./punct/3",
)


def mention(
    text: str, trigger: str, *, key: str = "", modality: Modality = Modality.ASSERTED, sentence: int = 0
) -> EventMention:
    start = text.index(trigger)
    return EventMention(
        id=trigger,
        document_id="d",
        sentence=sentence,
        event_key=key or trigger,
        event_type="ASSAULT",
        mode=None,
        contexts=(),
        trigger=Evidence.of(text, start, start + len(trigger)),
        actors=(),
        recipients=(),
        when=None,
        where=None,
        modality=modality,
        attributed_to=None,
    )


def dated(parse: tuple[str, ...], *mentions: EventMention, published: dt.date | None = REPORT) -> list[When | None]:
    document = Document.of(parse[0], id="d", published=published)
    return list(DateResolver().resolve_all(document, annotated(document, *parse[1:]), mentions))


def days(when: When | None) -> str:
    return str(when.interval) if when is not None and when.interval is not None else ""


@pytest.mark.parametrize(
    ("parse", "trigger", "modality", "expected"),
    [
        (CONDEMNED, "condemned", Modality.ASSERTED, "2021-06-18"),
        (SAID, "shelled", Modality.ASSERTED, "2021-06-19"),
        (SAID, "said", Modality.ASSERTED, "2021-06-21"),
        (PLANNED, "meet", Modality.FUTURE, "2021-06-24"),
        (PLANNED, "said", Modality.ASSERTED, "2021-06-22"),
        (FOR_WEEKS, "protested", Modality.ASSERTED, "2021-06-01/2021-06-22"),
        (OLD_RAID, "raid", Modality.ASSERTED, "2014-01-01/2014-12-31"),
    ],
)
def test_the_time_that_stands_with_the_act(
    parse: tuple[str, ...], trigger: str, modality: Modality, expected: str
) -> None:
    (when,) = dated(parse, mention(parse[0], trigger, modality=modality))
    assert days(when) == expected
    assert when is not None
    assert when.evidence is not None
    assert when.because[0].step == "resolve.when"


@pytest.mark.parametrize(
    ("parse", "trigger"),
    [(OLD_RAID, "denounced"), (FIRST_SINCE, "raid"), (SENTENCED, "sentenced")],
)
def test_news_is_not_dated_by_words_that_date_something_else(parse: tuple[str, ...], trigger: str) -> None:
    (when,) = dated(parse, mention(parse[0], trigger))
    assert days(when) == "2021-06-20/2021-06-22"
    assert when is not None
    assert when.evidence is None
    assert when.because[0].rule == "news"


def test_the_news_goes_back_to_the_day_the_story_began() -> None:
    text = LATER[0].replace("Two days later they", "They")
    parse = (text, LATER[1], "They/PRON/PRP/nsubj/1 seized/VERB/VBD/ROOT/1 the/DET/DT/det/3 airport/NOUN/NN/dobj/1")
    (when,) = dated(parse, mention(text, "seized", sentence=1))
    assert days(when) == "2021-06-18/2021-06-22"


def test_future_without_words_has_no_date() -> None:
    text = "They will visit."
    parse = (text, "They/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 visit/VERB/VB/ROOT/2 ./PUNCT/./punct/2")
    assert dated(parse, mention(text, "visit", modality=Modality.FUTURE)) == [None]
    assert dated(parse, mention(text, "visit", modality=Modality.HYPOTHETICAL)) == [None]
    assert dated(parse, mention(text, "visit", modality=Modality.HISTORICAL)) == [None]


def test_two_days_later_counts_from_the_mention_before() -> None:
    first, second = mention(LATER[0], "shelled"), mention(LATER[0], "seized", sentence=1)
    assert [days(when) for when in dated(LATER, first, second)] == ["2021-06-18", "2021-06-20"]
    assert [days(when) for when in dated(LATER, second, first)] == ["2021-06-20", "2021-06-18"]


def test_a_day_after_another_act_counts_from_its_date() -> None:
    met, shelled = mention(DAY_AFTER[0], "met"), mention(DAY_AFTER[0], "shelled")
    assert [days(when) for when in dated(DAY_AFTER, met, shelled)] == ["2021-06-20", "2021-06-19"]


def test_the_same_happening_told_again_has_the_same_date() -> None:
    first = mention(TOLD_AGAIN[0], "shelled", key="E1")
    again = mention(TOLD_AGAIN[0], "attack", key="E1", sentence=1)
    other = mention(TOLD_AGAIN[0], "condemned", key="E2", sentence=1)
    whens = dated(TOLD_AGAIN, first, again, other)
    assert [days(when) for when in whens] == ["2021-06-05", "2021-06-05", "2021-06-20/2021-06-22"]
    assert whens[1] is not None
    assert whens[1].because[0].rule == "same happening"


def test_what_is_told_of_long_ago_keeps_its_year_for_the_next_sentence() -> None:
    signed = mention(LONG_AGO[0], "signed", modality=Modality.HISTORICAL)
    released = mention(LONG_AGO[0], "released", modality=Modality.HISTORICAL, sentence=1)
    assert [days(when) for when in dated(LONG_AGO, signed, released)] == ["2012-01-01/2012-12-31"] * 2


def test_without_a_report_day_the_words_are_kept_and_the_reason_told() -> None:
    (when,) = dated(CONDEMNED, mention(CONDEMNED[0], "condemned"), published=None)
    assert when is not None
    assert when.interval is None
    assert when.evidence is not None
    assert when.evidence.text == "Friday"
    assert "--published" in when.because[0].reason


def test_the_words_a_coder_chose_elsewhere_count() -> None:
    start = LATER[0].index("Friday")
    chosen = When(evidence=Evidence.of(LATER[0], start, start + len("Friday")), interval=None)
    text = LATER[0].replace("Two days later they", "They")
    parse = (text, LATER[1], "They/PRON/PRP/nsubj/1 seized/VERB/VBD/ROOT/1 the/DET/DT/det/3 airport/NOUN/NN/dobj/1")
    (when,) = dated(parse, replace(mention(text, "seized", sentence=1), when=chosen))
    assert days(when) == "2021-06-18"


def test_one_mention_alone() -> None:
    document = Document.of(CONDEMNED[0], id="d", published=REPORT)
    annotations = annotated(document, CONDEMNED[1])
    assert days(DateResolver().resolve(document, annotations, mention(CONDEMNED[0], "condemned"))) == "2021-06-18"


DAYS_AFTER = (
    "Iran freed the crew on Monday, days after it seized the ship.",
    "Iran/PROPN/NNP/nsubj/1 freed/VERB/VBD/ROOT/1 the/DET/DT/det/3 crew/NOUN/NN/dobj/1 on/ADP/IN/prep/1 "
    "Monday/PROPN/NNP/pobj/4 ,/PUNCT/,/punct/1 days/NOUN/NNS/npadvmod/10 after/SCONJ/IN/mark/10 it/PRON/PRP/nsubj/10 "
    "seized/VERB/VBD/advcl/1 the/DET/DT/det/12 ship/NOUN/NN/dobj/10 ./PUNCT/./punct/1",
)
THIRD_WEEK = (
    "The siege entered its third week.",
    "The/DET/DT/det/1 siege/NOUN/NN/nsubj/2 entered/VERB/VBD/ROOT/2 its/PRON/PRP$/poss/5 third/ADJ/JJ/amod/5 "
    "week/NOUN/NN/dobj/2 ./PUNCT/./punct/2",
)
AHEAD = (
    "He will meet the king on Friday. He will urge him to help.",
    "He/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 meet/VERB/VB/ROOT/2 the/DET/DT/det/4 king/NOUN/NN/dobj/2 on/ADP/IN/prep/2 "
    "Friday/PROPN/NNP/pobj/5 ./PUNCT/./punct/2",
    "He/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 urge/VERB/VB/ROOT/2 him/PRON/PRP/dobj/2 to/PART/TO/aux/5 "
    "help/VERB/VB/xcomp/2 ./PUNCT/./punct/2",
)


def test_what_another_act_is_counted_from_lies_that_long_before() -> None:
    freed, seized = mention(DAYS_AFTER[0], "freed"), mention(DAYS_AFTER[0], "seized")
    whens = dated(DAYS_AFTER, freed, seized)
    assert [days(when) for when in whens] == ["2021-06-21", "2021-06-15/2021-06-19"]
    assert whens[1] is not None
    assert whens[1].because[0].rule == "counted to"


def test_what_enters_its_third_week_has_lasted_three_weeks() -> None:
    (when,) = dated(THIRD_WEEK, mention(THIRD_WEEK[0], "siege"))
    assert days(when) == "2021-06-01/2021-06-22"


def test_a_plan_takes_the_day_of_the_plan_told_beside_it() -> None:
    meet = mention(AHEAD[0], "meet", modality=Modality.FUTURE)
    urge = mention(AHEAD[0], "urge", modality=Modality.FUTURE, sentence=1)
    assert [days(when) for when in dated(AHEAD, meet, urge)] == ["2021-06-25", "2021-06-25"]


def test_the_share_of_the_chosen_date_is_told() -> None:
    (when,) = dated(CONDEMNED, mention(CONDEMNED[0], "condemned"))
    assert when is not None
    assert when.because[0].score is not None
    assert 0.5 < when.because[0].score <= 1.0


def test_in_a_long_report_only_the_nearest_acts_are_looked_at() -> None:
    text = "Rebels shelled the port. " * 100
    acts = [act_of(replace(mention(text, "shelled"), sentence=sentence), None, ()) for sentence in range(100)]
    near = neighbours(acts, 50)
    assert len(near) == MOST_OTHERS
    assert near == sorted(near)
    assert 50 not in near
    assert (min(near), max(near)) == (30, 70)
    assert neighbours(acts[:5], 2) == [0, 1, 3, 4]
