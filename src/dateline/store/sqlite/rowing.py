"""Records to rows and back. Columns are for queries and for people; the JSON is what records are read from.

SQLite holds no lone surrogates, which a damaged report may contain: columns show U+FFFD in their place
(one code point for one, so that offsets hold), while the JSON keeps them as escapes.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from dateline.model import ImpreciseDate, Place, from_json, to_json

R = TypeVar("R")
Columns = dict[str, object]

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def dump(record: object) -> str:
    """The whole record as JSON text."""
    return dump_json(to_json(record))


def dump_json(value: object) -> str:
    """Plain JSON values as text, readable where it can be."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if _LONE_SURROGATE.search(text):
        return json.dumps(value, separators=(",", ":"))
    return text


def load(kind: type[R], text: str) -> R:
    """The record that :func:`dump` wrote.

    Raises:
        RecordError: the JSON is not of that kind, as after a change by hand.
    """
    return from_json(kind, json.loads(text))


def dump_list(values: tuple[str, ...]) -> str:
    """A column with a list of words."""
    return dump_json(list(values))


def storable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> None:
    """Insert one row; column names are ours, values are bound."""
    values = [storable(value) if isinstance(value, str) else value for value in row.values()]
    connection.execute(_insert_sql(table, tuple(row)), values)


@cache
def _insert_sql(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 (our own names)


def date_columns(interval: ImpreciseDate | None) -> Columns:
    """An interval as three columns."""
    return {
        "earliest": interval.earliest.isoformat() if interval else None,
        "latest": interval.latest.isoformat() if interval else None,
        "date_precision": str(interval.precision) if interval else None,
    }


def place_columns(place: Place | None) -> Columns:
    """A place as six columns."""
    return {
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "place_precision": str(place.precision) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonames_id": place.geonames_id if place else None,
    }
