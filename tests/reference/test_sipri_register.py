"""Exports in SIPRI's layout with invented deals."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.reference import ArmsTransfer, BadRow, Note, TraderKind
from dateline.reference.sipri_register import vintage
from list_cases import items_of, written

PREAMBLE = (
    "Transfers of major conventional arms from All countries  to All countries . "
    "Deals with deliveries made for the year range '2014' to '2017'\r\n"
    "A '?' in a column indicates uncertain data.;\r\n"
    ";\r\n"
    "Data generated: 3 Mar 2024 09:10:11 AM;\r\n"
)
HEADER = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,"
    "Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,"
    "Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production;\r\n"
)


def line(
    deal: str = "71",
    supplier: str = "Italy",
    recipient: str = "Chile",
    *,
    order: str = "2012",
    items: str = "4",
    items_flag: str = "Yes",
    year: str = "2014",
    year_flag: str = "No",
    tiv: str = "6",
) -> str:
    return (
        f"{deal},{supplier},{recipient},Alpha-1,light gun,Artillery,{order},Yes,{items},{items_flag},"
        f"{year},{year_flag},New,1.5,1.5,{tiv},No;\r\n"
    )


def export(tmp_path: Path, *lines: str) -> Path:
    return written(tmp_path, "register.csv", PREAMBLE + HEADER + "".join(lines))


def read_all(path: Path) -> tuple[list[ArmsTransfer], list[BadRow], list[Note]]:
    items = items_of("sipri-register", path)
    return (
        [item for item in items if isinstance(item, ArmsTransfer)],
        [item for item in items if isinstance(item, BadRow)],
        [item for item in items if isinstance(item, Note)],
    )


def test_lines_of_a_deal_come_together_with_their_flags(tmp_path: Path) -> None:
    path = export(
        tmp_path,
        line(year="2015", year_flag=""),
        line("72", "France"),
        line(year="2014", items="", items_flag="", tiv=""),
    )
    (deal, other), bad, _ = read_all(path)
    assert (deal.deal, other.deal, bad) == ("71", "72", [])
    assert (deal.supplier.code, deal.recipient.code, deal.order_year, deal.order_estimated) == (
        "ITA",
        "CHL",
        2012,
        True,
    )
    assert (deal.status, deal.tiv_per_unit, deal.local_production, deal.category) == ("New", 1.5, False, "Artillery")
    first, second = deal.deliveries
    assert (first.year, first.quantity, first.quantity_estimated, first.tiv, first.line) == (2014, None, None, None, 8)
    assert (second.year, second.quantity, second.year_estimated, second.tiv, second.line) == (2015, 4.0, None, 6.0, 6)
    assert second.estimated
    assert deal.tiv_delivered == 6.0
    assert deal.provenance.line == 6


def test_a_volume_of_nought_is_not_an_empty_one(tmp_path: Path) -> None:
    (deal,), _, _ = read_all(export(tmp_path, line(tiv="0")))
    assert deal.deliveries[0].tiv == 0.0


def test_the_export_names_its_own_day(tmp_path: Path) -> None:
    assert vintage(export(tmp_path, line())) == "2024-03-03"
    assert vintage(written(tmp_path, "x.csv", HEADER + line())) is None


def test_years_promised_and_not_there_are_told(tmp_path: Path) -> None:
    _, _, notes = read_all(export(tmp_path, line(year="2014"), line(year="2016")))
    assert any("2015, 2017" in note.text for note in notes)
    _, _, notes = read_all(export(tmp_path, *(line(year=str(year)) for year in range(2014, 2018))))
    assert notes == []


def test_groups_organisations_and_the_unknown_are_no_states(tmp_path: Path) -> None:
    path = export(
        tmp_path,
        line("1", "unknown supplier(s)", "Hill Army (Chile)*"),
        line("2", "Unknown supplier(s)", "Example Union**"),
        line("3", "Soviet Union", "Atlantis"),
    )
    deals, _, notes = read_all(path)
    assert [deal.supplier.kind for deal in deals] == [TraderKind.UNKNOWN, TraderKind.UNKNOWN, TraderKind.STATE]
    assert deals[0].supplier == deals[1].supplier
    (rebels,), _, _ = read_all(export(tmp_path, line(recipient="Unknown rebel group*")))
    assert (rebels.recipient.name, rebels.recipient.kind) == ("Unknown rebel group", TraderKind.NON_STATE)
    group = deals[0].recipient
    assert (group.name, group.kind, group.code, group.within) == (
        "Hill Army (Chile)",
        TraderKind.NON_STATE,
        None,
        "CHL",
    )
    assert (deals[1].recipient.name, deals[1].recipient.kind) == ("Example Union", TraderKind.ORGANISATION)
    assert (deals[2].supplier.code, deals[2].recipient.code, deals[2].recipient.key) == ("SUN", None, "Atlantis")
    texts = " ".join(note.text for note in notes)
    assert "without a known code, kept by name: Atlantis" in texts
    assert "kept apart from states: Example Union, Hill Army (Chile)" in texts


def test_one_number_for_several_years_is_spread_evenly_and_marked(tmp_path: Path) -> None:
    (deal,), bad, notes = read_all(export(tmp_path, line(year="2014-2016", items="6", tiv="9")))
    assert bad == []
    assert [(each.year, each.quantity, each.tiv, each.spread) for each in deal.deliveries] == [
        (2014, 2.0, 3.0, True),
        (2015, 2.0, 3.0, True),
        (2016, 2.0, 3.0, True),
    ]
    assert len({each.id for each in deal.deliveries}) == 3
    assert any("spread evenly" in note.text for note in notes)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (line(year="soon"), "delivery year 'soon' is no year"),
        (line(year="2017-2014"), "is no range of years"),
        (line(tiv="1.2.3"), "'1.2.3' is no number"),
        (line(items="-4"), "'-4' is no number"),
        (line(items_flag="maybe"), "neither Yes nor No"),
        (line(order="last year"), "order date"),
        (line(deal=""), "no sipri at database id"),
        (line(supplier=""), "no supplier"),
        ("71,Italy,Chile;\r\n", "has 3 cells, the header 17"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(tmp_path: Path, bad: str, reason: str) -> None:
    deals, rows, _ = read_all(export(tmp_path, line("70"), bad, ";\r\n", line("73")))
    assert [deal.deal for deal in deals] == ["70", "73"]
    (row,) = rows
    assert row.line == 7
    assert reason in row.reason


def test_a_line_that_stands_twice_counts_once(tmp_path: Path) -> None:
    (deal,), _, notes = read_all(export(tmp_path, line(), line()))
    assert deal.tiv_delivered == 6.0
    assert any(note.text == "line 7 repeats line 6: it counts once" for note in notes)


def test_one_number_for_two_pairs_of_parties_is_two_deals(tmp_path: Path) -> None:
    deals, _, notes = read_all(export(tmp_path, line(), line(recipient="Peru"), line(recipient="Peru", year="2015")))
    assert [(deal.deal, deal.recipient.code, len(deal.deliveries)) for deal in deals] == [
        ("71", "CHL", 1),
        ("71.2", "PER", 2),
    ]
    assert any("other parties" in note.text for note in notes)


def test_windows_letters_and_quotes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes((PREAMBLE + HEADER + line(recipient='"Türkiye"')).encode("cp1252"))
    (deal,), _, _ = read_all(path)
    assert deal.recipient.code == "TUR"


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="Delivery year"):
        items_of("sipri-register", written(tmp_path, "x.csv", "a,b\n1,2\n"))
    with pytest.raises(MalformedSource):
        items_of("sipri-register", tmp_path / "absent.csv")
