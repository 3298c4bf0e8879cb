"""The one interface to the database. Records in, records out; no SQL and no connection crosses it.

``tests/store/test_contract.py`` says what each method promises and runs over every implementation.
"""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from dateline.store.reading import Reader
from dateline.store.reference import ReferenceReader, ReferenceWriter
from dateline.store.watching import WatchStore
from dateline.store.working import Work, Writer


class Store(Writer, ReferenceWriter, Work, Reader, WatchStore, Protocol):
    """A record on disk or on a server."""

    @property
    def location(self) -> str:
        """Where it is, as a user would name it."""

    @property
    def reference(self) -> ReferenceReader:
        """The official records in it."""

    def close(self) -> None:
        """Release it; a second call does nothing."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
