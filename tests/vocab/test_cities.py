"""GeoNames' populated places in the two sorted files."""

from __future__ import annotations

import itertools

import pytest

from dateline.errors import VocabularyError
from dateline.vocab import cities
from dateline.vocab.cities import DATA, cities_by_key, cities_named, nearest_cities


def test_the_largest_place_of_a_name_comes_first() -> None:
    found = cities_named("Paris")
    assert (found[0].country, found[0].admin1) == ("FRA", "11")
    assert ("USA", "TX") in {(city.country, city.admin1) for city in found}
    assert [city.population for city in found] == sorted((city.population for city in found), reverse=True)


@pytest.mark.parametrize(
    ("name", "country"), [("Kiev", "UKR"), ("Rangoon", "MMR"), ("Al Fashir", "SDN"), ("Köln", "DEU")]
)
def test_places_are_found_under_other_names(name: str, country: str) -> None:
    assert cities_named(name)[0].country == country


def test_what_is_no_name_finds_nothing() -> None:
    assert cities_by_key("") == ()
    assert cities_by_key("zzzzzzzz") == ()
    assert cities_by_key("0") == ()


def test_every_line_of_the_index_can_be_found_and_the_index_is_sorted() -> None:
    lines = (DATA / "names.tsv").read_bytes().splitlines()
    names = [line.partition(b"\t")[0] for line in lines]
    assert all(a < b for a, b in itertools.pairwise(names))
    picked = names[:: len(names) // 300]
    assert all(cities_by_key(name.decode()) for name in (names[0], names[-1], *picked))


def test_nearest_cities_surround_a_point() -> None:
    assert "Tripoli" in {city.name for city in nearest_cities(32.9, 13.2)}
    assert nearest_cities(-60.0, -140.0) == ()


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(VocabularyError, match="install the package again"):
        cities._mapped("nowhere.tsv")
