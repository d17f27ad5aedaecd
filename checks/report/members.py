"""Which files of a case go into a bundle: what is sealed, less what rights forbid, and what its owner redacts."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.case.cells import tidied
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError, nearest
from checks.case.folder import Case
from checks.case.seals import RECORD

LICENCE = "data/LICENSE.md"
REDACTED, WITHHELD, NOT_HERE = "redacted", "withheld", "not here"
_KEEP = "it was captured to be quoted from, not to be passed on (`keep: bytes` would allow that)"
_AWAY = "it is not in the copy that the bundle was made of; this is its seal"
_SECRETS = {
    "a private key": rb"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "an access key": rb"\bAKIA[0-9A-Z]{16}\b|\bAIza[0-9A-Za-z_-]{35}|\bgh[pousr]_[0-9A-Za-z]{36}|\bsk-[0-9A-Za-z-]{32}",
    "a password in an address": rb"https?://[^/\s:@\"]+:[^/\s:@\"]+@",
    "a password in a header": rb"(?i)\bauthorization\W{1,4}(?:bearer|basic)\s+[\w.+/=-]{12,}",
}
_SECRET_NAME = re.compile(r"KEY|TOKEN|SECRET|PASSWORD")


@dataclass(frozen=True)
class LeftOut:
    """A file that a bundle does not hold: its place, its seal, `how` (redacted, withheld, not here), and why."""

    path: str
    sha256: str
    how: str
    why: str


def members(case: Case, redact: Sequence[str], because: str) -> tuple[dict[str, bytes], list[LeftOut]]:
    """The sealed files by their place in the project, and what is left out of them.

    `redact` names documents by id, or files by place. Raises `CaseError` for what is none, and for the record itself,
    without which there is nothing to verify.
    """
    sealed, files = case.seals.read(), case.seals.files()
    places = {posixpath.normpath(case.file(path)): path for path in sealed}
    redacted = {place for name in redact for place in _named(case, name, places)}
    if redacted and not because.strip():
        raise CaseError("a redaction says why: add --because")
    found: dict[str, bytes] = {}
    left_out = []
    for place, path in sorted(places.items()):
        if place in redacted:
            left_out.append(LeftOut(place, sealed[path], REDACTED, because))
        elif case.seals.is_captured(path) and not _may_be_passed_on(case, path):
            left_out.append(LeftOut(place, sealed[path], WITHHELD, _KEEP))
        elif path not in files:
            left_out.append(LeftOut(place, sealed[path], NOT_HERE, _AWAY))
        else:
            found[place] = _as_sealed(files[path], sealed[path])
    for place in (case.file("seals.txt"), LICENCE):
        file = case.root / place
        if file.is_file() and not file.is_symlink():
            found[place] = file.read_bytes()
    return found, left_out


def refuse_private(case: Case, found: Mapping[str, bytes]) -> None:
    """Raises `CaseError` for a file with a path of this machine in it, or what looks like a secret."""
    ours = {str(folder) for folder in (case.root, Path.home()) if len(folder.parts) > 1}
    paths = [rf"(?<![\w.:/-]){re.escape(path)}(?![\w.-])".encode() for path in sorted(ours)]
    secret = [
        re.escape(value).encode()
        for name, value in sorted(os.environ.items())
        if _SECRET_NAME.search(name) and len(value) > 11
    ]
    what = {"a path of this machine": paths, "the value of a secret in the environment": secret}
    patterns = {told: b"|".join(several) for told, several in what.items() if several} | _SECRETS
    for place, data in found.items():
        for told, pattern in patterns.items():
            if re.search(pattern, data):
                raise CaseError(f"it holds {told}: take that out, or leave the file out with --redact", file=place)


def _named(case: Case, name: str, places: Mapping[str, str]) -> list[str]:
    """The places of what is to be redacted: of a document also its captured bytes, of a register also its table."""
    path = posixpath.normpath(name)
    whole = [place for place in (path, posixpath.normpath(case.file(name))) if place in places]
    of = [case.file("article.md")] if name == ARTICLE else [
        place for place, inside in places.items()
        if inside.startswith(("evidence/", "../../reference/")) and place.rpartition("/")[2].partition(".")[0] == name
    ]  # fmt: skip
    found = whole or [place for place in of if place in places]
    if not found:
        ids = {ARTICLE, *case.documents}
        raise CaseError(f"--redact: there is no document or sealed file `{name}`: {nearest(name, {*ids, *places})}")
    if places[found[0]] in RECORD:
        raise CaseError("--redact: this is the record, without which nothing can be verified", file=found[0])
    return found


def _may_be_passed_on(case: Case, path: str) -> bool:
    """Whether captured bytes are such as their document says may be published."""
    file = path.rpartition("/")[2]
    id = file.partition(".")[0]
    of = case.documents[id].capture if id in case.documents else case.register(id).capture
    return of is not None and of.stays and of.file == file


def _as_sealed(file: Path, seal: str) -> bytes:
    """The bytes of a file; of a notebook that JupyterLab has saved since, those that were sealed."""
    data = file.read_bytes()
    if file.suffix == ".ipynb" and hashlib.sha256(data).hexdigest() != seal:
        data = tidied(data)
    if hashlib.sha256(data).hexdigest() != seal:
        raise CaseError("it changed while the bundle was being made: make it again", file=file.name)
    return data
