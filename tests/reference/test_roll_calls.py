"""Roll calls in the layouts of the UN Digital Library and of Voeten, with invented votes."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.reference import BadRow, Ballot, Note, Resolution, Vote, VotePart
from dateline.reference.roll_calls import correction, member, resolution_symbol
from list_cases import items_of, written

GA = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
)


def ga(
    number: str, code: str, name: str, vote: str, note: str = "", totals: str = "1,1,0,0,2", date: str = "1988-12-06"
) -> str:
    return (
        f'{number},{code},"{name}",{vote},{date},43,A/RES/43/{number},A/43/L.1,,A/43/PV.70,"Fish, and more",FISH,'
        f'OCEANS|FISH,"{note}",{totals},https://example.org/{number}\n'
    )


def split(items: list[object]) -> tuple[list[Resolution], list[Ballot], list[BadRow], list[str]]:
    return (
        [item for item in items if isinstance(item, Resolution)],
        [item for item in items if isinstance(item, Ballot)],
        [item for item in items if isinstance(item, BadRow)],
        [item.text for item in items if isinstance(item, Note)],
    )


def test_general_assembly_votes_with_their_ballots(tmp_path: Path) -> None:
    rows = ga("9", "CHL", "CHILE", "Y") + ga("9", "SUN", "UNION OF SOVIET SOCIALIST REPUBLICS", "N")
    items = items_of("un-ga-votes", written(tmp_path, "v.csv", GA + rows))
    assert isinstance(items[0], Resolution)
    (vote,), ballots, bad, notes = split(items)
    assert (vote.body, vote.symbol, vote.title, vote.subjects) == (
        "UNGA",
        "A/RES/43/9",
        "Fish, and more",
        ("OCEANS", "FISH"),
    )
    assert (vote.yes, vote.no, vote.abstain, vote.not_voting, vote.members) == (1, 1, 0, 0, 2)
    assert [(each.country, each.vote) for each in ballots] == [("CHL", Vote.YES), ("SUN", Vote.NO)]
    assert {each.resolution for each in ballots} == {vote.id}
    assert [each.provenance.line for each in ballots] == [2, 3]
    assert (bad, notes) == ([], [])


def test_ballots_that_do_not_come_to_the_tally_are_told(tmp_path: Path) -> None:
    rows = ga("9", "CHL", "CHILE", "Y") + ga("9", "PER", "PERU", "Y") + ga("8", "CHL", "CHILE", "Y", totals="1,0,0,0,5")
    *_, notes = split(items_of("un-ga-votes", written(tmp_path, "v.csv", GA + rows)))
    assert "in 2 votes the numbers do not agree" in notes[0]
    assert "A/RES/43/9: 1-1-0-0 printed, 2-0-0-0 counted" in notes[0]
    assert "A/RES/43/8: 1-0-0-0 are not 5 members" in notes[0]


def test_a_symbol_of_several_votes_is_told(tmp_path: Path) -> None:
    rows = (ga("8", "CHL", "CHILE", "Y") + ga("9", "CHL", "CHILE", "N")).replace("A/RES/43/8", "A/RES/43/9")
    votes, _, _, notes = split(items_of("un-ga-votes", written(tmp_path, "v.csv", GA + rows)))
    assert len({vote.id for vote in votes}) == 2
    assert any("one symbol names several votes, and cannot be a key: A/RES/43/9" in note for note in notes)


def test_a_member_votes_once(tmp_path: Path) -> None:
    rows = ga("9", "CHL", "CHILE", "Y") * 2 + ga("9", "CHL", "CHILE", "N") + ga("9", "PER", "PERU", "N")
    _, ballots, bad, notes = split(items_of("un-ga-votes", written(tmp_path, "v.csv", GA + rows)))
    assert [(each.country, each.vote) for each in ballots] == [("CHL", Vote.YES), ("PER", Vote.NO)]
    assert [(row.line, "second and other ballot" in row.reason) for row in bad] == [(4, True)]
    assert notes == ["1 lines repeat a ballot: each counts once"]


def test_what_a_member_had_meant_to_vote(tmp_path: Path) -> None:
    note = "The delegation of Peru later informed the Secretariat that it had intended to abstain."
    rows = ga("9", "CHL", "CHILE", "Y", note) + ga("9", "PER", "PERU", "N", note)
    (vote,), (chile, peru), *_ = split(items_of("un-ga-votes", written(tmp_path, "v.csv", GA + rows)))
    assert vote.note == note
    assert (chile.intended, chile.note) == (None, "")
    assert (peru.vote, peru.intended, peru.note) == (Vote.NO, Vote.ABSTAIN, note)


def test_notes_on_corrections() -> None:
    note = "Delegations of Chile and Peru had intended to vote against; that of Ghana wished to vote in favour."
    assert [correction(note, each) for each in ("CHL", "PER", "GHA", "ITA")] == [Vote.NO, Vote.NO, Vote.YES, None]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ga("9", "CHL", "CHILE", "Q"), "not one of Y, N, A, X"),
        (ga("", "CHL", "CHILE", "Y"), "no undl_id"),
        (ga("9", "", "", "Y"), "no member state"),
        (ga("9", "CHL", "CHILE", "Y", totals="many,0,0,0,1"), "total_yes 'many' is no number"),
        (ga("9", "CHL", "CHILE", "Y", date="1988"), "date '1988' is no day"),
        ("1,2,3\n", "has 3 cells"),
    ],
)
def test_bad_lines_of_a_roll_call(tmp_path: Path, row: str, reason: str) -> None:
    _, ballots, bad, _ = split(
        items_of("un-ga-votes", written(tmp_path, "v.csv", GA + row + ga("7", "CHL", "CHILE", "Y")))
    )
    assert [each.country for each in ballots] == ["CHL"]
    assert reason in bad[0].reason


def test_security_council_votes(tmp_path: Path) -> None:
    head = (
        "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,"
        "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link\n"
    )
    row = "5,CHN,China,True,Y,2010-01-02,S/RES/1 (2010),S/2010/1,S/PV.1,1 [on fish],FISH,,,1,0,0,0,1,{},x\n"
    for modality, recorded in (("Adopted by vote", True), ("Adopted without vote", False)):
        path = written(tmp_path, "s.csv", head + row.format(modality))
        (vote,), *_ = split(items_of("un-sc-votes", path))
        assert (vote.body, vote.symbol, vote.title, vote.recorded) == ("UNSC", "S/RES/1(2010)", "1 [on fish]", recorded)


def test_a_former_state_keeps_its_code_whatever_the_publisher_gives() -> None:
    assert member("RUS", "USSR") == "SUN"
    assert member("RUS", "RUSSIAN FEDERATION") == "RUS"
    assert member("YMD", "DEMOCRATIC YEMEN") == "YMD"
    assert member("", "Peru") == "PER"
    assert member("", "Atlantis") == "Atlantis"
    assert member("QQQ", "Atlantis") == "QQQ"


def test_symbols_in_one_spelling() -> None:
    assert resolution_symbol("R/67/62") == resolution_symbol(" a/res/67/62") == "A/RES/67/62"
    assert resolution_symbol("S/RES/1 (2010)") == "S/RES/1(2010)"
    assert resolution_symbol("R/48/75A | R/48/75B") == "A/RES/48/75A;A/RES/48/75B"


VOETEN = "rcid,session,date,unres,amend,para,country,country_code,vote,short,descr\n"


def voeten(
    number: str,
    country: str,
    code: str,
    vote: str,
    *,
    para: str = "",
    symbol: str = "R/60/1",
    short: str = "",
    descr: str = "Salt",
) -> str:
    return f'{number}.0,60.0,2005-12-01,{symbol},,{para},{country},{code},{vote},"{short}","{descr}"\n'


def test_roll_calls_without_tallies_are_counted(tmp_path: Path) -> None:
    rows = (
        voeten("7", "Chile", "CL", "yes")
        + voeten("8", "Chile", "CL", "no", para="1", symbol="A/RES/60/1")
        + voeten("7", "German Democratic Republic", "DD", "abstain")
        + voeten("7", "Peru", "PE", "yes")
    )
    path = tmp_path / "u.csv.gz"
    path.write_bytes(gzip.compress((VOETEN + rows).encode()))
    (whole, part), ballots, bad, notes = split(items_of("unvotes", path))
    assert (whole.yes, whole.no, whole.abstain, whole.not_voting, whole.counted) == (2, 0, 1, None, True)
    assert (whole.part, part.part, whole.symbol) == (VotePart.WHOLE, VotePart.PARAGRAPH, part.symbol)
    assert whole.note == "the symbol also names vote 8"
    assert [each.country for each in ballots] == ["CHL", "CHL", "DDR", "PER"]
    assert bad == []
    assert any("did not vote are not in the file" in note for note in notes)


def test_numbers_for_votes_and_members_that_were_absent(tmp_path: Path) -> None:
    rows = "".join(voeten("7", name, code, vote) for name, code, vote in (
        ("Chile", "CL", "1"), ("Peru", "PE", "2"), ("Italy", "IT", "3"), ("Ghana", "GH", "8"), ("Palau", "PW", "9"),
        ("Iran", "IR", "5"), ("Chile", "CL", "3"),
    ))  # fmt: skip
    (vote,), ballots, bad, _ = split(items_of("unvotes", written(tmp_path, "u.csv", VOETEN + rows)))
    assert (vote.yes, vote.no, vote.abstain, vote.not_voting) == (1, 1, 1, 1)
    assert len(ballots) == 4
    assert ["not one of" in row.reason or "second ballot" in row.reason for row in bad] == [True, True]


def test_broken_titles_are_mended_or_marked(tmp_path: Path) -> None:
    rows = voeten("7", "Chile", "CL", "yes", descr="The fishers?Ã†s rights : resolution / adopted by the Assembly")
    rows += voeten("8", "Chile", "CL", "yes", descr="Salt of the sea<90>s")
    votes, _, _, notes = split(items_of("unvotes", written(tmp_path, "u.csv", VOETEN + rows)))
    assert votes[0].title == "The fishers’s rights"
    assert votes[0].mended.startswith("mended from")
    assert votes[1].mended.startswith("left broken")
    assert "1 titles mended that a wrong code page had broken, 1 left broken and marked" in notes


@pytest.mark.parametrize(
    ("short", "descr", "title", "subjects"),
    [
        ("FISH, REPORTS", "Rights of fishers : resolution", "Rights of fishers", ("FISH, REPORTS",)),
        ("Rights of fishers", "A/71/25 9h - Sea affairs. - FISH--REPORTS;A", "Rights of fishers", ("FISH--REPORTS",)),
        ("", "The Acting President: Draft IX is entitled _Rights of fishers_ and", "Rights of fishers", ()),
        ("", "The President: I give the floor to Chile", "The President: I give the floor to Chile", ()),
        ("FISH", "", "Fish", ("FISH",)),
        ("", "", "", ()),
    ],
)
def test_titles_and_subjects(tmp_path: Path, short: str, descr: str, title: str, subjects: tuple[str, ...]) -> None:
    path = written(tmp_path, "u.csv", VOETEN + voeten("7", "Chile", "CL", "yes", short=short, descr=descr))
    (vote,), *_ = split(items_of("unvotes", path))
    assert (vote.title, vote.subjects) == (title, subjects)


def test_other_files_are_refused(tmp_path: Path) -> None:
    for kind in ("un-ga-votes", "un-sc-votes", "unvotes"):
        with pytest.raises(MalformedSource, match="columns"):
            items_of(kind, written(tmp_path, "x.csv", "a,b\n1,2\n"))


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "u.csv.gz"
    path.write_bytes(gzip.compress((VOETEN + voeten("7", "Chile", "CL", "yes") * 500).encode())[:-40])
    with pytest.raises(MalformedSource, match="fetch the file again"):
        items_of("unvotes", path)
