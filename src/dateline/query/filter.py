"""Which events: one filter that command line, Python and web addresses share."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Self

from dateline.errors import UsageError
from dateline.model import Modality
from dateline.query import querystring
from dateline.store import Selection
from dateline.vocab.contexts import contexts
from dateline.vocab.event_types import event_types
from dateline.vocab.item_classes import item_classes
from dateline.vocab.modes import modes
from dateline.vocab.territories import lookup_territory, territories


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter(Selection):
    """A :class:`~dateline.store.Selection` as people write it: countries by name, types in any case."""

    def to_query(self) -> str:
        """As the query part of an address: only what differs from the default, in a fixed order."""
        return querystring.encode(self)

    @classmethod
    def from_query(cls, query: str) -> Self:
        """The filter that :meth:`to_query` wrote, or that a person typed.

        Raises:
            UsageError: an unknown name or a value that does not fit.
        """
        return cls(**querystring.decode(cls, query))

    def checked(self) -> Self:
        """The same filter in the record's own codes.

        Raises:
            UsageError: a type, mode, context, modality, item class or country that is not there, with near ones.
        """
        return replace(
            self,
            type=known_words("event type", self.type, event_types(), str.upper),
            mode=known_words("mode", self.mode, _mode_names(), str.lower),
            context=known_words("context", self.context, contexts(), str.lower),
            modality=known_words("modality", self.modality, [str(each) for each in Modality], str.lower),
            item_class=known_words("item class", self.item_class, item_classes(), str.lower),
            country=tuple(map(country_code, self.country)),
            place_country=tuple(map(country_code, self.place_country)),
            actor=_party(self.actor),
            recipient=_party(self.recipient),
            party=_party(self.party),
            pair=(_side(self.pair[0]), _side(self.pair[1])) if self.pair else None,
        )


def known_words(
    what: str, values: tuple[str, ...], known: Collection[str], fold: Callable[[str], str]
) -> tuple[str, ...]:
    """The values as the vocabulary writes them.

    Raises:
        UsageError: one that is not in it, with near ones.
    """
    for value in values:
        if fold(value) not in known:
            near = difflib.get_close_matches(fold(value), known, n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
            raise UsageError(f"no {what} {value!r}", hint)
    return tuple(map(fold, values))


def _mode_names() -> list[str]:
    """Modes without their types: "visit" where the vocabulary has "CONSULT/visit"."""
    return sorted({key.rpartition("/")[2] for key in modes()})


def country_code(word: str) -> str:
    """The alpha-3 code of a country by name or code.

    Raises:
        UsageError: there is no such country.
    """
    code = word.upper() if word.upper() in territories() else _code(word)
    if code is None:
        raise UsageError(f"no country {word!r}", "give its name or its ISO 3166 alpha-3 code, such as MMR")
    return code


def _party(word: str | None) -> str | None:
    return None if word is None else _side(word)


def _side(word: str) -> str:
    """A country's code where the word names one; else the word, which is an id or part of a name."""
    return _code(word) or word


def _code(word: str) -> str | None:
    if word in territories():
        return word
    found = lookup_territory(word)
    return found.iso3 if found else None
