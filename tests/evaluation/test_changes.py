from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import GateNotMet, RecordError
from dateline.evaluation import gate
from dateline.evaluation.changes import changes, read, table


def figures(typed: float, mode: float | None) -> dict[str, object]:
    return {"typed": {"p": 0.1, "f1": typed}, "typed_macro_f1": 0.4, "accuracy": {"mode": {"value": mode, "n": 3}}}


def test_only_figures_that_differ_are_shown_with_their_sign() -> None:
    (change,) = changes(figures(0.5, None), figures(0.45, None))
    assert change.name == "typed.f1"
    assert "-0.050" in table((change,))
    assert table(()) == "no figure changed"


def test_a_file_that_is_no_evaluation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("[1]", "utf-8")
    with pytest.raises(RecordError, match="JSON object"):
        read(path)


def report(value: float) -> dict[str, object]:
    out: dict[str, object] = {}
    for name in gate.floors():
        at = out
        *parents, last = name.split(".")
        for key in parents:
            at = at.setdefault(key, {})  # type: ignore[assignment]
        at[last] = value
    return out


def test_the_gate_names_every_figure_below_its_floor() -> None:
    assert "floors met" in gate.check(report(1.0))
    with pytest.raises(GateNotMet, match=r"typed\.f1 0\.000"):
        gate.check(report(0.0))


def test_floors_move_up_and_never_down() -> None:
    assert all(value == pytest.approx(0.99) for value in gate.raised(report(1.0)).values())
    assert gate.raised(report(0.0)) == gate.floors()
