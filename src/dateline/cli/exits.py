"""Exit codes."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the program's end tells the shell."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PARTIAL = 3
    GATE = 4
    INTERRUPTED = 130


def of_counts(done: int, failed: int) -> Exit:
    """DONE when nothing failed, FAILED when nothing was done, PARTIAL between."""
    if not failed:
        return Exit.DONE
    return Exit.PARTIAL if done else Exit.FAILED
