"""JSON at the edges: any record to plain JSON values and back, driven by its type hints.

Fields that hold their default are left out on the way out; unknown keys are refused on the way in, so
that nothing is lost silently.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.errors import RecordError

R = TypeVar("R")

#: A JSON value; written as Any because recursive aliases do not help at a boundary that checks each value.
Json = Any


def to_json(record: object) -> Json:
    """Plain JSON values of a record (dataclass, enum, date, tuple) for ``json.dumps``.

    Raises:
        RecordError: a value of a type that no record uses.
    """
    if record is None or isinstance(record, bool | int | float):
        return record
    if isinstance(record, Enum):
        return record.value
    if isinstance(record, str):
        return record
    if isinstance(record, dt.date):
        return record.isoformat()
    if isinstance(record, tuple | list):
        return [to_json(item) for item in record]
    if isinstance(record, Mapping):
        return {str(key): to_json(value) for key, value in record.items()}
    if is_dataclass(record) and not isinstance(record, type):
        out = {}
        for field in fields(record):
            value = getattr(record, field.name)
            if field.default is MISSING or value != field.default:
                out[field.name] = to_json(value)
        return out
    raise RecordError(f"cannot write a {type(record).__name__} as JSON", "no record holds such a value")


def from_json(kind: type[R], value: Json) -> R:
    """Build a record of class ``kind`` from what :func:`to_json` wrote.

    Raises:
        RecordError: a missing or unknown key, or a value that does not fit its field.
    """
    built: R = _decode(kind, value, kind.__name__)
    return built


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(kind: Any, value: Json, where: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(kind), value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise RecordError(where, f"expected a list, got {type(value).__name__}")
        (item, *_) = get_args(kind)
        return tuple(_decode(item, each, f"{where}[{n}]") for n, each in enumerate(value))
    if is_dataclass(kind):
        return _decode_record(kind, value, where)
    return _decode_scalar(kind, value, where)


def _decode_union(options: tuple[Any, ...], value: Json, where: str) -> Any:
    if value is None and type(None) in options:
        return None
    (kind,) = [option for option in options if option is not type(None)]
    return _decode(kind, value, where)


def _decode_record(kind: Any, value: Json, where: str) -> Any:
    if not isinstance(value, dict):
        raise RecordError(where, f"expected an object, got {type(value).__name__}")
    hints = _hints(kind)
    unknown = value.keys() - hints.keys()
    if unknown:
        raise RecordError(where, f"unknown keys {sorted(unknown)}")
    try:
        return kind(**{key: _decode(hints[key], each, f"{where}.{key}") for key, each in value.items()})
    except TypeError as error:
        raise RecordError(where, str(error)) from error


def _decode_scalar(kind: Any, value: Json, where: str) -> Any:
    try:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(value)
        if kind is dt.datetime:
            return dt.datetime.fromisoformat(value)
        if kind is dt.date:
            return dt.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise RecordError(where, str(error)) from error
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise RecordError(where, f"expected {kind.__name__}, got {value!r}")
    return value
