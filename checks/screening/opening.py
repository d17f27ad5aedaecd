"""One article of a screening, opened as a new case: its text as it was screened, and where it came from."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.record import replace_file
from checks.case.starting import new_case
from checks.screening.results import FILE, results

_NAMED = re.compile(r"(?P<out>.+)#(?P<article>\d{1,9})")
_NOBODY = "nobody yet"


def named(words: str) -> tuple[Path, int] | None:
    """The results folder and the article that `DIR#17` names; None for what names something else."""
    found = _NAMED.fullmatch(words)
    return (Path(found["out"]), int(found["article"])) if found and (Path(found["out"]) / FILE).is_file() else None


def as_file(out: Path, article: int, folder: Path) -> tuple[Path, dict[str, str]]:
    """An article of a results folder as a text file in another folder, and its provenance, as `new_case` takes them.

    Raises `CaseError` where there is none of that number.
    """
    with results(out) as base:
        row = base.execute(
            "SELECT source, sha256, title, publisher, published, text FROM articles WHERE id = ?", (article,)
        ).fetchone()
    if row is None:
        raise CaseError(f"there is no article {article} in these results: `ranking` and `articles` number them")
    source, sha256, title, publisher, published, text = row
    if "\n\n" not in text.strip():
        text = text.replace("\n", "\n\n")  # of a page a paragraph is a line, and in a plain text it is not
    made = folder / f"article-{article}.txt"
    replace_file(made, text.encode())
    obtained = f"from a screening, in which it was article {article}: {PurePath(source).name}, sha256 {sha256}"
    return made, {
        "title": title or "", "publisher": publisher or "", "published": published or "", "obtained": obtained,
    }  # fmt: skip


def trial(out: Path, article: int, name: str) -> tuple[Case, TemporaryDirectory[str]]:
    """The article as a case of a project of its own, which lasts as long as the folder that is given with it.

    Nothing is kept, so nobody need sign, and a frozen project need not be thawed for it.
    """
    place = TemporaryDirectory(prefix="screening-")
    root = Path(place.name).resolve()
    try:
        for folder in ("data/cases", "data/reference", "notebooks"):
            (root / folder).mkdir(parents=True)
        file, fields = as_file(out, article, root)
        with _thawed():
            new_case(name, file, fields, root)
    except CaseError:
        place.cleanup()
        raise
    return Case(name, root), place


@contextmanager
def _thawed() -> Iterator[None]:
    before = {key: os.environ.get(key) for key in ("CHECKS_FROZEN", "CHECKS_WHO")}
    os.environ.pop("CHECKS_FROZEN", None)
    os.environ["CHECKS_WHO"] = before["CHECKS_WHO"] or _NOBODY
    try:
        yield
    finally:
        for key, value in before.items():
            os.environ.pop(key, None)
            if value is not None:
                os.environ[key] = value
