from __future__ import annotations

from pathlib import Path

import pytest

from tests_types import Dateline

HEAD = "year,supplier,tiv_vintage_2022,tiv_vintage_2024\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "chile_imports.csv"
    path.write_text(HEAD + "2010,Italy,3,3.5\n2011,Italy,1,1\nsoon,Italy,1,1\n2012,Peru,,4\n", "utf-8")
    return path


def test_import_with_bad_rows_list_and_rejects(dateline: Dateline, table: Path) -> None:
    done = dateline("reference", "import", "tiv-by-supplier", str(table), "--retrieved", "2024-05-01")
    assert done.code == 3
    assert "imported tiv-by-supplier, 2022, 2024" in done.err
    assert "5 cells · 1 rejected" in done.err
    again = dateline("reference", "import", "tiv-by-supplier", str(table))
    assert (again.code, again.out) == (0, "")
    assert "nothing changed" in again.err
    (row,) = dateline("reference", "list").rows
    assert (row["kind"], row["vintages"], row["retrieved"]) == ("tiv-by-supplier", ["2022", "2024"], "2024-05-01")
    assert (row["records"], row["rejects"], row["years"], row["file"]) == (5, 1, "2010–2012", "chile_imports.csv")
    for arguments in (["reference", "list", "--rejects"], ["reference", "list", "tiv-by-supplier", "--rejects"]):
        (bad,) = dateline(*arguments).rows
        assert (bad["line"], bad["text"]) == (4, "soon,Italy,1,1")
    (reject,) = dateline("rejects").rows
    assert (reject["source"], reject["position"]) == ("chile_imports.csv", 4)
    assert "is no year" in reject["message"]


def test_diff_of_two_vintages(dateline: Dateline, table: Path) -> None:
    dateline("reference", "import", "tiv-by-supplier", str(table))
    for wanted in (["tiv-by-supplier"], ["2022", "2024"]):
        done = dateline("reference", "diff", *wanted)
        assert [(row["change"], row["key"], row["revised"]) for row in done.rows] == [
            ("revised", "ITA>CHL/2010", ["tiv: 3 → 3.5"]),
            ("added", "PER>CHL/2012", []),
        ]
        assert done.rows[0]["fields"] == {"tiv": {"old": "3", "new": "3.5"}}
        assert "2022 (2 rows, 2010–2011) and 2024 (3 rows, 2010–2012): 1 added, 1 revised, 0 withdrawn" in done.err
    assert dateline("reference", "diff", "unvotes").code == 2


def test_remove_by_the_beginning_of_an_id(dateline: Dateline, table: Path) -> None:
    dateline("reference", "import", "tiv-by-supplier", str(table))
    (row,) = dateline("reference", "list").rows
    assert dateline("reference", "remove", "edition-zzz").code == 2
    assert dateline("reference", "remove", row["id"][:14]).code == 0
    assert dateline("reference", "list").rows == []


def test_a_file_of_another_kind_is_refused_with_the_next_step(dateline: Dateline, table: Path) -> None:
    done = dateline("reference", "import", "sipri-register", str(table))
    assert (done.code, done.out) == (1, "")
    assert "dateline reference kinds" in done.err
    assert dateline("reference", "import", "no-such-kind", str(table)).code == 2
    assert dateline("reference", "import", "unvotes", "absent.csv").code == 2


def test_nothing_read_is_a_failure(dateline: Dateline, tmp_path: Path) -> None:
    path = tmp_path / "chile_imports.csv"
    path.write_text(HEAD + "soon,Italy,3,3\n", "utf-8")
    assert dateline("reference", "import", "tiv-by-supplier", str(path)).code == 1


def test_kinds_say_what_they_are_and_what_is_allowed(dateline: Dateline) -> None:
    rows = dateline("reference", "kinds").rows
    assert {"sipri-register", "un-ga-votes", "unvotes"} <= {row["kind"] for row in rows}
    assert all(row["help"] and row["licence"] and row["source"] for row in rows)
