"""Networks for an honest figure on the PLOVER records: each is trained without the records that it will be shown.

``python training/records_cv.py --base FOLDER --gold FOLDER --out FOLDER`` trains one tagger a fold, on all passages,
all own sentences and the other folds' records, and leaves in ``OUT/fold0``, ``OUT/fold1`` … the network as it would
ship and ``records.jsonl``, the records that it has not seen, for ``records_code.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import zlib
from pathlib import Path

import torch
from batches import cut
from data import own_sentences, passages, records, rows
from tokenizers import Tokenizer
from train import HERE, fit, say

from export import quantised

SHIPPED = HERE.parent / "src/dateline/coding/encoder/model"


def arguments() -> argparse.Namespace:
    """The command line; the recipe's settings are those of the shipped network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--gold", type=Path, required=True, help="folder with events_train.jsonl and plover_gsr.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    recipe = {"epochs": 8, "layers": "0,2,4", "rate": 3e-4, "pieces": 1024, "seed": 0, "share": 0.5}
    for name, value in {**recipe, "positive": 3.0, "dropout": 0.1, "single": False}.items():
        setattr(options, name, value)
    return options


def fold_of(text: str, folds: int) -> int:
    """The fold of a record: by its text, so that two records of one sentence are held out together."""
    return zlib.crc32(text.encode()) % folds


def main() -> None:
    """Train and write the network of each fold."""
    options = arguments()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    path = options.gold / "plover_gsr.jsonl"
    texts = {row["id"]: row["text"] for row in rows(path)}
    gold = [cut(units, tokenizer) for units in passages(options.gold / "events_train.jsonl")]
    record = cut(records(path), tokenizer)
    own = cut(own_sentences(HERE / "examples"), tokenizer)
    for fold in range(options.folds):
        seen = [held for held in record if fold_of(texts[held.unit.group], options.folds) != fold]
        say(f"fold {fold}: {len(seen)} records of {len(record)} in training")
        folder = options.out / f"fold{fold}"
        folder.mkdir(parents=True, exist_ok=True)
        net = fit(options, gold, seen + own)
        quantised(net.eval(), folder / "tagger.onnx")
        metadata = json.loads((SHIPPED / "metadata.json").read_text("utf-8"))
        metadata["sha256"] = hashlib.sha256((folder / "tagger.onnx").read_bytes()).hexdigest()
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n", "utf-8")
        shutil.copy(options.base / "tokenizer.json", folder / "tokenizer.json")
        held_out = [row for row in rows(path) if fold_of(row["text"], options.folds) == fold]
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in held_out)
        (folder / "records.jsonl").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
