"""Checked claims as objects: the words, the verdict, its readings, the reference rows with where they are from."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.export.contract import JsonObject
from dateline.model import Reading, ReferenceRow, Verdict
from dateline.verify import Checked
from dateline.verify.verdicts import in_scope

__all__ = ["checked_row", "reading_row", "verdict_row"]


def checked_row(checked: Checked, differs: Sequence[Checked] = ()) -> JsonObject:
    """A claim with its verdict.

    Args:
        checked: The claim.
        differs: Claims of other reports on the same vote or veto that tell another value.
    """
    claim, document = checked.claim, checked.document
    return {
        "claim_id": claim.id,
        "document_id": document.id,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "kind": str(claim.kind),
        "value": claim.value,
        "unit": claim.unit,
        "quote": claim.evidence.text,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "sentence": checked.told.sentence,
        **verdict_row(checked.verdict),
        "in_scope": in_scope(checked.verdict),
        "other_reports": [_other(each) for each in differs],
    }


def verdict_row(verdict: Verdict) -> JsonObject:
    """A verdict."""
    return {
        "verdict": str(verdict.status),
        "summary": verdict.summary,
        "readings": [reading_row(each) for each in verdict.readings],
        "formula": verdict.formula or None,
        "rows": [_reference(each) for each in verdict.rows],
        "estimated_share": _rounded(verdict.estimated_share),
        "needed": verdict.needed or None,
        "matched": verdict.matched or None,
        "record": verdict.record or None,
        "because": [{"step": each.step, "reason": each.reason} for each in verdict.because],
    }


def reading_row(reading: Reading) -> JsonObject:
    """A reading; its value stands under the name of its unit: ``share`` (a fraction), ``rank``, ``tiv``, ``votes``."""
    value: float | int = reading.value if reading.unit in {"share", "tiv"} else int(reading.value)
    return {
        "window": reading.window,
        "vintage": reading.vintage,
        "measure": reading.measure,
        "estimates": reading.estimates,
        reading.unit: round(value, 5),
        "fits": reading.fits,
        "first_choice": reading.first_choice,
        "estimated_share": _rounded(reading.estimated_share),
        "rows": reading.rows,
    }


def _reference(row: ReferenceRow) -> JsonObject:
    where = row.provenance
    return {
        "id": row.id,
        "says": row.says,
        "source": where.source,
        "vintage": where.vintage,
        "retrieved": where.retrieved.isoformat() if where.retrieved else None,
        "licence": where.licence,
        "sha256": where.sha256,
        "line": where.line,
    }


def _other(checked: Checked) -> JsonObject:
    return {
        "claim_id": checked.claim.id,
        "document_id": checked.document.id,
        "publisher": checked.document.publisher,
        "value": checked.claim.value,
        "quote": checked.claim.evidence.text,
        "verdict": str(checked.verdict.status),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
