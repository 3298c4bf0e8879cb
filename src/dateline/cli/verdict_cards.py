"""Checked claims as a person reads them: the quote, the verdict, the readings, the formula, the rows."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from dateline.cli import cards
from dateline.model import Reading, ReferenceRow
from dateline.text.figures import plain
from dateline.verify import Checked

#: Readings and rows shown of each claim; the JSON forms have all.
READINGS, ROWS = 6, 4


def checked_card(checked: Checked, differs: Sequence[Checked] = ()) -> str:
    """One claim with its verdict."""
    claim, verdict = checked.claim, checked.verdict
    value = " ".join(part for part in (claim.value, claim.unit) if part)
    lines = [
        f"{str(verdict.status).replace('_', ' ').upper()} · {claim.kind} {value}",
        cards.quote(checked.told.sentence, attributed_to=claim.attributed_to.text if claim.attributed_to else None),
        _field("claim", f"“{' '.join(claim.evidence.text.split())}”"),
        _field("finding", verdict.summary),
    ]
    lines += [_field("reading" if not n else "", _reading(each)) for n, each in enumerate(verdict.readings[:READINGS])]
    lines += _more(len(verdict.readings), READINGS, "readings")
    for name, told in (("formula", verdict.formula), ("matched", verdict.matched), ("needed", verdict.needed)):
        if told:
            lines.append(_field(name, told))
    lines += [_field("because", each.reason) for each in verdict.because]
    lines += [_field("row" if not n else "", _row(each)) for n, each in enumerate(verdict.rows[:ROWS])]
    lines += _more(len(verdict.rows), ROWS, "rows")
    lines += [_field("but", _other(each)) for each in differs]
    return "\n".join(lines)


def _reading(reading: Reading) -> str:
    value = {
        "share": f"{plain(round(100 * reading.value, 1))} %",
        "rank": f"rank {int(reading.value)}" if reading.value else "no deliveries",
        "tiv": f"{plain(round(reading.value, 1))} m TIV",
    }.get(reading.unit, f"{int(reading.value)} {reading.unit}")
    told = [value, reading.window, reading.measure]
    if reading.vintage:
        told.append(f"vintage {reading.vintage}")
    if reading.estimates != "all":
        told.append("no estimated rows" if reading.estimates == "none" else reading.estimates)
    if reading.estimated_share:
        told.append(f"{100 * reading.estimated_share:.0f} % estimated")
    if reading.first_choice:
        told.append("first choice")
    return f"{'fits ' if reading.fits else 'not  '}{' · '.join(told)}"


def _row(row: ReferenceRow) -> str:
    where = row.provenance
    told = [where.source, f"vintage {where.vintage}" if where.vintage else "", f"line {where.line}", where.sha256[:12]]
    return f"{row.says} [{', '.join(part for part in told if part)}]"


def _other(checked: Checked) -> str:
    who = checked.document.publisher or checked.document.source or checked.document.id
    told = f"another report says {checked.claim.value}: “{checked.claim.evidence.text}”"
    return f"{told} ({who}; {checked.verdict.status})"


def _more(count: int, shown: int, what: str) -> list[str]:
    return [_field("", f"… {count - shown} more {what} with -f json")] if count > shown else []


def _field(name: str, value: str) -> str:
    hanging = cards.INDENT + " " * 12
    return textwrap.fill(f"{name:<11} {value}", cards.WIDTH, initial_indent=cards.INDENT, subsequent_indent=hanging)
