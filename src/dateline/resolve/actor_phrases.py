"""The words for a party, taken apart: "at least 77 militants of the Taliban (TTP)" and what each part is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.vocab.actors import Catalogue
from dateline.vocab.agents import Agent, agents_in, is_transparent
from dateline.vocab.fold import Word, fold, words
from dateline.vocab.offices import Office, offices_in
from dateline.vocab.phrase_index import Match
from dateline.vocab.territories import TerritoryMention, TerritoryWord, is_also_name, territory_mentions

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_CLAUSE = re.compile(r"\s*(?:,|;| -{1,2} | – |—)\s*|\s+(?:who|which|whose|whom|where|that)\s+", re.IGNORECASE)
#: "India, Nepal and Bangladesh": commas that list names, not clauses.
_LIST = re.compile(r"[A-Z][\w.’'-]+(?:, (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*)+,? and (?:the )?[A-Z]")
#: A title that a page has run together with the name ("MinisterOrlov").
_GLUED = re.compile(r"\b(Comrade|President|Chairman|Minister|Marshal|General|Senator|Secretary)(?=[A-Z][a-z])")
_QUOTES = "\"'“”„«»‘’`"
_DETERMINER = re.compile(
    r"(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your|some|any|several|many|various|numerous|"
    r"certain|other|another|all|both|each|every|no|more|most|fewer|less|few|than|about|around|nearly|almost|roughly|"
    r"approximately|over|under|up|to|at|least|as|only|just|such|multiple|countless|"
    r"(?:\d[\d,. \u00a0]*(?:\d|m|bn)?%?)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|"
    r"hundred|hundreds|thousand|thousands|million|millions|of)\s+",
    re.IGNORECASE,
)
_AND_THEIRS = re.compile(r"\s+and\s+(?:its|their|his|her)\s.*$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_PREPOSITIONS = frozenset(
    {
        *("of", "in", "from", "at", "near", "for", "to", "on", "with", "against", "under", "by", "around", "across"),
        *("inside", "outside", "within", "among", "behind", "over", "loyal", "off", "along", "between", "throughout"),
        *("backed", "led", "trained", "fighting", "based", "held", "controlled", "run", "representing", "belonging"),
        *("backing", "failing", "trying", "living", "housing", "hosting", "serving", "injured", "travelling"),
        *("traveling", "doing", "affected", "expelled", "controlling", "gathered", "demanding", "protesting"),
    }
)
_INDEFINITE = frozenset({"a", "an", "some", "several", "many", "another", "one"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_PRONOUNS = frozenset(
    {
        *("he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "we", "us", "our"),
        *("ours", "i", "me", "my", "mine", "you", "your", "yours", "himself", "herself", "itself", "themselves", "who"),
        *("ourselves", "myself", "this", "that", "these", "those", "one", "some", "others", "another", "both", "each"),
        *("all", "none", "either", "neither", "everyone", "someone", "anyone", "nobody", "which", "whom", "whose"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The words for a party, taken apart. Offsets of all matches count in ``text``.

    Attributes:
        text: Without quotes, brackets, determiners, numbers and relative clauses.
        told: As told, without quotes and leading article: the name when nothing better is known.
        possessive: Introduced by "his", "their": the owner is said, but not by name.
        definite: Not introduced by "a", "an" or a number: one certain holder may be meant.
        the: Introduced by "the" and nothing more ("the Danes").
        found: The words of ``text``.
        pre: Number of words before the first preposition that lies in no match.
        bracket: What stood in brackets, or "".
        apposition: What stood behind the first comma, or "".
        aliases: Known names in ``text`` (canonical ids).
        states: Words for territories in ``text`` that lie in no longer known name.
        agents: Agent nouns; offices: offices.
    """

    text: str
    told: str
    definite: bool
    possessive: bool
    found: list[Word]
    pre: int
    bracket: str = ""
    apposition: str = ""
    the: bool = False
    aliases: tuple[Match[str], ...] = ()
    states: tuple[TerritoryMention, ...] = ()
    agents: tuple[Match[Agent], ...] = ()
    offices: tuple[Match[Office], ...] = field(default=())

    @property
    def pre_end(self) -> int:
        """Offset behind the last word before the preposition."""
        return self.found[self.pre - 1].end if self.pre else 0

    @property
    def is_pronoun(self) -> bool:
        """Whether the phrase only points to something."""
        return not self.aliases and bool(self.found) and all(word.folded in _PRONOUNS for word in self.found)

    @property
    def complement(self) -> str:
        """What stands behind the preposition."""
        return self.text[self.found[self.pre].end :].strip() if self.pre < len(self.found) else ""

    @property
    def preposition(self) -> str:
        """The preposition that follows the head, or ""."""
        return self.found[self.pre].folded if self.pre < len(self.found) else ""


def parse(told: str, known: Catalogue) -> Phrase:
    """Take the words for a party apart; ``known`` are the actors that they may name."""
    bare = re.sub(r"\s+", " ", told).strip().strip(_QUOTES + " ,.;:-–—") or told.strip()
    bare = _GLUED.sub(r"\1 ", bare)
    found = _BRACKETS.search(bare)
    bracket = found[1] if found else ""
    bare = _BRACKETS.sub(" ", bare).strip() if found else bare
    core, apposition = _without_clause(_AND_THEIRS.sub("", bare))
    text, introduced = (core, frozenset()) if known.index.lookup(core) else _without_determiners(core)
    text = re.sub(r"(?:['’]s|(?<=s)['’])$", "", text)
    article = _ARTICLE.match(bare)
    seen = _seen(text, known)
    return Phrase(
        text=text,
        told=bare[article.end() :] if article else bare,
        definite=introduced.isdisjoint(_INDEFINITE) and not any(word[:1].isdigit() for word in introduced),
        possessive=not introduced.isdisjoint(_POSSESSIVE),
        found=seen.found,
        pre=_head_length(text, seen),
        bracket=bracket,
        apposition=apposition,
        aliases=seen.aliases,
        states=seen.states,
        agents=seen.agents,
        offices=seen.offices,
        the=introduced == {"the"},
    )


def is_name_like(text: str) -> bool:
    """Whether a text looks like a proper name: capitalised words, but for particles, none of them an agent."""
    found = words(text)
    small = {
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "da",
        "del",
        "van",
        "von",
        "der",
        "la",
        "le",
        "ul",
        "and",
        "of",
        "the",
        "e",
    }
    large = [text[word.start].isupper() or text[word.start - 1 : word.start] == "-" for word in found]
    return any(large) and all(big or word.folded in small for big, word in zip(large, found, strict=True))


def _without_clause(bare: str) -> tuple[str, str]:
    if _LIST.search(bare):
        return bare, ""
    core, *behind = _CLAUSE.split(bare, maxsplit=1)
    if not core.strip():
        return bare, ""
    return core.strip(), behind[0].strip() if behind else ""


def _without_determiners(core: str) -> tuple[str, frozenset[str]]:
    """The words without determiners and counts, and those in folded form."""
    taken: list[str] = []
    while (found := _DETERMINER.match(core)) and found.end() < len(core):
        word = fold(found[0].strip())
        rest = core[found.end() :]
        named = word in {"no", "under", "over"} and rest[:1].isupper()
        if named or (word in {"to", "than"} and not taken):
            break
        taken.append(word)
        core = rest
    return core, frozenset(taken)


class _Seen(NamedTuple):
    """What stands in a text."""

    found: list[Word]
    aliases: tuple[Match[str], ...]
    states: tuple[TerritoryMention, ...]
    agents: tuple[Match[Agent], ...]
    offices: tuple[Match[Office], ...]


def _seen(text: str, known: Catalogue) -> _Seen:
    found = words(text)
    aliases = tuple(known.find(text, found))
    states = [
        each
        for each in territory_mentions(text, found)
        if not any(
            alias.start <= each.start and each.end <= alias.end and alias.end - alias.start > each.end - each.start
            for alias in aliases
        )
    ]
    agents, offices = tuple(agents_in(text, found)), tuple(offices_in(text, found))
    if states and not agents and not offices and _is_given_name(text, found, states):
        return _Seen(found, tuple(each for each in aliases if each.first), (), (), ())
    nouns = [*[(each.start, each.end) for each in agents], *[(each.start, each.end) for each in offices]]
    placed = [each for each in states if not (each.how is TerritoryWord.REGION and _lies_in(each, nouns))]
    return _Seen(found, aliases, tuple(placed), agents, offices)


def _is_given_name(text: str, found: list[Word], states: list[TerritoryMention]) -> bool:
    """Whether a territory's name is the given name before a family name ("Chad Smith", "Paris Hilton")."""
    first = states[0]
    alone = len(states) == 1 and len(found) in (2, 3) and (first.start, first.end) == (0, found[0].end)
    return alone and text[first.end] == " " and is_also_name(found[0]) and is_name_like(text)


def _lies_in(mention: TerritoryMention, stretches: list[tuple[int, int]]) -> bool:
    """Whether a word is part of a noun: the "foreign" of a foreign ministry is no region."""
    return any(start <= mention.start and mention.end <= end for start, end in stretches)


def _head_length(text: str, seen: _Seen) -> int:
    """How many words stand before the first preposition that is part of no match."""
    stretches = [
        *[(each.first, each.last) for each in seen.aliases],
        *[(each.first, each.last) for each in seen.agents],
        *[(each.first, each.last) for each in seen.offices],
    ]
    inside = {at for first, last in stretches for at in range(first, last)}
    for at, word in enumerate(seen.found):
        if not at or word.folded not in _PREPOSITIONS or at in inside or text[word.start - 1] == "-":
            continue
        if word.folded != "of" or not is_transparent(seen.found[at - 1].folded):
            return at
    return len(seen.found)
