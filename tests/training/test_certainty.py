from __future__ import annotations

import json
import tomllib
from pathlib import Path

import certainty
import logistic
import numpy as np
import priors
import pytest
import reports
import rule_fit

from dateline.errors import RecordError
from dateline.model import Annotations, Document
from dateline.vocab.triggers import build, read_triggers
from hand_parses import annotated

TRUE = "Rebels/NOUN/NNS/nsubj/1 bombed/VERB/VBD/ROOT/1 villages/NOUN/NNS/dobj/1 ./PUNCT/./punct/1"
FALSE = "Rebels/NOUN/NNS/nsubj/1 rattled/VERB/VBD/ROOT/1 sabres/NOUN/NNS/dobj/1 ./PUNCT/./punct/1"
TEXT = "Rebels bombed villages. Rebels rattled sabres."
QUOTED = "The bakery on the market square burned down on Monday night, the mayor said."


def passage(number: int) -> reports.Report:
    document = Document.of(TEXT, id=f"p{number}")
    gold = {
        "passage": document.id,
        "text": TEXT,
        "sents": [[0, 23], [24, 46]],
        "mentions": [{"sentence": 0, "type": "ASSAULT", "trigger": "bombed"}],
    }
    return reports.Report(gold, document, annotated(document, TRUE, FALSE))


@pytest.fixture(scope="module")
def material() -> rule_fit.Material:
    entries = {"type": "ASSAULT", "verb_actor": ["subject"], "verb_recipient": ["object"]}
    classes = priors.base_lexicon().classes
    words = build(
        read_triggers(entries | {"group": [{"prior": 0.5, "verbs": ["bombed", "rattled"]}]}, classes), classes
    )
    return rule_fit.Material(
        base=words, passages=[passage(number) for number in range(24)], empty=[], penalty=3.0, seed=0
    )


def test_known_weights_are_recovered() -> None:
    chance = np.random.default_rng(7)
    rows = [{"bias": 1.0, "for": chance.normal(), "against": chance.normal()} for _ in range(6000)]
    true = {"bias": -0.5, "for": 2.0, "against": -1.0}
    right = [bool(chance.random() < logistic.probability(row, true)) for row in rows]
    found = logistic.fit(rows, right, [1.0] * len(rows), penalty=0.1)
    assert found == pytest.approx(true, abs=0.15)


def test_a_share_of_two_is_two_examples() -> None:
    rows = [{"bias": 1.0, "x": 1.0}, {"bias": 1.0}, {"bias": 1.0, "x": 1.0}]
    shared = logistic.fit(rows, [True, False, False], [2.0, 1.0, 1.0], penalty=1.0)
    twice = logistic.fit([rows[0], *rows], [True, True, False, False], [1.0] * 4, penalty=1.0)
    assert shared == pytest.approx(twice)


def test_nothing_to_fit_on_is_an_error() -> None:
    with pytest.raises(ValueError, match="no examples"):
        logistic.fit([], [], [], penalty=1.0)


def test_the_fit_tells_right_entries_from_wrong_ones(material: rule_fit.Material) -> None:
    fitted = rule_fit.fit(material, range(len(material.passages)))
    assert fitted.priors == {"ASSAULT:verb:bombed": 0.91, "ASSAULT:verb:rattled": 0.09}
    sure = {
        held.sketch.option.trigger.head: held.sketch.certainty
        for held in rule_fit.told(passage(99), material.base, fitted)
    }
    assert sure["bombed"] > 0.8
    assert sure["rattled"] < 0.2


def test_the_same_inputs_give_the_same_fit(material: rule_fit.Material) -> None:
    inside = range(len(material.passages))
    assert rule_fit.fit(material, inside) == rule_fit.fit(material, inside)


def test_held_out_passages_are_coded_in_order(material: rule_fit.Material) -> None:
    gold = [report.gold for report in material.passages]
    coded = certainty.cross_validated(material)
    assert [row["id"] for row in coded] == [row["passage"] for row in gold]
    assert certainty.typed_figures(gold, coded, 0.5) == (1.0, 1.0, 1.0)
    f1, precision, recall = certainty.typed_figures(gold, coded, 0.0)
    assert (f1, precision, recall) == (pytest.approx(2 / 3), 0.5, 1.0)


def test_types_seen_too_seldom_keep_their_priors(material: rule_fit.Material) -> None:
    assert priors.rare_types(material.base, ["ASSAULT"] * (priors.RARE - 1)) == {"ASSAULT"}
    seen = [reports.judged(report, material.base) for report in material.passages]
    assert priors.learn(seen, frozenset({"ASSAULT"})) == {}


def test_folds_hold_every_passage_once() -> None:
    parts = rule_fit.folds(20, 6, 0)
    assert sorted(k for part in parts for k in part) == list(range(20))
    assert {len(part) for part in parts} == {3, 4}
    assert parts != rule_fit.folds(20, 6, 1)


def test_files_are_written_in_the_order_of_names(tmp_path: Path) -> None:
    fitted = rule_fit.Fitted(
        priors={"b": 0.5, "a": 0.25}, reading={"y": 1.0, "bias": -2.0}, certainty={"x": 0.1234, "bias": 1.0}
    )
    certainty.write(tmp_path, fitted, ["made by hand"])
    text = (tmp_path / "certainty.toml").read_text("utf-8")
    assert tomllib.loads(text) == {"reading": {"bias": -2.0, "y": 1.0}, "weights": {"bias": 1.0, "x": 0.123}}
    assert "# made by hand\n" in text
    assert (tmp_path / "priors.toml").read_text("utf-8").splitlines()[-2:] == ['"a" = 0.25', '"b" = 0.50']


class _Bare:
    def annotate(self, documents: list[Document]) -> list[Annotations]:
        return [annotated(document) for document in documents]


def test_a_report_that_a_passage_quotes_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "make_annotator", _Bare)
    corpus = tmp_path / "corpus.jsonl"
    held = [("one", f"Sad news. {QUOTED}"), ("two", "A comet came by."), ("three", "Not chosen.")]
    lines = [json.dumps({"id": name, "title": "", "date": "2019-01-02", "text": text}) for name, text in held]
    corpus.write_text("\n".join(lines), "utf-8")
    quoting = [{"text": QUOTED, "sents": [[0, len(QUOTED)]]}]
    found = reports.unpolitical(corpus, ["one", "two"], quoting, share=0.2)
    assert [(report.document.id, report.share) for report in found] == [("two", 0.2)]
    with pytest.raises(RecordError, match="four"):
        reports.unpolitical(corpus, ["four"], [], share=0.2)


def test_without_the_data_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert certainty.main(["--shared", str(tmp_path), "--write", "--out", str(tmp_path)]) == 0
    assert "skipped: no gold/events_train.jsonl" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
