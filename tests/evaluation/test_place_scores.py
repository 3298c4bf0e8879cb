"""Scoring of place names against gold coordinates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import RecordError
from dateline.evaluation.places import evaluate_places, score_places

TEXT = "A fire broke out in Gori, and smoke reached the Black Sea."


def _row(**changes: object) -> dict[str, object]:
    start = TEXT.index("Gori")
    toponym = {"name": "Gori", "start": start, "end": start + 4, "lat": "41.98", "lon": "44.11", **changes}
    return {"id": "x", "text": TEXT, "toponyms": [toponym]}


def test_a_right_name_counts_everywhere() -> None:
    figures = score_places([_row()]).to_json()
    assert figures["documents"] == 1
    assert figures["names"] == 1
    assert figures["given"] == {"country": {"value": 1.0, "n": 1}, "near_161km": {"value": 1.0, "n": 1}}
    assert figures["end_to_end"]["near"] == {"p": 0.5, "r": 1.0, "f1": 0.667, "gold": 1, "system": 2}


def test_a_point_far_away_counts_as_found_but_not_as_near() -> None:
    report = score_places([_row(lat="42.85", lon="-5.6")])
    figures = report.to_json()
    assert figures["given"]["near_161km"]["value"] == 0.0
    assert figures["given"]["country"]["value"] == 0.0
    assert figures["end_to_end"]["span"]["r"] == 1.0
    assert figures["end_to_end"]["near"]["r"] == 0.0
    assert "given names" in str(report)


def test_a_country_in_gold_is_used() -> None:
    assert score_places([_row(country="GEO")]).country.value == 1.0
    assert score_places([_row(country="ESP")]).country.value == 0.0


def test_seas_are_not_asked_for_their_country() -> None:
    start = TEXT.index("Black Sea")
    row = {"text": TEXT, "toponyms": [{"start": start, "end": start + 9, "lat": 43.5, "lon": 35}]}
    report = score_places([row])
    assert report.country.of == 0
    assert report.near.value == 1.0


def test_a_row_without_a_point_is_an_error() -> None:
    with pytest.raises(RecordError, match="without span or point"):
        score_places([{"id": "x", "text": TEXT, "toponyms": [{"start": 0, "end": 1}]}])


def test_files_are_read(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(_row()) + "\n\n", encoding="utf-8")
    assert evaluate_places(gold).documents == 1


@pytest.mark.needs_shared
def test_the_aims_hold_on_the_development_data(shared: Path) -> None:
    figures = evaluate_places(shared / "gold" / "geo_geovirus.jsonl").to_json()
    assert figures["given"]["country"]["value"] >= 0.98
    assert figures["given"]["near_161km"]["value"] >= 0.9
    assert figures["end_to_end"]["near"]["f1"] >= 0.87
