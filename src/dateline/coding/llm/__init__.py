"""The ``llm`` coder: any OpenAI-compatible endpoint, asked only when the user asks for it; docs/design/llm-coder.md."""

from __future__ import annotations

import os
from collections.abc import Mapping

from dateline.coding.extras import EXTRAS
from dateline.coding.llm.coder import LlmCoder
from dateline.coding.llm.settings import LlmSettings
from dateline.coding.llm.usage import Usage

__all__ = ["LlmCoder", "LlmSettings", "Usage", "make_llm_coder"]


def make_llm_coder(options: Mapping[str, str]) -> LlmCoder:
    """The coder with settings from ``options``, completed from environment variables ``DATELINE_LLM_…``.

    Arms frames and claims are those of the rules; only event mentions are asked for.

    Raises:
        UsageError: an unknown option, a value out of range, no address or model, or no key where one is named.
    """
    settings = LlmSettings.read(options, os.environ)
    return LlmCoder(settings, settings.key(os.environ), extras=EXTRAS)
