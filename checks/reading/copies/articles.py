"""Articles to compare, from files: text, Markdown, web page or PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.copies.parts import Article
from checks.reading.intake.incoming import CONTROLS, Incoming, take_in
from checks.reading.intake.normal import normal

# The head of a plain text file as letters and databases write it: lines of `name: value`, then an empty line.
_HEAD = re.compile(r"\ufeff?((?:[A-Za-z][A-Za-z-]{1,20}:[^\n]{0,500}\n){1,20})[^\S\n]*\n")
_FORMS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"})
_KNOWN = frozenset({"title", "headline", "publisher", "published", "date", "source", "url", "byline", "author"})


def articles_in(paths: Sequence[Path]) -> list[Article]:
    """The articles in files and folders, in the order of their names, each file once.

    Of a folder the text, Markdown, HTML and PDF files that lie in it and are not hidden; a file is named as the path
    given, one of a folder with the folder before it. Raises `CaseError` as `article_of`, and for a folder with none.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        files = _files_in(path) if path.is_dir() else [path]
        for file in files:
            found.setdefault(file.absolute(), file)
    return [article_of(file) for file in sorted(found.values(), key=str)]


def article_of(path: Path) -> Article:
    """The article in a file, with the title, publisher and day that its head, its front matter or the page states.

    `file` is the path as it was given. Raises `CaseError` as `take_in`: no file, no text, a language but English.
    """
    came = without_head(take_in(path))
    return Article(
        file=CONTROLS.sub("?", str(path)),
        text=normal(came.text, came.form).text,
        title=CONTROLS.sub(" ", came.title).strip(),
        publisher=CONTROLS.sub(" ", came.publisher).strip(),
        published=came.published,
    )


def without_head(came: Incoming) -> Incoming:
    """An article with what the lines at its beginning state, such as `Title: …`, and the text after them."""
    text = came.text.replace("\r\n", "\n")
    head = _HEAD.match(text) if came.form == "text" else None
    stated = dict(_fields(head[1])) if head else {}
    if not head or not _KNOWN & stated.keys():
        return came
    return replace(
        came,
        text=text[head.end() :],
        title=stated.get("title") or stated.get("headline") or came.title,
        publisher=stated.get("publisher") or stated.get("source") or came.publisher,
        published=_day(stated.get("published") or stated.get("date") or "") or came.published,
    )


def _fields(head: str) -> list[tuple[str, str]]:
    lines = (line.partition(":") for line in head.split("\n"))
    return [(name.strip().lower(), value.strip()) for name, _, value in lines]


def _day(stated: str) -> When | None:
    """The day of a head line; None for what is no day: the article can be compared without it."""
    try:
        return When.parse(stated) if stated else None
    except CaseError:
        return None


def _files_in(folder: Path) -> list[Path]:
    told = CONTROLS.sub("?", str(folder))
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() in _FORMS and file.is_file()]
    except OSError as error:
        raise CaseError(f"this folder cannot be read ({error.strerror})", file=told) from None
    files = [file for file in files if not file.name.startswith(".")]
    if not files:
        raise CaseError("there is no article in this folder: text, Markdown, HTML and PDF files are read", file=told)
    return files
