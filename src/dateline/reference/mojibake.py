"""Text that was decoded by a wrong code page, mended where the way back is plain, and flagged where it is not."""

from __future__ import annotations

import re

__all__ = ["mend"]

#: Windows-1252 letters of the bytes of UTF-8's signs of two or three bytes.
_LEAD = "\u00c2-\u00c5\u00e2"
_TAIL = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_TWICE = re.compile(f"[{_LEAD}][{_TAIL}]{{1,2}}")
#: A question mark and a letter that DOS (code page 437) shows for a Windows sign: "People?Æs" for "People’s".
_DOS = re.compile(r"\?([æÆôöòûù])")
_BROKEN = re.compile(f"[\ufffd\u00c2\u00c3][{_TAIL}]?|<[0-9A-Fa-f]{{2}}>|[\ud800-\udfff]|\\w\\?[^\\x00-\\x7f]")
#: What is left of a blank that does not break, when a reader cut the blank off.
_BLANK = re.compile(r"Â(?=\s|$)")
_ROUNDS = 3


def mend(text: str) -> tuple[str, str]:
    """The text as it was written, and what was done to it ("" where nothing was).

    Undone are UTF-8 read as Windows-1252, up to three times over, and Windows-1252 read as DOS; what is still broken
    then is left as it is, and said to be.
    """
    if text.isascii() and "<" not in text:
        return text, ""
    mended = text
    for _ in range(_ROUNDS):
        again = _TWICE.sub(_from_windows, mended)
        if again == mended:
            break
        mended = again
    mended = " ".join(_BLANK.sub(" ", _DOS.sub(_from_dos, mended)).replace("\xa0", " ").split())
    broken = _BROKEN.search(mended)
    if broken:
        return mended, f"left broken: {broken.group()!r} of {text!r}"
    if mended != " ".join(text.replace("\xa0", " ").split()):
        return mended, f"mended from {text!r}: it was decoded by a wrong code page"
    return mended, ""


def _from_windows(found: re.Match[str]) -> str:
    signs = found.group()
    for length in range(len(signs), 1, -1):
        try:
            return b"".join(map(_byte, signs[:length])).decode("utf-8") + signs[length:]
        except UnicodeError:
            continue
    return signs


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _from_dos(found: re.Match[str]) -> str:
    return found[1].encode("cp437").decode("cp1252")
