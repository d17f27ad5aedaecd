"""The desk in a real JupyterLab and a real Chromium: by mouse, by keys alone, twice at once, and after a kill."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import AGAIN, BRIDGE, bridge, desk_notebook, mile_again
from conftest import ROOT
from in_jupyterlab import assert_at, drag, field, fill, fresh, open_desk, press, until, wait_for
from lab import command, new_page, open_notebook, run_all

from checks.case import editing
from checks.case.catalogue import check_named
from checks.case.folder import Case, open_case
from checks.case.nouns import Anchor, Claim
from checks.case.starting import new_case
from checks.case.verify import verify

pytest_plugins = ["labs_for_tests"]
pytestmark = pytest.mark.long
PAINTS, CLICKS, EDITS = 5, 20, 5  # how often the long article is timed: a paint costs seconds of a core
WIDTHS = {"1280": (1280, 900), "200 %": (640, 450), "390": (390, 844)}  # at 200 % a window has half its pixels
SIGNED = "signed the certificate for the Larkmere Mile record on 16 June 2031"
SWIM = "It was the finest swim that the lake has ever seen"
FRAME = """() => { window.frame = (begun) => new Promise((done, fail) => {
  const told = () => [...document.querySelectorAll('.lbl-saved, .lbl-desk [role=alert]')].map(e => e.textContent);
  if (performance.now() - begun > 60000) fail(new Error(told().join(' ') || 'no desk')); else requestAnimationFrame(done);
}); }"""
TOO_WIDE = """
  [...document.querySelectorAll('.lbl-desk *')].filter(e => e.getBoundingClientRect().right >
    document.querySelector('.lbl-desk').getBoundingClientRect().right + 2 && !e.closest('pre, select, .lbl-told'))
  .map(e => e.className + ' ' + e.tagName)"""

HEAD_IN_SIGHT = """(() => {
  const head = document.querySelector('.lbl-head .lbl-saved').getBoundingClientRect();
  const found = document.elementFromPoint(head.left + 4, head.top + 4);
  return head.top >= 0 && !!found?.closest('.lbl-head');
})()"""

# JupyterLab covers its page while a theme is loaded.
THEME_IS_SHOWN = (
    """name => document.body.dataset.jpThemeName === name && !document.getElementById('jupyterlab-splash')"""
)


def test_a_claim_from_its_words_to_its_conclusion_survives_the_kernel(page: Any, address: str, here: Path) -> None:
    case = fresh(mile_again, here, AGAIN)
    file = case.folder / "claims.yaml"
    open_desk(page, address, AGAIN)
    drag(page, "Club president Marta Lindqvist")
    wait_for(page, "Selected:", ".lbl-sentence-form")
    press(page, "Make a claim")
    until(lambda: "club-president-marta-lindqvist" in file.read_text(), "the claim is in claims.yaml")
    until(lambda: tag(page) == "TEXTAREA", "the keyboard is in what it says")
    fill(page, "What it says, understandable alone", "Marta Lindqvist was president of the club.")
    until(lambda: "was president of the club" in file.read_text(), "what it says is kept as the field is left")
    for name, value in {"person": "Marta Lindqvist", "office": "club president", "on": "16 June 2031"}.items():
        assert_at(page, name, value)
        until(lambda name=name: f"{name}: " in file.read_text(), f"`{name}` is kept")
    until(
        lambda: "held_office_on_date" in field(page, "Check", ".lbl-asking").locator("option").first.inner_text(),
        "the check that fits is offered first",
    )
    assert field(page, "register", ".lbl-asking").input_value() == "larkmere-club-offices"
    press(page, "Ask")
    page.locator(".lbl-finding").first.wait_for()
    found = next(iter(open_case(AGAIN).log.of("finding")))
    page.locator(".lbl-verdicts").get_by_label(re.compile(f"^{found['verdict']}:")).check()
    fill(page, "Because", "The club's own list of its offices has her.")
    press(page, "Conclude")
    wait_for(page, "was concluded", ".lbl-head")
    press(page, "Show the code")
    wait_for(page, "case.conclude(", ".lbl-code")
    press(page, "Copy the cells")
    until(lambda: "case.conclude(" in page.evaluate("navigator.clipboard.readText()"), "the cells are on the clipboard")
    command(page, "docmanager:save")
    command(page, "kernelmenu:shutdown")
    page.reload()
    assert open_case(AGAIN).log.rows[("conclusion", "club-president-marta-lindqvist")]["by"] == "A Tester"
    assert verify(open_case(AGAIN), running=True).differences == []
    open_desk(page, address, AGAIN)
    page.locator(".lbl-sentence", has_text="Club president").click()
    until(
        lambda: field(page, "Because").input_value() == "The club's own list of its offices has her.",
        "the conclusion is there again",
    )
    until(
        lambda: (
            field(page, "What it says, understandable alone").input_value()
            == "Marta Lindqvist was president of the club."
        ),
        "what it says is there again",
    )
    saved = json.loads((here / "notebooks" / AGAIN / "02-the-desk.ipynb").read_text())
    ids = re.findall(r'"model_id": "([^"]+)"', json.dumps(saved))
    assert set(ids) <= {f"desk-of-{AGAIN}"}
    page.context.browser.close()
    close_the_case(case)


def close_the_case(case: Case) -> None:
    """Runs the notebooks, writes the report, and has nbval compare every output with what was kept."""
    (case.notebooks / "01-read-the-article.ipynb").unlink()  # it takes long, and nothing was worked in it
    nbval = ["--nbval", "--nbval-sanitize-with", str(ROOT / "tests" / "nbval.cfg"), "-p", "no:cacheprovider"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "CHECKS_ROOT": str(case.root)}
    for words, frozen in (
        (["checks", "run", AGAIN], "0"),
        (["checks", "report", AGAIN], "0"),
        (["pytest", "-q", *nbval, "--nbval-current-env", str(case.notebooks)], "1"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=case.root, env={**env, "CHECKS_FROZEN": frozen}, capture_output=True,
            text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


def test_by_keys_alone(page: Any, address: str, here: Path) -> None:
    case = fresh(bridge, here, BRIDGE)
    file = case.folder / "claims.yaml"
    open_desk(page, address, BRIDGE)
    page.keyboard.press("Escape")
    page.locator(".lbl-reading .lbl-sentence[tabindex='0']").focus()
    for key in ["ArrowDown", "ArrowDown", *["ArrowRight"], *["Shift+ArrowRight"] * 2]:
        page.keyboard.press(key)
    wait_for(page, "We 🌉 waited long", ".lbl-sentence-form mark")
    page.keyboard.press("Enter")
    until(lambda: tag(page) in ("BUTTON", "SELECT"), "Enter goes to the form")
    for _ in range(10):
        if "Make a claim" in page.evaluate("document.activeElement.textContent"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(lambda: 'exact: "We 🌉 waited\\nlong"' in file.read_text(), "the words are quoted as they stand")
    until(lambda: tag(page) == "TEXTAREA", "the keyboard is in what it says")
    page.keyboard.press("Control+a")
    page.keyboard.type("They waited long.")
    page.keyboard.press("Tab")
    until(lambda: 'says: "They waited long."' in file.read_text(), "a field is kept as Tab leaves it")
    seen = set()
    for _ in range(80):  # all of the desk is reached, and left again
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "document.activeElement.closest('.lbl-desk') ? document.activeElement.outerHTML.slice(0, 80) : ''"
            )
        )
    assert "" in seen and len(seen) > 15
    page.keyboard.press("Control+s")
    assert page.locator(".jp-Notebook .jp-CodeCell").count() == 2  # none was made, cut or pasted by a key


def tag(page: Any) -> str:
    return page.evaluate("document.activeElement.tagName")


def test_two_browsers_lose_no_line_of_each_other(page: Any, address: str, here: Path) -> None:
    case = fresh(bridge, here, BRIDGE)
    shutil.copy(case.notebooks / "02-the-desk.ipynb", case.notebooks / "02-the-other-desk.ipynb")
    other = new_page(page.context.browser)
    open_desk(page, address, BRIDGE)
    open_notebook(other, address, f"{BRIDGE}/02-the-other-desk.ipynb")
    run_all(other)
    for where, words in (
        (page, "Bridge repairs begin"),
        (other, "The bridge was built in 1931"),
        (page, "long,” she said"),
    ):
        drag(where, words)
        wait_for(where, words, ".lbl-sentence-form mark")
        press(where, "Make a claim")
        wait_for(where, "was made", ".lbl-head")
        where.evaluate("() => new Promise(done => setTimeout(done, 2500))")
    wait_for(other, "changed elsewhere", ".lbl-head")
    made = open_case(BRIDGE).claims.of
    assert list(made) == ["bridge-repairs-begin", "long-she-said", "the-bridge-was-built-in-1931"]
    for where in (page, other):
        until(lambda where=where: where.locator(".lbl-sentence [data-sign=claim]").count() == 3, "both show all claims")
    # The same field of the same claim: the second is told, and its words stay in the form.
    for where in (page, other):
        where.locator(".lbl-sentence", has_text="Bridge repairs begin").click()
        until(lambda where=where: field(where, "Id").input_value() == "bridge-repairs-begin", "the claim is shown")
    page.locator(".lbl-says textarea").fill("From the first.")
    other.locator(".lbl-says textarea").fill("From the second.")
    page.locator(".lbl-says textarea").blur()
    until(lambda: open_case(BRIDGE).claims["bridge-repairs-begin"].says == "From the first.", "the first is kept")
    other.locator(".lbl-says textarea").blur()
    other.locator(".lbl-claim-form [role=alert]").wait_for()
    assert other.locator(".lbl-says textarea").input_value() == "From the second."
    assert open_case(BRIDGE).claims["bridge-repairs-begin"].says == "From the first."
    assert other.asked_elsewhere == []


def test_nothing_serious_for_axe_at_any_width_and_in_any_theme(page: Any, address: str, here: Path) -> None:
    axe = importlib.util.find_spec("axe_playwright_python")
    if not axe or not axe.submodule_search_locations:
        pytest.skip("NOT TESTED FOR ACCESS: axe-playwright-python is not installed")
    case = fresh(mile_again, here, AGAIN)
    editing.put(case, Claim("swim", Anchor(SWIM), "No finer swim was seen.", "article"), seen="", proposed=True)
    for words, says in ((SIGNED, "It was signed then."), ("Club president Marta Lindqvist", "She was president.")):
        id = words.split()[0].lower()
        asserts = {"event": "the certificate", "role": "signed", "on": "16 June 2031"} if words == SIGNED else {}
        editing.put(case, Claim(id, Anchor(words), says, "article", asserts), seen="")
    case.reread()
    case.ask("signed", check_named("happened_on_date"), facts=[case.fact("record-certificate#signed")])
    open_desk(page, address, AGAIN)
    page.locator(".lbl-sentence", has_text="signed the certificate").click()

    def its_finding_is_shown() -> bool:  # chosen again where the list was just being drawn
        field(page, "Claims on it").select_option("signed (not concluded)")
        return page.locator(".lbl-finding").count() > 0

    until(its_finding_is_shown, "its finding is shown")
    page.evaluate((Path(axe.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8"))
    command(page, "application:toggle-left-area")  # as anybody does where there is little room
    troubles, folder = [], os.environ.get("CHECKS_PICTURES")
    for unfolded in (False, True) if folder else (True,):
        if unfolded:
            for label in ("Show the code", "Log a search", "Add evidence", "Second reader", "Right of reply"):
                press(page, label)
            page.evaluate("document.querySelector('.lbl-desk details').open = true")
            field(page, "Document").select_option("record-certificate")
            page.locator(".lbl-noting .lbl-sentence").first.wait_for()
        for theme in ("light", "dark"):
            command(page, "apputils:change-theme", theme=f"JupyterLab {theme.title()}")
            page.wait_for_function(THEME_IS_SHOWN, arg=f"JupyterLab {theme.title()}")
            for size, (width, height) in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(300)
                told = f"{size}, {theme}{', unfolded' if unfolded else ''}"
                page.evaluate("document.querySelector('.lbl-concluding').scrollIntoView()")
                until(lambda: page.evaluate(HEAD_IN_SIGHT), f"{told}: what was saved is out of sight")
                troubles += [f"{told}: too wide: {part}" for part in page.evaluate(TOO_WIDE)]
                found = page.evaluate("axe.run('.lbl-desk', {resultTypes: ['violations']})")["violations"]
                troubles += [
                    f"{told}: {one['impact']} {one['id']}: {one['help']}: {node['html'][:160]}"
                    for one in found if one["impact"] in ("serious", "critical") for node in one["nodes"][:4]
                ]  # fmt: skip
                if folder:
                    page.evaluate("document.querySelector('.lbl-desk').scrollIntoView()")
                    name = f"desk-{told.replace(', ', '-')}.png"
                    page.screenshot(path=str(Path(folder) / name))
    assert troubles == [], "\n".join(troubles)


def test_a_long_article_is_there_at_once_and_a_click_answered(
    page: Any, address: str, here: Path, record_property: Callable[[str, object], None]
) -> None:
    """An article of 10,000 words with 300 claims: medians, printed."""
    name = "2031-06-long"
    lines = [
        f"Number {n}: Mayor Ann Lee signed an order for {n + 3} school places on 5 March 2031, “which is a step that "
        f"nobody on the council of this city had expected so soon,” said Bo Roe, who has been a member since 19{n % 90 + 10}."
        for n in range(1, 300)
    ]
    source = here / "long.txt"
    source.write_text("\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, 299, 4)) + "\n")
    assert len(source.read_text().split()) > 10_000
    new_case(name, source, {"published": "2031-06-01"}, here)
    claims = "".join(
        f"  - id: claim-{n}\n    words: {{exact: \"Number {(n % 299) + 1}: Mayor Ann Lee\"}}\n    says: It is so.\n"
        f"    speaker: article\n" for n in range(300)
    )  # fmt: skip
    (here / "data" / "cases" / name / "claims.yaml").write_text(f"status: in-progress\nclaims:\n{claims}left_out: []\n")
    desk_notebook(here, name)
    open_notebook(page, address, f"{name}/02-the-desk.ipynb")
    command(page, "notebook:run-all-cells")
    page.locator(".lbl-desk .lbl-sentence").nth(290).wait_for(state="attached")
    page.evaluate(FRAME)
    paints, clicks, edits = [], [], []
    for _ in range(PAINTS):
        paints.append(
            page.evaluate(
                """async () => {
                  document.querySelector('.lbl-desk').remove();
                  const begun = performance.now();
                  window.jupyterapp.commands.execute('notebook:run-all-cells');
                  while (document.querySelectorAll('.lbl-desk .lbl-sentence').length < 290
                         || !document.querySelector('.lbl-desk .lbl-concluding button'))
                    await frame(begun);
                  return performance.now() - begun;
                }"""
            )
        )
    page.locator(".lbl-reading .lbl-sentence .lbl-suspicious").first.wait_for()  # worked out behind a new desk
    for number in range(CLICKS):
        clicks.append(
            page.evaluate(
                """async (index) => {
                  const sentence = document.querySelector(`.lbl-sentence[data-index="${index}"]`);
                  const begun = performance.now();
                  sentence.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
                  const says = `Sentence ${index + 1} of`;
                  while (!document.querySelector('.lbl-sentence-form h3').textContent.startsWith(says)
                         || !document.querySelector('.lbl-claim-form mark').textContent.startsWith('Number'))
                    await frame(begun);
                  return performance.now() - begun;
                }""",
                11 * number + 7,
            )
        )
    for number in range(EDITS):
        edits.append(
            page.evaluate(
                """async (number) => {
                  const says = document.querySelector('.lbl-says textarea');
                  const saved = () => document.querySelector('.lbl-saved').textContent, before = saved();
                  const begun = performance.now();
                  says.value = `It is said ${number}.`;
                  says.dispatchEvent(new Event('input', {bubbles: true}));
                  says.dispatchEvent(new Event('change', {bubbles: true}));
                  while (saved() === before || !saved().includes('was changed'))
                    await frame(begun);
                  return performance.now() - begun;
                }""",
                number,
            )
        )
        time.sleep(1.1)  # the time that is shown has seconds
    paint, click, edit = (statistics.median(times) for times in (paints, clicks, edits))
    record_property(
        "told",
        f"the desk, 10,000 words, 300 claims: painted in {paint:.0f} ms (median of {PAINTS}), a click {click:.0f} ms "
        f"(of {CLICKS}), an edit {edit:.0f} ms (of {EDITS})",
    )
