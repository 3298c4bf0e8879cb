from __future__ import annotations

from collections import Counter

from dateline.demo import reports, stories


def test_there_are_thirty_reports_or_more_and_every_story_names_its_sources() -> None:
    assert len(reports()) >= 30
    assert all(story.sources and story.reports for story in stories())


def test_every_report_is_dated_and_most_stories_are_told_by_several_outlets() -> None:
    assert all(report.published and report.publisher and report.title for report in reports())
    outlets = Counter(len({report.publisher for report in story.reports}) for story in stories())
    assert outlets[1] == 0


def test_a_report_begins_with_its_title() -> None:
    assert all(report.title and report.text.startswith(report.title) for report in reports())


def test_a_report_that_errs_on_purpose_says_so() -> None:
    assert any(story.wrong_on_purpose for story in stories())
