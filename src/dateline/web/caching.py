"""Answers that cost a walk through the whole record, kept until the record changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Values by key for one state of the record; the least used go first.

    Args:
        record: The database.
        most: How many values are kept.
    """

    def __init__(self, record: Path, most: int = 256) -> None:
        self._record = record
        self._most = most
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made anew when the record's files changed since."""
        whole = (self._state(), key)
        with self._lock:
            if whole in self._values:
                self._values.move_to_end(whole)
                found: T = self._values[whole]
                return found
        made = make()  # outside the lock: two may make it at once, and both are right
        with self._lock:
            self._values[whole] = made
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return made

    def _state(self) -> Hashable:
        """Size and time of the database and of its write-ahead log, which every change touches."""
        found = []
        for path in (self._record, self._record.with_name(f"{self._record.name}-wal")):
            try:
                about = path.stat()
            except FileNotFoundError:
                found.append((0, 0))
            else:  # an empty log is made and removed by readers too
                found.append((about.st_mtime_ns, about.st_size) if about.st_size else (0, 0))
        return tuple(found)
