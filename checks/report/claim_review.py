"""ClaimReview: the conclusions as schema.org has them, for search engines and lists of fact checks.

Google reads one per page, so that the report's page carries that of one claim, and a file has them all, each for a page
of its own. MediaReview, which judges pictures and films, is left out: nothing here looks at them.

Source: schema.org/ClaimReview; Google Search Central, "Fact check (ClaimReview) structured data" (December 2025).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from checks.case.claims import ARTICLE
from checks.case.conclusions import WORST_FIRST
from checks.case.folder import Case
from checks.case.nouns import When
from checks.case.shown import is_address
from checks.reading.named.titles import ORGANISATION_WORDS

CONTEXT = "https://schema.org"
SCALE = {word: number for number, word in enumerate(WORST_FIRST, 1)}  # unverifiable has a word and no number
RATED = (*WORST_FIRST, "unverifiable")  # an opinion is not rated
_UNNAMED = re.compile(r"\b(?:unnamed|not named|anonymous)\b")
_ONE_OF_MANY = {"a", "an", "one", "another", "some", "several", "many", "two", "three", "most", "other", "no"}
# What is written is quoted like a claimant, and is none.
_WRITTEN = {
    "agreement",
    "article",
    "book",
    "budget",
    "bulletin",
    "document",
    "filing",
    "lawsuit",
    "letter",
    "log",
    "logbook",
    "memo",
    "memorandum",
    "minutes",
    "notice",
    "order",
    "paper",
    "petition",
    "plan",
    "release",
    "report",
    "resolution",
    "statement",
    "study",
    "survey",
    "transcript",
    "verdict",
}
# What stands in small letters within the name of a person.
_PARTICLES = {
    "af", "al", "av", "bin", "bint", "d", "da", "dal", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "el", "ibn", "l", "la", "le", "ten", "ter", "van", "von", "y", "zu", "zum", "zur",
}  # fmt: skip


def why_none(case: Case, differences: Sequence[str] = ()) -> str:
    """Why there is no ClaimReview of a case, by its `claims.yaml` and what `verify` found; empty where there is one."""
    publisher = case.claims.publisher
    missing = [key for key in ("name", "url", "page") if not publisher.get(key, "").strip()]
    if missing:
        return f"no {' and no '.join(missing)} of a publisher is stated, and a ClaimReview says who published it where"
    for key in ("url", "page"):
        if not is_address(publisher[key]):
            return f"the publisher's {key} is no address: write https://…, with no blank or bracket in it"
    if "#" in publisher["page"]:
        return "the publisher's page has a `#` in its address, where the name of each claim is to stand: take it out"
    if case.claims.status != "complete":
        return "the case is in progress, and a ClaimReview is of what is concluded"
    if differences:
        return "the case differs from its own record, and `checks verify` names where"
    if not _rated(case):
        return "no claim is concluded but as an opinion, which is not rated"
    return ""


def claim_reviews(case: Case) -> list[dict[str, Any]]:
    """A ClaimReview of each claim that is rated, in the order of the article; none where `why_none` says why."""
    return [] if why_none(case) else [_claim_review(case, id) for id in _rated(case)]


def feed(case: Case) -> dict[str, Any]:
    """All of them as a schema.org DataFeed, as lists of fact checks take them in."""
    items = [
        {"@type": "DataFeedItem", "url": one["url"], "dateCreated": one["datePublished"], "item": [one]}
        for one in claim_reviews(case)
    ]
    return {"@context": CONTEXT, "@type": "DataFeed", "name": case.article.title, "dataFeedElement": items}


def for_the_page(case: Case, foremost: Sequence[str] = (), differences: Sequence[str] = ()) -> dict[str, str]:
    """What the report's page says of it, as `script`, an element for its head, and as `told`, a sentence.

    The page carries that of its `foremost` claim, or else of the first with the worst conclusion; none where `why_none`
    says why, or where the case differs from its record.
    """
    if why := why_none(case, differences):
        return {"script": "", "told": f"This page is not marked as a ClaimReview: {why}."}
    worst = {id: RATED.index(verdict) for id, verdict in _rated(case).items()}
    chosen = foremost[0] if foremost else min(worst, key=lambda id: worst[id])
    data = json.dumps({"@context": CONTEXT, **_claim_review(case, chosen)}, ensure_ascii=False)
    # Nothing in a text may close the element, or be taken for a line end by an old reader.
    for mark in "<>&\u2028\u2029":
        data = data.replace(mark, f"\\u{ord(mark):04x}")
    says = case.claims[chosen].says
    scale = ", ".join(f"{number} is {word}" for word, number in SCALE.items())
    return {
        "script": f'<script type="application/ld+json">{data}</script>',
        "told": f"For search engines this page is marked as a ClaimReview of one claim (“{says}”), since they "
        f"read one of a page; on its scale {scale}. Pictures and films were not looked at, so there is no MediaReview.",
    }


def _rated(case: Case) -> dict[str, str]:
    """The conclusions that are ratings, by claim, in the order of the article."""
    concluded = {row["claim"]: row["verdict"] for row in case.log.of("conclusion")}
    return {id: concluded[id] for id in case.in_order() if concluded.get(id) in RATED}


def _claim_review(case: Case, id: str) -> dict[str, Any]:
    claim, publisher, log = case.claims[id], case.claims.publisher, case.log
    row, line = log.rows["conclusion", id], log.made_by()["conclusion", id]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": row["verdict"], "ratingExplanation": row["because"]}
    if row["verdict"] in SCALE:
        rating |= {"ratingValue": SCALE[row["verdict"]], "worstRating": 1, "bestRating": len(SCALE)}
    item = {"@type": "Claim", "text": claim.words.exact, "appearance": _appearance(case)}
    item |= _claimant(case, claim.speaker) | _published(case.article.published)
    return {
        "@type": "ClaimReview",
        "url": f"{publisher['page']}#{id}",
        "claimReviewed": claim.says,
        "datePublished": line.when[:10],
        "author": {"@type": "Organization", "name": publisher["name"], "url": publisher["url"]},
        "itemReviewed": item,
        "reviewRating": rating,
    }


def _appearance(case: Case) -> dict[str, Any]:
    """The article in which the claim appears."""
    article = case.article
    url = {"url": article.url} if is_address(article.url) else {}
    of = {"publisher": {"@type": "Organization", "name": article.publisher}} if article.publisher else {}
    return {"@type": "NewsArticle", "headline": article.title, **url, **_published(article.published), **of}


def _claimant(case: Case, speaker: str) -> dict[str, Any]:
    """Who made the claim, where somebody is named; Google wants it left out where nobody is.

    A name in a script without capitals is left out too: nothing in it tells a person from an organisation.
    """
    if speaker == ARTICLE:
        name = case.article.publisher
        return {"author": {"@type": "Organization", "name": name}} if name else {}
    words = re.sub(r"^[Tt]he\s+", "", speaker).split()
    if not words or _UNNAMED.search(speaker) or words[0].lower() in _ONE_OF_MANY or words[-1].lower() in _WRITTEN:
        return {}
    if not words[0][0].isupper() or words[-1].islower():  # critics; the harbour board; Pentagon officials
        return {}
    return {"author": {"@type": "Person" if _is_a_person(speaker) else "Organization", "name": speaker}}


def _is_a_person(speaker: str) -> bool:
    """By its form alone: two to four words with capitals, none of them a word of organisations, and no `the`.

    The small words of a name do not count: Ludwig van der Meer, Salma al-Rashid.
    """
    words = [word for word in speaker.split() if word not in _PARTICLES]
    capitals = all(_is_of_a_name(word) for word in words)
    return 2 <= len(words) <= 4 and capitals and not {"the", *ORGANISATION_WORDS} & {word.lower() for word in words}


def _is_of_a_name(word: str) -> bool:
    particle, *rest = re.split(r"[-'’]", word, maxsplit=1)
    bare = rest[0] if rest and rest[0] and particle in _PARTICLES else word
    return bare[0].isupper() and (not bare.isupper() or len(bare) < 3)


def _published(when: When | None) -> dict[str, str]:
    """The day, month or year of publication, where it is one of these."""
    said = when.said if when else ""
    return {"datePublished": said} if re.fullmatch(r"\d{4}(-\d\d){0,2}", said) else {}
