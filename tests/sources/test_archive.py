from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import lz4.frame
import pytest
import zstandard

from dateline import Document
from dateline.sources import Unread, read_bytes, read_path

if TYPE_CHECKING:
    from collections.abc import Iterable

CORPORA = Path(__file__).parents[2] / "../shared/corpora/warc"

PAGE = (
    "<html><head><title>{title}</title></head><body><article>"
    "<p>The defence minister of Norland met his Sudland counterpart in the port of Halm on Tuesday, officials said.</p>"
    "<p>They talked about {title} for two hours and will meet again in the autumn, the ministry said.</p>"
    "</article></body></html>"
)


def archive(pages: Iterable[tuple[str, str, bytes]], *, packed: bool) -> bytes:
    out = b""
    for url, kind, body in pages:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-05-02T08:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        out += gzip.compress(record) if packed else record
    return out


def pages(number: int = 3) -> list[tuple[str, str, bytes]]:
    made = [
        (f"https://news.example/{n}", "text/html; charset=utf-8", PAGE.format(title=f"grain {n}").encode())
        for n in range(number)
    ]
    return [*made, ("https://news.example/logo.png", "image/png", b"\x89PNG")]


def read(data: bytes, name: str = "news.warc.gz") -> tuple[list[Document], list[Unread]]:
    found = list(read_bytes(data, name))
    return [each for each in found if isinstance(each, Document)], [each for each in found if isinstance(each, Unread)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive_are_reports_with_their_address(packed: bool) -> None:
    documents, unread = read(archive(pages(), packed=packed))
    assert [document.url for document in documents] == [f"https://news.example/{n}" for n in range(3)]
    assert documents[1].title == "grain 1"
    assert documents[0].publisher == "news.example"
    assert documents[0].published is None
    assert any("retrieved 2023-05-02" in note for note in documents[0].notes)
    (left_out,) = unread
    assert "1 image/png" in str(left_out.error)


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lz4.frame.compress])
def test_archives_packed_as_a_whole_are_read_too(pack: object) -> None:
    documents, _ = read(pack(archive(pages(), packed=False)))  # type: ignore[operator]
    assert len(documents) == 3


def test_a_broken_record_is_told_with_its_byte_and_the_rest_is_read() -> None:
    first = archive(pages(1)[:1], packed=True)
    junk = gzip.compress(b"this is no record\r\nat all\r\n\r\n")
    documents, unread = read(first + junk + archive(pages(2)[1:2], packed=True))
    assert [document.title for document in documents] == ["grain 0", "grain 1"]
    assert f"byte {len(first):,}" in str(unread[0].error)


def test_broken_plain_archives_go_on_at_the_next_record() -> None:
    first = archive(pages(1)[:1], packed=False)
    documents, unread = read(first + b"rubbish here\r\n\r\n" + archive(pages(2)[1:2], packed=False), "a.warc")
    assert [document.title for document in documents] == ["grain 0", "grain 1"]
    assert "no record can be read" in str(unread[0].error)


def test_a_cut_record_is_read_and_told() -> None:
    whole = archive(pages(1)[:1], packed=False)
    documents, unread = read(whole[:-60], "cut.warc")
    assert len(documents) == 1
    assert "bytes early" in str(unread[0].error)


def test_a_page_in_the_encoding_that_its_server_names() -> None:
    body = PAGE.format(title="blé à Córdoba").encode("latin-1")
    (document,), _ = read(archive([("https://n.example/1", "text/html; charset=iso-8859-1", body)], packed=True))
    assert "blé à Córdoba" in document.text


@pytest.mark.needs_shared
@pytest.mark.skipif(not CORPORA.exists(), reason="no development data beside the repository")
@pytest.mark.parametrize(
    ("name", "documents", "broken"),
    [
        ("example.warc", 1, 0),
        ("example.arc.gz", 1, 0),
        ("example-bad-non-chunked.warc.gz", 1, 0),
        ("example-wrong-chunks.warc.gz", 0, 1),
        ("example-trunc.warc", 1, 1),
        ("resiliparse-clipped.warc.gz", 1, 1),
        ("resiliparse-warcfile.warc.lz4", 1, 0),
        ("aut-issue-514.warc", 1, 0),
    ],
)
def test_archives_of_others(name: str, documents: int, broken: int) -> None:
    found = list(read_path(CORPORA / name))
    assert sum(isinstance(each, Document) for each in found) == documents
    assert sum(isinstance(each, Unread) and "cannot read all" in str(each.error) for each in found) == broken
