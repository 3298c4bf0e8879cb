"""Score codings of the PLOVER gold standard records: ``dateline eval records GOLD``.

Each record is a sentence or two with one annotated event. What the coder tells of it counts by distinct events:
mentions of one type between the same codes are one. A true event that the record does not annotate costs precision.
``typed``: the type agrees. ``actor``: the type, and one actor's code with one source's. ``triple``: that, and one
recipient's code with one target's where the record has any. The code of a party is its country or, for a body without
one, its sector (``IGO``); parties also agree by name (``agreement.same_name``). Where a record has no source, any actor
will do. ``mention_triple`` counts every mention instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dateline.evaluation import agreement
from dateline.evaluation.agreement import Fits, Row
from dateline.evaluation.dyads import record_type
from dateline.evaluation.events import Tally
from dateline.model import Document
from dateline.pipeline.compose import Processed, make_pipeline
from dateline.pipeline.process import Pipeline

ODD_CODES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Codes of the records that are no ISO 3166 codes, and the country that each stands for."""


@dataclass(slots=True)
class RecordsReport:
    """All figures of one evaluation."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_type: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[tuple[Row, list[Row]]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Stable keys for ``-f json``."""
        return {
            **{name: tally.to_json() for name, tally in self.tallies.items()},
            "by_type": {name: self.by_type[name].to_json() for name in sorted(self.by_type)},
        }


def code_records(gold: Iterable[Row], pipeline: Pipeline | None = None) -> list[Row]:
    """Code each record's text into a row of the evaluation contract; default: with the default coder."""
    from dateline.export.contract import coding_row, error_row

    documents = [Document.of(row["text"], id=row["id"], language="en") for row in gold]
    outcomes = (pipeline or make_pipeline()).process(documents)
    return [
        coding_row(each.document.id, each.coding)
        if isinstance(each, Processed)
        else error_row(each.document.id, each.error)
        for each in outcomes
    ]


def score_records(gold: Iterable[Row], coded: Iterable[Row]) -> RecordsReport:
    """Score coded rows (contract form, ``id`` = record) against records; a record without a row has no mention."""
    coded_by_id = {row["id"]: row for row in coded}
    report = RecordsReport()
    for row in gold:
        wanted = _wanted(row)
        mentions = [_told(each) for each in coded_by_id.get(row["id"], {}).get("mentions", [])]
        repeats = len(mentions)
        mentions = list({_event(each): each for each in reversed(mentions)}.values())
        for name, fits in FIGURES.items():
            hit = len(agreement.pairs([wanted], mentions, fits))
            report.tallies[name].add(hit, 1, len(mentions))
            if name == "triple":
                report.tallies["mention_triple"].add(hit, 1, repeats)
            if name == "triple" and not hit:
                report.wrong.append((row, mentions))
        for kind in {wanted["type"], *(each["event_type"] for each in mentions)}:
            told = [each for each in mentions if each["event_type"] == kind]
            here = [wanted] if wanted["type"] == kind else []
            report.by_type[kind].add(len(agreement.pairs(here, told, triple)), len(here), len(told))
    return report


def triple(gold: Row, coded: Row) -> bool:
    """Type, actor and recipient agree."""
    recipient = not gold["recipients"] or agreement.same_party(gold["recipients"], coded["recipients"])
    return actor(gold, coded) and recipient


def actor(gold: Row, coded: Row) -> bool:
    """Type and actor agree."""
    party = not gold["actors"] or agreement.same_party(gold["actors"], coded["actors"])
    return agreement.typed(gold, coded) and party


FIGURES: dict[str, Fits] = {"typed": agreement.typed, "actor": actor, "triple": triple}


def _wanted(row: Row) -> Row:
    actors, recipients = (
        [
            {"country": ODD_CODES.get(party["code"], party["code"]), "name": party["actorText"].strip()}
            for party in row[side]
        ]
        for side in ("sources", "targets")
    )
    return {"sentence": 0, "type": record_type(row), "actors": actors, "recipients": recipients}


def _told(mention: Row) -> Row:
    sides = {side: [_coded(party) for party in mention[side]] for side in ("actors", "recipients")}
    return {**mention, **sides, "sentence": 0}


def _coded(party: Row) -> Row:
    return {**party, "country": party.get("country") or party.get("sector")}


def _event(mention: Row) -> tuple[Any, ...]:
    """What two mentions of one event share: type and codes, or names where there are none."""
    sides = (
        tuple(sorted({str(party.get("country") or party.get("name")) for party in mention[side]}))
        for side in ("actors", "recipients")
    )
    return (mention["event_type"], *sides)


def table(report: RecordsReport, *, by_type: bool = False) -> str:
    """The figures as text, one a line."""

    def line(name: str, tally: Tally) -> str:
        return (
            f"{name:14} P {tally.p:.3f}  R {tally.r:.3f}  F1 {tally.f1:.3f}   "
            f"gold {tally.gold:4} system {tally.coded:4}"
        )

    lines = [line(name, tally) for name, tally in report.tallies.items()]
    if by_type:
        lines += ["triple, by type", *(line(name, tally) for name, tally in sorted(report.by_type.items()))]
    return "\n".join(lines)


def examples(report: RecordsReport, *, limit: int) -> str:
    """The first records whose triple was not found, with what was."""
    lines = []
    for row, mentions in report.wrong[:limit]:
        lines += ["", f"{row['id']}: {row['text']}", f"  gold: {_line(_wanted(row), 'type')}"]
        lines += [f"  coded: {_line(each, 'event_type')}" for each in mentions]
    return "\n".join(lines)


def _line(row: Row, kind: str) -> str:
    sides = (
        ", ".join(f"{party.get('name') or party.get('text')} ({party.get('country') or '-'})" for party in row[side])
        for side in ("actors", "recipients")
    )
    return f"{row[kind]}: " + " → ".join(each or "nobody" for each in sides)
