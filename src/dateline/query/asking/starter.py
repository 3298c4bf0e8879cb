"""What ships beside what is loaded: embargoes, tallies and vetoes of the starter set, read once."""

from __future__ import annotations

from functools import cache

from dateline.model.reference import Programme, ReferenceRecord, Resolution, Veto
from dateline.vocab.starter import KIND, starter_records


def starter_embargoes(country: str) -> tuple[Programme, ...]:
    """Arms embargoes on a state that ship."""
    return tuple(each for each in _records() if isinstance(each, Programme) and country in each.target_countries)


def starter_votes() -> tuple[Resolution, ...]:
    """Votes that ship: tallies without ballots."""
    return tuple(each for each in _records() if isinstance(each, Resolution))


def starter_vetoes() -> tuple[Veto, ...]:
    """Vetoes that ship."""
    return tuple(each for each in _records() if isinstance(each, Veto))


def is_starter(row_id: str) -> bool:
    """Whether a row ships with Dateline."""
    return row_id.startswith(f"{KIND}:")


@cache
def _records() -> tuple[ReferenceRecord, ...]:
    return tuple(starter_records())
