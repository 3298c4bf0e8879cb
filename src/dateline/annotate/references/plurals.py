"""They, and its other forms."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.groups import conjuncts, who_meet
from dateline.annotate.references.links import link_to
from dateline.annotate.references.peoples import is_people
from dateline.annotate.references.referents import Referent
from dateline.model import NameKind
from dateline.text.languages import en

_PLURAL_KINDS = frozenset({NameKind.GROUP, NameKind.ORGANISATION})


def resolve_they(context: Context, i: int) -> list[Link]:
    """They: the nearest plural subject around, else the nearest plural group of people."""
    verb = context.clause(i)
    own = context.subject(verb)
    token = context.tree.tokens[i]
    object_of_verb = token.dep not in {"nsubj", "nsubjpass", "poss"}
    meeting = who_meet(context, i)
    if meeting:
        return [link_to(context, i, (i, i + 1), *each, None, "the two who are most in mind", 0.55) for each in meeting]
    both = _who_met(context, i)
    if both:
        reason = "the two who met in the clause above"
        return [link_to(context, i, (i, i + 1), name, referent, head, reason, 0.6) for name, referent, head in both]
    subjects = context.subjects_above(i) if token.dep in {"nsubj", "nsubjpass", "poss"} else ()
    for step, head in enumerate((*subjects, *_groups_before(context, i))):
        if (object_of_verb and head == own) or head == token.head or head >= i:
            continue
        found = _parties(context, head)
        if found:
            certainty = round(max(0.4, 0.65 - 0.08 * step), 2)
            return [
                link_to(context, i, (i, i + 1), name, referent, head, "the nearest plural party", certainty)
                for name, referent in found
            ]
    return _others(context, i)


def _others(context: Context, i: int) -> list[Link]:
    """They in a quotation without a plural around: the state most in mind that is not the speaker's."""
    speaking = context.speaker_at(i)
    if speaking is None:
        return []
    speaker = context.referent_at(speaking[0])
    own = frozenset() if speaker is None else speaker.countries
    scores = {
        each: score + (each.countries <= context.headlined)
        for each, score in context.scene.saliences(i, located=False).items()
        if each.state and own.isdisjoint(each.countries)
    }
    best = max(scores, key=lambda each: scores[each], default=None)
    if best is None:
        return []
    return [link_to(context, i, (i, i + 1), best.name, best, None, "the state whom the speaker talks of", 0.45)]


def _who_met(context: Context, i: int) -> list[tuple[str, Referent | None, int]]:
    """Subject and partner of a verb of meeting in the clause above, or in the sentence before a subject."""
    tree = context.tree
    found = _met(context, i, context.clause(tree.tokens[context.clause(i)].head))
    token = tree.tokens[i]
    if found or token.dep not in {"nsubj", "nsubjpass"} or token.sentence == 0:
        return found
    before = context.sentences[token.sentence - 1]
    verbs = [each.i for each in tree.tokens[before.first : before.last] if each.lemma in en.MEETING]
    pairs = (pair for verb in reversed(verbs) if (pair := _met(context, i, verb)))
    return next((pair for pair in pairs if all(referent is not None for _, referent, _ in pair)), [])


def _met(context: Context, i: int, verb: int) -> list[tuple[str, Referent | None, int]]:
    """The two named parties of a verb of meeting before token ``i`` ("X met with Y, where they agreed …")."""
    tree = context.tree
    subject = context.subject(verb)
    if tree.tokens[verb].lemma not in en.MEETING or verb > i or subject is None or subject == i:
        return []
    partner = tree.child(verb, "dobj")
    company = next((c for c in tree.children[verb] if tree.tokens[c].text in {"with", "to"}), None)
    if partner is None and company is not None:
        partner = tree.child(company, "pobj")
    if partner is None or partner >= i:
        return []
    named = [(_named(context, head), context.referent_at(head), head) for head in (subject, partner)]
    return [(name, referent, head) for name, referent, head in named if name] if all(n for n, _, _ in named) else []


def _named(context: Context, head: int) -> str:
    """What a phrase is called: its referent's name, or its own words where it stands for people; else ""."""
    referent = context.referent_at(head)
    if referent is not None:
        return referent.name if referent.is_person or referent.state else ""
    if not is_people(context.tree.tokens[head].lemma):
        return ""
    first, last = context.tree.phrase(head)
    return context.tree.evidence(first + (context.tree.tokens[first].dep == "det" and first < head), last).text


def _parties(context: Context, head: int) -> list[tuple[str, Referent | None]]:
    """The names that a plural phrase stands for; nothing when it is singular or no party."""
    tree = context.tree
    token = tree.tokens[head]
    members = [head, *conjuncts(context, head)]
    named = [(each.name, each) for k in members if (each := context.referent_at(k)) is not None]
    if len(named) > 1:
        return list(named)
    links = context.resolved.get(head, [])
    if len(links) > 1:
        return [(link.name, link.referent) for link in links]
    referent = named[0][1] if named else None
    if referent is not None and (referent.kind in _PLURAL_KINDS or referent.state):
        return [(referent.name, referent)]
    if token.tag == "NNS" and is_people(token.lemma):
        first, last = tree.phrase(head)
        first += tree.tokens[first].dep == "det" and first < head
        return [(tree.evidence(first, last).text, None)]
    return []


def _groups_before(context: Context, i: int) -> Iterator[int]:
    """Heads of plural phrases before token ``i`` in its sentence and the one before, the nearest first."""
    tokens = context.tree.tokens
    first = context.sentences[max(0, tokens[i].sentence - 1)].first
    for k in range(i - 1, first - 1, -1):
        if tokens[k].tag in {"NNS", "NNPS"} and tokens[k].dep not in {"compound", "nmod"}:
            yield k
