"""Answers to the analyst's questions as plain JSON objects; shares are fractions, TIV are millions and not money."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.asking_places import day_text, rounded
from dateline.export.contract import JsonObject
from dateline.export.rows import event_object, interval_row
from dateline.query.asking import EditionSupply, SupplyAnswer, Telling, ToldEvent
from dateline.query.asking.contacts import sides
from dateline.query.asking.moments import Moment
from dateline.query.traded import Share

SUPPLIER_COLUMNS = ["supplier", "supplier_name", "share", "rank", "tiv", "deals", "estimated_share"]
RECIPIENT_COLUMNS = ["recipient", "recipient_name", *SUPPLIER_COLUMNS[2:]]
SUPPLY_COLUMNS = ["vintage", "from", "to", "by", "measure", "recorded", "source"]
CONTACT_COLUMNS = ["earliest", "latest", "event_type", "mode", "modality", "sides", "quote", "publisher", "published"]
CONTACT_COLUMNS += ["url", "certainty", "mentions", "documents", "sources", "id"]
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
        "estimated_share": rounded(share.estimated_share) if share else None,
        "total": round(table.total, 3) if table else None,
        "from": asked.first,
        "to": asked.last,
        "by": str(asked.by),
        "measure": str(asked.measure),
        "vintage": edition.vintage,
        "source": edition.source,
        "kind": edition.kind,
        "retrieved": day_text(edition.retrieved),
        "recorded": str(held.recorded),
        "years_without_deliveries": list(held.years_without),
        "years_not_in_vintage": list(held.years_not_in_vintage),
        "apart_from": apart_from,
        "notes": list(held.notes),
        "rows": list(share.rows) if share else [],
    }


def contact_row(told: ToldEvent) -> JsonObject:
    """One event with every report's words; ``quote`` and what follows it are of the surest."""
    event, best = told.event, told.best
    return event_object(event) | {
        "earliest": day_text(event.when.earliest) if event.when else None,
        "latest": day_text(event.when.latest) if event.when else None,
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
        "published": day_text(telling.published),
        "title": telling.title,
        "url": telling.url,
        "document_id": telling.document_id,
        "mention_id": telling.mention_id,
        "certainty": round(telling.certainty, 3),
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
        "certainty": rounded(moment.certainty),
        "estimated": moment.estimated,
        "source": moment.source,
        "id": moment.reference,
        "vintage": where.vintage if where else None,
        "retrieved": day_text(where.retrieved) if where else None,
        "line": where.line if where else None,
    }
