from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from claim_facts import sample_facts
from dateline import Document
from dateline.model import Verdict
from dateline.pipeline import Pipeline, make_pipeline
from dateline.pipeline.checking import check_report
from dateline.verify import Checked, Facts

Check = Callable[..., tuple[Checked, ...]]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return make_pipeline()


@pytest.fixture(scope="session")
def facts() -> Facts:
    return sample_facts()


@pytest.fixture
def check_text(pipeline: Pipeline, facts: Facts) -> Check:
    """Check a report of a few sentences; ``kind`` narrows what comes back."""

    def call(
        text: str, published: str | None = "2021-06-22", *, kind: str | None = None, facts: Facts = facts
    ) -> tuple[Checked, ...]:
        day = dt.date.fromisoformat(published) if published else None
        (outcome,) = pipeline.process([Document.of(text, published=day)])
        found = check_report(outcome.document, outcome.annotations.sentences, outcome.coding.claims, facts)  # type: ignore[union-attr]
        return tuple(each for each in found if kind in (None, each.claim.kind))

    return call


@pytest.fixture
def verdict_on(check_text: Check) -> Callable[..., Verdict]:
    """The verdict on the one claim of a kind in a text."""

    def call(text: str, published: str | None = "2021-06-22", **more: object) -> Verdict:
        (checked,) = check_text(text, published, **more)
        return checked.verdict

    return call
