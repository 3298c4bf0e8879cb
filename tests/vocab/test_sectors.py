from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.loading import Entry
from dateline.vocab.sectors import parse_sectors, sector_of, sectors

GUIDE = ["GOV", "MIL", "COP", "JUD", "LEG", "REB", "PTY", "CVL", "MED", "BUS", "NGO", "IGO", "EDU", "REL", "CRM", "UNK"]


def test_the_sectors_are_those_of_the_annotation_guide() -> None:
    assert list(sectors()) == GUIDE


@pytest.mark.parametrize(("former", "code"), [("OPP", "PTY"), ("ELI", "CVL"), ("REF", "CVL"), ("GOV", "GOV")])
def test_former_codes_are_read(former: str, code: str) -> None:
    sector = sector_of(former)
    assert sector is not None
    assert sector.code == code


def test_an_unknown_code_is_none() -> None:
    assert sector_of("ZZZ") is None


def test_a_former_code_cannot_be_a_code() -> None:
    values: dict[str, object] = {"label": "a", "definition": "b"}
    rows = [Entry("sectors.toml", "GOV", values), Entry("sectors.toml", "SPY", values | {"former": ["GOV"]})]
    with pytest.raises(VocabularyError, match=r"sectors\.toml: SPY: code 'GOV' stands in GOV too"):
        parse_sectors(rows)
