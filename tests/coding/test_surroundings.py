from __future__ import annotations

from collections.abc import Callable

from dateline.model import EventMention

Told = Callable[..., EventMention]


def test_the_time_of_the_own_clause_is_taken(told: Told) -> None:
    mention = told("Togo, which met with Benin on Friday, condemned Niger on Sunday.", "ACCUSE")
    assert mention.when is not None
    assert mention.when.evidence is not None
    assert "Sunday" in mention.when.evidence.text
    assert mention.when.interval is None


def test_a_locative_phrase_is_the_place(told: Told) -> None:
    mention = told("The ministers of Oman and Qatar met in Geneva on Monday.", "CONSULT")
    assert mention.where is not None
    assert mention.where.evidence is not None
    assert mention.where.evidence.text == "Geneva"


def test_who_says_so_is_kept(told: Told) -> None:
    mention = told("Rebels killed 12 soldiers, the Defence Ministry said.", "ASSAULT")
    assert mention.attributed_to is not None
    assert mention.attributed_to.text == "the Defence Ministry"


def test_nobody_is_the_source_of_what_they_do_by_saying_it(told: Told) -> None:
    mention = told("The Defence Ministry said it condemned the attack by rebels.", "ACCUSE")
    assert mention.attributed_to is None


def test_an_army_that_tells_of_its_own_strike_is_the_source(told: Told) -> None:
    mention = told("The army said it had shelled the town of Goma.", "ASSAULT")
    assert mention.attributed_to is not None
    assert mention.attributed_to.text == "The army"


def test_who_claims_an_attack_is_its_source(told: Told) -> None:
    mention = told("The rebels claimed responsibility for the attack on the barracks.", "ASSAULT")
    assert mention.attributed_to is not None
    assert mention.attributed_to.text == "The rebels"


def test_counts_of_the_act_are_magnitudes(told: Told) -> None:
    (found,) = told("Rebels killed 12 soldiers in Goma in 2022.", "ASSAULT").magnitudes
    assert (found.quantity, found.what) == (12, "soldiers")


def test_money_has_a_unit(told: Told) -> None:
    (found,) = told("Japan gave Fiji $3 million.", "AID").magnitudes
    assert (found.quantity, found.unit) == (3_000_000, "USD")
