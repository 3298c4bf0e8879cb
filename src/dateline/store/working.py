"""What the pipeline asks of the database and writes to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.model import Document, Event, EventMention, Judgement
from dateline.model.copies import Copy, Signature
from dateline.store.rows import DocumentHead, JudgementRow, Wording
from dateline.store.run_rows import Added, CodedDocument, Coder, FiledTelling, Reject, RunRow


class Writer(Protocol):
    """What the pipeline writes. Each call is one transaction: done as a whole or not at all."""

    def add_document(self, document: Document, *, raw: bytes | None = None) -> Added:
        """Add a document, and keep the bytes it was read from apart.

        The same content changes nothing. Other content under a known id is a new version: the earlier
        one is kept, its coding is dropped and the document waits for the next run.
        """

    def add_reject(self, reject: Reject) -> bool:
        """Keep what could not be read; False when the same reject is kept already."""

    def start_run(self, coder: Coder) -> RunRow:
        """Begin a run, or take up the unfinished one of the same coder."""

    def save_coding(self, run: int, coded: CodedDocument) -> bool:
        """Store one document's coding in place of any other.

        False, and nothing written, when this coder's is there already or a later version of the document is.

        Raises:
            SpanError: a quote that does not stand in the document.
            RecordError: a mention of another document or of a sentence that is not there.
        """

    def save_failure(self, run: int, document: Document, error: Exception) -> bool:
        """Keep why this run's coder could not code a document, in place of any older coding.

        False, and nothing written, when a later version of the document is there.
        """

    def save_events(
        self,
        fuser: str,
        stamp: int,
        events: Iterable[Event],
        filed: Iterable[FiledTelling] = (),
        documents: Iterable[str] | None = None,
    ) -> int | None:
        """Write events.

        Args:
            fuser: Name and version of what fused them.
            stamp: What :meth:`Work.stamp` gave before the mentions were read.
            events: All events of the record; with ``documents`` those that these have a part in, in place of all
                that hold any of the same mentions.
            filed: The tellings of the record, or of these documents, by the keys that find them.
            documents: What :meth:`Work.unfused` gave; None where everything was fused.

        Returns:
            How many events are new, gone or different; None, and nothing written, when a coding changed since.
        """

    def save_signature(
        self, document: Document, made_by: str, signature: Signature, bands: Iterable[str], copies: Iterable[Copy]
    ) -> bool:
        """Keep a text's signature with the copies that it was found to be or to have.

        Events that a report with a new copy tells are fused anew. False, and nothing written, when a later version of
        the document is there.
        """

    def finish_run(self, run: int) -> RunRow:
        """Count what the run did and close it."""

    def add_judgement(self, judgement: Judgement, *, force: bool = False) -> Judgement:
        """Keep a judgement; events and entities read as judged at once, and are stale until fused anew.

        Where the same was decided before and stands, that one is given back and nothing is written.

        Raises:
            UsageError: a chain of "same" that contradicts a "different"; two known entities without ``force``.
        """

    def undo_judgement(self, judgement_id: str, who: str) -> JudgementRow:
        """Let a judgement stand no more; it is kept with who undid it and when.

        Raises:
            UsageError: there is none of that id, or it was undone before.
        """


class Work(Protocol):
    """What the pipeline asks before it writes."""

    def pending(self, fingerprint: str) -> tuple[str, ...]:
        """Ids of the documents that this coder has neither coded nor failed on, in order of arrival."""

    def unfinished_run(self, fingerprint: str) -> bool:
        """Whether a run of this coder was begun and not finished."""

    def stamp(self) -> int:
        """A number that grows whenever a coding or a judgement changes; 0 where there never was one."""

    def stale(self, fuser: str) -> bool:
        """Whether codings or judgements changed since this fuser last wrote the events."""

    def unfused(self, fuser: str) -> tuple[str, ...] | None:
        """Documents whose mentions changed since this fuser wrote the events; None when all have to be read."""

    def mentions_of(self, documents: Iterable[str]) -> Iterator[EventMention]:
        """Every mention of some documents as it was coded, by document id and text order."""

    def fellows(self, keys: Iterable[str]) -> Iterator[tuple[EventMention, ...]]:
        """The mentions of each telling that is filed under any of these keys."""

    def unsigned(self, made_by: str) -> tuple[str, ...]:
        """Documents whose text has no signature by this method, in order of arrival."""

    def signed(self, bands: Iterable[str]) -> Iterator[tuple[DocumentHead, Signature]]:
        """Documents that have one of these bands, by id."""

    def all_mentions(self) -> Iterator[EventMention]:
        """Every stored mention as it was coded, by document id and text order."""

    def wordings(self, entities: Iterable[str] | None = None) -> Iterator[Wording]:
        """How each document prints each entity, or each of these, by entity, document and words.

        The ids are those of the resolver: judgements play no part.
        """

    def heads(self) -> Iterator[DocumentHead]:
        """Every document without its text, by id."""
