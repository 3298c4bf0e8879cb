"""Trade: which question on the arms trade a share or rank answers.

Mostly a supplier among those who arm a recipient. Said of a buyer it is turned round: India among the recipients of
Russia's exports ("Russia's biggest arms customer"), or among all importers ("the world's largest arms importer").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import ClaimKind
from dateline.verify.naming import state_name, state_names
from dateline.verify.sides import sides, states_in
from dateline.verify.told import Told
from dateline.vocab.territories import TerritoryMention, lookup_territory

_BUYER = re.compile(r"\b(?:importer|buyer|customer|recipient|purchaser|client|market|destination)s?\b", re.IGNORECASE)
_WORLD = re.compile(r"\b(?:world|global|worldwide|international)(?:[’']s)?\b", re.IGNORECASE)
_IMPORTS = re.compile(r"\b(?:imports?|importers?|buyers?|purchases)\b", re.IGNORECASE)
#: In or behind the words of a share: exports, which are a whole of their own where somebody's name stands before.
_EXPORTS = re.compile(
    r"(?P<whose>.{0,40}?)"
    r"\b(?:arms|weapons?|military|defen[cs]e)\s(?:exports|sales)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_GOES = re.compile(r"\b(?:to|into|for|by)\s(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """A question on the trade.

    Attributes:
        focus: Those whose share or place is told; alpha-3 codes.
        fixed: The other side; None for the whole world.
        turned: The focus buys from ``fixed`` and does not supply it.
        world: The other side is the whole world.
        why: How that was read.
    """

    focus: tuple[str, ...]
    fixed: str | None
    turned: bool
    world: bool
    why: str

    @property
    def known(self) -> bool:
        """Whether both sides are told."""
        return bool(self.focus) and (self.fixed is not None or self.world)

    def __str__(self) -> str:
        focus, fixed = state_names(self.focus) or "?", state_name(self.fixed) if self.fixed else "the world"
        return f"{fixed} → {focus}" if self.turned else f"{focus} → {fixed}"

    @property
    def peers(self) -> str:
        """Whom the focus is one of, in words."""
        fixed = state_name(self.fixed) if self.fixed else "the world"
        return f"recipients of {fixed}" if self.turned else f"suppliers to {fixed}"


def trade_of(told: Told) -> Trade:
    """The question that a share or rank answers."""
    turned = _turned_rank(told) if told.claim.kind is ClaimKind.RANK else _turned_share(told)
    if turned is not None:
        return turned
    found = sides(told)
    return Trade(focus=found.suppliers, fixed=found.recipient, turned=False, world=found.world, why=found.why)


def _turned_rank(told: Told) -> Trade | None:
    """“Russia's largest arms customer”, “the largest recipient of Chinese arms”, “the world's largest importer”."""
    if not _BUYER.search(told.words):
        return None
    held = states_in(told.sentence)
    end = told.at + len(told.words)
    inside = [each for each in held if told.at <= each.start < end + 25]
    outside = [each for each in held if each not in inside]
    subject = lookup_territory(told.claim.subject or "")
    focus = subject.iso3 if subject is not None else next((each.territory.iso3 for each in outside), None)
    fixed = next((each.territory.iso3 for each in inside if each.territory.iso3 != focus), None)
    world = fixed is None and bool(_WORLD.search(told.words))
    why = "a buyer among those whom one supplies" if fixed else "a buyer among all"
    return Trade(focus=(focus,) if focus else (), fixed=fixed, turned=True, world=world, why=why)


def _turned_share(told: Told) -> Trade | None:
    """“28 percent of Russia's arms exports went to India”, “1 percent of world arms imports”."""
    held = states_in(told.sentence)
    behind = told.sentence[told.at :]
    if _WORLD.search(behind) and _IMPORTS.search(behind):
        focus = tuple(dict.fromkeys(each.territory.iso3 for each in held))[:1]
        return Trade(focus=focus, fixed=None, turned=True, world=True, why="a share of all imports")
    match = _EXPORTS.search(behind)
    if match is None:
        return None
    first, last = told.at + match.start("whose"), told.at + match.end()
    owner = _owner(told, held, first, last, match["whose"])
    if owner is None:
        return None
    others = [each for each in held if each.territory.iso3 != owner]
    goes = [each for each in others if _GOES.search(told.sentence[: each.start])]
    codes = tuple(each.territory.iso3 for each in (*goes, *others)[:1])
    return Trade(focus=codes, fixed=owner, turned=True, world=False, why="a share of one state's exports")


def _owner(told: Told, held: list[TerritoryMention], first: int, last: int, words: str) -> str | None:
    """The state whose exports are told: named before them, or "its" with the state named before the claim."""
    named = next((each.territory.iso3 for each in held if first <= each.start < last), None)
    if named is not None or not _OWN.search(words):
        return named
    before = [each.territory.iso3 for each in held if each.end <= told.at]
    return before[-1] if before else None
