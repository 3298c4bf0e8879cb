"""Runs of capitalised words, joined by "of", hyphens and particles, from which names are cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.cutting import HYPHENS, NAME_TAGS, Candidate, KnownTokens, cut, is_month_name, may_name
from dateline.annotate.titles import is_title_head
from dateline.model import Sentence, Token
from dateline.text.languages import en_names

_JOINING_HEADS = (
    en_names.BODY_NOUNS
    | en_names.STATE_NOUNS
    | en_names.PLACE_NOUNS
    | {"states", "emirates", "nations", "front", "friends"}
)


def run_names(tokens: Sequence[Token], sentence: Sentence, known: KnownTokens) -> Iterator[Candidate]:
    """The names among the capitalised words and known names of one sentence, in order, without overlaps."""
    headline = is_headline(tokens, sentence)
    i = sentence.first
    while i < sentence.last:
        if i in known or _starts(tokens, i, sentence):
            end = _run_end(tokens, i, sentence, known)
            names = list(cut(tokens, i, end, known))
            yield from (name for name in names if name.known or not headline)
            i = max([end, *(name.last for name in names)])
        else:
            i += 1


def is_headline(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether it has no full stop and hardly a lower-case word, so that capitals say nothing."""
    words = [t.text for t in tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text.isalpha()]
    raised = sum(word[0].isupper() for word in words)
    return raised >= 0.85 * len(words) and tokens[sentence.last - 1].pos != "PUNCT"


def _starts(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    token = tokens[i]
    if i > sentence.first and is_month_name(tokens, i):
        return True
    if not may_name(token):
        return False
    if token.tag in NAME_TAGS or i > sentence.first:
        return token.tag not in {"VBN", "VBG"} or i > sentence.first
    return i + 1 < sentence.last and may_name(tokens[i + 1])


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
    if may_name(tokens[end]) or is_month_name(tokens, end):
        return end + 1
    following = end + 1
    if following >= limit:
        return end
    glued = tokens[end - 1].end == tokens[end].start
    if word in HYPHENS and glued and tokens[end].end == tokens[following].start:
        return following + 1 if tokens[following].text.isalpha() else end
    if word.lower() in en_names.NAME_PARTICLES and (may_name(tokens[following]) or tokens[following].text in HYPHENS):
        return following
    if word in {"of", "for"} and is_title_head(tokens[end - 1]):
        return following + 1 if tokens[following].text.lower() in en_names.PORTFOLIOS else end
    if word in {"of", "for"} and tokens[end - 1].text.lower() in _JOINING_HEADS:
        following += tokens[following].text == "the"
        return following + 1 if following < limit and (may_name(tokens[following]) or following in known) else end
    if word == "&" or (word in {"and", ","} and tokens[end - 1].text.lower() in en_names.PORTFOLIOS):
        fits = word == "&" or tokens[following].text.lower() in en_names.PORTFOLIOS
        return following + 1 if fits and may_name(tokens[following]) else end
    if word in {"'s", "’s", "'", "’"} and tokens[end - 1].text.lower() in en_names.POPULAR:
        return following + 1 if may_name(tokens[following]) else end
    return end
