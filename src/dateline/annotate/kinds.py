"""What a name stands for, from its own words, its title and what it does in the sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.annotate.mentions import Mention
from dateline.annotate.titles import is_title_head
from dateline.annotate.tree import Tree
from dateline.model import NameKind
from dateline.text.languages import en, en_names

_LOCATIVE = frozenset(
    {"in", "at", "near", "from", "into", "toward", "towards", "outside", "around", "inside", "across"}
)


def with_kinds(tree: Tree, mentions: Sequence[Mention], guesses: Mapping[int, NameKind]) -> list[Mention]:
    """Decide every undecided mention; the same words mean the same thing all over a document.

    Args:
        tree: The parse.
        mentions: The names.
        guesses: What the model's recogniser takes them for, by first token; rules overrule it.
    """
    decided = [
        each if each.kind else replace(each, kind=_own_kind(tree, each) or guesses.get(each.first)) for each in mentions
    ]
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for each in decided:
        if each.kind is not None:
            votes[each.evidence.text][each.kind] += 2 if each.title or each.known else 1
            if each.kind is NameKind.PERSON and each.last - each.first > 1:
                votes[tree.tokens[each.last - 1].text][NameKind.PERSON] += 1
    return [_agreed(tree, each, votes) for each in decided]


def _agreed(tree: Tree, mention: Mention, votes: dict[str, Counter[NameKind]]) -> Mention:
    if mention.known is not None:
        return mention
    seen = votes.get(mention.evidence.text)
    kind = seen.most_common(1)[0][0] if seen else _by_use(tree, mention)
    return mention if kind is mention.kind else replace(mention, kind=kind)


def _own_kind(tree: Tree, mention: Mention) -> NameKind | None:
    """The kind that the words themselves or the title tell, or None."""
    if mention.title is not None:
        return NameKind.PERSON
    words = [token.text for token in tree.tokens[mention.first : mention.last]]
    lowered = [word.lower() for word in words]
    if (
        lowered[-1] in en_names.PLACE_NOUNS | en_names.STATE_NOUNS
        or lowered[0] in en_names.PLACE_NOUNS | en_names.STATE_NOUNS
    ):
        return NameKind.PLACE
    if not en_names.BODY_NOUNS.isdisjoint(lowered):
        return NameKind.ORGANISATION
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0].strip(".")) <= 6:
        return NameKind.ORGANISATION
    if _is_body(tree, mention):
        return NameKind.ORGANISATION
    if any(len(word) == 2 and word.endswith(".") for word in words[1:-1]):
        return NameKind.PERSON
    if 2 <= len(words) <= 4 and _acts_like_person(tree, mention):
        return NameKind.PERSON
    return None


def _is_body(tree: Tree, mention: Mention) -> bool:
    """Whether it is called a body ("X is the exporter …"), or somebody is its head ("director general of X")."""
    token = tree.tokens[mention.head]
    above = tree.tokens[token.head]
    called = tree.child(above.i, "attr") if token.dep == "nsubj" and above.lemma == "be" else None
    described = [c for c in (called, tree.child(mention.head, "appos")) if c is not None]
    if any(tree.tokens[c].lemma in en_names.BODY_DESCRIPTIONS for c in described):
        return True
    headed = token.dep == "pobj" and above.text in {"of", "for", "at"} and is_title_head(tree.tokens[above.head])
    return headed and tree.tokens[above.head].i < mention.first


def _acts_like_person(tree: Tree, mention: Mention) -> bool:
    token = tree.tokens[mention.head]
    verb = tree.tokens[token.head]
    if token.dep in {"nsubj", "nsubjpass"} and verb.lemma in en.REPORTING | en.QUOTING | en.PERSONAL:
        return True
    following = mention.last
    if following + 1 < len(tree.tokens) and tree.tokens[following].text == ",":
        after = tree.tokens[following + 1]
        return after.text == "who" or (after.text.isdigit() and len(after.text) == 2)
    return following < len(tree.tokens) and tree.tokens[following].text == "who"


def _by_use(tree: Tree, mention: Mention) -> NameKind:
    """The likeliest kind of a name that nothing else decides."""
    token = tree.tokens[mention.head]
    above = tree.tokens[token.head]
    if token.dep == "pobj" and above.text.lower() in _LOCATIVE:
        return NameKind.PLACE
    words = mention.last - mention.first
    if words == 1 and token.dep == "nsubj" and above.lemma in en.REPORTING | en.QUOTING and not token.text.isupper():
        return NameKind.PERSON
    if 2 <= words <= 4 and token.dep in {
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "appos",
        "poss",
        "conj",
        "ROOT",
        "agent",
    }:
        return NameKind.PERSON
    return NameKind.OTHER
