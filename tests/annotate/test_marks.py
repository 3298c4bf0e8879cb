from __future__ import annotations

import pytest

from dateline.annotate.marks import marked_stretches


def quotes(text: str) -> list[str]:
    return [text[each.start : each.end] for each in marked_stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said. “We stay.”", ["We go,", "We stay."]),
        ('He said "no way" twice.', ["no way"]),
        ("She spoke of 'lasting peace' there.", ["lasting peace"]),
        ("Talks to ‘halt the trade’ in arms", ["halt the trade"]),
        ("«Oui», dit-il. „Ja“, sagte er.", ["Oui", "Ja"]),
        ("``Never,'' he said.", ["Never,"]),
    ],
)
def test_all_styles_of_marks(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_apostrophes_open_nothing() -> None:
    assert quotes("The workers' union didn't strike in '98, and it's the envoys' turn.") == []


def test_inches_open_nothing() -> None:
    assert quotes('A 5" gun was shown.') == []


def test_nested_quotations_follow_the_outer_one() -> None:
    assert quotes("“He called it ‘a mistake’ again,” she said.") == ["He called it ‘a mistake’ again,", "a mistake"]


def test_a_quotation_over_paragraphs_has_a_stretch_in_each() -> None:
    found = list(marked_stretches("“One.\n\n“Two.\n\n“Three,” she said."))
    assert [each.continued for each in found] == [True, True, False]


def test_a_mark_that_nothing_closes_is_no_quotation() -> None:
    assert quotes('He said "never.\n\nThe talks went on.') == []
