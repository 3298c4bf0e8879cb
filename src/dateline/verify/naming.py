"""Naming: states in words of people."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.vocab.territories import territories


def state_name(code: str) -> str:
    """The English name of a state by alpha-3 code, or the code where it has none."""
    found = territories().get(code)
    return found.name if found is not None else code


def state_names(codes: Sequence[str]) -> str:
    """Several names joined: "China, India and Russia"."""
    names = [state_name(code) for code in codes]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
