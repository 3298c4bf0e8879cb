"""Figures: quantities as a text prints them ("at least 1,200", "$1.23 billion", "two dozen"): :func:`find_figures`.

A figure's ``value`` is written so that a program can read it back (:func:`read_value`):

==============  ===========================================
``16``          exactly; plain digits, a point for decimals
``~20000``      about, nearly
``>=11``        at least; vague plurals too ("dozens" ``>=24``)
``>150``        more than
``<=30``        up to
``<90``         less than
``5..7``        between the two
==============  ===========================================
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from dateline.text.figure_patterns import AND, RANGE, cores, figures, leads
from dateline.text.languages import en_figures as en
from dateline.text.languages.en_time import ONES, TEENS, TENS

_WORDS = {
    **{word: n for n, word in enumerate(ONES, start=1)},
    **{word: n for n, word in enumerate(TEENS, start=10)},
    **{word: 10 * n for n, word in enumerate(TENS, start=2)},
    "a": 1,
    "an": 1,
    "half a": 0.5,
    "several": 2,
    "a few": 2,
    "a couple of": 2,
    "no": 0,
}
_OPEN = frozenset({"several", "a few"})
_NEED_SCALE = frozenset({"a", "an", "half a", "half an", "several", "a few", "a couple of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity at ``text[start:end]``.

    Attributes:
        start, end: Code points, hedge, sign and unit included.
        number: Where the number itself begins.
        low, high: The interval it tells; equal for an exact number, ``inf`` where it is open.
        sign: Relation of ``value``: "", "~", ">=", ">", "<=", "<", "..".
        unit: "percent", an ISO 4217 code, or "".
        joined: A hyphen ties it to the next word ("a three-year deal").
        word: It is printed in words.
    """

    start: int
    end: int
    number: int
    low: float
    high: float
    sign: str = ""
    unit: str = ""
    joined: bool = False
    word: bool = False

    @property
    def value(self) -> str:
        """The quantity in the notation of this module."""
        if self.sign == "..":
            return f"{plain(self.low)}..{plain(self.high)}"
        return f"{self.sign}{plain(self.high if self.sign in {'<', '<='} else self.low)}"


def plain(number: float) -> str:
    """Plain digits of a number: no exponent, no needless decimals."""
    return str(int(number)) if float(number).is_integer() else f"{number:.6f}".rstrip("0").rstrip(".")


def read_value(value: str) -> tuple[float, float] | None:
    """The interval that a value tells, or None for one that is no quantity ("119-1-36", "unanimous")."""
    match = re.fullmatch(r"(~|>=|>|<=|<)?([0-9]+(?:\.[0-9]+)?)(?:\.\.([0-9]+(?:\.[0-9]+)?))?", value)
    if match is None:
        return None
    sign, low, high = match.groups()
    first = float(low)
    if high is not None:
        return first, float(high)
    if sign in {">=", ">"}:
        return first, math.inf
    return (0.0, first) if sign in {"<=", "<"} else (first, first)


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every figure of ``text[start:end]`` in text order; two that make a range are one.

    Article, flight and resolution numbers and the digits of designations ("S-400") are no figures.
    """
    found: list[Figure] = []
    at, end = start, len(text) if end is None else end
    core, whole = cores(), figures()
    while (hit := core.search(text, at, end)) is not None:
        match = whole.match(text, hit.start(), end) if _begins(text, hit.start()) else None
        figure = _figure(text, match, at) if match else None
        at = max(figure.end, match.end() if match else 0) if figure else _word_end(text, hit.end(), end)
        if figure is None:
            continue
        span = _range(text, found[-1], figure) if found else None
        if span is not None:
            found[-1] = span
        else:
            found.append(figure)
    return tuple(found)


#: A year with the end of a period behind it ("2011–15"), which is no figure.
_SHORT_YEAR = re.compile(r"(?:19|20)\d\d[-–—]\d\d(?![\d%.,]|\s?per)")


def _begins(text: str, at: int) -> bool:
    """Whether a number can begin here: in no word, designation, date, time or negative number."""
    before = text[at - 1] if at else " "
    if before in "-–—" and _SHORT_YEAR.match(text, max(0, at - 5)):
        return False
    if before == "-":
        return at > 1 and text[at - 2].isdigit() and text[at].isdigit()
    if text[at].isdigit() and before in ".,/:" and at > 1:
        return not text[at - 2].isdigit()
    return not (before.isalnum() or before == "_")


def _word_end(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isalnum() or (text[at] in ",." and text[at + 1 : at + 2].isdigit())):
        at += 1
    return at


_REACH = 34


def _figure(text: str, match: re.Match[str], floor: int) -> Figure | None:
    begin = match.start()
    left = max(floor, begin - _REACH)
    lead = leads().search(text, left, begin)
    hedge, currency = (lead["hedge"] or "", lead["sign"] or "") if lead else ("", "")
    scale = (match["scale"] or "").lower()
    end = match.end()
    if scale in en.PRICE_SCALES and not (currency and match["digits"]):
        scale, end = "", match.end("digits") if match["digits"] else match.end("words")
    number = _amount(match, scale)
    if number is None or (not hedge and not currency and _is_label(text, match)):
        return None
    unit, end = _unit(match, currency, scale, end)
    sign = _sign(hedge.lower(), match)
    return Figure(
        start=lead.start() if lead and (hedge or currency) else begin,
        end=end,
        number=begin,
        low=0.0 if sign in {"<", "<="} else number,
        high=math.inf if sign in {">", ">="} else number,
        sign=sign,
        unit=unit,
        joined=text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha(),
        word=not match["digits"],
    )


def _amount(match: re.Match[str], scale: str) -> float | None:
    """The number that digits, words and scale make together; None for a bare article."""
    factor = en.SCALES.get(scale) or en.PRICE_SCALES.get(scale) or 1.0
    if match["vague"]:
        parts = [word for word in match["vague"].lower().split() if word in en.VAGUE]
        return en.VAGUE[parts[0]] * (en.VAGUE[parts[1]] / 2 if len(parts) > 1 else 1)
    if match["digits"]:
        return float(match["digits"].replace(",", "")) * factor
    word = match["words"].lower()
    if factor == 1.0 and word in _NEED_SCALE:
        return None
    return _in_words(word) * factor + (_in_words(match["rest"]) if match["rest"] else 0)


def _in_words(phrase: str) -> float:
    low = phrase.lower().replace("half an", "half a")
    if low in _WORDS:
        return float(_WORDS[low])
    tens, ones = re.split(r"[- ]", low)
    return float(_WORDS[tens] + _WORDS[ones])


def _sign(hedge: str, match: re.Match[str]) -> str:
    for sign, words in en.HEDGES.items():
        if hedge and re.fullmatch(words, hedge):
            return ">=" if match["vague"] and sign in {"", "~", "<="} else sign
    vague = match["vague"] or (match["words"] or "").lower() in _OPEN
    return ">=" if vague else ""


def _unit(match: re.Match[str], currency: str, scale: str, end: int) -> tuple[str, int]:
    """The unit and where the figure ends with it."""
    if match["percent"]:
        return "percent", end
    if not match["money"]:
        return (en.CURRENCY_SIGNS[currency] if currency else ""), end
    word = match["money"].lower()
    if word in en.WEAK_CURRENCY_WORDS and not (scale or match["vague"] or currency):
        return "", len(match.string[: match.start("money")].rstrip(" -"))
    return en.CURRENCY_WORDS[word], end


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Whether the word before a bare number makes it a name ("Article 5")."""
    if not match["digits"]:
        return False
    before = text[max(0, match.start() - 14) : match.start()].rstrip().rsplit(maxsplit=1)
    return bool(before) and before[-1].lower() in en.LABELS


def _range(text: str, first: Figure, second: Figure) -> Figure | None:
    """The range that two neighbouring figures make ("between $5 and $7 billion", "35 to 43"), or None."""
    between = text[first.end : second.start]
    opened = text[: first.start].rstrip().lower().endswith(("between", "from"))
    joint = RANGE.fullmatch(between) or (opened and AND.fullmatch(between))
    if not joint or first.sign not in {"", "~"} or second.sign:
        return None
    low = first.low
    if low < second.low and second.low >= 1e3 and low < 1e3:
        scale = 10.0 ** (3 * (int(math.log10(second.low)) // 3))
        low *= scale
    if low >= second.low or (first.unit and second.unit and first.unit != second.unit):
        return None
    return replace(second, start=first.start, number=first.number, low=low, sign="..", unit=second.unit or first.unit)
