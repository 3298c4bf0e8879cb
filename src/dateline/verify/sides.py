"""Sides: which states a sentence about arms makes suppliers and which recipients.

Cues around the words for states decide ("Myanmar's imports", "delivered to Kenya", "bought from Russia"); what the
coder read as subject and object comes second, then the order of the words, then the text before the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.model import ClaimKind
from dateline.verify.side_cues import gives_after, gives_before, made_by, only_beside, takes_after, takes_before
from dateline.verify.told import Told
from dateline.vocab.territories import (
    Territory,
    TerritoryMention,
    TerritoryWord,
    lookup_territory,
    territories,
    territory_mentions,
)

_JOINED = re.compile(r"(?:,\s(?:and\s)?|\sand\s(?:the\s)?|\stogether\swith\s|\splus\s)(?:the\s)?")
#: Between a state and its own figure ("Russia (30 per cent)").
_OPENS = re.compile(r"\s?\((?:with\s|about\s|some\s)?")
_CLAUSES = re.compile(r";\s|,\s(?:and|but|while|whereas)\s")
_WORLD = re.compile(
    r"\b(?:global|world(?:wide|[’']s)?|international|all)\s(?:\w+\s){0,2}(?:arms|weapons|exports?|imports?|exporter|importer|supplier)|\bworld[’']s\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Alpha-3 codes of suppliers and recipient; ``world`` where the other side is the whole world.

    ``borrowed`` is true where one of them is not in the sentence but before it.
    """

    suppliers: tuple[str, ...]
    recipient: str | None
    world: bool
    why: str
    borrowed: bool = False


def states_in(text: str) -> list[TerritoryMention]:
    """The words for states in a text that may act: names, adjectives, capitals; no places, no "pro-Russian"."""
    return [
        each
        for each in territory_mentions(text)
        if each.territory.iso3
        and (not each.relation or made_by(text, each))
        and each.how in (TerritoryWord.NAME, TerritoryWord.ADJECTIVE, TerritoryWord.CAPITAL, TerritoryWord.GOVERNMENT)
    ]


def sides(told: Told) -> Sides:
    """Suppliers and recipient of a claim on arms."""
    read = _as_read(told)
    if read is not None:
        return read
    clause = _clause(told)
    if clause is not told:
        inside = sides(clause)
        if inside.suppliers and inside.recipient and len(states_in(clause.sentence)) > 1:
            return inside
    held = states_in(told.sentence)
    takes = _taker(told, held)
    gives = _givers(told, held, takes)
    world = takes is None and bool(_WORLD.search(told.sentence))
    if takes is None and gives and not world:
        takes = next((each.territory.iso3 for each in held if each.territory.iso3 not in gives), None)
    why = []
    if takes is None and not world:
        takes = _earlier(told, set(gives))
        why.append("the recipient is the state named last before")
    if not gives:
        earlier = _earlier(told, {takes} if takes else set())
        gives = (earlier,) if earlier and not world else ()
        if earlier:
            why.append("the supplier is the state named last before")
    told_why = "; ".join(why) or "both named in the sentence"
    return Sides(suppliers=gives, recipient=takes, world=world, why=told_why, borrowed=bool(why))


def _as_read(told: Told) -> Sides | None:
    """The sides of a rank as the coder read them, where it read one state for each: "Russia, supplier to, India"."""
    if told.claim.kind is not ClaimKind.RANK:
        return None
    supplier, recipient = lookup_territory(told.claim.subject or ""), lookup_territory(told.claim.object or "")
    if (
        _is_beside(told, supplier)
        or supplier is None
        or recipient is None
        or not supplier.iso3
        or not recipient.iso3
        or supplier is recipient
    ):
        return None
    return Sides(suppliers=(supplier.iso3,), recipient=recipient.iso3, world=False, why="both named in the sentence")


def _is_beside(told: Told, state: Territory | None) -> bool:
    """Whether the sentence names a state only to set another against it ("France displaced Israel").

    One that the claim's own words name ("After China") is what the claim is about.
    """
    own = range(told.at, told.at + len(told.words))
    named = [each for each in states_in(told.sentence) if state is not None and each.territory.iso3 == state.iso3]
    return bool(named) and all(only_beside(told.sentence, each) and each.start not in own for each in named)


def _clause(told: Told) -> Told:
    """The claim in its own clause of the sentence, or the same where there is one only."""
    cuts = [match.end() for match in _CLAUSES.finditer(told.sentence)]
    start = max((cut for cut in cuts if cut <= told.at), default=0)
    end = min((cut for cut in cuts if cut > told.at + len(told.words)), default=len(told.sentence))
    if (start, end) == (0, len(told.sentence)):
        return told
    return replace(told, sentence=told.sentence[start:end], at=told.at - start, before="", title="")


def _taker(told: Told, held: list[TerritoryMention]) -> str | None:
    text = told.sentence
    free = [each for each in held if not gives_before(text, each)]
    for cue in (takes_before, takes_after):
        for each in free:
            if cue(text, each):
                return each.territory.iso3
    told_object = _state(told.claim.object)
    return told_object if told_object and told_object != _state(told.claim.subject) else None


def _givers(told: Told, held: list[TerritoryMention], takes: str | None) -> tuple[str, ...]:
    text = told.sentence
    others = [each for each in held if each.territory.iso3 != takes]
    beside = next((each for each in others if _OPENS.fullmatch(text, each.end, told.at)), None)
    if beside is not None:
        return (beside.territory.iso3,)
    sure = [each for each in others if gives_before(text, each) or made_by(text, each)]
    if sure:
        end = told.at + len(told.words)
        return _group(text, others, next((each for each in sure if each.start >= end), sure[-1]))
    subject = _state(told.claim.subject)
    if subject is not None and subject != takes and not _is_beside(told, territories().get(subject)):
        named = next((each for each in others if each.territory.iso3 == subject), None)
        return _group(text, others, named) if named is not None else (subject,)
    likely = next((each for each in others if gives_after(text, each)), None)
    likely = likely or next((each for each in others if not only_beside(text, each)), None)
    return _group(text, others, likely) if likely is not None else ()


def _group(text: str, held: list[TerritoryMention], one: TerritoryMention) -> tuple[str, ...]:
    """A state with those that "and" and commas join to it, sorted by code."""
    at = held.index(one)
    first = last = at
    while first > 0 and _joined(text, held[first - 1], held[first]):
        first -= 1
    while last + 1 < len(held) and _joined(text, held[last], held[last + 1]):
        last += 1
    return tuple(sorted({each.territory.iso3 for each in held[first : last + 1]}))


def _joined(text: str, one: TerritoryMention, other: TerritoryMention) -> bool:
    return bool(_JOINED.fullmatch(text[one.end : other.start])) and not only_beside(text, one)


def _earlier(told: Told, not_these: set[str]) -> str | None:
    """The state named last before the sentence, by name before capital, else in the title."""
    for text in (told.before, told.title):
        held = [each for each in states_in(text) if each.territory.iso3 not in not_these]
        named = [each for each in held if each.how in (TerritoryWord.NAME, TerritoryWord.ADJECTIVE)]
        if held:
            return (named or held)[-1].territory.iso3
    return None


def _state(phrase: str | None) -> str | None:
    """The one state that a phrase names or begins with."""
    if not phrase:
        return None
    whole = lookup_territory(phrase)
    if whole is not None:
        return whole.iso3 or None
    found = states_in(phrase)
    return found[0].territory.iso3 if found else None
