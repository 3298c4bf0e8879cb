"""Role ranking: learned weights choose who acts and towards whom, where the rules leave it open or doubtful."""

from __future__ import annotations

from dateline.coding.role_ranking.model import RoleModel, shipped
from dateline.coding.role_ranking.ranker import RoleRanker

__all__ = ["RoleModel", "RoleRanker", "shipped"]
