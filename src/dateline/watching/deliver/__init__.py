"""Alerts on their way: one module for each kind of delivery; ``KINDS`` names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.store import Store
from dateline.watching.config import Delivery, WatchConfig
from dateline.watching.deliver.files import send_atom, send_jsonl, send_stdout
from dateline.watching.deliver.mail import send_mail
from dateline.watching.deliver.outcome import Delivered
from dateline.watching.deliver.webhook import send_webhook
from dateline.watching.timing import Timing

__all__ = ["KINDS", "Delivered", "deliver"]

#: Sends what waits for a delivery, and marks it.
KINDS: Mapping[str, Callable[[Store, Delivery, Timing], Delivered]] = {
    "stdout": send_stdout,
    "jsonl": send_jsonl,
    "atom": send_atom,
    "webhook": send_webhook,
    "mail": send_mail,
}
#: Most pieces in one round; the rest goes in the next.
_PIECES = 1_000


def deliver(store: Store, config: WatchConfig, timing: Timing) -> tuple[Delivered, ...]:
    """Send what waits and is due; what does not arrive is tried again later."""
    return tuple(_all(store, each, timing) for each in config.deliveries)


def _all(store: Store, delivery: Delivery, timing: Timing) -> Delivered:
    """Piece by piece, until nothing is left or something goes wrong."""
    sent = 0
    for _ in range(_PIECES):
        done = KINDS[delivery.kind](store, delivery, timing)
        sent += done.sent
        if not done.sent or done.error is not None:
            break
    return replace(done, sent=sent)
