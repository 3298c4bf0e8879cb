"""Record: the façade. Add reports, run, ask.

with open_record("dateline.db") as record:
record.add("reports/")
record.run()
for row in record.events(EventFilter(country=("MMR",))).rows:
...
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dateline import pipeline, query
from dateline.errors import DatelineError
from dateline.model import Coding, Document, Judgement, JudgementKind
from dateline.pipeline import AddReport, Failed, Processed, RunReport, Settings
from dateline.pipeline.adding import OnAdded
from dateline.pipeline.running import OnProgress
from dateline.query import DocumentView, EntityView, EventFilter, EventList, EventView, Reason
from dateline.query.asking.dossier import Dossier
from dateline.query.asking.questions import Questions
from dateline.query.conflicts import Difference, conflicts
from dateline.sources import Hints, Unread, read_path
from dateline.store import (
    DocumentHead,
    EntityRow,
    JudgementRow,
    MentionRow,
    Overview,
    Page,
    ReferenceReader,
    Reject,
    RunRow,
    Store,
    open_store,
)

if TYPE_CHECKING:
    from dateline.pipeline.referencing import Imported
    from dateline.pipeline.stories import StoryRow
    from dateline.query.changes import Change
    from dateline.query.remarks import Remarks
    from dateline.resolve.identity import Suggestion
    from dateline.verify import Checked, Facts
    from dateline.watching import Round, WatchConfig

#: Names the database where the caller does not.
ENVIRONMENT = "DATELINE_RECORD"
DEFAULT = "dateline.db"

#: What can be added: a path of a file or folder, a web address, a document, or what a reader of ``sources`` yields.
Addable = str | os.PathLike[str] | Document | Unread


class Record:
    """A record of reports and what they say happened.

    Args:
        store: Where it lies; :func:`open_record` opens one.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def location(self) -> str:
        """Where it lies, as the user would name it."""
        return self.store.location

    def close(self) -> None:
        """Release the database; a second call does nothing."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, reports: Addable | Iterable[Addable], *, hints: Hints | None = None, on_added: OnAdded | None = None
    ) -> AddReport:
        """Add reports; what is there already changes nothing, what cannot be read goes to :meth:`rejects`.

        Args:
            reports: Paths of files or folders, web addresses, Documents, or what ``dateline.sources`` yields.
            hints: What the caller knows of the files (publisher, day of publication).
            on_added: Called after each report with what was done.

        Raises:
            StoreError: the database cannot be written.
        """
        each = [reports] if isinstance(reports, str | os.PathLike | Document | Unread) else reports
        return pipeline.add(self.store, _read(each, hints or Hints()), on_added)

    def run(self, settings: Settings | None = None, progress: OnProgress | None = None) -> RunReport:
        """Code what is not coded yet and fuse mentions into events; a run that was killed goes on.

        Raises:
            ModelMissing: the language model is not installed.
            StoreError: the database cannot be written.
        """
        return pipeline.run(self.store, settings, progress)

    def events(self, wanted: EventFilter | None = None) -> EventList:
        """Events, newest first, with counts over all pages.

        Raises:
            UsageError: a value that is not in the vocabulary.
        """
        return query.events(self.store, wanted or EventFilter())

    def event(self, event_id: str) -> EventView:
        """One event with its mentions and their sentences.

        Raises:
            UsageError: there is none of that id; so for the other single records.
        """
        return query.event(self.store, event_id)

    def document(self, document_id: str) -> DocumentView:
        """One document with all that was found in it."""
        return query.document(self.store, document_id)

    def documents(self, *, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[DocumentHead]:
        """Documents in order of arrival; with ``text`` those that contain the words."""
        return query.documents(self.store, text=text, limit=limit, cursor=cursor)

    def mention(self, mention_id: str) -> MentionRow:
        """One mention with its sentence and document."""
        return query.mention(self.store, mention_id)

    def entities(
        self,
        *,
        text: str | None = None,
        country: Iterable[str] = (),
        sector: Iterable[str] = (),
        unknown: bool = False,
        limit: int = 50,
    ) -> tuple[EntityRow, ...]:
        """Persons, bodies and states by number of events, as judged; see :func:`dateline.query.entities`."""
        return query.entities(self.store, text=text, country=country, sector=sector, unknown=unknown, limit=limit)

    def entity(self, entity_id: str, *, limit: int = 50) -> EntityView:
        """One entity with its names, judgements and first mentions, by any id that is taken for it."""
        return query.entity(self.store, entity_id, limit=limit)

    def mentions_of(self, entity_id: str, *, limit: int | None = None) -> tuple[MentionRow, ...]:
        """Mentions in which an entity acts or is acted upon, under any id that is taken for it."""
        return self.store.entity_mentions(entity_id, limit=limit)

    def stories(self, *, least: int = 1) -> list[StoryRow]:
        """Reports grouped by what they report, of at least ``least`` documents, those with most sources first."""
        from dateline.pipeline.stories import record_stories  # as below: numpy takes time to load

        return record_stories(self.store, least=least)

    def remarks(self, documents: Iterable[str]) -> dict[str, Remarks]:
        """Of each of these reports: what it is a copy of, and whether its publisher withdrew it."""
        from dateline.query.remarks import remarks

        return remarks(self.store, documents)

    def changes(self, since: dt.datetime, filters: Sequence[EventFilter] = ()) -> tuple[Change, ...]:
        """What changed since a moment, oldest first; see :func:`dateline.query.changes.changes`."""
        from dateline.query.changes import changes

        return changes(self.store, since, filters)

    def watch(
        self, config: WatchConfig, *, settings: Settings | None = None, once: bool = False, polls: int | None = None
    ) -> Iterator[Round]:
        """Watch feeds and send alerts, round by round; see :func:`dateline.watching.watch`.

        Args:
            config: What :func:`dateline.watching.read_config` reads.
            settings: Options of coding.
            once: One round.
            polls: End after so many polls.

        Raises:
            StoreError: another process watches this record.
        """
        from dateline.watching import watch  # httpx takes time to load

        return watch(self.store, config, settings=settings, once=once, polls=polls)

    def suggest(self) -> list[Suggestion]:
        """Pairs of entities that may be one and that nobody judged yet, best first; nothing is merged."""
        from dateline.pipeline.suggesting import suggestions  # as below: what compares names takes time to load

        return suggestions(self.store)

    def judge(
        self,
        kind: JudgementKind | str,
        left: str,
        right: str,
        *,
        why: str = "",
        who: str | None = None,
        force: bool = False,
    ) -> Judgement:
        """Decide that two entities, or two events, are the ``same``, ``different`` or ``unsure``.

        See ``dateline.pipeline.judging``.

        Reading follows at once; which mentions are one event is decided anew by the next :meth:`run`.

        Raises:
            UsageError: an id that is not there; a chain of judgements that contradicts this one.
        """
        from dateline.pipeline.judging import judge

        return judge(self.store, kind, left, right, why=why, who=who, force=force)

    def undo(self, judgement_id: str, *, who: str | None = None) -> JudgementRow:
        """Let a judgement stand no more; it is kept, with who undid it."""
        from dateline.pipeline.judging import undo

        return undo(self.store, judgement_id, who=who)

    def judgements(self, entity_id: str | None = None) -> tuple[JudgementRow, ...]:
        """All judgements, or those on one entity; oldest first, undone ones too."""
        return self.store.judgements(entity_id)

    def conflicts(self, event_id: str) -> tuple[Difference, ...]:
        """What the reports of an event tell differently; see :func:`dateline.query.conflicts.conflicts`."""
        return conflicts(self.store, event_id)

    def why(self, key: str) -> tuple[Reason, ...]:
        """Every decision behind an event, a mention or an entity, with the words it rests on."""
        return query.why(self.store, key)

    @property
    def ask(self) -> Questions:
        """The analyst's questions: ``record.ask.suppliers("MMR", first=2015, last=2019)``, ``.contacts`` and so on."""
        return Questions(self.store)

    def dossier(self, of: str, partner: str | None = None, *, day: dt.date | None = None) -> Dossier:
        """All answers about a state, or about two; see :func:`dateline.pipeline.dossier.make_dossier`."""
        from dateline.pipeline.dossier import make_dossier

        return make_dossier(self.store, of, partner, day=day)

    def reference(self) -> ReferenceReader:
        """The official records: registers, roll calls, lists; see :class:`dateline.query.reference.ReferenceReader`."""
        return self.store.reference

    def import_reference(
        self,
        kind: str,
        path: str | os.PathLike[str],
        *,
        vintage: str | None = None,
        retrieved: dt.date | None = None,
        on_row: Callable[[int], None] | None = None,
    ) -> Imported:
        """Import a reference file, all or nothing; see :func:`dateline.pipeline.referencing.import_reference`."""
        from dateline.pipeline.referencing import import_reference

        return import_reference(self.store, kind, Path(path), vintage=vintage, retrieved=retrieved, on_row=on_row)

    def check(self, key: str) -> tuple[Checked, ...]:
        """The claims of a document or event, each with its verdict; imported records are asked, and what ships.

        Raises:
            UsageError: no document or event has that id, or the document is not coded yet.
        """
        from dateline.pipeline.checking import check_document, check_event, with_starter  # takes time to load

        facts = with_starter(self.reference())
        if self.store.head(key) is not None:
            return check_document(self.store, key, facts)
        return check_event(self.store, key, facts)

    def overview(self) -> Overview:
        """What the record holds."""
        return query.overview(self.store)

    def rejects(self) -> tuple[Reject, ...]:
        """What could not be read or coded, with the reason."""
        return self.store.rejects()

    def runs(self) -> tuple[RunRow, ...]:
        """All runs with their versions, oldest first."""
        return self.store.runs()


def record_path(path: str | os.PathLike[str] | None = None) -> Path:
    """Where the record lies: ``path``, else what ``DATELINE_RECORD`` names, else ``dateline.db`` here."""
    return Path(path or os.environ.get(ENVIRONMENT) or DEFAULT)


def open_record(path: str | os.PathLike[str] | None = None, *, create: bool = True) -> Record:
    """Open a record; see :func:`record_path` for where it lies when ``path`` is None.

    Args:
        path: The database.
        create: Make it when it is not there.

    Raises:
        StoreMissing: ``create`` is false and there is none.
        StoreTooNew: a later version of Dateline wrote it.
        StoreError: it cannot be opened or written.
    """
    return Record(open_store(record_path(path), create=create))


def code(document: Document, settings: Settings | None = None) -> Coding:
    """Code one report without a database.

    Raises:
        DatelineError: the report cannot be coded.
        ModelMissing: the language model is not installed.
    """
    return _processed(document, settings).coding


def _processed(document: Document, settings: Settings | None) -> Processed:
    (outcome,) = pipeline.make_pipeline(settings).process([document])
    if not isinstance(outcome, Failed):
        return outcome
    if isinstance(outcome.error, DatelineError):
        raise outcome.error
    what = f"cannot code {document.source or document.id}"
    raise DatelineError(what, repr(outcome.error), "please report this") from outcome.error


def check(document: Document, settings: Settings | None = None, *, facts: Facts | None = None) -> tuple[Checked, ...]:
    """Hold the claims of one report against reference records, without a database.

    Args:
        document: The report.
        settings: How it is coded.
        facts: The reference records; by default the tallies, vetoes and arms embargoes that ship.

    Raises:
        DatelineError: the report cannot be coded.
        ModelMissing: the language model is not installed.
    """
    from dateline.pipeline.checking import check_report, starter_facts  # takes time to load

    done = _processed(document, settings)
    claims, sentences = done.coding.claims, done.annotations.sentences
    return check_report(document, sentences, claims, starter_facts() if facts is None else facts)


def _read(reports: Iterable[Addable], hints: Hints) -> Iterator[Document | Unread]:
    for report in reports:
        if isinstance(report, Document | Unread):
            yield report
        elif isinstance(report, str) and report.lower().startswith(("http://", "https://")):
            yield from _fetched(report, hints)
        else:
            yield from read_path(report, hints)


def _fetched(url: str, hints: Hints) -> Iterator[Document | Unread]:
    from dateline.sources.fetch import Fetcher  # httpx takes time to load
    from dateline.sources.web import read_url

    with Fetcher() as fetcher:
        yield from read_url(url, fetcher, hints)
