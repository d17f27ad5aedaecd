"""What a report and a bundle were made with: versions, and the lock that holds them."""

from __future__ import annotations

import hashlib
import platform
from importlib.metadata import version

from checks.case.catalogue import FOLDER

PACKAGES = ("pandas", "sentencex", "rapidfuzz", "nicknames", "python-dateutil", "pyyaml", "jinja2")
LOCK = "requirements.lock"


def software() -> dict[str, str]:
    """The version of each program that a result can hang on, by its name, and the sha256 of the lock."""
    lock = FOLDER.parent / LOCK
    return {
        "line-by-line": version("line-by-line"),
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        LOCK: f"sha256 {hashlib.sha256(lock.read_bytes()).hexdigest()}" if lock.exists() else "not here",
    }
