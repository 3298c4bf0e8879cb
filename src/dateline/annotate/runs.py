"""Runs of capitalised words, cut into names: people with their titles, bodies with their "of"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.gazetteer import Known
from dateline.annotate.titles import is_title_head
from dateline.model import NameKind, Sentence, Token
from dateline.text.languages import en

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_OTHER_TAGS = frozenset({"NN", "NNS", "JJ", "FW", "VBN", "VBG", "ADD", "CD", "JJS", "XX"})
_HYPHENS = frozenset({"-", "–", "‑"})
_JOINTS = frozenset({"PUNCT", "ADP", "CCONJ", "PART", "DET", "SYM"})
_JOINING_HEADS = en.BODY_NOUNS | en.STATE_NOUNS | en.PLACE_NOUNS | {"states", "emirates", "nations", "front", "friends"}


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


def run_names(tokens: Sequence[Token], sentence: Sentence, known: KnownTokens) -> Iterator[Candidate]:
    """The names among the capitalised words and known names of one sentence, in order, without overlaps."""
    headline = is_headline(tokens, sentence)
    i = sentence.first
    while i < sentence.last:
        if i in known or _starts(tokens, i, sentence):
            end = _run_end(tokens, i, sentence, known)
            names = list(_cut(tokens, i, end, known))
            yield from (name for name in names if name.known or not headline)
            i = max([end, *(name.last for name in names)])
        else:
            i += 1


def is_headline(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether it has no full stop and hardly a lower-case word, so that capitals say nothing."""
    words = [t.text for t in tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text.isalpha()]
    raised = sum(word[0].isupper() for word in words)
    return raised >= 0.85 * len(words) and tokens[sentence.last - 1].pos != "PUNCT"


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() not in en.CALENDAR


def _inside(token: Token) -> bool:
    return _capital(token) and (token.tag in _NAME_TAGS or token.tag in _OTHER_TAGS)


def _month_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month is a surname here ("Mrs May", "Theresa May")."""
    token, before = tokens[i], tokens[i - 1]
    return token.tag in _NAME_TAGS and token.text in {"May", "March", "August"} and i > 0 and before.tag in _NAME_TAGS


def _starts(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    token = tokens[i]
    if i > sentence.first and _month_name(tokens, i):
        return True
    if not _inside(token):
        return False
    if token.tag in _NAME_TAGS or i > sentence.first:
        return token.tag not in {"VBN", "VBG"} or i > sentence.first
    return i + 1 < sentence.last and _inside(tokens[i + 1])


def _run_end(tokens: Sequence[Token], i: int, sentence: Sentence, known: KnownTokens) -> int:
    """The token behind the run of capitalised words and joining words that begins at ``i``."""
    end = known[i][0] if i in known else i + 1
    while end < sentence.last:
        step = _step(tokens, end, sentence.last, known)
        if step == end:
            break
        end = step
    return end


def _step(tokens: Sequence[Token], end: int, limit: int, known: KnownTokens) -> int:
    """Where the run ends after one more word or joint; ``end`` itself when it does not go on."""
    word = tokens[end].text
    if end in known:
        return known[end][0]
    if _inside(tokens[end]) or _month_name(tokens, end):
        return end + 1
    following = end + 1
    if following >= limit:
        return end
    glued = tokens[end - 1].end == tokens[end].start
    if word in _HYPHENS and glued and tokens[end].end == tokens[following].start:
        return following + 1 if tokens[following].text.isalpha() else end
    if word.lower() in en.NAME_PARTICLES and (_inside(tokens[following]) or tokens[following].text in _HYPHENS):
        return following
    if word in {"of", "for"} and is_title_head(tokens[end - 1]):
        return following + 1 if tokens[following].text.lower() in en.PORTFOLIOS else end
    if word in {"of", "for"} and tokens[end - 1].text.lower() in _JOINING_HEADS:
        following += tokens[following].text == "the"
        return following + 1 if following < limit and (_inside(tokens[following]) or following in known) else end
    if word == "&" or (word in {"and", ","} and tokens[end - 1].text.lower() in en.PORTFOLIOS):
        fits = word == "&" or tokens[following].text.lower() in en.PORTFOLIOS
        return following + 1 if fits and _inside(tokens[following]) else end
    if word in {"'s", "’s", "'", "’"} and tokens[end - 1].text.lower() in en.POPULAR:
        return following + 1 if _inside(tokens[following]) else end
    return end


def _cut(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> Iterator[Candidate]:
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
            not (_capital(tokens[i]) or _month_name(tokens, i))
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
        if word in en.BODY_NOUNS and _capital(tokens[k]):
            last = k + 1
        k += 1
    if last is None or (last < end and is_title_head(tokens[last]) and last - i == 1):
        return None
    if last < end and tokens[last].text in {"of", "for"}:
        return _complement_end(tokens, last, end, known)
    return last


def _ends_body(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a title begins at ``k``, and is no part of a body's name ("General Assembly", "Security Council")."""
    if not is_title_head(tokens[k]) or tokens[k].text.lower() in en.TITLE_MODIFIERS:
        return False
    return k + 1 >= end or tokens[k + 1].text.lower() not in en.BODY_NOUNS


def _event_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """The token behind the name of an event or a text that begins at ``i``: "Armed Forces Day"."""
    k = i
    while k < end and _capital(tokens[k]) and not is_title_head(tokens[k]):
        if k > i and tokens[k].text.lower() in en.EVENT_NOUNS:
            return k + 1
        k += 1
    return None


def _complement_end(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> int:
    """The token behind "of Foreign Affairs" or "of the Russian Federation" beginning at ``i``."""
    k = i + 1 + (i + 1 < end and tokens[i + 1].text == "the")
    if k in known:
        return known[k][0]
    while k < end and (tokens[k].text.lower() in en.PORTFOLIOS or tokens[k].text in {"and", "&", ","}):
        k += 1
    while k < end and k not in known and _capital(tokens[k]) and not is_title_head(tokens[k]):
        k += 1
    while k > i + 1 and not _capital(tokens[k - 1]):
        k -= 1
    return k if k > i + 1 else i


def _modifies_title(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether token ``i`` begins the modifiers of a title ("Deputy Prime Minister", "Foreign Secretary")."""
    k = i
    while k < end and tokens[k].text.lower() in en.TITLE_MODIFIERS:
        k += 1
    return k > i and k < end and is_title_head(tokens[k])


def _behind_portfolio(tokens: Sequence[Token], i: int, end: int) -> int:
    """The token to go on with after a title word at ``i``; skips "of Defence"."""
    i += 1
    if i + 1 < end and tokens[i].text in {"of", "for"} and tokens[i + 1].text.lower() in en.PORTFOLIOS:
        i += 1
        first = i
        while i < end and (tokens[i].text.lower() in en.PORTFOLIOS or tokens[i].text in {"and", "&"}):
            i += 1
        if i < end and tokens[i].text.lower() in en.BODY_NOUNS:
            return first
    return i


def _name_end(tokens: Sequence[Token], i: int, end: int, known: KnownTokens) -> int:
    """The token behind a plain name that begins at ``i``: up to a title or a known name that is no part of it."""
    k = i + 1
    while k < end and not (k in known and known[k][1].kind is not NameKind.PERSON) and not is_title_head(tokens[k]):
        k += 1
    while k > i + 1 and tokens[k - 1].pos in _JOINTS and tokens[k - 2].text not in _HYPHENS:
        k -= 1
    return k
