from __future__ import annotations

import pytest

from claim_facts import told
from dateline.verify.sides import sides


@pytest.mark.parametrize(
    ("sentence", "suppliers", "recipient"),
    [
        ("Chile bought 16 percent of its arms from Norway.", ("NOR",), "CHL"),
        ("Norway supplied 16 percent of the weapons imported by Chile.", ("NOR",), "CHL"),
        ("Norwegian-made arms are 16 percent of Chile's weapons imports.", ("NOR",), "CHL"),
        ("After Spain, Norway is behind 16 percent of arms sales to Chile.", ("NOR",), "CHL"),
        ("Norway and Spain together have 16 percent of arms sales to Chile.", ("ESP", "NOR"), "CHL"),
        ("Chile agreed to an arms deal with Norway for 16 percent of its fleet.", ("NOR",), "CHL"),
        ("Oslo delivers 16 percent of Chile's arms.", ("NOR",), "CHL"),
    ],
)
def test_words_around_states_make_supplier_and_recipient(
    sentence: str, suppliers: tuple[str, ...], recipient: str
) -> None:
    found = sides(told(sentence))
    assert (found.suppliers, found.recipient) == (suppliers, recipient)


def test_the_world_is_no_state() -> None:
    found = sides(told("Norway has 16 percent of global arms exports, after Spain."))
    assert found.world
    assert found.recipient is None
