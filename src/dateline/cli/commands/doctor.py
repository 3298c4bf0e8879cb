"""``dateline doctor``: is everything there, and in which version?"""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import metadata
from pathlib import Path

import click

from dateline.cli.exits import Exit
from dateline.cli.output import emit, format_option
from dateline.errors import DatelineError
from dateline.record import ENVIRONMENT, open_record, record_path

LEAST_PYTHON = (3, 11)
LEAST_SQLITE = (3, 35)

Finding = tuple[str, bool, str]


@click.command("doctor", epilog="\b\nExample:\n  dateline doctor -f json")
@click.option("--record", type=click.Path(dir_okay=False), default=None, help="A database to look at too.")
@format_option
def command(record: str | None, form: str | None) -> int:
    """Check the installation, the models and the record; exit code 1 when something is wrong."""
    rows = [{"check": name, "ok": "yes" if good else "NO", "found": found} for name, good, found in _findings(record)]
    emit(rows, ["check", "ok", "found"], form, title="dateline doctor")
    return Exit.DONE if all(row["ok"] == "yes" for row in rows) else Exit.FAILED


def _findings(record: str | None) -> Iterator[Finding]:
    yield "dateline", True, metadata.version("dateline")
    yield "Python", sys.version_info >= LEAST_PYTHON, platform.python_version()
    yield "SQLite", sqlite3.sqlite_version_info >= LEAST_SQLITE, sqlite3.sqlite_version
    yield _tried("SQLite full-text search", _full_text)
    yield _tried("language model", _annotator)
    yield _tried("coder", _coder)
    yield _tried("vocabularies", _vocabularies)
    yield _tried("working folder", _writable)
    path = record_path(record)
    if record or os.environ.get(ENVIRONMENT) or path.exists():
        yield _tried(f"record {path}", lambda: _record(path))


def _tried(name: str, check: Callable[[], str]) -> Finding:
    try:
        return name, True, check()
    except DatelineError as error:
        return name, False, str(error)
    except (ImportError, OSError, sqlite3.Error) as error:
        return name, False, f"{type(error).__name__}: {error}; install Dateline anew with `make demo`"


def _full_text() -> str:
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    return "FTS5"


def _annotator() -> str:
    from dateline.annotate import make_annotator

    annotator = make_annotator()
    return f"{annotator.name} {annotator.version}"


def _coder() -> str:
    from dateline.coding import make_coder

    coder = make_coder()
    return f"{coder.name} {coder.version}"


def _vocabularies() -> str:
    from dateline.vocab.listing import names, table

    return ", ".join(f"{name} {len(table(name).rows)}" for name in names())


def _writable() -> str:
    here = Path.cwd()
    if not os.access(here, os.W_OK):
        raise DatelineError(f"cannot write in {here}", "no permission", "change the folder, or give --record PATH")
    return str(here)


def _record(path: Path) -> str:
    with open_record(path, create=False) as held:
        overview = held.overview()
    return f"{overview.documents} documents · {overview.counts} · {overview.rejects} rejects"
