"""English words of figures: hedges, scales, numbers in words, currencies."""

from __future__ import annotations

from typing import Final

#: What a hedge makes of the number behind it: sign of ``Figure.value``.
HEDGES: Final[dict[str, str]] = {
    ">=": (
        "at least|at the very least|a minimum of|no fewer than|no less than|not less than|not fewer than"
        "|upwards of|upward of"
    ),
    ">": "more than|over|well over|slightly more than|in excess of|above|exceeding|greater than",
    "<=": "up to|at most|a maximum of|no more than|not more than|as many as|as much as|as few as|as little as",
    "<": "less than|fewer than|under|well under|below|short of",
    "~": (
        "about|around|roughly|approximately|approx\\.?|circa|some|an estimated|estimated|in the region of"
        "|the equivalent of|an average of|nearly|almost|close to|just under|not quite|just over|a little over"
    ),
    "": (
        "only|just|exactly|a total of|totalling|totaling|all|another|an additional|a further|a combined|a mere"
        "|precisely"
    ),
}

SCALES: Final[dict[str, float]] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "bn": 1e9,
    "mn": 1e6, "mln": 1e6, "bln": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
#: Letters that stand for a scale behind a price only ("$5m"); elsewhere they may be metres.
PRICE_SCALES: Final[dict[str, float]] = {"m": 1e6, "b": 1e9, "k": 1e3}

#: Plurals that leave the number open, with the least they can mean.
VAGUE: Final[dict[str, float]] = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "millions": 2e6, "billions": 2e9,
    "trillions": 2e12,
}  # fmt: skip

#: Signs and codes before a number.
CURRENCY_SIGNS: Final[dict[str, str]] = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD",
    "S$": "SGD", "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₴": "UAH", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CNY": "CNY", "RMB": "CNY",
    "JPY": "JPY", "INR": "INR", "RUB": "RUB", "AUD": "AUD", "CAD": "CAD", "CHF": "CHF", "SEK": "SEK", "NOK": "NOK",
    "PLN": "PLN", "UAH": "UAH", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip

#: Currency words after a number, in lower case and singular; the longest that fits counts.
CURRENCY_WORDS: Final[dict[str, str]] = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "hong kong dollar": "HKD", "taiwan dollar": "TWD", "new taiwan dollar": "TWD",
    "singapore dollar": "SGD", "new zealand dollar": "NZD", "euro": "EUR", "pound sterling": "GBP",
    "pounds sterling": "GBP", "pound": "GBP", "british pound": "GBP", "egyptian pound": "EGP", "rouble": "RUB",
    "ruble": "RUB", "russian rouble": "RUB", "russian ruble": "RUB", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY",
    "won": "KRW", "south korean won": "KRW", "rupee": "INR", "indian rupee": "INR", "pakistani rupee": "PKR",
    "shekel": "ILS", "lira": "TRY", "turkish lira": "TRY", "kyat": "MMK", "riyal": "SAR", "rial": "IRR",
    "dirham": "AED", "swiss franc": "CHF", "rand": "ZAR", "peso": "MXN", "philippine peso": "PHP", "zloty": "PLN",
    "hryvnia": "UAH", "swedish kronor": "SEK", "kronor": "SEK", "krona": "SEK", "norwegian kroner": "NOK",
    "danish kroner": "DKK", "baht": "THB", "rupiah": "IDR", "ringgit": "MYR", "dong": "VND", "naira": "NGN",
}  # fmt: skip
#: Of these the same word means something else: they are money only behind a scale ("20 billion won").
WEAK_CURRENCY_WORDS: Final = frozenset({"won", "pound", "rand", "dong", "peso", "crown", "real"})

PERCENT_WORDS: Final = r"%|per ?cent\b|pct\b|percentage points?\b"

#: Words after which a number is a label, not a quantity ("Article 5", "Resolution 2216").
LABELS: Final = frozenset(
    {
        "article", "resolution", "section", "chapter", "flight", "no", "no.", "number", "type", "level", "phase",
        "part", "page", "version", "figure", "table", "channel", "route", "highway", "camp", "room", "unit", "block",
        "zone", "area", "line", "point", "rule", "step", "season", "episode", "image", "group",
    }
)  # fmt: skip
