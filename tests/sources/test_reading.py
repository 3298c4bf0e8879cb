from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import threading
import time
import tracemalloc

import pytest

from dateline.errors import BinarySource, EmptySource, SourceError, TooLargeSource, UnsupportedLanguage, UsageError
from dateline.model import Document
from dateline.sources import MAX_BYTES, Hints, Unread, read_bytes, read_path, read_stream

REPORT = "The defence minister of Arden received the Borland army chief on Tuesday, and the two signed an accord.\n"


def one(items):
    (item,) = items
    return item


def test_a_file_keeps_its_path_as_given_and_an_id_from_its_words(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text(REPORT)
    monkeypatch.chdir(tmp_path)
    first, second = one(read_path("a.txt")), one(read_path("b.txt"))
    assert (first.source, first.text) == ("a.txt", REPORT)
    assert first.id == second.id


def test_folders_are_read_in_order_without_hidden_files_and_past_broken_ones(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub" / "c.txt").write_text(REPORT + "It was the third.")
    (tmp_path / "b.txt").write_text(REPORT + "It was the second.")
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / ".hidden.txt").write_text(REPORT)
    (tmp_path / ".git" / "x.txt").write_text(REPORT)
    items = list(read_path(tmp_path))
    assert [type(item) for item in items] == [Unread, Document, Document]
    assert [(getattr(item, "name", None) or item.source)[-5:] for item in items] == ["a.txt", "b.txt", "c.txt"]


def test_an_empty_folder_is_told(tmp_path):
    assert isinstance(one(read_path(tmp_path)).error, EmptySource)


def test_a_missing_file_is_told(tmp_path):
    item = one(read_path(tmp_path / "none.txt"))
    assert "no such file" in str(item.error)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in str(one(read_path(tmp_path)).error)


def test_a_name_that_is_no_utf8_is_read_and_can_be_printed(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(REPORT)
    item = one(read_path(tmp_path))
    assert item.source.encode()


def test_a_link_to_itself_is_told(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert isinstance(one(read_path(tmp_path / "loop.txt")).error, SourceError)


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.write(REPORT.encode())
        file.truncate(50_000_000)
    tracemalloc.start()
    start = time.perf_counter()
    item = one(read_path(path))
    took, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(item.error, TooLargeSource)
    assert "50,000,000 bytes" in str(item.error)
    assert took < 1
    assert peak < 2_000_000


def test_an_endless_stream_is_left_at_the_limit():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:] = b"word " * (len(buffer) // 5) + b"     "[: len(buffer) % 5]
            return len(buffer)

    item = one(read_stream(io.BufferedReader(Endless()), max_bytes=200_000))
    assert isinstance(item.error, TooLargeSource)


def test_the_limit_can_be_set_and_is_met_exactly():
    data = REPORT.encode()
    assert isinstance(one(read_bytes(data, "a.txt", max_bytes=len(data))), Document)
    assert isinstance(one(read_bytes(data, "a.txt", max_bytes=len(data) - 1)).error, TooLargeSource)
    assert MAX_BYTES == 20_000_000


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x7fELF\x02\x01", "ELF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(32)) * 40, "control bytes"),
        (b"The envoy\x00 left\x00 the\x00 town.", "control bytes"),
    ],
)
def test_bytes_that_are_no_text_are_refused_by_name(data, kind):
    item = one(read_bytes(data, "thing.txt"))
    assert isinstance(item.error, BinarySource)
    assert kind in str(item.error)
    assert item.error.next_step


def test_one_zero_byte_in_a_long_report_is_no_reason_to_refuse_it():
    item = one(read_bytes((REPORT * 3 + "\x00").encode(), "a.txt"))
    assert item.text.endswith("\x00")


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"--- 123 ---", "\u200b\u2028".encode()]
)
def test_nothing_to_read_is_told(data):
    assert isinstance(one(read_bytes(data, "a.txt")).error, EmptySource)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Министр обороны прибыл в столицу с визитом и встретился с командующим армией соседней страны.",
            "Russian (ru)",
        ),
        (
            "El ministro de Defensa recibió en la capital al jefe del ejército vecino y firmaron un acuerdo.",
            "Spanish (es)",
        ),
        ("国防部长周二在首都会见了邻国陆军总司令，双方同意今年秋天举行联合海军演习。", "Chinese (zh)"),
        ("ကာကွယ်ရေးဝန်ကြီးသည် အိမ်နီးချင်းနိုင်ငံ၏ စစ်ဦးစီးချုပ်နှင့် မြို့တော်တွင် တွေ့ဆုံခဲ့သည်။", "Burmese (my)"),
    ],
)
def test_another_language_is_named_with_the_way_to_force_it(words, name):
    item = one(read_bytes(words.encode(), "a.txt"))
    assert isinstance(item.error, UnsupportedLanguage)
    assert name in str(item.error)
    assert "--language en" in str(item.error)
    forced = one(read_bytes(words.encode(), "a.txt", Hints(language="en")))
    assert (forced.text, forced.language) == (words, "en")


def test_a_language_without_a_coder_is_refused_when_asked_for():
    assert isinstance(one(read_bytes(REPORT.encode(), "a.txt", Hints(language="fr"))).error, UnsupportedLanguage)


def test_bidirectional_controls_stay_in_the_text():
    text = "The envoy \u202eof Arden\u202c left \u2066today\u2069, the ministry said on Monday."
    assert one(read_bytes(text.encode(), "a.txt")).text == text


def test_the_bytes_tell_the_format_before_the_name_does():
    page = (
        b"<!DOCTYPE html><html><body><p>The envoy of Arden was expelled on Monday, a spokesman said.</p></body></html>"
    )
    assert one(read_bytes(page, "dump.txt")).text.startswith("The envoy of Arden")
    line = b'{"id": "a1", "text": "The envoy left."}'
    assert one(read_bytes(line, "dump.txt")).id == "a1"


@pytest.mark.parametrize("text", ["{{stub}} The envoy of Arden left on Monday.", "[Music] The envoy of Arden left."])
def test_text_that_opens_with_a_brace_is_text(text):
    assert one(read_bytes(text.encode(), "a.txt")).text == text


def test_the_caller_may_name_the_format():
    assert one(read_bytes(b'{"id": "a", "text": "b c"}', "-", Hints(format="text"))).text.startswith("{")
    with pytest.raises(UsageError, match="there are warc, pdf, feed, html, jsonl, json, text"):
        list(read_bytes(b"x", "-", Hints(format="docx")))


@pytest.mark.parametrize(
    "data", [b"<?xml version='1.0'?>\n<rss version='2.0'><channel>", b"<feed xmlns='x'><title>Arden</title>"]
)
def test_a_feed_is_no_report(data):
    assert "feed" in str(one(read_bytes(data, "a.xml")).error)


def test_json_lines_come_out_while_the_writer_still_writes():
    reader, writer = os.pipe()
    went_on = threading.Event()
    with os.fdopen(reader, "rb") as stream, os.fdopen(writer, "wb", buffering=0) as out:
        items = read_stream(stream)
        out.write(b'{"id": "a", "text": "The envoy left."}\n')
        watch = threading.Timer(5, lambda: (went_on.set(), out.write(b"\n")))
        watch.start()
        assert next(items).id == "a"
        watch.cancel()
        assert not went_on.is_set()
        out.write(b'{"id": "b", "text": "The envoy came back."}\n')
        assert next(items).id == "b"


def test_reading_plain_text_loads_no_heavy_library(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT)
    program = (
        "import sys; from dateline.sources import read_path; [item] = read_path(sys.argv[1]); print(item.language);"
        "print([name for name in ('trafilatura', 'py3langid', 'numpy', 'spacy', 'lxml') if name in sys.modules])"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "a.txt")]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout.split("\n")[:2] == ["en", "[]"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "it is broken"),
        (gzip.compress(REPORT.encode(), mtime=0)[:60], "cannot be unpacked to its end"),
        (gzip.compress(gzip.compress(REPORT.encode(), mtime=0), mtime=0), "packed twice"),
        (gzip.compress(b"\x89PNG\r\n\x1a\n", mtime=0), "PNG"),
        (b"WARC/1.0\r\n", "no report"),
    ],
    ids=["broken PDF", "cut", "packed twice", "picture", "empty archive"],
)
def test_packed_and_broken_files_say_why(data, why):
    item = one(read_bytes(data, "thing.gz"))
    assert why in str(item.error)


def test_packed_reports_are_read_and_their_ending_tells_the_format():
    assert one(read_bytes(gzip.compress(REPORT.encode()), "report.txt.gz")).text == REPORT
    lines = b'{"id": "a", "text": "b c"}\n{"id": "d", "text": "e f"}\n'
    assert [each.id for each in read_bytes(gzip.compress(lines), "x.jsonl.gz")] == ["a", "d"]
