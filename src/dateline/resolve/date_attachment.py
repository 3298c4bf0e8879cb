"""Which time expressions may date an event mention, by the dependency parse, and how well each fits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Annotations, EventMention, Evidence, Modality, Token
from dateline.text import timex
from dateline.text.timex import TimeKind, TimeMention

#: Labels of clauses that stand inside another one.
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis"})
#: What it costs to climb from the trigger over such an edge to where the time hangs.
_CLIMB = {
    "ccomp": 1.5,
    "advcl": 3.0,
    "relcl": 4.0,
    "acl": 3.0,
    "conj": 1.0,
    "xcomp": 0.5,
    "pcomp": 1.0,
    "parataxis": 2.0,
}
#: What it costs a time to stand inside a clause that the trigger is not in.
_OTHER_CLAUSE = 4.0
#: What it costs either way when the clause tells what went on at the same time.
_SAME_TIME = 0.6
#: The same when the clause describes the trigger noun itself ("the attack that began on Friday").
_OWN_CLAUSE = 1.0
#: What it costs a time to describe a noun beside the trigger ("the Jan. 3 strike"), and one behind a preposition.
_NOUN_BEFORE = 2.5
_NOUN_BEHIND = 0.8
#: What it costs a trigger noun that its verb, not itself, is dated ("on Thursday he condemned the violence").
_NOUN_OF_VERB = 1.5
#: Verbs that say nothing but that their noun took place.
_LIGHT = (
    "make hold take launch carry stage conduct issue give begin start continue end deliver resume sign fire have do "
    "come open follow occur happen be erupt mount pay reach announce"
)
LIGHT_VERBS = frozenset(_LIGHT.split())
_DATED = frozenset({TimeKind.DATE, TimeKind.RANGE, TimeKind.EVENT_RELATIVE})
_LONG = frozenset({timex.Unit.WEEK, timex.Unit.FORTNIGHT, timex.Unit.MONTH, timex.Unit.YEAR})
_RECENTLY = frozenset({"recently", "lately", "shortly ago"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A time expression that may date a mention.

    Attributes:
        time: The expression.
        cost: How badly it fits: below 1 it stands with the act itself.
        tense: Of the clause it stands in: "past", "future" or None.
    """

    time: TimeMention
    cost: float
    tense: str | None


class TimesOfDocument:
    """The time expressions of a document with the tokens that hold them."""

    def __init__(self, times: Sequence[TimeMention], annotations: Annotations) -> None:
        self._tokens = annotations.tokens
        self._starts = [token.start for token in self._tokens]
        self._sentences = annotations.sentences
        self._times = [time for time in times if _may_date(time)]

    @property
    def all(self) -> list[TimeMention]:
        """The expressions that may date something, in text order."""
        return self._times

    def named(self, words: Evidence) -> list[TimeMention]:
        """The expressions that a coder's words for a date overlap, wherever they stand."""
        return [time for time in self._times if words.span.overlaps(time.evidence)]

    def candidates(self, mention: EventMention) -> list[Candidate]:
        """The expressions of the mention's sentence, best first; before them what the coder took from elsewhere."""
        trigger = self.head(mention.trigger)
        if trigger is None:
            return []
        sentence = self._sentences[trigger.sentence]
        path = list(self._up(trigger))
        found = []
        for time in self._times:
            if sentence.start <= time.evidence.start and time.evidence.end <= sentence.end:
                head = self.head(time.evidence)
                told = self._meant(time, head, path) if head is not None else None
                if head is not None and told is not None:
                    cost, joint = self._cost(path, head)
                    distance = abs(time.evidence.start - mention.trigger.start) / 1000
                    tense = self._tense(mention, head, joint)
                    found.append(Candidate(time=told, cost=cost + distance, tense=tense))
        return [*self._from_elsewhere(mention, found), *sorted(found, key=lambda each: each.cost)]

    def _from_elsewhere(self, mention: EventMention, found: list[Candidate]) -> list[Candidate]:
        words = mention.when.evidence if mention.when is not None else None
        if words is None or any(words.span.overlaps(each.time.evidence) for each in found):
            return []
        tense = "future" if mention.modality in {Modality.FUTURE, Modality.HYPOTHETICAL} else "past"
        return [Candidate(time=time, cost=0.0, tense=tense) for time in self.named(words)]

    def _meant(self, time: TimeMention, head: Token, path: list[Token]) -> TimeMention | None:
        """The expression as it dates an act; None where it only measures or compares.

        "Three weeks of protests" and "have protested for three weeks" date the protests to the last three weeks; "the
        first protest since 2011" does not date it to the years since.
        """
        match time.expression:
            case timex.Duration(amounts=(amount,)):
                inside = head in path[1:]
                verb = next(self._verbs(head), None)
                lasting = verb is not None and time.evidence.text.lower().startswith(("for ", "over "))
                if amount.unit not in _LONG or not (inside or (lasting and verb and self._perfect(verb))):
                    return None
                amount = amount if amount.n is not None else replace(amount, n=3)
                return replace(time, expression=timex.Window(amount=amount, side=timex.Side.BEFORE))
            case timex.Open(word="since"):
                before = self._tokens[max(0, head.i - 12) : head.i]
                compared = any(
                    token.sentence == head.sentence
                    and (token.tag in {"JJS", "RBS"} or token.lemma in {"first", "only"})
                    for token in before
                )
                return None if compared else time
            case _:
                return time

    def _perfect(self, verb: Token) -> bool:
        nearby = self._tokens[max(0, verb.i - 8) : verb.i]
        return any(token.head == verb.i and token.lemma == "have" for token in nearby)

    def _cost(self, path: list[Token], head: Token) -> tuple[float, int]:
        """How far an expression hangs from the trigger, and at which step of the trigger's path it joins."""
        places = {token.i: n for n, token in enumerate(path)}
        cost, at = 0.0, head
        while at.i not in places:
            above = self._tokens[at.head]
            if above is at:
                return 99.0, len(path) - 1
            cost += self._descent(at, above, places) if at is not head or at.dep not in CLAUSES else 0.0
            at = above
        joint = places[at.i]
        return cost + sum(self._climb(token) for token in path[:joint]), joint

    def _climb(self, token: Token) -> float:
        """The cost of going up from a token of the trigger's path."""
        if token.pos in {"NOUN", "PROPN"} and token.dep in {"dobj", "nsubj", "nsubjpass", "pobj"}:
            above = self._tokens[token.head]
            return 0.3 if above.pos == "ADP" or above.lemma in LIGHT_VERBS else _NOUN_OF_VERB
        return _SAME_TIME if self._same_time(token) else _CLIMB.get(token.dep, 0.3)

    def _same_time(self, clause: Token) -> bool:
        """Whether a clause says what went on at that time ("in May, when he met the envoy")."""
        if clause.dep not in {"advcl", "relcl"}:
            return False
        nearby = self._tokens[max(0, clause.i - 12) : clause.i]
        return any(token.head == clause.i and token.lemma in {"when", "while", "as"} for token in nearby)

    def _descent(self, at: Token, above: Token, places: dict[int, int]) -> float:
        if at.dep in CLAUSES:
            own = places.get(above.i) == 0 and at.dep in {"relcl", "acl"}
            return _OWN_CLAUSE if own or (self._same_time(at) and above.i in places) else _OTHER_CLAUSE
        if above.i in places or above.pos not in {"NOUN", "PROPN"}:
            return 2.0 if at.dep == "conj" and above.i not in places else 0.0
        return _NOUN_BEHIND if at.dep == "prep" else _NOUN_BEFORE

    def _tense(self, mention: EventMention, head: Token, joint: int) -> str | None:
        """Past or future, by the finite verb above the time and by the modality of the mention."""
        told = next((tense for verb in self._verbs(head) if (tense := self._finite(verb))), None)
        if mention.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}:
            return "past" if told == "past" and (joint > 0 or mention.modality is Modality.HYPOTHETICAL) else "future"
        return "future" if told == "future" and joint > 0 else "past"

    def _verbs(self, token: Token) -> Iterator[Token]:
        return (each for each in self._up(token) if each.pos in {"VERB", "AUX"})

    def _finite(self, verb: Token) -> str | None:
        """Tense of a finite verb group, None for forms that have none of their own (infinitives, participles)."""
        auxiliaries = [
            token
            for token in self._tokens[max(0, verb.i - 8) : verb.i]
            if token.head == verb.i and token.dep in {"aux", "auxpass"}
        ]
        if any(token.lemma in {"will", "shall", "'ll", "’ll", "wo"} for token in auxiliaries):
            return "future"
        if verb.tag == "VBD" or any(token.tag == "VBD" or token.lemma == "have" for token in auxiliaries):
            return "past"
        present = verb.tag in {"VBZ", "VBP", "MD"} or any(token.tag == "MD" for token in auxiliaries)
        return "present" if present else None

    def _up(self, token: Token) -> Iterator[Token]:
        """The token and its governors up to the root."""
        while True:
            yield token
            if token.head == token.i:
                return
            token = self._tokens[token.head]

    def head(self, evidence: Evidence) -> Token | None:
        """The token of a stretch that is governed from outside."""
        inside = []
        for token in self._tokens[max(0, bisect_right(self._starts, evidence.start) - 1) :]:
            if token.start >= evidence.end:
                break
            if token.end > evidence.start:
                inside.append(token)
        members = {token.i for token in inside}
        return next((token for token in inside if token.head not in members or token.head == token.i), None)


def _may_date(time: TimeMention) -> bool:
    if time.expression == timex.Vague(when="past"):
        return time.evidence.text.lower() in _RECENTLY
    overnight = time.expression == timex.Part(base=None, part="overnight")
    return overnight or time.kind in _DATED or isinstance(time.expression, timex.Duration)
