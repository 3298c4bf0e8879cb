"""Vote tallies: "119 to 1 with 36 abstentions", "nine countries voted against it", "unanimously".

A tally's value is ``for-against-abstaining``, with ``?`` for what is left unsaid and a fourth number for those who
did not vote where it is told: ``119-1-36``, ``?-9-?``, ``119-1-36-37``. ``unanimous`` and ``2/3`` are values too, and
``abstain`` for those named who abstained, who are not all;
seats or votes out of a total are ``48/59``; a number of votes alone is a plain figure (``dateline.text.figures``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.claims.found import Found
from dateline.coding.claims.tally_patterns import (
    ABSENT,
    ABSTAIN,
    ABSTAINERS,
    ABSTENTION,
    AGAINST,
    AND_OTHERS,
    FOR,
    OPPONENT,
    PAIR_AFTER,
    PAIR_BEFORE,
    UNANIMOUS,
    WEAK,
    patterns,
)
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import find_figures, plain

_NEAR = 90
_NOBODY = frozenset({"none", "nobody", "no one", "no", "zero", "nil"})


@dataclass(frozen=True, slots=True)
class Part:
    """One or more slots of a tally that a stretch of words tells.

    A weak part ("12 for") tells nothing without another part beside it.
    """

    start: int
    end: int
    slots: tuple[tuple[int, str], ...]
    weak: bool = False


def find_tallies(view: View, sentence: Sentence) -> list[Found]:
    """The tallies of one sentence."""
    parts = sorted(_parts(view, sentence.start, sentence.end), key=lambda part: (part.start, -part.end))
    found = [_tally(view, group) for group in _joined(_free(parts)) if len(group) > 1 or not group[0].weak]
    found.extend(each for each in _abstentions(view, sentence) if not any(each.start < held.end for held in found))
    return found or list(_unanimous(view, sentence))


def _parts(view: View, start: int, end: int) -> Iterator[Part]:
    text = view.text
    for pattern, slots in patterns():
        for match in pattern.finditer(text, start, end):
            if len(slots) > 1 and not _is_pair(text, match, start):
                continue
            if view.at(match.start(1)) in view.timed:
                continue
            values = [(slot, _value(match[k])) for k, slot in enumerate(slots, start=1) if match[k]]
            first, others = match.start(1), _named_before(text, start, match)
            if others:
                values = [(slot, plain(float(value) + others[0])) for slot, value in values]
                first = others[1]
            yield Part(first, match.end(), tuple(values), weak=not others and bool(WEAK.search(match[0])))
    yield from _named_abstainers(text, start, end)
    yield from _lone_opponent(text, start, end)


def _is_pair(text: str, match: re.Match[str], start: int) -> bool:
    """Whether "15-0" or "419 to 1" counts votes rather than goals, years or pages."""
    if re.search(r"\d[ ]votes[ ]to[ ]", match[0]):
        return True
    before = text[max(start, match.start() - 110) : match.start()]
    return bool(PAIR_BEFORE.search(before) or PAIR_AFTER.match(text, match.end()))


def _value(words: str) -> str:
    low = words.lower()
    if low in _NOBODY:
        return "0"
    if low == "a single":
        return "1"
    return plain(find_figures(words)[0].low)


def _named_before(text: str, start: int, match: re.Match[str]) -> tuple[int, int] | None:
    """Number and beginning of the names in "the United States and 118 other countries voted"."""
    if not re.match(r"[ ](?:other|more|further)\b", text[match.end(1) :]):
        return None
    named = AND_OTHERS.search(text, start, match.start(1))
    return (_count_names(named["names"]), named.start()) if named else None


def _count_names(names: str) -> int:
    return len(re.split(r",[ ](?:and[ ])?|[ ]and[ ]", names))


def _named_abstainers(text: str, start: int, end: int) -> Iterator[Part]:
    for match in ABSTAINERS.finditer(text, start, end):
        yield Part(match.start(), match.end(), ((ABSTAIN, str(_count_names(match["names"]))),))


def _lone_opponent(text: str, start: int, end: int) -> Iterator[Part]:
    for match in OPPONENT.finditer(text, start, end):
        yield Part(match.start(), match.end(), ((AGAINST, str(_count_names(match["names"]))),))


def _free(parts: list[Part]) -> list[Part]:
    """Parts that do not overlap; the earlier and longer one stays."""
    kept: list[Part] = []
    for part in parts:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
        elif len(part.slots) > len(kept[-1].slots):
            kept[-1] = part
    return kept


def _joined(parts: list[Part]) -> list[list[Part]]:
    """Neighbouring parts that tell different slots of one vote."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups:
            taken = {slot for each in groups[-1] for slot, _ in each.slots}
            near = part.start - groups[-1][-1].end <= _NEAR
            if near and taken.isdisjoint(slot for slot, _ in part.slots):
                groups[-1].append(part)
                continue
        groups.append([part])
    return groups


def _tally(view: View, group: list[Part]) -> Found:
    slots = dict(pair for part in group for pair in part.slots)
    value = "-".join(slots.get(slot, "?") for slot in (FOR, AGAINST, ABSTAIN))
    if ABSENT in slots:
        value += f"-{slots[ABSENT]}"
    start, end = group[0].start, group[-1].end
    return Found(
        kind=ClaimKind.VOTE_TALLY,
        start=start,
        end=end,
        value=value,
        unit="votes",
        anchor=view.at(start),
        rule="tally",
        certainty=0.9 if len(slots) > 1 else 0.75,
    )


def _unanimous(view: View, sentence: Sentence) -> Iterator[Found]:
    for match in UNANIMOUS.finditer(view.text, sentence.start, sentence.end):
        yield Found(
            kind=ClaimKind.VOTE_TALLY,
            start=match.start(),
            end=match.end(),
            value="unanimous",
            unit="votes",
            anchor=view.at(match.start()),
            rule="unanimous",
            certainty=0.7,
        )
        return


def _abstentions(view: View, sentence: Sentence) -> Iterator[Found]:
    """Named states that abstained: no event, but a ballot that can be checked."""
    for match in ABSTENTION.finditer(view.text, sentence.start, sentence.end):
        yield Found(
            kind=ClaimKind.VOTE_TALLY,
            start=match.start(),
            end=match.end(),
            value="abstain",
            unit="ballot",
            anchor=view.at(match.end() - 1),
            rule="abstention",
            certainty=0.5,
            subject=match["names"],
            predicate="abstained",
        )
