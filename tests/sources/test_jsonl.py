from __future__ import annotations

import datetime as dt
import json

import pytest

from dateline.errors import EmptySource, EncodingError, MalformedSource, TooLargeSource, UnsupportedLanguage
from dateline.model import Document
from dateline.sources import Hints, Unread, read_bytes

FULL = {
    "id": "d1",
    "text": " The envoy left.\r\nHe flew home. ",
    "published": "2021-05-04",
    "title": "Envoy leaves",
    "source": "Arden Post",
    "url": "https://ardenpost.example/1",
    "language": "en",
}


def read(*lines: object, name: str = "a.jsonl", **options):
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_bytes(data, name, **options))


def test_all_fields_arrive_and_the_text_is_untouched():
    (item,) = read(FULL)
    assert item.text == FULL["text"]
    assert (item.id, item.title, item.publisher, item.url) == ("d1", "Envoy leaves", "Arden Post", FULL["url"])
    assert (item.published, item.language, item.source) == (dt.date(2021, 5, 4), "en", "a.jsonl")


@pytest.mark.parametrize(
    "text", ["a\u2028b\x85c", "caf\u0065\u0301", "\ufeffmark", "e\x00nd", "\u202eabc", "x\ud83dy", "😀 grin"]
)
def test_odd_characters_are_kept_one_for_one(text):
    (item,) = read({"id": "d1", "text": text})
    assert item.text == text


def test_a_surrogate_pair_in_escapes_is_one_character():
    (item,) = read(b'{"id": "d1", "text": "\\ud83d\\ude00 said the envoy"}')
    assert item.text == "😀 said the envoy"


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        (b"{broken", MalformedSource, "no JSON"),
        (b'"words"', MalformedSource, "a string"),
        (b"17", MalformedSource, "a number"),
        (b"null", MalformedSource, "null"),
        ([], MalformedSource, "a list"),
        ({"text": "The envoy left."}, MalformedSource, "no id"),
        ({"id": "", "text": "The envoy left."}, MalformedSource, "id is empty"),
        ({"id": True, "text": "The envoy left."}, MalformedSource, "truth value"),
        ({"id": "d9"}, MalformedSource, "no text"),
        ({"id": "d9", "text": None}, MalformedSource, "null"),
        ({"id": "d9", "text": 5}, MalformedSource, "a number"),
        ({"id": "d9", "text": " \n"}, EmptySource, "white space"),
        ({"id": "d1", "text": "Again."}, MalformedSource, "line 1 already"),
        (b'{"id": "d9", "text": "caf\xe9"}', EncodingError, "UTF-8"),
        (b"[" * 100_000, MalformedSource, "too deep"),
        ({"id": "d9", "text": "Le ministre est parti.", "language": "fr"}, UnsupportedLanguage, "French"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_others_go_on(line, kind, why):
    first, bad, last = read(FULL, line, {"id": "d3", "text": "He came back."})
    assert (first.id, last.id) == ("d1", "d3")
    assert isinstance(bad, Unread)
    assert isinstance(bad.error, kind)
    assert (bad.position, bad.name) == (2, "a.jsonl")
    assert why in str(bad.error)
    assert "line 2" in str(bad.error)


def test_a_document_that_fails_keeps_its_id():
    (item,) = read({"id": "d9", "text": ""})
    assert item.id == "d9"


def test_blank_lines_count_but_are_no_documents():
    items = read(FULL, b"", b"  ", b"{")
    assert [getattr(item, "position", None) for item in items] == [None, 4]


@pytest.mark.parametrize("published", ["soon", "2021-13-01", 20210504, ["2021"], "2021"])
def test_a_date_that_is_none_is_left_out_and_noted(published):
    (item,) = read({**FULL, "published": published})
    assert item.published is None
    assert "published left out" in item.notes[0]


@pytest.mark.parametrize("published", ["2021-05-04T22:15:00Z", "May 4, 2021"])
def test_time_stamps_and_written_dates_are_read(published):
    assert read({**FULL, "published": published})[0].published == dt.date(2021, 5, 4)


def test_fields_of_another_type_are_left_out_and_noted():
    (item,) = read({**FULL, "title": 5, "url": None})
    assert (item.title, item.url) == (None, None)
    assert item.notes == ("title left out: it is a number, no string",)


def test_a_number_may_be_an_id():
    assert read({"id": 7, "text": "The envoy left."})[0].id == "7"


def test_hints_fill_in_what_a_record_leaves_out():
    hints = Hints(published=dt.date(2020, 1, 1), publisher="Mail")
    whole, bare = read(FULL, {"id": "d2", "text": "He came back."}, hints=hints)
    assert (whole.published, whole.publisher) == (dt.date(2021, 5, 4), "Arden Post")
    assert (bare.published, bare.publisher) == (dt.date(2020, 1, 1), "Mail")


def test_a_declared_language_is_believed_except_against_the_script():
    spanish = "El ministro de Defensa recibió en la capital al jefe del ejército vecino y firmaron un acuerdo."
    russian = "Министр обороны прибыл в столицу с визитом и встретился с командующим армией соседней страны."
    believed, doubted, undeclared = read(
        {"id": "a", "text": spanish, "language": "en"},
        {"id": "b", "text": russian, "language": "en"},
        {"id": "c", "text": spanish},
    )
    assert isinstance(believed, Document)
    assert isinstance(doubted.error, UnsupportedLanguage)
    assert isinstance(undeclared.error, UnsupportedLanguage)


def test_a_line_beyond_the_limit_is_left_out_and_the_next_is_read():
    long = {"id": "long", "text": "word " * 1_000}
    items = read(FULL, long, {"id": "d3", "text": "He came back."}, max_bytes=600)
    assert [getattr(item, "id", None) for item in items] == ["d1", None, "d3"]
    assert isinstance(items[1].error, TooLargeSource)


def test_a_first_line_beyond_the_limit_is_left_out_too():
    items = read({"id": "long", "text": "word " * 40_000}, FULL, max_bytes=100_000)
    assert isinstance(items[0].error, TooLargeSource)
    assert items[1].id == "d1"


def test_a_long_first_line_is_read_whole():
    text = "The envoy left. " * 20_000
    items = read({"id": "long", "text": text}, FULL)
    assert [len(item.text) for item in items] == [len(text), len(FULL["text"])]


def test_the_whole_may_be_larger_than_one_report():
    lines = [{"id": str(n), "text": "The envoy left. " * 20} for n in range(50)]
    assert sum(isinstance(item, Document) for item in read(*lines, max_bytes=1_000)) == 50


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_do_no_harm(encoding):
    data = "\n".join(json.dumps(line) for line in (FULL, {"id": "d2", "text": "He came back."})).encode(encoding)
    assert [item.id for item in read_bytes(data, "a.jsonl")] == ["d1", "d2"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["a.json", "-"])
def test_a_list_and_a_single_object_are_read(indent, name):
    items = list(read_bytes(json.dumps([FULL, {"id": "d2"}], indent=indent).encode(), name))
    assert items[0].id == "d1"
    assert (items[1].position, items[1].id) == (2, "d2")
    (single,) = read_bytes(json.dumps(FULL, indent=indent).encode(), name)
    assert single.text == FULL["text"]


def test_json_that_breaks_off_is_told_once():
    (item,) = read_bytes(json.dumps([FULL], indent=1).encode()[:-5], "a.json")
    assert isinstance(item.error, MalformedSource)


def test_a_broken_first_line_does_not_hide_the_second():
    broken, whole = read(b'{"id": "d0", "text": "The env', FULL, name="-")
    assert (broken.position, whole.id) == (1, "d1")


def test_an_empty_list_holds_nothing():
    assert list(read_bytes(b"[]", "a.json")) == []
