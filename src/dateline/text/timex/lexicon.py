"""The English time vocabulary as one table: word → kind and value."""

from __future__ import annotations

from functools import cache

from dateline.text.languages import en_time
from dateline.text.timex.units import Unit

#: What a word stands for: a number, a unit, a name, or nothing but itself.
WordValue = int | str | Unit | None


@cache
def lexicon() -> dict[str, tuple[str, WordValue]]:
    """Every lower-case word of the time vocabulary with its kind and value."""
    words: dict[str, tuple[str, WordValue]] = {word: (word, None) for word in en_time.PLAIN_WORDS}
    for kind, entries in en_time.KINDS.items():
        for entry in entries.split():
            word, _, value = entry.partition("=")
            words[word] = (kind, value or word)
    for n, name in enumerate(en_time.MONTHS, 1):
        words[name] = ("WMONTH" if name in en_time.WEAK_MONTHS else "MONTH", n)
    words |= {s: ("WMONTH" if s in en_time.WEAK_MONTHS else "MONTH", n) for s, n in en_time.MONTH_SHORT.items()}
    for n, name in enumerate(en_time.WEEKDAYS, 1):
        words |= {name: ("WEEKDAY", n), name + "s": ("WEEKDAYS", n)}
    words |= {name: ("WWEEKDAY", n) for name, n in en_time.WEEKDAY_SHORT.items()}
    words |= {name: ("SEASON", season) for name, season in en_time.SEASONS.items()}
    for name, unit in en_time.UNITS.items():
        plural = "centuries" if unit is Unit.CENTURY else name + "s"
        words |= {name: ("UNIT", unit), plural: ("UNITS", unit)}
    words["nights"] = ("UNITS", Unit.DAY)
    words |= _number_words()
    return words


def _number_words() -> dict[str, tuple[str, WordValue]]:
    words: dict[str, tuple[str, WordValue]] = {"hundred": ("hundred", 100), "thousand": ("thousand", 1000)}
    for first, kind, names in (
        (1, "ONE", en_time.ONES),
        (10, "TEEN", en_time.TEENS),
        (1, "ORD", en_time.ORDINAL_ONES),
        (10, "ORD", en_time.ORDINAL_TEENS),
    ):
        words |= {name: (kind, n) for n, name in enumerate(names, first)}
    words |= {name: ("TEN", n) for n, name in zip(range(20, 100, 10), en_time.TENS, strict=True)}
    words |= {name: ("ORD", n) for name, n in en_time.ORDINAL_TENS.items()}
    words |= {name: ("DECADE", n) for name, n in en_time.DECADES.items()}
    return words
