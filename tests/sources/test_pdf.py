from __future__ import annotations

import pytest

from dateline import Document
from dateline.sources import Unread, read_bytes

LINES = [
    "Norland will buy forty howitzers from Sudland, the defence min-",
    "istry in Halm said on Tuesday. Delivery is to begin next spring and",
    "to last two years.",
    "The opposition called the price absurd and asked for an inquiry.",
]


def pdf(pages: list[list[str]], title: str = "Howitzers") -> bytes:
    """A small PDF document, written by hand: one text object a page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 700 Td {shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) /CreationDate (D:20230502090000Z) >>")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    )
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def only(data: bytes) -> Document | Unread:
    (found,) = read_bytes(data, "report.pdf")
    return found


def test_lines_are_put_together_to_paragraphs_and_pages_parted() -> None:
    found = only(pdf([LINES, ["A second page says that the price is 90 million crowns."]]))
    assert isinstance(found, Document)
    first, second, third = found.text.split("\n\n")
    assert first.startswith("Norland will buy forty howitzers from Sudland, the defence ministry in Halm said")
    assert first.endswith("to last two years.")
    assert second == LINES[3]
    assert third.startswith("A second page")
    assert found.title == "Howitzers"
    assert found.published is None
    assert "made on 2023-05-02" in found.notes[0]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([[]]), "hold no text"),
        (pdf([LINES])[:60], "it is broken"),
        (pdf([["one"]] * 401), "401 pages"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, why: str) -> None:
    found = only(data)
    assert isinstance(found, Unread)
    assert why in str(found.error)
