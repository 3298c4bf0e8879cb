from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.store import Store
from dateline.store.sqlite import SqliteStore


@pytest.fixture(params=["sqlite"])
def open_again(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens one and the same record, as another process would; a new kind of store is a new parameter."""
    opened: list[Store] = []

    def opening() -> Store:
        opened.append(SqliteStore(tmp_path / "record.db"))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def store(open_again: Callable[[], Store]) -> Store:
    return open_again()
