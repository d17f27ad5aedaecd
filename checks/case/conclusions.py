"""What a person may conclude, and the digest of what a conclusion rested on when it was signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checks.case.claims import ARTICLE
from checks.case.errors import CaseError, nearest
from checks.case.nouns import (
    WEIGHTY,
    Claim,
    Conclusion,
    Document,
    Evidence,
    Fact,
    Passage,
    Register,
    Row,
    Search,
    Unsaid,
)
from checks.case.second import Second

DEFINED = {
    "supported": "the evidence states it, or it follows from what the evidence states",
    "misleading": "a true core was changed enough to mislead",
    "contradicted": "the evidence, or the article's own words, state otherwise",
    "unverifiable": "someone looked, and what was found does not decide it",
    "opinion": "a view, which no evidence could decide",
}
VERDICTS = tuple(DEFINED)
WORST_FIRST = ("contradicted", "misleading", "supported")


def worst(verdicts: Iterable[str]) -> str | None:
    """The worst deciding verdict among findings; *unsettled* never binds. None if nothing decides."""
    found = set(verdicts)
    return next((verdict for verdict in WORST_FIRST if verdict in found), None)


def hold_to_the_rules(
    said: Conclusion, findings: Sequence[str], evidence: Sequence[Evidence], searches: Sequence[Search]
) -> None:
    """Raises `CaseError` unless the conclusion may be drawn from these findings (their verdicts) and grounds."""

    def refuse(what: str) -> CaseError:
        return CaseError(what, id=said.claim)

    _hold_verdict(said)
    deciding = worst(findings)
    if deciding and said.verdict != deciding and not said.despite.strip():
        raise refuse(f"its findings come to {deciding}, and this says {said.verdict}: add `despite=` and say why")
    if said.despite and (not deciding or said.verdict == deciding):
        raise refuse("`despite=` explains a difference from the findings, and there is none: take it out")
    if said.needs and (deciding or said.verdict == "opinion"):
        raise refuse("`needs=` names the check that would have decided it, and none is missing here: take it out")
    _hold_grounds(said, deciding, evidence, searches)


def hold_second_to_the_rules(
    said: Second, findings: Sequence[str], evidence: Sequence[Evidence], searches: Sequence[Search]
) -> None:
    """Raises `CaseError` unless a second reading may come to this; why it differs from the findings, `because` says."""
    _hold_verdict(said)
    _hold_grounds(said, worst(findings), evidence, searches)


def _hold_verdict(said: Conclusion | Second) -> None:
    def refuse(what: str) -> CaseError:
        return CaseError(what, id=said.claim)

    if said.claim == ARTICLE:
        raise refuse("the article as a whole is never concluded: conclude its claims")
    if said.verdict not in VERDICTS:
        raise refuse(f"`{said.verdict}` is no conclusion: {nearest(said.verdict, VERDICTS)}")
    if not said.because.strip():
        raise refuse("a conclusion says why: add `because=`")


def _hold_grounds(
    said: Conclusion | Second, deciding: str | None, evidence: Sequence[Evidence], searches: Sequence[Search]
) -> None:
    def refuse(what: str) -> CaseError:
        return CaseError(what, id=said.claim)

    if said.verdict == "unverifiable" and not deciding and not searches:
        raise refuse("unverifiable means that someone looked: log it with `case.searched(…)` and pass `searches=`")
    if said.verdict in WORST_FIRST and not deciding:
        if not evidence:
            raise refuse("no finding decides it, so it must rest on something: pass `evidence=`")
        if not any(_bears(item, said.verdict) for item in evidence):
            raise refuse(
                "what it rests on cannot bear it (rewriters, own knowledge, or the article itself): find better"
            )
    for search in searches:
        if search.claim != said.claim:
            raise refuse(f"the search `{search.id}` was logged for `{search.claim}`: log one for this claim")


def unsaid(says: str, *, id: str, evidence: Sequence[Evidence]) -> Unsaid:
    """What the article leaves out, held to the rule that a source other than the article or a rewriter says it.

    Raises `CaseError` where nothing is said, or nothing bears it.
    """
    if not says.strip():
        raise CaseError("say in a sentence what the article leaves out", id=id)
    if not any(_bears(item, "supported") for item in evidence):
        raise CaseError(
            "what the article leaves out must stand in a source that can bear it (not a rewriter, own knowledge or the "
            "article itself): pass `evidence=`",
            id=id,
        )
    return Unsaid(id, ARTICLE, says, tuple(item.ref for item in evidence))


def digest(
    claim: Claim,
    asserted: Mapping[str, str],
    findings: Sequence[Mapping[str, Any]],
    evidence: Sequence[Evidence],
    searches: Sequence[Search],
) -> str:
    """A sha256 over all that a conclusion rests on: the reading, the findings, the words and values of the evidence."""
    held = {
        "claim": [claim.words.exact, claim.words.prefix, claim.words.suffix, claim.says, claim.speaker, dict(asserted)],
        "findings": [dict(finding) for finding in findings],
        "evidence": {item.ref: content(item) for item in evidence},
        "searches": [repr(search) for search in searches],
    }  # fmt: skip
    return hashlib.sha256(json.dumps(held, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def content(item: Evidence) -> list[Any]:
    """Everything about a piece of evidence that a conclusion can hang on."""
    match item:
        case Document():
            return [*_provenance(item), item.words]
        case Passage():
            return [*_provenance(item.document), item.anchor.exact]
        case Fact():
            return [item.about, item.value, item.unit, item.role, str(item.at), *content(item.passage)]
        case Row():
            return [dict(item.cells)]
        case Register():
            known = {name: list(others) for name, others in item.also_called.items()}
            return [item.title, item.url, item.standing, str(item.covers), known, [content(row) for row in item.rows]]


def _provenance(document: Document) -> list[str]:
    dates = (str(document.published), str(document.retrieved))
    more = [document.origin, document.capture.sha256 if document.capture else ""]
    stated = [document.title, document.publisher, document.url, document.obtained, document.standing, *dates]
    return stated + [text for text in more if text]


def _bears(item: Evidence, verdict: str) -> bool:
    if item.kind == "article":
        return verdict != "supported"
    return item.standing in WEIGHTY
