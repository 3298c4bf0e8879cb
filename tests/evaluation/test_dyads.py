from __future__ import annotations

from typing import Any

from dateline.evaluation.dyads import dyads, find

TEXT = "Ruritania condemned Sylvania and urged it to leave. The two met."


def _mention(kind: str, trigger: str, actors: list[str], recipients: list[str], sentence: int = 0) -> dict[str, Any]:
    sides = ([{"text": name} for name in names] for names in (actors, recipients))
    actor, recipient = sides
    return {"sentence": sentence, "type": kind, "trigger": trigger, "actors": actor, "recipients": recipient}


def _passage(*mentions: dict[str, Any]) -> dict[str, Any]:
    return {"passage": "p", "text": TEXT, "sents": [[0, 51], [52, 64]], "mentions": list(mentions)}


def test_two_types_between_two_parties_are_one_dyad() -> None:
    row = _passage(
        _mention("ACCUSE", "condemned", ["Ruritania"], ["Sylvania"]),
        _mention("REQUEST", "urged", ["Ruritania"], ["Sylvania"]),
    )
    (dyad,) = dyads([row])
    assert dyad.types == ("ACCUSE", "REQUEST")
    assert dyad.text[slice(*dyad.recipient or (0, 0))] == "Sylvania"
    assert dyad.text == TEXT[:51]


def test_a_party_that_the_sentence_leaves_out_gives_no_dyad() -> None:
    assert not list(dyads([_passage(_mention("CONSULT", "met", ["Ruritania"], ["Sylvania"], sentence=1))]))


def test_the_second_actor_of_a_mutual_act_is_taken_as_recipient() -> None:
    (dyad,) = dyads([_passage(_mention("CONSULT", "condemned", ["Ruritania", "Sylvania"], []))])
    assert dyad.recipient == (20, 28)


def test_a_record_keeps_its_old_type_under_the_new_name() -> None:
    row = {
        "id": "r",
        "plover": "DISAPPROVE",
        "text": "Ruritanian and Sylvanian envoys blamed the League.",
        "event_text": "blamed",
        "sources": [{"actorText": "Ruritanian ... envoys"}],
        "targets": [],
    }
    (dyad,) = dyads([row])
    assert (dyad.types, dyad.actor, dyad.recipient) == (("ACCUSE",), (0, 10), None)


def test_words_are_found_whole_and_near() -> None:
    assert find("Oman, in Oman", "Oman", near=12) == (9, 13)
    assert find("Romania and Oman", "Oman") == (12, 16)
    assert find("nobody", "Oman") is None
