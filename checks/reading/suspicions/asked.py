"""A suspicion asked about: what a check that looks at an article alone answers, of a claim or of the whole text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.case.errors import CaseError
from checks.case.nouns import Claim, Document, Evidence, Finding, Passage, Verdict, When
from checks.reading.anchors import anchor_at
from checks.reading.parts import Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

WHOLE = "article"  # the claim that is the whole text


def found_in(
    claim: Claim, article: Document, check: str, rule: Callable[[Reading], Iterable[Suspicion]], fine: str
) -> Finding:
    """The finding of a check that looks at the article alone.

    Asked of the whole article, all that `rule` suspects counts; asked of a claim, what touches its words.
    *Contradicted* where something is certain or likely, *unsettled* where there is something to look at, else
    *supported*, for the reason `fine`. Raises `CaseError` where the article's text is not in this copy.
    """
    reading = read_article(article)
    suspected = [one for one in reading.suspect(rule) if claim.id == WHOLE or _touches(one, claim, article)]
    strong = [one for one in suspected if one.certainty != "look"]
    cited = [passage for one in strong or suspected for passage in passages(article, one.spans)]
    verdict = Verdict.CONTRADICTED if strong else Verdict.UNSETTLED if suspected else Verdict.SUPPORTED
    reason = told(strong or suspected) if suspected else fine
    return Finding(claim.id, check, verdict, reason, cited or _looked_at(claim, article))


def read_article(article: Document) -> Reading:
    """The article read by rules alone, its dates counted from `day_of` it if that is known.

    Raises `CaseError` where the article's text is not in this copy.
    """
    if article.text is None:
        raise CaseError("the article is not in this copy, so it cannot be held against itself")
    return _read(article.words, day_of(article))


def day_of(article: Document) -> When | None:
    """The day from which the article's dates are counted: that of its dateline, else the one it was published on."""
    day = article.dateline or article.published
    return day if day and day.is_day else None


@lru_cache(maxsize=4)  # a case asks many checks of one article
def _read(text: str, dateline: When | None) -> Reading:
    from checks.reading.article import read

    return read(text, dateline, names=False)


def passages(article: Document, spans: Iterable[Words]) -> list[Passage]:
    """The words of a suspicion as passages of the article, each with the shortest anchor that marks it alone."""
    return [Passage(article, anchor_at(article.words, words.start, words.end)) for words in spans]


def told(suspected: Sequence[Suspicion]) -> str:
    """The reasons as one sentence."""
    reasons = list(dict.fromkeys(one.reason.rstrip(".") for one in suspected))
    return f"{'; '.join(reasons)}."


def _looked_at(claim: Claim, article: Document) -> Sequence[Evidence]:
    """What was looked at where nothing was found: of the whole text the document, which need not be quoted whole."""
    return [article] if claim.id == WHOLE else claim.passages


def _touches(one: Suspicion, claim: Claim, article: Document) -> bool:
    start, end = claim.words.find(article.words)
    return any(words.start < end and start < words.end for words in one.spans)
