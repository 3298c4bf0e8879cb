"""A compact copy of the actor files: parsing 600 kB of TOML takes longer than all the rest of the vocabulary.

The copy names the hash of the files it was made from. It is used only while that hash is theirs; otherwise the TOML
files are parsed, with the same result. After a change to the data write it anew::

    python -m dateline.vocab.compiled
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from dateline.errors import VocabularyError
from dateline.vocab.loading import read_text, read_toml

COPY = "compiled/actors.json"


def actor_files() -> Mapping[str, Mapping[str, object]]:
    """Content of every file in ``data/actors``, by name.

    Raises:
        VocabularyError: a file is not TOML.
    """
    names = _names()
    try:
        copy = json.loads(read_text(COPY))
    except (FileNotFoundError, json.JSONDecodeError):
        copy = {}
    if copy.get("sha256") == _hash(names):
        content: Mapping[str, Mapping[str, object]] = copy["files"]
        return content
    return {name: read_toml(f"actors/{name}") for name in names}


def is_fresh() -> bool:
    """Whether the copy is there and was made from the files as they are."""
    try:
        stored: str = json.loads(read_text(COPY))["sha256"]
    except (FileNotFoundError, json.JSONDecodeError, KeyError):
        return False
    return stored == _hash(_names())


def write_copy(folder: Path) -> None:
    """Write the copy into a data folder.

    Raises:
        VocabularyError: the folder cannot be written.
    """
    names = _names()
    content = {name: read_toml(f"actors/{name}") for name in names}
    target = folder / COPY
    try:
        target.parent.mkdir(exist_ok=True)
        text = json.dumps({"sha256": _hash(names), "files": content}, ensure_ascii=False, separators=(",", ":"))
        target.write_text(text.replace("},{", "},\n{") + "\n", encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"cannot write {target}", error.strerror or "", "run it in a checkout") from error


def _names() -> list[str]:
    return sorted(each.name for each in (files("dateline.vocab") / "data" / "actors").iterdir())


def _hash(names: list[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name}\n{read_text(f'actors/{name}')}".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    write_copy(Path(__file__).parent / "data")
