"""A new case from an article: its folder, its seal, and two notebooks to begin with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from checks.case.claims import START
from checks.case.errors import CaseError
from checks.case.projects import case_names
from checks.case.record import LOG, Record, refuse_if_frozen, who
from checks.case.running import save_notebook
from checks.case.seals import CLAIMS, Seals
from checks.evidence.documents import ID, PROVENANCE, document, split
from checks.evidence.written import read_text, read_yaml
from checks.reading.article import read
from checks.reading.wording import words

READ = """\
# Read the article

Before anything is checked: what does this article say? Each claim gets an entry in `claims.yaml`, tied to its words;
what is no claim is left out there, with the reason. Whatever is in neither prints as UNREAD in the last notebook.

`checks anchor` finds the shortest words that mark a place in the text, to paste into `claims.yaml`. Right after the
article stands what in it cannot be, cannot both be, or does not belong: suspicions, each with a line that asks. What
reading finds is marked below, with what to check first and lines to paste; all of it is a proposal. `case.reading()`
adds people, organisations and places, which a model proposes."""
REPORT = """\
# The report

Everything that was found, and how much of the article is accounted for. Words that nobody has covered are UNREAD."""


def new_case(name: str, source: Path, fields: Mapping[str, str], root: Path) -> None:
    """Makes a case from a text file, whose text is kept as it stands; nothing is written if anything is wrong.

    `fields` are the article's provenance (title, publisher, url, published, retrieved, obtained, standing); the title
    is its first line if none is given. Raises `CaseError` for a name that is taken or no name, for a file that is no
    text, and for a text without words.
    """
    refuse_if_frozen()
    if not ID.fullmatch(name) or len(name) > 80:
        raise CaseError(
            f"`{name}` cannot name a case: use lower-case words joined by hyphens, such as 2031-05-bridge-repairs"
        )
    if name in case_names(root) or (root / "notebooks" / name).exists():
        raise CaseError(f"there is a case `{name}` already: choose another name, or work in that one")
    text = read_text(source, source.name)
    if not words(text):
        raise CaseError("the article has no words: give the file that holds its text", file=source.name)
    read(text, names=False)  # raises for what is not English: the notebooks could not run
    title = next(line.strip().lstrip("# ") for line in text.splitlines() if words(line))[:160]
    defaults = {"title": title, "obtained": "given as a text file", "standing": "secondary"}
    given = {key: fields.get(key) or defaults.get(key, "") for key in PROVENANCE}
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in given.items())
    article = f"---\n{head}---\n{text}\n"
    document(
        read_yaml(split(article, "article.md")[0], "article.md", 2), text, "article", "article"
    )  # raises if it would not open
    author = who(root)

    case, notebooks = root / "data" / "cases" / name, root / "notebooks" / name
    making, making_notebooks = case.with_name(f".{name}.new"), notebooks.with_name(f".{name}.new")
    try:
        for folder in (making, making_notebooks):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        (making / "evidence").mkdir()
        (making / "article.md").write_bytes(article.encode())
        (making / CLAIMS).write_bytes(START.encode())
        (making / LOG).touch()
        record = Record(making, f"data/cases/{name}")
        record.note("open", None, {"case": name, "by": author})
        record.rewrite()
        write_notebook(
            making_notebooks / "01-read-the-article.ipynb", name, READ,
            ["case", "case.suspicions()", "case.reading(names=False)"],
        )  # fmt: skip
        write_notebook(
            making_notebooks / "02-report.ipynb", name, REPORT,
            ["case.ledger()", "case.findings()", "case.conclusions()", "case.close()"],
        )  # fmt: skip
        making_notebooks.rename(notebooks)
        making.rename(case)
    except OSError as error:
        raise CaseError(f"the case could not be written ({error.strerror}): nothing was kept", file=name) from None
    finally:
        for folder in (making, making_notebooks):
            shutil.rmtree(folder, ignore_errors=True)
    seals = Seals(case, notebooks, f"data/cases/{name}")
    seals.add(["article.md"])


def write_notebook(path: Path, case: str, intro: str, cells: list[str]) -> None:
    """A notebook that opens a case under its introduction, and then has these cells."""
    import nbformat

    opening = f'from checks import open_case\n\ncase = open_case("{case}")'
    made = [nbformat.v4.new_markdown_cell(intro, id="cell-1")]
    for number, source in enumerate([opening, *cells], 2):
        made.append(nbformat.v4.new_code_cell(source, id=f"cell-{number}"))
    save_notebook(path, nbformat.v4.new_notebook(cells=made))
