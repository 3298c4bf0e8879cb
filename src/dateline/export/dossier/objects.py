"""A dossier as one JSON object, made of the same rows as the single questions."""

from __future__ import annotations

from dateline.export import asking_rows as rows
from dateline.export import measure_rows
from dateline.export.asking_places import where_row
from dateline.export.contract import JsonObject, claim_row
from dateline.export.reference_rows import edition_row
from dateline.export.verdict_rows import verdict_row
from dateline.model.reference import ArmsTransfer
from dateline.query.asking.dossier import CheckedClaim, Dossier
from dateline.query.asking.supply_answers import SupplyAnswer


def dossier_object(dossier: Dossier) -> JsonObject:
    """The object; ``suppliers`` holds one list for each window that was asked."""
    return {
        "state": dossier.of,
        "name": dossier.name,
        "with": dossier.partner,
        "with_name": dossier.partner_name,
        "day": dossier.day.isoformat(),
        "counts": {
            "events": dossier.counts.events,
            "mentions": dossier.counts.mentions,
            "documents": dossier.counts.documents,
            "sources": dossier.counts.sources,
        },
        "suppliers": [_window(each) for each in dossier.supplies],
        "recipients": list(rows.supply_rows(dossier.recipients)) if dossier.recipients else [],
        "deals": [_deal(each) for each in dossier.deals],
        "deliveries_by_year": _years(dossier),
        "reported_arms": [
            rows.contact_row(each) | {"not_in_register": dossier.beyond(each)} for each in dossier.reported
        ],
        "contacts": [rows.contact_row(each) for each in dossier.contacts.rows],
        "votes": list(measure_rows.vote_rows(dossier.votes)),
        "embargoes": [measure_rows.embargo_row(dossier.embargoes, each) for each in dossier.embargoes.embargoes],
        "partner_embargoes": [
            measure_rows.embargo_row(dossier.partner_embargoes, each) for each in dossier.partner_embargoes.embargoes
        ]
        if dossier.partner_embargoes
        else [],
        "sanctions": [
            row for then, now in dossier.sanctions for each in (then, now) for row in measure_rows.sanction_rows(each)
        ],
        "listed": dict(dossier.listed),
        "claims": [_claim(each) for each in dossier.claims],
        "timeline": [rows.moment_row(each) for each in dossier.moments],
        "lines": {row: {"line": place.line, "deal": place.deal} for row, place in sorted(dossier.places.items())},
        "files": [edition_row(each) for each in dossier.files],
        "untold": [*dossier.notes, *dossier.votes.untold, *dossier.embargoes.untold],
    }


def _window(supply: SupplyAnswer) -> JsonObject:
    return {
        "from": supply.asked.first,
        "to": supply.asked.last,
        "by": str(supply.asked.by),
        "estimates": supply.asked.estimated,
        "rows": list(rows.supply_rows(supply)),
        "left_out": list(supply.left_out),
    }


def _years(dossier: Dossier) -> JsonObject:
    return {
        "edition": dossier.years_edition or None,
        "last_year": dossier.years_end,
        "unit": "millions of TIV, which are not money",
        "rows": [
            {
                "supplier": each.partner,
                "supplier_name": each.name,
                "year": each.year,
                "tiv": each.tiv,
                "estimated": each.estimated,
                "rows": list(each.rows),
            }
            for each in dossier.years
        ],
    }


def _deal(deal: ArmsTransfer) -> JsonObject:
    return {
        "deal": deal.deal,
        "supplier": deal.supplier.key,
        "recipient": deal.recipient.key,
        "designation": deal.designation,
        "description": deal.description,
        "ordered": deal.order_year,
        "order_estimated": deal.order_estimated,
        "status": deal.status,
        "comments": deal.comments,
        "tiv": round(deal.tiv_delivered, 6),
        "deliveries": [
            {"year": each.year, "quantity": each.quantity, "tiv": each.tiv, "estimated": each.estimated, "row": each.id}
            for each in deal.deliveries
        ],
        **where_row(deal.provenance, deal.id),
    }


def _claim(held: CheckedClaim) -> JsonObject:
    return {
        "document_id": held.document.id,
        "publisher": held.document.publisher,
        "published": held.document.published.isoformat() if held.document.published else None,
        "url": held.document.url,
        "sentence": held.sentence,
        "claim": claim_row(held.claim),
        **verdict_row(held.verdict),
        "other_reports": list(held.differs),
    }
