"""Cutting: a run of capitalised words into names, leaving out titles and joints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.gazetteer import Known
from dateline.annotate.titles import is_title_head
from dateline.model import NameKind, Token
from dateline.text.languages import en, en_names

NAME_TAGS = frozenset({"NNP", "NNPS"})
_OTHER_TAGS = frozenset({"NN", "NNS", "JJ", "FW", "VBN", "VBG", "ADD", "CD", "JJS", "XX"})
HYPHENS = frozenset({"-", "–", "‑"})
_JOINTS = frozenset({"PUNCT", "ADP", "CCONJ", "PART", "DET", "SYM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Tokens ``[first, last)`` that may be a name.

    Attributes:
        kind: What it stands for, or None while undecided.
        origin: As in ``Name.origin``.
        known: The gazetteer's entry that covers all of it, or None.
    """

    first: int
    last: int
    kind: NameKind | None
    origin: str
    known: Known | None = None


#: Known names by the index of their first token: (token behind the last one, entry).
KnownTokens = Mapping[int, tuple[int, Known]]


def is_capital(token: Token) -> bool:
    """Whether a word begins with a capital and is no word of the calendar."""
    return token.text[:1].isupper() and token.text.lower() not in en.CALENDAR


def may_name(token: Token) -> bool:
    """Whether a word may be part of a name, by capital and tag."""
    return is_capital(token) and (token.tag in NAME_TAGS or token.tag in _OTHER_TAGS)


def is_month_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month is a surname here ("Mrs May", "Theresa May")."""
    token, before = tokens[i], tokens[i - 1]
    return token.tag in NAME_TAGS and token.text in {"May", "March", "August"} and i > 0 and before.tag in NAME_TAGS


def cut(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> Iterator[Candidate]:
    """Cut one run into names, leaving out titles and joints."""
    while i < end:
        body = _body_end(tokens, i, end, known)
        event = _event_end(tokens, i, end)
        if event is not None and event > (body or 0):
            yield Candidate(first=i, last=event, kind=NameKind.OTHER, origin="run")
            i = event
        elif i in known and known[i][0] >= (body or 0):
            yield Candidate(first=i, last=known[i][0], kind=known[i][1].kind, origin="gazetteer", known=known[i][1])
            i = known[i][0]
        elif body is not None:
            yield Candidate(first=i, last=body, kind=NameKind.ORGANISATION, origin="run")
            i = body
        elif (
            not (is_capital(tokens[i]) or is_month_name(tokens, i))
            or is_title_head(tokens[i])
            or _modifies_title(tokens, i, end)
        ):
            i = _behind_portfolio(tokens, i, end)
        else:
            last = _name_end(tokens, i, end, known)
            yield Candidate(first=i, last=last, kind=None, origin="run")
            i = last


def _body_end(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> int | None:
    """The token behind the name of a body that begins at ``i``: "National Unity Government", "Bank of China"."""
    last = None
    k = i
    while k < end and not _ends_body(tokens, k, end):
        if k in known and k > i and known[k][1].kind is NameKind.PERSON:
            break
        word = tokens[k].text.lower()
        if word in en_names.BODY_NOUNS and is_capital(tokens[k]):
            last = k + 1
        k += 1
    if last is None or (last < end and is_title_head(tokens[last]) and last - i == 1):
        return None
    if last < end and tokens[last].text in {"of", "for"}:
        return _complement_end(tokens, last, end, known)
    return last


def _ends_body(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a title begins at ``k``, and is no part of a body's name ("General Assembly", "Security Council")."""
    if not is_title_head(tokens[k]) or tokens[k].text.lower() in en_names.TITLE_MODIFIERS:
        return False
    return k + 1 >= end or tokens[k + 1].text.lower() not in en_names.BODY_NOUNS


def _event_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """The token behind the name of an event or a text that begins at ``i``: "Armed Forces Day"."""
    k = i
    while k < end and is_capital(tokens[k]) and not is_title_head(tokens[k]):
        if k > i and tokens[k].text.lower() in en_names.EVENT_NOUNS:
            return k + 1
        k += 1
    return None


def _complement_end(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> int:
    """The token behind "of Foreign Affairs" or "of the Russian Federation" beginning at ``i``."""
    k = i + 1 + (i + 1 < end and tokens[i + 1].text == "the")
    if k in known:
        return known[k][0]
    while k < end and (tokens[k].text.lower() in en_names.PORTFOLIOS or tokens[k].text in {"and", "&", ","}):
        k += 1
    while k < end and k not in known and is_capital(tokens[k]) and not is_title_head(tokens[k]):
        k += 1
    while k > i + 1 and not is_capital(tokens[k - 1]):
        k -= 1
    return k if k > i + 1 else i


def _modifies_title(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether token ``i`` begins the modifiers of a title ("Deputy Prime Minister", "Foreign Secretary")."""
    k = i
    while k < end and tokens[k].text.lower() in en_names.TITLE_MODIFIERS:
        k += 1
    return k > i and k < end and is_title_head(tokens[k])


def _behind_portfolio(tokens: Sequence[Token], i: int, end: int) -> int:
    """The token to go on with after a title word at ``i``; skips "of Defence"."""
    i += 1
    if i + 1 < end and tokens[i].text in {"of", "for"} and tokens[i + 1].text.lower() in en_names.PORTFOLIOS:
        i += 1
        first = i
        while i < end and (tokens[i].text.lower() in en_names.PORTFOLIOS or tokens[i].text in {"and", "&"}):
            i += 1
        if i < end and tokens[i].text.lower() in en_names.BODY_NOUNS:
            return first
    return i


def _name_end(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> int:
    """The token behind a plain name that begins at ``i``: up to a title or a known name that is no part of it."""
    k = i + 1
    while k < end and not (k in known and known[k][1].kind is not NameKind.PERSON) and not is_title_head(tokens[k]):
        k += 1
    while k > i + 1 and tokens[k - 1].pos in _JOINTS and tokens[k - 2].text not in HYPHENS:
        k -= 1
    return k
