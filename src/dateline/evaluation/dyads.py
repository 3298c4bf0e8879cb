"""Dyads of annotated data: two parties marked in a text, with the event types that hold between them.

Passages (rows of ``events_*.jsonl``) give one dyad for each two parties that a sentence names as actor and recipient of
a mention; where the mention has no recipient and several actors, as a meeting has, the second is taken as the
recipient. Mentions of one sentence with the same two parties make one dyad, for which each of their types is right.
Records (rows of ``plover_gsr.jsonl``) give one dyad each, of their first source and first target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.evaluation.agreement import Row

RECORD_TYPES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names that the PLOVER records still use, and the type of today that each is."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Two parties marked in a text.

    Attributes:
        id: The record, or passage, sentence and number in it.
        group: Record or passage; what belongs to one group is held out together.
        source: ``record`` or ``passage``.
        text: The sentence.
        actor, recipient: Code points of the party's words in ``text``; None where it is not named there.
        types: The types that hold, first told first.
        triggers: Code points of the words that tell each type, or None where they were not found.
    """

    id: str
    group: str
    source: str
    text: str
    actor: Place | None
    recipient: Place | None
    types: tuple[str, ...]
    triggers: tuple[Place | None, ...]


def dyads(rows: Iterable[Row]) -> Iterator[Dyad]:
    """The dyads of annotated passages and records, in order."""
    for row in rows:
        if "sents" in row:
            yield from _of_passage(row)
        else:
            yield from _of_record(row)


def record_type(row: Row) -> str:
    """The type of a PLOVER record under its name of today."""
    return RECORD_TYPES.get(row["plover"], str(row["plover"]))


def _of_passage(row: Row) -> Iterator[Dyad]:
    held: dict[tuple[int, Place, Place], list[tuple[str, Place | None]]] = {}
    for mention in row["mentions"]:
        start, end = row["sents"][mention["sentence"]]
        sentence = row["text"][start:end]
        trigger = find(sentence, mention["trigger"])
        pair = _pair(sentence, mention, trigger[0] if trigger else 0)
        if pair:
            held.setdefault((mention["sentence"], *pair), []).append((mention["type"], trigger))
    for number, ((index, actor, recipient), told) in enumerate(held.items()):
        start, end = row["sents"][index]
        yield Dyad(
            id=f"{row['passage']}-{index}-{number}",
            group=row["passage"],
            source="passage",
            text=row["text"][start:end],
            actor=actor,
            recipient=recipient,
            types=tuple(kind for kind, _ in told),
            triggers=tuple(trigger for _, trigger in told),
        )


def _pair(sentence: str, mention: Row, near: int) -> tuple[Place, Place] | None:
    actors = _places(sentence, [party.get("text") for party in mention["actors"]], near)
    others = _places(sentence, [party.get("text") for party in mention["recipients"]], near)
    if not mention["recipients"]:
        others = actors[1:]
    pairs = ((actor, other) for actor in actors[:1] for other in others if not _overlap(actor, other))
    return next(pairs, None)


def _of_record(row: Row) -> Iterator[Dyad]:
    text = row["text"]
    trigger = find(text, row["event_text"].split()[0]) if row["event_text"].strip() else None
    sources, targets = (
        _places(text, [party["actorText"] for party in row[side]], trigger[0] if trigger else 0)
        for side in ("sources", "targets")
    )
    actor = sources[0] if sources else None
    others = (place for place in (*targets, *sources[1:]) if actor is None or not _overlap(actor, place))
    recipient = next(others, None)
    if actor or recipient:
        yield Dyad(
            id=row["id"],
            group=row["id"],
            source="record",
            text=text,
            actor=actor,
            recipient=recipient,
            types=(record_type(row),),
            triggers=(trigger,),
        )


def _places(text: str, names: Iterable[str | None], near: int) -> list[Place]:
    found = (find(text, name, near) for name in names if name)
    return [place for place in found if place]


def find(text: str, words: str, near: int | None = None) -> Place | None:
    """Where words stand in a text: as a whole and nearest to ``near``, else first; words that were cut at ".." in part.

    Returns:
        Code points, or None where neither they nor a part of them stand there.
    """
    for part in (words, *re.split(r"\.\.+", words)):
        pattern = r"\s+".join(re.escape(word) for word in part.split())
        if not pattern:
            continue
        places = [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)] or [
            m.span() for m in re.finditer(pattern, text)
        ]
        if places:
            return places[0] if near is None else min(places, key=lambda place: abs(place[0] - near))
    return None


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
