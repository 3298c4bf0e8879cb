"""“X is the president of Y”, “X, the foreign minister of Y, …”, “X became premier in 2016”: who holds an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ClaimKind
from dateline.verify.sides import states_in
from dateline.verify.statements.found import Stated
from dateline.vocab.actors import alias_spans, catalogue
from dateline.vocab.fold import words
from dateline.vocab.offices import is_deputy_word, is_past_word, offices_in

PRESENT, PAST, BEGAN = "is", "was", "began"
_VERB = re.compile(
    r",?\s(?:(?:who|then|now|currently|also)\s)*"
    r"(?P<verb>is|remains|has been|serves as|was|became|had been|served as|has served as|took office as|was sworn in as"
    r"|was (?:re-)?elected(?: as)?|was (?:named|appointed)(?: as)?)\s(?=(?:the\s|its\s|a\s)?)|,\s(?=the\s)"
)
_NOW = frozenset({"is", "remains", "has been", "serves as", "has served as", ""})
_BEGINS = re.compile(r"became|took office|was (?:sworn|re-|elected|named|appointed)")
#: What may stand between the verb and the office, so that it is nobody else's.
_LEAD = re.compile(
    r"(?:(?:the|a|its|their|current|acting|caretaker|interim|new|first|long-serving|[\w.]+[’']s?|[A-Z][\w.-]*)\s)*"
)
_NAMED = re.compile(r"\s(?!of\b)[A-Z]")
_REACH = 60
_BREAK = re.compile(r"[.;:,]|\b(?:and|but|who|said|told|with|by)\b")


def find_offices(text: str) -> Iterator[Stated]:
    """Offices that a sentence says a known person holds or held; titles before a name are not looked at."""
    for start, end, entity in alias_spans(text):
        if not entity.startswith("person/"):
            continue
        verb = _VERB.match(text, end)
        if verb is None:
            continue
        stated = _office(text, start, verb, entity)
        if stated is not None:
            yield stated


def _office(text: str, start: int, verb: re.Match[str], entity: str) -> Stated | None:
    cut = _BREAK.search(text, verb.end())
    words_ = text[verb.end() : min(cut.start() if cut else len(text), verb.end() + _REACH)]
    match = next(iter(offices_in(words_)), None)
    if match is None or not _LEAD.fullmatch(words_[: match.start]) or _NAMED.match(words_, match.end):
        return None
    if any(is_past_word(w.folded) or is_deputy_word(w.folded) for w in words(words_[: match.start])):
        return None
    state = next((each.territory.iso3 for each in states_in(words_)), catalogue().actors[entity].entity.country)
    fitting = [each for each in match.values if each.fits(state) and not each.of_body]
    if not fitting or state is None:
        return None
    roles = {role.office for role in catalogue().actors[entity].roles}
    office = next((each for each in fitting if each.name in roles), fitting[0])
    said = verb["verb"] or ""
    tense = PRESENT if said in _NOW else BEGAN if _BEGINS.match(said) else PAST
    return Stated(
        kind=ClaimKind.OFFICE,
        start=start,
        end=verb.end() + match.end,
        value=f"{state} {office.name}",
        unit="office",
        subject=catalogue().actors[entity].entity.name,
        predicate=tense,
        object=entity,
    )
