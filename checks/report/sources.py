"""The sources of a case: every document and register in use, how far each is to be trusted, and its seal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from checks.case.claims import ARTICLE
from checks.case.folder import Case
from checks.case.nouns import Document, Register, Standing
from checks.case.seals import TO_REFERENCE
from checks.case.summary import used_documents
from checks.report.claimed import Claimed, source_id


@dataclass(frozen=True)
class Source:
    """A document or a register: the path and the sha256 of our file of it, and the claims that rest on it.

    `state` says of a document whether it is used, or why it is kept; `rows` counts those of a register.
    """

    source: Document | Register
    path: str
    seal: str
    state: str
    rows: int | None
    claims: tuple[Claimed, ...]

    @property
    def of_rows(self) -> str:
        """How many rows a register has, in words; empty for a document."""
        return "" if self.rows is None else f"{self.rows} {'row' if self.rows == 1 else 'rows'}"


def sources(case: Case, entries: Sequence[Claimed]) -> dict[str, list[Source]]:
    """Every document and every register in use, by standing, the most to be trusted first; the article by itself."""
    seals, used, resting = case.seals.read(), used_documents(case), _resting(entries)
    found: dict[str, list[Source]] = {"the article": [_article(case, seals)]}
    found |= {standing: [] for standing in get_args(Standing)}
    for id, document in case.documents.items():
        path = f"evidence/{id}.md"
        state = "used" if id in used else document.unused or "unused"
        found[document.standing].append(
            Source(document, path, seals.get(path, ""), state, None, tuple(resting.get(id, ())))
        )
    for id in sorted(_registers(case)):
        register = case.register(id)
        own = case.folder / "evidence" / f"{id}.csv"
        file = own if own.exists() else case.root / "data" / "reference" / f"{id}.csv"
        seal = seals.get(f"evidence/{id}.csv" if own.exists() else f"{TO_REFERENCE}{id}.csv", "")
        path, claims = file.relative_to(case.root).as_posix(), tuple(resting.get(id, ()))
        found[register.standing].append(Source(register, path, seal, "used", len(register.rows), claims))
    return {standing: listed for standing, listed in found.items() if listed}


def _article(case: Case, seals: Mapping[str, str]) -> Source:
    return Source(case.article, "article.md", seals.get("article.md", ""), "what is checked here", None, ())


def _resting(entries: Sequence[Claimed]) -> dict[str, list[Claimed]]:
    """The claims that rest on each source, by its id."""
    found: dict[str, list[Claimed]] = {}
    for entry in entries:
        evidence = [*entry.grounds, *(item for one in entry.findings for item in one.evidence)]
        for id in dict.fromkeys(source_id(item) for item in evidence):
            found.setdefault(id, []).append(entry)
    return found


def _registers(case: Case) -> set[str]:
    """The registers that a check was given (`register=a`, `registers=[a, b]`), or that a row is cited from."""
    rows = [row for what in ("finding", "conclusion", "unsaid") for row in case.log.of(what)]
    told = [
        named
        for row in case.log.of("finding")
        for named in re.findall(r"registers?=\[?([a-z0-9-]+(?:, [a-z0-9-]+)*)", row["asked"])
    ]
    asked = {name for names in told for name in names.split(", ")}
    cited = {re.split(r"[#“]", ref)[0] for row in rows for ref in row["evidence"]}
    return asked | (cited - set(case.documents) - {ARTICLE})
