"""The report as PDF: the page, printed by the Chromium of this machine, which is kept from asking anybody."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from checks.case.errors import CaseError

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-extensions", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
PATIENCE = 120  # seconds
_NODE = re.compile(rb"\(node(\d{8})\)")
_CLOCK = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]{0,40}\)")


def chromium() -> str | None:
    """Where Chromium is on this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def pdf(html: str) -> bytes:
    """A page as PDF, all that folds unfolded. The same page gives the same bytes with the same Chromium and fonts.

    Raises `CaseError` where there is no Chromium, and where it prints nothing.
    """
    browser = chromium()
    if browser is None:
        raise CaseError(
            f"a PDF is printed by Chromium, and there is none here ({', '.join(NAMES)}): write .html instead"
        )
    # The administrator of a container has no sandbox to give; the page has no scripts and may ask for nothing.
    bare = ["--no-sandbox"] if os.geteuid() == 0 else []
    with TemporaryDirectory(prefix="checks-") as folder:
        page, made = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_text(html, encoding="utf-8")
        command = [
            browser, *QUIET, *bare, f"--user-data-dir={Path(folder, 'profile')}", f"--print-to-pdf={made}",
            page.as_uri(),
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            raise CaseError(f"{browser} did not print the page: write .html instead, and print it by hand") from None
        printed = made.read_bytes() if made.exists() else b""
    if done.returncode != 0 or not printed.startswith(b"%PDF-"):
        raise CaseError(f"{browser} did not print the page: write .html instead, and print it by hand")
    # The clock is taken out, and as many blanks put in, so that every offset in the file still holds.
    printed = _CLOCK.sub(lambda found: b" " * len(found[0]), printed)
    # A busy machine counts the parts of the page from another number: here from 1, in their order, as long as before.
    counted: dict[bytes, int] = {}
    return _NODE.sub(lambda found: b"(node%08d)" % counted.setdefault(found[1], len(counted) + 1), printed)
