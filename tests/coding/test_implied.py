"""Who protests where the words tell of a protest alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.implied import protests
from dateline.coding.role_ranking.figures import Figure
from dateline.model import EventMention

Told = Callable[..., EventMention]


def _figure(sort: str, sector: str) -> Figure:
    return Figure(i=3, first=3, who="CHL", country="CHL", sector=sector, sort=sort, strength=0.8)


def test_a_protest_without_protesters_implies_them(told: Told) -> None:
    (actor,) = told("The protests in Chile went on for a month.", "PROTEST").actors
    assert (actor.evidence, actor.name) == (None, "protesters in Chile")


def test_protesters_named_beside_the_words_are_meant(told: Told) -> None:
    text = "The governor spoke of a riot in Santiago, while demonstrators marched on to the port."
    (actor,) = told(text, "PROTEST").actors
    assert actor.evidence is not None
    assert actor.evidence.text == "demonstrators"


def test_whoever_the_words_name_stays(told: Told) -> None:
    (actor,) = told("Police officers staged a protest in Santiago.", "PROTEST").actors
    assert actor.evidence is not None
    assert actor.evidence.text == "Police officers"


@pytest.mark.parametrize(
    ("sort", "sector", "mode", "fits"),
    [
        ("agent", "CVL", "demo", True),
        ("agent", "COP", "demo", False),
        ("place", "", "riot", False),
        ("place", "", "boycott", True),
        ("person", "PTY", "hunger", True),
    ],
)
def test_kinds_of_parties_that_protest(sort: str, sector: str, mode: str, fits: bool) -> None:
    assert protests(_figure(sort, sector), mode) is fits
