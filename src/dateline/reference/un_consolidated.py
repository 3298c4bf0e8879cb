"""The United Nations Security Council Consolidated List as XML: individuals and entities, with the day of listing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from dateline.model.reference import BadRow, Edition, ListedKind, Note, SanctionDesignation
from dateline.reference.countries import countries
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.listed_names import other_names
from dateline.reference.partial_dates import partial_date, whole_day
from dateline.reference.xml_records import XmlRecord, text_of, texts_of, xml_records

_ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": ListedKind.PERSON, "ENTITY": ListedKind.ORGANISATION}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_WEAK = "low"


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file.

    Raises:
        MalformedSource: it is no such list, or declares a document type.
    """
    keys = Keys()
    for record in xml_records(path, _KINDS.keys(), root=_ROOT):
        if isinstance(record, BadRow):
            yield record
        elif record.element.tag == _ROOT:
            yield Note(
                text=f"the list as of {record.element.get('dateGenerated', 'an unnamed day')[:10]}; removed are gone"
            )
        else:
            yield _entry(record, edition, keys)


def vintage(path: Path) -> str | None:
    """The day on which the list was generated."""
    for record in xml_records(path, frozenset(), root=_ROOT):
        if isinstance(record, XmlRecord):
            day = whole_day(record.element.get("dateGenerated"))
            return day.isoformat() if day else None
    return None


def _entry(record: XmlRecord, edition: Edition, keys: Keys) -> Item:
    element = record.element
    key = record.text("REFERENCE_NUMBER") or record.text("DATAID")
    name = " ".join(filter(None, (record.text(part) for part in _NAMES)))
    if not key or not name:
        return BadRow(
            line=record.line, reason="it has no name" if key else "it has no reference number", text=key or name
        )
    own = keys.own(key, record.content, record.line)
    if isinstance(own, Note):
        return own
    kind = _KINDS[element.tag]
    named = [
        (text_of(alias, "ALIAS_NAME"), text_of(alias, "QUALITY").lower())
        for alias in element.iterfind(f"{element.tag}_ALIAS")
    ]
    changes = (whole_day(text) for text in texts_of(element, "LAST_DAY_UPDATED/VALUE"))
    day = partial_date(record.text("LISTED_ON"))
    listed = whole_day(record.text("LISTED_ON"))
    homes = ("NATIONALITY/VALUE",) if kind is ListedKind.PERSON else ("ENTITY_ADDRESS/COUNTRY",)
    return SanctionDesignation(
        id=edition.row_id(own),
        key=key,
        authority="UN",
        list_name="UN Consolidated List",
        name=name,
        aliases=other_names(name, (*texts_of(element, "NAME_ORIGINAL_SCRIPT"), *(alias for alias, _ in named))),
        weak_aliases=other_names(name, (alias for alias, quality in named if quality == _WEAK)),
        kind=kind,
        programmes=texts_of(element, "UN_LIST_TYPE"),
        countries=countries(text for home in homes for text in texts_of(element, home)),
        listed=listed,
        listed_in=day if listed is None else None,
        delisted=whole_day(record.text("DELISTED_ON")),
        amended=max((change for change in changes if change), default=None),
        titles=(*texts_of(element, "TITLE/VALUE"), *texts_of(element, "DESIGNATION/VALUE")),
        born=tuple(dict.fromkeys(filter(None, map(_born, element.iterfind("INDIVIDUAL_DATE_OF_BIRTH"))))),
        identifiers=tuple(dict.fromkeys(filter(None, map(_document, element.iterfind("INDIVIDUAL_DOCUMENT"))))),
        remarks=record.text("COMMENTS1"),
        provenance=edition.at(record.line),
    )


def _born(birth: Element) -> str:
    """A date, a year, or "from–to", as printed."""
    span = "–".join(filter(None, (text_of(birth, "FROM_YEAR"), text_of(birth, "TO_YEAR"))))
    return text_of(birth, "DATE") or text_of(birth, "YEAR") or span


def _document(document: Element) -> str:
    number = text_of(document, "NUMBER")
    country = text_of(document, "ISSUING_COUNTRY") or text_of(document, "COUNTRY_OF_ISSUE")
    told = f"{text_of(document, 'TYPE_OF_DOCUMENT') or 'document'} {number}" if number else ""
    return f"{told} ({country})" if told and country else told
