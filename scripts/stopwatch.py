"""CPU time of each stage of the pipeline, by wrapping the functions in which the stages are called."""

from __future__ import annotations

import functools
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from dateline.annotate import annotator, spacy_annotator
from dateline.coding import extras
from dateline.coding.encoder import coder
from dateline.resolve import resolver

#: What is wrapped: owner, attribute, stage. Time counts for the innermost stage only.
_CALLS: tuple[tuple[Any, str, str], ...] = (
    (spacy_annotator.SpacyAnnotator, "_annotate_batch", "parser (spaCy, no names)"),
    (spacy_annotator, "mark_boilerplate", "boilerplate"),
    (spacy_annotator, "rows", "tokens"),
    (spacy_annotator.Words, "learn", "tokens"),
    (spacy_annotator.SpacyAnnotator, "_document", "tokens"),
    (annotator, "find_mentions", "names"),
    (annotator, "find_quotations", "quotations"),
    (annotator, "find_references", "references"),
    (annotator, "_times", "times"),
    (coder.Drafter, "readings", "candidates and their roles"),
    (coder.EncoderCoder, "_read", "encoder"),
    (coder.EncoderCoder, "_scored", "certainty"),
    (coder.Drafter, "settle", "mentions and their parties"),
    (coder, "finish", "mentions and their parties"),
    (extras, "find_arms", "arms"),
    (extras, "find_claims", "claims"),
    (resolver.DateResolver, "resolve_all", "resolve: dates"),
    (resolver, "date_frames", "resolve: dates"),
    (resolver, "across_zones", "resolve: dates"),
    (resolver.ActorResolver, "resolve", "resolve: actors"),
    (resolver, "places_of", "resolve: places"),
    (resolver, "attach_places", "resolve: places"),
)
STAGES = tuple(dict.fromkeys(stage for _, _, stage in _CALLS))


class Stopwatch:
    """Seconds of CPU time by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inner: list[float] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Measure while the block runs."""
        before = [(owner, name, getattr(owner, name)) for owner, name, _ in _CALLS]
        for owner, name, stage in _CALLS:
            setattr(owner, name, self._timed(getattr(owner, name), stage))
        try:
            yield
        finally:
            for owner, name, function in before:
                setattr(owner, name, function)

    def _timed(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        @functools.wraps(function)
        def wrapped(*args: Any, **options: Any) -> Any:
            started = time.process_time()
            self._inner.append(0.0)
            try:
                return function(*args, **options)
            finally:
                spent = time.process_time() - started
                self.seconds[stage] += spent - self._inner.pop()
                if self._inner:
                    self._inner[-1] += spent

        return wrapped
