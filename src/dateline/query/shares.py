"""Who supplies whom, in shares and ranks: sums over register rows and value tables, never over two editions.

Share = what one partner delivered in the window / what all partners did, unknown suppliers included in the sum and left
out of the ranks. Years are those of delivery, or of the order; then all that was delivered under the deals counts. The
register gives numbers by year; one number for several years was spread evenly over them when it was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.query.reference import ReferenceReader, state_code
from dateline.query.traded import By, Measure, Share, Traded, estimated_part, parts, traded

__all__ = ["By", "Measure", "Share", "ShareTable", "recipient_shares", "shares_of", "supplier_shares"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTable:
    """All partners' parts in one window and one edition.

    Attributes:
        of: The state whose suppliers or recipients they are.
        first, last: The window, both years included.
        vintage, source: The edition.
        total: What all partners come to, in the measure.
        last_year: Last year in which the edition has a row of this state.
        estimated_share: Fraction of the total that rests on flagged rows.
        notes: What limits the answer.
    """

    of: str
    first: int
    last: int
    by: By
    measure: Measure
    vintage: str | None
    source: str
    total: float
    last_year: int
    estimated_share: float | None
    shares: tuple[Share, ...]
    notes: tuple[str, ...] = ()

    def share(self, partner: str) -> Share | None:
        """The part of one partner, by code or printed name."""
        return next((each for each in self.shares if partner in (each.partner, each.name)), None)


def supplier_shares(
    reader: ReferenceReader,
    recipient: str,
    *,
    first: int,
    last: int,
    by: By = By.DELIVERY,
    measure: Measure = Measure.TIV,
    estimated: bool = True,
    without: Collection[str] = (),
    vintage: str | None = None,
) -> tuple[ShareTable, ...]:
    """Who supplied a state, one table for each edition that knows all of its suppliers, oldest first.

    Args:
        reader: The official records.
        recipient: Code or name of the state, or of a group as it is printed; a group does not count for its state.
        first: First year of the window.
        last: Its last year.
        by: Whether years are of delivery or of order.
        measure: TIV, or the number of deals.
        estimated: False leaves out the rows that the register flags.
        without: Ids of rows to leave out.
        vintage: Only this edition.

    Raises:
        UsageError: no such state or group, or a window that ends before it begins.
    """
    code = _side(recipient)
    deals, cells = reader.transfers(recipient=code, vintage=vintage), reader.tiv(recipient=code, vintage=vintage)
    rows = _known(recipient, traded(deals, cells))
    return shares_of(code, rows, first, last, by, measure, estimated=estimated, without=without)


def recipient_shares(
    reader: ReferenceReader,
    supplier: str,
    *,
    first: int,
    last: int,
    by: By = By.DELIVERY,
    measure: Measure = Measure.TIV,
    estimated: bool = True,
    without: Collection[str] = (),
    vintage: str | None = None,
) -> tuple[ShareTable, ...]:
    """Whom a state supplied; see :func:`supplier_shares`. A table's own total counts where it has one.

    Raises:
        UsageError: no such state or group, or a window that ends before it begins.
    """
    code = _side(supplier)
    deals, cells = reader.transfers(supplier=code, vintage=vintage), reader.tiv(supplier=code, vintage=vintage)
    rows = _known(supplier, traded(deals, cells, recipients=True))
    return shares_of(code, rows, first, last, by, measure, estimated=estimated, without=without)


def shares_of(
    of: str,
    rows: Iterable[Traded],
    first: int,
    last: int,
    by: By = By.DELIVERY,
    measure: Measure = Measure.TIV,
    *,
    estimated: bool = True,
    without: Collection[str] = (),
) -> tuple[ShareTable, ...]:
    """The same from rows at hand, by edition; an edition that cannot answer is left out.

    Left out are value tables where the question is of orders or deals, and those that list one partner and no total:
    they are that partner's own table, and say nothing of the others.

    Raises:
        UsageError: a window that ends before it begins.
    """
    if first > last:
        raise UsageError(f"window {first}–{last}", "it ends before it begins")
    editions: dict[tuple[str, str], list[Traded]] = {}
    for row in rows:
        editions.setdefault((row.provenance.vintage or "", row.provenance.source), []).append(row)
    tables = []
    for (vintage, source), held in sorted(editions.items()):
        table = all(row.deal is None for row in held)
        if table and (by is By.ORDER or measure is Measure.DEALS or _one_sided(held)):
            continue
        within = [row for row in held if _in_window(row, first, last, by)]
        kept = [row for row in within if row.row not in without and (estimated or not row.estimated)]
        shares, total = parts(kept, measure)
        tables.append(
            ShareTable(
                of=of,
                first=first,
                last=last,
                by=by,
                measure=measure,
                vintage=vintage or None,
                source=source,
                total=total,
                last_year=max(row.year for row in held),
                estimated_share=estimated_part(kept, measure, total),
                shares=shares,
                notes=tuple(_notes(held, last, len(within) - len(kept))),
            )
        )
    return tuple(tables)


def _side(word: str) -> str:
    """A state's code, else the word: groups go by the name that the register prints."""
    try:
        return state_code(word)
    except UsageError:
        return word


def _known(word: str, rows: Iterable[Traded]) -> list[Traded]:
    """The rows; a word that is no state and has none is a mistake."""
    held = list(rows)
    if not held:
        state_code(word)
    return held


def _one_sided(rows: Sequence[Traded]) -> bool:
    return len({row.partner.key for row in rows if row.partner}) < 2 and all(row.partner for row in rows)


def _in_window(row: Traded, first: int, last: int, by: By) -> bool:
    year = row.year if by is By.DELIVERY else row.order_year
    return year is not None and first <= year <= last


def _notes(held: Sequence[Traded], last: int, left_out: int) -> Iterator[str]:
    newest = max(row.year for row in held)
    if last > newest:
        yield f"this edition has no row after {newest}: later years may have had none, or are not in it"
    if left_out:
        yield f"{left_out} {'row' if left_out == 1 else 'rows'} left out as asked"
