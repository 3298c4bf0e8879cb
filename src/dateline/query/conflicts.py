"""What the reports of one event tell differently: derived from its mentions, never stored.

Two reports differ in a field when both tell it and nothing that one says can be what the other says. A town and its
country, a day and its week, a minister and the state for which he acts, an organ and its organisation do not differ;
11 and 14 dead do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dateline.model import Claim, ClaimKind, EventMention, ImpreciseDate, Party, Place, PlacePrecision
from dateline.query.reading import event
from dateline.store import MentionRow, Reader
from dateline.vocab.near_types import whole_of

_EXACT = (PlacePrecision.FACILITY, PlacePrecision.CITY)
#: Two exact places nearer than this, in degrees of latitude and of longitude, may be one.
_NEAR_DEGREES = 0.5
_TALLY = re.compile(r"(?:\?|\d+)(?:-(?:\?|\d+)){1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TellsSo:
    """One value of a field with the mentions (ids) and the publishers that give it, in order of publication."""

    value: str
    mentions: tuple[str, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of an event with every value that its reports give; at least two of them exclude each other."""

    field: str
    values: tuple[TellsSo, ...]

    def __str__(self) -> str:
        told = "; ".join(f"{each.value} ({', '.join(each.publishers)})" for each in self.values)
        return f"reports differ on {self.field}: {told}"


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    value: Any
    row: MentionRow


#: A value in words and as it is compared.
_Value = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    read: Callable[[EventMention], Iterator[_Value]]
    agree: Callable[[Any, Any], bool]


def conflicts(store: Reader, event_id: str) -> tuple[Difference, ...]:
    """What the reports of an event tell differently, field by field.

    Raises:
        UsageError: there is no event of that id.
    """
    rows = event(store, event_id).mentions
    documents = dict.fromkeys(row.document.id for row in rows)
    if len(documents) < 2:
        return ()
    return differences(rows, [claim for each in documents for claim in store.claims(each)])


def differences(rows: Sequence[MentionRow], claims: Iterable[Claim] = ()) -> tuple[Difference, ...]:
    """What mentions of one event tell differently.

    Args:
        rows: The mentions, in order of publication.
        claims: Claims of their documents; those in sentences that tell the event are compared too.
    """
    said = [(field.name, field.agree, _said(field, rows)) for field in _FIELDS]
    said += [(f"number of {what}", _equal, each) for what, each in _by_thing(rows)]
    said.append(("tally", _tallies_agree, _tallies(rows, claims)))
    return tuple(Difference(field=name, values=_values(each)) for name, agree, each in said if _differ(each, agree))


def _said(field: _Field, rows: Iterable[MentionRow]) -> list[_Said]:
    return [_Said(text, value, row) for row in rows for text, value in field.read(row.mention)]


def _differ(said: Sequence[_Said], agree: Callable[[Any, Any], bool]) -> bool:
    """Whether two documents both tell it and no value of the one can be one of the other."""
    by_document: dict[str, list[Any]] = {}
    for each in said:
        by_document.setdefault(each.row.document.id, []).append(each.value)
    return any(
        not any(agree(mine, theirs) for mine in one for theirs in other)
        for one, other in combinations(by_document.values(), 2)
    )


def _values(said: Sequence[_Said]) -> tuple[TellsSo, ...]:
    by_text: dict[str, list[MentionRow]] = {}
    for each in said:
        by_text.setdefault(each.text, []).append(each.row)
    return tuple(
        TellsSo(
            value=text,
            mentions=tuple(dict.fromkeys(row.mention.id for row in rows)),
            publishers=tuple(dict.fromkeys(row.document.publisher or row.document.id for row in rows)),
        )
        for text, rows in by_text.items()
    )


def _equal(left: Any, right: Any) -> bool:
    return bool(left == right)


def _type(mention: EventMention) -> Iterator[_Value]:
    yield mention.event_type, mention.event_type


def _parties(mention: EventMention) -> Iterator[_Value]:
    told = (*mention.actors, *mention.recipients)
    if told:
        yield ", ".join(dict.fromkeys(party.name for party in told)), told


def _parties_agree(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    """Each party of the shorter list may be one of the longer: the same id, the same name or the same country."""
    fewer, more = sorted((left, right), key=len)
    return all(any(_may_be_one(party, other) for other in more) for party in fewer)


def _may_be_one(left: Party, right: Party) -> bool:
    mine, theirs = (whole_of().get(each.canonical_id or "", each.canonical_id) for each in (left, right))
    if mine is not None and mine == theirs:
        return True
    if left.name.casefold() == right.name.casefold():
        return True
    two_persons = all((party.canonical_id or "").startswith("person/") for party in (left, right))
    return left.country is not None and left.country == right.country and not two_persons


def _when(mention: EventMention) -> Iterator[_Value]:
    if mention.when is not None and mention.when.interval is not None:
        yield str(mention.when.interval), mention.when.interval


def _days_agree(left: ImpreciseDate, right: ImpreciseDate) -> bool:
    return left.overlaps(right)


def _where(mention: EventMention) -> Iterator[_Value]:
    if mention.where is not None and mention.where.place is not None:
        yield mention.where.place.name, mention.where.place


def _places_agree(left: Place, right: Place) -> bool:
    if left.name.casefold() == right.name.casefold():
        return True
    if left.country and right.country and left.country != right.country:
        return False
    if left.precision not in _EXACT or right.precision not in _EXACT:
        return True
    if left.lat is None or right.lat is None or left.lon is None or right.lon is None:
        return False
    return abs(left.lat - right.lat) < _NEAR_DEGREES and abs(left.lon - right.lon) < _NEAR_DEGREES


def _modality(mention: EventMention) -> Iterator[_Value]:
    happened = str(mention.modality) in ("asserted", "historical")
    yield str(mention.modality), "happened" if happened else str(mention.modality)


def _arms_quantity(mention: EventMention) -> Iterator[_Value]:
    if mention.arms is not None and mention.arms.quantity is not None:
        yield mention.arms.quantity.text, mention.arms.quantity.text.casefold()


def _arms_value(mention: EventMention) -> Iterator[_Value]:
    if mention.arms is not None and mention.arms.amount is not None:
        words = mention.arms.value.text if mention.arms.value else f"{mention.arms.amount:g} {mention.arms.currency}"
        yield words, (mention.arms.amount, mention.arms.currency)


def _values_agree(left: tuple[float, str | None], right: tuple[float, str | None]) -> bool:
    """Prices in two currencies say nothing of each other."""
    return left == right or left[1] != right[1]


def _arms_status(mention: EventMention) -> Iterator[_Value]:
    if mention.arms is not None:
        yield mention.arms.status, mention.arms.status


_FIELDS = (
    _Field("type", _type, _equal),
    _Field("parties", _parties, _parties_agree),
    _Field("day", _when, _days_agree),
    _Field("place", _where, _places_agree),
    _Field("modality", _modality, _equal),
    _Field("quantity", _arms_quantity, _equal),
    _Field("value", _arms_value, _values_agree),
    _Field("status", _arms_status, _equal),
)


def _by_thing(rows: Iterable[MentionRow]) -> Iterator[tuple[str, list[_Said]]]:
    """Counts by the thing counted, so that dead are not compared with wounded."""
    found: dict[str, list[_Said]] = {}
    for row in rows:
        for each in row.mention.magnitudes:
            thing = " ".join(part for part in (each.unit, each.what.casefold()) if part)
            found.setdefault(thing, []).append(_Said(each.evidence.text, each.quantity, row))
    yield from found.items()


def _tallies(rows: Sequence[MentionRow], claims: Iterable[Claim]) -> list[_Said]:
    """Tallies in the sentences that tell the event."""
    told = {(row.document.id, row.mention.sentence): row for row in rows}
    found = []
    for claim in claims:
        row = told.get((claim.document_id, claim.sentence))
        if claim.kind is ClaimKind.VOTE_TALLY and row is not None and _TALLY.fullmatch(claim.value):
            found.append(_Said(claim.value, claim.value.split("-"), row))
    return found


def _tallies_agree(left: list[str], right: list[str]) -> bool:
    """No slot that both tell differs."""
    return all(mine == theirs or "?" in (mine, theirs) for mine, theirs in zip(left, right, strict=False))
