from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab import near_types
from dateline.vocab.actors import actor
from dateline.vocab.loading import Entry
from dateline.vocab.near_types import families, whole_of


def names(event_type: str, mode: str | None, words: str = "") -> set[str]:
    return {family.name for family in families() if family.holds(event_type, mode, words)}


def test_a_form_is_of_a_family_by_type_mode_and_words() -> None:
    assert names("CONSULT", "visit") == {"meeting"}
    assert names("CONSULT", None) == {"meeting", "talk"}
    assert names("AGREE", None, "signed the treaty") == {"agreement"}
    assert names("AGREE", None, "pledged") == set()
    assert names("AGREE", None, "designed") == set()  # a word begins so, not holds it
    assert names("REJECT", "meet", "vetoed") == set()
    assert names("WAVE", None, "signed") == set()


def test_support_and_refusal_of_one_text_are_never_near() -> None:
    for family in families():
        types = {form.partition("/")[0] for form in family.forms}
        assert not {"SUPPORT", "REJECT"} <= types
        assert 0 < family.penalty < 0.4, "a near form still scores less than the same"


def test_organs_and_organisations_are_known_bodies() -> None:
    for organ, whole in whole_of().items():
        assert actor(organ) is not None
        assert actor(whole) is not None
        assert whole not in whole_of()


@pytest.mark.parametrize(("field", "value"), [("forms", ["AGREE", "SMILE"]), ("penalty", "much"), ("colour", "red")])
def test_what_does_not_hold_together_is_an_error(field: str, value: object) -> None:
    entry = {"why": "a test", "forms": ["AGREE"], "penalty": 0.1} | {field: value}
    with pytest.raises(VocabularyError):
        near_types._family(Entry("near_types.toml", "test", entry))
