"""Mentions of the record into events: what changed and all that it touches, or everything where that is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from dateline.fuse import FUSER, Telling, file, fuse_tellings, gather, tellings
from dateline.fuse.copies import origins
from dateline.model.judged import Judged
from dateline.store import DocumentHead, Store

_ATTEMPTS = 5


def fuse_record(store: Store) -> int:
    """Bring the record's events up to date; how many changed. Nothing is read when none is stale.

    When another process keeps coding meanwhile, the events are left to its own run after some attempts.
    """
    for _ in range(_ATTEMPTS):
        if not store.stale(FUSER):
            return 0
        stamp = store.stamp()  # before what it stands for is read
        changed_documents = store.unfused(FUSER)
        judged = store.judged()
        if changed_documents is None:
            changed = _fuse_all(store, stamp, judged)
        else:
            changed = _fuse_some(store, stamp, judged, changed_documents)
        if changed is not None:
            return changed
    return 0


def _fuse_all(store: Store, stamp: int, judged: Judged) -> int | None:
    mentions = list(store.all_mentions())  # before the documents, so that none of theirs is missing
    told = tellings(mentions, {head.id: head for head in store.heads()})
    events = fuse_tellings(told, judged, origins(store.copies()))
    return store.save_events(FUSER, stamp, events, (file(telling, judged) for telling in told))


def _fuse_some(store: Store, stamp: int, judged: Judged, documents: Sequence[str]) -> int | None:
    """Fuse what some documents have a part in; the events come out as if all were fused anew."""
    heads = _Heads(store)
    changed = tellings(store.mentions_of(documents), heads)
    filed = [file(telling, judged) for telling in changed]
    fellows = _Fellows(store, heads, judged, frozenset(documents))
    for telling, entry in zip(changed, filed, strict=True):
        fellows.place(telling, entry.keys)
    gathered = sorted(gather(changed, fellows, judged), key=lambda telling: telling.key)
    copies = store.copies({telling.document_id for telling in gathered})
    events = fuse_tellings(gathered, judged, origins(copies))
    return store.save_events(FUSER, stamp, events, filed, documents)


class _Fellows:
    """Tellings by the keys under which they are filed, each read from the store once.

    Args:
        store: Where they lie.
        heads: The documents.
        judged: Which entities are taken for which.
        outdated: Documents whose tellings in the store are no more what they say.
    """

    def __init__(self, store: Store, heads: Mapping[str, DocumentHead], judged: Judged, outdated: Set[str]) -> None:
        self._store = store
        self._heads = heads
        self._judged = judged
        self._outdated = outdated
        self._placed: defaultdict[str, dict[str, Telling]] = defaultdict(dict)
        self._asked: set[str] = set()

    def place(self, telling: Telling, keys: Iterable[str]) -> None:
        """File a telling here."""
        for key in keys:
            self._placed[key][telling.id] = telling

    def __call__(self, keys: Iterable[str]) -> Iterator[Telling]:
        these = list(keys)
        new = [key for key in these if key not in self._asked]
        for mentions in self._store.fellows(new) if new else ():
            if mentions[0].document_id not in self._outdated:
                for telling in tellings(mentions, self._heads):
                    self.place(telling, file(telling, self._judged).keys)
        self._asked.update(new)
        yield from {key: telling for each in these for key, telling in self._placed[each].items()}.values()


class _Heads(dict[str, DocumentHead]):
    """Documents without their texts, asked of the store when they are needed."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, document_id: str) -> DocumentHead:
        head = self._store.head(document_id)
        if head is None:
            raise KeyError(document_id)
        self[document_id] = head
        return head
