"""Annotate: Document → Annotations. :func:`make_annotator` builds the one that the pipeline uses."""

from __future__ import annotations

from dateline.annotate.spacy_annotator import SpacyAnnotator

__all__ = ["SpacyAnnotator"]
