from __future__ import annotations

from typing import Any

from dateline.evaluation.records import code_records, score_records, table

GOLD = {
    "id": "r1",
    "plover": "DEMAND",
    "text": "Tokyo asked the League for help.",
    "sources": [{"actorText": "Tokyo", "code": "JAP"}],
    "targets": [{"actorText": "League", "code": "IGO"}],
}


def _coded(kind: str, actor: str | None, recipient: dict[str, Any]) -> dict[str, Any]:
    party = {"name": "somebody", "country": actor, "sector": "GOV"}
    trigger = {"start": 6, "end": 11, "text": "asked"}
    return {"event_type": kind, "trigger": trigger, "actors": [party], "recipients": [recipient]}


LEAGUE = {"name": "the body", "country": None, "sector": "IGO"}


def _f1(name: str, *mentions: dict[str, Any]) -> float:
    return score_records([GOLD], [{"id": "r1", "mentions": list(mentions)}]).tallies[name].f1


def test_codes_agree_across_spellings_of_the_records() -> None:
    assert _f1("triple", _coded("REQUEST", "JPN", LEAGUE)) == 1.0


def test_another_recipient_leaves_type_and_actor() -> None:
    mention = _coded("REQUEST", "JPN", {"name": "Chad", "country": "TCD", "sector": "GOV"})
    assert (_f1("triple", mention), _f1("actor", mention), _f1("typed", mention)) == (0.0, 1.0, 1.0)


def test_what_is_told_beside_it_costs_precision() -> None:
    more = _coded("ASSAULT", "JPN", LEAGUE)
    assert round(_f1("triple", _coded("REQUEST", "JPN", LEAGUE), more), 3) == 0.667


def test_the_same_event_told_twice_counts_once() -> None:
    mention = _coded("REQUEST", "JPN", LEAGUE)
    assert _f1("triple", mention, mention) == 1.0
    assert round(_f1("mention_triple", mention, mention), 3) == 0.667


def test_a_record_without_a_coding_counts_with_nothing_told() -> None:
    report = score_records([GOLD], [])
    assert report.tallies["triple"].to_json() == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "system": 0}
    assert "triple" in table(report, by_type=True)


def test_the_default_coder_reads_a_record() -> None:
    (row,) = code_records([GOLD])
    assert row["id"] == "r1"
    assert "REQUEST" in {mention["event_type"] for mention in row["mentions"]}
