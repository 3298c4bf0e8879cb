"""``dateline eval relate`` and ``dateline eval records``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.coders import coder_options, settings_of
from dateline.cli.output import dumps

_EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
_FORM = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="Text, or JSON with stable keys.",
)
_SHOW = click.option("--show", type=click.IntRange(min=0), default=0, metavar="N", help="N examples of errors.")


@click.command(
    epilog="""\b
Examples:
  dateline eval relate gold/events_dev.jsonl
  dateline eval relate gold/plover_gsr.jsonl gold/events_train.jsonl --confusion --show 3

Each GOLD holds annotated passages or PLOVER records. Those two are what the shipped network was trained on: figures
on them say how well it learned, not how good it is; docs/design/relate.md has cross-validated ones.
""",
)
@click.argument("gold", type=_EXISTING, nargs=-1, required=True)
@click.option("--confusion", is_flag=True, help="The confusion matrix.")
@_SHOW
@_FORM
def relate(gold: tuple[Path, ...], confusion: bool, show: int, form: str) -> None:
    """Score the type that holds between two given parties: accuracy, macro F1, a line per type."""
    from dateline.evaluation import relate as scores
    from dateline.evaluation.dyads import dyads
    from dateline.evaluation.passages import read_rows

    held = [dyad for path in gold for dyad in dyads(read_rows(path))]
    report = scores.RelateReport(scores.answer(held))
    if form == "json":
        click.echo(dumps(report.to_json(), indent=1))
    else:
        click.echo(scores.table(report))
        if confusion:
            click.echo(scores.confusion_table(report))
    if show:
        click.echo(scores.examples(report, limit=show))


@click.command(
    epilog="""\b
Examples:
  dateline eval records gold/plover_gsr.jsonl --coder rules
  dateline eval records gold/plover_gsr.jsonl --coded coded.jsonl -f json

The default coder's network was trained on these records: for an honest figure see docs/design/relate.md.
""",
)
@click.argument("gold", type=_EXISTING, nargs=-1, required=True)
@click.option("--coded", type=_EXISTING, multiple=True, help="Score these files of codings; repeatable.")
@click.option("--by-type", is_flag=True, help="A line per event type.")
@_SHOW
@coder_options
@_FORM
def records(
    gold: tuple[Path, ...], coded: tuple[Path, ...], by_type: bool, show: int, form: str, **options: Any
) -> None:
    """Score a coder on PLOVER gold standard records: type, actor and recipient codes."""
    from dateline.evaluation import records as scores
    from dateline.evaluation.passages import read_rows
    from dateline.pipeline import make_pipeline

    rows = [row for path in gold for row in read_rows(path)]
    if coded:
        codings = [row for path in coded for row in read_rows(path)]
    else:
        codings = scores.code_records(rows, make_pipeline(settings_of(options)))
    report = scores.score_records(rows, codings)
    click.echo(dumps(report.to_json(), indent=1) if form == "json" else scores.table(report, by_type=by_type))
    if show:
        click.echo(scores.examples(report, limit=show))
