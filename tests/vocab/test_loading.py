from __future__ import annotations

from enum import StrEnum

import pytest

from dateline.errors import VocabularyError
from dateline.vocab import loading
from dateline.vocab.loading import Entry, csv_entries, read_toml, table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def entry(**values: object) -> Entry:
    return Entry("colours.toml", "SKY", values)


def test_fields_come_out_typed() -> None:
    held = entry(label="sky", intensity=-3, open=True, cues=["big sky", "dome"], colour="blue")
    assert held.text("label") == "sky"
    assert held.intensity("intensity") == -3.0
    assert held.flag("open") is True
    assert held.phrases("cues") == ("big sky", "dome")
    assert held.choice("colour", Colour) is Colour.BLUE
    held.done()


def test_an_absent_list_is_empty() -> None:
    assert entry().texts("cues") == ()


def test_an_error_names_file_entry_and_field() -> None:
    with pytest.raises(VocabularyError, match=r"colours\.toml: SKY: label must be text"):
        entry().text("label")


def test_a_misspelt_field_is_refused() -> None:
    held = entry(label="sky", lable="sky")
    held.text("label")
    with pytest.raises(VocabularyError, match="unknown field lable"):
        held.done()


@pytest.mark.parametrize("value", [11, -10.5, "4", True, None])
def test_intensity_is_a_number_on_the_scale(value: object) -> None:
    with pytest.raises(VocabularyError, match="between -10 and 10"):
        entry(intensity=value).intensity("intensity")


def test_flag_must_be_a_truth_value() -> None:
    with pytest.raises(VocabularyError, match="true or false"):
        entry(open=1).flag("open")


def test_an_unknown_choice_lists_the_known_ones() -> None:
    with pytest.raises(VocabularyError, match="'green' is not one of red, blue"):
        entry(colour="green").choice("colour", Colour)


def test_a_list_without_repetition() -> None:
    with pytest.raises(VocabularyError, match="'dome' twice"):
        entry(cues=["dome", "sky", "dome"]).texts("cues")


@pytest.mark.parametrize("cue", ["Big sky", "blue-sky", "big  sky"])
def test_phrases_have_one_spelling(cue: str) -> None:
    with pytest.raises(VocabularyError, match="lower case"):
        entry(cues=[cue]).phrases("cues")


@pytest.mark.parametrize("value", ["dome", [""], [3]])
def test_a_list_of_texts_is_nothing_else(value: object) -> None:
    with pytest.raises(VocabularyError, match="list of texts"):
        entry(cues=value).texts("cues")


def test_sub_entries_are_numbered_in_messages() -> None:
    held = list(entry(examples=[{"text": "a"}, {}]).entries("examples"))
    assert held[0].text("text") == "a"
    with pytest.raises(VocabularyError, match="SKY examples 2: text"):
        held[1].text("text")
    with pytest.raises(VocabularyError, match="list of tables"):
        list(entry(examples="a").entries("examples"))


def test_a_top_level_value_that_is_no_table_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"colours\.toml: SKY: must be a table"):
        table("colours.toml", "SKY", "blue")


def test_broken_toml_is_reported_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "read_text", lambda file: "[SKY\n")
    with pytest.raises(VocabularyError, match=r"broken\.toml: .*line 1"):
        read_toml("broken.toml")


@pytest.mark.parametrize("rows", ["code,label\n01,a,b\n", "code,label\n01\n"])
def test_a_csv_row_has_as_many_cells_as_the_head(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "read_text", lambda file: rows)
    with pytest.raises(VocabularyError, match="line 2: has more or fewer cells"):
        list(csv_entries("codes.csv"))


def test_an_empty_csv_cell_is_an_absent_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "read_text", lambda file: "code,label\n01,\n")
    (row,) = csv_entries("codes.csv")
    assert row.text("code") == "01"
    assert not row.has("label")
