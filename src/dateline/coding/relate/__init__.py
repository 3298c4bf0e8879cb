"""Relating: the event type that holds between two parties that are already known."""

from __future__ import annotations

from dateline.coding.relate.relater import Relater, Relation, shipped
from dateline.coding.relate.requests import Request, id_of, read

__all__ = ["Relater", "Relation", "Request", "id_of", "read", "shipped"]
