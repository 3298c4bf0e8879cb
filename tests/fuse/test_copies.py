from __future__ import annotations

import datetime as dt
import random

from dateline.fuse.copies import Signed, find_copies, independent, likeness, origins, sign
from dateline.model.copies import Copy, CopyKind

WIRE = (
    "HALM (Norland Wire) – The defence minister of Norland met his Sudland counterpart in the port of Halm on Tuesday "
    "and agreed to buy forty howitzers for 90 million crowns, officials of both governments said. Deliveries are to "
    "begin next spring and to last two years. The opposition called the price absurd and asked for an inquiry, and the "
    "minister said that no cheaper gun had passed the trials of the army in the northern winter."
)
OTHER = (
    "The central bank of Norland left its rate unchanged on Wednesday and said that prices would rise more slowly than "
    "it had expected in the spring, because fuel is cheaper and the harvest was good. Economists in Tresk had expected "
    "a cut, and the crown gained half a per cent against the currencies of its neighbours in the hour after."
)


def signed(key: str, text: str, publisher: str | None = None, day: int = 2) -> Signed:
    return Signed(id=key, publisher=publisher, published=dt.date(2023, 5, day), signature=sign(text))


def test_a_reprint_is_a_copy_of_the_earlier_report() -> None:
    reprint = WIRE.replace("HALM (Norland Wire) – The", "The") + " More on page four."
    (copy,) = find_copies([signed("b", reprint, "Daily", 3), signed("a", WIRE, "Wire"), signed("c", OTHER, "Daily")])
    assert (copy.document, copy.of, copy.kind) == ("b", "a", CopyKind.COPY)
    assert copy.likeness > 0.8
    assert "a copy, by another publisher, of a" in copy.reason


def test_an_update_by_the_same_publisher_is_a_version() -> None:
    update = WIRE.replace("forty howitzers for 90 million", "forty-two howitzers for 95 million") + " Talks go on."
    (copy,) = find_copies([signed("a", WIRE, "Wire"), signed("b", update, "Wire", 3)])
    assert copy.kind is CopyKind.VERSION


def test_the_same_words_in_other_dress_are_the_same() -> None:
    (copy,) = find_copies([signed("a", WIRE), signed("b", WIRE.upper().replace(",", " ;"))])
    assert (copy.kind, copy.likeness) == (CopyKind.SAME, 1.0)


def test_short_texts_are_copies_only_when_all_words_are_the_same() -> None:
    short = "Norland buys forty howitzers."
    assert not find_copies([signed("a", short), signed("b", "Norland buys forty tanks.")])
    assert len(find_copies([signed("a", short), signed("b", short)])) == 1
    assert not find_copies([signed("a", ""), signed("b", "")])


def test_the_order_of_arrival_plays_no_part() -> None:
    reports = [signed(str(n), WIRE + " and so on" * n) for n in range(6)] + [signed("z", OTHER)]
    expected = find_copies(reports)
    for seed in range(10):
        random.Random(seed).shuffle(reports)  # noqa: S311 — an order, no secret
        assert find_copies(reports) == expected


def test_estimates_are_near_the_share_in_common() -> None:
    words = [f"word{n}" for n in range(400)]
    for common in (100, 200, 300):
        left, right = words, words[:common] + [f"other{n}" for n in range(400 - common)]
        shingles = [{" ".join(each[n : n + 5]) for n in range(396)} for each in (left, right)]
        truth = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
        assert abs(likeness(sign(" ".join(left)), sign(" ".join(right))) - truth) < 0.12


def test_copies_and_reports_of_one_publisher_are_one_source() -> None:
    copies = [
        Copy(document="b", of="a", kind=CopyKind.COPY, likeness=0.9),
        Copy(document="c", of="b", kind=CopyKind.COPY, likeness=0.8),
    ]
    origin = origins(copies)
    assert origin == {"a": "a", "b": "a", "c": "a"}
    told = [("a", "Wire"), ("b", "Daily"), ("c", "Post"), ("d", "Post"), ("e", "Herald"), ("f", None), ("g", None)]
    assert independent(told, origin) == 4
    assert independent(told, {}) == 6
