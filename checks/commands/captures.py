"""The commands that bring pages and files in: capture, excerpt, and `verify --refetch`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from checks.case.errors import CaseError
from checks.case.handed_over import file_name, moment, read_bytes
from checks.commands.asking import AllowPrivate, manners, progress
from checks.commands.printing import AsJson, CaseName, aside, out, print_json

if TYPE_CHECKING:
    from checks.case.capturing import Captured, Source


def capture(
    case: CaseName,
    sources: Annotated[list[str], typer.Argument(metavar="URL|FILE...", help="A page's address, or a file you have.")],
    id: Annotated[str, typer.Option(help="The new document's id; else made from who published it, and the day.")] = "",
    keep: Annotated[
        str, typer.Option(help="What the rights allow in the repository: quotations, text (the whole of it) or bytes.")
    ] = "quotations",
    warc: Annotated[bool, typer.Option("--warc", help="Keep the answer as a WARC file too.")] = False,
    url: Annotated[str, typer.Option(help="Of a file: where it was published.")] = "",
    retrieved: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Of a file: the day it was taken.")] = "",
    title: Annotated[str, typer.Option(help="Its title, where it states none or another.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    published: Annotated[str, typer.Option(help="When: 2031-05-02, 2031-05 …")] = "",
    standing: Annotated[str, typer.Option(help="primary, secondary, rewriter or own knowledge.")] = "",
    allow_private: AllowPrivate = False,
    as_json: AsJson = False,
) -> None:
    """Capture a page or a file as evidence: its bytes by their hash, and a document that says how they came.

    Nothing is overwritten: a page that has changed becomes a second capture, and the difference in words is shown.
    """
    from typing import get_args

    from checks.case.capture import Keep
    from checks.case.capturing import capture as put
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.record import refuse_if_frozen

    refuse_if_frozen()
    if keep not in get_args(Keep):
        raise CaseError(f"--keep is one of {', '.join(get_args(Keep))}, not `{keep}`")
    if len(sources) > 1 and (id or url or title):
        raise CaseError("--id, --url and --title are of one source: capture one at a time")
    opened = Case(case, find_root())
    given = {"title": title, "publisher": publisher, "published": published, "standing": standing}
    told = []
    for source in sources:
        if source.startswith(("http://", "https://")):
            if url or retrieved:
                raise CaseError("--url and --retrieved are of a file that you have: the address tells both here")
            came, data = page(source, allow_private, warc)
        else:
            if warc:
                raise CaseError("--warc keeps what a server answered, and a file has no answer: leave it out")
            came, data = _handed_over(source, url, retrieved), b""
        made = put(opened, came, id=id, keep=keep, given={**given, "retrieved": retrieved}, warc=data)  # type: ignore[arg-type]
        told.append(made)
        if not as_json:
            _tell_capture(case, made)
    if as_json:
        print_json({"captures": [_as_json(made) for made in told]})


def excerpt(
    case: CaseName,
    id: Annotated[str, typer.Argument(help="The captured document.")],
    words: Annotated[str, typer.Argument(help="The words to quote; quotation marks and spaces need not be the same.")],
) -> None:
    """Quote words from a capture in its document, exactly as they stand in the captured bytes."""
    from checks.case.excerpting import excerpt as quote_from
    from checks.case.folder import Case
    from checks.case.projects import find_root

    out.print(f"> {quote_from(Case(case, find_root()), id, words)}")


def fetch_again(case: str, allow_private: bool) -> list[str]:
    """Every captured page of a case, fetched again: a line each of what became of it."""
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.refetching import captured_pages, fetched_again
    from checks.evidence.fetching.fetch import fetch

    opened, polite = Case(case, find_root()), manners(allow_private)
    columns = (TextColumn("fetching again"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    lines = []
    with Progress(*columns, console=aside(), transient=True) as bar:
        task = bar.add_task("", total=len(captured_pages(opened)))
        for line in fetched_again(opened, lambda url: fetch(url, polite), keep=not opened.frozen):
            lines.append(line)
            bar.advance(task)
    return lines


def page(url: str, allow_private: bool, warc: bool = False) -> tuple[Source, bytes]:
    """A page as it is answered now, and as a WARC if that is wanted."""
    from checks.case.capturing import Source
    from checks.evidence.archives.addresses import memento_in
    from checks.evidence.archives.memento import told_apart
    from checks.evidence.captures.extracting import extracted
    from checks.evidence.captures.warc import warc_of
    from checks.evidence.fetching.fetch import answered, fetch

    with progress(url) as told:
        came = fetch(url, manners(allow_private), told=told)
    memento = None
    if "memento-datetime" in came.headers or memento_in(came.url):
        found = told_apart(came)
        if isinstance(found, str):
            raise CaseError(found)
        memento = found
    else:
        answered(came)  # a live error page is no evidence; an archive's copy of one is
    read = extracted(came.body, came.headers.get("content-type", ""), came.final_url)
    remarks = memento.remarks if memento else ()
    source = Source(came.body, read, came.at, came.url, came, memento=memento.at if memento else "", remarks=remarks)
    return source, warc_of(came, {}) if warc else b""


def _handed_over(name: str, url: str, retrieved: str) -> Source:
    """A file that the investigator has, as a source."""
    from checks.case.capturing import Source
    from checks.evidence.captures.extracting import extracted
    from checks.evidence.fetching.urls import askable

    data, url = read_bytes(name), askable(url) if url else ""
    at = moment(retrieved) if retrieved else datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Source(data, extracted(data, "", file_name(name)), at, url, None, file_name(name))


def _tell_capture(case: str, made: Captured) -> None:
    place = f"data/cases/{case}/evidence/{made.document}.md"
    if not made.new:
        out.print(f"{place}: the same bytes as were captured before; nothing was written")
    else:
        out.print(f'{place}: captured and sealed; quote from it with: checks excerpt {case} {made.document} "…"')
        if made.earlier:
            out.print(f"It is not what `{made.earlier}` has; both are kept.")
        if made.changed is not None:
            out.print(str(made.changed))
    for remark in made.remarks:
        out.print(remark)


def _as_json(made: Captured) -> dict[str, Any]:
    changed = None if made.changed is None else str(made.changed)
    return {"document": made.document, "new": made.new, "earlier": made.earlier, "changed": changed,
            "remarks": list(made.remarks)}  # fmt: skip
