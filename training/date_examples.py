"""Acts with the intervals that may date them and which of those are right: what the ranking of dates learns from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.annotate import make_annotator
from dateline.coding import make_coder
from dateline.evaluation import agreement
from dateline.evaluation.agreement import Row
from dateline.evaluation.events import sentence_of
from dateline.evaluation.passages import passage_document
from dateline.export.contract import coding_row
from dateline.model import Annotations, Document, EventMention, Evidence, Modality
from dateline.resolve.date_choices import Choice, DateChoices
from dateline.resolve.date_ranking import openness
from dateline.resolve.event_dates import RuledDates

OWN = "own-"
_MARK = re.compile(r"\[([^\]]+?) ([A-Z]+) (\S+)\]")
_NEWS = dt.timedelta(days=2)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Example:
    """One act.

    Attributes:
        passage: Where it stands.
        choices: What may date it; ``names`` are their features.
        right: For each choice, 1 when it agrees with the annotated date, else 0.
        ruled: Whether the rules alone are right.
        openness: Factor on leaving the date open.
        dated: An annotated date is there.
    """

    passage: str
    choices: Sequence[Choice]
    right: list[float]
    ruled: bool
    openness: float
    dated: bool
    more: list[list[str]] = field(default_factory=list)

    @property
    def names(self) -> list[list[str]]:
        """Feature names of each choice."""
        return [list(choice.names) for choice in self.choices]

    @property
    def teaches(self) -> bool:
        """An act that is left undated teaches only where a date may be left open."""
        return self.dated or self.openness > 0


def gold_examples(rows: Sequence[Row]) -> Iterator[Example]:
    """The mentions that the coder finds in annotated passages, with the annotated dates."""
    documents = [passage_document(row) for row in rows]
    coder = make_coder()
    for row, document, seen in zip(rows, documents, make_annotator().annotate(documents), strict=True):
        coding = coder.code(document, seen)
        index = {mention.id: i for i, mention in enumerate(coding.mentions)}
        pairs = matched(row, coding_row(document.id, coding))
        wanted = [(index[coded["mention_id"]], gold.get("date")) for gold, coded in pairs]
        yield from _examples(document, seen, coding.mentions, wanted)


def matched(gold_row: Row, coded: Row) -> list[tuple[Row, Row]]:
    """Annotated and coded mentions of one sentence and type, those with the same sides first."""
    mentions = [each | {"sentence": sentence_of(gold_row, each["trigger"]["start"])} for each in coded["mentions"]]
    found = agreement.pairs(gold_row["mentions"], mentions, agreement.triple)
    taken = {id(row) for pair in found for row in pair}
    rest = [[row for row in rows if id(row) not in taken] for rows in (gold_row["mentions"], mentions)]
    return found + agreement.pairs(*rest, agreement.typed)


def own_examples(path: Path) -> Iterator[Example]:
    """The acts of ``dates.txt``; those the coder does not find are put beside what it finds."""
    told = list(read_own(path))
    coder = make_coder()
    annotated = make_annotator().annotate([document for document, _ in told])
    for (document, acts), seen in zip(told, annotated, strict=True):
        mentions = list(coder.code(document, seen).mentions)
        days = [_date(act.told, document.published) for act in acts]
        wanted = [
            (find(mentions, document, seen, act, ahead=_ahead(day, document)), day)
            for act, day in zip(acts, days, strict=True)
        ]
        yield from _examples(document, seen, mentions, wanted)


@dataclass(frozen=True)
class Act:
    """A marked act of a report of our own: where it stands, its type, and what the mark tells."""

    start: int
    end: int
    event_type: str
    told: str


def read_own(path: Path) -> Iterator[tuple[Document, list[Act]]]:
    """Reports of our own with their marked acts; see the head of each file."""
    day: dt.date | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("== "):
            day = None if line == "== undated" else dt.date.fromisoformat(line[3:])
        elif line and not line.startswith("#"):
            text, acts, done = "", [], 0
            for mark in _MARK.finditer(line):
                text += line[done : mark.start()]
                acts.append(Act(len(text), len(text) + len(mark[1]), mark[2], mark[3]))
                text, done = text + mark[1], mark.end()
            yield Document.of(text + line[done:], id=f"{OWN}{number}", published=day, language="en"), acts


def _date(words: str, day: dt.date | None) -> Row | None:
    if words == "open" or (words == "news" and day is None):
        return None
    if words == "news" and day is not None:
        return {"earliest": (day - _NEWS).isoformat(), "latest": day.isoformat()}
    first, _, last = words.partition("..")
    return {"earliest": _ends(first)[0].isoformat(), "latest": _ends(last or first)[1].isoformat()}


def _ends(words: str) -> tuple[dt.date, dt.date]:
    year, month, day = (int(part) for part in (words + "-0-0").split("-")[:3])
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    if month:
        return dt.date(year, month, 1), dt.date(year + month // 12, month % 12 + 1, 1) - _DAY
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _ahead(day: Row | None, document: Document) -> bool:
    return day is not None and document.published is not None and day["earliest"] > str(document.published)


def find(
    mentions: list[EventMention], document: Document, annotations: Annotations, act: Act, *, ahead: bool = False
) -> int:
    """The mention at an act, one of its type first; one is made where the coder has none."""
    near = [i for i, each in enumerate(mentions) if each.trigger.start < act.end and act.start < each.trigger.end]
    if near:
        return min(near, key=lambda i: mentions[i].event_type != act.event_type)
    starts = [sentence.start for sentence in annotations.sentences]
    mentions.append(
        EventMention(
            id=f"own {act.start}",
            document_id=document.id,
            sentence=max(i for i, start in enumerate(starts) if start <= act.start),
            event_key=f"own {act.start}",
            event_type=act.event_type,
            mode=None,
            contexts=(),
            trigger=Evidence.of(document.text, act.start, act.end),
            actors=(),
            recipients=(),
            when=None,
            where=None,
            modality=Modality.FUTURE if ahead else Modality.ASSERTED,
            attributed_to=None,
        )
    )
    return len(mentions) - 1


def _examples(
    document: Document,
    annotations: Annotations,
    mentions: Sequence[EventMention],
    wanted: Sequence[tuple[int, Row | None]],
) -> Iterator[Example]:
    ruled = RuledDates(document, annotations, mentions)
    choices = DateChoices(ruled, annotations)
    for i, date in wanted:
        found, rules = choices.of(i), ruled.when(i)
        yield Example(
            passage=document.id,
            choices=found,
            right=[float(agrees(choice.when.interval, date)) for choice in found],
            ruled=rules is not None and agrees(rules.interval, date),
            openness=openness(mentions[i], dated=ruled.anchor is not None),
            dated=date is not None,
        )


def agrees(found: object, date: Row | None) -> bool:
    """Whether an interval (or None) is the annotated date (or None)."""
    if date is None or found is None:
        return date is None and found is None
    first, _, last = str(found).partition("/")
    return agreement.same_date(date, {"earliest": first, "latest": last or first})
