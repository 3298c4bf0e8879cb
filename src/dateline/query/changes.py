"""What changed in a record since a moment: new facts, new reports of old ones, revised reports and reference records.

What another version of the coder reads otherwise, and what fusion or a judgement groups otherwise, is no news; it is
told apart by ``cause``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.errors import UsageError
from dateline.model import Event, from_json
from dateline.query.filter import EventFilter
from dateline.query.held import holds
from dateline.query.revisions import Change as RowChange
from dateline.query.revisions import revisions
from dateline.query.sheets import sheets
from dateline.store import DocumentHead, Store
from dateline.store.happenings import ValueChange
from dateline.store.watching import Cause, DocumentChange, LoggedChange, What

__all__ = ["Change", "Kind", "changes", "moment"]


class Kind(StrEnum):
    """What a change is to a reader."""

    NEW_FACT = "new fact"
    NEW_REPORT = "new report of a known fact"
    CHANGED = "changed value"
    GONE = "gone"
    ADDED = "report added"
    REVISED = "report revised"
    WITHDRAWN = "report withdrawn"
    RESTORED = "report restored"
    EDITION = "reference edition imported"
    RECORD = "revised reference record"


_OF_EVENTS = {
    What.EVENT: Kind.NEW_FACT,
    What.SOURCE: Kind.NEW_REPORT,
    What.VALUE: Kind.CHANGED,
    What.GONE: Kind.GONE,
}
_OF_DOCUMENTS = {"added": Kind.ADDED, "revised": Kind.REVISED, "withdrawn": Kind.WITHDRAWN, "restored": Kind.RESTORED}
#: What is due to the reports themselves; the rest is a new reading of old ones.
_NEWS = (Cause.REPORT, Cause.REVISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    Attributes:
        at: When it came into the record.
        cause: report, revision (of a report), coder, regrouped, or reference.
        event: The event as it is now, or as it was where it is gone; None for changes of reports and records.
        documents: The reports that caused it, or the report that changed.
        fields: Values before and after.
        sources: Independent sources before and after a new report.
        about: In words: the sentence of the event, the report, or the row of a reference file.
        reason: Why a report was withdrawn, what became of a row, into which event another one went.
    """

    at: dt.datetime
    kind: Kind
    cause: str
    event: Event | None = None
    documents: tuple[DocumentHead, ...] = ()
    fields: tuple[ValueChange, ...] = ()
    sources: tuple[int, int] | None = None
    about: str = ""
    reason: str = ""

    @property
    def news(self) -> bool:
        """Whether it is due to reports or reference records and not to a new reading of the same ones."""
        return self.cause not in (Cause.CODER, Cause.REGROUPED)


def moment(words: str, now: dt.datetime | None = None) -> dt.datetime:
    """The moment that words mean: ``today``, ``yesterday``, a day (from its beginning, here), or an ISO time.

    Raises:
        UsageError: they are none of these.
    """
    here = (now or dt.datetime.now(dt.UTC)).astimezone()
    days = {"today": 0, "yesterday": 1}
    if words in days:
        return dt.datetime.combine(here.date() - dt.timedelta(days=days[words]), dt.time(), here.tzinfo)
    try:
        found = dt.datetime.fromisoformat(words)
    except ValueError as error:
        hint = "write 2026-11-25, 2026-11-25T08:00+01:00, today or yesterday"
        raise UsageError(f"no moment {words!r}", str(error), hint) from error
    return found if found.tzinfo else found.astimezone()


def changes(store: Store, since: dt.datetime, filters: Sequence[EventFilter] = ()) -> tuple[Change, ...]:
    """All changes since a moment, oldest first, news and new readings.

    Args:
        store: The record.
        since: The moment.
        filters: Only events that one of these has, and reports that tell one; reference records are all told.

    Raises:
        UsageError: a value of a filter that is not in the vocabulary.
    """
    wanted = [each.checked() for each in filters]
    found = [*_of_events(store, since, wanted), *_of_documents(store, since, wanted), *_of_reference(store, since)]
    return tuple(sorted(found, key=lambda each: each.at))


def _of_events(store: Store, since: dt.datetime, wanted: Sequence[EventFilter]) -> Iterator[Change]:
    rows = store.logged(since)
    now = {row.event_id for row in rows if row.event_id is not None}
    chosen = now if not wanted else frozenset[str]().union(*(store.matching(each, now) for each in wanted))
    heads = _Heads(store)
    for row in rows:
        event = _event(store, row)
        if event is None or (row.event_id not in chosen if row.event_id else not _any_holds(wanted, event)):
            continue
        yield _of_event(store, row, event, heads)


def _event(store: Store, row: LoggedChange) -> Event | None:
    """As it is now; as it was where it is gone. None for earlier changes of one that is gone."""
    if row.event_id is not None:
        return store.event(row.event_id)
    was: Any = row.held.get("was")
    return from_json(Event, was) if was is not None else None


def _any_holds(wanted: Sequence[EventFilter], event: Event) -> bool:
    return not wanted or any(holds(each, event) for each in wanted)


def _of_event(store: Store, row: LoggedChange, event: Event, heads: _Heads) -> Change:
    held: Any = row.held
    change = [ValueChange(field=held["field"], before=held["before"], after=held["after"])] if "field" in held else []
    return Change(
        at=row.at,
        kind=_OF_EVENTS[row.what],
        cause=str(row.cause),
        event=event,
        documents=tuple(heads.of(held["documents"])),
        fields=tuple(change),
        sources=(held["sources"][0], held["sources"][1]) if "sources" in held else None,
        about=store.quote(row.event_id, held["documents"]) if row.event_id else "",
        reason=_why_gone(row) if row.what is What.GONE else "",
    )


def _why_gone(row: LoggedChange) -> str:
    if "merged" in row.held:
        return "it turned out to be the same as another event"
    told = {
        Cause.REVISION: "the report that told it was revised and tells it no more",
        Cause.CODER: "another version of the coder does not find it",
        Cause.REPORT: "the report that told it was coded anew and tells it no more",
        Cause.REGROUPED: "its mentions were fused otherwise",
    }
    return told[row.cause]


class _Heads:
    """Reports without their texts, each asked for once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, DocumentHead | None] = {}

    def of(self, ids: Iterable[str]) -> Iterator[DocumentHead]:
        for each in ids:
            if each not in self._known:
                self._known[each] = self._store.head(each)
            head = self._known[each]
            if head is not None:
                yield head


def _of_documents(store: Store, since: dt.datetime, wanted: Sequence[EventFilter]) -> Iterator[Change]:
    for row in store.document_changes(since):
        if wanted and not _tells(store, row, wanted):
            continue
        about = " · ".join(filter(None, (row.head.publisher, row.head.title))) or row.head.id
        yield Change(
            at=row.at,
            kind=_OF_DOCUMENTS[row.what],
            cause=str(Cause.REVISION if row.what == "revised" else Cause.REPORT),
            documents=(row.head,),
            fields=row.fields,
            about=about,
            reason=row.reason,
        )


def _tells(store: Store, row: DocumentChange, wanted: Sequence[EventFilter]) -> bool:
    events = {each.event_id for each in store.document_mentions(row.head.id) if each.event_id is not None}
    return any(store.matching(each, events) for each in wanted)


def _of_reference(store: Store, since: dt.datetime) -> Iterator[Change]:
    reader = store.reference
    for kind in sorted({row.edition.kind for row in reader.editions() if row.imported >= since}):
        held = sheets(reader, kind)
        for number, sheet in enumerate(held):
            new = [row for row in sheet.editions if row.imported >= since]
            for row in new:
                rows = ", ".join(f"{count:,} {name}" for name, count in row.rows.items())
                about = f"{kind} {sheet.vintage}: {rows or 'no rows'} ({row.file})"
                yield Change(at=row.imported, kind=Kind.EDITION, cause="reference", about=about)
            if new and number and len(new) == len(sheet.editions):
                at = max(row.imported for row in new)
                yield from _revised(at, kind, held[number - 1], sheet)


def _revised(at: dt.datetime, kind: str, old: Any, new: Any) -> Iterator[Change]:
    """Rows that a new edition gives otherwise or no more; those that it adds are counted with the edition."""
    for each in revisions(old.records, new.records):
        if each.change is not RowChange.ADDED:
            fields = tuple(ValueChange(field=one.field, before=one.old, after=one.new) for one in each.fields)
            reason = f"{kind} {each.key}: {each.change} between {old.vintage} and {new.vintage}"
            yield Change(
                at=at, kind=Kind.RECORD, cause="reference", fields=fields, about=each.about or each.key, reason=reason
            )
