"""The report of a case: one HTML page that stands by itself and asks for nothing from outside."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from checks.case.cards import COLOURS
from checks.case.catalogue import FOLDER, check_named
from checks.case.claims import ARTICLE, assertion
from checks.case.folder import Case
from checks.case.ledger import marks
from checks.case.nouns import Document, Evidence, Fact, Passage
from checks.case.seals import TO_REFERENCE
from checks.case.shown import link
from checks.case.summary import left_to_do, lines, undecided, used_documents
from checks.case.verify import verify

PACKAGES = ("pandas", "sentencex", "rapidfuzz", "nicknames", "python-dateutil", "pyyaml", "jinja2")
_CANNOT_TELL = re.compile(r"^Cannot tell: (.*?)(?:\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)


def page(case: Case) -> str:
    """The page of a case, rendered from its record alone: the same record gives the same bytes.

    Raises `CaseError` where the case cannot be read; what differs from the record is printed at the head of the page.
    """
    log, seals = case.log, case.seals.read()
    concluded = {row["claim"]: row for row in log.of("conclusion")}
    claims = [_claim(case, id, concluded.get(id)) for id in case.in_order()]
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    return environment.get_template("page.html.jinja").render(
        case=case,
        article=case.article,
        summary=[line.split(":", 1) for line in lines(case)],
        differences=verify(case).differences,
        left_to_do=left_to_do(case),
        on_the_whole=[_grounded(case, row) for row in log.of("finding") if row["claim"] == ARTICLE],
        claims=claims,
        unsaid=[_grounded(case, row) for row in log.of("unsaid")],
        undecided=undecided(case).to_dict("records"),
        pieces=_pieces(case, concluded),
        unread=[entry for entry in case.accounts.entries if entry.unread] if case.article.text is not None else [],
        sources=_sources(case, seals),
        limits=_limits({row["check"] for row in log.of("finding")}),
        versions=_versions(),
        colours=COLOURS,
        link=link,
        found=_found,
    )


def _claim(case: Case, id: str, conclusion: Mapping[str, Any] | None) -> dict[str, Any]:
    claim, log = case.claims[id], case.log
    searches = {row["id"]: case.search(**row) for row in log.of("search")}
    return {
        "claim": claim,
        "asserts": {name: assertion(case.claims, claim, name)[0] for name in claim.asserts},
        "findings": [_grounded(case, row) for row in log.of("finding") if row["claim"] == id],
        "conclusion": conclusion,
        "grounds": [case.resolve(ref) for ref in conclusion["evidence"]] if conclusion else [],
        "searches": [searches[name] for name in conclusion["searches"] if name in searches] if conclusion else [],
    }


def _grounded(case: Case, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the record with its evidence in place of the references to it."""
    return {**row, "evidence": [case.resolve(ref) for ref in row["evidence"]]}


def _found(item: Evidence) -> str:
    """How the words of a passage or a fact were found, after a semicolon; nothing for a row or a whole document."""
    passage = item.passage if isinstance(item, Fact) else item
    return f"; {passage.state}" if isinstance(passage, Passage) else ""


def _pieces(case: Case, concluded: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The article cut where marks begin and end; each piece with the claims on it and how they were concluded."""
    if case.article.text is None:
        return []
    anchors = [(f"claim:{claim.id}", claim.words) for claim in case.claims.of.values()]
    anchors += [(f"left out: {omission.reason}", omission.passage.anchor) for omission in case.claims.left_out]
    pieces, shown = [], set[str]()
    for text, names in marks(case.article.words, anchors):
        ids = [name.removeprefix("claim:") for name in names if name.startswith("claim:")]
        verdicts = [concluded[id]["verdict"] if id in concluded else "not concluded" for id in ids]
        first = [(id, verdict) for id, verdict in zip(ids, verdicts, strict=True) if id not in shown]
        shown.update(ids)
        left_out = next((name for name in names if not name.startswith("claim:")), "")
        pieces.append({"text": text, "claims": ids, "first": first, "verdicts": verdicts, "left_out": left_out})
    return pieces


def _registers(asked: str) -> list[str]:
    """The registers that a finding was asked with: `register=a`, `registers=[a, b]`."""
    told = re.findall(r"registers?=\[?([a-z0-9-]+(?:, [a-z0-9-]+)*)", asked)
    return [name for names in told for name in names.split(", ")]


def _sources(case: Case, seals: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every document and every register in use: what it is, how it stands, and its seal."""
    used = used_documents(case)
    found: list[dict[str, Any]] = []
    documents: list[Document] = [case.article, *case.documents.values()]
    for document in documents:
        path = "article.md" if document.kind == ARTICLE else f"evidence/{document.id}.md"
        state = (
            "the article"
            if document.kind == ARTICLE
            else "used"
            if document.id in used
            else document.unused or "unused"
        )
        found.append({"source": document, "path": path, "seal": seals.get(path, ""), "state": state, "rows": None})
    known = {row["asked"] for row in case.log.of("finding")}
    for id in sorted({name for asked in known for name in _registers(asked)}):
        register = case.register(id)
        own = case.folder / "evidence" / f"{id}.csv"
        file = own if own.exists() else case.root / "data" / "reference" / f"{id}.csv"
        path = file.relative_to(case.root).as_posix()
        seal = seals.get(f"evidence/{id}.csv" if own.exists() else f"{TO_REFERENCE}{id}.csv", "")
        found.append({"source": register, "path": path, "seal": seal, "state": "used", "rows": len(register.rows)})
    return found


def _limits(names: set[str]) -> list[dict[str, str]]:
    limits = []
    for name in sorted(names):
        page = check_named(name).__doc__ or ""
        told = _CANNOT_TELL.search(page)
        limits.append({"check": name, "asks": page.splitlines()[0], "limit": " ".join(told[1].split()) if told else ""})
    return limits


def _versions() -> dict[str, str]:
    lock = FOLDER.parent / "requirements.lock"
    return {
        "line-by-line": version("line-by-line"),
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        "requirements.lock": f"sha256 {hashlib.sha256(lock.read_bytes()).hexdigest()}" if lock.exists() else "not here",
    }
