from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.annotate import make_annotator
from dateline.coding import RuleCoder
from dateline.coding.tree import Tree
from dateline.model import Annotations, Coding, Document, EventMention

Code = Callable[..., Coding]
Told = Callable[..., EventMention]


@pytest.fixture(scope="session")
def annotate() -> Callable[..., tuple[Document, Annotations]]:
    annotator = make_annotator()

    def run(
        text: str, *, title: str | None = None, published: dt.date | None = dt.date(2022, 5, 4)
    ) -> tuple[Document, Annotations]:
        document = Document.of(text, title=title, published=published)
        (found,) = annotator.annotate([document])
        return document, found

    return run


@pytest.fixture(scope="session")
def tree(annotate: Callable[..., tuple[Document, Annotations]]) -> Callable[[str], Tree]:
    return lambda text: Tree(annotate(text)[1])


@pytest.fixture(scope="session")
def code(annotate: Callable[..., tuple[Document, Annotations]]) -> Code:
    coder = RuleCoder(threshold=0.0)

    def run(text: str, **more: object) -> Coding:
        document, annotations = annotate(text, **more)
        coding = coder.code(document, annotations)
        coding.check(text)
        return coding

    return run


@pytest.fixture(scope="session")
def told(code: Code) -> Told:
    """The likeliest mention of a type in a text; fails when there is none."""

    def run(text: str, event_type: str, **more: object) -> EventMention:
        mentions = code(text, **more).mentions
        fitting = [mention for mention in mentions if mention.event_type == event_type]
        assert fitting, f"no {event_type} among {[(m.event_type, m.trigger.text) for m in mentions]}"
        return max(fitting, key=lambda mention: mention.certainty)

    return run
