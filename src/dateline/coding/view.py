"""View: one document as the claim and arms coders look at it; costly parts are made when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from dateline.coding.gate import Gate
from dateline.coding.modality import ModalityReader
from dateline.coding.parties import PartyMaker
from dateline.coding.speakers import Speakers
from dateline.coding.surroundings import Surroundings
from dateline.coding.tree import Tree
from dateline.model import Annotations, Document, Evidence, Sentence, Token
from dateline.vocab.triggers import lexicon

_SHORT_TITLE = 10


class View:
    """The tokens of a document with what is around them.

    Args:
        document: The document.
        annotations: Its annotations.
    """

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.annotations = annotations
        self.text = document.text
        self.tokens = annotations.tokens

    @cached_property
    def tree(self) -> Tree:
        """The dependency tree."""
        return Tree(self.annotations)

    @cached_property
    def gate(self) -> Gate:
        """Says which nouns can act."""
        return Gate(self.tree, lexicon())

    @cached_property
    def speakers(self) -> Speakers:
        """Who says what."""
        return Speakers(self.tree)

    @cached_property
    def parties(self) -> PartyMaker:
        """Makes parties of nouns."""
        return PartyMaker(self.text, self.tree, self.gate, self.speakers)

    @cached_property
    def surroundings(self) -> Surroundings:
        """Time, place and attribution."""
        return Surroundings(self.text, self.tree, self.gate)

    @cached_property
    def modality(self) -> ModalityReader:
        """Whether words say that something happened."""
        published = self.document.published
        return ModalityReader(self.tree, self.speakers, published)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def timed(self) -> frozenset[int]:
        """Tokens that belong to a time expression."""
        return frozenset(i for time in self.annotations.times for i in range(*self.tokens_of(time.start, time.end)))

    @cached_property
    def body_start(self) -> int:
        """Where the title ends, if the text begins with it: titles are not coded."""
        title = (self.document.title or "").strip()
        return len(title) if len(title) > _SHORT_TITLE and self.text.startswith(title) else 0

    def codes(self, sentence: Sentence) -> bool:
        """Whether the sentence is part of the report's body."""
        return not sentence.boilerplate and sentence.end > self.body_start

    def at(self, position: int) -> int:
        """The token that covers a code point, or else the last one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The half-open token range of the code points ``[start, end)``."""
        first = self.at(start)
        if self.tokens and self.tokens[first].end <= start:
            first += 1
        return first, max(first, self.at(end - 1) + 1)

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def evidence(self, first: int, last: int) -> Evidence:
        """The words of the half-open token range."""
        return Evidence.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def phrase(self, i: int) -> Evidence:
        """The noun phrase headed by a token."""
        return self.evidence(*self.tree.phrase(i))

    def name(self, i: int, head: int) -> str:
        """The fullest name the document gives for the noun at ``i``, as told from the verb or noun at ``head``."""
        return self.parties.party(i, head).name
