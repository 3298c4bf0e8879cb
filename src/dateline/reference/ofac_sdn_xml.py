"""The SDN list of the US Treasury (OFAC) as XML: ``sdnList`` of ``sdnEntry``, with strong and weak aliases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from dateline.model.reference import BadRow, Edition, ListedKind, Note, SanctionDesignation
from dateline.reference.countries import countries
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.listed_names import other_names
from dateline.reference.ofac_sdn import AUTHORITY, LIST_NAME, NO_DATES, flags, kind_of
from dateline.reference.partial_dates import whole_day
from dateline.reference.xml_records import XmlRecord, text_of, texts_of, xml_records

_ROOT = "sdnList"
_HEAD = "publshInformation"  # as the publisher spells it
_ENTRY = "sdnEntry"
_VESSEL = {"callSign": "call sign", "vesselType": "vessel type", "tonnage": "tonnage", "vesselOwner": "owner"}


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file.

    Raises:
        MalformedSource: it is no such list, or declares a document type.
    """
    keys = Keys()
    promised = ""
    found = 0
    for record in xml_records(path, {_HEAD, _ENTRY}, root=_ROOT):
        if isinstance(record, BadRow):
            yield record
        elif record.element.tag == _HEAD:
            promised = record.text("Record_Count")
        elif record.element.tag == _ENTRY:
            found += 1
            yield _entry(record, edition, keys)
    if promised and promised != str(found):
        yield Note(text=f"the head promises {promised} entries, the file holds {found}")
    yield Note(text=NO_DATES)


def vintage(path: Path) -> str | None:
    """The day of publication that the head names."""
    for record in xml_records(path, {_HEAD, _ENTRY}, root=_ROOT):
        if isinstance(record, XmlRecord) and record.element.tag != _ROOT:
            day = whole_day(record.text("Publish_Date"), month_first=True)
            return day.isoformat() if day else None
    return None


def _entry(record: XmlRecord, edition: Edition, keys: Keys) -> Item:
    element = record.element
    key = record.text("uid")
    name = _name(element)
    if not key or not name:
        return BadRow(line=record.line, reason="it has no name" if key else "it has no number", text=key or name)
    own = keys.own(key, record.content, record.line)
    if isinstance(own, Note):
        return own
    kind = kind_of(record.text("sdnType"))
    akas = [(_name(aka), text_of(aka, "category").lower()) for aka in element.iterfind("akaList/aka")]
    homes = [
        *texts_of(element, "nationalityList/nationality/country"),
        *texts_of(element, "citizenshipList/citizenship/country"),
    ]
    if kind is ListedKind.ORGANISATION:
        homes += texts_of(element, "addressList/address/country")
    told = {label: record.text(f"vesselInfo/{tag}") for tag, label in _VESSEL.items()}
    return SanctionDesignation(
        id=edition.row_id(own),
        key=key,
        authority=AUTHORITY,
        list_name=LIST_NAME,
        name=name,
        aliases=other_names(name, (aka for aka, _ in akas)),
        weak_aliases=other_names(name, (aka for aka, category in akas if category == "weak")),
        kind=kind,
        programmes=texts_of(element, "programList/program"),
        countries=countries((*homes, *flags(record.text("vesselInfo/vesselFlag")))),
        listed=None,
        delisted=None,
        titles=texts_of(element, "title"),
        born=texts_of(element, "dateOfBirthList/dateOfBirthItem/dateOfBirth"),
        identifiers=(
            *(f"{label} {value}" for label, value in told.items() if value),
            *dict.fromkeys(filter(None, map(_identifier, element.iterfind("idList/id")))),
        ),
        remarks=record.text("remarks"),
        provenance=edition.at(record.line),
    )


def _name(element: Element) -> str:
    return " ".join(filter(None, (text_of(element, "firstName"), text_of(element, "lastName"))))


def _identifier(element: Element) -> str:
    """Kind, number and country of a document; "Gender" and other words without a number are left to the remarks."""
    number, country = text_of(element, "idNumber"), text_of(element, "idCountry")
    kind = text_of(element, "idType")
    if not number or kind in {"Gender", "Website", "Secondary sanctions risk:"}:
        return ""
    return f"{kind} {number} ({country})" if country else f"{kind} {number}"
