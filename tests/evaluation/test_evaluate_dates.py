from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dateline.errors import RecordError
from dateline.evaluation.date_values import timex3
from dateline.evaluation.dates import evaluate_dates
from dateline.evaluation.recognizer_values import recognizer_value
from dateline.text.time_expressions import find_times

#: A Thursday.
DAY = dt.date(1991, 10, 31)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("March 3, 1990", "1990-03-03"),
        ("August", "1991-08"),
        ("yesterday", "1991-10-30"),
        ("Monday", "1991-10-28"),
        ("last week", "1991-W43"),
        ("the weekend", "1991-W43-WE"),
        ("next year", "1992"),
        ("the third quarter", "1991-Q3"),
        ("the latest quarter", "1991-Q3"),
        ("the year-earlier quarter", "1990-Q3"),
        ("last summer", "1991-SU"),
        ("the early 1980s", "198"),
        ("the 20th century", "19"),
        ("three months ago", "1991-07"),
        ("six years ago", "1985"),
        ("ten days ago", "1991-10-21"),
        ("recent years", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("soon", "FUTURE_REF"),
        ("mid-November", "1991-11"),
        ("the end of 1990", "1990"),
    ],
)
def test_timex3(phrase: str, value: str) -> None:
    (mention,) = find_times(phrase)
    assert timex3(mention.expression, DAY) == value


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on Friday", "XXXX-WXX-5"),
        ("on May 9", "XXXX-05-09"),
        ("on 9 May 2020", "2020-05-09"),
        ("in May", "XXXX-05"),
        ("tomorrow", "1991-11-01"),
        ("next month", "1991-11"),
        ("next Friday", "1991-11-08"),
        ("in two weeks", "1991-11-14"),
        ("the next five days", "(1991-11-01,1991-11-06,P5D)"),
        ("the last three months", "(1991-07-31,1991-10-31,P3M)"),
        ("last quarter", "(1991-07-01,1991-10-01,P3M)"),
        ("the 1980s", "(1980-01-01,1990-01-01,P10Y)"),
        ("the 15th century", "(1400-01-01,1500-01-01,P100Y)"),
        ("from 2014 to 2018", "(2014-01-01,2018-01-01,P4Y)"),
        ("from March to June 2020", "(2020-03-01,2020-06-01,P3M)"),
        ("from May 3 to May 9", "(XXXX-05-03,XXXX-05-09,P6D)"),
        ("the first week of 2015", "2015-W01"),
        ("the second Monday in May", "XXXX-05-WXX-1-#2"),
        ("fiscal year 2008", "FY2008"),
        ("the same year", "XXXX"),
        ("for three hours", None),
    ],
)
def test_recognizer_value(phrase: str, value: str | None) -> None:
    (mention,) = find_times(phrase)
    assert recognizer_value(mention.expression, DAY) == value


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_pairs_are_read_in_the_order_of_their_document(tmp_path: Path) -> None:
    pair = {"dct": "1991-10-31", "type": "DATE"}
    rows: list[dict[str, object]] = [
        {"id": "a", "text": "the second quarter", "value": "1991-Q2", **pair},
        {"id": "a#2", "text": "a year earlier", "value": "1990-Q2", **pair},
        {"id": "b", "text": "a year earlier", "value": "1990", **pair},
        {"id": "b#2", "text": "next Easter", "value": "wrong on purpose", **pair},
        {"id": "b#3", "text": "three days", "value": "P3D", "dct": "1991-10-31", "type": "DURATION"},
    ]
    report = evaluate_dates(write(tmp_path / "pairs.jsonl", rows)).to_json()
    assert report["values"] == {"value": 0.75, "n": 4}
    assert report["wrong"] == [
        {"text": "next Easter", "day": "1991-10-31", "gold": "wrong on purpose", "given": "1992-04-19"}
    ]


def test_sentences_count_values_spans_and_invented_dates(tmp_path: Path) -> None:
    def result(text: str, start: int, kind: str, value: str) -> dict[str, object]:
        return {
            "Text": text,
            "Start": start,
            "End": start + len(text) - 1,
            "TypeName": f"datetimeV2.{kind}",
            "Resolution": {"values": [{"timex": value}]},
        }

    def row(text: str, *results: dict[str, object]) -> dict[str, object]:
        return {"id": "x-0", "text": text, "ref": "1991-10-31T00:00:00", "results": list(results)}

    rows = [
        row("Leave on Friday", result("friday", 9, "date", "XXXX-WXX-5")),
        row("Leave next month", result("next month", 99, "daterange", "1991-11")),
        row("Leave on May 9", result("on may 9", 6, "date", "XXXX-05-10")),
        row("Leave at 7pm", result("7pm", 9, "time", "T19")),
        row("It may rain"),
        row("Leave on Sunday"),
        row("Leave on Friday"),
    ]
    report = evaluate_dates(write(tmp_path / "sentences.jsonl", rows))
    figures = report.to_json()
    assert figures["values"] == {"value": 0.667, "n": 3}
    assert figures["by_type"]["daterange"] == {"value": 1.0, "n": 1}
    assert figures["spans"] == {"p": 0.667, "r": 0.667, "f1": 0.667, "gold": 3, "system": 3}
    assert figures["invented"] == {"rows": 1, "of": 2}
    assert "invented    1 of 2 rows" in str(report)


@pytest.mark.parametrize("rows", [[], [{"text": "neither form"}]])
def test_a_file_of_neither_form_is_refused(tmp_path: Path, rows: list[dict[str, object]]) -> None:
    with pytest.raises(RecordError, match="neither dct and value nor text and results"):
        evaluate_dates(write(tmp_path / "other.jsonl", rows))


@pytest.mark.needs_shared
@pytest.mark.parametrize(("name", "floor"), [("time_timenorm_pairs.jsonl", 0.86), ("time_recognizers_en.jsonl", 0.91)])
def test_development_data_keeps_its_figures(shared: Path, name: str, floor: float) -> None:
    report = evaluate_dates(shared / "gold" / name)
    assert (report.values.value or 0.0) >= floor
    assert report.invented.right == report.invented.of
