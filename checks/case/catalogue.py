"""The catalogue of checks: the folder is the list."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from checks.case.errors import CaseError, nearest

FOLDER = Path(__file__).parents[1]


def check_names() -> list[str]:
    """The name of every check: each module that lies directly in `checks/`, in alphabetical order."""
    names = (path.name for path in FOLDER.iterdir())  # not `glob`, which is slow, and this is asked many times over
    return sorted(name.removesuffix(".py") for name in names if name.endswith(".py") and not name.startswith("_"))


@lru_cache  # of names that are checks only: an error is raised afresh
def check_named(name: str) -> ModuleType:
    """The check of that name. Raises `CaseError` with the nearest name if there is none."""
    if name not in check_names():
        raise CaseError(f"there is no check `{name}`: {nearest(name, check_names())}")
    return importlib.import_module(f"checks.{name}")


def page_of(name: str) -> Path:
    """The file with the check's examples, beside it."""
    return FOLDER / f"{name}.md"


def arguments(check: ModuleType) -> Mapping[str, inspect.Parameter]:
    """The arguments of a check but for the claim, by name, with their types evaluated."""
    return _arguments(check.check)


@lru_cache  # a case asks one check many times
def _arguments(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    signature = inspect.signature(function, eval_str=True)
    return MappingProxyType({name: parameter for name, parameter in signature.parameters.items() if name != "claim"})


def assertable() -> Mapping[str, Any]:
    """What a claim can assert: the type of every argument, in the whole catalogue, that a written value can fill.

    A check is imported when one of its arguments is looked up: all of them take longer than the rest of opening a case.
    """
    return _assertable(tuple(check_names()))


@lru_cache
def _assertable(checks: tuple[str, ...]) -> _Assertable:
    return _Assertable(_takers(checks))


class _Assertable(Mapping[str, Any]):
    def __init__(self, takers: Mapping[str, list[str]]) -> None:
        self.takers, self.types = takers, dict[str, Any]()

    def __getitem__(self, name: str) -> Any:
        from checks.case.asking import parses

        if name in self.types:
            return self.types[name]
        for check in self.takers.get(name, ()):
            annotation = arguments(check_named(check))[name].annotation
            if parses(annotation):
                self.types[name] = annotation
                return annotation
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.takers if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@lru_cache
def _takers(checks: tuple[str, ...]) -> Mapping[str, list[str]]:
    """The names of all arguments, and the checks that take each, read from their syntax."""
    takers: dict[str, list[str]] = {}
    for check in checks:
        for node in ast.parse((FOLDER / f"{check}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "check":
                for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
                    if argument.arg != "claim":
                        takers.setdefault(argument.arg, []).append(check)
    return takers
