from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from dateline.errors import UsageError
from dateline.web import ServeSettings, make_app

if TYPE_CHECKING:
    from pathlib import Path

HERE = "http://127.0.0.1:8765"


def test_hostile_reports_show_as_text(client: TestClient) -> None:
    html = client.get("/documents/evil").text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<svg onload" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html.replace('<bdi class="mark boilerplate"', "")
    assert 'href="javascript:' not in html
    assert "javascript:alert(6)" in html
    assert "\u202e" not in html
    assert "\0" not in html
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in html
    assert "U+200B ZERO WIDTH SPACE" in html
    assert client.get("/documents/evil.json").json()["text"].startswith("<script>")
    for path in ("/", "/events", "/documents", "/search?q=Anders", "/events.atom"):
        assert "<script>alert" not in client.get(path).text


def test_a_foreign_host_name_is_refused(record_file: Path) -> None:
    app = make_app(ServeSettings(record=record_file))
    assert TestClient(app, base_url="http://evil.example").get("/").status_code == 421
    assert TestClient(app, base_url="http://localhost:8765").get("/").status_code == 200
    named = make_app(ServeSettings(record=record_file, names=("desk.example",), token="t"))
    client = TestClient(named, base_url="http://desk.example")
    assert client.get("/").status_code == 401
    assert client.get("/", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/", headers={"Authorization": "Bearer t"}).status_code == 200


def test_beyond_this_machine_only_with_a_token(record_file: Path) -> None:
    with pytest.raises(UsageError, match="--token"):
        ServeSettings(record=record_file, host="0.0.0.0")  # noqa: S104 — refused
    assert ServeSettings(record=record_file, host="0.0.0.0", token="t").token == "t"  # noqa: S104 — with a token


def test_changes_come_from_our_own_pages_or_with_the_token(record_file: Path) -> None:
    client = TestClient(make_app(ServeSettings(record=record_file)), base_url=HERE)
    refused = client.post("/api/v1/events", headers={"Origin": "http://evil.example"})
    assert refused.status_code == 403
    assert "not sent from a page of this server" in refused.json()["error"]["why"]
    assert client.post("/api/v1/events", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/api/v1/events").status_code == 403
    assert client.post("/api/v1/events", headers={"Origin": HERE}).status_code == 405  # allowed, and not there yet
    closed = TestClient(make_app(ServeSettings(record=record_file, read_only=True)), base_url=HERE)
    assert closed.post("/api/v1/events", headers={"Origin": HERE}).status_code == 403


def test_searches_of_one_client_are_bounded(record_file: Path) -> None:
    client = TestClient(make_app(ServeSettings(record=record_file, searches_a_minute=3)), base_url=HERE)
    assert [client.get("/api/v1/search?q=Rome").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert client.get("/api/v1/events").status_code == 200


def test_a_huge_report_is_cut_on_the_page_and_whole_as_text(tmp_path: Path) -> None:
    from dateline import Document, open_record

    text = "<b>" * 100_000 + "end of it"
    with open_record(tmp_path / "huge.db") as record:
        record.add(Document.of(text, id="huge", language="en"))
    client = TestClient(make_app(ServeSettings(record=tmp_path / "huge.db")), base_url=HERE)
    html = client.get("/documents/huge").text
    assert "The page ends here" in html
    assert client.get("/documents/huge.txt").text == text
