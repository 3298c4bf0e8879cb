"""The kinds of reference files that are read. A new one is a module and an entry in ``KINDS``."""

from __future__ import annotations

import difflib
import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.reference.edition import Reader

__all__ = ["KINDS", "Kind", "kind_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of reference file.

    Attributes:
        module: Module below ``dateline.reference``; its ``read(path, edition)`` is the Reader. Imported when used.
        source: Data set and publisher.
        licence: What the publisher allows, in a few words.
        help: One sentence for people: what it is, and where it comes from.
        dated: Whether the module has ``vintage(path) -> str | None``, which finds the edition in the file itself.
        folder: Whether a folder of such files is read as one.
    """

    module: str
    source: str
    licence: str
    help: str
    dated: bool = False
    folder: bool = False

    def reader(self) -> Reader:
        """The function that reads such files."""
        read: Reader = self._module("read")
        return read

    def vintage(self, path: Path) -> str | None:
        """The edition that the file itself names, or None."""
        found: str | None = self._module("vintage")(path) if self.dated else None
        return found

    def _module(self, name: str) -> Any:
        return getattr(importlib.import_module(f"dateline.reference.{self.module}"), name)


_SIPRI_TERMS = "SIPRI: non-commercial use with attribution, no re-upload of the whole"
_UN_TERMS = "United Nations: non-commercial use with attribution"

#: Kind → how it is read, in the order in which people see them.
KINDS: dict[str, Kind] = {
    "sipri-register": Kind(
        module="sipri_register",
        source="SIPRI Arms Transfers Database, trade register",
        licence=_SIPRI_TERMS,
        help="Trade register as CSV, exported at armstransfers.sipri.org: deals with their deliveries.",
        dated=True,
    ),
    "sipri-tiv": Kind(
        module="sipri_tiv",
        source="SIPRI Arms Transfers Database, TIV table",
        licence=_SIPRI_TERMS,
        help="Importer/exporter TIV table as CSV: volume by partner and year.",
        dated=True,
    ),
    "tiv-by-supplier": Kind(
        module="tiv_by_supplier",
        source="SIPRI Arms Transfers Database, summed by supplier and year",
        licence=_SIPRI_TERMS,
        help="CSV of one recipient named in the file's name: year, supplier, one column of TIV per vintage.",
    ),
    "un-ga-votes": Kind(
        module="un_votes",
        source="UN Digital Library, General Assembly voting data",
        licence=_UN_TERMS,
        help="General Assembly voting data of the UN Digital Library as CSV: every member's ballot.",
    ),
    "un-sc-votes": Kind(
        module="sc_votes",
        source="UN Digital Library, Security Council voting data",
        licence=_UN_TERMS,
        help="Security Council voting data of the UN Digital Library as CSV: every member's ballot.",
    ),
    "unvotes": Kind(
        module="unvotes",
        source="UN General Assembly Voting Data (Voeten, Strezhnev, Bailey), by way of the R package unvotes",
        licence="unvotes: MIT; Voeten's data: CC0 on Harvard Dataverse",
        help="Roll calls joined with their ballots as CSV or CSV.gz: rcid, session, date, unres, country, vote …",
    ),
    "un-sc-vetoes": Kind(
        module="unsc_vetoes",
        source="Vetoes in the UN Security Council, by draft",
        licence="facts of public record; ask whoever gave you the table",
        help="Vetoes since 1946 as CSV: date, draft, meeting, agenda item, members that vetoed.",
        dated=True,
    ),
    "ofac-sdn": Kind(
        module="ofac_sdn",
        source="US Treasury, Office of Foreign Assets Control, SDN list (CSV)",
        licence="public domain (work of the US government)",
        help="sdn.csv of the Sanctions List Service: twelve columns without a head; no dates, weak aliases only.",
    ),
    "ofac-sdn-xml": Kind(
        module="ofac_sdn_xml",
        source="US Treasury, Office of Foreign Assets Control, SDN list (XML)",
        licence="public domain (work of the US government)",
        help="sdn.xml of the Sanctions List Service: all aliases, nationalities and documents; no dates.",
        dated=True,
    ),
    "eu-consolidated": Kind(
        module="eu_consolidated",
        source="European Union, consolidated list of financial sanctions",
        licence="European Union: reuse with attribution (Decision 2011/833/EU)",
        help="Full list as CSV, version 1.1, of the EU's financial sanctions files: several rows per entity.",
        dated=True,
    ),
    "un-consolidated": Kind(
        module="un_consolidated",
        source="UN Security Council Consolidated List",
        licence=_UN_TERMS,
        help="Consolidated list of the Security Council as XML: persons and entities with the day of listing.",
        dated=True,
    ),
    "opensanctions": Kind(
        module="followthemoney",
        source="OpenSanctions or another FollowTheMoney export",
        licence="OpenSanctions: CC BY-NC 4.0; other exports: ask their publisher",
        help="entities.ftm.json or targets.nested.json: one FollowTheMoney entity per line, many lists in one file.",
    ),
    "sanction-programmes": Kind(
        module="programmes",
        source="Sanctions programmes described by OpenSanctions",
        licence="MIT",
        help="Sanctions programmes as YAML: authority, targets, measures.",
        folder=True,
    ),
    "office-holders": Kind(
        module="office_holders",
        source="Office holders, a query of Wikidata",
        licence="CC0",
        help="Heads of state and government as CSV: country, position, holder, first and last year.",
    ),
}


def kind_of(name: str) -> Kind:
    """The kind of that name.

    Raises:
        UsageError: there is none, with near ones.
    """
    if name not in KINDS:
        near = difflib.get_close_matches(name, KINDS, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else "`dateline reference kinds` lists those there are"
        raise UsageError(f"no kind of reference file {name!r}", f"there are {', '.join(KINDS)}", hint)
    return KINDS[name]
