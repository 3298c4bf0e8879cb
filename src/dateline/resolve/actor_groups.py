"""Described parties: a noun that acts with the words that place it ("Syrian troops", "residents of Ghouta")."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateline.model import EntityKind
from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_names import in_full, read_known
from dateline.resolve.actor_owners import Owner, owner_assumed, owner_before, owner_behind, owner_of_kind
from dateline.resolve.actor_phrases import Phrase
from dateline.resolve.actor_reading import Reading, reading
from dateline.vocab.actors import Catalogue
from dateline.vocab.agents import Agent, Scope, agent_of, is_past, is_transparent
from dateline.vocab.fold import slug
from dateline.vocab.phrase_index import Match
from dateline.vocab.territories import (
    TerritoryMention,
    TerritoryWord,
    nationality_in,
    plural,
    territories,
    territory_mentions,
)

_KEEPS_BODY = frozenset({"REB", "CRM", "IGO", "PTY"})
#: Share of a report's countries from which on a short name ("the North") is read.
_PRESENT = 0.2
_PEOPLE = Agent(noun="people", sector="CVL", scope=Scope.PEOPLE)
#: Of these "the Palestinians" are the people rather than the government.
_STATELESS = "PSE"
_OFFICIAL = frozenset({"GOV", "MIL", "LEG"})


def read_group(
    phrase: Phrase,
    context: DocumentContext,
    known: Catalogue,
    day: dt.date | None,
    offset: int | None,
    *,
    assume: bool = True,
) -> Reading | None:
    """Read a phrase whose head is an agent noun.

    Args:
        phrase: The words, taken apart.
        context: The document.
        known: All known actors.
        day: Day of the event, or None.
        offset: Where the party stands in the document, for the nearest country; None when unsaid.
        assume: Whether the report's own country may be assumed where no word gives one.

    Returns:
        Country and sector with their reasons, or None where the head is no agent.
    """
    head = _head(phrase)
    if head is None:
        return None
    agent = _as_held(phrase, head)

    def inner(behind: Phrase) -> Reading | None:
        return (
            read_several(behind, context)
            or read_known(behind, context, known, day)
            or read_group(behind, context, known, day, None, assume=False)
            or read_place(behind, context)
        )

    owner = owner_before(phrase, head, context, known) or owner_behind(phrase, agent, context, inner, known)
    if owner is not None and agent.scope is Scope.OTHER:
        return _unowned(phrase, agent, f"{agent.noun!r} of {owner.words!r} is somebody else")
    if owner is not None and agent.scope is Scope.STATES and owner.actor is not None:
        owner = replace(owner, country=None)
    if owner is None and assume:
        owner = owner_of_kind(phrase, head, context, known, offset) or owner_assumed(phrase, agent, context, offset)
    if owner is None:
        return _unowned(phrase, agent, "no word gives its country")
    sector = _sector(agent, owner, day)
    return reading(
        _name(phrase, owner),
        _identity(agent, owner, sector),
        owner.country,
        sector,
        reason=f"{agent.noun!r} is {agent.sector}; {owner.words!r} gives {owner}",
        rule=owner.rule,
        score=owner.score,
    )


def read_place(phrase: Phrase, context: DocumentContext) -> Reading | None:
    """Read a phrase without agent noun whose head is an adjective, a people or a place ("Israeli", "the Russians")."""
    for mention in reversed([each for each in phrase.states if each.end <= phrase.pre_end and not each.relation]):
        if mention.how is TerritoryWord.REGION:
            return reading(
                phrase.told,
                mention.territory.canonical_id,
                None,
                "GOV",
                reason=f"{phrase.text[mention.start : mention.end]!r} stands for many states",
                rule="region",
                score=0.7,
            )
        country = context.country_of(mention, phrase.text)
        if country is not None:
            return _placed(phrase, mention, country)
    return None


def read_several(phrase: Phrase, context: DocumentContext) -> Reading | None:
    """Read a phrase that names several states side by side as none of them."""
    several = list(dict.fromkeys(countries_in(phrase, context)))
    if len(several) < 2:
        return None
    why = f"the words name {' and '.join(several)}"
    head = _head(phrase)
    owned = head is not None and any(each.end <= head.start for each in phrase.states)
    sector = head.values[0].sector if head is not None and owned else "GOV"
    return reading(phrase.told, None, None, sector, reason=why, rule="several-countries", score=0.8)


def countries_in(phrase: Phrase, context: DocumentContext) -> list[str]:
    """The countries that stand side by side in a phrase ("North Korea and Iran")."""
    joined = " and " in phrase.text or "/" in phrase.text or "," in phrase.text
    naming = (TerritoryWord.NAME, TerritoryWord.ADJECTIVE)
    mentions = [each for each in phrase.states if joined and not each.relation and each.how in naming]
    countries = [context.country_of(each, phrase.text) for each in mentions if each.end <= phrase.pre_end]
    for alias in phrase.aliases if countries else ():
        nationality = nationality_in(phrase.text[alias.start : alias.end])
        if nationality and alias.start and alias.values[0].startswith("body/") and _joins(phrase, alias):
            countries.append(nationality)
    return [country for country in countries if country]


def _joins(phrase: Phrase, alias: Match[str]) -> bool:
    """Whether "and" joins a known name to the nationality before it ("American and British forces")."""
    joined = alias.first >= 2 and phrase.found[alias.first - 1].folded == "and"
    return joined and any(each.end == phrase.found[alias.first - 2].end for each in phrase.states)


def _head(phrase: Phrase) -> Match[Agent] | None:
    """The agent noun that the phrase is about: the last one before the first preposition."""
    if phrase.found and all(is_transparent(word.folded) or word.folded.isdigit() for word in phrase.found):
        return Match(0, phrase.pre_end, 0, phrase.pre, (_PEOPLE,))
    before = [match for match in phrase.agents if match.last <= phrase.pre]
    if before:
        return _first_joined(phrase, before)
    bundling = phrase.pre and is_transparent(phrase.found[phrase.pre - 1].folded)
    return phrase.agents[0] if bundling and phrase.agents else None


def _first_joined(phrase: Phrase, before: list[Match[Agent]]) -> Match[Agent]:
    """The last noun, or the first of those that "and" joins to it ("civilians and journalists")."""
    at = len(before) - 1
    while at and before[at].first - before[at - 1].last == 1 and phrase.found[before[at].first - 1].folded == "and":
        at -= 1
    return before[at]


def _as_held(phrase: Phrase, head: Match[Agent]) -> Agent:
    """The agent; a private person where the words put an office into the past ("former minister")."""
    agent = head.values[0]
    if agent.sector in _OFFICIAL and any(is_past(word.folded) for word in phrase.found[: head.first]):
        return agent_of(f"former {agent.noun}") or Agent(noun=agent.noun, sector="CVL", scope=agent.scope)
    return agent


def _unowned(phrase: Phrase, agent: Agent, why: str) -> Reading:
    return reading(
        phrase.told,
        f"unknown/{slug(phrase.told)}",
        None,
        agent.sector,
        reason=f"{agent.noun!r} is {agent.sector}; {why}",
        rule="agent",
        score=0.5 if agent.scope in (Scope.STATE, Scope.PEOPLE) else 0.7,
    )


def _name(phrase: Phrase, owner: Owner) -> str:
    return phrase.told if owner.actor is None else in_full(phrase.told, owner.words.removeprefix("the "), owner.actor)


def _sector(agent: Agent, owner: Owner, day: dt.date | None) -> str:
    if owner.actor is None or owner.actor.entity.kind is EntityKind.PERSON:
        return agent.sector if agent.sector != "UNK" or owner.country is None else "GOV"
    if agent.scope is Scope.STATES:
        return "GOV"
    own = (owner.actor.sector_on(day) if day is not None else None) or owner.actor.entity.sector or agent.sector
    if own in _KEEPS_BODY and agent.sector in {"GOV", "MIL", "REB", "PTY", "IGO"}:
        return "MIL" if own == "IGO" and agent.sector == "MIL" else own
    official = agent.sector == "UNK" or (agent.sector == "GOV" and agent.scope is Scope.STATE)
    return own if official else agent.sector


def _identity(agent: Agent, owner: Owner, sector: str) -> str:
    actor = owner.actor
    if actor is not None and actor.entity.kind is not EntityKind.PERSON and sector in {actor.entity.sector, "MIL"}:
        return actor.canonical_id
    if actor is not None and agent.sector != "GOV":
        return f"group/{slug(actor.entity.name)}/{slug(agent.noun)}"
    if owner.country is None:
        return f"group/{slug(owner.words)}/{slug(agent.noun)}"
    if agent.scope is Scope.STATE and agent.sector in {"GOV", "MIL", "COP"}:
        return f"state/{owner.country}" if agent.sector == "GOV" else f"state/{owner.country}/{agent.sector}"
    return f"group/{owner.country}/{slug(agent.noun)}"


def read_sibling(phrase: Phrase, context: DocumentContext) -> Reading | None:
    """Read "the North" as the state that the report names in full, and "the west" as the region."""
    for territory in territories().values() if len(phrase.found) == 1 else ():
        if phrase.text in territory.short and context.shares.get(territory.iso3, 0.0) >= _PRESENT:
            why = f"{phrase.text!r} is short for {territory.name}, which the report names"
            return reading(
                territory.name, territory.canonical_id, territory.iso3, "GOV", reason=why, rule="short", score=0.85
            )
    for mention in territory_mentions(phrase.text.capitalize()) if phrase.the and len(phrase.found) == 1 else ():
        if mention.how is TerritoryWord.REGION and not phrase.aliases:
            region, why = mention.territory.canonical_id, f"{phrase.text!r} stands for many states"
            return reading(phrase.told, region, None, "GOV", reason=why, rule="region", score=0.8)
    return None


def _placed(phrase: Phrase, mention: TerritoryMention, country: str) -> Reading:
    territory = territories()[country]
    told = phrase.text[mention.start : mention.end]
    name, identity, sector, score = phrase.told, f"unknown/{slug(phrase.told)}", "UNK", 0.7
    people = mention.how is TerritoryWord.ADJECTIVE and any(plural(each) == told for each in territory.adjectives)
    if people and not (phrase.the and len(phrase.found) == 1 and territory.iso3 != _STATELESS):
        identity, sector, score = f"group/{country}/people", "CVL", 0.8
    elif people or (mention.end == phrase.pre_end and mention.how is not TerritoryWord.PLACE):
        name, identity, sector, score = territory.name, territory.canonical_id, "GOV", 0.85
    return reading(
        name, identity, country, sector, reason=f"{told!r} gives {country}", rule=f"{mention.how}-alone", score=score
    )
