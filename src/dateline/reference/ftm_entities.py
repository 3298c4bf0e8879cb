"""FollowTheMoney entities as JSON lines: read one by one, and their properties as plain texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model.reference import BadRow

_LONGEST = 16_000_000


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """One entity of a file or one nested in it; ``line`` is 1-based."""

    line: int
    id: str
    schema: str
    values: Mapping[str, Any]

    @property
    def caption(self) -> str:
        """What the entity is called, "" where it says nothing."""
        found = self.values.get("caption")
        return found if isinstance(found, str) else ""

    def texts(self, *names: str) -> tuple[str, ...]:
        """The texts of properties, in order and without repetition; of a nested entity its id."""
        found: dict[str, None] = {}
        for name in names:
            for value in self._property(name):
                text = value.get("id", "") if isinstance(value, dict) else value
                if isinstance(text, str) and text.strip():
                    found[" ".join(text.split())] = None
        return tuple(found)

    def nested(self, name: str) -> Iterator[FtmEntity]:
        """The entities that stand within a property."""
        for value in self._property(name):
            if isinstance(value, dict) and isinstance(made := ftm_entity(value, self.line), FtmEntity):
                yield made

    def listed(self, name: str) -> tuple[str, ...]:
        """Texts of a field beside the properties ("datasets")."""
        found = self.values.get(name)
        return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()

    def _property(self, name: str) -> list[Any]:
        properties = self.values.get("properties")
        found = properties.get(name, []) if isinstance(properties, dict) else []
        return found if isinstance(found, list) else [found]


def ftm_entities(path: Path) -> Iterator[FtmEntity | BadRow]:
    """The entities of a file, in the memory of one line."""
    with path.open("rb") as file:
        line = 0
        while raw := file.readline(_LONGEST):
            line += 1
            if len(raw) == _LONGEST and not raw.endswith(b"\n"):
                while (rest := file.readline(_LONGEST)) and not rest.endswith(b"\n"):
                    pass
                yield BadRow(line=line, reason=f"it is longer than {_LONGEST:,} bytes", text="")
            elif raw.strip():
                yield _read(raw, line)


def ftm_entity(value: object, line: int) -> FtmEntity | BadRow:
    """The entity that a JSON value is."""
    if not isinstance(value, dict):
        return BadRow(line=line, reason=f"it is no object but a {type(value).__name__}", text=str(value)[:500])
    identity, schema = value.get("id"), value.get("schema")
    if not isinstance(identity, str) or not isinstance(schema, str) or not identity or not schema:
        return BadRow(line=line, reason="an entity needs id and schema", text=json.dumps(value)[:500])
    return FtmEntity(line, identity, schema, value)


def _read(raw: bytes, line: int) -> FtmEntity | BadRow:
    try:
        return ftm_entity(json.loads(raw.removeprefix(b"\xef\xbb\xbf")), line)
    except (ValueError, RecursionError) as error:
        return BadRow(line=line, reason=f"it is no JSON: {error}", text=raw[:500].decode("utf-8", "replace"))
