"""Train the event tagger. ``python training/train.py --help``."""

from __future__ import annotations

import argparse
import pickle
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from batches import Pieces, batches, cut, pack, tensors
from data import TYPES, Unit, own_sentences, passages, records
from tokenizers import Tokenizer

from model import Tagger, loss

HERE = Path(__file__).parent
CLS, SEP = 101, 102


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--gold", type=Path, required=True, help="folder with events_train.jsonl and plover_gsr.jsonl")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate over this many folds instead")
    parser.add_argument("--only", type=int, default=None, help="run this fold only")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--layers", default="", help="layers of the base model to keep, as 0,2,4")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces a batch")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--without", default="", help="sources to leave out: record, own")
    parser.add_argument("--share", type=float, default=0.5, help="share of own sentences seen in each epoch")
    parser.add_argument("--positive", type=float, default=3.0)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--single", action="store_true", help="one sentence a sequence")
    parser.add_argument("--out", type=Path, required=True, help="weights, or held-out predictions with --folds")
    return parser.parse_args()


def fold_of(group: str, folds: int) -> int:
    """The fold that a passage or record is held out in."""
    if group.startswith("t"):
        return int(group[1:]) % folds
    return sum(group.encode()) % folds


def main() -> None:
    """Train, or cross-validate."""
    options = arguments()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    gold = [cut(units, tokenizer) for units in passages(options.gold / "events_train.jsonl")]
    record = cut(records(options.gold / "plover_gsr.jsonl"), tokenizer) if "record" not in options.without else []
    own: list[Unit] = own_sentences(HERE / "examples") if "own" not in options.without else []
    more = cut(own, tokenizer)
    say(f"gold {sum(map(len, gold))} record {len(record)} own {len(more)} sentences")
    if not options.folds:
        net = fit(options, gold, record + more)
        torch.save(net.state_dict(), options.out)
        return
    predictions = {}
    for fold in range(options.folds):
        if options.only is not None and fold != options.only:
            continue
        inside = [p for p in gold if fold_of(p[0].unit.group, options.folds) != fold]
        outside = [p for p in gold if fold_of(p[0].unit.group, options.folds) == fold]
        net = fit(options, inside, [r for r in record if fold_of(r.unit.group, options.folds) != fold] + more)
        held = [r for r in record if fold_of(r.unit.group, options.folds) == fold]
        sequences = [seq for p in outside for seq in ([[u] for u in p] if options.single else pack(p, 126))]
        found = predict(net, sequences)
        say(f"fold {fold} typed F1 " + " ".join(f"{t}:{f:.3f}" for t, f in curve(found)))
        predictions.update({(h.unit.group, h.unit.text): (h.offsets, s) for h, s in found})
        if held:
            predictions.update(
                {(h.unit.group, h.unit.text): (h.offsets, s) for h, s in predict(net, [[h] for h in held])}
            )
    options.out.write_bytes(pickle.dumps(predictions))


def fit(options: argparse.Namespace, gold: list[list[Pieces]], single: list[Pieces]) -> Tagger:
    """Train one network."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)  # noqa: S311 — shuffles sentences
    layers = tuple(int(i) for i in options.layers.split(",")) if options.layers else None
    net = Tagger(options.base, layers, options.dropout)

    def sequences() -> list[list[Pieces]]:
        made = [[h] for h in single if h.unit.source != "own" or rng.random() < options.share]
        for passage in gold:
            made.extend([[u] for u in passage] if options.single else pack(passage, rng.choice([30, 60, 90, 126])))
        return made

    steps = options.epochs * (1 + len(list(batches(sequences(), pieces=options.pieces, shuffle=rng))))
    for held in net.bert.embeddings.parameters():
        held.requires_grad = False
    groups = [
        {"params": net.bert.encoder.parameters(), "lr": options.rate},
        {"params": net.out.parameters(), "lr": options.rate * 10},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [options.rate, options.rate * 10], total_steps=steps + options.epochs * 4, pct_start=0.1
    )
    started = time.time()
    for epoch in range(options.epochs):
        net.train()
        total, count = 0.0, 0
        for chosen in batches(sequences(), pieces=options.pieces, shuffle=rng):
            batch = tensors(chosen, CLS, SEP)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = net(batch.ids, batch.mask)
            value = loss(scores.float(), batch, positive=options.positive)
            optimizer.zero_grad()
            value.backward()
            nn_clip(net)
            optimizer.step()
            schedule.step()
            total, count = total + value.item(), count + 1
        say(f"epoch {epoch} loss {total / count:.4f} {time.time() - started:.0f} s")
    return net


def nn_clip(net: Tagger) -> None:
    """Keep gradients within bounds."""
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)


def predict(net: Tagger, sequences: list[list[Pieces]]) -> list[tuple[Pieces, np.ndarray]]:
    """Scores of each unit's pieces."""
    net.eval()
    found = []
    with torch.no_grad():
        for chosen in batches(sequences, pieces=4096, shuffle=None):
            batch = tensors(chosen, CLS, SEP)
            scores = net(batch.ids, batch.mask).float().numpy()
            for row, here in enumerate(batch.places):
                found += [(held, scores[row, at : at + len(held.ids)].astype(np.float32)) for held, at in here]
    return found


def curve(found: list[tuple[Pieces, np.ndarray]]) -> list[tuple[float, float]]:
    """Typed F1 by threshold, pieces grouped into runs."""
    made = []
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        hit = gold = told = 0
        for held, scores in found:
            on = 1 / (1 + np.exp(-scores[:, : len(TYPES)])) > least
            for kind in range(len(TYPES)):
                runs, last = 0, -9
                for j in np.flatnonzero(on[:, kind]):
                    if held.offsets[j][0] >= held.unit.skip:
                        runs += j > last + 3
                        last = j
                wanted = sum(label.type == TYPES[kind] for label in held.unit.labels)
                hit, gold, told = hit + min(runs, wanted), gold + wanted, told + runs
        made.append((least, 2 * hit / max(gold + told, 1)))
    return made


def say(text: str) -> None:
    """Progress goes to stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
