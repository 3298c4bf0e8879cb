from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Annotations

Annotate = Callable[..., Annotations]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Senior General Aung Thein Lwin flew to Minsk.", "Aung Thein Lwin", "Senior General"),
        ("Russian Deputy Minister of Defence Pavel Orlov spoke.", "Pavel Orlov", "Russian Deputy Minister of Defence"),
        ("Norway's foreign minister Ingrid Dahl spoke.", "Ingrid Dahl", "Norway's foreign minister"),
        ("The junta leader Aung Thein Lwin spoke.", "Aung Thein Lwin", "junta leader"),
        ("Pavel Orlov, director general of Uralexport, spoke.", "Pavel Orlov", "director general of Uralexport"),
        (
            "A statement was read by Norway's ambassador to the UN, Ingrid Dahl.",
            "Ingrid Dahl",
            "Norway's ambassador to the UN",
        ),
        ("Lt. Gen. Ko Ko Maung resigned.", "Ko Ko Maung", "Lt. Gen."),
    ],
)
def test_titles_before_and_behind(annotate: Annotate, text: str, name: str, title: str) -> None:
    assert {each.evidence.text: each.title for each in annotate(text).names}[name] == title


def test_no_title_where_there_is_none(annotate: Annotate) -> None:
    assert {each.title for each in annotate("Yesterday Pavel Orlov met Ingrid Dahl in Minsk.").names} == {""}
