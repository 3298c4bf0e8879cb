"""What decides a coding: two runs of the same identity give the same records."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.model import content_id
from dateline.pipeline.protocols import Annotator, Coder, Resolver, Versioned
from dateline.pipeline.settings import Settings
from dateline.store import Coder as CoderIdentity
from dateline.vocab.actors import OVERLAY as ACTORS
from dateline.vocab.places import OWN as PLACES

#: Settings that change speed, not results, or that the coder's version stands for.
_WITHOUT_EFFECT = {"batch_size", "coder_options"}


def identify(annotator: Annotator, coder: Coder, resolver: Resolver, settings: Settings) -> CoderIdentity:
    """The identity of a pipeline."""
    options = {name: value for name, value in asdict(settings).items() if name not in _WITHOUT_EFFECT}
    names = [_name(stage) for stage in (coder, annotator, resolver)]
    vocabulary = vocabulary_sha256()
    return CoderIdentity(
        coder=names[0],
        annotator=names[1],
        resolver=names[2],
        vocabulary=vocabulary,
        settings=options,
        version=version("dateline"),
        fingerprint=content_id("coder", *names, vocabulary, sorted(options.items())),
    )


def _name(stage: Versioned) -> str:
    return f"{stage.name} {stage.version}"


@cache
def vocabulary_sha256() -> str:
    """Hash over every file of ``vocab/data``, by path, and over the user's own files of actors and places."""
    digest = hashlib.sha256()
    own = ((name, Path(os.environ[name]).read_bytes()) for name in (ACTORS, PLACES) if os.environ.get(name))
    for path, content in [*sorted(_contents(files("dateline.vocab") / "data", "")), *own]:
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        inner = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _contents(entry, inner)
        elif entry.name.endswith((".toml", ".csv", ".txt", ".tsv", ".json")):
            yield inner, entry.read_bytes()
