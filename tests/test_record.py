from __future__ import annotations

from pathlib import Path

import pytest

from dateline import record as module
from dateline.errors import DatelineError, StoreMissing, UnsupportedLanguage
from dateline.model import Document
from dateline.query import EventFilter
from dateline.record import code, open_record, record_path
from dateline.sources import Hints
from dateline.store import Added
from record_samples import fake_pipeline, report


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pipeline.make_pipeline", lambda settings=None: fake_pipeline(settings=settings))
    monkeypatch.setattr(
        "dateline.pipeline.running.make_pipeline", lambda settings=None: fake_pipeline(settings=settings)
    )


def test_from_files_to_the_words_that_prove_an_event(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text("Talks were held.\n\nAnders met Bellini in Rome.\n")
    (folder / "two.txt").write_text("")
    with open_record(tmp_path / "record.db") as record:
        done = record.add(folder, hints=Hints(publisher="The Courier", language="en"))
        assert (done.added, done.rejected) == (1, 1)
        assert record.run().coded == 1
        listed = record.events(EventFilter(party="Italy"))
        assert str(listed.counts) == "1 events · 1 mentions · 1 sources"
        seen = record.event(listed.rows[0].event.id)
        assert seen.mentions[0].quote == "Anders met Bellini in Rome."
        assert record.mention(seen.mentions[0].mention.id) == seen.mentions[0]
        assert record.document(seen.mentions[0].document.id).head.publisher == "The Courier"
        assert record.why(listed.rows[0].event.id)
        assert record.rejects()[0].reason == "EmptySource"
        assert len(record.runs()) == 1
        assert record.overview().documents == len(record.documents().rows) == 1
        assert [entity.name for entity in record.entities()] == ["Anders", "Bellini"]
    with open_record(tmp_path / "record.db", create=False) as record:
        assert record.run().run is None


def test_add_takes_one_or_many_paths_or_documents(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Anders met Bellini in Rome, officials said on Tuesday after the talks.")
    seen: list[Added | None] = []
    with open_record(tmp_path / "record.db") as record:
        assert record.add(report("Anders met Costa.")).added == 1
        assert record.add(str(path)).added == 1
        done = record.add(
            [path, report("Anders met Costa."), report("Anders met Italy.")], on_added=lambda _, what: seen.append(what)
        )
        assert (done.added, done.known) == (1, 2)
    assert seen == [Added.KNOWN, Added.KNOWN, Added.NEW]


def test_the_default_path_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATELINE_RECORD", raising=False)
    assert record_path() == Path("dateline.db")
    monkeypatch.setenv("DATELINE_RECORD", str(tmp_path / "mine.db"))
    assert record_path() == tmp_path / "mine.db"
    assert record_path("other.db") == Path("other.db")
    with open_record() as record:
        assert record.location == str(tmp_path / "mine.db")


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_record(tmp_path / "none.db", create=False)


def test_code_needs_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    coding = code(report("Anders met Bellini in Rome."))
    assert [mention.event_type for mention in coding.mentions] == ["CONSULT"]
    assert list(tmp_path.iterdir()) == []


def test_code_raises_what_went_wrong() -> None:
    with pytest.raises(UnsupportedLanguage):
        code(Document.of("Anders traf Bellini.", language="de"))
    with pytest.raises(DatelineError, match=r"cannot code .*stumbled"):
        code(report("CRASH"))


def test_the_facade_is_listed() -> None:
    for name in ("open_record", "code", "Record", "record_path"):
        assert hasattr(module, name)
