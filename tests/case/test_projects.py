"""Which notebooks are a case's, where there is a folder of them, one alone, or both."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.case.projects import case_names, find_root, notebooks_in
from checks.case.seals import Seals
from checks.case.verify import verify_case


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ([], []),
        (["bridge/02-b.ipynb", "bridge/01-a.ipynb", "bridge/notes.txt"], ["bridge/01-a.ipynb", "bridge/02-b.ipynb"]),
        (["bridge.ipynb", "bridge-again.ipynb"], ["bridge.ipynb"]),
        (["bridge/01-check-the-claims.ipynb", "bridge.ipynb"], ["bridge.ipynb", "bridge/01-check-the-claims.ipynb"]),
        (["bridge/.ipynb_checkpoints/01-a.ipynb"], []),
    ],
)
def test_a_case_s_notebooks_are_those_in_its_folder_and_the_one_beside_it(
    tmp_path: Path, there: list[str], found: list[str]
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in notebooks_in(tmp_path / "bridge")] == found


def test_the_one_beside_the_folder_is_sealed_and_looked_at_like_any_other(project: Path) -> None:
    name, file = "start-here", "notebooks/start-here.ipynb"
    seals = Seals(project / "data" / "cases" / name, project / "notebooks" / name, f"data/cases/{name}")
    assert seals.files()["../../../notebooks/start-here.ipynb"] == project / file
    path = project / file
    path.write_text(path.read_text(encoding="utf-8").replace("30 percent more", "31 percent more"), encoding="utf-8")
    differences = verify_case(name, project).differences
    assert any(line.startswith(f"{file}: it is not what its seal") for line in differences)
    assert any(line.startswith(f"{file}, cell ") and "“Both numbers are right" in line for line in differences)
    path.unlink()
    assert any(line.startswith(f"{file}: it is sealed") for line in verify_case(name, project).differences)


def test_a_project_is_found_from_any_folder_in_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "notebooks")
    assert find_root() == project.resolve()
    assert "start-here" in case_names(find_root())
    monkeypatch.chdir(project.parent)
    with pytest.raises(CaseError, match="no project here"):
        find_root()
