"""Acts: one trigger as the ranker sees it, and the figures that may be its parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.coding.role_ranking.figures import Figure, Figures
from dateline.coding.roles import Roles
from dateline.coding.speakers import Speakers
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option
from dateline.model import Quotation
from dateline.vocab.triggers import Trigger

_BACK = 3
"""How many sentences before the trigger may name its parties."""
_ELSEWHERE = 6
"""How many parties of other acts that nothing near names may be meant."""
_NAMED = 0.8
_WORDED = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One trigger.

    Attributes:
        head, sentence: Its head token and that token's sentence.
        event_type: PLOVER type.
        part: ``v`` verb, ``n`` noun, ``o`` other.
        voice: The same, with ``p`` for a passive verb.
        reciprocal: Whether its lexicon entry makes all parties actors.
        source: ``entry`` when a lexicon entry of the type names the slots, ``other`` when it has another type,
            ``made`` when there is no entry.
        roles: What the rules found.
        climb: The head and its governors, nearest first.
        labels: For each of ``climb`` its label, or the word of a preposition.
        speaker: Head token of whoever says so, or None.
        quotation: The quotation that the trigger stands in, or None.
    """

    head: int
    sentence: int
    event_type: str
    part: str
    voice: str
    reciprocal: bool
    source: str
    roles: Roles
    climb: dict[int, int]
    labels: tuple[str, ...]
    speaker: int | None
    quotation: Quotation | None


def make_act(
    tree: Tree, speakers: Speakers, candidate: Candidate, option: Option, event_type: str, roles: Roles
) -> Act:
    """The act that a candidate tells.

    Args:
        tree: The document's tree.
        speakers: Who says what.
        candidate: The trigger.
        option: Its reading.
        event_type: The type that it is coded with.
        roles: What the rules found.
    """
    head = candidate.head
    token = tree.tokens[head]
    verb = token.pos in {"VERB", "AUX"}
    part = "v" if verb else "n" if token.pos in {"NOUN", "PROPN"} else "o"
    climb = [head, *tree.ancestors(head)]
    return Act(
        head=head,
        sentence=candidate.sentence,
        event_type=event_type,
        part=part,
        voice="vp" if verb and tree.is_passive(head) else part,
        reciprocal=option.trigger.reciprocal,
        source=_source(option.trigger, event_type),
        roles=roles,
        climb={i: n for n, i in enumerate(climb)},
        labels=tuple(label(tree, i) for i in climb),
        speaker=speakers.speaker_token(candidate.start),
        quotation=speakers.quotation_at(candidate.start),
    )


def label(tree: Tree, i: int) -> str:
    """Dependency label of a token; of a preposition its word."""
    token = tree.tokens[i]
    return token.lemma if token.dep in _WORDED else token.dep


def _source(trigger: Trigger, event_type: str) -> str:
    if not trigger.head and not trigger.words:
        return "made"
    return "entry" if trigger.event_type == event_type else "other"


def figures_of(act: Act, figures: Figures, told: Sequence[Figure] = ()) -> list[Figure]:
    """The figures of the sentence, those that the rules chose, and of each party told just before one mention.

    Args:
        act: The trigger.
        figures: The document's figures.
        told: Parties of other acts, wherever in the document; of those not named nearby the nearest mention is taken.
    """
    found = {
        figure.i: figure
        for figure in figures.of_sentence(act.sentence)
        if figure.i != act.head or figure.strength >= _NAMED
    }
    for i in (*act.roles.actors, *act.roles.recipients):
        found.setdefault(i, figures.at(i))
    met = {figure.who for figure in found.values()}
    for index in range(act.sentence - 1, max(act.sentence - _BACK, 0) - 1, -1):
        for figure in _named(figures.of_sentence(index)):
            if figure.who not in met:
                met.add(figure.who)
                found[figure.i] = figure
    most = len(met) + _ELSEWHERE
    for figure in sorted(_named(told), key=lambda figure: (abs(figure.i - act.head), figure.i)):
        if len(met) == most:
            break
        if figure.who not in met:
            met.add(figure.who)
            found.setdefault(figure.i, figure)
    return list(found.values())


def _named(listed: Sequence[Figure]) -> Iterable[Figure]:
    return (figure for figure in listed if figure.sort not in {"pronoun", "thing"} and figure.strength >= _NAMED)
