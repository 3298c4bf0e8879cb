"""Types that tests share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Dateline = Callable[..., Any]
