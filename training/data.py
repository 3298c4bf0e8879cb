"""Training data: annotated passages, PLOVER records and the project's own marked sentences, in one form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
MODALITIES = ("asserted", "future", "hypothetical", "negated", "historical")
ROOTS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names that the PLOVER records still use for today's types."""

_MARK = re.compile(r"\{([A-Z]+)(?:/([a-z-]+))?(?:~([a-z]+))?:([^{}]+)\}")
_RECORD_MARK = re.compile(r"\((SRC|TAR|SRC/TAR|EVT|LOC)[^:()]*: ?([^()]*)\)")
_TELLING = frozenset(
    ["said", "says", "say", "announced", "announce", "told", "stated", "state", "declared", "vowed", "reported"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One event in a unit: code points of its trigger and parties; ``mode`` and ``modality`` None where unknown."""

    spans: tuple[tuple[int, int], ...]
    type: str
    mode: str | None = None
    has_mode: bool = True
    modality: str | None = None
    actors: tuple[tuple[int, int], ...] | None = None
    recipients: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence with its events.

    Attributes:
        group: Passage or record; a unit is held out together with its group.
        source: ``gold``, ``record`` or ``own``.
        skip: Code points that are not trained on (a headline).
        unsure: Code points whose label is unknown.
        complete: Whether every event is marked.
    """

    text: str
    labels: tuple[Label, ...]
    group: str
    source: str
    skip: int = 0
    unsure: tuple[tuple[int, int], ...] = ()
    complete: bool = True


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def passages(path: Path) -> list[list[Unit]]:
    """The sentences of each annotated passage."""
    return [_passage(row) for row in rows(path)]


def _passage(row: dict[str, Any]) -> list[Unit]:
    title = (row.get("title") or "").strip()
    title_end = len(title) if len(title) > 10 and row["text"].startswith(title) else 0
    units = []
    for index, (start, end) in enumerate(row["sents"]):
        text = row["text"][start:end]
        labels = [_gold_label(text, held) for held in row["mentions"] if held["sentence"] == index]
        units.append(
            Unit(
                text=text,
                labels=tuple(label for label in labels if label is not None),
                group=row["passage"],
                source="gold",
                skip=max(0, title_end - start),
            )
        )
    return units


def _gold_label(text: str, held: dict[str, Any]) -> Label | None:
    found = _find(text, held["trigger"])
    if found is None:
        return None
    return Label(
        spans=(found,),
        type=held["type"],
        mode=held["mode"],
        modality=held["modality"],
        actors=_parties(text, held["actors"], found),
        recipients=_parties(text, held["recipients"], found),
    )


def _parties(text: str, held: Iterable[dict[str, Any]], near: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    found = (_find(text, party["text"], near=near[0]) for party in held if party.get("text"))
    return tuple(span for span in found if span is not None)


def _find(text: str, words: str, near: int | None = None) -> tuple[int, int] | None:
    """The words as a whole, the occurrence nearest to ``near`` or else the first."""
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not places:
        at = text.find(words)
        return None if at < 0 else (at, at + len(words))
    at = places[0] if near is None else min(places, key=lambda start: abs(start - near))
    return at, at + len(words)


def records(path: Path) -> list[Unit]:
    """The PLOVER gold standard records; only the one event of each record is marked in them."""
    units = []
    for row in rows(path):
        kind = ROOTS.get(row["plover"], row["plover"])
        if kind in TYPES:
            units.append(_record(row["markup"], kind, row))
    return units


def _record(markup: str, kind: str, row: dict[str, Any]) -> Unit:
    text, spans = _unmark(markup)
    acts = [(start, end) for tag, start, end in spans if tag == "EVT"]
    main = next((act for act in acts if text[act[0] : act[1]].split()[0].lower() not in _TELLING), None)
    main = main or (acts[0] if acts else None)
    label = (
        Label(
            spans=(main,),
            type=kind,
            has_mode=False,
            actors=tuple((s, e) for tag, s, e in spans if tag.startswith("SRC")),
            recipients=tuple((s, e) for tag, s, e in spans if tag == "TAR"),
        )
        if main
        else None
    )
    return Unit(
        text=text,
        labels=(label,) if label else (),
        group=row["id"],
        source="record",
        unsure=tuple(act for act in acts if act != main),
        complete=False,
    )


def _unmark(markup: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, at, spans = "", 0, []
    for found in _RECORD_MARK.finditer(markup):
        text += markup[at : found.start()]
        spans.append((found.group(1), len(text), len(text) + len(found.group(2))))
        text += found.group(2)
        at = found.end()
    return text + markup[at:], [span for span in spans if span[2] > span[1]]


def own_sentences(folder: Path) -> list[Unit]:
    """The project's own marked sentences (``examples/<TYPE>.txt``); groups are blocks of ten lines of a file."""
    units = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            if line.strip() and not line.startswith("#"):
                units.append(_own(line.strip(), f"own-{path.stem}-{number // 10}"))
    return units


def _own(line: str, group: str) -> Unit:
    text, at, labels = "", 0, []
    for found in _MARK.finditer(line):
        kind, mode, modality, words = found.groups()
        text += line[at : found.start()]
        if kind not in TYPES or (modality or "asserted") not in MODALITIES:
            raise ValueError(f"{group}: {found.group(0)} names no type or modality")
        labels.append(
            Label(spans=((len(text), len(text) + len(words)),), type=kind, mode=mode, modality=modality or "asserted")
        )
        text += words
        at = found.end()
    text += line[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"{group}: braces do not match in {line!r}")
    return Unit(text=text, labels=tuple(labels), group=group, source="own")
