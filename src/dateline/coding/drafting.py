"""Drafting: a document's candidates become sketches, and the likely ones mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from dateline.coding.bystanders import BYSTANDER
from dateline.coding.certainty import Model, probability
from dateline.coding.contexts import contexts_in, contexts_near
from dateline.coding.gate import Gate
from dateline.coding.implied import crowd, named_crowd, protests
from dateline.coding.magnitudes import magnitudes_of
from dateline.coding.modality import ModalityReader
from dateline.coding.modes import mode_by_parties, mode_of
from dateline.coding.parties import RANKED, PartyMaker
from dateline.coding.readings import decide
from dateline.coding.role_ranking import RoleRanker
from dateline.coding.roles import TASKED, VERBAL, RoleFinder, Roles
from dateline.coding.scope import uncovered
from dateline.coding.sketches import Sketch, likeliest, mark_company, mark_repeats
from dateline.coding.speakers import Speakers
from dateline.coding.surroundings import Surroundings
from dateline.coding.traits import traits_of
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, find_candidates
from dateline.model import Annotations, Because, Document, EventMention, Evidence, Party, content_id
from dateline.vocab.triggers import Lexicon

_SHORT_TITLE = 10
_MOST_READINGS = 3
_LIKELY = 0.3
_BY_WEIGHTS = Because(step="coding.party", reason="learned weights chose it, not the rules", rule=RANKED)


class Drafter:
    """Drafts the mentions of one document.

    Args:
        document: The document.
        annotations: Its annotations.
        words: The trigger lexicon.
        coder: Name and version written into each mention.
    """

    def __init__(self, document: Document, annotations: Annotations, words: Lexicon, coder: str) -> None:
        self._document = document
        self._coder = coder
        self._words = words
        self._tree = Tree(annotations)
        self._gate = Gate(self._tree, words)
        self._speakers = speakers = Speakers(self._tree)
        self._roles = RoleFinder(self._tree, self._gate, speakers, words)
        self.parties = PartyMaker(document.text, self._tree, self._gate, speakers)
        self._modality = ModalityReader(self._tree, speakers, document.published)
        self._surroundings = Surroundings(document.text, self._tree, self._gate)
        self._chosen: dict[int, Sketch] = {}
        self._contexts: dict[int, tuple[tuple[str, int], ...]] = {}

    def sketches(self) -> list[Sketch]:
        """The likeliest reading of each candidate, with its certainty, in text order."""
        every = self.readings()
        _score(every, Model.READING)
        chosen = likeliest(every)
        mark_repeats(chosen)
        _score(chosen, Model.CERTAINTY)
        self.settle(chosen)
        return chosen

    def settle(self, chosen: Iterable[Sketch]) -> None:
        """Remember which sketches hold, for the parties of those told inside their words."""
        self._chosen = {sketch.candidate.head: sketch for sketch in chosen}
        self.ranker.tell(
            (head, sketch.decision.event_type, sketch.roles)
            for head, sketch in self._chosen.items()
            if sketch.certainty >= _LIKELY
        )

    def readings(self) -> list[Sketch]:
        """Every reading of every candidate that is no part of another's words, outside of the title line."""
        light = self._words.of_class("light")
        found = uncovered(self._tree, find_candidates(self._tree, self._words), light)
        sketches = [
            sketch
            for candidate, governor in found
            if candidate.start >= self.title_end
            for sketch in self.sketches_of(candidate, governor)
        ]
        mark_company(sketches)
        return sketches

    @property
    def tree(self) -> Tree:
        """The document's tree."""
        return self._tree

    @cached_property
    def title_end(self) -> int:
        """Where the title ends, if the text begins with it."""
        title = (self._document.title or "").strip()
        return len(title) if len(title) > _SHORT_TITLE and self._document.text.startswith(title) else 0

    def sketches_of(self, candidate: Candidate, governor: Candidate | None) -> Iterator[Sketch]:
        """What each reading makes of a candidate; ``governor`` is the act whose content it is."""
        head = candidate.head
        reading = self._modality.read(head, frozenset(candidate.best.matched))
        when, where = self._surroundings.when(head), self._surroundings.where(head)
        attributed_to = self._surroundings.attributed_to(head)
        for option in candidate.options[:_MOST_READINGS]:
            roles = self._roles.roles(candidate, option)
            sketch = Sketch(
                candidate=candidate,
                option=option,
                roles=roles,
                decision=decide(option, reading, own=self._roles.speaks(candidate, roles)),
                when=when,
                where=where,
                attributed_to=attributed_to,
                traits={},
            )
            sketch.traits = traits_of(self._tree, self._gate, sketch, self._roles.part(candidate, option))
            if governor is not None:
                sketch.traits["governed"] = 1.0
                sketch.traits["governed_prior"] = governor.best.trigger.prior
            yield sketch

    def mention(self, sketch: Sketch) -> EventMention:
        """The mention of a sketch, with the parties that the sentence suggests; it has no event key yet."""
        candidate, decision = sketch.candidate, sketch.decision
        ruled = self.ruled(sketch)
        roles = self.ranker.ranked(candidate, sketch.option, decision.event_type, ruled)
        head, text = candidate.head, self._document.text
        mode, mode_reason = mode_of(self._tree, head, sketch.option, decision.event_type)
        if mode is None:
            victim = self._gate.names.get(roles.recipients[0]) if len(roles.recipients) == 1 else None
            mode, mode_reason = mode_by_parties(self._tree, head, decision.event_type, len(roles.actors), victim)
        actors = self._named(roles.actors, head, ruled.actors)
        if decision.event_type == "PROTEST" and not self._protests(roles, ruled, mode):
            actors = self._crowd(sketch, mode)
        return EventMention(
            id=content_id("m", self._document.text_sha256, candidate.start, candidate.end, decision.event_type),
            document_id=self._document.id,
            sentence=candidate.sentence,
            event_key="",
            event_type=decision.event_type,
            mode=mode,
            contexts=contexts_near(self._contexts_of(candidate.sentence), head),
            trigger=Evidence.of(text, candidate.start, candidate.end),
            actors=actors,
            recipients=self._named(roles.recipients, head, ruled.recipients),
            when=sketch.when,
            where=sketch.where,
            modality=decision.modality,
            attributed_to=self._source(sketch, actors),
            magnitudes=magnitudes_of(text, self._tree, head),
            certainty=sketch.certainty,
            coder=self._coder,
            because=_because(sketch, roles, mode_reason),
        )

    def _protests(self, roles: Roles, ruled: Roles, mode: str | None) -> bool:
        """Whether one of the actors may be protesting, by its kind or because the words say so."""
        said = ruled.actors if ruled.actor_slot not in {BYSTANDER, TASKED} else ()
        return any(i in said or protests(self.ranker.figures.at(i), mode) for i in roles.actors)

    def _crowd(self, sketch: Sketch, mode: str | None) -> tuple[Party, ...]:
        """The protesters that the sentence names somewhere, else those that a protest implies."""
        head = sketch.candidate.head
        found = named_crowd(self.ranker.figures.of_sentence(sketch.candidate.sentence), self._tree, head)
        return (crowd(mode, sketch.where),) if found is None else self.parties.parties(found, head)

    def _source(self, sketch: Sketch, actors: tuple[Party, ...]) -> Evidence | None:
        """Who says so; nobody for what an actor does by saying it; of violence that somebody claims, the claimant."""
        if sketch.attributed_to is not None:
            spoken = sketch.decision.event_type in VERBAL
            return self._surroundings.attributed_to(sketch.candidate.head, actors if spoken else ())
        claimed = sketch.decision.event_type == "ASSAULT" and "responsibility" in sketch.option.trigger.id
        return actors[0].evidence if claimed and actors else None

    def _named(self, heads: tuple[int, ...], act: int, ruled: tuple[int, ...]) -> tuple[Party, ...]:
        """The parties at some nouns, marked where the rules have not chosen them."""
        found = ((i, each) for i in heads for each in self.parties.parties(i, act))
        return tuple(each if i in ruled else replace(each, because=(*each.because, _BY_WEIGHTS)) for i, each in found)

    def ruled(self, sketch: Sketch) -> Roles:
        """The roles that the rules find, with the likeliest other parties of the sentence."""
        return self._roles.completed(sketch.candidate, sketch.option, sketch.roles, self._above(sketch))

    @cached_property
    def ranker(self) -> RoleRanker:
        """Chooses among the parties that the rules find and those nearby."""
        title = self._document.title or ""
        return RoleRanker(title, self._tree, self._gate, self._speakers, self.parties)

    def _above(self, sketch: Sketch) -> tuple[str, Roles] | None:
        """Type and roles of the likely act inside whose words this one is told."""
        for i in self._tree.ancestors(sketch.candidate.head):
            other = self._chosen.get(i)
            if other is not None and other.certainty >= _LIKELY:
                return other.decision.event_type, other.roles
        return None

    def _contexts_of(self, index: int) -> tuple[tuple[str, int], ...]:
        if index not in self._contexts:
            sentence = self._tree.annotations.sentences[index]
            self._contexts[index] = contexts_in(list(self._tree.tokens[sentence.first : sentence.last]))
        return self._contexts[index]


def _score(sketches: list[Sketch], model: Model) -> None:
    for sketch in sketches:
        sketch.certainty = probability(sketch.traits, model)


def _because(sketch: Sketch, roles: Roles, mode: str) -> tuple[Because, ...]:
    trigger = sketch.option.trigger
    fits = f"the words fit the entry “{trigger.id}”"
    reasons = [Because(step="coding.type", reason=fits, rule=trigger.id, score=trigger.prior)]
    if mode:
        reasons.append(Because(step="coding.mode", reason=mode))
    reasons.extend(Because(step="coding.modality", reason=reason) for reason in sketch.decision.reasons)
    if roles.actors:
        reasons.append(Because(step="coding.actors", reason=roles.actor_why or _stand(roles.actor_slot)))
    if roles.recipients:
        reasons.append(Because(step="coding.recipients", reason=roles.recipient_why or _stand(roles.recipient_slot)))
    return tuple(reasons)


def _stand(slot: str) -> str:
    """How the parties were found, in one sentence."""
    if slot == BYSTANDER:
        return "no words tie it to the act; it is the likeliest other party named in the sentence"
    if slot == TASKED:
        return "the act in whose words this one is told holds it responsible"
    return f"found as {slot.replace('_', ' ')}"
