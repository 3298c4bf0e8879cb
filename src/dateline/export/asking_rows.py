"""Answers to the analyst's questions as plain JSON objects; shares are fractions, TIV are millions and not money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateline.export.contract import JsonObject
from dateline.export.rows import event_object, interval_row
from dateline.model.reference import Provenance, SanctionDesignation, Veto
from dateline.query.asking import CountryVote, EditionSupply, Embargo, EmbargoAnswer, SupplyAnswer, Telling, ToldEvent
from dateline.query.asking.timeline import Moment
from dateline.query.asking.voting import VotingRecord
from dateline.query.sanction_names import Match
from dateline.query.sanctions import SanctionAnswer
from dateline.query.traded import Share

SUPPLIER_COLUMNS = ["supplier", "supplier_name", "share", "rank", "tiv", "deals", "estimated_share"]
RECIPIENT_COLUMNS = ["recipient", "recipient_name", *SUPPLIER_COLUMNS[2:]]
SUPPLY_COLUMNS = ["vintage", "from", "to", "by", "measure", "recorded", "source"]
CONTACT_COLUMNS = ["earliest", "latest", "event_type", "mode", "modality", "sides", "quote", "publisher", "published"]
CONTACT_COLUMNS += ["url", "certainty", "mentions", "documents", "sources", "id"]
VOTE_COLUMNS = ["day", "body", "symbol", "title", "vote", "swing", "with_vote", "agrees", "yes", "no", "abstain"]
VOTE_COLUMNS += ["not_voting", "source", "vintage", "id"]
SANCTION_COLUMNS = ["who", "day", "list", "status", "told", "as_of", "names", "programmes", "reason"]
EMBARGO_COLUMNS = ["status", "authority", "title", "start", "end", "coverage", "told", "legal_basis", "source"]
MOMENT_COLUMNS = ["earliest", "latest", "precision", "kind", "words", "quote", "source", "id"]


def supply_rows(answer: SupplyAnswer, apart_from: str | None = None) -> Iterator[JsonObject]:
    """One row for each partner and edition; an edition without any has one row that says why. Groups come last."""
    for each in answer.editions:
        shares = each.table.shares if each.table else ()
        for share in shares or (None,):
            yield _supply_row(answer, each, share, apart_from)
    for group in answer.apart:
        yield from supply_rows(group, apart_from=answer.of)


def _supply_row(answer: SupplyAnswer, held: EditionSupply, share: Share | None, apart_from: str | None) -> JsonObject:
    side, partner = ("recipient", "supplier") if answer.suppliers else ("supplier", "recipient")
    asked, table, edition = answer.asked, held.table, held.edition
    return {
        side: answer.of,
        f"{side}_name": answer.name,
        partner: share.partner if share else None,
        f"{partner}_name": share.name if share else None,
        "share": round(share.share, 5) if share else None,
        "rank": share.rank if share else None,
        "tiv": round(share.tiv, 3) if share else None,
        "tiv_unit": "millions of TIV, which are not money",
        "deals": share.deals if share else None,
        "estimated_share": _rounded(share.estimated_share) if share else None,
        "total": round(table.total, 3) if table else None,
        "from": asked.first,
        "to": asked.last,
        "by": str(asked.by),
        "measure": str(asked.measure),
        "vintage": edition.vintage,
        "source": edition.source,
        "kind": edition.kind,
        "retrieved": _day(edition.retrieved),
        "recorded": str(held.recorded),
        "years_without_deliveries": list(held.years_without),
        "years_not_in_vintage": list(held.years_not_in_vintage),
        "apart_from": apart_from,
        "notes": list(held.notes),
        "rows": list(share.rows) if share else [],
    }


def contact_row(told: ToldEvent) -> JsonObject:
    """One event with every report's words; ``quote`` and what follows it are of the surest."""
    from dateline.query.asking.contacts import sides

    event, best = told.event, told.best
    return event_object(event) | {
        "earliest": _day(event.when.earliest) if event.when else None,
        "latest": _day(event.when.latest) if event.when else None,
        "precision": str(event.when.precision) if event.when else None,
        "meeting": told.meeting,
        "sides": sides(event),
        **(telling_row(best) if best else {}),
        "tellings": [telling_row(each) for each in told.tellings],
        "certainty": round(event.certainty, 3),
    }


def telling_row(telling: Telling) -> JsonObject:
    """One report's words."""
    return {
        "quote": telling.quote,
        "attributed_to": telling.attributed_to,
        "publisher": telling.publisher,
        "published": _day(telling.published),
        "title": telling.title,
        "url": telling.url,
        "document_id": telling.document_id,
        "mention_id": telling.mention_id,
        "certainty": round(telling.certainty, 3),
    }


def vote_rows(record: VotingRecord) -> Iterator[JsonObject]:
    """Votes and vetoes together, oldest first; ``vote`` is None where only the tally is known."""
    rows = [vote_row(record, each) for each in record.votes] + [veto_row(record, each) for each in record.vetoes]
    yield from sorted(rows, key=lambda row: (row["day"] or "", row["symbol"]))


def vote_row(record: VotingRecord, vote: CountryVote) -> JsonObject:
    """One vote with the state's ballot, its last one on the topic, and the other state's."""
    held, before = vote.resolution, vote.previous
    return {
        "country": record.of,
        "day": _day(held.day),
        "body": held.body,
        "symbol": held.symbol,
        "title": held.title,
        "part": str(held.part),
        "vote": str(vote.ballot.vote) if vote.ballot else None,
        "intended": str(vote.ballot.intended) if vote.ballot and vote.ballot.intended else None,
        "previous_vote": str(before[1].vote) if before else None,
        "previous_day": _day(before[0].day) if before else None,
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
        "ballots_loaded": vote.ballot is not None,
        "note": "; ".join(each for each in (held.note, vote.differ) if each),
        "link": held.link or None,
        "also_in": [each.id for each in vote.also],
        **_where(held.provenance, held.id),
    }


def veto_row(record: VotingRecord, veto: Veto) -> JsonObject:
    """One draft that the state voted down."""
    return {
        "country": record.of,
        "day": _day(veto.day),
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
        **_where(veto.provenance, veto.id),
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
            "as_of": _day(each.as_of),
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
        "listed": [_day(each.listed) for each in held],
        "rows": [_where(each.provenance, each.id) for each in held],
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
        "start": _day(held.start),
        "end": _day(held.end),
        "arms_embargo": held.arms,
        "measures": list(held.measures),
        "coverage": held.coverage,
        "legal_basis": list(held.legal_basis),
        "source": "; ".join(dict.fromkeys(each.provenance.source for each in held.rows)),
        "rows": [_where(each.provenance, each.id) for each in held.rows],
    }


def moment_row(moment: Moment) -> JsonObject:
    """One entry of a timeline."""
    where = moment.provenance
    return {
        "kind": str(moment.kind),
        "earliest": moment.when.earliest.isoformat(),
        "latest": moment.when.latest.isoformat(),
        "precision": str(moment.when.precision),
        "when": interval_row(moment.when),
        "words": moment.words,
        "quote": moment.quote or None,
        "url": moment.url,
        "modality": moment.modality,
        "certainty": _rounded(moment.certainty),
        "estimated": moment.estimated,
        "source": moment.source,
        "id": moment.reference,
        "vintage": where.vintage if where else None,
        "retrieved": _day(where.retrieved) if where else None,
        "line": where.line if where else None,
    }


def _where(where: Provenance, row_id: str) -> JsonObject:
    return {
        "id": row_id,
        "source": where.source,
        "vintage": where.vintage,
        "retrieved": _day(where.retrieved),
        "licence": where.licence,
        "line": where.line,
        "sha256": where.sha256,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
