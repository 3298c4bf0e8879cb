from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

import pytest

from dateline.errors import StoreError
from dateline.query import EventFilter
from dateline.store.sqlite import SqliteStore
from dateline.watching import WatchConfig, watch
from dateline.watching.config import Delivery, Feed, SavedQuery
from record_samples import fake_pipeline
from watch_site import POLITE, Answer, Item, Site, Time, page, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.watching import Round

DAY = dt.date(2021, 3, 3)


def config(site: Site, folder: Path, *, query: str = "", feeds: tuple[str, ...] = ("/feed",)) -> WatchConfig:
    return WatchConfig(
        feeds=tuple(
            Feed(url=site.url + path, private=True, publisher=f"Paper {n}", recheck=5_000.0)
            for n, path in enumerate(feeds)
        ),
        alerts=(SavedQuery(name="all", filter=EventFilter.from_query(query)),),
        deliveries=(Delivery(name="file", kind="jsonl", settings={"path": str(folder / "alerts.jsonl")}),),
    )


def go(store: SqliteStore, told: WatchConfig, time: Time, polls: int = 1, version: str = "1") -> list[Round]:
    time.sleep(1_000)  # so that every feed is due that does not fail
    pipeline = fake_pipeline(version=version)
    return list(watch(store, told, pipeline=pipeline, politeness=POLITE, timing=time.timing, polls=polls))


def lines(folder: Path) -> list[dict[str, object]]:
    path = folder / "alerts.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def kinds(folder: Path) -> list[object]:
    return [line["kind"] for line in lines(folder)]


def item(key: str, act: str, day: int = 0, **particulars: str | None) -> Item:
    return Item(id=key, day=DAY + dt.timedelta(days=day), **({"text": text_of(act, key)} | particulars))


def test_an_item_is_added_coded_and_told_once(site: Site, store: SqliteStore, tmp_path: Path, time: Time) -> None:
    site.feed(item("a", "Anders met Bellini."))
    first, second = go(store, config(site, tmp_path), time, polls=2)
    assert (first.outcomes["added"], first.alerts, first.delivered[0].sent) == (1, 1, 1)
    assert (second.polled[0].error, second.items, second.alerts) == (None, (), 0)
    (line,) = lines(tmp_path)
    assert line["kind"] == "new event"
    assert line["quote"] == "Anders met Bellini."
    assert line["event"]["actors"][0]["name"] == "Anders"
    assert site.asked[-1][1]["If-None-Match"], "the second poll asks only for what changed"


def test_what_is_in_the_record_before_the_watch_is_no_news(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    site.feed(item("a", "Anders met Bellini."))
    told = config(site, tmp_path)
    go(store, WatchConfig(feeds=told.feeds), time)
    go(store, told, time, polls=2)
    assert lines(tmp_path) == []


def test_a_query_hears_only_of_its_own_events(site: Site, store: SqliteStore, tmp_path: Path, time: Time) -> None:
    site.feed(item("a", "Anders met Bellini."), item("b", "Italy armed Portugal with 12 howitzers."))
    go(store, config(site, tmp_path, query="item_class=artillery&country=PRT"), time)
    (line,) = lines(tmp_path)
    assert line["event"]["event_type"] == "AID"


def test_a_second_publisher_is_a_new_source_and_a_copy_is_none(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    told = config(site, tmp_path, feeds=("/feed", "/other", "/third", "/fourth"))
    site.pages["/fourth"] = Answer(status=503)
    site.feed(item("a", "Anders met Bellini."))
    site.feed(item("b", "Anders met Bellini."), path="/other")
    site.pages["/third"] = Answer(status=503)
    go(store, told, time, polls=4)
    assert kinds(tmp_path) == ["new event"], "both came in one round and are one alert"
    site.feed(Item(id="c", day=DAY, text=text_of("Anders met Bellini.", "b")), path="/third")
    time.sleep(90_000)
    go(store, told, time, polls=4)
    assert kinds(tmp_path) == ["new event"], "the third only copied the second"
    site.feed(Item(id="d", day=DAY, text=text_of("Anders met Bellini.", "d")), path="/fourth")
    time.sleep(90_000)
    go(store, told, time, polls=4)
    assert kinds(tmp_path) == ["new event", "new source"]
    assert [report["publisher"] for report in lines(tmp_path)[-1]["reports"]] == ["Paper 3"]


def test_a_changed_item_is_a_new_version_and_no_news(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    told = config(site, tmp_path)
    site.feed(item("a", "Anders met Bellini."))
    go(store, told, time)
    site.feed(Item(id="a", day=DAY, text=text_of("In Rome rain fell. Anders met Bellini.", "more")))
    (done,) = go(store, told, time)
    assert done.outcomes["revised"] == 1
    assert len(lines(tmp_path)) == 1
    (head,) = store.documents().rows
    assert head.versions == 2


def test_a_revision_that_tells_something_else_is_news(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    told = config(site, tmp_path)
    site.feed(item("a", "Anders met Bellini."))
    go(store, told, time)
    site.feed(Item(id="a", day=DAY, text=text_of("Anders met Bellini. Italy accused Portugal.", "more")))
    go(store, told, time)
    assert [line["event"]["event_type"] for line in lines(tmp_path)] == ["CONSULT", "ACCUSE"]


def test_another_version_of_the_coder_alerts_nobody(site: Site, store: SqliteStore, tmp_path: Path, time: Time) -> None:
    told = config(site, tmp_path)
    site.feed(item("a", "Anders met Bellini."))
    go(store, told, time)
    site.feed(item("b", "Italy accused Portugal.", 9), item("a", "Anders met Bellini."))
    go(store, told, time, version="2")
    assert [line["event"]["event_type"] for line in lines(tmp_path)] == ["CONSULT", "ACCUSE"]


def test_a_page_that_an_item_announces_is_read_asked_again_and_withdrawn(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    told = config(site, tmp_path)
    site.feed(item("a", "", text=None, path="/page"))
    site.pages["/page"] = Answer(body=page(text_of("Anders met Bellini.")), headers={"ETag": '"p1"'})
    (done,) = go(store, told, time)
    assert done.outcomes["added"] == 1
    (head,) = store.documents().rows
    assert (head.publisher, head.published, head.url) == ("Paper 0", DAY, f"{site.url}/page")
    time.sleep(10_000)
    (done,) = go(store, told, time)
    assert done.outcomes["known"] == 1
    assert site.asked[-1][1]["If-None-Match"] == '"p1"'
    site.pages["/page"] = Answer(status=410)
    time.sleep(10_000)
    (done,) = go(store, told, time)
    assert done.withdrawn == 1
    gone = store.withdrawal(head.id)
    assert gone is not None
    assert "answers 410" in gone.reason
    assert store.document(head.id) is not None
    site.pages["/page"] = Answer(body=page(text_of("Anders met Bellini.")))
    time.sleep(10_000)
    (done,) = go(store, told, time)
    assert done.outcomes["restored"] == 1
    assert store.withdrawal(head.id) is None


def test_an_item_is_withdrawn_when_older_ones_stay(site: Site, store: SqliteStore, tmp_path: Path, time: Time) -> None:
    told = config(site, tmp_path)
    old, mid, new = (item(key, "Anders met Bellini.", day) for day, key in enumerate("abc"))
    site.feed(new, mid, old)
    go(store, told, time)
    site.feed(new, old)
    first, second = go(store, told, time, polls=2)
    assert (first.withdrawn, second.withdrawn) == (0, 1), "two polls in a row have to miss it"
    site.feed(new)
    assert [done.withdrawn for done in go(store, told, time, polls=3)] == [0, 0, 0], "the oldest only fell off the end"
    site.feed(new, mid)
    (done,) = go(store, told, time)
    assert len(done.polled[0].listing.restored) == 1


def test_failures_are_spaced_and_retry_after_is_kept(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    told = config(site, tmp_path)
    site.pages["/feed"] = Answer(status=503, headers={"Retry-After": "7000"})
    rounds = go(store, told, time, polls=1)
    began = time.now()
    assert rounds[0].polled[0].due - began == pytest.approx(7000, abs=5)
    site.pages["/feed"] = Answer(status=500)
    dues = []
    for _ in range(3):
        time.sleep(86_400)
        (done,) = go(store, told, time)
        dues.append(round(done.polled[0].due - time.now(), -2))
    assert dues == [3600, 7200, 14400]
    site.feed(item("a", "Anders met Bellini."))
    time.sleep(86_400)
    (done,) = go(store, told, time)
    assert done.alerts == 1
    assert store.feed(told.feeds[0].url).failures == 0


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(body=b"x" * 300_000), "more than the 200,000 bytes"),
        (Answer(body=b"<rss>" + b" " * 5_000, pause=0.3), "seconds|no answer"),
        (Answer(body=b"<html>sorry</html>"), "it is no feed"),
        (Answer(status=404), "answers 404"),
    ],
)
def test_a_feed_that_cannot_be_read_fails_alone(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time, answer: Answer, why: str
) -> None:
    site.pages["/feed"] = answer
    site.feed(item("a", "Anders met Bellini."), path="/other")
    done = go(store, config(site, tmp_path, feeds=("/feed", "/other")), time, polls=2)
    failed = [each for each in done[0].polled if each.error is not None]
    assert len(failed) == 1
    assert re.search(why, str(failed[0].error))
    assert len(lines(tmp_path)) == 1


def test_wrong_dates_and_encodings_are_noted_and_the_item_is_kept(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    dated = Item(id="a", day="the day before yesterday", text=text_of("Anders met Bellini."))
    ahead = Item(id="b", day=dt.date(2199, 1, 1), text=text_of("Italy accused Portugal."))
    accents = Item(id="c", day=DAY, text="Café naïve élan. " + text_of("Costa armed Italy."))
    site.feed(dated, ahead, accents, encoding="windows-1252", declared="utf-8")
    (done,) = go(store, config(site, tmp_path), time)
    assert done.outcomes["added"] == 3
    notes = {head.id: store.document(head.id).notes for head in store.documents().rows}
    assert sum("published left out" in " ".join(note) for note in notes.values()) == 2
    assert all("declared as utf-8, but parsed as windows-1252" in " ".join(note) for note in notes.values())
    assert sum("Café naïve élan" in store.document(key).text for key in notes) == 1


def test_what_is_no_report_is_rejected_once(site: Site, store: SqliteStore, tmp_path: Path, time: Time) -> None:
    told = config(site, tmp_path)
    site.feed(item("a", "", text="Only a few words."), item("b", "", text=None, path="/gone"))
    go(store, told, time, polls=3)
    reasons = sorted(reject.reason for reject in store.rejects())
    assert reasons == ["EmptySource", "FetchFailed"]
    assert store.documents().rows == ()


def test_a_page_that_fails_is_tried_again_and_then_given_up(
    site: Site, store: SqliteStore, tmp_path: Path, time: Time
) -> None:
    told = config(site, tmp_path)
    site.feed(item("a", "", text=None, path="/page"))
    site.pages["/page"] = Answer(status=500)
    (done,) = go(store, told, time)
    assert done.outcomes["later"] == 1
    site.pages["/page"] = Answer(body=page(text_of("Anders met Bellini.")))
    time.sleep(10_000)
    (done,) = go(store, told, time)
    assert done.outcomes["added"] == 1
    assert store.rejects() == ()


def test_one_watch_at_a_time(site: Site, store: SqliteStore, tmp_path: Path, time: Time) -> None:
    site.feed(item("a", "Anders met Bellini."))
    with store.alone(), pytest.raises(StoreError, match="another process watches it"):
        go(store, config(site, tmp_path), time)
