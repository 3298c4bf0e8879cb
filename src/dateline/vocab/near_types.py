"""Near types: forms in which one act may be told. Data: ``data/near_types.toml``; organs: ``data/organs.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.event_types import event_types
from dateline.vocab.loading import Entry, read_toml, toml_entries
from dateline.vocab.modes import modes

FILE = "near_types.toml"
ORGANS = "organs.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Forms that may be one act.

    Attributes:
        name: Of the family ("agreement").
        why: What a reader is told.
        forms: "TYPE" for every mode, "TYPE/mode" for one.
        words: Beginnings of words, one of which the telling words must hold; none asked for where empty.
        penalty: Taken off the score of two different forms.
        any_side: Whether actor and recipient are a matter of wording.
        body, same_day, same_place: What must hold besides; see the head of the data file.
    """

    name: str
    why: str
    forms: frozenset[str]
    words: tuple[str, ...]
    penalty: float
    any_side: bool
    body: bool
    same_day: bool
    same_place: bool

    def holds(self, event_type: str, mode: str | None, words: str) -> bool:
        """Whether an act of this type and mode, told in these lower-case words, may be of the family."""
        fits = event_type in self.forms or f"{event_type}/{mode}" in self.forms
        if not fits and mode is None:
            fits = any(form.startswith(f"{event_type}/") for form in self.forms)
        if not fits:
            return False
        return not self.words or any(word.startswith(self.words) for word in words.split())


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of the file.

    Raises:
        VocabularyError: a form that is no event type or mode, a field that nobody knows.
    """
    return tuple(_family(entry) for entry in toml_entries(FILE))


@cache
def whole_of() -> Mapping[str, str]:
    """Id of an organ → id of the organisation that it belongs to."""
    found: dict[str, str] = {}
    for whole, organs in read_toml(ORGANS).items():
        if not isinstance(organs, list):
            raise VocabularyError(f"{ORGANS}: {whole}", "must be a list of ids", "correct the file")
        found.update({str(organ): whole for organ in organs})
    return found


def _family(entry: Entry) -> Family:
    forms = entry.texts("forms")
    for form in forms:
        if form not in event_types() and form not in modes():
            raise entry.wrong(f"{form!r} is no event type and no mode")
    family = Family(
        name=entry.name,
        why=entry.text("why"),
        forms=frozenset(forms),
        words=entry.texts("words"),
        penalty=entry.intensity("penalty"),
        any_side=entry.has("sides") and entry.text("sides") == "any",
        body=entry.has("body") and entry.flag("body"),
        same_day=entry.has("same_day") and entry.flag("same_day"),
        same_place=entry.has("same_place") and entry.flag("same_place"),
    )
    entry.done()
    return family
