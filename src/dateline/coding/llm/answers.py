"""Answers: the model's words as proposals of the right shape and vocabulary; nothing is believed yet."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.coding.llm.trouble import Trouble
from dateline.model import Modality
from dateline.vocab.event_types import event_types

#: Mentions of one answer beyond which nothing is read.
MOST_MENTIONS = 200
#: Parties of one side beyond which nothing is read.
MOST_PARTIES = 20
_FENCE = re.compile(r"\A```[a-zA-Z]*\s*(.*?)\s*```\Z", re.DOTALL)
_NO_MENTIONS = "the answer has no list of mentions"


class Rejected(Exception):
    """A proposed mention that is refused; the message is the reason that is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A party as the model puts it."""

    text: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A mention as the model puts it: shape, type and modality are right, its quotes are unchecked.

    Attributes:
        mode: Of the type, or None.
        certainty: Any finite number, or None.
    """

    sentence: int
    trigger: str
    event_type: str
    mode: str | None
    modality: Modality
    actors: tuple[Said, ...]
    recipients: tuple[Said, ...]
    when: str | None
    where: str | None
    attributed_to: str | None
    certainty: float | None


def read_answer(content: str) -> list[Any]:
    """The list of mentions in an answer; reasoning before it and a code fence around it are taken off.

    Raises:
        Trouble: it is no JSON object with a list of mentions.
    """
    text = content.rpartition("</think>")[2].strip()
    fenced = _FENCE.match(text)
    try:
        told = json.loads(fenced[1] if fenced else text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Trouble("the answer holds no JSON", "use a model that can answer in JSON") from error
    mentions = told.get("mentions") if isinstance(told, dict) else None
    if not isinstance(mentions, list):
        raise Trouble(_NO_MENTIONS, "use a model that can answer in JSON")
    return mentions


def proposal(item: Any, dropped: Counter[str]) -> Proposal:
    """One item of the list as a proposal.

    Args:
        item: The item.
        dropped: Where parts that are left out are counted.

    Raises:
        Rejected: it has not the shape of a mention, or its type or modality is not in the vocabulary.
    """
    if not isinstance(item, Mapping):
        raise Rejected("no object")
    sentence, trigger = item.get("sentence"), _text(item.get("trigger"))
    if not isinstance(sentence, int) or isinstance(sentence, bool):
        raise Rejected("no sentence number")
    if trigger is None:
        raise Rejected("no trigger")
    event_type, modality = item.get("event_type"), item.get("modality")
    if not isinstance(event_type, str) or event_type not in event_types():
        raise Rejected("type outside the vocabulary")
    if not isinstance(modality, str) or modality not in set(Modality):
        raise Rejected("modality outside the vocabulary")
    return Proposal(
        sentence=sentence,
        trigger=trigger,
        event_type=event_type,
        mode=_mode(item.get("mode"), event_type, dropped),
        modality=Modality(modality),
        actors=_parties(item.get("actors"), dropped),
        recipients=_parties(item.get("recipients"), dropped),
        when=_text(item.get("when")),
        where=_text(item.get("where")),
        attributed_to=_text(item.get("attributed_to")),
        certainty=_certainty(item.get("certainty")),
    )


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _text(value: Any) -> str | None:
    """A string with something in it, or None."""
    return value if isinstance(value, str) and value.strip() else None


def _mode(value: Any, event_type: str, dropped: Counter[str]) -> str | None:
    if value is None or value in event_types()[event_type].modes:
        return value if isinstance(value, str) else None
    dropped["mode outside the vocabulary"] += 1
    return None


def _parties(value: Any, dropped: Counter[str]) -> tuple[Said, ...]:
    items = value if isinstance(value, list) else []
    if value is not None and not isinstance(value, list):
        dropped["parties that are no list"] += 1
    if len(items) > MOST_PARTIES:
        dropped["too many parties"] += len(items) - MOST_PARTIES
    said = []
    for item in items[:MOST_PARTIES]:
        held = {"text": item} if isinstance(item, str) else item if isinstance(item, Mapping) else {}
        party = Said(text=_text(held.get("text")), name=_text(held.get("name")))
        if party.text is None and party.name is None:
            dropped["party without words"] += 1
        else:
            said.append(party)
    return tuple(said)


def _certainty(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
