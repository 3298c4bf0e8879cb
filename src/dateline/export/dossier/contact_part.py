"""The part on contacts: each event with the words of a report first."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.dossier.blocks import Block, Figure, Footnotes, Inline, Mark, Paragraph, Quote, Section
from dateline.export.dossier.contact_plot import contact_plot
from dateline.export.dossier.wording import interval, plural, report, telling_note
from dateline.model import ArmsFrame, Modality
from dateline.query.asking.contacts import ToldEvent, sides
from dateline.query.asking.dossier import Dossier

_SAID = {
    Modality.FUTURE: "planned or promised",
    Modality.HYPOTHETICAL: "only possible",
    Modality.NEGATED: "denied",
    Modality.HISTORICAL: "looking back",
}


def contact_part(dossier: Dossier, notes: Footnotes) -> Section:
    """The part with its plot and quotes."""
    other = f" and {dossier.partner_name}" if dossier.partner_name else ""
    title = f"Contacts of {dossier.name}{other}"
    return Section(id="contacts", title=title, blocks=tuple(_blocks(dossier, notes)))


def _blocks(dossier: Dossier, notes: Footnotes) -> Iterator[Block]:
    found = dossier.contacts
    shown = f" The newest {len(found.rows)} are shown." if len(found.rows) < found.counts.events else ""
    if not found.rows:
        yield Paragraph(text=("No contacts are told by the reports in the record.",))
        return
    yield Paragraph(
        text=(
            f"{found.counts}: meetings, visits, calls and other cooperation.{shown} Machines took them from the words "
            "quoted; certainty says how many in ten of such are right.",
        )
    )
    if any(each.event.when for each in found.rows):
        yield Figure(
            svg=contact_plot(found.rows, "Contacts in time"),
            caption=(
                "Filled: the day is told. Hollow, with a bar: told less precisely, the bar is the whole interval. "
                "Upper row: meetings, visits and calls; lower row: other cooperation.",
            ),
        )
    for each in found.rows:
        yield told_quote(each, notes)


def told_quote(told: ToldEvent, notes: Footnotes, marks: tuple[Mark, ...] = ()) -> Quote:
    """An event: the surest words first, who printed them, then what they were taken for."""
    event, best = told.event, told.best
    by: tuple[Inline, ...] = ("no words",)
    if best is not None:
        claims = f", according to {best.attributed_to}" if best.attributed_to else ""
        by = (*report(best.publisher, best.published, None, best.url), claims)
    kind = f"{event.event_type}/{event.mode}" if event.mode else event.event_type
    said = _SAID.get(event.modality)
    about: list[Inline] = [f"{interval(event.when)} · {kind} · {sides(event)}"]
    if event.where is not None:
        about.append(f" · {event.where.name}")
    for mark in (*([Mark(said, "estimate")] if said else []), *marks):
        about += [" ", mark]
    if event.arms is not None:
        about.append(f" · arms: {_arms(event.arms)}")
    count = f"{plural(len(event.mentions), 'mention')} · {plural(event.sources, 'source')}"
    about.append(f" · {count} · certainty {event.certainty:.2f}")
    about.append(notes.ref(telling_note(event.id, told.tellings)))
    return Quote(words=best.quote if best else "", by=tuple(part for part in by if part), about=tuple(about))


def _arms(frame: ArmsFrame) -> str:
    """Item, number, price and status, as they are told."""
    parts = [each.text for each in (frame.item, frame.quantity, frame.value) if each is not None]
    return ", ".join([*parts, f"status {frame.status}"])
