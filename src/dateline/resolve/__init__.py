"""Words to the world: canonical actors, places and dates. :func:`make_resolver` builds the one that ships."""

from __future__ import annotations

from dateline.resolve.resolver import Resolver, make_resolver

__all__ = ["Resolver", "make_resolver"]
