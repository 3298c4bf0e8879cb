"""Train the network of ``dateline relate``, or cross-validate it: ``python training/relate.py --help``."""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from data import TYPES
from relate_data import Batch, Sample, Varied, batches, cut, development, gold, own, tensors
from relate_model import Relater
from tokenizers import Tokenizer
from torch.nn import functional as fn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--gold", type=Path, required=True, help="folder with events_train.jsonl and plover_gsr.jsonl")
    parser.add_argument("--own", type=Path, required=True, help="what relate_own.py wrote")
    parser.add_argument("--start", type=Path, help="weights to begin with: what --own-only left")
    parser.add_argument("--own-only", action="store_true", help="learn from our own sentences alone")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate over this many folds instead")
    parser.add_argument("--only", type=int, default=None, help="run this fold only")
    parser.add_argument("--layers", default="", help="layers of the base model to keep, as 0,2,4")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces a batch")
    parser.add_argument("--share", type=float, default=0.6, help="share of own sentences seen in each epoch")
    parser.add_argument("--swap", type=float, default=0.25)
    parser.add_argument("--neighbour", type=float, default=0.15)
    parser.add_argument("--hide", type=float, default=0.05)
    parser.add_argument("--smooth", type=float, default=0.05)
    parser.add_argument("--aside", type=float, default=0.5, help="weight of the pieces' loss")
    parser.add_argument(
        "--average", type=float, default=0.0, help="decay of the mean of weights kept; 0: the last ones"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--dev", action="store_true", help="also predict the development passages")
    parser.add_argument("--out", type=Path, required=True, help="weights, or held-out scores as JSON lines")
    return parser.parse_args()


def main() -> None:
    """Train, or cross-validate."""
    options = arguments()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    annotated, written = [] if options.own_only else gold(options.gold), own(options.own)
    say(f"gold {len(annotated)} own {len(written)} dyads")
    if not options.folds:
        net = fit(options, annotated, written, tokenizer)
        torch.save(net.state_dict(), options.out)
        if options.dev:
            report("development", development(options.gold), net, tokenizer)
        return
    told: list[dict[str, object]] = []
    for fold in range(options.folds) if options.only is None else [options.only]:
        inside = [held for held in annotated if fold_of(held.group, options.folds) != fold]
        outside = [held for held in annotated if fold_of(held.group, options.folds) == fold]
        net = fit(options, inside, written, tokenizer)
        told += report(f"fold {fold}", outside, net, tokenizer)
        if options.dev:
            report("development", development(options.gold), net, tokenizer)
    options.out.write_text("".join(json.dumps(row) + "\n" for row in told), "utf-8")


def fold_of(group: str, folds: int) -> int:
    """The fold that a passage is held out in, or a record with all others of the same text."""
    return zlib.crc32(group.encode()) % folds


def fit(
    options: argparse.Namespace, annotated: Sequence[Sample], written: Sequence[Sample], tokenizer: Tokenizer
) -> Relater:
    """Train one network."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)  # noqa: S311 — shuffles sentences
    layers = tuple(int(i) for i in options.layers.split(",")) if options.layers else None
    net = Relater(options.base, layers)
    if options.start:
        net.load_state_dict(torch.load(options.start))
    varied = Varied([*annotated, *written], rng, swap=options.swap, neighbour=options.neighbour)
    weights = type_weights(annotated, written, options.share)

    def epoch_batches() -> list[Batch]:
        seen = [*annotated, *(held for held in written if held.source == "marked" or rng.random() < options.share)]
        pieces = [cut(varied(held), tokenizer) for held in seen]
        return [
            tensors(chosen, weights, hide=options.hide, rng=rng)
            for chosen in batches(pieces, pieces=options.pieces, rng=rng)
        ]

    body = list(net.layers.parameters())
    known = {id(p) for p in body} | {id(p) for p in net.embeddings.parameters()}
    heads = [p for p in net.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * 5}], weight_decay=0.01, fused=True
    )
    steps = int(options.epochs * len(epoch_batches()) * 1.05) + 10
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [options.rate, options.rate * 5], total_steps=steps, pct_start=0.1
    )
    mean = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(options.average)) if options.average else None
    started = time.time()
    for epoch in range(options.epochs):
        net.train()
        losses = []
        for batch in epoch_batches():
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, by_piece = net(batch.ids, batch.marks, batch.mask)
            value = loss(scores.float(), by_piece.float(), batch, smooth=options.smooth, aside=options.aside)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if mean:
                mean.update_parameters(net)
            losses.append(value.item())
        say(f"epoch {epoch} loss {np.mean(losses):.4f} {time.time() - started:.0f} s")
    return mean.module if mean else net


def type_weights(annotated: Sequence[Sample], written: Sequence[Sample], share: float) -> dict[str, float]:
    """Rare types count more: by the fourth root of how often each is seen."""
    seen: Counter[str] = Counter()
    for held in (*annotated, *written):
        seen[held.types[0]] += share if held.source == "guessed" else 1.0
    middle = float(np.median([seen[kind] for kind in TYPES]))
    return {kind: math.sqrt(math.sqrt(middle / max(seen[kind], 1.0))) for kind in TYPES}


def loss(scores: torch.Tensor, by_piece: torch.Tensor, batch: Batch, *, smooth: float, aside: float) -> torch.Tensor:
    """Cross-entropy of the dyad's type, and of the pieces that tell it."""
    whole = fn.cross_entropy(scores, batch.wanted, reduction="none", label_smoothing=smooth)
    total = (whole * batch.weight).sum() / batch.weight.sum()
    taught = batch.taught * batch.mask
    single = fn.binary_cross_entropy_with_logits(
        by_piece, batch.by_piece, reduction="none", pos_weight=torch.tensor(3.0)
    ).sum(-1)
    return total + aside * (single * taught).sum() / taught.sum().clamp(min=1.0)


def report(name: str, held: Sequence[Sample], net: Relater, tokenizer: Tokenizer) -> list[dict[str, object]]:
    """Scores of unseen dyads, and their figures on stderr."""
    told = predict(net, held, tokenizer)
    pairs = [(row["types"], TYPES[int(np.argmax(row["scores"]))]) for row in told]
    for source in ("record", "passage", None):
        chosen = [pair for pair, row in zip(pairs, told, strict=True) if source in (row["source"], None)]
        if chosen:
            right = sum(kind in types for types, kind in chosen) / len(chosen)
            say(f"{name} {source or 'both'} n {len(chosen)} accuracy {right:.3f} macro F1 {macro_f1(chosen):.3f}")
    return told


def macro_f1(pairs: Sequence[tuple[Sequence[str], str]]) -> float:
    """Mean F1 over the types that occur; of several types the one answered counts, else the first."""
    wanted = [kind if kind in types else types[0] for types, kind in pairs]
    answered = [kind for _, kind in pairs]
    by_type = []
    for kind in sorted(set(wanted)):
        hit = sum(w == a == kind for w, a in zip(wanted, answered, strict=True))
        by_type.append(2 * hit / (wanted.count(kind) + answered.count(kind)))
    return float(np.mean(by_type))


def predict(net: Relater, held: Sequence[Sample], tokenizer: Tokenizer) -> list[dict[str, object]]:
    """One row a dyad, in order."""
    net.eval()
    made: dict[int, dict[str, object]] = {}
    pieces = [cut(each, tokenizer) for each in held]
    place = {id(each): number for number, each in enumerate(pieces)}
    with torch.no_grad():
        for chosen in batches(pieces, pieces=4096, rng=None):
            batch = tensors(chosen, {}, hide=0.0, rng=None)
            scores, _ = net(batch.ids, batch.marks, batch.mask)
            for each, row in zip(chosen, scores.tolist(), strict=True):
                sample = each.sample
                made[place[id(each)]] = {
                    "group": sample.group,
                    "source": sample.source,
                    "types": list(sample.types),
                    "scores": [round(score, 3) for score in row],
                    "text": sample.text,
                    "actor": sample.actor,
                    "recipient": sample.recipient,
                }
    return [made[number] for number in range(len(pieces))]


def say(text: str) -> None:
    """Progress goes to stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
