"""Speed and memory as ratios to a bare spaCy pass over the same documents in the same run.

usage: python scripts/bench.py [--rounds N] [--documents FILE.jsonl]

Documents are the bundled reports, repeated, unless a JSON lines file of documents is named. Nothing here is a
test: machines differ, so only ratios are worth comparing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.annotate.models import load_english
from dateline.demo import reports
from dateline.model import Document
from dateline.pipeline import Pipeline, Processed, make_pipeline

REPEATS = 6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=Path)
    options = parser.parse_args()
    documents = list(_documents(options.documents))
    bare, pipeline = load_english(), make_pipeline()
    _warm(bare, pipeline, documents[:8])
    ratios, tokens, mentions, plain, whole = [], 0, 0, 0.0, 0.0
    for _ in range(options.rounds):
        plain, tokens = _timed(lambda: sum(len(doc) for doc in bare.pipe([d.text for d in documents], batch_size=16)))
        whole, mentions = _timed(lambda: _mentions(pipeline, documents))
        ratios.append(plain / whole)
    _say(f"documents {len(documents)}   tokens {tokens}   mentions {mentions}")
    _say(f"bare spaCy, all components   {tokens / plain:8.0f} tokens/s")
    _say(f"whole pipeline               {tokens / whole:8.0f} tokens/s")
    _say(f"pipeline speed / bare spaCy  {statistics.median(ratios):8.2f}   (median of {options.rounds})")
    _say(f"peak memory                  {_peak_mb(resource.RUSAGE_SELF):8.0f} MB (both in one process)")
    seconds, peak = _cold_start(documents[0])
    _say(f"one report, cold start       {seconds:8.2f} s, peak {peak:.0f} MB")


def _documents(path: Path | None) -> Iterator[Document]:
    if path is None:
        for round_number in range(REPEATS):
            for report in reports():
                yield Document.of(report.text, id=f"{report.id}-{round_number}", published=report.published)
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Document.of(row["text"], id=row["id"])


def _warm(bare: object, pipeline: Pipeline, documents: list[Document]) -> None:
    bare(documents[0].text)  # type: ignore[operator]
    _mentions(pipeline, documents)


def _mentions(pipeline: Pipeline, documents: list[Document]) -> int:
    return sum(len(done.coding.mentions) for done in pipeline.process(documents) if isinstance(done, Processed))


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def _cold_start(document: Document) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.write_text(document.text, encoding="utf-8")
        command = [sys.executable, "-m", "dateline", "read", str(path), "--published", "2021-06-22"]
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"OMP_NUM_THREADS": "1"})  # noqa: S603 — our own program
        return time.perf_counter() - started, _peak_mb(resource.RUSAGE_CHILDREN)


def _peak_mb(who: int) -> float:
    peak = resource.getrusage(who).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
