"""The command that asks what was checked before: earlier."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checks.case.errors import CaseError
from checks.commands.printing import AsJson, aside, out, print_json

if TYPE_CHECKING:
    from rich.console import Console

    from checks.evidence.earlier.embedding import Meanings
    from checks.evidence.earlier.parts import FactCheck, Lead
    from checks.evidence.earlier.store import Store

_NAMES_A_FILE = re.compile(r"\.(?:txt|md|html?|pdf)\s*$|^\S*/\S*$", re.IGNORECASE)
_NEVER = "A lead is no verdict: it may be of another claim with the same words. Read the review, and conclude yourself."


def earlier(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|ARTICLE", help="A claim in words, an article's file, or a case.")
    ] = "",
    feeds: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="A ClaimReview feed, or a saved answer of the Fact Check Tools; may be repeated.",
        ),
    ] = None,
    kept: Annotated[
        Path | None,
        typer.Option("--store", metavar="FILE.sqlite", help="The store that is asked, and that --from adds to."),
    ] = None,
    embed: Annotated[bool, typer.Option("--embed", help="Look by meaning too; the extra must be installed.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=50, help="The most leads shown of each claim.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Look whether a claim, or each of an article's, was checked before: leads to read, never a verdict.

    Asked are the cases' own conclusions, and the fact-checks that --store has or --from names. A feed is fetched by
    you: https://storage.googleapis.com/datacommons-feeds/claimreview/latest/data.json
    """
    from checks.case.own_conclusions import own_conclusions
    from checks.case.projects import case_names, find_root
    from checks.evidence.earlier.looking_up import look_up
    from checks.evidence.earlier.store import in_memory, opened
    from checks.reading.intake.incoming import CONTROLS

    if not text and not (feeds and kept):
        raise CaseError("say what to look for: a claim in words, an article's file, or a case")
    told = aside()
    meanings = _meanings() if embed else None
    root = find_root()
    case = text if text in case_names(root) else ""
    claims = _claims(text, case, root) if text else []
    many = len(claims) > 1  # of which nobody chose one: only what is plainly of it is shown
    own, left_out = own_conclusions(root, without=case) if text else ([], [])
    with ExitStack() as open_stores:
        stores = {"conclusions of this workbook": in_memory(own)}
        if feeds:
            with told.status("Reading fact-checks …"):
                taken = _taken(feeds, kept, left_out)
            if isinstance(taken, list):
                stores["fact-checks read"] = in_memory(taken)
        if kept:
            stores[f"fact-checks in {CONTROLS.sub('?', kept.name)}"] = open_stores.enter_context(
                opened(kept, written=embed)
            )
        if meanings:
            for store in stores.values():
                _learnt(meanings, store, told)
        found = [
            (claim, {name: look_up(store, claim, limit, meanings, plainly=many) for name, store in stores.items()})
            for claim in claims
        ]
        numbers = {name: len(store) for name, store in stores.items()}
    if as_json:
        print_json(_plain(found, numbers, left_out))
        return
    for line in left_out:
        out.print(f"left out: {line}")
    for claim, by_store in found:
        _print(claim, by_store, only=len(found) == 1)
    counted = ", ".join(f"{number:,} {name}" for name, number in numbers.items())
    if not text:
        out.print(counted)
        return
    some = sum(any(by_store.values()) for _, by_store in found)
    of = f" for {some or 'any'} of {len(found)} claims" if len(found) > 1 else ""
    if some:
        out.print(f"Looked through {counted}: leads{of}. {_NEVER}")
    else:
        out.print(f"Looked through {counted}: no lead{of}. That says nothing of what others have checked.")


def _claims(text: str, case: str, root: Path) -> list[str]:
    """What is looked for: the claims of a case, the checkable sentences of an article, or the text itself."""
    from checks.case.own_conclusions import claims_said
    from checks.evidence.records.rows import printable
    from checks.reading.article import read_file

    if case:
        return claims_said(case, root)
    try:
        is_file = Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or with a character that no name has
        is_file = False
    if is_file:
        reading = read_file(text, names=False)
        return [" ".join(one.exact.split()) for one in reading.sentences if one.kind == "checkable"]
    if _NAMES_A_FILE.search(text):
        raise CaseError(
            "there is no such file: name an article's file or a case, or write the claim in words",
            file=printable(text, 200),
        )
    return [text]


def _taken(feeds: list[Path], kept: Path | None, left_out: list[str]) -> list[FactCheck] | None:
    """Fact-checks of feeds into the store, or, where none is named, as a list; adds what was left out, and why."""
    from checks.evidence.earlier.feeds import fact_checks_in
    from checks.evidence.earlier.store import take_in

    counts: dict[str, Counter[str]] = {path.name: Counter() for path in feeds}

    def good() -> Iterator[FactCheck]:
        for path in feeds:
            for one in fact_checks_in(path):
                if isinstance(one, str):
                    counts[path.name][one] += 1
                else:
                    yield one

    taken = None
    if kept:
        take_in(kept, good())
    else:
        taken = list(good())
    left_out += [f"{name}: {number:,} ({why})" for name, of in counts.items() for why, number in sorted(of.items())]
    return taken


def _meanings() -> Meanings:
    from checks.evidence.earlier.embedding import Meanings

    return Meanings()


def _learnt(meanings: Meanings, store: Store, told: Console) -> None:
    with told.status("Looking at meanings …") as status:
        meanings.learn(store, lambda done, of: status.update(f"Looking at meanings: {done:,} of {of:,} (kept) …"))


def _print(claim: str, by_store: dict[str, list[Lead]], only: bool) -> None:
    """The leads of one claim; of an article, claims without one are passed over."""
    from checks.evidence.records.rows import printable

    if not any(by_store.values()):
        return
    if not only:
        out.print(f"{printable(claim, 400)}\n")
    for name, leads in by_store.items():
        if leads:
            out.print(f"Among the {name}")
        for number, lead in enumerate(leads, 1):
            one = lead.fact_check
            by = ", ".join(part for part in (one.publisher, one.on or "undated") if part)
            out.print(f"  {number}. “{one.claim}”" + (f" ({one.claimant})" if one.claimant else ""))
            out.print(f"     said of it: “{one.rating}” ({by})\n     {one.url}")
            out.print(f"     {_why(lead)}")
    out.print("")


def _why(lead: Lead) -> str:
    said = [f"words in common: {', '.join(lead.matched)}" if lead.matched else "no word in common"]
    said += [f"“{other}” is looked for as the spelling nearest to “{word}”" for word, other in lead.alike]
    if lead.meaning is not None:
        said.append(f"nearness of meaning {lead.meaning:.2f}")
    return "; ".join(said)


def _plain(
    found: list[tuple[str, dict[str, list[Lead]]]], numbers: dict[str, int], left_out: list[str]
) -> dict[str, Any]:
    """What was found as plain values."""
    asked = [
        {
            "claim": claim,
            "leads": [{"in": name, **asdict(lead)} for name, leads in by_store.items() for lead in leads],
        }
        for claim, by_store in found
    ]
    return {"asked": asked, "looked_through": numbers, "left_out": left_out, "note": _NEVER}
