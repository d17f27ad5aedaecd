"""Makes the helpers beside the tests importable, and keeps every test away from the reader's own settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).parents[1]
os.environ.setdefault("PYTHONHASHSEED", "0")


@pytest.fixture(autouse=True)
def somebody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_WHO", "A Tester")
    monkeypatch.delenv("CHECKS_FROZEN", raising=False)
    monkeypatch.delenv("CHECKS_ROOT", raising=False)
