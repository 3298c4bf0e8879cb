"""Status: how far a transfer has got, from the trigger, the words above it and its modality."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.lexicon import words
from dateline.coding.modality import Reading
from dateline.coding.view import View
from dateline.model import Modality

_ABOVE = (
    "refused",
    "suspended",
    "embargoed",
    "alleged",
    "requested",
    "offered",
    "considered",
    "planned",
    "ordered",
    "agreed",
)
_OF_KIND = {
    "ask": "requested",
    "asking": "requested",
    "settling": "agreed",
    "embargo": "embargoed",
    "licence": "agreed",
}
_OF_TRIGGER = ("offered", "agreed", "planned", "ordered", "suspended", "embargoed")
_DEPTH = 5


def status_of(view: View, deal: Deal, reading: Reading) -> tuple[str, str]:
    """The status and why."""
    tokens = view.tokens
    lemma = tokens[deal.head].lemma
    told = next((status for status in _OF_TRIGGER if lemma in words(f"own_{status}")), None)
    own = _OF_KIND.get(deal.kind) or told or ("refused" if deal.kind == "withhold" else "delivered")
    for above, lemmas in _above(view, deal):
        for status in _ABOVE:
            if not lemmas.isdisjoint(words(status)):
                return _weighed(status, own, reading, lemmas), f"“{tokens[above].text}” says that it is {status}"
    if reading.modality is Modality.NEGATED:
        return "refused" if reading.unwilling or own != "delivered" else own, reading.reason
    if reading.modality is Modality.FUTURE:
        return "planned" if own == "delivered" else own, reading.reason
    if reading.modality is Modality.HYPOTHETICAL:
        return "considered" if own in {"delivered", "ordered", "agreed"} else own, reading.reason
    return own, f"“{tokens[deal.head].text}” tells it"


def is_demand(view: View, deal: Deal) -> bool:
    """Whether the words only call for a stop ("urged states to prevent the flow of arms"): no transfer is told."""
    stopping = False
    for _, lemmas in _above(view, deal):
        if lemmas & (words("embargoed") | words("suspended") | {"halt", "stop", "end"}):
            stopping = True
        elif stopping and lemmas & words("requested"):
            return True
    return False


def _weighed(status: str, own: str, reading: Reading, lemmas: set[str]) -> str:
    """What two words make together: a promise that is only considered, an embargo that is planned."""
    if own == "embargoed":
        return "agreed" if lemmas & words("easing") else own
    if status == "agreed" and reading.modality is Modality.NEGATED:
        return "refused"
    if status == "agreed" and own == "ordered":
        return own
    return status


def _above(view: View, deal: Deal) -> Iterator[tuple[int, set[str]]]:
    """The words above the trigger that tell how far it has got, nearest first."""
    tree, tokens = view.tree, view.tokens
    for c in tree.having(deal.head, "amod", "compound", "advmod", "det"):
        lemmas = {tokens[c].lemma, tokens[c].text.lower()} & _ADVERBS
        yield c, lemmas | ({"whether"} if tokens[c].lemma == "any" else set())
    at = deal.head
    for _ in range(_DEPTH):
        above = tokens[at].head
        purpose = tokens[at].dep == "advcl" and tokens[at].tag == "VB"
        if above == at or (tokens[at].dep in {"relcl", "advcl", "nsubj", "parataxis"} and not purpose):
            return
        if tokens[at].dep != "conj" and tokens[above].pos in {"VERB", "NOUN", "ADJ", "AUX"}:
            lemmas = {tokens[above].lemma}
            if tokens[at].dep == "ccomp" and tokens[above].lemma in {"announce", "unveil"}:
                return
            if any(tokens[c].lemma == "whether" for c in tree.having(at, "mark")):
                lemmas.add("whether")
            yield above, lemmas
            yield from ((c, {tokens[c].lemma}) for c in tree.having(above, "advmod") if tokens[c].lemma in _ADVERBS)
        at = above


_ADVERBS = frozenset(
    {"reportedly", "allegedly", "alleged", "suspected", "purportedly", "proposed", "planned", "possible", "potential"}
)
