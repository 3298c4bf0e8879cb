"""The one options object of a run."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are coded.

    Attributes:
        coder, annotator: Names of the coder and the annotator; "default" is the one that ships.
        coder_options: Settings of the coder as (name, value); those of ``llm`` complete ``DATELINE_LLM_…``. What of
            them decides codings is part of the coder's version.
        language: ISO 639-1 code; reports known to be in another language are refused with the reason.
        min_certainty: Mentions below this are left out, between 0 and 1.
        batch_size: Documents annotated together; more is faster and needs more memory.

    Raises:
        UsageError: a value out of range.
    """

    coder: str = "default"
    coder_options: tuple[tuple[str, str], ...] = ()
    annotator: str = "default"
    language: str = "en"
    min_certainty: float = 0.0
    batch_size: int = 16

    def __post_init__(self) -> None:
        if not 0 <= self.min_certainty <= 1:
            raise UsageError(f"min_certainty {self.min_certainty}", "a certainty lies between 0 and 1")
        if self.batch_size < 1:
            raise UsageError(f"batch_size {self.batch_size}", "a batch holds at least one document")
