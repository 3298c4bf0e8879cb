from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests_types import Dateline


@pytest.fixture
def recorded(dateline: Dateline, report: Path) -> Dateline:
    assert dateline("add", str(report), "--published", "2023-05-09", "--publisher", "Test Wire").code == 0
    assert dateline("run").code == 0
    return dateline


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as base:
        return list(base.iterdump())


def test_the_default_record_lies_in_the_working_folder_and_is_told(dateline: Dateline, report: Path) -> None:
    held = dateline("add", str(report))
    assert "record: dateline.db" in held.err
    assert Path("dateline.db").exists()


def test_the_environment_names_the_record(dateline: Dateline, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_RECORD", "other.db")
    dateline("add", str(report))
    assert Path("other.db").exists()
    assert not Path("dateline.db").exists()


def test_the_same_input_and_run_twice_change_nothing(recorded: Dateline, report: Path) -> None:
    before = dump(Path("dateline.db"))
    again = recorded("add", str(report), "--published", "2023-05-09", "--publisher", "Test Wire")
    assert "0 added" in again.err
    assert "nothing to do" in recorded("run").err
    assert dump(Path("dateline.db")) == before


def test_events_count_events_mentions_and_sources(recorded: Dateline) -> None:
    held = recorded("events", "-f", "jsonl")
    assert "mentions ·" in held.err
    assert {row["event_type"] for row in held.rows} >= {"CONSULT", "ACCUSE"}


def test_filters_take_names_and_codes_alike(recorded: Dateline) -> None:
    by_name = recorded("events", "--pair", "Germany", "Russia", "-f", "jsonl").rows
    by_code = recorded("events", "--pair", "DEU", "RUS", "-f", "jsonl").rows
    assert by_name == by_code
    assert {row["event_type"] for row in by_name} == {"ACCUSE"}
    assert recorded("events", "--since", "2030-01-01", "-f", "jsonl").rows == []


def test_a_type_that_is_none_names_near_ones(recorded: Dateline) -> None:
    held = recorded("events", "--type", "CONSULTT")
    assert held.code == 2
    assert "CONSULT" in held.err


def test_show_and_why_lead_from_an_event_to_its_words(recorded: Dateline) -> None:
    (row, *_) = recorded("events", "--type", "ACCUSE", "-f", "jsonl").rows
    shown = recorded("show", row["id"], "-f", "table").out
    assert "Germany condemned Russia on Tuesday." in shown
    assert "Test Wire" in shown
    why = recorded("why", row["id"], "-f", "jsonl").rows
    assert {"mention", "actor", "when"} <= {each["part"] for each in why}
    document = json.loads(recorded("show", row["mention_ids"][0], "-f", "json").out)
    assert document["quote"] == "Germany condemned Russia on Tuesday."


def test_an_id_that_is_not_there_says_where_ids_are(recorded: Dateline) -> None:
    held = recorded("show", "event-0")
    assert held.code == 2
    assert "dateline events" in held.err


def test_rejects_keep_the_file_and_the_reason(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    assert dateline("add", "empty.txt").code == 1
    (reject,) = dateline("rejects", "-f", "jsonl").rows
    assert reject["source"] == "empty.txt"
    assert reject["reason"] == "EmptySource"


def test_a_record_that_is_not_there_is_not_made_by_asking(dateline: Dateline) -> None:
    held = dateline("events", "--record", "none.db")
    assert held.code == 1
    assert "none.db" in held.err
    assert not Path("none.db").exists()


def test_a_spreadsheet_gets_no_formula(dateline: Dateline, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("Germany condemned Russia over its attack on Ukraine.\n", "utf-8")
    dateline("add", str(path), "--publisher", "=HYPERLINK()", "--title", "=1+1")
    dateline("run")
    rows = list(csv.reader(io.StringIO(dateline("events", "-f", "csv").out)))
    assert len(rows) > 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
