"""Topics of votes: the words under which titles, agenda items and subjects print them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.vocab.fold import key
from dateline.vocab.states import state_code
from dateline.vocab.territories import territories


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What votes are asked for.

    Attributes:
        words: Alternatives; all words of one must stand in a vote, by their beginnings.
    """

    words: tuple[str, ...]

    def fits(self, *texts: str) -> bool:
        """Whether one of the alternatives stands in the texts."""
        there = [word for text in texts for word in key(text).split()]
        return any(all(any(w.startswith(part) for w in there) for part in key(each).split()) for each in self.words)


def topic_of(words: str) -> Topic:
    """A topic by its words; the name or code of a state stands for all its names."""
    code = state_code(words) or (state_code(words.upper()) if len(words) == len("MMR") else None)
    state = territories().get(code) if code else None
    if state is None:
        return Topic(words=(words,))
    own = () if words.upper() == code else (words,)
    names = [name for name in (*own, state.name, *state.aliases) if len(key(name)) > len("USA")]
    return Topic(words=tuple(dict.fromkeys(key(name) for name in names)))
