from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.model import Because, Judgement, JudgementKind, content_id
from dateline.store.judging import Seen, check, derive, groups

IDS = ["person/ana", "person/bo", "unknown/a-na", "unknown/b", "unknown/c", "unknown/d"]
SAME, DIFFERENT, UNSURE = JudgementKind.SAME, JudgementKind.DIFFERENT, JudgementKind.UNSURE


def judged(left: str, right: str, kind: JudgementKind = SAME, why: str = "seen together") -> Judgement:
    return Judgement(
        id=content_id("judgement", left, right, str(kind)),
        left=left,
        right=right,
        kind=kind,
        score=0.9,
        who="mira",
        made=dt.datetime(2021, 3, 4, tzinfo=dt.UTC),
        because=(Because(step="judge", reason=why),),
    )


def standing(wanted: list[Judgement]) -> list[Judgement]:
    """Those that are not refused, in the order given."""
    kept: list[Judgement] = []
    for each in wanted:
        try:
            check(kept, each)
        except UsageError:
            continue
        kept.append(each)
    return kept


edges = st.builds(judged, st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from([SAME, SAME, DIFFERENT, UNSURE]))


@given(st.lists(edges, max_size=12).map(standing), st.randoms())
def test_the_order_of_judgements_does_not_matter(kept: list[Judgement], chance: object) -> None:
    shuffled = list(kept)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    seen = {each: Seen(names=Counter({each.upper(): 2})) for each in IDS}
    assert derive(shuffled, seen) == derive(kept, seen)


@given(st.lists(edges, max_size=12).map(standing))
def test_what_stands_never_contradicts_itself(kept: list[Judgement]) -> None:
    outcome = derive(kept, {})
    for each in kept:
        left, right = outcome.canonical(each.left), outcome.canonical(each.right)
        if each.kind is SAME:
            assert left == right
        if each.kind is DIFFERENT:
            assert left != right
            assert outcome.different(left, right)
    for lead, chains in groups(kept).items():
        known = [member for member in chains if member.startswith("person/")]
        assert len(known) < 2, "two known entities need force"
        assert lead == (known[0] if known else min(chains))


@given(st.lists(edges, min_size=1, max_size=12).map(standing), st.integers(0, 11))
def test_without_a_judgement_all_is_as_if_it_was_never_made(kept: list[Judgement], number: int) -> None:
    if kept:
        left = [each for n, each in enumerate(kept) if n != number % len(kept)]
        assert standing(left) == left
        assert derive([*left], {}) == derive(standing(left), {})


def test_a_known_entity_gives_its_id_else_the_alphabet_does() -> None:
    chain = [judged("unknown/d", "unknown/c"), judged("unknown/c", "unknown/b")]
    assert {each: derive(chain, {}).canonical(each) for each in ("unknown/b", "unknown/c", "unknown/d")} == {
        "unknown/b": "unknown/b",
        "unknown/c": "unknown/b",
        "unknown/d": "unknown/b",
    }
    assert derive([*chain, judged("unknown/d", "person/ana")], {}).canonical("unknown/b") == "person/ana"


def test_a_known_entity_gives_its_particulars_and_unknown_ones_what_most_mentions_say() -> None:
    seen = {
        "person/ana": Seen(Counter({"Ana Lund": 1}), Counter({"SWE": 1}), Counter({"GOV": 1})),
        "unknown/b": Seen(Counter({"A. Lund": 9}), Counter({"NOR": 9}), Counter()),
        "unknown/c": Seen(Counter({"Lund": 2}), Counter(), Counter({"MIL": 2})),
    }
    known = derive([judged("person/ana", "unknown/b")], seen).taken_for["unknown/b"]
    assert (known.name, known.country, known.sector) == ("Ana Lund", "SWE", "GOV")
    unknown = derive([judged("unknown/b", "unknown/c")], seen).taken_for["unknown/c"]
    assert (unknown.name, unknown.country, unknown.sector) == ("A. Lund", "NOR", "MIL")


def test_a_chain_that_contradicts_is_refused_with_the_chain_named() -> None:
    held = [
        judged("unknown/b", "unknown/c", why="same post"),
        judged("unknown/c", "unknown/d", why="same face"),
    ]
    with pytest.raises(UsageError, match=r"same face\); unknown/b = unknown/c \(mira, 2021-03-04: same post\)"):
        check(held, judged("unknown/d", "unknown/b", DIFFERENT))
    apart = [*held, judged("unknown/b", "unknown/a-na", DIFFERENT, "two photographs")]
    with pytest.raises(UsageError, match=r"two photographs.*undo judgement-"):
        check(apart, judged("unknown/d", "unknown/a-na"))
    check(apart, judged("unknown/d", "unknown/a-na", UNSURE))


def test_two_known_entities_need_force_through_any_chain() -> None:
    held = [judged("person/ana", "unknown/b")]
    with pytest.raises(UsageError, match="--force"):
        check(held, judged("unknown/b", "person/bo"))
    forced = judged("unknown/b", "person/bo")
    check(held, forced, force=True)
    outcome = derive([*held, forced], {})
    assert outcome.canonical("person/bo") == outcome.canonical("unknown/b") == "person/ana"
    check([*held, forced], judged("unknown/b", "unknown/c"))


def test_nobody_is_judged_with_himself() -> None:
    with pytest.raises(UsageError, match="itself"):
        check([], judged("unknown/b", "unknown/b"))


def test_the_reason_names_every_judgement_of_the_chain() -> None:
    held = [judged("person/ana", "unknown/b", why="same post"), judged("unknown/b", "unknown/c", why="same face")]
    (because,) = derive(held, {}).taken_for["unknown/c"].because
    assert "same post" in because.reason
    assert "same face" in because.reason
    assert because.rule.split() == [held[0].id, held[1].id]
