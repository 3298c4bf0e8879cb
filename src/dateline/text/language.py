"""Which language a text is in, as far as its words tell.

Common English words answer at once; the n-gram model of py3langid (langid.py: Lui and Baldwin 2012) is only
loaded for the rest. Too little text gives no answer rather than a guess.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.text.normalise import without_surrogates

__all__ = ["DetectedLanguage", "detect_language", "language_code", "mostly_not_latin"]

_FEWEST_LETTERS = 60
_FEWEST_LETTERS_OTHER_SCRIPT = 12
_CERTAIN = 0.85
_SAMPLE = 3_000
#: Frequent in English, rare as words of its neighbours; in news they are about one word in five.
_ENGLISH_WORDS = frozenset(
    "the and to that with for from by said which were have has been his their would not at".split()  # noqa: SIM905
)
_ENGLISH_SHARE = 0.12
#: Answers that say "no other language": pidgins close to English, and text that is no language.
_AS_ENGLISH = frozenset({"en", "pcm", "zxx"})
_THREE_LETTERS = {"eng": "en", "english": "en"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectedLanguage:
    """A language (ISO 639 code) and how certain it is, between 0 and 1."""

    code: str
    certainty: float


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _sample(text: str) -> str:
    """The beginning and the middle, so that a foreign menu or a foreign quotation does not decide alone."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith("LATIN")


def mostly_not_latin(text: str) -> bool:
    """Whether most of the letters, of which there are enough to tell, belong to another script than Latin."""
    letters = [char for char in _sample(text) if char.isalpha()]
    others = sum(1 for letter in letters if not _is_latin(letter))
    return others >= _FEWEST_LETTERS_OTHER_SCRIPT and 2 * others > len(letters)


def _plainly_english(sample: str) -> bool:
    """Whether its words in Latin script, of which there are many, hold as many common words as English has."""
    words = [word for word in sample.casefold().split() if word[0] < "\u0250"]
    english = sum(1 for word in words if word in _ENGLISH_WORDS)
    enough = len(words) >= 10 and 8 * sum(map(len, words)) >= len(sample)
    return enough and english >= _ENGLISH_SHARE * len(words)


def detect_language(text: str) -> DetectedLanguage | None:
    """The language of a text, or None where it is too short or the answer is not certain."""
    sample = _sample(without_surrogates(text))
    if _plainly_english(sample):
        return DetectedLanguage(code="en", certainty=1.0)
    other_script = mostly_not_latin(sample)
    letters = sum(1 for char in sample if char.isalpha())
    if not other_script and letters < _FEWEST_LETTERS:
        return None
    code, certainty = _model().classify(sample)
    if certainty < _CERTAIN and not other_script:
        return None
    return DetectedLanguage(code="en" if code in _AS_ENGLISH else code, certainty=float(certainty))


def language_code(words: str) -> str:
    """A language tag as ISO 639-1 where it is English ("en-GB", "eng", "English" → "en"), else its first part."""
    first = words.strip().casefold().replace("_", "-").split("-")[0]
    return _THREE_LETTERS.get(first, first)
