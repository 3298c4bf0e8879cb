"""Which event of before is which event of now, and what differs between the two; the same for every store.

An event's id follows its first mention, so it changes when an earlier report comes in or a report is coded anew. What
it stands for, the happening, keeps the id under which it was first written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import ArmsFrame, Event, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An event as it was.

    Attributes:
        seq: Number of its happening; the smaller, the longer it is known.
        documents: Ids of the reports that told it.
    """

    seq: int
    event: Event
    documents: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """An event as it is now."""

    event: Event
    documents: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """One field of an event before and after; None where it was or is not told."""

    field: str
    before: str | None
    after: str | None


_Score = tuple[bool, int, int, int, bool]


def same_happenings(known: Sequence[Known], fresh: Sequence[Fresh]) -> dict[int, int]:
    """Which of ``fresh`` goes on with which of ``known``, by index; each at most once, the most alike first.

    Alike are an event of the same id, one with a mention in common, and one of the same type that a common report
    tells of a common party.
    """
    index = _Index(known)
    scored: list[tuple[_Score, int, int, int]] = []
    for number, event in enumerate(fresh):
        for candidate in index.candidates(event):
            score = _score(known[candidate], event)
            if score is not None:
                scored.append((score, -known[candidate].seq, candidate, number))
    scored.sort(key=lambda each: (each[0], each[1], fresh[each[3]].event.id), reverse=True)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, candidate, number in scored:
        if number not in found and candidate not in taken:
            found[number] = candidate
            taken.add(candidate)
    return found


def origin_of(event: Event, part_of: Mapping[str, int]) -> int | None:
    """Index of the event that most of the mentions were part of; None where none was part of any.

    Args:
        event: As it is now.
        part_of: What :func:`parts` gave.
    """
    shared = Counter(part_of[mention] for mention in event.mentions if mention in part_of)
    return max(shared, key=lambda number: (shared[number], -number)) if shared else None


def parts(known: Sequence[Known]) -> dict[str, int]:
    """Which event of before each mention was part of, by index."""
    return {mention: number for number, each in enumerate(known) for mention in each.event.mentions}


def value_changes(before: Event, after: Event) -> Iterator[ValueChange]:
    """Fields that tell something else now; counts and certainty are none."""
    old, new = _values(before), _values(after)
    for field, (key, words) in new.items():
        if old[field][0] != key:
            yield ValueChange(field=field, before=old[field][1], after=words)


class _Index:
    """Events of before by what they may be found by."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._by: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, each in enumerate(known):
            for key in _keys(each.event, each.documents):
                self._by[key].append(number)

    def candidates(self, event: Fresh) -> list[int]:
        found = {number for key in _keys(event.event, event.documents) for number in self._by.get(key, ())}
        return sorted(found)


def _keys(event: Event, documents: Iterable[str]) -> Iterator[tuple[str, ...]]:
    yield "event", event.id
    for mention in event.mentions:
        yield "mention", mention
    for document in documents:
        yield "told", document, event.event_type


def _score(known: Known, fresh: Fresh) -> _Score | None:
    """How alike they are; None where they cannot be one happening."""
    before, after = known.event, fresh.event
    same_id = before.id == after.id
    mentions = len(set(before.mentions) & set(after.mentions))
    old, new = _party_keys(before), _party_keys(after)
    parties = len(old & new)
    if not same_id and not mentions and not (before.event_type == after.event_type and (parties or not (old or new))):
        return None
    one_day = before.when is not None and after.when is not None and before.when.overlaps(after.when)
    return same_id, mentions, parties, len(known.documents & fresh.documents), one_day


def _party_keys(event: Event) -> set[str]:
    return {_party_key(party) for party in (*event.actors, *event.recipients)}


def _party_key(party: Party) -> str:
    return party.canonical_id or party.name.casefold()


def _values(event: Event) -> dict[str, tuple[object, str | None]]:
    """Each field as what is compared, and as words."""
    where = event.where
    told: dict[str, tuple[object, str | None]] = {
        "type": (event.event_type, event.event_type),
        "mode": (event.mode, event.mode),
        "modality": (event.modality, str(event.modality)),
        "actors": (frozenset(map(_party_key, event.actors)), _names(event.actors)),
        "recipients": (frozenset(map(_party_key, event.recipients)), _names(event.recipients)),
        "when": (event.when and (event.when.earliest, event.when.latest), str(event.when) if event.when else None),
        "where": (
            where and (where.geonames_id or where.name, where.country),
            f"{where.name} ({where.country})" if where and where.country else where.name if where else None,
        ),
    }
    return told | {name: (words, words) for name, words in _arms(event.arms).items()}


def _names(parties: tuple[Party, ...]) -> str | None:
    return "; ".join(party.name for party in parties) or None


def _arms(frame: ArmsFrame | None) -> dict[str, str | None]:
    if frame is None:
        return dict.fromkeys(("arms class", "arms quantity", "arms value", "arms status"))
    return {
        "arms class": frame.item_class,
        "arms quantity": frame.quantity.text if frame.quantity else None,
        "arms value": frame.value.text if frame.value else None,
        "arms status": frame.status,
    }
