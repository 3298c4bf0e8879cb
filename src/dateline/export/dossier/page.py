"""A dossier as a page of sections: the order of the parts, and the footnotes that they share."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.dossier.blocks import Footnotes, Items, Page, Section, Text
from dateline.export.dossier.contact_part import contact_part
from dateline.export.dossier.record_parts import claim_part, measure_part, vote_part
from dateline.export.dossier.source_part import source_part
from dateline.export.dossier.supply_part import supply_part
from dateline.export.dossier.wording import day, interval, percent, row_note, rows_note, telling_note
from dateline.query.asking.contacts import sides
from dateline.query.asking.dossier import Dossier
from dateline.vocab.states import state_name


def page_of(dossier: Dossier) -> Page:
    """The page."""
    notes = Footnotes()
    parts = (
        Section(id="brief", title="In short", blocks=(Items(items=tuple(_brief(dossier, notes))),)),
        supply_part(dossier, notes),
        contact_part(dossier, notes),
        vote_part(dossier, notes),
        measure_part(dossier, notes),
        claim_part(dossier, notes),
        source_part(dossier),
    )
    names = f"{dossier.name} and {dossier.partner_name}" if dossier.partner_name else dossier.name
    lead = (
        f"Measures as of {day(dossier.day)}. In the record: {dossier.counts}. Small numbers lead to the source of each "
        "figure: edition, vintage, day of retrieval and line, or event and report.",
    )
    return Page(title=f"Dossier: {names}", lead=lead, sections=parts, notes=notes.notes)


def _brief(dossier: Dossier, notes: Footnotes) -> Iterator[Text]:
    answer = dossier.supplies[0] if dossier.supplies else None
    held = answer.freshest if answer else None
    if answer and held and held.table:
        for share in held.table.shares[:3]:
            if share.rank is not None:
                name = state_name(share.partner) if len(share.partner) == len("MMR") else share.name
                told = f"{name} delivered {percent(share.share)} of the TIV of major arms in {answer.asked.first}–"
                ref = notes.ref(rows_note(held.edition, share.rows, dossier.places))
                yield (
                    f"{told}{answer.asked.last} (rank {share.rank}, vintage {held.edition.vintage or 'not named'}).",
                    ref,
                )
    met = next((each for each in dossier.contacts.rows if each.meeting and each.event.modality == "asserted"), None)
    if met is not None:
        told = f"Last meeting in the record: {interval(met.event.when)}, {sides(met.event)}."
        yield told, notes.ref(telling_note(met.event.id, met.tellings))
    arms = [each for each in dossier.embargoes.in_force if each.arms]
    who = ", ".join(dict.fromkeys(each.authority for each in arms))
    if arms:
        refs = notes.ref(*(row_note(each.rows[-1].provenance, each.rows[-1].id) for each in arms))
        yield f"Arms embargoes in force on {day(dossier.day)}, as far as is known: {who}.", refs
    else:
        yield (f"No arms embargo is known to be in force on {day(dossier.day)}.",)
    beyond = sum(1 for each in dossier.reported if dossier.beyond(each))
    if beyond and dossier.years_end:
        yield (f"{beyond} reports on arms after {dossier.years_end}, where the register ends: not in it.",)
