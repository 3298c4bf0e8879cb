from __future__ import annotations

from pathlib import Path

from dateline.model.reference import ListedKind, SanctionDesignation
from list_cases import take, written

HEAD = (
    '<?xml version="1.0" standalone="yes"?>\n'
    '<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="https://lists.example/XML">\n'
    "<publshInformation><Publish_Date>11/24/2024</Publish_Date><Record_Count>{count}</Record_Count></publshInformation>\n"
)
PERSON = """<sdnEntry><uid>36</uid><firstName>Ivan</firstName><lastName>PETROV</lastName><title>Minister</title>
<sdnType>Individual</sdnType><remarks>Something.</remarks>
<programList><program>ALPHA</program><program>BETA</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Russia</idCountry></id>
<id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id></idList>
<akaList><aka><uid>3</uid><type>a.k.a.</type><category>strong</category>
<firstName>Vanya</firstName><lastName>PETROFF</lastName></aka>
<aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>THE MINISTER</lastName></aka></akaList>
<nationalityList><nationality><uid>5</uid><country>Russia</country><mainEntry>true</mainEntry>
</nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><uid>6</uid><dateOfBirth>circa 1960</dateOfBirth>
<mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
</sdnEntry>
"""
SHIP = """<sdnEntry><uid>37</uid><lastName>SEA STAR</lastName><sdnType>Vessel</sdnType>
<programList><program>ALPHA</program></programList>
<vesselInfo><callSign>3ABC</callSign><vesselType>Tanker</vesselType><vesselFlag>Panama</vesselFlag>
</vesselInfo></sdnEntry>
"""
FIRM = """<sdnEntry><uid>38</uid><lastName>ACME</lastName><sdnType>Entity</sdnType>
<programList><program>ALPHA</program></programList>
<addressList><address><uid>1</uid><city>Yangon</city><country>Burma</country></address></addressList></sdnEntry>
"""


def sdn(folder: Path, *entries: str, count: int | None = None) -> Path:
    text = HEAD.format(count=len(entries) if count is None else count) + "".join(entries) + "</sdnList>"
    return written(folder, "sdn.xml", text)


def test_entries_of_all_kinds(tmp_path: Path) -> None:
    person, ship, firm = take("ofac-sdn-xml", sdn(tmp_path, PERSON, SHIP, FIRM)).of(SanctionDesignation)
    assert person.name == "Ivan PETROV"
    assert person.aliases == ("Vanya PETROFF", "THE MINISTER")
    assert person.weak_aliases == ("THE MINISTER",)
    assert (person.programmes, person.countries, person.born) == (("ALPHA", "BETA"), ("RUS",), ("circa 1960",))
    assert person.identifiers == ("Passport A1 (Russia)",)
    assert person.provenance.vintage == "2024-11-24"
    assert person.provenance.line == 4
    assert (ship.kind, ship.countries) == (ListedKind.VESSEL, ("PAN",))
    assert (firm.kind, firm.countries) == (ListedKind.ORGANISATION, ("MMR",))


def test_fewer_entries_than_promised_are_noted(tmp_path: Path) -> None:
    assert any("promises 3" in note for note in take("ofac-sdn-xml", sdn(tmp_path, PERSON, count=3)).notes)


def test_an_entry_without_name_is_a_bad_row(tmp_path: Path) -> None:
    taken = take(
        "ofac-sdn-xml",
        sdn(tmp_path, "<sdnEntry><uid>1</uid></sdnEntry>", "<sdnEntry><lastName>X</lastName></sdnEntry>"),
    )
    assert [reason for _, reason in taken.bad] == ["it has no name", "it has no number"]
