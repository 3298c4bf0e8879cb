"""A selection as SQL conditions over the table ``events e``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.errors import UsageError
from dateline.store.selection import Selection
from dateline.store.sqlite.search import match_expression

#: A condition and the values bound in it.
Condition = tuple[str, list[object]]

_COUNTRY = re.compile(r"[A-Z]{3}")
_TOLD_BY = (
    "e.id IN (SELECT em.event_id FROM documents d JOIN mentions m ON m.document_id = d.id "
    "JOIN event_mentions em ON em.mention_id = m.id WHERE {})"
)


def where(selection: Selection) -> Condition:
    """All conditions but the cursor's, joined by AND."""
    return _joined(_conditions(selection))


def where_page(selection: Selection) -> Condition:
    """All conditions, the cursor's included.

    Raises:
        UsageError: the cursor is not one of ours.
    """
    return _joined([*_conditions(selection), *_after(selection.cursor)])


def cursor_of(latest: str | None, event_id: str) -> str:
    """The cursor that goes on after this event."""
    return f"{latest or ''}~{event_id}"


def _joined(conditions: Iterable[Condition]) -> Condition:
    clauses, values = [], []
    for clause, bound in conditions:
        clauses.append(clause)
        values.extend(bound)
    return " AND ".join(clauses) or "1", values


def _conditions(selection: Selection) -> Iterator[Condition]:
    s = selection
    for party, roles in ((s.actor, ("actor",)), (s.recipient, ("recipient",)), (s.party, ("actor", "recipient"))):
        if party is not None:
            yield _party(party, roles)
    if s.pair is not None:
        yield _pair(*s.pair)
    columns = {
        "event_type": s.type,
        "mode": s.mode,
        "modality": s.modality,
        "place_country": s.place_country,
        "item_class": s.item_class,
    }
    for column, values in columns.items():
        if values:
            yield _among(f"e.{column}", values)
    yield from _bounds(s)
    yield from _told_by(s)


def _bounds(selection: Selection) -> Iterator[Condition]:
    s = selection
    if s.country:
        yield _country(s.country)
    if s.context:
        clause, bound = _among("value", s.context)
        yield f"EXISTS (SELECT 1 FROM json_each(e.contexts) WHERE {clause})", bound  # noqa: S608 (values are bound)
    if s.since is not None:
        yield "e.latest >= ?", [s.since.isoformat()]
    if s.until is not None:
        yield "e.earliest <= ?", [s.until.isoformat()]
    if s.min_certainty:
        yield "e.certainty >= ?", [s.min_certainty]


def _told_by(selection: Selection) -> Iterator[Condition]:
    if selection.publisher:
        clause, bound = _among("d.publisher", selection.publisher)
        yield _TOLD_BY.format(clause), bound
    if selection.document is not None:
        yield _TOLD_BY.format("d.id = ?"), [selection.document]
    if selection.text is not None:
        clause = "d.seq IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?)"
        yield _TOLD_BY.format(clause), [match_expression(selection.text)]


def _among(expression: str, values: tuple[str, ...]) -> Condition:
    return f"{expression} IN ({', '.join('?' * len(values))})", list(values)


def _party(party: str, roles: tuple[str, ...]) -> Condition:
    role, role_values = _among("p.role", roles)
    match, match_values = matches("p", party)
    sql = f"EXISTS (SELECT 1 FROM judged_event_parties p WHERE p.event_id = e.id AND {role} AND {match})"  # noqa: S608
    return sql, [*role_values, *match_values]


def _pair(one: str, other: str) -> Condition:
    left, left_values = matches("p", one)
    right, right_values = matches("q", other)
    sql = (
        "EXISTS (SELECT 1 FROM judged_event_parties p JOIN judged_event_parties q ON q.event_id = p.event_id "  # noqa: S608
        "AND (q.role, q.position) <> (p.role, p.position) WHERE p.event_id = e.id "
        f"AND 'actor' IN (p.role, q.role) AND {left} AND {right})"
    )
    return sql, [*left_values, *right_values]


def _country(countries: tuple[str, ...]) -> Condition:
    party, bound = _among("p.country", countries)
    place, _ = _among("e.place_country", countries)
    acts = f"EXISTS (SELECT 1 FROM judged_event_parties p WHERE p.event_id = e.id AND {party})"  # noqa: S608
    return f"({acts} OR {place})", [*bound, *bound]


def matches(alias: str, party: str) -> Condition:
    """Whether a row of judged parties is the one named: by id, by country, or by part of a name it goes by."""
    if "/" in party:
        sql = f"{alias}.canonical_id = ifnull((SELECT canonical_id FROM identities WHERE id = ?), ?)"  # noqa: S608
        return sql, [party, party]
    if is_country(party):
        return f"({alias}.country = ? OR {alias}.name = ?)", [party, party]
    escaped = re.sub(r"([\\%_])", r"\\\1", party)
    like = "LIKE ? ESCAPE '\\'"
    taken_for = f"SELECT canonical_id FROM identities WHERE own_name {like}"  # noqa: S608
    return f"({alias}.name {like} OR {alias}.canonical_id IN ({taken_for}))", [f"%{escaped}%"] * 2


def is_country(party: str) -> bool:
    """Whether the word has the form of a country's code."""
    return _COUNTRY.fullmatch(party) is not None


def _after(cursor: str | None) -> Iterator[Condition]:
    if cursor is None:
        return
    latest, mark, event_id = cursor.partition("~")
    if not mark:
        raise UsageError(f"cursor {cursor!r}", "it is not one that a page gave", "use the page's own next cursor")
    yield "(ifnull(e.latest, ''), e.id) < (?, ?)", [latest, event_id]
