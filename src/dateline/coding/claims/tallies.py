"""Vote tallies: "119 to 1 with 36 abstentions", "nine countries voted against it", "unanimously".

A tally's value is ``for-against-abstaining``, with ``?`` for what is left unsaid and a fourth number for those who
did not vote where it is told: ``119-1-36``, ``?-9-?``, ``119-1-36-37``. ``unanimous`` and ``2/3`` are values too;
seats or votes out of a total are ``48/59``; a number of votes alone is a plain figure (``dateline.text.figures``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.coding.claims.found import Found
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import find_figures, plain
from dateline.text.languages.en_time import ONES, TEENS, TENS

_FOR, _AGAINST, _ABSTAIN, _ABSENT = range(4)
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
    if not found:
        found = list(_unanimous(view, sentence))
    return found


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
    """Pattern and the slots that its groups fill."""
    numbers = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES))}"
    more = rf"(\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{numbers})\b|none\b|nobody\b|no one\b|no\b|zero\b|a single\b)"
    n = rf"(?<![\w.,$£€-]){more}"
    who = (
        r"(?:[ ](?:other|more|further|member|UN|U\.N\.|council))*"
        r"(?:[ ](?:member[ -])?(?:states?|countries|country|nations?|members?|delegations?|delegates|governments?"
        r"|lawmakers|senators|deputies|m\.?p\.?s|legislators|judges|people|voters|democrats|republicans|others))?"
    )
    aside = r"(?:[ ]?,[^.;\d]{1,110}?,|[ ]?\([^)\d]{1,60}\)|[ ][-–—][^.;\d]{1,110}?[-–—])?"
    word = r"(?:[ ](?!with\b|and\b|to\b|for\b|against\b|in\b|votes?\b)[A-Za-z-]+)?"
    votes = r"(?:[ ]votes?|[ ]ballots)?"
    yes = r"(?:in[ ]favou?r|for\b(?![ ]the[ ](?:first|time)|[ ]\w+ing)|yes\b|ayes?\b|yeas?\b)"
    did = r"[ ](?:have[ ]|had[ ]|has[ ]|also[ ]|all[ ])?"
    table: tuple[tuple[str, tuple[int, ...]], ...] = (
        (rf"{n}{who}{aside}{votes}[ ]{yes}", (_FOR,)),
        (rf"{n}{who}{aside}{did}vot(?:ed|ing)[ ](?:in[ ]favou?r|for\b|yes|aye|to[ ](?:adopt|approve|pass|support|condemn|back))", (_FOR,)),
        (rf"{n}{who}[ ](?:backed|supported|endorsed|approved)[ ](?:the|a)(?:[ ][\w-]+)?[ ](?:draft|resolution|text|motion|bill|measure)", (_FOR,)),
        (rf"(?:supported|backed|approved|endorsed|adopted)[ ]by[ ]{n}(?:{who}[ ]votes?\b|[ ]votes?\b)", (_FOR,)),
        (rf"{n}{who}{aside}{votes}[ ](?:against|opposed|opposing|nays?|noes|dissenting)", (_AGAINST,)),
        (rf"{n}[ ](?:no|negative)[ ]votes?", (_AGAINST,)),
        (rf"{n}{who}{aside}{did}(?:vot(?:ed|ing|e)[ ](?:against|no\b)|oppos(?:ed|ing))", (_AGAINST,)),
        (rf"{n}{word}{who}{aside}{word}[ ]abst(?:entions?|aining|ained|ain|ainers)", (_ABSTAIN,)),
        (rf"{n}{who}[ ](?:did[ ]not[ ](?:vote|take[ ]part)|not[ ]voting|were[ ]absent|absent\b)", (_ABSENT,)),
        (rf"abstentions?[ ](?:by|from|numbered|:)[ ]?{n}", (_ABSTAIN,)),
        (rf"\b(?:yes|for|in[ ]favou?r|ayes)\s?[:–—-]\s?{n}", (_FOR,)),
        (rf"\b(?:no|against|noes|nays)\s?[:–—-]\s?{n}", (_AGAINST,)),
        (rf"\babstain(?:ed|ing|s)?\s?[:–—-]\s?{n}", (_ABSTAIN,)),
        (rf"{n}{votes}(?:[ ]?[-–—][ ]?to[ ]?[-–—][ ]?|[ ]?[-–—][ ]?|[ ]to[ ]){more}(?:(?:[ ]?[-–—][ ]?|[ ]to[ ]){more})?(?![\w%]|[.,]\d|[ ]?(?:percent|per[ ]cent|%))", (_FOR, _AGAINST, _ABSTAIN)),
    )  # fmt: skip
    return tuple((re.compile(pattern, re.IGNORECASE), slots) for pattern, slots in table)


_PAIR_BEFORE = re.compile(
    r"(?:\bvot(?:e[sd]?|ing)\b[^.;]{0,40}|\b(?:pass(?:ed|es)|adopt(?:ed|s)|approv(?:ed|es|al)|reject(?:ed|s)|clear(?:ed|s)"
    r"|carried|ratif(?:ied|ies)|confirm(?:ed|s)|defeat(?:ed|s)|fail(?:ed|s)|tally|margin|count|ballot|result|acquit(?:ted|s)"
    r"|impeach(?:ed|es)|back(?:ed|s)|endors(?:ed|es)|support(?:ed|s)|rul(?:ed|ing)|decid(?:ed|es)|decision|score|divided|split)\b[^.;]{0,60})$",
    re.IGNORECASE,
)
_PAIR_AFTER = re.compile(
    r"\s?(?:votes?\b|ruling|majority|decision|margin|in favou?r|with \w+ abst|split)", re.IGNORECASE
)


def _parts(view: View, start: int, end: int) -> Iterator[Part]:
    text = view.text
    for pattern, slots in _patterns():
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
            yield Part(first, match.end(), tuple(values), weak=not others and bool(_WEAK.search(match[0])))
    yield from _named_abstainers(text, start, end)
    yield from _lone_opponent(text, start, end)


_WEAK = re.compile(r"\bfor$|^\S+ (?:against|yes|no)$", re.IGNORECASE)


def _is_pair(text: str, match: re.Match[str], start: int) -> bool:
    """Whether "15-0" or "419 to 1" counts votes rather than goals, years or pages."""
    before = text[max(start, match.start() - 110) : match.start()]
    return bool(_PAIR_BEFORE.search(before) or _PAIR_AFTER.match(text, match.end()))


def _value(words: str) -> str:
    low = words.lower()
    if low in _NOBODY:
        return "0"
    if low == "a single":
        return "1"
    return plain(find_figures(words)[0].low)


_NAME = r"(?:the[ ])?[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*)*"
_NAMES = rf"{_NAME}(?:,[ ]{_NAME})*(?:,?[ ]and[ ]{_NAME})?"
_AND_OTHERS = re.compile(rf"(?P<names>{_NAMES}),?[ ](?:and|along with|plus|together with)[ ]$")
_ABSTAINERS = re.compile(rf"\bwith[ ](?:only[ ])?(?P<names>{_NAMES})[ ](?:abstaining|the only abstentions?)")
_OPPONENT = re.compile(
    rf"\b[Oo]nly[ ](?P<names>{_NAMES})[ ](?:vot(?:ed|ing)[ ](?:against|no)|oppos(?:ed|ing)|was[ ]against|against)"
)


def _named_before(text: str, start: int, match: re.Match[str]) -> tuple[int, int] | None:
    """Number and beginning of the names in "the United States and 118 other countries voted"."""
    if not re.match(r"[ ](?:other|more|further)\b", text[match.end(1) :]):
        return None
    named = _AND_OTHERS.search(text, start, match.start(1))
    return (_count_names(named["names"]), named.start()) if named else None


def _count_names(names: str) -> int:
    return len(re.split(r",[ ](?:and[ ])?|[ ]and[ ]", names))


def _named_abstainers(text: str, start: int, end: int) -> Iterator[Part]:
    for match in _ABSTAINERS.finditer(text, start, end):
        yield Part(match.start(), match.end(), ((_ABSTAIN, str(_count_names(match["names"]))),))


def _lone_opponent(text: str, start: int, end: int) -> Iterator[Part]:
    for match in _OPPONENT.finditer(text, start, end):
        yield Part(match.start(), match.end(), ((_AGAINST, str(_count_names(match["names"]))),))


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
    value = "-".join(slots.get(slot, "?") for slot in (_FOR, _AGAINST, _ABSTAIN))
    if _ABSENT in slots:
        value += f"-{slots[_ABSENT]}"
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


_ADOPTING = (
    r"(?:adopt|approv|pass|vot|support|back|endors|agree|elect|condemn|impos|authori[sz]|reject|ratif|confirm|decid"
    r"|call|demand|extend|renew|recommend|found|convict|acquit|chos|select|re-elect)\w*"
)
_UNANIMOUS = re.compile(
    rf"\bunanimously(?:[ ]\w+)?[ ]{_ADOPTING}|\b{_ADOPTING}[^.;,]{{0,60}}?\bunanimously|\bunanimous(?:[ ]\w+)?[ ]"
    r"(?:vote|approval|resolution|decision|support|backing|adoption|consent)\b",
    re.IGNORECASE,
)


def _unanimous(view: View, sentence: Sentence) -> Iterator[Found]:
    for match in _UNANIMOUS.finditer(view.text, sentence.start, sentence.end):
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
