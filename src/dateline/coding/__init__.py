"""Annotations to Coding: who did what to whom, how sure, and by which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from dateline.coding.extras import EXTRAS
from dateline.coding.protocol import Coder
from dateline.coding.rules import RuleCoder
from dateline.coding.triggers import Candidate, Option, candidates
from dateline.errors import UsageError

__all__ = ["CODERS", "Candidate", "Coder", "Option", "RuleCoder", "candidates", "make_coder"]

#: What makes a coder from its options (name → value, as text).
Factory = Callable[[Mapping[str, str]], Coder]
_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


def make_coder(name: str = "default", options: Mapping[str, str] = _NO_OPTIONS) -> Coder:
    """The coder of this name; "default" is what the pipeline uses unless told otherwise.

    Args:
        name: One of ``CODERS``.
        options: Settings of the coder; only ``llm`` has any, see :class:`dateline.coding.llm.LlmSettings`.

    Raises:
        UsageError: there is no such coder, or an option does not fit.
        ModelMissing: the coder's model cannot be loaded.
    """
    if name not in CODERS:
        near = get_close_matches(name.lower(), CODERS, n=2, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise UsageError(f"no coder {name!r}", f"{hint}there are {', '.join(CODERS)}")
    return CODERS[name](options)


def _rules(options: Mapping[str, str]) -> Coder:
    _refuse("rules", options)
    return RuleCoder(extras=EXTRAS)


def _encoder(options: Mapping[str, str]) -> Coder:
    from dateline.coding.encoder import EncoderCoder  # brings numpy and onnxruntime

    _refuse("encoder", options)
    return EncoderCoder(extras=EXTRAS)


def _llm(options: Mapping[str, str]) -> Coder:
    from dateline.coding.llm import make_llm_coder  # brings an HTTP client that no other coder needs

    return make_llm_coder(options)


def _refuse(name: str, options: Mapping[str, str]) -> None:
    if options:
        raise UsageError(f"coder {name} has no option {next(iter(options))!r}", "it has none", "leave it out")


#: The coders by name: one line for each.
CODERS: Mapping[str, Factory] = MappingProxyType(
    {
        "default": _encoder,
        "rules": _rules,
        "encoder": _encoder,
        "llm": _llm,
    }
)
