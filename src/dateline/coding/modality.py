"""Modality: whether the words say that the act happened, will, might, did not, or lies long back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.coding.history import History
from dateline.coding.negation import negation_of
from dateline.coding.speakers import Speakers
from dateline.coding.tree import Tree
from dateline.model import Modality
from dateline.vocab.cues import cue_lists

_CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
_ASKING = frozenset({"ask", "call"})
"""Verbs that ask for what stands behind "for" and nothing else: "asked about the raid", "called the raid illegal"."""
_UNWILLING = frozenset({"can", "could", "would"})
_UNSURE = frozenset({"could", "may", "might"})
_NO_CONTENT = frozenset(
    {"in", "at", "during", "after", "before", "by", "with", "amid", "since", "until", "despite", "as"}
)
"""Prepositions behind which stands no content of the verb above: "demanded in a telephone conversation"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A modality with the words that decided.

    Attributes:
        modality: The reading.
        reason: Why, in one sentence; empty for plain assertion.
        unwilling: "will not", "cannot", "does not": an unwillingness rather than a fact.
        uttered: The act is told in somebody's words, so that a promise or threat in it has been made.
        promised: The word above promises it: "agreed to meet".
    """

    modality: Modality
    reason: str = ""
    unwilling: bool = False
    uttered: bool = False
    promised: bool = False


class ModalityReader:
    """Reads the modality of the triggers of one document.

    Args:
        tree: The document's tree.
        speakers: Who says what.
        published: Day of the report, or None.
    """

    def __init__(self, tree: Tree, speakers: Speakers, published: dt.date | None) -> None:
        self._tree = tree
        self._speakers = speakers
        self._history = History(tree, published)
        self._cues = cue_lists("modality")

    def read(self, head: int, words: frozenset[int] = frozenset()) -> Reading:
        """The modality of the act at token ``head``.

        Args:
            head: Head of the trigger.
            words: The trigger's tokens: a "not" among them belongs to what the words say ("will not tolerate").
        """
        uttered = self._speakers.quotation_at(self._tree.tokens[head].start) is not None
        verb = self._tense_verb(head)
        auxiliaries = self._auxiliaries(verb) if verb is not None else {}
        negation = negation_of(self._tree, head, verb, words)
        if negation:
            unwilling = not auxiliaries.keys().isdisjoint(self._cues["future_auxiliaries"] | _UNWILLING)
            unwilling = unwilling or self._present(auxiliaries)
            reason = f"“{negation}” denies it"
            return Reading(modality=Modality.NEGATED, reason=reason, unwilling=unwilling, uttered=uttered)
        long_back = self._history.reason(head, verb)
        if long_back:
            return Reading(modality=Modality.HISTORICAL, reason=long_back, uttered=uttered)
        modality, reason = self._open(head, verb, auxiliaries, uttered=uttered)
        promised = modality is Modality.FUTURE and self._promised(verb if verb is not None else head)
        return Reading(modality=modality, reason=reason, uttered=uttered, promised=promised)

    def _open(self, head: int, verb: int | None, words: dict[str, int], *, uttered: bool) -> tuple[Modality, str]:
        """Future, hypothetical or asserted."""
        centre = verb if verb is not None else head
        condition = self._condition(centre)
        if condition:
            return Modality.HYPOTHETICAL, f"it depends on “{condition}”"
        if self._announced(centre):
            return Modality.FUTURE, "the infinitive of a headline puts it into the future"
        future = next((word for word in words if word in self._cues["future_auxiliaries"]), None)
        if future:
            return Modality.FUTURE, f"“{future}” puts it into the future"
        possible = next((word for word in words if word in self._cues["hypothetical_auxiliaries"]), None)
        if possible and self._tree.tokens[centre].lemma not in self._cues["polite"]:
            if possible == "would" and uttered:
                return Modality.FUTURE, "“would” in reported words puts it into the future"
            return Modality.HYPOTHETICAL, f"“{possible}” leaves it open"
        return self._matrix(centre) or self._modifiers(head)

    def _tense_verb(self, head: int) -> int | None:
        """The verb that carries the act's tense: the trigger, its copula, or a light verb around a noun."""
        token = self._tree.tokens[head]
        if token.pos in {"VERB", "AUX"}:
            return head
        if token.dep in {"acomp", "oprd"}:
            return token.head
        if token.dep in {"attr", "dobj", "nsubjpass", "nsubj"}:
            above = self._tree.tokens[token.head]
            return token.head if above.lemma in self._cues["carriers"] else None
        return None

    def _auxiliaries(self, verb: int, depth: int = 0) -> dict[str, int]:
        """Auxiliaries of a verb, or of the verb above when it is joined to it or states its purpose."""
        tree = self._tree
        found: dict[str, int] = {}
        for c in tree.having(verb, "aux", "auxpass"):
            if tree.tokens[c].tag != "TO":
                found[tree.tokens[c].lemma] = found[tree.tokens[c].text.lower()] = c
        token = tree.tokens[verb]
        above = tree.tokens[token.head]
        if token.dep == "xcomp" and above.lemma == "go" and above.tag == "VBG":
            found["will"] = above.i
        joined = (
            token.dep == "conj" and tree.child(verb, "nsubj", "nsubjpass") is None and token.tag in {"VB", "VBN", "VBG"}
        )
        purpose = (
            token.dep in {"xcomp", "advcl"} and token.tag == "VB" and above.lemma not in self._cues["future_matrix"]
        )
        caused = token.dep in {"ccomp", "xcomp"} and token.tag == "VBN" and above.lemma == "have"
        if not found and (joined or purpose or caused) and token.head != verb and depth < 3:
            return self._auxiliaries(token.head, depth + 1)
        return found

    def _present(self, words: dict[str, int]) -> bool:
        """Whether a negated verb stands in the present: "does not recognise"."""
        tokens = self._tree.tokens
        return any(tokens[c].lemma == "do" and tokens[c].tag in {"VBZ", "VBP"} for c in words.values())

    def _condition(self, i: int) -> str:
        """A conditional mark on the clause of the act or on the one above it."""
        tree = self._tree
        if tree.tokens[i].pos == "NOUN" and self._is_known(i):
            return ""
        for at in (i, *list(tree.ancestors(i))[:3]):
            for c in tree.having(at, "mark", "advmod"):
                if tree.tokens[c].lemma in self._cues["conditions"]:
                    return tree.tokens[c].text
            if tree.tokens[at].dep in {"advcl", "ROOT", "relcl"}:
                break
        return self._own_condition(i)

    def _is_known(self, noun: int) -> bool:
        """Whether a noun speaks of something known: "the riots", "its attack"."""
        tree = self._tree
        return any(
            tree.tokens[c].dep == "poss" or tree.tokens[c].lemma in {"the", "this", "these"}
            for c in tree.having(noun, "det", "poss")
        )

    def _own_condition(self, i: int) -> str:
        """The mark of a condition that an infinitive or gerund has: "the prospect of arms being sent if talks fail"."""
        tree = self._tree
        if tree.tokens[i].tag not in {"VB", "VBG"} or len(tree.having(i, "aux", "auxpass", "neg", "nsubj")) > 1:
            return ""
        marks = (c for clause in tree.having(i, "advcl") for c in tree.having(clause, "mark"))
        return next((tree.tokens[c].text for c in marks if tree.tokens[c].lemma in {"if", "unless"}), "")

    def _matrix(self, i: int) -> tuple[Modality, str] | None:
        """What the verb, adjective or noun above makes of an infinitive or gerund."""
        tree = self._tree
        token = tree.tokens[i]
        if token.dep not in _CLAUSAL | {"pobj", "dobj"} or token.head == i:
            return None
        above = tree.tokens[token.head]
        behind = ""
        if above.pos == "ADP":
            if token.dep == "pobj" and above.lemma in _NO_CONTENT:
                return None
            behind, above = above.lemma, tree.tokens[above.head]
        bare = token.tag in {"VB", "VBG"} and not self._is_finite(i)
        if above.lemma == "go" and above.tag != "VBG":
            return None
        if token.pos == "NOUN" and above.lemma in _ASKING and behind != "for":
            return None
        if bare and above.lemma in self._cues["future_matrix"] and not self._is_done(above.i):
            doubt = next((word for word in self._auxiliaries(above.i) if word in _UNSURE), None)
            if doubt:
                return Modality.HYPOTHETICAL, f"“{doubt}” leaves it open"
            return Modality.FUTURE, f"“{above.text}” puts it into the future"
        if token.pos == "NOUN" and above.lemma in self._cues["future_objects"] and above.tag != "VBN":
            return Modality.FUTURE, f"“{above.text}” puts it into the future"
        if above.lemma in self._cues["hypothetical_matrix"] and (bare or token.dep in {"dobj", "pobj"}):
            return Modality.HYPOTHETICAL, f"“{above.text}” leaves it open"
        if bare and above.lemma == "be" and token.dep == "xcomp" and token.tag == "VB":
            return Modality.FUTURE, "“be to” puts it into the future"
        return None

    def _promised(self, i: int) -> bool:
        """Whether an infinitive is what somebody has agreed to or is willing to do."""
        above = self._tree.head(i)
        if self._tree.tokens[i].dep not in _CLAUSAL or above.lemma not in self._cues["promising_matrix"]:
            return False
        open_ = self._cues["future_auxiliaries"] | self._cues["hypothetical_auxiliaries"]
        return open_.isdisjoint(self._auxiliaries(above.i)) and not self._tree.having(above.i, "neg")

    def _announced(self, i: int) -> bool:
        """Whether a main clause is an infinitive, as headlines have it: "Ministers to meet in Oslo"."""
        tree = self._tree
        subject = tree.child(i, "nsubj", "nsubjpass") is not None
        marked = any(tree.tokens[c].text.lower() == "to" for c in tree.having(i, "aux"))
        return subject and marked and tree.tokens[i].dep == "ROOT"

    def _is_finite(self, i: int) -> bool:
        """Whether a participle is part of a finite verb: "was standing down"."""
        return any(self._tree.tokens[c].lemma == "be" for c in self._tree.having(i, "aux", "auxpass"))

    def _is_done(self, i: int) -> bool:
        """Whether the verb above only adds an aim to a fact ("measures aimed at punishing")."""
        return self._tree.tokens[i].lemma == "aim" and self._tree.tokens[i].tag == "VBN"

    def _modifiers(self, head: int) -> tuple[Modality, str]:
        tree = self._tree
        above = tree.head(head)
        if above.lemma == "of" and tree.tokens[above.head].lemma == "ahead":
            return Modality.FUTURE, "“ahead of” puts it into the future"
        for c in tree.having(head, "amod", "det", "compound"):
            form = tree.tokens[c].text.lower()
            if form in self._cues["future_modifiers"]:
                return Modality.FUTURE, f"“{form}” puts it into the future"
            if form in self._cues["hypothetical_modifiers"]:
                return Modality.HYPOTHETICAL, f"“{form}” leaves it open"
        return Modality.ASSERTED, ""
