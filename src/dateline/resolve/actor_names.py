"""Known names: a phrase that is, or ends with, the name of a known person, body or state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dateline.model import EntityKind
from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_phrases import Phrase
from dateline.resolve.actor_reading import Reading, reading
from dateline.resolve.actor_roles import actor_reading
from dateline.vocab.actor_records import Actor, Holds
from dateline.vocab.actors import Catalogue
from dateline.vocab.fold import key, words
from dateline.vocab.offices import Office, is_past_word
from dateline.vocab.phrase_index import Match
from dateline.vocab.territories import TerritoryWord, territories

#: Nouns that point back to a body named before.
_KINDS_OF_BODY = frozenset(
    {
        *(
            "council",
            "commission",
            "agency",
            "union",
            "league",
            "organisation",
            "organization",
            "court",
            "tribunal",
            "fund",
        ),
        *(
            "bank",
            "committee",
            "alliance",
            "association",
            "federation",
            "front",
            "party",
            "senate",
            "congress",
            "house",
        ),
        *(
            "ministry",
            "department",
            "office",
            "corps",
            "bureau",
            "service",
            "company",
            "corporation",
            "group",
            "network",
        ),
    }
)
#: Share of a report's countries from which on a country is taken to be present in it.
_PRESENT = 0.2
#: Longest word that may be an acronym written small ("Isis"), no plural.
_ACRONYM = 4


def read_known(phrase: Phrase, context: DocumentContext, known: Catalogue, day: dt.date | None) -> Reading | None:
    """Read a phrase whose last word before any preposition ends a known name.

    "Kim Jong Un", "Senior General Min Aung Hlaing", "the Kurdish-led YPG militia" is left to the groups because
    its last word is a noun of its own.
    """
    match = _last_alias(phrase)
    if match is None:
        return None
    actors = [known.actors[each] for each in match.values]
    actor = choose(actors, context, day, phrase)
    if actor is None:
        return None
    words_told = phrase.text[match.start : match.end]
    before = [word.folded for word in phrase.found[: match.first]]
    past = any(is_past_word(word) and word not in {"late", "then"} for word in before)
    if actor.entity.kind is EntityKind.PERSON:
        reason = f"{words_told!r} is a name of {actor.entity.name}"
        return actor_reading(actor, day, reason=reason, rule="alias", score=_score(actors, before), past=past)
    if actor.canonical_id.startswith(("state/", "region/")):
        return _state(phrase, match, actor, context)
    return body_reading(actor, words_told, day)


def read_body_in_document(
    phrase: Phrase, context: DocumentContext, known: Catalogue, day: dt.date | None, offset: int | None
) -> Reading | None:
    """Read a bare "the commission" as the body of that kind that the report names, the last one before the party."""
    if len(phrase.found) != 1 or not phrase.definite or phrase.found[0].folded not in _KINDS_OF_BODY:
        return None
    kind = phrase.found[0].folded
    for each in context.last_named(offset):
        if each.startswith("body/") and kind in key(known.actors[each].entity.name).split(" "):
            made = body_reading(known.actors[each], known.actors[each].entity.name, day)
            return made.because(f"{phrase.told!r} points to a body that the report names", "body-in-document", 0.75)
    return None


def body_reading(actor: Actor, alias: str, day: dt.date | None) -> Reading:
    """A known body with its sector on the day; a mere description ("Israeli troops") keeps its words as the name."""
    entity = actor.entity
    sector = actor.sector_on(day) if day is not None else entity.sector
    described = _is_description(alias, entity.name)
    made = reading(
        alias if described else entity.name,
        entity.canonical_id,
        entity.country,
        sector,
        reason=f"{alias!r} is a name of {entity.name}",
        rule="alias",
        score=0.97,
    )
    if actor.phases and day is not None:
        made = made.because(f"sector {sector} on {day} by its phases", "phase")
    if entity.note:
        made = made.because(entity.note, "note")
    return made


def in_full(told: str, alias: str, actor: Actor) -> str:
    """A description in which a body that belongs to no state stands with its full name ("IS fighters")."""
    own = actor.entity
    stateless = own.country is None and own.kind is not EntityKind.PERSON and not own.canonical_id.startswith("region/")
    return told.replace(alias, own.name) if stateless and alias in actor.names else told


def choose(actors: list[Actor], context: DocumentContext, day: dt.date | None, phrase: Phrase) -> Actor | None:
    """The one meant among actors that share a name, or None where nothing tells.

    The full name elsewhere in the document tells, then a role held on the day, then the country of the report.
    """
    if len(actors) == 1:
        return actors[0]
    tests: tuple[Callable[[Actor], bool], ...] = (
        lambda each: each.canonical_id in context.known,
        lambda each: day is not None and any(holds is Holds.YES for _, holds in each.roles_on(day)),
        lambda each: any(mention.territory.iso3 == each.entity.country for mention in phrase.states),
        lambda each: context.shares.get(each.entity.country or "", 0.0) >= _PRESENT,
    )
    for fits in tests:
        fitting = [each for each in actors if fits(each)]
        if len(fitting) == 1:
            return fitting[0]
    return actors[0] if actors[0].entity.kind is not EntityKind.PERSON else None


def _last_alias(phrase: Phrase) -> Match[str] | None:
    """The known name that ends where the phrase's head ends."""
    for match in phrase.aliases:
        if any(each.first <= match.first < match.last <= each.last and _longer(each, match) for each in phrase.offices):
            continue
        if match.last == phrase.pre or match.first < phrase.pre < match.last:
            return match
    return None


def _longer(office: Match[Office], alias: Match[str]) -> bool:
    return office.last - office.first > alias.last - alias.first


def _state(phrase: Phrase, match: Match[str], actor: Actor, context: DocumentContext) -> Reading | None:
    entity = actor.entity
    mention = next((each for each in phrase.states if each.start == match.start), None)
    if mention is not None and mention.relation:
        return None
    country = context.country_of(mention, phrase.text) if mention else entity.country
    alias = phrase.text[match.start : match.end]
    if not entity.country:
        return reading(
            phrase.told,
            entity.canonical_id,
            None,
            "GOV",
            reason=f"{alias!r} stands for many states",
            rule="region",
            score=0.9,
        )
    if country != entity.country:
        return None
    if any(key(alias) == key(part) for part in territories()[country].parts):
        return reading(
            alias,
            entity.canonical_id,
            country,
            "GOV",
            reason=f"{alias!r} is read as {entity.name}",
            rule="state",
            score=0.9,
        )
    seat = mention is not None and mention.how in (TerritoryWord.CAPITAL, TerritoryWord.GOVERNMENT)
    why = f"{alias!r}, a seat of government that acts, stands for {entity.name}" if seat else f"{alias!r} names a state"
    return reading(
        entity.name,
        entity.canonical_id,
        country,
        "GOV",
        reason=why,
        rule="metonym" if seat else "state",
        score=0.9 if seat else 0.97,
    )


def _is_description(alias: str, name: str) -> bool:
    """Whether an alias only describes ("Israeli troops", "Democrats"): it reads better than the proper name."""
    folded = [word.folded for word in words(alias)]
    if len(folded) == 1 and folded[0].endswith("s") and len(folded[0]) > _ACRONYM:
        return any(word.startswith(folded[0][:-1]) and word != folded[0] for word in key(name).split(" "))
    return len(folded) > 1 and alias[-1:].islower() and not set(folded) & set(key(name).split()) and " " in alias


def _score(actors: list[Actor], before: list[str]) -> float:
    return 0.98 if len(actors) == 1 or before else 0.9
