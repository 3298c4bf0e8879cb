"""The vocabularies by name, as tables: what ``dateline vocab`` prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dateline.errors import UsageError
from dateline.vocab import actor_tables, arms_status, cameo, contexts, event_types, item_classes, modes, sectors
from dateline.vocab.tables import Listing

#: Every vocabulary that can be printed: one line each.
TABLES: Mapping[str, Callable[[], Listing]] = MappingProxyType(
    {
        "event_types": event_types.listing,
        "modes": modes.listing,
        "contexts": contexts.listing,
        "sectors": sectors.listing,
        "cameo": cameo.listing,
        "item_classes": item_classes.listing,
        "arms_status": arms_status.listing,
        "actors": actor_tables.actor_listing,
        "territories": actor_tables.territory_listing,
        "agents": actor_tables.agent_listing,
        "offices": actor_tables.office_listing,
    }
)


def names() -> tuple[str, ...]:
    """Names of the vocabularies, in the order in which they are shown."""
    return tuple(TABLES)


def table(name: str) -> Listing:
    """One vocabulary as a table.

    Raises:
        UsageError: there is no such vocabulary; the message has near names and all names.
    """
    if name in TABLES:
        return TABLES[name]()
    import difflib  # only a wrong name needs it

    near = difflib.get_close_matches(name.lower().replace("-", "_"), TABLES, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageError(f"no vocabulary {name!r}", f"{hint}there are {', '.join(names())}")
