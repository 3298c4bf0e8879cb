"""The dependency tree as the coder reads it: companions of a word, subjects across clauses, noun phrases."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Annotations, Token
from dateline.text.dependencies import Dependencies

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp", "parataxis", "csubj"})
_PREMODIFIERS = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet"})
_OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")


class Tree(Dependencies):
    """A view of the tokens of one document that answers structural questions by token index."""

    def __init__(self, annotations: Annotations) -> None:
        super().__init__(annotations.tokens)
        self.annotations = annotations

    def having(self, i: int, *deps: str) -> list[int]:
        """All children of ``i`` with one of the labels."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def head(self, i: int) -> Token:
        """The governor of a token (a root governs itself)."""
        return self.tokens[self.tokens[i].head]

    def conjuncts(self, i: int) -> list[int]:
        """The token and the nouns joined to it ("Chad, Mali and Niger"), in text order."""
        found, queue = [], [i]
        while queue:
            at = queue.pop()
            found.append(at)
            queue.extend(
                c
                for c in self.children[at]
                if self.tokens[c].dep == "conj" and self.tokens[c].pos not in {"VERB", "AUX"}
            )
        return sorted(found)

    def is_passive(self, i: int) -> bool:
        """Whether the verb's subject undergoes the act ("was killed", "the man accused of")."""
        token = self.tokens[i]
        if self.child(i, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag != "VBN" or self.child(i, "aux", "dobj") is not None:
            first = token.dep == "conj" and token.tag == "VBN" and self.child(i, "aux", "nsubj", "dobj") is None
            return first and self.tokens[token.head].tag == "VBN" and self.is_passive(token.head)
        if token.dep == "conj":
            return self.is_passive(token.head) and self.child(i, "nsubj") is None
        return token.dep in {"acl", "advcl", "amod"} or self.child(i, "agent") is not None

    def objects(self, i: int) -> list[int]:
        """Direct objects, or in the passive the subject that undergoes the act."""
        found = self.having(i, "dobj")
        if self.is_passive(i):
            undergone = self.subject(i)
            found = ([undergone] if undergone is not None else []) + found
        return found

    def prepositional(self, i: int, *words: str) -> Iterator[int]:
        """Nouns governed by one of the prepositions at ``i``."""
        for c in self.children[i]:
            token = self.tokens[c]
            if token.dep in {"prep", "dative", "agent", "prt", "advmod"} and token.lemma in words:
                yield from self.having(c, "pobj")
                for inner in self.having(c, "prep"):
                    yield from self.having(inner, "pobj")

    def agents(self, i: int) -> list[int]:
        """Nouns after "by" in the passive."""
        return [noun for c in self.children[i] if self.tokens[c].dep == "agent" for noun in self.having(c, "pobj")]

    def subject(self, i: int, depth: int = 0) -> int | None:
        """The noun that is the verb's subject, inherited across clauses where it has none of its own."""
        own = self.child(i, "nsubj", "nsubjpass")
        if own is not None:
            return self._antecedent(i, own)
        if depth > 5:
            return None
        token = self.tokens[i]
        above = token.head
        if token.dep == "relcl":
            return above
        if token.dep == "acl":
            return self._acl_subject(i, above, depth)
        if token.dep in {"conj", "advcl", "xcomp", "pcomp", "dep"} and above != i:
            return self._inherited(i, above, depth)
        return None

    def _antecedent(self, verb: int, subject: int) -> int:
        """For "who", "which" and "that" the noun they stand for."""
        if self.tokens[subject].lemma in {"who", "which", "that"} and self.tokens[verb].dep == "relcl":
            return self.tokens[verb].head
        return subject

    def _acl_subject(self, i: int, above: int, depth: int) -> int | None:
        if self.tokens[i].tag != "VB":
            return above
        owner = self.child(above, "poss")
        if owner is not None:
            return owner
        verb = self.governor(above)
        if verb is None or self.is_passive(verb):
            return None
        return self.subject(verb, depth + 1)

    def _inherited(self, i: int, above: int, depth: int) -> int | None:
        token = self.tokens[i]
        if token.dep == "pcomp":
            above = self.tokens[above].head
        governor = self.tokens[above]
        if governor.pos not in {"VERB", "AUX", "ADJ"} and governor.dep not in CLAUSES:
            if token.dep in {"conj", "pcomp"}:
                return self.child(above, "poss")
            return None
        if token.dep == "xcomp" or (
            token.dep == "pcomp" and governor.lemma in {"accuse", "stop", "prevent", "ban", "keep"}
        ):
            controlled = self.child(above, "dobj", "dative")
            if controlled is not None and governor.lemma != "promise" and not self.is_passive(above):
                return controlled
        return self.subject(above, depth + 1)

    def governor(self, i: int) -> int | None:
        """The verb a noun depends on, directly or through a preposition."""
        at = i
        for _ in range(4):
            above = self.tokens[at].head
            if above == at:
                return None
            if self.tokens[above].pos in {"VERB", "AUX"}:
                return above
            if self.tokens[at].dep not in {"prep", "pobj", "conj", "dobj", "pcomp"}:
                return None
            at = above
        return None

    def phrase(self, i: int) -> tuple[int, int]:
        """Half-open token range of the noun phrase: modifiers before, "of" after, no clauses, no conjuncts."""
        first, last = i, i + 1
        for c in self.children[i]:
            token = self.tokens[c]
            if c < i and token.dep in _PREMODIFIERS:
                first = min(first, self.left_edge(c))
            elif c > i and token.dep == "prep" and token.lemma == "of":
                inner = self.child(c, "pobj")
                if inner is not None:
                    last = max(last, self.phrase(inner)[1])
        return first, last

    def left_edge(self, i: int) -> int:
        """The first token of the subtree of ``i``."""
        edge = i
        for c in self.children[i]:
            if c < i:
                edge = min(edge, self.left_edge(c))
        return edge

    def ancestors(self, i: int) -> Iterator[int]:
        """Governors from the nearest to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def object_like(self, i: int) -> list[int]:
        """Nouns that complete the verb: object, passive subject, attribute, also of a light passive clause."""
        found = [c for c in self.children[i] if self.tokens[c].dep in _OBJECTS or self.tokens[c].dep == "acomp"]
        if (self.tokens[i].dep in {"relcl", "acl"} and self.is_passive(i)) or (
            self.tokens[i].dep == "relcl" and not self.having(i, "dobj") and self.child(i, "nsubj") is not None
        ):
            found.append(self.tokens[i].head)
        return found
