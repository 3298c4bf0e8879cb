"""Surnames alone: "Kim", "Mr Hunt" are resolved only where document, title or date leave one known person."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from dateline.model import EntityKind
from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_reading import Reading
from dateline.resolve.actor_roles import actor_reading, office_names
from dateline.vocab.actor_records import Actor, Holds
from dateline.vocab.actors import Catalogue
from dateline.vocab.fold import key
from dateline.vocab.offices import offices_in

#: Countries whose names put the family name first.
_FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "KHM"})
#: Countries where both orders are in use ("Carrie Lam", "Leung Chun-ying").
_EITHER = frozenset({"HKG", "MAC", "SGP"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von", "der"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "madame", "dame"})


class Surnames:
    """Family names of the people in a catalogue."""

    def __init__(self, known: Catalogue) -> None:
        table: dict[str, list[Actor]] = defaultdict(list)
        for actor in known.actors.values():
            if actor.entity.kind is EntityKind.PERSON:
                for surname in family_names(actor):
                    table[surname].append(actor)
        self._table = table

    def read(self, name: str, titles: Sequence[str], context: DocumentContext, day: dt.date | None) -> Reading | None:
        """Read a family name as a known person, or None where that would be a guess.

        Args:
            name: The name as told ("Kim").
            titles: Words for the party around the name ("North Korean leader").
            context: The document.
            day: Day of the event, or None.
        """
        parts = [word for word in key(name).split(" ") if word not in _HONORIFICS]
        surname = " ".join(parts)
        bearers = self._table.get(surname, []) if parts else []
        in_document = [actor for actor in bearers if actor.canonical_id in context.known]
        if len(in_document) == 1:
            reason = f"{name!r} is the family name of {in_document[0].entity.name}, whom the report names in full"
            return actor_reading(in_document[0], day, reason=reason, rule="surname-in-document", score=0.93)
        held = [actor for actor in (in_document or bearers) if _holds(actor, titles, day)]
        if len(held) == 1:
            reason = f"{name!r} is the family name of {held[0].entity.name}, who held the office of the title"
            return actor_reading(held[0], day, reason=reason, rule="surname-title", score=0.85)
        return None


def family_names(actor: Actor) -> set[str]:
    """The family name of a person, folded, with and without its particle ("al assad", "assad")."""
    parts = key(actor.entity.name).split(" ")
    if len(parts) < 2:
        return set()
    if actor.entity.country in _EITHER:
        return {parts[0], parts[-1]}
    if actor.entity.country in _FAMILY_FIRST:
        return {parts[0]}
    if actor.entity.country == "MMR":
        return set()
    if parts[-2] in _PARTICLES:
        return {parts[-1], " ".join(parts[-2:])}
    return {parts[-1]}


def _holds(actor: Actor, titles: Sequence[str], day: dt.date | None) -> bool:
    """Whether a title among the words is an office that the person held on the day (or ever, without a day)."""
    roles = [role for role, holds in actor.roles_on(day) if holds is not Holds.NO] if day else list(actor.roles)
    held = {name for role in roles for name in office_names(role)}
    for title in titles:
        for match in offices_in(title):
            if any(key(office.name) in held for office in match.values):
                return True
    return False
