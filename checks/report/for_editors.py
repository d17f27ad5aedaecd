"""The report for editors, as Markdown: the table, then each claim with findings, conclusion, fix and query.

What the article leaves out, who read a claim a second time, and who was asked to reply are told after the claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checks.case.correcting import plain
from checks.case.folder import Case
from checks.case.nouns import Evidence
from checks.case.readers import compared
from checks.case.replies import replies
from checks.case.shown import is_address
from checks.case.summary import settled_as
from checks.report.claimed import ORDER, Claimed, claimed, in_one_line, named, noted, on_the_whole, source_id
from checks.report.sources import Source, sources


def for_editors(case: Case, differences: Sequence[str] = ()) -> str:
    """The Markdown of a case, from its record alone: whatever the record quotes, no mark in it is obeyed.

    `differences` are those that `verify` has found; they stand at its head, as on the page. Raises `CaseError` where
    the case cannot be read.
    """
    entries = claimed(case)
    listed = [item for group in sources(case, entries).values() for item in group]
    titles = {item.source.id: item.source.title for item in listed if item.rows is not None}
    published = case.article.published.words() if case.article.published else "no date stated"
    lines = [
        f"# {plain(case.article.title)}", "",
        f"{plain(case.article.publisher or 'Publisher not named')}, {published}. {_address(case.article.url)}", "",
        in_one_line(entries), "", *_alarm(differences),
        "| No. | The article says | Conclusion | Because |", "| --- | --- | --- | --- |",
    ]  # fmt: skip
    for entry in sorted(entries, key=lambda one: ORDER.index(one.verdict)):
        because = plain(entry.conclusion["because"]) if entry.conclusion else ""
        lines.append(f"| {entry.number} | {plain(entry.claim.words.exact)} | {entry.verdict} | {because} |")
    lines += ["", "## Claim by claim"]
    for entry in entries:
        lines += ["", f"### {entry.number}. “{plain(entry.claim.words.exact)}”", "", *_claim(entry, titles)]
    if whole := on_the_whole(case):
        lines += ["", "## The article as a whole", ""]
        for one in whole:
            lines += _finding(one.verdict, one.check, one.reason, one.evidence, titles)
    for title, told in (
        ("What the article leaves out", _unsaid(case, titles)), ("Second reader", _second(case, entries)),
        ("Right of reply", _replies(case)),
    ):  # fmt: skip
        if listed_here := list(told):
            lines += ["", f"## {title}", "", *listed_here]
    lines += ["", "## Sources", "", *(_source(item) for item in listed)]
    return "\n".join(lines) + "\n"


def _alarm(differences: Sequence[str]) -> list[str]:
    """What differs from the record, before all else."""
    if not differences:
        return []
    head = "**This case differs from its own record.** Do not publish it before these are settled:"
    return [head, "", *(f"- {plain(line)}" for line in differences), ""]


def _unsaid(case: Case, titles: Mapping[str, str]) -> Iterator[str]:
    for row in case.log.of("unsaid"):
        yield f"- {plain(row['says'])}"
        yield from (f"  - {_evidence(case.resolve(ref), titles)}" for ref in row["evidence"])


def _second(case: Case, entries: Sequence[Claimed]) -> Iterator[str]:
    numbers = {entry.claim.id: entry.number for entry in entries}
    for row in compared(case):
        first = f"first {row['first']}{', ' if row['first_by'] else ''}{plain(row['first_by'])}"
        blind = "blind" if row["blind"] else "not blind"
        second = f"second **{row['verdict']}**, {plain(row['by'])}, {blind}"
        yield f"- Claim {numbers[row['claim']]}: {first}; {second}: {plain(row['because'])}"
        yield f"  - {plain(settled_as(row))}"


def _replies(case: Case) -> Iterator[str]:
    for one in replies(case):
        asked = f"{plain(one.to)}, asked {one.asked.words()} ({plain(one.how)}), until {one.deadline.words()}"
        yield f"- {asked}: {plain(one.told)}" + (f" Used: {plain(one.used)}" if one.used else "")


def _claim(entry: Claimed, titles: Mapping[str, str]) -> Iterator[str]:
    yield f"- Claims: {plain(entry.claim.says)} (said by {plain(entry.claim.speaker)})"
    for one in entry.findings:
        yield from _finding(one.verdict, one.check, one.reason, one.evidence, titles)
    if entry.conclusion is None:
        yield "- Not concluded."
        return
    said = entry.conclusion
    yield f"- Concluded: **{said['verdict']}** by {plain(said['by'])}. {plain(said['because'])}"
    yield from (f"  - {_evidence(item, titles)}" for item in entry.grounds)
    yield from (f"  - Searched: {plain(repr(search))}" for search in entry.searches)
    for label, name in (
        ("Despite the findings", "despite"), ("No check decides it; needed", "needs"), ("Proposed", "fix"),
        ("Query", "query"),
    ):  # fmt: skip
        if said[name]:
            yield f"- {label}: {plain(said[name])}"


def _finding(
    verdict: str, check: str, reason: str, evidence: Sequence[Evidence], titles: Mapping[str, str]
) -> Iterator[str]:
    yield f"- Found: **{verdict}** by {plain(check)}. {plain(reason)}"
    yield from (f"  - {_evidence(item, titles)}" for item in evidence)


def _evidence(item: Evidence, titles: Mapping[str, str]) -> str:
    words = f"“{plain(item.quoted)}” " if item.quoted else ""
    if item.kind == "article":
        return f"{words}(the article itself)"
    stated = f"{plain(noted(item))}. " if noted(item) else ""
    return f"{words}{stated}{plain(named(item, titles))} ({item.standing}; {source_id(item)})"


def _source(item: Source) -> str:
    source = item.source
    told = item.of_rows or item.state
    claims = f"Claims {', '.join(str(entry.number) for entry in item.claims)}." if item.claims else ""
    title = f"{source.id}: {plain(source.title)} ({source.standing}; {plain(told)})"
    parts = (f"- {title}.", _address(source.url), claims, f"sha256 of our file: {item.seal or 'no seal'}")
    return " ".join(part for part in parts if part)


def _address(url: str) -> str:
    """An address as a link; anything else that stands in its place only as words."""
    return f"<{url}>" if is_address(url) else plain(url)
