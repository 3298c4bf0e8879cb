"""Words around names that tell whether a name is used as a place (``data/places/words.toml``)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The word lists; see the data file for what each means.

    Attributes:
        locative: Prepositions and words of direction after which any name is a place; lower case.
        directional: Prepositions after which a well-known name is a place; lower case.
        modifiers: Directions that may stand before a place; lower case.
        connectors: Lower-case words that may stand inside a name.
        articled: Names that keep their "The".
        settlements: Nouns before "of" that make any name a place ("the village of X").
        districts: Nouns after a name that make it a place ("the X district").
        speech: Verbs right after a name that make it a speaker.
        particles: Words between a given name and a surname.
        leads: Function words, capitalised only at the start of a sentence.
        occasions: Lemmas whose "in" or "at" tells where something was said.
        titles: Capitalised words that make the next name a person's.
        followers: Capitalised words after which the place before stays a place ("Texas Department").
        tails: Capitalised words that make it part of another name ("Washington Post").
        heads: Words before "of" that make it part of another name ("Bank of England").
        area_nouns: Lower-case nouns after a name that make it a place ("Adhamiya district").
        things: Lower-case nouns after a name that make it something else ("West Nile virus").
        facilities: Capitalised nouns that make a person's name a facility's ("Kennedy Elementary School").
        never: Words that are never a place alone.
        surnames: Words that are a place only with a preposition or a container.
        given: Given names; before a surname they are no place.
    """

    locative: frozenset[str]
    directional: frozenset[str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    articled: frozenset[str]
    settlements: frozenset[str]
    districts: frozenset[str]
    speech: frozenset[str]
    particles: frozenset[str]
    leads: frozenset[str]
    occasions: frozenset[str]
    titles: frozenset[str]
    followers: frozenset[str]
    tails: frozenset[str]
    heads: frozenset[str]
    area_nouns: frozenset[str]
    things: frozenset[str]
    facilities: frozenset[str]
    never: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The shipped lists.

    Raises:
        VocabularyError: a list is missing or unknown.
    """
    data = read_toml("places/words.toml")
    wanted = {field.name for field in fields(PlaceWords)}
    if set(data) != wanted:
        raise VocabularyError("places/words.toml", f"has the lists {sorted(data)}, not {sorted(wanted)}")
    return PlaceWords(**{name: frozenset(str(words).split()) for name, words in data.items()})
