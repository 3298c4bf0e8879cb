"""What every part of the façade stands on: the open database."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from dateline.store import Store


class Held:
    """An open record.

    Args:
        store: Where it lies.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def location(self) -> str:
        """Where it lies, as the user would name it."""
        return self.store.location

    def close(self) -> None:
        """Release the database; a second call does nothing."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
