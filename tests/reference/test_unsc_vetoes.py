from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.reference import Veto
from list_cases import shared, take, written

HEAD = (
    "year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,"
    "China,France,Russia,USSR,USA,UK\r\n"
)


def table(folder: Path, *rows: str) -> Path:
    return written(folder, "vetoes_1946-2030-04.csv", "\ufeff" + HEAD + "".join(row + "\r\n" for row in rows))


def test_members_and_days(tmp_path: Path) -> None:
    path = table(tmp_path, "2031,4/2/2031,4,S/2031/7,S/PV.9999,A question,Xland,Asia,Russia,China,,1,0,1,0,0,0")
    (veto,) = take("un-sc-vetoes", path).of(Veto)
    assert (veto.day, veto.draft, veto.meeting) == (dt.date(2031, 4, 2), "S/2031/7", "S/PV.9999")
    assert veto.vetoing == ("RUS", "CHN")
    assert veto.provenance.line == 2
    assert veto.provenance.vintage == "2030-04"


def test_a_meeting_where_the_draft_would_stand_is_no_draft(tmp_path: Path) -> None:
    row = "1950,1/5/1950,1,S/PV.12,S/PV.12,Old question,Yland,Asia,USSR,,,0,0,0,1,0,0"
    first, second = take("un-sc-vetoes", table(tmp_path, row, row.replace("Old", "Other"))).of(Veto)
    assert first.draft == second.draft == ""
    assert first.meeting == "S/PV.12"
    assert "meeting" in first.note
    assert first.vetoing == ("SUN",)


@pytest.mark.parametrize(
    ("printed", "draft"),
    [
        ("S/12/Rev.1 (as amended)", "S/12/Rev.1"),
        ("S/471 and S/471/Add.1", "S/471"),
        ('"S/552, S/PV.202"', "S/552"),
        ("S/3188/Corr.1", "S/3188/Corr.1"),
    ],
)
def test_words_around_a_draft_are_kept_as_a_note(tmp_path: Path, printed: str, draft: str) -> None:
    path = table(tmp_path, f"1950,1/5/1950,1,{printed},S/PV.12,Old question,Yland,Asia,UK,,,0,0,0,0,0,1")
    (veto,) = take("un-sc-vetoes", path).of(Veto)
    assert veto.draft == draft
    assert bool(veto.note) == (printed.strip('"') != draft)


def test_two_lines_in_one_cell_do_not_shift_the_lines(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        '2020,7/7/2020,7,S/2020/1,"S/2020/2\nS/2020/3",Question,Z,Asia,USA,,,0,0,0,0,1,0',
        "2020,7/8/2020,7,S/2020/4,S/PV.3,Question,Z,Asia,USA,,,0,0,0,0,1,0",
    )
    first, second = take("un-sc-vetoes", path).of(Veto)
    assert first.meeting == "S/2020/2; S/2020/3"
    assert (first.provenance.line, second.provenance.line) == (2, 4)


def test_bad_rows_say_why_and_where(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "2020,31/12/2020,7,S/2020/1,S/PV.1,Question,Z,Asia,USA,,,0,0,0,0,1,0",
        "2020,7/7/2020,7,S/2020/1,S/PV.1,Question,Z,Asia,Utopia,,,0,0,0,0,1,0",
        "2020,7/7/2020,7",
    )
    taken = take("un-sc-vetoes", path)
    assert [line for line, _ in taken.bad] == [2, 3, 4]
    assert "no day" in taken.bad[0][1]
    assert "Utopia" in taken.bad[1][1]
    assert "3 cells" in taken.bad[2][1]


def test_flags_that_lack_a_member_are_noted(tmp_path: Path) -> None:
    taken = take("un-sc-vetoes", table(tmp_path, "1975,8/11/1975,8,S/1,S/PV.1,Q,Z,Asia,USA,,,0,0,0,0,0,0"))
    assert taken.of(Veto)[0].vetoing == ("USA",)
    assert any("flags" in note for note in taken.notes)
    assert any("1975-08-11 to 1975-08-11" in note for note in taken.notes)


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="columns date"):
        take("un-sc-vetoes", written(tmp_path, "x.csv", "a,b\n1,2\n"))


@pytest.mark.needs_shared
def test_the_whole_table() -> None:
    taken = take("un-sc-vetoes", shared("unsc_vetoes_1946-2022-09.csv"))
    vetoes = taken.of(Veto)
    assert len(vetoes) == 214
    assert taken.bad == []
    assert sum("RUS" in veto.vetoing for veto in vetoes) + sum("SUN" in veto.vetoing for veto in vetoes) == 121
    assert not [veto for veto in vetoes if veto.day.year == 2021 and "MMR" in veto.topic]
    assert max(veto.day for veto in vetoes) == dt.date(2022, 7, 8)
