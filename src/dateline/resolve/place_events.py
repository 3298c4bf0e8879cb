"""The place of an event: the words that say where, or what follows from the report and the parties.

Rules give each mention a place, in this order: the coder's words; a place tied to the trigger by grammar; for
utterances the occasion or the dateline that opens the sentence; another mention of the same happening; the speaker's
visit or speech; the country that the sides imply; for physical acts the place of the nearest other one. Then a learned
ranking (:mod:`.place_ranking`) chooses for each among all places of the sentence, those of the report's other mentions
and the countries of its sides, what the rules gave being one voice, or leaves the place open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import Annotations, Because, Document, EventMention, Evidence, PlacePrecision, Where
from dateline.resolve.place_carry import dateline, from_parties, occasion, same_event, same_scene, same_speaker
from dateline.resolve.place_choices import PlaceChoices
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_phrases import place_phrases
from dateline.resolve.place_ranking import best_place
from dateline.resolve.place_relations import Tie, tie
from dateline.resolve.place_ties import TIED, adjusted
from dateline.resolve.places import Resolved, resolve_span
from dateline.vocab.places import country_of_url


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


def attach_where(document: Document, annotations: Annotations, mention: EventMention) -> Where | None:
    """The place of one event mention seen alone, or None when nothing tells it."""
    return attach_places(document, annotations, (mention,))[0].where


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

    A place that a mention has is kept; words that a coder chose are resolved and are one choice among others.
    """
    given = tuple(mentions)
    if not given:
        return ()
    places = places or places_of(document, annotations, given)
    choices = choices_of(annotations, given, places)
    return tuple(
        mention if _has_place(mention) else replace(mention, where=best_place(choices.of(i)))
        for i, mention in enumerate(given)
    )


def choices_of(annotations: Annotations, mentions: Sequence[EventMention], places: PlaceDocument) -> PlaceChoices:
    """The places where the mentions may have happened, what rules give among them."""
    first = tuple(_first(annotations, mention, places) for mention in mentions)
    ruled = tuple(
        mention
        if mention.where is not None and mention.where.place is not None and mention.where.evidence is not None
        else replace(mention, where=_ruled(annotations, mention, places, first) or mention.where)
        for mention in first
    )
    return PlaceChoices(annotations, places, first, ruled)


def _has_place(mention: EventMention) -> bool:
    return mention.where is not None and mention.where.place is not None


def _first(annotations: Annotations, mention: EventMention, places: PlaceDocument) -> EventMention:
    where = mention.where
    if where is not None and where.evidence is not None and where.place is None:
        resolved = resolve_span(places, where.evidence)
        where = replace(where, place=resolved.place, because=(*where.because, *resolved.because))
    if where is None or where.place is None:
        where = _ruled(annotations, mention, places) or where
    return replace(mention, where=where)


def _ruled(
    annotations: Annotations, mention: EventMention, places: PlaceDocument, others: Sequence[EventMention] = ()
) -> Where | None:
    """The place by rules; ``others`` are mentions of the same document whose places are known."""
    return (
        _tied(annotations, mention, places)
        or occasion(annotations, mention, places)
        or dateline(annotations, mention, places)
        or same_event(mention, others)
        or same_speaker(mention, others)
        or from_parties(mention)
        or same_scene(mention, others)
    )


def _tied(annotations: Annotations, mention: EventMention, places: PlaceDocument) -> Where | None:
    sentence = annotations.sentences[mention.sentence]
    tokens = annotations.tokens[sentence.first : sentence.last]
    usable = []
    for evidence in place_phrases(places, sentence.start, sentence.end):
        found = tie(annotations.tokens, tokens, evidence, mention.trigger)
        if found.strength < TIED:
            continue
        resolved = resolve_span(places, evidence)
        found = adjusted(found, evidence, resolved.place, mention)
        if resolved.place is not None and found.strength >= TIED:
            usable.append(_Candidate(evidence, found, resolved))
    if not usable:
        return None
    best = max(usable, key=lambda each: each.rank)
    reason = f"{best.evidence.text!r} is tied to {mention.trigger.text!r} ({best.tie.how}, {best.tie.strength:.2f})"
    because = Because(step="resolve.where", reason=reason, rule="grammar", score=round(min(best.tie.strength, 1.0), 2))
    return Where(evidence=best.evidence, place=best.resolved.place, because=(because, *best.resolved.because))
