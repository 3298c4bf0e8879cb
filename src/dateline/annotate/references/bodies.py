"""Which names of bodies, states and groups mean the same: initials, shorter forms, misspellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from dateline.annotate.mentions import Mention
from dateline.annotate.tree import Tree
from dateline.model import NameKind

_LONG_WORD = 8
_NEARLY = 90.0
_JOINTS = frozenset({"of", "the", "for", "and", "&", "'s", "’s", "on", "in"})


def cluster_bodies(tree: Tree, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions by known entry, same words, initials, a longer name that ends so, or a slip of the pen."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        key = mention.known.canonical_id if mention.known else mention.evidence.text.lower()
        groups[key].append(mention)
    merged: list[list[Mention]] = []
    by_key: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in sorted(groups.values(), key=lambda each: -len(each[0].evidence.text)):
        first = group[0]
        near = [group for key in (_short_key(first), _spelling_key(first)) for group in by_key[key]]
        home = next((each for each in near if _same_body(first, each[0])), None)
        if home is not None:
            home.extend(group)
            continue
        merged.append(list(group))
        for each in _keys(tree, first):
            by_key[each].append(merged[-1])
    return [sorted(each, key=lambda one: one.first) for each in merged]


def _short_key(mention: Mention) -> str:
    """The last word, or the initials, by which a short form finds the longer name."""
    return mention.evidence.text.rsplit(maxsplit=1)[-1].replace(".", "")


def _spelling_key(mention: Mention) -> str:
    """The beginning that a misspelt name has in common with the right one."""
    return f"^{mention.evidence.text[:4].lower()}"


def _keys(tree: Tree, mention: Mention) -> set[str]:
    """All keys by which other forms find a name."""
    keys = {_spelling_key(mention)}
    if mention.kind is NameKind.ORGANISATION:
        keys |= {_short_key(mention), *(_initials(tree, mention, all_words=every) for every in (False, True))}
    return keys


def _misspelt(one: Mention, other: Mention) -> bool:
    """Whether two long words are spelt nearly alike ("Rosoboronexport", "Rosonboronexport")."""
    left, right = one.evidence.text, other.evidence.text
    long = min(len(left), len(right)) >= _LONG_WORD and " " not in left + right
    return long and ratio(left, right) >= _NEARLY


def _same_body(short: Mention, full: Mention) -> bool:
    """Whether a name that shares a key with a longer one is its short form."""
    if (short.known and full.known) or short.kind is NameKind.PLACE:
        return False
    if _misspelt(short, full):
        return True
    text = short.evidence.text
    if text.isupper() and short.last - short.first == 1:
        return 2 <= len(text.replace(".", "")) <= 7
    longer = short.kind is NameKind.ORGANISATION and not short.known and short.last - short.first > 1
    return longer and full.evidence.text.endswith(f" {text}")


def _initials(tree: Tree, mention: Mention, *, all_words: bool) -> str:
    words = [token.text for token in tree.tokens[mention.first : mention.last]]
    return "".join(
        word[0].upper() for word in words if word[0].isalpha() and (all_words or word.lower() not in _JOINTS)
    )
