from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from dateline.errors import StoreError, StoreMissing, UsageError
from dateline.store import open_store
from dateline.store.sqlite import SqliteStore
from record_samples import report


def test_a_missing_file_is_only_made_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with pytest.raises(StoreMissing, match=r"no such file.*dateline add"):
        open_store(path, create=False)
    assert not path.exists()
    open_store(path).close()
    open_store(path, create=False).close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no folder .*nowhere.*mkdir"):
        open_store(tmp_path / "nowhere" / "record.db")


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path)


def test_addresses_have_no_store_yet() -> None:
    with pytest.raises(UsageError, match="SQLite"):
        open_store("postgresql://localhost/record")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("MOSCOW (Wire) — Anders met Bellini.\n" * 200)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"cannot open .*report\.txt: it is not an SQLite database \(choose"):
        open_store(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cookies.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_damaged_file_says_so_on_opening_or_on_reading(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SqliteStore(path) as store:
        for number in range(200):
            store.add_document(report(f"Report {number}. " + "Anders met Bellini. " * 40))
    held = bytearray(path.read_bytes())
    for at in range(4096, len(held), 512):
        held[at : at + 256] = b"\xa5" * 256
    path.write_bytes(held)
    with pytest.raises(StoreError, match=r"damaged.*\.recover"):
        _read_all(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="cannot open"):
            open_store(tmp_path / "record.db")
    finally:
        tmp_path.chmod(0o700)


def test_a_writer_that_waits_in_vain_says_who_is_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SqliteStore(path) as store, SqliteStore(path, busy_seconds=0.05) as impatient:
        store._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"cannot write to .*another process is writing"):
            impatient.add_document(report("Anders met Bellini."))
        store._connection.execute("COMMIT")
        impatient.add_document(report("Anders met Bellini."))


def test_a_full_disk_undoes_the_step(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "record.db") as store:
        store.add_document(report("Anders met Bellini."))
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match=r"disk is full.*undone"):
            store.add_document(report("Anders met Costa. " * 5000))
        assert store.overview().documents == 1


def test_a_file_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "record.db") as store:
        store._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match=r"cannot write to .*cannot be written.*permissions"):
            store.add_document(report("Anders met Bellini."))
        assert store.overview().documents == 0


def test_opening_twice_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    SqliteStore(path).close()
    before = path.read_bytes()
    SqliteStore(path).close()
    assert path.read_bytes() == before


def test_the_file_is_in_write_ahead_mode_with_references_checked(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "record.db") as store:
        assert store._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert store._connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_closing_twice_is_fine(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.overview()


def _read_all(path: Path) -> None:
    with SqliteStore(path) as store:
        for head in list(store.heads()):
            store.document(head.id)
