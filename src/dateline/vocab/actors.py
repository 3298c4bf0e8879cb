"""Known actors: people, bodies and states by name, as shipped in ``data/actors/`` and corrected by an overlay.

The overlay is a TOML file of the user's own, in the same form: ``[[body]]`` and ``[[person]]`` entries. An entry
whose id is known replaces the fields it gives; its aliases are added, those in ``without`` are taken away.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dateline.errors import VocabularyError
from dateline.model import Entity, EntityKind
from dateline.vocab.actor_records import Actor, read_body, read_person
from dateline.vocab.borrowed import is_borrowed
from dateline.vocab.compiled import actor_files
from dateline.vocab.fold import Word, slug, words
from dateline.vocab.loading import Entry
from dateline.vocab.name_customs import Custom, has_custom
from dateline.vocab.phrase_index import Match, PhraseIndex
from dateline.vocab.territories import Territory, is_surname_here, lookup_territory, regions, territories

#: Environment variable that names the overlay file.
OVERLAY = "DATELINE_ACTORS"

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von"})
_KINDS: Mapping[str, Callable[[Entry], Actor]] = {"body": read_body, "person": read_person}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All known actors.

    Attributes:
        actors: By canonical id.
        index: From names and aliases to canonical ids.
    """

    actors: Mapping[str, Actor]
    index: PhraseIndex[str]

    def find(self, text: str, found: list[Word] | None = None) -> Iterator[Match[str]]:
        """Every known name in a text, longest match, without overlaps; not the family name of somebody else."""
        found = words(text) if found is None else found
        for match in self.index.find(text, found):
            if not self._may_be_part(match, found) or not _is_others(text, found, match):
                yield match

    def _may_be_part(self, match: Match[str], found: list[Word]) -> bool:
        """Whether the words may be the end of somebody else's name: a family name, or two of three Burmese words."""
        length = match.last - match.first
        if length == 1:
            return True
        if length > 2 or not match.values[0].startswith("person/"):
            return False
        country = self.actors[match.values[0]].entity.country
        return found[match.first].folded in _PARTICLES or has_custom(country, Custom.NO_FAMILY_NAME)

    def named(self, phrase: str) -> tuple[Actor, ...]:
        """The actors that a whole phrase names; several where the name is not unique."""
        return tuple(self.actors[each] for each in self.index.lookup(phrase))


def alias_spans(text: str, found: list[Word] | None = None) -> Iterator[tuple[int, int, str]]:
    """Every known name in a text as ``(start, end, canonical_id)``, longest match, without overlaps.

    States are found by name and seat of government, not by adjective (see ``territory_mentions``). Where a name
    is not unique the first entry of the data files is given; the resolver looks at all.
    """
    for match in catalogue().find(text, found):
        yield match.start, match.end, match.values[0]


def is_known_actor_phrase(text: str) -> bool:
    """Whether the whole text, a leading "the" aside, names a known actor."""
    phrase = text.strip()
    return bool(catalogue().index.lookup(phrase[4:] if phrase[:4].lower() == "the " else phrase))


def actor(canonical_id: str) -> Actor | None:
    """The known actor with an id ("person/vladimir-putin", "body/nato", "state/MMR"), or None."""
    return catalogue().actors.get(canonical_id)


def catalogue() -> Catalogue:
    """The shipped actors with the overlay that ``DATELINE_ACTORS`` names, where it is set.

    Raises:
        VocabularyError: data or overlay do not hold together.
    """
    return load_catalogue(os.environ.get(OVERLAY) or None)


def _is_others(text: str, found: list[Word], match: Match[str]) -> bool:
    if match.values[0].startswith("person/"):
        return is_borrowed(text, found, match.first, lookup_territory)
    return match.values[0].startswith("state/") and is_surname_here(text, found, match.first)


@cache
def load_catalogue(overlay: str | None = None) -> Catalogue:
    """The shipped actors with an overlay file.

    Args:
        overlay: Path of a TOML file, or None.

    Raises:
        VocabularyError: data or overlay do not hold together.
    """
    actors = dict(_shipped())
    if overlay is not None:
        for entry_kind, values in _overlay_entries(overlay):
            _overlay_one(actors, entry_kind, values, overlay)
    return Catalogue(actors, _index(actors))


@cache
def _shipped() -> Mapping[str, Actor]:
    actors: dict[str, Actor] = {}
    for territory in (*territories().values(), *regions()):
        actors[territory.canonical_id] = _state(territory)
    for file, content in actor_files().items():
        top = Entry(f"actors/{file}", "file", content)
        for kind, read in _KINDS.items():
            for entry in top.entries(kind):
                known = read(entry)
                if known.canonical_id in actors:
                    raise entry.wrong(f"{known.canonical_id} stands in the data twice", "give one of them an id")
                actors[known.canonical_id] = known
        top.done()
    return actors


def _state(territory: Territory) -> Actor:
    entity = Entity(
        canonical_id=territory.canonical_id,
        kind=EntityKind.STATE if territory.iso3 else EntityKind.GROUP,
        name=territory.name,
        aliases=(*territory.aliases, *territory.parts, *territory.government, *territory.capitals),
        country=territory.iso3 or None,
        sector="GOV",
    )
    return Actor(entity=entity)


def _index(actors: Mapping[str, Actor]) -> PhraseIndex[str]:
    index: PhraseIndex[str] = PhraseIndex()
    for known in actors.values():
        for name in known.names:
            index.add(name, known.canonical_id)
    return index


def _overlay_entries(path: str) -> Iterator[tuple[str, dict[str, object]]]:
    try:
        top = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(f"actor overlay {path}", error.strerror or "cannot be read", f"see {OVERLAY}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"actor overlay {path}", str(error), "correct the file") from error
    for kind, tables in top.items():
        if kind not in _KINDS or not isinstance(tables, list):
            raise VocabularyError(f"actor overlay {path}", f"unknown table {kind!r}", "use [[body]] and [[person]]")
        for values in tables:
            yield kind, values


def _overlay_one(actors: dict[str, Actor], kind: str, values: dict[str, object], path: str) -> None:
    given = dict(values)
    without = given.pop("without", [])
    name = str(given.get("name", given.get("id", "")))
    known = actors.get(f"{kind}/{given.get('id', slug(name))}")
    entry = Entry(path, name or kind, {"name": known.entity.name, **given} if known else given)
    new = _KINDS[kind](entry)
    taken = set(without) if isinstance(without, list) else set()
    if known is not None:
        new = _corrected(known, new, given)
    aliases = tuple(alias for alias in new.entity.aliases if alias not in taken)
    actors[new.canonical_id] = replace(new, entity=replace(new.entity, aliases=aliases))


def _corrected(known: Actor, new: Actor, given: dict[str, object]) -> Actor:
    old = known.entity
    aliases = dict.fromkeys((*old.aliases, *new.entity.aliases))
    if new.entity.name != old.name:
        aliases.setdefault(old.name)
    entity = replace(
        new.entity,
        aliases=tuple(aliases),
        kind=new.entity.kind if "kind" in given else old.kind,
        country=new.entity.country if "country" in given else old.country,
        sector=new.entity.sector if "sector" in given else old.sector,
        successor_of=new.entity.successor_of if "successor_of" in given else old.successor_of,
        note=new.entity.note if "note" in given else old.note,
    )
    return Actor(
        entity=entity,
        roles=new.roles if "roles" in given else known.roles,
        phases=new.phases if "phases" in given else known.phases,
    )


__all__ = [
    "OVERLAY",
    "Catalogue",
    "actor",
    "alias_spans",
    "catalogue",
    "is_known_actor_phrase",
    "load_catalogue",
]
