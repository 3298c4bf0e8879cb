from __future__ import annotations

from pathlib import Path

import pytest

relate_own = pytest.importorskip("relate_own")


def _marked(folder: Path, line: str, name: str = "AID.txt") -> list[dict[str, object]]:
    (folder / name).write_text(f"# how it is marked\n{line}\n", "utf-8")
    return list(relate_own.marked(folder))


def test_marks_are_taken_out_and_their_places_kept(tmp_path: Path) -> None:
    (row,) = _marked(tmp_path, "[A:Chad] {flew} rice {to} [R:Niger].")
    assert row["text"] == "Chad flew rice to Niger."
    assert (row["types"], row["actor"], row["recipient"]) == (["AID"], (0, 4), (18, 23))
    assert row["triggers"] == [(5, 9), (15, 17)]


def test_a_mixed_line_begins_with_its_type(tmp_path: Path) -> None:
    (row,) = _marked(tmp_path, "RETREAT: [A:Chad] {left} [R:Niger].", "mixed.txt")
    assert (row["types"], row["text"]) == (["RETREAT"], "Chad left Niger.")


@pytest.mark.parametrize("line", ["Chad {left}.", "[A:Chad] [A:Mali] {left}.", "[A:Chad {left}.", "[A:Chad] left]."])
def test_a_line_with_bad_marks_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"AID\.txt line 2"):
        _marked(tmp_path, line)


def test_our_own_sentences_hold_together() -> None:
    made = list(relate_own.marked(Path(__file__).parents[2] / "training" / "examples" / "relate"))
    assert len({row["types"][0] for row in made}) == 16
    assert len({(row["text"], row["types"][0], row["actor"], row["recipient"]) for row in made}) == len(made)
