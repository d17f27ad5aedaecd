"""The claims as the report has them: each with its number, how it was read, what checks found, and the conclusion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checks.case.claims import ARTICLE, assertion
from checks.case.folder import Case
from checks.case.nouns import OF_EVERY_ROW, Claim, Document, Evidence, Fact, Passage, Register, Row, Search

NOT_CONCLUDED = "not concluded"
ORDER = ("contradicted", "misleading", "unverifiable", "supported", "opinion", NOT_CONCLUDED)  # worst first


@dataclass(frozen=True)
class Found:
    """A finding with its evidence in place of the references to it."""

    check: str
    verdict: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Claimed:
    """A claim: `number` counts in the order of the article, `conclusion` is its row of the record, if it has one."""

    number: int
    claim: Claim
    asserts: Mapping[str, str]
    findings: tuple[Found, ...]
    conclusion: Mapping[str, Any] | None
    grounds: tuple[Evidence, ...]
    searches: tuple[Search, ...]

    @property
    def verdict(self) -> str:
        """What a person concluded, or that nobody did."""
        return str(self.conclusion["verdict"]) if self.conclusion else NOT_CONCLUDED


def claimed(case: Case) -> list[Claimed]:
    """All claims of a case in the order of the article. Raises `CaseError` where evidence of one is not here."""
    log = case.log
    concluded = {row["claim"]: row for row in log.of("conclusion")}
    searches = {row["id"]: case.search(**row) for row in log.of("search") if row["claim"] in case.claims.of}
    findings: dict[str, list[Found]] = {}
    for row in log.of("finding"):
        findings.setdefault(row["claim"], []).append(found(case, row))
    entries = list[Claimed]()
    for number, id in enumerate(case.in_order(), 1):
        claim = case.claims[id]
        said = concluded.get(id)
        entries.append(
            Claimed(
                number, claim, {name: assertion(case.claims, claim, name)[0] for name in claim.asserts},
                tuple(findings.get(id, ())), said,
                tuple(case.resolve(ref) for ref in said["evidence"]) if said else (),
                tuple(searches[name] for name in said["searches"] if name in searches) if said else (),
            )
        )  # fmt: skip
    return entries


def on_the_whole(case: Case) -> list[Found]:
    """What checks found of the article as a whole."""
    return [found(case, row) for row in case.log.of("finding") if row["claim"] == ARTICLE]


def found(case: Case, row: Mapping[str, Any]) -> Found:
    """A row of the record as a finding."""
    evidence = tuple(case.resolve(ref) for ref in row["evidence"])
    return Found(row["check"], row["verdict"], row["reason"], evidence)


def source_of(item: Evidence) -> Document | Register | Row:
    """What a piece of evidence stands in: its document, its register's row, or itself."""
    match item:
        case Fact():
            return item.passage.document
        case Passage():
            return item.document
    return item


def source_id(item: Evidence) -> str:
    """The id of the document or register that a piece of evidence stands in."""
    source = source_of(item)
    return source.register if isinstance(source, Row) else source.id


def state(item: Evidence) -> str:
    """How the words of a passage or a fact were found; empty for a row or a whole document."""
    passage = item.passage if isinstance(item, Fact) else item
    return passage.state if isinstance(passage, Passage) else ""


def noted(item: Evidence) -> str:
    """What a fact or a row states, in words; empty for bare words and whole documents."""
    match item:
        case Fact():
            when = item.at.words() if item.at else ""
            parts = [f"{item.value} {item.unit}".strip(), f"{item.role or ''} {when}".strip()]
            return f"{item.about}: {', '.join(part for part in parts if part)}"
        case Row():
            cells = [value for name, value in item.cells.items() if value and name not in OF_EVERY_ROW]
            return ", ".join([*cells, item.span.words()])
    return ""


def named(item: Evidence, titles: Mapping[str, str]) -> str:
    """The short name of a source: who published it and when; of a register its title."""
    source = source_of(item)
    match source:
        case Row():
            return titles.get(source.register, source.register)
        case Register():
            return source.title
    day = f", {source.published.words()}" if source.published else ""
    return f"{source.publisher or source.title}{day}"


def in_one_line(entries: Sequence[Claimed]) -> str:
    """The article in one line: how many claims it makes, and how they were concluded."""
    numbers = {word: sum(entry.verdict == word for entry in entries) for word in ORDER}
    told = {
        "contradicted": "contradicted", "misleading": "misleading", "unverifiable": "not to be verified",
        "supported": "supported", "opinion": "opinion", NOT_CONCLUDED: "not concluded yet",
    }  # fmt: skip
    parts = [f"{number} {told[word]}" for word, number in numbers.items() if number]
    if not parts:
        return "No claim of this article was checked yet."
    *most, last = parts
    listed = f"{', '.join(most)} and {last}" if most else last
    return f"{len(entries)} {'claim' if len(entries) == 1 else 'claims'} checked: {listed}."
