"""Doubts about a similar name: what makes two spellings so often two people that nobody is merged unasked."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from dateline.resolve.actor_similarity import WordPair, name_words, skeleton
from dateline.vocab.name_customs import Custom, has_custom, stem

#: A typing error in so short a word makes another word of it ("Htun", "Htut"; "Qian", "Qiang").
_SHORT = 4
#: As does one in so short a stem before an ending that many names share ("Ryabkov", "Rybakov").
_SHORT_STEM = 5
#: From so many letters on two typing errors are one word still.
_LONG = 10
#: Below so many letters a family name that is spelled otherwise is another where such names abound.
_LONG_SURNAME = 7


def doubt(told: str, known: str, pairs: Sequence[WordPair], left_over: Sequence[str], country: str | None) -> str:
    """Why a similar name may be somebody else's, or "".

    Args:
        told: The folded name in the report.
        known: The folded name that is similar.
        pairs: Their words, matched.
        left_over: The words that only the longer one has.
        country: Country of the known person (ISO3); None for a body, or where it is unknown.
    """
    for pair in pairs:
        if _is_other_word(pair, transcribed=not has_custom(country, Custom.ONE_SPELLING)):
            return f"{pair.short} and {pair.long} may be two names"
    if left_over and has_custom(country, Custom.EVERY_WORD):
        return f"no word of a name of {country} is left out"
    if left_over and _is_turned(told, known, pairs):
        return "the words stand in another order"
    last, other = name_words(told)[-1], name_words(known)[-1]
    if last != other and len(other) < _LONG_SURNAME and has_custom(country, Custom.SPELLED_APART):
        return f"{last} and {other} may be two family names"
    return ""


def _is_other_word(pair: WordPair, *, transcribed: bool) -> bool:
    """Whether two words differ by more than a transcription or a typing error would make them."""
    shorter = min(len(pair.short), len(pair.long))
    if pair.short == pair.long or shorter == 1 or (transcribed and skeleton(pair.short) == skeleton(pair.long)):
        return False
    errors = DamerauLevenshtein.distance(pair.short, pair.long)
    stems = stem(pair.short), stem(pair.long)
    if stems[0] != pair.short and stems[1] != pair.long and min(map(len, stems)) <= _SHORT_STEM:
        return True
    return shorter <= _SHORT or errors > (1 if shorter < _LONG else 2)


def _is_turned(told: str, known: str, pairs: Sequence[WordPair]) -> bool:
    """Whether the longer name has the matched words in another order."""
    longer = max(name_words(told), name_words(known), key=len)
    places = [longer.index(pair.long) for pair in pairs]
    return places != sorted(places)
