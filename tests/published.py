"""A case that is published: a copy whose `claims.yaml` names a publisher, sealed again, so that it verifies."""

from __future__ import annotations

from pathlib import Path

from checks.case.folder import Case

PUBLISHER = 'publisher: {name: The Skerrin Desk, url: "https://desk.example/", page: "https://desk.example/lighthouse"}'
CASE = "start-here"


def published(project: Path, name: str = CASE) -> Case:
    """The case with this publisher."""
    path = project / "data" / "cases" / name / "claims.yaml"
    text = path.read_text(encoding="utf-8")
    others = [line for line in text.splitlines() if not line.startswith("publisher:")]
    told = "\n".join(others).replace("status: complete", f"status: complete\n{PUBLISHER}", 1)
    path.write_text(f"{told}\n", encoding="utf-8")
    Case(name, project).seals.add(["claims.yaml"])
    return Case(name, project)
