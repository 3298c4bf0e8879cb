"""The intervals that may date a mention, each with the words or the reason it comes from: :class:`DateChoices`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model import Annotations, Because, DatePrecision, Evidence, ImpreciseDate, Modality, When
from dateline.resolve import date_features as features
from dateline.resolve.date_acts import act_of, neighbours
from dateline.resolve.date_arithmetic import DAY
from dateline.resolve.date_attachment import Candidate
from dateline.resolve.date_chains import counted_to, in_year_told
from dateline.resolve.event_dates import NEWS_DAYS, RuledDates, attached
from dateline.resolve.times import resolve_time
from dateline.text.timex import TimeMention

#: How many sentences before and behind a mention the expressions are looked at, and how many of each sentence.
BEFORE, BEHIND, OF_EACH = 3, 1, 3
#: "In recent weeks" without words: what has been done repeatedly, or has been going on.
WEEKS = 27
#: What is planned without a date is mostly near.
SOON = 4
#: A time this near the beginning of its sentence leads it.
LEADS = 12
#: What lies ahead.
PLANS = frozenset({Modality.FUTURE, Modality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to when a mention happened.

    Attributes:
        when: The answer; its interval is None where the date is left open.
        names: The features that hold for it.
    """

    when: When
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    candidate: Candidate
    interval: ImpreciseDate
    reason: str


@dataclass(frozen=True, slots=True)
class _Told:
    time: TimeMention
    interval: ImpreciseDate
    sentence: int
    leads: bool


class DateChoices:
    """The choices for the mentions of one document."""

    def __init__(self, ruled: RuledDates, annotations: Annotations) -> None:
        self._ruled = ruled
        self._anchor = ruled.anchor
        self._starts = [sentence.start for sentence in annotations.sentences]
        self._acts = [act_of(each, ruled.times.head(each.trigger), annotations.tokens) for each in ruled.mentions]
        self._told = list(self._resolved_times())

    def of(self, i: int) -> list[Choice]:
        """All choices of a mention; the last one leaves the date open."""
        chained = list(self._of_chains(i))
        ruled = chained[0].when if chained else self._ruled.when(i)
        chosen = ruled.interval if ruled is not None else None
        rule = ruled.because[0].rule if ruled is not None and chosen is not None else "none"
        own = list(self._own_words(i))
        near = features.size_and_age(own[0].interval, self._anchor) if own else ""
        setting = features.Setting(act=self._acts[i], anchor=self._anchor, words=len(own), near=near, rule=rule)
        found = [
            *(self._of_words(setting, i, rank, word) for rank, word in enumerate(own)),
            *chained,
            *self._of_years(setting, i),
            *self._of_others(setting, i),
            *self._of_told(setting, i),
            *self._of_report(setting),
        ]
        if ruled is not None and chosen is not None and all(each.when.interval != chosen for each in found):
            found.append(Choice(when=ruled, names=()))
        by_rule = ("rule", f"rule {rule}", f"rule {rule} {setting.modality}")
        found = [
            replace(each, names=(*each.names, *by_rule)) if each.when.interval == chosen else each for each in found
        ]
        unresolved = ruled if ruled is not None and chosen is None else When(evidence=None, interval=None)
        return [*found, Choice(when=unresolved, names=tuple(setting.common("open")))]

    def _own_words(self, i: int) -> Iterator[_Word]:
        for candidate in self._ruled.candidates(i):
            event, told = self._ruled.event_counted_from(i, candidate.time), self._ruled.told[i]
            found = resolve_time(candidate.time, self._anchor, tense=candidate.tense, previous=told, event=event)
            if found.interval is not None:
                yield _Word(candidate, found.interval, found.reason)

    def _of_words(self, setting: features.Setting, i: int, rank: int, word: _Word) -> Choice:
        mention, candidate = self._ruled.mentions[i], word.candidate
        misfit = self._ruled.misfit(mention, word.interval)
        names = features.of_words(setting, candidate, word.interval, misfit, rank)
        if attached(mention, candidate.time):
            names.append("w coder")
        return _choice(word.interval, word.reason, "own words", names, candidate.time.evidence)

    def _of_chains(self, i: int) -> Iterator[Choice]:
        """What follows from "days after", seen from the other end: for rules that is certain."""
        for chained in counted_to(self._ruled, i):
            yield _choice(chained.interval, chained.reason, "counted to", ["c", f"c {chained.sure}"], chained.words)

    def _of_years(self, setting: features.Setting, i: int) -> Iterator[Choice]:
        """Months and days read in a year told before."""
        for candidate in self._ruled.candidates(i):
            year = in_year_told(candidate.time, self._anchor, [(each.time, each.interval) for each in self._told])
            if year is not None:
                names = [*setting.dated("y", year.interval, 0.0), f"y cost {features.rough(candidate.cost)}"]
                yield _choice(year.interval, year.reason, "year told", names, candidate.time.evidence)

    def _of_others(self, setting: features.Setting, i: int) -> Iterator[Choice]:
        """Dates that other mentions have by their own words."""
        mention = self._ruled.mentions[i]
        for k in neighbours(self._acts, i):
            when = self._ruled.own[k]
            if when.interval is None:
                continue
            misfit = self._ruled.misfit(mention, when.interval)
            names = features.of_other(setting, self._acts[k], when.interval, misfit, self._ruled.cost[k])
            words = when.evidence.text if when.evidence is not None else ""
            reason = f"“{self._ruled.mentions[k].trigger.text}”, told in the same report, is dated “{words}”"
            key = self._ruled.mentions[k].event_key == mention.event_key
            yield _choice(when.interval, reason, "same happening" if key else "told together", names)

    def _of_told(self, setting: features.Setting, i: int) -> Iterator[Choice]:
        """Times of the sentences around, and for plans the times ahead that the report tells anywhere."""
        mention, seen = self._ruled.mentions[i], dict[int, int]()
        for told in self._told:
            back = mention.sentence - told.sentence
            seen[back] = seen.get(back, 0) + 1
            misfit = self._ruled.misfit(mention, told.interval)
            reason = f"the report tells “{told.time.evidence.text}” close by"
            if back and -BEHIND <= back <= BEFORE and seen[back] <= OF_EACH:
                names = features.of_told(setting, told.interval, misfit, back, leads=told.leads)
                yield _choice(told.interval, reason, "told before" if back > 0 else "told behind", names)
            ahead = self._anchor is not None and told.interval.latest > self._anchor
            if back and ahead and (mention.modality in PLANS or setting.act.form == "will"):
                names = setting.dated("u", told.interval, misfit)
                yield _choice(
                    told.interval, f"the report tells “{told.time.evidence.text}” of its plans", "plans", names
                )

    def _of_report(self, setting: features.Setting) -> Iterator[Choice]:
        """Stretches up to or from the report's day."""
        modality = setting.act.mention.modality
        if self._anchor is None or modality is Modality.HISTORICAL:
            return
        day = self._anchor.isoformat()
        stretches = [
            ("n", NEWS_DAYS, 0, "news", f"no words date it; told as news in a report of {day}"),
            ("m", WEEKS, 0, "recent weeks", f"no words date it; told as done or going on before {day}"),
        ]
        if modality in PLANS:
            stretches.append(("f", 0, SOON, "soon", f"no words date it; told as planned in a report of {day}"))
        for tag, back, ahead, rule, reason in stretches:
            first, last = self._anchor - back * DAY, self._anchor + ahead * DAY
            found = ImpreciseDate(earliest=first, latest=last, precision=DatePrecision.DAYS)
            yield _choice(found, reason, rule, setting.common(tag))

    def _resolved_times(self) -> Iterator[_Told]:
        for time in self._ruled.times.all:
            found = resolve_time(time, self._anchor, tense=None if self._anchor is None else "past").interval
            if found is not None:
                sentence = max(0, bisect_right(self._starts, time.evidence.start) - 1)
                leads = time.evidence.start - self._starts[sentence] < LEADS
                yield _Told(time, found, sentence, leads)


def _choice(found: ImpreciseDate, reason: str, rule: str, names: list[str], words: Evidence | None = None) -> Choice:
    because = Because(step="resolve.when", reason=reason, rule=rule)
    return Choice(when=When(evidence=words, interval=found, because=(because,)), names=tuple(names))
