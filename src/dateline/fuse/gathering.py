"""Around a new report: the tellings that may be one event with it, found without reading the others.

Which tellings are one event depends only on which of them match. So events change only within the groups of tellings
that matches hold together, and it is enough to fuse those groups anew: the result is that of fusing everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.fuse.blocking import block_keys
from dateline.fuse.compare import compare
from dateline.fuse.telling import Telling, as_judged, edges_of
from dateline.model.judged import UNJUDGED, Judged

#: Gives the tellings filed under any of these keys.
Fellows = Callable[[Iterable[str]], Iterable[Telling]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A telling as the store files it.

    Attributes:
        id: Of its first mention.
        mentions: Ids, in text order.
        keys: Under which others that may tell the same find it; none for one too vague to be fused.
    """

    id: str
    document_id: str
    mentions: tuple[str, ...]
    keys: tuple[str, ...]


def file(telling: Telling, judged: Judged = UNJUDGED) -> Filed:
    """How a telling is filed, in the light of judgements."""
    keys = block_keys(as_judged(telling, judged) if judged.taken_for else telling)
    return Filed(
        id=telling.id,
        document_id=telling.document_id,
        mentions=tuple(mention.id for mention in telling.mentions),
        keys=(
            *sorted(f"{kind}|{reality}|{day.isoformat()}|{token}" for kind, reality, token, day in keys),
            *sorted(f"judged|{edge.judgement}" for edge in edges_of(telling, judged.one_event)),
        ),
    )


def _match(mine: Telling, other: Telling, judged: Judged) -> bool:
    return other.document_id != mine.document_id and compare(mine, as_judged(other, judged), judged) is not None


def _judged_one(mine: Telling, other: Telling, judged: Judged) -> bool:
    return bool(edges_of(mine, judged.one_event) & edges_of(other, judged.one_event))


def gather(seeds: Iterable[Telling], fellows: Fellows, judged: Judged = UNJUDGED) -> list[Telling]:
    """The seeds and every telling that matches hold together with them, each once.

    Args:
        seeds: New or changed tellings, and those that were one event with what is gone.
        fellows: How to find tellings by key.
        judged: Which entities are taken for which.
    """
    found = {telling.id: telling for telling in seeds}
    waiting = list(found.values())
    while waiting:
        telling = waiting.pop()
        keys = file(telling, judged).keys
        if not keys:
            continue
        mine = as_judged(telling, judged)
        for other in fellows(keys):
            if other.id in found:
                continue
            if _judged_one(telling, other, judged) or _match(mine, other, judged):
                found[other.id] = other
                waiting.append(other)
    return list(found.values())
