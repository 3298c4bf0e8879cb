"""Any record that holds together comes back from the store as it went in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import (
    Annotations,
    ArmsFrame,
    Because,
    Boilerplate,
    Claim,
    ClaimKind,
    Coding,
    DatePrecision,
    Document,
    EventMention,
    Evidence,
    ImpreciseDate,
    Magnitude,
    Modality,
    Party,
    Place,
    PlacePrecision,
    Reference,
    Sentence,
    When,
    Where,
)
from dateline.store import CodedDocument
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline

letters = st.characters(exclude_categories=())  # lone surrogates and nul included
words = st.text(letters, max_size=12)
maybe_words = st.none() | words
certainty = st.floats(0, 1)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
intervals = st.builds(
    lambda one, other, precision: ImpreciseDate(earliest=min(one, other), latest=max(one, other), precision=precision),
    days,
    days,
    st.sampled_from(DatePrecision),
)
because = st.lists(
    st.builds(Because, step=words, reason=words, rule=words, score=st.none() | certainty), max_size=2
).map(tuple)
places = st.builds(
    Place,
    name=words,
    country=maybe_words,
    precision=st.sampled_from(PlacePrecision),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    geonames_id=st.none() | st.integers(0, 10**9),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    return Document.of(
        draw(st.text(letters, min_size=1, max_size=60)),
        title=draw(maybe_words),
        publisher=draw(maybe_words),
        url=draw(maybe_words),
        language=draw(maybe_words),
        published=draw(st.none() | days),
        source=draw(maybe_words),
        notes=tuple(draw(st.lists(words, max_size=2))),
    )


@st.composite
def codings(draw: st.DrawFn, document: Document) -> CodedDocument:
    text = document.text

    @st.composite
    def quotes(draw: st.DrawFn) -> Evidence:
        start = draw(st.integers(0, len(text) - 1))
        return Evidence.of(text, start, draw(st.integers(start + 1, len(text))))

    party = st.builds(
        Party,
        evidence=st.none() | quotes(),
        name=words,
        canonical_id=maybe_words,
        country=maybe_words,
        sector=maybe_words,
        because=because,
    )
    parties = st.lists(party, max_size=2).map(tuple)
    frame = st.builds(
        ArmsFrame,
        trigger=quotes(),
        supplier=st.none() | party,
        recipient=st.none() | party,
        item=st.none() | quotes(),
        item_class=maybe_words,
        quantity=st.none() | quotes(),
        value=st.none() | quotes(),
        amount=st.none() | st.floats(allow_nan=False, allow_infinity=False),
        currency=maybe_words,
        status=words,
        when=st.none() | intervals,
        modality=words,
        attributed_to=st.none() | quotes(),
        certainty=certainty,
        because=because,
    )
    mention = st.builds(
        EventMention,
        id=st.uuids().map(str),
        document_id=st.just(document.id),
        sentence=st.just(0),
        event_key=words,
        event_type=words,
        mode=maybe_words,
        contexts=st.lists(words, max_size=2).map(tuple),
        trigger=quotes(),
        actors=parties,
        recipients=parties,
        when=st.none()
        | st.builds(When, evidence=st.none() | quotes(), interval=st.none() | intervals, because=because),
        where=st.none() | st.builds(Where, evidence=st.none() | quotes(), place=st.none() | places, because=because),
        modality=st.sampled_from(Modality),
        attributed_to=st.none() | quotes(),
        magnitudes=st.lists(
            st.builds(Magnitude, evidence=quotes(), quantity=st.floats(0, 1e9), what=words, unit=maybe_words),
            max_size=1,
        ).map(tuple),
        arms=st.none() | frame,
        certainty=certainty,
        coder=words,
        because=because,
    )
    claim = st.builds(
        Claim,
        id=st.uuids().map(str),
        document_id=st.just(document.id),
        sentence=st.just(0),
        evidence=quotes(),
        kind=st.sampled_from(ClaimKind),
        subject=maybe_words,
        predicate=maybe_words,
        object=maybe_words,
        value=words,
        unit=maybe_words,
        period=maybe_words,
        attributed_to=st.none() | quotes(),
        certainty=certainty,
        because=because,
    )
    coding = Coding(
        document_id=document.id,
        mentions=tuple(draw(st.lists(mention, max_size=2))),
        arms=tuple(draw(st.lists(frame, max_size=2))),
        claims=tuple(draw(st.lists(claim, max_size=2))),
    )
    annotations = Annotations(
        document_id=document.id,
        annotator=draw(words),
        tokens=(),
        sentences=(Sentence(start=0, end=len(text), first=0, last=0, boilerplate=draw(st.booleans())),),
        references=tuple(
            draw(
                st.lists(
                    st.builds(
                        Reference,
                        evidence=quotes(),
                        name=words,
                        antecedent=st.none() | quotes(),
                        reason=words,
                        certainty=certainty,
                    ),
                    max_size=1,
                )
            )
        ),
        boilerplate=tuple(draw(st.lists(st.just(Boilerplate(start=0, end=1, reason="caption")), max_size=1))),
    )
    return CodedDocument(document=document, annotations=annotations, coding=coding)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_records_survive_the_store(data: st.DataObject) -> None:
    coded = data.draw(documents().flatmap(codings))
    document_id = coded.document.id
    with TemporaryDirectory() as folder, SqliteStore(Path(folder) / "record.db") as store:
        store.add_document(coded.document)
        run = store.start_run(fake_pipeline().identity).id
        assert store.save_coding(run, coded)
        assert store.document(document_id) == coded.document
        assert store.annotations(document_id) == coded.annotations
        assert store.coding(document_id) == coded.coding
        assert [row.mention for row in store.document_mentions(document_id)] == list(coded.coding.mentions)
        assert tuple(store.all_mentions()) == coded.coding.mentions
