"""Score time expressions against annotated values: ``dateline eval dates GOLD``.

GOLD is JSON lines of one of two forms, told apart by their keys:

pairs      ``dct`` (day of the document), ``text`` (a whole phrase), ``type`` and TIMEX3 ``value``. Rows of type DATE
           count. The rows of one document (``id`` up to "#") are read in order, because "a year earlier" depends on
           what was told before.
sentences  ``ref`` (reference day), ``text`` and ``results`` with ``Start``, ``End`` (last character), ``TypeName`` and
           ``timex`` values. Results of type ``date`` and ``daterange`` count; in rows without results every dated
           expression is an invented one, unless the same sentence has results elsewhere in the file (some modes of
           the suite switch things off).

``values`` is the share of gold values that an overlapping expression gives exactly; ``spans`` wants the same
characters. The figures depend on notation: :mod:`.date_values` and :mod:`.recognizer_values` write it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import RecordError
from dateline.evaluation.agreement import Row
from dateline.evaluation.date_values import timex3
from dateline.evaluation.events import Share, Tally
from dateline.evaluation.passages import read_rows
from dateline.evaluation.recognizer_values import recognizer_value
from dateline.model import ImpreciseDate
from dateline.resolve.date_context import Context, Undatable
from dateline.resolve.date_expressions import evaluate
from dateline.text import timex
from dateline.text.time_expressions import find_times
from dateline.text.timex import TimeKind, TimeMention

#: Kinds of expressions that stand for a date.
DATED = frozenset({TimeKind.DATE, TimeKind.RANGE, TimeKind.EVENT_RELATIVE, TimeKind.VAGUE})
_DATE_TYPES = ("datetimeV2.date", "datetimeV2.daterange")
_NO_REFERENCE = "2016-11-07"
_EXAMPLES = 20


@dataclass(slots=True)
class DatesReport:
    """The figures of one file.

    Attributes:
        form: ``pairs`` or ``sentences``.
        rows: Rows read.
        values: Gold values given exactly; ``by_type`` the same per type of gold value.
        spans: Spans found exactly (``sentences`` only).
        invented: Rows without results in which no date was found, among all such rows (``sentences`` only).
        wrong: Examples of wrong values: phrase, reference day, gold, given.
    """

    form: str
    rows: int = 0
    values: Share = field(default_factory=Share)
    by_type: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    spans: Tally = field(default_factory=Tally)
    invented: Share = field(default_factory=Share)
    wrong: list[dict[str, str | None]] = field(default_factory=list)

    def add(self, kind: str, phrase: str, day: dt.date, gold: Iterable[str], given: Iterable[str | None]) -> None:
        """Count one gold value, right when one of the values given is one of those allowed."""
        allowed, offered = set(gold), [value for value in given if value is not None]
        right = not allowed.isdisjoint(offered)
        self.values.add(right)
        self.by_type[kind].add(right)
        if not right:
            self.wrong.append(
                {
                    "text": phrase,
                    "day": day.isoformat(),
                    "gold": " ".join(sorted(allowed)),
                    "given": " ".join(offered) or None,
                }
            )

    def to_json(self) -> dict[str, Any]:
        """The figures under stable keys."""
        figures: dict[str, Any] = {
            "form": self.form,
            "rows": self.rows,
            "values": self.values.to_json(),
            "by_type": {kind: self.by_type[kind].to_json() for kind in sorted(self.by_type)},
        }
        if self.form == "sentences":
            empty = self.invented.of
            figures["spans"] = self.spans.to_json()
            figures["invented"] = {"rows": empty - self.invented.right, "of": empty}
        return figures | {"wrong": self.wrong[:_EXAMPLES]}

    def __str__(self) -> str:
        lines = [f"{self.rows} rows ({self.form})", f"values      {self.values}"]
        lines += [f"  {kind:10}{self.by_type[kind]}" for kind in sorted(self.by_type)]
        if self.form == "sentences":
            tally, empty = self.spans, self.invented
            lines.append(f"spans       P {tally.p:.3f}  R {tally.r:.3f}  F1 {tally.f1:.3f}")
            lines.append(f"invented    {empty.of - empty.right} of {empty.of} rows without results")
        lines += [
            f"  {row['text']!r} ({row['day']}): {row['gold']}, not {row['given']}" for row in self.wrong[:_EXAMPLES]
        ]
        return "\n".join(lines)


def evaluate_dates(path: Path) -> DatesReport:
    """Score the finder and resolver of time expressions on a gold file.

    Raises:
        RecordError: the file is empty or of neither form.
    """
    rows = read_rows(path)
    if rows and all("dct" in row and "value" in row for row in rows):
        return _pairs(rows)
    if rows and all("results" in row and "text" in row for row in rows):
        return _sentences(rows)
    raise RecordError(f"cannot score {path}", "its rows have neither dct and value nor text and results")


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


# --- phrases with a document day -------------------------------------------------------------------------


def _pairs(rows: list[Row]) -> DatesReport:
    report = DatesReport(form="pairs", rows=len(rows))
    for row, mention, told in _in_order(rows):
        if row.get("type") == "DATE":
            day = _day(row["dct"])
            given = timex3(mention.expression, day, told) if mention is not None else None
            report.add("DATE", row["text"], day, [row["value"]], [given])
    return report


def _in_order(rows: list[Row]) -> Iterator[tuple[Row, TimeMention | None, ImpreciseDate | None]]:
    """Each row with the longest expression of its phrase and the interval that its document told before."""
    document, told = None, None
    for row in rows:
        stem = str(row.get("id", "")).partition("#")[0]
        if stem != document:
            document, told = stem, None
        mention = max(find_times(row["text"]), key=lambda each: len(each.evidence.text), default=None)
        yield row, mention, told
        told = _told(mention, _day(row["dct"]), told)


def _told(mention: TimeMention | None, day: dt.date, told: ImpreciseDate | None) -> ImpreciseDate | None:
    expression = mention.expression if mention is not None else None
    named = isinstance(expression, timex.Calendar) or (isinstance(expression, timex.Anaphoric) and not expression.by)
    if expression is None or not named:
        return told
    try:
        return evaluate(expression, Context(anchor=day, previous=told))
    except Undatable:
        return told


# --- sentences with results ------------------------------------------------------------------------------


def _sentences(rows: list[Row]) -> DatesReport:
    report = DatesReport(form="sentences", rows=len(rows))
    with_results = {row["text"] for row in rows if row["results"]}
    for row in rows:
        day = _day(row.get("ref") or _NO_REFERENCE)
        given = _values(row, day)
        if row["results"]:
            _score_sentence(row, day, given, report)
        elif row["text"] not in with_results:
            report.invented.add(not given)
    return report


def _values(row: Row, day: dt.date) -> list[tuple[int, int, str]]:
    """Start, end and value of the dated expressions in a row's text."""
    mode = str(row.get("id", ""))
    found = []
    for mention in find_times(row["text"]):
        if mention.kind in DATED:
            value = recognizer_value(
                mention.expression,
                day,
                inclusive="ExperimentalMode" in mode,
                iso_weeks="ModelCalendarMode" in mode,
            )
            if value is not None:
                found.append((mention.evidence.start, mention.evidence.end, value))
    return found


def _score_sentence(row: Row, day: dt.date, given: list[tuple[int, int, str]], report: DatesReport) -> None:
    dated = [result for result in row["results"] if result.get("TypeName") in _DATE_TYPES]
    others = [_span(result, row["text"]) for result in row["results"] if result.get("TypeName") not in _DATE_TYPES]
    spans = [_span(result, row["text"]) for result in dated]
    for result, (start, end) in zip(dated, spans, strict=True):
        values = (result.get("Resolution") or {}).get("values") or []
        offered = [value for first, last, value in given if first < end and start < last]
        gold = [value["timex"] for value in values if value.get("timex")]
        report.add(result["TypeName"].rpartition(".")[2], result["Text"], day, gold, offered)
    free = [(a, b) for a, b, _ in given if not any(a < end and start < b for start, end in others)]
    exact = len(set(spans) & set(free))
    report.spans.add(exact, len(spans), len(free))


def _span(result: Row, text: str) -> tuple[int, int]:
    """Where a result stands; some rows of the suite give wrong offsets, then its words are looked up."""
    words = result["Text"]
    start = result.get("Start")
    if start is None or text[start : start + len(words)].lower() != words.lower():
        start = max(0, text.lower().find(words.lower()))
    return start, start + len(words)
