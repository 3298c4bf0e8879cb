from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.store.sqlite import SqliteStore
from watch_site import Site, Time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as made:
        yield made


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "record.db") as held:
        yield held
