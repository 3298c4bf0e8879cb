"""``dateline dossier``: all answers about a state in one file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dateline.cli.output import dumps
from dateline.cli.recording import opened, record_option
from dateline.cli.reports import DAY
from dateline.cli.talk import say
from dateline.errors import DatelineError, UsageError


@click.command(
    "dossier",
    epilog="""\b
Examples:
  dateline dossier Myanmar --html myanmar.html
  dateline dossier MMR --with Russia --on 2021-06-22 --markdown > myanmar.md
  dateline dossier MMR --json | jq '.suppliers[0].rows[0]'
""",
)
@click.argument("state")
@click.option("--with", "partner", metavar="STATE", help="Contacts, timeline and comparison with this state.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one HTML file.")
@click.option("--markdown", is_flag=True, help="Print Markdown; what is done unless another form is asked for.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--on", "day", type=DAY, help="The day for embargoes and listings; today unless you name it.")
@record_option
def command(
    state: str,
    partner: str | None,
    html: Path | None,
    markdown: bool,
    as_json: bool,
    day: dt.date | None,
    record: str | None,
) -> None:
    """All answers about STATE: who arms it, contacts, votes, embargoes and listings, claims of reports, sources.

    Every figure leads to its edition, vintage, day of retrieval and line, or to the event and the report. The HTML file
    needs nothing else: no script, no request; it reads on paper too. `-` as FILE is standard output.
    """
    if sum((html is not None, markdown, as_json)) > 1:
        raise UsageError("--html, --markdown, --json", "give one of them", "dateline dossier --help")
    from dateline.export.dossier import dossier_html, dossier_markdown, dossier_object

    with opened(record, create=False) as held:
        found = held.dossier(state, partner, day=day)
    if as_json:
        click.echo(dumps(dossier_object(found), indent=1))
    elif html is None:
        click.echo(dossier_markdown(found), nl=False)
    elif str(html) == "-":
        click.echo(dossier_html(found), nl=False)
    else:
        _write(html, dossier_html(found))
        say(f"wrote {html}")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise DatelineError(f"cannot write {path}", error.strerror or str(error), "name another file") from error
