"""`claims.yaml`: what the article asserts, and what of it is left out and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from checks.case.errors import Ambiguous, CaseError, Lost, nearest
from checks.case.nouns import Anchor, Claim, Document, Passage
from checks.evidence.documents import ID, anchor, passage
from checks.evidence.written import Fields

ARTICLE = "article"  # the id of the whole text: it may be asked, it is never concluded
REASONS = ("stray", "background")
PROPOSED = "proposed: yes"  # the line of a claim that nobody has accepted yet
START = "status: in-progress\nclaims: []\nleft_out: []\n"


@dataclass(frozen=True)
class Omission:
    """Words of the article that no claim covers, and why: `stray` (not of this article) or `background`."""

    passage: Passage
    reason: str


@dataclass(frozen=True)
class Earlier:
    """A claim on words that the article no longer has, and the version that had them (`versions/<n>.md`)."""

    id: str
    words: Anchor
    version: int


@dataclass(frozen=True)
class Claims:
    """All of `claims.yaml`. `of` holds the claims by id, in the order of the file.

    `publisher` is who publishes the report: `name`, `url`, and `page`, the address at which the report will stand.
    `proposed` holds those that nobody has accepted yet: they cover no words, and are neither asked nor concluded;
    `earlier` those on words that the article no longer has.
    """

    status: Literal["in-progress", "complete"]
    publisher: Mapping[str, str]
    of: Mapping[str, Claim]
    left_out: tuple[Omission, ...]
    proposed: Mapping[str, Claim] = field(default_factory=dict)
    earlier: Mapping[str, Earlier] = field(default_factory=dict)

    def __getitem__(self, id: str) -> Claim:
        if id in self.proposed:
            raise CaseError(f"`{id}` is only proposed: accept it first, by taking out its line `{PROPOSED}`")
        if id in self.earlier:
            raise CaseError(f"the words of `{id}` are gone from the article: take this out, or claim what it says now")
        if id not in self.of:
            raise CaseError(f"there is no claim `{id}`: {nearest(id, self.of)}")
        return self.of[id]


def read_claims(fields: Fields, article: Document, assertable: Mapping[str, object]) -> Claims:
    """The claims on an article. `assertable` names what some check can use; anything else is an unknown field.

    Raises `CaseError` with the line for an unknown field, a repeated id, a lost or ambiguous anchor, a value that
    cannot be read as what it is, and words that are both claimed and left out.
    """
    fields.hold(required=("status", "claims"), optional=("left_out", "publisher", "earlier"))
    status = fields.text("status")
    if status not in ("in-progress", "complete"):
        raise fields.error(f"the status `{status}` is none: write in-progress or complete", key="status")
    publisher = fields.fields("publisher")
    publisher.hold(optional=("name", "url", "page"))
    claims: dict[str, Claim] = {}
    proposed: dict[str, Claim] = {}
    for item in fields.items_of("claims"):
        claim = _claim(item, article, assertable)
        if claim.id in claims or claim.id in proposed:
            raise item.error("this id stands here a second time: give the claim its own", key="id", id=claim.id)
        (proposed if "proposed" in item else claims)[claim.id] = claim
    spans = {} if article.text is None else {id: claim.words.find(article.words) for id, claim in claims.items()}
    left_out = tuple(_omission(item, article, spans) for item in fields.items_of("left_out"))
    earlier = {made.id: made for made in (_earlier(item, {*claims, *proposed}) for item in fields.items_of("earlier"))}
    found = Claims(status, dict(publisher), claims, left_out, proposed, earlier)  # type: ignore[arg-type]
    _try_every_assertion(found, fields.items_of("claims"), assertable)
    return found


def whole(article: Document) -> Claim:
    """The claim `article`: the whole text, asked as one."""
    words = Anchor(article.words) if article.words.strip() else Anchor("(no text)")
    return Claim(
        ARTICLE, words, article.title, article.publisher, {}, (Passage(article, words),) if article.words else ()
    )


def assertion(claims: Claims, claim: Claim, name: str, seen: tuple[str, ...] = ()) -> tuple[str, list[Claim]]:
    """What a claim asserts under a name, as written, and the claims it was taken from (`=other-claim#name`).

    Raises `CaseError` for a claim or a name that is not there, and for values that refer to each other in a ring.
    """
    text = claim.asserts[name]
    if not text.startswith("="):
        return text, []
    other_id, _, other_name = text[1:].partition("#")
    if f"{claim.id}#{name}" in seen:
        raise CaseError(f"`{text}` comes back to itself: state the value in one of the claims", id=claim.id)
    other = claims[other_id]
    if other_name not in other.asserts:
        raise CaseError(f"`{text}`: `{other_id}` asserts no `{other_name}`: {nearest(other_name, other.asserts)}")
    value, lenders = assertion(claims, other, other_name, (*seen, f"{claim.id}#{name}"))
    return value, [other, *lenders]


def _claim(item: Fields, article: Document, assertable: Mapping[str, object]) -> Claim:
    id = item.text("id")
    item.hold(required=("id", "words", "says", "speaker"), optional=("asserts", "proposed"), id=id)
    if not ID.fullmatch(id) or id == ARTICLE:
        raise item.error(f"`{id}` cannot be a claim's id: use lower-case words joined by hyphens", key="id")
    if item.text("proposed", "yes") != "yes":
        raise item.error(f"write `{PROPOSED}`, or take the line out: then it is accepted", key="proposed", id=id)
    asserts = item.fields("asserts")
    for name in asserts:
        if name not in assertable:
            raise asserts.error(f"no check takes `{name}`: {nearest(name, assertable)}", key=name, id=id)
        if not asserts.text(name).strip():
            raise asserts.error(f"`{name}` is empty: state it, or take it out", key=name, id=id)
    for key in ("says", "speaker"):
        if not item.text(key).strip():
            raise item.error(f"`{key}` is empty: state it", key=key, id=id)
    words = _passage(item, article, id)
    return Claim(id, words.anchor, item.text("says"), item.text("speaker"), dict(asserts), (words,))


def _passage(item: Fields, article: Document, id: str) -> Passage:
    try:
        return passage(article, anchor(item.fields("words")))
    except (Lost, Ambiguous) as error:
        raise error.at(file=item.file, line=item.lines["words"], id=id) from None


def _omission(item: Fields, article: Document, claimed: Mapping[str, tuple[int, int]]) -> Omission:
    item.hold(required=("words", "reason"))
    reason = item.text("reason")
    if reason not in REASONS:
        raise item.error(f"the reason `{reason}` is none: write {' or '.join(REASONS)}", key="reason")
    words = _passage(item, article, "left_out")
    if article.text is not None:
        start, end = words.anchor.find(article.words)
        for id, (a, b) in claimed.items():
            if a < end and start < b:
                raise item.error(f"these words are also claimed by `{id}`: leave out only what no claim covers")
    return Omission(words, reason)


def _earlier(item: Fields, claims: set[str]) -> Earlier:
    item.hold(required=("id", "words", "version"))
    id, version = item.text("id"), item.text("version")
    if id in claims:
        raise item.error("a claim has this id: give that one its own", key="id", id=id)
    if not re.fullmatch(r"[1-9][0-9]{0,3}", version):
        raise item.error(f"`{version}` is no version: it is the number of a file in `versions`", key="version", id=id)
    return Earlier(id, anchor(item.fields("words")), int(version))


def _try_every_assertion(claims: Claims, items: list[Fields], assertable: Mapping[str, object]) -> None:
    """A date like 31 April is found when the file is read, not when somebody happens to ask."""
    from checks.case.asking import parsed

    everything = replace(claims, of={**claims.of, **claims.proposed}, proposed={})
    # Values that stand in their own claim come first, so that an error is told where it was written.
    for borrowed in (False, True):
        for item in items:
            claim, asserts = everything[item["id"]], item.fields("asserts")
            known = everything if claim.id in claims.proposed else claims  # a proposal may borrow from another
            for name in claim.asserts:
                if claim.asserts[name].startswith("=") != borrowed:
                    continue
                try:
                    text, _ = assertion(known, claim, name)
                    parsed(assertable[name], text, name)
                except CaseError as error:
                    raise asserts.error(error.what, key=name, id=claim.id) from None
