"""Features: what speaks for a figure as a party of an act, as names that hold or do not hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from dateline.coding.role_ranking.acts import Act, label
from dateline.coding.role_ranking.figures import Figure, Figures
from dateline.coding.tree import Tree

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis"})
_STEPS = (2, 4, 8, 16)
_TYPED = ("sort ", "sector ", "prep ", "last ", "gap ", "rule ", "child ", "side ", "speaker", "in quote", "far")
"""Beginnings of the features that weigh differently for each event type."""


def features_of(act: Act, figure: Figure, figures: Figures, tree: Tree) -> list[str]:
    """Names of all features that hold for a figure; those that depend on the event type once more with it."""
    plain = list(figures.traits(figure))
    if tree.tokens[figure.i].sentence == act.sentence:
        plain.extend(_hanging(act, figure, figures, tree))
    else:
        plain.append("far")
        plain.append(f"gap {min(max(tree.tokens[figure.i].sentence - act.sentence, -4), 1)}")
        plain.append(f"far {tree.tokens[figure.i].dep}")
        plain.append(f"far {figure.sort}")
    plain.extend(_spoken(act, figure, figures, tree))
    plain.extend(_ruled(act, figure, figures))
    if figure.sort in {"agent", "thing"}:
        plain.append(f"noun {tree.tokens[figure.i].lemma}")
    return plain + [more for name in plain if (more := _typed(act.event_type, name))]


@lru_cache(maxsize=100_000)
def _typed(event_type: str, name: str) -> str:
    """The feature as it stands for one event type, "" for one that weighs the same for all."""
    return f"{event_type}: {name}" if name.startswith(_TYPED) else ""


def features_of_nobody(act: Act) -> list[str]:
    """Names of the features of leaving a role open."""
    told, kind = act.roles, act.event_type
    return [
        "nobody",
        f"nobody {act.voice}",
        f"nobody {kind}",
        f"nobody {kind} {act.part}",
        f"nobody {act.source}",
        f"nobody reciprocal {act.reciprocal}",
        f"nobody actor by {told.actor_slot if told.actors else ''}",
        f"nobody recipient by {told.recipient_slot if told.recipients else ''}",
    ]


def _hanging(act: Act, figure: Figure, figures: Figures, tree: Tree) -> Iterator[str]:
    """How the figure hangs together with the trigger, and where it stands."""
    token = tree.tokens[figure.i]
    up, down = _path(act, figure.i, tree)
    yield f"down {act.voice} {'>'.join(down[-3:])} from {min(len(up), 3)}"
    yield f"up {act.voice} {'<'.join(up[:3])} to {down[0] if down else ''}"
    yield f"climb {len(up)}"
    yield f"sink {min(len(down), 5)}"
    yield f"clauses up {min(sum(step in _CLAUSES or step == 'conj' for step in up), 3)}"
    yield f"clauses down {min(sum(step in _CLAUSES for step in down), 2)}"
    yield f"last {'>'.join(down[-2:])}"
    yield f"dep {token.dep}"
    if token.dep == "pobj":
        yield f"prep {tree.tokens[token.head].lemma} {figure.sort == 'place'}"
    if token.head == act.head:
        yield f"child {act.voice} {token.dep}"
    if token.pos == "PRON":
        yield f"pronoun {token.lemma}"
    side = "before" if figure.i < act.head else "after"
    away = abs(figure.i - act.head)
    yield f"side {act.voice} {side}"
    yield f"{side} by {sum(away >= step for step in _STEPS)}"
    yield f"{side} behind {min(_between(act, figure, figures), 4)}"


def _path(act: Act, noun: int, tree: Tree) -> tuple[tuple[str, ...], list[str]]:
    """Labels from the trigger up to the governor that both share, and from there down to the noun."""
    at, down = noun, []
    while at not in act.climb:
        if tree.tokens[at].head == at:
            return ("?",), ["?"]
        down.append(label(tree, at))
        at = tree.tokens[at].head
    return act.labels[: act.climb[at]], down[::-1]


def _between(act: Act, figure: Figure, figures: Figures) -> int:
    """How many other figures stand between the trigger and this one."""
    listed = figures.places(act.sentence)
    first, last = sorted((act.head, figure.i))
    return bisect_left(listed, last) - bisect_left(listed, first + 1)


def _spoken(act: Act, figure: Figure, figures: Figures, tree: Tree) -> Iterator[str]:
    if act.speaker is None:
        return
    if figure.i == act.speaker:
        yield "speaker"
    elif figure.who == figures.at(act.speaker).who:
        yield "speaker elsewhere"
    quotation = act.quotation
    if quotation is not None and quotation.start <= tree.tokens[figure.i].start < quotation.end:
        yield "in quote"


def _ruled(act: Act, figure: Figure, figures: Figures) -> Iterator[str]:
    """What the rules make of the figure."""
    told = act.roles
    for role, chosen, slot in (
        ("actor", told.actors, told.actor_slot),
        ("recipient", told.recipients, told.recipient_slot),
    ):
        if figure.i in chosen:
            yield f"rule {role}"
            yield f"rule {role} by {act.source}"
            yield f"rule {role} {act.part} {slot}"
            yield f"rule {role} {figure.sort}"
            yield f"rule {role} place {min(chosen.index(figure.i), 2)}"
        elif not chosen:
            yield f"no {role} by rule"
        elif any(figures.at(i).who == figure.who for i in chosen):
            yield f"like {role}"
        else:
            yield f"other than {role}"
            yield f"other than {role} by {act.source}"
            yield f"other than {role} {act.part} {slot}"
