"""A claim in a report against reference records → a verdict with its readings, rows and formula."""

from __future__ import annotations

from dateline.verify.checking import Checked, check, check_all, claims_to_check
from dateline.verify.facts import Facts
from dateline.verify.memory import JoinedFacts, MemoryFacts
from dateline.verify.told import Time, Told, told

__all__ = [
    "Checked",
    "Facts",
    "JoinedFacts",
    "MemoryFacts",
    "Time",
    "Told",
    "check",
    "check_all",
    "claims_to_check",
    "told",
]
