"""What a report was made with."""

from __future__ import annotations

import hashlib
import platform

from conftest import ROOT

from checks.report.software import software


def test_it_names_what_runs_here_and_the_lock() -> None:
    found = software()
    assert found["Python"] == platform.python_version()
    lock = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    assert found["requirements.lock"] == f"sha256 {lock}"
    assert all(found.values())
