"""Answers on votes, sanctions and embargoes as plain JSON objects."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.asking_places import day_text, where_row
from dateline.export.contract import JsonObject
from dateline.model.reference import SanctionDesignation, Veto
from dateline.query.asking import CountryVote, Embargo, EmbargoAnswer, VotingRecord
from dateline.query.sanction_names import Match
from dateline.query.sanctions import SanctionAnswer

VOTE_COLUMNS = ["day", "body", "symbol", "title", "vote", "swing", "with_vote", "agrees", "yes", "no", "abstain"]
VOTE_COLUMNS += ["not_voting", "source", "vintage", "id"]
SANCTION_COLUMNS = ["who", "day", "list", "status", "told", "as_of", "names", "programmes", "reason"]
EMBARGO_COLUMNS = ["status", "authority", "title", "start", "end", "coverage", "told", "legal_basis", "source"]
_ABSENT = "the roll call has no ballot of this state: it did not vote, or was no member"


def vote_rows(record: VotingRecord) -> Iterator[JsonObject]:
    """Votes and vetoes together, oldest first; ``vote`` is None where only the tally is known."""
    rows = [vote_row(record, each) for each in record.votes] + [veto_row(record, each) for each in record.vetoes]
    yield from sorted(rows, key=lambda row: (row["day"] or "", row["symbol"]))


def vote_row(record: VotingRecord, vote: CountryVote) -> JsonObject:
    """One vote with the state's ballot, its last one on the topic, and the other state's."""
    held, before = vote.resolution, vote.previous
    return {
        "country": record.of,
        "day": day_text(held.day),
        "body": held.body,
        "symbol": held.symbol,
        "title": held.title,
        "part": str(held.part),
        "vote": str(vote.ballot.vote) if vote.ballot else None,
        "intended": str(vote.ballot.intended) if vote.ballot and vote.ballot.intended else None,
        "previous_vote": str(before[1].vote) if before else None,
        "previous_day": day_text(before[0].day) if before else None,
        "previous_symbol": before[0].symbol if before else None,
        "swing": vote.swing,
        "with": record.partner,
        "with_vote": str(vote.other.vote) if vote.other else None,
        "agrees": vote.agrees,
        "yes": held.yes,
        "no": held.no,
        "abstain": held.abstain,
        "not_voting": held.not_voting,
        "recorded": held.recorded,
        "ballots_loaded": vote.ballot is not None or vote.absent,
        "note": "; ".join(each for each in (held.note, vote.differ, _ABSENT if vote.absent else "") if each),
        "link": held.link or None,
        "also_in": [each.id for each in vote.also],
        **where_row(held.provenance, held.id),
    }


def veto_row(record: VotingRecord, veto: Veto) -> JsonObject:
    """One draft that the state voted down."""
    return {
        "country": record.of,
        "day": day_text(veto.day),
        "body": "UNSC",
        "symbol": veto.draft,
        "title": veto.subject,
        "vote": "veto",
        "with": record.partner,
        "with_vote": "veto" if record.partner in veto.vetoing else None,
        "vetoing": list(veto.vetoing),
        "yes": veto.yes,
        "no": veto.no,
        "abstain": veto.abstain,
        "note": veto.note,
        **where_row(veto.provenance, veto.id),
    }


def sanction_rows(answer: SanctionAnswer) -> Iterator[JsonObject]:
    """One row for each list, then the listings that a person should look at."""
    head: JsonObject = {
        "who": answer.who,
        "entity": answer.entity,
        "day": answer.status.day.isoformat(),
        "answer": str(answer.status.status),
        "untold": list(answer.untold),
    }
    for each in answer.status.lists:
        yield head | {
            "list": each.list_name,
            "status": str(each.status),
            "told": each.told,
            "as_of": day_text(each.as_of),
            **_listings(each.designations),
            "reason": "; ".join(m.because.reason for m in answer.taken if m.designation in each.designations),
        }
    if not answer.status.lists:
        yield head | {"list": None, "status": str(answer.status.status), "told": answer.untold[0]}
    for match in answer.review:
        yield head | _review(match)


def _review(match: Match) -> JsonObject:
    return {
        "list": match.designation.list_name,
        "status": "for_review",
        "told": "may be the same party; it is not counted until a person says so",
        "as_of": None,
        **_listings((match.designation,)),
        "reason": match.because.reason,
    }


def _listings(held: tuple[SanctionDesignation, ...]) -> JsonObject:
    return {
        "names": [each.name for each in held],
        "keys": [each.key for each in held],
        "programmes": sorted({code for each in held for code in each.programmes}),
        "listed": [day_text(each.listed) for each in held],
        "rows": [where_row(each.provenance, each.id) for each in held],
    }


def embargo_row(answer: EmbargoAnswer, held: Embargo) -> JsonObject:
    """One embargo with all rows that tell it."""
    return {
        "country": answer.of,
        "day": answer.day.isoformat(),
        "status": str(held.status),
        "in_force": held in answer.in_force,
        "told": held.told,
        "authority": held.authority,
        "title": held.title,
        "start": day_text(held.start),
        "end": day_text(held.end),
        "arms_embargo": held.arms,
        "measures": list(held.measures),
        "coverage": held.coverage,
        "legal_basis": list(held.legal_basis),
        "source": "; ".join(dict.fromkeys(each.provenance.source for each in held.rows)),
        "rows": [where_row(each.provenance, each.id) for each in held.rows],
    }
