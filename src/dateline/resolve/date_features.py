"""Features: what speaks for an interval as the date of an act, as names that hold or do not hold."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import ImpreciseDate
from dateline.resolve.date_acts import Act
from dateline.resolve.date_attachment import Candidate

_COSTS = (0.3, 0.6, 1.0, 1.6, 2.5, 3.5, 5.0, 8.0)
_ROUGH = (1.0, 2.5, 5.0)
_GAPS = (1, 2, 4, 8)
_POSITIONS = (0, 2, 5, 10)
_LENGTHS = ((1, "day"), (10, "days"), (45, "month"), (370, "year"))
_AGES = ((3, "now"), (10, "week"), (45, "month"), (400, "year"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds for all choices of one mention.

    Attributes:
        act: The act.
        anchor: Day of the report, or None.
        words: How many expressions of the sentence give an interval.
        near: Size and age of the expression that fits best in the sentence, or "".
        rule: What the rules did: "own words", "same happening", "same story", "news" or "none".
    """

    act: Act
    anchor: dt.date | None
    words: int
    near: str
    rule: str

    @property
    def modality(self) -> str:
        """Of the mention."""
        return str(self.act.mention.modality)

    def common(self, tag: str) -> list[str]:
        """Features of a choice that no words give."""
        form = self.act.form
        return [
            tag,
            f"{tag} {self.modality}",
            f"{tag} {form}",
            f"{tag} words {min(self.words, 2)}",
            f"{tag} {self.modality} {form}",
            f"{tag} {self.modality} words {min(self.words, 2)}",
            f"{tag} near {self.near}",
            f"{tag} {form} near {self.near}",
            f"{tag} sentence {step(self.act.mention.sentence, _POSITIONS)}",
            f"{tag} rule {self.rule}",
        ]

    def dated(self, tag: str, interval: ImpreciseDate, misfit: float) -> list[str]:
        """Features of a choice that words of the text give."""
        when = size_and_age(interval, self.anchor)
        return [
            tag,
            f"{tag} {when}",
            f"{tag} {self.modality} {when}",
            f"{tag} {self.act.form}",
            f"{tag} misfit {misfit:.0f}",
        ]


def of_words(setting: Setting, candidate: Candidate, interval: ImpreciseDate, misfit: float, rank: int) -> list[str]:
    """Features of an expression in the mention's own sentence."""
    before = candidate.time.evidence.start < setting.act.mention.trigger.start
    only = min(setting.words, 2)
    return [
        *setting.dated("w", interval, misfit),
        f"w of {only} cost {rough(candidate.cost)}",
        f"w of {only} {size_and_age(interval, setting.anchor)}",
        f"w cost {step(candidate.cost, _COSTS)}",
        f"w rank {min(rank, 2)}",
        f"w {type(candidate.time.expression).__name__}",
        "w before" if before else "w behind",
        f"w {setting.act.form} cost {rough(candidate.cost)}",
    ]


def of_other(setting: Setting, other: Act, interval: ImpreciseDate, misfit: float, cost: float) -> list[str]:
    """Features of the date that the words of another mention give."""
    act = setting.act
    far = gap(other.mention.sentence - act.mention.sentence)
    relation = act.relation(other)
    names = [
        *setting.dated("h", interval, misfit),
        f"h gap {far}",
        f"h {relation}",
        f"h {relation} {far}",
        f"h {act.form} {relation}",
        f"h cost {rough(cost)}",
        f"h {setting.modality} from {other.mention.modality}",
        f"h words {min(setting.words, 2)}",
    ]
    same_type = act.mention.event_type == other.mention.event_type
    if act.head is not None and other.head is not None and act.head.lemma == other.head.lemma:
        names += ["h lemma", *(["h lemma type"] if same_type else [])]
    if same_type and act.form == "noun" and relation != "key":
        names.append(f"h noun told {'before' if other.mention.sentence <= act.mention.sentence else 'behind'}")
    return names


def of_told(setting: Setting, interval: ImpreciseDate, misfit: float, back: int, *, leads: bool) -> list[str]:
    """Features of an expression in one of the sentences around; ``back`` counts sentences, negative behind."""
    return [
        *setting.dated("t", interval, misfit),
        f"t back {back}",
        f"t back {back} {setting.modality}",
        f"t leads {leads}",
        f"t words {min(setting.words, 2)}",
    ]


def size_and_age(interval: ImpreciseDate, anchor: dt.date | None) -> str:
    """How long an interval is and how far back it lies, in few words."""
    size = next((name for most, name in _LENGTHS if interval.days <= most), "long")
    if anchor is None:
        return f"{size} undated"
    if interval.earliest > anchor:
        return f"{size} future"
    back = (anchor - interval.latest).days
    return f"{size} {next((name for most, name in _AGES if back <= most), 'old')}"


def step(value: float, steps: Sequence[float]) -> int:
    """How many of the steps lie below a value."""
    return bisect_left(steps, value)


def rough(cost: float) -> int:
    """A cost in four steps."""
    return step(cost, _ROUGH)


def gap(sentences: int) -> str:
    """How far another sentence stands before or behind, in few words."""
    if sentences == 0:
        return "same"
    return f"{'after' if sentences > 0 else 'before'} {step(abs(sentences), _GAPS)}"
