"""How a state voted on a topic: ballots of roll calls, its earlier votes, swings, agreement with another, vetoes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.reference import Ballot, Resolution, Veto, Vote, VotePart
from dateline.query.asking.starter import is_starter, starter_vetoes, starter_votes
from dateline.query.asking.topics import Topic, topic_of
from dateline.query.reference import ReferenceReader, state_code
from dateline.vocab.fold import key
from dateline.vocab.states import state_name

#: What one publisher prints behind a symbol and another does not.
_BEHIND = re.compile(r"(\(\d{4}\))?\[?[A-Z]?\]?$")
_SAID = frozenset({Vote.YES, Vote.NO, Vote.ABSTAIN})
_IMPORT = (
    "only tallies that ship are known of some votes, not who voted how: "
    "dateline reference import un-ga-votes FILE (or unvotes, un-sc-votes) loads the ballots"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryVote:
    """One vote and how the state voted in it.

    Attributes:
        resolution: The vote with its tally.
        ballot: The state's, or None where only the tally is known.
        other: The ballot of the state it is compared with, or None.
        previous: The state's last ballot on the topic before this one, with its vote; None for the first one.
        also: Other loaded rows of the same vote.
        differ: What they say otherwise, in words.
        absent: The roll call is loaded and has no ballot of the state: it did not vote, or was no member.
    """

    resolution: Resolution
    ballot: Ballot | None
    other: Ballot | None = None
    previous: tuple[Resolution, Ballot] | None = None
    also: tuple[Resolution, ...] = ()
    differ: str = ""
    absent: bool = False

    @property
    def swing(self) -> str | None:
        """Such as "abstain → yes", where the state voted otherwise than the last time on the topic."""
        if self.ballot is None or self.previous is None or self.resolution.part is not VotePart.WHOLE:
            return None
        if self.previous[1].vote is self.ballot.vote:
            return None
        return f"{self.previous[1].vote} → {self.ballot.vote}"

    @property
    def agrees(self) -> bool | None:
        """Whether both voted the same; None where one of them did not say yes, no or abstain."""
        if self.ballot is None or self.other is None or not {self.ballot.vote, self.other.vote} <= _SAID:
            return None
        return self.ballot.vote is self.other.vote


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingRecord:
    """A state's votes on a topic.

    Attributes:
        topic: What was asked for, or None for all votes.
        votes: Oldest first; votes on parts of a text too.
        vetoes: Drafts on the topic that the state voted down in the Security Council, oldest first.
        earlier: Number of the state's ballots on the topic before the window.
        untold: What is not known, and what to import.
    """

    of: str
    name: str
    partner: str | None
    topic: str | None
    first: dt.date | None
    last: dt.date | None
    votes: tuple[CountryVote, ...]
    vetoes: tuple[Veto, ...]
    earlier: int
    untold: tuple[str, ...]

    @property
    def agreement(self) -> tuple[int, int]:
        """In how many of the votes in which both said yes, no or abstain they voted the same."""
        compared = [each.agrees for each in self.votes if each.agrees is not None]
        return sum(compared), len(compared)


def votes_of(
    reader: ReferenceReader,
    country: str,
    *,
    on: str | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
    partner: str | None = None,
    body: str | None = None,
) -> VotingRecord:
    """How a state voted.

    Args:
        reader: The official records.
        country: Code or name of the state.
        on: Words of the topic; a state's name stands for all its names ("Burma" for Myanmar).
        first: First day; earlier votes still count for swings.
        last: Last day.
        partner: A state to compare with.
        body: "UNGA" or "UNSC".

    Raises:
        UsageError: there is no such state.
    """
    code = state_code(country)
    other = state_code(partner) if partner else None
    topic = topic_of(on) if on else None
    cast = _cast(reader, code, topic, last, body)
    known = {_key(each.resolution) for each in cast}
    rest = [each for each in _tallies(reader, topic, first, last, body) if _key(each.resolution) not in known]
    earlier = [each for each in cast if not _within(each.resolution.day, first, None)]
    votes = [each for each in cast if each not in earlier] + _distinct(rest)
    votes.sort(key=lambda each: (each.resolution.day or dt.date.min, each.resolution.symbol))
    if other:
        theirs = {row.id: ballot for row, ballot in _ballots(reader, other, topic, first, last, body)}
        votes = [replace(each, other=theirs.get(each.resolution.id)) for each in votes]
    vetoes = tuple(_vetoes(reader, code, topic, first, last)) if body in (None, "UNSC") else ()
    return VotingRecord(
        of=code,
        name=state_name(code),
        partner=other,
        topic=on,
        first=first,
        last=last,
        votes=tuple(votes),
        vetoes=vetoes,
        earlier=len(earlier),
        untold=tuple(_untold(reader, votes)),
    )


def _cast(
    reader: ReferenceReader, code: str, topic: Topic | None, last: dt.date | None, body: str | None
) -> list[CountryVote]:
    """The state's ballots, one for each vote, each with the ballot before it."""
    groups: dict[tuple[object, ...], list[tuple[Resolution, Ballot]]] = {}
    for resolution, ballot in _ballots(reader, code, topic, None, last, body):
        groups.setdefault(_key(resolution), []).append((resolution, ballot))
    chosen = sorted((_chosen(rows) for rows in groups.values()), key=lambda each: each.resolution.day or dt.date.min)
    before: tuple[Resolution, Ballot] | None = None
    found = []
    for each in chosen:
        found.append(replace(each, previous=before if topic else None))
        if each.ballot and each.resolution.part is VotePart.WHOLE and each.ballot.vote in _SAID:
            before = (each.resolution, each.ballot)
    return found


def _ballots(
    reader: ReferenceReader,
    code: str,
    topic: Topic | None,
    first: dt.date | None,
    last: dt.date | None,
    body: str | None,
) -> Iterator[tuple[Resolution, Ballot]]:
    """A state's ballots on a topic, each once, whichever of the topic's words finds it."""
    seen: set[str] = set()
    for words in topic.words if topic else (None,):
        for resolution, ballot in reader.ballots_of(code, words=words, first=first, last=last, body=body):
            if resolution.id not in seen:
                seen.add(resolution.id)
                yield resolution, ballot


def _chosen(rows: Sequence[tuple[Resolution, Ballot]]) -> CountryVote:
    """One row for a vote that several files hold: the one with the fullest tally; what the others say is kept."""
    ordered = sorted(rows, key=lambda row: (row[0].counted, row[0].not_voting is None))
    (resolution, ballot), rest = ordered[0], ordered[1:]
    differ = "; ".join(f"{row.provenance.source}: {other.vote}" for row, other in rest if other.vote is not ballot.vote)
    return CountryVote(resolution=resolution, ballot=ballot, also=tuple(row for row, _ in rest), differ=differ)


def _tallies(
    reader: ReferenceReader, topic: Topic | None, first: dt.date | None, last: dt.date | None, body: str | None
) -> Iterator[CountryVote]:
    """Votes on the topic without the state's ballot: absent from a roll call, or only a tally, loaded or shipped."""
    if topic is None:
        return
    rolls = {row.edition.sha256 for row in reader.editions() if row.rows.get("Ballot")}
    for words in topic.words:
        for each in reader.resolutions(words=words, first=first, last=last, body=body):
            absent = each.recorded and each.provenance.sha256 in rolls
            yield CountryVote(resolution=each, ballot=None, absent=absent)
    for each in starter_votes():
        if topic.fits(each.title, *each.subjects) and _within(each.day, first, last) and body in (None, each.body):
            yield CountryVote(resolution=each, ballot=None)


def _distinct(votes: Iterable[CountryVote]) -> list[CountryVote]:
    kept: dict[tuple[object, ...], CountryVote] = {}
    for each in votes:
        kept.setdefault(_key(each.resolution), each)
    return list(kept.values())


def _vetoes(
    reader: ReferenceReader, code: str, topic: Topic | None, first: dt.date | None, last: dt.date | None
) -> Iterator[Veto]:
    kept: dict[tuple[dt.date, str], Veto] = {}
    told = sorted((*reader.vetoes(first=first, last=last), *starter_vetoes()), key=lambda each: each.yes is None)
    for each in told:
        fits = topic is None or topic.fits(each.subject, each.topic)
        if code in each.vetoing and fits and _within(each.day, first, last):
            kept.setdefault((each.day, key(each.draft)), each)
    yield from sorted(kept.values(), key=lambda each: each.day)


def _key(vote: Resolution) -> tuple[object, ...]:
    """The same for all rows of one vote: votes on parts and several votes of one day share a symbol.

    "S/RES/2669(2022)" is "S/RES/2669 (2022)", and "66/253 A" and "66/253 B" differ by day.
    """
    symbol = _BEHIND.sub("", "".join(vote.symbol.split()).upper())
    own = key(vote.title) if vote.part is not VotePart.WHOLE else ""
    return vote.body, symbol or vote.id, vote.day, vote.part, own


def _within(day: dt.date | None, first: dt.date | None, last: dt.date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def _untold(reader: ReferenceReader, votes: Sequence[CountryVote]) -> Iterator[str]:
    if any(each.ballot is None and each.resolution.recorded and not each.absent for each in votes):
        yield _IMPORT
    if not votes:
        yield "no vote on it is loaded or ships: that does not say that there was none"
    loaded = [row for row in reader.editions() if row.rows.get("Ballot")]
    for row in loaded:
        if row.first_year is not None:
            yield f"{row.edition.source}: votes of {row.first_year}–{row.last_year}; later ones are not in it"
    if any(is_starter(each.resolution.id) for each in votes):
        yield "the starter set holds main votes only: one that is not in it was not necessarily without a vote"
