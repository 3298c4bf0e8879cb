from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dateline import Document, open_record
from dateline.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_stories_of_a_record_name_their_reports_and_most_told_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "record.db"
    texts = {
        "one": ("The Courier", "Foreign Minister Sergei Lavrov met Ahmed Attaf in Algiers on Monday to discuss wheat."),
        "two": ("Daily Post", "Lavrov and Attaf met in Algiers on Monday; wheat was on the agenda of both ministers."),
        "three": ("Daily Post", "A museum in Vilnius shows old maps of the harbour."),
    }
    with open_record(path) as record:
        for key, (publisher, text) in texts.items():
            record.add(Document.of(text, id=key, publisher=publisher, title=key.title()))
        record.run()
    assert run(["stories", "--record", str(path), "-f", "jsonl"]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["documents"], row["sources"]) == (2, 2)
    assert sorted(row["ids"]) == ["one", "two"]
    assert row["event_type"] == "CONSULT"
    assert "algier" in row["words"]
    assert run(["stories", "--record", str(path), "-f", "table"]) == 0
    assert "most told: CONSULT" in capsys.readouterr().out
