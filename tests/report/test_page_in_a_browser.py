"""The report in a real browser: it asks for nothing, axe finds nothing, two clicks lead to a seal, and it fits."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, ROOT

from checks.case.folder import Case
from checks.report.page import page
from checks.report.printing import chromium

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip
NARROW, WIDE = 390, 1280
LARGEST = "2025-12-landmines"
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(one => {
  const at = one.getBoundingClientRect();
  return at.width > 1 && (at.right > innerWidth + 1 || at.width > innerWidth);
}).map(one => one.outerHTML.slice(0, 120))"""
UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"

pytestmark = pytest.mark.skipif(chromium() is None, reason="BROWSER TEST NOT RUN: there is no Chromium on this machine")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of every shipped case, as a file."""
    folder = tmp_path_factory.mktemp("pages")
    for case in CASES:
        (folder / f"{case}.html").write_text(page(Case(case, ROOT)), encoding="utf-8")
    return {case: folder / f"{case}.html" for case in CASES}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser, driven by Playwright."""
    pytest.importorskip("playwright", reason="BROWSER TEST NOT RUN: playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), headless=True, args=QUIET)
        yield opened
        opened.close()


def opened(browser: Any, path: Path, width: int) -> Any:
    """The page in a window of that width. Its policy forbids all scripts, so axe needs it set aside."""
    tab = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True).new_page()
    tab.goto(path.as_uri())
    return tab


def asked_by_the_page(path: Path, folder: Path) -> list[str]:
    """Every address that a page made a browser ask for; what the browser asks for on its own has no origin."""
    log, picture = folder / "net.json", folder / "page.png"
    done = subprocess.run(
        [str(chromium()), "--headless", *QUIET, f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
         "--window-size=1000,1400", f"--screenshot={picture}", path.as_uri()],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 5_000
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    requests = [event["params"] for event in events if "initiator" in event.get("params", {})]
    return [
        params["url"]
        for params in requests
        if params["initiator"] != "not an origin" and params["url"] != path.as_uri()
    ]


@pytest.mark.parametrize("case", CASES)
def test_a_browser_shows_it_and_asks_for_nothing(pages: dict[str, Path], tmp_path: Path, case: str) -> None:
    assert asked_by_the_page(pages[case], tmp_path) == []


def test_a_page_that_asks_for_something_is_seen_to(tmp_path: Path) -> None:
    path = tmp_path / "asks.html"
    path.write_text("<p>x</p><img src='http://127.0.0.1:9/picture.png'>", encoding="utf-8")
    assert asked_by_the_page(path, tmp_path) == ["http://127.0.0.1:9/picture.png"]


@pytest.mark.parametrize("case", CASES)
def test_all_of_it_is_accessible_and_fits_a_telephone(browser: Any, pages: dict[str, Path], case: str) -> None:
    """WCAG 2.2 A and AA by axe-core, with everything unfolded; 390 px is also what 1280 px show at 328 % zoom."""
    tab = opened(browser, pages[case], NARROW)
    assert tab.evaluate(TOO_WIDE) == []
    tab.evaluate(UNFOLD)
    assert tab.evaluate(TOO_WIDE) == []
    assert violations(tab) == []


def test_it_is_accessible_as_it_opens_on_a_wide_screen(browser: Any, pages: dict[str, Path]) -> None:
    tab = opened(browser, pages[LARGEST], WIDE)
    assert tab.evaluate(TOO_WIDE) == []
    assert violations(tab) == []


def test_axe_would_have_found_something(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<html lang='en'><title>x</title><p style='color:#bbb'>pale</p></html>", encoding="utf-8")
    assert [one.split(":")[0] for one in violations(opened(browser, path, WIDE))] == ["color-contrast"]


def violations(tab: Any) -> list[str]:
    """What axe-core finds of the levels A and AA, a line each; the test is skipped, and says so, where it is not."""
    axe = importlib.util.find_spec("axe_playwright_python")
    if not axe or not axe.submodule_search_locations:
        pytest.skip("NOT TESTED FOR ACCESS: axe-playwright-python is not installed")
    tab.evaluate((Path(axe.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8"))
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = tab.evaluate("levels => axe.run(document, {runOnly: levels, resultTypes: ['violations']})", levels)
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]


def test_two_clicks_lead_from_a_sentence_to_a_passage_and_to_a_seal(browser: Any, pages: dict[str, Path]) -> None:
    tab = opened(browser, pages[LARGEST], WIDE)
    case = Case(LARGEST, ROOT)
    claim = tab.locator("#signed-15-january-2025")
    assert not claim.is_visible()
    tab.locator(".text sup a[href='#signed-15-january-2025']").click()
    passage = claim.locator("li", has_text="the memo: signed 2 December 2025").first
    passage.wait_for()
    in_view = "one => { const at = one.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }"
    assert tab.locator("details.claim", has=claim).locator("summary").evaluate(in_view)
    passage.locator("a").first.click()
    source = tab.locator("#doc_daily-herald-2025-12-19")
    source.wait_for()
    assert source.locator("code").last.inner_text() == case.seals.read()["evidence/daily-herald-2025-12-19.md"]
    source.get_by_role("link", name="11", exact=True).click()
    assert claim.is_visible()
    claim.get_by_role("link", name="Back to the article").click()
    assert tab.evaluate("location.hash") == "#at_11"


def test_the_keyboard_reaches_a_claim(browser: Any, pages: dict[str, Path]) -> None:
    tab = opened(browser, pages["start-here"], WIDE)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "To the findings"
    tab.locator("details.claim summary").first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator("details.claim").first.evaluate("one => one.open")


def test_a_narrow_table_names_each_cell(browser: Any, pages: dict[str, Path]) -> None:
    tab = opened(browser, pages[LARGEST], NARROW)
    tab.evaluate(UNFOLD)
    name = "one => getComputedStyle(one, '::before').content"
    assert tab.locator(".numbers tbody td").nth(1).evaluate(name).startswith('"words')
