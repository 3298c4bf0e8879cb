"""Names that no data know: a similar known name, or a new entity with what the document says about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model import Because, Party
from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_groups import read_group, read_place
from dateline.resolve.actor_names import in_full, read_known
from dateline.resolve.actor_phrases import Phrase, is_name_like, parse
from dateline.resolve.actor_reading import STEP, Reading, reading
from dateline.resolve.actor_roles import actor_reading
from dateline.resolve.actor_search import Candidate, SimilarNames
from dateline.resolve.actor_similarity import ACCEPT
from dateline.vocab.actors import Catalogue
from dateline.vocab.fold import slug

_BEFORE = 70
_BEHIND = 90
_AT_MOST = 6
_BREAK = re.compile(r"[.;:!?\n\"“”()]|, |\s[-–—]{1,2}\s")
_ABBREVIATED = re.compile(
    r"\b(Rep|Sen|Gen|Gov|Lt|Col|Maj|Sgt|Capt|Cpl|Adm|Brig|Cmdr|Dr|Mr|Mrs|Ms|Prof|St|U\.S|U\.N|U\.K|[A-Z])\."
)
_VERB_LIKE = re.compile(r"\b(?:said|says|told|met|and|but|when|after|that|with|to|by|as|was|is|were|are|has|had)\b")
_NO_APPOSITION = re.compile(r"(?:who|which|whose|and|but|said|a \d|\d)")
_PLACING = frozenset({"of", "in", "from", "at", "near"})


def read_similar(
    name: str, phrase: Phrase, context: DocumentContext, known: Catalogue, similar: SimilarNames, day: dt.date | None
) -> tuple[Reading | None, Candidate | None]:
    """The known actor whose name is misspelt or transcribed otherwise, and the best candidate in any case.

    A nationality in the words that is not the candidate's keeps the two apart.
    """
    candidate = similar.best(name)
    if candidate is None or candidate.score < ACCEPT:
        return None, candidate
    actor = known.actors[candidate.canonical_id]
    told = [context.country_of(each, phrase.text) for each in phrase.states if not each.relation]
    if told and actor.entity.country is not None and actor.entity.country not in told:
        return None, candidate
    reason = f"{name!r} is similar to {actor.entity.name!r} ({candidate.reason})"
    return actor_reading(actor, day, reason=reason, rule="similar-name", score=candidate.score), candidate


def read_misspelt_body(phrase: Phrase, known: Catalogue, similar: SimilarNames, day: dt.date | None) -> Reading | None:
    """A body whose name of three words or more, taken as a whole, is misspelt ("Kachin Independance Army")."""
    if phrase.pre != len(phrase.found) or len(phrase.found) < 3 or not is_name_like(phrase.text):
        return None
    candidate = similar.best(phrase.text)
    if candidate is None or candidate.score < ACCEPT or not candidate.canonical_id.startswith("body/"):
        return None
    actor = known.actors[candidate.canonical_id]
    reason = f"{phrase.text!r} is similar to {actor.entity.name!r} ({candidate.reason})"
    return actor_reading(actor, day, reason=reason, rule="similar-name", score=candidate.score)


def read_described(
    name: str, title: str, phrase: Phrase, party: Party, context: DocumentContext, known: Catalogue, day: dt.date | None
) -> Reading | None:
    """A new entity: country and sector from the title of an unknown name, here or anywhere in the document."""
    first: Reading | None = None
    for words in _descriptions(name, title, phrase, party, context):
        inner = parse(words, known) if words.strip() else None
        if inner is None or not inner.found or inner.is_pronoun:
            continue
        found = (
            read_group(inner, context, known, day, None) or read_place(inner, context) or _of_body(inner, known, day)
        )
        if found is None:
            continue
        told = replace(found, name=name, canonical_id=f"unknown/{slug(name)}")
        told = told.because(f"{name!r} is not known; the report calls it {words!r}", "described-name", 0.8)
        if told.country is not None:
            return told
        first = first or told
    return first


def _of_body(phrase: Phrase, known: Catalogue, day: dt.date | None) -> Reading | None:
    """A description that names a body without an agent noun ("Example TV producer")."""
    for alias in phrase.aliases:
        if alias.values[0].startswith("body/"):
            told = phrase.text[alias.start : alias.end]
            reason = f"{told!r} is the body of the description"
            return actor_reading(known.actors[alias.values[0]], day, reason=reason, rule="of-known-actor", score=0.8)
    return None


def review(found: Reading, candidate: Candidate, known: Catalogue) -> Reading:
    """The same reading with the similar name that was not close enough."""
    other = known.actors[candidate.canonical_id].entity.name
    reason = f"may be {other!r}, kept apart below {ACCEPT} ({candidate.reason})"
    because = Because(step=STEP, reason=reason, rule="review", score=candidate.score)
    return replace(found, reasons=(*found.reasons, because))


def read_apposed(phrase: Phrase, context: DocumentContext, known: Catalogue, day: dt.date | None) -> Reading | None:
    """An unknown name by what stands behind its comma ("Kim Kang Il, a vice minister of …")."""
    inner = parse(phrase.apposition, known) if phrase.apposition else None
    if inner is None or not inner.found or inner.is_pronoun:
        return None
    found = read_known(inner, context, known, day) or read_group(inner, context, known, day, None)
    return replace(found, name=phrase.told, canonical_id=f"unknown/{slug(phrase.text)}") if found else None


def read_unknown(phrase: Phrase, context: DocumentContext, known: Catalogue, day: dt.date | None) -> Reading:
    """A new entity; its country only where a known actor stands before it or a place behind it.

    What belongs to a known body and does not act itself ("IS targets") stands for the body.
    """
    owner = next((each for each in phrase.aliases if each.last < phrase.pre), None)
    if owner is not None and owner.values[0].startswith(("body/", "person/")):
        told = phrase.text[owner.start : owner.end]
        actor = known.actors[owner.values[0]]
        reason = f"{phrase.text!r} belongs to {actor.entity.name} ({told!r})"
        found = actor_reading(actor, day, reason=reason, rule="of-known-actor", score=0.7)
        if actor.canonical_id.startswith("body/"):
            return replace(found, name=in_full(phrase.told, told, actor))
        return replace(found, name=phrase.told, canonical_id=f"unknown/{slug(phrase.text)}", sector="UNK")
    behind = parse(phrase.complement, known) if phrase.preposition in _PLACING and phrase.complement else None
    placed = None
    if behind is not None and behind.found:
        placed = read_known(behind, context, known, day) or read_place(behind, context)
    return reading(
        phrase.told,
        f"unknown/{slug(phrase.text)}",
        placed.country if placed else None,
        "UNK",
        reason=f"{phrase.text!r} is neither a known name nor a noun that acts",
        rule="unknown",
        score=0.5 if placed else 0.3,
    )


def name_part(phrase: Phrase) -> tuple[str, str]:
    """The proper name that ends a phrase's head, and the title before it: "Deputy Minister", "Alexander Fomin"."""
    start = max((last for last in _ends(phrase) if last <= phrase.pre), default=0)
    while start < phrase.pre and not phrase.text[phrase.found[start].start].isupper():
        start += 1
    if start >= phrase.pre:
        return "", ""
    at = phrase.found[start].start
    name = phrase.text[at : phrase.pre_end]
    return (name, phrase.text[:at]) if is_name_like(name) else ("", "")


def _ends(phrase: Phrase) -> Iterator[int]:
    for agent in phrase.agents:
        yield agent.last
    for office in phrase.offices:
        yield office.last
    for mention in phrase.states:
        yield sum(word.end <= mention.end for word in phrase.found)


def _descriptions(name: str, title: str, phrase: Phrase, party: Party, context: DocumentContext) -> Iterator[str]:
    yield title
    if party.evidence is not None and party.evidence.text != phrase.told:
        yield party.evidence.text
    yield phrase.apposition
    for seen in context.annotations.names:
        if seen.title and name in seen.evidence.text:
            yield seen.title
    yield from _in_text(name, context.document.text)


def _in_text(name: str, text: str) -> Iterator[str]:
    """The words before a name and the apposition behind it, wherever it stands.

    For "Austrian Interior Minister Johanna Mikl" it yields "Austrian Interior Minister"; for "Lu Kang, a spokesman
    for China's foreign ministry, said" it yields "a spokesman for China's foreign ministry".
    """
    for found, _ in zip(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text), range(_AT_MOST), strict=False):
        before = _ABBREVIATED.sub(r"\1", text[max(0, found.start() - _BEFORE) : found.start()])
        before = _BREAK.split(before)[-1].strip()
        before = _VERB_LIKE.split(before)[-1].strip()
        if before:
            yield before
        behind = text[found.end() : found.end() + _BEHIND]
        if behind.startswith((", ", " (")):
            apposition = re.split(r"[,.;:)\n]", behind[2:], maxsplit=1)[0].strip()
            if apposition and not _NO_APPOSITION.match(apposition):
                yield apposition
