from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dateline.cli.app import COMMANDS, cli
from tests_types import Dateline


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_with_an_example(dateline: Dateline, name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    commands = command.commands.values() if isinstance(command, click.Group) else [command]
    assert all(each.epilog and "dateline" in each.epilog for each in commands)
    assert dateline(name, "--help").code == 0


def test_an_unknown_command_is_wrong_usage(dateline: Dateline) -> None:
    assert dateline("raed").code == 2


def test_help_imports_no_model() -> None:
    code = (
        "import sys\nfrom dateline.cli.app import run\nrun(['--help'])\n"
        "sys.exit(any(name in sys.modules for name in ('spacy', 'trafilatura', 'onnxruntime')))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_vocabularies_are_listed_and_printed(dateline: Dateline) -> None:
    names = [row["name"] for row in dateline("vocab", "-f", "jsonl").rows]
    assert "event_types" in names
    assert len(dateline("vocab", "event_types", "-f", "jsonl").rows) == 16
    wrong = dateline("vocab", "event_type")
    assert wrong.code == 2
    assert "event_types" in wrong.err


def test_the_doctor_finds_this_installation_well(dateline: Dateline) -> None:
    held = dateline("doctor", "-f", "json")
    assert held.code == 0
    assert {row["check"] for row in json.loads(held.out)} >= {"language model", "coder", "vocabularies"}


def test_the_demo_shows_events_with_quotes_and_what_to_do_next(dateline: Dateline) -> None:
    first = dateline("demo")
    assert first.code == 0
    assert first.out.count("“") >= 5
    assert "Where to look next" in first.out
    assert Path("demo.db").exists()
    again = dateline("demo")
    assert "(0 new in demo.db)" in again.out


def test_the_demo_shows_where_sources_disagree(dateline: Dateline) -> None:
    out = dateline("demo").out
    assert "119-1-36" in out
    assert "119-1-34" in out


def test_a_gate_below_its_floor_has_its_own_exit_code(dateline: Dateline, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    mention = {
        "event": "E1", "sentence": 0, "type": "AID", "mode": None, "modality": "asserted",
        "actors": [], "recipients": [], "date": None, "place": None,
    }  # fmt: skip
    row = {"passage": "p", "date": None, "text": "Nothing happened here.", "sents": [[0, 22]], "mentions": [mention]}
    gold.write_text(json.dumps(row) + "\n", "utf-8")
    held = dateline("eval", "events", str(gold), "--gate")
    assert held.code == 4
    assert "typed.f1" in held.err
