"""Names: gazetteer, runs of capitalised words and, where it ran, the model's recogniser, as one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from dateline.annotate.cutting import Candidate
from dateline.annotate.gazetteer import Known, known_names
from dateline.annotate.kinds import with_kinds
from dateline.annotate.mentions import Mention, at_token, known_tokens, mention
from dateline.annotate.runs import run_names
from dateline.annotate.titles import is_title_head, is_title_word
from dateline.annotate.tree import Tree
from dateline.model import Name, NameKind, Sentence
from dateline.text.languages import en_names

_EVENT = re.compile(" (?:" + "|".join(sorted(word.capitalize() for word in en_names.EVENT_NOUNS)) + r")\b")


def find_mentions(tree: Tree, sentences: Sequence[Sentence], recognised: Iterable[Name] = ()) -> list[Mention]:
    """The names of a document in text order, without overlaps.

    Args:
        tree: The parse.
        sentences: Those to look at; boilerplate may be left out.
        recognised: Names that the model saw; they decide kinds and add what rules missed.
    """
    known = known_tokens(tree, (each for sentence in sentences for each in _known(tree.text, sentence)))
    found = [
        mention(tree, candidate, sentence.first)
        for sentence in sentences
        for candidate in run_names(tree.tokens, sentence, known)
    ]
    open_kinds, missed = _compare(tree, sentences, found, recognised)
    found.extend(_again(tree, sentences, found))
    inside = {i for each in found if each.title for i in range(*each.title)}
    kept = [each for each in found if not _generic(tree, each, inside)]
    return sorted(with_kinds(tree, [*kept, *missed], open_kinds), key=lambda each: each.first)


def _known(text: str, sentence: Sentence) -> Iterator[Known]:
    """The known names in one sentence; one that only begins the name of an event ("Armed Forces Day") gives way."""
    for each in known_names(text, sentence.start, sentence.end):
        owner, owned = re.match(r"(.+?)['’]s (.+)", text[each.start : each.end]), _EVENT.match(text, each.end)
        if owner is not None and owned is not None:
            yield from known_names(text, each.start, each.start + owner.end(1))
        else:
            yield _without_title(text, each)


def _without_title(text: str, known: Known) -> Known:
    """A known person's name without the title that the data write with it ("Mrs May")."""
    start = known.start
    while known.kind is NameKind.PERSON and (word := re.match(r"(\S+)\s+(?=\S)", text[start : known.end])):
        if not (is_title_word(word[1]) or word[1].lower() in en_names.TITLE_MODIFIERS):
            break
        start += word.end()
    return replace(known, start=start)


def _again(tree: Tree, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names found before, where capitals or tags hid them: in headlines, and at the start of sentences."""
    seen = at_token(mentions)
    surnames = {tree.tokens[each.last - 1].text for each in mentions if each.title or each.last - each.first > 1}
    known = surnames | {name.upper() for name in surnames}
    single = {each.evidence.text for each in mentions if each.last - each.first == 1 and len(each.evidence.text) > 7}
    for sentence in sentences:
        for token in tree.tokens[sentence.first : sentence.last]:
            if token.i in seen or not token.text[0].isupper():
                continue
            if token.text in known or (token.i == sentence.first and _nearly(token.text, single)):
                yield mention(tree, Candidate(first=token.i, last=token.i + 1, kind=None, origin="run"), sentence.first)


def _nearly(word: str, names: Set[str]) -> bool:
    """Whether a word is one of the names, or one of them misspelt."""
    return len(word) > 7 and any(word[:4] == name[:4] and ratio(word, name) >= 90 for name in names)


def _generic(tree: Tree, each: Mention, inside: Set[int]) -> bool:
    """Whether the mention is but one common noun, inside a title ("Junta leader") or as in "the Council"."""
    word = each.evidence.text.lower()
    if each.known is not None or each.last - each.first > 1 or word not in en_names.BODY_NOUNS | en_names.STATE_NOUNS:
        return False
    article = each.first > 0 and tree.tokens[each.first - 1].text.lower() in {"the", "this", "a"}
    return each.first in inside or (article and word not in en_names.ONE_WORD_BODIES)


def _compare(
    tree: Tree, sentences: Sequence[Sentence], mentions: Sequence[Mention], recognised: Iterable[Name]
) -> tuple[dict[int, NameKind], list[Mention]]:
    """What the model thinks of the mentions, by their first token, and the names that only it saw."""
    starts = {token.start: token.i for token in tree.tokens}
    ends = {token.end: token.i + 1 for token in tree.tokens}
    seen = at_token(mentions)
    kinds: dict[int, NameKind] = {}
    missed: list[Mention] = []
    for name in recognised:
        first, last = starts[name.evidence.start], ends[name.evidence.end]
        while first < last and (tree.tokens[first].pos in {"DET", "PUNCT"} or is_title_head(tree.tokens[first])):
            first += 1
        met = [seen[i] for i in range(first, last) if i in seen]
        if met:
            kinds[met[-1].first] = name.kind
        elif any(token.text[:1].isupper() for token in tree.tokens[first:last]):
            floor = sentences[tree.tokens[first].sentence].first
            missed.append(mention(tree, Candidate(first=first, last=last, kind=name.kind, origin="ner"), floor))
    return kinds, missed
