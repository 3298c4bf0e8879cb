"""The day of a report without one, inferred from the votes that ship with Dateline."""

from __future__ import annotations

from functools import cache

from dateline.model import Because, Coding, Document, ImpreciseDate, Resolution
from dateline.resolve.inferred_day import infer_day
from dateline.vocab.starter import starter_records


@cache
def _votes() -> tuple[Resolution, ...]:
    return tuple(record for record in starter_records() if isinstance(record, Resolution))


def inferred_date(document: Document, coding: Coding) -> tuple[ImpreciseDate, Because] | None:
    """The day that a vote told in the report points to, with the reason; None when the report's own day is known.

    It is offered to a reader, who may give it as ``--published``; nothing is dated by it.
    """
    if document.published is not None or not coding.claims:
        return None
    return infer_day(coding.claims, _votes(), document.text)
