"""A run: code what waits, fuse, write. Killed at any point, the next run takes it up where it stopped.

Each document is one transaction, fusing is another; what is written is whole, what is not is done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.errors import RecordError, SpanError
from dateline.fuse import FUSER
from dateline.model import Document
from dateline.pipeline.compose import make_pipeline
from dateline.pipeline.copying import link_copies
from dateline.pipeline.fusing import fuse_record
from dateline.pipeline.process import Failed, Pipeline, Processed
from dateline.pipeline.settings import Settings
from dateline.store import CodedDocument, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: ``done`` of ``total`` documents in stage "code"; "fuse" has no parts."""

    stage: str
    done: int
    total: int


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run did.

    Attributes:
        run: Its number in the run log; None when there was nothing to do.
        resumed: It took up a run that had been interrupted.
        coded, failed, mentions, claims: Of the documents done this time.
        events: In the whole record.
        changed: Events that are new, gone or different.
        spent: What the coder cost, as a line to print; None for one that costs nothing.
    """

    run: int | None
    resumed: bool
    coded: int
    failed: int
    mentions: int
    claims: int
    events: int
    changed: int
    spent: str | None = None


def run(
    store: Store,
    settings: Settings | None = None,
    progress: OnProgress | None = None,
    *,
    pipeline: Pipeline | None = None,
) -> RunReport:
    """Code every document that this coder has not tried yet, then fuse mentions into events.

    Args:
        store: The record.
        settings: Options; the defaults where None.
        progress: Called as the run goes on.
        pipeline: Stages to use in place of those that ``settings`` name.

    Raises:
        ModelMissing: the annotator's model is not installed.
        EndpointUnavailable: the coder's endpoint answers no document; what was coded so far is kept.
        StoreError: the record cannot be written; what was coded so far is kept.
    """
    pipeline = pipeline or make_pipeline(settings)
    coder = pipeline.identity
    waiting = store.pending(coder.fingerprint)
    resumed = store.unfinished_run(coder.fingerprint)
    if not (waiting or resumed or store.stale(FUSER)):
        counts = store.overview().counts
        return RunReport(
            run=None, resumed=False, coded=0, failed=0, mentions=0, claims=0, events=counts.events, changed=0
        )
    number = store.start_run(coder).id
    tally = _Tally(progress or _ignore, len(waiting))
    for outcome in pipeline.process(_documents(store, waiting)):
        _save(store, number, outcome, tally)
    tally.tell("fuse")
    link_copies(store)
    changed = fuse_record(store)
    store.finish_run(number)
    return RunReport(
        run=number,
        resumed=resumed,
        coded=tally.coded,
        failed=tally.failed,
        mentions=tally.mentions,
        claims=tally.claims,
        events=store.overview().counts.events,
        changed=changed,
        spent=pipeline.spent,
    )


class _Tally:
    """Counts of this call, told to the caller as they grow."""

    def __init__(self, progress: OnProgress, total: int) -> None:
        self._progress = progress
        self._total = total
        self.coded = self.failed = self.mentions = self.claims = 0
        self.tell("code")

    def tell(self, stage: str) -> None:
        self._progress(Progress(stage=stage, done=self.coded + self.failed, total=self._total))


def _save(store: Store, number: int, outcome: Processed | Failed, tally: _Tally) -> None:
    if isinstance(outcome, Processed):
        coded = CodedDocument(document=outcome.document, annotations=outcome.annotations, coding=outcome.coding)
        try:
            store.save_coding(number, coded)
        except (SpanError, RecordError) as error:
            outcome = Failed(document=outcome.document, error=error)
        else:
            tally.coded += 1
            tally.mentions += len(outcome.coding.mentions)
            tally.claims += len(outcome.coding.claims)
    if isinstance(outcome, Failed):
        store.save_failure(number, outcome.document, outcome.error)
        tally.failed += 1
    tally.tell("code")


def _documents(store: Store, ids: Iterable[str]) -> Iterator[Document]:
    for document_id in ids:
        document = store.document(document_id)
        if document is not None:
            yield document


def _ignore(_: Progress) -> None:
    """No one is watching."""
