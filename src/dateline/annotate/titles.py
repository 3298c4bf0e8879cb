"""Titles: the rank, office or honorific that stands before or behind a person's name.

"Senior General Min Aung Hlaing", "Russian Deputy Minister of Defence Alexander Fomin", "Myanmar's ambassador to
the UN, Kyaw Moe Tun", "Alexander A. Mikheev, director general of Rosoboronexport".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline.annotate.tree import Tree
from dateline.model import Token
from dateline.text.languages import en, en_names

_HEADS = en_names.OFFICES | en_names.RANKS | en_names.HONORIFICS
_BEFORE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "CD"})
_COMPLEMENT = frozenset({"of", "for", "to", "at"})
_LONGEST_COMPLEMENT = 6
_PREFIXES = ("vice-", "ex-", "then-", "deputy-", "former-", "co-", "under-", "lieutenant-", "major-", "brigadier-")


@lru_cache(maxsize=65536)
def head_word(word: str) -> str:
    """A word as title lists have it: lower case, singular, without a prefix ("Ex-Presidents" → "president")."""
    word = word.lower()
    for prefix in _PREFIXES:
        word = word.removeprefix(prefix)
    if word not in _HEADS and word.endswith("s") and word[:-1] in _HEADS:
        return word[:-1]
    return word


def is_title_word(word: str) -> bool:
    """Whether a word is a rank, an office or an honorific."""
    return head_word(word) in _HEADS


def is_title_head(token: Token) -> bool:
    """Whether a token is a rank, an office or an honorific."""
    return is_title_word(token.text)


def title_before(tree: Tree, first: int, floor: int) -> tuple[int, int] | None:
    """The half-open token range of the title that ends right before token ``first``.

    Args:
        tree: The document.
        first: First token of the name.
        floor: First token that the title may begin with.
    """
    end = first
    head = _head_before(tree.tokens, first - 1, floor)
    if head is None:
        return None
    start = head
    while start > floor and _belongs(tree.tokens, start - 1, floor):
        start -= 1
    while start < head and tree.tokens[start].pos in {"PUNCT", "PART", "CCONJ"}:
        start += 1
    return start, end


def _head_before(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """The head noun of a title that ends at token ``i``: itself, or before "of Defence", "to the UN"."""
    if i >= floor and tokens[i].text == "." and i > floor and is_title_head(tokens[i - 1]):
        return i - 1
    if i >= floor and is_title_head(tokens[i]):
        return i
    for k in range(i, max(floor, i - _LONGEST_COMPLEMENT), -1):
        word = tokens[k].text
        if word.lower() in _COMPLEMENT:
            if tokens[i].text.lower() in _COMPLEMENT | {"the"}:
                return None
            return k - 1 if k > floor and is_title_head(tokens[k - 1]) else None
        named = word[:1].isupper() or word.lower() in en_names.PORTFOLIOS or word in {"and", "the", "&"}
        if not named:
            return None
    return None


def _belongs(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """Whether token ``i``, left of a title's head, is still part of the title."""
    token = tokens[i]
    word = token.text.lower()
    if is_title_head(token) or word in en_names.TITLE_MODIFIERS:
        return True
    if word in {"-", "/", "'s", "’s", "'", "’"}:
        return i > floor
    if word in {"and", "&", "."}:
        return i > floor and is_title_head(tokens[i - 1])
    if word in en.CALENDAR or token.dep in {"nsubj", "npadvmod", "conj"}:
        return False
    return token.tag in _BEFORE_TAGS and (token.text[:1].isupper() or token.dep in {"amod", "compound", "poss", "nmod"})


def title_behind(tree: Tree, head: int, last: int) -> tuple[int, int] | None:
    """The half-open token range of an apposed office after the name with the given head and end, or None."""
    for child in tree.children[head]:
        if child >= last and tree.tokens[child].dep == "appos" and is_role(tree.tokens[child]):
            return tree.role_phrase(child)
    return None


def title_governing(tree: Tree, head: int) -> tuple[int, int] | None:
    """The range of the office that the name is in apposition to ("the ambassador to the UN, Kyaw Moe Tun")."""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.dep != "appos" or above.i >= head or not is_role(above) or above.pos not in {"NOUN", "PROPN"}:
        return None
    first, last = tree.role_phrase(above.i)
    return first, min(last, tree.edges[0][head])


def is_role(token: Token) -> bool:
    """Whether the noun describes a person by what they are ("director", "billionaire")."""
    return token.lemma in en_names.PERSON_NOUNS or is_title_head(token)
