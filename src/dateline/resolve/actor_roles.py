"""Dated roles: who held an office on a day, and which sector a person had on it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from dateline.model import Because
from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_phrases import Phrase
from dateline.resolve.actor_reading import STEP, Reading, reading
from dateline.vocab.actor_records import Actor, Holds, Role
from dateline.vocab.actors import Catalogue
from dateline.vocab.fold import key
from dateline.vocab.offices import Office, is_deputy_word, is_past_word, offices_named, sector_of_office
from dateline.vocab.phrase_index import Match
from dateline.vocab.territories import territories

_NEVER = frozenset({"spokesperson", "senator", "representative", "member of parliament", "special envoy", "governor"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "IGO", "JUD", "COP"})
#: A role that ended less than so long ago still counts: events date its end ("was killed", "was ousted").
_GRACE = dt.timedelta(days=14)
_CERTAIN = {Holds.YES: 0.85, Holds.MAYBE: 0.6}


class RoleTable:
    """All dated roles of a catalogue by office and owner."""

    def __init__(self, known: Catalogue) -> None:
        table: dict[tuple[str, str], list[tuple[Actor, Role]]] = defaultdict(list)
        for actor in known.actors.values():
            for role in actor.roles:
                owner = role.country or role.body or ""
                for name in office_names(role):
                    table[name, owner].append((actor, role))
        self._table: Mapping[tuple[str, str], list[tuple[Actor, Role]]] = table

    def holder(self, office: str, owner: str, day: dt.date) -> tuple[Actor, Role, Holds] | None:
        """The one who held an office of a country (ISO3) or body (canonical id) on a day; None if none or several.

        On the day of a handover the one who takes over counts, with MAYBE.
        """
        held = [
            (actor, role, holds)
            for actor, role in self._table.get((office, owner), ())
            if (holds := role.tenure.holds(day)) is not Holds.NO
        ]
        for sure in (Holds.YES, Holds.MAYBE):
            found = [each for each in held if each[2] is sure]
            if len({actor.canonical_id for actor, _, _ in found}) == 1:
                return found[0]
            taking = [each for each in found if each[1].tenure.start and each[1].tenure.start.earliest == day]
            if len(taking) == 1:
                return (taking[0][0], taking[0][1], Holds.MAYBE)
            if found:
                return None
        return None


def office_names(role: Role) -> set[str]:
    """The names under which a role is looked up: its own, and those of ``offices.toml`` that its words mean."""
    meant = {key(role.office)}
    for office in offices_named(role.office):
        if office.of_body == (role.body is not None) and office.fits(role.country):
            meant.add(key(office.name))
    return meant


def read_role(phrase: Phrase, context: DocumentContext, table: RoleTable, day: dt.date | None) -> Reading | None:
    """Read "the Russian foreign minister", "Myanmar's ambassador to the UN", "the NATO chief" as its holder.

    Returns:
        The holder on the day, or None where the phrase names no office, no owner, or the data no single holder.
    """
    if day is None or not phrase.definite:
        return None
    for match in phrase.offices:
        if match.last != phrase.pre or _is_qualified(phrase, match):
            continue
        for owner, told in _owners(phrase, match, context):
            for office in _meant(phrase, match, owner):
                found = table.holder(office, owner, day)
                if found is not None:
                    return _holder_reading(found, told, day)
    return _leader(phrase, context, table, day)


def read_office_in_document(
    phrase: Phrase, context: DocumentContext, known: Catalogue, day: dt.date | None, offset: int | None
) -> Reading | None:
    """Read a bare "the president" as the one whom the report names and who held the office on the day.

    Of several the one named last before the party counts.
    """
    offices = [match for match in phrase.offices if (match.first, match.last) == (0, len(phrase.found))]
    if day is None or not phrase.definite or not offices:
        return None
    meant = {key(office.name) for office in offices[0].values if office.name not in _NEVER and not office.of_body}
    for each in context.last_named(offset):
        actor = known.actors[each]
        for role, holds in actor.roles_on(day):
            if role.body is None and holds is Holds.YES and meant & office_names(role):
                reason = f"{phrase.text!r}: {actor.entity.name}, whom the report names, was {role.office} on {day}"
                return actor_reading(actor, day, reason=reason, rule="office-in-document", score=0.8)
    return None


def actor_reading(
    actor: Actor, day: dt.date | None, *, reason: str, rule: str, score: float, past: bool = False
) -> Reading:
    """A known actor with the sector of the role held, or of the phase it was in, on the day.

    Args:
        actor: The person or body.
        day: Day of the event; without it the actor's own sector counts.
        reason: Why it is this actor.
        rule: Name of the rule.
        score: How certain.
        past: The words say that the office is not held any more ("former").
    """
    own = actor.entity
    told = reading(own.name, own.canonical_id, own.country, own.sector, reason=reason, rule=rule, score=score)
    if actor.phases and day is not None:
        return _as(told, actor.sector_on(day), f"its phase on {day}")
    if past:
        return _as(told, "CVL", "the words say that the office is not held any more")
    if not actor.roles:
        return told
    if day is None:
        offices = [sector_of_office(role.office) for role in actor.roles if role.body is None]
        return replace(told, sector="GOV") if "GOV" in offices else told
    held = sorted(actor.roles_on(day), key=lambda each: each[1] is not Holds.YES)
    if not held:
        held = sorted(actor.roles_on(day - _GRACE), key=lambda each: each[1] is not Holds.YES)
    if not held:
        return _as(told, _sector_out_of_office(actor, day), f"no role is known to be held on {day}")
    role, holds = held[0]
    sector = own.sector if role.body else sector_of_office(role.office) or own.sector
    told = _as(told, sector, f"held {role.office} ({role.tenure}) on {day}")
    country = own.country or (None if sector == "IGO" else role.country)
    told = replace(told, country=role.country or country if sector != "IGO" else country)
    if role.contested_by is not None and role.contested_since is not None and day >= role.contested_since:
        dispute = f"{role.office} is contested by {role.contested_by} since {role.contested_since}: {role.note}"
        told = told.because(dispute, "contested", 0.9)
    return told if holds is Holds.YES else replace(told, score=min(told.score, 0.8))


def _sector_out_of_office(actor: Actor, day: dt.date) -> str | None:
    """A former official is a civilian; whoever held no office yet has the own sector."""
    starts = [role.tenure.start.earliest for role in actor.roles if role.tenure.start]
    former = bool(starts) and day > min(starts)
    return "CVL" if former and actor.entity.sector in _OFFICIAL else actor.entity.sector


def _as(told: Reading, sector: str | None, why: str) -> Reading:
    because = Because(step=STEP, reason=f"sector {sector}: {why}", rule="role-on-date")
    return replace(told, sector=sector, reasons=(*told.reasons, because))


def _holder_reading(found: tuple[Actor, Role, Holds], told: str, day: dt.date) -> Reading:
    actor, role, holds = found
    likely = "" if holds is Holds.YES else ", as far as the data tell"
    return actor_reading(
        actor,
        day,
        reason=f"{actor.entity.name} was {role.office} of {told} ({role.tenure}) on {day}{likely}",
        rule="dated-role",
        score=_CERTAIN[holds],
    )


def _is_qualified(phrase: Phrase, match: Match[Office]) -> bool:
    """Whether the office is another one ("deputy …") or not held now ("former …", "… -elect")."""
    before = [word.folded for word in phrase.found[max(0, match.first - 3) : match.first]]
    after = phrase.found[match.last].folded if match.last < len(phrase.found) else ""
    return any(is_deputy_word(word) or is_past_word(word) for word in before) or after in {"elect", "designate"}


def _owners(phrase: Phrase, match: Match[Office], context: DocumentContext) -> list[tuple[str, str]]:
    """Countries and bodies that the office may be one of, with the words for them, nearest first."""
    owners = [
        (alias.values[0], phrase.text[alias.start : alias.end])
        for alias in phrase.aliases
        if not match.start <= alias.start < match.end and alias.values[0].startswith("body/")
    ]
    for mention in phrase.states:
        if not mention.relation and not match.start <= mention.start < match.end:
            country = context.country_of(mention, phrase.text)
            if country:
                owners.append((country, phrase.text[mention.start : mention.end]))
    return owners


def _meant(phrase: Phrase, match: Match[Office], owner: str) -> list[str]:
    """The names under which the office is looked up; of a body first by the very words ("president", not any head)."""
    if not owner.startswith("body/"):
        return [
            key(each.name) for each in match.values if not each.of_body and each.name not in _NEVER and each.fits(owner)
        ]
    told = key(phrase.text[match.start : match.end])
    offices = sorted(match.values, key=lambda each: not each.of_body)
    return list(dict.fromkeys(name for name in (told, *[key(each.name) for each in offices]) if name not in _NEVER))


def _leader(phrase: Phrase, context: DocumentContext, table: RoleTable, day: dt.date) -> Reading | None:
    """Read "the Hungarian leader" as the holder of the office that leads that state."""
    heads = [match for match in phrase.agents if match.values[0].noun == "leader" and match.last == phrase.pre]
    if not heads or any(is_past_word(word.folded) for word in phrase.found[: phrase.pre]):
        return None
    before = phrase.found[heads[0].first - 1].folded if heads[0].first else ""
    for mention in phrase.states:
        country = context.country_of(mention, phrase.text) or ""
        adjacent = mention.end >= heads[0].start - 3 or mention.start > heads[0].end
        if mention.relation or country not in territories() or not adjacent or before in {"opposition", "rebel"}:
            continue
        found = table.holder(key(territories()[country].leader), country, day)
        if found is not None:
            return _holder_reading(found, territories()[country].name, day)
    return None
