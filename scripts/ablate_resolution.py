"""What each part of actor resolution brings: ``python scripts/ablate_resolution.py GOLD``.

Annotates and codes the passages once, then resolves them with one part taken out at a time, and with none, and prints
F1 of typed mentions with their sides (``triple``) and with their actor's name (``actor``) for each. Nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dateline.annotate import make_annotator
from dateline.coding import make_coder
from dateline.evaluation.events import score_events
from dateline.evaluation.passages import passage_document, read_rows
from dateline.export.contract import coding_row
from dateline.model import Annotations, Coding, Document, Party
from dateline.resolve import actors
from dateline.resolve.resolver import Resolver

Report = tuple[Document, Annotations, Coding]
#: Part of the resolution → the readings of :mod:`dateline.resolve.actors` that make it up.
PARTS = {
    "exact names": ("read_several", "read_known", "read_body_in_document"),
    "dated roles": ("read_role", "read_office_in_document"),
    "similar names": ("read_similar", "read_misspelt_body"),
    "unnamed groups and places": ("read_group", "read_place", "read_sibling"),
    "the document's word on unknown names": ("read_described", "read_apposed"),
}


@contextmanager
def without(names: Sequence[str]) -> Iterator[None]:
    """Readings of these names find nothing while it lasts."""

    def nothing(*_: Any) -> Any:
        return None

    def none_similar(*_: Any) -> Any:
        return None, None

    patches = [patch.object(actors, name, none_similar if name == "read_similar" else nothing) for name in names]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def own_words(coding: Coding) -> Coding:
    """The coding with every party called by its own words: no name from elsewhere in the document."""

    def plain(party: Party) -> Party:
        return replace(party, name=party.evidence.text) if party.evidence is not None else party

    def sides(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(plain(party) for party in parties)

    told = tuple(
        replace(each, actors=sides(each.actors), recipients=sides(each.recipients)) for each in coding.mentions
    )
    return replace(coding, mentions=told)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    rows = read_rows(parser.parse_args().gold)
    documents = [passage_document(row) for row in rows]
    coder = make_coder()
    annotated = zip(documents, make_annotator().annotate(documents), strict=True)
    held: list[Report] = [(document, seen, coder.code(document, seen)) for document, seen in annotated]

    def score(resolve: Callable[[Report], Coding]) -> tuple[float, float]:
        report = score_events(rows, [coding_row(each[0].id, resolve(each)) for each in held])
        return report.tallies["triple"].f1, report.tallies["actor"].f1

    whole = score(_resolve)
    _print("with all of it", whole, whole)
    for part, names in PARTS.items():
        with without(names):
            _print(f"without {part}", score(_resolve), whole)
    _print("without coreference", score(lambda each: _resolve((each[0], each[1], own_words(each[2])))), whole)
    _print("without any resolution", score(lambda each: own_words(each[2])), whole)


def _resolve(report: Report) -> Coding:
    return Resolver().with_parties(*report)


def _print(what: str, found: tuple[float, float], whole: tuple[float, float]) -> None:
    cells = "  ".join(
        f"{name} {value:.3f} ({value - full:+.3f})"
        for name, value, full in zip(("triple", "actor"), found, whole, strict=True)
    )
    sys.stdout.write(f"{what:46} {cells}\n")


if __name__ == "__main__":
    main()
