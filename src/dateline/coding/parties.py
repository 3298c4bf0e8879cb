"""Parties: the record of whoever stands at a noun: its words, and the fullest name the document gives."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.gate import Gate
from dateline.coding.speakers import Speakers
from dateline.coding.tree import Tree
from dateline.model import Because, Evidence, NameKind, Party
from dateline.text.languages.en_names import OFFICES

RANKED = "ranked"
"""Rule of the reason of a party that the learned ranking chose against the rules."""
LENT = "lent"
"""Rule of the reason of a party that another mention of the same happening names."""
_OWNERS = frozenset({"its", "their", "his", "her"})
_NAMED = 0.7
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})


class PartyMaker:
    """Makes parties of one document.

    Args:
        text: The document's text.
        tree: Its tree.
        gate: Knows its names and references.
        speakers: Who says what.
    """

    def __init__(self, text: str, tree: Tree, gate: Gate, speakers: Speakers) -> None:
        self._text = text
        self._tree = tree
        self._gate = gate
        self._speakers = speakers

    def party(self, i: int, head: int) -> Party:
        """The party whose head noun is token ``i``, as told from the trigger at ``head``.

        Words of another sentence are no evidence of this one: then only the name is kept.
        """
        tree = self._tree
        evidence = self._words(i)
        name, why = self._name(i, evidence)
        if tree.tokens[i].sentence != tree.tokens[head].sentence:
            elsewhere = Because(step="coding.party", reason=why or f"another sentence says “{evidence.text}”")
            return Party(evidence=None, name=name, because=(elsewhere,))
        because = (Because(step="coding.party", reason=why),) if why else ()
        return Party(evidence=evidence, name=name, because=because)

    def parties(self, i: int, head: int) -> tuple[Party, ...]:
        """The parties at token ``i``: one, or one for each name that words such as "both sides" stand for."""
        party = self.party(i, head)
        if i not in self._gate.references:
            listed = self._listed(i)
            why = Because(step="coding.party", reason=f"“{party.name}” lists several")
            return tuple(replace(party, name=name, because=(why,)) for name in listed) or (party,)
        held = self._tree.annotations.references
        words = held[self._gate.references[i]].evidence
        meant = {each.name: each.reason for each in held if each.evidence == words}
        if len(meant) == 1:
            return (party,)
        return tuple(
            replace(party, name=name, because=(Because(step="coding.party", reason=why),))
            for name, why in meant.items()
        )

    def _listed(self, i: int) -> list[str]:
        """The names that a plural noun lists: "three states, A, B and C", "the leaders of A and B"; else nothing."""
        tree = self._tree
        if tree.tokens[i].tag != "NNS" or i in self._gate.names:
            return []
        for c in tree.having(i, "appos"):
            members = [k for k in tree.conjuncts(c) if k in self._gate.names]
            if len(members) > 1:
                return [self._words(k).text for k in members]
        office = tree.tokens[i].lemma.lower()
        members = [k for c in tree.prepositional(i, "of") for k in tree.conjuncts(c)] if office in OFFICES else []
        if len(members) < 2 or any(self._gate.names.get(k) is not NameKind.PLACE for k in members):
            return []
        kind = [token.text for token in tree.tokens[tree.phrase(i)[0] : i] if token.dep in {"amod", "compound"}]
        return [" ".join((*kind, office, "of", self._words(k).text)) for k in members]

    def _owner_before(self, i: int) -> int | None:
        """For "its", "their", "his" and "her": the party that is the subject of the clause they stand in."""
        tree = self._tree
        token = tree.tokens[i]
        if token.dep != "poss" or token.text.lower() not in _OWNERS:
            return None
        verb = tree.governor(token.head)
        subject = tree.subject(verb) if verb is not None else None
        if subject is None or subject >= i or self._gate.strength(subject) < _NAMED:
            return None
        return subject

    def _words(self, i: int) -> Evidence:
        first, last = self._tree.phrase(i)
        return Evidence.of(self._text, self._tree.tokens[first].start, self._tree.tokens[last - 1].end)

    def _name(self, i: int, evidence: Evidence) -> tuple[str, str]:
        """The fullest name, and why; the reason is empty for the words themselves."""
        gate, tree = self._gate, self._tree
        token = tree.tokens[i]
        if i in gate.references:
            reference = tree.annotations.references[gate.references[i]]
            return reference.name, reference.reason
        if token.text != "US" and token.text.lower() in _FIRST_PERSON:
            speaker = self._speakers.speaker_at(token.start)
            if speaker is not None:
                return speaker.text, f"“{token.text}” is said by {speaker.text}"
        owner = self._owner_before(i)
        if owner is not None:
            name, _ = self._name(owner, self._words(owner))
            return name, f"“{token.text}” belongs to the subject of its clause"
        for c in tree.having(i, "appos"):
            if gate.names.get(c) is NameKind.PERSON:
                name = self._words(c).text
                return name, f"“{evidence.text}” stands beside {name}"
        return " ".join(evidence.text.split()), ""
