"""A new case from an article: its folder, its proposed claims, its seal, and the notebooks to begin with."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case.capturing import Source, capture
from checks.case.cells import tidied
from checks.case.claims import START
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.loose import dated_reading
from checks.case.projects import case_names, notebooks_in
from checks.case.proposing import proposed_claims
from checks.case.record import LOG, Record, held, refuse_if_frozen, replace_file, who
from checks.case.seals import CLAIMS, SEALS
from checks.case.worked import NAME as WORKED
from checks.case.worked import empty
from checks.evidence.captures.characters import one_line
from checks.evidence.documents import ID, PROVENANCE, document, split
from checks.evidence.written import read_yaml
from checks.reading.intake.incoming import Incoming, from_bytes, take_in
from checks.reading.intake.language import has_english
from checks.reading.intake.markdown import front_matter
from checks.reading.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS = 300_000  # of an article, some 50,000 words; a book would keep every notebook busy for minutes
_FORMS = {"text": "a text", "markdown": "a Markdown", "html": "an HTML", "pdf": "a PDF"}
ITS_PAGE = "the page that the article was read from"
READ = """\
# Read the article

Before anything is checked: what does this article say? Each claim gets an entry in `claims.yaml`, tied to its words;
what is no claim is left out there, with the reason. Whatever is in neither prints as UNREAD in the last notebook.

What reading found checkable is proposed there already. A proposal covers no words until somebody accepts it, at the
desk or by taking out its line `proposed: yes`; `checks anchor` finds the words to quote for a claim that was not seen.
Below stands first what in the article cannot be, cannot both be, or does not belong: suspicions, each with a line that
asks. What reading finds is marked below, with what to check first and lines to paste; all of it is a proposal.
`case.reading()` adds people, organisations and places, which a model proposes."""
DESK = """\
# The desk

To work at the desk, open this notebook in JupyterLab (`make lab`), click on the cell below and press Shift + Enter.
Choose a sentence, accept, mend or make its claims, find evidence, ask and conclude: all of it is saved at once to the
case's own files, and the cells of what you asked and concluded stand in the next notebook."""
REPORT = """\
# The report

Everything that was found, and how much of the article is accounted for. Words that nobody has covered are UNREAD."""


def new_case(
    name: str, source: Path | Source, fields: Mapping[str, str], root: Path,
    finish: Callable[[Path], Any] = lambda _: None,
) -> None:  # fmt: skip
    """Makes a case from an article: a file of text, Markdown, HTML or PDF, or a page that was fetched, which is kept.

    `fields` are the article's provenance (title, publisher, url, published, dateline, retrieved, obtained, standing);
    what is not given is what the article states of itself. The case is made aside, in a project of its own, `finish` is
    called with the folder of that, and then all of it takes its place at once. Nothing is written if anything is wrong:
    raises `CaseError` for a name that is taken or no name, for what is no article in English, and for a full disk.
    """
    refuse_if_frozen()
    hold_name(name, root)
    incoming = take_in(source) if isinstance(source, Path) else from_bytes(source.data, source.url)
    article = _article(incoming, source, fields)
    author = who(root)
    with held(root / "data" / "cases"):
        hold_name(name, root)  # somebody else may have made one meanwhile
        with _aside(name, root) as project:
            _write(name, article, author, project)
            case = Case(name, project)
            replace_file(
                case.folder / CLAIMS, proposed_claims(case.article, dated_reading(case.article, False)).encode()
            )
            case.seals.add(["article.md"])
            if isinstance(source, Source):
                capture(Case(name, project), source, given=_of_its_page(case.article, fields))
            finish(project)


def write_notebook(path: Path, case: str, intro: str, cells: list[str], imports: str = "", then: str = "") -> None:
    """A notebook that opens a case under its introduction, does something `then` in that cell, and has more cells."""
    opening = f'from checks import open_case\n{imports}\ncase = open_case("{case}")\n{then}'.rstrip()
    run: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
    kinds: list[dict[str, Any]] = [{"cell_type": "markdown"}, *(run for _ in [opening, *cells])]
    made = [
        {**kind, "id": f"cell-{number}", "metadata": {}, "source": source.splitlines(keepends=True)}
        for number, (kind, source) in enumerate(zip(kinds, [intro, opening, *cells], strict=True), 1)
    ]  # as JSON, since loading nbformat takes longer than all the rest of opening an article
    replace_file(path, tidied(json.dumps({"nbformat": 4, "nbformat_minor": 5, "cells": made}).encode()))


# ------------------------------------------------------------------------------------------------ the article


def hold_name(name: str, root: Path) -> None:
    """Raises `CaseError` for what cannot name a new case, and for the name of one that is there."""
    if not ID.fullmatch(name) or len(name) > 80:
        raise CaseError(
            f"`{name}` cannot name a case: use lower-case words joined by hyphens, such as 2031-05-bridge-repairs"
        )
    folder = root / "notebooks" / name
    if name in case_names(root) or folder.exists() or notebooks_in(folder):
        raise CaseError(f"there is a case `{name}` already: choose another name, or work in that one")


def _article(incoming: Incoming, source: Path | Source, fields: Mapping[str, str]) -> str:
    """The text of `article.md`. Raises `CaseError` for what is no article, and for provenance that cannot be so."""
    stated, begins = front_matter(incoming.text) if incoming.form == "markdown" else ({}, 0)
    stated = stated if set(PROVENANCE) <= stated.keys() else {}  # what others mean by these names we cannot know
    text, file = incoming.text[begins:], Path(incoming.file).name if isinstance(source, Path) else incoming.file
    if incoming.form == "html":
        text = re.sub(r"\n+", "\n\n", text)  # a paragraph a line, which in plain text would be the lines of one
    text = text.strip("\n") if begins or not isinstance(source, Path) else text
    if not words(text):
        raise CaseError("the article has no words: give the file that holds its text", file=file)
    if len(text) > MOST_CHARACTERS:
        told = f"it has {len(text):,} characters, and {MOST_CHARACTERS:,} is the most of an article: split it"
        raise CaseError(told, file=file)
    if not has_english(text):
        raise CaseError("there are no English words in it, and only English is read", file=file)
    known = {
        "title": incoming.title or next(line.strip().lstrip("# ") for line in text.splitlines() if words(line))[:160],
        "publisher": incoming.publisher, "url": incoming.url, "published": str(incoming.published or ""),
        "retrieved": "", "standing": "secondary", "obtained": f"given as {_FORMS[incoming.form]} file",
    }  # fmt: skip
    if isinstance(source, Source):
        url = source.fetched.final_url if source.fetched else source.url
        known |= {
            "url": url,
            "retrieved": source.at[:10],
            "obtained": "read from its page, which is kept with the case",
        }
    given = {key: one_line(fields.get(key) or stated.get(key, "") or known[key], 2_000) for key in PROVENANCE}
    if dateline := one_line(fields.get("dateline", "")):
        given["dateline"] = dateline
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in given.items())
    article = f"---\n{head}---\n{text}\n"
    document(read_yaml(split(article, "article.md")[0], "article.md", 2), text, "article", "article")  # raises
    return article


def _of_its_page(article: Any, fields: Mapping[str, str]) -> dict[str, str]:
    """What the document of the article's own page says: the same as the article, and that nothing rests on it."""
    dated = {"published": str(article.published or ""), "standing": article.standing}
    return {**{key: fields.get(key, "") for key in ("title", "publisher")}, **dated, "unused": ITS_PAGE}


# ----------------------------------------------------------------------------------------------- the folders


@contextmanager
def _aside(name: str, root: Path) -> Iterator[Path]:
    """A hidden project of its own, in which a case is made; it takes its place at once, if nothing is raised."""
    project = root / "data" / "cases" / f".{name}.new"
    made = [(project / part / name, root / part / name) for part in ("notebooks", "data/cases")]
    moved = list[tuple[Path, Path]]()
    try:
        shutil.rmtree(project, ignore_errors=True)  # what a killed command left
        for new, _ in made:
            new.mkdir(parents=True)
        (project / "data" / "reference").symlink_to(root / "data" / "reference")
        yield project
        for new, place in made:
            place.parent.mkdir(exist_ok=True)
            new.rename(place)
            moved.append((new, place))
    except OSError as error:
        raise CaseError(f"the case could not be written ({error.strerror}): nothing was kept", file=name) from None
    finally:
        if len(moved) < len(made):
            for new, place in moved:
                place.rename(new)
        shutil.rmtree(project, ignore_errors=True)


def _write(name: str, article: str, author: str, project: Path) -> None:
    """The files of a case in which nothing is claimed yet, and its notebooks."""
    case, notebooks = project / "data" / "cases" / name, project / "notebooks" / name
    (case / "evidence").mkdir()
    replace_file(case / "article.md", article.encode())
    replace_file(case / CLAIMS, START.encode())
    replace_file(case / SEALS, b"")
    (case / LOG).touch()
    record = Record(case, f"data/cases/{name}")
    record.note("open", None, {"case": name, "by": author})
    record.rewrite()
    reading = ["case", "case.suspicions()", "case.reading(names=False)"]
    write_notebook(notebooks / "01-read-the-article.ipynb", name, READ, reading)
    desk = "from checks.desk import desk\n"
    write_notebook(notebooks / "02-the-desk.ipynb", name, DESK, [], desk, "desk(case)")
    replace_file(notebooks / f"03-{WORKED}", empty(name))
    tables = ["case.ledger()", "case.findings()", "case.conclusions()", "case.close()"]
    write_notebook(notebooks / "04-report.ipynb", name, REPORT, tables)
