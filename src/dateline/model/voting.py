"""Records of votes in bodies of states: resolutions with their tallies, ballots of members, vetoes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.provenance import Provenance


class Vote(StrEnum):
    """One member's ballot."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"


class VotePart(StrEnum):
    """What was voted on: a symbol alone is no key, because votes on parts share it."""

    WHOLE = "whole"
    PARAGRAPH = "paragraph"
    AMENDMENT = "amendment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One vote of a body: yes + no + abstain + not_voting = members.

    Attributes:
        id: Unique among all editions.
        vote: The publisher's own number of the vote.
        body: "UNGA" or "UNSC".
        symbol: "A/RES/75/287"; votes on paragraphs and several resolutions under one heading share one.
        title: As printed, mended where ``mended`` says so.
        day: Day of the vote, New York time; None where the publisher gives no day.
        yes, no, abstain, not_voting: The tally; None where no number is known (adopted without a vote).
        members: Members on that day, or None.
        adopted: None where the publisher does not say.
        part: The whole text, a paragraph or an amendment.
        recorded: False where it was adopted without a vote.
        session, draft, meeting, agenda, subjects, link: As published; "" or () where not.
        note: What the publisher remarks: corrections, members not present.
        mended: What was repaired in the title, or why it was left broken.
        counted: The tally was counted from the ballots, and members who did not vote are not in the file.
    """

    id: str
    vote: str
    body: str
    symbol: str
    title: str
    day: dt.date | None
    yes: int | None
    no: int | None
    abstain: int | None
    not_voting: int | None
    members: int | None
    adopted: bool | None
    provenance: Provenance
    part: VotePart = VotePart.WHOLE
    recorded: bool = True
    session: str = ""
    draft: str = ""
    meeting: str = ""
    agenda: str = ""
    subjects: tuple[str, ...] = ()
    link: str = ""
    note: str = ""
    mended: str = ""
    counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How one member voted.

    Attributes:
        resolution: Id of the Resolution.
        country: Alpha-3 code; of a state that is no more the code it had; the printed name where neither is known.
        name: As printed at the time.
        vote: As recorded.
        intended: What the member later said that it had meant to vote, or None; tallies do not follow it.
        note: What the publisher remarks on this ballot.
    """

    resolution: str
    country: str
    name: str
    vote: Vote
    provenance: Provenance
    intended: Vote | None = None
    note: str = ""

    @property
    def id(self) -> str:
        """Unique among all editions: that of the resolution and the country."""
        return f"{self.resolution}/{self.country}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A draft that a permanent member of the Security Council voted down.

    Attributes:
        id: Unique among all editions.
        draft, meeting: Symbols ("S/2017/172", "S/PV.7893").
        subject: Agenda item.
        topic: The crisis it is about ("Syria"), or "".
        vetoing: Alpha-3 codes, "SUN" for the Soviet Union.
        yes, no, abstain: The tally, where known.
        note: What the publisher remarks.
    """

    id: str
    day: dt.date
    draft: str
    subject: str
    vetoing: tuple[str, ...]
    provenance: Provenance
    meeting: str = ""
    topic: str = ""
    region: str = ""
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    note: str = ""
