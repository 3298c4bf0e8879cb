"""Listings and editions of lists for tests of what lists say about a day; all invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dateline.model.reference import Edition, ListedKind, SanctionDesignation
from dateline.store.reference import EditionRow


def picture(day: str | None, *, kind: str = "a-list", vintage: str | None = None) -> Edition:
    """An edition of a list that was retrieved on a day; each day has its own hash."""
    return Edition(
        kind=kind,
        source=f"Publisher of {kind}",
        vintage=vintage,
        retrieved=dt.date.fromisoformat(day) if day else None,
        licence="test",
        sha256=f"{kind} {day} {vintage}",
    )


def row(edition: Edition, *, holds: str = "SanctionDesignation") -> EditionRow:
    return EditionRow(
        edition=edition, file="f", imported=dt.datetime(2025, 1, 1, tzinfo=dt.UTC), vintages=(), rows={holds: 1}
    )


def listing(edition: Edition, name: str = "Example Arms", key: str = "1", **fields: Any) -> SanctionDesignation:
    days = {each: fields.pop(each, None) for each in ("listed", "delisted", "first_seen", "last_seen")}
    given = {
        "aliases": (),
        "kind": ListedKind.ORGANISATION,
        "programmes": (),
        "countries": (),
        "authority": "XX",
        "list_name": "A list",
    } | fields
    return SanctionDesignation(
        id=edition.row_id(key),
        key=key,
        name=name,
        provenance=edition.at(1),
        **{each: dt.date.fromisoformat(day) if day else None for each, day in days.items()},
        **given,
    )
