"""When a coded value agrees with a gold value: the rules every figure for events rests on.

Gold and coded rows are plain JSON objects: gold as annotated (see the development data's guide), coded as
:mod:`dateline.export.contract` writes them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Row = dict[str, Any]
Fits = Callable[[Row, Row], bool]

#: Words that carry no identity in a party's name.
EMPTY_WORDS = frozenset(
    "the a an of and mr mr. mrs president minister prime foreign senior general".split()  # noqa: SIM905 — shorter
)
#: Share of the shorter name's words that must recur in the other.
NAME_OVERLAP = 0.5


def name_words(name: str | None) -> set[str]:
    """Lower-case words of a name without the empty ones."""
    return {word for word in re.findall(r"[\w']+", (name or "").lower()) if word not in EMPTY_WORDS}


def same_name(gold: str | None, coded: str | None) -> bool:
    """Half of the shorter name's words recur in the other."""
    left, right = name_words(gold), name_words(coded)
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= NAME_OVERLAP


def _coded_name(party: Row) -> str | None:
    return party.get("name") or party.get("text")


def same_party_named(gold: Iterable[Row], coded: Sequence[Row]) -> bool:
    """One party of each list has the same name."""
    return any(same_name(g.get("name"), _coded_name(c)) for g in gold for c in coded)


def same_party(gold: Iterable[Row], coded: Sequence[Row]) -> bool:
    """One party of each list has the same country or, failing that, the same name."""
    return any(
        (g.get("country") and g.get("country") == c.get("country")) or same_name(g.get("name"), _coded_name(c))
        for g in gold
        for c in coded
    )


def _days(held: Row) -> tuple[int, int]:
    first, last = (dt.date.fromisoformat(held[key][:10]).toordinal() for key in ("earliest", "latest"))
    return first, last + 1


def same_date(gold: Row, coded: Row | None) -> bool:
    """The intervals share half of the shorter one, and the longer is not much longer (4 times + 2 days)."""
    if coded is None:
        return False
    (gold_first, gold_end), (first, end) = _days(gold), _days(coded)
    shorter, longer = sorted((gold_end - gold_first, end - first))
    return min(gold_end, end) - max(gold_first, first) >= shorter / 2 and longer <= 4 * shorter + 2


def numbers(text: object) -> set[str]:
    """The numbers written in a text, as written."""
    return set(re.findall(r"\d+(?:[.,]\d+)*", str(text or "")))


def typed(gold: Row, coded: Row) -> bool:
    """Same sentence and event type."""
    return bool(gold["sentence"] == coded["sentence"] and gold["type"] == coded["event_type"])


def triple(gold: Row, coded: Row) -> bool:
    """Typed, an actor agrees, and a recipient agrees where gold has any."""
    return (
        typed(gold, coded)
        and same_party(gold["actors"], coded["actors"])
        and (not gold["recipients"] or same_party(gold["recipients"], coded["recipients"]))
    )


def actor(gold: Row, coded: Row) -> bool:
    """Typed, and an actor's name agrees."""
    return typed(gold, coded) and same_party_named(gold["actors"], coded["actors"])


def detect(gold: Row, coded: Row) -> bool:
    """Same sentence."""
    return bool(gold["sentence"] == coded["sentence"])


def _one(party: Row | None) -> list[Row]:
    return [party] if party else []


def arms(gold: Row, coded: Row) -> bool:
    """Same sentence, and supplier and recipient agree where gold has them."""
    return detect(gold, coded) and all(
        not gold.get(side) or same_party(_one(gold[side]), _one(coded.get(side))) for side in ("supplier", "recipient")
    )


def arms_item(gold: Row, coded: Row) -> bool:
    """An arms frame that agrees and whose item shares words with gold's."""
    return arms(gold, coded) and (not gold.get("item") or same_name(gold["item"], coded.get("item")))


def claims(gold: Row, coded: Row) -> bool:
    """Same sentence and kind, and a number in common where gold has any."""
    if not detect(gold, coded) or gold["kind"] != coded["kind"]:
        return False
    wanted = numbers(gold["text"])
    return not wanted or bool(wanted & numbers(coded["text"]))


def pairs(gold: Iterable[Row], coded: Iterable[Row], fits: Fits) -> list[tuple[Row, Row]]:
    """One-to-one pairs, greedily in gold order: each gold row takes the first free coded row that fits."""
    free, found = list(coded), []
    for wanted in gold:
        for position, offered in enumerate(free):
            if fits(wanted, offered):
                found.append((wanted, free.pop(position)))
                break
    return found
