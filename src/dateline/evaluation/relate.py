"""Score ``dateline relate`` on annotated dyads: ``dateline eval relate GOLD...``.

Every dyad counts once. Where several types hold between its parties, each is right; the type that counts as wanted is
then the one answered or, if that is wrong, the first told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.coding.relate import Request
from dateline.evaluation.dyads import Dyad
from dateline.evaluation.events import Tally
from dateline.pipeline.relating import relate

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A dyad, the type answered and how certain."""

    dyad: Dyad
    event_type: str
    certainty: float

    @property
    def right(self) -> bool:
        """Whether the answered type is one that holds."""
        return self.event_type in self.dyad.types

    @property
    def wanted(self) -> str:
        """The type that counts as gold."""
        return self.event_type if self.right else self.dyad.types[0]


@dataclass(slots=True)
class RelateReport:
    """All figures of one evaluation."""

    answers: list[Answer]
    by_type: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for each in self.answers:
            self.by_type[each.wanted].add(int(each.right), 1, 0)
            self.by_type[each.event_type].add(0, 0, 1)
            self.confusion[each.wanted, each.event_type] += 1

    @property
    def accuracy(self) -> float:
        """Share of dyads whose type is right."""
        return sum(each.right for each in self.answers) / len(self.answers) if self.answers else 0.0

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the types that some dyad has."""
        held = [tally.f1 for tally in self.by_type.values() if tally.gold]
        return sum(held) / len(held) if held else 0.0

    def to_json(self) -> dict[str, Any]:
        """Stable keys for ``-f json``."""
        by_source = {
            source: RelateReport([each for each in self.answers if each.dyad.source == source])
            for source in sorted({each.dyad.source for each in self.answers})
        }
        return {
            "macro_f1": round(self.macro_f1, 3),
            "accuracy": round(self.accuracy, 3),
            "dyads": len(self.answers),
            "by_type": {name: self.by_type[name].to_json() for name in sorted(self.by_type)},
            "by_source": {
                name: {
                    "macro_f1": round(each.macro_f1, 3),
                    "accuracy": round(each.accuracy, 3),
                    "dyads": len(each.answers),
                }
                for name, each in by_source.items()
            },
            "confusion": [
                {"gold": gold, "system": told, "n": n}
                for (gold, told), n in sorted(self.confusion.items(), key=lambda item: (-item[1], item[0]))
                if gold != told
            ],
            "reliability": reliability(self.answers),
        }


def answer(dyads: Sequence[Dyad]) -> list[Answer]:
    """Ask about each dyad."""
    requests = [Request(id=dyad.id, text=dyad.text, actor=dyad.actor, recipient=dyad.recipient) for dyad in dyads]
    found = relate(requests)
    return [
        Answer(dyad=dyad, event_type=each.event_type, certainty=each.certainty)
        for dyad, each in zip(dyads, found, strict=True)
    ]


def reliability(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """Ten bins of certainty, each with the share of answers that are right; empty bins are left out."""
    bins: dict[int, list[Answer]] = defaultdict(list)
    for each in answers:
        bins[min(int(each.certainty * BINS), BINS - 1)].append(each)
    return [
        {
            "low": number / BINS,
            "high": (number + 1) / BINS,
            "n": len(held),
            "certainty": round(sum(each.certainty for each in held) / len(held), 3),
            "right": round(sum(each.right for each in held) / len(held), 3),
        }
        for number, held in sorted(bins.items())
    ]


def table(report: RelateReport) -> str:
    """The figures as text: both main ones, a line a type, the reliability of certainties."""
    lines = [f"macro F1 {report.macro_f1:.3f}   accuracy {report.accuracy:.3f}   dyads {len(report.answers)}"]
    lines += [
        f"  {name:10} P {tally.p:.3f}  R {tally.r:.3f}  F1 {tally.f1:.3f}   gold {tally.gold:4} system {tally.coded:4}"
        for name, tally in sorted(report.by_type.items())
    ]
    lines.append("certainty   n     mean   right")
    lines += [
        f"{each['low']:.1f}–{each['high']:.1f}  {each['n']:4}   {each['certainty']:.3f}   {each['right']:.3f}"
        for each in reliability(report.answers)
    ]
    return "\n".join(lines)


def confusion_table(report: RelateReport) -> str:
    """Gold types down, answered types across, in the order of the alphabet."""
    names = sorted(report.by_type)
    lines = [" " * 10 + "".join(f"{name[:4]:>6}" for name in names)]
    lines += [f"{gold:10}" + "".join(f"{report.confusion[gold, told] or '·':>6}" for told in names) for gold in names]
    return "\n".join(lines)


def examples(report: RelateReport, *, limit: int) -> str:
    """Up to ``limit`` wrong answers of each gold type, the surest first, parties in brackets."""
    kept: dict[str, list[Answer]] = defaultdict(list)
    for each in sorted(report.answers, key=lambda each: -each.certainty):
        if not each.right and len(kept[each.wanted]) < limit:
            kept[each.wanted].append(each)
    return "\n".join(_example(each) for kind in sorted(kept) for each in kept[kind])


def _example(held: Answer) -> str:
    text = held.dyad.text
    sides = [(place, name) for place, name in ((held.dyad.actor, "A"), (held.dyad.recipient, "R")) if place]
    for (start, end), name in sorted(sides, reverse=True):
        text = f"{text[:start]}[{name}:{text[start:end]}]{text[end:]}"
    wanted = "/".join(held.dyad.types)
    return f"{wanted} coded as {held.event_type} {held.certainty:.2f} · {held.dyad.id}: {' '.join(text.split())}"
