"""Who a party is: canonical name and id, country and sector, with the values that made them.

Order: exact known name, dated role, described group, similar name, unknown. The name that the coder gives is tried
first, then the words in the sentence; what the document says about an unknown name elsewhere gives country and sector.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial

from dateline.model import Annotations, Document, ImpreciseDate, Party
from dateline.resolve.actor_context import DocumentContext
from dateline.resolve.actor_groups import read_group, read_place, read_several, read_sibling
from dateline.resolve.actor_names import read_body_in_document, read_known
from dateline.resolve.actor_phrases import Phrase, parse
from dateline.resolve.actor_reading import Reading, reading
from dateline.resolve.actor_roles import RoleTable, read_office_in_document, read_role
from dateline.resolve.actor_search import SimilarNames
from dateline.resolve.actor_surnames import Surnames
from dateline.resolve.actor_unknown import (
    name_part,
    read_apposed,
    read_described,
    read_misspelt_body,
    read_similar,
    read_unknown,
    review,
)
from dateline.vocab.actors import OVERLAY, Catalogue, load_catalogue
from dateline.vocab.territories import territories

#: From this certainty on a reading of the name is not held against the words in the sentence.
_ENOUGH = 0.7
_PHRASES = 20_000
"""So many different words for parties are taken apart once only."""
_OURS = frozenset({"we", "us", "our", "ours"})
_MINE = frozenset({"i", "me", "my", "mine"})
_IDENTIFIES = frozenset({"alias", "state", "metonym", "dated-role", "similar-name", "surname-in-document"})


class ActorResolver:
    """Resolves the parties of events.

    Args:
        overlay: Path of a TOML file with own actors; without it the one that ``DATELINE_ACTORS`` names.

    Raises:
        VocabularyError: the overlay does not hold together.
    """

    def __init__(self, overlay: str | None = None) -> None:
        self._known, self._roles, self._similar, self._surnames = _tools(overlay or os.environ.get(OVERLAY) or None)
        self._parse = lru_cache(maxsize=_PHRASES)(partial(parse, known=self._known))
        self._context: DocumentContext | None = None

    def resolve(
        self, document: Document, annotations: Annotations, party: Party, when: ImpreciseDate | None = None
    ) -> Party:
        """The party with canonical name, id, country and sector.

        Args:
            document: The report.
            annotations: Its annotations.
            party: Evidence words, and the fullest name that the document gives for them.
            when: Date of the event; roles are those of its middle day, else of the day of publication.

        Returns:
            The same party resolved; ``because`` gains the reasons (step ``resolve.actor``).
        """
        context = self._context_of(document, annotations)
        day = _day(when) or document.published
        found = _best([self._read(told, party, context, day) for told in _told(party)]) or _pointing(party, context)
        return replace(
            party,
            name=found.name,
            canonical_id=found.canonical_id,
            country=found.country,
            sector=found.sector,
            because=(*party.because, *found.reasons),
        )

    def _context_of(self, document: Document, annotations: Annotations) -> DocumentContext:
        known = self._context
        if known is None or known.document is not document or known.annotations is not annotations:
            known = self._context = DocumentContext(document, annotations, self._known)
        return known

    def _read(self, told: str, party: Party, context: DocumentContext, day: dt.date | None) -> Reading | None:
        phrase = self._parse(told)
        if not phrase.found or phrase.is_pronoun:
            return None
        offset = party.evidence.start if party.evidence else None
        return (
            read_several(phrase, context)
            or read_known(phrase, context, self._known, day)
            or self._bracketed(phrase, context, day)
            or read_sibling(phrase, context)
            or read_role(phrase, context, self._roles, day)
            or read_office_in_document(phrase, context, self._known, day, offset)
            or read_body_in_document(phrase, context, self._known, day, offset)
            or read_misspelt_body(phrase, self._known, self._similar, day)
            or self._named(phrase, party, context, day)
            or read_group(phrase, context, self._known, day, offset)
            or read_place(phrase, context)
            or read_apposed(phrase, context, self._known, day)
            or self._unknown(phrase, context, day)
        )

    def _bracketed(self, phrase: Phrase, context: DocumentContext, day: dt.date | None) -> Reading | None:
        inner = self._parse(phrase.bracket) if phrase.bracket else None
        return read_known(inner, context, self._known, day) if inner and inner.found else None

    def _named(self, phrase: Phrase, party: Party, context: DocumentContext, day: dt.date | None) -> Reading | None:
        """A phrase that ends in a proper name which is no known alias: surname, similar name, or a new entity."""
        name, title = name_part(phrase)
        if not name:
            return None
        titles = [title, party.evidence.text] if party.evidence else [title]
        found = self._surnames.read(name, titles, context, day)
        if found is not None:
            return found
        found, candidate = read_similar(name, phrase, context, self._known, self._similar, day)
        if found is not None:
            return found
        found = read_described(name, title, phrase, party, context, self._known, day)
        return review(found, candidate, self._known) if found and candidate else found

    def _unknown(self, phrase: Phrase, context: DocumentContext, day: dt.date | None) -> Reading:
        found = read_unknown(phrase, context, self._known, day)
        candidate = self._similar.best(name_part(phrase)[0])
        return review(found, candidate, self._known) if candidate else found


@cache
def _tools(overlay: str | None) -> tuple[Catalogue, RoleTable, SimilarNames, Surnames]:
    known = load_catalogue(overlay)
    return known, RoleTable(known), SimilarNames(known), Surnames(known)


def _told(party: Party) -> Iterator[str]:
    yield party.name
    if party.evidence is not None and party.evidence.text != party.name:
        yield party.evidence.text


def _best(readings: list[Reading | None]) -> Reading | None:
    """The first reading that is certain enough, else the most telling; the first name stays unless one identifies."""
    found = [each for each in readings if each is not None]
    if not found:
        return None
    best = next((each for each in found if each.score >= _ENOUGH), None)
    best = best or max(found, key=lambda each: (each.country is not None, each.score))
    if best is not found[0] and best.reasons[0].rule not in _IDENTIFIES:
        return replace(best, name=found[0].name)
    return best


def _day(when: ImpreciseDate | None) -> dt.date | None:
    return when.earliest + (when.latest - when.earliest) / 2 if when is not None else None


def _pointing(party: Party, context: DocumentContext) -> Reading:
    """Words that only point: "we" and "I" outside of quoted words are said in the publisher's country."""
    word = party.name.lower()
    country = context.publisher_country
    if (
        country is not None
        and word in _OURS | _MINE
        and party.evidence is not None
        and not context.is_quoted(party.evidence.start)
    ):
        why = f"{party.name!r} is said by nobody who is quoted, in a report from {country}"
        if word in _MINE:
            return reading(party.name, None, country, None, reason=why, rule="author", score=0.3)
        state = territories()[country]
        return reading(state.name, state.canonical_id, country, "GOV", reason=why, rule="author", score=0.3)
    why = f"{party.name!r} only points to somebody"
    return reading(party.name, None, None, None, reason=why, rule="pointing", score=0.1)
