from __future__ import annotations

from pathlib import Path

import pytest

from tests_types import Dateline
from watch_site import Answer, Site, page

REPORT = (
    "Norland bars shipments. The foreign minister of Germany, Annalena Baerbock, met Indian Foreign Minister "
    "Subrahmanyam Jaishankar in Berlin on Tuesday. Both spoke for two hours about trade, visas and the climate, an "
    "official who was there said in the evening, and they will see each other again before the end of the year."
)
CONFIG = """
[[feed]]
url = "{url}/feed"
publisher = "The Example"
allow-private = true

[[alert]]
name = "talks"
filter = "type=CONSULT"

[[delivery]]
kind = "stdout"
"""
FEED = """<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>Talks</title>
<link>{url}/page</link><pubDate>Tue, 02 May 2023 09:00:00 +0000</pubDate></item></channel></rss>"""


@pytest.fixture
def feeds(tmp_path: Path) -> tuple[Site, str]:
    with Site() as site:
        site.pages["/feed"] = Answer(body=FEED.format(url=site.url).encode())
        site.pages["/page"] = Answer(body=page(REPORT))
        path = tmp_path / "feeds.toml"
        path.write_text(CONFIG.format(url=site.url), "utf-8")
        yield site, str(path)


def test_watch_once_changes_and_show(dateline: Dateline, feeds: tuple[Site, str]) -> None:
    site, path = feeds
    done = dateline("watch", path, "--once")
    assert done.code == 0, done.err
    (alert,) = done.rows
    assert alert["kind"] == "new event"
    assert alert["event"]["event_type"] == "CONSULT"
    assert alert["publisher"] == "The Example"
    again = dateline("watch", path, "--once")
    assert (again.code, again.out) == (0, "")
    told = dateline("changes", "--since", "yesterday", "--watch", path)
    assert sorted(row["kind"] for row in told.rows) == ["new fact", "report added"]
    assert "1 new fact" in told.err
    table = dateline("changes", "--since", "yesterday", "-f", "table")
    assert "NEW FACT" in table.out
    assert "“The foreign minister of Germany" in table.out
    assert dateline("changes", "--since", "last week").code == 2
    site.pages["/feed"] = Answer(status=500)
    failed = dateline("watch", path, "--once")
    assert failed.code == 1
    assert "answers 500" in failed.err


def test_show_says_what_is_a_copy(dateline: Dateline) -> None:
    for name, publisher in (("a.txt", "First Wire"), ("b.txt", "Second Paper")):
        Path(name).write_text(REPORT, "utf-8")
        added = dateline("add", name, "--publisher", publisher, "--published", "2023-05-02")
        assert added.code == 0, added.err
    dateline("run")
    event = dateline("events", "--type", "CONSULT").rows[0]
    assert event["sources"] == 1
    shown = dateline("show", event["id"], "-f", "table").out
    assert "the same words as" in shown
    told = dateline("show", event["id"], "-f", "json").out
    assert '"copy_of"' in told
