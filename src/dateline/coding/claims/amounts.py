"""Amounts: money between states ("$1.23 billion in military aid") and weights and ranges of arms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import figure_head, lemmas
from dateline.coding.view import View
from dateline.model import ClaimKind, NameKind, Sentence
from dateline.text.figures import Figure
from dateline.vocab.item_matching import find_items

_REACH = 10
_SMALL = 100_000.0
_MONEY_OF = re.compile(r"\s(?:(?:more|additional|extra|further)\s)?(?:in|of)\s")
_STATES = frozenset({NameKind.PLACE, NameKind.GROUP})
_UNARMED = frozenset({"logistics", "spare_parts", "training", "dual_use"})
_LENGTHS = frozenset({"km", "kilometre", "kilometer", "mile"})
_RANGE_VERBS = frozenset({"fly", "travel", "reach", "range", "soar", "fall", "land", "climb"})
_FLYING = frozenset({"missile", "rocket", "projectile", "drone", "icbm", "shell"})


def find_amounts(view: View, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Found]:
    """The amounts of one sentence."""
    for figure in figures:
        if len(figure.unit) == 3:
            if _counts(view, sentence, figure):
                yield _money(view, sentence, figure, figure.unit)
        elif not figure.unit:
            yield from _bare_money(view, sentence, figure)
            yield from _physical(view, sentence, figure)


def _near(view: View, sentence: Sentence, figure: Figure) -> set[str]:
    first, last = view.tokens_of(figure.start, figure.end)
    return lemmas(view, max(sentence.first, first - _REACH), min(sentence.last, last + _REACH))


def _counts(view: View, sentence: Sentence, figure: Figure) -> bool:
    """Whether a sum is one between states rather than a price, a wage or a company's."""
    near = _near(view, sentence, figure)
    if near & words("amount_decoys"):
        return False
    if max(figure.low, figure.high if figure.sign == "<=" else 0.0) < _SMALL:
        return False
    return bool(near & words("money_topics")) or _states_pay(view, sentence, figure)


def _states_pay(view: View, sentence: Sentence, figure: Figure) -> bool:
    """Whether a state or people is named near a sum or is the subject of its clause."""
    first, last = view.tokens_of(figure.start, figure.end)
    around = range(max(sentence.first, first - _REACH), min(sentence.last, last + _REACH))
    if any(view.gate.names.get(i) in _STATES for i in around):
        return True
    for above in view.tree.ancestors(figure_head(view, figure)):
        if view.tokens[above].pos in {"VERB", "AUX"}:
            subject = view.tree.subject(above)
            return subject is not None and view.gate.names.get(subject) in _STATES
    return False


def _money(view: View, sentence: Sentence, figure: Figure, unit: str | None) -> Found:
    return Found(
        kind=ClaimKind.AMOUNT,
        start=figure.start,
        end=_end(view, sentence, figure),
        value=figure.value,
        unit=unit,
        anchor=figure_head(view, figure),
        rule="money",
        certainty=0.75,
    )


def _end(view: View, sentence: Sentence, figure: Figure) -> int:
    """Where the noun ends that says what the money is ("in military aid", "farm aid package")."""
    tokens = view.tokens
    _, after = view.tokens_of(figure.start, figure.end)
    last = after
    if after < sentence.last and tokens[after].lemma in {"worth", "in", "of"}:
        while after < sentence.last and tokens[after].lemma in {"worth", "in", "of"}:
            after += 1
    for i in range(after, min(after + 6, sentence.last)):
        if i in view.timed or tokens[i].tag not in {"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN"}:
            break
        if tokens[i].tag.startswith("NN"):
            last = i + 1
    return max(figure.end, tokens[last - 1].end)


def _bare_money(view: View, sentence: Sentence, figure: Figure) -> Iterator[Found]:
    """“billions more in tariffs”: money although no currency is named."""
    if not (figure.word and figure.low >= 1e6):
        return
    match = _MONEY_OF.match(view.text, figure.end, sentence.end)
    if match is None:
        return
    at = view.at(match.end())
    for i in range(at, min(at + 4, sentence.last)):
        token = view.tokens[i]
        if token.tag not in {"JJ", "NN", "NNS", "NNP"}:
            return
        if token.lemma in words("money_nouns"):
            yield _money(view, sentence, figure, None)
            return


def _physical(view: View, sentence: Sentence, figure: Figure) -> Iterator[Found]:
    """Weights of arms and distances that missiles fly."""
    _, after = view.tokens_of(figure.start, figure.end)
    if after < sentence.last and view.tokens[after].text == "-":
        after += 1
    if after >= sentence.last:
        return
    unit = view.tokens[after].lemma.rstrip("s")
    if unit in words("physical_units") and (_flies(view, sentence, unit) or _of_arms(view, sentence, after)):
        yield Found(
            kind=ClaimKind.AMOUNT,
            start=figure.start,
            end=view.tokens[after].end,
            value=figure.value,
            unit=view.tokens[after].text.lower(),
            anchor=figure_head(view, figure),
            rule="measure",
            certainty=0.5,
        )


def _flies(view: View, sentence: Sentence, unit: str) -> bool:
    near = lemmas(view, sentence.first, sentence.last)
    return unit in _LENGTHS and bool(near & _FLYING) and bool(near & _RANGE_VERBS)


def _of_arms(view: View, sentence: Sentence, unit: int) -> bool:
    """Whether a weight is that of an arm ("a 500-pound bomb", "11 tons of explosives")."""
    tokens = view.tokens
    at = unit
    while tokens[at].dep in {"amod", "compound", "npadvmod", "nmod", "nummod"} and tokens[at].head > at:
        at = tokens[at].head
    if at == unit:
        at = next(view.tree.prepositional(unit, "of"), unit)
    if at == unit or at >= sentence.last:
        return False
    found = find_items(view.text, weak=True, start=tokens[at].start, end=tokens[at].end)
    return any(match.item_class not in _UNARMED for match in found)
