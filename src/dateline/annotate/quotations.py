"""Quotations of a document: direct ones between marks and reported ones from the parse, each with its speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from dateline.annotate.marks import Marked, marked_stretches
from dateline.annotate.speech import Speech, speeches
from dateline.annotate.subjects import speaker_of
from dateline.annotate.tree import Tree
from dateline.model import Evidence, Quotation, Sentence
from dateline.text.languages import en

_MARKS = "“”\"'‘’«»,. "
_CUES = en.REPORTING | en.QUOTING


def find_quotations(tree: Tree, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations in the sentences, in text order."""
    direct = list(_Direct(tree, sentences).quotations())
    marked = {_bare(tree.text, each) for each in direct}
    reported = (_reported(tree, each) for s in sentences for each in speeches(tree, s.first, s.last))
    told = [each for each in reported if _bare(tree.text, each) not in marked]
    return tuple(sorted(chain(told, direct), key=lambda each: (each.start, -each.end)))


def _bare(text: str, quotation: Quotation) -> tuple[int, int]:
    """Where the content lies without marks and commas around it."""
    content = text[quotation.start : quotation.end]
    start = quotation.start + len(content) - len(content.lstrip(_MARKS))
    return start, quotation.end - len(content) + len(content.rstrip(_MARKS))


def _reported(tree: Tree, speech: Speech) -> Quotation:
    first, last = speech.content
    while last > first + 1 and tree.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return Quotation(
        start=tree.tokens[first].start,
        end=tree.tokens[last - 1].end,
        direct=False,
        speaker=_words(tree, speech.speaker),
        cue=tree.evidence(*speech.cue),
    )


def _words(tree: Tree, head: int | None) -> Evidence | None:
    return None if head is None else tree.evidence(*tree.phrase(head))


class _Direct:
    """Finds the speakers of the stretches between quotation marks."""

    def __init__(self, tree: Tree, sentences: Sequence[Sentence]) -> None:
        self.tree = tree
        self.sentences = {tree.tokens[each.first].sentence: each for each in sentences}
        self.starts = [token.start for token in tree.tokens]

    def quotations(self) -> Iterator[Quotation]:
        """All direct quotations; a paragraph of a longer one takes the speaker of the next or the last."""
        waiting: list[Marked] = []
        last: Quotation | None = None
        for stretch in marked_stretches(self.tree.text):
            found = self._quotation(stretch)
            if found is None:
                continue
            if stretch.continued and found.speaker is None:
                waiting.append(stretch)
                continue
            if found.speaker is None and last is not None and (waiting or self._follows(last, stretch)):
                found = _made(stretch, last.speaker, None)
            yield from (_made(each, found.speaker, None) for each in waiting)
            waiting.clear()
            yield found
            last = found
        for each in waiting:
            last = _made(each, last.speaker if last is not None and self._follows(last, each) else None, None)
            yield last

    def _quotation(self, stretch: Marked) -> Quotation | None:
        first, end = bisect_left(self.starts, stretch.start), bisect_left(self.starts, stretch.end)
        if first >= end:
            return None
        cue = self._governor(first, end) or self._announcer(first)
        speaker = None if cue is None else speaker_of(self.tree, cue)
        if speaker is not None and first <= speaker < end:
            speaker = None
        if cue is None or speaker is None:
            return self._by_source(stretch, end) or _made(stretch, self._signed(end), None)
        return _made(stretch, _words(self.tree, speaker), self.tree.evidence(cue, cue + 1))

    def _signed(self, end: int) -> Evidence | None:
        """The name that alone stands behind the closing mark: "…," Minister Ivan Petrov — or — Ivan Petrov."""
        tokens = self.tree.tokens
        if end >= len(tokens):
            return None
        sentence = self.sentence_at(end)
        last = end if sentence is None else sentence.last
        first = next((k for k in range(end, min(end + 4, last)) if tokens[k].pos != "PUNCT"), last)
        if first == end or any(token.pos in {"VERB", "AUX"} for token in tokens[first:last]):
            return None
        stop = next((k for k in range(first, last) if tokens[k].pos not in {"PROPN", "NOUN", "ADJ"}), last)
        named = stop > first and tokens[stop - 1].pos == "PROPN"
        return self.tree.evidence(first, stop) if named else None

    def _by_source(self, stretch: Marked, end: int) -> Quotation | None:
        for i in (end, end + 1, end + 2):
            if i < len(self.tree.tokens) and self.tree.tokens[i].text.lower() == "according":
                sentence = self.sentence_at(i)
                source = None if sentence is None else next(speeches(self.tree, i, sentence.last), None)
                if source is not None:
                    return _made(stretch, _words(self.tree, source.speaker), self.tree.evidence(*source.cue))
        return None

    def _governor(self, first: int, end: int) -> int | None:
        """The saying verb outside of the stretch that governs a word of it, or stands beside it."""
        tokens = self.tree.tokens
        for i in range(end - 1, first - 1, -1):
            above = tokens[i].head
            if first <= above < end:
                continue
            for _ in range(5):
                if tokens[above].lemma in _CUES and tokens[above].pos == "VERB" and not first <= above < end:
                    return above
                if tokens[above].head == above:
                    break
                above = tokens[above].head
        for i in range(first, end):
            for child in self.tree.children[i]:
                token = tokens[child]
                if not first <= child < end and token.lemma in _CUES and token.pos == "VERB":
                    return child
        return None

    def _announcer(self, first: int) -> int | None:
        """The saying verb of the sentence before that ends with a colon."""
        before = first - 2
        if before < 1 or self.tree.tokens[before].text != ":":
            return None
        sentence = self.sentence_at(before)
        if sentence is None:
            return None
        verbs = [
            token.i
            for token in self.tree.tokens[sentence.first : before]
            if token.pos == "VERB" and token.lemma in _CUES
        ]
        return verbs[-1] if verbs else None

    def sentence_at(self, i: int) -> Sentence | None:
        """The sentence of token ``i``, or None in boilerplate."""
        return self.sentences.get(self.tree.tokens[i].sentence)

    def _follows(self, last: Quotation, stretch: Marked) -> bool:
        """Whether a quotation without speaker goes on one of the same paragraph or the one before."""
        between = self.tree.text[last.end : stretch.start]
        return between.count("\n") <= 2 and len(between) < 200


def _made(stretch: Marked, speaker: Evidence | None, cue: Evidence | None) -> Quotation:
    return Quotation(start=stretch.start, end=stretch.end, direct=True, speaker=speaker, cue=cue)
