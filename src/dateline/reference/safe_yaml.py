"""YAML files document by document, safely: plain values, no aliases (they can grow without bound), bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import MalformedSource
from dateline.model.reference import BadRow

_LARGEST = 8_000_000


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """One mapping and the 1-based line on which it begins."""

    line: int
    values: Mapping[str, Any]


def yaml_documents(path: Path) -> Iterator[YamlDocument | BadRow]:
    """The documents of a file that are mappings; what is broken or no mapping is a row that was not read.

    Raises:
        MalformedSource: the file is too large to be such a file.
    """
    import yaml  # here: most runs read no YAML

    if path.stat().st_size > _LARGEST:
        raise MalformedSource(f"cannot read {path.name}", f"it is larger than {_LARGEST:,} bytes", "split the file")

    class _Plain(yaml.SafeLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("it holds an alias, which is not read")
            return super().compose_node(parent, index)

    loader = _Plain(path.read_bytes())
    line = 1
    try:
        while loader.check_node():
            node = loader.get_node()
            line = node.start_mark.line + 1 if node is not None else line
            values = loader.construct_document(node)
            if isinstance(values, dict):
                yield YamlDocument(line, {str(key): value for key, value in values.items()})
            else:
                yield BadRow(
                    line=line, reason=f"it is no mapping but a {type(values).__name__}", text=str(values)[:500]
                )
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        at = mark.line + 1 if mark is not None else line
        yield BadRow(line=at, reason=f"no YAML from here on: {' '.join(str(error).split())}", text="")
    finally:
        loader.dispose()
