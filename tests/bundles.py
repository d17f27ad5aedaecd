"""The bundle of each shipped case, made once for all the tests that look into it."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from conftest import ROOT

from checks.case.folder import Case
from checks.report.bundle import Bundle, bundle


@lru_cache
def bundled(name: str) -> Bundle:
    """The bundle of a case as it is shipped."""
    return bundle(Case(name, ROOT))


def files_in(data: bytes) -> dict[str, bytes]:
    """The files of a bundle, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes]) -> bytes:
    """Files as an archive again."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
