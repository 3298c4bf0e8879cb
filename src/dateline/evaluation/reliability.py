"""Calibration: among mentions shown at 0.8, about 8 in 10 should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.evaluation import agreement
from dateline.evaluation.agreement import Row
from dateline.evaluation.events import sentence_of

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Mentions whose certainty lies in ``[low, high)``, the last bin with its end.

    Attributes:
        n: How many.
        certainty: Their mean certainty.
        right: Share whose type is right in the right sentence.
    """

    low: float
    high: float
    n: int
    certainty: float
    right: float


def reliability(gold_rows: Iterable[Row], coded_rows: Iterable[Row]) -> tuple[Bin, ...]:
    """Ten bins of certainty, each with the share of mentions that are right (type and sentence)."""
    coded_by_id = {row["id"]: row for row in coded_rows}
    judged: list[tuple[float, bool]] = []
    for row in gold_rows:
        coded = coded_by_id.get(row["passage"], {}).get("mentions", [])
        mentions = [each | {"sentence": sentence_of(row, each["trigger"]["start"])} for each in coded]
        mentions.sort(key=lambda each: -float(each["certainty"]))
        right = {id(offered) for offered, _ in _pairs(mentions, row.get("mentions", []))}
        judged += [(float(each["certainty"]), id(each) in right) for each in mentions]
    return tuple(_bin(judged, number) for number in range(BINS))


def _pairs(mentions: list[Row], gold: list[Row]) -> list[tuple[Row, Row]]:
    """Coded mentions with their gold one, the surest first."""
    return agreement.pairs(mentions, gold, lambda offered, wanted: agreement.typed(wanted, offered))


def _bin(judged: Sequence[tuple[float, bool]], number: int) -> Bin:
    low, high = number / BINS, (number + 1) / BINS
    held = [each for each in judged if low <= each[0] < high or (number == BINS - 1 and each[0] == high)]
    n = len(held)
    return Bin(
        low=low,
        high=high,
        n=n,
        certainty=sum(certainty for certainty, _ in held) / n if n else 0.0,
        right=sum(right for _, right in held) / n if n else 0.0,
    )


def calibration_error(bins: Iterable[Bin]) -> float:
    """Expected calibration error: mean distance of certainty and share right, weighted by the bins' sizes."""
    held = [each for each in bins if each.n]
    total = sum(each.n for each in held)
    return sum(each.n * abs(each.certainty - each.right) for each in held) / total if total else 0.0


def to_json(bins: Iterable[Bin]) -> list[dict[str, Any]]:
    """Stable keys for ``-f json``."""
    return [
        {
            "low": each.low,
            "high": each.high,
            "n": each.n,
            "certainty": round(each.certainty, 3),
            "right": round(each.right, 3),
        }
        for each in bins
    ]


def table(bins: Sequence[Bin]) -> str:
    """The bins as text, one a line, and the calibration error."""
    lines = ["certainty   n     mean   right"]
    lines += [
        f"{each.low:.1f}–{each.high:.1f}  {each.n:4}   {each.certainty:.3f}   {each.right:.3f}"
        for each in bins
        if each.n
    ]
    lines.append(f"expected calibration error {calibration_error(bins):.3f}")
    return "\n".join(lines)
