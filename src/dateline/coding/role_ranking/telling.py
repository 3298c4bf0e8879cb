"""Telling: what the other acts of the report say about each figure, as features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.role_ranking.acts import Act
from dateline.coding.role_ranking.figures import Figure, Figures
from dateline.coding.roles import Roles
from dateline.coding.tree import Tree

_AGAINST = frozenset(
    {
        *("ASSAULT", "COERCE", "SANCTION", "THREATEN", "ACCUSE", "REJECT", "PROTEST", "MOBILIZE", "REQUEST"),
    }
)
"""Types that set one party against another: a pair met in one of them is likelier met in another than in the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A likely act of the report with the parties that the rules find in its words.

    Attributes:
        head: Its token.
        event_type: PLOVER type.
        word: Lemma of its head.
        actors, recipients: Head tokens of its parties.
        acting, undergoing: Keys of the same parties (``Figure.who``).
    """

    head: int
    event_type: str
    word: str
    actors: frozenset[int]
    recipients: frozenset[int]
    acting: frozenset[str]
    undergoing: frozenset[str]


def told_acts(tree: Tree, figures: Figures, acts: Iterable[tuple[int, str, Roles]]) -> list[Told]:
    """The likely acts of a report: head token, type and roles of each."""
    return [
        Told(
            head=head,
            event_type=event_type,
            word=tree.tokens[head].lemma,
            actors=frozenset(roles.actors),
            recipients=frozenset(roles.recipients),
            acting=frozenset(figures.at(i).who for i in roles.actors),
            undergoing=frozenset(figures.at(i).who for i in roles.recipients),
        )
        for head, event_type, roles in acts
    ]


class Telling:
    """What the other acts of the report say about the figures of one act.

    Args:
        act: The act.
        told: The likely acts of its report.
        figures: The report's figures.
        tree: The report's tree.
    """

    def __init__(self, act: Act, told: Sequence[Told], figures: Figures, tree: Tree) -> None:
        self._act = act
        self._tree = tree
        others = [held for held in told if held.head != act.head]
        alike = [held for held in others if held.event_type == act.event_type]
        word = tree.tokens[act.head].lemma
        repeated = [held for held in alike if held.word == word]
        self._acting = Counter(who for held in alike for who in held.acting)
        self._undergoing = Counter(who for held in alike for who in held.undergoing)
        self._repeated_acting = {who for held in repeated for who in held.acting}
        self._repeated_undergoing = {who for held in repeated for who in held.undergoing}
        here = [held for held in others if tree.tokens[held.head].sentence == act.sentence]
        self._actors_here = {i for held in here for i in held.actors}
        self._recipients_here = {i for held in here for i in held.recipients}
        against = act.event_type in _AGAINST
        self._kin = [held for held in others if (held.event_type in _AGAINST) == against]
        self._actors = {figures.at(i).who for i in act.roles.actors}
        self._recipients = {figures.at(i).who for i in act.roles.recipients}

    def features(self, figure: Figure) -> list[str]:
        """Names of the features that hold for a figure; once more apart for one of another sentence."""
        plain = list(self._plain(figure.who))
        if self._tree.tokens[figure.i].sentence != self._act.sentence:
            return [*plain, *(f"far {name}" for name in plain)]
        acts, undergoes = figure.i in self._actors_here, figure.i in self._recipients_here
        return [*plain, f"told here {acts} {undergoes}"] if acts or undergoes else plain

    def _plain(self, who: str) -> Iterator[str]:
        yield f"told acts {min(self._acting[who], 2)}"
        yield f"told undergoes {min(self._undergoing[who], 2)}"
        if any(who in held.acting and held.undergoing & self._recipients - {who} for held in self._kin):
            yield "told acts on recipient"
        if any(who in held.undergoing and held.acting & self._recipients - {who} for held in self._kin):
            yield "told undergoes from recipient"
        if any(who in held.undergoing and held.acting & self._actors - {who} for held in self._kin):
            yield "told undergoes from actor"
        if any(who in held.acting and held.undergoing & self._actors - {who} for held in self._kin):
            yield "told acts on actor"
        if who in self._repeated_acting:
            yield "told again acts"
        if who in self._repeated_undergoing:
            yield "told again undergoes"
