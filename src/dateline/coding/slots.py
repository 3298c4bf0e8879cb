"""Slots: the places around a trigger where a party can stand ("subject", "object", "against", "poss" …)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.gate import Gate
from dateline.coding.tree import Tree
from dateline.model import NameKind
from dateline.vocab.triggers import Lexicon, Part

_UNDERGOING = frozenset(
    {
        "face",
        "draw",
        "receive",
        "suffer",
        "attract",
        "spark",
        "come",
        "get",
        "escape",
        "provoke",
        "trigger",
        "prompt",
        "meet",
        "await",
        "avoid",
        "survive",
    }
)
"""Verbs whose subject undergoes what their object names ("faces criticism")."""


_OWN = frozenset({"object", "object_party", "mod", "poss", "doer", "undergoer", "subject"})
"""Slots whose noun may at once be a word of the trigger and a party ("fired the minister", "U.S. airstrikes")."""
_WRITTEN = frozenset(
    {
        "letter",
        "statement",
        "resolution",
        "petition",
        "report",
        "video",
        "speech",
        "tweet",
        "message",
        "interview",
        "editorial",
        "declaration",
        "communique",
        "measure",
        "motion",
        "note",
        "article",
        "post",
        "draft",
        "document",
        "remark",
        "comment",
        "text",
        "call",
        "bill",
        "address",
        "move",
        "effort",
        "decision",
        "campaign",
        "plan",
        "proposal",
    }
)
"""Things that speak for whoever wrote or made them."""


class Slots:
    """Finds the nouns in the slots of one document's triggers.

    Args:
        tree: The document's tree.
        gate: Says which nouns can act.
        lexicon: Its class ``light`` lists verbs that add nothing to their object ("hold talks").
    """

    def __init__(self, tree: Tree, gate: Gate, lexicon: Lexicon) -> None:
        self._tree = tree
        self._gate = gate
        self._light = lexicon.of_class("light")
        self._crowd = lexicon.of_class("crowd")

    def light_verb(self, head: int) -> int | None:
        """The light verb whose object (or passive subject) the noun is."""
        token = self._tree.tokens[head]
        at = token.head if token.dep in {"dobj", "nsubjpass"} else head
        if token.dep == "conj" and self._tree.tokens[token.head].dep in {"dobj", "nsubjpass"}:
            at = self._tree.tokens[token.head].head
        relative = next((c for c in self._tree.having(head, "relcl", "acl") if self._undergoes(c)), None)
        if at == head and relative is not None:
            at = relative
        return at if at != head and self._tree.tokens[at].lemma in self._light else None

    def _undergoes(self, verb: int) -> bool:
        return self._tree.tokens[verb].lemma in self._light and (
            self._tree.is_passive(verb) or self._tree.child(verb, "dobj") is None
        )

    def find(self, head: int, part: Part, slot: str, used: Iterable[int] = ()) -> Iterator[int]:
        """Head nouns in a slot of the trigger at ``head``; ``used`` tokens belong to the trigger itself."""
        taken = set(used)
        for noun in self._find(head, part, slot):
            if noun == head or (noun in taken and not (slot in _OWN and self._gate.strength(noun) >= 0.8)):
                continue
            yield noun

    def _find(self, head: int, part: Part, slot: str) -> Iterator[int]:
        if part is Part.VERB:
            yield from self._verb_slot(head, slot)
        elif part is Part.NOUN:
            yield from self._noun_slot(head, slot)
        else:
            yield from self._adjective_slot(head, slot)

    def _verb_slot(self, head: int, slot: str) -> Iterator[int]:
        tree = self._tree
        match slot:
            case "subject":
                yield from self._actor_of(head)
            case "object" | "object_party":
                yield from tree.having(head, "dative")
                yield from tree.objects(head)
            case "object_owner":
                for noun in tree.objects(head):
                    yield from self._owners(noun)
                    yield from tree.prepositional(noun, "of", "by", "from")
            case "infinitive_object" | "clause_subject":
                for clause in tree.having(head, "xcomp", "ccomp", "advcl"):
                    marked = any(tree.tokens[c].lemma == "for" for c in tree.having(clause, "mark"))
                    if marked or tree.tokens[clause].dep != "advcl":
                        yield from tree.having(clause, "nsubj", "nsubjpass")
            case "for_party":
                yield from tree.prepositional(head, "for")
            case "speaker":
                return
            case "dative":
                yield from tree.having(head, "dative")
            case _:
                yield from self._by_preposition(head, slot)

    def _by_preposition(self, verb: int, word: str) -> Iterator[int]:
        """Nouns after a preposition at the verb or at a noun that completes it ("took responsibility for … on")."""
        queue, depth = [verb], 0
        while queue and depth < 4:
            below: list[int] = []
            for at in queue:
                yield from self._tree.prepositional(at, word)
                below.extend(self._tree.object_like(at) if at == verb else ())
                for c in self._tree.having(at, "prep"):
                    below.extend(self._tree.having(c, "pobj"))
            queue, depth = below, depth + 1

    def _actor_of(self, verb: int) -> Iterator[int]:
        """Who does what the verb says: its subject, or "by …" in the passive; a letter acts for its sender."""
        tree = self._tree
        if tree.is_passive(verb):
            yield from tree.agents(verb)
            return
        subject = tree.subject(verb)
        if subject is None:
            return
        if tree.tokens[subject].lemma in _WRITTEN:
            yield from self._maker(subject, verb)
        yield subject

    def _maker(self, thing: int, verb: int) -> Iterator[int]:
        """Whose letter, statement or plan a thing is."""
        tree = self._tree
        yield from self._owners(thing)
        yield from tree.prepositional(thing, "by", "from", "of")
        above = tree.governor(thing)
        if (
            above is not None
            and above != verb
            and tree.tokens[thing].dep in {"dobj", "pobj"}
            and not tree.is_passive(above)
        ):
            subject = tree.subject(above)
            if subject is not None:
                yield subject

    def _noun_slot(self, head: int, slot: str) -> Iterator[int]:
        tree = self._tree
        light = self.light_verb(head)
        match slot:
            case "poss":
                yield from tree.having(head, "poss")
            case "mod":
                yield from self._modifiers(head)
            case "doer":
                yield from self._doers(head)
            case "undergoer":
                yield from self._undergoers(head)
            case "mod_crowd":
                yield from (c for c in self._modifiers(head) if tree.tokens[c].lemma in self._crowd)
            case "subject":
                if light is not None and tree.tokens[light].lemma not in _UNDERGOING:
                    yield from self._actor_of(light)
            case "clause":
                yield from self._clause_actor(head)
            case "governor_subject_passive":
                yield from self._undergoer(head)
            case "governor_object":
                verb = tree.governor(head)
                if verb is not None and tree.tokens[head].dep == "pobj":
                    yield from tree.objects(verb)
            case "clause_subject":
                for clause in tree.having(head, "acl", "ccomp"):
                    yield from tree.having(clause, "nsubj", "nsubjpass")
            case "for_party":
                yield from tree.prepositional(head, "for")
            case "of_owner":
                for noun in tree.prepositional(head, "of"):
                    yield from self._owners(noun)
            case _:
                yield from self._noun_preposition(head, slot, light)

    def _noun_preposition(self, head: int, slot: str, light: int | None) -> Iterator[int]:
        tree = self._tree
        if slot == "of_country":
            names = self._gate.names
            yield from (noun for noun in tree.prepositional(head, "of") if names.get(noun) is NameKind.PLACE)
            return
        word = slot.removeprefix("governor_")
        if word == slot:
            yield from tree.prepositional(head, word)
        if light is not None or word != slot:
            verb = light if light is not None else tree.governor(head)
            if verb is not None:
                yield from tree.prepositional(verb, word)

    def _doers(self, head: int) -> Iterator[int]:
        """Of "the U.S. killing of X" the killer; of "X's killing" nobody."""
        told = next(self._tree.prepositional(head, "of"), None) is not None
        if told:
            yield from self._tree.having(head, "poss")
        names = self._gate.names
        yield from (c for c in self._modifiers(head) if told or names.get(c) is not NameKind.PERSON)

    def _undergoers(self, head: int) -> Iterator[int]:
        """Of "the killing of X", "X's killing" and "the X killing" the victim."""
        found = list(self._tree.prepositional(head, "of"))
        if found:
            yield from found
            return
        yield from self._tree.having(head, "poss")
        names = self._gate.names
        yield from (c for c in self._modifiers(head) if names.get(c) is NameKind.PERSON)

    def _clause_actor(self, head: int) -> Iterator[int]:
        """The subject of the clause that a noun stands in: "in a raid on the town, police arrested"."""
        tree = self._tree
        verb = tree.governor(head)
        token = tree.tokens[head]
        if verb is None or tree.is_passive(verb):
            return
        adjunct = token.dep == "pobj" and tree.tokens[token.head].lemma in {
            "in",
            "with",
            "during",
            "through",
            "by",
            "after",
        }
        plain = token.dep == "dobj" and tree.tokens[verb].lemma not in _UNDERGOING
        if adjunct or plain:
            yield from self._actor_of(verb)

    def owners(self, noun: int) -> Iterator[int]:
        """Parties that a thing belongs to: "Syria's airfields", "rebel positions", "the offices of the agency"."""
        yield from self._owners(noun)
        yield from self._tree.prepositional(noun, "of", "by", "from", "in")

    def particles(self, used: Iterable[int]) -> Iterator[int]:
        """Nouns governed by the prepositions that belong to the trigger ("stand behind", "voted against")."""
        for i in used:
            if self._tree.tokens[i].dep in {"prep", "prt", "agent", "mark"}:
                yield from self._tree.having(i, "pobj")

    def _undergoer(self, head: int) -> Iterator[int]:
        """Subject of "face", "come under" and the like."""
        tree = self._tree
        verb = tree.governor(head)
        if verb is not None and tree.tokens[verb].lemma in _UNDERGOING and not tree.is_passive(verb):
            subject = tree.subject(verb)
            if subject is not None:
                yield subject

    def _modifiers(self, head: int) -> Iterator[int]:
        """Nationalities, places, bodies and acting nouns before the noun: "the Syrian offensive", "a police raid"."""
        tree = self._tree
        for c in tree.having(head, "amod", "compound", "nmod", "poss"):
            if tree.tokens[c].dep == "poss":
                continue
            if self._gate.names.get(c) in {NameKind.GROUP, NameKind.PLACE, NameKind.ORGANISATION, NameKind.PERSON} or (tree.tokens[c].dep == "compound" and self._gate.strength(c) >= 0.8):
                yield c

    def _owners(self, noun: int) -> Iterator[int]:
        yield from self._tree.having(noun, "poss")
        yield from self._modifiers(noun)

    def _adjective_slot(self, head: int, slot: str) -> Iterator[int]:
        tree = self._tree
        token = tree.tokens[head]
        if slot == "subject":
            if token.dep in {"acomp", "conj", "ROOT", "xcomp", "ccomp", "oprd", "attr", "amod"} and token.head != head:
                yield from self._actor_of(token.head)
            own = tree.child(head, "nsubj")
            if own is not None:
                yield own
        elif slot in {"infinitive_object", "clause_subject"}:
            for clause in tree.having(head, "xcomp", "ccomp"):
                yield from tree.having(clause, "nsubj", "nsubjpass")
        else:
            yield from tree.prepositional(head, slot.removesuffix("_party"))
