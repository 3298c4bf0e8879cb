"""The web application: pages that read without JavaScript, and the same data as JSON under ``/api/v1``."""

from __future__ import annotations

from dateline.web.app import make_app
from dateline.web.settings import ServeSettings

__all__ = ["ServeSettings", "make_app"]
