"""The places where a mention may have happened, each with its words or its reason: :class:`PlaceChoices`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Annotations, Because, EventMention, Evidence, Place, Where
from dateline.resolve import place_features as features
from dateline.resolve.date_acts import Act, act_of, neighbours
from dateline.resolve.place_carry import SAID
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_phrases import place_phrases
from dateline.resolve.place_relations import Tie, head_of, tie, tokens_of
from dateline.resolve.place_ties import TIED, adjusted
from dateline.resolve.places import Resolved, place_of, resolve_span
from dateline.vocab.places import country_entries

_STEP = "resolve.where"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoice:
    """One answer to where a mention happened.

    Attributes:
        where: The answer; its place is None where it is left open.
        names: The features that hold for it.
        ruled: It is what the rules give.
    """

    where: Where
    names: tuple[str, ...]
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: Evidence
    tie: Tie
    strength: float
    resolved: Resolved
    place: Place


class PlaceChoices:
    """The choices for the mentions of one document.

    Attributes:
        ruled: The mentions with the places that rules alone give.

    Args:
        annotations: Its annotations.
        places: Its places.
        first: Its mentions with the places that rules give each alone.
        ruled: The same with the places that rules give in the light of the others.
    """

    def __init__(
        self,
        annotations: Annotations,
        places: PlaceDocument,
        first: Sequence[EventMention],
        ruled: Sequence[EventMention],
    ) -> None:
        self._annotations = annotations
        self._places = places
        self._first, self.ruled = first, ruled
        tokens = annotations.tokens
        self._acts: list[Act] = []
        for mention in first:
            sentence = annotations.sentences[mention.sentence]
            head = head_of(tokens_of(tokens[sentence.first : sentence.last], mention.trigger))
            self._acts.append(act_of(mention, head, tokens))

    def of(self, i: int) -> list[PlaceChoice]:
        """All choices of a mention; the last one leaves the place open."""
        ruled = self.ruled[i].where
        chosen = ruled.place if ruled is not None else None
        rule = ruled.because[0].rule or "coder" if ruled is not None and chosen is not None else "none"
        phrases = sorted(self._phrases(i), key=lambda each: -each.strength)
        setting = features.Setting(act=self._acts[i], phrases=len(phrases), rule=rule)
        found = [
            *(self._of_phrase(setting, rank, phrase) for rank, phrase in enumerate(phrases)),
            *self._of_others(setting, i),
            *self._of_parties(setting, i),
        ]
        if ruled is not None and chosen is not None:
            found.append(PlaceChoice(where=ruled, names=(f"rule alone {rule}",), ruled=True))
            by_rule = ("rule", f"rule {rule}", f"rule {rule} {setting.kind}")
            found = [
                replace(each, names=(*each.names, *by_rule)) if _same_country(each.where, chosen) else each
                for each in found
            ]
        rest = ruled if ruled is not None and chosen is None else Where(evidence=None, place=None)
        return [*found, PlaceChoice(where=rest, names=tuple(setting.common("open")))]

    def _phrases(self, i: int) -> Iterator[_Phrase]:
        mention = self._first[i]
        sentence = self._annotations.sentences[mention.sentence]
        tokens = self._annotations.tokens[sentence.first : sentence.last]
        for words in place_phrases(self._places, sentence.start, sentence.end):
            resolved = resolve_span(self._places, words)
            if resolved.place is not None:
                found = tie(self._annotations.tokens, tokens, words, mention.trigger)
                fitted = adjusted(found, words, resolved.place, mention)
                if found.nested and mention.event_type in SAID and fitted.strength < TIED:
                    continue  # where what is talked about happened
                yield _Phrase(words, found, fitted.strength, resolved, resolved.place)

    def _of_phrase(self, setting: features.Setting, rank: int, phrase: _Phrase) -> PlaceChoice:
        mention = setting.act.mention
        names = features.of_phrase(setting, phrase.tie, phrase.place, phrase.words, phrase.strength, rank)
        told = mention.where.evidence if mention.where is not None else None
        if told is not None and told.span.overlaps(phrase.words):
            names += ["g first", f"g first {setting.kind}"]
        reason = f"{phrase.words.text!r} stands with {mention.trigger.text!r} ({phrase.tie.how}, {phrase.strength:.2f})"
        because = Because(step=_STEP, reason=reason, rule="grammar")
        where = Where(evidence=phrase.words, place=phrase.place, because=(because, *phrase.resolved.because))
        return PlaceChoice(where=where, names=tuple(names))

    def _of_others(self, setting: features.Setting, i: int) -> Iterator[PlaceChoice]:
        """Places that the sentences of other mentions tell."""
        for k in neighbours(self._acts, i):
            other = self._first[k]
            where = other.where
            if where is None or where.place is None:
                continue
            rule = where.because[0].rule or "coder"
            names = features.of_other(setting, self._acts[k], where.place, rule, words=where.evidence is not None)
            words = f" ({where.evidence.text!r})" if where.evidence is not None else ""
            reason = f"{other.trigger.text!r}, told in the same report, happens there{words}"
            key = other.event_key == setting.act.mention.event_key
            because = Because(step=_STEP, reason=reason, rule="same event" if key else "told together")
            yield PlaceChoice(where=Where(evidence=None, place=where.place, because=(because,)), names=tuple(names))

    def _of_parties(self, setting: features.Setting, i: int) -> Iterator[PlaceChoice]:
        """The countries of the sides."""
        mention = self._first[i]
        for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
            countries = sorted({party.country for party in parties if party.country})
            for country in countries:
                entry = country_entries().get(country)
                if entry is None:
                    continue
                tag = "a" if role == "actor" else "r"
                names = [
                    *features.of_country(setting, tag, country, mention),
                    *setting.common(tag),
                    f"{tag} one of {min(len(countries), 3)}",
                    f"{tag} {setting.kind} {setting.act.form}",
                    f"{tag} said {mention.event_type in SAID}",
                ]
                reason = f"nothing says where; such acts mostly happen in the {role}'s country: {entry.name}"
                because = Because(step=_STEP, reason=reason, rule=f"{role} country")
                where = Where(evidence=None, place=place_of(entry), because=(because,))
                yield PlaceChoice(where=where, names=tuple(names))


def _same_country(where: Where, place: Place) -> bool:
    held = where.place
    if held is None or place.country is None:
        return held == place
    return held.country == place.country
