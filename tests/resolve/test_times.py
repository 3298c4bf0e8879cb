"""A table of time expressions: what is found in a sentence and which days it stands for."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.model import DatePrecision, Document, ImpreciseDate
from dateline.resolve.dates import anchor_of, resolve_time
from dateline.text.time_expressions import find_times

#: A Tuesday.
REPORT = dt.date(2021, 6, 22)

#: Sentence, words found, tense, days ("" when the words stand for none).
CASES = [
    # whole dates, in every order
    ("The envoy arrived on June 21, 2021.", "June 21, 2021", "past", "2021-06-21"),
    ("The envoy arrived on 21 June 2021.", "21 June 2021", "past", "2021-06-21"),
    ("The envoy arrived on the 21st of June, 2021.", "the 21st of June, 2021", "past", "2021-06-21"),
    ("The envoy arrived on 2021-06-21.", "2021-06-21", "past", "2021-06-21"),
    ("The envoy arrived on 6/21/2021.", "6/21/2021", "past", "2021-06-21"),
    ("The envoy arrived on 21/6/2021.", "21/6/2021", "past", "2021-06-21"),
    ("The envoy arrived on 21.06.2021.", "21.06.2021", "past", "2021-06-21"),
    ("The envoy arrived on Sept. 5, 2019.", "Sept. 5, 2019", "past", "2019-09-05"),
    ("The envoy arrived on 5-Sep-2019.", "5-Sep-2019", "past", "2019-09-05"),
    ("The envoy arrived on 2019/Sep/05.", "2019/Sep/05", "past", "2019-09-05"),
    ("The envoy arrived on June twenty-first, 2021.", "June twenty-first, 2021", "past", "2021-06-21"),
    ("It was signed on May 8 nineteen forty-five.", "May 8 nineteen forty-five", "past", "1945-05-08"),
    ("The file is stamped 20210621.", "20210621", "past", "2021-06-21"),
    ("They met on Monday, June 21, 2021.", "Monday, June 21, 2021", "past", "2021-06-21"),
    # days without a year
    ("The envoy arrived on June 21.", "June 21", "past", "2021-06-21"),
    ("The envoy arrived on June 21st.", "June 21st", "past", "2021-06-21"),
    ("The envoy arrived on 21 June.", "21 June", "past", "2021-06-21"),
    ("The envoy arrived on Dec. 3.", "Dec. 3", "past", "2020-12-03"),
    ("The envoy will arrive on Dec. 3.", "Dec. 3", "future", "2021-12-03"),
    ("The envoy will arrive on March 3.", "March 3", "future", "2022-03-03"),
    ("The vote set for July 4 was called off.", "July 4", "past", "2021-07-04"),
    ("The talks opened on 6/17.", "6/17", "past", "2021-06-17"),
    ("The talks opened on the 17th.", "the 17th", "past", "2021-06-17"),
    ("The leap-day raid of Feb. 29 failed.", "Feb. 29", "past", "2020-02-29"),
    # weekdays
    ("The envoy arrived on Monday.", "Monday", "past", "2021-06-21"),
    ("The envoy arrived on Tuesday.", "Tuesday", "past", "2021-06-22"),
    ("The envoy arrived on Friday.", "Friday", "past", "2021-06-18"),
    ("The envoy will arrive on Friday.", "Friday", "future", "2021-06-25"),
    ("The envoy will arrive on Tuesday.", "Tuesday", "future", "2021-06-22"),
    ("The envoy arrived on Wednesday, local time.", "Wednesday", "past", "2021-06-23"),
    ("He was seized last Friday.", "last Friday", "past", "2021-06-18"),
    ("He was seized last Monday.", "last Monday", "past", "2021-06-14"),
    ("He was seized this past Monday.", "this past Monday", "past", "2021-06-21"),
    ("They will vote next Tuesday.", "next Tuesday", "future", "2021-06-29"),
    ("They will vote this Thursday.", "this Thursday", "future", "2021-06-24"),
    ("They will vote this coming Sunday.", "this coming Sunday", "future", "2021-06-27"),
    ("They met on Tuesday of last week.", "Tuesday of last week", "past", "2021-06-15"),
    ("Shells fell on Monday night.", "Monday night", "past", "2021-06-21"),
    ("Shells fell early on Sunday.", "early on Sunday", "past", "2021-06-20"),
    ("Shells fell on the night of June 3.", "night of June 3", "past", "2021-06-03"),
    # counted from the report
    ("The army said today it was ready.", "today", "past", "2021-06-22"),
    ("The army said yesterday it was ready.", "yesterday", "past", "2021-06-21"),
    ("The army will march tomorrow.", "tomorrow", "future", "2021-06-23"),
    ("They left the day before yesterday.", "day before yesterday", "past", "2021-06-20"),
    ("They leave the day after tomorrow.", "day after tomorrow", "future", "2021-06-24"),
    ("Shells fell last night.", "last night", "past", "2021-06-21"),
    ("Shells fell this morning.", "this morning", "past", "2021-06-22"),
    ("Shells fell overnight.", "overnight", "past", "2021-06-21/2021-06-22"),
    ("The ship left last week.", "last week", "past", "2021-06-14/2021-06-20"),
    ("The ship leaves next week.", "next week", "future", "2021-06-28/2021-07-04"),
    ("The ship left this week.", "this week", "past", "2021-06-21/2021-06-22"),
    ("The ship leaves later this week.", "later this week", "future", "2021-06-22/2021-06-27"),
    ("The ship left last month.", "last month", "past", "2021-05-01/2021-05-31"),
    ("The ship left earlier this month.", "earlier this month", "past", "2021-06-01/2021-06-22"),
    ("The ship left earlier this year.", "earlier this year", "past", "2021-01-01/2021-06-22"),
    ("The ship left last year.", "last year", "past", "2020-01-01/2020-12-31"),
    ("The ship left over the weekend.", "the weekend", "past", "2021-06-19/2021-06-20"),
    ("The ship leaves this weekend.", "this weekend", "future", "2021-06-26/2021-06-27"),
    ("Orders rose last quarter.", "last quarter", "past", "2021-01-01/2021-03-31"),
    ("It has shrunk in the last century.", "last century", "past", "1901-01-01/2000-12-31"),
    ("A treaty was signed last summer.", "last summer", "past", "2020-06-01/2020-08-31"),
    ("A treaty was signed last May.", "last May", "past", "2021-05-01/2021-05-31"),
    ("A treaty was signed in March of last year.", "March of last year", "past", "2020-03-01/2020-03-31"),
    # amounts
    ("The strike came two days ago.", "two days ago", "past", "2021-06-20"),
    ("The strike came two weeks ago.", "two weeks ago", "past", "2021-06-07/2021-06-09"),
    ("The strike came three months ago.", "three months ago", "past", "2021-03-07/2021-04-06"),
    ("The strike came a year ago.", "a year ago", "past", "2020-05-23/2020-07-22"),
    ("The strike came five years ago.", "five years ago", "past", "2016-01-01/2016-12-31"),
    ("The strike came several months ago.", "several months ago", "past", "2020-12-22/2021-04-22"),
    ("The strike came 2 weeks and 2 days ago.", "2 weeks and 2 days ago", "past", "2021-06-06"),
    ("The talks resume in two weeks.", "in two weeks", "future", "2021-07-05/2021-07-07"),
    ("The talks were the first in two weeks.", "in two weeks", "past", ""),
    ("It must disarm within 90 days.", "within 90 days", "future", "2021-06-22/2021-09-20"),
    ("Two died over the past two weeks.", "past two weeks", "past", "2021-06-08/2021-06-22"),
    ("Many died over the past decade.", "past decade", "past", "2011-06-22/2021-06-22"),
    ("Many died in recent weeks.", "recent weeks", "past", "2021-05-25/2021-06-22"),
    ("More will come in the coming days.", "coming days", "future", "2021-06-22/2021-06-29"),
    ("More will come over the next three months.", "next three months", "future", "2021-06-22/2021-09-22"),
    ("They left two days before Christmas 2020.", "two days before Christmas 2020", "past", "2020-12-23"),
    ("They left 10 days after May 1, 2021.", "10 days after May 1, 2021", "past", "2021-05-11"),
    ("They talked for three hours.", "for three hours", "past", ""),
    ("He held the post for three years.", "for three years", "past", ""),
    ("A three-day truce began.", "three-day", "past", ""),
    ("Recently both sides withdrew.", "Recently", "past", "2021-05-25/2021-06-22"),
    # parts of the calendar
    ("The coup failed in late February.", "late February", "past", "2021-02-20/2021-02-28"),
    ("The coup failed in mid-May.", "mid-May", "past", "2021-05-10/2021-05-21"),
    ("The coup failed in early 2020.", "early 2020", "past", "2020-01-01/2020-04-30"),
    ("It ended at the end of 2019.", "end of 2019", "past", "2019-12-01/2019-12-31"),
    ("It will end at the end of the month.", "end of the month", "future", "2021-06-26/2021-06-30"),
    ("Exports fell in the first half of 2019.", "first half of 2019", "past", "2019-01-01/2019-06-30"),
    ("Exports fell in Q3 2015.", "Q3 2015", "past", "2015-07-01/2015-09-30"),
    ("Exports fell in the third quarter of 2015.", "the third quarter of 2015", "past", "2015-07-01/2015-09-30"),
    ("Exports fell in the second quarter.", "the second quarter", "past", "2021-04-01/2021-06-22"),
    ("The line closed in May.", "May", "past", "2021-05-01/2021-05-31"),
    ("The line will close in May.", "May", "future", "2022-05-01/2022-05-31"),
    ("The line closed in August 2014.", "August 2014", "past", "2014-08-01/2014-08-31"),
    ("The line closed in the summer of 2016.", "summer of 2016", "past", "2016-06-01/2016-08-31"),
    ("The line closed in 2014.", "2014", "past", "2014-01-01/2014-12-31"),
    ("The line closed in nineteen eighty-nine.", "nineteen eighty-nine", "past", "1989-01-01/1989-12-31"),
    ("War shaped the 1950s.", "1950s", "past", "1950-01-01/1959-12-31"),
    ("War shaped the early 1990s.", "early 1990s", "past", "1990-01-01/1992-12-31"),
    ("It rose in the late 1990s.", "late 1990s", "past", "1997-01-01/1999-12-31"),
    ("It rose in mid-2019.", "mid-2019", "past", "2019-05-01/2019-08-31"),
    ("War shaped the nineties.", "nineties", "past", "1990-01-01/1999-12-31"),
    ("War shaped the 19th century.", "19th century", "past", "1801-01-01/1900-12-31"),
    ("The budget for fiscal year 2020 passed.", "fiscal year 2020", "past", "2020-01-01/2020-12-31"),
    ("It fell in the first week of May.", "the first week of May", "past", "2021-05-01/2021-05-07"),
    ("It meets on the third Monday in May.", "the third Monday in May", "past", "2021-05-17"),
    ("It fell in the last three months of 2020.", "the last three months of 2020", "past", "2020-10-01/2020-12-31"),
    ("It meets in the week of May 12.", "the week of May 12", "past", "2021-05-10/2021-05-16"),
    ("It fell in week 10 of 2021.", "week 10 of 2021", "past", "2021-03-08/2021-03-14"),
    # ranges and open intervals
    ("Arms flowed from 2015 to 2019.", "from 2015 to 2019", "past", "2015-01-01/2019-12-31"),
    ("Arms flowed in 2015-19.", "2015-19", "past", "2015-01-01/2019-12-31"),
    ("Arms flowed in 2015–2019.", "2015–2019", "past", "2015-01-01/2019-12-31"),
    ("Arms flowed between March and June.", "between March and June", "past", "2021-03-01/2021-06-22"),
    ("They drilled on May 3-5.", "May 3-5", "past", "2021-05-03/2021-05-05"),
    ("They drilled from May 30 to June 2.", "from May 30 to June 2", "past", "2021-05-30/2021-06-02"),
    ("They drilled on 3 to 5 May 2021.", "3 to 5 May 2021", "past", "2021-05-03/2021-05-05"),
    ("They drilled from Nov to Feb 2021.", "from Nov to Feb 2021", "past", "2020-11-01/2021-02-28"),
    ("He has been held since January.", "since January", "past", "2021-01-01/2021-06-22"),
    ("He has been held since the 2014 revolt.", "since the 2014", "past", "2014-01-01/2021-06-22"),
    ("It will withdraw by October 31.", "by October 31", "future", "2021-06-22/2021-10-31"),
    ("It will stay until Monday.", "until Monday", "future", "2021-06-22/2021-06-28"),
    # holidays
    ("They marched on May Day.", "May Day", "past", "2021-05-01"),
    ("They marched on Christmas Day.", "Christmas Day", "past", "2020-12-25"),
    ("They marched on Easter Sunday.", "Easter Sunday", "past", "2021-04-04"),
    ("They marched on Good Friday 2019.", "Good Friday 2019", "past", "2019-04-19"),
    ("They will march on New Year's Day.", "New Year's Day", "future", "2022-01-01"),
    ("They will march on Labor Day.", "Labor Day", "future", "2021-09-06"),
    ("They fasted during Ramadan.", "Ramadan", "past", "2021-04-12/2021-05-13"),
    # without measure, and repeated
    ("It now has 40 tanks.", "now", "past", ""),
    ("Patrols leave every Monday.", "every Monday", "past", ""),
    ("Shells fell at 7:32 p.m. local time.", "at 7:32 p.m.", "past", ""),
]


@pytest.mark.parametrize(("sentence", "words", "tense", "days"), CASES, ids=[case[0] for case in CASES])
def test_words_and_days(sentence: str, words: str, tense: str, days: str) -> None:
    (mention,) = [each for each in find_times(sentence) if words in each.evidence.text or each.evidence.text in words]
    mention.evidence.check(sentence)
    resolved = resolve_time(mention, REPORT, tense=tense)
    assert mention.evidence.text == words
    assert str(resolved.interval or "") == days
    assert resolved.reason


def test_without_a_report_day_relative_times_stay_open_and_say_why() -> None:
    (mention,) = find_times("The envoy arrived on Monday.")
    resolved = resolve_time(mention, None)
    assert resolved.interval is None
    assert "give --published" in resolved.reason


def test_a_whole_date_needs_no_report_day() -> None:
    (mention,) = find_times("The envoy arrived on June 21, 2021.")
    assert str(resolve_time(mention, None).interval) == "2021-06-21"


def test_a_month_without_tense_is_the_one_not_long_past() -> None:
    (december,) = find_times("in December")
    assert str(resolve_time(december, REPORT).interval) == "2020-12-01/2020-12-31"
    (july,) = find_times("in July")
    assert str(resolve_time(july, REPORT).interval) == "2021-07-01/2021-07-31"


def test_what_counts_from_an_event_waits_for_its_date() -> None:
    (mention,) = find_times("The envoy left a day after the vote.")
    assert resolve_time(mention, REPORT, tense="past").interval is None
    vote = ImpreciseDate.day(dt.date(2021, 6, 18))
    assert str(resolve_time(mention, REPORT, tense="past", event=vote).interval) == "2021-06-19"


def test_later_counts_from_what_was_told_before() -> None:
    (mention,) = find_times("Two days later the envoy left.")
    told = ImpreciseDate.day(dt.date(2021, 6, 10))
    assert resolve_time(mention, REPORT, tense="past").interval is None
    assert str(resolve_time(mention, REPORT, tense="past", previous=told).interval) == "2021-06-12"


def test_the_same_day_is_the_day_told_before() -> None:
    (mention,) = find_times("On the same day the envoy left.")
    told = ImpreciseDate.day(dt.date(2021, 6, 10))
    assert str(resolve_time(mention, REPORT, previous=told).interval) == "2021-06-10"
    assert resolve_time(mention, REPORT).interval is None


def test_a_year_earlier_than_a_quarter_is_a_quarter() -> None:
    (mention,) = find_times("a year earlier")
    told = ImpreciseDate(earliest=dt.date(2021, 1, 1), latest=dt.date(2021, 3, 31), precision=DatePrecision.RANGE)
    assert str(resolve_time(mention, REPORT, previous=told).interval) == "2020-01-01/2020-03-31"


def test_a_date_that_does_not_exist_is_no_date() -> None:
    assert find_times("It is stamped 2021-02-30.") == ()


def test_a_range_that_runs_backwards_is_left_open() -> None:
    (mention,) = find_times("from 2019 to 2015")
    assert resolve_time(mention, REPORT).interval is None


def test_anchor_is_the_day_of_publication_or_the_whole_date_of_the_dateline() -> None:
    told = Document.of("ANKARA, June 21, 2021 (Agency) - The envoy left on Monday.")
    assert anchor_of(told) == dt.date(2021, 6, 21)
    assert anchor_of(Document.of("ANKARA, June 21 (Agency) - The envoy left.")) is None
    assert anchor_of(Document.of("The envoy left.", published=REPORT)) == REPORT
