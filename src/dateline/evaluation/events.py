"""Score coded passages against annotated ones: ``dateline eval events GOLD``.

Figures: ``detect``, ``typed``, ``triple``, ``actor``, ``arms``, ``arms+item`` and ``claims`` as precision,
recall and F1; ``mode``, ``modality``, ``date``, ``place`` and ``events_found`` as accuracy on typed matches.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.evaluation import agreement
from dateline.evaluation.agreement import Row

MENTION_FIGURES: Mapping[str, agreement.Fits] = {
    "detect": agreement.detect,
    "typed": agreement.typed,
    "triple": agreement.triple,
    "actor": agreement.actor,
}
#: A type counts in the macro average from this many gold mentions on.
MACRO_MIN_GOLD = 5


@dataclass(slots=True)
class Tally:
    """Hits among gold and coded rows."""

    hit: int = 0
    gold: int = 0
    coded: int = 0

    def add(self, hit: int, gold: int, coded: int) -> None:
        self.hit += hit
        self.gold += gold
        self.coded += coded

    @property
    def p(self) -> float:
        """Precision."""
        return self.hit / self.coded if self.coded else 0.0

    @property
    def r(self) -> float:
        """Recall."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0

    def to_json(self) -> dict[str, Any]:
        """Rounded figures with the counts behind them."""
        return {
            "p": round(self.p, 3),
            "r": round(self.r, 3),
            "f1": round(self.f1, 3),
            "gold": self.gold,
            "system": self.coded,
        }


@dataclass(slots=True)
class Share:
    """Right ones among those that could be right or wrong."""

    right: int = 0
    of: int = 0

    def add(self, right: bool | int, of: int = 1) -> None:
        self.right += right
        self.of += of

    @property
    def value(self) -> float | None:
        """The share, rounded; None for a share of nothing."""
        return round(self.right / self.of, 3) if self.of else None

    def to_json(self) -> dict[str, Any]:
        """The share with its count."""
        return {"value": self.value, "n": self.of}

    def __str__(self) -> str:
        return f"{self.value} (n={self.of})"


@dataclass(slots=True)
class EventsReport:
    """All figures of one evaluation; grows passage by passage."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_type: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    accuracy: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    confusion: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    passages: int = 0
    missing: int = 0

    @property
    def macro_f1(self) -> float:
        """Mean F1 over types with enough gold mentions."""
        held = [round(tally.f1, 3) for tally in self.by_type.values() if tally.gold >= MACRO_MIN_GOLD]
        return sum(held) / len(held) if held else 0.0

    def to_json(self) -> dict[str, Any]:
        """Stable keys for ``-f json``."""
        return {
            **{name: tally.to_json() for name, tally in self.tallies.items()},
            "typed_macro_f1": round(self.macro_f1, 3),
            "accuracy": {name: share.to_json() for name, share in self.accuracy.items()},
            "by_type": {name: self.by_type[name].to_json() for name in sorted(self.by_type)},
            "confusion": [
                {"gold": gold, "system": coded, "n": n}
                for (gold, coded), n in sorted(self.confusion.items(), key=lambda item: (-item[1], item[0]))
            ],
            "passages": self.passages,
            "missing": self.missing,
        }


def score_events(gold_rows: Iterable[Row], coded_rows: Iterable[Row]) -> EventsReport:
    """Score coded rows (contract form, ``id`` = passage) against gold passages.

    A gold passage without a coded row, or with an ``error``, counts with nothing found.
    """
    coded_by_id = {row["id"]: row for row in coded_rows}
    report = EventsReport()
    for gold_row in gold_rows:
        coded = coded_by_id.get(gold_row["passage"])
        report.passages += 1
        report.missing += coded is None
        _score_passage(gold_row, coded or {}, report)
    return report


def _score_passage(gold_row: Row, coded: Row, report: EventsReport) -> None:
    gold = gold_row.get("mentions", [])
    mentions = [
        mention | {"sentence": sentence_of(gold_row, mention["trigger"]["start"])}
        for mention in coded.get("mentions", [])
    ]
    for name, fits in MENTION_FIGURES.items():
        report.tallies[name].add(len(agreement.pairs(gold, mentions, fits)), len(gold), len(mentions))
    _score_fields(gold, mentions, report)
    _score_types(gold, mentions, report)
    for name, key, fits in (
        ("arms", "arms", agreement.arms),
        ("arms+item", "arms", agreement.arms_item),
        ("claims", "claims", agreement.claims),
    ):
        gold_rows = gold_row.get(key, [])
        offered = [row | {"sentence": sentence_of(gold_row, row["start"])} for row in coded.get(key, [])]
        report.tallies[name].add(len(agreement.pairs(gold_rows, offered, fits)), len(gold_rows), len(offered))


def _score_fields(gold: list[Row], mentions: list[Row], report: EventsReport) -> None:
    """Accuracy of fields on typed matches; whole triples are matched first."""
    matched = agreement.pairs(gold, mentions, agreement.triple)
    taken = {id(row) for pair in matched for row in pair}
    matched += agreement.pairs(
        [row for row in gold if id(row) not in taken],
        [row for row in mentions if id(row) not in taken],
        agreement.typed,
    )
    for wanted, offered in matched:
        if wanted.get("mode") is not None:
            report.accuracy["mode"].add(wanted["mode"] == offered.get("mode"))
        report.accuracy["modality"].add(wanted["modality"] == offered.get("modality"))
        if wanted.get("date") is not None:
            report.accuracy["date"].add(agreement.same_date(wanted["date"], offered.get("when")))
        country = (wanted.get("place") or {}).get("country")
        if country is not None:
            report.accuracy["place"].add((offered.get("where") or {}).get("country") == country)
    report.accuracy["events_found"].add(
        len({wanted["event"] for wanted, _ in matched}), len({wanted["event"] for wanted in gold})
    )


def _score_types(gold: list[Row], mentions: list[Row], report: EventsReport) -> None:
    for kind in {row["type"] for row in gold} | {row["event_type"] for row in mentions}:
        wanted = [row for row in gold if row["type"] == kind]
        offered = [row for row in mentions if row["event_type"] == kind]
        hits = len(agreement.pairs(wanted, offered, agreement.typed))
        report.by_type[kind].add(hits, len(wanted), len(offered))
    right = agreement.pairs(gold, mentions, agreement.typed)
    taken = {id(row) for pair in right for row in pair}
    left_gold = [row for row in gold if id(row) not in taken]
    left_coded = [row for row in mentions if id(row) not in taken]
    for missed, instead in agreement.pairs(left_gold, left_coded, agreement.detect):
        report.confusion[missed["type"], instead["event_type"]] += 1


def sentence_of(gold_row: Row, start: int) -> int:
    """Number of the gold sentence that holds an offset, else of the last one that begins before it."""
    starts: list[int] = [first for first, _ in gold_row["sents"]]
    return max(0, bisect.bisect_right(starts, start) - 1)


def table(report: EventsReport, *, by_type: bool = False) -> str:
    """The figures as text, one figure a line."""
    lines = [
        f"{name:10} P {tally.p:.3f}  R {tally.r:.3f}  F1 {tally.f1:.3f}   gold {tally.gold:5} system {tally.coded:5}"
        for name, tally in report.tallies.items()
    ]
    lines.append(f"typed macro F1 {report.macro_f1:.3f}   passages {report.passages} (missing {report.missing})")
    lines.append("accuracy  " + "  ".join(f"{name} {share}" for name, share in report.accuracy.items()))
    if by_type:
        lines += [
            f"  {name:10} P {tally.p:.3f}  R {tally.r:.3f}  F1 {tally.f1:.3f}   "
            f"gold {tally.gold:4} system {tally.coded:4}"
            for name, tally in sorted(report.by_type.items())
        ]
    return "\n".join(lines)


def confusion_table(report: EventsReport, *, shown: int = 25) -> str:
    """The pairs of types that are taken for each other most often, in the same sentence."""
    lines = ["gold type   coded as    n"]
    ranked = sorted(report.confusion.items(), key=lambda item: (-item[1], item[0]))
    lines += [f"{gold:11} {coded:11} {n}" for (gold, coded), n in ranked[:shown]]
    return "\n".join(lines)
