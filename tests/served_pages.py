"""A case to capture into, a server that plays the web, and pages for it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command
from pytest_httpserver import HTTPServer

CASE = "2031-06-larkmere-mile"


def page(*paragraphs: str, title: str = "Harbour board raises fees") -> str:
    """A page as a newspaper has it, with things around its article."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title><script>alert(1)</script></head><body>"
        f"<nav><a href=/>Home</a></nav><article><h1>{title}</h1>{text}</article><footer>All rights</footer></body></html>"
    )


STORY = (
    "The harbour board voted on Tuesday to raise mooring fees by twelve percent, the first increase since 2024.",
    "Ines Okafor, who chairs the board, said the money would pay for the new breakwater and for dredging in spring.",
    "Boat owners told the meeting that the increase would drive small craft to other ports along the coast.",
)


@pytest.fixture
def evidence(project: Path) -> Path:
    """The evidence folder of the case, whose claims are no longer called complete, so that new evidence may wait."""
    folder = project / "data" / "cases" / CASE
    claims = folder / "claims.yaml"
    claims.write_text(claims.read_text().replace("status: complete", "status: in-progress"))
    seals = folder / "seals.txt"
    lines = [line for line in seals.read_text().splitlines(keepends=True) if not line.endswith("  claims.yaml\n")]
    digest = hashlib.sha256(claims.read_bytes()).hexdigest()
    seals.write_text("".join(sorted([*lines, f"{digest}  claims.yaml\n"], key=lambda line: line[66:])))
    return folder / "evidence"


@pytest.fixture
def served(httpserver: HTTPServer) -> Callable[..., str]:
    """Serves a body at a path, from now on, and gives its address; there is no robots.txt."""

    def serve(path: str, body: str | bytes, **more: object) -> str:
        httpserver.clear_all_handlers()
        httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
        more.setdefault("content_type", "text/html; charset=utf-8")
        httpserver.expect_request(path).respond_with_data(body, **more)  # type: ignore[arg-type]
        return httpserver.url_for(path)

    return serve


@pytest.fixture
def capture(checks: Command, evidence: Path) -> Callable[..., str]:
    """Captures into the case and gives what the command printed; it must have worked."""

    def run(*words: str) -> str:
        done = checks("capture", CASE, *words, "--allow-private")
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
