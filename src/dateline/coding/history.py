"""History: acts that lie more than a year before the report."""

from __future__ import annotations

import re

from dateline.coding.tree import Tree
from dateline.vocab.cues import cue_lists

_YEAR = re.compile(r"^(1[5-9]\d\d|20\d\d)(?:s)?$")
_MODERN = 2000
"""Without a report date, years before this lie long back."""
_STOPS = frozenset({"ccomp", "relcl", "advcl", "acl", "conj", "parataxis"})


class History:
    """Says of a trigger why it lies long back.

    Args:
        tree: The document's tree.
        published_year: Year of the report, or None.
    """

    def __init__(self, tree: Tree, published_year: int | None) -> None:
        self._tree = tree
        self._year = published_year
        self._phrases = cue_lists("modality")["long_back"]

    def reason(self, head: int, verb: int | None) -> str:
        """Why the act at ``head`` lies long back, in one sentence; "" when nothing says so."""
        years = [year for anchor in dict.fromkeys((head, verb or head)) for year in self._years(anchor)]
        limit = self._year - 1 if self._year is not None else _MODERN
        if years and max(years) < limit:
            return f"the year {max(years)} lies more than a year before the report"
        clause = self._clause_text(verb if verb is not None else head)
        phrase = next((held for held in self._phrases if f" {held} " in clause), None)
        return f"“{phrase}” lies long back" if phrase else ""

    def _years(self, anchor: int) -> list[int]:
        """Years that hang on a token directly or through a preposition, not on another noun in between."""
        tree = self._tree
        found: list[int] = []
        for c in tree.children[anchor]:
            token = tree.tokens[c]
            if token.dep in {"nummod", "npadvmod", "amod", "compound", "nmod"}:
                found.extend(self._year_at(c))
            elif token.dep == "prep" and token.lemma not in {"since", "from", "by", "after"}:
                for noun in tree.having(c, "pobj"):
                    found.extend(self._year_at(noun))
                    found.extend(
                        year for part in tree.having(noun, "nummod", "prep", "npadvmod") for year in self._year_at(part)
                    )
            elif token.dep in {"dobj", "nsubjpass"} and tree.tokens[anchor].pos == "VERB":
                for below in tree.having(c, "prep"):
                    if tree.tokens[below].lemma == "in":
                        found.extend(year for noun in tree.having(below, "pobj") for year in self._year_at(noun))
        return found

    def _year_at(self, i: int) -> list[int]:
        match = _YEAR.match(self._tree.tokens[i].text)
        return [int(match.group(1))] if match else []

    def _clause_text(self, centre: int) -> str:
        """The words of the clause around a verb, in lower case, with a space at both ends."""
        tree = self._tree
        found, queue = [], [centre]
        while queue:
            at = queue.pop()
            found.append(at)
            queue.extend(c for c in tree.children[at] if tree.tokens[c].dep not in _STOPS)
        return " " + " ".join(tree.tokens[i].text.lower() for i in sorted(found)) + " "
