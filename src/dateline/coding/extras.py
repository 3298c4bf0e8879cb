"""What every sentence coder adds to its mentions: arms frames and claims."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.arms import arms_of, find_arms
from dateline.coding.claims import find_claims
from dateline.coding.rules import Extra
from dateline.model import Annotations, Coding, Document


def add_arms(document: Document, annotations: Annotations, coding: Coding) -> Coding:
    """The coding with the document's arms frames; a mention that a frame belongs to carries it."""
    frames = find_arms(document, annotations, coding.mentions)
    mentions = tuple(replace(mention, arms=arms_of(mention, frames)) for mention in coding.mentions)
    return replace(coding, mentions=mentions, arms=frames)


def add_claims(document: Document, annotations: Annotations, coding: Coding) -> Coding:
    """The coding with the document's claims."""
    return replace(coding, claims=find_claims(document, annotations))


#: In the order in which they are called.
EXTRAS: tuple[Extra, ...] = (add_arms, add_claims)
