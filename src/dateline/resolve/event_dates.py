"""Dates of the event mentions of one document: :class:`EventDates`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.model import Annotations, Because, DatePrecision, Document, EventMention, ImpreciseDate, Modality, When
from dateline.resolve.date_arithmetic import DAY
from dateline.resolve.date_attachment import Candidate, TimesOfDocument
from dateline.resolve.times import anchor_of, resolve_time
from dateline.text.time_expressions import find_times
from dateline.text.timex import TimeMention

#: An expression that costs more than this dates something else.
FARTHEST = 3.5
#: An expression that costs less than this stands with the act itself.
STRONG = 1.0
#: "Hours earlier", "two days later" count from the last date told that is no vaguer than this many days.
PREVIOUS_LENGTH = 31
#: What the coder's choice of an expression is worth.
CODER_BONUS = 0.5
#: What is told as news lies seldom further back than this.
OLD_DAYS = 10
#: How many sentences a date told for one act of long ago holds for the next.
STORY_SENTENCES = 2
#: The day's news may go back to a day the text tells, but not further than this.
STORY_DAYS = 5
#: What it costs a date to lie where the mention cannot be.
#: What it costs a date to lie where the mention cannot be.
_WRONG_SIDE = 4.0
WEEK = 7 * DAY
_NOTHING = When(evidence=None, interval=None)
#: Days before publication that count as the day's news (the annotation guide's rule).
NEWS_DAYS = 2


class EventDates:
    """The dating of one document's mentions; see :class:`dateline.resolve.dates.DateResolver`."""

    def __init__(self, document: Document, annotations: Annotations, mentions: Sequence[EventMention]) -> None:
        self._mentions = mentions
        self._anchor = anchor_of(document)
        times = find_times(document.text)
        self._times = TimesOfDocument(times, annotations)
        self._order = sorted(range(len(mentions)), key=lambda i: mentions[i].trigger.start)
        self._days = [
            (time.evidence.start, found.earliest)
            for time in times
            if (found := resolve_time(time, self._anchor, tense="past").interval) is not None and found.days == 1
        ]
        self._own: dict[int, When] = {}
        self._cost: dict[int, float] = {}

    def all(self) -> tuple[When | None, ...]:
        """Dates by own words first, twice because some count from others; then what follows from those."""
        candidates = [self._times.candidates(mention) for mention in self._mentions]
        for _ in range(2):
            told: ImpreciseDate | None = None
            for i in self._order:
                held = self._own.get(i)
                if held is None or held.interval is None:
                    self._own[i] = held = self._by_words(i, candidates[i], told) or held or _NOTHING
                if held.interval is not None and held.interval.days <= PREVIOUS_LENGTH:
                    told = held.interval
        return tuple(self._when(i) for i in range(len(self._mentions)))

    def _by_words(self, i: int, candidates: list[Candidate], previous: ImpreciseDate | None) -> When | None:
        """The best candidate that gives a date which fits the mention; else the best with the reason why not."""
        mention = self._mentions[i]
        farthest = FARTHEST + (0.0 if mention.modality in {Modality.ASSERTED, Modality.NEGATED} else 2.0)
        best: tuple[float, When] | None = None
        open_end: When | None = None
        for candidate in candidates:
            event = self._event_counted_from(i, candidate.time)
            resolved = resolve_time(candidate.time, self._anchor, tense=candidate.tense, previous=previous, event=event)
            because = Because(step="resolve.when", reason=resolved.reason, rule="own words")
            when = When(evidence=candidate.time.evidence, interval=resolved.interval, because=(because,))
            if resolved.interval is None:
                open_end = open_end or (when if candidate.cost <= farthest else None)
                continue
            cost = candidate.cost + self._misfit(mention, resolved.interval)
            if _attached(mention, candidate.time):
                cost -= CODER_BONUS
            if cost <= farthest and (best is None or cost < best[0]):
                best = cost, when
        if best is None:
            return open_end
        self._cost[i] = best[0]
        return best[1]

    def _fits(self, mention: EventMention, date: ImpreciseDate | None) -> bool:
        return date is not None and self._misfit(mention, date) < _WRONG_SIDE

    def _misfit(self, mention: EventMention, date: ImpreciseDate) -> float:
        """What speaks against a date: what is told as happened does not lie ahead, and news is seldom old."""
        if self._anchor is None:
            return 0.0
        if mention.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}:
            if date.latest < self._anchor - WEEK:
                return _WRONG_SIDE
            return 1.0 if date.latest <= self._anchor else 0.0
        if date.earliest > self._anchor + DAY:
            return _WRONG_SIDE
        old = date.latest < self._anchor - OLD_DAYS * DAY
        if mention.modality is Modality.HISTORICAL:
            return 0.0 if old else 1.0
        return 1.0 if old else 0.0

    def _event_counted_from(self, i: int, time: TimeMention) -> ImpreciseDate | None:
        """The interval of the next mention told behind "a day after", in the same sentence."""
        later = (
            k
            for k in self._order
            if k != i
            and self._mentions[k].sentence == self._mentions[i].sentence
            and self._mentions[k].trigger.start >= time.evidence.end
        )
        when = self._own.get(next(later, -1))
        return when.interval if when is not None else None

    def _when(self, i: int) -> When | None:
        held = self._own.get(i)
        if held is None or held.interval is None:
            left_open = held if held is not None and held.evidence is not None else None
            return self._same_happening(i) or self._same_story(i) or self._news(i) or left_open
        return held if self._cost[i] < STRONG else self._same_happening(i, STRONG) or held

    def _same_happening(self, i: int, below: float = FARTHEST + 2.0) -> When | None:
        """The date of the nearest mention with the same event key whose own words fit better than ``below``."""
        mention = self._mentions[i]
        near = sorted(
            (
                k
                for k in self._dated()
                if k != i
                and self._mentions[k].event_key == mention.event_key
                and self._cost[k] < below
                and self._fits(mention, self._own[k].interval)
            ),
            key=lambda k: (abs(self._mentions[k].sentence - mention.sentence), k),
        )
        reason = "another mention of the same happening is dated"
        return self._carried(near[0], reason, "same happening") if near else None

    def _same_story(self, i: int) -> When | None:
        """What is told of long ago without a date happened at the time told just before."""
        mention = self._mentions[i]
        if mention.modality is not Modality.HISTORICAL:
            return None
        before = [
            k
            for k in self._dated()
            if self._mentions[k].modality is Modality.HISTORICAL
            and 0 <= mention.sentence - self._mentions[k].sentence <= STORY_SENTENCES
        ]
        near = max(before, key=lambda k: (self._mentions[k].sentence, k), default=None)
        if near is None:
            return None
        return self._carried(near, "told in one stretch with what is dated", "same story")

    def _dated(self) -> list[int]:
        return [k for k, when in self._own.items() if when.interval is not None]

    def _carried(self, k: int, reason: str, rule: str) -> When:
        words = self._own[k].evidence
        said = f"{reason} “{words.text if words is not None else ''}”"
        because = Because(step="resolve.when", reason=said, rule=rule)
        return When(evidence=None, interval=self._own[k].interval, because=(because,))

    def _news(self, i: int) -> When | None:
        """The day's news: what is asserted without a date in a dated report."""
        if self._anchor is None or self._mentions[i].modality not in {Modality.ASSERTED, Modality.NEGATED}:
            return None
        first = self._anchor - NEWS_DAYS * DAY
        told = self._told_before(self._mentions[i].trigger.start)
        interval = ImpreciseDate(earliest=min([first, *told]), latest=self._anchor, precision=DatePrecision.DAYS)
        reason = f"no words date it; told as news in a report of {self._anchor.isoformat()}"
        if told and min(told) < first:
            reason += f" whose story begins on {min(told).isoformat()}"
        because = Because(step="resolve.when", reason=reason, rule="news")
        return When(evidence=None, interval=interval, because=(because,))

    def _told_before(self, position: int) -> list[dt.date]:
        """The single days shortly before the report that its text tells in front of ``position``."""
        if self._anchor is None:
            return []
        earliest = self._anchor - STORY_DAYS * DAY
        return [day for start, day in self._days if start < position and earliest <= day <= self._anchor]


def _attached(mention: EventMention, time: TimeMention) -> bool:
    """Whether the coder named these words as the mention's date."""
    words = mention.when.evidence if mention.when is not None else None
    return words is not None and words.span.overlaps(time.evidence)
