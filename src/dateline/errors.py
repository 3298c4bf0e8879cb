"""Every error Dateline raises on purpose.

::

    DatelineError
    ├── UsageError             the call itself is wrong (unknown name, bad option); exit code 2
    ├── SourceError            a report cannot be turned into a Document
    │   ├── EmptySource            nothing to read
    │   ├── BinarySource           bytes that are no text
    │   ├── EncodingError          text in an encoding that cannot be decoded
    │   ├── TooLargeSource         larger than the limit
    │   ├── UnsupportedLanguage    a language no coder is there for
    │   ├── MalformedSource        the container (JSON, HTML, feed) is broken
    │   └── FetchError             an address gave no report
    │       ├── FetchRefused           we do not fetch it: robots.txt, a private address, no web address
    │       └── FetchFailed            its server does not answer, or with an error
    ├── SpanError              a span whose quote does not stand at its offsets
    ├── VocabularyError        shipped or overlay data that does not hold together
    ├── RecordError            a stored or exchanged record that does not decode
    ├── ModelMissing           a model package that is not installed
    ├── EndpointError          a model endpoint gave no usable answer for one report
    │   └── EndpointUnavailable    it answers no report at all: wrong key, no such model, not reachable
    ├── StoreError             the database cannot be opened, read or written
    │   ├── StoreMissing           there is no database at that path
    │   └── StoreTooNew            written by a later version of Dateline
    └── GateNotMet             an accuracy floor was missed; exit code 4

Each message says what failed, on which subject, why, and the next step. A message is one line; the
parts are kept as attributes so that the store can keep a reject with its reason.
"""

from __future__ import annotations

__all__ = [
    "BinarySource",
    "DatelineError",
    "EmptySource",
    "EncodingError",
    "EndpointError",
    "EndpointUnavailable",
    "FetchError",
    "FetchFailed",
    "FetchRefused",
    "GateNotMet",
    "MalformedSource",
    "ModelMissing",
    "RecordError",
    "SourceError",
    "SpanError",
    "StoreError",
    "StoreMissing",
    "StoreTooNew",
    "TooLargeSource",
    "UnsupportedLanguage",
    "UsageError",
    "VocabularyError",
]


class DatelineError(Exception):
    """Base of all errors raised on purpose.

    Args:
        what: What failed, on which subject ("cannot read report.html").
        why: The reason ("the file is empty").
        next_step: What the reader can do about it; may be empty.
    """

    def __init__(self, what: str, why: str = "", next_step: str = "") -> None:
        self.what = what
        self.why = why
        self.next_step = next_step
        message = f"{what}: {why}" if why else what
        super().__init__(f"{message} ({next_step})" if next_step else message)


class UsageError(DatelineError):
    """The call itself is wrong: an unknown name, an option out of range."""


class SourceError(DatelineError):
    """A report cannot be turned into a Document; the other reports go on."""


class EmptySource(SourceError):
    """There is nothing to read."""


class BinarySource(SourceError):
    """The bytes are no text."""


class EncodingError(SourceError):
    """The text is in an encoding that cannot be decoded."""


class TooLargeSource(SourceError):
    """The report is larger than the limit."""


class UnsupportedLanguage(SourceError):
    """No coder is there for the report's language."""


class MalformedSource(SourceError):
    """The container (JSON line, HTML page, feed) is broken."""


class FetchError(SourceError):
    """An address gave no report."""


class FetchRefused(FetchError):
    """It is not fetched: robots.txt forbids it, it leads to a private network, or it is no web address."""


class FetchFailed(FetchError):
    """Its server does not answer in time, or answers with an error.

    Attributes:
        status: HTTP status, or None where there was no answer.
        retry_after: Seconds after which the server asks to be tried again, or None.
    """

    def __init__(
        self,
        what: str,
        why: str = "",
        next_step: str = "",
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(what, why, next_step)
        self.status = status
        self.retry_after = retry_after


class SpanError(DatelineError):
    """A span whose quote does not stand at its offsets in the document."""


class VocabularyError(DatelineError):
    """Shipped or overlay data does not hold together."""


class RecordError(DatelineError):
    """A stored or exchanged record does not decode."""


class ModelMissing(DatelineError):
    """A model package is not installed."""


class EndpointError(DatelineError):
    """A model endpoint gave no usable answer for one report; the other reports go on."""


class EndpointUnavailable(EndpointError):
    """A model endpoint answers no report at all: wrong key, no such model, not reachable; ends the run."""


class StoreError(DatelineError):
    """The database cannot be opened, read or written."""


class StoreMissing(StoreError):
    """There is no database at that path."""


class StoreTooNew(StoreError):
    """The database was written by a later version of Dateline."""


class GateNotMet(DatelineError):
    """An accuracy floor was missed."""
