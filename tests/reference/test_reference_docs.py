"""docs/reference.md says what the code does: every kind, every answer, the numbers of what ships."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.model.reference import Programme, Resolution, Veto
from dateline.query.sanction_editions import ListedStatus
from dateline.reference.registry import KINDS
from dateline.vocab.programme_dates import programme_dates
from dateline.vocab.starter import starter_records

TEXT = (Path(__file__).parents[2] / "docs/reference.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*KINDS, *ListedStatus])
def test_every_kind_and_answer_has_its_row(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", TEXT, re.MULTILINE)


def test_no_kind_is_made_up() -> None:
    table = TEXT.partition("## Where to get the files")[2].partition("## What is odd")[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)) == set(KINDS)


def test_the_numbers_of_what_ships() -> None:
    votes = [each for each in starter_records() if isinstance(each, Resolution)]
    numbers = {
        "votes_general_assembly.toml": [
            sum(each.body == "UNGA" for each in votes),
            sum(not each.recorded for each in votes),
            sum("equal to the ballots" in each.note for each in votes),
        ],
        "votes_security_council.toml": [sum(each.body == "UNSC" for each in votes)],
        "vetoes.toml": [sum(isinstance(each, Veto) for each in starter_records())],
        "arms_embargoes.toml": [sum(isinstance(each, Programme) for each in starter_records())],
        "programme_dates.csv": [len(programme_dates())],
    }
    for file, expected in numbers.items():
        (told,) = re.findall(rf"^\| `{file}` \| (.+) \|$", TEXT, re.MULTILINE)
        printed = [int(each) for each in re.findall(r"(?<![–\d])\d{1,2}(?![\d–])", told)]
        assert printed[: len(expected)] == expected, file
