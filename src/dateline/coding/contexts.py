"""Contexts: what an act is about, by the cue words of ``vocab/data/contexts.toml`` in its sentence."""

from __future__ import annotations

from functools import cache

from dateline.model import Token
from dateline.vocab.contexts import context_cues

_MOST = 3


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """First word of a cue → (words of the cue, contexts), the longest cue first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for cue, names in context_cues().items():
        words = tuple(cue.split())
        found.setdefault(words[0], []).append((words, names))
    return {first: tuple(sorted(cues, key=lambda held: -len(held[0]))) for first, cues in found.items()}


def contexts_in(tokens: list[Token]) -> tuple[tuple[str, int], ...]:
    """Contexts told by some tokens, with the index of the token that tells each, in text order.

    Hyphens count as spaces.
    """
    index = _by_first_word()
    words = [token for token in tokens if token.text not in {"-", "–"}]
    found: list[tuple[str, int]] = []
    for at, token in enumerate(words):
        for cue, names in (*index.get(token.lemma, ()), *(index.get(token.text.lower(), ()))):
            window = words[at : at + len(cue)]
            if len(window) == len(cue) and all(
                word in (held.lemma, held.text.lower()) for word, held in zip(cue, window, strict=True)
            ):
                found.extend((name, token.i) for name in names)
                break
    return tuple(dict.fromkeys(found))


def contexts_near(found: tuple[tuple[str, int], ...], head: int) -> tuple[str, ...]:
    """The contexts whose cues stand nearest to a trigger, at most three, the nearest first."""
    ranked = sorted(found, key=lambda held: abs(held[1] - head))
    return tuple(dict.fromkeys(name for name, _ in ranked))[:_MOST]
