"""The part "Who arms X?": shares by supplier and edition, deliveries by year, what reports say of arms."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.dossier.blocks import (
    Block,
    Figure,
    Footnotes,
    Inline,
    Items,
    Mark,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from dateline.export.dossier.contact_part import told_quote
from dateline.export.dossier.supply_plot import supply_plot
from dateline.export.dossier.wording import percent, plural, row_note, rows_note, tiv
from dateline.model.reference import ArmsTransfer
from dateline.query.asking import EditionSupply, Recorded, SupplyAnswer
from dateline.query.asking.dossier import Dossier
from dateline.query.traded import By, Share
from dateline.vocab.states import state_name

#: Suppliers named in a table; the rest are counted.
_ROWS = 12
_WHY = {
    Recorded.NONE: "no deliveries recorded in these years",
    Recorded.NOT_IN_VINTAGE: "these years are not in this vintage",
    Recorded.NO_ROW: "no row of this state: none was recorded, or the file is an extract without it",
}


def supply_part(dossier: Dossier, notes: Footnotes) -> Section:
    """The part with its tables, its plot and the reports on arms."""
    return Section(id="arms", title=f"Who arms {dossier.name}?", blocks=tuple(_blocks(dossier, notes)))


def _blocks(dossier: Dossier, notes: Footnotes) -> Iterator[Block]:
    yield Paragraph(
        text=(
            "Volumes are millions of TIV, trend-indicator values of major conventional arms as SIPRI counts them. They "
            "are not money: no price stands in them, and they are added to no sum of dollars.",
        ),
        small=True,
    )
    for text in dossier.notes:
        yield Paragraph(text=(text,))
    for answer in dossier.supplies[:1]:
        yield from _answer(dossier, answer, notes)
    if dossier.years:
        yield _figure(dossier, notes)
    for answer in dossier.supplies[1:]:
        yield from _answer(dossier, answer, notes)
    if dossier.deals:
        yield _deals(dossier, notes)
    if dossier.recipients is not None:
        yield from _answer(dossier, dossier.recipients, notes)
    yield from _reported(dossier, notes)


def _deals(dossier: Dossier, notes: Footnotes) -> Table:
    """What the other state delivered, deal by deal."""
    return Table(
        caption=(Strong(f"Deals of {dossier.name} with {dossier.partner_name}"), f", {dossier.years_edition}"),
        columns=("Ordered", "What", "Delivered", "Volume"),
        rows=tuple(_deal(each, notes) for each in dossier.deals),
    )


def _deal(deal: ArmsTransfer, notes: Footnotes) -> tuple[Text, ...]:
    delivered = "; ".join(
        f"{each.year}: {'?' if each.quantity is None else f'{each.quantity:g}'}" for each in deal.deliveries
    )
    volume: list[Inline] = [tiv(deal.tiv_delivered)]
    if any(each.estimated for each in deal.deliveries):
        volume += [" ", Mark("estimate", "estimate")]
    what = f"{deal.designation}, {deal.description}" if deal.description else deal.designation
    more = [
        each for each in (deal.status, "built under licence" if deal.local_production else "", deal.comments) if each
    ]
    ordered = f"{deal.order_year or '?'}{' (estimate)' if deal.order_estimated else ''}"
    ref = notes.ref(row_note(deal.provenance, deal.id))
    return (ordered,), (f"{what} ({'; '.join(more)})" if more else what,), (delivered or "–",), (*volume, ref)


def _figure(dossier: Dossier, notes: Footnotes) -> Figure:
    title = f"Deliveries to {dossier.name} by supplier and year, in millions of TIV"
    until = f" It ends with {dossier.years_end}." if dossier.years_end else ""
    told = f"{title}; hatched: the part that the register flags as an estimate of year or number. "
    held = dossier.supplies[0].freshest if dossier.supplies else None
    rows = tuple(row for each in dossier.years for row in each.rows)
    refs = (notes.ref(rows_note(held.edition, rows, dossier.places)),) if held else ()
    return Figure(svg=supply_plot(dossier.years, title), caption=(f"{told}{dossier.years_edition}.{until}", *refs))


def _answer(dossier: Dossier, answer: SupplyAnswer, notes: Footnotes) -> Iterator[Block]:
    held = [each for each in answer.editions if each.table is not None and each.table.shares]
    if held:
        yield _table(dossier, answer, held, notes)
    silent = [each for each in answer.editions if each not in held]
    remarks: list[Text] = [(f"{each.edition.name}: {_WHY[each.recorded]}",) for each in silent]
    remarks += [(f"{each.edition.name}: {note}",) for each in held for note in each.notes]
    remarks += [(f"Left out: {text}",) for text in answer.left_out if answer.asked.by is By.DELIVERY]
    for group in answer.apart:
        remarks.append(_apart(group))
    if remarks and answer is dossier.supplies[0]:
        yield Items(items=tuple(remarks))


def _apart(group: SupplyAnswer) -> Text:
    asked, held = group.asked, group.freshest
    shares = held.table.shares if held and held.table else ()
    if shares:
        told = ", ".join(f"{_name(each)} {tiv(each.tiv)}" for each in shares)
    else:
        last = held.table.last_year if held and held.table else None
        told = f"no deliveries recorded in {asked.first}–{asked.last}" + (f", the last in {last}" if last else "")
    return (f"Apart, and never counted for the state: {group.name}: {told}.",)


def _table(dossier: Dossier, answer: SupplyAnswer, held: list[EditionSupply], notes: Footnotes) -> Table:
    asked = answer.asked
    order: dict[str, str] = {}
    for each in held:
        for share in each.table.shares if each.table else ():
            order.setdefault(share.partner, _name(share))
    rows = [
        (
            (Strong(name) if partner == dossier.partner else name,),
            *(_cell(dossier, each, partner, notes) for each in held),
        )
        for partner, name in list(order.items())[:_ROWS]
    ]
    rows.append((("all",), *(_total(dossier, each, notes) for each in held)))
    by = "year of delivery" if asked.by is By.DELIVERY else "year of order, with all that was delivered since"
    without = "" if asked.estimated else ", without rows flagged as estimates"
    more = f"; {plural(len(order) - _ROWS, 'smaller one')} not shown" if len(order) > _ROWS else ""
    return Table(
        caption=(
            Strong(f"{_whose(answer)}, {asked.first}–{asked.last}"),
            f", by {by}{without}: share of the TIV delivered, rank, volume{more}",
        ),
        columns=("Supplier" if answer.suppliers else "Recipient", *(_short(each) for each in held)),
        rows=tuple(rows),
        numeric=frozenset(range(1, len(held) + 1)),
    )


def _whose(answer: SupplyAnswer) -> str:
    return f"Suppliers of {answer.name}" if answer.suppliers else f"Recipients of arms from {answer.name}"


def _short(held: EditionSupply) -> str:
    kind = "Register of deals" if held.edition.deals else "Values by year"
    beyond = held.years_not_in_vintage
    reach = f"; {beyond[0]}–{beyond[-1]} not in it" if len(beyond) > 1 else f"; {beyond[0]} not in it" if beyond else ""
    return f"{kind}, {f'vintage {held.edition.vintage}' if held.edition.vintage else 'no vintage'}{reach}"


def _cell(dossier: Dossier, held: EditionSupply, partner: str, notes: Footnotes) -> Text:
    share = held.table.share(partner) if held.table else None
    if share is None:
        return ("–",)
    rank = f"rank {share.rank}" if share.rank else "no rank"
    parts: list[Inline] = [f"{percent(share.share)}, {rank}, {tiv(share.tiv)}"]
    if share.estimated_share:
        parts += [" ", Mark(f"{100 * share.estimated_share:.0f} % estimated", "estimate")]
    return (*parts, notes.ref(rows_note(held.edition, share.rows, dossier.places)))


def _total(dossier: Dossier, held: EditionSupply, notes: Footnotes) -> Text:
    table = held.table
    if table is None:
        return ("–",)
    estimated = "" if table.estimated_share is None else f", {percent(table.estimated_share)} of it estimated"
    rows = tuple(row for share in table.shares for row in share.rows)
    return f"{tiv(table.total)}{estimated}", notes.ref(rows_note(held.edition, rows, dossier.places))


def _reported(dossier: Dossier, notes: Footnotes) -> Iterator[Block]:
    if not dossier.reported:
        return
    end = f"the register ends with {dossier.years_end}" if dossier.years_end else "no register is loaded"
    yield Paragraph(
        text=(
            Strong("What reports say of arms"),
            f". {end[0].upper()}{end[1:]}: what came after it, and was not denied or merely planned, may be deliveries "
            "that no register has yet. Prices are quoted as they are told.",
        )
    )
    for told in dossier.reported:
        marks = (Mark("reported, not in the register", "reported"),) if dossier.beyond(told) else ()
        yield told_quote(told, notes, marks)


def _name(share: Share) -> str:
    return state_name(share.partner) if len(share.partner) == len("MMR") else share.name
