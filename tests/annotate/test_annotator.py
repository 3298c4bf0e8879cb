from __future__ import annotations

from collections.abc import Callable

from dateline.annotate import ReportAnnotator, make_annotator
from dateline.model import Annotations, Document, from_json, to_json

Annotate = Callable[..., Annotations]

REPORT = """Norway's envoy visits Kenya

OSLO, May 4 (NTB) - Norway's envoy Ingrid Dahl met Kenyan officials on Monday. “We will send engines,” she said.

Read more: Ten hotels by the sea
"""


def test_all_kinds_of_annotation(annotate: Annotate) -> None:
    found = annotate(REPORT)
    assert found.dateline is not None
    assert REPORT[found.dateline.start : found.dateline.end].startswith("OSLO, May 4")
    assert "Ingrid Dahl" in {each.evidence.text for each in found.names}
    assert [each.text for each in found.times] == ["Monday"]
    assert [each.name for each in found.references if each.evidence.text == "she"] == ["Ingrid Dahl"]
    assert REPORT[found.boilerplate[-1].start :].strip() == "Read more: Ten hotels by the sea"


def test_annotations_survive_json(annotate: Annotate) -> None:
    found = annotate(REPORT)
    assert from_json(Annotations, to_json(found)) == found


def test_one_document_or_many_give_the_same(annotator: ReportAnnotator) -> None:
    texts = [REPORT, "", "Kenya said it would wait.", REPORT * 3]
    together = list(annotator.annotate([Document.of(text, id=str(n)) for n, text in enumerate(texts)]))
    alone = [next(annotator.annotate([Document.of(text, id=str(n))])) for n, text in enumerate(texts)]
    assert together == alone


def test_a_generator_is_read_as_it_comes(annotator: ReportAnnotator) -> None:
    found = annotator.annotate(Document.of(text, id=text) for text in ("One came.", "Two came."))
    assert [each.document_id for each in found] == ["One came.", "Two came."]


def test_any_text_is_annotated(annotate: Annotate) -> None:
    for text in (
        "\x00",
        "\ud800 he said",
        "((((",
        "“”",
        "” “",
        "a\u200bb",
        "🙂 said 🙂.",
        "he " * 400,
        "The the of of",
    ):
        assert annotate(text).document_id


def test_name_and_version_tell_rules_and_model() -> None:
    made = make_annotator()
    assert made.name.startswith("rules over spacy en_")
    assert made.version.endswith(")")
