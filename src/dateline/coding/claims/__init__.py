"""Claims: checkable statements on votes, arms, forces, sanctions and money between states: :func:`find_claims`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.claims.amounts import find_amounts
from dateline.coding.claims.ballots import find_ballots, find_majorities
from dateline.coding.claims.counts import find_counts
from dateline.coding.claims.found import Found
from dateline.coding.claims.framing import frame
from dateline.coding.claims.hints import hints
from dateline.coding.claims.ranks import find_ranks
from dateline.coding.claims.shares import find_fractions, find_percents
from dateline.coding.claims.tallies import find_tallies
from dateline.coding.view import View
from dateline.model import Annotations, Because, Claim, ClaimKind, Document, Evidence, Sentence, content_id
from dateline.text.figures import Figure, find_figures

__all__ = ["find_claims"]

_BREATH = 80


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
    worth = hints(view, sentence)
    tallies = find_tallies(view, sentence) if worth.votes else []
    figures = find_figures(view.text, sentence.start, sentence.end) if worth.numbers else ()
    if figures:
        ballots = list(find_ballots(view, sentence, figures))
        tallies = [
            each for each in tallies if not any(_overlap(each, ballot) for ballot in ballots if "/" in ballot.value)
        ]
        figures = tuple(each for each in figures if not any(_overlap(each, held) for held in (*tallies, *ballots)))
        yield from ballots
        yield from find_amounts(view, sentence, figures)
        yield from find_counts(view, sentence, figures)
        yield from find_percents(view, sentence, figures)
    yield from tallies
    if worth.fractions:
        yield from find_majorities(view, sentence)
        yield from find_fractions(view, sentence)
    if worth.ranks:
        yield from find_ranks(view, sentence, suppliers=worth.suppliers)


def _overlap(a: Figure | Found, b: Found) -> bool:
    return a.start < b.end and b.start < a.end


def _without_repeats(found: Iterator[Found]) -> list[Found]:
    """Of claims of one kind that overlap, the surer one."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda held: (-held.certainty, held.start)):
        if not any(each.kind is held.kind and _overlap(each, held) for held in kept):
            kept.append(each)
    return kept


def _claim(view: View, sentence: int, found: Found) -> Claim:
    told = frame(view, found)
    document = view.document
    end = _end_with_period(view, found, told.period)
    return Claim(
        id=content_id("claim", document.text_sha256, found.start, end, found.kind),
        document_id=document.id,
        sentence=sentence,
        evidence=Evidence.of(view.text, found.start, end),
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


def _end_with_period(view: View, found: Found, period: Evidence | None) -> int:
    """The end of the words with the period that follows them in one breath ("fired two missiles on Thursday")."""
    if period is None or not found.end <= period.start <= found.end + _BREATH or found.kind is ClaimKind.RANK:
        return found.end
    return found.end if any(mark in view.text[found.end : period.start] for mark in ",;:.()\n") else period.end
