"""Who the record speaks of: entities as judged, with the names under which they were printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model.judged import is_known
from dateline.query.filter import country_code, known_words
from dateline.store import EntityRow, JudgementRow, MentionRow, Reader
from dateline.vocab.actors import actor
from dateline.vocab.sectors import sectors


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """One entity with what was judged on it and all mentions of it.

    Attributes:
        entity: Under the id that judgements give it; without events where no report speaks of it.
        ids: All ids that are taken for it, its own first.
        judgements: Those that name one of the ids, undone ones too.
        mentions: The first of them; ``entity.mentions`` counts all.
    """

    entity: EntityRow
    ids: tuple[str, ...]
    judgements: tuple[JudgementRow, ...]
    mentions: tuple[MentionRow, ...]


def entities(
    store: Reader,
    *,
    text: str | None = None,
    country: Iterable[str] = (),
    sector: Iterable[str] = (),
    unknown: bool = False,
    limit: int = 50,
) -> tuple[EntityRow, ...]:
    """Persons, bodies and states by number of events.

    Args:
        store: The record.
        text: Part of a name or of the words printed, a whole id, or a country code.
        country: Names or codes of countries.
        sector: PLOVER sectors.
        unknown: Only those that no data know.
        limit: How many at most.

    Raises:
        UsageError: a country or sector that is not there.
    """
    if limit < 1:
        raise UsageError(f"limit {limit}", "a list holds at least one entity")
    return store.entities(
        text=text,
        country=tuple(map(country_code, country)),
        sector=known_words("sector", tuple(sector), sectors(), str.upper),
        unknown=unknown,
        limit=limit,
    )


def entity(store: Reader, entity_id: str, *, limit: int = 50) -> EntityView:
    """One entity, by any id that is taken for it, with its first mentions.

    Raises:
        UsageError: neither record nor data have that id.
    """
    judged = store.judged()
    lead = judged.canonical(entity_id)
    row = store.entity(lead) or _of_data(lead)
    if row is None:
        raise _missing(store, entity_id)
    members = sorted(each for each in judged.taken_for if judged.canonical(each) == lead and each != lead)
    return EntityView(
        entity=row,
        ids=(lead, *members),
        judgements=store.judgements(lead),
        mentions=store.entity_mentions(lead, limit=limit),
    )


def _of_data(entity_id: str) -> EntityRow | None:
    known = actor(entity_id) if is_known(entity_id) else None
    if known is None:
        return None
    told = known.entity
    return EntityRow(
        canonical_id=entity_id,
        name=told.name,
        country=told.country,
        sector=told.sector,
        events=0,
        mentions=0,
        documents=0,
    )


def _missing(store: Reader, entity_id: str) -> UsageError:
    words = entity_id.rpartition("/")[2].replace("-", " ")
    near = store.entities(text=words or entity_id, limit=3)
    hint = f"did you mean {' or '.join(row.canonical_id for row in near)}?" if near else "dateline entities lists them"
    return UsageError(f"no entity {entity_id!r}", "neither the record nor the data have that id", hint)
