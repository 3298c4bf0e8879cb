"""He and she, and their other forms."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import FEMALE, MALE, Referent
from dateline.text.languages import en

_SUBJECT_BONUS = 2.0
_SPEAKER_BONUS = 2.0
_LATER_SUBJECT = 2.5


def resolve_person(context: Context, i: int) -> Link | None:
    """He or she: the most salient person that agrees and is no other party of the same verb."""
    token = context.tree.tokens[i]
    word = token.text.lower()
    gender = FEMALE if word in en.FEMALE else MALE
    scores = {
        referent: score
        for referent, score in context.scene.saliences(i).items()
        if referent.is_person and context.gender(referent) in {"", gender}
    }
    _prefer(context, i, scores, gender)
    for referent in excluded(context, i):
        scores.pop(referent, None)
    if not scores:
        return None
    best, second = _two_best(scores)
    known = bool(context.gender(best))
    margin = scores[best] / (scores[best] + (scores[second] if second else 0.0))
    certainty = round(min(0.95, 0.45 + 0.4 * margin + 0.1 * known), 2)
    return _link(i, best, f'"{token.text}" is the most prominent person here that agrees', certainty)


def _prefer(context: Context, i: int, scores: dict[Referent, float], gender: str) -> None:
    """Raise the subjects around, the last speaker, and a main subject that only follows ("In his speech, X …")."""
    for subject in context.subjects_above(i):
        referent = context.referent_at(subject)
        if referent in scores:
            scores[referent] += _SUBJECT_BONUS
            break
    last = _last_speaker(context, i)
    if last in scores and _speaks(context, i):
        scores[last] += _SPEAKER_BONUS
    main = context.main_subject(context.tree.tokens[i].sentence)
    if main is not None and main > i and not governs(context, i, main):
        referent = context.named.get(main)
        if referent is not None and referent.is_person and context.gender(referent) in {"", gender}:
            scores[referent] = scores.get(referent, 0.0) + _LATER_SUBJECT


def governs(context: Context, i: int, main: int) -> bool:
    """Whether the pronoun stands in the main clause itself, where it cannot mean a subject that follows."""
    token = context.tree.tokens[i]
    return token.dep != "poss" and context.clause(i) == context.clause(main)


def _speaks(context: Context, i: int) -> bool:
    token = context.tree.tokens[i]
    return token.dep == "nsubj" and context.tree.tokens[token.head].lemma in en.REPORTING


def _last_speaker(context: Context, i: int) -> Referent | None:
    start = context.tree.tokens[i].start
    for link in reversed(context.quotations):
        if link.speaker is not None and link.speaker.end < start:
            head = next((k for k in context.tokens_of(link.speaker) if context.referent_at(k)), None)
            return None if head is None else context.referent_at(head)
    return None


def excluded(context: Context, i: int) -> Iterator[Referent]:
    """Who a pronoun cannot mean: the other parties of its verb, its own phrase, and the one who is speaking."""
    tree = context.tree
    token = tree.tokens[i]
    speaking = context.speaker_at(i)
    if speaking is not None and (speaker := context.referent_at(speaking[0])) is not None:
        yield speaker
    if token.text.lower() in en.REFLEXIVE:
        return
    holder = tree.tokens[token.head].head
    if token.dep == "poss":
        others = [token.head, *tree.children[token.head]]
    elif token.dep == "pobj" and tree.child(holder, "poss") is not None:
        others = tree.children[holder]
    else:
        verb = context.clause(i)
        others = [child for child in tree.children[verb] if child != i and tree.tokens[child].dep != "advcl"]
        subject = context.subject(verb)
        if subject is not None and subject != i and token.dep not in {"nsubj", "nsubjpass"}:
            others.append(subject)
    for other in others:
        referent = context.named.get(other) or context.referent_at(other)
        if referent is not None and other != i:
            yield referent


def _two_best(scores: dict[Referent, float]) -> tuple[Referent, Referent | None]:
    ranked = sorted(scores, key=lambda each: -scores[each])
    return ranked[0], ranked[1] if len(ranked) > 1 else None


def _link(i: int, referent: Referent, reason: str, certainty: float) -> Link:
    return Link(
        first=i,
        last=i + 1,
        head=i,
        name=referent.name,
        referent=referent,
        antecedent=referent.main.evidence if referent.main is not None else None,
        reason=reason,
        certainty=certainty,
    )
