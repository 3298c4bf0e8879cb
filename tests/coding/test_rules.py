from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from dateline.coding import RuleCoder, make_coder
from dateline.model import Annotations, Coding, Document, EventMention

Told = Callable[..., EventMention]

Annotate = Callable[..., tuple[Document, Annotations]]
TEXT = "Norway condemned Belarus. Rebels may attack the town. Talks were held."


def test_the_threshold_leaves_out_what_is_uncertain(annotate: Annotate) -> None:
    document, annotations = annotate(TEXT)
    every = RuleCoder(threshold=0.0).code(document, annotations).mentions
    some = RuleCoder(threshold=0.6).code(document, annotations).mentions
    assert len(some) < len(every)
    assert all(mention.certainty >= 0.6 for mention in some)


def test_extras_add_to_the_coding(annotate: Annotate) -> None:
    document, annotations = annotate(TEXT)

    def without_mentions(document: Document, annotations: Annotations, coding: Coding) -> Coding:
        assert coding.mentions
        return dataclasses.replace(coding, mentions=())

    assert RuleCoder(extras=[without_mentions]).code(document, annotations).mentions == ()


def test_drafts_offer_every_mention_with_its_traits(annotate: Annotate) -> None:
    document, annotations = annotate(TEXT)
    drafts = RuleCoder().drafts(document, annotations)
    assert all(draft.sketch.traits["bias"] == 1.0 for draft in drafts)
    assert {draft.mention.event_type for draft in drafts} >= {"ACCUSE", "ASSAULT"}


def test_the_same_document_is_coded_the_same_way(annotate: Annotate) -> None:
    document, annotations = annotate(TEXT)
    assert make_coder().code(document, annotations) == make_coder().code(document, annotations)


def test_an_empty_document_has_an_empty_coding(annotate: Annotate) -> None:
    document, annotations = annotate("")
    assert make_coder().code(document, annotations) == Coding(document_id=document.id)


@pytest.mark.parametrize(
    ("sentence", "event_type", "mode"),
    [
        ("Riot police were deployed around the court in Bishkek.", "MOBILIZE", "police"),
        ("Turkish jets flew over the island of Samos.", "MOBILIZE", "weapons"),
        ("The army deployed 400 soldiers to the province.", "MOBILIZE", "troops"),
        ("The two presidents held a hotline call on Monday.", "CONSULT", "phone"),
        ("The envoy shuttled between Sana'a and Riyadh.", "CONSULT", "third-party"),
    ],
)
def test_modes_by_the_words_around(told: Told, sentence: str, event_type: str, mode: str) -> None:
    assert told(sentence, event_type).mode == mode
