from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.cameo import cameo_codes, cameo_root, cameo_to_plover, parse_crosswalk, plover_to_cameo
from dateline.vocab.event_types import event_types
from dateline.vocab.loading import Entry
from dateline.vocab.modes import modes

ROOTS = [f"{number:02}" for number in range(1, 21)]


def test_all_twenty_roots_are_there() -> None:
    assert [code for code in cameo_codes() if len(code) == 2] == ROOTS


def test_only_bare_statements_have_no_type() -> None:
    assert {code.root for code in cameo_codes().values() if code.event_type is None} == {"01"}


@pytest.mark.parametrize(
    ("code", "event_type", "mode"),
    [
        ("02", "REQUEST", None),
        ("042", "CONSULT", "visit"),
        ("057", "SUPPORT", None),
        ("072", "AID", None),
        ("0874", "RETREAT", "withdraw"),
        ("129", "REJECT", None),
        ("163", "SANCTION", "discontinue"),
        ("195", "ASSAULT", "aerial"),
        ("010", None, None),
    ],
)
def test_codes_are_read_as_plover(code: str, event_type: str | None, mode: str | None) -> None:
    held = cameo_to_plover(code)
    assert held is not None
    assert (held.event_type, held.mode) == (event_type, mode)


def test_an_unlisted_code_is_read_at_the_code_above() -> None:
    held = cameo_to_plover("1959")
    assert held is not None
    assert held.code == "195"
    assert cameo_to_plover("99") is None
    assert cameo_to_plover("") is None


def test_a_listed_code_stands_below_a_listed_one() -> None:
    for code in cameo_codes():
        assert len(code) == 2 or code[:-1] in cameo_codes(), code


def test_what_is_written_is_read_back() -> None:
    for key in (*event_types(), *modes()):
        event_type, _, mode = key.partition("/")
        held = cameo_to_plover(plover_to_cameo(event_type, mode or None))
        assert held is not None
        assert held.event_type == event_type
        assert held.mode in (mode or None, None)


def test_roots_of_types() -> None:
    roots = {name: cameo_root(name) for name in event_types()}
    assert roots["CONSULT"] == "04"
    assert roots["MOBILIZE"] == "15"
    assert roots["ASSAULT"] == "18"
    assert set(roots.values()) <= set(ROOTS)


def test_a_mode_without_a_code_of_its_own_gives_the_types() -> None:
    assert plover_to_cameo("COERCE", "misinformation") == plover_to_cameo("COERCE") == "17"
    assert plover_to_cameo("COERCE", "arrest") == "173"
    with pytest.raises(KeyError):
        plover_to_cameo("COERCE", "visit")


def row(**values: str) -> Entry:
    return Entry("cameo.csv", "line 2", {"code": "01", "label": "Wave"} | values)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([row(event_type="SLEEP")], "line 2: 'SLEEP' is no event type"),
        ([row(event_type="WAVE", mode="foot")], "WAVE has no mode 'foot'"),
        ([row(mode="hand")], "None has no mode 'hand'"),
        ([row(code="1x")], "two to four digits"),
        ([row(), row()], "code 01 stands there twice"),
        ([row(event_type="WAVE", best="mode")], "best is 'mode'"),
        ([row(event_type="WAVE", best="type"), row(code="02", event_type="WAVE", best="type")], "01 is best for WAVE"),
        ([row(event_type="WAVE")], "no code is best for WAVE"),
    ],
)
def test_rows_that_do_not_hold_together_are_named(rows: list[Entry], why: str) -> None:
    with pytest.raises(VocabularyError, match=why):
        parse_crosswalk(rows, ["WAVE"], lambda name: ("hand",))
