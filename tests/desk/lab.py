"""A real JupyterLab on a copy of the project, and a real Chromium that works in it, both gone afterwards."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
READY = """() => {
  const context = window.jupyterapp?.shell.currentWidget?.sessionContext;
  return context?.isReady && context.session?.kernel?.status === 'idle';
}"""
COMMAND = "([name, args]) => window.jupyterapp.commands.execute(name, args || {})"


def chromium() -> str:
    """Where Chromium is; without it or Playwright the test is skipped, and says so."""
    pytest.importorskip("playwright", reason="NOT TESTED IN A BROWSER: playwright is not installed")
    pytest.importorskip("anywidget", reason="NOT TESTED IN A BROWSER: anywidget is not installed")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("NOT TESTED IN A BROWSER: there is no Chromium on this machine")
    return found


@contextmanager
def running_lab(project: Path, settings: Path) -> Iterator[str]:
    """JupyterLab on a project's notebooks, with settings of its own; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = (
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
        "IPYTHONDIR",
    )
    env = {
        **os.environ, **{name: str(settings / name) for name in own}, "PYTHONPATH": str(ROOT),
        "CHECKS_ROOT": str(project), "JUPYTER_PLATFORM_DIRS": "1", "CHECKS_WHO": "A Tester",
    }  # fmt: skip
    env.pop("CHECKS_FROZEN", None)
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
        "--ServerApp.port_retries=0", "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True", f"--ServerApp.root_dir={project / 'notebooks'}",
        "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    settings.mkdir(parents=True, exist_ok=True)
    with (settings / "lab.log").open("w") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{address}/api/status").read()  # noqa: S310
                break
            except OSError:
                time.sleep(0.2)
        else:
            pytest.fail((settings / "lab.log").read_text())
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


@contextmanager
def browsing(scheme: str = "light", width: int = 1280, height: int = 900) -> Iterator[Any]:
    """A page of a new browser that asks nobody but this machine."""
    from playwright.sync_api import sync_playwright

    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield new_page(browser, scheme, width, height)
        browser.close()


def new_page(browser: Any, scheme: str = "light", width: int = 1280, height: int = 900) -> Any:
    """A page with a clipboard of its own; what it asks elsewhere is refused and noted."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(60_000)  # a kernel may be long in starting where much else is at work
    page.asked_elsewhere = []

    def hold(route: Any) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1", "data:", "blob:")):
            route.continue_()
        else:
            page.asked_elsewhere.append(url)
            route.abort()

    page.route("**/*", hold)
    return page


def open_notebook(page: Any, address: str, name: str, theme: str = "JupyterLab Light") -> None:
    """Opens a notebook and waits for its kernel."""
    page.goto(f"{address}/lab/tree/{name}?reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    page.wait_for_function(READY)
    if theme != "JupyterLab Light":
        page.evaluate(COMMAND, ["apputils:change-theme", {"theme": theme}])


def end_kernels(address: str) -> None:
    """Ends every kernel, so that no test meets one of another."""
    with urllib.request.urlopen(f"{address}/api/sessions") as answer:  # noqa: S310
        sessions = json.loads(answer.read())
    for session in sessions:
        urllib.request.urlopen(urllib.request.Request(f"{address}/api/sessions/{session['id']}", method="DELETE"))  # noqa: S310


def command(page: Any, name: str, **given: Any) -> Any:
    """One of JupyterLab's own commands."""
    return page.evaluate(COMMAND, [name, given])


def run_all(page: Any) -> None:
    """Runs all cells, and waits for the desk."""
    command(page, "notebook:run-all-cells")
    page.wait_for_selector(".lbl-desk .lbl-sentence")
