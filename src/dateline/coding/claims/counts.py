"""Counts of arms, forces, military acts, diplomats, seats and those whom measures hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import Counted, counted, figure_head, forms, lemmas
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import Figure
from dateline.vocab.item_matching import ItemMatch, find_items

_INVARIABLE = frozenset({"aircraft", "personnel", "warcraft", "hovercraft", "spacecraft", "police"})
_NEAR = 14
_BLOODY = 7
_ONCE = frozenset({"lose", "leave", "claim", "charge", "survive", "bury", "flee", "displace"})
"""Casualty words that count only as the verb of the counted noun ("lost 60 soldiers")."""


def find_counts(view: View, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Found]:
    """Counts of one sentence; a figure without a noun takes that of the count before it."""
    last_noun: tuple[str, str] | None = None
    for figure in figures:
        if figure.unit or figure.joined or _is_time(view, figure) or _is_pronoun(view, figure):
            continue
        what = counted(view, sentence, figure)
        if what is None:
            continue
        if what.elliptic:
            if last_noun is not None and _tells_part(view, figure, what):
                yield _found(view, figure, what, last_noun[0], f"{last_noun[1]} left out", 0.5)
            continue
        group = None if _is_designation(view, figure, what) else _group(view, sentence, what)
        if group is None:
            last_noun = None
            continue
        if group != "seats" and view.text[figure.number : figure.end].lower() == "one":
            continue
        unit = view.tokens[what.head].text.lower()
        last_noun = (unit, group)
        yield _found(view, figure, what, unit, group, 0.7 if group in {"seats", "forces", "diplomats"} else 0.6)


def _is_time(view: View, figure: Figure) -> bool:
    first, last = view.tokens_of(figure.number, figure.end)
    return any(i in view.timed for i in range(first, last))


def _is_pronoun(view: View, figure: Figure) -> bool:
    """Whether "one" is no number ("one of", "one another")."""
    if view.text[figure.number : figure.end].lower() != "one":
        return False
    first, after = view.tokens_of(figure.number, figure.end)
    following = view.tokens[after].text.lower() if after < len(view.tokens) else ""
    token = view.tokens[first]
    return following == "of" or token.dep not in {"nummod", "nsubj", "conj"} or token.tag in {"PRP", "NN"}


def _tells_part(view: View, figure: Figure, what: Counted) -> bool:
    """Whether an elliptic figure speaks of the things counted before ("11 of which hit", "Labour lost 42")."""
    tokens = view.tokens
    following = tokens[what.first].text.lower() if what.first < len(tokens) else ""
    if following in {"of", "that", "which"}:
        return True
    return (
        tokens[what.head].dep in {"dobj", "nsubj", "nsubjpass"}
        and view.text[figure.number : figure.end].lower() != "one"
    )


def _group(view: View, sentence: Sentence, what: Counted) -> str | None:
    """The group of things that makes the count a claim, or None."""
    tokens = view.tokens
    heads = forms(tokens[what.head])
    if what.inner is not None and heads & words("containers"):
        heads |= forms(tokens[what.inner])
    if heads & words("seats"):
        return "seats" if lemmas(view, *_neighbourhood(view, what.head)) & words("elections") else None
    inside = lemmas(view, what.first, what.last)
    if heads & words("population") or inside & words("civil"):
        return None
    if heads & words("forces"):
        return None if _bloody(view, sentence, what) else "forces"
    if heads & words("diplomats"):
        return "diplomats"
    if heads & words("acts"):
        return None if "round" in heads and what.inner is None else "acts"
    around = _around(view, sentence, what)
    if heads & words("states") and _joins(view, what):
        return "states"
    if heads & words("targets") and around & words("measures"):
        return "targets"
    if heads & words("sites") and around & words("hitting"):
        return "sites"
    return "arms" if _is_arms(view, what, heads) else None


def _neighbourhood(view: View, i: int) -> tuple[int, int]:
    """Token range of the sentence of ``i`` and its neighbours: lists of results make many short sentences."""
    sentences, at = view.annotations.sentences, view.tokens[i].sentence
    return sentences[max(0, at - 1)].first, sentences[min(len(sentences) - 1, at + 1)].last


def _joins(view: View, what: Counted) -> bool:
    """Whether states that are counted vote, sign, ban or the like; "the two countries" only points back."""
    tokens = view.tokens
    if any(tokens[c].text.lower() in {"the", "these", "both"} for c in view.tree.having(what.head, "det")):
        return False
    at = what.head
    for _ in range(6):
        above = tokens[at].head
        if above == at:
            return False
        if tokens[above].lemma in words("joining"):
            return True
        if tokens[above].pos in {"VERB", "AUX"} and tokens[above].lemma not in {"have", "be", "do"}:
            return False
        at = above
    return False


def _is_arms(view: View, what: Counted, heads: set[str]) -> bool:
    token = view.tokens[what.head]
    verb = token.head if token.dep == "nsubj" else view.tree.governor(what.head)
    if verb is not None and view.tokens[verb].lemma in words("bursting"):
        return False
    items = _items(view, what)
    if "arm" in heads:
        return False
    if not heads & words("materiel"):
        return any(match.end == view.tokens[what.head].end for match in items)
    if heads & words("civil_too"):
        sentence = view.annotations.sentences[view.tokens[what.head].sentence]
        soldierly = bool(lemmas(view, sentence.first, sentence.last) & words("soldierly"))
        return soldierly or any(match.start < view.tokens[what.head].start for match in _items(view, what, weak=True))
    return True


def _is_designation(view: View, figure: Figure, what: Counted) -> bool:
    """Whether the number belongs to a name ("a Falcon 9 rocket", "the Boeing 707 plane")."""
    head = view.tokens[what.head]
    return head.tag == "NN" and figure.low != 1 and head.lemma not in _INVARIABLE and not figure.joined


def _items(view: View, what: Counted, *, weak: bool = False) -> tuple[ItemMatch, ...]:
    return find_items(view.text, weak=weak, start=view.tokens[what.first].start, end=view.tokens[what.last - 1].end)


def _around(view: View, sentence: Sentence, what: Counted) -> set[str]:
    """Lemmas near the counted noun, its own words left out."""
    first, last = max(sentence.first, what.first - _NEAR), min(sentence.last, what.last + _NEAR)
    return lemmas(view, first, what.first) | lemmas(view, what.last, last)


def _bloody(view: View, sentence: Sentence, what: Counted) -> bool:
    """Whether the forces counted are dead, hurt, captured or lost."""
    tokens = view.tokens
    first, last = max(sentence.first, what.first - _BLOODY), min(sentence.last, what.last + _BLOODY)
    if lemmas(view, first, last) & (words("casualty") - _ONCE):
        return True
    verb = view.tree.governor(what.head)
    return verb is not None and tokens[verb].lemma in words("casualty")


def _found(view: View, figure: Figure, what: Counted, unit: str, rule: str, certainty: float) -> Found:
    end = max(figure.end, view.tokens[what.last - 1].end) if what.last > what.first else figure.end
    return Found(
        kind=ClaimKind.COUNT,
        start=figure.start,
        end=end,
        value=figure.value,
        unit=unit,
        anchor=what.head if not what.elliptic else figure_head(view, figure),
        rule=rule,
        certainty=certainty,
    )
