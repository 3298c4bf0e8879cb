"""Claims: checkable statements on votes, arms, forces, sanctions and money between states: :func:`find_claims`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.claims.amounts import find_amounts
from dateline.coding.claims.ballots import find_ballots
from dateline.coding.claims.counts import find_counts
from dateline.coding.claims.found import Found
from dateline.coding.claims.framing import frame
from dateline.coding.claims.ranks import find_ranks
from dateline.coding.claims.shares import find_shares
from dateline.coding.claims.tallies import find_tallies
from dateline.coding.view import View
from dateline.model import Annotations, Because, Claim, ClaimKind, Document, Evidence, Sentence, content_id
from dateline.text.figures import Figure, find_figures

__all__ = ["find_claims"]

_NUMBER_TAGS = frozenset({"CD"})
_VAGUE = frozenset({"dozens", "hundreds", "thousands", "millions", "billions", "trillions", "scores", "tens"})


def find_claims(document: Document, annotations: Annotations) -> tuple[Claim, ...]:
    """The claims of a document in text order.

    Casualty, refugee, population and economic figures are no claims. ``Claim.value`` is a figure in the notation
    of :mod:`dateline.text.figures` ("16", ">=11", "5..7"), a tally as in :mod:`dateline.coding.claims.tallies`
    ("119-1-36", "?-9-?", "unanimous", "48/59"), or for ranks the place ("1" for "the largest").
    """
    view = View(document, annotations)
    claims: list[Claim] = []
    for index, sentence in enumerate(annotations.sentences):
        if view.codes(sentence):
            claims.extend(_claim(view, index, found) for found in _without_repeats(_found(view, sentence)))
    return tuple(sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end)))


def _found(view: View, sentence: Sentence) -> Iterator[Found]:
    tallies = find_tallies(view, sentence)
    yield from tallies
    figures = _figures(view, sentence, tallies)
    if figures:
        ballots = list(find_ballots(view, sentence, figures))
        yield from ballots
        figures = [each for each in figures if not _within(each, ballots)]
        yield from find_amounts(view, sentence, figures)
        yield from find_counts(view, sentence, figures)
    yield from find_shares(view, sentence, figures)
    yield from find_ranks(view, sentence)


def _figures(view: View, sentence: Sentence, taken: list[Found]) -> list[Figure]:
    """The figures of a sentence that no tally has used; none where no token looks like a number."""
    tokens = view.sentence_tokens(sentence)
    if not any(
        token.tag in _NUMBER_TAGS or token.text.lower() in _VAGUE or token.text[0].isdigit() for token in tokens
    ):
        return []
    return [each for each in find_figures(view.text, sentence.start, sentence.end) if not _within(each, taken)]


def _within(figure: Figure, found: list[Found]) -> bool:
    return any(each.start < figure.end and figure.start < each.end for each in found)


def _without_repeats(found: Iterator[Found]) -> list[Found]:
    """Of claims of one kind that overlap, the surer one."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda held: (-held.certainty, held.start)):
        if not any(each.kind is held.kind and each.start < held.end and held.start < each.end for held in kept):
            kept.append(each)
    return kept


def _claim(view: View, sentence: int, found: Found) -> Claim:
    told = frame(view, found)
    document = view.document
    return Claim(
        id=content_id("claim", document.text_sha256, found.start, found.end, found.kind),
        document_id=document.id,
        sentence=sentence,
        evidence=Evidence.of(view.text, found.start, found.end),
        kind=ClaimKind(found.kind),
        subject=told.subject,
        predicate=told.predicate,
        object=told.object,
        value=found.value,
        unit=found.unit,
        period=told.period.text if told.period is not None else None,
        attributed_to=told.attributed_to,
        certainty=found.certainty,
        because=(
            Because(step="coding.claim", reason=f"the words tell a {found.kind} ({found.rule})", rule=found.rule),
        ),
    )
