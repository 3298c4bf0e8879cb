"""The gate: which nouns can act, so that storms, teams and markets are no parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from dateline.coding.tree import Tree
from dateline.model import Annotations, NameKind
from dateline.vocab.cues import cue_lists
from dateline.vocab.triggers import Lexicon

_POLITICAL_KINDS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
_PERSONAL = frozenset(
    {"he", "she", "they", "we", "i", "him", "her", "them", "us", "me", "who", "himself", "themselves"}
)
_OWNERS = frozenset({"his", "her", "their", "our", "my", "its", "whose"})


class Gate:
    """Says of each noun whether it can be a party to a political act.

    Args:
        tree: The document's tree.
        lexicon: Its class ``party_noun`` lists the nouns that act, ``political`` the words of politics and war.
    """

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self._tree = tree
        self._cues = cue_lists("roles")
        self._political = lexicon.of_class("political")
        self._nouns = lexicon.of_class("party_noun")
        self._strengths: dict[int, float] = {}

    @cached_property
    def names(self) -> dict[int, NameKind]:
        """Token index → kind of the name it belongs to."""
        return name_tokens(self._tree.annotations)

    @cached_property
    def names_per_sentence(self) -> Mapping[int, int]:
        """Sentence → number of tokens in names."""
        return Counter(self._tree.tokens[i].sentence for i in self.names)

    @cached_property
    def politics_per_sentence(self) -> Mapping[int, int]:
        """Sentence → number of words of politics and war; nationalities and known actors count among them."""
        held = self._tree.annotations.names
        known = {k for k, name in enumerate(held) if name.origin == "gazetteer" and name.kind in _POLITICAL_KINDS}
        covering = _covered(self._tree.annotations, [(name.evidence.start, name.evidence.end) for name in held])
        return Counter(
            token.sentence
            for token in self._tree.tokens
            if token.lemma in self._political
            or self.names.get(token.i) is NameKind.GROUP
            or covering.get(token.i) in known
        )

    @cached_property
    def politics(self) -> float:
        """Words of politics and war per sentence, over the document."""
        return sum(self.politics_per_sentence.values()) / max(len(self._tree.annotations.sentences), 1)

    @cached_property
    def references(self) -> dict[int, int]:
        """Token index → index of the reference that covers it."""
        spans = [(held.evidence.start, held.evidence.end) for held in self._tree.annotations.references]
        return _covered(self._tree.annotations, spans)

    def strength(self, i: int) -> float:
        """How surely the noun at ``i`` names a party: 1 a name, 0.8 a reference or acting noun, 0 none.

        Names of places count: "Washington warned". Calendar words and figures do not.
        """
        if i not in self._strengths:
            self._strengths[i] = self._strength(i)
        return self._strengths[i]

    def _strength(self, i: int) -> float:
        token = self._tree.tokens[i]
        if self.is_time(i) or token.pos in {"PUNCT", "SYM", "ADP"}:
            return 0.0
        kind = self.names.get(i)
        if kind is not None and kind is not NameKind.OTHER:
            return 1.0
        if i in self.references:
            return 0.9
        if token.pos == "PRON" or token.lemma in _OWNERS:
            return self._pronoun(token.lemma, token.text.lower())
        if token.lemma in self._cues["counting"]:
            inner = next(self._tree.prepositional(i, "of"), None)
            if inner is not None:
                return self.strength(inner)
        if token.lemma in self._nouns:
            return 0.8
        if token.pos == "PROPN":
            return 0.7
        if token.pos == "NUM":
            return 0.3
        if any(self.names.get(c) is NameKind.GROUP for c in self._tree.children[i]):
            return 0.5
        return 0.0

    def is_time(self, i: int) -> bool:
        """Whether the word is a calendar word or a year, never a party."""
        token = self._tree.tokens[i]
        return token.lemma in self._cues["calendar"] or (
            token.pos == "NUM" and len(token.text) == 4 and token.text.isdigit()
        )

    @staticmethod
    def _pronoun(lemma: str, form: str) -> float:
        if form in _PERSONAL or lemma in _PERSONAL or form in _OWNERS:
            return 0.6
        return 0.5 if form == "it" else 0.3 if form in {"those", "others", "everyone", "some", "both"} else 0.0


def name_tokens(annotations: Annotations) -> dict[int, NameKind]:
    """Token index → kind of the name that covers it."""
    spans = [(name.evidence.start, name.evidence.end) for name in annotations.names]
    return {i: annotations.names[k].kind for i, k in _covered(annotations, spans).items()}


def _covered(annotations: Annotations, spans: list[tuple[int, int]]) -> dict[int, int]:
    """Token index → index of the span that covers the token's start; spans may come in any order."""
    found: dict[int, int] = {}
    order = sorted(range(len(spans)), key=lambda k: spans[k])
    tokens = annotations.tokens
    at = 0
    for k in order:
        start, end = spans[k]
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        j = at
        while j < len(tokens) and tokens[j].start < end:
            found.setdefault(j, k)
            j += 1
    return found
