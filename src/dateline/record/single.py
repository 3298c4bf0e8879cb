"""One report, without a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import pipeline
from dateline.errors import DatelineError
from dateline.model import Coding, Document
from dateline.pipeline import Failed, Processed, Settings

if TYPE_CHECKING:
    from dateline.verify import Checked, Facts


def code(document: Document, settings: Settings | None = None) -> Coding:
    """Code one report without a database.

    Raises:
        DatelineError: the report cannot be coded.
        ModelMissing: the language model is not installed.
    """
    return _processed(document, settings).coding


def check(document: Document, settings: Settings | None = None, *, facts: Facts | None = None) -> tuple[Checked, ...]:
    """Hold the claims of one report against reference records, without a database.

    Args:
        document: The report.
        settings: How it is coded.
        facts: The reference records; by default the tallies, vetoes and arms embargoes that ship.

    Raises:
        DatelineError: the report cannot be coded.
        ModelMissing: the language model is not installed.
    """
    from dateline.pipeline.checking import check_report, starter_facts  # takes time to load

    done = _processed(document, settings)
    claims, sentences = done.coding.claims, done.annotations.sentences
    return check_report(document, sentences, claims, starter_facts() if facts is None else facts)


def _processed(document: Document, settings: Settings | None) -> Processed:
    (outcome,) = pipeline.make_pipeline(settings).process([document])
    if not isinstance(outcome, Failed):
        return outcome
    if isinstance(outcome.error, DatelineError):
        raise outcome.error
    what = f"cannot code {document.source or document.id}"
    raise DatelineError(what, repr(outcome.error), "please report this") from outcome.error
