from __future__ import annotations

import codecs
import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.encoding import UndecodableText, decode

TEXT = "The envoy’s café was raided — “by mistake”, the army said."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks_decide_and_leave_the_text(mark, encoding):
    found = decode(mark + TEXT.encode(encoding))
    assert (found.text, found.encoding, found.note) == (TEXT, encoding, "")


def test_utf8_needs_no_note():
    assert decode(TEXT.encode()).note == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_seen_by_its_zeros(encoding):
    found = decode("The envoy left the capital on Monday.".encode(encoding))
    assert found.text == "The envoy left the capital on Monday."
    assert "UTF-16" in found.note


def test_windows_1252_is_read_and_told():
    found = decode(TEXT.encode("cp1252"))
    assert found.text == TEXT
    assert "Windows-1252" in found.note


def test_latin_1_letters_are_read():
    assert decode("Señor Peña met the general.".encode("latin-1")).text == "Señor Peña met the general."


def test_mixed_encodings_are_read_byte_by_byte():
    data = "The café’s owner ".encode() + "met Señor Peña.".encode("latin-1")
    found = decode(data)
    assert found.text == "The café’s owner met Señor Peña."
    assert "UTF-8" in found.note


def test_a_cyrillic_code_page_is_guessed():
    text = "Министр обороны встретился с генералом в столице и обсудил поставки оружия соседней стране. " * 4
    found = decode(text.encode("cp1251"))
    assert "Министр обороны" in found.text
    assert "guessed" in found.note


def test_a_broken_mark_is_refused_with_the_place():
    with pytest.raises(UndecodableText, match="UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b")


def test_many_wrong_bytes_take_no_long_time():
    data = ("é".encode() + b"a" * 30 + b"\xe9 ") * 60_000
    start = time.perf_counter()
    assert decode(data).text.startswith("éa")
    assert time.perf_counter() - start < 5


@given(st.text(max_size=60))
def test_whatever_was_written_as_utf8_comes_back(text):
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        assert decode(data).text == text


@given(st.binary(max_size=80))
def test_any_bytes_are_decoded_or_refused(data):
    with contextlib.suppress(UndecodableText):
        assert isinstance(decode(data).text, str)
