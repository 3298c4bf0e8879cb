"""What a record knows of its entities, and which of them may be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model import JudgementKind
from dateline.model.judged import UNJUDGED, Judged, is_known
from dateline.resolve.actor_phrases import is_name_like
from dateline.resolve.identity import Profile, Suggestion, liken, suggest
from dateline.store import Store, Wording
from dateline.vocab.actor_records import Actor
from dateline.vocab.actors import catalogue
from dateline.vocab.fold import key
from dateline.vocab.offices import offices_in

#: What can be taken for an unknown name; states and groups are not named by persons' or bodies' names.
_COMPARED = ("person/", "body/")
_SHORTEST = 6


@dataclass(slots=True)
class _Tally:
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def add(self, wording: Wording) -> None:
        self.names[wording.name] += wording.mentions
        if wording.country:
            self.countries[wording.country] += wording.mentions
        if wording.sector not in (None, "UNK"):
            self.sectors[wording.sector] += wording.mentions
        if wording.text:
            self.offices.update(_offices(wording.text))
        self.documents.add(wording.document_id)


def suggestions(store: Store) -> list[Suggestion]:
    """Pairs of the record's unknown entities and others that may be one and that nobody judged yet, best first."""
    judged = store.judged()
    named = [each for each in profiles(store.wordings(), judged) if each.names]
    decided = {
        frozenset((judged.canonical(row.judgement.left), judged.canonical(row.judgement.right)))
        for row in store.judgements()
        if row.undone is None and row.judgement.kind is not JudgementKind.SAME
    }
    return suggest(named, decided)


def likeness(store: Store, left: str, right: str) -> Suggestion | None:
    """How alike two entities are, whoever they are; None where one of them has no name to compare."""
    seen = _tallies(store.wordings((left, right)), UNJUDGED)
    known = catalogue().actors
    one, other = (_profile(each, seen.get(each, _Tally()), known.get(each), strict=False) for each in (left, right))
    return liken(one, other) if one.names and other.names else None


def profiles(wordings: Iterable[Wording], judged: Judged = UNJUDGED) -> Iterator[Profile]:
    """All that can be compared: unknown names that look like names, and all persons and bodies of record and data.

    Args:
        wordings: How the documents print them.
        judged: Which are taken for which.
    """
    seen = _tallies(wordings, judged)
    known = catalogue().actors
    for entity in sorted({*seen, *known}):
        if not is_known(entity) or entity.startswith(_COMPARED):
            yield _profile(entity, seen.get(entity, _Tally()), known.get(entity), strict=True)


def _tallies(wordings: Iterable[Wording], judged: Judged) -> dict[str, _Tally]:
    seen: dict[str, _Tally] = {}
    for wording in wordings:
        seen.setdefault(judged.canonical(wording.entity), _Tally()).add(wording)
    return seen


def _profile(entity: str, tally: _Tally, actor: Actor | None, *, strict: bool) -> Profile:
    if actor is not None:
        told = actor.entity
        roles = {role.office for role in actor.roles}
        names: tuple[str, ...] = (told.name, *filter(_is_whole_name, told.aliases))
        country, sector = told.country, told.sector
    else:
        roles = set()
        by_number = sorted(tally.names.items(), key=lambda each: (-each[1], each[0]))
        names = tuple(name for name, _ in by_number if not strict or (is_name_like(name) and _is_whole_name(name)))
        country, sector = _most(tally.countries), _most(tally.sectors)
    return Profile(
        canonical_id=entity,
        names=names,
        country=country,
        sector=sector,
        offices=frozenset(tally.offices | roles),
        documents=frozenset(tally.documents),
    )


def _is_whole_name(name: str) -> bool:
    """Whether a name is long enough to compare and no row of initials ("U.N.")."""
    folded = key(name)
    return len(folded) >= _SHORTEST and any(len(word) > 1 for word in folded.split())


def _offices(text: str) -> Iterator[str]:
    for match in offices_in(text):
        for office in match.values:
            yield office.name


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda each: (-counts[each], each), default=None)
