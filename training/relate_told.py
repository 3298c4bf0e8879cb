"""What the coder tells of each held-out dyad, with taggers that have not seen it: ``python training/relate_told.py``.

Passages are coded with the held-out scores that ``train.py --folds`` wrote, records with the networks of
``records_cv.py``. The lexicon's priors, the ranking of parties and the combination's weights were fitted with the
passages in view. Needs dateline, no torch.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from data import TYPES

from dateline.annotate import make_annotator
from dateline.coding.encoder import EncoderCoder
from dateline.coding.encoder.model import Encoder, shipped
from dateline.coding.relate.told import told
from dateline.evaluation.passages import read_rows
from dateline.model import Document, EventMention
from dateline.pipeline.relating import LEAST


class Remembered:
    """Stands in for the encoder: scores that were computed by a network that had not seen the text."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.metadata, self.layout, self.version = shipped().metadata, shipped().layout, "held out"
        self.held: dict[str, Any] = {}
        for path in files:
            found = pickle.loads(path.read_bytes())  # noqa: S301 — our own file
            self.held.update({text.strip(): value for (_, text), value in found.items()})

    def score(self, text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], Any]:
        """All that is remembered of the text."""
        offsets, scores = self.held.get(text.strip(), ([], np.zeros((0, self.layout.bounds[-1]), np.float32)))
        lead = len(text) - len(text.lstrip())
        if not spans:
            return [], scores[:0]
        return [(start + lead, end + lead) for start, end in offsets], scores


def main() -> None:
    """Write one JSON line a dyad."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", type=Path, nargs="+", required=True, help="what relate.py --folds wrote")
    parser.add_argument("--tagger", type=Path, nargs="+", required=True, help="what train.py --folds wrote")
    parser.add_argument("--records", type=Path, nargs="+", required=True, help="fold folders of records_cv.py")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.held_out for line in path.read_text("utf-8").splitlines()]
    passages = {row["text"] for row in rows if row["source"] == "passage"}
    found = dict(
        coded(sorted(passages), EncoderCoder(threshold=LEAST, encoder=cast("Encoder", Remembered(options.tagger))))
    )
    for folder in options.records:
        texts = {row["text"] for row in read_rows(folder / "records.jsonl")}
        found |= coded(sorted(texts), EncoderCoder(threshold=LEAST, encoder=Encoder(folder)))
    with options.out.open("w", encoding="utf-8") as out:
        for row in rows:
            worth = told(found[row["text"]], TYPES, row["actor"], row["recipient"])
            key = {name: row[name] for name in ("text", "actor", "recipient")}
            out.write(json.dumps(key | {"told": np.round(worth, 3).tolist()}) + "\n")


def coded(texts: Sequence[str], coder: EncoderCoder) -> Iterator[tuple[str, tuple[EventMention, ...]]]:
    """The mentions of each text."""
    documents = [Document.of(text, id=str(number), language="en") for number, text in enumerate(texts)]
    for document, parsed in zip(documents, make_annotator().annotate(documents), strict=True):
        yield document.text, coder.code(document, parsed).mentions


if __name__ == "__main__":
    main()
