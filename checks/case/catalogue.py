"""The catalogue of checks: the folder is the list."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Mapping
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


def assertable() -> dict[str, Any]:
    """What a claim can assert: the type of every argument, in the whole catalogue, that a written value can fill."""
    from checks.case.asking import parses

    return {
        name: parameter.annotation
        for check in check_names()
        for name, parameter in arguments(check_named(check)).items()
        if parses(parameter.annotation)
    }
