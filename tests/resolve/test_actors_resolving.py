"""The reasons that the actor resolver gives; what it makes of hundreds of names stands in test_actors_shares.py."""

from __future__ import annotations

import datetime as dt

from actor_cases import resolve
from dateline.model import Annotations, Document, Evidence, Party, Quotation
from dateline.resolve.actors import ActorResolver


def test_every_resolution_gives_its_reason_and_keeps_earlier_ones():
    found = resolve("Rosonboronexport", day=dt.date(2021, 6, 21))
    assert found.name == "Rosoboronexport"
    reason = found.because[0]
    assert reason.step == "resolve.actor"
    assert reason.rule == "similar-name"
    assert reason.score >= 0.85
    assert "rosonboronexport~rosoboronexport" in reason.reason


def test_a_candidate_that_is_not_near_enough_stays_a_candidate():
    found = resolve("Iranian official Mohammad Javad", day=dt.date(2021, 6, 21))
    assert (found.canonical_id, found.country) == ("unknown/mohammad-javad", "IRN")
    (told,) = [each for each in found.because if each.rule == "review"]
    assert "Mohammad Javad Zarif" in told.reason
    assert 0.65 <= told.score < 0.85


def test_a_contested_office_is_told_with_who_contests_it():
    found = resolve("Kyaw Moe Tun", day=dt.date(2021, 6, 18))
    assert found.canonical_id == "person/kyaw-moe-tun"
    told = next(each for each in found.because if each.rule == "contested")
    assert "body/state-administration-council" in told.reason
    before = resolve("Kyaw Moe Tun", day=dt.date(2021, 2, 1))
    assert not any(each.rule == "contested" for each in before.because)


def test_an_assumed_country_is_less_certain_than_a_named_one():
    text = "Soldiers shot at a crowd in Khartoum, Sudan. Sudan mourned."
    assumed = resolve("Soldiers", text=text, published=dt.date(2019, 6, 4))
    named = resolve("Sudanese lawmakers", text=text, published=dt.date(2019, 6, 4))
    assert assumed.because[-1].rule == "assumed-country"
    assert assumed.because[-1].score < 0.7 < named.because[-1].score


def test_mere_descriptions_keep_their_words_as_name():
    assert resolve("Israeli troops").name == "Israeli troops"
    assert resolve("the IDF").name == "Israel Defense Forces (IDF)"
    assert resolve("EU leaders").name == "European Union leaders"
    assert resolve("IS targets").name == "Islamic State (ISIS/ISIL) targets"
    assert resolve("Democrats").name == "Democrats"
    assert resolve("Scotland").name == "Scotland"


def test_without_evidence_the_name_alone_is_read():
    document = Document.of("Nothing.", id="d")
    annotations = Annotations(document_id="d", annotator="none", tokens=(), sentences=())
    found = ActorResolver().resolve(document, annotations, Party(evidence=None, name="Sergei Lavrov"))
    assert (found.canonical_id, found.country, found.sector) == ("person/sergei-lavrov", "RUS", "GOV")


def test_an_overlay_adds_and_corrects(tmp_path):
    overlay = tmp_path / "own.toml"
    overlay.write_text(
        """
        [[body]]
        name = "Example Arms Bureau"
        aliases = ["EAB"]
        country = "CHE"
        sector = "BUS"

        [[person]]
        name = "Sergei Lavrov"
        aliases = ["Minister L."]
        sector = "GOV"
        without = ["Lavrov"]
        """,
        encoding="utf-8",
    )
    added = resolve("the EAB", overlay=str(overlay))
    assert (added.name, added.country, added.sector) == ("Example Arms Bureau", "CHE", "BUS")
    assert resolve("Minister L.", overlay=str(overlay)).canonical_id == "person/sergei-lavrov"
    assert resolve("Sergei Lavrov", overlay=str(overlay)).country == "RUS"


def test_we_outside_of_quoted_words_is_the_publishers_country():
    text = "Why are we leaving the treaty?"
    report = Document.of(text, id="d", publisher="National Review - Opinion")
    start = text.index("we")
    party = Party(evidence=Evidence.of(text, start, start + 2), name="we")
    quoted = Quotation(start=0, end=len(text), direct=True, speaker=None, cue=None)
    for quotations, country in (((), "USA"), ((quoted,), None)):
        annotations = Annotations(document_id="d", annotator="none", tokens=(), sentences=(), quotations=quotations)
        found = ActorResolver().resolve(report, annotations, party)
        assert found.country == country
        assert found.because[-1].rule == ("author" if country else "pointing")


def test_a_people_of_several_states_is_of_the_one_that_the_report_names_most():
    told = "A convoy left Ankara for Iraq. In Mosul, Iraq, talks went on."
    found = resolve("the Kurds", text=f"{told} Aid reached the Kurds.", published=dt.date(2016, 6, 4))
    assert (found.country, found.because[-1].rule) == ("IRQ", "scattered-people")
    assert resolve("the Kurds", text="Aid reached the Kurds.", published=dt.date(2016, 6, 4)).country is None


def test_a_region_written_small_stands_for_many_states():
    found = resolve("the west", text="He called on the west to lift the ban.")
    assert (found.country, found.canonical_id) == (None, "region/western-states")


def test_an_acronym_written_small_is_no_plural():
    assert resolve("Isis").name == "Islamic State (ISIS/ISIL)"
    assert resolve("the Houthis").canonical_id == "body/houthis"


def test_a_title_run_together_with_the_name_is_taken_apart():
    assert resolve("ComradeKim Jong Un").canonical_id == resolve("Kim Jong Un").canonical_id == "person/kim-jong-un"
