"""Fit the ranking of places (``resolve/place_ranking.py``) on annotated passages and write its weights.

Run with the package installed: ``python training/places.py [--gold FOLDER] [--check]``. Besides ``events_train.jsonl``
in that folder it reads ``places.txt``, reports of our own. ``--check`` writes nothing: it prints how many placed acts
of held-out passages get the right country, and how many acts without a place are left without one. No randomness: folds
follow from the hash of the passage's name.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from date_examples import OWN
from dates import FOLDS, SALTS, asked, fold, train, write
from place_examples import Example, gold_examples, is_right, own_examples

from dateline.evaluation.passages import read_rows
from dateline.resolve.place_ranking import FILE, best_place


def check(held: Sequence[Example]) -> str:
    """Shares that are right, over passages held out in turn."""
    lines = []
    for salt in SALTS:
        found: Counter[tuple[bool, bool]] = Counter()
        for k in range(FOLDS):
            own = [example for example in held if example.passage.startswith(OWN)]
            gold = [example for example in held if not example.passage.startswith(OWN)]
            table = train([*own, *(example for example in gold if fold(example.passage, salt) != k)])
            for example in gold:
                if fold(example.passage, salt) == k and example.country != "":
                    found[example.country is not None, _is_right(example, table)] += 1
        placed, left = (found[kind, True] / (found[kind, True] + found[kind, False]) for kind in (True, False))
        lines.append(f"folds {salt}  country right {placed:.3f}  left open rightly {left:.3f}")
    return "\n".join(lines)


def _is_right(example: Example, table: dict[str, float]) -> bool:
    where = best_place(example.choices, table)
    if where is None or where.place is None:
        return example.country is None
    return any(choice.where.place == where.place and is_right(choice, example.country) for choice in example.choices)


def main() -> None:
    """Train and write."""
    options = asked(__doc__, FILE)
    held = [*gold_examples(read_rows(options.gold / "events_train.jsonl"))]
    held += own_examples(Path(__file__).parent / "places.txt")
    if options.check:
        sys.stdout.write(check(held) + "\n")
        return
    table = train(held)
    write(table, options.output, len(held), "place")
    sys.stderr.write(f"{len(table)} weights in {options.output.name}\n")


if __name__ == "__main__":
    main()
