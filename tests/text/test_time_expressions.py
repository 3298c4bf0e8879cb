from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.time_expressions import find_times
from dateline.text.timex import Calendar, Happening, Offset, Range, TimeKind

DATED = {TimeKind.DATE, TimeKind.RANGE, TimeKind.EVENT_RELATIVE}

#: Sentences that look as if they told a time.
FALSE_FRIENDS = [
    "They may or may not march.",
    "This may take longer than expected.",
    "Soldiers march through the town.",
    "One may ask what the minister wants.",
    "The Fourth Army relieved the Second Brigade.",
    "He won in the second round, his first time.",
    "Prime Minister May resigned; Theresa May and Mrs May wept.",
    "Security Council Resolution 1970 and Resolution 2231 apply.",
    "Some 1,500 troops faced about 2000 people and 2000 soldiers.",
    "Article 50, Section 230 and Chapter 7 were cited.",
    "The F-16, the Su-30, the S-400 and the T-72 were shown.",
    "Call 138-2010-2015 or (206) 555-1212.",
    "The code is 133-03-03-2020.",
    "He works 24/7, and 3/4 of the crew left.",
    "Shares fell 5.12 percent to 6,107.31.",
    "It cost $2015, or €1999.",
    "The Arab Spring and the Prague Spring failed.",
    "A quarter of the fleet sank.",
    "He read the Sunday Times in the sun.",
    "Have a nice weekend!",
    "Happy Easter!",
    "April Smith met Jan Berg.",
    "At the close the 12th man left the 18th floor.",
    "Between 30 and 40 fighters died, from 10 to 20 in one town.",
    "In May 20 soldiers deserted.",
    "The 9/11 Commission sat.",
    "News came day after day.",
    "She keeps the records up to date.",
    "Bloody Sunday was remembered.",
    "COVID-19 and MH17 were debated.",
    "The 2+2 talks of the G7 and the P5+1 ended.",
    "The march for peace ended; so did the Women's March.",
    "The ratio was 4:3, the score 3-2.",
]


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_false_friends_tell_no_day(sentence: str) -> None:
    found = [each.evidence.text for each in find_times(sentence) if each.kind in DATED]
    assert found == (["May"] if sentence.startswith("In May") else [])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("on June 21, 2021", TimeKind.DATE),
        ("from 2015 to 2019", TimeKind.RANGE),
        ("since January", TimeKind.RANGE),
        ("over the past two weeks", TimeKind.RANGE),
        ("for three years", TimeKind.DURATION),
        ("every Friday", TimeKind.REPEATED),
        ("at 7:32 p.m.", TimeKind.CLOCK),
        ("overnight", TimeKind.CLOCK),
        ("recently", TimeKind.VAGUE),
        ("days after the coup", TimeKind.EVENT_RELATIVE),
        ("shortly after the coup", TimeKind.EVENT_RELATIVE),
        ("two weeks later", TimeKind.EVENT_RELATIVE),
    ],
)
def test_kinds(sentence: str, kind: TimeKind) -> None:
    (mention,) = find_times(sentence)
    assert mention.kind is kind


def test_parts_of_a_date_are_kept_apart() -> None:
    (mention,) = find_times("on Monday, June 21")
    assert mention.expression == Calendar(month=6, day=21, weekday=1)


def test_a_year_at_the_end_of_a_range_holds_for_both() -> None:
    (mention,) = find_times("from May to October 2020")
    assert mention.expression == Range(first=Calendar(year=2020, month=5), last=Calendar(year=2020, month=10))


def test_after_something_that_is_no_date_it_counts_from_an_event() -> None:
    (mention,) = find_times("two days after the coup")
    assert isinstance(mention.expression, Offset)
    assert mention.expression.base == Happening()


def test_spans_count_code_points_of_the_whole_text() -> None:
    text = "“Über 40 Staaten” 🙂 met on 3 May 2020; they will meet again in July."
    found = find_times(text)
    assert [each.evidence.text for each in found] == ["3 May 2020", "July"]
    for each in found:
        each.evidence.check(text)


def test_expressions_do_not_reach_over_a_sentence_or_paragraph() -> None:
    assert [each.evidence.text for each in find_times("It closed in May. 2020 was worse.")] == ["May", "2020"]
    assert [each.evidence.text for each in find_times("It closed in May\n\n2020 was worse")] == ["May", "2020"]


def test_abbreviated_months_keep_their_point_inside() -> None:
    assert [each.evidence.text for each in find_times("on Sept. 5 and on Jan. 3, 2019.")] == ["Sept. 5", "Jan. 3, 2019"]


def test_no_text_no_times() -> None:
    assert find_times("") == ()


VOCABULARY = (
    "on May 3 - 5 the last next first week of in 2015 19 Monday , . ago two after before from to until since quarter "
    "year early and between half a couple few days 's ( ) / : noon 7pm Easter this that now 1990s the 21st"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_sequence_of_time_words_is_read_without_error(text: str) -> None:
    end = 0
    for mention in find_times(text):
        mention.evidence.check(text)
        assert mention.evidence.start >= end
        end = mention.evidence.end


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_times(text):
        mention.evidence.check(text)
