# ruff: noqa: F811, F401 — a fixture is imported, and named by what uses it
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from asking_samples import asked
from cli_outcome import Ask, ask
from dateline.cli.app import run
from dateline.record import Record


def test_suppliers_as_json_have_the_promised_keys(ask: Ask) -> None:
    done = ask("ask", "suppliers", "Italy", "--from", "2018", "--to", "2019", "-f", "json")
    assert done.code == 0
    rows = json.loads(done.out)
    first = rows[0]
    assert (first["supplier"], first["share"], first["rank"], first["tiv"]) == ("SWE", 0.6, 1, 60.0)
    assert (first["vintage"], first["estimated_share"], first["recipient"]) == ("2022-03-01", 0.3333, "ITA")
    assert [row.partition("@")[0] for row in first["rows"]] == ["sipri-register:1"] * 2
    assert [row["apart_from"] for row in rows if row["recipient"] != "ITA"] == ["ITA"]
    assert "promises deliveries of 2021" in done.err


def test_an_edition_without_the_years_has_one_row_that_says_so(ask: Ask) -> None:
    rows = ask("ask", "suppliers", "ITA", "--from", "2020", "--to", "2020", "--vintage", "2020-03-01").rows
    assert [(row["supplier"], row["recorded"], row["years_not_in_vintage"]) for row in rows] == [
        (None, "not_in_this_vintage", [2020])
    ]


def test_recipients_as_csv(ask: Ask) -> None:
    done = ask("ask", "recipients", "Sweden", "--from", "2018", "--to", "2018", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert (rows[0]["recipient"], rows[0]["rank"], rows[0]["by"]) == ("Hill Army (Italy)", "1", "delivery")


def test_the_table_of_suppliers_has_units_and_sets_groups_apart(ask: Ask) -> None:
    out = ask("ask", "suppliers", "Italy", "--from", "2018", "--to", "2018", "-f", "table").out
    assert "not money" in out
    assert "m TIV" in out
    assert "Apart, never counted for Italy: Hill Army (Italy)" in out


def test_contacts(ask: Ask) -> None:
    done = ask("ask", "contacts", "Sweden", "Italy", "--meetings")
    assert [(row["event_type"], len(row["tellings"]), row["quote"]) for row in done.rows] == [
        ("CONSULT", 2, "Anders met Bellini in Rome.")
    ]
    assert "1 events · 2 mentions · 2 sources" in done.err
    assert "https://courier.example/a" in ask("ask", "contacts", "Sweden", "Italy", "-f", "table").out


def test_votes(ask: Ask) -> None:
    rows = ask("ask", "votes", "Italy", "--on", "italy", "--with", "SWE", "--to", "2019").rows
    assert [(row["vote"], row["with_vote"], row["swing"]) for row in rows] == [
        ("no", "no", None),
        ("abstain", "no", "no → abstain"),
        ("yes", "yes", "abstain → yes"),
    ]
    table = ask("ask", "votes", "Italy", "--on", "italy", "--with", "SWE", "-f", "table").out
    assert "the same in 2 of 3 votes" in table
    votes = ask("ask", "votes", "RUS", "--on", "italy").rows
    assert [row["symbol"] for row in votes if row["vote"] == "veto"] == ["S/2019/1"]


def test_sanctions_and_embargoes_on_a_day(ask: Ask) -> None:
    (row,) = ask("ask", "sanctions", "Anders", "Bellini", "Works", "--on", "2021-01-01").rows
    assert (row["who"], row["list"], row["listed"]) == ("Anders Bellini Works", "Portuguese list", ["2020-07-01"])
    (before,) = ask("ask", "sanctions", "Anders Bellini Works", "--on", "2020-06-01").rows
    assert before["answer"] == "listed_later"
    (embargo,) = ask("ask", "embargoes", "Italy", "--on", "2021-01-01").rows
    assert (embargo["status"], embargo["in_force"], embargo["rows"][0]["line"]) == ("in_force", True, 9)
    nobody = ask("ask", "sanctions", "Nobody Known", "--on", "2021-01-01")
    assert nobody.rows[0]["answer"] == "not_on_the_lists_loaded"
    assert "untold: " in nobody.err


def test_a_timeline_by_kind(ask: Ask) -> None:
    done = ask("ask", "timeline", "Italy", "Sweden", "--kind", "transfer", "--from", "2019")
    told = [(row["earliest"], row["precision"], row["estimated"]) for row in done.rows]
    assert told == [("2019-01-01", "year", True)]
    assert "[estimated]" in ask("ask", "timeline", "Italy", "--kind", "transfer", "-f", "table").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ask", "suppliers", "Narnia"), "no country 'Narnia'"),
        (("ask", "contacts", "Italy", "--from", "soon"), "neither a day"),
        (("dossier", "Italy", "--json", "--markdown"), "give one of them"),
    ],
)
def test_wrong_usage(ask: Ask, arguments: tuple[str, ...], says: str) -> None:
    done = ask(*arguments)
    assert done.code == 2
    assert says in done.err


def test_a_dossier_in_each_form(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "italy.html"
    done = ask("dossier", "Italy", "--with", "Sweden", "--on", "2021-01-01", "--html", str(file))
    assert (done.code, done.out) == (0, "")
    assert file.read_text("utf-8").startswith("<!doctype html>")
    assert ask("dossier", "Italy", "--html", "-").out.startswith("<!doctype html>")
    assert ask("dossier", "Italy", "--on", "2021-01-01").out.startswith("# Dossier: Italy\n")
    held = json.loads(ask("dossier", "Italy", "--with", "SWE", "--json").out)
    assert (held["state"], held["with"], held["suppliers"][0]["to"]) == ("ITA", "SWE", 2020)
    missing = ask("dossier", "Italy", "--html", str(tmp_path / "nowhere" / "x.html"))
    assert missing.code == 1
    assert "cannot write" in missing.err


def test_what_ships_answers_where_there_is_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_RECORD", raising=False)
    assert run(["ask", "embargoes", "Myanmar", "--on", "2021-06-22"]) == 0
    held = capsys.readouterr()
    assert '"authority": "EU"' in held.out
    assert "only what ships" in held.err
    assert not list(tmp_path.iterdir())
    assert run(["ask", "suppliers", "Myanmar"]) == 1
