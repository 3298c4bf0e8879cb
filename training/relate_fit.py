"""How much network, tagger and coder each say of a dyad: ``python training/relate_fit.py --help``.

Fits four weights (network, tagger in the sentence, tagger near the parties, coder) on held-out scores by least log
loss, which also makes the certainties calibrated. Prints cross-fitted figures. Needs numpy and dateline, no torch.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from data import TYPES

from dateline.coding.relate.hints import hints
from dateline.evaluation.dyads import Dyad
from dateline.evaluation.relate import Answer, RelateReport, table

Array = npt.NDArray[np.float64]
NAMES = ("network", "sentence", "near", "told")
FOLDS = 5
STEPS = 600
RATES = np.array([0.05, 0.05, 0.05, 1.0])


@dataclass(frozen=True, slots=True)
class Held:
    """A held-out dyad with its scores, shape (4, types), and whether the tagger has read it."""

    row: dict[str, object]
    scores: Array
    tagged: bool

    @property
    def right(self) -> Array:
        """1 at each type that holds."""
        return np.array([kind in self.row["types"] for kind in TYPES], dtype=float)  # type: ignore[operator]


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", type=Path, nargs="+", required=True, help="what relate.py --folds wrote")
    parser.add_argument("--tagger", type=Path, nargs="+", required=True, help="what train.py --folds wrote")
    parser.add_argument("--told", type=Path, required=True, help="what relate_told.py wrote")
    parser.add_argument("--out", type=Path, help="JSON of the weights")
    options = parser.parse_args()
    held = read(options.held_out, options.tagger, options.told)
    told = sum(each.tagged for each in held)
    sys.stderr.write(f"{len(held)} dyads, {told} with held-out scores of the tagger\n")
    folds = np.array([zlib.crc32(str(each.row["group"]).encode()) // 7 % FOLDS for each in held])
    every = np.ones(len(NAMES))
    for name, used in (("network", [1, 0, 0, 0]), ("and tagger", [1, 1, 1, 0]), ("and coder", [1, 1, 1, 1])):
        mask = every * used
        fitted = [fit([h for h, at in zip(held, folds, strict=True) if at != fold], mask) for fold in range(FOLDS)]
        told = report(held, [fitted[fold] for fold in folds])
        sys.stderr.write(f"{name}, cross-fitted\n{table(told)}\n{json.dumps(told.to_json()['by_source'])}\n")
    weights = dict(zip(NAMES, np.round(fit(held, every), 4).tolist(), strict=True))
    sys.stderr.write(json.dumps(weights) + "\n")
    if options.out:
        options.out.write_text(json.dumps(weights) + "\n", "utf-8")


def read(held_out: Sequence[Path], tagger: Sequence[Path], told: Path) -> list[Held]:
    """The held-out dyads; where the tagger has not read one, its scores are 0 and weigh nothing."""
    tagged = {}
    for path in tagger:
        found = pickle.loads(path.read_bytes())  # noqa: S301 — our own file
        tagged.update({text.strip(): value for (_, text), value in found.items()})
    rows = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
    by_coder = {(row["text"], str(row["actor"]), str(row["recipient"])): row["told"] for row in rows}
    made = []
    for path in held_out:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            scores = np.zeros((len(NAMES), len(TYPES)))
            scores[0] = row["scores"]
            text = row["text"]
            scores[3] = by_coder[text, str(row["actor"]), str(row["recipient"])]
            found = tagged.get(text.strip())
            if found:
                lead = len(text) - len(text.lstrip())
                offsets = [(start + lead, end + lead) for start, end in found[0]]
                scores[1:3] = hints(offsets, found[1][:, : len(TYPES)], row["actor"], row["recipient"])
            made.append(Held(row, scores, bool(found)))
    return made


def fit(held: Sequence[Held], mask: Array) -> Array:
    """Weights of least log loss, by plain gradient descent; what the tagger has not read is left out.

    ``mask`` is 0 at scores that are not used.
    """
    chosen = [each for each in held if each.tagged]
    scores = np.stack([each.scores for each in chosen])
    right = np.stack([each.right for each in chosen])
    weights = np.array([0.7, 0.1, 0.1, 1.0]) * mask
    for _ in range(STEPS):
        shares = _shares(scores, weights)
        true = shares * right
        true /= np.maximum(true.sum(axis=1, keepdims=True), 1e-12)
        slope = np.einsum("nkt,nt->k", scores, shares - true) / len(chosen)
        weights = np.maximum(weights - RATES * slope, 0.0) * mask
    return weights


def _shares(scores: Array, weights: Array) -> Array:
    summed = np.einsum("nkt,k->nt", scores, weights)
    sharp = np.exp(summed - summed.max(axis=1, keepdims=True))
    made: Array = sharp / sharp.sum(axis=1, keepdims=True)
    return made


def report(held: Sequence[Held], weights: Sequence[Array]) -> RelateReport:
    """What answering with these weights would score."""
    answers = []
    for each, used in zip(held, weights, strict=True):
        shares = _shares(each.scores[None], used)[0]
        best = int(shares.argmax())
        row = each.row
        dyad = Dyad(
            id=str(row["group"]),
            group=str(row["group"]),
            source=str(row["source"]),
            text=str(row["text"]),
            actor=None,
            recipient=None,
            types=tuple(row["types"]),  # type: ignore[arg-type]
            triggers=(),
        )
        answers.append(Answer(dyad=dyad, event_type=TYPES[best], certainty=float(shares[best])))
    return RelateReport(answers)


if __name__ == "__main__":
    main()
