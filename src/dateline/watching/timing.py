"""Time and chance, so that tests can put their own in, and how long to wait after a failure."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Timing", "wait_after"]

_LONGEST = 86_400.0
_SPREAD = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The clocks.

    Attributes:
        now: Seconds since 1970; what is due is kept in it over restarts.
        monotonic: Seconds that only grow, for the pauses between requests.
        sleep: Waits so many seconds.
        chance: Numbers between 0 and 1 that spread the polls.
    """

    now: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = field(default_factory=lambda: random.Random().random)  # noqa: S311 — no secret


def wait_after(
    failures: int, base: float, timing: Timing, *, asked: float | None = None, most: float = _LONGEST
) -> float:
    """Seconds until the next attempt: ``base``, twice as long after each failure, spread by a fifth.

    Args:
        failures: Failed attempts in a row.
        base: After none.
        timing: Its chance spreads.
        asked: What the server asked for (Retry-After), which is never undercut within a day.
        most: Bound without the spread.
    """
    doubled = min(base * 2.0 ** min(failures, 30), max(most, base))
    spread = doubled * (1 + _SPREAD * (2 * timing.chance() - 1))
    return max(spread, min(asked or 0.0, _LONGEST))
