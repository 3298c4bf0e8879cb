"""Votes and seats counted one-sidedly: "won 48 of 59 seats", "needs 60 votes", "52 percent of the vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coding.claims.found import Found
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import Figure

_OF_TOTAL = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|a|all)\s)?(?:(?:[\w.]+\s){0,2}[\w.]+[’']s\s)?(?:total\s)?$"
)
_SEATS = re.compile(r"(?:\s[\w-]+){0,4}?\sseats?\b", re.IGNORECASE)
_DECIDERS = re.compile(
    r"\s(?:members?|votes?|lawmakers|deputies|mps|senators|delegates|judges|states|countries|nations)\b"
    r"(?:\s(?:of|in)\s(?:the\s)?[\w-]+)?"
    r"(?=\s(?:\w+\s){0,2}(?:oppos|vot|back|support|abstain|reject|approv|in favou?r|against|for\b))",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"(?:\s(?:more|extra|electoral|additional|yes|favourable|affirmative))?[\s-](?:votes?|ballots)\b(?:\s(?:margin|majority|lead))?",
    re.I,
)
_VOTE_SHARE = re.compile(
    r"\s(?:of\s)?(?:(?:the|all|those|people|its|valid|popular|total)\s){0,3}(?:who\s(?:cast|voted)\b(?:\sballots?)?|votes?\b|ballots?\b|voters?\b|electorate\b)",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    r"(?:\s[\w-]+){0,3}?\s(?:(?:have|had)\s)?"
    r"(?:turned out to vote|cast (?:their |a )?(?:ballots?|votes?)|voted\b|to vote\b)",
    re.I,
)
_MAJORITY = re.compile(
    r"\b(?:(?P<two>two[- ]thirds)|(?P<three>three[- ](?:quarters|fifths))"
    r"|(?P<plain>absolute|simple|clear|slim|narrow|outright|overwhelming|comfortable|working|large|small|razor-thin|bare|thin|commanding|landslide))"
    r"(?:[ ]parliamentary)?[ ]majority\b"
    r"(?:[ ](?:of|in)[ ](?:the[ ])?(?P<unit>seats|votes|parliament|house|senate|assembly))?",
    re.IGNORECASE,
)
_MAJORITY_TELLS = re.compile(
    r"\b(?:won|wins?|pass(?:ed|es)|adopted|approved|secured?|gain(?:ed|s)|holds?|held|has|have|had|lost|retain(?:ed|s)|by|with|command(?:s|ed))\s+(?:an?\s|the\s|its\s)?$",
    re.I,
)
_FRACTIONS = {"two": "2/3", "quarters": "3/4", "fifths": "3/5"}


def find_ballots(view: View, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Found]:
    """One-sided vote and seat figures of one sentence, other than plain numbers of seats."""
    used = -1
    for k, figure in enumerate(figures):
        if k <= used:
            continue
        following = figures[k + 1] if k + 1 < len(figures) else None
        if following is not None and not figure.unit and not following.unit:
            found = _of_total(view, sentence, figure, following)
            if found is not None:
                used = k + 1
                yield found
                continue
        alone = _alone(view, sentence, figure)
        if alone is not None:
            yield alone


def _of_total(view: View, sentence: Sentence, part: Figure, whole: Figure) -> Found | None:
    """“48 of Scotland's 59 seats”, “26 of its 36 members opposing”."""
    text = view.text
    if not _OF_TOTAL.fullmatch(text, part.end, whole.start) or part.low > whole.low:
        return None
    after = _SEATS.match(text, whole.end, sentence.end) or _DECIDERS.match(text, whole.end, sentence.end)
    if after is None:
        return None
    unit = "seats" if after[0].lower().rstrip("s").endswith("seat") else "votes"
    return _found(view, part.start, after.end(), f"{part.value}/{whole.value}", unit, "of total", 0.8)


def _alone(view: View, sentence: Sentence, figure: Figure) -> Found | None:
    text = view.text
    if figure.unit == "percent":
        after = _VOTE_SHARE.match(text, figure.end, sentence.end)
        return _found(view, figure.start, after.end(), figure.value, "percent", "vote share", 0.65) if after else None
    if figure.unit:
        return None
    after = _VOTES.match(text, figure.end, sentence.end)
    if after is not None and not (figure.low <= 2 and figure.word):
        return _found(view, figure.start, after.end(), figure.value, "votes", "votes", 0.65)
    voters = _VOTERS.match(text, figure.end, sentence.end) if figure.low >= 1000 else None
    if voters is not None:
        return _found(view, figure.start, voters.end(), figure.value, "voters", "voters", 0.6)
    return None


def find_majorities(view: View, sentence: Sentence) -> Iterator[Found]:
    """Majorities told without a number: "passed with a two-thirds majority"."""
    for match in _MAJORITY.finditer(view.text, sentence.start, sentence.end):
        if not _MAJORITY_TELLS.search(view.text[max(sentence.start, match.start() - 24) : match.start()]):
            continue
        value = "2/3" if match["two"] else "majority"
        if match["three"]:
            value = _FRACTIONS[match["three"].lower().replace("-", " ").split()[1]]
        unit = (
            "seats"
            if (match["unit"] or "").lower() in {"seats", "parliament", "house", "senate", "assembly"}
            else "votes"
        )
        yield _found(view, match.start(), match.end(), value, unit, "majority", 0.6)


def _found(view: View, start: int, end: int, value: str, unit: str, rule: str, certainty: float) -> Found:
    return Found(
        kind=ClaimKind.VOTE_TALLY,
        start=start,
        end=end,
        value=value,
        unit=unit,
        anchor=view.at(end - 1),
        rule=rule,
        certainty=certainty,
    )
