"""Modality: whether the words say that the act happened, will, might, did not, or lies long back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.coding.tree import Tree
from dateline.model import Evidence, Modality
from dateline.vocab.cues import cue_lists

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_AGO = re.compile(r"\b(?:(\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some)\s+)?(years|decades|centuries)\s+(?:ago|earlier|before)\b", re.I)
_MATRIX_DEPS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A modality with the words that decided.

    Attributes:
        modality: The reading.
        reason: Why, in one sentence; empty for plain assertion.
        denied_future: "will not", "cannot", "refuses": an unwillingness rather than a fact.
    """

    modality: Modality
    reason: str = ""
    denied_future: bool = False


class ModalityReader:
    """Reads the modality of triggers of one document.

    Args:
        tree: The document's tree.
        published_year: Year of the report, or None.
        times: The document's time expressions.
    """

    def __init__(self, tree: Tree, published_year: int | None, times: tuple[Evidence, ...]) -> None:
        self._tree = tree
        self._year = published_year
        self._times = times
        self._cues = cue_lists("modality")

    def read(self, head: int) -> Reading:
        """The modality of the act at token ``head``."""
        verb = self._verb(head)
        words = self._auxiliaries(verb) if verb is not None else {}
        negation = self._negation(head, verb)
        future = next((w for w in words if w in self._cues["future_aux"]), None)
        possible = next((w for w in words if w in self._cues["hypothetical_aux"]), None)
        matrix = self._matrix(verb if verb is not None else head)
        if negation:
            unwilling = future is not None or possible in {"can", "would", "could"} or (
                verb is not None and self._present(verb, words)
            )
            return Reading(modality=Modality.NEGATED, reason=f"“{negation}” denies it", denied_future=unwilling)
        historical = self._historical(head, verb)
        if historical:
            return Reading(modality=Modality.HISTORICAL, reason=historical)
        condition = self._condition(verb if verb is not None else head)
        if condition:
            return Reading(modality=Modality.HYPOTHETICAL, reason=f"it depends on “{condition}”")
        if future:
            return Reading(modality=Modality.FUTURE, reason=f"“{future}” puts it into the future")
        if possible:
            return Reading(modality=Modality.HYPOTHETICAL, reason=f"“{possible}” leaves it open")
        if matrix is not None:
            return matrix
        return self._modifiers(head)

    def _verb(self, head: int) -> int | None:
        """The verb that carries tense: the trigger itself, its copula, or the verb a noun completes."""
        token = self._tree.tokens[head]
        if token.pos in {"VERB", "AUX"}:
            return head
        if token.dep in {"acomp", "attr", "dobj", "nsubjpass", "oprd"} or (token.dep == "nsubj" and self._occurs(token.head)):
            return token.head
        return None

    def _occurs(self, verb: int) -> bool:
        return self._tree.tokens[verb].lemma in {"take", "begin", "start", "occur", "happen", "be", "continue", "end", "resume"}

    def _auxiliaries(self, verb: int) -> dict[str, int]:
        """Auxiliaries of a verb, or of the verb it is joined to when it has none."""
        tree = self._tree
        found = {tree.tokens[c].lemma: c for c in tree.having(verb, "aux", "auxpass")}
        found |= {tree.tokens[c].text.lower(): c for c in tree.having(verb, "aux")}
        token = tree.tokens[verb]
        if not found and token.dep == "conj" and tree.child(verb, "nsubj", "nsubjpass") is None and token.tag in {"VB", "VBN"}:
            return self._auxiliaries(token.head) if token.head != verb else {}
        going = tree.tokens[token.head]
        if token.dep == "xcomp" and going.lemma == "go" and going.tag == "VBG":
            found["will"] = going.i
        return found

    def _negation(self, head: int, verb: int | None) -> str:
        tree = self._tree
        for i in dict.fromkeys((head, verb if verb is not None else head)):
            for c in tree.having(i, "neg"):
                return tree.tokens[c].text
            for c in tree.having(i, "det", "preconj", "advmod"):
                if tree.tokens[c].lemma in {"no", "never", "neither", "hardly"} and i == head:
                    return tree.tokens[c].text
        token = tree.tokens[head]
        if token.dep in {"pcomp", "pobj"} and tree.tokens[token.head].lemma == "without":
            return tree.tokens[token.head].text
        if token.dep == "xcomp" and tree.tokens[token.head].lemma in {"fail", "refuse", "decline", "unable"}:
            return tree.tokens[token.head].text
        return ""

    def _present(self, verb: int, words: dict[str, int]) -> bool:
        """Whether a negated verb stands in the present: "does not recognise"."""
        return any(self._tree.tokens[c].tag in {"VBZ", "VBP"} and self._tree.tokens[c].lemma == "do" for c in words.values())

    def _historical(self, head: int, verb: int | None) -> str:
        tree = self._tree
        start, end = self._clause(head, verb)
        text = " ".join(tree.tokens[i].text for i in range(start, end))
        ago = _AGO.search(text)
        if ago:
            return f"“{ago.group(0)}” lies long back"
        years = [int(year) for year in _YEAR.findall(text)]
        if years and self._year is not None and max(years) < self._year - 1:
            return f"the year {max(years)} lies more than a year before the report"
        if years and self._year is None and max(years) < 2000:
            return f"the year {max(years)} lies long back"
        return ""

    def _clause(self, head: int, verb: int | None) -> tuple[int, int]:
        """Token range of the trigger's clause: its verb's dependents that are no clauses of their own."""
        tree = self._tree
        centre = verb if verb is not None else head
        first = last = centre
        queue = [centre, head]
        while queue:
            at = queue.pop()
            first, last = min(first, at), max(last, at)
            for c in tree.children[at]:
                dep = tree.tokens[c].dep
                if dep not in {"ccomp", "relcl", "conj", "parataxis", "acl"} and not (dep == "advcl" and at == centre):
                    queue.append(c)
        sentence = tree.annotations.sentences[tree.tokens[head].sentence]
        return max(first, sentence.first), min(last + 1, sentence.last)

    def _condition(self, i: int) -> str:
        """A conditional mark on the clause of the act or the one above it."""
        tree = self._tree
        for at in (i, *list(tree.ancestors(i))[:3]):
            for c in tree.having(at, "mark", "advmod"):
                if tree.tokens[c].lemma in self._cues["conditions"] and tree.tokens[c].lemma != "until":
                    return tree.tokens[c].text
            if tree.tokens[at].dep in {"advcl", "ROOT", "relcl"}:
                break
        return ""

    def _matrix(self, i: int) -> Reading | None:
        """What the verb or noun above makes of an infinitive or gerund."""
        tree = self._tree
        token = tree.tokens[i]
        if token.dep not in _MATRIX_DEPS and token.dep not in {"pobj", "dobj"}:
            return None
        above = tree.tokens[token.head]
        if above.pos == "ADP":
            above = tree.tokens[above.head]
        bare = token.pos in {"VERB", "AUX"} and (token.tag == "VBG" or any(tree.tokens[c].tag == "TO" for c in tree.having(i, "aux")))
        if above.lemma in self._cues["future_matrix"] and bare:
            return Reading(modality=Modality.FUTURE, reason=f"“{above.text}” puts it into the future")
        if above.lemma in self._cues["hypothetical_matrix"] and (bare or above.lemma in {"consider", "weigh", "mull", "contemplate", "threaten"}):
            return Reading(modality=Modality.HYPOTHETICAL, reason=f"“{above.text}” leaves it open")
        if above.lemma == "be" and bare and token.dep == "xcomp" and tree.child(i, "aux") is not None:
            return Reading(modality=Modality.FUTURE, reason="“be to” puts it into the future")
        if bare and above.pos == "NOUN" and above.lemma in {"plan", "decision", "intention", "effort", "attempt", "bid", "proposal", "threat", "vow", "promise", "pledge", "offer"}:
            held = Modality.FUTURE if above.lemma in {"plan", "decision", "intention", "promise", "pledge", "vow"} else Modality.HYPOTHETICAL
            return Reading(modality=held, reason=f"“{above.text}” leaves it open")
        return None

    def _modifiers(self, head: int) -> Reading:
        tree = self._tree
        for c in tree.having(head, "amod", "det", "compound"):
            lemma = tree.tokens[c].lemma
            form = tree.tokens[c].text.lower()
            if form in self._cues["future_modifiers"] or lemma in self._cues["future_modifiers"]:
                return Reading(modality=Modality.FUTURE, reason=f"“{form}” puts it into the future")
            if form in self._cues["hypothetical_modifiers"]:
                return Reading(modality=Modality.HYPOTHETICAL, reason=f"“{form}” leaves it open")
        return Reading(modality=Modality.ASSERTED)
