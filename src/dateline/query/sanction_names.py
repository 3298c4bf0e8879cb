"""Which listings are of an entity: by its names and aliases, word for word; likeness is shown for review only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dateline.model.because import Because
from dateline.model.reference import SanctionDesignation
from dateline.store.reference import ReferenceReader
from dateline.vocab.fold import key

_STEP = "query.sanctions"
#: From here on (0 to 1) a likeness is worth a look.
REVIEW = 0.88
#: Words that say which form a company has, not which company it is.
_FORMS = frozenset(
    key(
        "limited ltd llc llp plc inc incorporated corp corporation company co public private pte pvt joint stock "
        "liability jsc pjsc ojsc cjsc ooo oao pao ao zao gmbh ag sa sarl srl spa bv nv fze fzco sdn bhd"
    ).split()
)
_SHORTEST_CORE = 6


class MatchedBy(StrEnum):
    """How a listing was found, surest first."""

    ENTITY = "entity"
    NAME = "name"
    ALIAS = "alias"
    LEGAL_FORM = "legal_form"
    WEAK_ALIAS = "weak_alias"
    WORD_ORDER = "word_order"
    PART = "part"
    SIMILAR = "similar"


_ORDER = tuple(MatchedBy)
_SURE = frozenset({MatchedBy.ENTITY, MatchedBy.NAME, MatchedBy.ALIAS, MatchedBy.LEGAL_FORM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A listing that is, or may be, of the entity.

    Attributes:
        review: A person must look: a weak alias, another order of words, a part, a likeness, or another country.
    """

    designation: SanctionDesignation
    how: MatchedBy
    review: bool
    because: Because


def find_designations(
    reference: ReferenceReader,
    names: Iterable[str],
    *,
    entity: str | None = None,
    country: str | None = None,
    similar: bool = False,
) -> tuple[Match, ...]:
    """Listings of an entity among all editions that are loaded, surest first.

    Args:
        reference: The records.
        names: Its name and aliases; a number or key of a list works too.
        entity: Its id, where the listings may have it.
        country: Its alpha-3 code: a listing that knows another one is left to review.
        similar: Compare with every listing, for likeness; slow with large lists.
    """
    held = tuple(dict.fromkeys(names))
    if similar:
        candidates = reference.designations()
    else:
        cores = (" ".join(_core(_words(name))) for name in held)
        asked = dict.fromkeys((*held, *filter(None, cores), *([entity] if entity else ())))
        candidates = tuple({each.id: each for name in asked for each in reference.designations(name=name)}.values())
    return match_designations(held, candidates, entity=entity, country=country)


def match_designations(
    names: Iterable[str],
    designations: Iterable[SanctionDesignation],
    *,
    entity: str | None = None,
    country: str | None = None,
) -> tuple[Match, ...]:
    """Those of the listings that are, or may be, of the entity; arguments as in :func:`find_designations`."""
    held = tuple(dict.fromkeys(names))
    found = (_match(held, designation, entity, country) for designation in designations)
    return tuple(
        sorted(
            (match for match in found if match is not None),
            key=lambda match: (
                match.review,
                _ORDER.index(match.how),
                -(match.because.score or 0),
                match.designation.id,
            ),
        )
    )


def _match(
    names: tuple[str, ...], designation: SanctionDesignation, entity: str | None, country: str | None
) -> Match | None:
    if entity is not None and designation.entity == entity:
        return _made(designation, MatchedBy.ENTITY, 1.0, f"the listing is of {entity}", review=False)
    if designation.key in names:
        return _made(designation, MatchedBy.NAME, 1.0, f"{designation.key} is the list's own key", review=False)
    fits = [
        _Fit(*_named(fit, listed, designation), name, listed)
        for listed in (designation.name, *designation.aliases)
        for name in names
        if (fit := _compare(name, listed)) is not None
    ]
    if not fits:
        return None
    best = max(fits, key=lambda fit: (-_ORDER.index(fit.how), fit.score))
    reason = f"{_TOLD[best.how]}: {best.name!r} and {best.listed!r}"
    elsewhere = bool(country and designation.countries and country not in designation.countries)
    if elsewhere:
        reason += f"; but the list knows it of {', '.join(designation.countries)}, not {country}"
    return _made(designation, best.how, best.score, reason, review=elsewhere or best.how not in _SURE)


class _Fit(NamedTuple):
    """How one name of the entity fits one name on the list."""

    how: MatchedBy
    score: float
    name: str
    listed: str


def _named(fit: tuple[MatchedBy, float], listed: str, designation: SanctionDesignation) -> tuple[MatchedBy, float]:
    """The fit, with the kind of the name on the list where the names are the same."""
    how, score = fit
    if how is MatchedBy.NAME and listed != designation.name:
        return (MatchedBy.WEAK_ALIAS if listed in designation.weak_aliases else MatchedBy.ALIAS), score
    return how, score


_TOLD = {
    MatchedBy.NAME: "the same name",
    MatchedBy.ALIAS: "the same as an alias",
    MatchedBy.LEGAL_FORM: "the same but for the legal form",
    MatchedBy.WEAK_ALIAS: "the same as an alias that the list calls weak",
    MatchedBy.WORD_ORDER: "the same words in another order",
    MatchedBy.PART: "all words of one name in the other",
    MatchedBy.SIMILAR: "alike",
}


def _made(designation: SanctionDesignation, how: MatchedBy, score: float, reason: str, *, review: bool) -> Match:
    because = Because(step=_STEP, reason=reason, rule=str(how), score=round(score, 2))
    return Match(designation=designation, how=how, review=review, because=because)


def _compare(name: str, listed: str) -> tuple[MatchedBy, float] | None:
    """How two names fit and how well, 1 = the same; None where they do not."""
    ours, theirs = _words(name), _words(listed)
    if not ours or not theirs:
        return None
    if ours == theirs:
        return MatchedBy.NAME, 1.0
    core, other = _core(ours), _core(theirs)
    if core == other and len("".join(core)) >= _SHORTEST_CORE:
        return MatchedBy.LEGAL_FORM, 0.97
    if sorted(ours) == sorted(theirs):
        return MatchedBy.WORD_ORDER, 0.9
    fewer = min(core, other, key=len)
    if len(fewer) > 1 and (set(core) <= set(other) or set(other) <= set(core)):
        return MatchedBy.PART, 0.8 * len(fewer) / max(len(core), len(other))
    score = _likeness(" ".join(sorted(ours)), " ".join(sorted(theirs)))
    return (MatchedBy.SIMILAR, score) if score >= REVIEW else None


@lru_cache(maxsize=200_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(key(name).split())


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without its legal form."""
    return tuple(word for word in words if word not in _FORMS)


def _likeness(left: str, right: str) -> float:
    from rapidfuzz.distance import DamerauLevenshtein  # here: most questions compare no likeness

    return DamerauLevenshtein.normalized_similarity(left, right, score_cutoff=REVIEW)
