"""The encoder coder: a small fine-tuned network together with the lexicon and the parse."""

from __future__ import annotations

from dateline.coding.encoder.coder import EncoderCoder

__all__ = ["EncoderCoder"]
