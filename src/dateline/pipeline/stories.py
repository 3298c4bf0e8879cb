"""The stories of a record: its reports grouped by what they report, each with its most told event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.fuse.stories import Story, stories
from dateline.model import Document, Event
from dateline.store import DocumentHead, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story.

    Attributes:
        story: Its documents and the words that they share.
        heads: The documents without their texts, in the story's order.
        headline: The event that most of its documents tell, the likeliest of several; None where none is coded.
        quote: The words of the headline event's first mention in these documents.
        events: How many events its documents tell.
        sources: How many publishers its documents are from; a document without one counts as one.
    """

    story: Story
    heads: tuple[DocumentHead, ...]
    headline: Event | None
    quote: str | None
    events: int
    sources: int


def record_stories(store: Store, *, least: int = 1) -> list[StoryRow]:
    """Stories of at least ``least`` documents, those with most sources first, then by first document.

    Every text is read once; see :func:`dateline.fuse.stories.stories` for what it costs.
    """
    heads = {head.id: head for head in store.heads()}
    found = [story for story in stories(_texts(store, heads)) if len(story.documents) >= least]
    rows = [_row(store, story, [heads[key] for key in story.documents]) for story in found]
    return sorted(rows, key=lambda row: (-row.sources, -len(row.heads)))


def _texts(store: Store, ids: Iterable[str]) -> Iterator[Document]:
    for key in ids:
        document = store.document(key)
        if document is not None:
            yield document


def _row(store: Store, story: Story, heads: list[DocumentHead]) -> StoryRow:
    telling: defaultdict[str, set[str]] = defaultdict(set)
    certainty: defaultdict[str, float] = defaultdict(float)
    quotes: dict[str, str] = {}
    for head in heads:
        for row in store.document_mentions(head.id):
            if row.event_id is not None:
                telling[row.event_id].add(head.id)
                certainty[row.event_id] = max(certainty[row.event_id], row.mention.certainty)
                quotes.setdefault(row.event_id, row.quote)
    best = max(telling, key=lambda each: (len(telling[each]), certainty[each], each), default=None)
    return StoryRow(
        story=story,
        heads=tuple(heads),
        headline=store.event(best) if best else None,
        quote=quotes[best] if best else None,
        events=len(telling),
        sources=len({head.publisher or head.id for head in heads}),
    )
