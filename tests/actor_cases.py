"""The invented cases for the actor resolver in ``resolve/cases/``, and what counts as right and as a wrong merge."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Annotations, Document, Evidence, ImpreciseDate, Party
from dateline.resolve.actors import ActorResolver

CASES = Path(__file__).parent / "resolve" / "cases"
_KNOWN = ("person/", "body/", "state/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case; ``wanted`` is id, country and sector."""

    group: str
    words: str
    name: str
    wanted: tuple[str, str, str]
    context: dict[str, Any]

    def got(self, found: Party) -> tuple[str, str, str]:
        """Id, country and sector of a resolved party, with "*" where the case does not look."""
        got = (found.canonical_id or "-", found.country or "-", found.sector or "-")
        shown = ("*" if want == "*" else have for want, have in zip(self.wanted, got, strict=True))
        return tuple(shown)  # type: ignore[return-value]

    def is_wrong_merge(self, found: Party) -> bool:
        """Whether the party was taken for a known actor that it is not."""
        want, have = self.wanted[0], found.canonical_id or "-"
        return want != "*" and have != want and have.startswith(_KNOWN) and have.count("/") == 1


def resolve(words, name="", *, text="", title=None, published=None, day=None, overlay=None):
    """Resolve words that stand in an invented report, or behind it."""
    report = text if words in text else f"{text} {words}".strip()
    start = report.index(words)
    document = Document.of(report, id="d", title=title, published=published)
    annotations = Annotations(document_id="d", annotator="none", tokens=(), sentences=())
    party = Party(evidence=Evidence.of(report, start, start + len(words)), name=name or words)
    when = ImpreciseDate.day(day) if day else None
    return ActorResolver(overlay).resolve(document, annotations, party, when)


def by_class() -> dict[str, list[Case]]:
    """All cases by the name of their file."""
    return {path.stem: list(_cases(path)) for path in sorted(CASES.glob("*.toml"))}


def _cases(path):
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
        context = {key: group.get(key) for key in ("text", "title", "published", "day")}
        for words, name, wanted_id, country, sector, *day in group["cases"]:
            own = {**context, "day": day[0]} if day else context
            assert own["day"] is None or isinstance(own["day"], dt.date)
            wanted = (wanted_id, country, sector)
            yield Case(group=group["why"], words=words, name=name, wanted=wanted, context=own)
