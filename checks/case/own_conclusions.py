"""What the cases here have concluded before, as earlier fact-checks that a claim can be held beside."""

from __future__ import annotations

from pathlib import Path

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.projects import case_names
from checks.evidence.earlier.parts import FactCheck
from checks.evidence.records.rows import printable


def own_conclusions(root: Path, without: str = "") -> tuple[list[FactCheck], list[str]]:
    """The conclusions of all cases of a project but one, by case and claim, and a line for each case not opened."""
    found, left_out = list[FactCheck](), list[str]()
    for name in case_names(root):
        if name == without:
            continue
        try:
            found += _concluded(Case(name, root))
        except CaseError as error:
            left_out.append(f"{name}: it cannot be opened, so its conclusions were left out: {error}")
    return found, left_out


def claims_said(name: str, root: Path) -> list[str]:
    """What each claim of a case says, the proposed ones too, in the order of `claims.yaml`."""
    claims = Case(name, root).claims
    return [claim.says for claim in (*claims.of.values(), *claims.proposed.values())]


def _concluded(case: Case) -> list[FactCheck]:
    written = case.log.made_by()
    return [
        FactCheck(
            printable(claim.says), row["verdict"], printable(row["by"]),
            f"data/cases/{case.name}/conclusions.csv#{claim.id}", written["conclusion", claim.id].when[:10],
            printable(case.article.title), printable(claim.speaker),
        )
        for row in case.log.of("conclusion")
        if (claim := case.claims.of.get(row["claim"]))
    ]  # fmt: skip
