"""The tables as any other tool sees them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from dateline.pipeline import add, run
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline, report

REPORTS = (
    report("Italy armed Portugal with 12 howitzers in Rome.", title="Guns"),
    report("Anders met Bellini in Rome.", publisher="The Herald"),
)


@pytest.fixture
def tables(tmp_path: Path) -> sqlite3.Connection:
    path = tmp_path / "record.db"
    with SqliteStore(path) as store:
        add(store, REPORTS)
        run(store, pipeline=fake_pipeline())
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


def one(tables: sqlite3.Connection, sql: str) -> dict[str, object]:
    (row,) = tables.execute(sql).fetchall()
    return dict(row)


def test_offsets_count_in_the_text_column(tables: sqlite3.Connection) -> None:
    rows = tables.execute(
        'SELECT m."trigger", m.quote, substr(d.text, m."start" + 1, m."end" - m."start") AS cut, d.text '
        "FROM mentions m JOIN documents d ON d.id = m.document_id"
    ).fetchall()
    assert len(rows) == 2
    for row in rows:
        assert row["trigger"] == row["cut"]
        assert row["quote"] in row["text"]
    tables.close()


def test_an_arms_frame_is_one_row_that_names_its_mention(tables: sqlite3.Connection) -> None:
    frame = one(tables, "SELECT * FROM arms_frames")
    mention = one(tables, "SELECT * FROM mentions WHERE event_type = 'AID'")
    assert frame["mention_id"] == mention["id"]
    assert (frame["supplier_country"], frame["recipient_country"], frame["item_class"], frame["quantity"]) == (
        "ITA",
        "PRT",
        "artillery",
        "12",
    )
    tables.close()


def test_events_read_without_the_json(tables: sqlite3.Connection) -> None:
    event = one(tables, "SELECT * FROM events WHERE event_type = 'CONSULT'")
    assert (event["actors"], event["recipients"], event["earliest"], event["place"], event["lat"]) == (
        "Anders",
        "Bellini",
        "2021-03-03",
        "Rome",
        41.9,
    )
    assert (event["mentions"], event["documents"], event["sources"]) == (1, 1, 1)
    assert json.loads(str(event["record"]))["id"] == event["id"]
    tables.close()


def test_texts_are_not_stored_twice(tables: sqlite3.Connection) -> None:
    document = one(tables, "SELECT * FROM documents WHERE title = 'Guns'")
    assert "howitzers" in str(document["text"])
    assert "howitzers" not in str(document["record"])
    tables.close()


def test_every_reference_holds(tables: sqlite3.Connection) -> None:
    assert tables.execute("PRAGMA foreign_key_check").fetchall() == []
    assert one(tables, "PRAGMA integrity_check") == {"integrity_check": "ok"}
    tables.close()
