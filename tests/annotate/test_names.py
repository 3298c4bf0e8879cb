from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Annotations, NameKind

Annotate = Callable[..., Annotations]


def kinds(annotate: Annotate, text: str) -> dict[str, NameKind]:
    return {each.evidence.text: each.kind for each in annotate(text).names}


def test_burmese_names_are_whole(annotate: Annotate) -> None:
    found = kinds(annotate, "Kyaw Soe Naing told reporters that Aung Thein Lwin had left.")
    assert found == {"Kyaw Soe Naing": NameKind.PERSON, "Aung Thein Lwin": NameKind.PERSON}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The National Reform Council said it would vote.", "National Reform Council", NameKind.ORGANISATION),
        ("He met the director general of Uralexport.", "Uralexport", NameKind.ORGANISATION),
        ("Last year Uralexport was the exclusive exporter of engines.", "Uralexport", NameKind.ORGANISATION),
        ("Troops moved into Karsk Province.", "Karsk Province", NameKind.PLACE),
        ("Norwegian officials spoke.", "Norwegian", NameKind.GROUP),
        ("Ms Dahl, who chairs the talks, spoke.", "Dahl", NameKind.PERSON),
        ("Dahl attended Heroes Day celebrations.", "Heroes Day", NameKind.OTHER),
        ("Officials of the Ministry of Foreign Affairs spoke.", "Ministry of Foreign Affairs", NameKind.ORGANISATION),
        ("The Democratic Workers' Party of Karsk won.", "Democratic Workers' Party of Karsk", NameKind.ORGANISATION),
    ],
)
def test_kinds(annotate: Annotate, text: str, name: str, kind: NameKind) -> None:
    assert kinds(annotate, text).get(name) is kind


def test_names_never_overlap_and_quote_the_text(annotate: Annotate) -> None:
    text = (
        "Norwegian Foreign Ministry spokeswoman Ingrid Dahl said on Monday that UN Security Council members and "
        "Bank of Norway officials met Kyaw Soe Naing of the Karen National Union (KNU)."
    )
    end = 0
    for each in annotate(text).names:
        each.evidence.check(text)
        assert each.evidence.start >= end
        end = each.evidence.end


def test_the_same_name_has_the_same_kind_all_over(annotate: Annotate) -> None:
    found = annotate("Envoy Pavel Orlov arrived. Nobody greeted Orlov. In Orlov many see a friend.")
    assert {each.kind for each in found.names if "Orlov" in each.evidence.text} == {NameKind.PERSON}


def test_weekdays_are_no_names_but_mrs_may_is(annotate: Annotate) -> None:
    assert list(kinds(annotate, "On Saturday, Mrs May spoke in June.")) == ["May"]


def test_a_title_alone_is_no_name(annotate: Annotate) -> None:
    assert "Prime Minister" not in kinds(annotate, "The Prime Minister met the Foreign Secretary in Oslo.")


def test_boilerplate_has_no_names(annotate: Annotate) -> None:
    text = "The envoys met in Oslo on Monday and agreed to meet again.\n\nRead more: Pavel Orlov opens hotel in Minsk"
    assert [each.evidence.text for each in annotate(text).names] == ["Oslo"]
