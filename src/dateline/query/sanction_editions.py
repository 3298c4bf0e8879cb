"""What the editions of one list say together about one entry and one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.reference import Edition, SanctionDesignation
from dateline.query.reference import EditionRow
from dateline.vocab.programme_dates import first_possible


class ListedStatus(StrEnum):
    """What one list, or all of them, say about one day; the most telling first."""

    LISTED = "listed"
    LIST_OLDER = "listed_before_list_older_than_day"
    DATE_UNKNOWN = "listing_date_unknown"
    LATER = "listed_later"
    ENDED = "delisted_before"
    ABSENT = "not_on_the_lists_loaded"
    NO_LIST = "no_list_loaded"


@dataclass(frozen=True, slots=True)
class Picture:
    """One edition of a list, and the day of which it is a picture."""

    edition: Edition
    as_of: dt.date | None


def as_of(edition: Edition) -> dt.date | None:
    """The day of which an edition is a picture: the vintage where it is a day, else the day of retrieval."""
    try:
        return dt.date.fromisoformat(edition.vintage or "")
    except ValueError:
        return edition.retrieved


def pictures_of(lists: Sequence[EditionRow]) -> list[Picture]:
    """Editions that hold designations, newest first; those without a day last."""
    held = [Picture(row.edition, as_of(row.edition)) for row in lists if row.rows.get("SanctionDesignation")]
    return sorted(held, key=lambda picture: picture.as_of or dt.date.min, reverse=True)


def entry_status(entries: list[SanctionDesignation], day: dt.date, pictures: list[Picture]) -> tuple[ListedStatus, str]:
    """What the editions say of one entry, given newest first."""
    newest = entries[0]
    ended = next((entry.delisted for entry in entries if entry.delisted), None)
    if ended is not None and ended <= day:
        return ListedStatus.ENDED, f"delisted on {ended}"
    gone = _gone(entries, day, pictures)
    begun = _begun(newest, day)
    if begun is ListedStatus.LATER:
        return begun, f"listed later, {_since(newest)}"
    if gone is not None:
        return ListedStatus.ENDED, f"no longer on the list of {gone}"
    if begun is None:
        return _by_pictures(newest, entries, day, pictures)
    seen = max((each for each in (*_days(entries, pictures), newest.last_seen) if each), default=None)
    if seen is not None and seen < day and ended is None:
        return ListedStatus.LIST_OLDER, f"listed {_since(newest)}, last seen on the list of {seen}, before that day"
    return ListedStatus.LISTED, f"listed on that day, {_since(newest)}"


def _begun(entry: SanctionDesignation, day: dt.date) -> ListedStatus | None:
    """LISTED or LATER by the day of listing; None where the list tells no day, or only a month around it."""
    first = entry.listed or (entry.listed_in.latest if entry.listed_in else None)
    if first is not None and first <= day:
        return ListedStatus.LISTED
    earliest = entry.listed or (entry.listed_in.earliest if entry.listed_in else None)
    return ListedStatus.LATER if earliest is not None and earliest > day else None


def _by_pictures(
    newest: SanctionDesignation, entries: list[SanctionDesignation], day: dt.date, pictures: list[Picture]
) -> tuple[ListedStatus, str]:
    """An entry without a day of listing, by the editions that have it and those that do not."""
    have = sorted({*_days(entries, pictures), *(each for each in (newest.first_seen, newest.last_seen) if each)})
    before = [each for each in have if each <= day]
    after = [each for each in have if each >= day]
    if before and after:
        return ListedStatus.LISTED, f"listed on that day: on the lists of {before[-1]} and {after[0]}"
    if before:
        return ListedStatus.LIST_OLDER, f"last seen on the list of {before[-1]}, before that day"
    hashes = {entry.provenance.sha256 for entry in entries}
    without = [
        p.as_of for p in pictures if p.as_of and p.edition.sha256 not in hashes and day <= p.as_of < (have or [day])[0]
    ]
    if without:
        return ListedStatus.LATER, f"listed later: not yet on the list of {max(without)}"
    bound = first_possible(newest.programmes)
    if bound is not None and day < bound.start:
        return ListedStatus.LATER, f"listed later: {bound.key} exists since {bound.start} ({bound.source})"
    where = f"on the list of {have[0]}" if have else "on the list"
    partly = f"listed in {newest.listed_in}; " if newest.listed_in else ""
    return ListedStatus.DATE_UNKNOWN, f"{partly}{where}, which does not tell since which day"


def _gone(entries: list[SanctionDesignation], day: dt.date, pictures: list[Picture]) -> dt.date | None:
    """Day of an edition, not after the day asked for, that has the entry no more; None where there is none."""
    have = _days(entries, pictures)
    hashes = {entry.provenance.sha256 for entry in entries}
    without = [p.as_of for p in pictures if p.as_of and p.edition.sha256 not in hashes]
    return next((each for each in sorted(without) if have and max(have) < each <= day), None)


def _days(entries: list[SanctionDesignation], pictures: list[Picture]) -> list[dt.date]:
    """Days of the editions that hold the entries."""
    hashes = {entry.provenance.sha256 for entry in entries}
    return [p.as_of for p in pictures if p.as_of and p.edition.sha256 in hashes]


def _since(entry: SanctionDesignation) -> str:
    return f"since {entry.listed}" if entry.listed else f"since a day in {entry.listed_in}"
