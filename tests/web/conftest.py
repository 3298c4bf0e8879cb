from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from dateline import Document, open_record
from dateline.pipeline import add, run
from dateline.web import ServeSettings, make_app
from record_samples import fake_pipeline, report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOSTILE = (
    "<script>alert(1)</script> Anders met Bellini in Rome. <img src=x onerror=alert(2)> <svg onload=alert(3)> "
    "javascript:alert(4) \u202etxet desrever\u202c and a nul \0 here. <b>Anders</b> accused Costa. "
    "עברית 🎈 \u200bhi"
)


def reports() -> list[Document]:
    return [
        report("Anders met Bellini in Rome. Anders accused Costa.", title="Talks in Rome", id="one", day=3),
        report("Italy armed Portugal with 12 howitzers. Anders met Bellini.", publisher="The Herald", id="two", day=4),
        report(HOSTILE, publisher='<i>"Evil" & Sons</i>', title="</title><script>alert(5)</script>", id="evil", day=5,
               url="javascript:alert(6)"),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with three reports, one of them hostile."""
    made = tmp_path_factory.mktemp("web") / "record.db"
    with open_record(made) as record:
        add(record.store, reports())
        run(record.store, pipeline=fake_pipeline())
    return made


@pytest.fixture
def client(record_file: Path) -> Iterator[TestClient]:
    with TestClient(make_app(ServeSettings(record=record_file)), base_url="http://127.0.0.1:8765") as made:
        yield made
