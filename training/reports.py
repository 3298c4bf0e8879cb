"""Reports to fit the rule coder on: annotated passages, and reports that hold no political event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate import make_annotator
from dateline.coding.drafting import Drafter
from dateline.coding.sketches import Sketch
from dateline.errors import RecordError
from dateline.evaluation.agreement import Row
from dateline.evaluation.events import sentence_of
from dateline.evaluation.passages import passage_document, read_rows
from dateline.model import Annotations, Document
from dateline.vocab.triggers import Lexicon

LONGEST = 3000
"""Code points of an unpolitical report that are read, so that a few long ones do not outweigh the rest."""
_TELLING = 60
"""Code points from which a sentence is unlikely to stand in two reports by chance."""


@dataclass(frozen=True, slots=True)
class Report:
    """One annotated report.

    Attributes:
        gold: The passage with its gold mentions; an unpolitical report has none.
        document, annotations: As the coder sees it.
        share: How much its triggers count in a fit; 1 for a passage.
    """

    gold: Row
    document: Document
    annotations: Annotations
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading of a trigger, and whether the gold mentions bear it out."""

    sketch: Sketch
    right: bool


def passages(path: Path) -> list[Report]:
    """The annotated passages of a JSON lines file, parsed."""
    rows = read_rows(path)
    documents = [passage_document(row) for row in rows]
    annotated = make_annotator().annotate(documents)
    return [Report(*held) for held in zip(rows, documents, annotated, strict=True)]


def unpolitical(path: Path, chosen: Iterable[str], quoted: Iterable[Row], *, share: float) -> list[Report]:
    """The chosen reports of a corpus, parsed, without those that an annotated passage quotes.

    Args:
        path: The corpus, JSON lines.
        chosen: Ids of the reports.
        quoted: Annotated passages of every split: what is held out must not be trained on, and a passage says
            itself what is an event in it.
        share: How much each trigger counts.

    Raises:
        RecordError: an id that the corpus does not hold.
    """
    corpus = {row["id"]: row for row in read_rows(path)}
    known = {text for row in quoted for text in _telling_sentences(row)}
    documents = []
    for name in chosen:
        if name not in corpus:
            raise RecordError(f"report {name}", f"{path.name} does not hold it")
        if not any(sentence in corpus[name]["text"] for sentence in known):
            documents.append(_document(corpus[name]))
    annotated = make_annotator().annotate(documents)
    empty: Row = {"mentions": [], "sents": []}
    return [Report(empty, *held, share) for held in zip(documents, annotated, strict=True)]


def _document(row: Row) -> Document:
    published = dt.date.fromisoformat(row["date"][:10])
    return Document.of(row["text"][:LONGEST], id=row["id"], title=row["title"], published=published, language="en")


def _telling_sentences(row: Row) -> list[str]:
    texts = (row["text"][start:end].strip() for start, end in row["sents"])
    return [text for text in texts if len(text) > _TELLING]


def judged(report: Report, words: Lexicon) -> list[Judged]:
    """Every reading of every trigger in a report under a lexicon, with whether it is right.

    A gold mention bears out one reading of its type in its sentence: one whose words overlap with the gold trigger
    if there is any, among those the one that begins nearest.
    """
    sketches = Drafter(report.document, report.annotations, words, "").readings()
    right: set[int] = set()
    for mention in report.gold["mentions"]:
        best = _nearest(report.gold, mention, [held for held in sketches if id(held) not in right])
        if best is not None:
            right.add(id(best))
    return [Judged(sketch, id(sketch) in right) for sketch in sketches]


def _nearest(gold: Row, mention: Row, sketches: Iterable[Sketch]) -> Sketch | None:
    first, last = gold["sents"][mention["sentence"]]
    start = gold["text"].find(mention["trigger"], first, last)
    end = start + len(mention["trigger"])

    def rank(sketch: Sketch) -> tuple[bool, int]:
        words = sketch.candidate
        return min(end, words.end) <= max(start, words.start), abs(words.start - start)

    fitting = (
        held
        for held in sketches
        if held.decision.event_type == mention["type"]
        and sentence_of(gold, held.candidate.start) == mention["sentence"]
    )
    return min(fitting, key=rank, default=None)
