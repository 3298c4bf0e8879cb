"""What lists of sanctions say about a past day, and what they cannot say.

A consolidated list is a picture of one day: entries that were removed before are gone from it, many entries have no
day of listing, and a list says nothing about days after it was retrieved. Two editions of a list tell more than one:
an entry on both was on it between, an entry on one alone came or went between.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.reference import SanctionDesignation
from dateline.query.reference import EditionRow
from dateline.query.sanction_editions import ListedStatus, Picture, entry_status, pictures_of

_NONE = "no list of sanctions is loaded: dateline reference import KIND FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStatus:
    """What one list says.

    Attributes:
        list_name: The list, as its entries name it, or the source of the edition where none is of the entity.
        status, told: The answer, and the same in words with its days.
        designations: The entries that say so, newest edition first.
        as_of: Day of the newest edition loaded; None where nobody said.
    """

    list_name: str
    status: ListedStatus
    told: str
    designations: tuple[SanctionDesignation, ...]
    as_of: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionStatus:
    """What all lists that are loaded say about one day.

    Attributes:
        status: The most telling one among the lists.
        lists: One by one, most telling first.
        untold: What the lists cannot tell, in sentences.
    """

    day: dt.date
    status: ListedStatus
    lists: tuple[ListStatus, ...]
    untold: tuple[str, ...]


def status_on(designations: Iterable[SanctionDesignation], day: dt.date, lists: Sequence[EditionRow]) -> SanctionStatus:
    """Whether an entity was listed on a day.

    Args:
        designations: The entity's entries, of all editions (:func:`~dateline.query.sanction_names.find_designations`).
        day: The day.
        lists: The editions that are loaded; those that hold no designations are left out.
    """
    pictures = pictures_of(lists)
    entries = tuple(designations)
    if not pictures:
        return SanctionStatus(day=day, status=ListedStatus.NO_LIST, lists=(), untold=(_NONE,))
    found = []
    for kind in dict.fromkeys(picture.edition.kind for picture in pictures):
        of_kind = [picture for picture in pictures if picture.edition.kind == kind]
        hashes = {picture.edition.sha256 for picture in of_kind}
        own = [entry for entry in entries if entry.provenance.sha256 in hashes]
        names = tuple(dict.fromkeys(entry.list_name for entry in own))
        if not names:
            found.append(_absent(of_kind))
        found += [_on_list(name, [each for each in own if each.list_name == name], day, of_kind) for name in names]
    order = list(ListedStatus)
    ranked = tuple(sorted(found, key=lambda each: order.index(each.status)))
    untold = tuple(dict.fromkeys(text for each in ranked for text in _untold(each, day)))
    return SanctionStatus(day=day, status=ranked[0].status, lists=ranked, untold=untold)


def _absent(pictures: list[Picture]) -> ListStatus:
    newest = pictures[0]
    told = f"not on {newest.edition.source} ({_of(newest.as_of)})"
    return ListStatus(
        list_name=newest.edition.source, status=ListedStatus.ABSENT, told=told, designations=(), as_of=newest.as_of
    )


def _on_list(name: str, entries: list[SanctionDesignation], day: dt.date, pictures: list[Picture]) -> ListStatus:
    """What the editions of one list say together, by the entry that tells most."""
    answers = []
    for key in dict.fromkeys(entry.key for entry in entries):
        same = [entry for entry in entries if entry.key == key]
        same.sort(key=lambda entry: [p.edition.sha256 for p in pictures].index(entry.provenance.sha256))
        answers.append((*entry_status(same, day, pictures), same))
    order = list(ListedStatus)
    status, told, _ = min(answers, key=lambda answer: order.index(answer[0]))
    telling = tuple(entry for kind, _, same in answers if kind is status for entry in same)
    return ListStatus(
        list_name=name, status=status, told=f"{told} ({name})", designations=telling, as_of=pictures[0].as_of
    )


def _of(day: dt.date | None) -> str:
    return f"as of {day}" if day else "of an unknown day"


def _untold(found: ListStatus, day: dt.date) -> tuple[str, ...]:
    """What a list cannot tell, given its answer."""
    name = f"{found.list_name} ({_of(found.as_of)})"
    if found.status is ListedStatus.ABSENT:
        late = found.as_of is not None and found.as_of < day
        return (f"not on {name}: an entry {'listed after' if late else 'delisted before'} it is not seen",)
    if found.status is ListedStatus.DATE_UNKNOWN:
        return (f"{name} does not tell since which day; an older edition of the list would",)
    if found.status is ListedStatus.LIST_OLDER:
        return (f"{name} is older than {day}: a delisting since then is not seen",)
    if found.status is ListedStatus.LATER:
        return (f"an earlier listing that had ended is not seen on {name}",)
    return ()
