"""Events merged and split from the command line."""

from __future__ import annotations

from pathlib import Path

from tests_types import Dateline

TOLD = "Norwegian Foreign Minister Espen Barth Eide met German Chancellor Olaf Scholz in Oslo on Monday.\n"
OTHER = "Germany imposed sanctions on Belarus on Tuesday.\n"


def test_two_events_are_merged_listed_and_parted_again(dateline: Dateline) -> None:
    for name, text in (("Wire", TOLD), ("Herald", OTHER)):
        Path(f"{name}.txt").write_text(text, "utf-8")
        assert dateline("add", f"{name}.txt", "--published", "2023-05-10", "--publisher", name).code == 0
    assert dateline("run").code == 0
    ids = [row["id"] for row in dateline("events", "-f", "jsonl").rows]
    assert len(ids) == 2
    made = dateline("judge", "same", *ids, "--why", "one affair", "--who", "mira")
    assert made.code == 0
    assert dateline("run").code == 0
    (event,) = dateline("events", "-f", "jsonl").rows
    assert event["documents"] == 2
    assert "one affair" in dateline("why", event["id"], "-f", "table").out
    (row,) = dateline("judge", "list", event["id"], "-f", "jsonl").rows
    assert (row["id"], row["gone"]) == (made.out.strip(), [])
    assert dateline("judge", "undo", row["id"], "--who", "mira").code == 0
    assert dateline("run").code == 0
    assert [each["id"] for each in dateline("events", "-f", "jsonl").rows] == ids
    assert dateline("judge", "same", ids[0], "event-0", "--why", "no").code == 2
