"""Roles: what people are called by their office, from titles, appositions and the gazetteer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.annotate.mentions import Mention
from dateline.annotate.titles import head_word, is_title_head
from dateline.annotate.tree import Tree
from dateline.model import EntityKind
from dateline.text.languages import en_names
from dateline.vocab.actors import actor

#: One spelling of each portfolio.
_SPELT = {"defence": "defense", "labour": "labor"}
_HEADS = en_names.OFFICES | en_names.RANKS | en_names.PERSON_NOUNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """What a referent is called.

    Attributes:
        heads: Head nouns ("minister", "general").
        words: All words of the titles, heads included.
        past: Words of offices that the gazetteer knows to be held no longer.
    """

    heads: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()

    def fits(self, head: str, modifiers: frozenset[str]) -> bool:
        """Whether "the <modifiers> <head>" can be one with these roles.

        A modifier that tells a portfolio ("foreign minister") must be among the words of the title when the
        head is the same.
        """
        same = head in self.heads
        if not same and self.heads.isdisjoint(en_names.ROLE_SYNONYMS.get(head, frozenset())):
            return False
        if (
            "prime" in modifiers
            and "prime" not in self.words
            and self.heads.isdisjoint(en_names.ROLE_SYNONYMS["premier"])
        ):
            return False
        telling = {_SPELT.get(word, word) for word in modifiers & en_names.PORTFOLIOS}
        return not telling or telling <= self.words or (not same and self.words.isdisjoint(en_names.PORTFOLIOS))

    def fitted(self, head: str, modifiers: frozenset[str]) -> bool:
        """Whether "the former <modifiers> <head>" can be one with what was."""
        words = {_SPELT.get(word, word) for word in modifiers & en_names.PORTFOLIOS | {head}}
        return bool(self.past) and words <= self.past


def roles_of(tree: Tree, mentions: Sequence[Mention], day: dt.date | None) -> Roles:
    """The roles of one referent: its titles in the document, and what the gazetteer knows of its offices."""
    words: set[str] = set()
    past: set[str] = set()
    for mention in mentions:
        for first, last in _title_ranges(tree, mention):
            words.update(_joined([head_word(token.text) for token in tree.tokens[first:last]]))
    for known in {mention.known.canonical_id for mention in mentions if mention.known is not None}:
        words.update(word for office in _offices(known, day) for word in _joined(office.lower().split()))
        past.update(word for office in _past_offices(known, day) for word in _joined(office.lower().split()))
    heads = frozenset(word for word in words if word in _HEADS)
    return Roles(heads=heads, words=_respelt(words), past=_respelt(past))


def _respelt(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_SPELT.get(word, word) for word in words)


def _joined(words: list[str]) -> list[str]:
    """Write "director general" as one word, so that no director passes for a general."""
    joined: list[str] = []
    for word in words:
        if word == "general" and joined and joined[-1] in en_names.OFFICES - en_names.RANKS:
            joined[-1] = f"{joined[-1]}-general"
        else:
            joined.append(word)
    return joined


def _title_ranges(tree: Tree, mention: Mention) -> Iterable[tuple[int, int]]:
    """The title of a mention, its appositions and its predicate noun ("X is the president of Y")."""
    if mention.title is not None:
        yield mention.title
    for child in tree.children[mention.head]:
        if tree.tokens[child].dep == "appos" and is_title_head(tree.tokens[child]):
            yield tree.role_phrase(child)
    token = tree.tokens[mention.head]
    verb = tree.tokens[token.head]
    if token.dep == "nsubj" and verb.lemma == "be":
        attribute = tree.child(verb.i, "attr")
        if attribute is not None and is_title_head(tree.tokens[attribute]):
            yield tree.role_phrase(attribute)


def _offices(canonical_id: str, day: dt.date | None) -> Iterable[str]:
    """The offices held on the day, or at any time where no day is told; a person of the media is a journalist."""
    known = actor(canonical_id)
    if known is None:
        return
    if known.entity.kind is EntityKind.PERSON and known.entity.sector == "MED":
        yield "journalist"
    roles = known.roles if day is None else tuple(role for role, _ in known.roles_on(day))
    yield from (role.office for role in roles)


def _past_offices(canonical_id: str, day: dt.date | None) -> Iterable[str]:
    """The offices that began before the day and are not held on it."""
    known = actor(canonical_id)
    if known is None or day is None:
        return
    held = [role for role, _ in known.roles_on(day)]
    for role in known.roles:
        start = role.tenure.start
        if role not in held and (start is None or start.earliest < day):
            yield role.office
