from __future__ import annotations

import numpy as np

from dateline.coding.relate.hints import LEAST, MOST, hints, stretches

TEXT = "It rained. Freedonia met Sylvania. They signed! Then it snowed."


def test_only_the_sentences_of_the_parties_are_read() -> None:
    assert [TEXT[a:b].strip() for a, b in stretches(TEXT, (11, 20), (25, 33))] == ["Freedonia met Sylvania."]
    assert [TEXT[a:b].strip() for a, b in stretches(TEXT, (11, 20), (35, 39))] == [
        "Freedonia met Sylvania.",
        "They signed!",
    ]
    assert "".join(TEXT[a:b] for a, b in stretches(TEXT, None, None)) == TEXT


def test_scores_are_bounded_and_taken_near_the_parties_and_everywhere() -> None:
    offsets = [(0, 4), (10, 14), (200, 204)]
    scores = np.array([[1.0, -30.0], [2.0, -30.0], [9.0, -1.0]], dtype=np.float32)
    whole, near = hints(offsets, scores, (0, 4), (10, 14))
    assert whole.tolist() == [MOST, -1.0]
    assert near.tolist() == [2.0, LEAST]


def test_a_text_without_pieces_says_nothing() -> None:
    whole, near = hints([], np.zeros((0, 16), np.float32), None, None)
    assert whole.tolist() == near.tolist() == [LEAST] * 16
