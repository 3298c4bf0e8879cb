"""First-person pronouns in direct quotations: they are the speaker, or whom the speaker speaks for."""

from __future__ import annotations

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import Referent
from dateline.text.languages import en


def resolve_first(context: Context, i: int) -> Link | None:
    """I is the speaker; we is the speaker's state or body, where the speaker's title tells it."""
    speaking = context.speaker_at(i)
    if speaking is None:
        return None
    head, quotation = speaking
    token = context.tree.tokens[i]
    speaker = context.referent_at(head)
    spoken = quotation.speaker
    if spoken is None:
        return None
    referent = speaker
    if token.text.lower() in en.FIRST_PLURAL and speaker is not None and speaker.is_person:
        referent = _side_of(context, speaker)
    name = referent.name if referent is not None else spoken.text
    antecedent = referent.main.evidence if referent is not None and referent.main is not None else spoken
    return Link(
        first=i,
        last=i + 1,
        head=i,
        name=name,
        referent=referent,
        antecedent=antecedent,
        reason=f'"{token.text}" in words that are quoted from "{spoken.text}"',
        certainty=0.9 if token.text.lower() in en.FIRST_SINGULAR else 0.4 if referent is speaker else 0.6,
    )


def _side_of(context: Context, speaker: Referent) -> Referent:
    """The state that a speaker's title names, when the document names it too; else the speaker."""
    if len(speaker.countries) == 1:
        (country,) = speaker.countries
        for each in context.referents:
            if each.state and country in each.countries:
                return each
    return speaker
