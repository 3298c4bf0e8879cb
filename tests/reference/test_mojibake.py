from __future__ import annotations

import pytest

from dateline.reference.mojibake import mend


@pytest.mark.parametrize("text", ["Plain words", "Côte d’Ivoire", "Türkiye – naïve", "a < b", "50 %? Yes"])
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert mend(text) == (text, "")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("CÃ´te dâ€™Ivoire", "Côte d’Ivoire"),
        ("People?Ã†s", "People’s"),
        ("People?Ãƒâ€\xa0s", "People’s"),
        ("The treatyÂ\xa0", "The treaty"),
        ("The treatyÂ", "The treaty"),
        ("2010 â€“ 2012", "2010 – 2012"),
    ],
)
def test_the_way_back_is_gone_and_told(broken: str, whole: str) -> None:
    mended, why = mend(broken)
    assert mended == whole
    assert why.startswith("mended from")


@pytest.mark.parametrize("broken", ["sea<90>s", "the \ufffd sea", "a Ã sea"])
def test_what_cannot_be_mended_is_marked(broken: str) -> None:
    assert mend(broken)[1].startswith("left broken")
