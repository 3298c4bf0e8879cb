"""Dyads of the project's own sentences: ``python training/relate_own.py --out FILE`` (needs dateline, no torch).

``examples/<TYPE>.txt`` mark what happens, not between whom: the rules' parties of the marked words are taken.
``examples/relate/<TYPE>.txt`` mark the two parties: ``[A:Chad] {freed} two [R:Sudanese officers].``
``examples/relate/mixed.txt`` has sentences of several acts, one line for each two parties: ``RETREAT: [A:Chad] …``
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from data import TYPES, Label, Unit, own_sentences

from dateline.annotate import make_annotator
from dateline.coding.encoder import EncoderCoder
from dateline.model import Document, EventMention, Party

HERE = Path(__file__).parent
MIXED = "mixed"
"""The file of sentences of several types, whose lines begin with the type."""
_MARK = re.compile(r"\[(A|R):([^\[\]]+)\]|\{([^{}]+)\}")


def main() -> None:
    """Write one JSON line a dyad: text, types, places of actor, recipient and trigger."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    made = [*marked(HERE / "examples" / "relate"), *guessed(own_sentences(HERE / "examples"))]
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), "utf-8")
    sys.stderr.write(f"{len(made)} dyads of our own\n")


def marked(folder: Path) -> Iterator[dict[str, Any]]:
    """The sentences whose parties we marked."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                kind, _, told = line.partition(": ") if path.stem == MIXED else (path.stem, "", line)
                yield _marked(told.strip(), kind, f"{path.name} line {number}")


def _marked(line: str, kind: str, where: str) -> dict[str, Any]:
    if kind not in TYPES:
        raise ValueError(f"{where}: {kind!r} is no type")
    text, at = "", 0
    places: dict[str, tuple[int, int]] = {}
    triggers = []
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        role, party, trigger = found.groups()
        words = party or trigger
        if role in places:
            raise ValueError(f"{where}: {role} is marked twice")
        here = (len(text), len(text) + len(words))
        if role:
            places[role] = here
        else:
            triggers.append(here)
        text += words
        at = found.end()
    text += line[at:]
    if set("[]{}") & set(text) or not places.keys() & {"A", "R"}:
        raise ValueError(f"{where}: brackets do not match, or no party is marked")
    return {
        "text": text,
        "types": [kind],
        "actor": places.get("A"),
        "recipient": places.get("R"),
        "triggers": triggers,
        "source": "marked",
    }


def guessed(units: Sequence[Unit]) -> Iterator[dict[str, Any]]:
    """The sentences whose parties the rules find; acts without any party give none."""
    coder = EncoderCoder(threshold=0.0)
    documents = [Document.of(unit.text, id=str(number), language="en") for number, unit in enumerate(units)]
    annotated = make_annotator().annotate(documents)
    for unit, document, found in zip(units, documents, annotated, strict=True):
        mentions = coder.code(document, found).mentions
        seen = set()
        for label in unit.labels:
            row = _guessed(unit, label, mentions)
            key = row and (row["actor"], row["recipient"])
            if row and key not in seen:
                seen.add(key)
                yield row


def _guessed(unit: Unit, label: Label, mentions: Sequence[EventMention]) -> dict[str, Any] | None:
    ((start, end),) = label.spans
    over = [m for m in mentions if m.trigger.start < end and start < m.trigger.end]
    best = max(over, key=lambda m: (m.event_type == label.type, m.certainty), default=None)
    if best is None:
        return None
    actors, recipients = _places(best.actors), _places(best.recipients)
    if not best.recipients:
        recipients = actors[1:]
    actor = actors[0] if actors else None
    recipient = next((place for place in recipients if actor is None or not _overlap(place, actor)), None)
    if actor is None and recipient is None:
        return None
    return {
        "text": unit.text,
        "types": [label.type],
        "actor": actor,
        "recipient": recipient,
        "triggers": [(start, end)],
        "source": "guessed",
    }


def _places(parties: Sequence[Party]) -> list[tuple[int, int]]:
    return [(party.evidence.start, party.evidence.end) for party in parties if party.evidence]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    main()
