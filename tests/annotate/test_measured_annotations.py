"""Figures on the development passages, with floors a little below what was measured."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.annotate import ReportAnnotator, attribution_of
from dateline.model import Annotations, Document, Evidence, Party

pytestmark = pytest.mark.needs_shared

Row = dict[str, Any]
_SKIPPED = frozenset(
    {"the", "a", "an", "of", "and", "mr", "mrs", "president", "minister", "prime", "foreign", "senior", "general"}
)


@pytest.fixture(scope="module")
def passages(shared: Path, annotator: ReportAnnotator) -> list[tuple[Row, Annotations]]:
    lines = (shared / "gold" / "events_train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return list(zip(rows, annotator.annotate(map(_document, rows)), strict=True))


def _document(row: Row) -> Document:
    day = dt.date.fromisoformat(row["date"][:10]) if row["date"] else None
    return Document.of(row["text"], id=row["passage"], title=row["title"], published=day)


def _words(name: str) -> set[str]:
    return set(re.findall(r"[\w']+", name.lower())) - _SKIPPED


def _same(left: str, right: str) -> bool:
    one, other = _words(left), _words(right)
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= 0.5


def _parties(row: Row) -> list[tuple[int, str, str]]:
    """Place, words and full name of each party that its sentence words."""
    found = []
    for mention in row["mentions"]:
        start, end = row["sents"][mention["sentence"]]
        for party in (*mention["actors"], *mention["recipients"]):
            at = re.search(rf"(?<!\w){re.escape(party['text'] or '-')}(?!\w)", row["text"][start:end])
            if party["text"] and at is not None:
                found.append((start + at.start(), party["text"], party["name"]))
    return found


def test_he_and_she_are_right(passages: list[tuple[Row, Annotations]]) -> None:
    right = wrong = missed = 0
    for row, seen in passages:
        for start, words, name in _parties(row):
            if words.lower() not in {"he", "him", "his", "she", "her"}:
                continue
            found = [each.name for each in seen.references if each.evidence.start == start]
            right += any(_same(each, name) for each in found)
            wrong += bool(found) and not any(_same(each, name) for each in found)
            missed += not found
    assert right / (right + wrong) >= 0.85
    assert right / (right + wrong + missed) >= 0.8


def test_named_parties_are_found(passages: list[tuple[Row, Annotations]]) -> None:
    named = found = 0
    for row, seen in passages:
        for start, words, _ in _parties(row):
            if re.match(r"(?:the |a |an )?[A-Z][\w.]+(?: [A-Z][\w.]+)+$", words):
                named += 1
                over = (each.evidence for each in seen.names)
                found += any(
                    each.start < start + len(words) and start < each.end and _same(each.text, words) for each in over
                )
    assert found / named >= 0.95


def test_claims_are_attributed(passages: list[tuple[Row, Annotations]]) -> None:
    told = hit = silent = false = 0
    for row, seen in passages:
        for mention in row["mentions"]:
            start, end = row["sents"][mention["sentence"]]
            at = row["text"].find(mention["trigger"], start, end)
            token = next((t.i for t in seen.tokens if at >= 0 and t.start >= at), None)
            if token is None:
                continue
            actors = [Party(evidence=None, name=each["text"] or each["name"]) for each in mention["actors"]]
            source = attribution_of(seen, token, actors)
            told += mention["attributed_to"] is not None
            silent += mention["attributed_to"] is None
            hit += mention["attributed_to"] is not None and _overlap(source, mention["attributed_to"])
            false += mention["attributed_to"] is None and source is not None
    assert hit / told >= 0.6
    assert false / silent <= 0.1


def _overlap(source: Evidence | None, words: str) -> bool:
    return source is not None and (source.text in words or words in source.text or _same(source.text, words))


def test_the_report_the_project_grew_from(shared: Path, annotate: Callable[..., Annotations]) -> None:
    text = (shared / "cases" / "seed-article" / "article.txt").read_text(encoding="utf-8")
    found = annotate(text)
    meant = {each.evidence.text: each.name for each in found.references}
    assert meant["him"] == "Kyaw Moe Tun"
    assert meant["The commander-in-chief of the Tatmadaw"] == "Min Aung Hlaing"
    assert meant["the country"] == "Myanmar"
    titles = {each.evidence.text: each.title for each in found.names}
    assert titles["Alexander Fomin"] == "Russian Deputy Minister of Defence"
    assert titles["Alexander A. Mikheev"] == "director general of Rosoboronexport"
