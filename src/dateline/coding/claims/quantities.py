"""Quantities: what a figure counts, read from the words behind it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.view import View
from dateline.model import Sentence, Token
from dateline.text.figures import Figure

_INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "POS", "HYPH", "CD", "RB", "AFX"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_QUOTES = frozenset("\"“”'‘’")
_PARTITIVE = frozenset({"which", "them", "these", "those", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a figure counts.

    Attributes:
        first, last: Half-open token range of the words behind the figure.
        head: Its head noun, or for an ellipsis ("11 of which") the token of the figure.
        inner: Head noun of an "of" complement ("rounds of training"), or None.
        elliptic: The noun is left out.
    """

    first: int
    last: int
    head: int
    inner: int | None = None
    elliptic: bool = False


def figure_tokens(view: View, figure: Figure) -> tuple[int, int]:
    """The token range of a figure from its number on."""
    return view.tokens_of(figure.number, figure.end)


def figure_head(view: View, figure: Figure) -> int:
    """The token of a figure that is governed from outside."""
    first, last = view.tokens_of(figure.start, figure.end)
    return next((i for i in range(first, last) if not first <= view.tokens[i].head < last), first)


def counted(view: View, sentence: Sentence, figure: Figure) -> Counted | None:
    """The noun behind a figure with its modifiers ("16 short-range ballistic missiles"), or None."""
    tokens = view.tokens
    number, after = figure_tokens(view, figure)
    at = after
    if at < sentence.last and tokens[at].text.lower() == "of":
        behind = _behind_of(view, at + 1, sentence)
        if behind is None:
            return Counted(first=after, last=after + 2, head=number, elliptic=True)
        at = behind
    run = _run(view, at, sentence)
    noun = next((i for i in reversed(run) if tokens[i].tag in _NOUNS), None)
    if noun is None:
        return (
            Counted(first=after, last=after, head=number, elliptic=True) if _can_stand_alone(tokens[number]) else None
        )
    return Counted(first=at, last=noun + 1, head=noun, inner=_inner(view, noun, sentence))


def _behind_of(view: View, at: int, sentence: Sentence) -> int | None:
    """Where the noun begins behind "of (the|its)"; None for "of which"."""
    tokens = view.tokens
    if (
        at < sentence.last
        and tokens[at].text.lower() in _PARTITIVE
        and tokens[at].tag in {"WDT", "WP", "PRP", "DT", "IN"}
    ):
        following = tokens[at + 1] if at + 1 < sentence.last else None
        if following is None or following.tag not in _NOUNS:
            return None
    while at < sentence.last and tokens[at].tag in {"DT", "PRP$", "PDT"}:
        at += 1
    return at


def _run(view: View, at: int, sentence: Sentence) -> list[int]:
    """Tokens of the noun phrase that begins at ``at``: modifiers and nouns, no time expressions."""
    tokens, run = view.tokens, list[int]()
    while at < sentence.last:
        token = tokens[at]
        joint = (
            token.text in _QUOTES
            or token.text in {"-", "/"}
            or (token.tag in {"CC", ","} and _joins(tokens, at, sentence))
        )
        if token.text in {"[", "("} and _closes(tokens, at) is not None:
            at = _closes(tokens, at) or at
            continue
        if (at in view.timed and token.tag != "JJ") or not (token.tag in _INSIDE or joint):
            break
        if token.tag in {"VBN", "VBG", "RB"} and not _modifies(view, at, sentence):
            break
        run.append(at)
        at += 1
    return run


def _closes(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where a short bracket between a modifier and its noun ends ("Daesh [Isis] fighters")."""
    for i in range(at + 1, min(at + 4, len(tokens) - 1)):
        if tokens[i].text in {"]", ")"}:
            return i + 1 if tokens[i + 1].tag in _NOUNS else None
    return None


def _joins(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> bool:
    """Whether "and" or a comma stands between two adjectives of one noun."""
    if at + 1 >= sentence.last or tokens[at - 1].tag != "JJ":
        return False
    following = tokens[at + 1]
    return following.tag == "JJ" and following.dep in {"amod", "conj"}


def _modifies(view: View, at: int, sentence: Sentence) -> bool:
    """Whether a participle or adverb belongs to a noun that follows it."""
    tokens = view.tokens
    for i in range(at + 1, min(at + 5, sentence.last)):
        if tokens[i].tag in _NOUNS:
            return tokens[at].head >= at and tokens[at].dep in {"amod", "compound", "advmod", "punct", "nmod"}
        if tokens[i].tag not in _INSIDE and tokens[i].text not in {"-"}:
            return False
    return False


def _inner(view: View, noun: int, sentence: Sentence) -> int | None:
    """The head noun of the "of" complement."""
    if noun + 1 < sentence.last and view.tokens[noun + 1].text.lower() == "of":
        at = noun + 2
        while at < sentence.last and view.tokens[at].tag in {"DT", "PRP$"}:
            at += 1
        run = _run(view, at, sentence)
        return next((i for i in reversed(run) if view.tokens[i].tag in _NOUNS), None)
    return None


def _can_stand_alone(number: Token) -> bool:
    return number.dep in {"nsubj", "dobj", "nsubjpass", "attr", "conj", "appos", "pobj"}


def forms(token: Token) -> set[str]:
    """The lemma of a token; for a plural name ("Marines") its singular too."""
    return {token.lemma, token.text.lower().removesuffix("s")} if token.tag == "NNPS" else {token.lemma}


def lemmas(view: View, first: int, last: int) -> set[str]:
    """The lemmas of a token range, and its forms in lower case."""
    return {form for token in view.tokens[first:last] for form in (token.lemma, token.text.lower())}
