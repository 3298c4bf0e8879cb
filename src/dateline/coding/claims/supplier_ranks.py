"""Ranks of suppliers and buyers: "the second-largest supplier of arms", and who stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import lemmas
from dateline.coding.claims.rank_parts import FEW, ORDINALS, ordinal, rank
from dateline.coding.view import View
from dateline.model import Sentence


@cache
def _supplier_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("suppliers"), key=len, reverse=True))
    ordinals = rf"(?P<ordinal>{'|'.join(ORDINALS)}|[0-9]+(?:st|nd|rd|th))[- ](?:most[- ])?"
    return re.compile(
        r"\b(?P<of>(?:one|two|some|many|several|most|among) (?:of )?)?"
        r"(?P<det>(?:the|its|their|a|his|our|\w+[’']s?s?)\s)?(?:world[’']s\s|single\s)?"
        rf"(?P<few>two|three|four|five|six|ten)?\s?(?:{ordinals})?"
        r"(?P<sup>largest|biggest|greatest|top|main|principal|chief|primary|leading|foremost|number[- ]one|no\. ?1"
        r"|most important)"
        rf"(?P<mid>(?:\s[\w’'.-]+){{0,4}}?)\s(?P<noun>{nouns})(?P<plural>s)?\b",
        re.IGNORECASE,
    )


_NAME = r"(?:the\s)?[A-Z][\w.]*"
_AFTER = re.compile(
    r"\b(?:After|after|Behind|behind|second only to|next to|trailing)\s"
    rf"(?P<names>{_NAME}(?:(?:,\s|\sand\s|,\sand\s|\s){_NAME})*)"
)


def find_supplier_ranks(view: View, sentence: Sentence) -> Iterator[Found]:
    """“the second-largest supplier of arms”, and those named before it (“After China, …”)."""
    text = view.text
    yield from _ranked_among(view, sentence)
    topical = lemmas(view, sentence.first, sentence.last) & (words("rank_topics") | words("materiel"))
    for match in _supplier_pattern().finditer(text, sentence.start, sentence.end):
        if (
            match["of"]
            or not topical
            or (
                match["noun"].lower() in {"market", "source", "client", "provider", "producer", "manufacturer"}
                and not _armed(view, match)
            )
        ):
            continue
        place = ordinal(match["ordinal"]) if match["ordinal"] else 1 + _names_before(view, sentence, match.start())
        few = FEW.get((match["few"] or "").lower())
        head = view.at(match.start("noun"))
        _, last = view.tree.phrase(head)
        end = max(match.end(), view.tokens[last - 1].end if last > head else 0)
        start = (
            match.start("det") if match["det"] else match.start("ordinal") if match["ordinal"] else match.start("sup")
        )
        value = f"1..{few}" if few and match["plural"] else str(place)
        yield rank(start, end, value, head, "supplier rank", 0.8)
        yield from _before(view, sentence, place, head)


def _names_before(view: View, sentence: Sentence, end: int) -> int:
    """How many are named before "the largest": "After China, Russia is the largest supplier" ranks second."""
    match = _AFTER.match(view.text, sentence.start, end)
    return len(re.split(r",\sand\s|,\s|\sand\s", match["names"])) if match else 0


def _ranked_among(view: View, sentence: Sentence) -> Iterator[Found]:
    """“ranks fourth among the suppliers of arms”."""
    for match in _among_pattern().finditer(view.text, sentence.start, sentence.end):
        head = view.at(match.start("noun"))
        yield rank(match.start(), match.end(), str(ordinal(match["ordinal"])), head, "ranked among", 0.7)


@cache
def _among_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("suppliers"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:rank(?:s|ed|ing)?|came|comes|is|was)\s(?:only\s)?(?P<ordinal>{'|'.join(ORDINALS)}|[0-9]+(?:st|nd|rd|th))"
        rf"\s(?:among|of)\s(?:\w+\s){{0,3}}?(?P<noun>{nouns})s\b(?:\sof\s(?:arms|weapons))?",
        re.IGNORECASE,
    )


def _armed(view: View, match: re.Match[str]) -> bool:
    first, last = view.tokens_of(match.start(), match.end())
    return bool(lemmas(view, first, min(last + 4, len(view.tokens))) & words("rank_topics"))


def _before(view: View, sentence: Sentence, place: int, head: int) -> Iterator[Found]:
    """Those who stand before the ranked one: "After China" is rank 1 beside a second-largest supplier."""
    if place < 2:
        return
    match = _AFTER.search(view.text, sentence.start, sentence.end)
    if match is None:
        return
    names = re.split(r",\sand\s|,\s|\sand\s", match["names"])
    names = names[: place - 1]
    if len(names) < place - 1:
        return
    for n, name in enumerate(names, start=1):
        start, end = _place_of(view, match, name)
        start = match.start() if n == 1 else start
        yield rank(start, end, str(n), head, "before the ranked one", 0.65, subject=name)


def _place_of(view: View, match: re.Match[str], name: str) -> tuple[int, int]:
    start = view.text.index(name, match.start("names"))
    return start, start + len(name)
