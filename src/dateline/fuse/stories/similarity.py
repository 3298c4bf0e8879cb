"""Which articles resemble each other: cosine of weighted terms, by an inverted index.

Terms weigh (1 + log count) · (1 + log((1 + n) / (1 + articles with it))), the usual sublinear tf-idf. Terms of more
than one article in ten tell nothing apart and are left out. Cost is that of the index: each article meets only those
that share a term, so ten thousand articles take seconds and no matrix is built.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Terms of more than this share of articles are left out.
COMMONEST = 0.1
#: But never a term of so few articles.
_FEW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two articles by their numbers, ``left < right``, and the cosine of their terms."""

    left: int
    right: int
    cosine: float


class TermIndex:
    """Articles as unit vectors of weighted terms.

    Args:
        counts: Terms of each article with their counts.
    """

    def __init__(self, counts: Sequence[Mapping[str, int]]) -> None:
        self.size = len(counts)
        spread = Counter(term for each in counts for term in each)
        most = max(COMMONEST * self.size, _FEW)
        weight = {
            term: 1 + math.log((1 + self.size) / (1 + articles))
            for term, articles in spread.items()
            if articles <= most
        }
        shared = (term for term in weight if spread[term] > 1)
        self._numbers = {term: number for number, term in enumerate(shared)}
        self._articles = [self._vector(each, weight) for each in counts]
        self._postings = self._inverted()

    def _vector(
        self, counts: Mapping[str, int], weight: Mapping[str, float]
    ) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        weighed = {term: (1 + math.log(count)) * weight[term] for term, count in counts.items() if term in weight}
        length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
        kept = [(self._numbers[term], value / length) for term, value in weighed.items() if term in self._numbers]
        numbers, values = zip(*kept, strict=True) if kept else ((), ())
        return np.array(numbers, dtype=np.int32), np.array(values, dtype=np.float32)

    def _inverted(self) -> list[tuple[NDArray[np.int32], NDArray[np.float32]]]:
        if not self._numbers:
            return []
        sizes = [len(terms) for terms, _ in self._articles]
        terms = np.concatenate([terms for terms, _ in self._articles])
        values = np.concatenate([values for _, values in self._articles])
        articles = np.repeat(np.arange(self.size, dtype=np.int32), sizes)
        order = np.argsort(terms, kind="stable")
        bounds = np.cumsum(np.bincount(terms, minlength=len(self._numbers)))[:-1]
        return list(zip(np.split(articles[order], bounds), np.split(values[order], bounds), strict=True))

    def likenesses(self, least: float) -> Iterator[Likeness]:
        """Pairs of articles with a cosine of at least ``least``, each once, by their numbers."""
        for left, (terms, values) in enumerate(self._articles):
            if not len(terms):
                continue
            met = [self._postings[term] for term in terms]
            articles = np.concatenate([each for each, _ in met])
            products = np.concatenate([each * value for (_, each), value in zip(met, values, strict=True)])
            cosines = np.bincount(articles, weights=products, minlength=self.size)
            for right in np.flatnonzero(cosines >= least):
                if right > left:
                    yield Likeness(left=left, right=int(right), cosine=float(cosines[right]))

    def shared(self, left: int, right: int, most: int = 6) -> list[str]:
        """The terms that make two articles alike, weightiest first."""
        mine, theirs = (dict(zip(*map(list, self._articles[each]), strict=True)) for each in (left, right))
        common = sorted((-mine[term] * theirs[term], term) for term in mine.keys() & theirs.keys())[:most]
        named = {number: term for term, number in self._numbers.items()}
        return [named[term] for _, term in common]
