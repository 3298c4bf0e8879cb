"""Known actors: the data hold together, names are found in text, an overlay adds and corrects."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.errors import VocabularyError
from dateline.vocab import compiled
from dateline.vocab.actor_records import Holds, read_body, read_person
from dateline.vocab.actors import OVERLAY, actor, alias_spans, catalogue, is_known_actor_phrase, load_catalogue
from dateline.vocab.agents import agents
from dateline.vocab.loading import Entry
from dateline.vocab.sectors import sectors
from dateline.vocab.territories import territories


def found(text):
    return [(text[start:end], canonical_id) for start, end, canonical_id in alias_spans(text)]


def test_every_actor_has_a_known_country_and_sector():
    for known in catalogue().actors.values():
        entity = known.entity
        assert entity.country is None or entity.country in territories(), entity.canonical_id
        assert entity.sector is None or entity.sector in sectors(), entity.canonical_id
        assert all(phase.sector in sectors() for phase in known.phases), entity.canonical_id


def test_every_role_belongs_to_a_known_country_or_body_and_ends_after_it_begins():
    for known in catalogue().actors.values():
        for role in known.roles:
            assert role.country is None or role.country in territories(), known.canonical_id
            assert role.body is None or role.body in catalogue().actors, (known.canonical_id, role.body)
            assert role.contested_by is None or role.contested_by in catalogue().actors, known.canonical_id
            start, end = role.tenure.start, role.tenure.end
            assert start is None or end is None or start.earliest <= end.latest, known.canonical_id


def test_successors_are_known():
    known = catalogue().actors
    assert all(each.entity.successor_of in known for each in known.values() if each.entity.successor_of)
    assert known["body/state-security-and-peace-commission"].entity.successor_of == "body/state-administration-council"


def ends_on(role, day):
    """On the day of a handover both hold the office."""
    return role.tenure.end is not None and role.tenure.end.latest == day


def test_no_two_heads_of_one_state_are_sure_for_the_same_day():
    alone = {"president", "prime minister", "foreign minister", "defence minister", "monarch", "supreme leader"}
    held = {}
    for known in catalogue().actors.values():
        for role in known.roles:
            if role.office in alone and role.country is not None:
                held.setdefault((role.office, role.country), []).append((known.canonical_id, role))
    clashes = []
    for (office, country), roles in held.items():
        for year in range(1985, 2026):
            day = dt.date(year, 6, 17)
            sure = {each for each, role in roles if role.tenure.holds(day) is Holds.YES and not ends_on(role, day)}
            if len(sure) > 1 and country not in {"CHE", "SMR", "LBY", "YEM"}:
                clashes.append((office, country, year, sorted(sure)))
    assert clashes == []


def test_agents_have_known_sectors_and_there_are_many():
    assert len(agents()) > 400
    assert {agent.sector for agent in agents()} <= set(sectors())


def test_the_compiled_copy_is_fresh():
    assert compiled.is_fresh(), "run python -m dateline.vocab.compiled"


def test_a_stale_copy_is_not_used(monkeypatch):
    fresh = compiled.actor_files()
    monkeypatch.setattr(compiled, "_hash", lambda names: "another")
    parsed = compiled.actor_files()
    assert not compiled.is_fresh()
    assert parsed == fresh


def test_names_are_found_whole_longest_and_with_their_case():
    text = "Senior General Min Aung Hlaing met Lavrov; the US and IS did not tell us what it is."
    assert found(text) == [
        ("Senior General Min Aung Hlaing", "person/min-aung-hlaing"),
        ("Lavrov", "person/sergei-lavrov"),
        ("US", "state/USA"),
        ("IS", "body/islamic-state"),
    ]


def test_a_family_name_of_somebody_else_is_not_found():
    assert found("Melania Trump spoke.") == []
    assert found("Yesterday Trump spoke.") == [("Trump", "person/donald-trump")]
    assert found("President Trump spoke.") == [("President Trump", "person/donald-trump")]
    assert found("TRUMP SPEAKS") == [("TRUMP", "person/donald-trump")]


def test_accents_hyphens_and_dots_do_not_matter():
    text = "Erdoğan, Kim Jong-Un and the U.N. Security Council; Côte d’Ivoire."
    assert [each for _, each in found(text)] == [
        "person/recep-tayyip-erdogan",
        "person/kim-jong-un",
        "body/un-security-council",
        "state/CIV",
    ]


def test_a_name_does_not_run_across_a_sentence_end():
    assert ("Myanmar. Police", "body/myanmar-police-force") not in found("They left Myanmar. Police stayed.")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("the Tatmadaw", True),
        ("NATO", True),
        ("Moscow", True),
        ("the Irrawaddy", True),
        ("NATO troops", False),
        ("a table", False),
        ("", False),
    ],
)
def test_a_phrase_is_known_when_all_of_it_is_a_name(text, known):
    assert is_known_actor_phrase(text) is known


def test_an_actor_is_given_by_id():
    assert actor("person/kyaw-moe-tun").roles[0].contested_by == "body/state-administration-council"
    assert actor("state/MMR").entity.name == "Myanmar"
    assert actor("person/nobody") is None


def test_sector_follows_the_phases():
    taliban = actor("body/taliban")
    assert [taliban.sector_on(dt.date(year, 1, 1)) for year in (1999, 2010, 2022)] == ["GOV", "REB", "GOV"]


def test_tenure_is_as_precise_as_its_source():
    entry = Entry("x.toml", "person 1", {"name": "A B", "country": "FRA", "roles": ["president 2010-03/2012"]})
    tenure = read_person(entry).roles[0].tenure
    days = [dt.date(2010, 2, 28), dt.date(2010, 3, 9), dt.date(2011, 1, 1), dt.date(2012, 7, 1), dt.date(2013, 1, 1)]
    assert [tenure.holds(day) for day in days] == [Holds.NO, Holds.MAYBE, Holds.YES, Holds.MAYBE, Holds.NO]
    assert str(tenure) == "2010-03/2012"


def test_both_parts_of_a_bracketed_name_are_names():
    body = read_body(Entry("x.toml", "body 1", {"name": "Example Bureau (EXB)"}))
    assert body.canonical_id == "body/example-bureau"
    assert body.entity.aliases == ("Example Bureau", "EXB")


@pytest.mark.parametrize("role", ["president", "president 2010", "president 10/11", "president 2010-13/.."])
def test_a_role_that_does_not_read_is_an_error(role):
    with pytest.raises((VocabularyError, ValueError)):
        read_person(Entry("x.toml", "person 1", {"name": "A B", "roles": [role]}))


def test_an_overlay_adds_corrects_and_takes_away(tmp_path, monkeypatch):
    path = tmp_path / "own.toml"
    path.write_text(
        '[[body]]\nname = "NATO"\naliases = ["the Alliance of Tests"]\nwithout = ["OTAN"]\n'
        '[[person]]\nname = "New Person"\ncountry = "FRA"\nroles = ["mayor 2020/.."]\n',
        encoding="utf-8",
    )
    monkeypatch.setenv(OVERLAY, str(path))
    known = catalogue()
    assert known.actors["body/nato"].entity.sector == "IGO"
    assert "OTAN" not in known.actors["body/nato"].entity.aliases
    assert [each.canonical_id for each in known.named("Alliance of Tests")] == []
    assert [each.canonical_id for each in known.named("the Alliance of Tests")] == ["body/nato"]
    assert is_known_actor_phrase("New Person")
    assert "person/new-person" not in load_catalogue(None).actors


@pytest.mark.parametrize(
    "content",
    ["[[body]]\nname = 3\n", "[[planet]]\nname = 'X'\n", "not toml", "[[body]]\nname = 'X'\nsektor = 'GOV'\n"],
)
def test_an_overlay_that_does_not_hold_together_is_an_error(tmp_path, content):
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError):
        load_catalogue(str(path))


def test_a_missing_overlay_is_an_error(tmp_path):
    with pytest.raises(VocabularyError, match="No such file"):
        load_catalogue(str(tmp_path / "none.toml"))
