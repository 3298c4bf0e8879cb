"""Which reports are copies or versions of one another: wire reports reprinted, and updates of one report.

Five words in a row are a shingle. A report's signature is a MinHash of its shingles (Broder 1997; R-MinHash of the
library rensa), 128 numbers of which as many agree between two reports as they have shingles in common; the standard
error of the share is below .05. Reports that agree in one of 32 bands of four numbers are compared, which finds nearly
all pairs that share half of their shingles.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model.copies import Copy, CopyKind, Signature
from dateline.vocab.fold import fold

#: Name and version of the signatures; they are made anew when it changes.
SIGNATURE = "rminhash-128 1"

_NUMBERS = 128
_SEED = 42
_BAND = 4
_SHINGLE = 5
#: Texts of fewer words are copies only when all their words are the same.
_FEWEST_WORDS = 30
#: Share of shingles in common from which two reports are one text.
LEAST = 0.5
#: Share from which they count as the same words.
_SAME = 0.95
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A report as it is compared."""

    id: str
    publisher: str | None
    published: dt.date | None
    signature: Signature


def bands(signature: Signature) -> tuple[str, ...]:
    """Keys of which two texts that share half of their shingles nearly always have one in common."""
    if signature.words < _FEWEST_WORDS:
        return (f"all:{hash_of(signature.numbers)}",)
    parts = (signature.numbers[start : start + _BAND] for start in range(0, _NUMBERS, _BAND))
    return tuple(f"{number}:{hash_of(part)}" for number, part in enumerate(parts))


def sign(text: str) -> Signature:
    """The signature of a text; case, accents and punctuation play no part."""
    from rensa import RMinHash  # compiled, loaded only where reports are compared

    words = _WORD.findall(fold(text))
    size = min(_SHINGLE, max(len(words), 1))
    shingles = {" ".join(words[start : start + size]) for start in range(max(len(words) - size + 1, 1))}
    if len(words) < _FEWEST_WORDS:
        shingles = {" ".join(words)}
    made = RMinHash(num_perm=_NUMBERS, seed=_SEED)
    made.update(sorted(shingles))
    return Signature(words=len(words), numbers=tuple(made.digest()))


def likeness(left: Signature, right: Signature) -> float:
    """Estimated share of shingles in common, between 0 and 1."""
    if not left.words or not right.words:
        return 0.0
    same = sum(one == other for one, other in zip(left.numbers, right.numbers, strict=True))
    return same / len(left.numbers)


def compare(one: Signed, other: Signed) -> Copy | None:
    """The later report as a copy of the earlier; None when they are two texts."""
    share = likeness(one.signature, other.signature)
    if share < LEAST:
        return None
    earlier, later = sorted((one, other), key=lambda each: (each.published or dt.date.max, each.id))
    same_publisher = one.publisher is not None and one.publisher == other.publisher
    kind = CopyKind.SAME if share >= _SAME else CopyKind.VERSION if same_publisher else CopyKind.COPY
    return Copy(document=later.id, of=earlier.id, kind=kind, likeness=share)


def find_copies(reports: Iterable[Signed]) -> list[Copy]:
    """All pairs of copies among reports, by id; the same in whatever order they come."""
    told = sorted(reports, key=lambda each: each.id)
    filed: defaultdict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(told):
        for band in bands(report.signature):
            filed[band].append(number)
    pairs = {pair for members in filed.values() for pair in combinations(members, 2)}
    found = (compare(told[left], told[right]) for left, right in sorted(pairs))
    return sorted((copy for copy in found if copy is not None), key=lambda copy: (copy.document, copy.of))


def origins(copies: Iterable[Copy]) -> dict[str, str]:
    """For each report that has copies or is one: the id that stands for all that share its text."""
    groups = _Groups()
    for copy in copies:
        groups.join(copy.document, copy.of)
    return groups.firsts()


def independent(documents: Iterable[tuple[str, str | None]], origin: Mapping[str, str]) -> int:
    """How many sources tell something: reports of one publisher count once, and so do copies of one text.

    Args:
        documents: Ids of the reports with their publishers; one without a publisher is a source of its own.
        origin: What :func:`origins` gave.
    """
    groups = _Groups()
    for document, publisher in documents:
        text = f"text {origin.get(document, document)}"
        groups.join(text, f"publisher {publisher}" if publisher else text)
    return len(set(groups.firsts().values()))


def hash_of(numbers: Sequence[int]) -> str:
    """A short key of numbers, the same on every machine."""
    return hashlib.blake2b(b"".join(number.to_bytes(8, "big") for number in numbers), digest_size=8).hexdigest()


class _Groups:
    """Keys that belong together; the first of the alphabet stands for its group."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def firsts(self) -> dict[str, str]:
        return {key: self.first(key) for key in list(self._above)}

    def first(self, key: str) -> str:
        while self._above.setdefault(key, key) != key:
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.first(one), self.first(other)))
        self._above[second] = first
