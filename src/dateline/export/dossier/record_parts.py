"""The parts on votes, on sanctions and embargoes, and on claims of reports."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.dossier.blocks import (
    Block,
    Figure,
    Footnotes,
    Inline,
    Items,
    Mark,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)
from dateline.export.dossier.measure_plot import measure_plot
from dateline.export.dossier.wording import day, percent, plural, report, row_note, tiv
from dateline.model import Reading, VerdictStatus
from dateline.model.reference import Ballot
from dateline.query.asking import CountryVote, Embargo, InForce
from dateline.query.asking.dossier import CheckedClaim, Dossier
from dateline.query.asking.timeline import tally
from dateline.query.sanctions import SanctionAnswer
from dateline.vocab.states import state_name

_TONES = {
    VerdictStatus.SUPPORTED: "good",
    VerdictStatus.SUPPORTED_ONLY_IF: "estimate",
    VerdictStatus.CONTRADICTED: "warn",
    VerdictStatus.UNIT_ERROR_SUSPECTED: "warn",
    VerdictStatus.NOT_CHECKABLE: "plain",
}
#: Readings and rows of a claim that are shown.
_READINGS, _ROWS = 4, 3


def vote_part(dossier: Dossier, notes: Footnotes) -> Section:
    """Votes on the state, its ballots and those of the other state."""
    return Section(id="votes", title=f"Votes on {dossier.name}", blocks=tuple(_votes(dossier, notes)))


def _votes(dossier: Dossier, notes: Footnotes) -> Iterator[Block]:
    record = dossier.votes
    columns = ["Day", "Vote", dossier.name, *([dossier.partner_name] if dossier.partner_name else []), "Tally"]
    if record.votes:
        yield Table(
            caption=(Strong("General Assembly and Security Council"), ", oldest first"),
            columns=tuple(columns),
            rows=tuple(_vote(dossier, each, notes) for each in record.votes),
        )
    if record.partner and record.agreement[1]:
        same, compared = record.agreement
        yield Paragraph(
            text=(f"{dossier.name} and {dossier.partner_name} voted the same in {same} of {compared} votes.",)
        )
    if record.vetoes:
        yield Items(items=tuple(_veto_text(dossier, notes)))
    if record.untold:
        yield Items(items=tuple((text,) for text in record.untold))


def _vote(dossier: Dossier, vote: CountryVote, notes: Footnotes) -> tuple[Text, ...]:
    held = vote.resolution
    said: list[Inline] = [_ballot(vote, vote.ballot)]
    if vote.swing:
        said += [" ", Mark(f"changed: {vote.swing}", "estimate")]
    other: tuple[Text, ...] = ()
    if dossier.partner:
        other = ((_ballot(vote, vote.other),),)
    title = f"{held.symbol}: {held.title}"
    return (
        (str(held.day or "no day"),),
        (title,),
        tuple(said),
        *other,
        (tally(vote), notes.ref(row_note(held.provenance, held.id))),
    )


def _ballot(vote: CountryVote, ballot: Ballot | None) -> str:
    if ballot is not None:
        return str(ballot.vote).replace("_", " ")
    if not vote.resolution.recorded:
        return "no vote"
    return "no ballot" if vote.absent or vote.ballot is not None else "not loaded"


def _veto_text(dossier: Dossier, notes: Footnotes) -> Iterator[Text]:
    for veto in dossier.votes.vetoes:
        who = ", ".join(map(state_name, veto.vetoing))
        ref = notes.ref(row_note(veto.provenance, veto.id))
        yield f"{day(veto.day)}: draft {veto.draft}, {veto.subject}, vetoed by {who}", ref


def measure_part(dossier: Dossier, notes: Footnotes) -> Section:
    """Embargoes and listings on the day of the dossier."""
    title = f"Sanctions and embargoes on {day(dossier.day)}"
    return Section(id="measures", title=title, blocks=tuple(_measures(dossier, notes)))


def _measures(dossier: Dossier, notes: Footnotes) -> Iterator[Block]:
    answer = dossier.embargoes
    for held in (answer, dossier.partner_embargoes):
        if held is not None and held.embargoes:
            yield Table(
                caption=(Strong(f"Measures against {held.name}"), ", those in force first"),
                columns=("Authority", "Measure", f"On {day(dossier.day)}", "Coverage"),
                rows=tuple(_embargo(each, notes) for each in held.embargoes),
            )
    if dossier.moments or answer.embargoes:
        yield Figure(
            svg=measure_plot(dossier, f"Embargoes, votes and listings of {dossier.name} in time"),
            caption=(
                "Bars: measures from their first day, open at the right where no end is known; a dotted beginning says "
                "that the first day is not known. Votes: Y yes, N no, A abstained, – did not vote, ? not loaded; texts "
                "adopted without a vote are not drawn.",
            ),
        )
    parties = dossier.sanctions
    if parties:
        yield Table(
            caption=(Strong("Parties of the contacts"), " on the sanctions lists that are loaded"),
            columns=("Party", "On the day of the contact", f"On {day(dossier.day)}"),
            rows=tuple(_party(then, now, notes) for then, now in parties),
        )
    counts = "; ".join(f"{name}: {plural(number, 'listing')}" for name, number in dossier.listed)
    if counts:
        yield Paragraph(text=(f"Listings of parties of {dossier.name}: {counts}.",))
    untold = dict.fromkeys((*answer.untold, *(text for pair in parties for text in pair[1].untold)))
    if untold:
        yield Items(items=tuple((text,) for text in untold))


def _embargo(held: Embargo, notes: Footnotes) -> tuple[Text, ...]:
    tone = {InForce.IN_FORCE: "good", InForce.EDITION_OLDER: "good", InForce.START_UNKNOWN: "estimate"}
    status = Mark(str(held.status).replace("_", " "), tone.get(held.status, "plain"))
    arms = "" if held.arms else f" ({', '.join(held.measures) or 'no arms embargo'})"
    refs = notes.ref(*(row_note(each.provenance, each.id) for each in held.rows))
    return (held.authority,), (f"{held.title}{arms}",), (status, f" {held.told}", refs), (held.coverage,)


def _party(then: SanctionAnswer, now: SanctionAnswer, notes: Footnotes) -> tuple[Text, ...]:
    name = now.names[0] if now.names else now.who
    return (f"{name}",), (day(then.status.day), ": ", *_status(then, notes)), _status(now, notes)


def _status(answer: SanctionAnswer, notes: Footnotes) -> Text:
    parts: list[Inline] = []
    for each in answer.status.lists:
        parts += ["; " if parts else "", each.told]
        if each.designations:
            parts.append(notes.ref(*(row_note(d.provenance, d.id) for d in each.designations)))
    for match in answer.review:
        held = match.designation
        parts += ["; " if parts else "", Mark("to be looked at", "warn"), f" {held.name}: {match.because.reason}"]
        parts.append(notes.ref(row_note(held.provenance, held.id)))
    return tuple(part for part in parts if part) or ("no list is loaded",)


def claim_part(dossier: Dossier, notes: Footnotes) -> Section:
    """Claims of reports with their verdicts."""
    return Section(
        id="claims", title="Claims of reports, held against the records", blocks=tuple(_claims(dossier, notes))
    )


def _claims(dossier: Dossier, notes: Footnotes) -> Iterator[Block]:
    if not dossier.claims:
        yield Paragraph(text=("The reports make no claim that a record is about.",))
    for each in dossier.claims:
        yield _claim(each, notes)


def _claim(held: CheckedClaim, notes: Footnotes) -> Quote:
    claim, verdict, document = held.claim, held.verdict, held.document
    about: list[Inline] = [Mark(str(verdict.status).replace("_", " "), _TONES[verdict.status]), f" {verdict.summary}"]
    readings = "; ".join(_reading(each) for each in verdict.readings[:_READINGS])
    if readings:
        about.append(f" Readings: {readings}.")
    if verdict.formula:
        about.append(f" {verdict.formula}.")
    if verdict.needed:
        about.append(f" Needed: {verdict.needed}.")
    if held.differs:
        about.append(f" Other reports say {'; '.join(held.differs)}.")
    whole = report(document.publisher, document.published, document.title, document.url)
    place = f" ({document.id}, characters {claim.evidence.start}–{claim.evidence.end})"
    rows = [row_note(row.provenance, row.id) for row in verdict.rows[:_ROWS]]
    about.append(notes.ref((f"{claim.id}: ", *whole, place), *rows))
    by = report(document.publisher, document.published, None, document.url)
    value = " ".join(part for part in (claim.value, claim.unit) if part and part != claim.kind)
    return Quote(words=held.sentence, by=(*by, f" · {str(claim.kind).replace('_', ' ')} {value}"), about=tuple(about))


def _reading(held: Reading) -> str:
    value = {"share": percent(held.value), "tiv": tiv(held.value)}.get(held.unit, f"{held.unit} {held.value:g}")
    vintage = f", vintage {held.vintage}" if held.vintage else ""
    if held.estimates != "all":
        vintage += ", without estimated rows" if held.estimates == "none" else f", {held.estimates}"
    return f"{value} for {held.window}{vintage} ({'fits' if held.fits else 'does not fit'})"
