from __future__ import annotations

from dateline.evaluation.dyads import Dyad
from dateline.evaluation.relate import Answer, RelateReport, confusion_table, examples, table


def _answer(types: tuple[str, ...], told: str, certainty: float = 0.9, source: str = "passage") -> Answer:
    text = "Ruritania condemned Sylvania."
    dyad = Dyad(
        id="d",
        group="g",
        source=source,
        text=text,
        actor=(0, 9),
        recipient=(20, 28),
        types=types,
        triggers=(None,) * len(types),
    )
    return Answer(dyad=dyad, event_type=told, certainty=certainty)


REPORT = RelateReport(
    [
        _answer(("ACCUSE",), "ACCUSE"),
        _answer(("ACCUSE",), "AID", 0.35),
        _answer(("REQUEST", "ACCUSE"), "ACCUSE", source="record"),
        _answer(("AID",), "AID", 0.32),
    ]
)


def test_any_type_that_holds_is_right_and_counts_as_the_wanted_one() -> None:
    assert REPORT.accuracy == 0.75
    assert REPORT.by_type["ACCUSE"].gold == 3
    assert "REQUEST" not in REPORT.by_type


def test_macro_f1_is_the_mean_over_gold_types() -> None:
    assert round(REPORT.macro_f1, 3) == round((0.8 + 2 / 3) / 2, 3)


def test_json_has_stable_keys() -> None:
    held = REPORT.to_json()
    assert set(held) == {"macro_f1", "accuracy", "dyads", "by_type", "by_source", "confusion", "reliability"}
    assert held["confusion"] == [{"gold": "ACCUSE", "system": "AID", "n": 1}]
    assert held["by_source"]["record"] == {"macro_f1": 1.0, "accuracy": 1.0, "dyads": 1}
    assert [(each["low"], each["n"], each["right"]) for each in held["reliability"]] == [(0.3, 2, 0.5), (0.9, 2, 1.0)]


def test_errors_are_shown_with_their_parties() -> None:
    shown = examples(REPORT, limit=3)
    assert shown == "ACCUSE coded as AID 0.35 · d: [A:Ruritania] condemned [R:Sylvania]."
    assert examples(REPORT, limit=0) == ""


def test_tables_name_every_type() -> None:
    for text in (table(REPORT), confusion_table(REPORT)):
        assert "ACCUSE" in text
        assert "AID" in text
