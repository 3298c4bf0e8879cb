"""Articles to stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from dateline.fuse.stories.linkage import Joined, link
from dateline.fuse.stories.similarity import Likeness, TermIndex
from dateline.fuse.stories.terms import terms

#: Groups of articles are one story while they are alike on average by this much. Chosen on the training and
#: development part of ECB+ alone and mixed with other news, for few false merges (docs/design/fusion.md).
LEAST = 0.25
#: Likenesses below this are taken for none.
_KEPT = 0.08
#: Articles published further apart are never of one story.
LONGEST_DAYS = 14


class Article(Protocol):
    """What grouping reads of a document."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def published(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that report the same thing.

    Attributes:
        documents: Their ids: by day of publication, undated ones last, then id.
        words: The terms that two or more of them share and that make them alike, weightiest first.
        likeness: The average likeness at which the last of them joined, 1 for a single article.
    """

    documents: tuple[str, ...]
    words: tuple[str, ...]
    likeness: float


def stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Group articles into stories; the same groups in whatever order the articles come.

    Args:
        articles: Each with an id of its own. Their texts are read once; memory grows with the number of pairs that
            resemble each other, not with the square of the number of articles.

    Returns:
        Every article in exactly one story, by first article; a story of one article is one too.
    """
    told = sorted(articles, key=_order)
    index = TermIndex([terms(article.text) for article in told])
    groups, joins = link(len(told), _near(index.likenesses(_KEPT), told), LEAST)
    return tuple(_story(group, joins, told, index) for group in groups)


def _order(article: Article) -> tuple[dt.date, str]:
    return (article.published or dt.date.max, article.id)


def _near(pairs: Iterable[Likeness], told: Sequence[Article]) -> Iterable[Likeness]:
    days = [article.published for article in told]
    for pair in pairs:
        one, other = days[pair.left], days[pair.right]
        if one is None or other is None or abs((other - one).days) <= LONGEST_DAYS:
            yield pair


def _story(group: list[int], joins: Sequence[Joined], told: Sequence[Article], index: TermIndex) -> Story:
    inside = set(group)
    likeness = min((join.likeness for join in joins if join.left in inside), default=1.0)
    words = list(dict.fromkeys(word for pair in combinations(group[:4], 2) for word in index.shared(*pair, most=4)))
    return Story(documents=tuple(told[number].id for number in group), words=tuple(words[:8]), likeness=likeness)
