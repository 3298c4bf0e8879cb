"""Holders: who stands behind a noun or a verb: owners, makers, doers and victims."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.gate import Gate
from dateline.coding.tree import Tree
from dateline.model import NameKind
from dateline.vocab.cues import cue_lists
from dateline.vocab.triggers import Lexicon

_NAMED = frozenset({NameKind.GROUP, NameKind.PLACE, NameKind.ORGANISATION, NameKind.PERSON})


class Holders:
    """Answers who owns, makes, does or undergoes, for the words of one document.

    Args:
        tree: The document's tree.
        gate: Says which nouns can act.
        lexicon: Its class ``acting_modifier`` lists nouns that act before another ("police raid").
    """

    def __init__(self, tree: Tree, gate: Gate, lexicon: Lexicon) -> None:
        self._acting = lexicon.of_class("acting_modifier")
        self.tree = tree
        self.gate = gate
        self.cues = cue_lists("roles")

    def actor_of(self, verb: int) -> Iterator[int]:
        """Who does what the verb says: its subject, or "by …" in the passive; a letter acts for its sender."""
        tree = self.tree
        if tree.is_passive(verb):
            yield from tree.agents(verb)
            return
        subject = tree.subject(verb)
        if subject is None:
            return
        if tree.tokens[subject].lemma in self.cues["written"]:
            yield from self._maker(subject, verb)
        yield subject

    def _maker(self, thing: int, verb: int) -> Iterator[int]:
        """Whose letter, statement or plan a thing is."""
        tree = self.tree
        yield from self.near_owners(thing)
        yield from tree.prepositional(thing, "by", "from", "of")
        above = tree.governor(thing)
        if above is None or above == verb or tree.is_passive(above):
            return
        subject = tree.subject(above) if tree.tokens[thing].dep in {"dobj", "pobj"} else None
        if subject is not None:
            yield subject

    def undergoer_of(self, noun: int) -> Iterator[int]:
        """Subject of "face", "come under" and the like, when the noun is what is faced."""
        tree = self.tree
        verb = tree.governor(noun)
        if verb is not None and tree.tokens[verb].lemma in self.cues["undergoing"] and not tree.is_passive(verb):
            subject = tree.subject(verb)
            if subject is not None:
                yield subject

    def clause_actor(self, noun: int) -> Iterator[int]:
        """The subject of the clause that a noun stands in: "in a raid on the town, police arrested"."""
        tree = self.tree
        token = tree.tokens[noun]
        verb = tree.governor(noun)
        if verb is None or tree.is_passive(verb):
            return
        adjunct = token.dep == "pobj" and tree.tokens[token.head].lemma in self.cues["adjunct"]
        plain = token.dep == "dobj" and tree.tokens[verb].lemma not in self.cues["undergoing"]
        if adjunct or plain:
            yield from self.actor_of(verb)

    def modifiers(self, noun: int) -> Iterator[int]:
        """Nationalities, places, bodies and acting nouns before a noun: "the Syrian offensive", "a police raid"."""
        for c in self.tree.having(noun, "amod", "compound", "nmod"):
            if self.tree.tokens[c].lemma in self._acting or self.gate.names.get(c) in _NAMED:
                yield c

    def near_owners(self, noun: int) -> Iterator[int]:
        """Owners in front of a noun: "Syria's airfields", "rebel positions"."""
        yield from self.tree.having(noun, "poss")
        yield from self.modifiers(noun)

    def owners(self, noun: int) -> Iterator[int]:
        """Owners in front of a noun and behind it: "the offices of the agency"."""
        yield from self.near_owners(noun)
        yield from self.tree.prepositional(noun, *self.cues["owning"])

    def doers(self, noun: int) -> Iterator[int]:
        """Of "the U.S. killing of X" the killer; of "X's killing" nobody."""
        told = next(self.tree.prepositional(noun, "of"), None) is not None
        if told:
            yield from self.tree.having(noun, "poss")
        yield from (c for c in self.modifiers(noun) if told or self.gate.names.get(c) is not NameKind.PERSON)

    def undergoers(self, noun: int) -> Iterator[int]:
        """Of "the killing of X", "X's killing" and "the X killing" the victim."""
        found = list(self.tree.prepositional(noun, "of"))
        if found:
            yield from found
            return
        yield from self.tree.having(noun, "poss")
        yield from (c for c in self.modifiers(noun) if self.gate.names.get(c) is NameKind.PERSON)
