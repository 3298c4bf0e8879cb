"""``dateline why``: every decision behind an id."""

from __future__ import annotations

from itertools import groupby

import click

from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.export.rows import reason_row

COLUMNS = ["about", "part", "value", "quote", "step", "reason", "rule", "score"]


@click.command(
    "why",
    epilog="""\b
Examples:
  dateline why event-0123456789abcdef
  dateline why person/min-aung-hlaing -f csv
""",
)
@click.argument("key", metavar="ID")
@record_option
@format_option
def command(key: str, record: str | None, form: str | None) -> None:
    """Explain the event, mention or entity with this ID: every decision with the values that made it."""
    with opened(record, create=False) as held:
        reasons = held.why(key)

    def text(_rows: object) -> str:
        lines = []
        for (about, part, value, quote), group in groupby(reasons, key=lambda r: (r.about, r.part, r.value, r.quote)):
            lines.append(f"{part} {value}" + (f" — “{quote}”" if quote else "") + f"  [{about}]")
            lines += [f"    {each.because.step}: {each.because.reason}" for each in group]
        return "\n".join(lines)

    emit([reason_row(reason) for reason in reasons], COLUMNS, form, cards=text)
