"""``dateline eval``: measure accuracy on annotated data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.coders import coder_options, settings_of
from dateline.cli.commands.eval_dyads import records, relate
from dateline.cli.output import dumps

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
GOLD = click.argument("gold", type=EXISTING)
FORM = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="Text, or JSON with stable keys.",
)


@click.group("eval")
def command() -> None:
    """Measure accuracy on annotated data."""


command.add_command(relate)
command.add_command(records)


@command.command(
    epilog="""\b
Examples:
  dateline eval events gold/events_dev.jsonl --by-type
  dateline eval events gold/events_dev.jsonl --output coded.jsonl --show 10
  dateline eval events gold/events_dev.jsonl --coded coded.jsonl -f json
""",
)
@GOLD
@click.option("--coded", type=EXISTING, help="Score this file of codings.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Keep the codings in this file.")
@click.option("--by-type", is_flag=True, help="A line per event type.")
@click.option("--confusion", is_flag=True, help="Which types are taken for which.")
@click.option("--reliability", is_flag=True, help="Ten bins of certainty with the share that is right.")
@click.option("--pinned", type=EXISTING, help="JSON of an earlier evaluation; the change of each figure is shown.")
@click.option("--show", type=click.IntRange(min=0), default=0, metavar="N", help="N examples of each kind of error.")
@coder_options
@click.option("--gate", is_flag=True, help="Fail with exit code 4 when a figure is below its pinned floor.")
@FORM
def events(
    gold: Path,
    coded: Path | None,
    output: Path | None,
    by_type: bool,
    confusion: bool,
    reliability: bool,
    pinned: Path | None,
    show: int,
    gate: bool,
    form: str,
    **options: Any,
) -> None:
    """Score event mentions, arms frames and claims against GOLD passages."""
    from dateline.evaluation import changes, errors, events
    from dateline.evaluation import gate as floors
    from dateline.evaluation import reliability as calibration
    from dateline.evaluation.passages import code_passages, read_rows, write_rows

    gold_rows = read_rows(gold)
    coded_rows = read_rows(coded) if coded else code_passages(gold_rows, settings_of(options))
    if output:
        write_rows(output, coded_rows)
    report = events.score_events(gold_rows, coded_rows)
    bins = calibration.reliability(gold_rows, coded_rows)
    figures = report.to_json() | {"reliability": calibration.to_json(bins)}
    if form == "json":
        click.echo(dumps(figures, indent=1))
    else:
        click.echo(events.table(report, by_type=by_type))
        if confusion:
            click.echo(events.confusion_table(report))
        if reliability:
            click.echo(calibration.table(bins))
        if pinned:
            click.echo(changes.table(changes.changes(changes.read(pinned), figures)))
    if show:
        click.echo(errors.table(errors.examples(gold_rows, coded_rows, limit=show)))
    if gate:
        click.echo(floors.check(figures), err=True)


@command.command(epilog="\b\nExample:\n  dateline eval places gold/geo_geovirus.jsonl")
@GOLD
@FORM
def places(gold: Path, form: str) -> None:
    """Score place names against GOLD coordinates: given the names, and with names found by the program."""
    from dateline.evaluation.places import evaluate_places

    report = evaluate_places(gold)
    click.echo(dumps(report.to_json(), indent=1) if form == "json" else str(report))


@command.command(epilog="\b\nExample:\n  dateline eval dates gold/time_timenorm_pairs.jsonl -f json")
@GOLD
@FORM
def dates(gold: Path, form: str) -> None:
    """Score time expressions against GOLD values."""
    from dateline.evaluation.dates import evaluate_dates

    report = evaluate_dates(gold)
    click.echo(dumps(report.to_json(), indent=1) if form == "json" else str(report))


@command.command(epilog="\b\nExample:\n  dateline eval stories gold/clust_ecbplus_traindev.jsonl -f json")
@GOLD
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Keep each article's group in this file."
)
@FORM
def stories(gold: Path, output: Path | None, form: str) -> None:
    """Score which articles of GOLD are put into one story: B-cubed, pairs, false merges."""
    from dateline.evaluation.passages import write_rows
    from dateline.evaluation.stories import evaluate_stories

    report, found = evaluate_stories(gold)
    if output:
        write_rows(output, [{"id": key, "story": number} for key, number in found.items()])
    click.echo(dumps(report.to_json(), indent=1) if form == "json" else str(report))


@command.command(epilog="\b\nExamples:\n  dateline eval fusion\n  dateline eval fusion unseen -f json")
@click.argument("which", type=click.Choice(["development", "unseen"]), default="development")
@coder_options
@FORM
def fusion(which: str, form: str, **options: Any) -> None:
    """Score which mentions become one event, on bundled reports of known happenings."""
    from dateline.evaluation.fusion import evaluate_fusion

    report = evaluate_fusion(which, settings_of(options))
    click.echo(dumps(report.to_json(), indent=1) if form == "json" else str(report))
