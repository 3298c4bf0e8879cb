"""Listings: whether a person or body was under sanctions on the day of the report, and on whose list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.model import ReferenceRow, SanctionDesignation, Verdict, VerdictStatus
from dateline.query.sanction_editions import ListedStatus
from dateline.query.sanction_names import Match, match_designations
from dateline.query.sanction_status import SanctionStatus, status_on
from dateline.verify.facts import Facts
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict
from dateline.vocab.actors import catalogue

IMPORT = (
    "the list of that authority: `dateline reference import KIND FILE`, KIND one of ofac-sdn, eu-consolidated, "
    "un-consolidated, opensanctions"
)
_LIMITS = "consolidated lists drop entries that were removed, so a party that is missing may have been listed before"
_SAYS = {
    ListedStatus.LISTED: VerdictStatus.SUPPORTED,
    ListedStatus.LATER: VerdictStatus.CONTRADICTED,
    ListedStatus.ENDED: VerdictStatus.CONTRADICTED,
}


def check_listing(told: Told, facts: Facts) -> Verdict:
    """A party said to be sanctioned; the claim's value is "AUTHORITY NAME", its object the entity id where known."""
    authority, _, name = told.claim.value.partition(" ")
    matches = _matches(name, told.claim.object, facts)
    found = [match.designation for match in matches]
    fitting = [match for match in matches if authority in ("?", match.designation.authority)]
    sure = [match.designation for match in fitting if not match.review]
    held = sure or [match.designation for match in fitting]
    steps = [because("limits", _LIMITS)]
    if not held:
        other = sorted({each.authority for each in found})
        also = f" Listed by: {', '.join(other)}." if other else ""
        whose = "" if authority == "?" else f" of {authority}"
        return not_checkable(told, f"No listing of {name} on a list{whose} that is loaded.{also}", IMPORT, steps=steps)
    if told.published is None:
        why = "Without a day of publication nothing says on which day it should be listed."
        return not_checkable(told, why, "--published DAY", steps=steps)
    return _decide(told, name, held, told.published, facts, sure=bool(sure))


def _matches(name: str, entity: str | None, facts: Facts) -> tuple[Match, ...]:
    """The listings that are, or may be, of the party, by its names or id, surest first."""
    actor = catalogue().actors.get(entity) if entity else None
    names = tuple(dict.fromkeys((name, *(actor.names if actor else ()))))
    candidates = {each.id: each for key in (*names, entity) if key for each in facts.designations(name=key)}
    return match_designations(names, candidates.values(), entity=entity)


def _decide(
    told: Told, name: str, held: Sequence[SanctionDesignation], day: dt.date, facts: Facts, *, sure: bool
) -> Verdict:
    lists = facts.editions()
    asked = status_on(held, day, lists) if lists else None
    status = _status(asked, held, day)
    rows = [listing_row(each) for each in held]
    steps = [because("limits", _LIMITS)]
    if asked is not None:
        steps += [because("lists", each.told) for each in asked.lists if each.designations]
        steps += [because("untold", each) for each in asked.untold]
    days = "; ".join(f"{each.list_name or each.authority}: {_since(each)}" for each in held[:4])
    if status is None:
        why = f"{name} is on a list loaded ({days}), which does not tell whether also on {day}."
        return not_checkable(told, why, IMPORT, rows=rows, steps=steps, matched="by name")
    if not sure:
        listed = ", ".join(dict.fromkeys(each.name for each in held[:3]))
        status = VerdictStatus.SUPPORTED_ONLY_IF if status is VerdictStatus.SUPPORTED else VerdictStatus.NOT_CHECKABLE
        said = f"It depends on whether {name} is {listed} ({days}); the names agree in part only."
        return verdict(told, status, said, rows=rows, matched="by a part of the name", steps=steps)
    was = "was" if status is VerdictStatus.SUPPORTED else "was not"
    return verdict(
        told,
        status,
        f"{name} {was} listed on {day}: {days}.",
        rows=rows,
        matched="by name",
        formula=f"day of the report {day}; {days}",
        steps=steps,
    )


def _status(asked: SanctionStatus | None, held: Sequence[SanctionDesignation], day: dt.date) -> VerdictStatus | None:
    """The verdict, or None where the lists do not tell."""
    if asked is not None and asked.status in _SAYS:
        return _SAYS[asked.status]
    found = {_on(each, day) for each in held}
    if True in found:
        return VerdictStatus.SUPPORTED
    return None if None in found or asked is not None else VerdictStatus.CONTRADICTED


def _on(listing: SanctionDesignation, day: dt.date) -> bool | None:
    """Whether listed on a day; None where the list does not tell."""
    if listing.delisted is not None and day >= listing.delisted:
        return False
    if listing.listed is not None:
        return listing.listed <= day
    if listing.listed_in is not None and not listing.listed_in.earliest <= day < listing.listed_in.latest:
        return day >= listing.listed_in.latest
    return True if listing.first_seen is not None and day >= listing.first_seen else None


def _since(listing: SanctionDesignation) -> str:
    since = listing.listed or listing.listed_in
    until = f" to {listing.delisted}" if listing.delisted else ""
    return f"from {since}{until}" if since else f"a day of listing is not told{until}"


def listing_row(listing: SanctionDesignation) -> ReferenceRow:
    """A listing as one line with its source."""
    says = f"{listing.list_name or listing.authority}: {listing.name}, {_since(listing)}"
    return ReferenceRow(id=listing.id, says=says, provenance=listing.provenance)
