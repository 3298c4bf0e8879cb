"""Answers to the analyst's questions as a person reads them on a terminal; units stand on every number."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from dateline.cli import cards
from dateline.query.asking import EditionSupply, Embargo, EmbargoAnswer, Recorded, SupplyAnswer, ToldEvent, VotingRecord
from dateline.query.asking.contacts import sides
from dateline.query.asking.moments import Moment
from dateline.query.asking.timeline import tally
from dateline.query.asking.voting import CountryVote
from dateline.query.sanctions import SanctionAnswer
from dateline.query.traded import By, Measure, Share
from dateline.text.figures import plain
from dateline.vocab.states import state_name

_NONE = {
    Recorded.NONE: "no deliveries recorded in these years",
    Recorded.NOT_IN_VINTAGE: "these years are not in this vintage",
    Recorded.NO_ROW: "",
}


def supply_card(answer: SupplyAnswer) -> str:
    """Every edition with its shares, groups apart."""
    asked = answer.asked
    head = f"Who arms {answer.name}?" if answer.suppliers else f"Whom does {answer.name} arm?"
    year = "year of delivery" if asked.by is By.DELIVERY else "year of order"
    what = "TIV (trend-indicator values of major arms, not money)" if asked.measure is Measure.TIV else "deals"
    parts = [f"{head} {asked.first}–{asked.last}, by {year}, in {what}"]
    parts += [_edition(each) for each in answer.editions]
    for group in answer.apart:
        parts.append(f"Apart, never counted for {answer.name}: {group.name}")
        parts += [_edition(each) for each in group.editions if each.table is not None]
    return "\n\n".join(parts)


def _edition(held: EditionSupply) -> str:
    edition, table = held.edition, held.table
    fetched = f", retrieved {edition.retrieved}" if edition.retrieved else ""
    lines = [f"  {edition.name}{fetched}"]
    if table is not None and table.shares:
        unit = "m TIV" if table.asked.measure is Measure.TIV else "deals"
        estimated = "" if table.estimated_share is None else f", {_percent(table.estimated_share)} of it estimated"
        lines.append(f"    all: {plain(round(table.total, 1))} {unit}{estimated}")
        width = max(len(_name(each)) for each in table.shares)
        lines += [_share(each, width) for each in table.shares]
    elif _NONE[held.recorded]:
        lines.append(f"    {_NONE[held.recorded]}")
    return "\n".join([*lines, *(f"    note: {note}" for note in held.notes)])


def _share(held: Share, width: int) -> str:
    rank = f"{held.rank}." if held.rank else "–"
    deals = f"  {held.deals:>3} deal{'s' if held.deals != 1 else ' '}" if held.deals is not None else ""
    estimated = "" if held.estimated_share is None else f"  {_percent(held.estimated_share)} estimated"
    tiv = plain(round(held.tiv, 1))
    return f"    {rank:>3} {_name(held):<{width}}  {_percent(held.share):>7}  {tiv:>8} m TIV{deals}{estimated}"


def _name(held: Share) -> str:
    return state_name(held.partner) if len(held.partner) == len("MMR") else held.name


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def contacts_card(rows: Sequence[ToldEvent]) -> str:
    """Events with the words of each report, the newest first."""
    return "\n\n".join(map(_contact, rows)) or "no contacts"


def _contact(told: ToldEvent) -> str:
    event = told.event
    day = str(event.when) if event.when else "undated"
    modality = "" if event.modality == "asserted" else f" · {event.modality}"
    lines = [f"{day} · {cards.kind(event.event_type, event.mode)}{modality} · {sides(event)}"]
    for each in told.tellings:
        lines.append(cards.quote(each.quote, attributed_to=each.attributed_to))
        published = str(each.published) if each.published else "no date"
        source = " · ".join(part for part in (each.publisher or "unknown publisher", published, each.url) if part)
        lines.append(f"      {source}")
    where = f" · {event.where.name}" if event.where else ""
    count = f"{len(event.mentions)} mentions · {event.sources} sources · certainty {event.certainty:.2f}"
    return "\n".join([*lines, f"    {count}{where} · {event.id}"])


def votes_card(record: VotingRecord) -> str:
    """Votes with ballots, swings and agreement, then vetoes."""
    topic = f" on {record.topic}" if record.topic else ""
    lines = [f"How {record.name} voted{topic}", *map(_vote, record.votes)]
    if record.earlier:
        lines.append(f"  ({record.earlier} earlier votes on it; they count for the changes)")
    if record.partner:
        same, compared = record.agreement
        lines.append(f"  with {state_name(record.partner)}: the same in {same} of {compared} votes in which both voted")
    for veto in record.vetoes:
        who = ", ".join(map(state_name, veto.vetoing))
        lines.append(f"  {veto.day}  VETO    {veto.draft}, {veto.subject} (vetoed by {who})")
    return "\n".join(lines)


def _vote(vote: CountryVote) -> str:
    held = vote.resolution
    unknown = "absent" if vote.absent else "?" if held.recorded else "–"
    said = str(vote.ballot.vote).replace("_", " ") if vote.ballot else unknown
    swing = f"  [changed: {vote.swing}]" if vote.swing else ""
    other = f"  ({vote.other.country} {str(vote.other.vote).replace('_', ' ')})" if vote.other else ""
    differ = f"  but {vote.differ}" if vote.differ else ""
    return f"  {held.day}  {said:<10} {held.body} {held.symbol}, {held.title}: {tally(vote)}{other}{swing}{differ}"


def sanctions_card(answer: SanctionAnswer) -> str:
    """List by list, what waits for review, what the lists cannot tell."""
    known = f" ({answer.entity})" if answer.entity else ""
    lines = [f"{answer.who}{known} on {answer.status.day}: {str(answer.status.status).replace('_', ' ')}"]
    for each in answer.status.lists:
        lines.append(f"  {each.told}")
        lines += [f"    {d.name} · {d.key} · {', '.join(d.programmes)}" for d in each.designations]
    for match in answer.review:
        lines.append(f"  look at: {match.designation.name} ({match.designation.list_name}): {match.because.reason}")
    return "\n".join(lines)


def embargoes_card(answer: EmbargoAnswer) -> str:
    """Embargoes, those in force first."""
    lines = [f"Embargoes on {answer.name} on {answer.day}", *(_embargo(each) for each in answer.embargoes)]
    return "\n".join(lines)


def _embargo(held: Embargo) -> str:
    source = "; ".join(
        f"{each.provenance.source}, {each.provenance.vintage or each.provenance.retrieved or 'undated'}, "
        f"line {each.provenance.line}"
        for each in held.rows
    )
    lines = [f"  {str(held.status).replace('_', ' ').upper()} · {held.authority}: {held.title}", f"    {held.told}"]
    lines.append(textwrap.fill(held.coverage, cards.WIDTH, initial_indent="    ", subsequent_indent="    "))
    lines += [f"    {'; '.join(held.legal_basis)}", f"    [{source}]"]
    return "\n".join(line for line in lines if line.strip())


def timeline_card(moments: Sequence[Moment]) -> str:
    """One line for each entry, with its quote beneath."""
    return "\n".join(line for each in moments for line in _moment(each)) or "nothing dated"


def _moment(held: Moment) -> Iterator[str]:
    when = f"{held.when.earliest.year}" if str(held.when.precision) == "year" else str(held.when)
    flags = [
        held.modality if held.modality not in (None, "asserted") else None,
        "estimated" if held.estimated else None,
    ]
    told = "".join(f" [{flag}]" for flag in flags if flag)
    yield f"{when:<21}  {str(held.kind).replace('_', ' '):<19} {held.words}{told} ({held.source})"
    if held.quote:
        yield cards.quote(held.quote)
