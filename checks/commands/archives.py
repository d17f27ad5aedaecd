"""The command that asks an archive to keep a page."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Annotated

import typer

from checks.commands.asking import AllowPrivate, At, manners
from checks.commands.printing import aside, out

_QUESTIONS = 14


def archive(
    page: Annotated[str, typer.Argument(metavar="URL", help="The address of the page to be archived.")],
    job: Annotated[str, typer.Option(help="Only ask how far a job is that was asked for earlier.")] = "",
    wait: Annotated[float, typer.Option(help="Seconds between two questions.")] = 10,
    at: At = "",
    allow_private: AllowPrivate = False,
) -> None:
    """Ask the Wayback Machine to keep a page, then whether it has: asked for is not archived. Exit 0 only if it has.

    The key is read from the environment (SAVEPAGENOW_ACCESS_KEY and SAVEPAGENOW_SECRET_KEY) if it is there.
    """
    from checks.evidence.archives.save_page_now import SERVICE, Job, asking, confirmed, job_in
    from checks.evidence.fetching.fetch import fetch

    service = at or SERVICE
    polite, asks = replace(manners(allow_private), robots=False), asking(page, os.environ, service)
    wanted = Job(job, page, "")
    if not job:
        wanted = job_in(fetch(asks.url, polite, headers=asks.headers, data=asks.form), page)
        out.print(
            f"asked for: {page} (job {wanted.id}); whether it is archived is another question. {wanted.remark}".rstrip()
        )
    with aside().status("Asking whether it is archived …"):
        told, _ = confirmed(wanted, lambda url: fetch(url, polite, headers=asks.headers), [wait] * _QUESTIONS, service)
    out.print(f"{told.stage}: {told.sentence}")
    if told.stage != "archived":
        raise typer.Exit(1)
    out.print(f"capture it with: checks capture CASE {told.memento}")
