"""A writer and readers on one file at once, each a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.store.sqlite import SqliteStore

SECONDS = 2.5
TESTS = Path(__file__).parents[2]

WRITER = """
import sys, time
from record_samples import fake_pipeline, report
from dateline.pipeline import add, run
from dateline.store.sqlite import SqliteStore

path, name, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
ends, number = time.monotonic() + seconds, 0
with SqliteStore(path) as store:
    while time.monotonic() < ends or number < 3:
        number += 1
        add(store, [report(f"Anders met Bellini. {name} {number}.", day=1 + number % 28)])
        run(store, pipeline=fake_pipeline())
print(number)
"""
READER = """
import sys, time
from dateline.query import EventFilter, event, events, overview
from dateline.store.sqlite import SqliteStore

path, seconds = sys.argv[1], float(sys.argv[3])
ends, seen = time.monotonic() + seconds, 0
while time.monotonic() < ends:
    with SqliteStore(path) as store:
        for _ in range(5):
            count = overview(store).counts.events
            assert count >= 0
            for row in events(store, EventFilter(limit=20)).rows:
                seen += 1
print(seen)
"""


def start(script: str, path: Path, name: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", script, str(path), name, str(SECONDS)]
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("writers", [1, 2])
def test_writers_and_a_reader_never_meet_a_lock(tmp_path: Path, writers: int) -> None:
    path = tmp_path / "record.db"
    names = [f"writer {number}" for number in range(writers)]
    SqliteStore(path).close()
    running = [start(WRITER, path, name) for name in names] + [start(READER, path, "reader")]
    ended = [process.communicate(timeout=60) for process in running]
    assert [(process.returncode, errors) for process, (_, errors) in zip(running, ended, strict=True)] == [
        (0, "") for _ in running
    ]
    written, read = sum(int(out) for out, _ in ended[:-1]), int(ended[-1][0])
    assert read > 0
    with SqliteStore(path) as store:
        seen = store.overview()
    assert (seen.documents, seen.pending, seen.failed) == (written, 0, 0)


def test_processes_that_make_the_file_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    script = "import sys; from dateline.store.sqlite import SqliteStore; SqliteStore(sys.argv[1]).overview()"
    running = [start(script, path, str(number)) for number in range(4)]
    assert [process.communicate(timeout=60)[1] for process in running] == [""] * 4
