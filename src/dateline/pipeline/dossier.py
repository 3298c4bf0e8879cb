"""Making a dossier: every question about a state, or about two, with the claims of the reports that tell of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from dateline.model import Event
from dateline.model.reference import ArmsTransfer
from dateline.pipeline.checking import check_document, with_starter
from dateline.query.asking import (
    SupplyAnswer,
    SupplyTerms,
    contacts,
    embargoes_on,
    recipients_of,
    suppliers_of,
    votes_of,
)
from dateline.query.asking.contacts import ToldEvent, told_event
from dateline.query.asking.dossier import CheckedClaim, Dossier, RowPlace, YearSupply
from dateline.query.asking.supply import WINDOW
from dateline.query.asking.timeline import timeline
from dateline.query.asking.trade_editions import TradeEdition, edition_key, trade_editions
from dateline.query.filter import EventFilter
from dateline.query.reference import ReferenceReader, state_code
from dateline.query.sanctions import SanctionAnswer, sanctions_on
from dateline.query.traded import By
from dateline.store import Store
from dateline.verify import Checked
from dateline.verify.disagreements import disagreements
from dateline.verify.verdicts import in_scope
from dateline.vocab.states import state_name

#: Reports whose claims are checked, and parties that are looked up, at most.
REPORTS, PARTIES = 100, 24
#: Contacts and reports on arms shown, at most.
SHOWN = 60
_NO_REGISTER = "no register of arms transfers is loaded: dateline reference import sipri-register FILE"


def make_dossier(store: Store, of: str, partner: str | None = None, *, day: dt.date | None = None) -> Dossier:
    """All answers about a state, or about two.

    Args:
        store: The record.
        of: The state, by code or name.
        partner: Another: contacts, timeline and claims are then of the two.
        day: The day for which embargoes and listings are asked; today unless it is named.

    Raises:
        UsageError: there is no such state.
    """
    reader = store.reference
    code = state_code(of)
    other = state_code(partner) if partner else None
    on = day or dt.datetime.now(tz=dt.UTC).date()
    editions = trade_editions(reader)
    register = next((each for each in editions if each.deals), editions[0] if editions else None)
    deals = reader.transfers(recipient=code)
    met = contacts(store, code, other, limit=SHOWN)
    events = _events(store, code, other)
    return Dossier(
        of=code,
        name=state_name(code),
        partner=other,
        partner_name=state_name(other) if other else None,
        day=on,
        counts=store.count(_filter(code, other)),
        supplies=tuple(_supplies(reader, code, register)),
        recipients=_recipients(reader, code, register),
        deals=tuple(_between(deals, other, register)),
        years=tuple(_years(deals, register)),
        years_edition=register.name if register else "",
        years_end=register.last if register else None,
        reported=tuple(told_event(store, each) for each in _about_arms(events, code))[:SHOWN],
        contacts=met,
        votes=votes_of(reader, code, on=state_name(code), partner=other),
        embargoes=embargoes_on(reader, code, on, all_measures=True),
        partner_embargoes=embargoes_on(reader, other, on, all_measures=True) if other else None,
        sanctions=tuple(_sanctions(reader, met.rows, on)),
        listed=_listed(reader, code),
        claims=tuple(_claims(store, (*events, *(_events(store, code, None) if other else ())))),
        moments=timeline(store, reader, code, other),
        places=_places(reader, code, (*deals, *reader.transfers(supplier=code))),
        files=reader.editions(),
        notes=() if register else (_NO_REGISTER,),
    )


def _supplies(reader: ReferenceReader, code: str, register: TradeEdition | None) -> Iterator[SupplyAnswer]:
    """The last five years of the newest edition, without estimates, the five before, and ten by order."""
    if register is None:
        return
    last = register.last
    for terms in (
        SupplyTerms(first=last - WINDOW + 1, last=last),
        SupplyTerms(first=last - WINDOW + 1, last=last, estimated=False),
        SupplyTerms(first=last - 2 * WINDOW + 1, last=last - WINDOW),
        SupplyTerms(first=last - 2 * WINDOW + 1, last=last, by=By.ORDER),
    ):
        yield suppliers_of(reader, code, terms)


def _recipients(reader: ReferenceReader, code: str, register: TradeEdition | None) -> SupplyAnswer | None:
    if register is None:
        return None
    answer = recipients_of(reader, code, SupplyTerms(first=register.last - WINDOW + 1, last=register.last))
    return answer if any(each.table and each.table.shares for each in answer.editions) else None


def _between(deals: Sequence[ArmsTransfer], other: str | None, register: TradeEdition | None) -> Iterator[ArmsTransfer]:
    """Deals with the other state, of the freshest register."""
    held = [
        each
        for each in deals
        if register and each.supplier.code == other and other and edition_key(each.provenance) == register.key
    ]
    yield from sorted(held, key=lambda each: (-(each.order_year or 0), each.designation))


def _years(deals: Sequence[ArmsTransfer], register: TradeEdition | None) -> Iterator[YearSupply]:
    held: dict[tuple[int, str, str], list[tuple[float, bool, str]]] = {}
    for deal in deals:
        if register is not None and edition_key(deal.provenance) == register.key:
            for each in deal.deliveries:
                key = (each.year, deal.supplier.key, deal.supplier.name)
                held.setdefault(key, []).append((each.tiv or 0.0, each.estimated, each.id))
    for (year, partner, name), rows in sorted(held.items()):
        yield YearSupply(
            partner=partner,
            name=name,
            year=year,
            tiv=round(sum(tiv for tiv, _, _ in rows), 6),
            estimated=round(sum(tiv for tiv, estimated, _ in rows if estimated), 6),
            rows=tuple(row for _, _, row in rows),
        )


def _filter(code: str, other: str | None, limit: int = 50) -> EventFilter:
    pair = (code, other) if other else None
    return EventFilter(pair=pair, party=None if pair else code, limit=limit)


def _events(store: Store, code: str, other: str | None) -> tuple[Event, ...]:
    return tuple(row.event for row in store.events(_filter(code, other, limit=2000)).rows)


def _about_arms(events: Iterable[Event], code: str) -> Iterator[Event]:
    """Events in which arms go to the state or away from it, or in which it is not told where they go."""
    for each in events:
        if each.arms is not None:
            sides = [side for side in (each.arms.supplier, each.arms.recipient) if side is not None]
            if not sides or any(side.country == code for side in sides):
                yield each


def _sanctions(
    reader: ReferenceReader, met: Sequence[ToldEvent], on: dt.date
) -> Iterator[tuple[SanctionAnswer, SanctionAnswer]]:
    """Persons and bodies of the contacts that a list may name, each on the day of its last contact and on the day."""
    asked: dict[str, dt.date] = {}
    for told in met:
        when = told.event.when if told.event.modality == "asserted" else None
        for party in (*told.event.actors, *told.event.recipients):
            own = party.canonical_id
            if own and when and own.split("/")[0] in ("person", "body"):
                asked.setdefault(own, when.latest)
    for own, day in list(asked.items())[:PARTIES]:
        then, now = sanctions_on(reader, own, day), sanctions_on(reader, own, on)
        if now.taken or now.review:
            yield then, now


def _listed(reader: ReferenceReader, code: str) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for each in reader.designations(country=code):
        counts[each.list_name] = counts.get(each.list_name, 0) + 1
    return tuple(sorted(counts.items()))


def _claims(store: Store, events: Iterable[Event]) -> Iterator[CheckedClaim]:
    """Claims of the reports that tell the events, on things that a record is about."""
    facts = with_starter(store.reference)
    documents: dict[str, None] = {}
    for event in events:
        documents |= dict.fromkeys(row.document.id for row in store.event_mentions(event.id))
        if len(documents) >= REPORTS:
            break
    checked = [each for document_id in documents for each in check_document(store, document_id, facts)]
    differs = disagreements(checked)
    for each in checked:
        head = store.head(each.document.id)
        if head is not None and in_scope(each.verdict):
            yield CheckedClaim(
                claim=each.claim,
                verdict=each.verdict,
                sentence=" ".join(each.told.sentence.split()),
                document=head,
                differs=tuple(dict.fromkeys(map(_other, differs.get(each.claim.id, ())))),
            )


def _other(checked: Checked) -> str:
    who = checked.document.publisher or checked.document.id
    return f"{checked.claim.value} ({who}: “{' '.join(checked.claim.evidence.text.split())}”)"


def _places(reader: ReferenceReader, code: str, deals: Sequence[ArmsTransfer]) -> dict[str, RowPlace]:
    """Lines of the rows of transfers, those of groups in the state too."""
    found = {
        each.id: RowPlace(line=each.line or deal.provenance.line, deal=deal.deal)
        for deal in deals
        for each in deal.deliveries
    }
    cells = (*reader.tiv(recipient=code), *reader.tiv(supplier=code))
    return found | {each.id: RowPlace(line=each.provenance.line, deal=None) for each in cells}
