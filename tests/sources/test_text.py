from __future__ import annotations

import codecs
import datetime as dt

import pytest

from dateline.errors import EncodingError
from dateline.sources import Hints, read_bytes

BODY = "The minister received the army chief of Borland on Tuesday — “a friend”, he said, and gave him a café table."


def read(data: bytes, **hints):
    (item,) = read_bytes(data, "a.txt", Hints(**hints))
    return item


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "cp1252"),
    ],
)
def test_any_encoding_gives_the_same_text(mark, encoding):
    assert read(mark + BODY.encode(encoding)).text == BODY


def test_a_guessed_encoding_is_noted():
    assert read(BODY.encode()).notes == ()
    assert "Windows-1252" in read(BODY.encode("cp1252")).notes[0]


def test_broken_utf16_is_refused():
    assert isinstance(read(codecs.BOM_UTF16_LE + "The envoy".encode("utf-16-le") + b"\x00").error, EncodingError)


def test_line_ends_become_one_kind():
    assert (
        read(b"The envoy left.\r\nHe flew home.\rNobody met him.").text
        == "The envoy left.\nHe flew home.\nNobody met him."
    )


def test_headline_and_day_are_taken_from_the_first_lines_and_stay_in_the_text():
    text = f"Army chief visits Arden\n\nPublished May 4, 2021\n\n{BODY}\n"
    item = read(text.encode())
    assert (item.title, item.published, item.text) == ("Army chief visits Arden", dt.date(2021, 5, 4), text)
    assert "Published May 4, 2021" in item.notes[0]


def test_what_the_caller_knows_goes_first():
    text = f"Army chief visits Arden\n\nPublished May 4, 2021\n\n{BODY}\n"
    item = read(
        text.encode(), title="Other", published=dt.date(2021, 5, 5), publisher="Arden Post", url="https://a.example/"
    )
    assert (item.title, item.published, item.publisher) == ("Other", dt.date(2021, 5, 5), "Arden Post")
    assert item.notes == ()


def test_a_text_without_headline_and_day_has_none():
    item = read(BODY.encode())
    assert (item.title, item.published, item.publisher) == (None, None, None)
