"""Places that are told elsewhere than at the trigger: by the occasion, the dateline, another mention, the parties."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Annotations, Because, EventMention, Evidence, Place, Where
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_party import country_of_parties
from dateline.resolve.place_phrases import place_phrases
from dateline.resolve.place_relations import occasion_of
from dateline.resolve.places import place_of, resolve_span
from dateline.vocab.placenames import fold
from dateline.vocab.places import country_entries

#: Types that are utterances: a place named inside what is talked about is not where they are made.
SAID = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "CONCEDE", "AGREE", "SANCTION"})
#: Rules whose place holds for all that the same speaker says in the report.
_OCCASIONS = frozenset({"occasion", "dateline"})
#: Physical acts, of which a report tells several in one place; and how many sentences apart they may be told.
_PHYSICAL, _SCENE = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "AID"}), 4
#: A sentence that starts this many characters after the dateline is still the one that it opens ("(Reuters) -").
_LINE_GAP = 25


def occasion(annotations: Annotations, mention: EventMention, places: PlaceDocument) -> Where | None:
    """For utterances: "said at a news conference in Tokyo", "speaking in the Rose Garden"."""
    if mention.event_type not in SAID:
        return None
    sentence = annotations.sentences[mention.sentence]
    tokens = annotations.tokens[sentence.first : sentence.last]
    for evidence in place_phrases(places, sentence.start, sentence.end):
        word = occasion_of(annotations.tokens, tokens, evidence)
        resolved = resolve_span(places, evidence) if word else None
        if resolved is not None and resolved.place is not None:
            reason = f"{mention.trigger.text!r} is said at the occasion {word!r}, which {evidence.text!r} places"
            return _where(evidence, resolved.place, reason, "occasion", 0.6, resolved.because)
    return None


def dateline(annotations: Annotations, mention: EventMention, places: PlaceDocument) -> Where | None:
    """For utterances told in the sentence that the dateline opens: the dateline's place."""
    line = annotations.dateline
    if line is None or mention.event_type not in SAID:
        return None
    sentence = annotations.sentences[mention.sentence]
    named = places.inner(line.start, line.end)
    if not named or sentence.end <= line.start or sentence.start - line.end > _LINE_GAP:
        return None
    resolved = resolve_span(places, named[0])
    if resolved.place is None:
        return None
    reason = f"the dateline {named[0].text!r} opens the sentence"
    return _where(named[0], resolved.place, reason, "dateline", 0.4, resolved.because)


def same_event(mention: EventMention, others: Sequence[EventMention]) -> Where | None:
    """The place that another mention of the same happening tells."""
    for other in others:
        where = other.where
        if other.event_key != mention.event_key or other.id == mention.id or where is None:
            continue
        if where.evidence is not None and where.place is not None:
            reason = f"another mention of the same happening says {where.evidence.text!r}"
            return _where(None, where.place, reason, "same event", 0.6)
    return None


def same_speaker(mention: EventMention, others: Sequence[EventMention]) -> Where | None:
    """For utterances: where the same speaker is told to speak or to be on a visit."""
    if mention.event_type not in SAID:
        return None
    speakers = {fold(party.name) for party in mention.actors if party.name}
    for other in others:
        where = other.where
        if where is None or where.evidence is None or where.place is None or other.id == mention.id:
            continue
        visit = other.event_type == "CONSULT" and where.because[0].rule == "grammar"
        if not (visit or where.because[0].rule in _OCCASIONS):
            continue
        if speakers & {fold(party.name) for party in other.actors if party.name}:
            reason = f"the same speaker is told to be there: {other.trigger.text!r}, {where.evidence.text!r}"
            return _where(None, where.place, reason, "same speaker", 0.35)
    return None


def same_scene(mention: EventMention, others: Sequence[EventMention]) -> Where | None:
    """For physical acts: where the nearest other physical act of the report is told to happen."""
    if mention.event_type not in _PHYSICAL:
        return None
    best: tuple[int, EventMention, Where] | None = None
    for other in others:
        where, gap = other.where, abs(other.sentence - mention.sentence)
        if where is None or where.evidence is None or where.place is None or other.id == mention.id:
            continue
        if other.event_type in _PHYSICAL and gap <= _SCENE and (best is None or gap < best[0]):
            best = (gap, other, where)
    if best is None or best[2].place is None:
        return None
    reason = f"nothing says where; {best[1].trigger.text!r}, told close by, happens there"
    return _where(None, best[2].place, reason, "same scene", 0.35)


def from_parties(mention: EventMention) -> Where | None:
    """The country that the parties imply."""
    found = country_of_parties(mention)
    entry = country_entries().get(found.country) if found else None
    if found is None or entry is None:
        return None
    return _where(None, place_of(entry), f"nothing says where; {found.reason}: {entry.name}", found.rule, 0.3)


def _where(
    evidence: Evidence | None, place: Place, reason: str, rule: str, score: float, more: tuple[Because, ...] = ()
) -> Where:
    because = Because(step="resolve.where", reason=reason, rule=rule, score=score)
    return Where(evidence=evidence, place=place, because=(because, *more))
