"""General Assembly voting data of the UN Digital Library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.reference.edition import Edition, Item
from dateline.reference.undl_votes import Columns, read_votes

__all__ = ["read"]

_COLUMNS = Columns(body="UNGA", title="title", agenda="agenda_title")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Votes with their ballots, line by line; adopted resolutions only, as the publisher says.

    Raises:
        MalformedSource: no such columns.
    """
    return read_votes(path, edition, _COLUMNS)
