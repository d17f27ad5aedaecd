"""Hands and eyes at the desk in a real JupyterLab: what the tests in a browser share."""

from __future__ import annotations

import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from lab import open_notebook, run_all

from checks.case.folder import Case


def fresh(make: Any, root: Path, name: str) -> Case:
    """A case as it begins, whatever an earlier test did with it."""
    for folder in (root / "data" / "cases" / name, root / "notebooks" / name):
        shutil.rmtree(folder, ignore_errors=True)
    return make(root)


def open_desk(page: Any, address: str, name: str, theme: str = "JupyterLab Light") -> None:
    open_notebook(page, address, f"{name}/02-the-desk.ipynb", theme)
    run_all(page)
    page.evaluate("document.querySelector('.lbl-desk').scrollIntoView()")


def drag(page: Any, words: str) -> None:
    """Selects words of the article with the mouse."""
    page.evaluate(
        """(words) => {
          const list = document.querySelector('.lbl-article-text');
          const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
          let whole = '', nodes = [];
          while (walker.nextNode()) { nodes.push([walker.currentNode, whole.length]); whole += walker.currentNode.data; }
          const at = whole.indexOf(words), place = (point, end) => {
            const [node, start] = nodes.findLast(([, start]) => end ? start < point : start <= point);
            return [node, point - start];
          };
          const range = document.createRange();
          range.setStart(...place(at, false)); range.setEnd(...place(at + words.length, true));
          range.startContainer.parentElement.scrollIntoView({block: 'center'});
          window.dragged = range;
        }""",
        words,
    )
    boxes = page.evaluate(
        "[...window.dragged.getClientRects()].filter(b => b.width).map(b => [b.left, b.right, b.top + b.height / 2])"
    )
    (left, _, top), (_, right, bottom) = boxes[0], boxes[-1]
    page.mouse.move(left + 0.5, top)
    page.mouse.down()
    page.mouse.move(right - 0.5, bottom, steps=4)
    page.mouse.up()


def wait_for(page: Any, words: str, within: str = ".lbl-desk") -> None:
    page.locator(within).get_by_text(words).first.wait_for()


def field(page: Any, label: str, within: str = ".lbl-desk") -> Any:
    return page.locator(within).get_by_label(label, exact=True).locator("visible=true").first


def fill(page: Any, label: str, value: str, within: str = ".lbl-desk") -> None:
    found = field(page, label, within)
    found.fill(value)
    found.blur()


def press(page: Any, label: str) -> None:
    page.locator(".lbl-desk").get_by_role("button", name=re.compile(f"^{re.escape(label)}")).locator(
        "visible=true"
    ).first.click()


def assert_at(page: Any, name: str, value: str) -> None:
    """Fills in what the claim asserts; a check that fits by now may have a field for it already."""
    form = page.locator(".lbl-claim-form")
    there, more = form.get_by_label(name, exact=True), form.get_by_label("It also asserts", exact=True)
    for _ in range(20):
        if there.count():
            break
        with suppress(Exception):  # the list is not there yet, or a field for it came meanwhile
            more.select_option(name, timeout=1000)
    fill(page, name, value, ".lbl-claim-form")


def until(true: Any, what: str) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.1)
    pytest.fail(what)
