"""Ranks: "the second-largest supplier of arms", "its sixth nuclear test", "the toughest sanctions ever imposed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.coding.claims.found import Found, words
from dateline.coding.claims.quantities import lemmas
from dateline.coding.view import View
from dateline.model import ClaimKind, Sentence
from dateline.text.languages.en_time import ORDINAL_ONES, ORDINAL_TEENS, ORDINAL_TENS

_ORDINALS = {
    **{word: n for n, word in enumerate(ORDINAL_ONES, start=1)},
    **{word: n for n, word in enumerate(ORDINAL_TEENS, start=10)},
    **ORDINAL_TENS,
}
_FEW = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_SCOPE = re.compile(
    r"\b(?:ever|since|to date|so far|yet|in (?:its |recent |modern |world |the country[’']s )?history|on record|in the world"
    r"|of its kind|in (?:more than |over |nearly |about |less than |at least )?(?:a|an|one|two|three|four|five|six|\d+)\s?\w*"
    r" ?(?:years?|decades?|months?|weeks?|days?|generation|century))\b",
    re.IGNORECASE,
)
_NO_RANK = frozenset({"latest", "last", "best", "least", "most", "worst", "next", "closest", "earliest", "nearest"})
_PEOPLE = frozenset(
    {
        "general",
        "ally",
        "commander",
        "officer",
        "stronghold",
        "city",
        "adviser",
        "advisor",
        "official",
        "leader",
        "negotiator",
        "diplomat",
        "lady",
        "minister",
        "party",
        "bank",
        "base",
        "rival",
        "foe",
        "enemy",
        "border",
        "town",
        "country",
        "economy",
        "threat",
        "challenge",
        "problem",
        "question",
        "issue",
        "thing",
        "concern",
        "alliance",
        "day",
        "step",
        "sign",
        "term",
    }
)
_SEQUENCES = frozenset(
    {
        "test",
        "launch",
        "veto",
        "round",
        "package",
        "set",
        "batch",
        "tranche",
        "wave",
        "summit",
        "move",
        "airstrike",
        "raid",
        "shipment",
        "delivery",
        "exercise",
    }
)
_FIRSTS = frozenset(
    {
        "raid",
        "airstrike",
        "strike",
        "test",
        "launch",
        "use",
        "delivery",
        "shipment",
        "deployment",
        "sale",
        "exercise",
        "veto",
        "drill",
        "transfer",
        "batch",
        "sanction",
        "attack",
        "export",
        "package",
        "purchase",
        "embargo",
    }
)


def find_ranks(view: View, sentence: Sentence, *, suppliers: bool) -> list[Found]:
    """The ranks of one sentence."""
    near = lemmas(view, sentence.first, sentence.last)
    if not near & (words("rank_topics") | words("rank_nouns") | words("materiel")):
        return []
    found = [*_superlatives(view, sentence), *_ordinals(view, sentence), *_first_time(view, sentence)]
    found.extend(_more_than_any(view, sentence))
    if suppliers:
        found.extend(_suppliers(view, sentence))
    return found


@cache
def _supplier_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("suppliers"), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<of>(?:one|two|some|many|several|most|among) (?:of )?)?(?P<det>(?:the|its|their|a|his|our|\w+[’']s?s?)\s)?(?:world[’']s\s|single\s)?"
        rf"(?P<few>two|three|four|five|six|ten)?\s?(?:(?P<ordinal>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))[- ](?:most[- ])?)?"
        rf"(?P<sup>largest|biggest|greatest|top|main|principal|chief|primary|leading|foremost|number[- ]one|no\. ?1|most important)"
        rf"(?P<mid>(?:\s[\w’'.-]+){{0,4}}?)\s(?P<noun>{nouns})(?P<plural>s)?\b",
        re.IGNORECASE,
    )


_AFTER = re.compile(
    r"\b(?:After|after|Behind|behind|second only to|next to|trailing)\s(?P<names>(?:the\s)?[A-Z][\w.]*(?:(?:,\s|\sand\s|,\sand\s|\s)(?:the\s)?[A-Z][\w.]*)*)"
)


def _suppliers(view: View, sentence: Sentence) -> Iterator[Found]:
    """ "the second-largest supplier of arms", and those named before it ("After China, …")."""
    text = view.text
    topical = lemmas(view, sentence.first, sentence.last) & (words("rank_topics") | words("materiel"))
    for match in _supplier_pattern().finditer(text, sentence.start, sentence.end):
        if (
            match["of"]
            or not topical
            or (
                match["noun"].lower() in {"market", "source", "client", "provider", "producer", "manufacturer"}
                and not _armed(view, match)
            )
        ):
            continue
        rank = _ordinal(match["ordinal"]) if match["ordinal"] else 1
        few = _FEW.get((match["few"] or "").lower())
        head = view.at(match.start("noun"))
        _, last = view.tree.phrase(head)
        end = max(match.end(), view.tokens[last - 1].end if last > head else 0)
        start = (
            match.start("det") if match["det"] else match.start("ordinal") if match["ordinal"] else match.start("sup")
        )
        value = f"1..{few}" if few and match["plural"] else str(rank)
        yield _found(start, end, value, head, "supplier rank", 0.8)
        yield from _before(view, sentence, rank, head)


def _armed(view: View, match: re.Match[str]) -> bool:
    first, last = view.tokens_of(match.start(), match.end())
    return bool(lemmas(view, first, min(last + 4, len(view.tokens))) & words("rank_topics"))


def _before(view: View, sentence: Sentence, rank: int, head: int) -> Iterator[Found]:
    """Those who stand before the ranked one: "After China" is rank 1 beside a second-largest supplier."""
    if rank < 2:
        return
    match = _AFTER.search(view.text, sentence.start, sentence.end)
    if match is None:
        return
    names = re.split(r",\sand\s|,\s|\sand\s", match["names"])
    names = names[: rank - 1]
    if len(names) < rank - 1:
        return
    for n, name in enumerate(names, start=1):
        start, end = _place_of(view, match, name)
        start = match.start() if n == 1 else start
        yield _found(start, end, str(n), head, "before the ranked one", 0.65, subject=name)


def _place_of(view: View, match: re.Match[str], name: str) -> tuple[int, int]:
    start = view.text.index(name, match.start("names"))
    return start, start + len(name)


def _ordinal(word: str) -> int:
    return _ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _superlatives(view: View, sentence: Sentence) -> Iterator[Found]:
    """ "its largest package of sanctions", "the most powerful bomb ever dropped"."""
    tokens = view.tokens
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        most = (
            token.lemma in {"most", "much"}
            and token.text.lower() == "most"
            and i + 1 < sentence.last
            and tokens[i + 1].tag == "JJ"
        )
        if not (most or (token.tag == "JJS" and token.text.lower() not in _NO_RANK)):
            continue
        head = _modified(view, i + 1 if most else i)
        if (
            head is None
            or head >= sentence.last
            or tokens[head].lemma in words("suppliers") | _PEOPLE
            or not _definite(view, head, i)
        ):
            continue
        first, last = view.tree.phrase(head)
        inside = lemmas(view, max(i, first), last)
        if tokens[head].lemma not in words("rank_nouns") and not inside & words("rank_topics"):
            continue
        rank = _ORDINALS.get(tokens[i - 1].text.lower(), 1) if tokens[i - 1].text.lower() in _ORDINALS else 1
        if i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() in _ORDINALS:
            rank = _ORDINALS[tokens[i - 2].text.lower()]
        scope = _SCOPE.search(view.text, tokens[last - 1].end, sentence.end)
        end = scope.end() if scope and scope.start() - tokens[last - 1].end < 30 else tokens[last - 1].end
        yield _found(tokens[min(first, i)].start, end, str(rank), head, "superlative", 0.6 if scope else 0.5)


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
    """ "its sixth nuclear test", "the first British raids on", "the second such move in a week"."""
    tokens = view.tokens
    for i in range(sentence.first, sentence.last):
        word = tokens[i].text.lower()
        if word not in _ORDINALS and not re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
            continue
        if i in view.timed and word not in {"second"} or (i + 1 < sentence.last and tokens[i + 1].text == "-"):
            continue
        head = _modified(view, i)
        if head is None or head >= sentence.last or head - i > 6:
            continue
        rank = _ordinal(word)
        first, last = view.tree.phrase(head)
        such = any(token.lemma == "such" for token in tokens[i:head])
        if not _ranks(view, sentence, head, rank, first, last, such):
            continue
        scope = _SCOPE.search(view.text, tokens[last - 1].end, sentence.end)
        end = scope.end() if scope and scope.start() - tokens[last - 1].end < 60 else tokens[last - 1].end
        yield _found(tokens[first].start, end, str(rank), head, "ordinal", 0.6, unit=tokens[head].text.lower())


def _ranks(view: View, sentence: Sentence, head: int, rank: int, first: int, last: int, such: bool) -> bool:
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
    if rank == 1:
        scope = bool(_SCOPE.search(view.text, tokens[head].end, min(sentence.end, tokens[head].end + 110)))
        return lemma in _FIRSTS and (
            scope
            or lemma in {"raid", "airstrike", "use", "delivery", "shipment", "test", "batch", "sale", "deployment"}
        )
    if lemma in {"round", "package", "set", "batch", "tranche", "wave"}:
        return bool(inside & words("rank_topics"))
    return lemma in _SEQUENCES and lemma not in {"summit", "move"}


_TIME = re.compile(r"\b(?:for )?the (?P<nth>first|second|third|fourth|fifth) time\b", re.IGNORECASE)


def _first_time(view: View, sentence: Sentence) -> Iterator[Found]:
    """ "the first time this weapon has been used in battle"."""
    for match in _TIME.finditer(view.text, sentence.start, sentence.end):
        last = view.at(match.end() - 1)
        behind = lemmas(view, last + 1, min(sentence.last, last + 12))
        before = lemmas(view, max(sentence.first, last - 14), last)
        bare = not match[0].lower().startswith("for")
        scope = _SCOPE.match(view.text, match.end() + 1, sentence.end)
        if (bare and behind & words("rank_topics")) or (scope and (before | behind) & words("rank_topics")):
            end = scope.end() if scope else _clause_end(view, sentence, last)
            yield _found(match.start(), end, str(_ORDINALS[match["nth"].lower()]), last, "time", 0.55, unit="time")


def _clause_end(view: View, sentence: Sentence, at: int) -> int:
    end = at + 1
    while end < sentence.last and view.tokens[end].text not in {",", ".", ";", ":", "”", '"'}:
        end += 1
    return view.tokens[end - 1].end


_ANY = re.compile(
    r"\bmore (?P<what>[\w\s’'-]{2,50}?)\s?than any (?:other )?(?:country|nation|state|supplier|one|government|member|ally)\b",
    re.I,
)


def _more_than_any(view: View, sentence: Sentence) -> Iterator[Found]:
    for match in _ANY.finditer(view.text, sentence.start, sentence.end):
        first, last = view.tokens_of(match.start(), match.end())
        if lemmas(view, first, last) & words("rank_topics"):
            yield _found(match.start(), match.end(), "1", first, "more than any", 0.6)


def _found(
    start: int,
    end: int,
    value: str,
    anchor: int,
    rule: str,
    certainty: float,
    *,
    unit: str = "rank",
    subject: str | None = None,
) -> Found:
    return Found(
        kind=ClaimKind.RANK,
        start=start,
        end=end,
        value=value,
        unit=unit,
        anchor=anchor,
        rule=rule,
        certainty=certainty,
        subject=subject,
    )
