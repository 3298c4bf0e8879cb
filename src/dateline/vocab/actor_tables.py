"""Who acts, as tables: the known actors, territories, agent nouns and offices as ``dateline vocab`` prints them."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.vocab.actor_records import Actor, Role
from dateline.vocab.actors import catalogue
from dateline.vocab.agents import agents
from dateline.vocab.offices import offices
from dateline.vocab.tables import Listing
from dateline.vocab.territories import regions, territories


def actor_listing() -> Listing:
    """All known actors, the user's overlay included, one row each.

    Raises:
        VocabularyError: data or overlay do not hold together.
    """
    return Listing(
        title="Known actors: states, bodies, people with dated roles",
        columns=("actor", "name", "kind", "country", "sector", "roles", "aliases", "note"),
        rows=tuple(_actor_row(each) for each in catalogue().actors.values()),
    )


def territory_listing() -> Listing:
    """All territories and words for many states, one row each."""
    return Listing(
        title="Territories: names, adjectives, seats of government",
        columns=("territory", "name", "aliases", "parts", "adjectives", "capitals", "government", "within"),
        rows=tuple(
            (
                each.canonical_id,
                each.name,
                _joined(each.aliases),
                _joined(each.parts),
                _joined(each.adjectives),
                _joined(each.capitals),
                _joined(each.government),
                each.within,
            )
            for each in (*territories().values(), *regions())
        ),
    )


def agent_listing() -> Listing:
    """All nouns that act; the few with two readings ("bomber") have two rows."""
    return Listing(
        title="Agents: common nouns that act",
        columns=("agent", "sector", "scope", "usual"),
        rows=tuple((each.noun, each.sector, each.scope.value, each.usual or "") for each in dict.fromkeys(agents())),
    )


def office_listing() -> Listing:
    """All posts, one row for each set of words; a post may have several ("chancellor" in two states)."""
    return Listing(
        title="Offices: posts by which reports name people",
        columns=("office", "sector", "of", "only", "phrases"),
        rows=tuple(
            (office.name, office.sector, "body" if office.of_body else "state", _joined(office.only), _joined(phrases))
            for office, phrases in offices()
        ),
    )


def _actor_row(actor: Actor) -> tuple[str, ...]:
    own = actor.entity
    return (
        own.canonical_id,
        own.name,
        own.kind.value,
        own.country or "",
        own.sector or "",
        _joined(map(_told, actor.roles)) or _joined(f"{each.sector} {each.tenure}" for each in actor.phases),
        _joined(own.aliases),
        own.note,
    )


def _told(role: Role) -> str:
    return f"{role.office} @{role.body} {role.tenure}" if role.body else f"{role.office} {role.tenure}"


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)
