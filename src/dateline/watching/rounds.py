"""The rounds of watching: poll what is due, read, code, fuse, find the news, deliver.

Everything that was begun is in the record before the next step begins, so that a watch that ends in whatever way is
taken up by the next one where it stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

from dateline.pipeline import Pipeline, RunReport, Settings, make_pipeline, run
from dateline.sources.fetch import Fetcher, Politeness
from dateline.store import Store
from dateline.watching.alerting import start_alerts, write_alerts
from dateline.watching.config import Feed, WatchConfig
from dateline.watching.deliver import Delivered, deliver
from dateline.watching.polling import Polled, poll
from dateline.watching.reading import ItemReader, ReadItem
from dateline.watching.timing import Timing

__all__ = ["OnRound", "Round", "watch"]

#: Items read before they are coded and told of.
_ITEMS = 50
#: Longest sleep in seconds, so that a clock that was set is noticed.
_LONGEST_SLEEP = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round did.

    Attributes:
        polled: The feeds that were asked.
        items: What became of the items that were read.
        run: What coding and fusing did; None where nothing waited.
        alerts: Messages that are new.
        delivered: What came of sending.
    """

    polled: tuple[Polled, ...]
    items: tuple[ReadItem, ...]
    run: RunReport | None
    alerts: int
    delivered: tuple[Delivered, ...]

    @property
    def outcomes(self) -> Counter[str]:
        """Numbers of items by what became of them."""
        return Counter(item.outcome for item in self.items)

    @property
    def withdrawn(self) -> int:
        """Reports that were pulled from their feed, or whose page is gone."""
        return sum(len(each.listing.withdrawn) for each in self.polled) + self.outcomes["withdrawn"]


OnRound = Callable[[Round], None]


def watch(
    store: Store,
    config: WatchConfig,
    *,
    settings: Settings | None = None,
    pipeline: Pipeline | None = None,
    politeness: Politeness | None = None,
    timing: Timing | None = None,
    once: bool = False,
    polls: int | None = None,
) -> Iterator[Round]:
    """Watch until the caller stops asking for rounds.

    Args:
        store: The record.
        config: What to watch and what to tell.
        settings: Options of coding.
        pipeline: Stages to use in place of those that ``settings`` name.
        politeness: How to fetch; ``private`` is as each feed says.
        timing: The clocks.
        once: One round: every feed that is not being spared after a failure, whether it is due or not.
        polls: End after so many polls of feeds.

    Raises:
        UsageError: the secret of a webhook is not in the environment.
        StoreError: another process watches this record, or it cannot be written.
        ModelMissing: the language model is not installed.
    """
    config.check_secrets()
    timing = timing or Timing()
    with ExitStack() as held:
        held.enter_context(store.alone())
        fetchers = {
            private: held.enter_context(_fetcher(politeness or Politeness(), timing, private=private))
            for private in {feed.private for feed in config.feeds}
        }
        watcher = _Watcher(store, config, fetchers, timing, settings, pipeline)
        start_alerts(store, config)
        left = polls
        while True:
            feeds = watcher.spared_not() if once else watcher.due()
            done = watcher.round(feeds if left is None else feeds[:left])
            yield done
            left = None if left is None else left - len(done.polled)
            if once or left == 0:
                yield from watcher.rest()
                return
            watcher.wait()


def _fetcher(politeness: Politeness, timing: Timing, *, private: bool) -> Fetcher:
    return Fetcher(replace(politeness, private=private), clock=timing.monotonic, sleep=timing.sleep)


class _Watcher:
    """What the rounds share."""

    def __init__(
        self,
        store: Store,
        config: WatchConfig,
        fetchers: dict[bool, Fetcher],
        timing: Timing,
        settings: Settings | None,
        pipeline: Pipeline | None,
    ) -> None:
        self._store = store
        self._config = config
        self._fetchers = fetchers
        self._timing = timing
        self._settings = settings
        self._pipeline = pipeline
        self._feeds = {feed.url: feed for feed in config.feeds}
        self._reader = ItemReader(store, self._feeds, fetchers, timing)
        self._caught_up = False

    def due(self) -> list[Feed]:
        """Feeds to be asked now, those that wait longest first."""
        now = self._timing.now()
        dues = [(self._due(feed), feed) for feed in self._config.feeds]
        return [feed for due, feed in sorted(dues, key=lambda each: each[0]) if due <= now]

    def spared_not(self) -> list[Feed]:
        """All feeds but those that wait after a failure."""
        due = self.due()
        states = [(feed, self._store.feed(feed.url)) for feed in self._config.feeds]
        return [feed for feed, state in states if feed in due or state is None or not state.failures]

    def round(self, feeds: list[Feed]) -> Round:
        """One round over these feeds; what waits from before is done in any case."""
        polled = tuple(poll(self._store, feed, self._fetchers[feed.private], self._timing) for feed in feeds)
        items = tuple(self._reader.read_due(_ITEMS))
        report = self._code(items)
        alerts = write_alerts(self._store, self._config)
        delivered = deliver(self._store, self._config, self._timing)
        return Round(polled=polled, items=items, run=report, alerts=alerts, delivered=delivered)

    def rest(self) -> Iterator[Round]:
        """Rounds without a poll, until no item waits that is due."""
        while (moment := self._store.next_item(tuple(self._feeds))) is not None and moment <= self._timing.now():
            yield self.round([])

    def wait(self) -> None:
        """Sleep until something is due."""
        while (left := min(self._nexts()) - self._timing.now()) > 0:
            self._timing.sleep(min(left, _LONGEST_SLEEP))

    def _nexts(self) -> Iterator[float]:
        yield from (self._due(feed) for feed in self._config.feeds)
        names = [each.name for each in self._config.deliveries]
        for moment in (self._store.next_item(tuple(self._feeds)), self._store.next_delivery(names)):
            if moment is not None:
                yield moment

    def _due(self, feed: Feed) -> float:
        state = self._store.feed(feed.url)
        return state.due if state is not None else 0.0

    def _code(self, items: tuple[ReadItem, ...]) -> RunReport | None:
        """Code and fuse what is new; in the first round also what an earlier watch left."""
        if not any(item.outcome in ("added", "revised") for item in items):
            held = None if self._caught_up else self._store.overview()
            if held is None or not (held.pending or held.stale):
                self._caught_up = True
                return None
        self._pipeline = self._pipeline or make_pipeline(self._settings)
        report = run(self._store, pipeline=self._pipeline)
        self._caught_up = True
        return report
