"""The SQLite store: reading, and writing in which each call is one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Document, Event, Judgement
from dateline.model.copies import Copy, Signature
from dateline.model.reference import BadRow, Edition, Note, ReferenceRecord
from dateline.store.rows import JudgementRow
from dateline.store.run_rows import Added, CodedDocument, Coder, FiledTelling, Reject, RunRow
from dateline.store.sqlite import copies as copying
from dateline.store.sqlite import documents, fusing, judgements, runs
from dateline.store.sqlite.reference import editions
from dateline.store.sqlite.watching import SqliteWatching, now


class SqliteStore(SqliteWatching):
    """A record in one SQLite file.

    Several processes may read and one may write at a time; further writers wait. An instance belongs to
    the thread that made it.

    Args:
        path: The file, or ``:memory:``.
        create: Make it when it is not there.
        busy_seconds: How long to wait for another writer.

    Raises:
        StoreError: it cannot be opened (StoreMissing, StoreTooNew among them).
    """

    def add_document(self, document: Document, *, raw: bytes | None = None) -> Added:
        with self._writing() as connection:
            return documents.add(connection, document, raw, now())

    def add_reject(self, reject: Reject) -> bool:
        with self._writing() as connection:
            return runs.add_reject(connection, reject, now())

    def start_run(self, coder: Coder) -> RunRow:
        with self._writing() as connection:
            return runs.start(connection, coder, now())

    def save_coding(self, run: int, coded: CodedDocument) -> bool:
        with self._writing() as connection:
            return runs.save_coding(connection, run, coded, now())

    def save_failure(self, run: int, document: Document, error: Exception) -> bool:
        with self._writing() as connection:
            return runs.save_failure(connection, run, document, error, now())

    def save_events(
        self,
        fuser: str,
        stamp: int,
        new: Iterable[Event],
        filed: Iterable[FiledTelling] = (),
        documents: Iterable[str] | None = None,
    ) -> int | None:
        with self._writing() as connection:
            return fusing.save(connection, fuser, stamp, new, filed, documents, now())

    def add_judgement(self, judgement: Judgement, *, force: bool = False) -> Judgement:
        with self._writing() as connection:
            return judgements.add(connection, judgement, force=force)

    def undo_judgement(self, judgement_id: str, who: str) -> JudgementRow:
        with self._writing() as connection:
            return judgements.undo(connection, judgement_id, who, now())

    def add_edition(self, edition: Edition, file: str, items: Iterable[ReferenceRecord | BadRow | Note]) -> bool:
        with self._writing() as connection:
            return editions.add(connection, edition, file, items, now())

    def remove_edition(self, edition_id: str) -> bool:
        with self._writing() as connection:
            return editions.remove(connection, edition_id)

    def save_signature(
        self, document: Document, made_by: str, signature: Signature, bands: Iterable[str], copies: Iterable[Copy]
    ) -> bool:
        with self._writing() as connection:
            return copying.save(connection, document, made_by, signature, bands, copies)

    def finish_run(self, run: int) -> RunRow:
        with self._writing() as connection:
            return runs.finish(connection, run, now())
