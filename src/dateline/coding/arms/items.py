"""Items: the words of a sentence that name arms, military goods or military help."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.coding.arms.lexicon import words
from dateline.coding.view import View
from dateline.model import Evidence, Sentence, Token
from dateline.vocab.item_classes import item_cues
from dateline.vocab.item_classifying import classify_item
from dateline.vocab.item_matching import ItemEvidence, ItemMatch, find_items

_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
_EVERYDAY = frozenset({"spare_parts", "logistics", "dual_use"})
"""Classes whose weak words are everyday words ("part", "fuel", "chip"): these alone tell no item."""
_BEFORE = 2
"""Sentences before one that still show what it speaks of."""
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item.

    Attributes:
        first, last: Half-open token range of the matched words.
        head: The noun they belong to ("system" in "S-400 system"), a transfer noun excepted.
        item_class: Class of the match.
    """

    first: int
    last: int
    head: int
    item_class: str


class Items:
    """The items of one sentence.

    Args:
        view: The document.
        sentence: The sentence.
    """

    def __init__(self, view: View, sentence: Sentence) -> None:
        self._view = view
        self._sentence = sentence
        told = (self._item(match) for match in _matches(view, sentence))
        self.found = tuple(item for item in told if item is not None)

    def _item(self, match: ItemMatch) -> Item | None:
        """The item of a match; None where the match only modifies something else ("weapons inspectors")."""
        first, last = self._view.tokens_of(match.start, match.end)
        head = self._climb(last - 1)
        if head is None:
            return None
        return Item(first=first, last=last, head=head, item_class=match.item_class)

    def _climb(self, i: int) -> int | None:
        """The noun that a matched word modifies, unless it is a word of transfer ("arms sales")."""
        tokens, sentence = self._view.tokens, self._sentence
        for _ in range(4):
            above = tokens[i].head
            if tokens[i].dep not in _INSIDE or not i < above < sentence.last:
                return i
            lemma = tokens[above].lemma
            if lemma in _transfers():
                return i
            if not tokens[above].tag.startswith("NN") or lemma not in words("item_heads"):
                return i if self._joins_transfer(above) else None
            i = above
        return i

    def _joins_transfer(self, i: int) -> bool:
        """Whether a noun modifies or is itself part of a word of transfer further on ("arms export control")."""
        tokens = self._view.tokens
        for _ in range(3):
            if tokens[i].lemma in _transfers():
                return True
            if tokens[i].dep not in _INSIDE or tokens[i].head <= i:
                return False
            i = tokens[i].head
        return False

    def at(self, noun: int) -> Item | None:
        """The item that a noun names, itself, by a modifier, or by its "of" complement or conjuncts."""
        tree = self._view.tree
        first, last = tree.phrase(noun)
        if _measures(self._view.tokens[noun]):
            last = max([last, *(tree.phrase(inner)[1] for inner in tree.prepositional(noun, "in", "of"))])
        for each in self.found:
            if each.head == noun or (first <= each.first and each.last <= last and self._owns(noun, each)):
                return each
        return None

    def _owns(self, noun: int, item: Item) -> bool:
        """Whether an item inside a noun phrase is what the phrase names and not its owner or its use."""
        tokens = self._view.tokens
        at = item.head
        for _ in range(4):
            if at == noun:
                return True
            above = tokens[at].head
            if tokens[at].dep == "poss":
                return False
            if tokens[at].dep == "pobj":
                measured = tokens[tokens[above].head]
                if tokens[above].lemma not in {"of", "in"} or not _measures(measured):
                    return False
            at = above
        return False


def _measures(noun: Token) -> bool:
    """Whether a noun only measures what stands behind its "of"."""
    return noun.lemma in words("containers") or noun.pos in {"NUM", "SYM"} or noun.tag in {"CD", "$"}


@cache
def _transfers() -> frozenset[str]:
    return (
        words("handing") | words("getting") | words("settling") | words("supplier") | words("customer")
        | words("embargo") | words("licence")
    ) - {"package", "batch", "trade"}  # fmt: skip


def _matches(view: View, sentence: Sentence) -> list[ItemMatch]:
    """Items; words that are common in other senses ("jet", "round") only where the sentence speaks of war."""
    found = find_items(view.text, weak=True, start=sentence.start, end=sentence.end)
    strong = [each for each in found if _is_strong(each)]
    if not found or strong == list(found):
        return strong
    warlike = bool(strong) or _speaks_of_war(view, sentence)
    return [each for each in found if each in strong or (warlike and each.item_class not in _EVERYDAY)]


def _speaks_of_war(view: View, sentence: Sentence) -> bool:
    """Whether a word of war or an unmistakable item stands in the sentence or just before it."""
    index = view.tokens[sentence.first].sentence
    first = view.annotations.sentences[max(0, index - _BEFORE)].first
    return any(
        token.lemma in words("warlike") or token.lemma in item_cues() for token in view.tokens[first : sentence.last]
    )


def _is_strong(match: ItemMatch) -> bool:
    """Whether a match needs no other word of war beside it."""
    return match.by is ItemEvidence.PATTERN or match.entry.lower().replace("-", " ") in item_cues()


def describe(view: View, item: Item) -> tuple[Evidence, str]:
    """The words of an item with their modifiers, articles and numbers left out, and their class."""
    tokens = view.tokens
    first, last = view.tree.phrase(item.head)
    first, last = min(first, item.first), max(last, item.last)
    while first < item.first and (
        tokens[first].dep in {"det", "nummod", "poss", "quantmod", "predet"} or _is_owner(view, first)
    ):
        first += 1
    last = _with_conjuncts(view, item, last)
    evidence = _unquoted(view, first, last)
    told = classify_item(evidence.text)
    return evidence, told.item_class if told is not None else item.item_class


def _is_owner(view: View, i: int) -> bool:
    """Whether a token in front of an item is an owner's mark, a hedge or an amount ("$3 billion", "Russia's")."""
    token = view.tokens[i]
    return (
        token.tag in {"POS", "CD", "$", "PRP$", "PDT", "DT"}
        or token.pos in {"SYM", "PUNCT"}
        or token.dep in {"advmod", "neg"}
    )


def _with_conjuncts(view: View, item: Item, last: int) -> int:
    """The end of an item with those joined to it ("tanks and howitzers")."""
    for i in view.tree.conjuncts(item.head):
        if item.head < i < item.head + 12 and view.tokens[i].tag.startswith("NN"):
            last = max(last, view.tree.phrase(i)[1])
    return last


def _unquoted(view: View, first: int, last: int) -> Evidence:
    """The words of a token range without quotation marks around them, or with both."""
    tokens = view.tokens
    while last - first > 1 and tokens[first].text in _QUOTES:
        first += 1
    while last - first > 1 and tokens[last - 1].text in _QUOTES:
        last -= 1
    marks = sum(tokens[i].text in _QUOTES for i in range(first, last))
    if marks % 2 and first > 0 and tokens[first - 1].text in _QUOTES:
        first -= 1
    return view.evidence(first, last)
