"""Who did what to whom: one sentence for each construction that the coder has to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import EventMention

Told = Callable[..., EventMention]


NORTH = ("Norway", "Peru")
SENTENCES = [
    # sentence, type, actors, recipients
    ("Norway condemned Belarus on Tuesday.", "ACCUSE", {"Norway"}, {"Belarus"}),
    ("Belarus was condemned by Norway and Sweden.", "ACCUSE", {"Norway", "Sweden"}, {"Belarus"}),
    ("The envoy, who was accused of spying by Chad, left.", "ACCUSE", {"Chad"}, {"The envoy"}),
    ("Kenya met with Uganda in Nairobi.", "CONSULT", {"Kenya", "Uganda"}, set()),
    ("Talks between Peru and Chile resumed on Monday.", "CONSULT", {"Peru", "Chile"}, set()),
    ("France and Germany held talks with China.", "CONSULT", {"France", "Germany", "China"}, set()),
    ("President Ruto visited Ghana on Friday.", "CONSULT", {"President Ruto"}, {"Ghana"}),
    ("Serbia urged Kosovo to release the prisoners.", "REQUEST", {"Serbia"}, {"Kosovo"}),
    ("Japan called on Russia to leave the islands.", "REQUEST", {"Japan"}, {"Russia"}),
    ("Canada imposed sanctions on Iran.", "SANCTION", {"Canada"}, {"Iran"}),
    ("Sanctions by Canada against Iran took effect.", "SANCTION", {"Canada"}, {"Iran"}),
    ("Rebels attacked soldiers and burned a market.", "ASSAULT", {"Rebels"}, {"soldiers"}),
    ("Russia's invasion of Ukraine drew protests.", "ASSAULT", {"Russia"}, {"Ukraine"}),
    ("Police arrested two journalists in Minsk.", "COERCE", {"Police"}, {"two journalists"}),
    ("Two journalists were detained by police in Minsk.", "COERCE", {"police"}, {"Two journalists"}),
    ("Spain praised Portugal and criticised Italy.", "SUPPORT", {"Spain"}, {"Portugal"}),
    ("Spain praised Portugal and criticised Italy.", "ACCUSE", {"Spain"}, {"Italy"}),
    ("Ethiopian forces clashed with Tigrayan fighters.", "ASSAULT", {"Ethiopian forces", "Tigrayan fighters"}, set()),
    ("Denmark gave Ukraine 60 tanks.", "AID", {"Denmark"}, {"Ukraine"}),
    ("Iran denied the accusations.", "REJECT", {"Iran"}, set()),
]


@pytest.mark.parametrize(("sentence", "event_type", "actors", "recipients"), SENTENCES)
def test_parties(told: Told, sentence: str, event_type: str, actors: set[str], recipients: set[str]) -> None:
    mention = told(sentence, event_type)
    assert {party.evidence.text for party in mention.actors if party.evidence} == actors
    assert {party.evidence.text for party in mention.recipients if party.evidence} == recipients


def test_a_relative_clause_is_no_part_of_a_party(told: Told) -> None:
    mention = told("The general who led the coup threatened Mali.", "THREATEN")
    assert [party.evidence.text for party in mention.actors if party.evidence] == ["The general"]


def test_a_nationality_before_a_noun_acts(told: Told) -> None:
    mention = told("A Turkish offensive against Kurdish militias began on Sunday.", "ASSAULT")
    assert [party.evidence.text for party in mention.actors if party.evidence] == ["Turkish"]


def test_whose_killing_it_is_undergoes_it(told: Told) -> None:
    mention = told("The murder of the mayor shocked Naples.", "ASSAULT")
    assert [party.evidence.text for party in mention.recipients if party.evidence] == ["the mayor"]


def test_a_subject_is_shared_by_joined_verbs(told: Told) -> None:
    mention = told("Egypt recalled its ambassador, closed the embassy and expelled three Qatari diplomats.", "SANCTION")
    assert "Egypt" in {party.name for party in mention.actors}


def test_a_quoted_first_person_is_the_speaker(told: Told) -> None:
    mention = told("“We condemn the junta,” said Foreign Minister Anna Berg of Sweden.", "ACCUSE")
    assert any("Berg" in party.name for party in mention.actors)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine states, Norway, Peru and Chad, condemned the raid.", ["Norway", "Peru", "Chad"]),
        ("The foreign ministers of Norway and Peru condemned the raid.", [f"foreign minister of {x}" for x in NORTH]),
    ],
)
def test_a_plural_noun_gives_the_parties_that_it_lists(told: Told, text: str, expected: list[str]) -> None:
    assert [party.name for party in told(text, "ACCUSE").actors] == expected


def test_who_stands_beside_an_office_is_no_other_party(told: Told) -> None:
    found = told("Norway's prime minister, Jonas Berg, condemned the raid.", "ACCUSE")
    assert "Jonas Berg" not in {party.name for party in found.recipients}
