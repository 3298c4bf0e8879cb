from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import StoreError, StoreTooNew
from dateline.store.sqlite import SqliteStore
from dateline.store.sqlite.connection import connect
from dateline.store.sqlite.migrate import Migration, migrate, migrations
from record_samples import report

REPORT = report("Anders met Bellini in Rome.")


def old_file(path: Path, upto: int) -> None:
    """A record as an earlier version of Dateline left it, with one document."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, str(path), migrations()[:upto])
    connection.execute(
        "INSERT INTO documents (id, version, publisher, published, language, text, text_sha256, content, state, added,"
        " record) VALUES (?, 1, ?, ?, 'en', ?, ?, 'c', 'new', 'then', ?)",
        [
            REPORT.id,
            REPORT.publisher,
            "2021-03-03",
            REPORT.text,
            REPORT.text_sha256,
            f'{{"id":"{REPORT.id}","text_sha256":"{REPORT.text_sha256}","publisher":"The Courier",'
            '"language":"en","published":"2021-03-03"}',
        ],
    )
    connection.close()


def schema(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    return rows


def test_numbers_follow_each_other() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


@pytest.mark.parametrize("version", range(1, len(migrations()) + 1))
def test_every_older_file_comes_up_to_date_with_its_data(tmp_path: Path, version: int) -> None:
    path, fresh = tmp_path / "old.db", tmp_path / "new.db"
    old_file(path, version)
    with SqliteStore(path) as store:
        assert store.document(REPORT.id) == REPORT
        assert [head.id for head in store.documents(text="bellini").rows] == [REPORT.id], "old texts are searchable"
    SqliteStore(fresh).close()
    assert schema(path) == schema(fresh)


def test_a_newer_file_is_refused_with_the_way_out_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    SqliteStore(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match=r"format 99.*upgrade"):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    old_file(path, len(migrations()))
    broken = Migration(
        number=len(migrations()) + 1,
        name="broken",
        sql="ALTER TABLE events ADD COLUMN colour TEXT;\nDELETE FROM documents;\nINSERT INTO nowhere VALUES (1);\n",
    )
    connection = connect(str(path), create=False)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, str(path), [*migrations(), broken])
    connection.close()
    with SqliteStore(path) as store:
        assert store.document(REPORT.id) == REPORT
    assert not any("colour" in (sql or "") for _, sql in schema(path))


def test_a_step_that_breaks_references_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    old_file(path, len(migrations()))
    step = Migration(
        number=len(migrations()) + 1,
        name="orphans",
        sql="INSERT INTO annotations (document_id, annotator, record) VALUES ('nobody', '', '');\n",
    )
    connection = connect(str(path), create=False)
    with pytest.raises(StoreError, match="refer"):
        migrate(connection, str(path), [*migrations(), step])
    assert connection.execute("SELECT count(*) FROM annotations").fetchone()[0] == 0
    connection.close()


def test_triggers_in_a_step_stay_whole() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    step = Migration(
        number=1,
        name="trigger",
        sql="-- a note; with a semicolon\nCREATE TABLE a (x TEXT DEFAULT ';');\n"
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n"
        "  DELETE FROM a WHERE x = '1';\n  DELETE FROM a WHERE x = '2';\nEND;\n",
    )
    migrate(connection, "memory", [step])
    connection.execute("INSERT INTO a VALUES ('2')")
    assert connection.execute("SELECT count(*) FROM a").fetchone()[0] == 0
    connection.close()
