"""The findings that a reader wants first, chosen by a plain rule from the record alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.case.folder import Case
from checks.case.nouns import WEIGHTY, Document, Evidence
from checks.report.claimed import Claimed, Found, source_of

MOST = 3
BAD = ("contradicted", "misleading")
RULE = (
    "Chosen by a rule, not by taste: claims concluded contradicted or misleading of which a check found the same on "
    "evidence from outside the article. Contradicted comes before misleading, evidence with a primary source before "
    "evidence without, then the most sources (those with one origin count once), then the order of the article; of a "
    "sentence one claim."
)


@dataclass(frozen=True)
class Foremost:
    """A claim that matters, the finding to read first, and how many sources all its deciding findings rest on."""

    entry: Claimed
    finding: Found
    sources: int
    primary: int


def foremost(case: Case, entries: Sequence[Claimed]) -> list[Foremost]:
    """At most three claims of different sentences, by `RULE`. The finding shown of each is ranked as the claims are."""
    candidates = [made for entry in entries if (made := _candidate(entry))]
    candidates.sort(key=lambda one: (BAD.index(one.entry.verdict), not one.primary, -one.sources, one.entry.number))
    chosen, sentences = list[Foremost](), set[object]()
    for one in candidates:
        sentence = _sentence(case, one.entry)
        if sentence not in sentences and len(chosen) < MOST:
            sentences.add(sentence)
            chosen.append(one)
    return chosen


def _candidate(entry: Claimed) -> Foremost | None:
    deciding = [one for one in entry.findings if one.verdict == entry.verdict and _sources(one.evidence)]
    if entry.verdict not in BAD or not deciding:
        return None
    every = [item for one in deciding for item in one.evidence]
    shown = max(deciding, key=lambda one: (bool(_sources(one.evidence, "primary")), len(_sources(one.evidence))))
    return Foremost(entry, shown, len(_sources(every)), len(_sources(every, "primary")))


def _sources(evidence: Sequence[Evidence], *standing: str) -> set[str]:
    """The sources from outside the article that can bear a finding, those with one origin once."""
    found = set()
    for item in evidence:
        source = source_of(item)
        if item.kind != "article" and item.standing in (standing or WEIGHTY):
            found.add(source.origin or source.id if isinstance(source, Document) else source.ref)
    return found


def _sentence(case: Case, entry: Claimed) -> object:
    """Which sentence a claim begins in; where the article is not here, each claim counts as one."""
    if case.article.text is None:
        return entry.claim.id
    start, _ = entry.claim.words.find(case.article.words)
    return next((one.start for one in case.accounts.entries if one.start <= start < one.end), start)
