"""References: short and indirect mentions, each with the name that it stands for.

One pass in text order: names enter the scene as they are met, and pronouns and descriptions are resolved
against what the reader has in mind at that place. First persons in quotations come last, since their speaker
may follow. A phrase for several parties ("both sides") gives one reference for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.mentions import Mention
from dateline.annotate.references.clusters import build_referents
from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.descriptions import resolve_description
from dateline.annotate.references.firsts import resolve_first
from dateline.annotate.references.groups import resolve_pair, resolve_reciprocal
from dateline.annotate.references.neuters import resolve_neuter
from dateline.annotate.references.people import resolve_person_description
from dateline.annotate.references.peoples import resolve_people_before
from dateline.annotate.references.plurals import resolve_they
from dateline.annotate.references.pronouns import resolve_person
from dateline.annotate.references.referents import Referent
from dateline.annotate.tree import Tree
from dateline.model import Document, Quotation, Reference, Sentence
from dateline.text.languages import en

_FIRST = en.FIRST_SINGULAR | en.FIRST_PLURAL


def find_references(
    document: Document,
    tree: Tree,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> tuple[Reference, ...]:
    """The references of a document in text order.

    Args:
        document: Its headline and its day of publication are looked at too.
        tree: The parse.
        sentences: All sentences; boilerplate is passed over.
        mentions: The names.
        quotations: The quotations, for who speaks.
    """
    referents = build_referents(tree, mentions, document.title, document.published)
    context = Context(tree, sentences, referents, quotations, document)
    links = [link for each in sentences if not each.boilerplate for link in _sentence(context, each)]
    links.extend(_first_persons(context))
    found = [_reference(tree, link) for link in links]
    found.extend(short for referent in referents for short in _short_names(referent))
    return tuple(sorted(found, key=lambda each: (each.evidence.start, each.evidence.end)))


def _sentence(context: Context, sentence: Sentence) -> Iterator[Link]:
    for i in range(sentence.first, sentence.last):
        referent = context.named.get(i)
        if referent is not None:
            context.scene.add(i, referent)
            continue
        for link in _resolve(context, i):
            context.add(link)
            yield link


def _resolve(context: Context, i: int) -> list[Link]:
    """Whatever a token that is no name refers to."""
    token = context.tree.tokens[i]
    word = token.text.lower()
    if word in {"other", "another"}:
        return resolve_reciprocal(context, i)
    if token.pos in {"PRON", "DET"}:
        if word in en.MALE or word in en.FEMALE:
            return _one(resolve_person(context, i))
        if word in en.NEUTER:
            return _one(resolve_neuter(context, i))
        return resolve_they(context, i) if word in en.PLURAL else []
    if token.pos not in {"NOUN", "PROPN"}:
        return []
    single = resolve_person_description(context, i) or resolve_description(context, i)
    return _one(single or resolve_people_before(context, i)) or resolve_pair(context, i)


def _one(link: Link | None) -> list[Link]:
    return [] if link is None else [link]


def _first_persons(context: Context) -> Iterator[Link]:
    for token in context.tree.tokens:
        if (
            token.pos == "PRON"
            and token.text != "US"
            and token.text.lower() in _FIRST
            and not context.sentences[token.sentence].boilerplate
        ):
            link = resolve_first(context, token.i)
            if link is not None:
                yield link


def _reference(tree: Tree, link: Link) -> Reference:
    return Reference(
        evidence=tree.evidence(link.first, link.last),
        name=link.name,
        antecedent=link.antecedent,
        reason=link.reason,
        certainty=link.certainty,
    )


def _why_short(mention: Mention, referent: Referent) -> str:
    if referent.main is None:
        return "the headline gives the full name"
    if len(mention.evidence.text) >= len(referent.name) - 1:
        return "it is spelt nearly like the name elsewhere in the document"
    return "the document gives the name more fully elsewhere"


def _short_names(referent: Referent) -> Iterator[Reference]:
    """Mentions that give less than the full name ("Hlaing", "SAC")."""
    for mention in referent.mentions:
        if mention is referent.main or mention.evidence.text == referent.name:
            continue
        if mention.known is not None and not referent.is_person and (referent.main is None or referent.main.known):
            continue
        yield Reference(
            evidence=mention.evidence,
            name=referent.name,
            antecedent=referent.main.evidence if referent.main is not None else None,
            reason=_why_short(mention, referent),
            certainty=0.9,
        )
