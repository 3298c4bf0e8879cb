"""Files, each alert in them exactly once: of a JSON lines file the end is read first, an Atom file is written anew."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.store import Store
from dateline.store.watching import Alert
from dateline.watching.config import Delivery
from dateline.watching.deliver.atom import atom_feed
from dateline.watching.deliver.outcome import AT_ONCE, Delivered, failed
from dateline.watching.timing import Timing
from dateline.watching.wording import held

__all__ = ["send_atom", "send_jsonl", "send_stdout"]

_BLOCK = 65_536
_ENTRIES = 200


def send_stdout(store: Store, delivery: Delivery, timing: Timing) -> Delivered:
    """Write alerts to standard output, a JSON object a line; at least once, each with its key."""
    waiting = store.outbox(delivery.name, timing.now(), AT_ONCE)
    for alert in waiting:
        sys.stdout.write(alert.record + "\n")
    sys.stdout.flush()
    store.delivered(delivery.name, waiting)
    return Delivered(name=delivery.name, sent=len(waiting))


def send_jsonl(store: Store, delivery: Delivery, timing: Timing) -> Delivered:
    """Add alerts to a file, a JSON object a line; a line that was cut off when the power went is written anew."""
    path = Path(delivery.settings["path"])
    waiting = store.outbox(delivery.name, timing.now(), AT_ONCE)
    if not waiting:
        return Delivered(name=delivery.name, sent=0)
    try:
        _append(path, waiting)
    except OSError as error:
        return failed(store, delivery, waiting, f"cannot write {path}: {error.strerror or error}", timing)
    store.delivered(delivery.name, waiting)
    return Delivered(name=delivery.name, sent=len(waiting))


def _append(path: Path, alerts: Sequence[Alert]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        end = _last_lines(file, len(alerts))
        new = [alert for alert in alerts if f'"key": "{alert.key}"'.encode() not in end]
        file.write(b"".join(alert.record.encode("utf-8", "backslashreplace") + b"\n" for alert in new))
        file.flush()
        os.fsync(file.fileno())


def _last_lines(file: BinaryIO, count: int) -> bytes:
    """At least so many lines at the end, after what is left of a broken one was cut off."""
    size = at = file.seek(0, os.SEEK_END)
    end = b""
    while at and end.count(b"\n") <= count:
        step = min(_BLOCK, at)
        at -= step
        file.seek(at)
        end = file.read(step) + end
    whole = end.rfind(b"\n") + 1
    if whole < len(end):
        file.truncate(size - len(end) + whole)
    file.seek(0, os.SEEK_END)
    return end[:whole]


def send_atom(store: Store, delivery: Delivery, timing: Timing) -> Delivered:
    """Write the latest alerts as an Atom feed, in place of the file as it was."""
    path = Path(delivery.settings["path"])
    waiting = store.outbox(delivery.name, timing.now(), sys.maxsize)
    if not waiting and path.exists():
        return Delivered(name=delivery.name, sent=0)
    entries = store.sent(delivery.name, int(delivery.settings.get("entries", _ENTRIES)))
    try:
        _replace(path, atom_feed(delivery.settings.get("title", "Dateline"), [(each, held(each)) for each in entries]))
    except OSError as error:
        return failed(store, delivery, waiting, f"cannot write {path}: {error.strerror or error}", timing)
    store.delivered(delivery.name, waiting)
    return Delivered(name=delivery.name, sent=len(waiting))


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
