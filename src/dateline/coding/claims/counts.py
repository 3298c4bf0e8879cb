"""Counts of arms, forces, military acts, diplomats, seats and those whom measures hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import Counted, counted, figure_head, lemmas
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.figures import Figure
from dateline.vocab.item_matching import find_items

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
        group = _group(view, sentence, what)
        if group is None:
            last_noun = None
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
    token = view.tokens[view.at(figure.number)]
    return token.dep not in {"nummod", "nsubj", "conj"} or token.tag in {"PRP", "NN"}


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
    heads = [tokens[what.head].lemma]
    if what.inner is not None and heads[0] in words("containers"):
        heads.append(tokens[what.inner].lemma)
    if any(head in words("seats") for head in heads):
        return "seats"
    if any(head in words("population") for head in heads):
        return None
    if any(head in words("forces") for head in heads):
        return None if _bloody(view, sentence, what) else "forces"
    if any(head in words("diplomats") for head in heads):
        return "diplomats"
    around = _around(view, sentence, what)
    if any(head in words("acts") for head in heads):
        return "acts" if heads[0] != "round" or len(heads) > 1 else None
    if any(head in words("states") for head in heads) and around & words("joining"):
        return "states"
    if any(head in words("targets") for head in heads) and around & words("measures"):
        return "targets"
    if any(head in words("sites") for head in heads) and around & words("hitting"):
        return "sites"
    return "arms" if _is_arms(view, what, heads) else None


def _is_arms(view: View, what: Counted, heads: list[str]) -> bool:
    if not any(head in words("materiel") for head in heads):
        return any(match.end == view.tokens[what.head].end for match in _items(view, what))
    generic = {
        "system",
        "battery",
        "plane",
        "boat",
        "truck",
        "vehicle",
        "ship",
        "vessel",
        "carrier",
        "satellite",
        "round",
        "mine",
        "helicopter",
        "gun",
    }
    if heads[0] in generic:
        return bool(_items(view, what)) or bool(
            lemmas(view, what.first, what.last)
            & {"military", "navy", "naval", "army", "armed", "defence", "defense", "guard", "air", "u.s."}
        )
    return True


def _items(view: View, what: Counted) -> tuple[object, ...]:
    start, end = view.tokens[what.first].start, view.tokens[what.last - 1].end
    return tuple(match for match in find_items(view.text, start=start, end=end))


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
