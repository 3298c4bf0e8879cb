"""Who arms a state, and whom a state arms: every edition loaded, groups apart, and what no edition can tell.

An empty window has three meanings that must not be mixed up: the edition reaches the years and records no delivery, it
does not reach them, or it has no row of the state at all, as an extract may not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.errors import UsageError
from dateline.query.asking.groups import groups
from dateline.query.asking.supply_answers import EditionSupply, Recorded, SupplyAnswer, SupplyTerms
from dateline.query.asking.trade_editions import EditionKey, TradeEdition, edition_key, trade_editions
from dateline.query.reference import ReferenceReader, state_code
from dateline.query.shares import ShareTable, shares_of
from dateline.query.traded import Asked, By, Measure, Traded, traded
from dateline.vocab.states import state_name

#: Years of a window that nobody names: as many as SIPRI compares.
WINDOW = 5


def suppliers_of(reader: ReferenceReader, recipient: str, terms: SupplyTerms | None = None) -> SupplyAnswer:
    """Who supplied a state, or a group that a register keeps apart.

    Args:
        reader: The official records.
        recipient: Code or name of the state; name of the group, with or without its "(State)".
        terms: Window, years, measure, vintage.

    Raises:
        UsageError: no such state or group, no register loaded, or a window that ends before it begins.
    """
    return _answer(reader, recipient, terms or SupplyTerms(), suppliers=True)


def recipients_of(reader: ReferenceReader, supplier: str, terms: SupplyTerms | None = None) -> SupplyAnswer:
    """Whom a state supplied; see :func:`suppliers_of`.

    Raises:
        UsageError: no such state, no register loaded, or a window that ends before it begins.
    """
    return _answer(reader, supplier, terms or SupplyTerms(), suppliers=False)


def _answer(reader: ReferenceReader, word: str, terms: SupplyTerms, *, suppliers: bool) -> SupplyAnswer:
    held = trade_editions(reader, terms.vintage)
    if not held:
        what = f"no transfers of vintage {terms.vintage!r} are" if terms.vintage else "no register of transfers is"
        raise UsageError(f"{what} loaded", "nothing tells who arms whom", "dateline reference import KIND FILE")
    asked = _asked(terms, held)
    apart = groups(reader, held)
    of = _side(word, apart)
    answer = _one(reader, of, held, asked, terms.vintage, suppliers=suppliers)
    names = [name for name, within in apart.items() if within == of] if suppliers else []
    others = [_one(reader, name, held, asked, terms.vintage, suppliers=suppliers) for name in names]
    told = [replace(each, editions=tuple(e for e in each.editions if e.table is not None)) for each in others]
    return replace(answer, apart=tuple(each for each in told if each.editions))


def _one(
    reader: ReferenceReader,
    of: str,
    held: Sequence[TradeEdition],
    asked: Asked,
    vintage: str | None,
    *,
    suppliers: bool,
) -> SupplyAnswer:
    rows = _rows(reader, of, vintage, suppliers=suppliers)
    editions: list[EditionSupply] = []
    left_out: list[str] = []
    for edition in held:
        own = rows.get(edition.key, [])
        tables = shares_of(of, own, asked) if own else ()
        if tables:
            editions.append(_told(edition, tables[0], {row.year for row in own}))
        elif own:
            left_out.append(f"{edition.name}: {_why(edition, asked)}")
        elif edition.deals:
            editions.append(_no_row(edition, of))
    return SupplyAnswer(
        of=of,
        name=state_name(of),
        suppliers=suppliers,
        asked=asked,
        editions=tuple(editions),
        left_out=tuple(left_out),
    )


def _told(edition: TradeEdition, table: ShareTable, years: Collection[int]) -> EditionSupply:
    asked = table.asked
    window = range(asked.first, asked.last + 1)
    beyond = tuple(year for year in window if not edition.first <= year <= edition.last)
    without = (
        tuple(year for year in window if year not in beyond and year not in years) if asked.by is By.DELIVERY else ()
    )
    if table.shares:
        recorded = Recorded.RECORDED
    else:
        recorded = Recorded.NOT_IN_VINTAGE if len(beyond) == len(window) else Recorded.NONE
    return EditionSupply(
        edition=edition,
        table=table,
        recorded=recorded,
        years_without=without,
        years_not_in_vintage=beyond,
        notes=tuple(_notes(edition, table, beyond)),
    )


def _notes(edition: TradeEdition, table: ShareTable, beyond: Sequence[int]) -> Iterator[str]:
    if beyond:
        yield f"{_span(beyond)}: not in this vintage, which reaches from {edition.first} to {edition.last}"
    yield from (note for note in edition.notes if "promises" in note)
    yield from (note for note in table.notes if "left out" in note)
    if len(table.shares) == 1 and edition.deals:
        yield "one partner only: the file may be an extract, and the share is of what it holds"
    if table.asked.by is By.ORDER:
        yield "all that was delivered under deals ordered in the window, whenever it came"


def _no_row(edition: TradeEdition, of: str) -> EditionSupply:
    note = f"no row of {state_name(of)}: none was recorded, or the file is an extract without it"
    return EditionSupply(edition=edition, table=None, recorded=Recorded.NO_ROW, notes=(note,))


def _why(edition: TradeEdition, asked: Asked) -> str:
    if not edition.deals and (asked.by is By.ORDER or asked.measure is Measure.DEALS or not asked.estimated):
        return "a table of values by year, it has neither orders nor deals nor flags of estimates"
    return "a table of one partner, it tells nothing of the others"


def _rows(reader: ReferenceReader, of: str, vintage: str | None, *, suppliers: bool) -> dict[EditionKey, list[Traded]]:
    """Rows of the state on that side, by edition."""
    side = {"recipient": of} if suppliers else {"supplier": of}
    deals, cells = reader.transfers(vintage=vintage, **side), reader.tiv(vintage=vintage, **side)
    found: dict[EditionKey, list[Traded]] = {}
    for row in traded(deals, cells, recipients=not suppliers):
        found.setdefault(edition_key(row.provenance), []).append(row)
    return found


def _side(word: str, apart: Iterable[str]) -> str:
    """A state's code, or the printed name of a group."""
    for name in apart:
        if word.casefold() in (name.casefold(), name.rpartition(" (")[0].casefold()):
            return name
    return state_code(word)


def _asked(terms: SupplyTerms, held: Sequence[TradeEdition]) -> Asked:
    last = terms.last if terms.last is not None else max(each.last for each in held)
    if terms.first is not None and terms.last is None:
        last = max(last, terms.first)
    return Asked(
        first=terms.first if terms.first is not None else last - WINDOW + 1,
        last=last,
        by=terms.by,
        measure=terms.measure,
        estimated=terms.estimated,
        without=frozenset(terms.without),
    )


def _span(years: Sequence[int]) -> str:
    """Years as a person writes them: 2025, 2021–2024."""
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return ", ".join(map(str, years))
