"""Several parties in few words: "both sides", "the two leaders", "each other", and they who met."""

from __future__ import annotations

from collections import defaultdict

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.links import link_to
from dateline.annotate.references.referents import Referent
from dateline.text.languages import en, en_names

Party = tuple[str, Referent | None]

_RECENT = 2
_BODY_SHARE, _PERSON_SHARE = 0.4, 0.7
_HEADLINE = 1.0


def resolve_pair(context: Context, i: int) -> list[Link]:
    """Both sides, the two countries, the two leaders: the two parties that are most in mind."""
    tree = context.tree
    token = tree.tokens[i]
    words = {tree.tokens[c].text.lower() for c in tree.children[i] if c < i}
    if token.lemma not in en_names.BOTH_SIDES or not _is_pairing(token.tag, words):
        return []
    if any(k in context.named for k in range(*tree.role_phrase(i))):
        return []
    if token.lemma in en_names.LEADERS:
        chosen = two_people(context, i)
    else:
        chosen = _joined_before(context, i) or two_states(context, i)
    return [link_to(context, i, tree.phrase(i), *each, None, "the two that are most in mind", 0.6) for each in chosen]


def _is_pairing(tag: str, words: set[str]) -> bool:
    if tag == "NNS":
        return "both" in words or {"the", "two"} <= words
    return tag == "NN" and not words.isdisjoint({"each", "either"})


def _joined_before(context: Context, i: int) -> list[Party]:
    """The two bodies or states that are the subject here or one sentence before ("Hamas and Israel"), last first."""
    sentence = context.tree.tokens[i].sentence
    for k in range(sentence, max(-1, sentence - _RECENT), -1):
        subject = context.main_subject(k)
        if subject is None or subject >= i:
            continue
        both = parties_at(context, subject)
        if len(both) == 2 and all(each is not None and not each.is_person for _, each in both):
            return both[::-1]
    return []


def two_people(context: Context, i: int) -> list[Party]:
    """The two people most in mind, or nothing."""
    scores = {each: score for each, score in context.scene.saliences(i).items() if each.is_person}
    speaking = context.speaker_at(i)
    speaker = None if speaking is None else context.referent_at(speaking[0])
    if speaker is not None:
        scores.pop(speaker, None)
    chosen = sorted(scores, key=lambda each: -scores[each])[:2]
    return [(each.name, each) for each in chosen] if len(chosen) == 2 else []


def two_states(context: Context, i: int) -> list[Party]:
    """The two states most in mind, by themselves or through their people and bodies, or nothing."""
    scores: dict[str, float] = defaultdict(float)
    for referent, score in context.scene.saliences(i, located=False).items():
        share = 1.0 if referent.state else _PERSON_SHARE if referent.is_person else _BODY_SHARE
        if len(referent.countries) == 1 and referent.sector != "MED":
            (country,) = referent.countries
            scores[country] += share * score
    for each in context.headlined & scores.keys():
        scores[each] += _HEADLINE
    chosen = sorted(scores, key=lambda each: -scores[each])[:2]
    found = [context.state(each) for each in chosen]
    return [each for each in found if each is not None] if len(chosen) == 2 and None not in found else []


def resolve_reciprocal(context: Context, i: int) -> list[Link]:
    """Each other, one another, the other: the parties of the clause's subject, the second one first."""
    tree = context.tree
    before = tree.tokens[i - 1].text.lower() if i > 0 else ""
    if (before, tree.tokens[i].text.lower()) not in {("each", "other"), ("one", "another"), ("the", "other")}:
        return []
    subject = context.subject(context.clause(i))
    both = [] if subject is None else parties_at(context, subject)
    if len(both) != 2 or subject == i:
        return []
    chosen = both[1:] if before == "the" else both[::-1]
    return [link_to(context, i, (i - 1, i + 1), *each, None, "the parties of the subject", 0.6) for each in chosen]


def parties_at(context: Context, head: int) -> list[Party]:
    """The named parties of a phrase and of those joined to it; a reference may stand for several."""
    found: list[Party] = []
    for k in (head, *conjuncts(context, head)):
        links = context.resolved.get(k, [])
        referent = context.referent_at(k)
        if links:
            found.extend((link.name, link.referent) for link in links)
        elif referent is not None:
            found.append((referent.name, referent))
    return found


def conjuncts(context: Context, head: int) -> list[int]:
    """The heads of the phrases joined to a phrase by "and" or "or"."""
    found: list[int] = []
    for child in context.tree.children[head]:
        if context.tree.tokens[child].dep == "conj":
            found.extend((child, *conjuncts(context, child)))
    return found


def who_meet(context: Context, i: int) -> list[Party]:
    """They in "they met", "they criticised each other": the two people, or else states, that are most in mind."""
    tree = context.tree
    token = tree.tokens[i]
    verb = tree.tokens[token.head]
    if token.dep not in {"nsubj", "nsubjpass"}:
        return []
    children = {tree.tokens[c].text.lower() for c in tree.children[verb.i]}
    thing = tree.child(verb.i, "dobj")
    mutual = thing is not None and tree.tokens[thing - 1].text.lower() in {"each", "one"}
    alone = verb.lemma in en.MEETING_ALONE and thing is None and children.isdisjoint({"with", "to", "by"})
    if not mutual and not alone:
        return []
    near = [each for each in context.scene.recent(i) if token.sentence - each.sentence <= _RECENT]
    if len({each.referent for each in near if each.referent.is_person}) >= 2:
        return two_people(context, i)
    return _joined_before(context, i) or two_states(context, i)
