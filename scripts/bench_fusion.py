"""What one more report costs to fuse into a record of a thousand, ten thousand and a hundred thousand mentions.

usage: python scripts/bench_fusion.py [--sizes 1000,10000,100000]

Mentions are synthetic: 200 a day, two a report, parties drawn from 60 states. A record grows in time, not in mentions
a day. Times are CPU seconds of this process, medians over 40 reports added one by one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from dateline.fuse import FUSER
from dateline.model import (
    Annotations,
    Coding,
    Document,
    EventMention,
    Evidence,
    ImpreciseDate,
    Modality,
    Party,
    Sentence,
    When,
    content_id,
)
from dateline.pipeline import fuse_record
from dateline.store import CodedDocument, Coder, Store, open_store

A_DAY = 200
A_REPORT = 2
STATES = [f"{left}{right}A" for left in "BCDFGHJKLM" for right in "IOUEAY"]
TYPES = ("CONSULT", "ACCUSE", "AID", "AGREE", "SANCTION", "REQUEST")
MORE = 40
CODER = Coder(
    coder="bench", annotator="bench", resolver="bench", vocabulary="", settings={}, version="0", fingerprint="bench"
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    options = parser.parse_args()
    sys.stdout.write("mentions   events   all at once   one more report\n")
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder, "bench.db"), create=True) as store:
            sys.stdout.write(_measured(store, size) + "\n")
            sys.stdout.flush()


def _measured(store: Store, size: int) -> str:
    chance = random.Random(5)  # noqa: S311 — repeatable, no secret
    run = store.start_run(CODER).id
    number = size // A_REPORT
    for n in range(number):
        _add(store, run, n, n * A_REPORT // A_DAY, chance)
    whole, _ = _timed(store)
    days = max(size // A_DAY, 1)
    each = []
    for n in range(number, number + MORE):
        _add(store, run, n, chance.randrange(days), chance)
        seconds, _ = _timed(store)
        each.append(seconds)
    if store.unfused(FUSER) != ():
        raise SystemExit("something was left unfused")
    events = store.overview().counts.events
    return f"{size:8,} {events:8,} {whole:11.2f} s {statistics.median(each) * 1000:14.1f} ms"


def _timed(store: Store) -> tuple[float, int]:
    started = time.process_time()
    changed = fuse_record(store)
    return time.process_time() - started, changed


def _add(store: Store, run: int, number: int, day: int, chance: random.Random) -> None:
    told = dt.date(2015, 1, 1) + dt.timedelta(days=day)
    words = [f"{' '.join(chance.sample(STATES, 2))} act {number} {n}." for n in range(A_REPORT)]
    text = " ".join(words)
    document = Document.of(text, id=f"d{number}", publisher=f"Outlet {chance.randrange(40)}", published=told)
    mentions, sentences, at = [], [], 0
    for n, sentence in enumerate(words):
        sentences.append(Sentence(start=at, end=at + len(sentence), first=n, last=n + 1))
        mentions.append(_mention(document, sentence, at, n, told, chance))
        at += len(sentence) + 1
    store.add_document(document)
    annotations = Annotations(document_id=document.id, annotator="bench", tokens=(), sentences=tuple(sentences))
    coding = Coding(document_id=document.id, mentions=tuple(mentions), arms=(), claims=())
    store.save_coding(run, CodedDocument(document=document, annotations=annotations, coding=coding))


def _mention(document: Document, sentence: str, at: int, n: int, told: dt.date, chance: random.Random) -> EventMention:
    left, right = sentence.split()[:2]
    trigger = at + sentence.index("act")
    start = at + len(left) + 1
    return EventMention(
        id=content_id("mention", document.id, n),
        document_id=document.id,
        sentence=n,
        event_key=f"e{n}",
        event_type=chance.choice(TYPES),
        mode=None,
        contexts=(),
        modality=Modality.ASSERTED,
        trigger=Evidence(start=trigger, end=trigger + 3, text="act"),
        actors=(_party(left, at),),
        recipients=(_party(right, start),),
        when=When(evidence=None, interval=ImpreciseDate.day(told)),
        where=None,
        attributed_to=None,
        certainty=0.7,
        coder="bench",
    )


def _party(code: str, start: int) -> Party:
    words = Evidence(start=start, end=start + 3, text=code)
    return Party(evidence=words, name=code, canonical_id=f"state/{code}", country=code, sector="GOV")


if __name__ == "__main__":
    main()
