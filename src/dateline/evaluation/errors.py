"""Examples of each kind of error, so that a figure can be looked into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.evaluation import agreement
from dateline.evaluation.agreement import Row
from dateline.evaluation.events import sentence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One error.

    Attributes:
        kind: ``missed``, ``spurious``, ``wrong type`` or ``wrong party``.
        passage: Gold passage.
        sentence: The sentence's words.
        gold, coded: What was wanted and what was found; empty where there is nothing.
    """

    kind: str
    passage: str
    sentence: str
    gold: str
    coded: str


def examples(gold_rows: Iterable[Row], coded_rows: Iterable[Row], *, limit: int) -> list[Example]:
    """Up to ``limit`` examples of each kind of error, in passage order."""
    coded_by_id = {row["id"]: row for row in coded_rows}
    kept: dict[str, list[Example]] = defaultdict(list)
    for row in gold_rows:
        for example in _passage_examples(row, coded_by_id.get(row["passage"], {})):
            if len(kept[example.kind]) < limit:
                kept[example.kind].append(example)
    return [example for kind in sorted(kept) for example in kept[kind]]


def _passage_examples(row: Row, coded: Row) -> Iterable[Example]:
    gold = list(row.get("mentions", []))
    mentions = [m | {"sentence": sentence_of(row, m["trigger"]["start"])} for m in coded.get("mentions", [])]

    def take(fits: agreement.Fits) -> list[tuple[Row, Row]]:
        found = agreement.pairs(gold, mentions, fits)
        for wanted, offered in found:
            gold[:] = [each for each in gold if each is not wanted]
            mentions[:] = [each for each in mentions if each is not offered]
        return found

    def example(kind: str, wanted: Row | None, offered: Row | None) -> Example:
        number = (wanted or offered or {})["sentence"]
        start, end = row["sents"][number]
        return Example(
            kind=kind,
            passage=row["passage"],
            sentence=" ".join(row["text"][start:end].split()),
            gold=_gold_line(wanted) if wanted else "",
            coded=_coded_line(offered) if offered else "",
        )

    take(agreement.triple)
    yield from (example("wrong party", *pair) for pair in take(agreement.typed))
    yield from (example("wrong type", *pair) for pair in take(agreement.detect))
    yield from (example("missed", wanted, None) for wanted in gold)
    yield from (example("spurious", None, offered) for offered in mentions)


def _parties(parties: Iterable[Row]) -> str:
    return ", ".join(f"{p.get('name') or p.get('text')} ({p.get('country') or '-'})" for p in parties) or "nobody"


def _gold_line(row: Row) -> str:
    return f"{row['type']} “{row['trigger']}”: {_parties(row['actors'])} → {_parties(row['recipients'])}"


def _coded_line(row: Row) -> str:
    return (
        f"{row['event_type']} “{row['trigger']['text']}” {row['certainty']}: "
        f"{_parties(row['actors'])} → {_parties(row['recipients'])}"
    )


def table(found: Iterable[Example]) -> str:
    """The examples as text."""
    lines = []
    for each in found:
        lines += ["", f"{each.kind} · {each.passage}: {each.sentence}"]
        lines += [f"  {name}: {held}" for name, held in (("gold", each.gold), ("coded", each.coded)) if held]
    return "\n".join(lines)
