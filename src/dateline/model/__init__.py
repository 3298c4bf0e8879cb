"""The records: frozen, slotted, keyword-only dataclasses that need the standard library only."""

from __future__ import annotations

from dateline.model.annotations import (
    Annotations,
    Boilerplate,
    Name,
    NameKind,
    Quotation,
    Reference,
    Sentence,
    Token,
)
from dateline.model.arms import ArmsFrame
from dateline.model.because import Because
from dateline.model.claims import Claim, ClaimKind
from dateline.model.codec import from_json, to_json
from dateline.model.coding import Coding
from dateline.model.dates import DatePrecision, ImpreciseDate
from dateline.model.document import Document
from dateline.model.entities import Entity, EntityKind, Judgement, JudgementKind, OfficeHolding
from dateline.model.events import Event, EventMention, Magnitude, Modality, When, Where
from dateline.model.ids import content_id, text_sha256
from dateline.model.parties import Party
from dateline.model.place import Place, PlacePrecision
from dateline.model.reference import (
    ArmsTransfer,
    BadRow,
    Ballot,
    Delivery,
    Edition,
    ListedKind,
    Note,
    OfficeTerm,
    Programme,
    Provenance,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    TivCell,
    Trader,
    TraderKind,
    Veto,
    Vote,
    VotePart,
)
from dateline.model.spans import Evidence, Span
from dateline.model.verdicts import Reading, ReferenceRow, Verdict, VerdictStatus

__all__ = [
    "Annotations",
    "ArmsFrame",
    "ArmsTransfer",
    "BadRow",
    "Ballot",
    "Because",
    "Boilerplate",
    "Claim",
    "ClaimKind",
    "Coding",
    "DatePrecision",
    "Delivery",
    "Document",
    "Edition",
    "Entity",
    "EntityKind",
    "Event",
    "EventMention",
    "Evidence",
    "ImpreciseDate",
    "Judgement",
    "JudgementKind",
    "ListedKind",
    "Magnitude",
    "Modality",
    "Name",
    "NameKind",
    "Note",
    "OfficeHolding",
    "OfficeTerm",
    "Party",
    "Place",
    "PlacePrecision",
    "Programme",
    "Provenance",
    "Quotation",
    "Reading",
    "Reference",
    "ReferenceRecord",
    "ReferenceRow",
    "Resolution",
    "SanctionDesignation",
    "Sentence",
    "Span",
    "TivCell",
    "Token",
    "Trader",
    "TraderKind",
    "Verdict",
    "VerdictStatus",
    "Veto",
    "Vote",
    "VotePart",
    "When",
    "Where",
    "content_id",
    "from_json",
    "text_sha256",
    "to_json",
]
