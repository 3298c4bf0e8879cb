"""A user's own places: added, and standing for their names alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.errors import VocabularyError
from dateline.vocab import places

HEAD = "name,aliases,country,admin1,lat,lon,kind\n"
Use = Callable[[str], None]


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    def clear() -> None:
        places._own.cache_clear()
        places.overlay.cache_clear()
        places.candidates.cache_clear()

    def set_rows(rows: str) -> None:
        path = tmp_path / "own.csv"
        path.write_text(HEAD + rows, encoding="utf-8")
        monkeypatch.setenv(places.OWN, str(path))
        clear()

    yield set_rows
    monkeypatch.undo()
    clear()


def test_a_place_is_added_by_name_and_alias(use: Use) -> None:
    assert not places.candidates("Camp Ruritania")
    use("Camp Ruritania,Fort Zenda,DEU,,49.2,10.1,base\n")
    (entry,) = places.candidates("Fort Zenda")
    assert (entry.name, entry.country, entry.kind) == ("Camp Ruritania", "DEU", places.PlaceKind.FACILITY)


def test_a_name_stands_for_the_user_s_place_alone(use: Use) -> None:
    assert len(places.candidates("Paris")) > 1
    use("Paris,,USA,TX,33.66,-95.56,city\n")
    assert [(entry.country, entry.lat) for entry in places.candidates("Paris")] == [("USA", 33.66)]


@pytest.mark.parametrize("row", ["Camp X,,XYZ,,1,1,base\n", "Camp X,,DEU,,north,1,base\n", "Camp X,,DEU\n"])
def test_a_row_that_is_no_place_is_refused_with_its_line(use: Use, row: str) -> None:
    use(row)
    with pytest.raises(VocabularyError, match="line 2"):
        places.candidates("Camp X")
