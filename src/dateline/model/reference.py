"""Reference records: what official registers, lists and minutes say; one module per subject, gathered here."""

from __future__ import annotations

from dateline.model.measures import ListedKind, OfficeTerm, Programme, SanctionDesignation
from dateline.model.provenance import BadRow, Edition, Note, Provenance
from dateline.model.transfers import ArmsTransfer, Delivery, TivCell, Trader, TraderKind
from dateline.model.voting import Ballot, Resolution, Veto, Vote, VotePart

__all__ = [
    "ArmsTransfer",
    "BadRow",
    "Ballot",
    "Delivery",
    "Edition",
    "ListedKind",
    "Note",
    "OfficeTerm",
    "Programme",
    "Provenance",
    "ReferenceRecord",
    "Resolution",
    "SanctionDesignation",
    "TivCell",
    "Trader",
    "TraderKind",
    "Veto",
    "Vote",
    "VotePart",
]

#: What a reader of a reference file yields beside BadRow and Note.
ReferenceRecord = ArmsTransfer | TivCell | Resolution | Ballot | Veto | Programme | SanctionDesignation | OfficeTerm
