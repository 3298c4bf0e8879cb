"""Framing: of whom a claim says what about whom, in which period, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.coding.claims.found import Found, words
from dateline.coding.view import View
from dateline.model import ClaimKind, Evidence, NameKind

_RATE = re.compile(
    r"^[^.;]{0,30}?\b((?:a|an|per|each|every)\s(?:year|month|week|day|quarter)"
    r"|annually|yearly|monthly|so far|to date)\b",
    re.I,
)
_OBJECT_WORDS = ("to", "for", "on", "against", "into", "with", "from", "of", "in", "by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is around a quantity."""

    subject: str | None
    predicate: str | None
    object: str | None
    period: Evidence | None
    attributed_to: Evidence | None


def frame(view: View, found: Found) -> Frame:
    """Read subject, predicate, object, period and source of a claim off the parse."""
    tokens = view.tokens
    verb = found.anchor if tokens[found.anchor].pos in {"VERB", "AUX"} else _governor(view, found)
    head = verb if verb is not None else found.anchor
    if found.kind is ClaimKind.RANK and tokens[found.anchor].lemma in words("suppliers"):
        subject, predicate, object_ = _supplier(view, found, verb)
    elif verb is None:
        subject, predicate, object_ = None, None, _name(view, found.anchor, found.anchor)
    else:
        subject, predicate, object_ = _clause(view, found, verb)
        if found.kind is ClaimKind.SHARE:
            predicate, object_ = _share(view, found) or (predicate, object_)
    when = view.surroundings.when(head)
    return Frame(
        subject=found.subject or subject,
        predicate=found.predicate or predicate,
        object=found.object or object_,
        period=_rate(view, found) or (when.evidence if when is not None else None),
        attributed_to=view.surroundings.attributed_to(found.anchor),
    )


def _governor(view: View, found: Found) -> int | None:
    """The verb whose clause the quantity stands in, through nouns and prepositions."""
    tokens = view.tokens
    at = found.anchor
    for _ in range(8):
        above = tokens[at].head
        if above == at:
            return None
        if tokens[above].pos in {"VERB", "AUX"}:
            return above
        at = above
    return None


def _clause(view: View, found: Found, verb: int) -> tuple[str | None, str | None, str | None]:
    tree, tokens = view.tree, view.tokens
    inside = set(range(*view.tokens_of(found.start, found.end)))
    subject = tree.subject(verb)
    if subject is not None and view.tokens[subject].dep == "attr" and subject not in inside:
        named = tree.subject(view.tokens[subject].head)
        subject = named if named is not None else subject
    passive = tree.is_passive(verb)
    undergoer = subject if passive else None
    if passive:
        subject = next((agent for agent in tree.agents(verb) if agent not in inside), None)
        if subject is None and found.kind is ClaimKind.VOTE_TALLY and undergoer is not None and undergoer not in inside:
            return _name(view, undergoer, verb), tokens[verb].text, None
    elif subject is not None and subject in inside:
        return _about_subject(view, found, verb, subject)
    predicate, target = _predicate(view, verb, inside, found.anchor)
    if target is None and undergoer is not None and undergoer not in inside:
        target = undergoer
    return (
        _name(view, subject, verb) if subject is not None else None,
        predicate,
        _name(view, target, verb) if target is not None else _thing(view, found),
    )


def _share(view: View, found: Found) -> tuple[str, str | None] | None:
    """What a share is a share of, and towards whom: "share of weapons sales to" Myanmar."""
    whole = next(view.tree.prepositional(found.anchor, "of"), None)
    if whole is None:
        return None
    verb = _governor(view, found)
    spots = (whole, found.anchor, *((verb,) if verb is not None else ()))
    behind = (noun for spot in spots for noun in view.tree.prepositional(spot, "to"))
    target = next((noun for noun in behind if noun > whole), None)
    words_ = f"share of {view.evidence(*_compound(view, whole)).text}"
    return (f"{words_} to", _name(view, target, whole)) if target is not None else (words_, _thing(view, found))


def _about_subject(view: View, found: Found, verb: int, subject: int) -> tuple[str | None, str | None, str | None]:
    """The quantity is itself what acts ("nine countries voted against it")."""
    predicate, target = _predicate(
        view, verb, set(range(*view.tokens_of(found.start, found.end))) - {verb}, found.anchor
    )
    return view.phrase(subject).text, predicate, _name(view, target, verb) if target is not None else None


def _predicate(view: View, verb: int, inside: set[int], anchor: int) -> tuple[str, int | None]:
    """The verb with its particle and preposition, and the noun they lead to outside the quantity."""
    tree, tokens = view.tree, view.tokens
    words_ = [tokens[verb].text]
    words_.extend(tokens[c].text for c in tree.having(verb, "prt"))
    direct = next(
        (
            c
            for c in (*tree.having(verb, "dative"), *tree.having(verb, "dobj"))
            if c not in inside and tokens[c].pos != "ADP"
        ),
        None,
    )
    if direct is not None:
        return " ".join(words_), direct
    for place in (verb, anchor):
        for word in _OBJECT_WORDS:
            noun = next((n for n in tree.prepositional(place, word) if n not in inside and n not in view.timed), None)
            if noun is not None:
                return " ".join((*words_, word)), noun
    return " ".join(words_), None


def _supplier(view: View, found: Found, verb: int | None) -> tuple[str | None, str | None, str | None]:
    """“Russia is the second-largest supplier of arms to Myanmar”."""
    tree, tokens, head = view.tree, view.tokens, found.anchor
    subject = tree.subject(verb) if verb is not None and tokens[head].dep in {"attr", "oprd", "pobj"} else None
    if subject is None and tokens[head].dep == "appos":
        subject = tokens[head].head
    if subject is None:
        subject = tree.child(head, "appos")
    goods = next(tree.prepositional(head, "of"), None)
    what = (
        f"{tokens[head].text} of {tokens[goods].text}"
        if goods is not None
        else view.evidence(*_compound(view, head)).text
    )
    owner = next(iter((*tree.having(head, "poss"), *tree.prepositional(head, "to"))), None)
    if owner is None and goods is not None:
        owner = next(tree.prepositional(goods, "to", "in"), None)
    if owner is None:
        owner = _later_recipient(view, found)
    return (
        _name(view, subject, head) if subject is not None else None,
        f"{what} to" if owner is not None else what,
        _name(view, owner, head) if owner is not None else None,
    )


def _compound(view: View, head: int) -> tuple[int, int]:
    first = min((c for c in view.tree.having(head, "compound") if c < head), default=head)
    return first, head + 1


def _later_recipient(view: View, found: Found) -> int | None:
    """The party after "to" elsewhere in the sentence ("… 16 percent of weapons sales to the country")."""
    tokens = view.tokens
    sentence = view.annotations.sentences[tokens[found.anchor].sentence]
    for i in range(found.anchor + 1, sentence.last):
        if tokens[i].dep == "pobj" and tokens[tokens[i].head].text.lower() == "to" and view.gate.strength(i) >= 0.8:
            return i
    return None


def _name(view: View, i: int, head: int) -> str:
    """A noun's full name, or its phrase."""
    kind = view.gate.names.get(i)
    if i in view.gate.references or kind not in {None, NameKind.OTHER, NameKind.PLACE}:
        return view.name(i, head)
    return " ".join(view.phrase(i).text.split())


def _thing(view: View, found: Found) -> str | None:
    return " ".join(view.phrase(found.anchor).text.split()) if view.tokens[found.anchor].tag.startswith("NN") else None


def _rate(view: View, found: Found) -> Evidence | None:
    """“a year” and the like behind an amount."""
    if found.kind is not ClaimKind.AMOUNT:
        return None
    sentence = view.annotations.sentences[view.tokens[found.anchor].sentence]
    match = _RATE.match(view.text[found.end : sentence.end])
    return Evidence.of(view.text, found.end + match.start(1), found.end + match.end(1)) if match else None
