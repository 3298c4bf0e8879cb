"""Attribution: the words that name who claims a clause."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Annotations, Evidence, Party, Quotation, Token
from dateline.text.languages import en

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NO_SOURCE = en.FIRST_SINGULAR | en.FIRST_PLURAL
_PRONOUNS = en.MALE | en.FEMALE | en.NEUTER | en.PLURAL


def attribution_of(annotations: Annotations, token_index: int, actors: Iterable[Party] = ()) -> Evidence | None:
    """The words naming who says what the token belongs to, or None when the report says so itself.

    The innermost quotation or reported clause around the token decides, with these exceptions: nobody
    is the source of what they do by saying it ("Iran vowed to …" with Iran as actor, "we condemn"); what a
    reported clause takes for granted ("said the attack was …", "after it fired missiles") is the report's
    own; a pronoun or a mere sign ("evidence suggests") gives way to the speaker around it. The speaker must
    stand in the token's sentence.

    Args:
        annotations: The document's annotations.
        token_index: Index in ``annotations.tokens``, usually of the head of an event's trigger.
        actors: Those who act in the event.
    """
    token = annotations.tokens[token_index]
    sentence = annotations.sentences[token.sentence]
    own = tuple(actors)
    chosen: Evidence | None = None
    around = [each for each in annotations.quotations if each.start <= token.start and token.end <= each.end]
    for each in sorted(around, key=lambda each: each.end - each.start):
        speaker = each.speaker
        if speaker is None or not (sentence.start <= speaker.start and speaker.end <= sentence.end):
            continue
        granted = each.start > sentence.start and _presupposed(annotations, token, each)
        if granted or _attributes(each, token) or _is_own(annotations, speaker, own):
            continue
        if chosen is None:
            chosen = speaker
        if not _weak(each, speaker):
            return speaker
    return chosen


def _attributes(quotation: Quotation, token: Token) -> bool:
    """Whether the token is one of the words that attribute, or the speaker says no more than they do."""
    parts = (quotation.speaker, quotation.cue)
    if any(part is not None and part.start <= token.start < part.end for part in parts):
        return True
    cue = quotation.cue.text.lower() if quotation.cue is not None else ""
    speaker = quotation.speaker.text.lower() if quotation.speaker is not None else ""
    return speaker in _NO_SOURCE or (not quotation.direct and cue in en.PERFORMING)


def _is_own(annotations: Annotations, speaker: Evidence, actors: tuple[Party, ...]) -> bool:
    """Whether the speaker is one of those who act."""
    meant = {each.name for each in annotations.references if each.evidence == speaker} | {speaker.text}
    for party in actors:
        words = party.evidence
        if words is not None and speaker.start < words.end and words.start < speaker.end:
            return True
        names = {party.name, words.text if words is not None else party.name}
        if not {_last_word(name) for name in names}.isdisjoint(map(_last_word, meant)):
            return True
    return False


def _last_word(name: str) -> str:
    return name.lower().rsplit(maxsplit=1)[-1] if name.strip() else name


def _weak(quotation: Quotation, speaker: Evidence) -> bool:
    """Whether a speaker further out is the better source."""
    cue = quotation.cue.text.lower() if quotation.cue is not None else ""
    return speaker.text.lower() in _PRONOUNS or cue in en.INFERRING


def _presupposed(annotations: Annotations, token: Token, quotation: Quotation) -> bool:
    """Whether a reported clause takes the token's happening for granted instead of claiming it."""
    if quotation.direct:
        return False
    tokens = annotations.tokens
    if token.pos == "NOUN" and token.i > 0:
        first = token.i
        while first > 0 and tokens[first - 1].dep in {"amod", "compound", "nmod", "det"}:
            first -= 1
        if tokens[first].text.lower() in _DEFINITE and tokens[first].dep == "det":
            return True
    while token.head != token.i and quotation.start <= tokens[token.head].start < quotation.end:
        if token.dep == "advcl" and any(
            each.head == token.i and each.text.lower() in en.TEMPORAL for each in tokens[max(0, token.i - 12) : token.i]
        ):
            return True
        token = tokens[token.head]
    return False
