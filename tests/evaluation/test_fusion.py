from __future__ import annotations

from collections import Counter

import pytest

from dateline.errors import UsageError
from dateline.evaluation.fusion import SETS, evaluate_fusion, read_gold


@pytest.mark.parametrize("name", SETS)
def test_each_happening_is_told_twice_and_look_alikes_are_of_the_set(name: str) -> None:
    reports, pairs = read_gold(name)
    told = Counter(key for report in reports for key in report.events)
    assert len({report.document.id for report in reports}) == len(reports) >= 60
    assert min(told.values()) >= 2
    assert {key for pair in pairs for key in pair} <= told.keys()


def test_a_set_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="one of development, unseen"):
        read_gold("everything")


def test_development_set_keeps_its_floors() -> None:
    report = evaluate_fusion("development")
    assert report.all.f1 >= 0.84
    assert len(report.merged) <= 0.05 * report.look_alikes
