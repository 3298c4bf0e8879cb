"""The pages in a real browser: nothing from elsewhere, no violation, keys, accessibility."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; Debian's package chromium has one")

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGES = (
    "/", "/events?type=CONSULT", "/documents/one", "/documents/evil", "/entities", "/entities/person/anders",
    "/pairs/SWE/ITA", "/dossiers/ITA", "/timeline", "/search?q=Rome", "/reference", "/about", "/api", "/stories",
    "/changes?since=2021-01-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(record_file: Path) -> Iterator[str]:
    """A server process of our own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--record", str(record_file), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        ends = time.monotonic() + 30
        while time.monotonic() < ends:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        held = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield held
        held.close()


class Visit:
    """A page with everything that went wrong on it."""

    def __init__(self, browser: Any, site: str, **options: Any) -> None:
        self.site = site
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("dialog", lambda dialog: (self.wrong.append("a dialog opened"), dialog.dismiss()))
        self.page.on("request", self._ask)

    def _ask(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.wrong.append(f"request to {request.url}")

    def go(self, path: str) -> Any:
        self.page.goto(self.site + path)
        return self.page


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Visit]:
    made = Visit(browser, site)
    yield made
    made.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere_and_are_accessible(visit: Visit, path: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit.go(path)
    assert visit.wrong == []
    # axe brings its own script, which the policy of the pages rightly keeps out: it runs beside it
    context = page.context.browser.new_context(bypass_csp=True)
    beside = context.new_page()
    beside.goto(visit.site + path)
    found = Axe().run(beside).response["violations"]
    context.close()
    serious = [each["id"] for each in found if each["impact"] in ("serious", "critical")]
    assert serious == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_holds_in_light_and_dark_and_on_a_phone(browser: Any, site: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": 360, "height": 740}
    visit = Visit(browser, site, color_scheme=scheme, viewport=size, bypass_csp=True)
    for path in ("/events", "/documents/one"):
        page = visit.go(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{path} is wider than a phone"
        assert [each["id"] for each in Axe().run(page).response["violations"] if each["id"] == "color-contrast"] == []
    visit.context.close()


def test_filters_narrow_the_list_and_can_be_taken_away(visit: Visit) -> None:
    page = visit.go("/events")
    before = page.locator("article.card").count()
    page.get_by_role("link", name="CONSULT", exact=True).first.click()
    assert "type=CONSULT" in page.url
    assert 0 < page.locator("article.card").count() < before
    page.locator("ul.chosen a").click()
    assert page.locator("article.card").count() == before
    page.get_by_label("Party").fill("Costa")
    page.get_by_role("button", name="Show").click()
    assert "party=Costa" in page.url
    assert all("Costa" in text for text in page.locator("article.card").all_inner_texts())
    assert visit.wrong == []


def test_keys_go_from_mention_to_mention_and_light_up_its_parts(visit: Visit) -> None:
    page = visit.go("/documents/one")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "met"
    assert set(page.locator(".mark.lit").all_inner_texts()) >= {"Anders", "met", "Bellini"}
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "accused"
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.textContent") == "met"


def test_quotes_lead_to_their_place_in_the_report(visit: Visit) -> None:
    page = visit.go("/events?type=CONSULT")
    page.locator("article.card a.kind").first.click()
    page.locator(".quotes .said a").first.click()
    assert "/documents/" in page.url
    anchor = page.url.partition("#")[2]
    assert page.locator(f"#{anchor} + .trigger").inner_text() == "met"


def test_hostile_text_does_nothing(visit: Visit) -> None:
    for path in ("/documents/evil", "/events", "/search?q=Anders", "/"):
        visit.go(path)
    assert visit.wrong == []
    assert visit.page.evaluate("document.querySelectorAll('main script, main img').length") == 0


def test_pages_read_without_scripts(browser: Any, site: str) -> None:
    visit = Visit(browser, site, java_script_enabled=False)
    page = visit.go("/events")
    assert page.locator("article.card").count() > 0
    page.get_by_role("link", name="CONSULT", exact=True).first.click()
    assert "type=CONSULT" in page.url
    visit.context.close()
