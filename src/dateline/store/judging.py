"""From judgements to what they come to, the same for every store and whatever the order they were made in.

Entities joined by judgements "same", directly or in a chain, are one. It goes under the id of the known entity among
them; where there is none, or several by force, under the id that comes first in the alphabet. Judgements on events are
edges between mentions, which the fuser obeys; nothing else is derived of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.errors import UsageError
from dateline.model import Because, Judgement, JudgementKind, Party
from dateline.model.judged import MENTION, Edge, Edges, Judged, is_known


@dataclass(frozen=True, slots=True)
class Seen:
    """How often an entity's name, country and sector were given, in the data or in the record."""

    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Seen) -> Seen:
        return Seen(self.names + other.names, self.countries + other.countries, self.sectors + other.sectors)


#: Chains from the canonical id: member → the judgements that lead to it, nearest the canonical id first.
Chains = Mapping[str, tuple[Judgement, ...]]


def groups(standing: Iterable[Judgement]) -> dict[str, Chains]:
    """Canonical id → chain to each member, itself included, for every group of two or more."""
    near = _neighbours(standing)
    found: dict[str, Chains] = {}
    done: set[str] = set()
    for start in sorted(near):
        if start not in done:
            members = _chains(near, start)
            done.update(members)
            lead = _lead(members)
            found[lead] = _chains(near, lead)
    return found


def derive(standing: Sequence[Judgement], seen: Mapping[str, Seen]) -> Judged:
    """What the judgements come to.

    Args:
        standing: Those that are not undone, in any order.
        seen: Particulars of the entities that they name; one that is missing is called by its id.
    """
    taken: dict[str, Party] = {}
    on_entities = [each for each in standing if not on_events(each)]
    for lead, chains in groups(on_entities).items():
        party = _party(lead, [seen.get(each, Seen()) for each in (lead, *sorted(chains.keys() - {lead}))])
        for member, chain in chains.items():
            if member != lead:
                taken[member] = Party(
                    evidence=None,
                    name=party.name,
                    canonical_id=lead,
                    country=party.country,
                    sector=party.sector,
                    because=(_because(member, party, chain),),
                )
            elif not is_known(lead):
                taken[member] = party
    merged = Judged(taken_for=taken)
    pairs = (
        frozenset((merged.canonical(each.left), merged.canonical(each.right)))
        for each in on_entities
        if each.kind is JudgementKind.DIFFERENT
    )
    return Judged(
        taken_for=taken,
        apart=frozenset(pairs),
        one_event=_edges(standing, JudgementKind.SAME),
        two_events=_edges(standing, JudgementKind.DIFFERENT),
    )


def on_events(judgement: Judgement) -> bool:
    """Whether it is about two events, by the mentions that found them, and not about two entities."""
    return judgement.left.startswith(MENTION)


def _edges(standing: Iterable[Judgement], kind: JudgementKind) -> Edges:
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    for each in sorted(standing, key=lambda held: held.id):
        if each.kind is kind and on_events(each):
            edge = Edge(judgement=each.id, left=each.left, right=each.right, reason=described(each))
            for side in (each.left, each.right):
                found[side].append(edge)
    return {side: tuple(edges) for side, edges in found.items()}


def check(standing: Sequence[Judgement], new: Judgement, *, force: bool = False) -> None:
    """Refuse a judgement that contradicts those that stand.

    Raises:
        UsageError: an entity with itself; a chain of "same" that contradicts a "different", with the chain named;
            two known entities without ``force``.
    """
    if new.left == new.right:
        raise UsageError(f"cannot judge {new.left} with itself", "a judgement is about two")
    if new.kind is JudgementKind.UNSURE:
        return
    if new.kind is JudgementKind.SAME and not force and not on_events(new):
        _check_known(standing, new)
    together = [*standing, new]
    near = _neighbours(together)
    for edge in together:
        if edge.kind is JudgementKind.DIFFERENT:
            chain = _chains(near, edge.left).get(edge.right)
            if chain is not None:
                raise _contradiction(new, edge, chain)


def described(judgement: Judgement) -> str:
    """One judgement in words: who decided what, when and why."""
    sign = {JudgementKind.SAME: "=", JudgementKind.DIFFERENT: "≠", JudgementKind.UNSURE: "?"}[judgement.kind]
    why = f": {judgement.because[0].reason}" if judgement.because else ""
    return f"{judgement.left} {sign} {judgement.right} ({judgement.who}, {judgement.made:%Y-%m-%d}{why})"


def best(counts: Counter[str]) -> str | None:
    """The most frequent; of equals the longest, then the first in the alphabet."""
    return min(counts, key=lambda each: (-counts[each], -len(each), each), default=None)


def called(entity_id: str) -> str:
    """A name for an entity that nothing names any more: the words of its id."""
    return entity_id.rpartition("/")[2].replace("-", " ").title()


def _check_known(standing: Sequence[Judgement], new: Judgement) -> None:
    of = {member: lead for lead, chains in groups(standing).items() for member in chains}
    left, right = of.get(new.left, new.left), of.get(new.right, new.right)
    if left != right and is_known(left) and is_known(right):
        reason = f"{left} and {right} are two known entities"
        raise UsageError(f"cannot judge {new.left} and {new.right} the same", reason, "add --force if you are sure")


def _contradiction(new: Judgement, edge: Judgement, chain: tuple[Judgement, ...]) -> UsageError:
    others = [each for each in (*chain, edge) if each is not new]
    told = "; ".join(described(each) for each in others)
    undo = "dateline judge undo " + others[-1].id
    return UsageError(f"cannot judge {new.left} and {new.right} {new.kind}", f"it contradicts {told}", undo)


def _neighbours(standing: Iterable[Judgement]) -> dict[str, list[tuple[str, Judgement]]]:
    near: defaultdict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for edge in sorted(standing, key=lambda each: each.id):
        if edge.kind is JudgementKind.SAME:
            near[edge.left].append((edge.right, edge))
            near[edge.right].append((edge.left, edge))
    return dict(near)


def _chains(near: Mapping[str, list[tuple[str, Judgement]]], start: str) -> dict[str, tuple[Judgement, ...]]:
    """The shortest chain from ``start`` to everything that it is joined with."""
    found: dict[str, tuple[Judgement, ...]] = {start: ()}
    waiting = [start]
    for here in waiting:  # grows while it is read
        for other, edge in near.get(here, ()):
            if other not in found:
                found[other] = (*found[here], edge)
                waiting.append(other)
    return found


def _lead(members: Iterable[str]) -> str:
    ordered = sorted(members)
    known = [each for each in ordered if is_known(each)]
    return known[0] if len(known) == 1 else ordered[0]


def _party(lead: str, members: Sequence[Seen]) -> Party:
    """What a group goes by: a known entity's own particulars, else those that most mentions give."""
    everything = sum(members, Seen())
    own = members[0] if is_known(lead) else everything
    return Party(
        evidence=None,
        name=best(own.names) or best(everything.names) or called(lead),
        canonical_id=lead,
        country=best(own.countries) or best(everything.countries),
        sector=best(own.sectors) or best(everything.sectors),
    )


def _because(member: str, lead: Party, chain: Sequence[Judgement]) -> Because:
    reason = f"{member} is taken for {lead.name!r} ({lead.canonical_id}): {'; '.join(_told(chain))}"
    scores = [each.score for each in chain if each.score is not None]
    return Because(
        step="judgement",
        reason=reason,
        rule=" ".join(each.id for each in chain),
        score=min(scores) if scores else None,
    )


def _told(chain: Sequence[Judgement]) -> Iterator[str]:
    return map(described, reversed(chain))
