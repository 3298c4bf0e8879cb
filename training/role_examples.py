"""Annotated acts as examples for the ranking of parties: figures, their features, and how right each is."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from combine import layout

from dateline.annotate import make_annotator
from dateline.coding.drafting import Drafter
from dateline.coding.encoder.pieces import TokenScores, token_scores
from dateline.coding.role_ranking.figures import Figure
from dateline.coding.sketches import Sketch
from dateline.coding.triggers import Candidate, Option
from dateline.evaluation.agreement import same_party
from dateline.evaluation.passages import passage_document
from dateline.model import Annotations, Document
from dateline.resolve.actors import ActorResolver
from dateline.vocab.triggers import Part, Trigger, lexicon

SAME_WORDS, SAME_PARTY = 1.0, 0.3
"""How right a figure is whose words are annotated, and one that only stands for the same party or state."""
OWN = "own"
"""Passages of the project's own sentences, never held out."""
_PARTY = re.compile(r"\[([ar]):([^\]]+)\]")
_TRIGGER = re.compile(r"\{([A-Z]+):([^{}]+)\}")
_CONTENT = {"VERB": Part.VERB, "AUX": Part.VERB, "ADJ": Part.ADJECTIVE, "NOUN": Part.NOUN, "PROPN": Part.NOUN}


@dataclass(slots=True)
class Example:
    """One annotated act: its figures, their features (last those of nobody), and how right each is."""

    passage: str
    event_type: str
    figures: list[Figure]
    names: list[list[str]]
    actor: list[float]
    recipient: list[float]
    more: list[list[str]] = field(default_factory=list)


def examples(rows: Sequence[dict[str, Any]], predictions: Mapping[tuple[str, str], Any]) -> Iterator[Example]:
    """The examples of annotated passages.

    Args:
        rows: The passages.
        predictions: What networks that have not seen a passage say of its sentences (``train.py --folds``).
    """
    documents = [passage_document(row) for row in rows]
    for row, document, annotated in zip(rows, documents, make_annotator().annotate(documents), strict=True):
        yield from _of_passage(row, document, annotated, _scores(row, annotated, predictions))


def _scores(
    row: dict[str, Any], annotations: Annotations, predictions: Mapping[tuple[str, str], Any]
) -> TokenScores | None:
    """The networks' scores of a passage, None where they have not read it."""
    held = [(start, predictions.get((row["passage"], row["text"][start:end]))) for start, end in row["sents"]]
    read = [(start, found) for start, found in held if found is not None]
    if not read:
        return None
    offsets = [(start + a, start + b) for start, (pieces, _) in read for a, b in pieces]
    return token_scores(annotations.tokens, offsets, np.concatenate([scores for _, (_, scores) in read]), layout())


def own_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The project's own marked sentences in the form of annotated passages, each a passage of its own."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        sides: dict[str, list[dict[str, Any]]] = {"a": [], "r": []}
        for side, words in _PARTY.findall(line):
            sides[side].append({"text": words, "name": words.removesuffix("'s"), "country": None})
        plain = _PARTY.sub(lambda found: found[2], line)
        (mark,) = _TRIGGER.finditer(plain)
        text = plain[: mark.start()] + mark[2] + plain[mark.end() :]
        told = {"sentence": 0, "type": mark[1], "trigger": mark[2], "actors": sides["a"], "recipients": sides["r"]}
        yield {"passage": f"{OWN} {number}", "text": text, "sents": [[0, len(text)]], "mentions": [told]}


def _of_passage(
    row: dict[str, Any], document: Document, annotations: Annotations, scores: TokenScores | None
) -> Iterator[Example]:
    drafter = Drafter(document, annotations, lexicon(), "training")
    readings = drafter.readings()
    drafter.sketches()
    labels = Labels(document, annotations, drafter)
    ranker = drafter.ranker
    ranker.heard = scores.parties if scores is not None else None
    for gold in row["mentions"]:
        sketch = _sketch(row, gold, drafter, readings)
        if sketch is None:
            continue
        roles = drafter.ruled(sketch)
        act, figures, names = ranker.described(sketch.candidate, sketch.option, gold["type"], roles)
        yield Example(
            passage=row["passage"],
            event_type=gold["type"],
            figures=figures,
            names=names,
            actor=labels.of(figures, act.sentence, gold["actors"]),
            recipient=labels.of(figures, act.sentence, gold["recipients"]),
        )


def _sketch(row: dict[str, Any], gold: dict[str, Any], drafter: Drafter, readings: Sequence[Sketch]) -> Sketch | None:
    """The reading that overlaps the annotated trigger, with the annotated type; else one made for its head."""
    start = row["text"].find(gold["trigger"], *row["sents"][gold["sentence"]])
    end = start + len(gold["trigger"])
    hits = [held for held in readings if held.candidate.start < end and held.candidate.end > start]
    hits.sort(key=lambda held: (held.decision.event_type == gold["type"], held.certainty), reverse=True)
    if not hits:
        inside = [token for token in drafter.tree.tokens if token.start < end and token.end > start]
        top = [token for token in inside if token.head == token.i or drafter.tree.tokens[token.head] not in inside]
        found = next((token for token in [*top, *inside] if token.pos in _CONTENT), None)
        if found is None:
            return None
        option = Option(trigger=_invented(gold["type"], _CONTENT[found.pos]), matched=(found.i,))
        candidate = Candidate(
            sentence=found.sentence,
            head=found.i,
            first=found.i,
            last=found.i + 1,
            start=found.start,
            end=found.end,
            options=(option,),
        )
        hits = list(drafter.sketches_of(candidate, None))
    return dataclasses.replace(hits[0], decision=dataclasses.replace(hits[0].decision, event_type=gold["type"]))


def _invented(event_type: str, part: Part) -> Trigger:
    """An entry with the slots that most entries of the type and part have."""
    like = [held for held in lexicon() if held.event_type == event_type and held.part is part]
    like = like or [held for held in lexicon() if held.event_type == event_type]
    (actor, recipient, reciprocal), _ = Counter((t.actor, t.recipient, t.reciprocal) for t in like).most_common(1)[0]
    return dataclasses.replace(
        like[0],
        head="",
        words=(),
        actor=actor,
        recipient=recipient,
        reciprocal=reciprocal,
        constraints=(),
        part=part,
        specificity=0.0,
    )


class Labels:
    """Says how right each figure of one document is, by what the resolver makes of it."""

    def __init__(self, document: Document, annotations: Annotations, drafter: Drafter) -> None:
        self._document, self._annotations, self._drafter = document, annotations, drafter
        self._resolver = ActorResolver()
        self._held: dict[tuple[int, bool], list[dict[str, Any]]] = {}

    def of(self, figures: Sequence[Figure], sentence: int, gold: Sequence[dict[str, Any]]) -> list[float]:
        """One value a figure, and last that of nobody."""
        found = [self._one(figure, sentence, gold) for figure in figures]
        if SAME_WORDS in found:
            found = [0.0 if v < SAME_WORDS and f.sort == "place" else v for v, f in zip(found, figures, strict=True)]
        return [*found, 0.0 if gold else 1.0]

    def _one(self, figure: Figure, sentence: int, gold: Sequence[dict[str, Any]]) -> float:
        """How right a figure is; places that only lie in the right country are put right by ``of``."""
        token = self._drafter.tree.tokens[figure.i]
        here = token.sentence == sentence
        if not gold or not same_party(gold, self._rows(figure.i, here)):
            return 0.0
        return SAME_WORDS if here and any(token.text in (party["text"] or "") for party in gold) else SAME_PARTY

    def _rows(self, i: int, here: bool) -> list[dict[str, Any]]:
        if (i, here) not in self._held:
            self._held[i, here] = []
            for each in self._drafter.parties.parties(i, i):
                party = each if here else dataclasses.replace(each, evidence=None)
                found = self._resolver.resolve(self._document, self._annotations, party)
                self._held[i, here].append({"name": found.name, "country": found.country})
        return self._held[i, here]
