"""Other packages on the same texts, each in an environment of its own under `build/peers`, so that none is ours to keep.

A peer is a script beside this file. It reads one JSON value a line and answers one JSON value a line. Where a package
will not install or its script fails, the answer is the reason, and the table prints that instead of a figure.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BUILD = HERE.parents[2] / "build" / "peers"
ASKED: dict[str, list[str]] = {}  # the packages that were asked for in this run, by script


def answers(script: str, packages: list[str], asked: list[Any], seconds: int = 1200) -> list[Any] | str:
    """What a peer answers to each thing asked, in order; or one sentence that says why there is no answer."""
    ASKED[script] = packages
    python = BUILD / script / "bin" / "python"
    if not python.exists():
        uv = [sys.executable, "-m", "uv"]
        for command in (
            [*uv, "venv", "--quiet", "--python", sys.executable, str(BUILD / script)],
            [*uv, "pip", "install", "--quiet", "--python", str(python), *packages],
        ):
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                python.unlink(missing_ok=True)
                return f"{packages[0]} does not install here"
    lines = "".join(json.dumps(one) + "\n" for one in asked)
    try:
        done = subprocess.run(
            [python, HERE / f"{script}.py"],
            input=lines, capture_output=True, text=True, timeout=seconds, cwd=BUILD,  # some write files where they stand
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"{packages[0]} did not finish in {seconds} s"
    if done.returncode:
        return f"{packages[0]} failed: {(done.stderr.strip().splitlines() or ['no message'])[-1][:80]}"
    return [json.loads(line) for line in done.stdout.splitlines()]
