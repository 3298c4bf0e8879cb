"""Mentions: names with their place in the parse, as naming and reference rules pass them on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.annotate.cutting import Candidate
from dateline.annotate.gazetteer import Known
from dateline.annotate.titles import title_before, title_behind, title_governing
from dateline.annotate.tree import Tree
from dateline.model import Evidence, Name, NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text and what its surroundings tell.

    Attributes:
        first, last: Half-open token range of the name.
        head: The token of it that the rest of the sentence governs.
        evidence: Its words.
        kind: What it stands for.
        title: Half-open token range of the title around it, or None.
        origin: As in ``Name.origin``.
        known: The gazetteer's entry, or None.
    """

    first: int
    last: int
    head: int
    evidence: Evidence
    kind: NameKind | None
    title: tuple[int, int] | None
    origin: str
    known: Known | None

    def name(self, tree: Tree) -> Name:
        """The record for ``Annotations.names``."""
        title = "" if self.title is None else tree.evidence(*self.title).text
        return Name(evidence=self.evidence, kind=self.kind or NameKind.OTHER, title=title, origin=self.origin)


def mention(tree: Tree, candidate: Candidate, floor: int) -> Mention:
    """Place a candidate in the parse and look for its title, which may begin with token ``floor``."""
    head = tree.head_of(candidate.first, candidate.last)
    title = None
    if candidate.kind in {None, NameKind.PERSON}:
        title = (
            title_before(tree, candidate.first, floor)
            or title_governing(tree, head)
            or title_behind(tree, head, candidate.last)
        )
    return Mention(
        first=candidate.first,
        last=candidate.last,
        head=head,
        evidence=tree.evidence(candidate.first, candidate.last),
        kind=candidate.kind,
        title=title,
        origin=candidate.origin,
        known=candidate.known,
    )


def known_tokens(tree: Tree, known: Iterable[Known]) -> dict[int, tuple[int, Known]]:
    """Map known names from code points to tokens; one that begins or ends inside a token is left out."""
    starts = {token.start: token.i for token in tree.tokens}
    ends = {token.end: token.i + 1 for token in tree.tokens}
    return {
        starts[entry.start]: (ends[entry.end], entry) for entry in known if entry.start in starts and entry.end in ends
    }


def at_token(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention that each token of a name belongs to."""
    return {i: each for each in mentions for i in range(each.first, each.last)}
