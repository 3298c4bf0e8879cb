from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests_types import Dateline

FIRST = "Norwegian Foreign Minister Astrid Halvorsen visited Oslo on Monday.\n"
SECOND = FIRST.replace("Halvorsen", "Halvorssen")
ACCUSED = "Germany condemned Russia on Tuesday.\n"
LEFT, RIGHT = "unknown/astrid-halvorsen", "unknown/astrid-halvorssen"


@pytest.fixture
def recorded(dateline: Dateline) -> Dateline:
    for name, text in (("Wire", FIRST), ("Herald", SECOND)):
        Path(f"{name}.txt").write_text(text + ACCUSED, "utf-8")
        assert dateline("add", f"{name}.txt", "--published", "2023-05-09", "--publisher", name).code == 0
    assert dateline("run").code == 0
    return dateline


def test_entities_are_listed_with_counts_names_and_being_known(recorded: Dateline) -> None:
    held = recorded("entities", "-f", "jsonl")
    rows = {row["id"]: row for row in held.rows}
    assert rows["state/DEU"]["known"] is True
    assert (rows["state/DEU"]["mentions"], rows["state/DEU"]["documents"]) == (2, 2)
    assert rows[LEFT]["known"] is False
    assert any("Astrid Halvorsen" in name for name in rows[LEFT]["names"])
    assert "2 unknown" in held.err
    assert {row["id"] for row in recorded("entities", "halvors", "-f", "jsonl").rows} == {LEFT, RIGHT}
    assert {row["id"] for row in recorded("entities", "--unknown", "-f", "jsonl").rows} == {LEFT, RIGHT}
    by_name = recorded("entities", "--country", "Germany", "--sector", "gov", "-f", "jsonl").rows
    assert "state/DEU" in {row["id"] for row in by_name}
    assert recorded("entities", "--country", "Atlantis").code == 2
    assert recorded("entities", "-f", "table").out.count("Halvorssen") > 0


def test_pairs_come_with_score_reasons_and_quotes_and_nothing_is_merged(recorded: Dateline) -> None:
    (pair,) = recorded("judge", "-f", "jsonl").rows
    assert (pair["left_id"], pair["right_id"], pair["advice"]) == (LEFT, RIGHT, "accept")
    assert "typing error" in pair["reason"] or "transcribe" in pair["reason"]
    assert "both of NOR" in pair["reason"]
    assert "Halvorsen visited" in pair["left_quote"]
    assert "Halvorssen visited" in pair["right_quote"]
    text = recorded("judge", "-f", "table").out
    assert f"dateline judge same {LEFT} {RIGHT}" in text
    assert "“Norwegian Foreign Minister Astrid" in text
    assert recorded("judge", "--text", "scholz", "-f", "jsonl").rows == []
    assert len(recorded("entities", "--unknown", "-f", "jsonl").rows) == 2


def test_same_merges_with_who_and_why_and_undo_takes_it_back(recorded: Dateline) -> None:
    made = recorded("judge", "same", LEFT, RIGHT, "--why", "one post", "--who", "mira")
    assert made.code == 0
    judgement = made.out.strip()
    (row,) = recorded("entities", "--unknown", "-f", "jsonl").rows
    assert (row["id"], row["documents"]) == (LEFT, 2)
    assert recorded("judge", "-f", "jsonl").rows == []
    assert len(recorded("events", "--type", "CONSULT", "--actor", RIGHT, "-f", "jsonl").rows) == 2
    assert "coded" in recorded("run").err
    (event,) = recorded("events", "--type", "CONSULT", "--actor", RIGHT, "-f", "jsonl").rows
    assert event["sources"] == 2
    why = recorded("why", RIGHT, "-f", "table").out
    assert "judge: one post" in why
    assert "mira" in why
    assert recorded("judge", "undo", judgement, "--who", "noor").code == 0
    (listed,) = recorded("judge", "list", "-f", "jsonl").rows
    assert (listed["id"], listed["who"], listed["why"], listed["undone_by"]) == (judgement, "mira", "one post", "noor")
    assert "undone by noor" in recorded("judge", "list", RIGHT, "-f", "table").out
    recorded("run")
    assert len(recorded("entities", "--unknown", "-f", "jsonl").rows) == 2
    assert len(recorded("events", "--type", "CONSULT", "-f", "jsonl").rows) == 2


def test_the_login_name_signs(recorded: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "somebody")
    recorded("judge", "unsure", LEFT, RIGHT)
    assert recorded("judge", "list", "-f", "jsonl").rows[0]["who"] == "somebody"
    assert recorded("judge", "-f", "jsonl").rows == [], "a pair put aside is suggested no more"

    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    held = recorded("judge", "different", LEFT, RIGHT)
    assert held.code == 2
    assert "--who" in held.err


def test_refusals_say_why_and_what_to_do(recorded: Dateline) -> None:
    assert recorded("judge", "same", LEFT, RIGHT).code == 2, "same needs --why"
    wrong = recorded("judge", "same", "unknown/halvorsen", RIGHT, "--why", "x")
    assert wrong.code == 2
    assert LEFT in wrong.err
    known = recorded("judge", "same", "person/olaf-scholz", "person/angela-merkel", "--why", "x")
    assert known.code == 2
    assert "--force" in known.err
    recorded("judge", "different", LEFT, RIGHT, "--why", "two sisters")
    refused = recorded("judge", "same", LEFT, RIGHT, "--why", "x")
    assert refused.code == 2
    assert "two sisters" in refused.err
    assert "dateline judge undo judgement-" in refused.err
    assert recorded("judge", "undo", "judgement-0").code == 2


def test_an_unknown_name_can_be_a_known_person_whom_no_report_prints(recorded: Dateline) -> None:
    assert recorded("judge", "same", LEFT, "person/angela-merkel", "--why", "a test").code == 0
    (row,) = recorded("entities", "person/angela-merkel", "-f", "jsonl").rows
    assert (row["name"], row["country"], row["documents"]) == ("Angela Merkel", "DEU", 1)
    rows = recorded("events", "--actor", "Merkel", "-f", "jsonl").rows
    assert {party["id"] for row in rows for party in row["actors"]} == {"person/angela-merkel"}
    (csv_line, *_) = recorded("judge", "list", "-f", "csv").out.splitlines()
    assert csv_line.startswith("id,left,kind,right")
    assert json.loads(recorded("judge", "list", "-f", "json").out)[0]["kind"] == "same"


def test_the_record_may_be_named_before_or_behind_the_subcommand(recorded: Dateline) -> None:
    Path("dateline.db").rename("other.db")
    assert recorded("judge", "--record", "other.db", "different", LEFT, RIGHT).code == 0
    assert len(recorded("judge", "list", "--record", "other.db", "-f", "jsonl").rows) == 1
    assert len(recorded("judge", "--record", "other.db", "-f", "jsonl", "list").rows) == 1
    assert not Path("dateline.db").exists()
