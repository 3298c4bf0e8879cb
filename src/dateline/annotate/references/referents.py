"""Referents: who and what a document names, each with all of its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.annotate.mentions import Mention
from dateline.annotate.references.roles import Roles
from dateline.model import NameKind
from dateline.text.languages import en_names

MALE, FEMALE = "male", "female"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Referent:
    """One person, body, state or group of a document; compared by identity.

    Attributes:
        name: The fullest name that the document gives.
        kind: What it is.
        mentions: Where it is named, in text order.
        main: The mention that gives the full name; None when only the headline outside of the text gives it.
        roles: What the document or the gazetteer calls it.
        countries: ISO 3166 alpha-3 codes of states it is tied to.
        gender: ``male``, ``female`` or "" while unknown.
        state: It is a state (or its seat).
        sector: Its PLOVER sector as the gazetteer has it, or None.
    """

    name: str
    kind: NameKind
    mentions: tuple[Mention, ...]
    main: Mention | None
    roles: Roles
    countries: frozenset[str]
    gender: str = ""
    state: bool = False
    sector: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.kind is NameKind.PERSON


def gender_of(title_words: Iterable[str], given_name: str) -> str:
    """The gender that titles or a given name tell, or ""."""
    words = set(title_words)
    if words & en_names.FEMALE_TITLES:
        return FEMALE
    if words & en_names.MALE_TITLES:
        return MALE
    if given_name.lower() in en_names.FEMALE_NAMES:
        return FEMALE
    return MALE if given_name.lower() in en_names.MALE_NAMES else ""


def name_words(mention: Mention) -> tuple[str, ...]:
    """The words of a name in lower case, without hyphens and initials' stops."""
    return tuple(mention.evidence.text.lower().replace("-", " ").replace(".", " ").split())


def shorter_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether ``short`` can stand for the person named ``full``.

    The last word must agree, or the first where the family name comes first ("Kim", "Xi"); initials and middle
    names may be missing.
    """
    if len(short) > len(full) or not short:
        return False
    if any(word not in full and not _initial(word, full) for word in short):
        return False
    return short[-1] == full[-1] or (short[0] == full[0] and len(full) <= 3)


def _initial(word: str, full: Sequence[str]) -> bool:
    return len(word) == 1 and any(each.startswith(word) for each in full)
