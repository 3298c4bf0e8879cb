"""One list in time: reports, votes, deliveries, what was forbidden, who was listed, who held office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.dates import DatePrecision, ImpreciseDate
from dateline.model.reference import OfficeTerm
from dateline.query.asking.contacts import sides, told_event
from dateline.query.asking.embargoes import embargoes_on
from dateline.query.asking.moments import Moment, MomentKind
from dateline.query.asking.trade_editions import edition_key, trade_editions
from dateline.query.asking.voting import CountryVote, votes_of
from dateline.query.filter import EventFilter, country_code
from dateline.query.reference import ReferenceReader, state_code
from dateline.store import Reader
from dateline.store.selection import MAX_LIMIT
from dateline.vocab.actors import catalogue
from dateline.vocab.states import state_name


def timeline(
    store: Reader,
    reference: ReferenceReader,
    of: str,
    partner: str | None = None,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    min_certainty: float = 0.0,
) -> tuple[Moment, ...]:
    """Everything dated about a state, or about two, oldest first.

    Args:
        store: The record.
        reference: The official records.
        of: A state by code or name.
        partner: Another: events and transfers between the two, votes on either; measures against and offices of both.
        first: First day; what only touches the window counts.
        last: Last day.
        min_certainty: Leave out events that are less sure.

    Raises:
        UsageError: no such state.
    """
    code = state_code(of)
    other = state_code(partner) if partner else None
    states = (code, other) if other else (code,)
    found = [
        *_events(store, of, partner, min_certainty),
        *_transfers(reference, code, other),
        *(moment for state in states for moment in _votes(reference, code, other, state)),
        *(moment for state in states for moment in _measures(reference, state)),
        *(moment for state in states for moment in _offices(reference, state)),
    ]
    kept = {(each.kind, each.reference, each.when): each for each in found if _touches(each.when, first, last)}
    return tuple(sorted(kept.values(), key=lambda each: (each.when.earliest, each.when.latest, each.kind, each.words)))


def _events(store: Reader, of: str, partner: str | None, least: float) -> Iterator[Moment]:
    left = country_code(of)
    pair = (left, country_code(partner)) if partner else None
    wanted = EventFilter(pair=pair, party=None if pair else left, min_certainty=least, limit=MAX_LIMIT)
    for row in store.events(wanted).rows:
        event = row.event
        if event.when is None:
            continue
        told = told_event(store, event).best
        mode = f"{event.event_type}/{event.mode}" if event.mode else event.event_type
        yield Moment(
            kind=MomentKind.EVENT,
            when=event.when,
            words=f"{mode}: {sides(event)}",
            quote=row.quote,
            url=told.url if told else None,
            modality=str(event.modality),
            certainty=event.certainty,
            source=row.publisher or "unknown publisher",
            reference=event.id,
        )


def _transfers(reference: ReferenceReader, code: str, other: str | None) -> Iterator[Moment]:
    """Deliveries by year, from the newest register; value tables would tell the same again."""
    newest = next((each for each in trade_editions(reference) if each.deals), None)
    if newest is None:
        return
    deals = [*reference.transfers(recipient=code, supplier=other), *reference.transfers(supplier=code, recipient=other)]
    for deal in deals:
        if edition_key(deal.provenance) != newest.key:
            continue
        for each in deal.deliveries:
            number = f"{each.quantity:g} {deal.designation}" if each.quantity else deal.designation
            kind = f" ({deal.description})" if deal.description else ""
            volume = "volume not told" if each.tiv is None else f"{each.tiv:g} m TIV"
            yield Moment(
                kind=MomentKind.TRANSFER,
                when=_year(each.year),
                words=f"{deal.supplier.name} → {deal.recipient.name}: {number}{kind}, {volume}",
                estimated=each.estimated,
                source=newest.name,
                reference=each.id,
                provenance=replace(deal.provenance, line=each.line or deal.provenance.line),
            )


def _votes(reference: ReferenceReader, code: str, other: str | None, about: str) -> Iterator[Moment]:
    """Votes on a state, with the ballots of both; vetoes of either."""
    record = votes_of(reference, code, on=state_name(about), partner=other)
    for vote in record.votes:
        held = vote.resolution
        if held.day is not None:
            yield Moment(
                kind=MomentKind.VOTE,
                when=ImpreciseDate.day(held.day),
                words=f"{held.body} {held.symbol}, {held.title}: {tally(vote)}{_ballots(vote, code, other)}",
                source=held.provenance.source,
                reference=held.id,
                url=held.link or None,
                provenance=held.provenance,
            )
    for voter in (code, other) if other else (code,):
        for veto in votes_of(reference, voter, on=state_name(about)).vetoes:
            yield Moment(
                kind=MomentKind.VETO,
                when=ImpreciseDate.day(veto.day),
                words=f"veto of {', '.join(map(state_name, veto.vetoing))} on {veto.draft}, {veto.subject}",
                source=veto.provenance.source,
                reference=veto.id,
                provenance=veto.provenance,
            )


def tally(vote: CountryVote) -> str:
    """The tally in words: "119 for, 1 against, 36 abstaining"."""
    held = vote.resolution
    if held.yes is None or held.no is None:
        return "adopted without a vote" if not held.recorded else "tally not known"
    rest = f", {held.not_voting} not voting" if held.not_voting else ""
    return f"{held.yes} for, {held.no} against, {held.abstain or 0} abstaining{rest}"


def _ballots(vote: CountryVote, code: str, other: str | None) -> str:
    told = [(code, vote.ballot), (other, vote.other)]
    said = [f"{state_name(state)} {str(ballot.vote).replace('_', ' ')}" for state, ballot in told if state and ballot]
    return f"; {', '.join(said)}" if said else ""


def _measures(reference: ReferenceReader, code: str) -> Iterator[Moment]:
    """Beginnings and ends of embargoes on a state; listings of its parties where a list tells the day."""
    for each in embargoes_on(reference, code, dt.date.max).embargoes:
        row = each.rows[-1]
        for kind, day in ((MomentKind.EMBARGO, each.start), (MomentKind.EMBARGO_END, each.end)):
            if day is not None:
                yield Moment(
                    kind=kind,
                    when=ImpreciseDate.day(day),
                    words=f"{each.authority}: {each.title}",
                    source=row.provenance.source,
                    reference=row.id,
                    url=row.link or None,
                    provenance=row.provenance,
                )
    for listing in reference.designations(country=code):
        began = ImpreciseDate.day(listing.listed) if listing.listed else listing.listed_in
        ended = ImpreciseDate.day(listing.delisted) if listing.delisted else None
        for kind, when in ((MomentKind.LISTING, began), (MomentKind.DELISTING, ended)):
            if when is not None:
                yield Moment(
                    kind=kind,
                    when=when,
                    words=f"{listing.list_name}: {listing.name} ({', '.join(listing.programmes) or listing.key})",
                    source=listing.provenance.source,
                    reference=listing.id,
                    url=listing.link or None,
                    provenance=listing.provenance,
                )


def _offices(reference: ReferenceReader, code: str) -> Iterator[Moment]:
    """Changes of office: terms that are loaded, and dated roles that the project's own data hold."""
    for term in reference.offices(country=code):
        yield from _term(term)
    for actor in catalogue().actors.values():
        for role in actor.roles:
            if role.country != code:
                continue
            disputed = f" (contested: {role.note or role.contested_by})" if role.contested_by else ""
            for kind, when in ((MomentKind.OFFICE, role.tenure.start), (MomentKind.OFFICE_END, role.tenure.end)):
                if when is not None:
                    yield Moment(
                        kind=kind,
                        when=when,
                        words=f"{actor.entity.name}, {role.office}{disputed}",
                        source=actor.entity.source or "Dateline vocabulary of actors",
                        reference=actor.canonical_id,
                    )


def _term(term: OfficeTerm) -> Iterator[Moment]:
    for kind, when in ((MomentKind.OFFICE, term.start), (MomentKind.OFFICE_END, term.end)):
        if when is not None:
            yield Moment(
                kind=kind,
                when=when,
                words=f"{term.holder}, {term.office}",
                source=term.provenance.source,
                reference=term.id,
                provenance=term.provenance,
            )


def _year(year: int) -> ImpreciseDate:
    return ImpreciseDate(earliest=dt.date(year, 1, 1), latest=dt.date(year, 12, 31), precision=DatePrecision.YEAR)


def _touches(when: ImpreciseDate, first: dt.date | None, last: dt.date | None) -> bool:
    return (first is None or when.latest >= first) and (last is None or when.earliest <= last)
