"""Pages, one module each; a new page is a module and a line here."""

from __future__ import annotations

from dateline.web.pages import about, changes, documents, entities, events, overview, pairs, reference, search, timeline

ROUTERS = (
    overview.router,
    events.router,
    documents.router,
    entities.router,
    pairs.router,
    search.router,
    changes.router,
    timeline.router,
    reference.router,
    about.router,
)
