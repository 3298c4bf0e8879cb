from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.reference.edition import BadRow
from dateline.reference.xml_records import XmlRecord, xml_records
from list_cases import written


def records(path: Path) -> list[XmlRecord | BadRow]:
    return list(xml_records(path, {"item"}, root="list"))


def test_the_head_then_each_record_with_its_line(tmp_path: Path) -> None:
    text = "<list made='today'>\n<item><a>1</a></item>\n\n<other/><item><a> 2\n 3 </a></item></list>"
    path = written(tmp_path, "x.xml", text)
    head, first, second = records(path)
    assert isinstance(head, XmlRecord)
    assert isinstance(first, XmlRecord)
    assert isinstance(second, XmlRecord)
    assert head.element.get("made") == "today"
    assert (first.line, first.text("a")) == (2, "1")
    assert (second.line, second.text("a"), second.text("b")) == (4, "2 3", "")


def test_namespaces_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, "x.xml", '<list xmlns="urn:x"><item><a>1</a></item></list>')
    assert [record.text("a") for record in records(path) if isinstance(record, XmlRecord)] == ["", "1"]


BOMB = '<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><list><item>&b;</item></list>'
OUTSIDE = '<!DOCTYPE list [<!ENTITY a SYSTEM "file:///etc/hosts">]><list><item>&a;</item></list>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_document_types_are_refused_before_any_entity(tmp_path: Path, text: str) -> None:
    with pytest.raises(MalformedSource, match="document type"):
        records(written(tmp_path, "x.xml", text))


@pytest.mark.parametrize(("text", "why"), [("<html/>", "outermost"), ("a,b\n1,2", "no XML"), ("", "no XML")])
def test_another_file_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(MalformedSource, match=why):
        records(written(tmp_path, "x.xml", text))


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="nested"):
        records(written(tmp_path, "x.xml", "<list>" + "<a>" * 100_000))


def test_a_record_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="larger"):
        records(written(tmp_path, "x.xml", "<list><item>" + "x" * 9_000_000))


def test_a_break_keeps_what_stood_before(tmp_path: Path) -> None:
    *_, first, broken = records(written(tmp_path, "x.xml", "<list><item/>\n<item><a></item></list>"))
    assert isinstance(first, XmlRecord)
    assert isinstance(broken, BadRow)
    assert broken.line == 2


def test_memory_is_that_of_one_record(tmp_path: Path) -> None:
    item = "<item>" + "<a>some words of a record</a>" * 80 + "</item>\n"
    path = written(tmp_path, "x.xml", "<list>" + item * 1_500 + "</list>")
    tracemalloc.start()
    count = sum(1 for _ in xml_records(path, {"item"}, root="list"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1_501
    assert peak < path.stat().st_size / 4
