# ruff: noqa: F811, F401 — a fixture is imported, and named by what uses it
from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from asking_samples import HOSTILE, asked
from dateline.export.dossier import dossier_html, dossier_markdown, dossier_object
from dateline.export.dossier.escaping import escape, escape_markdown, web_address
from dateline.model import Claim, ClaimKind, Evidence, Verdict, VerdictStatus
from dateline.query.asking.dossier import CheckedClaim, Dossier
from dateline.record import Record
from record_samples import report

DAY = dt.date(2021, 4, 1)
#: What makes a browser run or fetch something.
ACTIVE = {"script", "img", "iframe", "object", "embed", "link", "base", "form", "image", "use", "foreignobject"}


class Tags(HTMLParser):
    """Collects tags with their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, held in self.tags if (value := held.get(name)) is not None]


@pytest.fixture
def hostile(asked: Record) -> Dossier:
    """Reports and rows that try to run something."""
    asked.add(
        [
            report(
                f"{HOSTILE} Anders met Bellini.",
                publisher='"><img src=x onerror=alert(1)>',
                day=9,
                title="</title><script>1</script>",
                url="javascript:alert(1)",
            ),
            report("Talks \u202e went on, Anders met Italy.", day=10, url='https://a.example/"onmouseover="x'),
        ]
    )
    asked.run()
    found = asked.dossier("Italy", "Sweden", day=DAY)
    told = found.contacts.rows[0].tellings[0]
    head = asked.document(told.document_id).head
    claim = Claim(
        id="claim-1",
        document_id=head.id,
        sentence=0,
        evidence=Evidence(start=0, end=len(HOSTILE), text=HOSTILE),
        kind=ClaimKind.SHARE,
        subject=None,
        predicate=None,
        object=None,
        value=HOSTILE,
        unit="percent",
        period=None,
    )
    verdict = Verdict(claim_id="claim-1", status=VerdictStatus.CONTRADICTED, summary=f"{HOSTILE} is wrong.")
    return replace(
        found, claims=(CheckedClaim(claim=claim, verdict=verdict, sentence=f"{HOSTILE} said so.", document=head),)
    )


def test_what_others_wrote_shows_as_text(hostile: Dossier) -> None:
    page = Tags(dossier_html(hostile))
    assert HOSTILE in page.text
    assert '"><img src=x onerror=alert(1)>' in page.text
    assert not ACTIVE & {tag for tag, _ in page.tags}
    assert not [name for _, held in page.tags for name in held if name.startswith("on")]


def test_markdown_holds_no_markup_of_others(hostile: Dossier) -> None:
    text = dossier_markdown(hostile)
    assert r"\<script\>alert('x')\</script\>" in text
    assert not re.search(r"(?<!\\)<(?!https://)", text)
    assert "](javascript:" not in text


def test_the_page_asks_for_nothing(hostile: Dossier) -> None:
    text = dossier_html(hostile)
    page = Tags(text)
    assert not page.values("src")
    assert all(each.startswith(("#", "https://")) for each in page.values("href"))
    assert 'https://a.example/"onmouseover="x' not in page.values("href")
    assert "https://courier.example/a" in page.values("href")
    assert set(re.findall(r"url\(([^)]*)\)", text)) == {"#hatch"}
    assert "@import" not in text
    (policy,) = [held["content"] for tag, held in page.tags if held.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_every_reference_leads_to_a_note(hostile: Dossier) -> None:
    page = Tags(dossier_html(hostile))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = {each for each in page.values("href") if each.startswith("#")}
    assert targets <= {f"#{each}" for each in ids}
    notes = {f"#{each}" for each in ids if each.startswith("note-")}
    assert notes
    assert notes <= targets


def test_figures_lead_to_edition_vintage_day_and_line(asked: Record) -> None:
    text = dossier_markdown(asked.dossier("Italy", "Sweden", day=DAY))
    row = next(line for line in text.splitlines() if line.startswith("| **Sweden**"))
    number = re.search(r"\[\^(\d+)\]", row)
    assert number is not None
    note = next(line for line in text.splitlines() if line.startswith(f"[^{number[1]}]: "))
    assert "vintage 2022-03-01, retrieved 2024-03-02: 2 rows, lines 1, 2; deal 1" in note


def test_the_parts_answer_their_questions(asked: Record) -> None:
    text = dossier_markdown(asked.dossier("Italy", "Sweden", day=DAY))
    assert "56.6 %, rank 1, 60.0 m TIV" in text
    assert "Apart, and never counted for the state: Hill Army (Italy)" in text
    assert "> “Anders met Bellini in Rome.”\n>\n> — [The Courier, 3 March 2021](<https://courier.example/a>)" in text
    assert "changed: no → abstain" in text
    assert "in force since 2020-06-01, until 2021-05-31" in text
    assert "Portuguese list: 1 listing." in text
    assert "They are not money" in text


def test_deals_between_the_two_and_whom_the_state_arms(asked: Record) -> None:
    text = dossier_markdown(asked.dossier("Italy", "Sweden", day=DAY))
    assert "| 2012 | Alpha-1, light gun (New) | 2018: 40; 2019: 20 | 60.0 m TIV **\\[estimate\\]**[^" in text
    assert "Recipients of arms from Sweden, 2016–2020" in dossier_markdown(asked.dossier("Sweden", day=DAY))
    held = dossier_object(asked.dossier("Italy", "Sweden", day=DAY))
    assert [(each["deal"], each["tiv"], each["line"]) for each in held["deals"]] == [("1", 60.0, 1)]
    assert held["recipients"] == []


def test_reports_after_the_last_year_are_not_in_the_register(asked: Record) -> None:
    found = asked.dossier("Italy", day=DAY)
    assert [found.beyond(each) for each in found.reported] == [True]
    assert "\\[reported, not in the register\\]" in dossier_markdown(found)
    assert dossier_object(found)["reported_arms"][0]["not_in_register"] is True


def test_estimates_are_hatched_and_imprecise_days_hollow(asked: Record) -> None:
    page = Tags(dossier_html(asked.dossier("Italy", "Sweden", day=DAY)))
    kinds = page.values("class")
    assert kinds.count("hatched") == 2  # one bar and the legend
    assert "dot" in kinds
    assert "dot hollow" not in kinds


def test_without_reference_files_a_dossier_says_what_is_missing(asked: Record) -> None:
    for row in asked.reference().editions():
        asked.store.remove_edition(row.id)
    found = asked.dossier("Italy", day=DAY)
    text = dossier_markdown(found)
    assert "no register of arms transfers is loaded" in text
    assert "only what ships" in text
    assert dossier_object(found)["suppliers"] == []


def test_two_dossiers_of_one_record_are_the_same(asked: Record) -> None:
    first, second = (dossier_html(asked.dossier("Italy", "Sweden", day=DAY)) for _ in range(2))
    assert first == second


def test_escaping() -> None:
    assert escape("a<b>&\"'\x00\ud800\u202e") == "a&lt;b&gt;&amp;&quot;&#x27;\ufffd\ufffd\ufffd"
    assert escape_markdown("# a\n[b](c) `d` | <e>") == r"\# a \[b\](c) \`d\` \| \<e\>"
    assert escape_markdown("1. no list") == r"1\. no list"
    assert web_address("javascript:alert(1)") is None
    assert web_address(" HTTPS://a.example/b?c=d#e ") == "HTTPS://a.example/b?c=d#e"
    assert web_address("https://a.example/<b>") is None
