"""Because: every coding, resolution, merge and verdict explains itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why one decision was taken.

    Attributes:
        step: The stage and field decided, dotted ("coding.type", "resolve.actor", "resolve.when").
        reason: One plain sentence with the values that made it.
        rule: Name of the rule, lexicon entry or data row that decided; may be empty.
        score: Strength between 0 and 1 where there is one.
    """

    step: str
    reason: str
    rule: str = ""
    score: float | None = None
