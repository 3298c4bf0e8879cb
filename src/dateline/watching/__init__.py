"""Watch feeds: poll, code, fuse, and tell what is news to saved queries, once."""

from __future__ import annotations

from dateline.watching.config import WatchConfig, read_config
from dateline.watching.rounds import OnRound, Round, watch
from dateline.watching.timing import Timing

__all__ = ["OnRound", "Round", "Timing", "WatchConfig", "read_config", "watch"]
