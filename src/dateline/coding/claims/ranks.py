"""Ranks: "the second-largest supplier of arms", "its sixth nuclear test", "the toughest sanctions ever imposed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import lemmas
from dateline.coding.claims.rank_parts import ORDINALS, ordinal, rank
from dateline.coding.claims.supplier_ranks import find_supplier_ranks
from dateline.coding.view import View
from dateline.model import Sentence

_SPAN = (
    r"(?:a|an|one|two|three|four|five|six|[0-9]+)\s?\w* ?(?:years?|decades?|months?|weeks?|days?|generation|century)"
)
_SCOPE = re.compile(
    r"\b(?:ever|since|to date|so far|yet|on record|in the world|of its kind"
    r"|in (?:its |recent |modern |world |the country[’']s )?history"
    rf"|in (?:more than |over |nearly |about |less than |at least )?{_SPAN})\b",
    re.IGNORECASE,
)


def find_ranks(view: View, sentence: Sentence, *, suppliers: bool) -> list[Found]:
    """The ranks of one sentence."""
    near = lemmas(view, sentence.first, sentence.last)
    if not near & (words("rank_topics") | words("rank_nouns") | words("materiel")):
        return []
    found = [*_superlatives(view, sentence), *_ordinals(view, sentence), *_first_time(view, sentence)]
    found.extend(_more_than_any(view, sentence))
    if suppliers:
        found.extend(find_supplier_ranks(view, sentence))
    return found


def _superlatives(view: View, sentence: Sentence) -> Iterator[Found]:
    """“its largest package of sanctions”, “the most powerful bomb ever dropped”."""
    tokens = view.tokens
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        most = (
            token.lemma in {"most", "much"}
            and token.text.lower() == "most"
            and i + 1 < sentence.last
            and tokens[i + 1].tag == "JJ"
        )
        if not (most or (token.tag == "JJS" and token.text.lower() not in words("no_rank"))):
            continue
        head = _modified(view, i + 1 if most else i)
        if (
            head is None
            or head >= sentence.last
            or tokens[head].lemma in words("suppliers") | words("unranked")
            or not _definite(view, head, i)
        ):
            continue
        first, last = view.tree.phrase(head)
        inside = lemmas(view, max(i, first), last)
        if tokens[head].lemma not in words("rank_nouns") and not inside & words("rank_topics"):
            continue
        place = ORDINALS.get(tokens[i - 1].text.lower(), 1) if tokens[i - 1].text.lower() in ORDINALS else 1
        if i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() in ORDINALS:
            place = ORDINALS[tokens[i - 2].text.lower()]
        scope = _SCOPE.search(view.text, tokens[last - 1].end, sentence.end)
        end = scope.end() if scope and scope.start() - tokens[last - 1].end < 30 else tokens[last - 1].end
        yield rank(tokens[min(first, i)].start, end, str(place), head, "superlative", 0.6 if scope else 0.5)


def _modified(view: View, i: int) -> int | None:
    """The noun that an adjective modifies."""
    tokens = view.tokens
    at = i
    for _ in range(3):
        above = tokens[at].head
        if tokens[at].dep not in {"amod", "advmod", "compound", "nmod", "quantmod"} or above <= at:
            return None
        if tokens[above].tag.startswith("NN") and tokens[above].dep != "compound":
            return above
        at = above
    return None


def _definite(view: View, head: int, i: int) -> bool:
    """Whether the noun is determined and not "one of the largest"."""
    tokens = view.tokens
    first, _ = view.tree.phrase(head)
    if tokens[first].text.lower() in {"a", "an"}:
        return False
    before = {token.text.lower() for token in tokens[max(0, first - 2) : first]}
    determined = any(token.dep in {"det", "poss"} or token.tag == "PRP$" for token in tokens[first:i])
    return determined and not ({"one", "of"} <= before or {"some", "of"} <= before or "among" in before)


def _ordinals(view: View, sentence: Sentence) -> Iterator[Found]:
    """“its sixth nuclear test”, “the first British raids on”, “the second such move in a week”."""
    tokens = view.tokens
    for i in range(sentence.first, sentence.last):
        word = tokens[i].text.lower()
        if word not in ORDINALS and not re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
            continue
        if (i in view.timed and word not in {"second"}) or (i + 1 < sentence.last and tokens[i + 1].text == "-"):
            continue
        head = _modified(view, i)
        if head is None or head >= sentence.last or head - i > 6:
            continue
        place = ordinal(word)
        first, last = view.tree.phrase(head)
        such = any(token.lemma == "such" for token in tokens[i:head])
        if not _ranks(view, sentence, head, place, first, last, such):
            continue
        scope = _SCOPE.search(view.text, tokens[last - 1].end, sentence.end)
        end = scope.end() if scope and scope.start() - tokens[last - 1].end < 60 else tokens[last - 1].end
        yield rank(tokens[first].start, end, str(place), head, "ordinal", 0.6, unit=tokens[head].text.lower())


def _ranks(view: View, sentence: Sentence, head: int, place: int, first: int, last: int, such: bool) -> bool:
    tokens = view.tokens
    lemma = tokens[head].lemma
    if such:
        return True
    determined = (
        tokens[first].dep in {"det", "poss"}
        or tokens[first].tag == "PRP$"
        or tokens[first].text.lower() in {"the", "its", "their"}
    )
    if not determined or tokens[first].text.lower() in {"a", "an"}:
        return False
    inside = lemmas(view, first, last)
    if place == 1:
        scope = bool(_SCOPE.search(view.text, tokens[head].end, min(sentence.end, tokens[head].end + 110)))
        return lemma in words("firsts") and (
            scope
            or lemma in {"raid", "airstrike", "use", "delivery", "shipment", "test", "batch", "sale", "deployment"}
        )
    if lemma in {"round", "package", "set", "batch", "tranche", "wave"}:
        return bool(inside & words("rank_topics"))
    return lemma in words("sequences") and lemma not in {"summit", "move"}


_TIME = re.compile(r"\b(?:for )?the (?P<nth>first|second|third|fourth|fifth) time\b", re.IGNORECASE)


def _first_time(view: View, sentence: Sentence) -> Iterator[Found]:
    """“the first time this weapon has been used in battle”."""
    for match in _TIME.finditer(view.text, sentence.start, sentence.end):
        last = view.at(match.end() - 1)
        behind = lemmas(view, last + 1, min(sentence.last, last + 12))
        before = lemmas(view, max(sentence.first, last - 14), last)
        bare = not match[0].lower().startswith("for")
        scope = _SCOPE.match(view.text, match.end() + 1, sentence.end)
        if (bare and behind & words("rank_topics")) or (scope and (before | behind) & words("rank_topics")):
            end = scope.end() if scope else _clause_end(view, sentence, last)
            yield rank(match.start(), end, str(ORDINALS[match["nth"].lower()]), last, "time", 0.55, unit="time")


def _clause_end(view: View, sentence: Sentence, at: int) -> int:
    end = at + 1
    while end < sentence.last and view.tokens[end].text not in {",", ".", ";", ":", "”", '"'}:
        end += 1
    return view.tokens[end - 1].end


_ANY = re.compile(
    r"\bmore (?P<what>[\w\s’'-]{2,50}?)\s?than any (?:other )?"
    r"(?:country|nation|state|supplier|one|government|member|ally)\b",
    re.IGNORECASE,
)


def _more_than_any(view: View, sentence: Sentence) -> Iterator[Found]:
    for match in _ANY.finditer(view.text, sentence.start, sentence.end):
        first, last = view.tokens_of(match.start(), match.end())
        if lemmas(view, first, last) & words("rank_topics"):
            yield rank(match.start(), match.end(), "1", first, "more than any", 0.6)
