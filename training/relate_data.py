"""Dyads to tensors, with what makes each epoch's sentences differ: other names, other neighbours, hidden words."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from data import TYPES, rows
from tokenizers import Tokenizer  # noqa: TC002 — used by whoever reads the annotation

from dateline.coding.relate.pieces import LONGEST, Place, marked, within
from dateline.evaluation.dyads import Dyad, dyads

MASK = 103
_TELLING = frozenset(
    ("said", "says", "say", "announced", "announce", "told", "stated", "declared", "vowed", "has", "is")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A dyad to learn from; ``known`` are types with the words that tell them."""

    text: str
    actor: Place | None
    recipient: Place | None
    types: tuple[str, ...]
    known: tuple[tuple[str, Place], ...]
    group: str
    source: str


def gold(folder: Path) -> list[Sample]:
    """The dyads of training passages and PLOVER records."""
    files = (folder / "events_train.jsonl", folder / "plover_gsr.jsonl")
    return [_sample(held) for path in files for held in dyads(rows(path))]


def development(folder: Path) -> list[Sample]:
    """The dyads of the development passages: only to report a figure."""
    return [_sample(held) for held in dyads(rows(folder / "events_dev.jsonl"))]


def _sample(held: Dyad) -> Sample:
    told = zip(held.types, held.triggers, strict=True)
    return Sample(
        text=held.text,
        actor=held.actor,
        recipient=held.recipient,
        types=tuple(dict.fromkeys(held.types)),
        known=tuple((kind, at) for kind, at in told if at and held.text[slice(*at)].lower() not in _TELLING),
        group=held.text if held.source == "record" else held.group,
        source=held.source,
    )


def own(path: Path) -> list[Sample]:
    """What relate_own.py wrote."""
    made = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        made.append(
            Sample(
                text=row["text"],
                actor=tuple(row["actor"]) if row["actor"] else None,
                recipient=tuple(row["recipient"]) if row["recipient"] else None,
                types=tuple(row["types"]),
                known=tuple((row["types"][0], tuple(at)) for at in row["triggers"]),
                group="own",
                source=row["source"],
            )
        )
    return made


class Varied:
    """Changes a sample: party words swapped for another sample's, a neighbour sentence before or after it."""

    def __init__(self, samples: Sequence[Sample], rng: random.Random, *, swap: float, neighbour: float) -> None:
        self._rng, self._swap, self._neighbour = rng, swap, neighbour
        self._texts = [held.text for held in samples]
        named = (held.text[slice(*at)] for held in samples for at in (held.actor, held.recipient) if at)
        self._names = sorted({name for name in named if name[0].isupper() and len(name) < 40})

    def __call__(self, held: Sample) -> Sample:
        """Another telling of the same."""
        for role in ("actor", "recipient"):
            if getattr(held, role) and self._rng.random() < self._swap:
                held = _put(held, getattr(held, role), self._rng.choice(self._names))
        if self._rng.random() < self._neighbour:
            other = self._rng.choice(self._texts)
            if self._rng.random() < 0.5:
                return dataclasses.replace(held, text=f"{held.text} {other}")
            return _moved(dataclasses.replace(held, text=f"{other} {held.text}"), len(other) + 1, 0)
        return held


def _put(held: Sample, place: Place, words: str) -> Sample:
    if any(at[0] < place[1] and place[0] < at[1] for _, at in held.known):
        return held
    text = held.text[: place[0]] + words + held.text[place[1] :]
    return _moved(dataclasses.replace(held, text=text), len(words) - (place[1] - place[0]), place[0] + 1)


def _moved(held: Sample, by: int, since: int) -> Sample:
    """Places shifted: an end that lies behind ``since`` moves, and so does a start."""

    def move(at: Place | None) -> Place | None:
        return at and (at[0] + by if at[0] >= since else at[0], at[1] + by if at[1] >= since else at[1])

    known = tuple((kind, move(at) or at) for kind, at in held.known)
    return dataclasses.replace(held, actor=move(held.actor), recipient=move(held.recipient), known=known)


@dataclass(slots=True)
class Batch:
    """Tensors of a batch; ``by_piece`` has 1 at words that tell the type, ``taught`` 1 where that is known."""

    ids: torch.Tensor
    marks: torch.Tensor
    mask: torch.Tensor
    wanted: torch.Tensor
    by_piece: torch.Tensor
    taught: torch.Tensor
    weight: torch.Tensor


@dataclass(slots=True)
class Cut:
    """A sample as pieces."""

    sample: Sample
    ids: list[int]
    marks: list[int]
    told: list[tuple[int, int]]


def cut(held: Sample, tokenizer: Tokenizer) -> Cut:
    """Cut and mark a sample."""
    encoding = tokenizer.encode(held.text, add_special_tokens=False)
    made = marked(encoding.ids, encoding.offsets, held.actor, held.recipient)
    if made is None:
        raise ValueError(f"{held.group}: no piece in a party of {held.text!r}")
    at = {piece: place for place, piece in enumerate(made.origin) if piece >= 0}
    told = [
        (at[piece], TYPES.index(kind))
        for kind, place in held.known
        for piece in within(encoding.offsets, place)
        if piece in at
    ]
    return Cut(sample=held, ids=made.ids, marks=made.marks, told=told)


def batches(held: Iterable[Cut], *, pieces: int, rng: random.Random | None) -> Iterator[list[Cut]]:
    """Samples of like length together, about ``pieces`` word pieces a batch."""
    noise = (lambda: rng.random() * 12) if rng else (lambda: 0.0)
    made: list[list[Cut]] = [[]]
    for each in sorted(held, key=lambda each: len(each.ids) + noise()):
        if made[-1] and len(each.ids) * (len(made[-1]) + 1) > pieces:
            made.append([])
        made[-1].append(each)
    if rng:
        rng.shuffle(made)
    yield from made


def tensors(chosen: Sequence[Cut], weights: dict[str, float], *, hide: float, rng: random.Random | None) -> Batch:
    """Pad to one length; ``hide`` is the share of pieces replaced by ``[MASK]``."""
    width = min(max(len(each.ids) for each in chosen), LONGEST + 6)
    shape = (len(chosen), width)
    ids, marks, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    wanted, by_piece = torch.zeros(len(chosen), len(TYPES)), torch.zeros(*shape, len(TYPES))
    taught = torch.zeros(shape)
    for row, each in enumerate(chosen):
        n = len(each.ids)
        ids[row, :n] = torch.tensor(each.ids)
        marks[row, :n] = torch.tensor(each.marks)
        mask[row, :n] = 1
        for kind in each.sample.types:
            wanted[row, TYPES.index(kind)] = 1.0 / len(each.sample.types)
        for place, kind in each.told:
            by_piece[row, place, kind] = 1.0
        taught[row, :n] = float(bool(each.told))
        if hide and rng:
            for place in range(1, n - 1):
                if rng.random() < hide:
                    ids[row, place] = MASK
    weight = torch.tensor([weights.get(each.sample.types[0], 1.0) for each in chosen])
    return Batch(ids=ids, marks=marks, mask=mask, wanted=wanted, by_piece=by_piece, taught=taught, weight=weight)
