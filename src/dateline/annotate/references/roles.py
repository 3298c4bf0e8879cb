"""Roles: what people are called by their office, from titles, appositions and the gazetteer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.annotate.mentions import Mention
from dateline.annotate.titles import head_word, is_title_head
from dateline.annotate.tree import Tree
from dateline.text.languages import en_names
from dateline.vocab.actors import actor

_HEADS = en_names.OFFICES | en_names.RANKS | en_names.PERSON_NOUNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """What a referent is called.

    Attributes:
        heads: Head nouns ("minister", "general").
        words: All words of the titles, heads included.
    """

    heads: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

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
        telling = modifiers & en_names.PORTFOLIOS
        return not telling or telling <= self.words or (not same and self.words.isdisjoint(en_names.PORTFOLIOS))


def roles_of(tree: Tree, mentions: Iterable[Mention], day: dt.date | None) -> Roles:
    """The roles of one referent: its titles in the document, and what the gazetteer knows of its offices."""
    heads: set[str] = set()
    words: set[str] = set()
    for mention in mentions:
        for first, last in _title_ranges(tree, mention):
            spelled = _joined([head_word(token.text) for token in tree.tokens[first:last]])
            words.update(spelled)
            heads.update(word for word in spelled if word in _HEADS)
        if mention.known is not None:
            for office in _offices(mention.known.canonical_id, day):
                spelled = _joined(office.lower().split())
                words.update(spelled)
                heads.update(word for word in spelled if word in _HEADS)
    return Roles(heads=frozenset(heads), words=frozenset(words))


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
    known = actor(canonical_id)
    if known is None:
        return ()
    roles = known.roles if day is None else tuple(role for role, _ in known.roles_on(day))
    return (role.office for role in roles)
