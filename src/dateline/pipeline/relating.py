"""Relating known parties: the coder reads the text first, then the relater weighs what it told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.coding.relate import Relation, Request, shipped
from dateline.model import Document
from dateline.pipeline.protocols import Annotator, Coder

LEAST = 0.15
"""Certainty from which the coder's mentions are weighed."""


def relate(requests: Sequence[Request]) -> list[Relation]:
    """The type that holds between the parties of each request, in order.

    Raises:
        ModelMissing: a model is not installed.
        RecordError: see ``Relater.check``.
    """
    annotator, coder = _stages()
    relater = shipped()
    documents = [
        Document.of(relater.readable(request.text), id=str(number), language="en")
        for number, request in enumerate(requests)
    ]
    mentions = [
        coder.code(document, annotations).mentions
        for document, annotations in zip(documents, annotator.annotate(documents), strict=True)
    ]
    return relater.relate(requests, mentions)


@cache
def _stages() -> tuple[Annotator, Coder]:
    from dateline.annotate import make_annotator
    from dateline.coding.encoder import EncoderCoder

    return make_annotator(), EncoderCoder(threshold=LEAST)
