"""``dateline show`` says what the reports of an event tell differently."""

from __future__ import annotations

from pathlib import Path

from tests_types import Dateline

TOLD = "Norwegian Foreign Minister Espen Barth Eide met German Chancellor Olaf Scholz in Oslo on {}.\n"


def test_days_that_differ_stand_side_by_side_with_who_gives_them(dateline: Dateline) -> None:
    for name, day in (("Wire", "8 May 2023"), ("Herald", "9 May 2023")):
        Path(f"{name}.txt").write_text(TOLD.format(day), "utf-8")
        assert dateline("add", f"{name}.txt", "--published", "2023-05-10", "--publisher", name).code == 0
    assert dateline("run").code == 0
    (event,) = dateline("events", "-f", "jsonl").rows
    text = dateline("show", event["id"], "-f", "table").out
    assert "reports differ on day" in text
    assert "2023-05-08 (Wire)" in text
    assert "2023-05-09 (Herald)" in text
    (shown,) = dateline("show", event["id"], "-f", "jsonl").rows
    (difference,) = shown["differences"]
    assert {each["value"] for each in difference["values"]} == {"2023-05-08", "2023-05-09"}
    assert all(len(each["mentions"]) == 1 for each in difference["values"])
