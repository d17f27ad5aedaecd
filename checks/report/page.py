"""The report of a case: one HTML page that stands by itself and asks for nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from checks.case.cards import COLOURS
from checks.case.conclusions import DEFINED
from checks.case.folder import Case
from checks.case.nouns import Row
from checks.case.readers import compared
from checks.case.readers import summary as second_summary
from checks.case.replies import replies
from checks.case.shown import TURNING
from checks.case.summary import left_to_do, lines, settled_as, undecided
from checks.case.verify import verify
from checks.case.versions import article_versions
from checks.report import claimed as told
from checks.report.claim_review import for_the_page
from checks.report.claimed import ORDER, Claimed, claimed, in_one_line, on_the_whole
from checks.report.exhibits import exhibits
from checks.report.foremost import RULE, foremost
from checks.report.marked import pieces
from checks.report.method import changes, methods, signed
from checks.report.planted import planted_errors
from checks.report.software import software
from checks.report.sources import Source, sources

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")
_LATIN = re.compile("[A-Za-z]")
# The sections in their order: the name of each one's template in `sections/`, which is also its id, and its heading.
SECTIONS = {
    "foremost": "What matters most",
    "concluded": "What was concluded",
    "article": "The article, marked",
    "claims": "Claim by claim",
    "unsaid": "What the article leaves out",
    "exhibits": "Pictures and tables",
    "sources": "Sources and their seals",
    "method": "Method",
    "planted": "How well would these checks have caught an error?",
    "limits": "Limits",
    "undecided": "What no check decided",
    "readers": "Second reader",
    "replies": "Right of reply",
    "corrections": "Versions and corrections",
    "left": "Left out, and left to do",
    "made": "How it was made",
}


def page(case: Case, differences: Sequence[str] | None = None) -> str:
    """The page of a case, rendered from its record alone: the same record gives the same bytes.

    What differs from the record is printed at its head; `differences` are those that `verify` has found already.
    Raises `CaseError` where the case cannot be read.
    """
    entries = claimed(case)
    shown, faults = exhibits(case)
    log, found, first = case.log, sources(case, entries), foremost(case, entries)
    differing = verify(case).differences if differences is None else differences
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, finalize=_kept_apart,
    )  # fmt: skip
    environment.globals |= {
        "colours": COLOURS, "css_string": _css_string, "defined": DEFINED, "is_row": lambda item: isinstance(item, Row),
        "link": _link, "named": told.named, "noted": told.noted, "settled_as": settled_as, "source_id": told.source_id,
        "state": told.state, "titles": _titles(found),
    }  # fmt: skip
    return environment.get_template("page.html.jinja").render(
        case=case,
        article=case.article,
        contents=[(id, title) for id, title in SECTIONS.items() if id != "exhibits" or shown or faults],
        in_one_line=in_one_line(entries),
        summary=[line.split(":", 1) for line in lines(case)],
        differences=differing,
        entries=entries,
        of={entry.claim.id: entry for entry in entries},
        by_verdict=_by_verdict(entries),
        foremost=first,
        foremost_rule=RULE,
        pieces=pieces(case, entries),
        on_the_whole=on_the_whole(case),
        unsaid=[{**row, "evidence": [case.resolve(ref) for ref in row["evidence"]]} for row in log.of("unsaid")],
        exhibits=shown,
        exhibit_faults=faults,
        sources=found,
        methods=methods(case),
        planted=planted_errors(case),
        undecided=undecided(case).to_dict("records"),
        second=compared(case),
        rereading=second_summary(case),
        replies=replies(case),
        article_versions=article_versions(case),
        changes=changes(case),
        left_to_do=left_to_do(case),
        unread=[entry for entry in case.accounts.entries if entry.unread] if case.article.text is not None else [],
        signed=signed(case),
        versions=software(),
        claim_review=for_the_page(case, [one.entry.claim.id for one in first], differing),
    )


def _kept_apart(value: object) -> object:
    """A text without marks that turn a line round, and one that runs from right to left kept apart from its line.

    Else the numbers and dates beside it are shown in another order than they have.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = TURNING.sub("", value)
    if not _LEFTWARD.search(text):
        return text
    way = "ltr" if _LATIN.search(text) else "rtl"  # an English sentence may begin with a quotation
    return Markup('<bdi dir="{}">{}</bdi>').format(way, text)


def _link(url: str, text: str) -> Markup:
    """Text that leads to a page on the web, kept apart where that is needed."""
    shown = escape(_kept_apart(text))
    if not url.startswith(("https://", "http://")):
        return shown
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(url, shown)


def _css_string(text: str) -> str:
    """Text as a string in CSS; all but plain letters and digits by their numbers, so that nothing ends it."""
    return "'" + "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in text) + "'"


def _by_verdict(entries: Sequence[Claimed]) -> list[tuple[str, list[Claimed]]]:
    """The claims under their verdicts, the worst first."""
    groups = {word: [entry for entry in entries if entry.verdict == word] for word in ORDER}
    return [(word, group) for word, group in groups.items() if group]


def _titles(found: dict[str, list[Source]]) -> dict[str, Any]:
    """The titles of registers, by which their rows are named."""
    return {item.source.id: item.source.title for group in found.values() for item in group if item.rows is not None}
