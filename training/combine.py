"""Fit how lexicon, parse and encoder are combined, on held-out predictions of the encoder.

``python training/combine.py --gold FOLDER --predictions FILE…`` prints cross-validated figures; ``--out FILE`` writes
the weights. Runs where dateline is installed; needs no torch.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from data import MODALITIES, TYPES, rows
from modes import CLASSES

from dateline.annotate import make_annotator
from dateline.coding.drafting import Drafter
from dateline.coding.encoder.coder import LEAST, proposed
from dateline.coding.encoder.combining import Scored, in_company, probability
from dateline.coding.encoder.pieces import Layout, TokenScores, token_scores
from dateline.evaluation.events import sentence_of
from dateline.evaluation.passages import passage_document
from dateline.model import Annotations, Document
from dateline.vocab.triggers import _read, build, expand_classes, lexicon, read_triggers

ROLE = 32
SEEN = 5.0
"""How often a lexicon group counts as seen with its own prior."""
RARE = 20
"""A type with fewer gold mentions teaches nothing of its own: it gets the mean weight of the other types."""


@dataclass(slots=True)
class Passage:
    """One passage with what was found in it."""

    row: dict[str, Any]
    scored: list[Scored]
    labels: list[int]
    scores: TokenScores


def layout() -> Layout:
    """The layout of the network's columns."""
    return Layout(types=tuple(TYPES), modalities=MODALITIES, modes=tuple(CLASSES), role=ROLE)


def read(
    gold: list[dict[str, Any]], annotated: Sequence[tuple[Document, Annotations]], predictions: Any
) -> list[Passage]:
    """Make all proposals of the passages, with the encoder's held-out scores."""
    words, told = lexicon(), []
    for row, (document, annotations) in zip(gold, annotated, strict=True):
        drafter = Drafter(document, annotations, words, "")
        readings = drafter.readings()
        wanted = {sketch.candidate.sentence for sketch in readings}
        spans = [(annotations.sentences[i].start, annotations.sentences[i].end) for i in wanted]
        offsets, parts = [], []
        for start, end in row["sents"]:
            if not any(a < end and b > start for a, b in spans):
                continue
            its, scores = predictions[row["passage"], row["text"][start:end]]
            offsets += [(start + a, start + b) for a, b in its]
            parts.append(scores)
        width = layout().bounds[-1]
        scores = token_scores(
            annotations.tokens, offsets, np.concatenate([np.zeros((0, width), np.float32), *parts]), layout()
        )
        scored = proposed(drafter, readings, scores)
        told.append(Passage(row=row, scored=scored, labels=label(row, scored), scores=scores))
    return told


def label(row: dict[str, Any], scored: Sequence[Scored]) -> list[int]:
    """1 for drafts of the words and type of a gold mention."""
    starts = [start for start, _ in row["sents"]]
    where = lambda at: max(0, int(np.searchsorted(starts, at, side="right")) - 1)  # noqa: E731
    by_key: dict[tuple[int, str], list[int]] = defaultdict(list)
    for k, held in enumerate(scored):
        by_key[held.trigger].append(k)
    right: set[tuple[int, str]] = set()
    for mention in row["mentions"]:
        at = row["text"].find(mention["trigger"], row["sents"][mention["sentence"]][0])
        end = at + len(mention["trigger"])
        best = None
        for key, ks in by_key.items():
            evidence = scored[ks[0]].sketch.candidate
            if key in right or key[1] != mention["type"] or where(evidence.start) != mention["sentence"]:
                continue
            overlap = min(end, evidence.end) - max(at, evidence.start)
            worth = (overlap > 0, -abs(evidence.start - at))
            if best is None or worth > best[0]:
                best = (worth, key)
        if best:
            right.add(best[1])
    return [int(held.trigger in right) for held in scored]


def unlearned() -> dict[str, float]:
    """The prior of each lexicon entry before any was learned."""
    data = files("dateline.vocab") / "data"
    classes = expand_classes(_read(data / "coding" / "en" / "classes.toml"))
    folder = data / "triggers" / "en"
    found = [t for p in folder.iterdir() if p.name.endswith(".toml") for t in read_triggers(_read(p), classes)]
    return {t.id: t.prior for t in build(found, classes)}


def with_priors(passages: list[Passage], folds: np.ndarray) -> None:
    """Give each draft the prior of its entry as learned from the other folds' passages."""
    base = unlearned()
    counts: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for k, passage in enumerate(passages):
        for held, right in zip(passage.scored, passage.labels, strict=True):
            if "prior_logit" in held.features:
                entry = counts[int(folds[k])][held.sketch.option.trigger.id]
                entry[0] += right
                entry[1] += 1
    for k, passage in enumerate(passages):
        made = []
        for held in passage.scored:
            if "prior_logit" not in held.features:
                made.append(held)
                continue
            name = held.sketch.option.trigger.id
            hit = sum(held_out[name][0] for f, held_out in counts.items() if f != folds[k])
            seen = sum(held_out[name][1] for f, held_out in counts.items() if f != folds[k])
            prior = min(max((hit + SEEN * base[name]) / (seen + SEEN), 0.03), 0.97)
            logit = math.log(prior / (1 - prior))
            features = {**held.features, "prior_logit": logit}
            features["both_say"] = logit * max(features["own"] + 3.0, 0.0)
            made.append(dataclasses.replace(held, features=features))
        passage.scored = made


def logistic(features: list[dict[str, float]], labels: list[int], penalty: float) -> dict[str, float]:
    """Weights of a logistic model, by Newton's method, with a penalty on their squares."""
    names = sorted({name for held in features for name in held})
    at = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(features), len(names)))
    for i, held in enumerate(features):
        for name, value in held.items():
            x[i, at[name]] = value
    y = np.array(labels, float)
    w = np.zeros(len(names))
    cost = np.array([0.01 if name == "bias" else penalty for name in names])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(cost), x.T @ (p - y) + cost * w)
        w -= step
        if abs(step).max() < 1e-6:
            break
    return dict(zip(names, w.tolist(), strict=True))


def first_pass(scored: list[Scored], weights: dict[str, float]) -> list[Scored]:
    """The drafts with their first certainty, the unlikely ones left out."""
    held = (dataclasses.replace(s, certainty=probability(s.features, weights)) for s in scored)
    return [s for s in held if s.certainty >= LEAST]


def labelled(passage: Passage, weights: dict[str, float]) -> tuple[list[Scored], list[int]]:
    """Drafts in company, and whether each is right: of the type and sentence of a gold mention.

    Where a sentence has more drafts of a type than mentions, the likeliest are the right ones: that is what a reader
    who asks for the acts of a sentence sees, and what the figures count.
    """
    held = in_company(first_pass(passage.scored, weights))
    wanted = Counter((mention["sentence"], mention["type"]) for mention in passage.row["mentions"])
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for k, scored in enumerate(held):
        places[sentence_of(passage.row, scored.sketch.candidate.start), scored.trigger[1]].append(k)
    right = [0] * len(held)
    for place, count in wanted.items():
        for k in sorted(places[place], key=lambda k: -held[k].certainty)[:count]:
            right[k] = 1
    return held, right


def model(scored: Sequence[Scored], labels: Sequence[int], rare: frozenset[str], penalty: float) -> dict[str, float]:
    """Weights learned from the proposals of all but the rare types, which get the mean weight of a type."""
    chosen = [(s.features, y) for s, y in zip(scored, labels, strict=True) if s.trigger[1] not in rare]
    weights = logistic([features for features, _ in chosen], [y for _, y in chosen], penalty)
    usual = [w for name, w in weights.items() if name.startswith("type_")]
    return weights | {f"type_{name}": sum(usual) / len(usual) for name in rare}


def rare_types(passages: Sequence[Passage]) -> frozenset[str]:
    """Types with too few gold mentions to learn from."""
    seen = Counter(mention["type"] for p in passages for mention in p.row["mentions"])
    return frozenset(name for name in TYPES if seen[name] < RARE)


def fit(
    passages: list[Passage], penalty: float, rare: frozenset[str] = frozenset(), inner: int = 4
) -> tuple[dict[str, float], dict[str, float]]:
    """The two models: of proposals alone, and of proposals in company (on held-out first certainties)."""
    company: list[Scored] = []
    labels: list[int] = []
    for fold in range(inner):
        weights = _alone([p for k, p in enumerate(passages) if k % inner != fold], rare, penalty)
        for passage in (p for k, p in enumerate(passages) if k % inner == fold):
            held, right = labelled(passage, weights)
            company += held
            labels += right
    return _alone(passages, rare, penalty), model(company, labels, rare, penalty)


def _alone(passages: Sequence[Passage], rare: frozenset[str], penalty: float) -> dict[str, float]:
    return model([s for p in passages for s in p.scored], [y for p in passages for y in p.labels], rare, penalty)


def cross_validated(passages: list[Passage], penalty: float, folds: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Held-out certainties and labels."""
    certainties, labels = [], []
    rare = rare_types(passages)
    for fold in range(folds):
        first, second = fit([p for k, p in enumerate(passages) if k % folds != fold], penalty, rare)
        for passage in (p for k, p in enumerate(passages) if k % folds == fold):
            held, right = labelled(passage, first)
            certainties += [probability(s.features, second) for s in held]
            labels += right
    return np.array(certainties), np.array(labels)


def f1(certainties: np.ndarray, labels: np.ndarray, gold: int, least: float) -> tuple[float, float, float]:
    """F1, precision and recall at a threshold."""
    told = certainties >= least
    hit = labels[told].sum()
    return 2 * hit / max(told.sum() + gold, 1), hit / max(told.sum(), 1), hit / gold


def best_threshold(certainties: np.ndarray, labels: np.ndarray, gold: int) -> float:
    """The threshold with the best F1, each taken together with its two neighbours on both sides."""
    curve = [f1(certainties, labels, gold, t / 100)[0] for t in range(18, 63)]
    return (20 + int(np.convolve(curve, np.ones(5), "valid").argmax())) / 100


def annotations(gold: list[dict[str, Any]], cache: Path | None) -> list[tuple[Document, Annotations]]:
    """The passages annotated, from a cache file if there is one."""
    if cache and cache.exists():
        return pickle.loads(cache.read_bytes())  # noqa: S301 — our own file
    documents = [passage_document(row) for row in gold]
    made = list(zip(documents, make_annotator().annotate(documents), strict=True))
    if cache:
        cache.write_bytes(pickle.dumps(made))
    return made


def main() -> None:
    """Fit and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--predictions", type=Path, nargs="+", required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--penalty", type=float, default=3.0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    gold = list(rows(options.gold / "events_train.jsonl"))
    predictions = {}
    for path in options.predictions:
        predictions.update(pickle.loads(path.read_bytes()))  # noqa: S301 — our own file
    annotated = annotations(gold, options.cache)
    chosen = [k for k, row in enumerate(gold) if (row["passage"], _first_sentence(row)) in predictions]
    passages = read([gold[k] for k in chosen], [annotated[k] for k in chosen], predictions)
    count = sum(len(p.row["mentions"]) for p in passages)
    folds = np.random.default_rng(0).integers(0, 6, len(passages))
    with_priors(passages, folds)
    reach = sum(len({s.trigger for s, y in zip(p.scored, p.labels, strict=True) if y}) for p in passages)
    drafts = sum(len(p.scored) for p in passages)
    say(f"{len(passages)} passages, {count} mentions, {drafts} proposals, reach {reach / count:.3f}")
    certainties, labels = cross_validated(passages, options.penalty)
    grid = [(t / 100, *f1(certainties, labels, count, t / 100)) for t in range(20, 61, 5)]
    for held in grid:
        say("threshold {:.2f}  F1 {:.3f}  P {:.3f}  R {:.3f}".format(*held))
    for low in np.arange(0, 1, 0.1):
        inside = (certainties >= low) & (certainties < low + 0.1)
        if inside.sum():
            say(
                f"{low:.1f}  n {inside.sum()}  told {certainties[inside].mean():.2f}  right {labels[inside].mean():.2f}"
            )
    if options.out:
        first, second = fit(passages, options.penalty, rare_types(passages))
        best = best_threshold(certainties, labels, count)
        rounded = [{name: round(w, 4) for name, w in sorted(m.items())} for m in (first, second)]
        options.out.write_text(
            json.dumps({"first": rounded[0], "second": rounded[1], "threshold": best}, indent=1) + "\n", "utf-8"
        )


def _first_sentence(row: dict[str, Any]) -> str:
    start, end = row["sents"][0]
    text: str = row["text"][start:end]
    return text


def say(text: str) -> None:
    """Figures go to stderr."""
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    main()
