"""History: acts that lie more than a year before the report."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property

from dateline.coding.tree import Tree
from dateline.vocab.cues import cue_lists

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)(?:s\b|\b)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(r"\b(" + "|".join(_MONTHS) + r")[a-z]*\b", re.IGNORECASE)
_RECENT = re.compile(r" in the past (?:few|couple|two|three|several|year|month|week|day|hour|\d)")
_MODERN = 2000
"""Without a report date, years before this lie long back."""
_YEAR_LONG = 13
"""Months from which on an act lies long back."""
_STOPS = frozenset({"ccomp", "relcl", "advcl", "acl", "conj", "parataxis"})
_OPEN_START = frozenset({"since", "from", "by", "after"})
_CARRIED = 4
"""Sentences over which a year is carried on in a narrative."""
_SAME_TIME = frozenset({"when", "while", "because", "since", "as"})
"""Marks of clauses whose date is that of the clause above."""
_AGO = re.compile(
    r"\b(?:(?:several|many|two|three|four|five|six|seven|eight|nine|ten|\d+) years (?:ago|earlier|before)"
    r"|previous (?:several|two|three|four|five|ten|\d+) years|decades? (?:ago|earlier)|last century)\b",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|now|currently|recent\w*|this|last|next|ago|past|coming|previous\w*|since"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Words of times that hang on the day of the report."""
_OPEN_TEXT = re.compile(r"^(?:since|from|after|by) ", re.IGNORECASE)


class History:
    """Says of a trigger why it lies long back.

    Args:
        tree: The document's tree.
        published: Day of the report, or None.
    """

    def __init__(self, tree: Tree, published: dt.date | None) -> None:
        self._tree = tree
        self._published = published
        self._phrases = cue_lists("modality")["long_back"]

    def reason(self, head: int, verb: int | None) -> str:
        """Why the act at ``head`` lies long back, in one sentence; "" when nothing says so."""
        for anchor in self._anchors(head, verb):
            times = self._times_at(anchor)
            if times and all(self._is_old(text) for text in times):
                return f"“{times[0]}” lies more than a year before the report"
        if self._tree.tokens[head].sentence in self._phrased:
            clause = self._clause_text(verb if verb is not None else head)
            phrase = next((held for held in self._phrases if f" {held} " in clause), None)
            if phrase and not _RECENT.search(clause):
                return f"“{phrase}” lies long back"
        centre = verb if verb is not None else head
        return self._described(head) or self._inherited(centre) or self._carried(centre)

    def _described(self, head: int) -> str:
        """Why a noun is old by a clause that describes it ("sanctions imposed in 2012"); "" when none says so."""
        tree = self._tree
        for clause in tree.having(head, "acl", "relcl") if tree.tokens[head].pos == "NOUN" else ():
            times = self._times_at(clause)
            if times and all(self._is_old(text) for text in times):
                return f"“{times[0]}” lies more than a year before the report"
        return ""

    def _inherited(self, centre: int) -> str:
        """Why a clause around the act puts it long back ("the 1989 crackdown, in which troops fired").

        "" where the act has a date of its own.
        """
        tree = self._tree
        at = centre
        while (token := tree.tokens[at]).head != at and not self._is_present(at):
            if any(self._covering.get(c) for c in tree.children[at]):
                break
            above = token.head
            noun = tree.tokens[above].pos in {"NOUN", "PROPN"}
            if token.dep in {"relcl", "acl"} and noun and not self._inside(at):
                break
            times = self._times_at(above) if not noun or token.dep in {"relcl", "acl"} else []
            if times and all(self._is_old(text) for text in times) and not self._is_present(above):
                return f"it belongs to what happened at “{times[0]}”"
            at = above
        return ""

    def _is_present(self, i: int) -> bool:
        """Whether a verb stands in the present or with a modal."""
        tokens = self._tree.tokens
        tags = {tokens[i].tag, *(tokens[c].tag for c in self._tree.having(i, "aux", "auxpass"))}
        return not tags.isdisjoint({"VBZ", "VBP", "MD"})

    def _inside(self, clause: int) -> bool:
        """Whether a relative clause happens within what its noun names: "in which", "when", "where"."""
        tree = self._tree
        if any(tree.tokens[c].lemma in {"when", "where", "during"} for c in tree.having(clause, "advmod", "prep")):
            return True
        preps = tree.having(clause, "prep")
        return any(tree.tokens[n].lemma == "which" for c in preps for n in tree.having(c, "pobj", "pcomp"))

    def _anchors(self, head: int, verb: int | None) -> list[int]:
        """Where the act's date may hang: on the trigger, on its verb, on the verb that it is joined to."""
        tree = self._tree
        anchors = [head]
        carrier = verb if verb is not None else tree.governor(head)
        while carrier is not None and carrier not in anchors:
            anchors.append(carrier)
            carrier = tree.tokens[carrier].head if tree.tokens[carrier].dep == "conj" else None
        centre = verb if verb is not None else head
        if tree.tokens[centre].tag in {"VBD", "VBN"}:
            anchors.extend(c for c in tree.having(centre, "advcl") if self._marked(c))
        return anchors

    def _marked(self, clause: int) -> bool:
        """Whether a clause tells of the time of the one above."""
        return any(self._tree.tokens[c].lemma in _SAME_TIME for c in self._tree.having(clause, "mark", "advmod"))

    def _is_old(self, text: str) -> bool:
        """Whether a time expression with a year lies more than a year back."""
        years = [int(year) for year in _YEAR.findall(text)]
        if not years:
            return _AGO.search(text) is not None
        if self._published is None:
            return max(years) < _MODERN
        month = _MONTH.search(text)
        if month is None:
            return max(years) < self._published.year - 1
        index = _MONTHS.index(month.group(1).lower()) + 1
        return (self._published.year - max(years)) * 12 + self._published.month - index >= _YEAR_LONG

    def _times_at(self, anchor: int) -> list[str]:
        """Time expressions with a year that hang on a token directly or through a preposition."""
        tree = self._tree
        found: list[int] = []
        for c in tree.children[anchor]:
            token = tree.tokens[c]
            if token.dep in {"nummod", "npadvmod", "amod", "compound", "nmod"}:
                found.append(c)
            elif token.dep == "prep" and token.lemma not in _OPEN_START:
                for noun in tree.having(c, "pobj"):
                    found.extend((noun, *tree.having(noun, "nummod", "npadvmod")))
            elif token.dep in {"dobj", "nsubjpass"} and tree.tokens[anchor].pos == "VERB":
                found.extend(tree.prepositional(c, "in"))
        return [text for i in found for text in (self._text_at(i),) if _YEAR.search(text) or _AGO.search(text)]

    def _text_at(self, i: int) -> str:
        """The time expression that covers a token, or the token itself."""
        return self._covering.get(i, self._tree.tokens[i].text)

    @cached_property
    def _covering(self) -> dict[int, str]:
        """Token → time expression with a year that covers it."""
        found: dict[int, str] = {}
        tokens = self._tree.tokens
        at = 0
        for time in self._tree.annotations.times:
            while at < len(tokens) and tokens[at].start < time.start:
                at += 1
            i = at
            while i < len(tokens) and tokens[i].start < time.end:
                found[i] = time.text
                i += 1
        return found

    @cached_property
    def _sentence_times(self) -> dict[int, list[str]]:
        """Sentence → its time expressions."""
        found: dict[int, list[str]] = {}
        for i, text in self._covering.items():
            found.setdefault(self._tree.tokens[i].sentence, []).append(text)
        return found

    @cached_property
    def _phrased(self) -> frozenset[int]:
        """Sentences that may hold one of the phrases: all words of it occur."""
        found: set[int] = set()
        tokens = self._tree.tokens
        for index, sentence in enumerate(self._tree.annotations.sentences):
            words = {tokens[i].text.lower() for i in range(sentence.first, sentence.last)}
            if any(words.issuperset(phrase.split()) for phrase in self._phrases):
                found.add(index)
        return frozenset(found)

    def _carried(self, centre: int) -> str:
        """A narrative goes on: past tense without a date of its own, behind sentences with old dates only.

        Times that fit any day ("at midnight", "late in February") neither date a sentence nor end the narrative.
        """
        above = self._tree.governor(centre) if self._tree.tokens[centre].pos == "NOUN" else None
        centre = centre if above is None else above
        token = self._tree.tokens[centre]
        if token.tag not in {"VBD", "VBN"} or self._dated(token.sentence):
            return ""
        if any(self._tree.tokens[c].tag in {"VBZ", "VBP", "MD"} for c in self._tree.having(centre, "aux", "auxpass")):
            return ""
        for back in range(1, _CARRIED + 1):
            times = self._dated(token.sentence - back)
            if any(_OPEN_TEXT.match(text) for text in times):
                return ""
            if times:
                old = all(self._is_old(text) for text in times)
                return f"the narrative is still at “{times[0]}”" if old else ""
        return ""

    def _dated(self, sentence: int) -> list[str]:
        """The times of a sentence that tell the day or the year."""
        return [text for text in self._sentence_times.get(sentence, ()) if not self._is_any_day(text)]

    @staticmethod
    def _is_any_day(text: str) -> bool:
        """Whether a time names neither a year nor a day that hangs on the day of the report."""
        return not _YEAR.search(text) and not _AGO.search(text) and not _NEAR.search(text)

    def _clause_text(self, centre: int) -> str:
        """The words of the clause around a verb, in lower case, with a space at both ends."""
        tree = self._tree
        found, queue = [], [centre]
        while queue:
            at = queue.pop()
            found.append(at)
            queue.extend(c for c in tree.children[at] if tree.tokens[c].dep not in _STOPS)
        return " " + " ".join(tree.tokens[i].text.lower() for i in sorted(found)) + " "
