"""Features: what speaks for a place as the place of an act, as names that hold or do not hold."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import EventMention, Evidence, Place, PlacePrecision
from dateline.resolve.date_acts import Act
from dateline.resolve.date_features import gap, step
from dateline.resolve.place_carry import SAID
from dateline.resolve.place_relations import Tie

_STRENGTHS = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8)
_WAYS = "in at on inside near from to into of against between over across around object modifier subject where"
_HOW = frozenset(_WAYS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds for all choices of one mention.

    Attributes:
        act: The act.
        rule: What the rules did: "grammar", "recipient country" and so on, or "none".
        phrases: How many places its sentence names.
    """

    act: Act
    rule: str
    phrases: int

    @property
    def kind(self) -> str:
        """Type of the act."""
        return self.act.mention.event_type

    def common(self, tag: str) -> list[str]:
        """Features of a choice that no words give."""
        mention = self.act.mention
        return [
            tag,
            f"{tag} {self.kind}",
            f"{tag} {self.kind} {mention.mode}",
            f"{tag} {self.act.form}",
            f"{tag} {mention.modality}",
            f"{tag} places {min(self.phrases, 3)}",
            f"{tag} rule {self.rule}",
        ]


def of_phrase(setting: Setting, found: Tie, place: Place, words: Evidence, strength: float, rank: int) -> list[str]:
    """Features of a place that the sentence names."""
    mention = setting.act.mention
    how = found.how if found.how in _HOW else "other"
    size = "country" if place.precision is PlacePrecision.COUNTRY else "inside"
    names = [
        "g",
        f"g {setting.kind}",
        f"g strength {step(strength, _STRENGTHS)}",
        f"g tie {step(found.strength, _STRENGTHS)}",
        f"g {setting.kind} strength {step(strength, (0.2, 0.35, 0.65))}",
        f"g {how}",
        f"g {setting.kind} {how}",
        f"g {size}",
        f"g {size} {how}",
        f"g rank {min(rank, 2)}",
        f"g {setting.act.form}",
        "g before" if words.start < mention.trigger.start else "g behind",
    ]
    said = "said" if setting.kind in SAID else "done"
    flags = (("nested", found.nested), ("qualifies", found.qualifies), ("no tie", strength <= 0.0))
    names += [f"g {flag}{more}" for flag, holds in flags if holds for more in ("", f" {said}", f" {how}")]
    if place.country is None:
        names.append("g of no country")
    for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        if any(p.evidence is not None and p.evidence.start <= words.start < p.evidence.end for p in parties):
            names += [f"g inside {role}", f"g inside {role} {how}", f"g inside {role} {setting.kind}"]
        if place.country is not None and any(p.country == place.country for p in parties):
            names += [f"g of {role}", f"g of {role} {setting.kind}", f"g of {role} {size}"]
    return names


def of_other(setting: Setting, other: Act, place: Place, rule: str, *, words: bool) -> list[str]:
    """Features of the place of another mention."""
    act = setting.act
    far = gap(other.mention.sentence - act.mention.sentence)
    relation = act.relation(other)
    return [
        *of_country(setting, "h", place.country, act.mention),
        f"h gap {far}",
        f"h {relation}",
        f"h {relation} {far}",
        f"h {relation} {setting.kind}",
        f"h from {rule}",
        f"h {setting.kind} from {other.mention.event_type}",
        f"h {act.form} {relation}",
        f"h words {words}",
    ]


def of_country(setting: Setting, tag: str, country: str | None, mention: EventMention) -> list[str]:
    """Features of a country, by the sides it belongs to."""
    sides = [
        role
        for role, parties in (("actor", mention.actors), ("recipient", mention.recipients))
        if country is not None and any(party.country == country for party in parties)
    ]
    of = " and ".join(sides) or "neither"
    return [tag, f"{tag} of {of}", f"{tag} of {of} {setting.kind}", f"{tag} places {min(setting.phrases, 2)}"]
