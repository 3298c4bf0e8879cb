"""Score fusion on our own gold sets: ``dateline eval fusion [development|unseen]``.

Each set is a TOML file of short reports, each with the happenings it tells and the words that tell them. The reports
are coded and fused as any others. A gold mention is found where a coded mention's trigger overlaps its words; one that
is not found counts as an event of its own. B-cubed is over gold mentions; look-alikes are pairs of different
happenings, named in the file, of which a careless fuser makes one.
"""

from __future__ import annotations

import importlib.resources
import tomllib
from dataclasses import dataclass
from typing import Any

from dateline.errors import DatelineError, UsageError
from dateline.evaluation.grouping import Grouping, score_groups
from dateline.fuse import fuse
from dateline.model import Document, EventMention
from dateline.pipeline import Processed, Settings, make_pipeline

SETS = ("development", "unseen")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """One report with the happenings that it tells: key → the words, as half-open intervals of its text."""

    document: Document
    events: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FusionReport:
    """Figures of one set.

    Attributes:
        all: Every gold mention; one that was not found counts as an event of its own.
        found: Only those that were found; None when none was.
        mentions, coded: Gold mentions, and how many of them were found.
        look_alikes, merged: Pairs of look-alikes of which both were found, and those of them that were made one.
        apart: Gold happenings whose mentions are in several events: key → event or "not found" by report.
    """

    all: Grouping
    found: Grouping | None
    mentions: int
    coded: int
    look_alikes: int
    merged: tuple[tuple[str, str], ...]
    apart: dict[str, dict[str, str]]

    def to_json(self) -> dict[str, Any]:
        """Figures with stable keys."""
        return self.all.to_json() | {
            "found_only": self.found.to_json()["b3"] if self.found else None,
            "mentions": {"gold": self.mentions, "coded": self.coded},
            "look_alikes": {"pairs": self.look_alikes, "merged": len(self.merged)},
            "merged": [list(pair) for pair in self.merged],
            "apart": self.apart,
        }

    def __str__(self) -> str:
        found = self.found
        lines = [
            f"gold mentions {self.mentions}, found by the coder {self.coded}",
            f"B³, not found counted as apart: P {self.all.p:.3f} R {self.all.r:.3f} F1 {self.all.f1:.3f}",
            f"B³, found ones: P {found.p:.3f} R {found.r:.3f} F1 {found.f1:.3f}" if found else "none was found",
            f"look-alikes made one: {len(self.merged)} of {self.look_alikes}",
            *(f"  {left} = {right}" for left, right in self.merged),
        ]
        return "\n".join(lines)


def read_gold(name: str) -> tuple[list[GoldReport], list[tuple[str, str]]]:
    """The reports of a set, and its pairs of look-alikes.

    Raises:
        UsageError: there is no set of that name.
        DatelineError: words that do not stand in their report exactly once.
    """
    if name not in SETS:
        raise UsageError(f"no gold set {name!r}", "fusion has two", f"one of {', '.join(SETS)}")
    data = importlib.resources.files("dateline.evaluation") / "data" / f"fusion_{name}.toml"
    held = tomllib.loads(data.read_text(encoding="utf-8"))
    return [_report(row) for row in held["report"]], [(left, right) for left, right in held["look_alikes"]]


def evaluate_fusion(name: str, settings: Settings | None = None) -> FusionReport:
    """Code and fuse the reports of a set and score the events."""
    reports, pairs = read_gold(name)
    outcomes = list(make_pipeline(settings).process(report.document for report in reports))
    mentions = [mention for each in outcomes if isinstance(each, Processed) for mention in each.coding.mentions]
    events = fuse(mentions, [report.document for report in reports])
    event_of = {mention: event.id for event in events for mention in event.mentions}
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    for report in reports:
        told = [mention for mention in mentions if mention.document_id == report.document.id]
        for key, words in report.events.items():
            item = f"{report.document.id}/{key}"
            gold[item] = key
            mention = _best(told, words)
            if mention is not None:
                found[item] = event_of[mention.id]
    return _figures(gold, found, pairs)


def _figures(gold: dict[str, str], found: dict[str, str], pairs: list[tuple[str, str]]) -> FusionReport:
    events: dict[str, set[str]] = {}
    for item, event in found.items():
        events.setdefault(gold[item], set()).add(event)
    both = [pair for pair in pairs if pair[0] in events and pair[1] in events]
    labels = {item: found.get(item, f"not found: {item}") for item in gold}
    told: dict[str, dict[str, str]] = {}
    for item, key in gold.items():
        told.setdefault(key, {})[item.partition("/")[0]] = found.get(item, "not found")
    return FusionReport(
        all=score_groups(gold, labels),
        found=score_groups({item: gold[item] for item in found}, found) if found else None,
        mentions=len(gold),
        coded=len(found),
        look_alikes=len(both),
        merged=tuple(pair for pair in both if events[pair[0]] & events[pair[1]]),
        apart={key: each for key, each in told.items() if len(set(each.values())) > 1},
    )


def _best(told: list[EventMention], words: tuple[int, int]) -> EventMention | None:
    over = [each for each in told if each.trigger.start < words[1] and words[0] < each.trigger.end]
    return max(over, key=lambda each: (each.certainty, each.id), default=None)


def _report(row: dict[str, Any]) -> GoldReport:
    text = row["text"].strip()
    spans = {}
    for key, words in row["events"].items():
        if text.count(words) != 1:
            raise DatelineError(f"gold report {row['id']}", f"{words!r} does not stand in it once", "correct the file")
        start = text.index(words)
        spans[key] = (start, start + len(words))
    document = Document.of(text, id=row["id"], publisher=row["publisher"], published=row["published"], language="en")
    return GoldReport(document=document, events=spans)
