"""First-person pronouns in direct quotations: they are the speaker, or whom the speaker speaks for."""

from __future__ import annotations

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import Referent
from dateline.model import Evidence
from dateline.text.languages import en
from dateline.vocab.territories import territories


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
    name = speaker.name if speaker is not None else spoken.text
    antecedent: Evidence | None = speaker.main.evidence if speaker is not None and speaker.main is not None else spoken
    certainty = 0.9 if token.text.lower() in en.FIRST_SINGULAR else 0.4
    referent = speaker
    if token.text.lower() in en.FIRST_PLURAL and speaker is not None and (side := _side_of(context, speaker)):
        name, referent, certainty = side[0], side[1], 0.6
        antecedent = referent.main.evidence if referent is not None and referent.main is not None else None
    return Link(
        first=i,
        last=i + 1,
        head=i,
        name=name,
        referent=referent,
        antecedent=antecedent,
        reason=f'"{token.text}" in words that are quoted from "{spoken.text}"',
        certainty=certainty,
    )


def _side_of(context: Context, speaker: Referent) -> tuple[str, Referent | None] | None:
    """The state that a speaker's title or the gazetteer ties the speaker to, named in the document or not."""
    if not speaker.is_person or len(speaker.countries) != 1:
        return None
    (country,) = speaker.countries
    for each in context.referents:
        if each.state and country in each.countries:
            return each.name, each
    territory = territories().get(country)
    return None if territory is None else (territory.name, None)
