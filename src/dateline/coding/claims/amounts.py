"""Amounts: money between states ("$1.23 billion in military aid") and weights and ranges of arms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import counted, figure_head, lemmas
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import Figure
from dateline.vocab.item_matching import find_items

_REACH = 10
_SMALL = 100_000.0
_MONEY_OF = re.compile(r"\s(?:(?:more|additional|extra|further)\s)?(?:worth\s)?(?:in|of|for)\s$")
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
    topical = bool(near & words("money_topics"))
    if near & words("amount_decoys"):
        return False
    return topical or figure.low >= _SMALL or figure.high >= _SMALL


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
    """ "billions more in tariffs": money although no currency is named."""
    if not (figure.word and figure.low >= 1e6):
        return
    _, after = view.tokens_of(figure.start, figure.end)
    for i in range(after, min(after + 6, sentence.last)):
        token = view.tokens[i]
        if token.lemma in words("money_nouns") and _MONEY_OF.match(view.text[figure.end : token.start] + " "[:0]):
            yield _money(view, sentence, figure, None)
            return
        if token.lemma in words("money_nouns") and re.match(
            r"\s(?:more\s)?(?:in|of)\s", view.text[figure.end : token.start]
        ):
            yield _money(view, sentence, figure, None)
            return


def _physical(view: View, sentence: Sentence, figure: Figure) -> Iterator[Found]:
    """Weights of arms and distances that missiles fly."""
    _, after = view.tokens_of(figure.start, figure.end)
    if after < sentence.last and view.tokens[after].text == "-":
        after += 1
    if after >= sentence.last or view.tokens[after].lemma.rstrip("s") not in words("physical_units"):
        return
    unit = view.tokens[after].lemma.rstrip("s")
    near = lemmas(view, sentence.first, sentence.last)
    flies = bool(near & _FLYING) and bool(near & _RANGE_VERBS) and unit in {"km", "kilometre", "kilometer", "mile"}
    what = counted(view, sentence, figure)
    armed = (
        what is not None
        and what.last > after + 1
        and bool(find_items(view.text, start=view.tokens[after].end, end=view.tokens[what.last - 1].end))
    )
    of_arms = (
        what is not None
        and what.inner is not None
        and bool(find_items(view.text, weak=True, start=view.tokens[what.last].start, end=view.tokens[what.inner].end))
    )
    if flies or armed or of_arms:
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
