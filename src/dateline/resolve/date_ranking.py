"""Which of the choices dates a mention: a small learned ranking, the rules being one voice in it.

A conditional logistic model over the features of :mod:`.date_features`; ``training/dates.py`` writes its weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Annotations, Because, Document, EventMention, ImpreciseDate, Modality, When
from dateline.resolve import ranking
from dateline.resolve.date_choices import PLANS, Choice, DateChoices
from dateline.resolve.event_dates import RuledDates

FILE = "dates/en/date_ranking.toml"
#: Factor on the share of leaving the date of plans and history open; below 1 dates more of them.
OPEN = 0.5
#: How much of their share intervals lend to others that tell nearly the same time.
SUPPORT = 0.5


def ranked_dates(
    document: Document, annotations: Annotations, mentions: Sequence[EventMention]
) -> tuple[When | None, ...]:
    """The dates of one document's mentions, in order; None where nothing tells one."""
    ruled = RuledDates(document, annotations, mentions)
    choices = DateChoices(ruled, annotations)
    return tuple(
        best(choices.of(i), ranking.weights_of(FILE), open_factor=openness(mention, dated=ruled.anchor is not None))
        for i, mention in enumerate(mentions)
    )


def openness(mention: EventMention, *, dated: bool) -> float:
    """The factor on leaving a mention's date open: none where a dated report tells something as done."""
    if not dated:
        return 1.0
    return OPEN if mention.modality in PLANS or mention.modality is Modality.HISTORICAL else 0.0


def best(choices: Sequence[Choice], table: Mapping[str, float], *, open_factor: float) -> When | None:
    """The choice whose interval gets the highest share, all choices of that interval together.

    Args:
        choices: Those of one mention; the last leaves the date open.
        table: Feature → weight.
        open_factor: Factor on the share of leaving the date open; at 0 that is done only where there is no choice.
    """
    shares = ranking.shares([choice.names for choice in choices], table)
    total: dict[ImpreciseDate | None, float] = {}
    for choice, share in zip(choices, shares, strict=True):
        total[choice.when.interval] = total.get(choice.when.interval, 0.0) + share
    if None in total and len(total) > 1:
        total[None] *= open_factor
    wanted = max(total, key=lambda each: _supported(each, total))
    holders = [k for k, choice in enumerate(choices) if choice.when.interval == wanted]
    first = max(holders, key=lambda k: (choices[k].when.evidence is not None, shares[k]))
    when = choices[first].when
    if when.interval is None:
        return when if when.evidence is not None else None
    score = round(total[wanted] / sum(total.values()), 2)
    return replace(when, because=tuple(_scored(each, score) for each in when.because))


def _supported(found: ImpreciseDate | None, total: Mapping[ImpreciseDate | None, float]) -> float:
    """The share of an interval with half the shares of those that tell nearly the same time."""
    if found is None:
        return total[None]
    akin = (share for other, share in total.items() if other is not None and other != found and _akin(found, other))
    return total[found] + SUPPORT * sum(akin)


def _akin(one: ImpreciseDate, other: ImpreciseDate) -> bool:
    """Whether two intervals share half of the shorter one, and the longer is at most four times as long or so."""
    shorter, longer = sorted((one.days, other.days))
    shared = (min(one.latest, other.latest) - max(one.earliest, other.earliest)).days + 1
    return shared >= shorter / 2 and longer <= 4 * shorter + 2


def _scored(because: Because, score: float) -> Because:
    return replace(because, score=score) if because.step == "resolve.when" else because
