"""Sanctions programmes as YAML: what each does, against whom, who imposes it. A file of one or more, or a folder.

The files give no dates. Where the first day in force is a public fact it is added from
``vocab/data/reference/programme_dates.csv``, with the instrument as its source in the note.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.model.reference import BadRow, Edition, Note, Programme
from dateline.reference.countries import countries
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.safe_yaml import YamlDocument, yaml_documents
from dateline.vocab.programme_dates import programme_dates
from dateline.vocab.territories import TerritoryWord, territory_mentions

_AUTHORITIES = {"zz_unsc": "UN", "eu_council": "EU", "au_dfat": "AUS", "gb_fcdo": "GBR", "ch_seco": "CHE"}


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read a file or, in the order of their names, the YAML files of a folder."""
    keys = Keys()
    for file in sorted(path.glob("*.y*ml")) if path.is_dir() else (path,):
        for document in yaml_documents(file):
            if isinstance(document, BadRow):
                yield BadRow(line=document.line, reason=f"{file.name}: {document.reason}", text=document.text)
            else:
                yield from _programme(document, file.name, edition, keys)


def _programme(document: YamlDocument, file: str, edition: Edition, keys: Keys) -> Iterator[Item]:
    values = document.values
    key, title, issuer = (_text(values, name) for name in ("key", "title", "issuer"))
    if not key or not title:
        reason = f"{file}: it has no {'title' if key else 'key'}"
        yield BadRow(line=document.line, reason=reason, text=key or title)
        return
    own = keys.own(key, repr(values), document.line)
    if isinstance(own, Note):
        yield own
        return
    targets = countries(each for each in _texts(values, "target_territories") if each != "zz")
    doubt = _other_target(title, targets)
    dates = programme_dates().get(key)
    said = (f"first day of its first measure: {dates.source}" if dates else "the first day is not known to us", doubt)
    if doubt:
        yield Note(text=f"{key}: {doubt}", line=document.line)
    yield Programme(
        id=edition.row_id(own),
        key=key,
        authority=_authority(issuer),
        title=title,
        target_countries=targets,
        measures=tuple(dict.fromkeys(measure.lower() for measure in _texts(values, "measures"))),
        start=_day(values.get("start_date")) or (dates.start if dates else None),
        end=_day(values.get("end_date")) or (dates.end if dates else None),
        coverage=_text(values, "summary"),
        legal_basis=_texts(values, "aliases"),
        link=_text(values, "url"),
        note="; ".join(each for each in said if each),
        provenance=edition.at(document.line),
    )


def _authority(issuer: str) -> str:
    """Who imposes it: "UN", "EU", or the state whose two letters the issuer begins with."""
    if issuer in _AUTHORITIES:
        return _AUTHORITIES[issuer]
    found = countries([issuer.partition("_")[0]]) or (issuer,)
    return found[0]


def _other_target(title: str, targets: tuple[str, ...]) -> str:
    """A doubt where the title names a state and the targets are others: one published file has the wrong Congo."""
    named = {
        mention.territory.iso3
        for mention in territory_mentions(title)
        if mention.how is TerritoryWord.NAME and mention.territory.iso3
    }
    if not named or not targets or named & set(targets):
        return ""
    return f"the title names {', '.join(sorted(named))}, the targets are {', '.join(targets)}; kept as printed"


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _texts(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = values.get(key)
    listed = found if isinstance(found, list) else [] if found is None else [found]
    # YAML 1.1 reads an unquoted "no" (Norway) as false
    words = ("no" if each is False else str(each) for each in listed)
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else None
