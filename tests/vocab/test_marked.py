from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.loading import Entry
from dateline.vocab.marked import MarkedSentence, parse_marked


def parse(sentence: str) -> MarkedSentence:
    return parse_marked(Entry("f.toml", "X", {"marked": sentence}), "marked")


def test_marks_become_offsets_of_the_plain_sentence() -> None:
    held = parse("{A:Chad} and {A:Mali} {T:found} {R:the envoy} {T:guilty}.")
    assert held.text == "Chad and Mali found the envoy guilty."
    assert [words.text for words in held.actors] == ["Chad", "Mali"]
    assert [words.text for words in held.trigger] == ["found", "guilty"]
    for words in (*held.actors, *held.trigger, *held.recipients):
        words.check(held.text)


@pytest.mark.parametrize("sentence", ["{A:Chad} {X:found} it.", "{A:Chad {T:found} it.", "{T:} it."])
def test_a_broken_mark_is_refused(sentence: str) -> None:
    with pytest.raises(VocabularyError, match="mark is broken"):
        parse(sentence)


def test_a_sentence_needs_a_trigger() -> None:
    with pytest.raises(VocabularyError, match="no trigger"):
        parse("{A:Chad} slept.")
