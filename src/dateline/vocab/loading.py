"""Reads the shipped vocabulary files, entry by entry; what does not hold together is an error."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from dateline.errors import VocabularyError

E = TypeVar("E", bound=StrEnum)


class Entry:
    """One entry of a data file, read field by field.

    Args:
        file: Name of the data file, for messages.
        name: Name of the entry, for messages.
        values: What stands there.
    """

    __slots__ = ("_left", "_values", "file", "name")

    def __init__(self, file: str, name: str, values: Mapping[str, object]) -> None:
        self.file = file
        self.name = name
        self._values = values
        self._left = set(values)

    def wrong(self, why: str, next_step: str = "") -> VocabularyError:
        """The error that names this file and entry."""
        return VocabularyError(f"{self.file}: {self.name}", why, next_step)

    def text(self, key: str, default: str | None = None) -> str:
        """A string that is not empty; ``default`` when the field is absent."""
        self._left.discard(key)
        value = self._values.get(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self.wrong(f"{key} must be text, it is {value!r}", f"write {key} in {self.file}")
        return value

    def has(self, key: str) -> bool:
        """Whether the field stands there."""
        return key in self._values

    def intensity(self, key: str) -> float:
        """A number between -10 (conflict) and +10 (cooperation)."""
        self._left.discard(key)
        value = self._values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not -10 <= value <= 10:
            raise self.wrong(f"{key} must be a number between -10 and 10, it is {value!r}")
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false."""
        self._left.discard(key)
        value = self._values.get(key)
        if not isinstance(value, bool):
            raise self.wrong(f"{key} must be true or false, it is {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings without repetition; empty when the field is absent."""
        self._left.discard(key)
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            raise self.wrong(f"{key} must be a list of texts")
        if len(set(values)) != len(values):
            twice = sorted({value for value in values if values.count(value) > 1})
            raise self.wrong(f"{key} holds {', '.join(map(repr, twice))} twice", "leave one")
        return tuple(values)

    def phrases(self, key: str) -> tuple[str, ...]:
        """A list of lower-case phrases: single spaces, no hyphens."""
        values = self.texts(key)
        for value in values:
            if value != " ".join(value.lower().replace("-", " ").split()):
                raise self.wrong(f"{key}: {value!r} must be in lower case, with single spaces and no hyphen")
        return values

    def choice(self, key: str, kinds: type[E]) -> E:
        """One member of an enumeration."""
        value = self.text(key)
        try:
            return kinds(value)
        except ValueError:
            known = ", ".join(kind.value for kind in kinds)
            raise self.wrong(f"{key} {value!r} is not one of {known}") from None

    def entries(self, key: str) -> Iterator[Entry]:
        """The tables of a list of tables."""
        self._left.discard(key)
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.wrong(f"{key} must be a list of tables")
        for number, value in enumerate(values, start=1):
            yield Entry(self.file, f"{self.name} {key} {number}", value)

    def tables(self) -> Iterator[tuple[str, Entry]]:
        """Every field as a table of its own, with its name."""
        self._left.clear()
        for key, value in self._values.items():
            yield key, table(self.file, f"{self.name}.{key}", value)

    def done(self) -> None:
        """Refuse fields that nothing has read: a misspelt field must not be ignored."""
        if self._left:
            raise self.wrong(
                f"unknown field {', '.join(sorted(self._left))}", "see the head of the file for its fields"
            )


def read_text(file: str) -> str:
    """Text of a shipped data file, with line feeds as line ends."""
    return (files("dateline.vocab") / "data" / file).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def read_toml(file: str) -> Mapping[str, object]:
    """A shipped TOML file.

    Raises:
        VocabularyError: it is not TOML; the message says where.
    """
    try:
        return tomllib.loads(read_text(file))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(file, str(error), "correct the file") from error


def toml_entries(file: str) -> Iterator[Entry]:
    """The top-level tables of a shipped TOML file, in its order."""
    for name, value in read_toml(file).items():
        yield table(file, name, value)


def table(file: str, name: str, value: object) -> Entry:
    """A TOML table as an entry.

    Raises:
        VocabularyError: the value is no table.
    """
    if not isinstance(value, dict):
        raise VocabularyError(f"{file}: {name}", "must be a table", f"write [{name}]")
    return Entry(file, name, value)


def csv_entries(file: str) -> Iterator[Entry]:
    """The rows of a shipped CSV file, named by line; empty cells are left out.

    Raises:
        VocabularyError: a row has more or fewer cells than the head.
    """
    yield from _csv_rows(file, read_text(file))


def own_csv_entries(path: str) -> Iterator[Entry]:
    """The rows of a user's own CSV file, as :func:`csv_entries` gives those of a shipped one.

    Raises:
        VocabularyError: the file cannot be read as UTF-8, or a row has more or fewer cells than the head.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(path, str(error), "give a CSV file in UTF-8") from error
    yield from _csv_rows(path, text)


def _csv_rows(file: str, text: str) -> Iterator[Entry]:
    for number, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        if None in row or None in row.values():
            raise VocabularyError(f"{file}: line {number}", "has more or fewer cells than the head")
        yield Entry(file, f"line {number}", {key: value for key, value in row.items() if value})
