"""Mail through a relay: one message for all that waits; sent again, it has the same Message-ID."""

from __future__ import annotations

import email.utils
import smtplib
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Any

from dateline.store import Store
from dateline.store.watching import Alert
from dateline.watching.config import Delivery
from dateline.watching.deliver.outcome import AT_ONCE, Delivered, failed
from dateline.watching.timing import Timing
from dateline.watching.wording import body_of, headline

__all__ = ["send_mail"]

_RELAY = "localhost:25"
_SECONDS = 30.0


def send_mail(store: Store, delivery: Delivery, timing: Timing) -> Delivered:
    """Send what waits in one mail."""
    key, waiting = store.batch(delivery.name, timing.now(), AT_ONCE)
    if not waiting:
        return Delivered(name=delivery.name, sent=0)
    host, _, port = str(delivery.settings.get("relay", _RELAY)).rpartition(":")
    try:
        with smtplib.SMTP(host, int(port), timeout=_SECONDS) as relay:
            relay.send_message(_mail(key, waiting, delivery.settings))
    except (OSError, smtplib.SMTPException, ValueError) as error:
        return failed(store, delivery, waiting, f"the relay does not take the mail: {error}", timing)
    store.delivered(delivery.name, waiting)
    return Delivered(name=delivery.name, sent=len(waiting))


def _mail(key: str, alerts: Sequence[Alert], settings: Mapping[str, Any]) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = settings["from"]
    mail["To"] = ", ".join(settings["to"])
    mail["Subject"] = _one_line(headline(alerts[0]) if len(alerts) == 1 else _subject(alerts))
    mail["Date"] = email.utils.format_datetime(alerts[-1].made)
    mail["Message-ID"] = f"<{key}@dateline.invalid>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n\n".join(f"{alert.alert}\n{headline(alert)}\n{body_of(alert)}" for alert in alerts))
    return mail


def _subject(alerts: Sequence[Alert]) -> str:
    names = ", ".join(sorted({alert.alert for alert in alerts}))
    return f"{len(alerts)} alerts: {names}"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]
