"""Trigger patterns: what has to stand with a head word, written short.

====================  =====================================================================================
``call for``          the particle or preposition "for" hangs on the head (or on its object)
``lift @sanction``    the object belongs to class *sanction* (``data/coding/<language>/classes.toml``)
``pay +visit``        the object is "visit"; ``+a|b`` any of several, ``+a|@c`` words and classes mixed
``fire into@sea``     the preposition "into" governs a member of *sea*; ``into+sea`` likewise for words
``refuse >``          an infinitive or gerund follows; ``agree >@yield`` one out of a class
``allege $``          a clause follows
``meet ^@official``   the subject belongs to a class
``test <@missile``    a modifier of the noun belongs to a class
``should ~``          it stands in the words of somebody who is named
``welcome !@person``  none of that (any element can be refused by ``!``)
====================  =====================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dateline.errors import VocabularyError

_SIGILS = {"+": False, "@": True}
#: Classes of nouns for people.
_PEOPLE = ("person", "official")


class Need(StrEnum):
    """Which companion of the head a constraint speaks of."""

    PARTICLE = "particle"
    OBJECT = "object"
    PREPOSITION = "preposition"
    INFINITIVE = "infinitive"
    CLAUSE = "clause"
    SUBJECT = "subject"
    MODIFIER = "modifier"
    REPORTED = "reported"


WEIGHT: Mapping[Need, float] = MappingProxyType(
    {
        Need.PARTICLE: 1.0,
        Need.OBJECT: 2.0,
        Need.PREPOSITION: 2.0,
        Need.INFINITIVE: 1.2,
        Need.CLAUSE: 0.8,
        Need.SUBJECT: 1.5,
        Need.MODIFIER: 1.5,
        Need.REPORTED: 0.5,
    }
)
"""How much each companion says about the sense: the heavier entry wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One thing that has to stand with the head, or (``refused``) must not.

    Attributes:
        need: The kind of companion.
        word: The particle or preposition, or "" where none is asked for.
        lemmas: The lemmas allowed; empty means any.
        parties: Those of them that are people: they take part in the act and are no words of its trigger.
    """

    need: Need
    word: str = ""
    lemmas: frozenset[str] = frozenset()
    refused: bool = False
    parties: frozenset[str] = frozenset()


def read_constraint(item: str, classes: Mapping[str, frozenset[str]], pattern: str) -> Constraint:
    """One element of a pattern (see the table in the module's docstring).

    Raises:
        VocabularyError: the element refers to a class that is not there.
    """
    refused = item.startswith("!")
    body = item[1:] if refused else item
    if body == "~":
        return Constraint(need=Need.REPORTED, refused=refused)
    for sign, need in (
        (">", Need.INFINITIVE),
        ("$", Need.CLAUSE),
        ("^", Need.SUBJECT),
        ("<", Need.MODIFIER),
    ):
        if body.startswith(sign):
            return Constraint(need=need, lemmas=_lemmas(body[1:], classes, pattern), refused=refused)
    if body[0] in _SIGILS:
        lemmas = _lemmas(body, classes, pattern)
        return Constraint(need=Need.OBJECT, lemmas=lemmas, refused=refused, parties=lemmas & _people(classes))
    cut = min((body.index(sign) for sign in _SIGILS if sign in body), default=0)
    if cut:
        lemmas = _lemmas(body[cut:], classes, pattern)
        parties = lemmas & _people(classes)
        return Constraint(need=Need.PREPOSITION, word=body[:cut], lemmas=lemmas, refused=refused, parties=parties)
    return Constraint(need=Need.PARTICLE, lemmas=frozenset(body.split("|")), refused=refused)


def _people(classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(classes.get(name, frozenset()) for name in _PEOPLE))


def _lemmas(text: str, classes: Mapping[str, frozenset[str]], pattern: str) -> frozenset[str]:
    """Read ``+a|b|@class`` into lemmas; a sign holds until the next one."""
    lemmas: set[str] = set()
    is_class = False
    for item in filter(None, text.split("|")):
        if item[0] in _SIGILS:
            is_class = _SIGILS[item[0]]
        name = item.lstrip("+@")
        if not is_class:
            lemmas.add(name)
        elif name in classes:
            lemmas |= classes[name]
        else:
            raise VocabularyError(f"trigger {pattern!r}", f"there is no class @{name}", "add it to classes.toml")
    return frozenset(lemmas)
