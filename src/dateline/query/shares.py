"""Who supplies whom, in shares and ranks: sums over register rows and value tables, never over two editions.

Share = what one partner delivered in the window / what all partners did, unknown suppliers included in the sum and left
out of the ranks. Years are those of delivery, or of the order; then all that was delivered under the deals counts. The
register gives numbers by year; one number for several years was spread evenly over them when it was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.errors import UsageError
from dateline.query.reference import ReferenceReader, coverage, state_code
from dateline.query.traded import Asked, By, Measure, Share, Traded, estimated_part, in_window, parts, traded

__all__ = [
    "Asked",
    "By",
    "Measure",
    "Share",
    "ShareTable",
    "recipient_shares",
    "shares_of",
    "supplier_shares",
    "without_each_estimate",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTable:
    """All partners' parts in one window and one edition.

    Attributes:
        of: The state whose suppliers or recipients they are.
        asked: The window, and what was added up.
        vintage, source: The edition.
        total: What all partners come to, in the measure.
        last_year: Last year in which the edition has a row of this state.
        covered: Last year that the edition goes to; None where that is not known.
        estimated_share: Fraction of the total that rests on flagged rows.
        notes: What limits the answer.
    """

    of: str
    asked: Asked
    vintage: str | None
    source: str
    total: float
    last_year: int
    covered: int | None
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
    asked = Asked(first=first, last=last, by=by, measure=measure, estimated=estimated, without=frozenset(without))
    return shares_of(code, rows, asked, coverage(reader))


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
    asked = Asked(first=first, last=last, by=by, measure=measure, estimated=estimated, without=frozenset(without))
    return shares_of(code, rows, asked, coverage(reader))


def shares_of(
    of: str, rows: Iterable[Traded], asked: Asked, covered: Mapping[tuple[str, str], int] | None = None
) -> tuple[ShareTable, ...]:
    """The same from rows at hand, by edition; an edition that cannot answer is left out.

    Left out are value tables where the question is of orders, deals or flags, which they have not, and those that list
    one partner and no total: they are that partner's own table, and say nothing of the others.

    Raises:
        UsageError: a window that ends before it begins.
    """
    if asked.first > asked.last:
        raise UsageError(f"window {asked.first}–{asked.last}", "it ends before it begins")
    editions: dict[tuple[str, str, str], list[Traded]] = {}
    for row in rows:
        editions.setdefault(_edition(row), []).append(row)
    return tuple(
        _table(of, held, asked, (covered or {}).get((source, vintage)))
        for (vintage, source, _), held in sorted(editions.items())
        if _can_answer(held, asked)
    )


def without_each_estimate(
    reader: ReferenceReader, recipient: str, supplier: str, asked: Asked, *, vintage: str | None = None
) -> tuple[tuple[Traded, ShareTable], ...]:
    """How much a supplier's share rests on single estimates: each flagged row of it, with the table without that row.

    Largest rows first. One row of a deal of 63 million TIV may move a share by five points.

    Raises:
        UsageError: no such state or group, or a window that ends before it begins.
    """
    code, partner = _side(recipient), _side(supplier)
    rows = list(traded(reader.transfers(recipient=code, vintage=vintage), ()))
    flagged = [
        row for row in rows if row.estimated and row.partner and row.partner.key == partner and in_window(row, asked)
    ]
    flagged.sort(key=lambda row: (-row.tiv, row.row))
    found = []
    for row in flagged:
        own = [each for each in rows if _edition(each) == _edition(row)]
        (table,) = shares_of(code, own, replace(asked, without=frozenset((*asked.without, row.row))))
        found.append((row, table))
    return tuple(found)


def _edition(row: Traded) -> tuple[str, str, str]:
    """Vintage and source; files without a vintage are editions of their own, and never added up."""
    where = row.provenance
    return where.vintage or "", where.source, "" if where.vintage else where.sha256


def _can_answer(held: Sequence[Traded], asked: Asked) -> bool:
    if any(row.deal is not None for row in held):
        return True
    plain = asked.by is By.DELIVERY and asked.measure is Measure.TIV and asked.estimated
    return plain and not _one_sided(held)


def _table(of: str, held: Sequence[Traded], asked: Asked, covered: int | None) -> ShareTable:
    within = [row for row in held if in_window(row, asked)]
    kept = [row for row in within if row.row not in asked.without and (asked.estimated or not row.estimated)]
    shares, total = parts(kept, asked.measure)
    return ShareTable(
        of=of,
        asked=asked,
        vintage=held[0].provenance.vintage,
        source=held[0].provenance.source,
        total=total,
        last_year=max(row.year for row in held),
        covered=covered,
        estimated_share=estimated_part(kept, asked.measure, total),
        shares=shares,
        notes=tuple(_notes(held, asked, covered, len(within) - len(kept))),
    )


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


def _notes(held: Sequence[Traded], asked: Asked, covered: int | None, left_out: int) -> Iterator[str]:
    newest = max(row.year for row in held)
    if covered is not None and asked.last > covered:
        yield f"this edition ends with {covered}: later years are not in it"
    elif asked.last > newest:
        until = f", and the edition goes to {covered}" if covered else ""
        yield f"no delivery after {newest} is recorded{until}"
    if left_out:
        yield f"{left_out} {'row' if left_out == 1 else 'rows'} left out as asked"
