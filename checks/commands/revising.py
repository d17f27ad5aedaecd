"""`checks revise`: a new version of an article, and what that opens again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checks.case.errors import CaseError
from checks.commands.printing import CaseName, out

if TYPE_CHECKING:
    from checks.case.revising import Revision


def revise(
    case: CaseName,
    article: Annotated[Path, typer.Argument(help="The new version: text, Markdown, HTML or PDF.")],
    because: Annotated[str, typer.Option(help="Why the article was changed, if that is known; it is logged.")] = "",
    on: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day that the correction note bears.")] = "",
    note: Annotated[Path | None, typer.Option("--out", help="Where to write the note; else it is printed.")] = None,
    title: Annotated[str, typer.Option(help="Its title, if that has changed.")] = "",
    published: Annotated[str, typer.Option(help="When it was published, if the new version states another day.")] = "",
    retrieved: Annotated[str, typer.Option(help="The day you took the new version.")] = "",
    obtained: Annotated[str, typer.Option(help="How you came by it, in a line.")] = "",
) -> None:
    """Put a new version in the place of a case's article: only the claims whose words changed are opened again.

    The old version is kept beside it, sealed. A correction note is drafted. Where the title, a day or how it was
    obtained is stated anew, every conclusion that cites the article's own words is to be signed again.
    """
    from checks.case.correcting import correction_note
    from checks.case.folder import Case
    from checks.case.nouns import When
    from checks.case.projects import find_root
    from checks.case.record import replace_file
    from checks.case.revising import revise as put_in_place

    day = When.parse(on) if on else None
    if day and not day.is_day:
        raise CaseError(f"--on is a day, such as 2031-05-02, not `{on}`")
    if note and not note.resolve().parent.is_dir():
        raise CaseError("there is no such folder: make it first", file=str(note.parent))
    opened = Case(case, find_root())
    stated = {"title": title, "published": published, "retrieved": retrieved, "obtained": obtained}
    found = put_in_place(opened, article, because, stated)
    draft = correction_note(title or opened.article.title, found, day)
    _tell(case, found)
    if note:
        replace_file(note, draft.encode())
        out.print(f"The correction note, to be rewritten: {note}")
    else:
        out.print(f"\nThe correction note, to be rewritten:\n\n{draft}")


def _tell(case: str, found: Revision) -> None:
    from checks.reading.intake.incoming import CONTROLS

    def say(line: str) -> None:
        out.print(CONTROLS.sub(" ", line))

    say(f"{case}: version {found.number} of the article; version {found.number - 1} is kept in its folder `versions`")
    say(f"kept: {', '.join(found.kept) or 'none'}")
    for was, now in dict.fromkeys(found.look.values()):
        ids = ", ".join(id for id, pair in found.look.items() if pair == (was, now))
        say(f"look at {ids}: the same words, in a sentence that changed: “{was}”, and now “{now}”")
    for id, why in found.reopened.items():
        say(f"reopened: {id}: {why}")
        if id in found.concluded:
            say(f"  read what it says and asserts again; after `checks run {case}`: checks sign {case} {id}")
    for id, cells in found.gone.items():
        where = f"take out {'; '.join(cells)}, then `checks run {case}` withdraws" if cells else "no cell names it"
        say(f"gone: {id}: its words are no longer in the article: {where}")
    for words in found.taken_in:
        say(f"no longer left out, since it changed: “{words}”")
    for line in found.cells:
        say(f"cannot be asked any more: {line}")
    for words in found.unread:
        say(f"UNREAD: {words}")
