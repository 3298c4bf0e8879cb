"""Listings: whether a person or body was under sanctions on the day of the report, and on whose list."""

from __future__ import annotations

import datetime as dt

from dateline.model import ReferenceRow, SanctionDesignation, Verdict, VerdictStatus
from dateline.verify.facts import Facts
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict

IMPORT = (
    "the list of that authority: `dateline reference import KIND FILE`, KIND one of ofac-sdn, eu-consolidated, "
    "un-consolidated, opensanctions"
)
_LIMITS = "consolidated lists drop entries that were removed, so a party that is missing may have been listed before"


def check_listing(told: Told, facts: Facts) -> Verdict:
    """A party said to be sanctioned; the claim's value is "AUTHORITY NAME"."""
    authority, _, name = told.claim.value.partition(" ")
    day = told.published
    found = {each.id: each for key in (name, told.claim.object) if key for each in facts.designations(name=key)}
    held = [each for each in found.values() if authority in ("?", each.authority)]
    steps = [because("limits", _LIMITS)]
    if not held:
        other = sorted({each.authority for each in found.values()})
        also = f" Listed by: {', '.join(other)}." if other else ""
        whose = "" if authority == "?" else f" of {authority}"
        return not_checkable(told, f"No listing of {name} on a list{whose} that is loaded.{also}", IMPORT, steps=steps)
    if day is None:
        return not_checkable(
            told, "Without a day of publication nothing says on which day it should be listed.", "--published DAY"
        )
    rows = [listing_row(each) for each in held]
    on = [each for each in held if _on(each, day) is True]
    if on:
        said = "; ".join(f"{each.list_name or each.authority}: listed {each.listed}" for each in on)
        return verdict(
            told, VerdictStatus.SUPPORTED, f"{name} on {day}: {said}.", rows=rows, matched="by name", steps=steps
        )
    if any(_on(each, day) is None for each in held):
        why = f"{name} is on a list loaded that does not tell the day of the listing, so not whether on {day}."
        return not_checkable(told, why, IMPORT, rows=rows, steps=steps)
    said = "; ".join(
        f"{each.authority} from {each.listed}{f' to {each.delisted}' if each.delisted else ''}" for each in held
    )
    return verdict(
        told,
        VerdictStatus.CONTRADICTED,
        f"{name} was not listed on {day}: {said}.",
        rows=rows,
        matched="by name",
        formula=f"day of the report {day}; listed {', '.join(str(each.listed) for each in held)}",
        steps=steps,
    )


def _on(listing: SanctionDesignation, day: dt.date) -> bool | None:
    """Whether listed on a day; None where the list does not tell."""
    if listing.delisted is not None and day >= listing.delisted:
        return False
    if listing.listed is not None:
        return listing.listed <= day
    if listing.listed_in is not None:
        if day < listing.listed_in.earliest:
            return False
        return True if day >= listing.listed_in.latest else None
    if listing.first_seen is not None and day >= listing.first_seen:
        return True
    return None


def listing_row(listing: SanctionDesignation) -> ReferenceRow:
    """A listing as one line with its source."""
    since = listing.listed or (str(listing.listed_in) if listing.listed_in else "a day the list does not tell")
    until = f" to {listing.delisted}" if listing.delisted else ""
    says = f"{listing.list_name or listing.authority}: {listing.name}, listed {since}{until}"
    return ReferenceRow(id=listing.id, says=says, provenance=listing.provenance)
