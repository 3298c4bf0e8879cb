from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGES = (
    "/", "/events", "/events?type=CONSULT&country=ITA", "/documents", "/documents/one", "/documents/evil", "/entities",
    "/entities/person/anders", "/pairs/SWE/ITA", "/dossiers/ITA", "/timeline", "/search?q=Rome", "/reference", "/about",
    "/api", "/changes", "/changes?since=2021-01-01&everything=true", "/stories",
)  # fmt: skip
DATA = (
    "/index.json", "/events.json", "/documents/one.json", "/entities.json", "/entities/person/anders.json",
    "/pairs/SWE/ITA.json", "/dossiers/ITA.json", "/timeline.json", "/changes.json?since=2021-01-01", "/stories.json",
    "/search.json?q=Rome", "/reference.json", "/api/v1/overview", "/api/v1/events", "/api/v1/entities",
    "/api/v1/entities/person/anders", "/api/v1/openapi.json",
)  # fmt: skip


def an_event(client: TestClient, **wanted: str) -> dict[str, object]:
    found: dict[str, object] = client.get("/api/v1/events", params=wanted).json()["events"][0]
    return found


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_with_its_policy_and_no_script_of_its_own(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?! src=)", answer.text)
    assert not re.search(r"\son\w+\s*=", re.sub(r"&[^;]+;", "", answer.text.replace("=alert", "")))
    assert not re.search(r'(?:href|src)="(?!/|#|https?://127)', answer.text.replace('href="#', "")), (
        "nothing from elsewhere"
    )


@pytest.mark.parametrize("path", DATA)
def test_every_page_has_its_data(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    json.loads(answer.text)


def test_an_event_shows_quotes_first_and_where_each_field_is_from(client: TestClient) -> None:
    event = an_event(client, type="CONSULT")
    html = client.get(f"/events/{event['id']}").text
    assert html.index("<blockquote>") < html.index("What was read from them")
    assert "reports differ" not in html
    assert re.search(r'href="/documents/\w+#mention-', html)
    told = client.get(f"/events/{event['id']}.json").json()
    assert all("met Bellini" in row["quote"] for row in told["told"])
    assert told["why"]


def test_facets_count_and_lead_to_lists_of_that_length(client: TestClient) -> None:
    html = client.get("/events").text
    for href, number in re.findall(
        r'<li><a href="(/events\?type=\w+)"[^>]*>\w+</a> <span class="number">(\d+)</span>', html
    ):
        assert client.get(href.replace("/events?", "/api/v1/events?")).json()["counts"]["events"] == int(number)
    assert "dateline events --type CONSULT" in client.get("/events?type=CONSULT").text


def test_lists_go_on_by_cursor(client: TestClient) -> None:
    seen: list[str] = []
    cursor = None
    while True:
        page = client.get("/api/v1/events", params={"limit": 1} | ({"cursor": cursor} if cursor else {})).json()
        seen += [event["id"] for event in page["events"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == client.get("/api/v1/events").json()["counts"]["events"]


def test_tables_maps_and_feeds(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/events.csv").text)))
    assert len(rows) == client.get("/api/v1/events").json()["counts"]["events"]
    places = client.get("/events.geojson").json()
    assert places["features"][0]["geometry"]["coordinates"] == [12.5, 41.9]
    assert places["unplaced"] + len(places["features"]) == len(rows)
    feed = ET.fromstring(client.get("/events.atom").text)  # noqa: S314 — our own feed
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == len(rows)


def test_what_is_there_already_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/events")
    again = client.get("/api/v1/events", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_search_finds_words_and_names(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "howitzers"}).json()
    assert [row["id"] for row in found["documents"]] == ["two"]
    assert "howitzers" in found["documents"][0]["snippet"]
    assert client.get("/api/v1/search", params={"q": "Anders"}).json()["entities"][0]["id"] == "person/anders"
    assert client.get("/search", params={"q": '" OR *'}).status_code == 200


def test_the_timeline_counts_every_event_once(client: TestClient) -> None:
    told = client.get("/api/v1/timeline").json()
    drawn = sum(month["exact"] + month["vague"] for month in told["months"])
    assert drawn + told["unplaced"] == client.get("/api/v1/events").json()["counts"]["events"]


@pytest.mark.parametrize(
    ("path", "status", "why"),
    [
        ("/events/event-0", 404, "the record has none of that id"),
        ("/api/v1/documents/none", 404, "the record has none of that id"),
        ("/api/v1/events?type=CONSUL", 400, "did you mean"),
        ("/api/v1/events?colour=red", 400, "there are actor"),
        ("/api/v1/events?limit=0", 400, "1 to 10000"),
        ("/nowhere", 404, "there is none at that address"),
        ("/api/v1/entities?limit=many", 400, "integer"),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int, why: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    if path.startswith("/api/"):
        error = answer.json()["error"]
        assert set(error) == {"status", "what", "why", "next_step"}
        assert why in f"{error['why']} {error['next_step']}"
    else:
        assert why in answer.text


def test_changes_tell_what_is_new_newest_first(client: TestClient) -> None:
    told = client.get("/api/v1/changes", params={"since": "2021-01-01"}).json()["changes"]
    assert {"new fact", "report added"} <= {change["kind"] for change in told}
    assert [change["at"] for change in told] == sorted((change["at"] for change in told), reverse=True)
    only = client.get("/api/v1/changes", params={"since": "2021-01-01", "query": "type=CONSULT"}).json()["changes"]
    assert {change["event_type"] for change in only if change["kind"] == "new fact"} == {"CONSULT"}
    assert client.get("/changes", params={"since": "soon"}).status_code == 400
    assert "Nothing changed since then" in client.get("/changes", params={"since": "2087-01-01"}).text
