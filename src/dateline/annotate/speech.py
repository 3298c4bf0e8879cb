"""Who says what: the verb or phrase that attributes a clause, its speaker and its content, from the parse.

Patterns: "X said (that) …", "…, X said", "X told Y …", "…, according to X", "X accused Y of …", "X was quoted as
saying …", "X, saying …", "as X reported, …", "the claim by X that …", "reportedly …".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotate.subjects import speaker_of
from dateline.annotate.tree import Tree
from dateline.model import Token
from dateline.text.languages import en

_VERBAL = frozenset({"VERB", "AUX"})
_COMMAS = frozenset({",", "”", '"', "''", "’", ",”", "--", "–"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_FARTHEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One attribution, by token index.

    Attributes:
        cue: Half-open token range of the words that attribute.
        speaker: The head of the words naming the speaker, or None.
        content: Half-open token range of what is said; the attributing words may lie inside of it.
    """

    cue: tuple[int, int]
    speaker: int | None
    content: tuple[int, int]


def speeches(tree: Tree, first: int, last: int) -> Iterator[Speech]:
    """The attributions in the tokens ``[first, last)`` of one sentence."""
    for i in range(first, last):
        token = tree.tokens[i]
        if token.pos in _VERBAL and token.lemma in en.REPORTING:
            yield from _by_verb(tree, i, first, last)
        elif token.text.lower() == "according":
            yield from _by_source(tree, i, first, last)
        elif token.text.lower() in en.HEARSAY:
            yield Speech(cue=(i, i + 1), speaker=None, content=tree.subtree(token.head))
        elif token.pos == "NOUN" and token.lemma in en.REPORTING_NOUNS:
            yield from _by_noun(tree, i)


def _by_verb(tree: Tree, verb: int, first: int, last: int) -> Iterator[Speech]:
    """Read a reporting verb with its clauses, or with all that stands before it in the sentence."""
    token, cue = tree.tokens[verb], (verb, verb + 1)
    speaker = speaker_of(tree, verb)
    closing = _closing(tree, verb, speaker, first, last)
    contents = [tree.subtree(c) for c in _complements(tree, verb) if _is_content(token, tree.tokens[c])]
    interposed = token.dep in {"parataxis", "ccomp"} and not contents
    as_reported = token.dep == "advcl" and any(tree.tokens[c].text.lower() == "as" for c in tree.children[verb])
    if closing is not None:
        speaker, end = closing
        contents = [(first, end), *(each for each in contents if each[0] > verb)]
    elif interposed or as_reported:
        contents.append(tree.subtree(token.head))
    if speaker is not None and tree.tokens[speaker].pos not in _NAMING:
        speaker = None
    for content in contents:
        yield Speech(cue=cue, speaker=speaker, content=content)


def _complements(tree: Tree, verb: int) -> Iterator[int]:
    """The dependents of a verb, and those of its object, which the parser may have tied to the object."""
    yield from tree.children[verb]
    thing = tree.child(verb, "dobj")
    if thing is not None and tree.tokens[verb].lemma in en.BLAMING:
        yield from tree.children[thing]


def _is_content(verb: Token, child: Token) -> bool:
    """Whether a dependent of a reporting verb is what is said."""
    if child.dep == "ccomp":
        return True
    if child.dep in {"dobj", "oprd", "attr"}:
        return verb.lemma in en.REPORTING_THINGS
    if child.dep == "xcomp":
        return verb.lemma in en.CLAIMING
    return child.dep == "prep" and child.text in en.BLAMING.get(verb.lemma, ())


def _closing(tree: Tree, verb: int, speaker: int | None, first: int, last: int) -> tuple[int, int] | None:
    """The speaker's head and the end of what is said where "…, X said on Monday." closes the sentence.

    The words decide, since the parser often ties such an attribution to the wrong clause.
    """
    tokens = tree.tokens
    if tokens[verb].tag not in _FINITE or tree.child(verb, "dobj", "attr", "prt") is not None:
        return None
    behind = [token for token in tokens[verb + 1 : last] if speaker is None or token.i > speaker]
    if any(token.pos in _VERBAL and token.dep not in {"amod", "acl", "relcl", "advcl"} for token in behind):
        return None
    start = verb
    if speaker is not None and speaker < verb and verb - speaker <= _FARTHEST:
        start = tree.edges[0][speaker]
    while start > first and tokens[start - 1].text not in _COMMAS:
        start -= 1
        if tokens[start].pos in _VERBAL or verb - start > 2 * _FARTHEST:
            return None
    if start <= first + 2 or (start == verb and (speaker is None or speaker < verb)):
        return None
    head = speaker if speaker is not None and start <= speaker < last else tree.head_of(start, verb)
    return (head, start) if tokens[head].pos in _NAMING else None


def _by_source(tree: Tree, i: int, first: int, last: int) -> Iterator[Speech]:
    """Read "according to X": X says the clause around it, or all of the sentence that it opens or closes."""
    to = next((k for k in range(i + 1, min(i + 3, last)) if tree.tokens[k].text.lower() == "to"), None)
    if to is None:
        return
    source = tree.child(to, "pobj", "pcomp")
    if source is None:
        source = tree.child(i, "pobj", "pcomp")
    opens = i == first
    closes = i > first and tree.tokens[i - 1].text in {",", "”", '"'} and tree.subtree(i)[1] >= last - 1
    content = (first, last) if opens or closes else tree.subtree(_clause_above(tree, i))
    yield Speech(cue=(i, to + 1), speaker=source, content=content)


def _clause_above(tree: Tree, i: int) -> int:
    for _ in range(_FARTHEST):
        i = tree.tokens[i].head
        if tree.tokens[i].pos in _VERBAL and tree.tokens[i].text.lower() != "according":
            break
    return i


def _by_noun(tree: Tree, noun: int) -> Iterator[Speech]:
    """Read "X's claim that …", "a statement by X that …", "X expressed hope that …"."""
    clause = tree.child(noun, "acl", "ccomp", "relcl")
    if clause is None or not any(
        tree.tokens[c].text.lower() == "that" and tree.tokens[c].dep == "mark" for c in tree.children[clause]
    ):
        return
    above = tree.tokens[tree.tokens[noun].head]
    owner = tree.child(noun, "poss")
    by = next((c for c in tree.children[noun] if tree.tokens[c].text in {"by", "from"}), None)
    if owner is None and by is not None:
        owner = tree.child(by, "pobj")
    if owner is None and tree.tokens[noun].dep == "dobj" and above.pos in _VERBAL:
        owner = speaker_of(tree, above.i)
    if owner is None and above.text in {"in", "with"}:
        return
    yield Speech(cue=(noun, noun + 1), speaker=noun if owner is None else owner, content=tree.subtree(clause))
