"""The place of an event: told by grammar, by the occasion, elsewhere in the report, or by the parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from dateline.annotate.spacy_annotator import SpacyAnnotator
from dateline.model import Annotations, Document, EventMention, Evidence, Modality, Party, PlacePrecision, Span, Where
from dateline.resolve.place_events import attach_places, attach_where, choices_of, places_of
from dateline.resolve.place_party import country_of_parties

Seen = Callable[[str], tuple[Document, Annotations]]


@pytest.fixture(scope="module")
def seen() -> Seen:
    annotator = SpacyAnnotator(ner=False)

    def annotate(text: str) -> tuple[Document, Annotations]:
        document = Document.of(text)
        return document, next(iter(annotator.annotate([document])))

    return annotate


def _mention(
    document: Document,
    annotations: Annotations,
    event_type: str,
    trigger: str,
    *,
    mode: str | None = None,
    actors: Sequence[tuple[str, str | None]] = (),
    recipients: Sequence[tuple[str, str | None]] = (),
    key: str = "e1",
) -> EventMention:
    start = document.text.index(trigger)

    def party(words: str, country: str | None) -> Party:
        at = document.text.find(words)
        return Party(
            evidence=Evidence.of(document.text, at, at + len(words)) if at >= 0 else None, name=words, country=country
        )

    return EventMention(
        id=f"{event_type}-{trigger}",
        document_id=document.id,
        sentence=next(i for i, each in enumerate(annotations.sentences) if each.start <= start < each.end),
        event_key=key,
        event_type=event_type,
        mode=mode,
        contexts=(),
        trigger=Evidence.of(document.text, start, start + len(trigger)),
        actors=tuple(party(*each) for each in actors),
        recipients=tuple(party(*each) for each in recipients),
        when=None,
        where=None,
        modality=Modality.ASSERTED,
        attributed_to=None,
    )


def _by_rules(document: Document, annotations: Annotations, *mentions: EventMention) -> list[Where | None]:
    places = places_of(document, annotations, mentions)
    return [mention.where for mention in choices_of(annotations, mentions, places).ruled]


@pytest.mark.parametrize(
    ("text", "event_type", "trigger", "words"),
    [
        ("Gunmen killed nine soldiers in Gao on Friday.", "ASSAULT", "killed", "Gao"),
        ("Turkey fired missiles at rebel positions near Kobani.", "ASSAULT", "fired missiles", "Kobani"),
        ("The attack in Nairobi left ten dead.", "ASSAULT", "attack", "Nairobi"),
        ("Nobody has forgotten the Nairobi attacks.", "ASSAULT", "attacks", "Nairobi"),
        ("The foreign minister visited Ankara on Monday.", "CONSULT", "visited", "Ankara"),
        ("France withdrew its soldiers from Mali.", "RETREAT", "withdrew", "Mali"),
        ("Protesters marched through Caracas.", "PROTEST", "marched", "Caracas"),
        ("Police arrested a blogger at his home in Hanoi.", "COERCE", "arrested", "Hanoi"),
        ("A summit is planned for Friday in Vienna.", "AGREE", "is planned", "Vienna"),
        ("Near Sirte, two strikes destroyed a depot.", "ASSAULT", "strikes", "Sirte"),
        ("The army left Kidal, where rebels had killed six officers.", "ASSAULT", "had killed", "Kidal"),
        ("Rebels overran a base in Goma, the main city of North Kivu.", "ASSAULT", "overran", "Goma"),
    ],
)
def test_grammar_ties_places_to_triggers(seen: Seen, text: str, event_type: str, trigger: str, words: str) -> None:
    document, annotations = seen(text)
    where = attach_where(document, annotations, _mention(document, annotations, event_type, trigger))
    assert where is not None
    assert where.evidence is not None
    assert where.evidence.text == words
    assert where.because[0].rule == "grammar"
    assert where.place is not None


def test_a_state_that_acts_is_not_the_place(seen: Seen) -> None:
    document, annotations = seen("Turkey's offensive killed dozens.")
    mention = _mention(document, annotations, "ASSAULT", "offensive", actors=[("Turkey", "TUR")])
    assert attach_where(document, annotations, mention) is None


def test_the_place_of_what_is_condemned_is_not_the_place_of_the_words(seen: Seen) -> None:
    document, annotations = seen("Norway condemned the attack in Kabul.")
    condemned = _mention(document, annotations, "ACCUSE", "condemned", actors=[("Norway", "NOR")])
    attack = _mention(document, annotations, "ASSAULT", "attack")
    assert attach_where(document, annotations, condemned) is None
    where = attach_where(document, annotations, attack)
    assert where is not None
    assert where.place is not None
    assert where.place.country == "AFG"


def test_according_to_officials_of_a_state_says_nothing_about_where(seen: Seen) -> None:
    document, annotations = seen("A bomb was dropped at dawn, according to four US officials.")
    assert attach_where(document, annotations, _mention(document, annotations, "ASSAULT", "was dropped")) is None


def test_speeches_give_their_occasion(seen: Seen) -> None:
    document, annotations = seen("Speaking at a news conference in Tokyo, he said Japan rejects the plan.")
    where = attach_where(document, annotations, _mention(document, annotations, "REJECT", "rejects"))
    assert where is not None
    assert where.evidence is not None
    assert (where.evidence.text, where.because[0].rule) == ("Tokyo", "occasion")


def test_the_dateline_places_what_its_sentence_says(seen: Seen) -> None:
    document, annotations = seen("CAIRO (AP) — The minister condemned the raid. Later he left.")
    annotations = replace(annotations, dateline=Span(start=0, end=5))
    where = attach_where(document, annotations, _mention(document, annotations, "ACCUSE", "condemned"))
    assert where is not None
    assert where.place is not None
    assert (where.place.name, where.because[0].rule) == ("Cairo", "dateline")


def test_another_mention_of_the_same_happening_tells_the_place(seen: Seen) -> None:
    document, annotations = seen("A bomb exploded in Quetta. The blast killed four people.")
    first = _mention(document, annotations, "ASSAULT", "exploded")
    second = _mention(document, annotations, "ASSAULT", "killed")
    placed = attach_places(document, annotations, [first, second])
    assert placed[1].where is not None
    assert placed[1].where.evidence is None
    assert placed[1].where.because[0].rule == "same event"
    assert placed[1].where.place == placed[0].where.place  # type: ignore[union-attr]


def test_a_speaker_on_a_visit_speaks_there(seen: Seen) -> None:
    document, annotations = seen("Kerr visited Seoul on Friday. Kerr warned the North.")
    visit = _mention(document, annotations, "CONSULT", "visited", mode="visit", actors=[("Kerr", "USA")], key="e1")
    warning = _mention(document, annotations, "THREATEN", "warned", actors=[("Kerr", "USA")], key="e2")
    _, where = _by_rules(document, annotations, visit, warning)
    assert where is not None
    assert where.place is not None
    assert (where.place.country, where.because[0].rule) == ("KOR", "same speaker")


def test_physical_acts_told_close_by_happen_in_one_place(seen: Seen) -> None:
    document, annotations = seen("A bomb exploded in Quetta. Four men died. Officials regretted it.")
    first = _mention(document, annotations, "ASSAULT", "exploded", key="e1")
    second = _mention(document, annotations, "ASSAULT", "died", key="e2")
    third = _mention(document, annotations, "ACCUSE", "regretted", key="e3")
    _, ruled, _ = _by_rules(document, annotations, first, second, third)
    assert ruled is not None
    assert ruled.because[0].rule == "same scene"
    placed = attach_places(document, annotations, [first, second, third])
    assert placed[1].where is not None
    assert placed[1].where.place is not None
    assert placed[1].where.place.name == "Quetta"
    assert placed[2].where is None


@pytest.mark.parametrize(
    ("event_type", "mode", "actors", "recipients", "country"),
    [
        ("PROTEST", "demo", [("They", "TUN")], [], "TUN"),
        ("COERCE", "arrest", [("They", "BLR")], [("him", None)], "BLR"),
        ("ASSAULT", "aerial", [("They", "SAU")], [("him", "YEM")], "YEM"),
        ("AID", None, [("They", "JPN")], [("him", "KEN")], "KEN"),
        ("CONSULT", "visit", [("They", "JPN")], [("him", "KEN")], "KEN"),
        ("REQUEST", "change", [("They", "GEO")], [("him", "GEO")], "GEO"),
        ("RETREAT", "ceasefire", [("They", "COL")], [], "COL"),
        ("ACCUSE", None, [("They", "JPN")], [("him", "KEN")], None),
        ("COERCE", "cyber", [("They", "JPN")], [("him", "KEN")], None),
        ("PROTEST", "demo", [("They", "TUN"), ("him", "DZA")], [], None),
    ],
)
def test_parties_give_a_country_at_last(
    seen: Seen,
    event_type: str,
    mode: str | None,
    actors: list[tuple[str, str | None]],
    recipients: list[tuple[str, str | None]],
    country: str | None,
) -> None:
    document, annotations = seen("They did it to him.")
    mention = _mention(document, annotations, event_type, "did", mode=mode, actors=actors, recipients=recipients)
    found = country_of_parties(mention)
    assert (found.country if found else None) == country
    if found is None:
        return
    (where,) = _by_rules(document, annotations, mention)
    assert where is not None
    assert where.place is not None
    assert (where.place.country, where.place.precision) == (country, PlacePrecision.COUNTRY)
    assert where.because[0].rule == found.rule


def test_arrests_are_placed_where_the_police_are(seen: Seen) -> None:
    document, annotations = seen("They arrested him at dawn.")
    mention = _mention(document, annotations, "COERCE", "arrested", mode="arrest", actors=[("They", "BLR")])
    where = attach_where(document, annotations, mention)
    assert where is not None
    assert where.evidence is None
    assert where.place is not None
    assert where.place.country == "BLR"
    assert where.because[0].score is not None
    assert where.because[0].score > 0.5


def test_words_that_a_coder_gave_are_resolved_and_kept(seen: Seen) -> None:
    document, annotations = seen("Gunmen killed nine soldiers near Gao on Friday.")
    start = document.text.index("near Gao")
    given = Where(evidence=Evidence.of(document.text, start, start + 8), place=None)
    mention = replace(_mention(document, annotations, "ASSAULT", "killed"), where=given)
    placed = attach_places(document, annotations, [mention])[0]
    assert placed.where is not None
    assert placed.where.evidence == given.evidence
    assert placed.where.place is not None
    assert placed.where.place.precision is PlacePrecision.NEAR
    placed.check(document.text)
