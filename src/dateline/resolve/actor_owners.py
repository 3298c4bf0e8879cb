"""Whose people a described party are: what stands before its noun, behind it, or dominates the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_names import choose
from dateline.resolve.actor_phrases import Phrase, parse
from dateline.resolve.actor_reading import Reading
from dateline.vocab.actor_records import Actor
from dateline.vocab.actors import Catalogue
from dateline.vocab.agents import Agent, Scope
from dateline.vocab.fold import key
from dateline.vocab.phrase_index import Match
from dateline.vocab.territories import TerritoryWord

#: Prepositions behind a noun that place it; anybody may be "in" a country, so open nouns need one of the second set.
_PLACING = frozenset(
    {
        *("of", "in", "from", "at", "near", "across", "within", "inside", "for", "around", "throughout", "among"),
        *("representing", "belonging", "loyal", "to"),
    }
)
_BELONGING = frozenset({"of", "from", "for", "representing", "belonging", "within", "loyal"})
#: Organs of state that act where the report is about, not where diplomacy is.
_LOCAL = frozenset({"COP", "JUD"})
#: Share of a report's countries from which on a noun's usual country is taken.
_USUAL = 0.1
#: Bodies "for" something serve a cause, not an owner ("Institute for American Studies").
_FOR_A_CAUSE = frozenset({"EDU", "NGO", "BUS", "IGO", "MED"})
#: From this certainty on words without country are known to have none ("different countries").
_NOBODY = 0.7
_FLOOR = {Scope.STATE: 0.34, Scope.PEOPLE: 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whom or what a described party belongs to.

    Attributes:
        country: ISO3, or None.
        words: The words that tell it.
        rule: How ("nationality-agent", "assumed-country").
        score: How certain.
        actor: The body or person it belongs to, or None.
    """

    country: str | None
    words: str
    rule: str
    score: float
    actor: Actor | None = None

    def __str__(self) -> str:
        return self.country or (self.actor.entity.name if self.actor else "no single country")


def owner_before(phrase: Phrase, head: Match[Agent], context: DocumentContext, known: Catalogue) -> Owner | None:
    """What stands before the noun: "Syrian troops", "NATO troops", "Trump administration", "Idlib residents"."""
    for alias in reversed(phrase.aliases):
        if alias.first < head.first and alias.values[0].startswith(("body/", "person/")):
            actor = choose([known.actors[each] for each in alias.values], context, None, phrase)
            words = phrase.text[alias.start : alias.end]
            if actor is None or any(each.start == alias.start and each.end == alias.end for each in phrase.states):
                continue
            return Owner(country=actor.entity.country, words=words, rule="of-known-actor", score=0.92, actor=actor)
    nearest: Owner | None = None
    for mention in phrase.states:
        if mention.start >= head.start or mention.relation:
            continue
        words = phrase.text[mention.start : mention.end]
        country = context.country_of(mention, phrase.text)
        if mention.how in (TerritoryWord.NAME, TerritoryWord.ADJECTIVE, TerritoryWord.GOVERNMENT):
            return Owner(country=country, words=words, rule="nationality-agent", score=0.95)
        if mention.how is TerritoryWord.REGION:
            nearest = nearest or Owner(country=None, words=words, rule="region-agent", score=0.7)
        else:
            nearest = Owner(country=country, words=words, rule="place-agent", score=0.85)
    return nearest


def owner_behind(
    phrase: Phrase, agent: Agent, context: DocumentContext, read: Callable[[Phrase], Reading | None], known: Catalogue
) -> Owner | None:
    """What stands behind a preposition: "residents of Ghouta", "children of British women", "police in Odessa".

    Args:
        phrase: The words, taken apart.
        agent: The noun.
        context: The document.
        read: Reads the words behind the preposition as a party, without assuming a country.
        known: All known actors.
    """
    belongs = phrase.preposition in _BELONGING
    if phrase.preposition not in _PLACING or (agent.scope in (Scope.OPEN, Scope.STATES) and not belongs):
        return None
    told = phrase.complement
    if phrase.preposition == "for" and agent.sector in _FOR_A_CAUSE:
        told = _later(told)
    complement = parse(told, known) if told else None
    inner = read(complement) if complement is not None and complement.found else None
    if inner is not None and inner.country is None and inner.score >= _NOBODY and belongs:
        return Owner(country=None, words=told, rule="several-countries", score=0.7)
    if inner is not None and inner.canonical_id is not None:
        actor = known.actors.get(inner.canonical_id) if belongs and inner.canonical_id.startswith("body/") else None
        if inner.country is not None or actor is not None:
            score = min(inner.score, 0.9 if belongs else 0.8)
            return Owner(country=inner.country, words=told, rule="agent-of", score=score, actor=actor)
    behind = [each for each in phrase.states if each.start > phrase.pre_end and not each.relation]
    countries = {context.country_of(each, phrase.text): phrase.text[each.start : each.end] for each in behind}
    if len(countries) == 1:
        country, words = next(iter(countries.items()))
        return Owner(country=country, words=words, rule="agent-of-place", score=0.8 if belongs else 0.75)
    if countries:
        return Owner(country=None, words=" and ".join(countries.values()), rule="several-countries", score=0.7)
    return None


def owner_of_kind(
    phrase: Phrase, head: Match[Agent], context: DocumentContext, known: Catalogue, offset: int | None
) -> Owner | None:
    """The body of the noun's kind that the report names last before: "the junta" after "Myanmar's junta"."""
    if head.first or head.last != len(phrase.found) or head.values[0].scope is not Scope.STATE:
        return None
    kind = f" {' '.join(word.folded for word in phrase.found)}"
    for each in context.last_named(offset):
        actor = known.actors[each]
        if each.startswith("body/") and actor.entity.country and any(key(name).endswith(kind) for name in actor.names):
            words = f"{actor.entity.name}, which the report names"
            return Owner(country=actor.entity.country, words=words, rule="body-of-kind", score=0.65)
    return None


def _later(words: str) -> str:
    """What stands behind the next preposition that tells an owner ("American Studies of the ministry")."""
    found = re.search(r"\b(?:of|in|at)\s+(.+)$", words)
    return found[1] if found else ""


def owner_assumed(phrase: Phrase, agent: Agent, context: DocumentContext, offset: int | None) -> Owner | None:
    """The country that the report is about, for a noun without owner; None where none stands out.

    Rebels and residents are looked for among the countries named as places, organs of a state among all.
    """
    floor = _FLOOR.get(agent.scope)
    if floor is None or phrase.possessive or any(each.how is TerritoryWord.REGION for each in phrase.states):
        return None
    if agent.usual is not None and context.shares.get(agent.usual, 0.0) >= _USUAL:
        words = f"{agent.noun!r} usually said of {agent.usual}, which the report names"
        return Owner(country=agent.usual, words=words, rule="usual-country", score=0.65)
    if agent.among:
        return _of_scattered(agent, context)
    related = next((each.territory.iso3 for each in phrase.states if each.relation), None)
    located = agent.scope is Scope.PEOPLE or agent.sector in _LOCAL
    found = context.dominant(floor, without=related, located=located)
    if found is not None:
        country, share = found
        words = f"{share:.0%} of the countries named in the report"
        return Owner(country=country, words=words, rule="assumed-country", score=round(0.35 + 0.34 * share, 2))
    if agent.scope is Scope.STATE and offset is not None and related is None:
        country = context.nearest_before(offset, reach=200) or ""
        if country:
            return Owner(country=country, words="the last country named before", rule="assumed-country", score=0.4)
    return None


def _of_scattered(agent: Agent, context: DocumentContext) -> Owner | None:
    """The country that the report names most among those that a people lives in; None where none is named."""
    shares = sorted(((context.shares.get(iso3, 0.0), iso3) for iso3 in agent.among), reverse=True)
    share, country = shares[0]
    if share == 0.0 or share == shares[1][0]:
        return None
    words = f"{agent.noun!r} live in several states, of which the report names this one most"
    return Owner(country=country, words=words, rule="scattered-people", score=0.6)
