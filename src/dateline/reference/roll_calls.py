"""What roll calls share: who votes, how, and whether ballots come to the tally that is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from dateline.model.reference import Note, Resolution, Vote
from dateline.vocab.states import former_states, state_code
from dateline.vocab.territories import territories, territory_mentions

__all__ = ["LETTERS", "Seen", "Tally", "correction", "member", "resolution_symbol", "several_votes"]

LETTERS: Mapping[str, Vote] = {"Y": Vote.YES, "N": Vote.NO, "A": Vote.ABSTAIN, "X": Vote.NOT_VOTING}
_VOTES = tuple(Vote)
_PREFIX = re.compile(r"^R/")
_MEANT = re.compile(
    r"(?P<who>[^.;]*?)\b(?:intended|intending|wished|meant|wanted) to "
    r"(?:have )?(?:vote[d]? )?(?P<vote>in favou?r|for|yes|against|no|abstain)",
    re.IGNORECASE,
)
_MEANINGS = {"a": Vote.ABSTAIN, "against": Vote.NO, "no": Vote.NO}


@lru_cache(maxsize=4096)
def member(code: str, name: str) -> str:
    """The code of a member: of a former state its own, else the publisher's, else by name, else what is printed.

    A publisher may give a former state the code of its successor ("RUS", "USSR"): the name decides then.
    """
    named = state_code(name)
    if named in former_states():
        return named or code
    if code in territories() or code in former_states():
        return code
    return named or code or name


def resolution_symbol(printed: str) -> str:
    """A symbol in one spelling: "R/67/62" and "A/RES/67/62" are one, blanks do not count; several are joined by ";"."""
    symbols = ("".join(part.split()).upper() for part in re.split(r"[|;,]", printed))
    return ";".join(_PREFIX.sub("A/RES/", symbol) for symbol in symbols if symbol)


class Seen(StrEnum):
    """What a ballot is to those before it."""

    NEW = "new"
    AGAIN = "again"
    OTHER = "other"


class Tally:
    """Counts ballots by vote, and remembers who voted, in a few bytes for each vote."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}
        self._voted: dict[str, list[int]] = {}
        self._members: dict[str, int] = {}

    def take(self, vote_id: str, country: str, vote: Vote) -> Seen:
        """Count one ballot, once for each country."""
        bit = 1 << self._members.setdefault(country, len(self._members))
        counts = self._counts.setdefault(vote_id, [0, 0, 0, 0])
        voted = self._voted.setdefault(vote_id, [0, 0, 0, 0])
        place = _VOTES.index(vote)
        if voted[place] & bit:
            return Seen.AGAIN
        if any(each & bit for each in voted):
            return Seen.OTHER
        voted[place] |= bit
        counts[place] += 1
        return Seen.NEW

    def counted(self, vote_id: str) -> tuple[int, int, int, int]:
        """Yes, no, abstaining, not voting."""
        yes, no, abstain, not_voting = self._counts.get(vote_id, (0, 0, 0, 0))
        return yes, no, abstain, not_voting

    def difference(self, vote: Resolution) -> str | None:
        """In which way the ballots do not come to the printed tally, or the tally not to the members."""
        printed = (vote.yes, vote.no, vote.abstain, vote.not_voting)
        counted = self.counted(vote.vote)
        if any(told is not None and told != found for told, found in zip(printed, counted, strict=True)):
            return f"{vote.symbol or vote.vote}: {_dashed(printed)} printed, {_dashed(counted)} counted"
        known = [told for told in printed if told is not None]
        if vote.members is not None and len(known) == len(printed) and sum(known) != vote.members:
            return f"{vote.symbol or vote.vote}: {_dashed(printed)} are not {vote.members} members"
        return None


def correction(note: str, country: str) -> Vote | None:
    """What a note says that this member had meant to vote, or None.

    "The delegation of Ghana later advised the Secretariat that it had intended to vote in favour."
    """
    for found in _MEANT.finditer(note):
        if any(each.territory.iso3 == country for each in territory_mentions(found["who"])):
            word = found["vote"].lower()
            return _MEANINGS.get(word) or _MEANINGS.get(word[:1], Vote.YES)
    return None


def several_votes(symbols: Counter[str]) -> Iterator[Note]:
    """A remark where symbols name more than one vote."""
    several = sorted(symbol for symbol, times in symbols.items() if symbol and times > 1)
    if several:
        shown = ", ".join(several[:5]) + (" …" if len(several) > 5 else "")
        which = "one symbol names" if len(several) == 1 else f"{len(several)} symbols name"
        yield Note(text=f"{which} several votes, and cannot be a key: {shown}")


def _dashed(numbers: tuple[int | None, ...]) -> str:
    return "-".join("?" if number is None else str(number) for number in numbers)
