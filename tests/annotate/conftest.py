from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.annotate import ReportAnnotator, make_annotator
from dateline.annotate.tree import Tree
from dateline.model import Annotations, Document

Annotate = Callable[..., Annotations]


@pytest.fixture(scope="session")
def annotator() -> ReportAnnotator:
    return make_annotator()


@pytest.fixture(scope="session")
def annotate(annotator: ReportAnnotator) -> Annotate:
    def run(text: str, *, title: str | None = None, published: dt.date | None = None) -> Annotations:
        (found,) = annotator.annotate([Document.of(text, title=title, published=published)])
        return found

    return run


@pytest.fixture(scope="session")
def parse(annotate: Annotate) -> Callable[[str], Tree]:
    def run(text: str) -> Tree:
        return Tree(text, annotate(text).tokens)

    return run
