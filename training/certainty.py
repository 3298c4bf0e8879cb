"""Fit the certainty of the rule coder on the annotated passages beside the repository.

``python training/certainty.py`` prints how it does on held-out passages; ``--write`` also writes
``priors.toml`` and ``certainty.toml`` into the vocabulary. Needs numpy and dateline, no torch; the same inputs give
the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from priors import base_lexicon, unlearned
from reports import passages, unpolitical
from rule_fit import Fitted, Material, fit, folds, told

from dateline.coding.rules import DEFAULT_THRESHOLD
from dateline.evaluation.agreement import Row, pairs, typed
from dateline.evaluation.events import sentence_of
from dateline.evaluation.passages import read_rows
from dateline.evaluation.reliability import calibration_error, reliability, table

HERE = Path(__file__).parent
TRAIN = "gold/events_train.jsonl"
DEV = "gold/events_dev.jsonl"
CORPUS = "corpora/wikinews_2019_2020.jsonl"
CHOSEN = HERE / "unpolitical.txt"
OUTER_FOLDS = 6
GRID = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def main(arguments: Sequence[str] | None = None) -> int:
    """Cross-validate and, if asked, fit on everything and write."""
    options = _options(arguments)
    missing = [name for name in (TRAIN, DEV, CORPUS) if not (options.shared / name).exists()]
    if missing:
        _say(f"skipped: no {', '.join(missing)} under {options.shared}; give the folder of the data by --shared")
        return 0
    material = read_material(options.shared, penalty=options.penalty, seed=options.seed, share=options.share)
    _say(f"{len(material.passages)} passages, {len(material.empty)} reports without political events")
    gold = [passage.gold for passage in material.passages]
    coded = cross_validated(material)
    _say("certainty   typed F1   P       R")
    for least in GRID:
        _say(f"{least:9.2f}   " + "   ".join(f"{figure:.3f}" for figure in typed_figures(gold, coded, least)))
    shown = reliability(gold, [at_least(row, DEFAULT_THRESHOLD) for row in coded])
    _say(table(shown))
    if options.write:
        f1 = typed_figures(gold, coded, DEFAULT_THRESHOLD)[0]
        held_out = (
            f"Held out, in {OUTER_FOLDS} folds of passages: typed F1 {f1:.3f} and calibration error "
            f"{calibration_error(shown):.3f} from certainty {DEFAULT_THRESHOLD} on."
        )
        fitted = fit(material, range(len(material.passages)))
        write(options.out, fitted, [_made_from(material), held_out, *hashes(options.shared)])
    return 0


def read_material(shared: Path, *, penalty: float, seed: int, share: float) -> Material:
    """Read and parse the development data under a folder."""
    chosen = [line for line in CHOSEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    quoted = [row for name in (TRAIN, DEV) for row in read_rows(shared / name)]
    return Material(
        base=base_lexicon(),
        passages=passages(shared / TRAIN),
        empty=unpolitical(shared / CORPUS, chosen, quoted, share=share),
        penalty=penalty,
        seed=seed,
    )


def cross_validated(material: Material, parts: int = OUTER_FOLDS) -> list[Row]:
    """What the coder tells of each passage when it was fitted on the passages of the other folds, as contract rows."""
    coded: dict[int, Row] = {}
    for held_out in folds(len(material.passages), parts, material.seed):
        fitted = fit(material, [k for k in range(len(material.passages)) if k not in held_out])
        for k in held_out:
            found = told(material.passages[k], material.base, fitted)
            mentions = [
                {
                    "event_type": held.sketch.decision.event_type,
                    "certainty": held.sketch.certainty,
                    "trigger": {"start": held.sketch.candidate.start},
                }
                for held in found
            ]
            coded[k] = {"id": material.passages[k].gold["passage"], "mentions": mentions}
    return [coded[k] for k in sorted(coded)]


def at_least(row: Row, least: float) -> Row:
    """The row without mentions less certain than that."""
    return row | {"mentions": [held for held in row["mentions"] if held["certainty"] >= least]}


def typed_figures(gold: Sequence[Row], coded: Sequence[Row], least: float) -> tuple[float, float, float]:
    """F1, precision and recall of event types in the right sentence, for mentions at least so certain."""
    hits = wanted = offered = 0
    for row, told_row in zip(gold, coded, strict=True):
        mentions = [
            held | {"sentence": sentence_of(row, held["trigger"]["start"])}
            for held in at_least(told_row, least)["mentions"]
        ]
        hits += len(pairs(row["mentions"], mentions, typed))
        wanted += len(row["mentions"])
        offered += len(mentions)
    return 2 * hits / max(wanted + offered, 1), hits / max(offered, 1), hits / max(wanted, 1)


def write(folder: Path, fitted: Fitted, notes: Sequence[str]) -> None:
    """Write both vocabulary files, entries in the order of their names."""
    head = ["Written by training/certainty.py; do not edit by hand.", *notes]
    certainty = [
        "Logistic models over the traits of a mention (coding/traits.py).",
        "[reading] chooses among the readings of one trigger; [weights] gives the certainty of the one chosen.",
        *head,
    ]
    models = (("reading", fitted.reading), ("weights", fitted.certainty))
    tables = "\n".join(f"[{name}]\n{_lines(weights, 3)}" for name, weights in models)
    (folder / "certainty.toml").write_text(_comment(certainty) + tables, "utf-8")
    priors = [
        "How often an entry was right where it fitted, smoothed towards the prior of its group; entries seen twice",
        "or more.",
        *head,
    ]
    (folder / "priors.toml").write_text(_comment(priors) + _lines(fitted.priors, 2), "utf-8")


def hashes(shared: Path) -> Iterator[str]:
    """SHA-256 of each input, one a line."""
    for path in (shared / TRAIN, shared / CORPUS, CHOSEN):
        yield f"{path.name} sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
    lexicon = "".join(f"{name}\n{text}" for name, text in unlearned())
    yield f"trigger lexicon sha256 {hashlib.sha256(lexicon.encode()).hexdigest()}"


def _made_from(material: Material) -> str:
    return (
        f"Fitted on {len(material.passages)} annotated passages and {len(material.empty)} reports without political "
        f"events, penalty {material.penalty:g}, seed {material.seed}."
    )


def _comment(lines: Sequence[str]) -> str:
    return "".join(f"# {line}\n" for line in lines)


def _lines(values: dict[str, float], digits: int) -> str:
    return "".join(f'"{name}" = {values[name]:.{digits}f}\n' for name in sorted(values))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    vocabulary = Path(str(files("dateline.vocab"))) / "data" / "coding" / "en"
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="the development data")
    parser.add_argument("--penalty", type=float, default=3.0, help="of large weights in the logistic models")
    parser.add_argument("--share", type=float, default=0.2, help="how much a trigger of an unpolitical report counts")
    parser.add_argument("--seed", type=int, default=0, help="of the division into folds")
    parser.add_argument("--write", action="store_true", help="fit on all passages and write both files")
    parser.add_argument("--out", type=Path, default=vocabulary, help="folder to write into")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
