from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests_types import Dateline

RUSSIAN = "Министр обороны прибыл в столицу с официальным визитом и провёл переговоры о поставках оружия. " * 5


def test_read_prints_each_event_with_its_words_and_offsets(dateline: Dateline, report: Path) -> None:
    held = dateline("read", str(report), "--published", "2023-05-09", "-f", "jsonl")
    assert held.code == 0
    text = report.read_text("utf-8")
    mentions = [row for row in held.rows if row["record"] == "mention"]
    assert {"CONSULT", "ACCUSE"} <= {row["event_type"] for row in mentions}
    for row in mentions:
        trigger = row["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]
        assert trigger["text"] in row["quote"]


def test_without_a_date_of_publication_weekdays_stay_unresolved_and_say_so(dateline: Dateline, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Germany condemned Russia on Tuesday over its attack on Ukraine.\n", "utf-8")
    (mention, *_) = [row for row in dateline("read", str(path), "-f", "jsonl").rows if row["record"] == "mention"]
    assert mention["when"] is None
    assert "Tuesday" in mention["when_unresolved"]["text"]
    assert "--published" in mention["when_unresolved"]["reason"]
    assert "--published" in dateline("read", str(path), "-f", "table").out


def test_a_table_quotes_the_sentence(dateline: Dateline, report: Path) -> None:
    held = dateline("read", str(report), "--published", "2023-05-09", "-f", "table")
    assert "“Germany condemned Russia on Tuesday.”" in held.out
    assert "2023-05-09" in held.out


def test_json_is_one_list_of_documents(dateline: Dateline, report: Path) -> None:
    (document,) = json.loads(dateline("read", str(report), "-f", "json").out)
    assert document["source"] == str(report)
    assert document["mentions"]


def test_csv_has_a_header_and_one_line_per_record(dateline: Dateline, report: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(dateline("read", str(report), "-f", "csv").out)))
    assert {"mention"} <= {row["record"] for row in rows}
    assert "Germany" in " ".join(row["actor_names"] for row in rows)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", ""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        ("russian.txt", RUSSIAN.encode(), "Russian"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason_and_the_rest_goes_on(
    dateline: Dateline, report: Path, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    held = dateline("read", str(bad), str(report), "-f", "jsonl")
    assert held.code == 3
    assert name in held.err
    assert reason.lower() in held.err.lower()
    assert held.rows
    assert "Traceback" not in held.err


def test_a_file_that_is_not_there_fails(dateline: Dateline) -> None:
    held = dateline("read", "nowhere.txt")
    assert held.code == 1
    assert "nowhere.txt" in held.err


def test_standard_input_is_a_report(dateline: Dateline) -> None:
    held = dateline("read", "-", "-f", "jsonl", stdin=b"Germany condemned Russia over its attack on Ukraine.\n")
    assert [row["event_type"] for row in held.rows if row["record"] == "mention"].count("ACCUSE") == 1


def test_code_answers_every_line_and_says_which_failed(dateline: Dateline) -> None:
    lines = [
        {"id": "a", "text": "Germany condemned Russia on Tuesday.", "published": "2023-05-10"},
        {"id": "b", "text": ""},
        {"id": "c", "text": "France urged Iran to free the prisoners.", "published": None},
    ]
    stdin = "\n".join([json.dumps(lines[0]), "{broken", json.dumps(lines[1]), json.dumps(lines[2])]).encode()
    held = dateline("code", "-", stdin=stdin)
    rows = {row["id"]: row for row in held.rows}
    assert held.code == 3
    assert rows["a"]["mentions"][0]["when"]["earliest"] == "2023-05-09"
    assert "error" in rows["b"]
    assert rows["c"]["mentions"][0]["event_type"] == "REQUEST"
    assert "line 2" in held.err


def test_code_keeps_the_names_of_the_contract(dateline: Dateline) -> None:
    text = "Germany delivered 14 Leopard 2 tanks to Ukraine on Tuesday."
    (row,) = dateline("code", "-", stdin=json.dumps({"id": "x", "text": text, "published": "2023-05-10"}).encode()).rows
    assert row.keys() >= {"id", "mentions", "arms", "claims"}
    (mention, *_) = row["mentions"]
    assert mention.keys() >= {
        "event_type", "mode", "contexts", "modality", "certainty", "event", "trigger", "actors", "recipients",
        "when", "where", "attributed_to", "magnitudes", "arms", "because",
    }  # fmt: skip
    assert mention["actors"][0].keys() >= {"start", "end", "text", "name", "id", "country", "sector"}


def test_the_day_of_a_vote_is_offered_where_no_date_is_known(dateline: Dateline, tmp_path: Path) -> None:
    path = tmp_path / "vote.txt"
    path.write_text(
        "The assembly condemned the coup in Myanmar. It voted 119 to 1 with 36 abstentions on Friday.\n", "utf-8"
    )
    (day,) = [row for row in dateline("read", str(path), "-f", "jsonl").rows if row["record"] == "inferred_date"]
    assert day["earliest"] == "2021-06-18"
    assert "A/RES/75/287" in day["reason"]
    assert "not used: 2021-06-18" in dateline("read", str(path), "-f", "table").out
    known = dateline("read", str(path), "--published", "2021-06-20", "-f", "jsonl").rows
    assert not [row for row in known if row["record"] == "inferred_date"]
