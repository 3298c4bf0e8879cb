"""The last step of every format: check that a text can be coded, and make the Document."""

from __future__ import annotations

import datetime as dt

from dateline.errors import EmptySource, UnsupportedLanguage
from dateline.model import Document
from dateline.sources.records import Hints
from dateline.text.language import detect_language, language_code, mostly_not_latin
from dateline.text.languages.names import language_name

__all__ = ["check_language", "check_text", "make_document"]

_LANGUAGE = "en"


def check_text(text: str, what: str) -> None:
    """Refuse a text without a single letter.

    Raises:
        EmptySource: saying what there is instead.
    """
    if any(char.isalpha() for char in text):
        return
    why = "it holds no letter" if text.strip() else "it holds only white space" if text else "it is empty"
    raise EmptySource(f"cannot read {what}", why, "give the words of a report")


def check_language(text: str, what: str, *, forced: str | None, declared: str | None = None) -> str | None:
    """The language to code a text in, or None where it is too short to tell.

    Args:
        text: The report.
        what: Its name, for the message.
        forced: The caller's word, which is not doubted.
        declared: The source's word, doubted only where most letters are of another script.

    Raises:
        UnsupportedLanguage: there is no coder for it.
    """
    if forced:
        code = language_code(forced)
    elif declared and (language_code(declared) != _LANGUAGE or not mostly_not_latin(text)):
        code = language_code(declared)
    else:
        found = detect_language(text)
        if found is None:
            return None
        code = found.code
    if code == _LANGUAGE:
        return code
    raise UnsupportedLanguage(
        f"cannot read {what}",
        f"the text is in {language_name(code)}, and only English can be coded",
        "pass --language en to read it as English all the same",
    )


def make_document(
    text: str,
    name: str,
    hints: Hints,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: dt.date | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """Make the Document of a file; what the caller knows goes before what the file says.

    Raises:
        EmptySource: there is no word in it.
        UnsupportedLanguage: there is no coder for its language.
    """
    check_text(text, name)
    return Document.of(
        text,
        title=hints.title or title,
        publisher=hints.publisher or publisher,
        url=hints.url or url,
        language=check_language(text, name, forced=hints.language),
        published=hints.published or published,
        source=name,
        notes=notes,
    )
