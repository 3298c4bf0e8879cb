"""What every store promises of judgements; it speaks to the Store protocol alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import record_samples
from dateline.errors import UsageError
from dateline.fuse import FUSER, fuse
from dateline.model import Because, Judgement, JudgementKind, content_id
from dateline.pipeline import add, run
from dateline.store import Selection, Store
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline, report

REPORTS = (
    report("Anders met Bellini in Rome. Anders accused Costa."),
    report("Andersen met Bellini in Rome.", publisher="The Herald"),
    report("Anderssen accused Costa. Andersen accused Portugal.", publisher="The Herald", day=9),
)
UNKNOWN = {
    "Andersen": ("unknown/andersen", None, "UNK"),
    "Anderssen": ("unknown/anderssen", None, "UNK"),
}


@pytest.fixture(autouse=True)
def strangers() -> Iterator[None]:
    """Names that the fake resolver does not know."""
    record_samples.WHO.update(UNKNOWN)
    yield
    for name in UNKNOWN:
        del record_samples.WHO[name]


@pytest.fixture
def filled(store: Store) -> Store:
    return fill(store)


def fill(store: Store, version: str = "1") -> Store:
    add(store, REPORTS)
    run(store, pipeline=fake_pipeline(version=version))
    return store


def judgement(left: str, right: str, kind: JudgementKind = JudgementKind.SAME, number: int = 0) -> Judgement:
    made = dt.datetime(2021, 3, 20, 12, number, tzinfo=dt.UTC)
    return Judgement(
        id=content_id("judgement", left, right, str(kind), number),
        left=left,
        right=right,
        kind=kind,
        score=0.9,
        who="mira",
        made=made,
        because=(Because(step="judge", reason="a typing error"),),
    )


ONE = judgement("person/anders", "unknown/andersen")
TWO = judgement("unknown/andersen", "unknown/anderssen", number=1)


def people(store: Store) -> dict[str, tuple[int, int, int]]:
    rows = store.entities(text="Ander")
    return {row.canonical_id: (row.events, row.mentions, row.documents) for row in rows}


def actors(store: Store, **wanted: object) -> set[tuple[str | None, str]]:
    rows = store.events(Selection(type=("CONSULT",), **wanted)).rows
    return {(party.canonical_id, party.name) for row in rows for party in row.event.actors}


def test_without_judgements_names_stay_apart(filled: Store) -> None:
    assert people(filled) == {
        "person/anders": (2, 2, 1),
        "unknown/andersen": (2, 2, 2),
        "unknown/anderssen": (1, 1, 1),
    }
    assert not filled.judged()
    assert filled.judgements() == ()


def test_a_judgement_is_read_at_once(filled: Store) -> None:
    assert filled.add_judgement(ONE) == ONE
    assert people(filled) == {"person/anders": (4, 4, 3), "unknown/anderssen": (1, 1, 1)}
    assert actors(filled) == {("person/anders", "Anders")}
    (row,) = filled.entities(text="person/anders")
    assert (row.country, row.known, set(row.names)) == ("SWE", True, {"Anders", "Andersen"})
    assert filled.entity("unknown/andersen") == row
    assert len(filled.entity_mentions("unknown/andersen")) == len(filled.entity_mentions("person/anders")) == 4
    parties = [party for told in filled.entity_mentions("person/anders") for party in told.mention.actors]
    assert {party.canonical_id for party in parties} == {"person/anders"}
    assert {party.evidence.text for party in parties if party.evidence} == {"Anders", "Andersen"}
    assert any("a typing error" in each.reason for party in parties for each in party.because)


@pytest.mark.parametrize(
    "wanted",
    [
        {"actor": "person/anders"},
        {"actor": "unknown/andersen"},
        {"actor": "SWE"},
        {"actor": "anders"},
        {"actor": "Andersen"},
        {"party": "SWE"},
        {"pair": ("unknown/andersen", "ITA")},
        {"pair": ("Bellini", "SWE")},
        {"country": ("SWE",)},
    ],
)
def test_filters_follow_a_judgement_before_and_after_fusing(filled: Store, wanted: dict[str, object]) -> None:
    filled.add_judgement(ONE)
    for count in (2, 1):
        assert len(filled.events(Selection(type=("CONSULT",), **wanted)).rows) == count
        run(filled, pipeline=fake_pipeline())


def test_a_run_after_a_judgement_fuses_anew(filled: Store) -> None:
    assert filled.count(Selection(type=("CONSULT",))).events == 2
    filled.add_judgement(ONE)
    assert filled.stale(FUSER)
    assert filled.overview().stale
    assert run(filled, pipeline=fake_pipeline()).coded == 0
    assert filled.count(Selection(type=("CONSULT",))).events == 1
    assert not filled.stale(FUSER)
    (event,) = [row.event for row in filled.events(Selection(type=("CONSULT",))).rows]
    assert [party.name for party in event.actors] == ["Anders"]
    assert event.sources == 2


def test_judgements_outlast_a_new_coder(filled: Store) -> None:
    filled.add_judgement(ONE)
    run(filled, pipeline=fake_pipeline(version="2"))
    assert people(filled)["person/anders"] == (3, 4, 3)
    assert filled.count(Selection(type=("CONSULT",))).events == 1
    assert [row.judgement for row in filled.judgements()] == [ONE]


def test_judgements_outlast_the_process(filled: Store, open_again: Callable[[], Store]) -> None:
    filled.add_judgement(ONE)
    filled.close()
    again = open_again()
    assert again.judged().canonical("unknown/andersen") == "person/anders"
    assert again.judgements()[0].judgement == ONE


def test_undone_all_is_as_before_and_the_history_stays(filled: Store) -> None:
    before = people(filled), actors(filled), filled.events(Selection()).rows
    filled.add_judgement(ONE)
    run(filled, pipeline=fake_pipeline())
    row = filled.undo_judgement(ONE.id, "noor")
    assert people(filled).keys() == before[0].keys(), "read at once"
    assert actors(filled) == before[1]
    run(filled, pipeline=fake_pipeline())
    assert (people(filled), actors(filled), filled.events(Selection()).rows) == before
    assert filled.judgements() == (row,)
    assert (row.judgement, row.undone_by) == (ONE, "noor")
    assert row.undone is not None
    with pytest.raises(UsageError, match="noor"):
        filled.undo_judgement(ONE.id, "mira")
    with pytest.raises(UsageError, match="judge list"):
        filled.undo_judgement("judgement-0", "mira")


def test_the_same_judgement_twice_is_one(filled: Store) -> None:
    filled.add_judgement(ONE)
    again = judgement("unknown/andersen", "person/anders", number=30)
    assert filled.add_judgement(again) == ONE
    assert len(filled.judgements()) == 1
    filled.undo_judgement(ONE.id, "mira")
    assert filled.add_judgement(again) == again


def test_contradictions_are_refused_and_nothing_is_written(filled: Store) -> None:
    filled.add_judgement(ONE)
    filled.add_judgement(TWO)
    with pytest.raises(UsageError, match="a typing error"):
        filled.add_judgement(judgement("unknown/anderssen", "person/anders", JudgementKind.DIFFERENT))
    with pytest.raises(UsageError, match="--force"):
        filled.add_judgement(judgement("unknown/anderssen", "person/bellini"))
    assert len(filled.judgements()) == 2
    forced = judgement("unknown/anderssen", "person/bellini")
    assert filled.add_judgement(forced, force=True) == forced
    assert filled.judged().canonical("person/bellini") == "person/anders"


def test_what_was_judged_different_is_not_fused(store: Store) -> None:
    record_samples.WHO["Andersen"] = ("unknown/andersen", "SWE", "GOV")  # may be Anders, as far as one can tell
    fill(store)
    assert store.count(Selection(type=("CONSULT",))).events == 1
    store.add_judgement(judgement("person/anders", "unknown/andersen", JudgementKind.DIFFERENT))
    assert store.stale(FUSER)
    run(store, pipeline=fake_pipeline())
    assert store.count(Selection(type=("CONSULT",))).events == 2


def test_being_unsure_changes_nothing(filled: Store) -> None:
    before = people(filled)
    filled.add_judgement(judgement("person/anders", "unknown/andersen", JudgementKind.UNSURE))
    assert people(filled) == before
    assert not filled.stale(FUSER)


def test_judgements_on_an_entity_are_those_on_all_that_it_is_taken_for(filled: Store) -> None:
    other = judgement("person/bellini", "person/costa", JudgementKind.DIFFERENT)
    for each in (ONE, TWO, other):
        filled.add_judgement(each)
    assert {row.judgement for row in filled.judgements("unknown/anderssen")} == {ONE, TWO}
    assert {row.judgement for row in filled.judgements("person/costa")} == {other}
    assert filled.judgements("person/nobody") == ()


def test_events_of_judgements_that_changed_meanwhile_are_not_written(filled: Store) -> None:
    stamp = filled.stamp()
    events = fuse(filled.all_mentions(), filled.heads(), filled.judged())
    filled.add_judgement(ONE)
    assert filled.save_events(FUSER, stamp, events) is None


def test_entities_are_chosen_by_country_sector_and_being_unknown(filled: Store) -> None:
    assert [row.canonical_id for row in filled.entities(unknown=True)] == ["unknown/andersen", "unknown/anderssen"]
    assert {row.canonical_id for row in filled.entities(country=("PRT",), sector=("MIL",))} == {"person/costa"}
    assert filled.entities(unknown=True, country=("SWE",)) == ()
    assert len(filled.entities(limit=2)) == 2


def test_wordings_are_those_of_the_resolver(filled: Store) -> None:
    filled.add_judgement(ONE)
    told = list(filled.wordings(["unknown/andersen"]))
    assert [(each.entity, each.text, each.mentions) for each in told] == [("unknown/andersen", "Andersen", 1)] * 2
    assert {each.entity for each in filled.wordings()} >= {"person/anders", "unknown/anderssen", "state/PRT"}


IDS = ("person/anders", "person/bellini", "unknown/andersen", "unknown/anderssen")
edges = st.tuples(
    st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from([JudgementKind.SAME, JudgementKind.DIFFERENT])
)


def state(store: Store) -> tuple[object, ...]:
    return store.judged(), store.entities(), store.events(Selection()).rows


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(edges, max_size=6), st.randoms())
def test_undoing_in_any_order_restores_exactly(wanted: list[tuple[str, str, JudgementKind]], chance: object) -> None:
    with SqliteStore(":memory:") as store:
        fill(store)
        before = state(store)
        made = []
        for number, (left, right, kind) in enumerate(wanted):
            try:
                made.append(store.add_judgement(judgement(left, right, kind, number), force=True))
            except UsageError:
                continue
        ids = sorted({each.id for each in made})
        chance.shuffle(ids)  # type: ignore[attr-defined]
        for each in ids:
            store.undo_judgement(each, "mira")
        assert state(store) == before
