"""The bundled reports: short wire-style reports that we wrote about real, public, dated events.

Each file in ``stories/`` tells one story: the public sources of its facts, and the reports of two or more
invented outlets. Where an outlet is wrong on purpose, ``wrong_on_purpose`` says how.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import VocabularyError
from dateline.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One real event and the reports that tell it.

    Attributes:
        name: File name without its ending.
        about: One line.
        sources: Public sources of the facts.
        reports: The reports, oldest first.
        wrong_on_purpose: Publisher and what it has wrong, for each report that errs on purpose.
    """

    name: str
    about: str
    sources: tuple[str, ...]
    reports: tuple[Document, ...]
    wrong_on_purpose: tuple[str, ...]


@cache
def stories() -> tuple[Story, ...]:
    """All stories, by file name.

    Raises:
        VocabularyError: a file that does not hold together, named.
    """
    folder = resources.files("dateline.demo").joinpath("stories")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(_story(file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8"))) for file in files)


def reports() -> tuple[Document, ...]:
    """The reports of all stories, by day of publication."""
    held = [report for story in stories() for report in story.reports]
    return tuple(sorted(held, key=lambda report: (report.published or dt.date.min, report.id)))


def _story(name: str, held: dict[str, Any]) -> Story:
    try:
        documents = tuple(
            Document.of(
                report["text"].strip() + "\n",
                title=report["title"],
                publisher=report["publisher"],
                published=report["published"],
                language="en",
                source=f"demo/{name}",
            )
            for report in held["report"]
        )
        return Story(
            name=name,
            about=held["about"],
            sources=tuple(held["sources"]),
            reports=documents,
            wrong_on_purpose=tuple(
                f"{report['publisher']}: {report['wrong_on_purpose']}"
                for report in held["report"]
                if "wrong_on_purpose" in report
            ),
        )
    except KeyError as error:
        raise VocabularyError(f"demo/stories/{name}.toml", f"no entry {error}") from error
