from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.vocab import listing

#: A new vocabulary is added here on purpose.
NAMES = (
    *("event_types", "modes", "contexts", "sectors", "cameo", "item_classes", "arms_status"),
    *("actors", "territories", "agents", "offices"),
)
#: Tables whose rows are told apart by more than the first cell.
COMPOUND = ("modes", "agents", "offices")


def test_the_registry_holds_these_vocabularies() -> None:
    assert listing.names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_rectangular_and_has_a_title(name: str) -> None:
    table = listing.table(name)
    assert table.title
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert all("\n" not in cell for row in table.rows for cell in row)
    first = [row[0] for row in table.rows]
    assert name in COMPOUND or len(set(first)) == len(first)
    assert len(set(table.rows)) == len(table.rows)


def test_an_unknown_name_has_near_matches_and_all_names() -> None:
    with pytest.raises(UsageError) as caught:
        listing.table("Event-Type")
    assert "did you mean event_types?" in str(caught.value)
    assert all(name in str(caught.value) for name in NAMES)


def test_a_name_like_none_gets_all_names() -> None:
    with pytest.raises(UsageError, match="there are event_types, modes") as caught:
        listing.table("zzz")
    assert "did you mean" not in str(caught.value)


def test_the_tables_of_actors_hold_what_is_known_of_them() -> None:
    table = listing.table("actors")
    actors = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert "foreign minister 2004-03-09/.." in actors["person/sergei-lavrov"]["roles"]
    assert actors["state/MMR"]["kind"] == "state"
    assert actors["body/taliban"]["roles"].startswith("GOV 1996-09")
    territories = {row[0] for row in listing.table("territories").rows}
    assert {"state/MMR", "region/western-states"} <= territories
    offices = [row for row in listing.table("offices").rows if "chancellor" in row[-1].split("; ")]
    assert sorted(row[0] for row in offices) == ["finance minister", "prime minister"]
