"""Shares: "16 percent of weapons sales", "a tenth of the body", "the majority of US attacks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import counted, figure_head, lemmas
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import Figure, plain

_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_FRACTION = re.compile(
    r"(?P<hedge>\b(?:about|around|some|nearly|almost|roughly|over|more than|less than|at least|just over|up to)\s+)?"
    r"(?:\b(?P<times>a|one|two|three|four|nine)[\s-](?P<part>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
    r"|(?<!and a )(?<!and )\b(?:one\s)?(?P<half>half)(?![-\w])"
    r"(?!\s(?:a|an|hour|century|dozen|mast|brother|way|the time|past)\b)"
    r"|\b(?:the|a)\s(?:(?:vast|great|overwhelming|large)\s)?(?P<majority>majority))"
    r"(?P<of>\s(?:part\s)?of\b)?",
    re.IGNORECASE,
)
_SIGNS = {
    "about": "~",
    "around": "~",
    "some": "~",
    "nearly": "~",
    "almost": "~",
    "roughly": "~",
    "just over": "~",
    "over": ">",
    "more than": ">",
    "less than": "<",
    "at least": ">=",
    "up to": "<=",
}
_REACH = 9
_CLOSE = 5


def find_percents(view: View, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Found]:
    """The percentages of one sentence that speak of arms, forces, votes, measures or money between states."""
    for figure in figures:
        if figure.unit == "percent" and _fits(view, sentence, figure.start, figure.end):
            yield _percent(view, sentence, figure)


def find_fractions(view: View, sentence: Sentence) -> Iterator[Found]:
    """The shares told in words."""
    for match in _FRACTION.finditer(view.text, sentence.start, sentence.end):
        found = _fraction(view, sentence, match)
        if found is not None:
            yield found


def _fits(view: View, sentence: Sentence, start: int, end: int) -> bool:
    first, last = view.tokens_of(start, end)
    last = min(last, sentence.last - 1)
    behind = lemmas(view, last, min(sentence.last, last + _CLOSE))
    if view.tokens[last].text.lower() == "of" and behind & words("share_topics") and not behind & words("share_decoys"):
        return True
    near = lemmas(view, max(sentence.first, first - _REACH), min(sentence.last, last + _REACH))
    return bool(near & words("share_topics")) and not near & words("share_decoys")


def _percent(view: View, sentence: Sentence, figure: Figure) -> Found:
    what = counted(view, sentence, figure)
    end = figure.end
    if what is not None and not what.elliptic and what.head < sentence.last:
        end = view.tokens[what.last - 1].end
    return Found(
        kind=ClaimKind.SHARE,
        start=figure.start,
        end=end,
        value=figure.value,
        unit="percent",
        anchor=figure_head(view, figure),
        rule="percent",
        certainty=0.75,
    )


def _fraction(view: View, sentence: Sentence, match: re.Match[str]) -> Found | None:
    """A fraction in words; most stand before "of" and a topic, "half" also alone behind a sum of money."""
    if match["majority"]:
        if not match["of"] or not _topic_behind(
            view, sentence, match.end(), words("share_topics") - {"member", "party", "body"}
        ):
            return None
        return _share(view, match, ">50")
    if match["of"]:
        if not _topic_behind(view, sentence, match.end(), words("share_topics")):
            return None
    elif not match["half"] or not re.search(r"\d (?:m|b|tr)illion|[$£€]", view.text[sentence.start : match.start()]):
        return None
    number = 50.0 if match["half"] else 100 * _TIMES[match["times"].lower()] / _PARTS[match["part"].lower()]
    sign = _SIGNS.get((match["hedge"] or "").strip().lower(), "")
    return _share(view, match, f"{sign}{plain(round(number, 2))}")


def _topic_behind(view: View, sentence: Sentence, start: int, topics: frozenset[str]) -> bool:
    first = view.at(start)
    near = lemmas(view, first, min(sentence.last, first + _REACH))
    return bool(near & topics) and not near & (words("share_decoys") | words("population"))


def _share(view: View, match: re.Match[str], value: str) -> Found:
    end = match.end()
    if match["of"]:
        at = view.at(match.end() - 1)
        noun = view.tree.child(at, "pobj")
        if noun is not None:
            end = max(end, view.tokens[view.tree.phrase(noun)[1] - 1].end)
    first = view.at(
        match.start("half") if match["half"] else match.start("part") if match["part"] else match.start("majority")
    )
    return Found(
        kind=ClaimKind.SHARE,
        start=match.start(),
        end=end,
        value=value,
        unit="percent",
        anchor=first,
        rule="fraction",
        certainty=0.6,
    )
