from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Annotations

Annotate = Callable[..., Annotations]


def told(annotate: Annotate, text: str, *, direct: bool) -> list[tuple[str, str | None, str | None]]:
    return [
        (text[each.start : each.end], each.speaker and each.speaker.text, each.cue and each.cue.text)
        for each in annotate(text).quotations
        if each.direct is direct
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will send no more tanks,” Ingrid Dahl said on Monday.", "Ingrid Dahl", "said"),
        ("“We will send no more tanks,” said Norway's envoy.", "Norway's envoy", "said"),
        ('Dahl told reporters: "We will send no more tanks."', "Dahl", "told"),
        ("“We will send no more tanks,” according to the ministry.", "the ministry", "according to"),
    ],
)
def test_speakers_of_direct_quotations(annotate: Annotate, text: str, speaker: str, cue: str) -> None:
    ((_, found_speaker, found_cue),) = told(annotate, text, direct=True)
    assert (found_speaker, found_cue) == (speaker, cue)


def test_a_quotation_that_goes_on_keeps_its_speaker(annotate: Annotate) -> None:
    text = "“We will send no more tanks,” Dahl said. “The depots are empty.”"
    assert [speaker for _, speaker, _ in told(annotate, text, direct=True)] == ["Dahl", "Dahl"]


def test_paragraphs_of_one_quotation_share_its_speaker(annotate: Annotate) -> None:
    text = "“The depots are empty.\n\n“We will send no more tanks,” Dahl said."
    assert [speaker for _, speaker, _ in told(annotate, text, direct=True)] == ["Dahl", "Dahl"]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Dahl said that Norway had sent tanks.", "that Norway had sent tanks", "Dahl"),
        ("Norway had sent tanks, the ministry said on Monday.", "Norway had sent tanks", "the ministry"),
        ("Norway accuses rebels of shelling the port.", "of shelling the port", "Norway"),
        ("As Dahl reported, Norway has sent tanks.", "Norway has sent tanks", "Dahl"),
        ("Dahl was quoted as saying that Norway had sent tanks.", "that Norway had sent tanks", "Dahl"),
    ],
)
def test_reported_speech(annotate: Annotate, text: str, content: str, speaker: str) -> None:
    found = told(annotate, text, direct=False)
    assert any(content in words and who == speaker for words, who, _ in found), found


def test_hearsay_has_no_speaker(annotate: Annotate) -> None:
    ((_, speaker, cue),) = told(annotate, "The rebels reportedly shelled the port.", direct=False)
    assert (speaker, cue) == (None, "reportedly")


def test_a_direct_quotation_is_not_told_twice(annotate: Annotate) -> None:
    assert told(annotate, "“We will send no more tanks,” Dahl said.", direct=False) == []


def test_the_name_alone_behind_a_quotation_signs_it(annotate: Annotate) -> None:
    (found,) = [
        each for each in annotate("“We hold the town,” rebel chief Pavel Orlov — June 3").quotations if each.direct
    ]
    assert found.speaker is not None
    assert found.speaker.text == "rebel chief Pavel Orlov"


def test_a_quotation_cut_off_by_the_end_goes_on_with_the_speaker(annotate: Annotate) -> None:
    text = "“We are ready,” Pavel Orlov said. “We will not stop until the town is free"
    found = [each for each in annotate(text).quotations if each.direct]
    assert [each.speaker.text for each in found if each.speaker is not None] == ["Pavel Orlov", "Pavel Orlov"]


def test_boilerplate_before_a_quotation_does_not_shift_its_sentence(annotate: Annotate) -> None:
    text = "Read more: Ten recipes for summer\n\nMinister Ingrid Dahl said on Monday: “Tanks will roll.”"
    (found,) = [each for each in annotate(text).quotations if each.direct]
    assert found.speaker is not None
    assert found.speaker.text == "Minister Ingrid Dahl"
