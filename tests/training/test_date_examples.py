from __future__ import annotations

from pathlib import Path

import pytest

from dateline.vocab.event_types import event_types
from dateline.vocab.places import country_entries

pytest.importorskip("role_fit")
date_examples = pytest.importorskip("date_examples")
FOLDER = Path(__file__).parents[2] / "training"


def test_marks_are_taken_out_and_their_places_kept(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("# head\n== 2021-06-22\nTroops [shelled ASSAULT 2021-06-20] the port.\n", "utf-8")
    ((document, (act,)),) = date_examples.read_own(path)
    assert (document.text, str(document.published)) == ("Troops shelled the port.", "2021-06-22")
    assert document.text[act.start : act.end] == "shelled"
    assert (act.event_type, act.told) == ("ASSAULT", "2021-06-20")


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("2021-06-20", "2021-06-20", "2021-06-20"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2002..2006", "2002-01-01", "2006-12-31"),
    ],
)
def test_days_months_years_and_stretches(tmp_path: Path, words: str, earliest: str, latest: str) -> None:
    assert date_examples._date(words, None) == {"earliest": earliest, "latest": latest}


def test_our_own_reports_hold_together() -> None:
    acts = 0
    for document, found in date_examples.read_own(FOLDER / "dates.txt"):
        assert "[" not in document.text, document.text
        for act in found:
            assert act.event_type in event_types()
            assert act.told in {"open", "news"} or date_examples._date(act.told, None)
            acts += 1
    assert acts > 400
    for document, found in date_examples.read_own(FOLDER / "places.txt"):
        assert "[" not in document.text, document.text
        assert all(act.event_type in event_types() for act in found)
        assert all(act.told == "open" or act.told in country_entries() for act in found)
