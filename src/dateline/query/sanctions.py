"""The question "was X under sanctions on that day?": who X is, which listings are X's, what the lists say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.query.reference import ReferenceReader
from dateline.query.sanction_names import Match, find_designations
from dateline.query.sanction_status import SanctionStatus, status_on
from dateline.vocab.actors import actor, catalogue
from dateline.vocab.fold import key

#: Fewer letters in one word name too many ("DDI", "the KIA") to be compared with lists.
_SHORTEST_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionAnswer:
    """What is loaded about one party and one day.

    Attributes:
        who: The party as asked for.
        entity: Its id where it is one that the data know, else None.
        names: The names that were compared.
        status: What the lists say of the listings that are taken for its own.
        taken: Those listings, each with the reason.
        review: Listings that may be its own; they do not count until a person says so.
    """

    who: str
    entity: str | None
    names: tuple[str, ...]
    status: SanctionStatus
    taken: tuple[Match, ...]
    review: tuple[Match, ...]

    @property
    def untold(self) -> tuple[str, ...]:
        """What the lists cannot tell, and how many listings wait for a person to look at them."""
        count = len(self.review)
        waiting = f"{count} listing{'s' if count > 1 else ''} may be of the same party: look at the names"
        return (*self.status.untold, *([waiting] if count else ()))


def sanctions_on(reference: ReferenceReader, who: str, day: dt.date, *, similar: bool = False) -> SanctionAnswer:
    """Whether a party was under sanctions on a day, as far as the lists that are loaded tell.

    Args:
        reference: The records.
        who: An entity id ("person/min-aung-hlaing"), a name, or the key of an entry ("KPi.001").
        day: The day.
        similar: Show listings with similar names for review too; compares with every listing.
    """
    known = actor(who) if "/" in who else None
    if known is None:
        named = catalogue().named(who)
        known = named[0] if len(named) == 1 else None
    entity = known.canonical_id if known is not None else None
    spelt = () if known is None else tuple(name for name in known.names if _tells(name))
    names = tuple(dict.fromkeys(spelt if known is not None and who == entity else (who, *spelt)))
    country = known.entity.country if known is not None else None
    matches = find_designations(reference, names, entity=entity, country=country, similar=similar)
    taken = tuple(match for match in matches if not match.review)
    return SanctionAnswer(
        who=who,
        entity=entity,
        names=names,
        status=status_on([match.designation for match in taken], day, reference.editions()),
        taken=taken,
        review=tuple(match for match in matches if match.review),
    )


def _tells(name: str) -> bool:
    """Whether a name says enough to be compared: two words, or a long one; letters of an abbreviation do not."""
    words = [word for word in key(name).split() if len(word) > 1]
    return len(words) > 1 or len("".join(words)) >= _SHORTEST_WORD
