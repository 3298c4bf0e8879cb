"""What came of sending, and when a failed attempt is made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.store import Store
from dateline.store.watching import Alert
from dateline.watching.config import Delivery
from dateline.watching.timing import Timing, wait_after

__all__ = ["AT_ONCE", "Delivered", "failed"]

#: Messages looked at together.
AT_ONCE = 100
_FIRST_WAIT = 30.0
_LONGEST_WAIT = 3_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """How many messages arrived, and why the others did not."""

    name: str
    sent: int
    error: str | None = None


def failed(
    store: Store,
    delivery: Delivery,
    alerts: Sequence[Alert],
    error: str,
    timing: Timing,
    *,
    sent: int = 0,
    asked: float | None = None,
) -> Delivered:
    """Note that messages did not arrive; they wait longer each time, up to an hour, and are never given up."""
    tries = max((alert.tries for alert in alerts), default=0)
    due = timing.now() + wait_after(tries, _FIRST_WAIT, timing, asked=asked, most=_LONGEST_WAIT)
    store.not_delivered(delivery.name, alerts, error, due)
    return Delivered(name=delivery.name, sent=sent, error=error)
