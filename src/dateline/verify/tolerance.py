"""Tolerance: the interval of true values that the words of a figure allow, by their own rounding and hedge.

==============================  =====================================================
``16 percent``                  15.5 to 16.5: half a unit of the last digit printed
``16.3 percent``                16.25 to 16.35
``about 16 percent``            1.5 to either side, 2.5 for multiples of five
``nearly``, ``almost 40``       4 below up to the number itself (and its rounding)
``a third``, ``two thirds``     1.5 to either side, 2.5 with a hedge
``more than``, ``over 80``      above 80
``at least 35``                 34.5 and more
``up to``, ``less than 10``     below 10 (``up to``: 10 and its rounding)
==============================  =====================================================
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from dateline.text.figures import plain

_VALUE = re.compile(r"(~|>=|>|<=|<)?([0-9]+(?:\.[0-9]+)?)(?:\.\.([0-9]+(?:\.[0-9]+)?))?")
_NEARLY = re.compile(r"\b(?:nearly|almost|just under|close to|approaching|not quite)\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b", re.IGNORECASE
)
_DECIMALS = re.compile(r"\d\.(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """True values between ``low`` and ``high`` agree with the words; ``why`` says how that follows."""

    low: float
    high: float
    why: str
    above: bool = False
    below: bool = False

    def holds(self, value: float) -> bool:
        """Whether a true value agrees; open ends of "more than" and "less than" do not include the number."""
        value = round(value, 9)
        if self.above and value <= self.low:
            return False
        if self.below and value >= self.high:
            return False
        return self.low <= value <= self.high


def allowed_percent(value: str, words: str) -> Allowed | None:
    """The percentages that agree with a claim's value ("~16") and its words, or None where it is no quantity."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    sign, first, second = match.groups()
    number = float(first)
    half = _half_unit(words, number)
    if second is not None:
        return _between(number - half, float(second) + half, f"a range, each end by its own rounding (±{plain(half)})")
    if sign in {">", "<"}:
        return _open(number, sign)
    if sign in {">=", "<="}:
        return _closed(number, sign, half)
    fraction = bool(_FRACTION.search(words))
    if sign == "~":
        return _hedged(number, words, fraction=fraction)
    slack = 1.5 if fraction else half
    told = "a fraction in words" if fraction else "its own rounding"
    return _between(number - slack, number + slack, f"{told}: {plain(number - slack)} to {plain(number + slack)}")


def _hedged(number: float, words: str, *, fraction: bool) -> Allowed:
    if _NEARLY.search(words):
        return _between(number - 4, number + 0.5, f"“nearly”: {plain(number - 4)} to {plain(number + 0.5)}")
    slack = 2.5 if fraction or number % 5 == 0 else 1.5
    return _between(number - slack, number + slack, f"“about”: {plain(number - slack)} to {plain(number + slack)}")


def _open(number: float, sign: str) -> Allowed:
    if sign == ">":
        return Allowed(low=number, high=math.inf, why=f"above {plain(number)}", above=True)
    return Allowed(low=-math.inf, high=number, why=f"below {plain(number)}", below=True)


def _closed(number: float, sign: str, half: float) -> Allowed:
    if sign == ">=":
        return Allowed(low=number - half, high=math.inf, why=f"{plain(number)} or more")
    return Allowed(low=-math.inf, high=number + half, why=f"{plain(number)} or less")


def _between(low: float, high: float, why: str) -> Allowed:
    return Allowed(low=low, high=high, why=why)


def _half_unit(words: str, number: float) -> float:
    decimals = _DECIMALS.search(words)
    if decimals is not None and not float(number).is_integer():
        return 0.5 * float(f"1e-{len(decimals[1])}")
    return 0.05 if decimals is not None else 0.5


def allowed_amount(value: str, words: str) -> Allowed | None:
    """The amounts that agree with a sum, by the digits that its words print ("$1.5 billion": ±50 million)."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    sign, first, second = match.groups()
    number = float(first)
    if number <= 0:
        return None
    if second is not None:
        return _between(number, float(second), "a range")
    step = _step(number, words)
    slack = step if sign == "~" else step / 2
    told = f"rounded to {plain(step)}: {plain(number - slack)} to {plain(number + slack)}"
    return _between(number - slack, number + slack, told)


def _step(number: float, words: str) -> float:
    """The unit of the last digit that a sum is printed with."""
    decimals = _DECIMALS.search(words)
    if decimals is not None:
        scale = 10.0 ** (3 * (int(math.log10(number)) // 3))
        return scale / 10.0 ** len(decimals[1])
    digits = plain(number)
    return min(10.0 ** (len(digits) - len(digits.rstrip("0"))), number / 20)
