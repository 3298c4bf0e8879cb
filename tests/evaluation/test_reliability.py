from __future__ import annotations

import pytest

from dateline.evaluation.reliability import calibration_error, reliability, table

GOLD = [
    {
        "passage": "p",
        "sents": [[0, 100]],
        "mentions": [{"sentence": 0, "type": "AID"}, {"sentence": 0, "type": "ACCUSE"}],
    }
]


def coded(*held: tuple[str, float]) -> list[dict[str, object]]:
    return [
        {
            "id": "p",
            "mentions": [{"event_type": kind, "certainty": sure, "trigger": {"start": 0}} for kind, sure in held],
        }
    ]


def test_a_bin_holds_the_share_that_is_right() -> None:
    bins = reliability(GOLD, coded(("AID", 0.85), ("RETREAT", 0.85), ("ACCUSE", 1.0)))
    assert (bins[8].n, bins[8].right) == (2, 0.5)
    assert (bins[9].n, bins[9].right) == (1, 1.0)
    assert calibration_error(bins) == pytest.approx((2 * 0.35 + 0.0) / 3)


def test_of_two_claims_to_one_gold_mention_the_surer_is_right() -> None:
    bins = reliability(GOLD, coded(("AID", 0.25), ("AID", 0.95)))
    assert bins[9].right == 1.0
    assert bins[2].right == 0.0


def test_nothing_coded_has_no_error() -> None:
    bins = reliability(GOLD, [])
    assert calibration_error(bins) == 0.0
    assert "error 0.000" in table(bins)
