from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from dateline.errors import ModelMissing, RecordError, SpanError, UnsupportedLanguage, UsageError
from dateline.model import Annotations, Coding, Document, Evidence
from dateline.pipeline import Failed, Pipeline, Processed, Settings
from record_samples import FakeAnnotator, FakeCoder, FakeResolver, fake_pipeline, report

GOOD = report("Anders met Bellini.")
BAD = report("Anders met CRASH.")
LAST = report("Anders accused Costa.")


class Choosy(FakeAnnotator):
    """Raises in the middle of a batch that holds the word."""

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
        held = list(documents)
        self.batches.append(len(held))
        for document in held:
            if "CRASH" in document.text:
                raise ValueError("no parse")
            yield self._one(document)


def kinds(pipeline: Pipeline, *documents: Document) -> list[str]:
    return [type(outcome).__name__ for outcome in pipeline.process(documents)]


def test_a_document_that_raises_in_the_coder_fails_alone() -> None:
    outcomes = list(fake_pipeline().process([GOOD, BAD, LAST]))
    assert [type(outcome) for outcome in outcomes] == [Processed, Failed, Processed]
    assert isinstance(outcomes[1], Failed)
    assert isinstance(outcomes[1].error, ZeroDivisionError)
    assert outcomes[1].document == BAD


def test_a_document_that_raises_in_the_annotator_fails_alone() -> None:
    annotator = Choosy()
    pipeline = Pipeline(annotator, FakeCoder(), FakeResolver(), Settings(batch_size=3))
    assert kinds(pipeline, GOOD, BAD, LAST, GOOD) == ["Processed", "Failed", "Processed", "Processed"]
    assert annotator.batches == [3, 1, 1, 1, 1]


def test_documents_go_in_batches_and_come_as_they_are_ready() -> None:
    annotator = FakeAnnotator()
    pipeline = Pipeline(annotator, FakeCoder(), FakeResolver(), Settings(batch_size=2))
    outcomes = pipeline.process(iter([GOOD, LAST, GOOD]))
    next(outcomes)
    assert annotator.batches == [2], "the third is not read before it is asked for"
    assert len(list(outcomes)) == 2


def test_a_report_in_another_language_fails_with_the_reason() -> None:
    foreign = Document.of("Anders traf Bellini.", language="de-AT")
    (outcome,) = fake_pipeline().process([foreign])
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, UnsupportedLanguage)
    assert kinds(fake_pipeline(), replace(GOOD, language="en-GB"), replace(GOOD, language=None)) == ["Processed"] * 2


def test_a_missing_model_ends_the_run() -> None:
    class Bare(FakeAnnotator):
        def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
            raise ModelMissing("cannot annotate", "no model", "install one")

    with pytest.raises(ModelMissing):
        list(Pipeline(Bare(), FakeCoder(), FakeResolver(), Settings()).process([GOOD]))


def test_annotations_of_another_document_are_no_annotations() -> None:
    class Mixed(FakeAnnotator):
        def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
            return super().annotate([LAST for _ in documents])

    class Silent(FakeAnnotator):
        def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
            return iter(())

    for annotator in (Mixed(), Silent()):
        (outcome,) = Pipeline(annotator, FakeCoder(), FakeResolver(), Settings()).process([GOOD])
        assert isinstance(outcome, Failed)
        assert isinstance(outcome.error, RecordError)


def test_a_quote_that_does_not_stand_in_the_text_fails_the_document() -> None:
    class Inventive(FakeResolver):
        def resolve(self, document: Document, annotations: Annotations, coding: Coding) -> Coding:
            made_up = Evidence(start=0, end=3, text="???")
            return replace(coding, mentions=tuple(replace(each, trigger=made_up) for each in coding.mentions))

    (outcome,) = Pipeline(FakeAnnotator(), FakeCoder(), Inventive(), Settings()).process([GOOD])
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, SpanError)


def test_copies_of_one_text_have_mentions_of_their_own() -> None:
    copy = report("Anders met Bellini.", publisher="The Herald")
    outcomes = [each for each in fake_pipeline().process([GOOD, copy, GOOD]) if isinstance(each, Processed)]
    first, second, again = (each.coding.mentions[0].id for each in outcomes)
    assert first != second
    assert first == again


def test_a_coder_that_repeats_an_id_does_not_lose_a_mention() -> None:
    class Repeating(FakeCoder):
        def code(self, document: Document, annotations: Annotations) -> Coding:
            coding = super().code(document, annotations)
            return replace(coding, mentions=coding.mentions * 2)

    (outcome,) = Pipeline(FakeAnnotator(), Repeating(), FakeResolver(), Settings()).process([GOOD])
    assert isinstance(outcome, Processed)
    assert len({mention.id for mention in outcome.coding.mentions}) == 2


def test_mentions_below_the_floor_are_left_out() -> None:
    for floor, left in ((0.75, 1), (0.76, 0)):
        (outcome,) = fake_pipeline(settings=Settings(min_certainty=floor)).process([GOOD])
        assert isinstance(outcome, Processed)
        assert len(outcome.coding.mentions) == left


def test_the_identity_changes_with_what_changes_codings() -> None:
    base = fake_pipeline().identity.fingerprint
    assert fake_pipeline().identity.fingerprint == base
    assert fake_pipeline(version="2").identity.fingerprint != base
    assert fake_pipeline(settings=Settings(min_certainty=0.5)).identity.fingerprint != base
    assert fake_pipeline(settings=Settings(batch_size=9)).identity.fingerprint == base


@pytest.mark.parametrize("wrong", [{"min_certainty": 1.5}, {"batch_size": 0}])
def test_settings_out_of_range(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        Settings(**wrong)
