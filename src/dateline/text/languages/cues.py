"""The shape of a list of cue phrases."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Phrases by which one kind of line is known.

    Attributes:
        reason: Why such a line is no part of the report, as a plain sentence.
        patterns: Regular expressions that must match a line from its start; case plays no part, the line
            comes without surrounding space, bullets and arrows. End a pattern in ``$`` to demand the whole line.
        most_words: Longer lines are never taken.
        inside: The cue is so sure that it also takes one sentence out of a paragraph of the report.
    """

    reason: str
    patterns: tuple[str, ...]
    most_words: int = 40
    inside: bool = False
