"""Annotated passages in, codings out: the way from gold rows to rows that can be scored."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from dateline.errors import RecordError
from dateline.evaluation.agreement import Row
from dateline.export.contract import coding_row, error_row
from dateline.model import Document
from dateline.pipeline.compose import Processed, make_pipeline
from dateline.pipeline.settings import Settings


def read_rows(path: Path) -> list[Row]:
    """The JSON objects of a JSON lines file.

    Raises:
        RecordError: a line that is no JSON object, named by its number.
    """
    rows = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise RecordError(f"{path} line {number}", f"no JSON: {error.msg}") from error
            if not isinstance(row, dict):
                raise RecordError(f"{path} line {number}", "expected a JSON object")
            rows.append(row)
    return rows


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def passage_document(row: Row) -> Document:
    """The Document of a gold passage: its text, with the report's date, title and publisher."""
    published = row.get("date")
    return Document.of(
        row["text"],
        id=row["passage"],
        title=row.get("title"),
        publisher=row.get("source"),
        published=dt.date.fromisoformat(published[:10]) if published else None,
        language="en",
    )


def code_passages(gold_rows: list[Row], settings: Settings | None = None) -> list[Row]:
    """Code gold passages into rows of the evaluation contract."""
    coded = []
    for outcome in make_pipeline(settings).process(passage_document(row) for row in gold_rows):
        if isinstance(outcome, Processed):
            coded.append(coding_row(outcome.document.id, outcome.coding))
        else:
            coded.append(error_row(outcome.document.id, outcome.error))
    return coded
