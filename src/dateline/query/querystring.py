"""Filters as the query part of an address: ``type=AID&type=AGREE&actor=RUS&since=2021-01-01``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dateline.errors import UsageError
from dateline.store import Selection


def _one(values: list[str]) -> str:
    (value,) = values
    return value


def _pair(values: list[str]) -> tuple[str, ...]:
    left, right = values
    return left, right


def _day(values: list[str]) -> dt.date:
    return dt.date.fromisoformat(_one(values))


def _number(values: list[str]) -> float:
    return float(_one(values))


def _whole(values: list[str]) -> int:
    return int(_one(values))


#: How the fields that are no list of words are read; a pair is written as two values, left and right.
_READERS: Mapping[str, Callable[[list[str]], object]] = MappingProxyType(
    {
        "pair": _pair,
        "since": _day,
        "until": _day,
        "min_certainty": _number,
        "limit": _whole,
        **dict.fromkeys(("actor", "recipient", "party", "text", "document", "cursor"), _one),
    }
)


def encode(selection: Selection) -> str:
    """Only fields that differ from their default, in the order of the class."""
    pairs: list[tuple[str, str]] = []
    for field in fields(selection):
        value = getattr(selection, field.name)
        if value != field.default:
            values = value if isinstance(value, tuple) else (value,)
            pairs.extend((field.name, str(each)) for each in values)
    return urlencode(pairs, errors="surrogatepass")


def decode(kind: type[Selection], query: str) -> dict[str, Any]:
    """Arguments for ``kind``.

    Raises:
        UsageError: an unknown name or a value that does not fit.
    """
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl(query.removeprefix("?"), keep_blank_values=True, errors="surrogatepass"):
        given.setdefault(name, []).append(value)
    names = [field.name for field in fields(kind)]
    unknown = sorted(given.keys() - set(names))
    if unknown:
        raise UsageError(f"no filter {unknown[0]!r}", f"there are {', '.join(names)}")
    return {name: _read(name, values) for name, values in given.items()}


def _read(name: str, values: list[str]) -> object:
    try:
        return _READERS[name](values) if name in _READERS else tuple(values)
    except ValueError as error:
        raise UsageError(f"filter {name}={'&'.join(values)}", f"it does not fit: {error}") from error
