"""Alerts on their way: one module for each kind of delivery; ``KINDS`` names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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


def deliver(store: Store, config: WatchConfig, timing: Timing) -> tuple[Delivered, ...]:
    """Send what waits and is due; what does not arrive is tried again later."""
    return tuple(KINDS[each.kind](store, each, timing) for each in config.deliveries)
