"""What the dating of a mention looks at: the form of its trigger and whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from dateline.model import EventMention, Party, Token

#: How far before a verb its auxiliaries are looked for.
_REACH = 8
#: So many other acts of a long report are looked at for each.
MOST_OTHERS = 40
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A mention as its date sees it.

    Attributes:
        mention: The mention.
        head: The governing token of its trigger, or None.
        form: "noun", or the form of the verb: "past", "have", "had", "present", "will", "modal", "inf" or a tag.
        actors, recipients: Names of its parties, in lower case.
    """

    mention: EventMention
    head: Token | None
    form: str
    actors: frozenset[str]
    recipients: frozenset[str]

    def relation(self, other: Act) -> str:
        """How close two mentions are: "key" (one happening), "type" and "other", with the parties they share."""
        if self.mention.event_key == other.mention.event_key:
            return "key"
        acting, receiving = bool(self.actors & other.actors), bool(self.recipients & other.recipients)
        if self.mention.event_type == other.mention.event_type:
            return "type" + " actor" * acting + " recipient" * receiving
        crossed = bool(self.actors & other.recipients or self.recipients & other.actors)
        return "other both" if acting and receiving else "other" + " party" * (acting or receiving or crossed)


def act_of(mention: EventMention, head: Token | None, tokens: Sequence[Token]) -> Act:
    """The act of a mention; parties are compared by the names that the coder gave them."""
    return Act(
        mention=mention,
        head=head,
        form=form_of(head, tokens) if head is not None else "none",
        actors=_names(mention.actors),
        recipients=_names(mention.recipients),
    )


def neighbours(acts: Sequence[Act], i: int) -> list[int]:
    """The other acts of a report, by number, in order: at most MOST_OTHERS, those told nearest."""
    here = acts[i].mention.sentence
    others = [k for k in range(len(acts)) if k != i]
    if len(others) > MOST_OTHERS:
        others = sorted(nsmallest(MOST_OTHERS, others, key=lambda k: (abs(acts[k].mention.sentence - here), k)))
    return others


def form_of(head: Token, tokens: Sequence[Token]) -> str:
    """The form of a trigger; see :class:`Act`."""
    if head.pos in {"NOUN", "PROPN"}:
        return "noun"
    helpers = [
        token
        for token in tokens[max(0, head.i - _REACH) : head.i]
        if token.head == head.i and token.dep in {"aux", "auxpass"}
    ]
    lemmas, tags = {token.lemma for token in helpers}, {token.tag for token in helpers}
    if "MD" in tags:
        return "will" if lemmas & _WILL else "modal"
    if "have" in lemmas:
        return "had" if any(token.lemma == "have" and token.tag == "VBD" for token in helpers) else "have"
    if "VBD" in tags or head.tag == "VBD":
        return "past"
    if tags & {"VBZ", "VBP"} or head.tag in {"VBZ", "VBP"}:
        return "present"
    return "inf" if any(token.text.lower() == "to" for token in helpers) else head.tag


def _names(parties: Sequence[Party]) -> frozenset[str]:
    told = (party.name or (party.evidence.text if party.evidence is not None else "") for party in parties)
    return frozenset(name.lower() for name in told if name)
