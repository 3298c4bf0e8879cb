from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate import make_annotator
from dateline.model import Annotations, Document, Party
from dateline.text.attribution import attribution_of

Annotate = Callable[..., Annotations]


@pytest.fixture(scope="module")
def annotate() -> Annotate:
    annotator = make_annotator()

    def run(text: str) -> Annotations:
        (found,) = annotator.annotate([Document.of(text)])
        return found

    return run


def source(annotate: Annotate, text: str, word: str, actors: tuple[Party, ...] = ()) -> str | None:
    found = annotate(text)
    (at,) = [token.i for token in found.tokens if token.text == word]
    words = attribution_of(found, at, actors)
    return None if words is None else words.text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels shelled the port on Monday.", "shelled", None),
        ("Rebels shelled the port, state media said on Monday.", "shelled", "state media"),
        ("Rebels shelled the port, according to two officials.", "shelled", "two officials"),
        ("Dahl said rebels had shelled the port.", "shelled", "Dahl"),
        ("Dahl said she believed rebels had shelled the port.", "shelled", "Dahl"),
        ("Dahl left after rebels had shelled the port, officials said.", "left", "officials"),
        ("Dahl said the attack was a mistake.", "attack", None),
        ("Dahl said talks would go on after rebels shelled the port.", "shelled", None),
        ("“I think rebels shelled the port,” Dahl said.", "shelled", "Dahl"),
        ("Norway vowed that it would arm the rebels.", "arm", None),
        ("Dahl said rebels had shelled the port.", "said", None),
    ],
)
def test_who_claims_it(annotate: Annotate, text: str, word: str, expected: str | None) -> None:
    assert source(annotate, text, word) == expected


def test_nobody_is_the_source_of_their_own_act(annotate: Annotate) -> None:
    text = "Norway said it condemned the coup."
    assert source(annotate, text, "condemned") == "Norway"
    assert source(annotate, text, "condemned", (Party(evidence=None, name="Norway"),)) is None
