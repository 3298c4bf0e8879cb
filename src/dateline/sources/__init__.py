"""Bytes to Document: one module per format.

``read_path``, ``read_bytes`` and ``read_stream`` yield a Document for each report and an Unread, with the
reason, for each item that is none; nothing that stands in the bytes stops the rest.
"""

from __future__ import annotations

from dateline.sources.reading import read_bytes, read_path, read_stream
from dateline.sources.records import MAX_BYTES, Hints, Unread

__all__ = ["MAX_BYTES", "Hints", "Unread", "read_bytes", "read_path", "read_stream"]
