"""Webhooks: each alert is posted as JSON, signed, under a key by which the receiver knows what it has already.

``Dateline-Signature: v1=HEX`` is the HMAC-SHA256 with the shared secret over ``TIMESTAMP.BODY``, the timestamp being
that of ``Dateline-Timestamp`` (seconds since 1970); a receiver refuses old ones. ``Idempotency-Key`` is the key of
the alert.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import ssl
from collections.abc import Mapping
from functools import cache

import httpx

from dateline.store import Store
from dateline.store.watching import Alert
from dateline.watching.config import Delivery
from dateline.watching.deliver.outcome import AT_ONCE, Delivered, failed
from dateline.watching.timing import Timing

__all__ = ["send_webhook", "signature"]

_SECONDS = 15.0
#: Answers by which a receiver refuses one message and not all of them.
_REFUSALS = frozenset({400, 413, 415, 422})
_MOST_REFUSALS = 5


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """The value of ``Dateline-Signature``."""
    signed = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256)
    return f"v1={signed.hexdigest()}"


def send_webhook(store: Store, delivery: Delivery, timing: Timing) -> Delivered:
    """Post what waits, in order; at the first failure the rest waits too, a message that is refused does not."""
    waiting = store.outbox(delivery.name, timing.now(), AT_ONCE)
    if not waiting:
        return Delivered(name=delivery.name, sent=0)
    sent, why = 0, None
    with _client(float(delivery.settings.get("seconds", _SECONDS))) as client:
        for number, alert in enumerate(waiting):
            error, status, asked = _post(client, delivery.settings, alert, timing)
            if error is None:
                store.delivered(delivery.name, [alert])
                sent += 1
            elif status in _REFUSALS:
                why = error
                _refused(store, delivery, alert, error, timing)
            else:
                return failed(store, delivery, waiting[number:], error, timing, sent=sent, asked=asked)
    return Delivered(name=delivery.name, sent=sent, error=why)


def _client(seconds: float) -> httpx.Client:
    return httpx.Client(trust_env=False, timeout=seconds, verify=_trusted())


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates, which take long to load."""
    return httpx.create_ssl_context(trust_env=False)


def _post(
    client: httpx.Client, settings: Mapping[str, str], alert: Alert, timing: Timing
) -> tuple[str | None, int | None, float | None]:
    """Why it did not arrive (None: it did), the status, and the seconds that the receiver asks to wait."""
    body = alert.record.encode("utf-8", "backslashreplace")
    timestamp = str(int(timing.now()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "dateline",
        "Idempotency-Key": alert.key,
        "Dateline-Timestamp": timestamp,
        "Dateline-Signature": signature(os.environ[settings["secret-env"]], timestamp, body),
    }
    try:
        answer = client.post(settings["url"], content=body, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"no answer: {error or type(error).__name__}", None, None
    if answer.is_success:
        return None, answer.status_code, None
    asked = answer.headers.get("Retry-After", "")
    return f"the receiver answers {answer.status_code}", answer.status_code, float(asked) if asked.isdigit() else None


def _refused(store: Store, delivery: Delivery, alert: Alert, error: str, timing: Timing) -> None:
    """Try a message that the receiver will not take a few times; it is kept all the same."""
    if alert.tries + 1 >= _MOST_REFUSALS:
        store.not_delivered(delivery.name, [alert], error, None)
    else:
        failed(store, delivery, [alert], error, timing)
