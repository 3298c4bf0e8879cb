"""Security Council voting data of the UN Digital Library; failed drafts and vetoes are not in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.reference.edition import Edition, Item
from dateline.reference.undl_votes import Columns, read_votes

__all__ = ["read"]

_COLUMNS = Columns(body="UNSC", title="description", agenda="agenda", modality="modality")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Votes with their ballots, line by line; what was adopted without a vote has ``recorded`` false.

    Raises:
        MalformedSource: no such columns.
    """
    return read_votes(path, edition, _COLUMNS)
