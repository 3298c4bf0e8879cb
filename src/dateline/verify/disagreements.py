"""Disagreements: reports that tell different things of one vote, veto or trade relation, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import ClaimKind
from dateline.verify.checking import Checked
from dateline.verify.tallies import read_tally
from dateline.verify.trade import trade_of


def disagreements(checked: Sequence[Checked]) -> Mapping[str, tuple[Checked, ...]]:
    """For each claim, by id, the claims on the same subject that tell another value.

    Tallies differ when a slot that both tell differs ("36" and "34" abstentions), not when one leaves it unsaid.
    """
    groups: dict[tuple[str, ...], list[Checked]] = {}
    for each in checked:
        key = _subject(each)
        if key is not None:
            groups.setdefault(key, []).append(each)
    return {
        each.claim.id: tuple(other for other in group if _differs(each, other))
        for group in groups.values()
        for each in group
    }


def _subject(checked: Checked) -> tuple[str, ...] | None:
    kind = checked.claim.kind
    if kind in (ClaimKind.SHARE, ClaimKind.RANK):
        found = trade_of(checked.told)
        if found.known:
            return (kind, str(found))
    return (kind, checked.verdict.record) if checked.verdict.record else None


def _differs(one: Checked, other: Checked) -> bool:
    if one.claim.value == other.claim.value:
        return False
    mine, theirs = (read_tally(each.claim.value, each.claim.unit) for each in (one, other))
    if mine is None or theirs is None:
        return one.claim.kind is not ClaimKind.VOTE_TALLY
    return any(None not in pair and pair[0] != pair[1] for pair in zip(mine.slots, theirs.slots, strict=True))
