from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import MalformedSource, SourceError
from dateline.model import Document
from dateline.pipeline import Progress, add, run
from dateline.sources import Unread
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline, report

TESTS = Path(__file__).parents[1]
SENTENCES = (
    "Anders met Bellini in Rome.",
    "Anders accused Costa.",
    "Italy armed Portugal with 12 howitzers.",
    "Sweden accused Italy.",
)
#: Columns that say when, which two runs over the same input may differ in.
STAMPS = {"added", "started", "finished", "replaced", "at"}


def reports(number: int) -> list[Document]:
    """Reports of several outlets and days; every ninth cannot be coded."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    return [
        report(
            f"{chance.choice(SENTENCES)} {chance.choice(SENTENCES)} Item {n}.{' CRASH' if n % 9 == 8 else ''}",
            publisher=f"Outlet {n % 4}",
            day=1 + n % 6,
        )
        for n in range(number)
    ]


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table row by row, without time stamps."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")
    ]
    held = {}
    for table in tables:
        rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 (our own names)
        held[table] = sorted(
            (tuple(value for key, value in row.items() if key not in STAMPS) for row in rows), key=repr
        )
    connection.close()
    return held


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "record.db") as opened:
        yield opened


def test_a_run_codes_fuses_and_logs(store: SqliteStore) -> None:
    add(store, reports(18))
    told: list[Progress] = []
    done = run(store, pipeline=fake_pipeline(), progress=told.append)
    assert (done.coded, done.failed, done.resumed) == (16, 2, False)
    assert done.mentions == 32
    assert done.events == store.overview().counts.events > 0
    assert done.changed == done.events < done.mentions, "several outlets tell one event"
    assert (told[0].done, told[-2].done, told[0].total) == (0, 18, 18)
    assert told[-1].stage == "fuse"
    assert {reject.reason for reject in store.rejects()} == {"ZeroDivisionError"}


def test_a_second_run_changes_nothing_at_all(store: SqliteStore, tmp_path: Path) -> None:
    add(store, reports(18))
    run(store, pipeline=fake_pipeline())
    before = _script(store)
    assert add(store, reports(18)).known == 18
    again = run(store, pipeline=fake_pipeline())
    assert (again.run, again.coded, again.failed, again.changed) == (None, 0, 0, 0)
    assert _script(store) == before


def _script(store: SqliteStore) -> str:
    with closing(sqlite3.connect(store.location)) as base:
        return "\n".join(base.iterdump())


def test_new_reports_join_the_events_that_are_there(store: SqliteStore) -> None:
    held = reports(12)
    add(store, held[:6])
    run(store, pipeline=fake_pipeline())
    add(store, held[6:])
    assert run(store, pipeline=fake_pipeline()).coded == 5
    other = Path(store.location).with_name("at once.db")
    with SqliteStore(other) as whole:
        add(whole, held)
        run(whole, pipeline=fake_pipeline())
    for table in ("documents", "mentions", "parties", "events", "event_mentions", "event_parties", "entities"):
        assert dump(Path(store.location))[table] == dump(other)[table], table


def test_a_new_coder_codes_everything_anew(store: SqliteStore) -> None:
    add(store, reports(9))
    run(store, pipeline=fake_pipeline())
    done = run(store, pipeline=fake_pipeline(version="2"))
    assert (done.coded, done.failed) == (8, 1)
    coders = {row.mention.coder for head in store.heads() for row in store.document_mentions(head.id)}
    assert coders == {"fake coder 2"}
    assert [row.coder for row in store.runs()] == ["fake coder 1", "fake coder 2"]
    assert len(store.rejects()) == 1


def test_an_interrupted_run_keeps_what_was_done(store: SqliteStore) -> None:
    add(store, reports(9))

    def stop(progress: Progress) -> None:
        if progress.done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(store, pipeline=fake_pipeline(), progress=stop)
    assert store.overview().pending == 4
    done = run(store, pipeline=fake_pipeline())
    assert (done.resumed, done.coded, done.failed) == (True, 3, 1)
    assert len(store.runs()) == 1
    assert store.runs()[0].documents == 8


def test_what_cannot_be_read_is_kept_with_the_reason(store: SqliteStore) -> None:
    unread = Unread(name="a.jsonl", position=3, error=MalformedSource("cannot read a.jsonl line 3", "no JSON"))
    seen: list[object] = []
    done = add(store, [unread, report("Anders met Bellini."), unread], lambda item, what: seen.append(what))
    assert (done.added, done.rejected) == (1, 2)
    assert seen == [None, "new", None]
    (reject,) = store.rejects()
    assert (reject.source, reject.position, reject.reason) == ("a.jsonl", 3, "MalformedSource")
    assert "no JSON" in reject.message


def test_a_document_with_an_impossible_id_is_rejected_not_fatal(store: SqliteStore) -> None:
    done = add(store, [Document.of("text", id="\udc00", source="odd.jsonl"), report("Anders met Bellini.")])
    assert (done.added, done.rejected) == (1, 1)
    assert store.rejects()[0].source == "odd.jsonl"


WORKER = """
import sys
from record_samples import fake_pipeline
from dateline.pipeline import run
from dateline.store.sqlite import SqliteStore

with SqliteStore(sys.argv[1]) as store:
    run(store, pipeline=fake_pipeline(seconds=0.01))
"""


def start(path: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", WORKER, str(path)]
    return subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE)


def wait_for(path: Path, documents: int) -> None:
    """Until so many documents are done."""
    ends = time.monotonic() + 30
    connection = sqlite3.connect(path, timeout=30)
    while connection.execute("SELECT count(*) FROM run_documents").fetchone()[0] < documents:
        assert time.monotonic() < ends, "the worker makes no progress"
        time.sleep(0.005)
    connection.close()


def test_killed_several_times_it_ends_as_if_never_killed(tmp_path: Path) -> None:
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    held = reports(160)
    for path in (killed, whole):
        with SqliteStore(path) as store:
            add(store, held)
    for documents in (3, 17, 31, 48):
        worker = start(killed)
        wait_for(killed, documents)
        os.kill(worker.pid, signal.SIGKILL)
        worker.communicate()
        assert worker.returncode == -signal.SIGKILL
    with SqliteStore(killed) as store:
        seen = store.overview()
        assert 0 < seen.pending <= 160 - 48
        assert seen.stale
        assert run(store, pipeline=fake_pipeline()).resumed
    with SqliteStore(whole) as store:
        run(store, pipeline=fake_pipeline())
    assert dump(killed) == dump(whole)


def test_killed_while_fusing_it_fuses_again(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        """As SIGKILL between two statements: nothing after it runs."""

    def die(*_: object) -> None:
        raise Killed

    add(store, reports(9))
    with monkeypatch.context() as patched:
        patched.setattr("dateline.store.sqlite.events._link", die)
        with pytest.raises(Killed):
            run(store, pipeline=fake_pipeline())
    assert store.overview().counts.events == 0, "half-written events were undone"
    assert run(store, pipeline=fake_pipeline()).events > 0
    assert store.runs()[0].finished is not None


def test_a_reader_of_sources_error_types(store: SqliteStore) -> None:
    add(store, [Unread(name="x", error=SourceError("cannot read x"))])
    assert store.rejects()[0].reason == "SourceError"
