"""The annotator that ships: a parser, and rules over its parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import tee

from dateline.annotate.names import find_mentions
from dateline.annotate.quotations import find_quotations
from dateline.annotate.references import find_references
from dateline.annotate.spacy_annotator import SpacyAnnotator
from dateline.annotate.tree import Tree
from dateline.model import Annotations, Document, Evidence, Sentence
from dateline.text.boilerplate import TITLE
from dateline.text.time_expressions import find_times

#: Changes whenever the rules give other annotations.
RULES = "3"


class ReportAnnotator:
    """Annotates English news reports.

    Args:
        parser: Gives boilerplate, tokens and sentences, and names where it has a recogniser.
    """

    def __init__(self, parser: SpacyAnnotator) -> None:
        self._parser = parser
        self.name = f"rules over {parser.name}"
        self.version = f"{RULES} ({parser.version})"

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
        """Yield the annotations of each document, in order."""
        kept, given = tee(documents)
        for document, parsed in zip(kept, self._parser.annotate(given), strict=True):
            yield self._with_rules(document, parsed)

    def _with_rules(self, document: Document, parsed: Annotations) -> Annotations:
        tree = Tree(document.text, parsed.tokens)
        told = [each for each in parsed.sentences if _tells(each, parsed)]
        mentions = find_mentions(tree, told, parsed.names)
        quotations = find_quotations(tree, told)
        return replace(
            parsed,
            annotator=f"{self.name} {self.version}",
            names=tuple(each.name(tree) for each in mentions),
            references=find_references(document, tree, parsed.sentences, mentions, quotations),
            quotations=quotations,
            times=_times(document.text, told),
        )


def _tells(sentence: Sentence, parsed: Annotations) -> bool:
    """Whether a sentence is the report's own, or its headline; the dateline is neither."""
    if parsed.dateline is not None and sentence.end <= parsed.dateline.end and sentence.start >= parsed.dateline.start:
        return False
    return not sentence.boilerplate or any(
        mark.reason == TITLE and mark.start <= sentence.start and sentence.end <= mark.end
        for mark in parsed.boilerplate
    )


def _times(text: str, sentences: Sequence[Sentence]) -> tuple[Evidence, ...]:
    """The time expressions in the sentences."""
    starts = [each.start for each in sentences]
    found = (each.evidence for each in find_times(text))
    return tuple(
        each for each in found if (at := bisect_right(starts, each.start)) and each.start < sentences[at - 1].end
    )
