"""The place of an event: the words that say where, or what follows from the report and the parties.

The sources, in this order: a place tied to the trigger by grammar; for utterances, the place of the speech or meeting
in the same sentence, then the dateline that opens it; the place of another mention of the same happening; for
utterances, the place of the speaker's visit or speech; the country that both sides share or that the kind of act
implies; for physical acts, the place of the nearest other one. Each says so in ``because``; the last have the weakest
scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import Annotations, Because, Document, EventMention, Evidence, Party, PlacePrecision, Where
from dateline.resolve.place_carry import SAID, dateline, from_parties, occasion, same_event, same_scene, same_speaker
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_phrases import place_phrases
from dateline.resolve.place_relations import Tie, tie
from dateline.resolve.place_words import capital_of
from dateline.resolve.places import Resolved, resolve_span
from dateline.vocab.places import country_of_url

#: A place tied less strongly than this says nothing about the event.
TIED = 0.35
#: What "from X" adds to a tie by type: one withdraws from there, but one is not attacked there.
_FROM = {"ASSAULT": -0.35, "RETREAT": 0.2, "SANCTION": 0.1, "AID": -0.15, "CONSULT": -0.3}


@dataclass(frozen=True, slots=True)
class _Candidate:
    evidence: Evidence
    tie: Tie
    resolved: Resolved

    @property
    def rank(self) -> tuple[float, int]:
        place = self.resolved.place
        fine = 0.0 if place is None else 0.05 * (place.precision is not PlacePrecision.COUNTRY)
        return self.tie.strength + fine, -self.evidence.start


def attach_where(
    document: Document,
    annotations: Annotations,
    mention: EventMention,
    places: PlaceDocument | None = None,
    others: Iterable[EventMention] = (),
) -> Where | None:
    """The place of an event mention, or None when nothing tells it.

    Args:
        document: The report.
        annotations: Its tokens with a dependency parse.
        mention: The mention; its ``where`` is not looked at.
        places: The document's places, when they have been read already.
        others: Mentions of the same document whose ``where`` is known, for places told once and meant again.
    """
    places = places or PlaceDocument(document.text, annotations=annotations)
    told = tuple(others)
    return (
        _tied(annotations, mention, places)
        or occasion(annotations, mention, places)
        or dateline(annotations, mention, places)
        or same_event(mention, told)
        or same_speaker(mention, told)
        or from_parties(mention)
        or same_scene(mention, told)
    )


def places_of(document: Document, annotations: Annotations, mentions: Iterable[EventMention]) -> PlaceDocument:
    """The places of a document, its parties' countries and its publisher's being context."""
    countries = {
        party.country for mention in mentions for party in (*mention.actors, *mention.recipients) if party.country
    }
    publisher = country_of_url(document.url) if document.url else None
    return PlaceDocument(document.text, annotations=annotations, countries=sorted(countries), publisher=publisher)


def attach_places(
    document: Document,
    annotations: Annotations,
    mentions: Iterable[EventMention],
    places: PlaceDocument | None = None,
) -> tuple[EventMention, ...]:
    """The mentions of one document with their places; run it when the parties have their countries.

    A ``where`` that has a place is kept; one that has only words is resolved; all others are attached, those without
    words of their own in the light of the rest.
    """
    given = tuple(mentions)
    if not given:
        return ()
    places = places or places_of(document, annotations, given)
    first = tuple(_first(document, annotations, mention, places) for mention in given)
    return tuple(
        mention
        if mention.where is not None and mention.where.place is not None and mention.where.evidence is not None
        else replace(mention, where=attach_where(document, annotations, mention, places, first) or mention.where)
        for mention in first
    )


def _first(document: Document, annotations: Annotations, mention: EventMention, places: PlaceDocument) -> EventMention:
    where = mention.where
    if where is not None and where.evidence is not None and where.place is None:
        resolved = resolve_span(places, where.evidence)
        where = replace(where, place=resolved.place, because=(*where.because, *resolved.because))
    if where is None or where.place is None:
        where = attach_where(document, annotations, mention, places) or where
    return replace(mention, where=where)


def _tied(annotations: Annotations, mention: EventMention, places: PlaceDocument) -> Where | None:
    sentence = annotations.sentences[mention.sentence]
    tokens = annotations.tokens[sentence.first : sentence.last]
    usable = []
    for evidence in place_phrases(places, sentence.start, sentence.end):
        found = tie(annotations.tokens, tokens, evidence, mention.trigger)
        if found.strength < TIED:
            continue
        resolved = resolve_span(places, evidence)
        found = _adjusted(found, evidence, resolved, mention)
        if resolved.place is not None and found.strength >= TIED:
            usable.append(_Candidate(evidence, found, resolved))
    if not usable:
        return None
    best = max(usable, key=lambda each: each.rank)
    reason = f"{best.evidence.text!r} is tied to {mention.trigger.text!r} ({best.tie.how}, {best.tie.strength:.2f})"
    because = Because(step="resolve.where", reason=reason, rule="grammar", score=round(min(best.tie.strength, 1.0), 2))
    return Where(evidence=best.evidence, place=best.resolved.place, because=(because, *best.resolved.because))


def _adjusted(found: Tie, words: Evidence, resolved: Resolved, mention: EventMention) -> Tie:
    """The tie in the light of who acts and what sort of act it is."""
    strength, place = found.strength, resolved.place
    national = place is not None and place.precision is PlacePrecision.COUNTRY
    if found.how == "modifier" and (national or capital_of(words.text) is not None):
        strength = 0.0
    elif found.qualifies and national:
        strength *= 0.55
    if place is not None and place.country is None and place.precision is PlacePrecision.REGION:
        strength -= 0.35
    if found.how == "from":
        strength += _FROM.get(mention.event_type, 0.0)
    if found.nested and mention.event_type in SAID - {"AGREE"}:  # what is agreed or planned has its own place
        strength -= 0.7
    acting = found.how == "subject" or (national and found.how in {"modifier", "object"})
    if acting and _is_party(words, mention.actors):
        strength -= 0.5
    if _is_party(words, mention.recipients) and mention.event_type in SAID:
        strength -= 0.4
    return replace(found, strength=strength)


def _is_party(place: Evidence, parties: Sequence[Party]) -> bool:
    return any(
        party.evidence is not None and party.evidence.start <= place.start and place.end <= party.evidence.end
        for party in parties
    )
