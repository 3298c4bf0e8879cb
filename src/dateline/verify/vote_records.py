"""Votes as records: vetoed drafts among them, one key for all editions of a vote, one line with its source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from dateline.model import ReferenceRow, Resolution
from dateline.verify.bodies import Body, symbol_key
from dateline.verify.facts import Facts


def vetoed_drafts(facts: Facts, last: dt.date) -> Iterator[Resolution]:
    """Vetoed drafts whose tally is known, as votes of the Council that adopted nothing."""
    for each in facts.vetoes(last=last):
        if each.yes is not None:
            yield Resolution(
                id=each.id,
                vote=each.draft,
                body=str(Body.COUNCIL),
                symbol=each.draft,
                title=f"{each.subject} {each.topic}".strip(),
                day=each.day,
                yes=each.yes,
                no=each.no,
                abstain=each.abstain,
                not_voting=0,
                members=None,
                adopted=False,
                provenance=each.provenance,
            )


def vote_key(vote: Resolution) -> tuple[str, dt.date | None, str, str]:
    """Body, day, symbol and part: the same in every edition."""
    symbol = re.sub(r" [A-Z]$", "", symbol_key(vote.symbol))  # publishers write "66/253 A" with and without its letter
    return (vote.body, vote.day, symbol, str(vote.part))


def vote_row(vote: Resolution) -> ReferenceRow:
    """A vote as one line with its source."""
    slots = (vote.yes, vote.no, vote.abstain)
    tally = "-".join("?" if each is None else str(each) for each in slots)
    rest = f", {vote.not_voting} not voting" if vote.not_voting else ""
    adopted = "" if vote.adopted is not False else ", not adopted"
    says = f"{vote.body} {vote.symbol}, {vote.day}: {tally}{rest}{adopted} — {vote.title}"
    return ReferenceRow(id=vote.id, says=says, provenance=vote.provenance)


def record_key(vote: Resolution) -> str:
    """The same for every report on one vote."""
    return f"{vote.body} {vote.symbol} {vote.day}"
