"""Arms frames: who supplies what arms to whom, and how far it has got: :func:`find_arms`, :func:`arms_of`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.grammar import Grammar
from dateline.coding.arms.items import Items, describe
from dateline.coding.arms.lexicon import itemless, openers, triggers
from dateline.coding.arms.nouns import NounReader
from dateline.coding.arms.sides import Sides
from dateline.coding.arms.status import is_demand, status_of
from dateline.coding.arms.unsaid import add_unsaid
from dateline.coding.arms.values import figures_of, price_of, quantity_of
from dateline.coding.arms.verbs import VerbReader
from dateline.coding.parties import LENT, RANKED
from dateline.coding.view import View
from dateline.model import Annotations, ArmsFrame, Because, Document, EventMention, Evidence, Party, Sentence
from dateline.vocab.arms_status import arms_status

__all__ = ["arms_of", "find_arms"]

_GIVEN = re.compile(r"[A-Z].*-(?:supplied|provided|made|built|donated|delivered|funded)$")
_NAMED = re.compile(
    r"(?P<given>[A-Z]\w*\.?-(?:supplied|provided|made|built|donated|delivered|funded)\b)|[A-Z]\w*-?[0-9]"
)
"""A designation ("S-400") or a participle with a state before it."""
_LEAST = 0.3
_ALONE = {"ask": 0.1, "asking": 0.1, "embargo": 0.1, "handing": 0.25}
"""What a missing supplier takes off the certainty, by pattern; 0.35 for others."""
_CLAUSE = 60


def find_arms(
    document: Document, annotations: Annotations, mentions: Iterable[EventMention] = ()
) -> tuple[ArmsFrame, ...]:
    """The arms frames of a document in text order; lists of sides give one frame for each pair.

    Parties are words, not yet resolved; ``when`` is None.

    Args:
        document: The document.
        annotations: Its annotations.
        mentions: Its event mentions; a frame takes unsaid sides from the mention with its trigger.
    """
    view = View(document, annotations)
    sides = Sides(view)
    frames: list[ArmsFrame] = []
    for sentence in annotations.sentences:
        if view.codes(sentence) and _worth(view, sentence):
            for deal in _deals(view, sentence, sides):
                if is_demand(view, deal):
                    continue
                frames.extend(_frames(view, deal, sides))
    frames.sort(key=lambda frame: (frame.trigger.start, frame.trigger.end))
    held = add_unsaid(view, sides, _with_mentions(frames, tuple(mentions)))
    return _without_repeats(frame for frame in map(_weighed, held) if frame.certainty >= _LEAST)


def arms_of(mention: EventMention, frames: Iterable[ArmsFrame]) -> ArmsFrame | None:
    """The frame that belongs to an event mention: on its trigger, or in its clause with a fitting status."""
    near: list[tuple[int, ArmsFrame]] = []
    for frame in frames:
        if frame.trigger.start < mention.trigger.end and mention.trigger.start < frame.trigger.end:
            return frame
        gap = max(frame.trigger.start - mention.trigger.end, mention.trigger.start - frame.trigger.end)
        if gap <= _CLAUSE and mention.event_type in arms_status()[frame.status].event_types and _shares(mention, frame):
            near.append((gap, frame))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _shares(mention: EventMention, frame: ArmsFrame) -> bool:
    """Whether a side of the frame is a party of the mention."""
    parties = (*mention.actors, *mention.recipients)
    return any(
        side is not None and any(_one(side, party) for party in parties) for side in (frame.supplier, frame.recipient)
    )


def _one(a: Party, b: Party) -> bool:
    if a.name == b.name or (a.canonical_id is not None and a.canonical_id == b.canonical_id):
        return True
    return a.evidence is not None and b.evidence is not None and a.evidence.span.overlaps(b.evidence)


def _worth(view: View, sentence: Sentence) -> bool:
    """Whether a word of transfer and one of arms stand in the sentence."""
    lemmas = {token.lemma for token in view.sentence_tokens(sentence)}
    found = _NAMED.search(view.text, sentence.start, sentence.end)
    if triggers().isdisjoint(lemmas):
        return found is not None and found["given"] is not None
    return found is not None or not openers().isdisjoint(lemmas)


def _deals(view: View, sentence: Sentence, sides: Sides) -> Iterator[Deal]:
    """The transfers of one sentence: verbs first, then nouns whose item no verb has taken."""
    items = Items(view, sentence)
    grammar = Grammar(view, items, sides)
    verbs, nouns = VerbReader(grammar), NounReader(grammar)
    used: set[int] = set()
    tokens = [
        token for token in view.sentence_tokens(sentence) if token.lemma in triggers() or _GIVEN.search(token.text)
    ]
    if not items.found and itemless().isdisjoint(token.lemma for token in view.sentence_tokens(sentence)):
        return
    for token in tokens:
        told = verbs.read(token.i) if token.pos in {"VERB", "ADJ"} or token.tag.startswith("VB") else None
        if told is not None and (told.suppliers or told.recipients):
            if told.item is not None:
                used.update((told.item.head, *view.tree.conjuncts(told.item.head)))
            yield told
    for token in tokens:
        told = nouns.read(token.i, used) if token.pos in {"NOUN", "PROPN"} else None
        if told is not None:
            yield told


def _frames(view: View, deal: Deal, sides: Sides) -> Iterator[ArmsFrame]:
    reading = view.modality.read(deal.head)
    status, why = status_of(view, deal, reading)
    figures = figures_of(view, deal)
    price = price_of(view, deal, figures)
    item, item_class = describe(view, deal.item) if deal.item is not None else (None, _implied(deal))
    frame = ArmsFrame(
        trigger=view.evidence(deal.first, deal.last),
        supplier=None,
        recipient=None,
        item=item,
        item_class=item_class,
        quantity=quantity_of(view, deal.item, figures) if deal.item is not None else None,
        value=Evidence.of(view.text, price.start, price.end) if price is not None else None,
        amount=price.low if price is not None else None,
        currency=price.unit if price is not None else None,
        status=status,
        modality=str(reading.modality),
        attributed_to=view.surroundings.attributed_to(deal.head),
        certainty=deal.certainty,
        because=(
            Because(step="coding.arms", reason=f"“{view.tokens[deal.head].text}” tells a transfer", rule=deal.kind),
            Because(step="coding.arms.status", reason=why),
        ),
    )
    for supplier in deal.suppliers or (None,):
        for recipient in deal.recipients or (None,):
            yield replace(
                frame,
                supplier=sides.party(supplier, deal.head, deal.recipients) if supplier is not None else None,
                recipient=sides.party(recipient, deal.head, deal.suppliers) if recipient is not None else None,
            )


def _implied(deal: Deal) -> str:
    return "training" if deal.kind == "teach" else "unspecified"


def _with_mentions(frames: Sequence[ArmsFrame], mentions: Sequence[EventMention]) -> list[ArmsFrame]:
    """Frames whose missing side the event mention on the same trigger names; weights alone name no side."""
    told = []
    for frame in frames:
        same = [each for each in mentions if each.trigger.span.overlaps(frame.trigger)]
        supplier, recipient = frame.supplier, frame.recipient
        for mention in same:
            supplier = supplier or next(
                (p for p in mention.actors if _told(p) and (recipient is None or not _one(p, recipient))), None
            )
            recipient = recipient or next(
                (p for p in mention.recipients if _told(p) and (supplier is None or not _one(p, supplier))), None
            )
        told.append(replace(frame, supplier=supplier, recipient=recipient))
    return told


def _told(party: Party) -> bool:
    """Whether the rules, too, have chosen a mention's party, and for this mention: no guess and no loan."""
    return all(because.rule not in {RANKED, LENT} for because in party.because)


def _weighed(frame: ArmsFrame) -> ArmsFrame:
    """A frame without supplier is less certain, one without recipient tells nothing of a transfer."""
    if frame.supplier is None and frame.item_class == "nuclear" and frame.because[0].rule == "take":
        return replace(frame, certainty=0.0)
    lost = _ALONE.get(frame.because[0].rule, 0.35) if frame.supplier is None else 0.0
    return replace(frame, certainty=round(frame.certainty - lost - 0.6 * (frame.recipient is None), 3))


def _without_repeats(frames: Iterable[ArmsFrame]) -> tuple[ArmsFrame, ...]:
    """One frame for each trigger and pair of sides."""
    told: dict[tuple[int, str, str], ArmsFrame] = {}
    for frame in frames:
        sides = [side.name if side is not None else "" for side in (frame.supplier, frame.recipient)]
        told.setdefault((frame.trigger.start, sides[0], sides[1]), frame)
    return tuple(told.values())
