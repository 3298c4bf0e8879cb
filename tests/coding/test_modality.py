from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.model import EventMention, Modality

Told = Callable[..., EventMention]

CASES = [
    ("Rebels attacked the town.", "ASSAULT", Modality.ASSERTED),
    ("Rebels will attack the town.", "ASSAULT", Modality.FUTURE),
    ("Rebels could attack the town.", "ASSAULT", Modality.HYPOTHETICAL),
    ("If rebels attacked the town, soldiers would flee.", "ASSAULT", Modality.HYPOTHETICAL),
    ("Rebels did not attack the town.", "ASSAULT", Modality.NEGATED),
    ("In 1994 rebels attacked the town.", "ASSAULT", Modality.HISTORICAL),
    ("Austria is considering sanctions against Serbia.", "SANCTION", Modality.HYPOTHETICAL),
    ("The president is due to sign a deal with Oman on Monday.", "AGREE", Modality.FUTURE),
    ("A possible attack on the embassy worried Kenya.", "ASSAULT", Modality.HYPOTHETICAL),
    ("Kenya anticipates an attack on the embassy.", "ASSAULT", Modality.FUTURE),
    ("The envoy suggested that rebels were attacking the town.", "ASSAULT", Modality.ASSERTED),
    ("The minister met union leaders, urging them to end the strike.", "REQUEST", Modality.ASSERTED),
    (
        "In the 1989 uprising, in which soldiers killed forty students, the capital burned.",
        "ASSAULT",
        Modality.HISTORICAL,
    ),
    ("In 2009 Gabon closed the border to protest joint exercises by Chad and Niger.", "PROTEST", Modality.HISTORICAL),
    ("The sanctions imposed in 2012 by Norway on Serbia hurt farmers.", "SANCTION", Modality.HISTORICAL),
    ("Rebels agreed to release the hostages.", "CONCEDE", Modality.ASSERTED),
    ("Norway has no intention of leaving the treaty.", "REJECT", Modality.ASSERTED),
    ("Nobody was arrested at the vigil in Kisumu.", "COERCE", Modality.NEGATED),
    ("Not one member of the bloc has endorsed the plan of Norway.", "SUPPORT", Modality.NEGATED),
    ("No sanctions have been imposed on the traders by Norway.", "SANCTION", Modality.NEGATED),
    ("Two senators stopped short of criticising the general.", "ACCUSE", Modality.NEGATED),
    ("The prosecutor has yet to release the editors.", "RETREAT", Modality.NEGATED),
    ("Asked about the raid on Jenin, the Jordanian minister left the room.", "ASSAULT", Modality.ASSERTED),
    ("The colonel threatened to quit if the attacks by Chad went on.", "ASSAULT", Modality.ASSERTED),
    ("Prisoners went on hunger strike to demand that guards leave.", "REQUEST", Modality.ASSERTED),
    ("Analysts say Manila might threaten to leave the treaty.", "THREATEN", Modality.HYPOTHETICAL),
    ("Rebels could be planning to attack the town.", "ASSAULT", Modality.HYPOTHETICAL),
]


@pytest.mark.parametrize(("sentence", "event_type", "modality"), CASES)
def test_modality(told: Told, sentence: str, event_type: str, modality: Modality) -> None:
    assert told(sentence, event_type).modality is modality


def test_the_last_year_is_no_history(told: Told) -> None:
    mention = told("In 2021 rebels attacked the town.", "ASSAULT", published=dt.date(2022, 5, 4))
    assert mention.modality is Modality.ASSERTED


def test_a_year_of_another_noun_does_not_date_the_act(told: Told) -> None:
    mention = told("Iran rejected the 2015 agreement on Monday.", "REJECT")
    assert mention.modality is Modality.ASSERTED


def test_a_future_meeting_is_a_promise(told: Told) -> None:
    mention = told("The ministers of Chad and Niger will meet on Sunday.", "AGREE")
    assert mention.modality is Modality.FUTURE


def test_unwillingness_is_a_refusal(told: Told) -> None:
    mention = told("Eritrea will not meet with the envoy.", "REJECT")
    assert mention.modality is Modality.ASSERTED


def test_a_promise_in_own_words_has_been_made(told: Told) -> None:
    mention = told("Qatar said it will send aid to Lebanon.", "AGREE")
    assert mention.modality is Modality.ASSERTED


def test_every_reading_but_plain_assertion_is_explained(told: Told) -> None:
    mention = told("Rebels could attack the town.", "ASSAULT")
    assert [because.reason for because in mention.because if because.step == "coding.modality"] == [
        "“could” leaves it open"
    ]


def test_a_narrative_goes_on_through_times_of_no_certain_day(told: Told) -> None:
    text = "In 1968 the army entered the capital. At midnight soldiers arrested the reformer."
    assert told(text, "COERCE").modality is Modality.HISTORICAL


def test_a_day_of_the_report_ends_a_narrative(told: Told) -> None:
    text = "In 1968 the army entered the capital. On Monday soldiers arrested the reformer."
    assert told(text, "COERCE").modality is Modality.ASSERTED
