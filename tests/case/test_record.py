"""The record on disk: killed kernels lose nothing, two kernels lose nothing of each other, and a mend says so."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from checks.case.errors import CaseError
from checks.case.folder import Case, open_case
from checks.case.log import disputed, faults, line_bytes, merged, read_log
from checks.case.running import environment, this_python
from checks.case.verify import verify

LARKMERE = "2031-06-larkmere-mile"
WRITER = """
from checks import open_case
case = open_case("2031-06-larkmere-mile")
for i in range(number):
    case.searched("the archive", f"query {i}", i, id=f"{name}-{i}", claim="finest-swim", on="2031-06-21")
    print(f"{name}-{i}", flush=True)
"""
# A process for each name that it is told, one after another; it has imported everything, so that each begins at once.
WRITERS = f"""
import os, sys
from checks import open_case
open_case("2031-06-larkmere-mile")
for line in sys.stdin:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        print("ended", flush=True)
        continue
    name, number = line.strip(), 1000
    os.environ["CHECKS_WHO"] = name
    print(os.getpid(), flush=True)
    try:
        exec({WRITER!r})
    finally:
        os._exit(0)
"""


def writers(project: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITERS],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def assert_whole(project: Path, answered: set[str]) -> None:
    """Everything that was answered is in the log, the chain holds, and the tables can be brought up to it."""
    folder = project / "data" / "cases" / LARKMERE
    open_case(LARKMERE)
    log = read_log((folder / "log.jsonl").read_bytes(), "log.jsonl")
    assert log.torn == 0
    assert faults(log, "log.jsonl") == []
    assert answered <= {row["id"] for row in log.of("search")}
    case = Case(LARKMERE, project)
    assert case.record.faults(log) == []
    assert not [path for path in folder.rglob("*") if path.name.endswith(".new")] or folder.exists()


def test_a_kernel_killed_at_any_point_loses_nothing_that_was_answered(project: Path) -> None:
    chance = random.Random(20)  # noqa: S311
    with writers(project) as process:
        assert process.stdin
        assert process.stdout
        for kill in range(50):
            process.stdin.write(f"kill{kill}\n")
            process.stdin.flush()
            child = int(process.stdout.readline())
            answered = [process.stdout.readline().strip()]
            assert answered == [f"kill{kill}-0"]
            time.sleep(chance.random() * 0.05)
            os.kill(child, signal.SIGKILL)
            while not (line := process.stdout.readline()).endswith(
                "ended\n"
            ):  # a line cut off by the kill stands before it
                assert line, "the writers have gone"
                answered.append(line.strip())
            assert len(answered) < 1000
            assert_whole(project, set(answered))
        process.stdin.close()


def kernel(project: Path, name: str) -> tuple[KernelManager, BlockingKernelClient]:
    """A real kernel of one person, in the folder of the project."""
    manager = this_python(KernelManager)()
    manager.start_kernel(cwd=str(project), env={**environment(project), "CHECKS_WHO": name})
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    return manager, client


def test_two_people_s_kernels_writing_at_once_lose_nothing_of_each_other(project: Path) -> None:
    people = {name: kernel(project, name) for name in ("ada", "ben")}
    asked = {name: client.execute(f"name, number = {name!r}, 200\n{WRITER}") for name, (_, client) in people.items()}
    for name, (_, client) in people.items():
        reply = client.get_shell_msg(timeout=120)
        while reply["parent_header"]["msg_id"] != asked[name]:  # a slow kernel is asked more than once if it is ready
            reply = client.get_shell_msg(timeout=120)
        assert reply["content"]["status"] == "ok"
    for manager, client in people.values():
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()
    assert_whole(project, {f"{name}-{i}" for name in people for i in range(200)})
    lines = [line for line in open_case(LARKMERE).log.lines if line.who in people]
    assert len(lines) == 400


def test_a_torn_last_line_is_dropped_and_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "data" / "cases" / LARKMERE / "log.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"when": "2031-06')
    open_case(LARKMERE)
    assert path.read_bytes() == whole
    assert "dropped a last line that was never finished" in capsys.readouterr().err


def test_a_table_one_line_behind_is_mended_and_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = open_case(LARKMERE)
    path = project / "data" / "cases" / LARKMERE / "conclusions.csv"
    before = path.read_bytes()
    case.conclude("finest-swim", "opinion", because="Praise of another kind.")
    after = path.read_bytes()
    path.write_bytes(before)
    open_case(LARKMERE)
    assert path.read_bytes() == after != before
    assert "brought up to the last line of the log" in capsys.readouterr().err


def test_a_table_edited_by_hand_is_refused_with_its_line(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    edit(project / "data" / "cases" / LARKMERE / "findings.csv", "supported,Claimed", "contradicted,Claimed")
    with pytest.raises(CaseError, match=r"findings.csv: it is not what the log says \(line 2 should be: certif"):
        open_case(LARKMERE)


def test_asking_again_writes_nothing(project: Path) -> None:
    from checks import held_office_on_date

    case = open_case(LARKMERE)
    path = project / "data" / "cases" / LARKMERE / "log.jsonl"
    before = path.read_bytes()
    case.ask("president-lindqvist", held_office_on_date, register=case.register("larkmere-club-offices"))
    assert path.read_bytes() == before


def test_nobody_s_name_is_no_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKS_WHO")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    case = open_case(LARKMERE)
    path = project / "data" / "cases" / LARKMERE / "log.jsonl"
    before = path.read_bytes()
    with pytest.raises(CaseError, match="CHECKS_WHO"):
        case.searched("a", "b", 0, id="x", claim="finest-swim", on="2031")
    assert path.read_bytes() == before


def test_a_full_disk_leaves_what_was_there(project: Path) -> None:
    """A limit on the size of a file stands in for a full disk: the write fails in the middle."""
    path = project / "data" / "cases" / LARKMERE / "log.jsonl"
    before = path.read_bytes()
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 40}, {len(before) + 40}))\n"
        "from checks import open_case\n"
        f"case = open_case('{LARKMERE}')\n"
        "case.searched('a', 'b', 0, id='x', claim='finest-swim', on='2031')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert "nothing was written" in done.stderr
    assert path.read_bytes() == before
    assert verify(Case(LARKMERE, project)).differences == []


def test_a_log_line_keeps_its_form() -> None:
    entry = {
        "when": "2031-06-21T10:00:00Z", "who": "Ada", "claim": "c", "what": "finding", "from": None,
        "to": {"check": "x", "asked": "", "verdict": "supported", "reason": "R.", "evidence": ["d#f"]},
        "why": "", "before": [],
    }  # fmt: skip
    data = line_bytes(entry)
    assert data == (
        b'{"when": "2031-06-21T10:00:00Z", "who": "Ada", "claim": "c", "what": "finding", "from": null, '
        b'"to": {"check": "x", "asked": "", "verdict": "supported", "reason": "R.", "evidence": ["d#f"]}, '
        b'"why": "", "before": []}\n'
    )
    log = read_log(data, "log.jsonl")
    assert log.rows == {("finding", "c", "x", ""): {"claim": "c", **entry["to"]}}  # type: ignore[dict-item]
    assert (faults(log, "l"), merged(log, "l"), disputed(log)) == ([], "", {})


@pytest.mark.parametrize(
    "line", [b"{}", b"nonsense", b'{"when": 1}', b"\xff\xfe", b"[]", b'"x"', b"null"]
)  # fmt: skip
def test_what_is_no_log_line_is_named(line: bytes) -> None:
    with pytest.raises(CaseError, match=r"log.jsonl:1: "):
        read_log(line + b"\n", "log.jsonl")
