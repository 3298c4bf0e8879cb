"""Parties of an answer: found in the sentence, or elsewhere in the report, or left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.coding.llm.answers import Said
from dateline.coding.llm.quotes import Stretch, nearest
from dateline.model import Because, Evidence, Party, Span

_LONGEST = 30


class PartyChecker:
    """Checks the parties of one document's answers.

    Args:
        text: The document's text.
        dropped: Reason → parts left out, counted here.
    """

    def __init__(self, text: str, dropped: Counter[str]) -> None:
        self._text = text
        self._whole = Stretch(text, 0, len(text))
        self._dropped = dropped
        self._found: dict[str, list[Span]] = {}

    def parties(self, said: Sequence[Said], sentence: Stretch, trigger: Span) -> tuple[Party, ...]:
        """The parties that stand in the report, each once."""
        kept: dict[object, Party] = {}
        for each in said:
            party = self._party(each, sentence, trigger)
            if party is not None:
                kept.setdefault(party.evidence or party.name, party)
        return tuple(kept.values())

    def _party(self, said: Said, sentence: Stretch, trigger: Span) -> Party | None:
        """The party with its words in the sentence; without such words, its name alone."""
        if any(words is not None and len(words.split()) > _LONGEST for words in (said.text, said.name)):
            self._dropped["party too long"] += 1
            return None
        span = nearest(sentence.find(said.text), trigger) if said.text else None
        name = self._name(said.name, trigger) if said.name else None
        if said.name and name is None:
            self._dropped["name not in the text"] += 1
        if span is not None:
            evidence = Evidence.of(self._text, span.start, span.end)
            own = " ".join(evidence.text.split())
            if name is None or name == own:
                return Party(evidence=evidence, name=own)
            because = Because(step="coding.party", reason=f"the model takes “{own}” for {name}", rule="llm")
            return Party(evidence=evidence, name=name, because=(because,))
        name = name or (self._name(said.text, trigger) if said.text else None)
        if name is None:
            self._dropped["party not in the text"] += 1
            return None
        because = Because(step="coding.party", reason=f"the model adds {name}, named elsewhere in the text", rule="llm")
        return Party(evidence=None, name=name, because=(because,))

    def _name(self, words: str, trigger: Span) -> str | None:
        """The words as the report prints them nearest to the trigger."""
        if words not in self._found:
            self._found[words] = self._whole.find(words)
        span = nearest(self._found[words], trigger)
        return " ".join(self._text[span.start : span.end].split()) if span is not None else None
