"""Search for similar names: a misspelt or differently transcribed name of a known person or body.

Candidates come from a fuzzy search over all folded names; each is then scored word by word (``actor_similarity``), and
one that may as well be somebody else (``actor_doubts``) is kept below :data:`ACCEPT`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from dateline.resolve.actor_doubts import doubt
from dateline.resolve.actor_similarity import ACCEPT, REVIEW, compare, pair_words
from dateline.vocab.actors import Catalogue
from dateline.vocab.fold import key

#: Score of a candidate that is in doubt, at most.
_DOUBTED = ACCEPT - 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A known actor whose name is similar.

    Attributes:
        canonical_id: The actor.
        alias: Its folded name that is nearest.
        score: Between 0 and 1; see :data:`ACCEPT`, :data:`REVIEW`.
        reason: How the score came about, word by word, and what casts doubt on it.
    """

    canonical_id: str
    alias: str
    score: float
    reason: str


def _sorted(phrase: str) -> str:
    """The words of a name in alphabetical order, so that their own order does not count."""
    return " ".join(sorted(phrase.split()))


class SimilarNames:
    """Search over the names of a catalogue."""

    def __init__(self, known: Catalogue) -> None:
        self._ids = {
            phrase: ids[0]
            for phrase, ids in known.index.phrases()
            if len(set(ids)) == 1 and ids[0].startswith(("person/", "body/")) and len(phrase) >= 6
        }
        self._phrases = list(self._ids)
        self._sorted = [_sorted(phrase) for phrase in self._phrases]
        self._known = known
        self.best = lru_cache(maxsize=4096)(self._best)

    def _best(self, name: str) -> Candidate | None:
        """The most similar known name, or None below :data:`REVIEW`."""
        folded = key(name)
        if len(folded) < 6:
            return None
        best: Candidate | None = None
        for wanted, names in ((_sorted(folded), self._sorted), (folded, self._phrases)):
            found = process.extract(wanted, names, scorer=fuzz.ratio, limit=12, score_cutoff=60)
            scored = [self._scored(folded, self._phrases[at]) for _, _, at in found]
            best = max([*([best] if best else []), *scored], key=lambda each: each.score, default=None)
            if best is not None and best.score >= ACCEPT:
                return best
        return best if best is not None and best.score >= REVIEW else None

    def _scored(self, folded: str, phrase: str) -> Candidate:
        canonical_id = self._ids[phrase]
        score, reason = compare(folded, phrase)
        if score >= ACCEPT:
            own = self._known.actors[canonical_id].entity
            country = own.country if canonical_id.startswith("person/") else None
            pairs, left_over = pair_words(folded, phrase)
            why = doubt(folded, phrase, pairs, left_over, country)
            score, reason = (_DOUBTED, f"{reason}; {why}") if why else (score, reason)
        return Candidate(canonical_id=canonical_id, alias=phrase, score=round(score, 3), reason=reason)
