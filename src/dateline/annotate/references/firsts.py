"""First-person pronouns: in quotations they are the speaker, or whom the speaker speaks for; else the publisher."""

from __future__ import annotations

import re

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.links import link_to
from dateline.annotate.references.referents import Referent
from dateline.annotate.subjects import speaker_of
from dateline.model import Evidence, NameKind, Quotation
from dateline.text.languages import en
from dateline.vocab.actors import catalogue

#: Behind it stands a section of the publisher's ("Gazette - Opinion").
_SECTION = re.compile(r"\s+(?:[-–|(]|(?:Online|Web)\s+News$)")
#: A line that names who wrote the text.
_BYLINE = re.compile(r"^(?:By|BY)\s+((?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+)\s*(?:[,|–—].*)?$", re.MULTILINE)
_MARKS = "“\"‘'«„`"
#: Sentences that a statement may be long.
_REACH = 30


def resolve_first(context: Context, i: int) -> Link | None:
    """I is the speaker; we is the speaker's state or body, where the speaker's title tells it."""
    speaking = context.speaker_at(i)
    if speaking is None:
        return _own_voice(context, i)
    return _quoted(context, i, *speaking)


def _quoted(context: Context, i: int, head: int, quotation: Quotation) -> Link | None:
    spoken = quotation.speaker
    if spoken is None:
        return None
    word = context.tree.tokens[i].text
    reason = f'"{word}" in words that are quoted from "{spoken.text}"'
    speaker = context.referent_at(head)
    plural = word.lower() in en.FIRST_PLURAL
    side = _side_of(context, speaker) if plural and speaker is not None else None
    if side is not None:
        return link_to(context, i, (i, i + 1), *side, None, reason, 0.6)
    certainty = 0.4 if plural else 0.9
    if speaker is not None:
        return link_to(context, i, (i, i + 1), speaker.name, speaker, None, reason, certainty)
    links = context.resolved.get(head)
    name = links[0].name if links else spoken.text
    return Link(
        first=i,
        last=i + 1,
        head=i,
        name=name,
        referent=None,
        antecedent=spoken,
        reason=reason,
        certainty=certainty,
    )


def _side_of(context: Context, speaker: Referent) -> tuple[str, Referent | None] | None:
    """The body in a speaker's title, else the state that title or gazetteer tie the speaker to, named or not."""
    if not speaker.is_person:
        return None
    titles = (each.title for each in speaker.mentions if each.title is not None)
    named = (context.named.get(k) for title in titles for k in range(*title))
    body = next((each for each in named if each is not None and each.kind is NameKind.ORGANISATION), None)
    if body is not None and not body.state and body.sector != "MED":
        return body.name, body
    if len(speaker.countries) != 1:
        return None
    (country,) = speaker.countries
    return context.state(country)


def _own_voice(context: Context, i: int) -> Link | None:
    """Outside of quotations: the author of the statement that is printed, else the state of the publisher."""
    word = context.tree.tokens[i].text
    if word == "US":
        return None
    author = _author(context, i)
    if author is not None:
        return _of_author(context, i, author)
    if context.quoted(i):
        return None
    if word.lower() not in en.FIRST_PLURAL:
        return _byline(context, i)
    publishers = catalogue().named(_SECTION.split(context.publisher, maxsplit=1)[0])
    country = publishers[0].entity.country if publishers else None
    side = context.state(country) if country is not None else None
    if side is None:
        return None
    return link_to(context, i, (i, i + 1), *side, None, f'"{word}" in the voice of {context.publisher}', 0.45)


def _author(context: Context, i: int) -> int | None:
    """The head of whoever gave the statement that the text goes on to print ("X said:", "the following letter")."""
    tree = context.tree
    for sentence in reversed(context.sentences[max(0, tree.tokens[i].sentence - _REACH) : tree.tokens[i].sentence + 1]):
        for token in tree.tokens[sentence.first : min(sentence.last, i)]:
            if token.pos == "VERB" and token.lemma in en.ISSUING and _announces(context, token.i, sentence.last):
                return speaker_of(tree, token.i)
    return None


def _announces(context: Context, verb: int, end: int) -> bool:
    """Whether the words of the verb's subject follow: behind a closing colon, or as "the following statement"."""
    tokens = context.tree.tokens
    quoted = end < len(tokens) and tokens[end].text[0] in _MARKS
    if tokens[end - 1].text == ":" and not quoted and not any(each.pos == "VERB" for each in tokens[verb + 1 : end]):
        return True
    words = [token.text.lower() for token in tokens[verb:end]]
    at = words.index("following") if "following" in words else len(words)
    return any(token.lemma in en.STATEMENTS for token in tokens[verb + at : min(verb + at + 4, end)])


def _of_author(context: Context, i: int, author: int) -> Link | None:
    word = context.tree.tokens[i].text
    plural = word.lower() in en.FIRST_PLURAL
    referent = context.referent_at(author)
    first, last = context.tree.role_phrase(author)
    words = context.tree.evidence(first, last)
    reason = f'"{word}" in a statement of {referent.name if referent is not None else words.text}'
    side = _side_of(context, referent) if plural and referent is not None else None
    if plural and side is None:
        countries = {each for k in range(first, last) if k in context.named for each in context.named[k].countries}
        side = context.state(next(iter(countries))) if len(countries) == 1 else None
    if side is not None:
        return link_to(context, i, (i, i + 1), *side, None, reason, 0.55)
    if referent is not None:
        return link_to(context, i, (i, i + 1), referent.name, referent, None, reason, 0.65)
    return Link(
        first=i, last=i + 1, head=i, name=words.text, referent=None, antecedent=words, reason=reason, certainty=0.5
    )


def _byline(context: Context, i: int) -> Link | None:
    """I outside of quotations: who the line above the text says wrote it."""
    found = _BYLINE.search(context.document.text)
    if found is None:
        return None
    reason = f'"{context.tree.tokens[i].text}" in a text by {found[1]}'
    words = Evidence.of(context.document.text, *found.span(1))
    return Link(
        first=i, last=i + 1, head=i, name=found[1], referent=None, antecedent=words, reason=reason, certainty=0.6
    )
