"""The shipped network: word pieces in, scores out. Loaded when first used; needs onnxruntime and tokenizers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from dateline.coding.encoder.pieces import Array, Layout
from dateline.errors import ModelMissing

Ids = npt.NDArray[np.int64]
FOLDER = "model"
_LONGEST = 126
_BATCH_PIECES = 2048
_CLS, _SEP = 101, 102


class Encoder:
    """Scores the word pieces of sentences.

    Args:
        folder: Holds ``tagger.onnx``, ``tokenizer.json`` and ``metadata.json``.

    Raises:
        ModelMissing: a file of the model or one of its two libraries is not there.
    """

    def __init__(self, folder: Traversable) -> None:
        try:
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError as error:
            raise ModelMissing("the encoder", f"{error.name} is not installed", "pip install dateline") from error
        try:
            self.metadata: dict[str, Any] = json.loads((folder / "metadata.json").read_text("utf-8"))
            self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            with as_file(folder / "tagger.onnx") as path:
                self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except FileNotFoundError as error:
            raise ModelMissing("the encoder", f"{error.filename} is not there", "reinstall dateline") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.layout = Layout.of(self.metadata)

    @property
    def version(self) -> str:
        """The first digits of the model's hash."""
        return str(self.metadata["sha256"])[:8]

    def pieces(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The word pieces of a text and their code points."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets

    def embedded(self, ids: Ids, mask: Ids) -> Array:
        """What stands for each piece before the first layer reads it, shape (rows, pieces, width).

        Args:
            ids: Shape (rows, pieces), each row between the two signs that the network expects.
            mask: The same shape, 1 at pieces.
        """
        (found,) = self._session.run(["embedded"], {"input_ids": ids, "attention_mask": mask})
        return cast("Array", found)

    def score(self, text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], Array]:
        """Scores of all word pieces of the stretches ``spans`` of ``text``.

        Neighbouring stretches are read together, so that each is the other's context.

        Returns:
            Code points of each piece in ``text``, and scores of shape (pieces, columns of ``layout``).
        """
        encodings = self._tokenizer.encode_batch([text[a:b] for a, b in spans], add_special_tokens=False)
        ids = [encoding.ids[:_LONGEST] for encoding in encodings]
        offsets = [
            (start + a, start + b)
            for encoding, (start, _) in zip(encodings, spans, strict=True)
            for a, b in encoding.offsets[:_LONGEST]
        ]
        packs = list(_packed(ids))
        found = self._run(packs)
        width = self.layout.bounds[-1]
        return offsets, np.concatenate([np.zeros((0, width), np.float32), *found])

    def _run(self, packs: list[list[int]]) -> list[Array]:
        """Scores of each pack, those of like length computed together."""
        found: list[Array] = [np.zeros((0, 0), np.float32)] * len(packs)
        for chosen in _batched(packs):
            width = max(len(packs[k]) for k in chosen) + 2
            ids = np.zeros((len(chosen), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, k in enumerate(chosen):
                n = len(packs[k])
                ids[row, : n + 2] = [_CLS, *packs[k], _SEP]
                mask[row, : n + 2] = 1
            (scores,) = self._session.run(["scores"], {"input_ids": ids, "attention_mask": mask})
            for row, k in enumerate(chosen):
                found[k] = scores[row, 1 : len(packs[k]) + 1]
        return found


def _packed(sentences: Sequence[list[int]]) -> Iterator[list[int]]:
    """Neighbouring sentences joined up to ``_LONGEST`` pieces."""
    held: list[int] = []
    for ids in sentences:
        if held and len(held) + len(ids) > _LONGEST:
            yield held
            held = []
        held = [*held, *ids]
    if held:
        yield held


def _batched(packs: Sequence[list[int]]) -> Iterator[list[int]]:
    """Indices of packs, sorted by length, in batches of about ``_BATCH_PIECES``."""
    now: list[int] = []
    for k in sorted(range(len(packs)), key=lambda k: len(packs[k])):
        if now and (len(packs[k]) + 2) * (len(now) + 1) > _BATCH_PIECES:
            yield now
            now = []
        now.append(k)
    if now:
        yield now


@cache
def shipped() -> Encoder:
    """The encoder that ships with the package.

    Raises:
        ModelMissing: see ``Encoder``.
    """
    return Encoder(files("dateline.coding.encoder") / FOLDER)
