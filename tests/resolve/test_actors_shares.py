"""How many of the invented cases come out right, by class, and that none is merged wrongly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actor_cases import Case, by_class, resolve
from dateline.model import Party

CLASSES = by_class()
#: Least share of right answers in each class, and in all.
FLOOR, ALL = 0.95, 0.97
#: Least number of cases.
FEWEST = 520


def resolved(cases: list[Case]) -> Iterator[tuple[Case, Party]]:
    for case in cases:
        yield case, resolve(case.words, case.name, **case.context)


def told(case: Case, found: Party) -> str:
    day = case.context["day"] or case.context["published"] or ""
    return f"{case.words} ({day}): wanted {case.wanted}, got {case.got(found)}: {[b.reason for b in found.because]}"


@pytest.fixture(scope="module")
def results() -> dict[str, list[tuple[Case, Party]]]:
    return {name: list(resolved(cases)) for name, cases in CLASSES.items()}


@pytest.mark.parametrize("name", CLASSES)
def test_nearly_all_of_a_class_are_right(name, results, record_property):
    wrong = [told(case, found) for case, found in results[name] if case.got(found) != case.wanted]
    share = 1 - len(wrong) / len(results[name])
    record_property("right", f"{name}: {share:.1%} of {len(results[name])}")
    assert share >= FLOOR, "\n".join([f"{name}: {share:.1%} right", *wrong])


def test_nearly_all_are_right(results):
    right = [case.got(found) == case.wanted for each in results.values() for case, found in each]
    assert len(right) >= FEWEST
    assert sum(right) / len(right) >= ALL, f"{sum(right)} of {len(right)}"


def test_nobody_is_merged_wrongly(results):
    merged = [told(*each) for found in results.values() for each in found if each[0].is_wrong_merge(each[1])]
    assert not merged, "\n".join(merged)
