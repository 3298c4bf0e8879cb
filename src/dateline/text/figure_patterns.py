"""The patterns by which figures are found: where one may begin, the number with its unit, and what stands before it."""

from __future__ import annotations

import re
from functools import cache

from dateline.text.languages import en_figures as en
from dateline.text.languages.en_time import ONES, TEENS, TENS

RANGE = re.compile(r"\s?(?:-|–|to)\s?")
AND = re.compile(r"\s(?:and|to)\s")


@cache
def cores() -> re.Pattern[str]:
    """Where a figure may begin: a digit or the beginning of a number word."""
    words = {*ONES, *TEENS, *TENS, *en.VAGUE}
    openers = ("half an?", "several", "a few", "a couple of", "an?")
    scaled = [rf"{opener}(?=[ -](?:{'|'.join(en.SCALES)}))" for opener in openers]
    branches = [*sorted(words, key=len, reverse=True), *scaled]
    return re.compile("|".join([r"[0-9]", *(rf"[{word[0]}{word[0].upper()}]{word[1:]}\b" for word in branches)]))


@cache
def figures() -> re.Pattern[str]:
    """A figure from its number on; the hedge and the sign before it are looked up apart."""
    ones, tens = "|".join(ONES), "|".join(TENS)
    units = f"{'|'.join(TEENS)}|{ones}"
    large = "|".join(en.VAGUE)
    scales = "|".join(sorted((*en.SCALES, *en.PRICE_SCALES), key=len, reverse=True))
    money = "|".join(re.escape(word) for word in sorted(en.CURRENCY_WORDS, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<digits>(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?(?![0-9:/]|(?:st|nd|rd|th|s)\b))"
        rf"|(?P<vague>(?:{large})\b(?: of (?:{large})\b)?)"
        rf"|(?P<words>(?:{tens})(?:[- ](?:{ones}))?\b|(?:{units})\b|half an?\b|several\b|a few\b|a couple of\b|an?\b))"
        rf"(?:(?P<glue>[\s-]?)(?P<scale>{scales})\b(?:\s(?:and\s)?(?P<rest>(?:{tens})(?:[- ](?:{ones}))?|{units})\b)?)?"
        rf"(?:\s?-?(?P<percent>{en.PERCENT_WORDS})|(?:\s(?:of\s)?|-)(?P<money>{money})s?\b)?",
        re.IGNORECASE,
    )


@cache
def leads() -> re.Pattern[str]:
    """The hedge and the currency sign at the end of what stands before a number."""
    hedges = "|".join(sorted("|".join(en.HEDGES.values()).split("|"), key=len, reverse=True))
    signs = "|".join(re.escape(sign) for sign in sorted(en.CURRENCY_SIGNS, key=len, reverse=True))
    return re.compile(rf"(?:(?<![\w-])(?P<hedge>(?i:{hedges}))\s+(?:an?\s+)?)?(?:(?<![\w$£€])(?P<sign>{signs})\s?)?$")
