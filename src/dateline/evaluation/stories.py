"""Score stories against annotated ones: ``dateline eval stories GOLD``.

GOLD is JSON lines with ``id``, ``text`` and the story in ``subtopic`` (or ``story``); rows without one are
distractors, which belong with no other row. ``published`` is read when it is there. Nothing but text and day is used.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import RecordError
from dateline.evaluation.grouping import Grouping, score_groups
from dateline.evaluation.passages import read_rows
from dateline.fuse.stories import stories

_LABELS = ("subtopic", "story")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    id: str
    text: str
    published: dt.date | None


def evaluate_stories(gold: Path) -> tuple[Grouping, dict[str, int]]:
    """Group the articles of a file and score the groups.

    Returns:
        The figures, and the number of the group of each article by its id.

    Raises:
        RecordError: a row without ``id`` or ``text``, two rows of one id, or no row with a story.
    """
    articles, labels = [], {}
    for number, row in enumerate(read_rows(gold), start=1):
        if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
            raise RecordError(f"{gold} line {number}", 'expected "id" and "text"')
        if row["id"] in labels:
            raise RecordError(f"{gold} line {number}", f"a second row with id {row['id']!r}")
        labels[row["id"]] = next((row[key] for key in _LABELS if row.get(key) is not None), None)
        published = dt.date.fromisoformat(row["published"][:10]) if row.get("published") else None
        articles.append(_Article(id=row["id"], text=row["text"], published=published))
    if all(label is None for label in labels.values()):
        raise RecordError(str(gold), f"no row has a story under {' or '.join(_LABELS)}")
    found = {key: number for number, story in enumerate(stories(articles)) for key in story.documents}
    return score_groups(labels, found), found
