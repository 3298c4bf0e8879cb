"""Articles to stories: which of them report the same thing, from their words and days alone.

``terms`` reads the words of an article, ``similarity`` finds articles with words in common, ``linkage`` groups them,
``grouping`` puts the three together.
"""

from __future__ import annotations

from dateline.fuse.stories.grouping import Article, Story, stories

__all__ = ["Article", "Story", "stories"]
