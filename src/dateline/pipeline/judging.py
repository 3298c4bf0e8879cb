"""Judgements written to the record: who decided what about two entities or two events, with what speaks for it."""

from __future__ import annotations

import datetime as dt
import getpass

from dateline.errors import UsageError
from dateline.model import Because, Judgement, JudgementKind, content_id
from dateline.model.judged import MENTION
from dateline.pipeline.suggesting import likeness
from dateline.query import entity
from dateline.store import JudgementRow, Store

_EVENT = "event-"


def judge(
    store: Store,
    kind: JudgementKind | str,
    left: str,
    right: str,
    *,
    why: str = "",
    who: str | None = None,
    force: bool = False,
) -> Judgement:
    """Keep a judgement with the likeness of the two as it is now; the one that stands when it was made before.

    Args:
        store: The record.
        kind: Same, different or unsure.
        left: An entity id of record or data; or the id of an event or a mention. An event is kept by the mention that
            founds it, whose id outlives fusion and, while its words are coded alike, coding.
        right: Another of the same sort.
        why: The reason, in words.
        who: Who decides; the login name where None.
        force: Let two known entities be one.

    Raises:
        UsageError: an id or a kind that is not there; a contradiction to what stands; nobody to sign it.
    """
    decided = _kind(kind)
    if _tells(left) or _tells(right):
        first, second = sorted((_mention(store, left), _mention(store, right)))
        if decided is JudgementKind.DIFFERENT:
            _refuse_one_telling(store, first, second)
        alike = None
    else:
        for each in (left, right):
            if not store.judgements(each):  # else it was there when it was judged
                entity(store, each)
        first, second = sorted((left, right))
        alike = likeness(store, first, second) if first != second else None
    made, signed = dt.datetime.now(dt.UTC), who or login()
    given = Because(step="judge", reason=why or "no reason given", rule="by hand")
    judgement = Judgement(
        id=content_id("judgement", first, second, str(decided), signed, made.isoformat()),
        left=first,
        right=second,
        kind=decided,
        score=alike.score if alike is not None else None,
        who=signed,
        made=made,
        because=(given, *(alike.because if alike is not None else ())),
    )
    return store.add_judgement(judgement, force=force)


def _tells(key: str) -> bool:
    return key.startswith((_EVENT, MENTION))


def _mention(store: Store, key: str) -> str:
    """The mention that stands for an event, or that is named itself.

    Raises:
        UsageError: neither an event nor a mention of the record.
    """
    event = store.event(key) if key.startswith(_EVENT) else None
    if event is not None:
        return event.mentions[0]
    if key.startswith(MENTION) and (store.mention(key) is not None or store.judgements(key)):
        return key
    why = "an event is judged with an event or a mention, an entity with an entity"
    raise UsageError(f"no event {key!r} in the record", why, "dateline events lists ids")


def _refuse_one_telling(store: Store, left: str, right: str) -> None:
    """The words of one report under one key are one happening by its own account, which no judgement parts."""
    one, other = store.mention(left), store.mention(right)
    if one is None or other is None or left == right:
        return
    if (one.mention.document_id, one.mention.event_key) == (other.mention.document_id, other.mention.event_key):
        reason = f"document {one.mention.document_id} tells both as one happening ({one.mention.event_key})"
        raise UsageError(f"cannot judge {left} and {right} different", reason, "name mentions of two reports")


def undo(store: Store, judgement_id: str, *, who: str | None = None) -> JudgementRow:
    """Let a judgement stand no more.

    Raises:
        UsageError: there is none of that id, or it was undone before; nobody to sign it.
    """
    return store.undo_judgement(judgement_id, who or login())


def _kind(word: JudgementKind | str) -> JudgementKind:
    try:
        return JudgementKind(word)
    except ValueError as error:
        raise UsageError(f"no judgement {word!r}", f"there are {', '.join(JudgementKind)}") from error


def login() -> str:
    """The name of who is at the keyboard.

    Raises:
        UsageError: the system has none.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("cannot tell who judges", "the system has no login name", "say so with --who NAME") from error
