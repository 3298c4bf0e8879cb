from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import RecordError
from dateline.evaluation.grouping import score_groups
from dateline.evaluation.stories import evaluate_stories

GOLD = Path(__file__).parents[2] / "../shared/gold/clust_ecbplus_traindev.jsonl"


def test_b_cubed_of_a_known_grouping() -> None:
    gold = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
    found = {"a": 0, "b": 0, "c": 1, "d": 1, "e": 1}
    report = score_groups(gold, found)
    assert report.p == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert report.r == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert (report.pairs_p, report.pairs_r) == (0.5, 0.5)
    assert (report.mixed, report.wrongly_joined) == (1, 1)


def test_distractors_lower_precision_only_where_they_are_joined() -> None:
    gold = {"a": 1, "b": 1, "x": None, "y": None}
    apart = score_groups(gold, {"a": 0, "b": 0, "x": 1, "y": 1})
    assert (apart.p, apart.r, apart.mixed, apart.distractors) == (1, 1, 0, 2)
    joined = score_groups(gold, {"a": 0, "b": 0, "x": 0, "y": 1})
    assert joined.p == pytest.approx(2 / 3)
    assert (joined.mixed, joined.wrongly_joined) == (1, 1)


def test_rows_without_a_story_are_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "A ferry ran aground."}) + "\n")
    with pytest.raises(RecordError, match="no row has a story"):
        evaluate_stories(path)
    path.write_text(json.dumps({"id": "a"}) + "\n")
    with pytest.raises(RecordError, match="line 1"):
        evaluate_stories(path)


@pytest.mark.needs_shared
@pytest.mark.skipif(not GOLD.exists(), reason="no development data beside the repository")
def test_stories_of_annotated_news() -> None:
    report, _ = evaluate_stories(GOLD)
    assert report.f1 >= 0.85
    assert report.p >= 0.92
    assert report.mixed <= 10
