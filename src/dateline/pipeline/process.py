"""Documents through the stages; one that raises fails alone, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dateline.errors import EndpointUnavailable, ModelMissing, RecordError, UnsupportedLanguage, VocabularyError
from dateline.model import Annotations, Coding, Document
from dateline.pipeline.identity import identify
from dateline.pipeline.ids import with_own_ids
from dateline.pipeline.protocols import Annotator, Coder, Metered, Resolver
from dateline.pipeline.settings import Settings
from dateline.store import Coder as CoderIdentity

#: Errors of the installation or of an endpoint, not of a document: they end the whole run.
_FATAL = (ModelMissing, VocabularyError, EndpointUnavailable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Processed:
    """A document with all that was found in it."""

    document: Document
    annotations: Annotations
    coding: Coding


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A document that could not be coded, and why."""

    document: Document
    error: Exception


class Pipeline:
    """Annotate, code and resolve documents. It touches no database.

    Args:
        annotator, coder, resolver: The stages.
        settings: Options.
    """

    def __init__(self, annotator: Annotator, coder: Coder, resolver: Resolver, settings: Settings) -> None:
        self._annotator = annotator
        self._coder = coder
        self._resolver = resolver
        self.settings = settings

    @property
    def identity(self) -> CoderIdentity:
        """What decides the result: names, versions, vocabulary and settings."""
        return identify(self._annotator, self._coder, self._resolver, self.settings)

    @property
    def spent(self) -> str | None:
        """What the coder has cost so far, as a line to print; None for one that costs nothing."""
        return str(self._coder.usage) if isinstance(self._coder, Metered) else None

    def process(self, documents: Iterable[Document]) -> Iterator[Processed | Failed]:
        """Code documents, in order.

        Raises:
            ModelMissing: a stage needs a model that is not installed.
            VocabularyError: vocabulary data does not hold together.
            EndpointUnavailable: the coder asks an endpoint that answers no document.
        """
        waiting = iter(documents)
        while batch := list(islice(waiting, self.settings.batch_size)):
            for document, found in zip(batch, self._annotate(batch), strict=True):
                if isinstance(found, Exception):
                    yield Failed(document=document, error=found)
                else:
                    yield self._code(document, found)

    def _annotate(self, batch: list[Document]) -> list[Annotations | Exception]:
        """Annotate a batch; when that fails, one by one, so that only the culprit is lost."""
        try:
            for document in batch:
                self._check_language(document)
            return list(_as_many(batch, self._annotator.annotate(batch)))
        except _FATAL:
            raise
        except Exception as error:  # noqa: BLE001 — whatever a document does to a stage, the others go on
            if len(batch) == 1:
                return [error]
            return [found for document in batch for found in self._annotate([document])]

    def _check_language(self, document: Document) -> None:
        told = (document.language or self.settings.language).casefold().split("-")[0]
        if told != self.settings.language:
            raise UnsupportedLanguage(
                f"cannot code {document.source or document.id}",
                f"it is in language {told!r}, the coder reads {self.settings.language!r}",
                "leave it out, or correct its language",
            )

    def _code(self, document: Document, annotations: Annotations) -> Processed | Failed:
        try:
            coding = self._coder.code(document, annotations)
            coding = self._resolver.resolve(document, annotations, coding)
            coding = with_own_ids(document, self._certain(coding))
            coding.check(document.text)
        except _FATAL:
            raise
        except Exception as error:  # noqa: BLE001 — as above
            return Failed(document=document, error=error)
        return Processed(document=document, annotations=annotations, coding=coding)

    def _certain(self, coding: Coding) -> Coding:
        floor = self.settings.min_certainty
        kept = tuple(mention for mention in coding.mentions if mention.certainty >= floor)
        return Coding(document_id=coding.document_id, mentions=kept, arms=coding.arms, claims=coding.claims)


def _as_many(batch: list[Document], annotated: Iterable[Annotations]) -> Iterator[Annotations]:
    """The annotations, which must be those of the documents and in their order."""
    count = 0
    for document, found in zip(batch, annotated, strict=False):
        if found.document_id != document.id:
            raise RecordError(f"annotations of {document.id}", f"the annotator gave those of {found.document_id}")
        count += 1
        yield found
    if count < len(batch):
        raise RecordError(f"annotations of {batch[count].id}", "the annotator gave none")
