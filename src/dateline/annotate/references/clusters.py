"""Clusters: which names of a document mean the same person, body or state."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.annotate.mentions import Mention, at_token
from dateline.annotate.references.bodies import cluster_bodies
from dateline.annotate.references.referents import Referent, gender_of, name_words, shorter_of
from dateline.annotate.references.roles import roles_of
from dateline.annotate.titles import is_title_word
from dateline.annotate.tree import Tree
from dateline.model import NameKind
from dateline.text.languages import en_names
from dateline.vocab.actors import actor


def build_referents(
    tree: Tree, mentions: Sequence[Mention], headline: str | None, day: dt.date | None
) -> list[Referent]:
    """Group the names of a document.

    Args:
        tree: The parse.
        mentions: The names in text order.
        headline: The title, which may stand outside of the text and give a full name that the text lacks.
        day: Day of publication, for offices that the gazetteer dates.
    """
    people = [each for each in mentions if each.kind is NameKind.PERSON]
    others = [each for each in mentions if each.kind is not NameKind.PERSON]
    groups = [*_people(people), *cluster_bodies(tree, others)]
    tied = at_token([each for each in mentions if each.known is not None and each.known.country])
    return [_referent(tree, group, headline, day, tied) for group in groups]


def _people(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Cluster people: a shorter name joins the nearest longer one that it can stand for."""
    by_length = sorted(mentions, key=lambda each: (-len(name_words(each)), each.first))
    clusters: list[list[Mention]] = []
    by_word: dict[str, list[list[Mention]]] = defaultdict(list)
    for mention in by_length:
        words = name_words(mention)
        near = by_word[words[-1]] if words else []
        fitting = [each for each in near if _joins(mention, each)]
        if fitting:
            min(fitting, key=lambda each: _distance(mention, each)).append(mention)
            continue
        clusters.append([mention])
        for word in set(words):
            by_word[word].append(clusters[-1])
    return [sorted(each, key=lambda one: one.first) for each in clusters]


def _joins(mention: Mention, cluster: list[Mention]) -> bool:
    full = cluster[0]
    if mention.known and full.known:
        return mention.known.canonical_id == full.known.canonical_id
    return shorter_of(name_words(mention), name_words(full))


def _distance(mention: Mention, cluster: list[Mention]) -> tuple[bool, int]:
    """Names that stood before come first, then the nearer one."""
    before = [mention.first - each.first for each in cluster if each.first < mention.first]
    return (False, min(before)) if before else (True, min(abs(mention.first - each.first) for each in cluster))


def _referent(
    tree: Tree, group: list[Mention], headline: str | None, day: dt.date | None, tied: dict[int, Mention]
) -> Referent:
    main: Mention | None = _fullest(group)
    kind = next((each.kind for each in group if each.kind and not _is_adjective(each)), group[0].kind) or NameKind.OTHER
    name = _name(group, main)
    if kind is NameKind.PERSON and " " not in name and headline:
        longer = _in_headline(name, headline)
        name, main = (longer, None) if longer else (name, main)
    titles = [tree.tokens[i] for each in group if each.title for i in range(*each.title)]
    return Referent(
        name=name,
        kind=kind,
        mentions=tuple(group),
        main=main,
        roles=roles_of(tree, group, day),
        countries=frozenset(_countries(group, tied)),
        gender=gender_of((token.text.lower() for token in titles), name.split()[0]),
        state=any(each.known is not None and each.known.canonical_id.startswith("state/") for each in group),
        sector=_sector(group),
    )


def _sector(group: list[Mention]) -> str | None:
    known = next((actor(each.known.canonical_id) for each in group if each.known is not None), None)
    return None if known is None else known.entity.sector


def _fullest(group: list[Mention]) -> Mention:
    """The mention that names it best: most words, then known to the gazetteer, then the usual or first spelling."""
    spellings = Counter(each.evidence.text for each in group)

    def rank(each: Mention) -> tuple[bool, int, bool, int, int]:
        text = each.evidence.text
        return not _is_adjective(each), text.count(" "), each.known is not None, spellings[text], -each.first

    return max(group, key=rank)


def _name(group: Iterable[Mention], main: Mention | None) -> str:
    """The fullest name: the canonical one where the document has but an adjective, a seat or a surname."""
    known = next((each.known for each in group if each.known is not None), None)
    spelled = main.evidence.text if main is not None else ""
    if known is not None and (known.canonical_id.startswith("state/") or " " not in spelled):
        return known.name
    return spelled


def _is_adjective(mention: Mention) -> bool:
    return mention.known is not None and mention.known.adjective


def _in_headline(surname: str, headline: str) -> str | None:
    found = re.search(rf"(?:[A-Z][\w.’'-]* ){{1,3}}{re.escape(surname)}\b", headline)
    if found is None:
        return None
    words = found[0].split()
    while len(words) > 1 and (is_title_word(words[0]) or words[0].lower() in en_names.TITLE_MODIFIERS):
        del words[0]
    return " ".join(words) if len(words) > 1 else None


def _countries(group: Iterable[Mention], tied: dict[int, Mention]) -> Iterable[str]:
    """The states a referent is tied to: by the gazetteer, or by a word of its title or name."""
    for mention in group:
        if mention.known is not None and mention.known.country:
            yield mention.known.country
        ranges = [(mention.first, mention.last), *([mention.title] if mention.title else [])]
        for i in (i for first, last in ranges for i in range(first, last)):
            owner = tied.get(i)
            if owner is not None and owner.known is not None and owner.known.country:
                yield owner.known.country
