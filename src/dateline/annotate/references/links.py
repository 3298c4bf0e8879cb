"""Links made in the usual ways."""

from __future__ import annotations

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import Referent


def link_to(
    context: Context,
    i: int,
    span: tuple[int, int],
    name: str,
    referent: Referent | None,
    head: int | None,
    reason: str,
    certainty: float,
) -> Link:
    """Link the tokens ``span`` with head ``i``; the antecedent is the phrase of ``head``, or the referent's name."""
    antecedent = None
    if head is not None:
        antecedent = context.tree.evidence(*context.tree.phrase(head))
    elif referent is not None and referent.main is not None:
        antecedent = referent.main.evidence
    return Link(
        first=span[0],
        last=span[1],
        head=i,
        name=name,
        referent=referent,
        antecedent=antecedent,
        reason=reason,
        certainty=certainty,
    )
