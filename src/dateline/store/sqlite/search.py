"""What a person types, as an FTS5 expression (https://www.sqlite.org/fts5.html#full_text_query_syntax)."""

from __future__ import annotations

import re

from dateline.errors import UsageError
from dateline.store.sqlite.rowing import storable

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')


def match_expression(words: str) -> str:
    """All of the words must stand in the text; ``"a phrase"`` stays together, ``begin*`` is a prefix.

    Nothing that is typed is an operator, so that no input is a syntax error.

    Raises:
        UsageError: there is no word in it.
    """
    terms = []
    for phrase, word in _TERM.findall(storable(words).replace("\0", " ")):
        prefix = "*" if word.endswith("*") else ""
        term = (phrase or word).strip("*")
        if re.search(r"\w", term):
            terms.append(f'"{term}"{prefix}')
    if not terms:
        raise UsageError(f"cannot search for {words!r}", "there is no word in it")
    return " ".join(terms)
