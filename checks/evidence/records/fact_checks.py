"""Google's Fact Check Tools, `claims:search`: what publishers have marked up as their review of a claim."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from checks.case.errors import CaseError
from checks.evidence.answers import Drawn, Hits, Saved
from checks.evidence.json_answer import Node
from checks.evidence.records.rows import (
    answered,
    columns,
    from_first_to_last,
    id_of,
    iso_day,
    looked_at,
    printable,
    told,
    wanted,
    web_address,
)

SERVICE = "https://factchecktools.googleapis.com/v1alpha1"
ASKS: Mapping[str, str] = {"query": "words of the claim to look for"}
MAY_ASK: Mapping[str, str] = {
    "language": "of the reviews, such as en or pt-BR",
    "publisher": "the site of one publisher, such as checkers.example",
    "days": "how old a review may be, in days",
}
HEADERS: Mapping[str, str] = {"Accept": "application/json"}
KEY_FROM = "GOOGLE_FACT_CHECK_KEY"

LIMITS = (
    "Only what publishers marked up as ClaimReview and Google took in; a rating is that publisher's own word, and no "
    "hit does not show that nobody has checked the claim"
)
FIRST = 5
ID_WORDS = 6
_KEYS = ("key", "access_token", "oauth_token")
_LIKE_A_KEY = re.compile(r"AIza[\w-]{20,60}", re.ASCII)


def url(asked: Mapping[str, str], at: str = SERVICE) -> str:
    """The address that asks for reviewed claims, 100 on a page. The key is never part of it: see `key_header`.

    Raises `CaseError` for a value that cannot be asked. Source of the parameters: the interface's discovery document,
    https://factchecktools.googleapis.com/$discovery/rest?version=v1alpha1.
    """
    asks = wanted(asked, ASKS, MAY_ASK)
    parameters = [("query", asks["query"]), ("pageSize", "100")]
    if "language" in asks:
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", asks["language"], re.ASCII):
            raise CaseError(f"`{asks['language']}` is no code of a language: write it as en or pt-BR")
        parameters.append(("languageCode", asks["language"]))
    if "publisher" in asks:
        parameters.append(("reviewPublisherSiteFilter", asks["publisher"]))
    if "days" in asks:
        if not re.fullmatch(r"[1-9]\d{0,5}", asks["days"], re.ASCII):
            raise CaseError(f"`{asks['days']}` is no number of days: write a whole number")
        parameters.append(("maxAgeDays", asks["days"]))
    return f"{at.rstrip('/')}/claims:search?{urlencode(parameters)}"


def search_url(query: str, at: str = SERVICE) -> str:
    """The address that looks for words of a claim."""
    return url({"query": query}, at)


def key_header() -> Mapping[str, str]:
    """The key, from the environment, as the header in which it is sent: so it is in no address that is kept.

    Raises `CaseError` where the variable is not set or cannot be a key. Source: Google Cloud, "Use API keys to access
    APIs", https://docs.cloud.google.com/docs/authentication/api-keys-use.
    """
    key = os.environ.get(KEY_FROM, "").strip()
    if not key:
        raise CaseError(f"the Fact Check Tools want a key: put yours into the environment variable {KEY_FROM}")
    if not re.fullmatch(r"[\w-]{10,200}", key, re.ASCII):
        raise CaseError(f"what stands in the environment variable {KEY_FROM} cannot be a key: copy it again")
    return {"X-Goog-Api-Key": key}


def without_key(address: str) -> str:
    """An address as it may be kept and shown: a key that somebody wrote into it is taken out."""
    try:
        parts = urlsplit(printable(address))
    except ValueError:
        return "(an address that cannot be read)"
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in _KEYS]
    named = parts.netloc.rpartition("@")[2]
    return _LIKE_A_KEY.sub("(key)", urlunsplit((parts.scheme, named, parts.path, urlencode(kept), "")))


def drawn(saved: Saved, asked: Mapping[str, str]) -> Drawn:
    """The register of reviews in a saved answer, one row each, on the day of the review.

    Raises `CaseError` for an answer without a hit (what was asked, when, with what limits), for a refusal, and, with
    the field's name, where the format is not as documented.
    """
    saved = replace(saved, url=without_key(saved.url))
    day, (claims, more) = looked_at(saved), _answered(saved)
    if not claims:
        raise CaseError(
            f"no hit: the Fact Check Tools were asked for {told(asked)} on {day} ({saved.url}). {LIMITS}",
            file=saved.file,
        )
    taken: dict[str, int] = {}
    rows: list[dict[str, str]] = []
    left_out: list[str] = []
    for claim in claims:
        for cells, on, why in reviews(claim):
            why = why or (f"its review is dated {on}, after the day of asking ({day})" if on and on > day else "")
            if why or on is None:
                left_out.append(f"“{printable(cells['claim'], 120)}” ({cells['publisher'] or 'no publisher'}): {why}")
                continue
            name = [cells.pop("site") or cells["publisher"], str(on), *cells["claim"].split()[:ID_WORDS]]
            rows.append(
                {
                    "id": id_of(name, taken), **cells, "start": str(on), "end": str(on), "standing": "secondary",
                    "obtained": "the answer of Google's Fact Check Tools", "retrieved": str(day),
                    "words": cells["rating"],
                }
            )  # fmt: skip
    if more:
        left_out.append("further claims are on a next page, which was not asked")
    if not rows:
        raise CaseError(f"no row can be drawn: {left_out[0]}", file=saved.file)
    return Drawn(
        title=f"Reviewed claims: {told(asked)}", publisher="Google Fact Check Tools, from the publishers in each row",
        url=saved.url, licence="facts, and ratings quoted from the publishers named in each row", standing="secondary",
        covers=from_first_to_last(date.fromisoformat(row["start"]) for row in rows), columns=COLUMNS,
        rows=[{name: row[name] for name in COLUMNS} for row in rows], left_out=left_out,
        limits=f"Asked for {told(asked)} on {day}: {len(claims)} claims in this answer{more}. {LIMITS}.",
    )  # fmt: skip


def hits(saved: Saved, query: str) -> Hits:
    """How many claims the answer holds, and the first five with their ratings. None is a number too: 0."""
    claims, more = _answered(saved)
    first = []
    for claim in claims[:FIRST]:
        ratings = [f"{cells['publisher'] or cells['site']}: {cells['rating']}" for cells, _, _ in reviews(claim)]
        first.append(printable(f"“{claim.text_or('text')}” ({'; '.join(ratings)})", 400))
    asked = f"The Fact Check Tools were asked for “{printable(query, 500)}”: {len(claims)} claims in this answer{more}"
    return Hits(len(claims), first, f"{asked}. {LIMITS}.")


COLUMNS = columns(
    {
        "claim": "the claim, as the publisher words it",
        "claimant": "who made it, as the publisher says",
        "claim_date": "the day on which it was made, as the publisher says",
        "publisher": "who reviewed it",
        "url": "the review",
        "title": "its title",
        "rating": "the publisher's own word for it, not ours",
        "language": "of the review",
    },
    words="the rating as printed",
)


def _answered(saved: Saved) -> tuple[list[Node], str]:
    """The claims, and what is to be said of a next page. An empty object is the documented answer without a hit."""
    answer = answered(saved)
    refusal = answer.get("error")
    if refusal is not None:
        said = _LIKE_A_KEY.sub("(key)", printable(refusal.text("message"), 300))
        raise CaseError(f"the Fact Check Tools did not answer the question; they say “{said}”", file=saved.file)
    more = " and more on a next page" if answer.text_or("nextPageToken") else ""
    if not set(answer.value) - {"nextPageToken"}:
        return [], more
    return list(answer.each("claims")), more


def reviews(claim: Node) -> Iterator[tuple[dict[str, str], date | None, str]]:
    """The reviews of a claim: the cells of a row, the day of the review, and why it is none."""
    shared = {"claim": printable(claim.text_or("text")), "claimant": printable(claim.text_or("claimant"))}
    made, reviews = _day(claim, "claimDate"), claim.get("claimReview")
    shared["claim_date"] = str(made or "")
    listed = [] if reviews is None else list(reviews.items())
    if not listed:
        yield {**shared, "publisher": "", "site": "", "rating": ""}, None, "no review of it is given"
    for review in listed:
        publisher, on = review.get("publisher"), _day(review, "reviewDate")
        address = printable(review.text_or("url"))
        cells = {
            **shared, "publisher": printable(publisher.text_or("name")) if publisher else "",
            "site": printable(publisher.text_or("site")) if publisher else "", "url": web_address(address),
            "source_url": web_address(address), "title": printable(review.text_or("title")),
            "rating": printable(review.text_or("textualRating")), "language": printable(review.text_or("languageCode")),
        }  # fmt: skip
        cells["publisher"] = cells["publisher"] or cells["site"]
        why = "" if on else "`reviewDate` is not stated"
        why = why or ("" if cells["url"] else "no address of the web is given for its review")
        why = why or ("" if shared["claim"] else "the words of the claim are not stated")
        yield cells, on, why or ("" if cells["rating"] else "no rating in words is given")


def _day(node: Node, key: str) -> date | None:
    """The day of a time such as `2031-05-02T00:00:00Z`, as written; None where none is stated."""
    stated = node.get(key)
    if stated is None:
        return None
    text = stated.as_text()
    day = iso_day(text[:10])
    if day is None or (text[10:] and not re.fullmatch(r"T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", text[10:])):
        raise stated.error(f"is “{printable(text, 40)}”, which is no date")
    return day
