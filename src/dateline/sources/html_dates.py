"""The day on which a page says it was published. Years in copyright lines and guesses do not count."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from dateline.text.published import parse_date, stated_date

__all__ = ["PageDate", "page_date"]

#: Names of ``<meta>`` elements that hold the day of publication, surest first.
_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "publication_date",
    "publication-date",
    "date.publication",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "originalpublicationdate",
    "displaydate",
    "date",
)
_JSON_LD = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/|$|-)")
_DATED_CLASS = re.compile(
    r"publi|posted|pub-?date|dateline|timestamp|byline|entry-date|post-date|article-date|\bdate\b|\btime\b", re.I
)
_NOT_THE_REPORT = {"aside", "footer", "nav"}
_LONGEST_LINE = 120
_MOST_PLACES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """A day and where the page states it."""

    day: dt.date
    why: str


def page_date(tree: Any, url: str | None) -> PageDate | None:
    """The day a page states: in its metadata, its time elements, a date line, or its address; else None.

    Args:
        tree: The parsed page (lxml), or None.
        url: Its address where known.
    """
    for words, why in _candidates(tree, url):
        day = parse_date(words)
        if day is None and len(words) <= _LONGEST_LINE and (stated := stated_date(words)):
            day = stated.day
        if day is not None:
            return PageDate(day=day, why=why)
    return None


def _candidates(tree: Any, url: str | None) -> Iterator[tuple[str, str]]:
    if tree is not None:
        yield from _metadata(tree)
        for script in tree.iter("script"):
            if "ld+json" in (script.get("type") or ""):
                yield from (
                    (found, "its JSON-LD says datePublished") for found in _JSON_LD.findall(script.text or "")[:1]
                )
        yield from _time_elements(tree)
        yield from _date_lines(tree)
    if url and (found := _IN_ADDRESS.search(url)):
        year, month, day = (int(part) for part in found.groups())
        yield f"{year}-{month:02}-{day:02}", "its address holds the day"


def _metadata(tree: Any) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        found.setdefault(name.strip().casefold(), content.strip())
    for name in _META:
        if found.get(name):
            yield found[name], f"its metadata say {name}"


def _time_elements(tree: Any) -> Iterator[tuple[str, str]]:
    """``<time>`` marked as publication; else the only one the page's own header or article holds."""
    others = []
    for element in tree.iter("time"):
        stamp = element.get("datetime") or ""
        if not stamp or _outside(element):
            continue
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".casefold()
        if "publish" in marks or element.get("pubdate") is not None:
            yield stamp, "its time element says so"
        elif "modif" not in marks and "updat" not in marks:
            others.append(stamp)
    if len({stamp[:10] for stamp in others}) == 1:
        yield others[0], "its only time element says so"


def _date_lines(tree: Any) -> Iterator[tuple[str, str]]:
    places = tree.iter("span", "p", "div", "time", "li", "small", "em", "abbr")
    dated = (place for place in places if _DATED_CLASS.search(f"{place.get('class', '')} {place.get('id', '')}"))
    for element in islice(dated, _MOST_PLACES):
        if _outside(element):
            continue
        words = " ".join(element.text_content().split())
        if words and len(words) <= _LONGEST_LINE:
            yield words, f"the line “{words}” says so"


def _outside(element: Any) -> bool:
    return any(parent.tag in _NOT_THE_REPORT for parent in element.iterancestors())
