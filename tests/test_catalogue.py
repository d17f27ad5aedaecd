"""The contract of every check in the catalogue; a new check is held to it before anybody writes a test."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from typing import Any, get_args

import pytest
from examples import Example, examples

from checks.case.asking import parses
from checks.case.catalogue import FOLDER, arguments, assertable, check_named, check_names, page_of
from checks.case.nouns import Finding, Verdict

CHECKS = check_names()
EXAMPLES = [example for check in CHECKS for example in examples(check)]
PURE = {
    "re",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "fractions",
    "itertools",
    "math",
    "typing",
    "unicodedata",
}
VERDICTS = [str(verdict) for verdict in Verdict]


def _tree(check: str) -> ast.Module:
    return ast.parse((FOLDER / f"{check}.py").read_text(encoding="utf-8"))


def test_every_check_has_its_page_and_every_page_its_check() -> None:
    pages = {path.stem for path in FOLDER.glob("*.md")}
    assert pages == set(CHECKS), "add the missing <check>.md, or remove the page whose check is gone"


@pytest.mark.parametrize("check", CHECKS)
def test_docstring_asks_promises_and_says_what_it_cannot_tell(check: str) -> None:
    doc = check_named(check).__doc__ or ""
    assert doc.splitlines()[0].endswith("?"), "the first line is a question"
    for word in ("Supported when", "Contradicted when", "Cannot tell:", "Source:"):
        assert re.search(rf"^{word}", doc, re.MULTILINE), f"the docstring has no line that begins “{word}”"


@pytest.mark.parametrize("check", CHECKS)
def test_every_promised_verdict_has_an_example_and_no_other_has(check: str) -> None:
    doc = check_named(check).__doc__ or ""
    promised = {verdict for verdict in VERDICTS if re.search(rf"^{verdict.capitalize()} when", doc, re.MULTILINE)}
    shown = {example.finds for example in examples(check)}
    assert shown == promised


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.check}: {example.title}")
def test_example_finds_what_it_says(example: Example) -> None:
    assert not example.unknown(), "the example has keys that the check does not know"
    finding = example.find()
    right = str(finding.verdict) == example.finds and example.because in finding.reason
    if example.known_wrong:
        assert not right, f"this comes right now: take out `known_wrong: {example.known_wrong}`"
    else:
        assert (str(finding.verdict), finding.reason) == (example.finds, finding.reason)
        assert example.because in finding.reason


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.check}: {example.title}")
def test_a_finding_is_whole_and_the_same_twice(example: Example) -> None:
    finding = example.find()
    assert finding == example.find()
    assert finding.check == example.check
    assert finding.evidence
    assert finding.reason.endswith(".")
    assert "\n" not in finding.reason
    assert "%" not in finding.reason or "%" in str(example.fields)


@pytest.mark.parametrize("check", CHECKS)
def test_check_is_one_typed_function_of_its_arguments(check: str) -> None:
    module = check_named(check)
    public = [
        name
        for name, value in vars(module).items()
        if callable(value) and getattr(value, "__module__", "") == module.__name__ and not name.startswith("_")
    ]
    assert public == ["check"]
    for parameter in arguments(module).values():
        assert parameter.kind is parameter.KEYWORD_ONLY, f"`{parameter.name}` must be named"
        assert parameter.annotation is not parameter.empty
    assert module.check.__annotations__["return"] in (Finding, "Finding")


@pytest.mark.parametrize("check", CHECKS)
def test_check_imports_nothing_that_could_change_its_answer(check: str) -> None:
    for node in ast.walk(_tree(check)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            top = name.split(".")[0]
            allowed = top in PURE or re.match(r"checks\.(case\.(nouns|when|amount|errors)|reading|evidence)\b", name)
            assert allowed, f"{check} imports {name}: a check compares; reading and records live in their rooms"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"now", "today", "utcnow", "random", "environ"}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "exec", "eval", "print", "input", "hash", "id"}


def test_an_argument_name_has_one_type_in_the_whole_catalogue() -> None:
    types: dict[str, set[Any]] = defaultdict(set)
    for check in CHECKS:
        for name, parameter in arguments(check_named(check)).items():
            types[name].add(parameter.annotation)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_what_a_claim_can_assert_is_what_some_check_reads() -> None:
    known = assertable()
    assert {"person", "office", "on", "start", "after", "stated", "quotation", "event", "role"} <= set(known)
    assert all(parses(annotation) and get_args(annotation) is not None for annotation in known.values())


def test_a_page_renders_as_documentation() -> None:
    for check in CHECKS:
        page = page_of(check).read_text(encoding="utf-8")
        assert page.startswith(f"# {check}: examples\n")
        assert page.count("```yaml") == len(examples(check)), f"{check}: a block without its heading"


def test_no_check_was_imported_to_list_the_catalogue() -> None:
    assert check_names() == sorted(check_names())
    assert "checks" in sys.modules
