"""The site in a real browser: Debian's Chromium, driven by Playwright. Skipped where it is not installed, unless it has to be."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics.site import build
from tests.site.databases import SCRIPT

CHROMIUM = Path("/usr/bin/chromium")
REQUIRED = os.environ.get("PARLEY_CHROMIUM_REQUIRED") == "1"
pytestmark = pytest.mark.skipif(not CHROMIUM.exists() and not REQUIRED, reason="Chromium is not installed")

if CHROMIUM.exists() or REQUIRED:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(db: Path) -> Iterator[str]:
    """Where `parley serve` shows the site."""
    command = [sys.executable, "-m", "metrics", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = re.match(r"(http://127\.0\.0\.1:\d+/)", server.stdout.readline())
        assert found
        yield found.group(1)
        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 0


class Watched:
    """A page, what its console complained of, and what it asked for outside the site."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.page: Page = context.new_page()
        self.base = base
        self.complaints: list[str] = []
        self.outside: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, "data:")):
            self.outside.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture
def watched(browser: Browser, site: Path) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context, f"{site.resolve().as_uri()}/")
    context.close()


def kinds(site: Path) -> list[str]:
    """One page of every kind: of those with many, the longest."""
    found = sorted(path.name for path in site.glob("*.html"))
    for folder in ("discrepancies", "events", "metrics", "reports", "sources", "charts"):
        pages = [path for path in (site / folder).glob("*.html") if path.name != "index.html"]
        found += [f"{folder}/index.html", *(f"{folder}/{max(pages, key=lambda path: path.stat().st_size).name}" for _ in pages[:1])]
    return found


def test_every_kind_of_page_opens_from_files_and_over_http(browser: Browser, site: Path, address: str) -> None:
    for base in (f"{site.resolve().as_uri()}/", address):
        context = browser.new_context()
        seen = Watched(context, base)
        for path in kinds(site):
            page = seen.open(path)
            assert page.locator("h1").count() == 1
        page.wait_for_timeout(200)
        context.close()
        assert (seen.complaints, seen.outside) == ([], [])


def test_nothing_is_wide_on_a_phone_and_axe_finds_nothing_serious(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    seen = Watched(context, f"{site.resolve().as_uri()}/")
    faults, wide = [], []
    for path in kinds(site):
        page = seen.open(path)
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(path)
        if path.startswith("charts/"):
            page.wait_for_timeout(300)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            found = [fault for fault in Axe().run(page).response["violations"] if fault["impact"] in ("serious", "critical")]
            faults += [(path, scheme, fault["id"], fault["nodes"][0]["html"][:200]) for fault in found]
    context.close()
    assert (faults, wide) == ([], [])


def test_every_chart_draws_its_marks(watched: Watched, site: Path) -> None:
    charts = sorted(path.name for path in (site / "charts").glob("*.html") if path.name != "index.html")
    assert len(charts) >= 3
    for name in charts:
        page = watched.open(f"charts/{name}")
        expect(page.locator("#chart svg.marks")).to_be_visible()
        assert page.locator("#chart svg .role-mark > *").count() > 0
    assert watched.complaints == []


def test_a_chart_is_drawn_anew_in_the_dark(watched: Watched) -> None:
    page = watched.open("charts/voices.html")
    ink = page.locator("#chart svg .role-title-text text").first
    expect(ink).to_have_attribute("fill", "#222222")
    page.emulate_media(color_scheme="dark")
    expect(ink).to_have_attribute("fill", "#ececec")
    point = page.locator("#chart svg .mark-symbol path").first
    point.hover()
    expect(page.locator("#vg-tooltip-element")).to_have_class(re.compile("visible"))
    assert watched.complaints == []


def test_pages_can_be_read_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("index.html", "charts/voices.html", "search.html"):
        page.goto(f"{site.resolve().as_uri()}/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Searching needs scripts")).to_be_visible()
    page.goto(f"{site.resolve().as_uri()}/charts/voices.html")
    expect(page.locator("#chart img")).to_be_visible()
    context.close()


def test_the_whole_text_is_shown_where_it_was_asked_for(browser: Browser, db: Path, tmp_path: Path) -> None:
    build(db, tmp_path / "full", full_text=True)
    context = browser.new_context()
    seen = Watched(context, f"{(tmp_path / 'full').resolve().as_uri()}/")
    page = seen.open("search.html?what=claim&q=339")
    page.locator("#results a").first.click()
    expect(page.get_by_text("This one stands further off.")).to_be_visible()
    expect(page.locator("mark:target")).to_have_text("339")
    page = seen.open("about.html")
    expect(page.get_by_text("--full-text")).to_be_visible()
    context.close()
    assert (seen.complaints, seen.outside) == ([], [])


def test_the_keyboard_searches_and_filters(watched: Watched) -> None:
    page = watched.open("search.html")
    page.get_by_label("Words").focus()
    page.keyboard.type("children")
    expect(page.locator("#results li").first).to_contain_text("children", ignore_case=True)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Kind")).to_be_focused()
    page.keyboard.type("claim")
    expect(page.locator("#results li .soft").first).to_contain_text("claim")
    before = page.locator("#count").inner_text()
    while page.evaluate("document.activeElement.type") != "reset":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).not_to_have_text(before)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Search and filter")


def test_search_finds_and_filters_filter(watched: Watched) -> None:
    page = watched.open("index.html")
    page.get_by_label("Search events").fill("list CHILDREN russian")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile(r"search\.html\?q=list"))
    expect(page.locator("#results li").first).to_contain_text("339")
    every = watched.open("search.html").locator("#count").inner_text()
    page.get_by_label("Kind").select_option("claim")
    page.get_by_label("Metric").select_option("prisoners_exchanged")
    expect(page.locator("#count")).not_to_have_text(every)
    expect(page.locator("#results li .soft").filter(has_not_text="prisoners exchanged")).to_have_count(0)
    lines = page.locator("#results li .soft").all_inner_texts()
    assert len(lines) >= 4
    assert all("claim" in line and "prisoners exchanged" in line for line in lines)
    page.get_by_label("From").fill("2025-06-03")
    expect(page.locator("#results li")).not_to_have_count(len(lines))
    page.reload()
    assert page.get_by_label("Metric").input_value() == "prisoners_exchanged"
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#count")).to_have_text(every)
    assert watched.complaints == []


def test_a_permalink_lands_on_the_claims_figure(watched: Watched) -> None:
    page = watched.open("search.html?what=claim&q=339")
    link = page.locator("#results a").first
    claim = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    target = page.locator(f"mark#{claim}:target")
    expect(target).to_be_in_viewport()
    expect(target).to_have_text("339")
    tip = page.locator(f"#t-{claim}")
    expect(tip).to_be_hidden()
    target.hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("children listed: 339 children")
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    target.locator("a").focus()
    expect(tip).to_be_visible()
    assert (target.locator("a").get_attribute("href") or "").startswith("https://ledger.example/one?a=1")


def test_a_script_in_a_report_is_text(watched: Watched) -> None:
    page = watched.open("search.html?q=alert&what=report")
    expect(page.locator("#results a").first).to_contain_text(SCRIPT)
    page.locator("#results a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Talks end {SCRIPT}")
    assert (watched.complaints, watched.outside) == ([], [])


def test_the_keyboard_reaches_the_page(watched: Watched) -> None:
    page = watched.open("index.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
