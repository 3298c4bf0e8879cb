from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import SourceError, UsageError
from dateline.model.reference import ArmsTransfer
from dateline.record import open_record

HEAD = "year,supplier,tiv_vintage_2022,tiv_vintage_2024\n"
KILLED = """
import os, signal, sys
from dateline.record import open_record
with open_record(sys.argv[1]) as record:
    record.import_reference("tiv-by-supplier", sys.argv[2], on_row=lambda rows: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "chile_imports.csv"
    path.write_text(HEAD + "".join(f"{1000 + n},Italy,{n},{n}.5\n" for n in range(900)), "utf-8")
    return path


def test_an_import_says_what_it_did(tmp_path: Path, table: Path) -> None:
    ticks: list[int] = []
    with open_record(tmp_path / "r.db") as record:
        done = record.import_reference(
            "tiv-by-supplier", table, vintage="mine", retrieved=dt.date(2024, 5, 1), on_row=ticks.append
        )
        assert (done.new, done.row.rows, done.row.file) == (True, {"TivCell": 1800}, "chile_imports.csv")
        assert (done.row.edition.vintage, done.row.vintages) == ("mine", ("2022", "2024"))
        cell = record.reference().tiv(recipient="CHL", vintage="2024")[0]
        assert (cell.provenance.line, cell.provenance.retrieved) == (2, dt.date(2024, 5, 1))
        assert "SIPRI" in cell.provenance.licence
    assert ticks == [1000]


def test_the_same_bytes_under_another_name_change_nothing(tmp_path: Path, table: Path) -> None:
    again = tmp_path / "chile_imports_copy.csv"
    again.write_bytes(table.read_bytes())
    with open_record(tmp_path / "r.db") as record:
        first = record.import_reference("tiv-by-supplier", table)
        second = record.import_reference("tiv-by-supplier", again)
        assert (second.new, second.row) == (False, first.row)
        assert record.import_reference("tiv-by-supplier", again, vintage="other").new


def test_killed_half_way_nothing_is_loaded_and_the_next_try_works(tmp_path: Path, table: Path) -> None:
    base = tmp_path / "r.db"
    killed = subprocess.run([sys.executable, "-c", KILLED, str(base), str(table)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with open_record(base, create=False) as record:
        assert record.reference().editions() == ()
        assert record.reference().tiv() == ()
        assert record.import_reference("tiv-by-supplier", table).new
        assert len(record.reference().tiv()) == 1800


def test_what_cannot_be_imported(tmp_path: Path, table: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        with pytest.raises(UsageError, match="did you mean tiv-by-supplier"):
            record.import_reference("tiv-by-suppliers", table)
        with pytest.raises(SourceError, match="absent"):
            record.import_reference("unvotes", tmp_path / "absent.csv")
        with pytest.raises(UsageError, match="folder"):
            record.import_reference("unvotes", tmp_path)
        with pytest.raises(SourceError):
            record.import_reference("sipri-register", table)
        assert record.reference().editions() == ()


@pytest.mark.slow
def test_a_whole_register_is_imported_in_seconds(tmp_path: Path) -> None:
    import time

    head = (
        "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,"
        "Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,"
        "Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production;\n"
    )
    path = tmp_path / "register.csv"
    rows = (
        f"{n // 2},Italy,Chile,A-{n % 99},gun,Artillery,{1950 + n % 70},Yes,4,No,{1951 + n % 70},No,New,1.5,1.5,6,No;\n"
        for n in range(25_000)
    )
    path.write_text(head + "".join(rows), "utf-8")
    with open_record(tmp_path / "r.db") as record:
        start = time.monotonic()
        record.import_reference("sipri-register", path)
        assert time.monotonic() - start < 10
        deals = record.reference().transfers()
        assert sum(len(deal.deliveries) for deal in deals) == 25_000
        assert isinstance(deals[0], ArmsTransfer)
