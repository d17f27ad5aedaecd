"""What the tests of the desk share: a new case, a desk on it without a kernel, and hands to work at it."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

from conftest import ROOT

from checks.case.claims import START
from checks.case.folder import Case, open_case
from checks.case.sealing import seal_case
from checks.case.starting import new_case, write_notebook

LARKMERE, AGAIN = "2031-06-larkmere-mile", "2031-06-mile-again"
BRIDGE = "2031-05-bridge"
ARTICLE = (
    "Bridge repairs begin\n\n"
    "Mayor Ann Lee signed the order on Monday, May 5, 2031. “We 🌉 waited\nlong,” she said.\n\n"
    "The bridge was built in 1931. The order was signed by Mayor Ann Lee.\n"
)


def begun(project: Path, name: str, source: Path, fields: dict[str, str]) -> None:
    """A new case in which nothing is proposed, so that all of it is done at the desk."""
    new_case(name, source, fields, project)
    (project / "data" / "cases" / name / "claims.yaml").write_text(START, encoding="utf-8")


def desk_notebook(project: Path, name: str) -> Path:
    """The notebook of the desk, with nothing else in it."""
    path = project / "notebooks" / name / "02-the-desk.ipynb"
    write_notebook(path, name, "# The desk", ["from checks.desk import desk\n\ndesk(case)"])
    return path


def bridge(project: Path) -> Case:
    """A new case, its article short and full of what is hard to count."""
    source = project / "bridge.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    begun(project, BRIDGE, source, {"published": "2031-05-06"})
    source.unlink()
    desk_notebook(project, BRIDGE)
    return open_case(BRIDGE)


def mile_again(project: Path) -> Case:
    """The article and the evidence of a shipped case, with nothing done on it yet."""
    text = (project / "data" / "cases" / LARKMERE / "article.md").read_text(encoding="utf-8")
    head, body = re.fullmatch(r"---\n(.*?)\n---\n(.*)\n", text, re.DOTALL).groups()
    fields = {key: value.strip('"') for key, value in (line.split(": ", 1) for line in head.splitlines())}
    source = project / "mile.txt"
    source.write_text(body, encoding="utf-8")
    begun(project, AGAIN, source, fields)
    source.unlink()
    folder = project / "data" / "cases" / AGAIN / "evidence"
    shutil.rmtree(folder)
    shutil.copytree(ROOT / "data" / "cases" / LARKMERE / "evidence", folder)
    case = open_case(AGAIN)
    seal_case(case, "")
    desk_notebook(project, AGAIN)
    return open_case(AGAIN)


def parts(of: Any) -> list[Any]:
    """A widget and all within it."""
    return [of, *(inner for child in getattr(of, "children", ()) for inner in parts(child))]


def press(box: Any, label: str) -> None:
    """Clicks the button of that label."""
    found = [part for part in parts(box) if hasattr(part, "click") and part.description.startswith(label)]
    assert len(found) == 1, f"{len(found)} buttons {label!r}"
    assert found[0].layout.display != "none", f"{label!r} is not shown"
    found[0].click()


def unfold(folded: Any) -> Any:
    """The panel behind a button, unfolded."""
    folded.opened.value = True
    return folded.panel


def select(sitting: Any, words: str) -> None:
    """Selects words in the article, as the browser tells of it."""
    text = sitting.state.text
    start = text.index(words)
    with sitting.article.hold_trait_notifications():
        sitting.article.selected = [start, start + len(words)]
        sitting.article.chosen = sitting.state.sentence_at(start)


def said(html: str) -> str:
    """What a piece of the page says."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def files(sitting: Any) -> dict[str, bytes]:
    """Every file of the case that is not the log, and of the seals all but the log's."""
    folder = sitting.case.folder
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found["seals.txt"] = b"".join(line for line in found["seals.txt"].splitlines(True) if b"log.jsonl" not in line)
    return {name: data for name, data in found.items() if name not in ("log.jsonl", "evidence/.gitignore")}


def state_where_from(adding: Any) -> None:
    adding.title.value, adding.publisher.value = "Bridges of the county", "The county (invented)"
    adding.published.value, adding.retrieved.value = "2031-05-01", "2031-05-07"
    adding.obtained.value = "read in the archive"


def upload(sitting: Any, name: str, data: bytes) -> None:
    unfold(sitting.adding).kind.value = "upload"
    file = {
        "name": name,
        "type": "text/html",
        "size": len(data),
        "content": memoryview(data),
        "last_modified": datetime(2031, 5, 7, tzinfo=UTC),
    }
    unfold(sitting.adding).upload.set_trait("value", (file,))
    press(unfold(sitting.adding).box, "Add it as a document")
