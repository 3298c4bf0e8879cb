"""What the remarks of the SDN list say: weak aliases, birth, nationality, numbers; parts are set off by semicolons."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ALIAS = re.compile(r"(?:alt\. )?[afn]\.k\.a\. (['\"])(.+)\1")
_BORN = re.compile(r"(?:alt\. )?DOB (.+)")
_COUNTRY = re.compile(r"(?:alt\. )?(?:nationality|citizen|Nationality of Registration) (.+)")
_NUMBERED = (
    "Passport",
    "Diplomatic Passport",
    "National ID No.",
    "Identification Number",
    "Driver's License No.",
    "Cedula No.",
    "Tax ID No.",
    "V.A.T. Number",
    "Registration Number",
    "Registration ID",
    "Company Number",
    "Legal Entity Number",
    "Trade License No.",
    "D-U-N-S Number",
    "SWIFT/BIC",
    "Vessel Registration Identification",
    "MMSI",
    "Aircraft Manufacturer's Serial Number",
    "Aircraft Tail Number",
)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the parts of one remark say; ``countries`` as printed."""

    weak_aliases: tuple[str, ...]
    born: tuple[str, ...]
    countries: tuple[str, ...]
    identifiers: tuple[str, ...]


def read_remarks(remarks: str) -> Remarks:
    """Sort the parts of a remark; what is none of these stays in the remark alone.

    Days of a "Listing Date" belong to a directive, often long before the party was put on the SDN list: they are no
    day of listing.
    """
    parts = [part.strip() for part in remarks.removesuffix(".").split("; ")]
    return Remarks(
        tuple(dict.fromkeys(found[2] for part in parts if (found := _ALIAS.fullmatch(part.rstrip("."))))),
        tuple(dict.fromkeys(found[1] for part in parts if (found := _BORN.fullmatch(part)))),
        tuple(dict.fromkeys(found[1] for part in parts if (found := _COUNTRY.fullmatch(part)))),
        tuple(dict.fromkeys(part for part in map(_plain, parts) if part.startswith(_NUMBERED))),
    )


def _plain(part: str) -> str:
    return part.removeprefix("alt. ")
