"""Was this page there on or before that date, with these words?

Supported when a memento of the page that has the words was taken on the date or before it, or was taken later and the
archive lists the same bytes as of then; and, where only the list of captures is given, when it has a capture of the
page with status 200 of then.
Contradicted when the page itself, as archived later, says that it was published after the date, and no list that is
given has a capture with status 200 of then.
Unsettled when nothing given was taken by then: what an archive lacks may have been there all the same; and when the
list has a capture of then, while the words are known only from a later one.

Cannot tell: what the page said between two captures; whether its publisher dated it anew; whether the archive can be
trusted; and the hour elsewhere, since the days of an archive are those of UTC.

Source: a memento is evidence of its own words at its Memento-Datetime (RFC 7089), and of no other moment.
"""

from collections.abc import Sequence
from dataclasses import replace

from checks.case.errors import Unfit
from checks.case.nouns import Claim, Evidence, Fact, Finding, Passage, Register, Row, Verdict, When, facts_among, when
from checks.evidence.archives.addresses import same_page, spelled
from checks.evidence.archives.cdx import captures_of, moment_of
from checks.evidence.archives.memento import taken


def check(
    claim: Claim, *, page: str, by: When | Fact, captures: Register | None = None,
    memento: Passage | Fact | None = None,
) -> Finding:  # fmt: skip
    """Compares with `by` when `memento`, words in a document from an archive, and `captures` of `page` were taken.

    `captures` has the columns page, at, status and digest. A memento that is a fact in the role *published* can say
    when the page came out. Scheme, `www.`, the ports 80 and 443 and a last slash make no other page; another path or
    query does. Raises `Unfit` when neither is given or one is of another page, for what is no memento, and for a date
    without a year or an end.
    """
    day = when(by)
    if day.yearless or day.last is None:
        raise Unfit(f"`{day}` has no {'year' if day.yearless else 'end'}, so nothing lies before it: state one")
    if captures is None and memento is None:
        raise Unfit("without an archive's answer nothing can be told: pass `captures`, `memento`, or both")
    until = replace(day, first=None, widest=(None, day.widest[1]))
    listed = captures_of(captures, page) if captures else []
    early = [row for row in listed if row.span.within(until) == "yes"]
    there = [row for row in early if row.cells["status"] == "200"]
    cited: list[Evidence] = []
    if memento is None:
        cited = [*there[-1:]] or [*early[-1:], *[row for row in listed if row not in early][:1]]
        verdict = Verdict.SUPPORTED if there else Verdict.UNSETTLED
        return Finding(claim.id, __name__, verdict, _alone(listed, early, there, day), [*cited, *facts_among(by)])

    document = memento.passage.document if isinstance(memento, Fact) else memento.document
    copy = taken(document)
    if not same_page(copy.page, page):
        raise Unfit(f"`{document.id}` is a memento of {copy.page}, not of {page}: pass one of the page")
    at = When.span(copy.moment.date(), copy.moment.date())
    same = {row.cells["digest"] for row in listed if row.cells["at"] == copy.timestamp} - {"", "-"}
    alike = [row for row in early if row.cells["digest"] in same]
    dated = memento if isinstance(memento, Fact) and memento.role == "published" else None
    reason = f"“{memento.quoted}” stands in the page as it was archived {spelled(copy.moment)}"
    verdict = Verdict.UNSETTLED
    if at.within(until) == "yes":
        verdict, reason = Verdict.SUPPORTED, f"{reason}, by {day.words()}"
    elif alike:
        verdict, cited = Verdict.SUPPORTED, [alike[-1]]
        reason += f", and the archive lists the same bytes as of {moment_of(alike[-1])}, by {day.words()}"
    elif there:
        cited = [there[-1]]
        reason += f", not clearly by {day.words()}; the capture of {moment_of(there[-1])} may have other words: read it"
    elif dated and dated.at and day.before(dated.at) == "yes":
        verdict = Verdict.CONTRADICTED
        reason += f", and so it dates {dated.about} {dated.at.words()}, after {day.words()}"
    else:
        reason += f", not clearly by {day.words()}; that no earlier one is given does not say that it was not there"
    return Finding(claim.id, __name__, verdict, f"{reason}.", [memento, *cited, *facts_among(by)], needs_all=True)


def _alone(listed: Sequence[Row], early: Sequence[Row], there: Sequence[Row], day: When) -> str:
    """What a list says without a memento: of the page's words, nothing."""
    if there:
        number = f"{len(there)} captures" if len(there) > 1 else "one capture"
        last = f"with status 200 by {day.words()}, the last of {moment_of(there[-1])}"
        return f"The list has {number} of the page {last}; it does not tell what the page said."
    others = sorted({row.cells["status"] for row in early})
    first = next((row for row in listed if row not in early), None)
    return (
        f"The list has no capture of the page with status 200 by {day.words()}"
        + (f", only with status {', '.join(others)}, the last of {moment_of(early[-1])}" if early else "")
        + (f"; the next is of {moment_of(first)} (status {first.cells['status']})" if first else "")
        + "; a page that an archive lacks may have been there all the same."
    )
