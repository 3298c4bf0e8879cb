from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests_types import Dateline

VOTE = "The UN General Assembly voted 119 to 1, with {} abstentions, on a Myanmar resolution on Friday."


def test_a_claim_in_one_s_own_words_needs_no_record(dateline: Dateline) -> None:
    held = dateline("check", "--claim", VOTE.format(36), "--published", "2021-06-20", "-f", "jsonl")
    assert held.code == 0
    (row,) = held.rows
    assert row["verdict"] == "supported"
    assert row["rows"][0]["source"].startswith("Dateline starter set")
    assert row["formula"].endswith("= 193")
    assert row["readings"][0]["votes"] == 119


def test_a_contradicted_claim_is_a_finding_and_no_failure(dateline: Dateline) -> None:
    held = dateline("check", "--claim", VOTE.format(34), "--published", "2021-06-20", "-f", "table")
    assert held.code == 0
    assert "CONTRADICTED" in held.out
    assert "34 abstaining in the report, 36 in the record" in " ".join(held.out.split())
    assert "1 claim: 1 contradicted" in held.out


def test_reports_that_disagree_are_shown_beside_each_other(dateline: Dateline, tmp_path: Path) -> None:
    for name, abstained in (("one.txt", 36), ("two.txt", 34)):
        (tmp_path / name).write_text(VOTE.format(abstained) + "\n", "utf-8")
    held = dateline("check", "one.txt", "two.txt", "--published", "2021-06-20", "-f", "json")
    first, second = json.loads(held.out)
    assert [each["value"] for each in first["other_reports"]] == ["119-1-34"]
    assert [each["value"] for each in second["other_reports"]] == ["119-1-36"]
    table = dateline("check", "one.txt", "two.txt", "--published", "2021-06-20", "-f", "table").out
    assert "another report says 119-1-34" in " ".join(table.split())


def test_a_report_that_cannot_be_read_leaves_the_others_and_is_partial(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(VOTE.format(36) + "\n", "utf-8")
    held = dateline("check", "one.txt", "missing.txt", "--published", "2021-06-20", "-f", "jsonl")
    assert held.code == 3
    assert len(held.rows) == 1
    assert "missing.txt" in held.err


def test_what_no_record_is_about_is_counted_not_shown(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Germany sent 14 tanks to Ukraine.\n", "utf-8")
    held = dateline("check", "one.txt", "-f", "table")
    assert held.code == 0
    assert "1 on things that no reference record is about" in held.out
    (row,) = dateline("check", "one.txt", "-f", "jsonl").rows
    assert row["in_scope"] is False


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "give REPORTs, --event or --claim"),
        (("--claim", "It rained."), "no claim found"),
        (("one.txt", "--claim", "It rained."), "one of them"),
    ],
)
def test_wrong_usage_says_what_to_do(dateline: Dateline, arguments: tuple[str, ...], says: str) -> None:
    held = dateline("check", *arguments)
    assert held.code == 2
    assert says in held.err


def test_a_claim_that_leaves_arms_unsaid_is_read_as_one_on_arms_and_says_so(dateline: Dateline) -> None:
    text = "Russia is Myanmar's second-largest supplier, with 16 percent"
    held = dateline("check", "--claim", text, "--published", "2021-06-22", "-f", "jsonl")
    assert held.code == 0
    assert "read as: Russia is Myanmar's second-largest arms supplier, with 16 percent of arms imports" in held.err
    assert [(row["kind"], row["value"]) for row in held.rows] == [("rank", "2"), ("share", "16")]
    assert {row["verdict"] for row in held.rows} == {"not_checkable"}
    assert all("sipri-register" in row["needed"] for row in held.rows)


def test_claims_of_an_event_of_the_record(dateline: Dateline, tmp_path: Path) -> None:
    text = "On Friday the UN General Assembly condemned Myanmar's army by 119 votes to 1, with 36 abstentions.\n"
    (tmp_path / "one.txt").write_text(text, "utf-8")
    dateline("add", "one.txt", "--published", "2021-06-20", "--record", "r.db")
    dateline("run", "--record", "r.db")
    event = dateline("events", "--record", "r.db", "-f", "jsonl").rows[0]["id"]
    held = dateline("check", "--event", event, "--record", "r.db", "-f", "jsonl")
    assert held.code == 0
    assert [row["verdict"] for row in held.rows] == ["supported"]
    missing = dateline("check", "--event", "event-none", "--record", "r.db")
    assert missing.code == 2
    assert "dateline events" in missing.err
