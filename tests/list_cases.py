"""Reading lists in tests: an edition, what a reader yields, and the development files beside the repository."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from dateline.model.reference import BadRow, Edition, Note
from dateline.reference.registry import kind_of

R = TypeVar("R")

SHARED = Path(__file__).parents[1] / "../shared/reference"
RETRIEVED = dt.date(2024, 5, 2)


@dataclass(frozen=True)
class Taken:
    """What a reader yielded."""

    items: tuple[object, ...]

    def of(self, kind: type[R]) -> list[R]:
        return [item for item in self.items if isinstance(item, kind)]

    @property
    def bad(self) -> list[tuple[int, str]]:
        return [(row.line, row.reason) for row in self.of(BadRow)]

    @property
    def notes(self) -> list[str]:
        return [note.text for note in self.of(Note)]


def edition(kind: str, *, vintage: str | None = None, sha256: str = "ab" * 32) -> Edition:
    return Edition(kind=kind, source="a test", vintage=vintage, retrieved=RETRIEVED, licence="none", sha256=sha256)


def take(kind: str, path: Path) -> Taken:
    """Read a file as an import would, and check what every reader promises: ids are unique, rows have their source."""
    how = kind_of(kind)
    own = edition(kind, vintage=how.vintage(path))
    taken = Taken(tuple(how.reader()(path, own)))
    records = [item for item in taken.items if not isinstance(item, BadRow | Note)]
    assert len({record.id for record in records}) == len(records)
    assert all(record.provenance.sha256 == own.sha256 and record.provenance.line > 0 for record in records)
    return taken


def items_of(kind: str, path: Path) -> list[object]:
    """What :func:`take` reads, in order."""
    return list(take(kind, path).items)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def shared(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the repository")
    return path
