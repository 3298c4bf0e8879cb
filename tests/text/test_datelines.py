from __future__ import annotations

import pytest

from dateline.text.datelines import find_dateline

FOUND = [
    ("MOSCOW, June 21 (Reuters) - The envoy left.", "MOSCOW", "June 21", "Reuters"),
    ("YANGON (AP) — The envoy left.", "YANGON", None, "AP"),
    ("KABUL — The envoy left.", "KABUL", None, None),
    ("WASHINGTON, D.C., Sept. 5 — The envoy left.", "WASHINGTON, D.C.", "Sept. 5", None),
    ("LONDON/ANKARA (Agency) - The envoy left.", "LONDON/ANKARA", None, "Agency"),
    ("PORT AU PRINCE, Haiti — The envoy left.", "PORT AU PRINCE, Haiti", None, None),
    ("Vientiane, September 10 (KPL) -- The envoy left.", "Vientiane", "September 10", "KPL"),
    ("Ankara (AA) The envoy left.", "Ankara", None, "AA"),
    ("GENEVA, 5 May 2020 – The envoy left.", "GENEVA", "5 May 2020", None),
    ("Envoy leaves capital\n\nBy A. Writer\n\nTUNIS, Tunisia — The envoy left.", "TUNIS, Tunisia", None, None),
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), FOUND, ids=[case[0][:30] for case in FOUND])
def test_parts(text: str, place: str, date: str | None, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.place.text == place
    assert (found.date.text if found.date else None) == date
    assert (found.agency.text if found.agency else None) == agency
    assert text[found.span.start : found.span.end].startswith(place)
    assert "The envoy" not in text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The envoy left.",
        "The envoy — a friend of the king — left.",
        "WATCH — the envoy leaves.",
        "UPDATE - the envoy leaves.",
        "Q: did the envoy leave?",
        "The United Nations High Commissioner for Refugees (UNHCR) agency said so.",
        "US-led forces - about 40 - left.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


def test_only_the_top_of_a_text_can_hold_one() -> None:
    assert find_dateline("A line.\n" * 12 + "KABUL — The envoy left.") is None
