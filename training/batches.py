"""Units to tensors: word pieces, with labels of type, mode, modality and party for each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from data import MODALITIES, TYPES, Label, Unit
from modes import CLASSES
from tokenizers import Tokenizer  # noqa: TC002 — used by whoever reads the annotation

_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "against",
        "into",
        "over",
        "and",
        "or",
        "that",
        "which",
        "who",
        "will",
        "would",
        "be",
        "been",
        "being",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "not",
        "its",
        "his",
        "her",
        "their",
        "it",
        "as",
        "up",
        "out",
    ]
)


@dataclass(slots=True)
class Pieces:
    """One unit as word pieces, with its labels by piece."""

    unit: Unit
    ids: list[int]
    offsets: list[tuple[int, int]]
    types: list[tuple[int, int]] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    marks: list[tuple[list[int], Label]] = field(default_factory=list)


def cut(units: Sequence[Unit], tokenizer: Tokenizer, *, longest: int = 126) -> list[Pieces]:
    """Cut units into word pieces and label each piece."""
    return [_cut(unit, tokenizer, longest) for unit in units]


def _cut(unit: Unit, tokenizer: Tokenizer, longest: int) -> Pieces:
    encoding = tokenizer.encode(unit.text, add_special_tokens=False)
    held = Pieces(unit=unit, ids=encoding.ids[:longest], offsets=encoding.offsets[:longest])
    base = 1.0 if unit.complete else 0.3
    held.weight = [0.0 if start < unit.skip else base for start, _ in held.offsets]
    for span in unit.unsure:
        for j in _within(held.offsets, span):
            held.weight[j] = 0.0
    for label in unit.labels:
        inside = [j for span in label.spans for j in _within(held.offsets, span)]
        words = {j: unit.text[slice(*held.offsets[j])].lower() for j in inside}
        content = [j for j in inside if words[j] not in _SMALL and words[j].isalnum()] or inside
        for j in inside:
            held.weight[j] = 1.0 if j in content else 0.0
        held.types.extend((j, TYPES.index(label.type)) for j in content)
        if content:
            held.marks.append((content, label))
    return held


def _within(offsets: Sequence[tuple[int, int]], span: tuple[int, int]) -> list[int]:
    return [j for j, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]


def pack(passage: Sequence[Pieces], limit: int) -> Iterator[list[Pieces]]:
    """Neighbouring sentences together, up to ``limit`` pieces."""
    held: list[Pieces] = []
    size = 0
    for pieces in passage:
        if held and size + len(pieces.ids) > limit:
            yield held
            held, size = [], 0
        held.append(pieces)
        size += len(pieces.ids)
    if held:
        yield held


def batches(
    sequences: list[list[Pieces]], *, pieces: int, shuffle: random.Random | None
) -> Iterator[list[list[Pieces]]]:
    """Sequences of like length together, about ``pieces`` word pieces a batch."""
    length = {id(seq): sum(len(held.ids) for held in seq) + 2 for seq in sequences}
    jitter = (lambda: shuffle.random() * 12) if shuffle else (lambda: 0.0)
    ordered = sorted(sequences, key=lambda seq: length[id(seq)] + jitter())
    made: list[list[list[Pieces]]] = []
    now: list[list[Pieces]] = []
    for seq in ordered:
        if now and length[id(seq)] * (len(now) + 1) > pieces:
            made.append(now)
            now = []
        now.append(seq)
    if now:
        made.append(now)
    if shuffle:
        shuffle.shuffle(made)
    yield from made


@dataclass(slots=True)
class Batch:
    """Tensors of a batch; ``marks`` are (row, pieces of the trigger, first and last piece of its unit, label)."""

    ids: torch.Tensor
    mask: torch.Tensor
    types: torch.Tensor
    weight: torch.Tensor
    marks: list[tuple[int, list[int], tuple[int, int], Pieces, Label]]
    places: list[list[tuple[Pieces, int]]]


def tensors(sequences: list[list[Pieces]], cls: int, sep: int, *, pad_extra: int = 0) -> Batch:
    """Pad the sequences to one length."""
    width = max(sum(len(held.ids) for held in seq) for seq in sequences) + 2 + pad_extra
    shape = (len(sequences), width)
    ids, mask = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    types, weight = torch.zeros((*shape, len(TYPES))), torch.zeros(shape)
    marks, places = [], []
    for row, seq in enumerate(sequences):
        at = 1
        ids[row, 0] = cls
        here = []
        for held in seq:
            n = len(held.ids)
            ids[row, at : at + n] = torch.tensor(held.ids, dtype=torch.long)
            weight[row, at : at + n] = torch.tensor(held.weight)
            for j, kind in held.types:
                types[row, at + j, kind] = 1.0
            marks.extend((row, [at + j for j in inside], (at, at + n), held, label) for inside, label in held.marks)
            here.append((held, at))
            at += n
        ids[row, at] = sep
        mask[row, : at + 1] = 1
        places.append(here)
    return Batch(ids=ids, mask=mask, types=types, weight=weight, marks=marks, places=places)


def modality_of(label: Label) -> int:
    """Class of a label's modality, or -100 where it is unknown."""
    return -100 if label.modality is None else MODALITIES.index(label.modality)


def mode_of(label: Label) -> int:
    """Class of a label's mode, or -100 where it is unknown or its type has none."""
    key = f"{label.type}/{label.mode or ''}"
    return CLASSES.index(key) if label.has_mode and key in CLASSES else -100
