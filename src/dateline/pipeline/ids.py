"""Ids that hold across the record: two reports with the same words are two tellings of one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from dateline.model import Coding, Document, content_id


def with_own_ids(document: Document, coding: Coding) -> Coding:
    """Give mentions and claims ids of their own document.

    A coder's ids follow from text and offsets alone, so a copied report would repeat them. Where a coder
    gives one id twice, the second and later ones get a number.
    """
    name = _namer(document.id)
    return replace(
        coding,
        mentions=tuple(replace(mention, id=name("mention", mention.id)) for mention in coding.mentions),
        claims=tuple(replace(claim, id=name("claim", claim.id)) for claim in coding.claims),
    )


def _namer(document_id: str) -> Callable[[str, str], str]:
    seen: Counter[tuple[str, str]] = Counter()

    def name(kind: str, own: str) -> str:
        seen[kind, own] += 1
        return content_id(kind, document_id, own, seen[kind, own])

    return name
