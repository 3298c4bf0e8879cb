"""Fit the ranking of parties (``coding/role_ranking``) on annotated passages and write its weights.

Run with the package installed: ``python training/roles.py --predictions FILE… [--gold FOLDER] [--check]``. Besides
``events_train.jsonl`` in that folder it reads ``parties.txt``, sentences of our own, and what networks that have not
seen a passage say of it: the files of ``train.py --folds 3 --only 0`` (and 1, 2). ``--check`` writes nothing: it
prints how often the parties of held-out passages are right, by the rules alone and with the ranking. The recipients'
model also sees the actors' ranking, made out of training. No randomness: folds follow from the hash of the passage's
name.
"""

from __future__ import annotations

import argparse
import dataclasses
import pickle
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from role_examples import OWN, Example, examples, own_rows
from role_fit import Problem, fit

from dateline.coding.role_ranking.choosing import choose
from dateline.coding.role_ranking.model import FILE, RoleModel
from dateline.coding.role_ranking.stacking import features_beside, features_of_acting
from dateline.evaluation.passages import read_rows

SMALLEST = 0.02
INNER, OUTER = 4, 3
CHOICE = {"open_actor": 0.2, "open_recipient": 0.7, "far_actor": 0.2, "far_recipient": 0.2}
"""Thresholds of :class:`RoleModel`, chosen on held-out passages for the best triple F1."""


def fold(name: str, count: int, salt: str) -> int:
    """The fold of a passage."""
    return zlib.crc32(f"{name}{salt}".encode()) % count


def train(held: Sequence[Example]) -> RoleModel:
    """Both models; the recipients' one learns from rankings of actors whose passage was held out."""
    tables = {"actor": table(held, "actor")}
    told: list[Example] = []
    for k in range(INNER):
        out = [e for e in held if fold(e.passage, INNER, "inner") == k]
        problem = Problem([e for e in held if fold(e.passage, INNER, "inner") != k], "actor")
        test = Problem(out, "actor", problem.vocabulary)
        told += [_after(e, s) for e, s in zip(out, test.split(test.shares(fit(problem))), strict=True)]
    tables["recipient"] = table(told, "recipient")
    return RoleModel(**tables, **CHOICE)


def _after(example: Example, shares: Sequence[float]) -> Example:
    """The example with what the actors' ranking adds, given the likeliest right actor."""
    right = [k for k, value in enumerate(example.actor) if value] or list(range(len(shares)))
    actor = max(right, key=lambda k: shares[k])
    acting = features_of_acting(shares, example.figures)
    beside = features_beside(actor, example.figures, example.event_type)
    return dataclasses.replace(example, more=[a + b for a, b in zip(acting, beside, strict=True)])


def table(held: Sequence[Example], role: str) -> dict[str, float]:
    """Feature → weight, without the weights that hardly count."""
    problem = Problem(held, role)
    found = zip(problem.vocabulary, fit(problem).tolist(), strict=True)
    return {name: round(weight, 2) for name, weight in found if abs(weight) >= SMALLEST}


def write(model: RoleModel, path: Path, count: int) -> None:
    """Write the model as TOML."""
    lines = [
        "# Weights of the ranking of parties (coding/role_ranking), written by training/roles.py.",
        f"# Fitted on {count} annotated acts. A feature's name says when it holds; see role_ranking/features.py.",
        "[choice]",
        *(f"{key} = {value}" for key, value in CHOICE.items()),
    ]
    for name, weights in (("actor", model.actor), ("recipient", model.recipient)):
        lines += ["", f"[{name}]", *(f'"{key}" = {value}' for key, value in sorted(weights.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def check(held: Sequence[Example]) -> str:
    """Share of acts whose actor and recipient are right, over passages held out in turn."""
    lines = []
    for salt in ("a", "b"):
        right, ruled, acts = [0, 0, 0], [0, 0, 0], 0
        for k in range(OUTER):
            test = [e for e in held if not e.passage.startswith(OWN) and fold(e.passage, OUTER, salt) == k]
            model = train([e for e in held if e.passage.startswith(OWN) or fold(e.passage, OUTER, salt) != k])
            acts += len(test)
            for example in test:
                _count(right, *_chosen(model, example), example)
                _count(ruled, _ruled(example, "actor"), _ruled(example, "recipient"), example)
        for name, found in (("rules", ruled), ("ranking", right)):
            actor, recipient, both = (each / acts for each in found)
            lines.append(
                f"folds {salt}  {name:8} actor {actor:.3f}  recipient {recipient:.3f}  both {both:.3f}  n {acts}"
            )
    return "\n".join(lines)


def _chosen(model: RoleModel, example: Example) -> tuple[list[int], list[int]]:
    far = ["far" in names for names in example.names[:-1]]
    choice = choose(model, example.event_type, example.figures, example.names, far)
    nobody = len(example.figures)
    return [nobody if choice.actor is None else choice.actor], [
        nobody if choice.recipient is None else choice.recipient
    ]


def _ruled(example: Example, role: str) -> list[int]:
    found = [k for k, names in enumerate(example.names) if f"rule {role}" in names]
    return found or [len(example.figures)]


def _count(found: list[int], actors: Sequence[int], recipients: Sequence[int], example: Example) -> None:
    """As the scorer does: any recipient is right where none is annotated."""
    actor = any(example.actor[k] > 0 for k in actors)
    recipient = example.recipient[-1] > 0 or any(example.recipient[k] > 0 for k in recipients)
    for n, value in enumerate((actor, recipient, actor and recipient)):
        found[n] += value


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(__file__).parents[1] / ".." / "shared" / "gold"
    parser.add_argument("--gold", type=Path, default=shared, help="folder with events_train.jsonl")
    data = Path(__file__).parents[1] / "src" / "dateline" / "vocab" / "data"
    parser.add_argument("--output", type=Path, default=data / FILE)
    parser.add_argument(
        "--predictions", type=Path, nargs="+", required=True, help="held-out predictions of the network"
    )
    parser.add_argument("--check", action="store_true", help="print held-out figures instead of writing")
    options = parser.parse_args()
    own = own_rows(Path(__file__).parent / "parties.txt")
    predictions: dict[tuple[str, str], Any] = {}
    for path in options.predictions:
        predictions.update(pickle.loads(path.read_bytes()))  # noqa: S301 — our own files
    held = list(examples([*read_rows(options.gold / "events_train.jsonl"), *own], predictions))
    if options.check:
        sys.stdout.write(check(held) + "\n")
        return
    write(train(held), options.output, len(held))
    sys.stderr.write(f"{len(held)} acts, weights in {options.output.name}\n")


if __name__ == "__main__":
    main()
