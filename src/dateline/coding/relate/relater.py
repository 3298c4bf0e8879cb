"""The event type that holds between two known parties: a network of its own, weighed with tagger and coder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from dateline.coding.encoder.model import Encoder
from dateline.coding.encoder.model import shipped as shipped_encoder
from dateline.coding.encoder.pieces import Array
from dateline.coding.relate.hints import hints, stretches
from dateline.coding.relate.pieces import MarkedPieces, marked
from dateline.coding.relate.requests import Request
from dateline.coding.relate.told import told
from dateline.errors import ModelMissing, RecordError
from dateline.model import EventMention

FOLDER = "model"
_BATCH_PIECES = 2048
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What holds between the parties of a request.

    Attributes:
        event_type: One of the 16 PLOVER types, whatever the text says.
        certainty: Between 0 and 1, calibrated on held-out dyads.
        scores: Certainty of every type; they sum to 1.
    """

    event_type: str
    certainty: float
    scores: dict[str, float]


class Relater:
    """Says which type holds between two parties.

    Args:
        folder: Holds ``relate.onnx`` and ``metadata.json``.
        encoder: The encoder whose word embeddings and scores it reads; it was trained on those of the shipped one.

    Raises:
        ModelMissing: a file of the model or a library is not there.
    """

    def __init__(self, folder: Traversable, encoder: Encoder) -> None:
        try:
            import onnxruntime

            self.metadata: dict[str, Any] = json.loads((folder / "metadata.json").read_text("utf-8"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            with as_file(folder / "relate.onnx") as path:
                self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except FileNotFoundError as error:
            raise ModelMissing("the relater", f"{error.filename} is not there", "reinstall dateline") from error
        self._encoder = encoder
        self._types: list[str] = self.metadata["types"]
        weights = self.metadata["weights"]
        self._weights = tuple(float(weights[name]) for name in ("network", "sentence", "near", "told"))

    def check(self, request: Request) -> None:
        """Refuse a request that ``relate`` would refuse.

        Raises:
            RecordError: a party's words hold nothing that the network can read.
        """
        self._marked(request)

    @staticmethod
    def readable(text: str) -> str:
        """The text without what no model can read, each code point at its place."""
        return _SURROGATES.sub("?", text)

    def relate(self, requests: Sequence[Request], mentions: Sequence[Sequence[EventMention]]) -> list[Relation]:
        """The relation of each request, in order.

        Args:
            requests: Texts with their parties.
            mentions: What the coder tells of each text.

        Raises:
            RecordError: see ``check``.
        """
        pieces = [self._marked(request) for request in requests]
        found: list[Relation | None] = [None] * len(pieces)
        for chosen in _batched(pieces):
            for number, scores in zip(chosen, self._run([pieces[number] for number in chosen]), strict=True):
                found[number] = self._relation(requests[number], scores, mentions[number])
        return [relation for relation in found if relation is not None]

    def _marked(self, request: Request) -> MarkedPieces:
        ids, offsets = self._encoder.pieces(self.readable(request.text))
        made = marked(ids, offsets, request.actor, request.recipient)
        if made is None:
            raise RecordError(f"dyad {request.id!r}", "a party's words hold nothing that can be read")
        return made

    def _run(self, held: Sequence[MarkedPieces]) -> Array:
        width = max(len(each.ids) for each in held)
        ids = np.zeros((len(held), width), dtype=np.int64)
        marks, mask = np.zeros_like(ids), np.zeros_like(ids)
        for row, each in enumerate(held):
            n = len(each.ids)
            ids[row, :n], marks[row, :n], mask[row, :n] = each.ids, each.marks, 1
        embedded = self._encoder.embedded(ids, mask)
        scores: Array = self._session.run(["scores"], {"embedded": embedded, "marks": marks, "mask": mask})[0]
        return scores

    def _relation(self, request: Request, scores: Array, mentions: Sequence[EventMention]) -> Relation:
        network, sentence, near, coder = self._weights
        whole, close = self._hints(request)
        worth = told(mentions, self._types, request.actor, request.recipient)
        summed = network * scores + sentence * whole + near * close + coder * worth
        sharp = np.exp(summed - summed.max())
        shares = (sharp / sharp.sum()).tolist()
        best = max(range(len(shares)), key=shares.__getitem__)
        by_type = {kind: round(share, 4) for kind, share in zip(self._types, shares, strict=True)}
        return Relation(event_type=self._types[best], certainty=round(shares[best], 4), scores=by_type)

    def _hints(self, request: Request) -> tuple[Array, Array]:
        text = self.readable(request.text)
        offsets, scores = self._encoder.score(text, stretches(text, request.actor, request.recipient))
        return hints(offsets, scores[:, : len(self._types)], request.actor, request.recipient)


def _batched(held: Sequence[MarkedPieces]) -> Iterator[list[int]]:
    """Numbers of texts of like length, in batches of about ``_BATCH_PIECES``."""
    now: list[int] = []
    for number in sorted(range(len(held)), key=lambda number: len(held[number].ids)):
        if now and len(held[number].ids) * (len(now) + 1) > _BATCH_PIECES:
            yield now
            now = []
        now.append(number)
    if now:
        yield now


@cache
def shipped() -> Relater:
    """The relater that ships with the package.

    Raises:
        ModelMissing: see ``Relater``.
    """
    return Relater(files("dateline.coding.relate") / FOLDER, shipped_encoder())
