"""The ranker: chooses the parties of an act among the figures of its sentence and of those before it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from dateline.coding.gate import Gate
from dateline.coding.parties import PartyMaker
from dateline.coding.role_ranking.acts import Act, figures_of, make_act
from dateline.coding.role_ranking.choosing import choose
from dateline.coding.role_ranking.features import features_of, features_of_nobody
from dateline.coding.role_ranking.figures import Figure, Figures
from dateline.coding.role_ranking.hearing import Heard, features_heard
from dateline.coding.role_ranking.model import RoleModel, shipped
from dateline.coding.role_ranking.telling import Telling, Told, told_acts
from dateline.coding.roles import Roles
from dateline.coding.speakers import Speakers
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option

_ACTS = 0.5


class RoleRanker:
    """Chooses the parties of the acts of one document.

    Args:
        title: Its title, or "".
        tree: Its tree.
        gate: Says which nouns can act.
        speakers: Who says what.
        parties: Knows the fullest name of each noun.
        model: Other weights than the shipped ones.

    Attributes:
        heard: Says how likely a network finds each noun phrase to act and to undergo; None without a network.
    """

    def __init__(
        self,
        title: str,
        tree: Tree,
        gate: Gate,
        speakers: Speakers,
        parties: PartyMaker,
        model: RoleModel | None = None,
    ) -> None:
        self._tree = tree
        self._gate = gate
        self._speakers = speakers
        self._given = model
        self.heard: Heard | None = None
        self._told: Sequence[Told] = ()
        self._parties: Sequence[Figure] = ()
        self.figures = Figures(title, tree, gate, parties)

    def tell(self, acts: Iterable[tuple[int, str, Roles]]) -> None:
        """Take note of the likely acts of the document: head token, type, and the roles that the rules find."""
        self._told = told_acts(self._tree, self.figures, acts)
        parties = sorted({i for held in self._told for i in (*held.actors, *held.recipients)})
        self._parties = [self.figures.at(i) for i in parties]

    def ranked(self, candidate: Candidate, option: Option, event_type: str, roles: Roles) -> Roles:
        """The roles with the likeliest parties; what the rules found is one voice among others.

        Args:
            candidate: The trigger.
            option: Its reading.
            event_type: The type that it is coded with.
            roles: What the rules found.
        """
        act, listed, names = self.described(candidate, option, event_type, roles)
        if not listed:
            return roles
        model = self._given or shipped()
        choice = choose(model, act.event_type, listed, names, self._far(act, listed))
        actors = self._group(listed, choice.actor, roles.actors)
        recipients = self._group(listed, choice.recipient, roles.recipients)
        if act.reciprocal and actors and not recipients:
            actors = self._with_others(actors, roles.actors)
        if recipients and roles.recipients != roles.actors:
            left = tuple(i for i in actors if i not in recipients)
            actors, recipients = (left, recipients) if left else (actors, ())
        return dataclasses.replace(
            roles,
            actors=actors,
            recipients=recipients,
            actor_why=choice.actor_why,
            recipient_why=choice.recipient_why,
        )

    def described(
        self, candidate: Candidate, option: Option, event_type: str, roles: Roles
    ) -> tuple[Act, list[Figure], list[list[str]]]:
        """The act, the figures that may be its parties, and the features of each, last those of nobody."""
        act = make_act(self._tree, self._speakers, candidate, option, event_type, roles)
        listed = figures_of(act, self.figures, self._parties)
        telling = Telling(act, self._told, self.figures, self._tree)
        names = [[*features_of(act, figure, self.figures, self._tree), *telling.features(figure)] for figure in listed]
        names.append(features_of_nobody(act))
        if self.heard is not None and listed:
            here = [k for k, away in enumerate(self._far(act, listed)) if not away]
            found = self.heard(range(candidate.first, candidate.last), [(listed[k].first, listed[k].i) for k in here])
            for k, more in zip([*here, -1], features_heard(found), strict=True):
                names[k].extend(more)
        return act, listed, names

    def _far(self, act: Act, listed: Sequence[Figure]) -> list[bool]:
        """Whether each figure stands in another sentence than the act."""
        return [self._tree.tokens[figure.i].sentence != act.sentence for figure in listed]

    def _with_others(self, chosen: tuple[int, ...], ruled: tuple[int, ...]) -> tuple[int, ...]:
        """The chosen parties of a reciprocal act with those that the rules found in other places of the clause."""
        if not set(chosen).isdisjoint(ruled):
            return chosen
        tokens = self._tree.tokens
        places = {(tokens[i].dep, tokens[i].head) for i in chosen}
        return (*chosen, *(i for i in ruled if (tokens[i].dep, tokens[i].head) not in places))

    def _group(self, listed: Sequence[Figure], chosen: int | None, ruled: tuple[int, ...]) -> tuple[int, ...]:
        """The chosen noun with those joined to it."""
        if chosen is None:
            return ()
        i = listed[chosen].i
        if i in ruled:
            return ruled
        first = i
        while self._tree.tokens[first].dep == "conj" and self._gate.strength(self._tree.tokens[first].head) >= _ACTS:
            first = self._tree.tokens[first].head
        joined = tuple(k for k in self._tree.conjuncts(first) if k == i or self._gate.strength(k) >= _ACTS)
        return joined if i in joined else (i,)
