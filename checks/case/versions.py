"""The versions of an article: those that were checked before lie in `versions/<n>.md`, sealed as the article is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.case.seals import CLAIMS
from checks.evidence.documents import read_document

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document

_VERSION = re.compile(r"versions/([1-9][0-9]{0,3})\.md")


@dataclass(frozen=True)
class Version:
    """An earlier version of an article: its title, its seal, and who put a newer one in its place, and why."""

    number: int
    path: str
    title: str
    seal: str
    by: str
    because: str


def article_versions(case: Case) -> list[Version]:
    """The earlier versions in their order, whether their files are in this copy or only their seals."""
    seals, replaced = case.seals.read(), {}
    for line in case.log.lines:
        if line.what == "seal" and line.to:
            replaced.update({path: line for path in line.to if _VERSION.fullmatch(path)})
    found = []
    for number, path in numbers(case, seals).items():
        text = text_of(case, number)
        by = replaced.get(path)
        title = text.title if text else "its text is not in this copy"
        found.append(Version(number, path, title, seals.get(path, ""), by.who if by else "", by.why if by else ""))
    return found


def numbers(case: Case, seals: Mapping[str, str]) -> dict[int, str]:
    """The numbers of the earlier versions, in order, each with its path."""
    here = {f"versions/{path.name}" for path in (case.folder / "versions").glob("*.md")}
    known = {match[1]: path for path in {*here, *seals} if (match := _VERSION.fullmatch(path))}
    return {int(number): known[number] for number in sorted(known, key=int)}


def text_of(case: Case, number: int) -> Document | None:
    """An earlier version, if its file is in this copy."""
    path = case.folder / "versions" / f"{number}.md"
    return read_document(path, case.file(f"versions/{number}.md"), "article") if path.exists() else None


def faults(case: Case) -> list[str]:
    """The claims on words of an earlier version that do not stand in it, and those whose version is not known."""
    known, found = numbers(case, case.seals.read()), []
    for claim in case.claims.earlier.values():
        place = f"{case.file(CLAIMS)}: {claim.id}"
        if claim.version not in known:
            found.append(f"{place}: there is no version {claim.version} of the article: restore it from git")
            continue
        try:
            text = text_of(case, claim.version)
            if text:
                claim.words.find(text.words)
        except CaseError as error:
            found.append(f"{place}: version {claim.version}: {error.what}")
    return found
