"""Pieces: the encoder's scores of a document's word pieces, and of its tokens."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.model import Token

Array = npt.NDArray[np.float32]
_RARE = 2.0
"""What training takes off the product of two vectors, since few words are parties."""
UNSEEN = -8.0
"""Score of a type at a token that the encoder did not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which columns of the output stand for what.

    Attributes:
        types, modalities, modes: Names of the classes ("CONSULT", "future", "CONSULT/visit").
        role: Width of the vectors that a trigger and its parties are compared by.
    """

    types: tuple[str, ...]
    modalities: tuple[str, ...]
    modes: tuple[str, ...]
    role: int

    @staticmethod
    def of(metadata: dict[str, Any]) -> Layout:
        """The layout that a model's metadata tell."""
        return Layout(
            types=tuple(metadata["types"]),
            modalities=tuple(metadata["modalities"]),
            modes=tuple(metadata["modes"]),
            role=int(metadata["role"]),
        )

    @property
    def bounds(self) -> tuple[int, int, int, int, int]:
        """Where the columns of types, modalities, modes, asking and offering vectors end."""
        a = len(self.types)
        b = a + len(self.modalities)
        c = b + len(self.modes)
        return a, b, c, c + 2 * self.role, c + 4 * self.role


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenScores:
    """Scores of each token of a document, shape (tokens, …); tokens not read have ``UNSEEN`` types.

    Attributes:
        types: Log-odds of each type, the highest of the token's pieces.
        modalities, modes: Scores of the classes.
        asks, offers: Vectors of shape (tokens, 2, role) for actor and recipient.
    """

    layout: Layout
    types: Array
    modalities: Array
    modes: Array
    asks: Array
    offers: Array

    def parties(self, trigger: Sequence[int], nouns: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
        """How likely each noun phrase acts, and undergoes, what the words ``trigger`` tell: two log-odds.

        Args:
            trigger: Tokens of the act's words.
            nouns: First and last token of each phrase.
        """
        if not nouns:
            return []
        start, end = min(first for first, _ in nouns), max(last for _, last in nouns) + 1
        asked = self.asks[list(trigger)].mean(axis=0)
        odds = (self.offers[start:end] * asked).sum(axis=-1) / math.sqrt(self.layout.role) - _RARE
        rows: list[list[float]] = odds.tolist()
        return [
            (
                max(row[0] for row in rows[first - start : last - start + 1]),
                max(row[1] for row in rows[first - start : last - start + 1]),
            )
            for first, last in nouns
        ]

    def mode(self, tokens: slice, event_type: str) -> str | None:
        """The likeliest mode of an act of ``event_type`` told by ``tokens``; None where it is none of them."""
        names = self.layout.modes
        columns = [k for k, name in enumerate(names) if name.startswith(f"{event_type}/")]
        if not columns:
            return None
        best = columns[int(self.modes[tokens][:, columns].mean(axis=0).argmax())]
        return names[best].partition("/")[2] or None


def token_scores(
    tokens: Sequence[Token], offsets: Sequence[tuple[int, int]], scores: Array, layout: Layout
) -> TokenScores:
    """Piece scores to token scores.

    Args:
        tokens: Tokens of the document, in text order.
        offsets: Code points of each piece in the document, in text order.
        scores: Shape (pieces, columns).
        layout: What the columns are.
    """
    count, width = len(tokens), layout.bounds[-1]
    a, b, c, d, e = layout.bounds
    types = np.full((count, a), UNSEEN, dtype=np.float32)
    mean = np.zeros((count, width), dtype=np.float32)
    owner = _owners(tokens, offsets)
    held = owner >= 0
    if held.any():
        read, starts, pieces = np.unique(owner[held], return_index=True, return_counts=True)
        types[read] = np.maximum(np.maximum.reduceat(scores[held, :a], starts), UNSEEN)
        mean[read] = np.add.reduceat(scores[held], starts) / pieces[:, None].astype(np.float32)
    return TokenScores(
        layout=layout,
        types=types,
        modalities=mean[:, a:b],
        modes=mean[:, b:c],
        asks=mean[:, c:d].reshape(count, 2, layout.role),
        offers=mean[:, d:e].reshape(count, 2, layout.role),
    )


def _owners(tokens: Sequence[Token], offsets: Sequence[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """The token that each piece belongs to, or -1."""
    if not offsets:
        return np.zeros(0, dtype=np.int64)
    firsts, stops = np.array(offsets, dtype=np.int64).T
    starts = np.array([*(token.start for token in tokens), np.iinfo(np.int64).max])
    ends = np.array([token.end for token in tokens])
    owner = np.searchsorted(ends, firsts, side="right")
    return np.where(starts[owner] < stops, owner, -1)
