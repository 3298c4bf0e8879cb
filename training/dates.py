"""Fit the ranking of dates (``resolve/date_ranking.py``) on annotated passages and write its weights.

Run with the package installed: ``python training/dates.py [--gold FOLDER] [--check]``. Besides ``events_train.jsonl``
in that folder it reads ``dates.txt``, reports of our own. ``--check`` writes nothing: it prints how many dated acts of
held-out passages are right, by the rules alone and with the ranking. No randomness: folds follow from the hash of the
passage's name.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from date_examples import OWN, Example, gold_examples, own_examples
from role_fit import Problem, fit

from dateline.evaluation.passages import read_rows
from dateline.resolve.date_ranking import FILE, best

SMALLEST = 0.02
FOLDS = 5
SALTS = "abcd"


def fold(name: str, salt: str) -> int:
    """The fold of a passage."""
    return zlib.crc32(f"{name}{salt}".encode()) % FOLDS


def train(held: Sequence[Any]) -> dict[str, float]:
    """Feature → weight, without the weights that hardly count."""
    problem = Problem(held, "right")
    found = zip(problem.vocabulary, fit(problem).tolist(), strict=True)
    return {name: round(weight, 2) for name, weight in found if abs(weight) >= SMALLEST}


def check(held: Sequence[Example]) -> str:
    """Share of dated acts that are right, over passages held out in turn."""
    lines = []
    for salt in SALTS:
        right = ruled = acts = 0
        for k in range(FOLDS):
            own = [example for example in held if example.passage.startswith(OWN)]
            gold = [example for example in held if not example.passage.startswith(OWN)]
            taught = [*own, *(example for example in gold if fold(example.passage, salt) != k)]
            table = train([example for example in taught if example.teaches])
            for example in gold:
                if example.dated and fold(example.passage, salt) == k:
                    acts, ruled, right = acts + 1, ruled + example.ruled, right + _is_right(example, table)
        lines.append(f"folds {salt}  rules {ruled / acts:.3f}  ranking {right / acts:.3f}  n {acts}")
    return "\n".join(lines)


def _is_right(example: Example, table: dict[str, float]) -> bool:
    when = best(example.choices, table, open_factor=example.openness)
    chosen = when.interval if when is not None else None
    pairs = zip(example.choices, example.right, strict=True)
    return any(right and choice.when.interval == chosen for choice, right in pairs)


def write(table: dict[str, float], path: Path, count: int, what: str) -> None:
    """Write the weights of the ranking of "date" or "place" as TOML."""
    lines = [
        f"# Weights of the ranking of {what}s (resolve/{what}_ranking.py), written by training/{what}s.py.",
        f"# Fitted on {count} acts. A feature's name says when it holds; see resolve/{what}_features.py.",
        "[weights]",
        *(f'"{key}" = {value}' for key, value in sorted(table.items())),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def asked(about: str | None, file: str) -> argparse.Namespace:
    """What the command line asks of a ranking's training: ``gold``, ``output``, ``check``."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(__file__).parents[1] / ".." / "shared" / "gold"
    parser.add_argument("--gold", type=Path, default=shared, help="folder with events_train.jsonl")
    data = Path(__file__).parents[1] / "src" / "dateline" / "vocab" / "data"
    parser.add_argument("--output", type=Path, default=data / file)
    parser.add_argument("--check", action="store_true", help="print held-out figures instead of writing")
    return parser.parse_args()


def main() -> None:
    """Train and write."""
    options = asked(__doc__, FILE)
    held = [*gold_examples(read_rows(options.gold / "events_train.jsonl"))]
    held += own_examples(Path(__file__).parent / "dates.txt")
    if options.check:
        sys.stdout.write(check(held) + "\n")
        return
    taught = [example for example in held if example.teaches]
    table = train(taught)
    write(table, options.output, len(taught), "date")
    sys.stderr.write(f"{len(table)} weights in {options.output.name}\n")


if __name__ == "__main__":
    main()
