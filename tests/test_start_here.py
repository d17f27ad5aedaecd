"""What `start-here.ipynb` promises its reader: each “your turn”, as the reader would do it, and the way back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Command

from checks import held_office_on_date, open_case, percentage_follows
from checks.case.errors import CaseError, Differs
from checks.case.folder import Case
from checks.case.verify import verify_case

NAME, FILE = "start-here", "notebooks/start-here.ipynb"
CELLS = json.loads((ROOT / FILE).read_text(encoding="utf-8"))["cells"]
TEXT = "\n".join("".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "markdown")


def cell(has: str) -> str:
    (found,) = ("".join(one["source"]) for one in CELLS if one["cell_type"] == "code" and has in "".join(one["source"]))
    return found


def run(source: str) -> object:
    """What the notebook's reader sees below a cell."""
    names = {"held_office_on_date": held_office_on_date, "percentage_follows": percentage_follows}
    return eval(source, {**names, "case": open_case(NAME)})  # noqa: S307


def test_its_article_is_the_case_s_own() -> None:
    quoted = re.findall(r"^> (?!\*)(.+)$", TEXT, re.MULTILINE)
    assert quoted == Case(NAME, ROOT).article.words.split("\n\n")[1:]
    assert Case(NAME, ROOT).article.title in TEXT


@pytest.mark.parametrize(
    ("has", "old", "new"),
    [("case.trial(\n    \"harbour", "2036", "2035"), ("case.trial(\n    \"the number", '"40', '"30')],
)  # fmt: skip
def test_one_word_changed_changes_the_verdict_and_keeps_nothing(project: Path, has: str, old: str, new: str) -> None:
    source = cell(has)
    assert source.count(old) == 1
    assert f"`{old.strip(chr(34))}` to `{new.strip(chr(34))}`" in TEXT
    assert ": contradicted\n" in repr(run(source))
    assert ": supported\n" in repr(run(source.replace(old, new)))
    assert verify_case(NAME, project).differences == []


def test_another_reason_changes_the_report_once_saved_it_closes_and_git_puts_it_back(
    project: Path, edit: Callable[[Path, str, str], None], checks: Command
) -> None:
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=T", "-c", "user.email=t@t", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    source, old = cell('conclude(\n    "lift'), "The council is considering a plan, and will vote on it in March."
    with pytest.raises(CaseError, match="add `despite=` and say why"):
        run(source.replace('"misleading"', '"supported"'))
    before = open_case(NAME).conclusions().set_index("claim")
    run(source.replace(old, "It is only a plan."))
    after = open_case(NAME).conclusions().set_index("claim")
    assert (before.loc["lift-in-2037", "because"], after.loc["lift-in-2037", "because"]) == (old, "It is only a plan.")
    assert (before.loc["lift-in-2037", "by"], after.loc["lift-in-2037", "by"]) == ("Line by Line", "A Tester")
    with pytest.raises(Differs, match=r"is now .* was kept"):  # as the red box says, which the notebook explains
        open_case(NAME).close()
    edit(project / FILE, old.replace('"', '\\"') + '\\",', 'It is only a plan.\\",')
    open_case(NAME).close()
    assert len(verify_case(NAME, project).differences) == 3
    commands = re.findall(r"^    git (restore|clean) (.+)$", TEXT, re.MULTILINE)
    assert [command for command, _ in commands] == ["restore", "clean"]
    (project / "notebooks" / NAME).mkdir()
    shutil.copy(project / FILE, project / "notebooks" / NAME / "01-check-the-claims.ipynb")  # as the desk leaves one
    for command, given in commands:
        subprocess.run(["git", command, *given.split()], cwd=project, check=True)
    assert verify_case(NAME, project).differences == []
    assert checks("report", NAME).returncode == 0
    assert f"build/{NAME}.html" in TEXT


def test_its_commands_are_commands(checks: Command) -> None:
    known = checks("--help").stdout
    named = re.findall(r"^    \.venv/bin/checks (\w+)", TEXT, re.MULTILINE)
    assert named == ["report", "verify", "new", "run", "report"]
    assert all(f" {name} " in known for name in named)
