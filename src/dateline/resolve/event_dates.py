"""Dates of the event mentions of one document by rules alone: :class:`RuledDates`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.model import Annotations, Because, DatePrecision, Document, EventMention, ImpreciseDate, Modality, When
from dateline.resolve.date_arithmetic import DAY
from dateline.resolve.date_attachment import Candidate, TimesOfDocument
from dateline.resolve.times import anchor_of, resolve_time, times_of
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
_WRONG_SIDE = 4.0
WEEK = 7 * DAY
_NOTHING = When(evidence=None, interval=None)
#: Days before publication that count as the day's news (the annotation guide's rule).
NEWS_DAYS = 2


class RuledDates:
    """The dates that rules give one document's mentions.

    Attributes:
        mentions: The mentions.
        anchor: Day of the report, or None.
        times: The time expressions of the document.
        own: For each mention by number, the date that its own words give; without interval where none do.
        cost: How badly those words fit, for the mentions that have a date by them.
        told: What the text told last before each mention.
    """

    def __init__(self, document: Document, annotations: Annotations, mentions: Sequence[EventMention]) -> None:
        self.mentions = mentions
        self.anchor = anchor_of(document)
        times = times_of(document.text)
        self.times = TimesOfDocument(times, annotations)
        self.own: dict[int, When] = {}
        self.cost: dict[int, float] = {}
        self.told: dict[int, ImpreciseDate | None] = {}
        self._order = sorted(range(len(mentions)), key=lambda i: mentions[i].trigger.start)
        self._days = [
            (time.evidence.start, found.earliest)
            for time in times
            if (found := resolve_time(time, self.anchor, tense="past").interval) is not None and found.days == 1
        ]
        self._candidates = [self.times.candidates(mention) for mention in mentions]
        self._date_by_words()

    def candidates(self, i: int) -> list[Candidate]:
        """The expressions that may date a mention, best first."""
        return self._candidates[i]

    def when(self, i: int) -> When | None:
        """The date of a mention by the rules."""
        held = self.own.get(i)
        if held is None or held.interval is None:
            left_open = held if held is not None and held.evidence is not None else None
            return self._same_happening(i) or self._same_story(i) or self._news(i) or left_open
        return held if self.cost[i] < STRONG else self._same_happening(i, STRONG) or held

    def _date_by_words(self) -> None:
        """Dates by own words, twice because some count from others."""
        for _ in range(2):
            told: ImpreciseDate | None = None
            for i in self._order:
                held, self.told[i] = self.own.get(i), told
                if held is None or held.interval is None:
                    self.own[i] = held = self._by_words(i, self._candidates[i], told) or held or _NOTHING
                if held.interval is not None and held.interval.days <= PREVIOUS_LENGTH:
                    told = held.interval

    def _by_words(self, i: int, candidates: list[Candidate], previous: ImpreciseDate | None) -> When | None:
        """The best candidate that gives a date which fits the mention; else the best with the reason why not."""
        mention = self.mentions[i]
        farthest = FARTHEST + (0.0 if mention.modality in {Modality.ASSERTED, Modality.NEGATED} else 2.0)
        best: tuple[float, When] | None = None
        open_end: When | None = None
        for candidate in candidates:
            event = self.event_counted_from(i, candidate.time)
            resolved = resolve_time(candidate.time, self.anchor, tense=candidate.tense, previous=previous, event=event)
            because = Because(step="resolve.when", reason=resolved.reason, rule="own words")
            when = When(evidence=candidate.time.evidence, interval=resolved.interval, because=(because,))
            if resolved.interval is None:
                open_end = open_end or (when if candidate.cost <= farthest else None)
                continue
            cost = candidate.cost + self.misfit(mention, resolved.interval)
            if attached(mention, candidate.time):
                cost -= CODER_BONUS
            if cost <= farthest and (best is None or cost < best[0]):
                best = cost, when
        if best is None:
            return open_end
        self.cost[i] = best[0]
        return best[1]

    def _fits(self, mention: EventMention, date: ImpreciseDate | None) -> bool:
        return date is not None and self.misfit(mention, date) < _WRONG_SIDE

    def misfit(self, mention: EventMention, date: ImpreciseDate) -> float:
        """What speaks against a date: what is told as happened does not lie ahead, and news is seldom old."""
        if self.anchor is None:
            return 0.0
        if mention.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}:
            if date.latest < self.anchor - WEEK:
                return _WRONG_SIDE
            return 1.0 if date.latest <= self.anchor else 0.0
        if date.earliest > self.anchor + (DAY if date.days == 1 else 0 * DAY):  # tomorrow may be today elsewhere
            return _WRONG_SIDE
        old = date.latest < self.anchor - OLD_DAYS * DAY
        if mention.modality is Modality.HISTORICAL:
            return 0.0 if old else 1.0
        return 1.0 if old else 0.0

    def event_counted_from(self, i: int, time: TimeMention) -> ImpreciseDate | None:
        """The interval of the next mention told behind "a day after", in the same sentence."""
        k = self.next_behind(time, other_than=i)
        if k is None or self.mentions[k].sentence != self.mentions[i].sentence or k not in self.own:
            return None
        return self.own[k].interval

    def next_behind(self, time: TimeMention, *, other_than: int = -1) -> int | None:
        """The next mention told behind an expression, by number."""
        behind = (k for k in self._order if k != other_than and self.mentions[k].trigger.start >= time.evidence.end)
        return next(behind, None)

    def dated_before(self, i: int, time: TimeMention) -> ImpreciseDate | None:
        """By its own words, the date of the last mention of ``i``'s sentence that stands before an expression."""
        for k in reversed(self._order):
            mention = self.mentions[k]
            if mention.sentence == self.mentions[i].sentence and mention.trigger.end <= time.evidence.start:
                return self.own[k].interval
        return None

    def _same_happening(self, i: int, below: float = FARTHEST + 2.0) -> When | None:
        """The date of the nearest mention with the same event key whose own words fit better than ``below``."""
        mention = self.mentions[i]
        near = sorted(
            (
                k
                for k in self._dated()
                if k != i
                and self.mentions[k].event_key == mention.event_key
                and self.cost[k] < below
                and self._fits(mention, self.own[k].interval)
            ),
            key=lambda k: (abs(self.mentions[k].sentence - mention.sentence), k),
        )
        reason = "another mention of the same happening is dated"
        return self._carried(near[0], reason, "same happening") if near else None

    def _same_story(self, i: int) -> When | None:
        """What is told of long ago without a date happened at the time told just before."""
        mention = self.mentions[i]
        if mention.modality is not Modality.HISTORICAL:
            return None
        before = [
            k
            for k in self._dated()
            if self.mentions[k].modality is Modality.HISTORICAL
            and 0 <= mention.sentence - self.mentions[k].sentence <= STORY_SENTENCES
        ]
        near = max(before, key=lambda k: (self.mentions[k].sentence, k), default=None)
        if near is None:
            return None
        return self._carried(near, "told in one stretch with what is dated", "same story")

    def _dated(self) -> list[int]:
        return [k for k, when in self.own.items() if when.interval is not None]

    def _carried(self, k: int, reason: str, rule: str) -> When:
        words = self.own[k].evidence
        said = f"{reason} “{words.text if words is not None else ''}”"
        because = Because(step="resolve.when", reason=said, rule=rule)
        return When(evidence=None, interval=self.own[k].interval, because=(because,))

    def _news(self, i: int) -> When | None:
        """The day's news: what is asserted without a date in a dated report."""
        if self.anchor is None or self.mentions[i].modality not in {Modality.ASSERTED, Modality.NEGATED}:
            return None
        first = self.anchor - NEWS_DAYS * DAY
        told = self._told_before(self.mentions[i].trigger.start)
        interval = ImpreciseDate(earliest=min([first, *told]), latest=self.anchor, precision=DatePrecision.DAYS)
        reason = f"no words date it; told as news in a report of {self.anchor.isoformat()}"
        if told and min(told) < first:
            reason += f" whose story begins on {min(told).isoformat()}"
        because = Because(step="resolve.when", reason=reason, rule="news")
        return When(evidence=None, interval=interval, because=(because,))

    def _told_before(self, position: int) -> list[dt.date]:
        """The single days shortly before the report that its text tells in front of ``position``."""
        if self.anchor is None:
            return []
        earliest = self.anchor - STORY_DAYS * DAY
        return [day for start, day in self._days if start < position and earliest <= day <= self.anchor]


def attached(mention: EventMention, time: TimeMention) -> bool:
    """Whether the coder named these words as the mention's date."""
    words = mention.when.evidence if mention.when is not None else None
    return words is not None and words.span.overlaps(time.evidence)
