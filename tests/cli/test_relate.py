from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Dateline

SENTENCES = {
    "Freedonia imposed sanctions on Sylvania over the seizure of a ship.": "SANCTION",
    "Freedonia accused Sylvania of breaking the truce.": "ACCUSE",
    "Freedonia urged Sylvania to free the sailors.": "REQUEST",
    "Freedonia shelled Sylvania overnight, killing nine.": "ASSAULT",
}


def _line(identifier: object, text: str, **change: object) -> str:
    start = text.index("Sylvania")
    row = {
        "id": identifier,
        "text": text,
        "actor": {"start": 0, "end": 9},
        "recipient": {"start": start, "end": start + 8},
    }
    return json.dumps(row | change) + "\n"


def test_each_dyad_gets_its_type(dateline: Dateline) -> None:
    lines = "".join(_line(number, text) for number, text in enumerate(SENTENCES))
    outcome = dateline("relate", "-", stdin=lines.encode())
    assert outcome.code == 0
    assert [row["id"] for row in outcome.rows] == list(range(len(SENTENCES)))
    assert [row["event_type"] for row in outcome.rows] == list(SENTENCES.values())
    assert all(set(row) == {"id", "event_type", "certainty"} and 0 < row["certainty"] <= 1 for row in outcome.rows)


def test_a_bad_line_is_answered_with_an_error_and_the_rest_go_on(dateline: Dateline) -> None:
    text = next(iter(SENTENCES))
    lines = "{\n" + _line("b", text, actor={"start": 5, "end": 500}) + "\n" + _line("c", text)
    outcome = dateline("relate", "-", stdin=lines.encode())
    assert outcome.code == 3
    assert [row["id"] for row in outcome.rows] == [None, "b", "c"]
    assert "500" in outcome.rows[1]["error"]
    assert outcome.rows[2]["event_type"] == "SANCTION"


def test_the_same_text_means_another_thing_between_other_parties(dateline: Dateline) -> None:
    text = "Freedonia condemned Sylvania after its troops bombed the port of Ruritania."
    other = text.index("Ruritania")
    lines = _line(1, text) + _line(
        2, text, actor={"start": 20, "end": 28}, recipient={"start": other, "end": other + 9}
    )
    outcome = dateline("relate", "-", stdin=lines.encode())
    assert [row["event_type"] for row in outcome.rows] == ["ACCUSE", "ASSAULT"]


def test_an_unsaid_recipient_a_lone_surrogate_and_a_text_without_any_act_are_answered(dateline: Dateline) -> None:
    lines = _line(1, next(iter(SENTENCES)), recipient=None) + _line(2, "Freedonia is near Sylvania \ud800.")
    outcome = dateline("relate", "-", "--all", stdin=lines.encode())
    assert outcome.code == 0
    assert all(len(row["types"]) == 16 and abs(sum(row["types"].values()) - 1) < 0.01 for row in outcome.rows)


def test_answers_do_not_depend_on_the_company(dateline: Dateline) -> None:
    lines = [_line(number, text) for number, text in enumerate(SENTENCES)]
    together = dateline("relate", "-", stdin="".join(lines).encode()).rows
    alone = [dateline("relate", "-", stdin=line.encode()).rows[0] for line in lines]
    assert [row["event_type"] for row in together] == [row["event_type"] for row in alone]
    assert all(abs(a["certainty"] - b["certainty"]) < 0.05 for a, b in zip(together, alone, strict=True))


def test_a_file_that_is_not_there_is_wrong_usage(dateline: Dateline) -> None:
    assert dateline("relate", "nowhere.jsonl").code == 2
