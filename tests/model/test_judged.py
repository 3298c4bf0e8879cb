from __future__ import annotations

import pytest

from dateline.model import ArmsFrame, Because, Evidence, Party
from dateline.model.judged import UNJUDGED, Judged, is_known

WHY = Because(step="judgement", reason="one letter")
ANA = Party(evidence=None, name="Ana Lund", canonical_id="person/ana-lund", country="SWE", sector="GOV", because=(WHY,))
MISSPELT = Party(
    evidence=Evidence(start=0, end=8, text="Anna Lud"), name="Anna Lud", canonical_id="unknown/anna-lud", country="NOR"
)
JUDGED = Judged(taken_for={"unknown/anna-lud": ANA})


@pytest.mark.parametrize(
    ("entity", "known"), [("person/ana-lund", True), ("state/SWE", True), ("unknown/anna-lud", False)]
)
def test_an_id_says_whether_the_data_know_it(entity: str, known: bool) -> None:
    assert is_known(entity) is known


def test_a_party_takes_the_particulars_of_what_it_is_taken_for_and_keeps_its_words() -> None:
    party = JUDGED.party(MISSPELT)
    assert (party.canonical_id, party.name, party.country, party.sector) == (
        "person/ana-lund",
        "Ana Lund",
        "SWE",
        "GOV",
    )
    assert party.evidence == MISSPELT.evidence
    assert party.because == (WHY,)


def test_what_the_lead_does_not_know_stays_as_it_was_told() -> None:
    vague = Judged(taken_for={"unknown/anna-lud": Party(evidence=None, name="Ana", canonical_id="unknown/ana")})
    assert JUDGED.canonical("unknown/anna-lud") == "person/ana-lund"
    assert vague.party(MISSPELT).country == "NOR"


def test_others_come_back_untouched() -> None:
    nobody = Party(evidence=None, name="gunmen")
    assert JUDGED.party(nobody) is nobody
    assert UNJUDGED.party(MISSPELT) is MISSPELT
    assert not UNJUDGED
    assert JUDGED.canonical("state/SWE") == "state/SWE"


def test_both_sides_of_an_arms_frame_are_judged() -> None:
    frame = ArmsFrame(
        trigger=Evidence(start=0, end=4, text="sold"), supplier=MISSPELT, recipient=None, item=None, item_class=None,
        quantity=None, value=None, amount=None, currency=None, status="delivered",
    )  # fmt: skip
    held = JUDGED._arms(frame)
    assert held is not None
    assert held.supplier is not None
    assert held.supplier.name == "Ana Lund"
    assert held.recipient is None
