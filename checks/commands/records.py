"""The commands that ask official records and search places: records, search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checks.case.errors import CaseError
from checks.case.handed_over import file_name, moment, read_bytes
from checks.commands.asking import AllowPrivate, At, manners, progress
from checks.commands.printing import CaseName, out, print_table

if TYPE_CHECKING:
    from checks.evidence.answers import Fetched


def records(
    name: Annotated[str, typer.Argument(help="The record, such as un-treaty; leave it out to list them.")] = "",
    asked: Annotated[
        list[str] | None, typer.Argument(metavar="NAME=VALUE...", help="What is asked of it, such as item=Q42.")
    ] = None,
    id: Annotated[str, typer.Option(help="The new register's id; it must be given.")] = "",
    case: Annotated[str, typer.Option(help="The case it is for; else it is written to data/reference.")] = "",
    answer: Annotated[str, typer.Option(metavar="FILE", help="An answer that you have saved: nothing is asked.")] = "",
    retrieved: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day a saved answer was asked.")] = "",
    at: At = "",
    allow_private: AllowPrivate = False,
) -> None:
    """Write a register from an official record's answer, asked now or saved before, or say why not."""
    from checks.case.drawing import Asked, draw, reader, reader_names
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.record import refuse_if_frozen
    from checks.evidence.answers import Saved

    if not name:
        listed = [
            (known.replace("_", "-"), _asks(reader(known)), (reader(known).__doc__ or "").splitlines()[0])
            for known in reader_names()
        ]
        print_table("Official records", ("record", "asked", "what it is"), listed)
        return
    refuse_if_frozen()
    module, pairs = reader(name), _pairs(asked or [])
    if not id:
        raise CaseError("name the register: --id, such as --id mayors-of-larkmere")
    root = find_root()
    opened = Case(case, root) if case else None
    address, fetched = module.url(pairs, at or module.SERVICE), None
    if answer:
        data, day = _saved(answer, retrieved)
    else:
        fetched = _answer(module, address, allow_private)
        data, day = fetched.body, fetched.at
    saved = Saved(data, address, day[:10], file_name(answer) if answer else address)
    place, register, drawn = draw(root, opened, id, Asked(name, pairs, saved, day, fetched))
    for line in drawn.left_out:
        out.print(f"left out: {line}")
    rows = f"{len(register.rows)} row{'s' if len(register.rows) != 1 else ''}"
    out.print(f"{place}: {rows} of {drawn.title}\n{drawn.limits}")


def search(
    case: CaseName,
    place: Annotated[str, typer.Argument(help="wayback, fact-checks, federal-register or wikidata.")],
    query: Annotated[str, typer.Argument(help="What to look for; of wayback a page's address.")],
    claim: Annotated[str, typer.Option(help="The claim that it is for.")] = "",
    id: Annotated[str, typer.Option(help="The search's id; else made from the place and the day.")] = "",
    answer: Annotated[str, typer.Option(metavar="FILE", help="An answer that you have saved: nothing is asked.")] = "",
    retrieved: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day a saved answer was asked.")] = "",
    at: At = "",
    allow_private: AllowPrivate = False,
) -> None:
    """Search a place that has an interface, keep its answer, and log the search.

    Finding nothing there says nothing of other places.
    """
    from checks.case.capturing import Source
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.record import refuse_if_frozen
    from checks.case.searching import keep_search, place_of
    from checks.evidence.captures.characters import one_line
    from checks.evidence.captures.extracting import extracted

    refuse_if_frozen()
    _, module = place_of(place)
    opened = Case(case, find_root())
    if not claim:
        raise CaseError("name the claim that it is for: --claim ID")
    opened.claims[claim]  # raises for one that is not there, and names the nearest
    query = one_line(query, 2_000)
    address = module.search_url(query, at or module.SERVICE)
    if answer:
        data, day = _saved(answer, retrieved)
        source = Source(data, extracted(data, "", answer), day, address, None, file_name(answer))
    else:
        came = _answer(module, address, allow_private)
        source = Source(came.body, extracted(came.body, came.headers.get("content-type", "")), came.at, address, came)
    found, hits = keep_search(opened, place, query, source, claim=claim, id=id)
    out.print(f"{found!r}")
    for line in hits.first:
        out.print(f"  {line}")


def _saved(answer: str, retrieved: str) -> tuple[bytes, str]:
    """An answer that was saved before, and the moment it was."""
    if not retrieved:
        raise CaseError("say on which day the answer was saved: --retrieved YYYY-MM-DD")
    return read_bytes(answer), moment(retrieved)


def _answer(module: Any, address: str, allow_private: bool) -> Fetched:
    """What a service answers now. Its interface is made for programs, so robots.txt is not asked."""
    from checks.evidence.fetching.fetch import answered, fetch

    headers = {**module.HEADERS, **(module.key_header() if hasattr(module, "key_header") else {})}
    with progress(address) as told:
        came = fetch(address, replace(manners(allow_private), robots=False), told=told, headers=headers)
    return answered(came)


def _pairs(asked: list[str]) -> dict[str, str]:
    pairs = {}
    for item in asked:
        name, sign, value = item.partition("=")
        if not sign or name in pairs:
            raise CaseError(f"`{item}` is not understood: write NAME=VALUE, each name once")
        pairs[name] = value
    return pairs


def _asks(module: Any) -> str:
    return ", ".join([*(f"{name}=…" for name in module.ASKS), *(f"[{name}=…]" for name in module.MAY_ASK)])
