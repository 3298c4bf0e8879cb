"""What to watch, what to tell and where to: the file that ``dateline watch`` reads."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.query import EventFilter

__all__ = ["Delivery", "Feed", "SavedQuery", "WatchConfig", "read_config"]

_KINDS = {
    "stdout": ((), ()),
    "jsonl": (("path",), ()),
    "atom": (("path",), ("title", "entries")),
    "webhook": (("url", "secret-env"), ("seconds",)),
    "mail": (("from", "to"), ("relay",)),
}
_LEAST_EVERY = 60.0
_RELAY = re.compile(r".+:\d{1,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed.

    Attributes:
        every: Seconds between two polls.
        private: It may lie in a private network or on this machine, and so may its pages.
        recheck: Seconds after which a page that an item announced is asked whether it is still there.
    """

    url: str
    publisher: str | None = None
    every: float = 900.0
    private: bool = False
    language: str | None = None
    recheck: float = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A query whose news are told; ``deliver`` names deliveries, () stands for all."""

    name: str
    filter: EventFilter
    deliver: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where alerts go: ``stdout``, ``jsonl``, ``atom``, ``webhook`` or ``mail``, with the settings of that kind."""

    name: str
    kind: str
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchConfig:
    """All of a file."""

    feeds: tuple[Feed, ...]
    alerts: tuple[SavedQuery, ...] = ()
    deliveries: tuple[Delivery, ...] = ()

    def check_secrets(self) -> None:
        """See that the environment holds all secrets.

        Raises:
            UsageError: one is missing.
        """
        for delivery in self.deliveries:
            name = delivery.settings.get("secret-env")
            if name is not None and not os.environ.get(name):
                raise UsageError(
                    f"delivery {delivery.name!r}", f"the environment has no {name}", "set it to the secret"
                )

    def targets(self, alert: SavedQuery) -> tuple[str, ...]:
        """Names of the deliveries of an alert."""
        return alert.deliver or tuple(each.name for each in self.deliveries)


def read_config(path: Path) -> WatchConfig:
    """Read and check a file; paths in it count from its folder.

    Raises:
        UsageError: it cannot be read, or something in it does not fit.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read {path}", error.strerror or str(error), "check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}", f"it is no TOML: {error}", "docs/watch.md shows an example") from error
    _only(held, ("feed", "alert", "delivery"), str(path))
    feeds = tuple(_feed(each, f"{path}, feed {number}") for number, each in _tables(held, "feed", path))
    deliveries = tuple(
        _delivery(each, f"{path}, delivery {number}", path.parent) for number, each in _tables(held, "delivery", path)
    )
    alerts = tuple(_alert(each, f"{path}, alert {number}") for number, each in _tables(held, "alert", path))
    _different(path, "feed", (each.url for each in feeds))
    _different(path, "alert", (each.name for each in alerts))
    _different(path, "delivery", (each.name for each in deliveries))
    known = {each.name for each in deliveries}
    for alert in alerts:
        for name in alert.deliver:
            if name not in known:
                raise UsageError(f"{path}, alert {alert.name!r}", f"there is no delivery {name!r}", "name one")
    return WatchConfig(feeds=feeds, alerts=alerts, deliveries=deliveries)


def _tables(held: Mapping[str, Any], key: str, path: Path) -> list[tuple[int, Mapping[str, Any]]]:
    found = held.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise UsageError(f"cannot read {path}", f"{key!r} is no table", f"write [[{key}]]")
    return list(enumerate(found, start=1))


def _feed(held: Mapping[str, Any], where: str) -> Feed:
    _only(held, ("url", "publisher", "every", "allow-private", "language", "recheck"), where)
    url = _text(held, "url", where)
    if not url or not url.startswith(("http://", "https://")):
        raise UsageError(where, "its url is no http or https address", 'url = "https://…"')
    every = _number(held, "every", 900.0, where)
    if every < _LEAST_EVERY:
        raise UsageError(where, f"every = {every:g} is impolite", f"give {_LEAST_EVERY:g} seconds or more")
    private = held.get("allow-private", False)
    if not isinstance(private, bool):
        raise UsageError(where, "allow-private is neither true nor false")
    return Feed(
        url=url,
        publisher=_text(held, "publisher", where),
        every=every,
        private=private,
        language=_text(held, "language", where),
        recheck=_number(held, "recheck", 86_400.0, where),
    )


def _alert(held: Mapping[str, Any], where: str) -> SavedQuery:
    _only(held, ("name", "filter", "deliver"), where)
    name, query = _text(held, "name", where), _text(held, "filter", where)
    if not name or query is None:
        raise UsageError(where, "it needs a name and a filter", 'filter = "country=MMR&type=AID"')
    try:
        wanted = EventFilter.from_query(query).checked()
    except UsageError as error:
        raise UsageError(where, str(error)) from error
    if wanted.cursor is not None or "limit=" in query:
        raise UsageError(where, "its filter has a limit or a cursor", "leave them out")
    return SavedQuery(name=name, filter=wanted, deliver=_texts(held, "deliver", where))


def _delivery(held: Mapping[str, Any], where: str, folder: Path) -> Delivery:
    kind = _text(held, "kind", where)
    if kind not in _KINDS:
        raise UsageError(where, f"no kind {kind!r}", f"there are {', '.join(_KINDS)}")
    needed, more = _KINDS[kind]
    _only(held, ("name", "kind", *needed, *more), where)
    missing = [key for key in needed if not held.get(key)]
    if missing:
        raise UsageError(where, f"{kind} needs {missing[0]}", "docs/watch.md shows an example")
    settings = {key: value for key, value in held.items() if key not in ("name", "kind")}
    if "path" in settings:
        settings["path"] = str(folder / _word(settings["path"], where))
    for key in ("url", "secret-env", "relay", "from", "title"):
        if key in settings:
            _word(settings[key], where)
    if not _RELAY.fullmatch(settings.get("relay", "localhost:25")):
        raise UsageError(where, f"relay {settings['relay']!r} names no port", 'relay = "localhost:25"')
    if "to" in settings:
        settings["to"] = _texts(held, "to", where)
    return Delivery(name=_text(held, "name", where) or kind, kind=kind, settings=settings)


def _only(held: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    unknown = sorted(held.keys() - set(known))
    if unknown:
        raise UsageError(where, f"no setting {unknown[0]!r}", f"there are {', '.join(known)}")


def _different(path: Path, what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise UsageError(f"cannot read {path}", f"{what} {name!r} stands there twice", "give it once, or a name")
        seen.add(name)


def _text(held: Mapping[str, Any], key: str, where: str) -> str | None:
    return _word(held[key], where) if key in held else None


def _word(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(where, f"{value!r} is no text", "put it in quotation marks")
    return value


def _texts(held: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = held.get(key, [])
    return tuple(_word(each, where) for each in ([value] if isinstance(value, str) else value))


def _number(held: Mapping[str, Any], key: str, default: float, where: str) -> float:
    value = held.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise UsageError(where, f"{key} = {value!r} is no number of seconds")
    return float(value)
