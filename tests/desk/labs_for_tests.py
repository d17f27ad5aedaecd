"""A JupyterLab for all tests that need one, and a page of a browser for each: a plugin of the files of these tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from lab import browsing, chromium, end_kernels, running_lab


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chromium()
    root = tmp_path_factory.mktemp("lab") / "project"
    for folder in ("data", "notebooks"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return root


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_lab(root, tmp_path_factory.mktemp("settings")) as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    with browsing() as page:
        yield page
        assert page.asked_elsewhere == []
    end_kernels(address)


@pytest.fixture
def here(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(root)
    return root
