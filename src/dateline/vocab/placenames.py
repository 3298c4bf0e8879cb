"""Keys of place names: one spelling for all the ways in which English reports write a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Letters that Unicode does not decompose, and marks that are dropped ("Sana'a" = "Sanaa").
_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
        "ı": "i", "ð": "d", "þ": "th", "ə": "a", "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "`": "", "ʿ": "", "ʾ": "",
    }
)  # fmt: skip

_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

#: Words that say what kind of area a name is; "Anbar province" and "Province of Anbar" are looked up as "Anbar".
AREA_WORDS = (
    "province", "governorate", "oblast", "region", "state", "district", "county", "prefecture",
    "republic", "krai", "emirate", "canton", "municipality", "territory", "parish", "voivodeship", "city",
    "town", "village", "peninsula", "autonomous region", "sub county", "subcounty", "borough", "island", "islands",
)  # fmt: skip

_AREA_AFTER = re.compile(rf"^(.+) (?:{'|'.join(AREA_WORDS)})$")
_AREA_BEFORE = re.compile(r"^(?:province|state|region|city|county|island|town|emirate|republic|governorate) of (.+)$")
_ARTICLE = re.compile(r"^(?:(?:al|el)[-‐‑–' ]|(?:ad|as|ash|at|az|an|ar)[-‐‑–'])\s*(.+)$", re.IGNORECASE)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: no case, accents, apostrophes or hyphens; "St" is "saint", "Mt" is "mount".

    >>> fold("Saint-Denis"), fold("St. Denis"), fold("Côte d'Ivoire"), fold("Al-Hasakah")
    ('saint denis', 'saint denis', 'cote divoire', 'al hasakah')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(_ABBREVIATIONS.get(word, word) if len(words) > 1 else word for word in words)


def keys(name: str) -> tuple[str, ...]:
    """Keys under which a name may stand, best first: itself, without the area word, with another article."""
    key = fold(name)
    found = [key]
    if key.startswith("the "):
        found.append(key[4:])
    for pattern in (_AREA_AFTER, _AREA_BEFORE):
        match = pattern.match(found[-1])
        if match:
            found.append(match.group(1))
    article = _ARTICLE.match(name)
    if article:
        rest = fold(article.group(1))
        found += [f"al {rest}", f"el {rest}", rest]
    return tuple(dict.fromkeys(found))
