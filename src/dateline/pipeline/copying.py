"""Which reports of the record share a text."""

from __future__ import annotations

from dateline.fuse.copies import SIGNATURE, Signed, bands, compare, sign
from dateline.model import Document
from dateline.model.copies import Signature
from dateline.store import DocumentHead, Store

#: Links kept of one report; more of the same text hang together through these.
_MOST = 20


def link_copies(store: Store) -> int:
    """Sign the texts that are not signed yet and link each with its copies; how many links are new."""
    found = 0
    for key in store.unsigned(SIGNATURE):
        document = store.document(key)
        if document is None:
            continue
        signature = sign(document.text)
        keys = bands(signature)
        mine = _signed(document, signature)
        others = (_signed(head, theirs) for head, theirs in store.signed(keys) if head.id != key)
        found_here = (copy for copy in (compare(mine, other) for other in others) if copy is not None)
        copies = sorted(found_here, key=lambda copy: (-copy.likeness, copy.of, copy.document))[:_MOST]
        if store.save_signature(document, SIGNATURE, signature, keys, copies):
            found += len(copies)
    return found


def _signed(told: Document | DocumentHead, signature: Signature) -> Signed:
    return Signed(id=told.id, publisher=told.publisher, published=told.published, signature=signature)
