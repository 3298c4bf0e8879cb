from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.store.sqlite import SqliteStore


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    """An empty record in memory."""
    with SqliteStore(":memory:") as held:
        yield held
