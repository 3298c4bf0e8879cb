"""The record in one SQLite file (write-ahead log, full-text search); any SQLite tool reads its tables."""

from __future__ import annotations

from dateline.store.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
