"""A watch at accelerated time, for tests that kill it: ``worker.py RECORD CONFIG START POLLS``."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from dateline.store.sqlite import SqliteStore
from dateline.watching import Timing, read_config, watch
from record_samples import fake_pipeline
from watch_site import POLITE, Time


def main(record: str, config: str, start: str, polls: str) -> None:
    time = Time(float(start))
    chance = random.Random(float(start)).random  # noqa: S311 — no secret
    timing = Timing(now=time.now, monotonic=time.now, sleep=time.sleep, chance=chance)
    with SqliteStore(record) as store:
        told = read_config(Path(config))
        for done in watch(store, told, pipeline=fake_pipeline(), politeness=POLITE, timing=timing, polls=int(polls)):
            sys.stderr.write(f"polled {len(done.polled)}\n")
            sys.stderr.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
