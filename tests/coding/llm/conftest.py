from __future__ import annotations

from llm_fakes import coder, endpoint, slept

__all__ = ["coder", "endpoint", "slept"]
