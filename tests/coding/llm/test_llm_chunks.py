from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.coding.llm.chunks import Chunk, chunks_of
from dateline.coding.view import View
from dateline.errors import EndpointError
from llm_fakes import Asked, FakeEndpoint, MakeCoder, Reply, annotated, answer, code, mention

SENTENCE = "Norway condemned Belarus in round number {} of their quarrel."


def text_of(count: int) -> str:
    return " ".join(SENTENCE.format(n) for n in range(count))


def honest(asked: Asked) -> Reply:
    """Codes every sentence, those of the context too."""
    return answer([mention(held["n"]) for held in (*asked.report["context"], *asked.report["sentences"])])


def test_every_sentence_is_in_one_piece_and_context_goes_before() -> None:
    view = View(*annotated(text_of(10)))
    pieces = chunks_of(view, characters=200, overlap=2)
    assert [i for piece in pieces for i in piece.own] == list(range(10))
    assert all(len(piece.own) <= 3 for piece in pieces)
    assert pieces[0].context == ()
    assert [piece.context for piece in pieces[1:]] == [(p.own[0] - 2, p.own[0] - 1) for p in pieces[1:]]


def test_a_long_sentence_stands_alone_and_is_not_cut() -> None:
    view = View(*annotated(f"Short one. {'very ' * 100}long. Short two."))
    assert [piece.own for piece in chunks_of(view, characters=100, overlap=0)] == [(0,), (1,), (2,)]


def test_boilerplate_and_title_are_left_out() -> None:
    document, annotations = annotated(text_of(4), title=SENTENCE.format(0))
    marked = [replace(held, boilerplate=n == 2) for n, held in enumerate(annotations.sentences)]
    view = View(document, replace(annotations, sentences=tuple(marked)))
    assert [piece.own for piece in chunks_of(view, characters=999, overlap=1)] == [(1, 3)]


def test_halves_hold_the_same_sentences() -> None:
    one, two = Chunk(context=(1, 2), own=(3, 4, 5)).halves(2)
    assert (one.context, one.own) == ((1, 2), (3,))
    assert (two.context, two.own) == ((2, 3), (4, 5))
    assert Chunk(context=(), own=(3, 4)).halves(0)[1] == Chunk(context=(), own=(4,))


def test_a_long_report_is_coded_once_all_through(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.rule = honest
    asking = coder(chunk_characters=300, overlap_sentences=2)
    mentions = code(asking, text_of(20)).mentions
    assert [held.sentence for held in mentions] == list(range(20))
    assert {held.event_key for held in mentions} == {"e1"}, "keys go over the pieces"
    assert len(endpoint.asked) > 3
    assert asking.usage.rejected["sentence of the context"] == 2 * (len(endpoint.asked) - 1)


def test_an_answer_that_is_cut_off_is_asked_for_in_halves(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    def short_of_breath(asked: Asked) -> Reply:
        full = honest(asked)
        return full if len(asked.report["sentences"]) < 4 else answer([], finish="length")

    endpoint.rule = short_of_breath
    asking = coder()
    assert [held.sentence for held in code(asking, text_of(9)).mentions] == list(range(9))
    assert asking.usage.retries == 0


@pytest.mark.parametrize(
    "reply",
    [
        answer([], finish="length"),
        Reply(b'{"error": {"message": "maximum context length is 512 tokens"}}', status=400),
        Reply(b"", status=413),
    ],
)
def test_one_sentence_that_is_too_long_fails_its_document(
    endpoint: FakeEndpoint, coder: MakeCoder, reply: Reply
) -> None:
    endpoint.says(reply)
    with pytest.raises(EndpointError):
        code(coder(), text_of(8))
    assert len(endpoint.asked) == 4, "8, 4, 2, 1"


def test_a_report_beyond_the_budget_is_not_sent(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says([])
    with pytest.raises(EndpointError, match=r"needs about [\d,]+ tokens to send, the limit is 1,000"):
        code(coder(max_tokens=1000), text_of(3))
    assert endpoint.asked == []


def test_what_is_left_of_the_budget_bounds_the_answer(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says(answer([mention()], tokens=(7000, 1000)))
    with pytest.raises(EndpointError, match="8,000 of 12,000 tokens are spent"):
        code(coder(max_tokens=12_000, chunk_characters=100, overlap_sentences=0), text_of(2))
    assert len(endpoint.asked) == 1
