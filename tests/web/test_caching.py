from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import Document, open_record
from dateline.web.caching import Kept

if TYPE_CHECKING:
    from pathlib import Path


def test_answers_are_kept_until_the_record_changes(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    asked: list[int] = []

    def count() -> int:
        asked.append(1)
        with open_record(path) as record:
            return record.overview().documents

    open_record(path).close()
    kept = Kept(path, most=2)
    assert [kept.get("documents", count) for _ in range(3)] == [0, 0, 0]
    assert len(asked) == 1
    with open_record(path) as record:
        record.add(Document.of("Anders met Bellini.", language="en"))
        assert kept.get("documents", count) == 1, "seen at once, also while the writer is open"
    assert kept.get("documents", count) == 1


def test_the_least_used_goes_first(tmp_path: Path) -> None:
    made: list[str] = []
    kept = Kept(tmp_path / "none.db", most=2)

    def make(key: str) -> str:
        return kept.get(key, lambda: made.append(key) or key)

    for key in ("a", "b", "a", "c", "a", "b"):
        assert make(key) == key
    assert made == ["a", "b", "c", "b"]
