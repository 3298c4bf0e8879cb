"""Annotations to Coding: who did what to whom, how sure, and by which words."""

from __future__ import annotations

from dateline.coding.protocol import Coder
from dateline.coding.rules import RuleCoder
from dateline.coding.triggers import Candidate, Option, candidates

__all__ = ["Candidate", "Coder", "Option", "RuleCoder", "candidates", "make_coder"]


def make_coder() -> Coder:
    """The coder that the pipeline uses."""
    return RuleCoder()
