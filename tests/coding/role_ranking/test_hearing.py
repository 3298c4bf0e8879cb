"""What a network says of figures, as features."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.coding.encoder.pieces import Layout, TokenScores
from dateline.coding.role_ranking.hearing import features_heard


def test_the_likeliest_is_told_apart_by_its_lead() -> None:
    first, second, nobody = features_heard([(2.4, -6.0), (0.2, 1.1)])
    assert {"heard actor 2", "heard first actor", "heard first actor by 2", "heard behind recipient by 5"} <= set(first)
    assert {"heard behind actor by 2", "heard first recipient", "heard rather -1"} <= set(second)
    assert nobody == ["heard nobody actor 2", "heard nobody recipient 1"]


def test_without_figures_only_nobody_is_left() -> None:
    assert features_heard([]) == [["heard nobody actor -6", "heard nobody recipient -6"]]


def test_a_phrase_is_as_likely_as_its_likeliest_word() -> None:
    asks, offers = np.zeros((4, 2, 4), np.float32), np.zeros((4, 2, 4), np.float32)
    asks[0, 0] = asks[1, 0] = 1.0
    offers[3, 0] = 2.0
    empty = np.zeros((4, 0), np.float32)
    layout = Layout(types=(), modalities=(), modes=(), role=4)
    scores = TokenScores(layout=layout, types=empty, modalities=empty, modes=empty, asks=asks, offers=offers)
    (near, wide) = scores.parties(range(2), [(2, 2), (2, 3)])
    assert near == pytest.approx((-2.0, -2.0))
    assert wide == pytest.approx((2.0, -2.0))
    assert scores.parties(range(2), []) == []
