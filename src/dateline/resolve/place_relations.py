"""How strongly the grammar of a sentence ties a place name to the act that a trigger expresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Evidence, Token
from dateline.vocab.placewords import place_words

#: How well a preposition says "it happened there".
_PREPOSITIONS = {
    **dict.fromkeys(
        ("in", "at", "on", "inside", "within", "across", "throughout", "near", "around", "over", "off"), 1.0
    ),
    **dict.fromkeys(("into", "through", "onto", "along", "to", "toward", "towards"), 0.85),
    **dict.fromkeys(("of", "from"), 0.65),
    **dict.fromkeys(("upon", "against", "between", "outside"), 0.45),
}
_WEAK = 0.2
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "npadvmod"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "obj", "dative"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_STEP = 0.08
_CLAUSES = {"relcl": 0.25, "advcl": 0.25, "ccomp": 0.35, "acl": 0.08, "conj": 0.15, "xcomp": 0.05, "parataxis": 0.4}
_FAR = 8
_HERE = frozenset({"in", "at", "of"})


@dataclass(frozen=True, slots=True)
class Tie:
    """How a place is tied to an act.

    Attributes:
        strength: From 0 to 1.
        how: The preposition, or ``object``, ``modifier``, ``subject`` or another relation.
        nested: Whether the place belongs to a noun below the trigger ("condemned the attack in Kabul").
        qualifies: Whether the place only qualifies another noun ("a U.S. facility").
    """

    strength: float
    how: str
    nested: bool = False
    qualifies: bool = False


def tokens_of(tokens: Sequence[Token], evidence: Evidence) -> list[Token]:
    """The tokens that overlap a stretch of text."""
    return [token for token in tokens if token.start < evidence.end and evidence.start < token.end]


def head_of(within: Sequence[Token]) -> Token | None:
    """The token of a phrase that governs the others."""
    inside = {token.i for token in within}
    return next((token for token in within if token.head == token.i or token.head not in inside), None)


def tie(tokens: Sequence[Token], sentence: Sequence[Token], place: Evidence, trigger: Evidence) -> Tie:
    """The tie between a place name and a trigger in one sentence.

    Args:
        tokens: All tokens of the document.
        sentence: Those of the sentence.
        place: The words of the place.
        trigger: The words of the act.
    """
    acts = tokens_of(sentence, trigger)
    place_tokens = tokens_of(sentence, place)
    head, act = head_of(place_tokens), head_of(acts)
    if head is None or act is None:
        return Tie(0.0, "")
    if _within_where(tokens, act, head):
        return Tie(0.9, "where")
    how, base, governor = _attachment(tokens, head)
    written = _written_before(tokens, place_tokens[0])
    if written and base < _PREPOSITIONS[written]:
        how, base = written, _PREPOSITIONS[written]
    qualifies = head.dep in _MODIFIERS
    goal = {token.i for token in acts}
    down = _climb(tokens, governor, goal)
    if down is not None:
        nested = governor.i not in goal and governor.pos in _NOUNS
        nested = nested or (how in _PREPOSITIONS and _after_object(tokens, place_tokens[0], governor))
        return Tie(max(0.0, base - down), how, nested=nested, qualifies=qualifies)
    up = _climb(tokens, act, {governor.i})
    loss = 0.12 + up if up is not None else _meet(tokens, governor, act)
    return Tie(0.0 if loss is None else max(0.0, base - loss), how, qualifies=qualifies)


def occasion_of(tokens: Sequence[Token], sentence: Sequence[Token], place: Evidence) -> str | None:
    """The speech, meeting or verb of speaking that a place is said to be the place of, or None."""
    head = head_of(tokens_of(sentence, place))
    while head is not None and head.dep in {"appos", "compound", "nmod"} and head.head != head.i:
        head = tokens[head.head]
    for _ in range(2):
        if head is None or head.dep != "pobj":
            return None
        preposition = tokens[head.head]
        if preposition.text.lower() not in _HERE:
            return None
        governor = tokens[preposition.head]
        if governor.lemma in place_words().occasions:
            return governor.text
        head = governor if preposition.text.lower() == "of" else None
    return None


def _after_object(tokens: Sequence[Token], first: Token, governor: Token) -> bool:
    """Whether the preposition follows the object at once, so that it may belong to it ("the attack in Kabul")."""
    before = tokens[max(0, first.i - 2)]
    return before.pos in _NOUNS and before.head == governor.i and before.dep in _OBJECTS


def _within_where(tokens: Sequence[Token], act: Token, place: Token) -> bool:
    """Whether the act stands in a clause about the place: "Syria, where forces were withdrawn"."""
    token = act
    for _ in range(_FAR):
        if token.head == token.i:
            return False
        if token.dep == "relcl" and token.head == place.i:
            return any(other.head == token.i and other.text.lower() == "where" for other in tokens[place.i : act.i])
        token = tokens[token.head]
    return False


def _written_before(tokens: Sequence[Token], first: Token) -> str:
    """A preposition that opens the sentence before the name, which parsers take for a part of it ("Near Palmyra")."""
    before = tokens[first.i - 1] if first.i else None
    opens = before is not None and before.text.istitle() and before.text.lower() in _PREPOSITIONS
    return before.text.lower() if before is not None and opens and before.dep != "prep" else ""


def _attachment(tokens: Sequence[Token], head: Token) -> tuple[str, float, Token]:
    """How a name hangs in the sentence: the relation, its strength, and what it hangs on."""
    token = head
    while token.dep in {"appos", "conj"} and token.head != token.i:
        token = tokens[token.head]
    above = tokens[token.head]
    if token.dep == "pobj":
        word, governor = above.text.lower(), tokens[above.head]
        known = 0.0 if governor.text.lower() == "according" else _PREPOSITIONS.get(word, _WEAK)
        if governor.dep == "prep" and governor.i != above.i:
            governor = tokens[governor.head]
        return word, known, governor
    if token.dep in _MODIFIERS:
        if above.dep == "pobj" and above.pos in {"NOUN", "PROPN"} and token.dep != "amod":
            how, base, governor = _attachment(tokens, above)
            return how, base * 0.9, governor
        return "modifier", 0.7, above
    if token.dep in _OBJECTS:
        return "object", 0.65, above
    if token.dep in {"nsubj", "agent"}:
        return "subject", _WEAK, above
    return token.dep, _WEAK, above


def _climb(tokens: Sequence[Token], start: Token, goal: set[int]) -> float | None:
    """What is lost on the way up from a token to one of the goal; None when it does not lead there."""
    token, loss = start, 0.0
    for _ in range(_FAR):
        if token.i in goal:
            return loss
        if token.head == token.i:
            return None
        loss += _STEP + _CLAUSES.get(token.dep, 0.0)
        token = tokens[token.head]
    return None


def _meet(tokens: Sequence[Token], a: Token, b: Token) -> float | None:
    """What is lost when two tokens meet only in a common governor."""
    above: dict[int, float] = {}
    token, loss = a, 0.0
    for _ in range(_FAR):
        above[token.i] = loss
        if token.head == token.i:
            break
        loss += _STEP + _CLAUSES.get(token.dep, 0.0)
        token = tokens[token.head]
    up = _climb(tokens, b, set(above))
    if up is None:
        return None
    token = b
    while token.i not in above:
        token = tokens[token.head]
    return 0.2 + up + above[token.i]
