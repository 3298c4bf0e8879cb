"""Speed and memory as ratios to a bare spaCy pass over the same documents in the same run.

usage: python scripts/bench.py [--rounds N] [--documents FILE.jsonl] [--first N]

Two kinds of documents: the bundled reports, which tell four acts each, and a realistic mix, the first reports of
``shared/corpora/wikinews_2019_2020.jsonl`` where that stands beside the repository; or those of a file that is
named. Every document of the mix is read once, in slices of which a bare pass goes before the pipeline, so that
nothing is known of its words. Nothing here is a test: machines differ, so only ratios are worth comparing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from stopwatch import STAGES, Stopwatch

from dateline.annotate.models import load_english
from dateline.demo import reports
from dateline.model import Document
from dateline.pipeline import Pipeline, Processed, make_pipeline

MIX = Path(__file__).parents[2] / "shared/corpora/wikinews_2019_2020.jsonl"
_SLICE = 20


@dataclass(slots=True)
class Measured:
    """Tokens, mentions, and CPU seconds of both passes over some documents."""

    documents: int = 0
    tokens: int = 0
    mentions: int = 0
    plain: float = 0.0
    whole: float = 0.0
    stages: Stopwatch = field(default_factory=Stopwatch)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="passes over the bundled reports")
    parser.add_argument("--documents", type=Path, help="JSON lines with id and text, instead of both kinds")
    parser.add_argument("--first", type=int, default=100, help="so many documents of a file")
    options = parser.parse_args()
    bundled = [Document.of(each.text, id=each.id, published=each.published) for each in reports()]
    seconds, spent, peak = _cold_start(bundled[0])  # first: a child's peak is never told below its parent's
    bare, pipeline = load_english(), make_pipeline()
    measure(bare, pipeline, bundled[:8])  # loads what is loaded when first used
    file = options.documents or (MIX if MIX.exists() else None)
    if options.documents is None:
        _tell("bundled reports, repeated", measure(bare, pipeline, bundled * options.rounds))
    if file is not None:
        _tell(f"{file.name}, each once", measure(bare, pipeline, list(islice(_documents(file), options.first))))
    else:
        _say(f"no realistic mix: {MIX} is not there\n")
    _say(f"peak memory             {_peak_mb(resource.RUSAGE_SELF):8.0f} MB (both in one process)")
    _say(f"one report, cold start  {seconds:8.2f} s ({spent:.2f} s of CPU time), peak {peak:.0f} MB")


def measure(bare: Any, pipeline: Pipeline, documents: Sequence[Document]) -> Measured:
    """Both passes over the documents, slice by slice."""
    found = Measured(documents=len(documents))
    for at in range(0, len(documents), _SLICE):
        part = documents[at : at + _SLICE]
        seconds, count = _timed(lambda part=part: sum(map(len, bare.pipe([d.text for d in part], batch_size=_SLICE))))
        found.plain, found.tokens = found.plain + seconds, found.tokens + count
        with found.stages.running():
            seconds, count = _timed(lambda part=part: _mentions(pipeline, part))
        found.whole, found.mentions = found.whole + seconds, found.mentions + count
    return found


def _documents(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = row.get("date") or row.get("published")
            published = date.fromisoformat(day[:10]) if day else None
            yield Document.of(row["text"], id=row["id"], title=row.get("title"), published=published)


def _mentions(pipeline: Pipeline, documents: Sequence[Document]) -> int:
    return sum(len(done.coding.mentions) for done in pipeline.process(documents) if isinstance(done, Processed))


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def _tell(name: str, found: Measured) -> None:
    _say(f"{name}: {found.documents} documents, {found.tokens} tokens, {found.mentions} mentions")
    _say(f"  bare spaCy, all components {found.tokens / found.plain:8.0f} tokens/s")
    _say(f"  whole pipeline             {found.tokens / found.whole:8.0f} tokens/s")
    _say(f"  pipeline / bare spaCy      {found.plain / found.whole:8.2f}")
    for stage in STAGES:
        _say(f"    {stage:28s} {found.stages.seconds[stage] / found.whole:6.1%}")
    _say(f"    {'everything else':28s} {1 - found.stages.seconds.total() / found.whole:6.1%}\n")


def _cold_start(document: Document) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.write_text(document.text, encoding="utf-8")
        command = [sys.executable, "-m", "dateline", "read", str(path), "--published", "2021-06-22"]
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"OMP_NUM_THREADS": "1"})  # noqa: S603 — our own program
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = time.perf_counter() - started
        return seconds, used.ru_utime + used.ru_stime, _peak_mb(resource.RUSAGE_CHILDREN)


def _peak_mb(who: int) -> float:
    peak = resource.getrusage(who).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
