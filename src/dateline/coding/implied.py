"""Implied actors: the crowd that protests where the words tell of a protest and not of who protests."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.role_ranking.figures import Figure
from dateline.coding.tree import Tree
from dateline.model import Because, Party, Where
from dateline.vocab.territories import territory_mentions

_CROWDS = {"riot": "rioters", "strike": "strikers"}
_ALONE = frozenset({"boycott", "hunger"})
"""Modes of protest that a state or a single person may choose."""
_CROWD = frozenset(
    {"protester", "protestor", "demonstrator", "marcher", "rioter", "striker", "picketer", "crowd", "mob"}
)
_OFFICIAL = frozenset({"GOV", "COP", "MIL", "LEG", "JUD", "IGO"})


def named_crowd(figures: Iterable[Figure], tree: Tree, head: int) -> int | None:
    """The noun nearest to a trigger that names people who protest ("hundreds of demonstrators")."""
    found = (f.i for f in figures if tree.tokens[f.i].lemma in _CROWD and f.i != head)
    return min(found, key=lambda i: abs(i - head), default=None)


def protests(figure: Figure, mode: str | None) -> bool:
    """Whether a party may be the one that protests: no state, no place and no organ of a state does."""
    if mode in _ALONE:
        return True
    return figure.sort != "place" and figure.sector not in _OFFICIAL


def crowd(mode: str | None, where: Where | None) -> Party:
    """The people that a protest of a mode implies, of the territory where it takes place."""
    name = _CROWDS.get(mode or "", "protesters")
    words = where.evidence.text if where is not None and where.evidence is not None else ""
    found = next(iter(territory_mentions(words)), None)
    if found is not None and not found.relation:
        name = f"{name} in {found.territory.name}"
    reason = "a protest is told, and nobody who could be protesting is named for it"
    return Party(evidence=None, name=name, because=(Because(step="coding.party", reason=reason),))
