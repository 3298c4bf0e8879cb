"""Figures: the nouns of a document that may be parties, with what is cheaply known about each."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dateline.coding.gate import Gate
from dateline.coding.parties import PartyMaker
from dateline.coding.tree import Tree
from dateline.model import NameKind
from dateline.vocab.actors import catalogue
from dateline.vocab.agents import agent_of
from dateline.vocab.territories import territory_mentions

_LEAST = 0.3
_ACTS = 0.5
_NEVER = frozenset({"case", "det", "punct"})
_NO_NOUNS = frozenset({"PUNCT", "DET", "PART", "ADP", "VERB", "AUX", "ADV"})
_MODIFYING = frozenset({"amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One noun that may be a party.

    Attributes:
        i: Its token.
        first: The first token of its phrase.
        who: Key under which mentions of one party meet: its country, else the last word of its name.
        country: ISO 3166 alpha-3 as far as the words tell, or "".
        sector: PLOVER sector as far as the words tell, or "".
        sort: ``person``, ``place``, ``group``, ``organisation``, ``other``, ``pronoun``, ``agent`` or ``thing``.
        strength: As :class:`~dateline.coding.gate.Gate` gives it.
    """

    i: int
    first: int
    who: str
    country: str
    sector: str
    sort: str
    strength: float


class Figures:
    """The figures of one document.

    Args:
        title: Its title, or "".
        tree: Its tree.
        gate: Says which nouns can act.
        parties: Knows the fullest name of each noun.
    """

    def __init__(self, title: str, tree: Tree, gate: Gate, parties: PartyMaker) -> None:
        self._title = title
        self._tree = tree
        self._gate = gate
        self._parties = parties
        self._held: dict[int, Figure] = {}
        self._by_sentence: dict[int, list[Figure]] = {}
        self._places: dict[int, list[int]] = {}
        self._traits: dict[int, list[str]] = {}

    def at(self, i: int) -> Figure:
        """The figure at a token, whether or not it can act."""
        if i not in self._held:
            self._held[i] = self._figure(i)
        return self._held[i]

    def traits(self, figure: Figure) -> list[str]:
        """The features that a figure has in any act."""
        if figure.i not in self._traits:
            self._traits[figure.i] = [
                f"sort {figure.sort}",
                f"sector {figure.sector}",
                f"strength {figure.strength:.1f}",
                "country known" if figure.country else "country unknown",
                f"rank {min(self.ranks.get(figure.country, 4), 4)}",
                f"share {self.share(figure.who)}",
                *(["in title"] if figure.country in self.titled else []),
            ]
        return self._traits[figure.i]

    def of_sentence(self, index: int) -> list[Figure]:
        """The figures of a sentence, in text order."""
        if index not in self._by_sentence:
            sentence = self._tree.annotations.sentences[index]
            inside = () if sentence.boilerplate else range(sentence.first, sentence.last)
            self._by_sentence[index] = [self.at(i) for i in inside if self._stands(i)]
        return self._by_sentence[index]

    def places(self, index: int) -> list[int]:
        """The tokens of the figures of a sentence, in text order."""
        if index not in self._places:
            self._places[index] = [figure.i for figure in self.of_sentence(index)]
        return self._places[index]

    @cached_property
    def salience(self) -> Counter[str]:
        """How often each party is mentioned."""
        found: Counter[str] = Counter()
        for index in range(len(self._tree.annotations.sentences)):
            found.update(figure.who for figure in self.of_sentence(index) if figure.sort != "thing")
        return found

    def share(self, who: str) -> int:
        """Class of how often a party is mentioned beside the one mentioned most: 0 as often, 4 rarely."""
        return min(int(math.log2(self._most / max(self.salience[who], 1))), 4)

    @cached_property
    def _most(self) -> int:
        return max(self.salience.values(), default=1)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """States by how often they are mentioned, from 0."""
        states = [who for who, _ in self.salience.most_common() if len(who) == 3 and who.isupper()]
        return {who: rank for rank, who in enumerate(states)}

    @cached_property
    def titled(self) -> frozenset[str]:
        """States that the title names."""
        return frozenset(mention.territory.iso3 for mention in territory_mentions(self._title))

    def _stands(self, i: int) -> bool:
        """Whether the noun is a figure of its own and no part of another's words."""
        token = self._tree.tokens[i]
        if token.dep in _NEVER or token.pos in _NO_NOUNS or self._gate.strength(i) < _LEAST:
            return False
        if token.dep == "compound":
            return self._gate.strength(token.head) < _ACTS
        if token.dep in _MODIFYING:
            return self._gate.names.get(i) is not None and self._gate.strength(token.head) < _ACTS
        return True

    @cached_property
    def _told(self) -> dict[str, str]:
        """Last word of a name → country that the title in front of one of its mentions tells."""
        found: dict[str, str] = {}
        for name in self._tree.annotations.names:
            word = name.evidence.text.lower().split()[-1]
            if word not in found:
                country, _ = known(f"{name.title} {name.evidence.text}".strip())
                if country:
                    found[word] = country
        return found

    def _figure(self, i: int) -> Figure:
        party = self._parties.party(i, i)
        words = party.evidence.text if party.evidence else party.name
        country, sector = known(party.name)
        if not country and words != party.name:
            country, other = known(words)
            sector = sector or other
        last = (party.name.lower().split() or [""])[-1]
        country = country or self._told.get(last, "")
        token = self._tree.tokens[i]
        agent = _acting(token.lemma) or _acting(token.text.lower())
        sector = sector or agent
        sort = _sort(token.pos, self._gate.names.get(i), bool(agent))
        return Figure(i, self._tree.phrase(i)[0], country or last, country, sector, sort, self._gate.strength(i))


def _sort(pos: str, kind: NameKind | None, agent: bool) -> str:
    if pos == "PRON":
        return "pronoun"
    if kind is not None:
        return kind.value
    return "agent" if agent else "thing"


@lru_cache(maxsize=20_000)
def _acting(noun: str) -> str:
    """The sector of a noun that acts, "" for any other."""
    agent = agent_of(noun)
    return agent.sector if agent else ""


@lru_cache(maxsize=20_000)
def known(name: str) -> tuple[str, str]:
    """Country and sector that words tell, each "" where they tell none."""
    found = catalogue().named(name.removeprefix("the ").removeprefix("The "))
    if found:
        entity = found[0].entity
        return entity.country or "", entity.sector or ""
    for mention in territory_mentions(name):
        if not mention.relation and mention.territory.iso3:
            return mention.territory.iso3, ""
    return "", ""
