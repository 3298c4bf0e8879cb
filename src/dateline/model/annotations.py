"""Annotations: what language tools see in a document. Plain spans, so that any NLP library fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.spans import Evidence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark.

    Attributes:
        i: Its index in ``Annotations.tokens``.
        start, end: Code points in the document.
        text, lemma: As written; dictionary form in lower case.
        pos, tag, dep: Universal part of speech, Penn tag, and ClearNLP/spaCy English dependency label.
        head: Index of the governor; a root has its own index.
        sentence: Index of its sentence in ``Annotations.sentences``.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: code points ``[start, end)`` and tokens ``[first, last)``.

    Attributes:
        boilerplate: The sentence lies in marked boilerplate and is left out of coding.
    """

    start: int
    end: int
    first: int
    last: int
    boilerplate: bool = False


class NameKind(StrEnum):
    """What a name stands for, as far as the words alone tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name in the text, with the title in front of it where there is one.

    Attributes:
        evidence: The name without title ("Min Aung Hlaing").
        kind: What it stands for.
        title: Rank, office or honorific around it ("Senior General", "Russian Foreign Minister"), or "".
        origin: Who saw it: ``ner``, ``gazetteer``, ``run`` (a run of capitalised words), ``title``.
    """

    evidence: Evidence
    kind: NameKind
    title: str = ""
    origin: str = "ner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A short or indirect mention and the name it stands for.

    Attributes:
        evidence: The words that refer ("him", "the junta leader", "the country").
        name: The full name they stand for ("Min Aung Hlaing").
        antecedent: Where that name stands in the document, or None when it stands nowhere.
        reason: Why, in one sentence.
        certainty: Between 0 and 1.
    """

    evidence: Evidence
    name: str
    antecedent: Evidence | None
    reason: str
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words somebody is quoted or reported as saying.

    Attributes:
        start, end: The content, code points; for a direct quote without its marks.
        direct: Whether it stands in quotation marks.
        speaker: Words naming who says so, or None.
        cue: The verb or phrase that attributes ("said", "according to"), or None.
    """

    start: int
    end: int
    direct: bool
    speaker: Evidence | None
    cue: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """A stretch that is not the report: a caption, a plug, a comment box; kept, never coded."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that was seen in one document, in text order.

    Attributes:
        times: Time expressions as found in the text ("on Monday"), not yet resolved.
        dateline: The place and date line that opens a wire report ("MOSCOW, June 21 (Reuters) —"), or None.
        annotator: Name and version of the tool ("spacy en_core_web_sm 3.8.0").
    """

    document_id: str
    annotator: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    references: tuple[Reference, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Evidence, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    dateline: Span | None = field(default=None)
