from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluation import agreement
from dateline.evaluation.events import score_events, sentence_of, table

TEXT = "Freedonia armed Sylvania. Sylvania thanked it on May 2."
GOLD = {
    "passage": "p1",
    "sents": [[0, 25], [26, 55]],
    "mentions": [
        {
            "event": "E1",
            "sentence": 0,
            "type": "AID",
            "mode": None,
            "modality": "asserted",
            "actors": [{"name": "Freedonia", "country": "FRE"}],
            "recipients": [{"name": "Sylvania", "country": "SYL"}],
            "date": None,
            "place": None,
        },
        {
            "event": "E2",
            "sentence": 1,
            "type": "SUPPORT",
            "mode": "praise",
            "modality": "asserted",
            "actors": [{"name": "Sylvania", "country": "SYL"}],
            "recipients": [{"name": "Freedonia", "country": "FRE"}],
            "date": {"earliest": "2020-05-02", "latest": "2020-05-02"},
            "place": {"country": "SYL"},
        },
    ],
    "arms": [{"sentence": 0, "supplier": {"name": "Freedonia", "country": "FRE"}, "recipient": None, "item": None}],
    "claims": [{"sentence": 1, "kind": "date", "text": "May 2"}],
}


def mention(kind: str, start: int, actor: str, recipient: str, **more: Any) -> dict[str, Any]:
    return {
        "event_type": kind,
        "mode": None,
        "modality": "asserted",
        "trigger": {"start": start},
        "actors": [{"name": actor, "country": None}],
        "recipients": [{"name": recipient, "country": None}],
        "when": None,
        "where": None,
    } | more


def test_a_perfect_coding_scores_one() -> None:
    coded = {
        "id": "p1",
        "mentions": [
            mention("AID", 10, "Freedonia", "Sylvania"),
            mention(
                "SUPPORT",
                35,
                "Sylvania",
                "Freedonia",
                mode="praise",
                when={"earliest": "2020-05-02", "latest": "2020-05-02"},
                where={"country": "SYL"},
            ),
        ],
        "arms": [{"start": 10, "supplier": {"name": "Freedonia"}, "recipient": None}],
        "claims": [{"start": 48, "kind": "date", "text": "on May 2"}],
    }
    held = score_events([GOLD], [coded]).to_json()
    assert {held[name]["f1"] for name in ("typed", "triple", "actor", "arms", "arms+item", "claims")} == {1.0}
    assert {name: share["value"] for name, share in held["accuracy"].items()} == {
        "mode": 1.0,
        "modality": 1.0,
        "date": 1.0,
        "place": 1.0,
        "events_found": 1.0,
    }


def test_a_wrong_recipient_costs_the_triple_and_not_the_type() -> None:
    held = score_events([GOLD], [{"id": "p1", "mentions": [mention("AID", 10, "Freedonia", "Ruritania")]}])
    assert held.tallies["typed"].hit == 1
    assert held.tallies["triple"].hit == 0


def test_one_coded_mention_cannot_pay_for_two_gold_ones() -> None:
    twice = GOLD | {"mentions": [GOLD["mentions"][0], GOLD["mentions"][0]]}  # type: ignore[index]
    held = score_events([twice], [{"id": "p1", "mentions": [mention("AID", 10, "Freedonia", "Sylvania")]}])
    assert held.tallies["typed"].hit == 1
    assert held.tallies["typed"].gold == 2


def test_a_missing_passage_counts_as_nothing_found() -> None:
    held = score_events([GOLD], [])
    assert held.missing == 1
    assert held.tallies["typed"].r == 0.0


def test_a_confused_type_is_named() -> None:
    held = score_events([GOLD], [{"id": "p1", "mentions": [mention("COOPERATE", 10, "Freedonia", "Sylvania")]}])
    assert held.confusion == {("AID", "COOPERATE"): 1}


def test_a_trigger_between_sentences_belongs_to_the_one_before() -> None:
    assert sentence_of(GOLD, 25) == 0
    assert sentence_of(GOLD, 26) == 1


@pytest.mark.parametrize(
    ("first", "last", "agrees"),
    [("2020-05-02", "2020-05-02", True), ("2020-05-01", "2020-05-05", True), ("2020-01-01", "2020-12-31", False)],
)
def test_dates_agree_when_neither_is_much_longer(first: str, last: str, agrees: bool) -> None:
    gold = {"earliest": "2020-05-02", "latest": "2020-05-02"}
    assert agreement.same_date(gold, {"earliest": first, "latest": last}) is agrees


def perturbed(rows: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Gold turned into a plausible imperfect coding: fields dropped, types swapped, triggers moved."""
    chance = random.Random(seed)  # noqa: S311 — a repeatable test, not a secret
    types = sorted({m["type"] for row in rows for m in row["mentions"]})
    out = []
    for row in rows:
        mentions = []
        for gold in row["mentions"]:
            if chance.random() < 0.2:
                continue
            start = row["sents"][gold["sentence"]][0] + chance.choice([0, 0, 0, 3, 90])
            mentions.append(
                {
                    "event_type": gold["type"] if chance.random() < 0.7 else chance.choice(types),
                    "mode": gold["mode"] if chance.random() < 0.7 else None,
                    "modality": chance.choice([gold["modality"], "asserted"]),
                    "trigger": {"start": start},
                    "actors": gold["actors"] if chance.random() < 0.7 else gold["recipients"],
                    "recipients": gold["recipients"] if chance.random() < 0.7 else [],
                    "when": gold["date"] if chance.random() < 0.8 else None,
                    "where": gold["place"],
                }
            )
        side = {"start": row["sents"][0][0]}
        arms = [a | side | {"start": row["sents"][a["sentence"]][0]} for a in row["arms"] if chance.random() < 0.8]
        claims = [c | {"start": row["sents"][c["sentence"]][0]} for c in row["claims"] if chance.random() < 0.8]
        if chance.random() < 0.95:
            out.append({"id": row["passage"], "mentions": mentions, "arms": arms, "claims": claims})
    return out


@pytest.mark.needs_shared
@pytest.mark.parametrize("seed", [1, 2])
def test_our_figures_are_those_of_the_shared_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    gold_path = shared / "gold" / "events_dev.jsonl"
    rows = [json.loads(line) for line in gold_path.read_text("utf-8").splitlines()]
    coded = perturbed(rows, seed)
    coded_path = tmp_path / "coded.jsonl"
    coded_path.write_text("".join(json.dumps(row) + "\n" for row in coded), "utf-8")
    theirs = subprocess.run(
        [sys.executable, str(shared / "gold" / "score.py"), str(gold_path), str(coded_path), "--by", "type"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert table(score_events(rows, coded), by_type=True) == theirs.stdout.rstrip("\n")
