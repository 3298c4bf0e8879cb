"""Days of votes: "adopted on 18 June 2021" against the day of the vote in New York."""

from __future__ import annotations

import datetime as dt

from dateline.model import Resolution, Verdict, VerdictStatus
from dateline.verify.bodies import elsewhere, symbol_key, symbols
from dateline.verify.facts import Facts
from dateline.verify.subjects import likeness, subject_of
from dateline.verify.tallies import IMPORT
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict
from dateline.verify.vote_records import record_key, vote_row
from dateline.verify.votes import day_note

_DAY = dt.timedelta(days=1)
_NEAR = dt.timedelta(days=200)


def check_day(told: Told, facts: Facts) -> Verdict:
    """The day on which a resolution is said to have been adopted."""
    when = _told_day(told)
    if when is None or elsewhere(told):
        return not_checkable(told, "The report gives no day of a vote that is recorded here.", IMPORT)
    first, last = when
    wanted = symbols(told.sentence)
    held = [each for each in facts.resolutions() if each.day is not None and _speaks_of(told, each, wanted)]
    near = [each for each in held if each.day and first - _NEAR <= each.day <= last + _NEAR]
    if not near:
        return not_checkable(
            told, "No vote that is loaded fits the symbol or subject within 200 days of that day.", IMPORT
        )
    best = min(near, key=lambda each: (symbol_key(each.symbol) not in wanted, _distance(each, first, last)))
    how = "by symbol and subject" if wanted else "by subject, nearest day"
    away = _distance(best, first, last)
    steps = [because("matched", f"{how}: {record_key(best)}")]
    note = day_note(told, best)
    if note:
        steps.append(because("day", note))
    holds = away <= 1
    if not holds and not wanted and len({each.day for each in near}) > 1:
        return not_checkable(told, "Several votes on the subject are loaded, none on that day.", IMPORT, steps=steps)
    said = f"{best.symbol} was voted on {best.day:%d %B %Y} in New York"
    said += "." if away == 0 else f", {'one day' if away == 1 else f'{away} days'} from what the report says."
    return verdict(
        told,
        VerdictStatus.SUPPORTED if holds else VerdictStatus.CONTRADICTED,
        said,
        formula=f"days between the day told and the vote: {away}; one day of slack for time zones",
        rows=[vote_row(best)],
        matched=how,
        record=record_key(best),
        steps=steps,
    )


def _told_day(told: Told) -> tuple[dt.date, dt.date] | None:
    try:
        first, _, last = told.claim.value.partition("/")
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    except ValueError:
        return None


def _speaks_of(told: Told, vote: Resolution, wanted: tuple[str, ...]) -> bool:
    if wanted:
        return symbol_key(vote.symbol) in wanted
    return likeness(subject_of(told.sentence), subject_of(" ".join((vote.title, vote.agenda)))) > 0


def _distance(vote: Resolution, first: dt.date, last: dt.date) -> int:
    day = vote.day or dt.date.min
    if first <= day <= last:
        return 0
    return min(abs((day - first).days), abs((day - last).days))
