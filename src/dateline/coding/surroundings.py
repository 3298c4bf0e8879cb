"""Surroundings: when and where an act happened, as words, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.gate import Gate
from dateline.coding.tree import Tree
from dateline.model import Because, Evidence, NameKind, Party, When, Where
from dateline.text.attribution import attribution_of

_LOCATIVE = (
    "in",
    "at",
    "near",
    "outside",
    "around",
    "across",
    "inside",
    "off",
    "along",
    "over",
    "on",
    "from",
    "to",
    "into",
)


class Surroundings:
    """Finds time, place and attribution of the triggers of one document."""

    def __init__(self, text: str, tree: Tree, gate: Gate) -> None:
        self._text = text
        self._tree = tree
        self._gate = gate
        self._times = self._time_tokens()

    def _time_tokens(self) -> dict[int, list[tuple[int, int, Evidence]]]:
        """Sentence → time expressions in it as (first token, last token, words)."""
        tree = self._tree
        found: dict[int, list[tuple[int, int, Evidence]]] = {}
        at = 0
        for time in tree.annotations.times:
            while at < len(tree.tokens) and tree.tokens[at].end <= time.start:
                at += 1
            last = at
            while last + 1 < len(tree.tokens) and tree.tokens[last + 1].start < time.end:
                last += 1
            if at < len(tree.tokens) and tree.tokens[at].start < time.end:
                found.setdefault(tree.tokens[at].sentence, []).append((at, last, time))
        return found

    def when(self, head: int) -> When | None:
        """The time expression of the trigger's clause that hangs nearest to it, or else of the clause above."""
        tree = self._tree
        times = self._times.get(tree.tokens[head].sentence, ())
        if not times:
            return None
        path = [head, *tree.ancestors(head)]
        best: tuple[int, int, Evidence] | None = None
        for first, last, evidence in times:
            anchor = self._anchor(first, last)
            steps = self._steps(path, anchor)
            rank = (steps, abs(first - head), evidence)
            if best is None or rank[:2] < best[:2]:
                best = rank
        if best is None or best[0] > 4:
            return None
        reason = Because(step="coding.when", reason=f"“{best[2].text}” stands in the clause of the act")
        return When(evidence=best[2], interval=None, because=(reason,))

    def _anchor(self, first: int, last: int) -> int:
        """The token of a time expression that is governed from outside."""
        for i in range(first, last + 1):
            if not first <= self._tree.tokens[i].head <= last:
                return i
        return first

    def _steps(self, path: list[int], anchor: int) -> int:
        """How many governors lie between the trigger and the point where the time expression joins its path."""
        at, down = anchor, 0
        while at not in path:
            above = self._tree.tokens[at].head
            if above == at:
                return 99
            if self._tree.tokens[at].dep in {"ccomp", "relcl", "advcl", "conj", "acl"}:
                down += 2
            at = above
        climb = path.index(at)
        crossed = sum(self._tree.tokens[i].dep in {"ccomp", "relcl", "advcl", "acl"} for i in path[:climb])
        return climb + down + crossed

    def where(self, head: int) -> Where | None:
        """The place named by a locative phrase at the trigger, its object or its light verb."""
        tree = self._tree
        token = tree.tokens[head]
        spots = [head, *tree.having(head, "dobj", "nsubjpass")]
        if token.dep in {"dobj", "nsubjpass", "nsubj", "pobj"} or token.dep in {"conj", "xcomp"}:
            spots.append(token.head)
        for spot in spots:
            for word in _LOCATIVE:
                for noun in tree.prepositional(spot, word):
                    place = self._place(noun)
                    if place is not None:
                        reason = Because(step="coding.where", reason=f"“{word} {place.text}” stands with the act")
                        return Where(evidence=place, place=None, because=(reason,))
        return None

    def _place(self, noun: int) -> Evidence | None:
        names = self._gate.names
        inner: Iterable[int] = (noun, *self._tree.prepositional(noun, "of", "in"))
        for i in inner:
            if names.get(i) is NameKind.PLACE:
                first = i
                while first > 0 and names.get(first - 1) is NameKind.PLACE and self._tree.tokens[first - 1].head == i:
                    first -= 1
                return Evidence.of(self._text, self._tree.tokens[first].start, self._tree.tokens[i].end)
        return None

    def attributed_to(self, head: int, actors: Iterable[Party] = ()) -> Evidence | None:
        """Who is quoted or reported as saying so, if the same sentence names them and they are none of the actors."""
        return attribution_of(self._tree.annotations, head, actors)
