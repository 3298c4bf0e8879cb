"""Countries and names of gold parties in the development data; floors a little under what was reached."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dateline.model import Annotations, DatePrecision, Document, Evidence, ImpreciseDate, Party
from dateline.resolve.actors import ActorResolver

GOLD = Path(__file__).parents[2] / "../shared/gold/events_train.jsonl"
pytestmark = [
    pytest.mark.needs_shared,
    pytest.mark.skipif(not GOLD.exists(), reason="the development data are not beside the repository"),
]


def gold_parties():
    """Document, annotations, party with the gold name, date, and the gold country of every third passage."""
    for number, line in enumerate(GOLD.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        if number % 3:
            continue
        published = dt.date.fromisoformat(row["date"][:10]) if row["date"] else None
        document = Document.of(row["text"], id=row["passage"], title=row["title"], published=published)
        annotations = Annotations(document_id=document.id, annotator="none", tokens=(), sentences=())
        for mention in row["mentions"]:
            first, last = row["sents"][mention["sentence"]]
            for gold in (*mention["actors"], *mention["recipients"]):
                start = row["text"].find(gold["text"], first, last) if gold["text"] else -1
                evidence = Evidence.of(row["text"], start, start + len(gold["text"])) if start >= 0 else None
                party = Party(evidence=evidence, name=gold["name"])
                yield document, annotations, party, interval(mention["date"]), gold["country"]


def interval(date):
    if not date:
        return None
    earliest, latest = (dt.date.fromisoformat(date[key]) for key in ("earliest", "latest"))
    return ImpreciseDate(earliest=earliest, latest=latest, precision=DatePrecision.RANGE)


def test_countries_of_gold_parties():
    resolver = ActorResolver()
    right = [
        resolver.resolve(document, annotations, party, when).country == country
        for document, annotations, party, when, country in gold_parties()
    ]
    assert len(right) > 800
    assert sum(right) / len(right) >= 0.96
