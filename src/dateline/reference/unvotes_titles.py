"""Titles in Voeten's roll calls: two columns, each a title, a list of subjects, an agenda item or words of a speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.reference.mojibake import mend

__all__ = ["Told", "told"]

_TAIL = re.compile(r"\s*[:,]?\s*resolution\b(?:\s*/.*)?$", re.IGNORECASE)
_SPEECH = re.compile(r"^(?:The )?(?:Acting |Temporary )?President\b[^:]*:", re.IGNORECASE)
_ENTITLED = re.compile(r"entitled\s+[_\"“](.+?)(?:[_\"”]|$)")
_AGENDA = re.compile(r"^A/\d+/\d+\S* \S+ - (?P<item>.+?)(?:\. - (?P<subjects>[A-Z][^a-z]+))?(?:;.*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the two columns say.

    Attributes:
        mended: What was done to the title, or why it is broken; "" where nothing was.
    """

    title: str
    subjects: tuple[str, ...]
    mended: str


def told(short: str, descr: str) -> Told:
    """Title and subjects out of ``short`` and ``descr``, the longer of two titles; of a speech what it calls it."""
    texts = [text for text in (descr, short) if text.strip()]
    subjects: list[str] = []
    titles: list[str] = []
    for text in texts:
        agenda = _AGENDA.match(text)
        if agenda:
            subjects.extend((agenda["subjects"] or "").split(";"))
        elif text.upper() == text:
            subjects.append(text)
        elif not _SPEECH.match(text):
            titles.append(text)
    title, why = max(titles, key=len, default=""), ""
    if not title and texts:
        title, why = _second_best(texts[0])
    whole, mended = mend(title)
    return Told(
        title=_TAIL.sub("", whole) or whole,
        subjects=tuple(dict.fromkeys(part.strip() for part in subjects if len(part.strip()) > 1)),
        mended="; ".join(filter(None, (mended, why))),
    )


def _second_best(text: str) -> tuple[str, str]:
    named = _ENTITLED.search(text) if _SPEECH.match(text) else None
    if named:
        return named[1].rstrip(
            "< "
        ), "the title is as the President named it before the vote; the vote may be on a part"
    agenda = _AGENDA.match(text)
    if agenda:
        return agenda["item"], "the title is that of the agenda item"
    if _SPEECH.match(text):
        return text, "no title: words of the meeting record"
    return text.capitalize() if text.isupper() else text, ""
