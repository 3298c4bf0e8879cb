"""Runs: who coded what, when, with which versions; what could not be read or coded, and why."""

from __future__ import annotations

import sqlite3

from dateline.errors import StoreError
from dateline.model import Document, content_id
from dateline.store.rows import State
from dateline.store.run_rows import CodedDocument, Coder, Reject, RunRow
from dateline.store.sqlite import codings, documents, entities, history
from dateline.store.sqlite.rowing import dump, insert

_SET_STATE = "UPDATE documents SET state = ?, coded_by = ? WHERE id = ?"


def pending(connection: sqlite3.Connection, fingerprint: str) -> tuple[str, ...]:
    """Documents that this coder has not tried yet, in order of arrival."""
    sql = "SELECT id FROM documents WHERE coded_by IS NOT ? ORDER BY seq"
    return tuple(row["id"] for row in connection.execute(sql, [fingerprint]))


def unfinished(connection: sqlite3.Connection, fingerprint: str) -> RunRow | None:
    """The run of this coder that was begun and not finished."""
    sql = "SELECT * FROM runs WHERE fingerprint = ? AND finished IS NULL ORDER BY id DESC LIMIT 1"
    row = connection.execute(sql, [fingerprint]).fetchone()
    return RunRow(**row) if row else None


def start(connection: sqlite3.Connection, coder: Coder, now: str) -> RunRow:
    """Begin a run, or take up the unfinished one."""
    held = unfinished(connection, coder.fingerprint)
    if held is not None:
        return held
    row: dict[str, object] = {
        "fingerprint": coder.fingerprint,
        "version": coder.version,
        "coder": coder.coder,
        "annotator": coder.annotator,
        "resolver": coder.resolver,
        "vocabulary": coder.vocabulary,
        "settings": dump(coder.settings),
        "started": now,
    }
    insert(connection, "runs", row)
    return get(connection, connection.execute("SELECT max(id) FROM runs").fetchone()[0])


def get(connection: sqlite3.Connection, run: int) -> RunRow:
    """One run.

    Raises:
        StoreError: there is none of that number.
    """
    row = connection.execute("SELECT * FROM runs WHERE id = ?", [run]).fetchone()
    if row is None:
        raise StoreError(f"run {run}", "there is none of that number")
    return RunRow(**row)


def every(connection: sqlite3.Connection) -> tuple[RunRow, ...]:
    """All runs, oldest first."""
    return tuple(RunRow(**row) for row in connection.execute("SELECT * FROM runs ORDER BY id"))


def save_coding(connection: sqlite3.Connection, run: int, coded: CodedDocument, now: str) -> bool:
    """Store a document's coding once per coder; False when it is there already or of an earlier version."""
    codings.check(coded)
    fingerprint, document = get(connection, run).fingerprint, coded.document
    held = _held(connection, document.id)
    if held["content"] != documents.content(document):
        return False  # a later version was added meanwhile and waits for the next run
    if held["coded_by"] == fingerprint and held["state"] == State.DONE:
        return False
    codings.drop_coding(connection, document.id)
    codings.save(connection, coded)
    connection.execute(_SET_STATE, [State.DONE, fingerprint, document.id])
    counts = {"mentions": len(coded.coding.mentions), "claims": len(coded.coding.claims)}
    _log(connection, run, document.id, held["version"], State.DONE, counts, now)
    return True


def save_failure(connection: sqlite3.Connection, run: int, document: Document, error: Exception, now: str) -> bool:
    """Keep why a document could not be coded; False when a later version of it was added meanwhile."""
    held = _held(connection, document.id)
    if held["content"] != documents.content(document):
        return False
    codings.drop_coding(connection, document.id)
    connection.execute(_SET_STATE, [State.FAILED, get(connection, run).fingerprint, document.id])
    _log(connection, run, document.id, held["version"], State.FAILED, {"mentions": 0, "claims": 0}, now)
    failed = Reject(
        source=document.source or document.id,
        position=None,
        reason=type(error).__name__,
        message=str(error) or repr(error),
        document_id=document.id,
        run=run,
    )
    add_reject(connection, failed, now)
    return True


def _held(connection: sqlite3.Connection, document_id: str) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM documents WHERE id = ?", [document_id]).fetchone()
    if row is None:
        raise StoreError(f"cannot store the coding of {document_id}", "the document was never added", "add it first")
    return row


def _log(
    connection: sqlite3.Connection,
    run: int,
    document_id: str,
    version: int,
    state: State,
    counts: dict[str, int],
    now: str,
) -> None:
    history.note_coding(connection, document_id, version)
    key = [run, document_id, version]
    connection.execute("DELETE FROM run_documents WHERE run_id = ? AND document_id = ? AND version = ?", key)
    row: dict[str, object] = {"run_id": run, "document_id": document_id, "version": version, "state": state}
    insert(connection, "run_documents", row | counts | {"finished": now})


def finish(connection: sqlite3.Connection, run: int, now: str) -> RunRow:
    """Count what the run did and close it; entities whose numbers changed are listed anew."""
    entities.list_unlisted(connection)
    sql = """
    UPDATE runs SET finished = :now,
      documents = (SELECT count(*) FROM run_documents WHERE run_id = :run AND state = 'done'),
      failed = (SELECT count(*) FROM run_documents WHERE run_id = :run AND state = 'failed'),
      mentions = (SELECT ifnull(sum(mentions), 0) FROM run_documents WHERE run_id = :run),
      claims = (SELECT ifnull(sum(claims), 0) FROM run_documents WHERE run_id = :run),
      events = (SELECT count(*) FROM events)
    WHERE id = :run
    """
    connection.execute(sql, {"run": run, "now": now})
    return get(connection, run)


def add_reject(connection: sqlite3.Connection, reject: Reject, now: str) -> bool:
    """Keep a reject once."""
    parts = (reject.source, reject.position, reject.reason, reject.message, reject.document_id, reject.run)
    reject_id = content_id("reject", *parts)
    if connection.execute("SELECT 1 FROM rejects WHERE id = ?", [reject_id]).fetchone() is not None:
        return False
    names = ("source", "position", "reason", "message", "document_id", "run_id")
    insert(connection, "rejects", {"id": reject_id, **dict(zip(names, parts, strict=True)), "added": now})
    return True


def rejects(connection: sqlite3.Connection) -> tuple[Reject, ...]:
    """All rejects, in order of arrival."""
    sql = "SELECT source, position, reason, message, document_id, run_id AS run FROM rejects ORDER BY seq"
    return tuple(Reject(**row) for row in connection.execute(sql))
