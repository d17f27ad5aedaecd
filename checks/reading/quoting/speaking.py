"""Whom a source gives some of its words to, and whether that is the one a claim names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checks.reading.names import could_be, plain
from checks.reading.parts import Paragraph, Quotation
from checks.reading.speech.cues import listed

_BACK = 3  # sentences before a pronoun in which a name is looked for
# “Lee recalled that Moss told him: …”: the last to speak before the words said them.
_INNER = re.compile(
    r"\bthat (?P<who>(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]+|the [a-z]+) (?:had )?(?:once |later )?"
    r"(?:told|said|asked|wrote|warned|promised)\b[^“\"]*[:,]?\s*$"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'.-]*[ ]){0,4}[A-Z][\w’'-]+")

Stands = Literal["same", "other", "unknown"]

_NEAR = 6000  # characters before the words in which a speaker is looked for
_AFTER = 2500
_TOLD = (
    r"(?:said|say|says|saying|told|tell|stated|state|claimed|claim|promised|promise|wrote|write|uttered|used"
    r"|made|called|suggested|argued|meant|mean)"
)
_DENYING = re.compile(
    rf"\b(?:never|not|n[’']t|nobody|no one|neither|nor) (?:\w+ ){{0,2}}?{_TOLD}\b|\bden(?:y|ied|ies"
    rf"|ying) (?:\w+ ){{0,3}}?"
    r"(?:saying|said|having|telling|writing|making|using|that|ever|he|she|it|they|claims|reports)|\bdisowned"
    r"|\bdid not use\b|\bwithout saying\b|\bfalsely (?:quoted|attributed)"
    r"|\bmisquoted\b|\bwrongly (?:quoted|attributed)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press (?:officer|secretary)|representative|lawyers?|attorney|counsel"
    r"|statement|report|document|letter|release|memo)\b",
    re.IGNORECASE,
)
_BESIDE = listed(
    "rival opponent critic brother sister wife husband widow widower son daughter mother father parents family friend"
    " friends neighbour neighbor predecessor successor deputy assistant colleague colleagues partner boss employer"
    " teacher doctor cousin uncle aunt nephew niece girlfriend boyfriend fiance fiancee relatives supporters critics"
    " opponents rivals accuser victim captor biographer"
)
_SMALL = listed("the a an of for and on in at to by from s with its his her their our")
_POST = re.compile(
    r"\b(minister|secretary|president|mayor|governor|chair(?:man|woman|person)?|director|commissioner|chief|head"
    r"|judge|coach|captain|manager|ambassador|chancellor|senator|professor|leader|owner|founder|spokes\w+|general)\b",
    re.IGNORECASE,
)
_STATEMENT = listed(
    "statement report document letter release memo paper page text review act bill law decision ruling judgment"
)


@dataclass(frozen=True)
class Given:
    """Whom the source gives some words to: as it says there, by the fullest name, with post and body.

    `speaker` is empty where the source names nobody; `denied` holds the words that say they were not said; `within`
    names the one who told that `speaker` said them.
    """

    speaker: str = ""
    described: str = ""
    role: str = ""
    organisation: str = ""
    denied: str = ""
    within: str = ""
    direct: bool = False
    text: str = ""

    def stands(self, name: str) -> Stands:
        """Whether that is the person or body of this name: the same, another, or more than the source tells."""
        if not self.speaker or not name.strip():
            return "unknown"
        ours = [form for form in (self.speaker, self.described) if form]
        if any(plain(form) == plain(name) for form in ours):
            return "same"
        if any(_beside(form, name) for form in ours):
            return "other"
        body = _is_body(name)
        if body and (_body_of(self, name) or any(_holds(form, name) and _FOR.search(form) for form in ours)):
            return "same"
        if _person(self.speaker) and _person(name):
            if could_be(_main(name), _main(self.speaker)):
                return "same"
            return "unknown" if _holds(f"{self.described} {self.organisation}", name) else "other"
        post = _POST.search(name)
        if _person(self.speaker) and post and not _person(name):
            return "same" if _holds(f"{self.role} {self.described}", _main(name)) else self._by_post(name)
        if _person(name) and not _person(self.speaker):
            own = any(_holds(form, _surname(name)) and not _of_another(form, _surname(name)) for form in ours)
            return "same" if own else self._named_elsewhere(name)
        if _person(self.speaker):
            near = any(_holds(form, name) for form in (*ours, self.organisation, self.role) if form)
            return "unknown" if body and near else "other"
        return "same" if any(_alike(form, name) for form in ours) else "other"

    def _by_post(self, name: str) -> Stands:
        """Whether the text says of the person it names that he or she has the post claimed."""
        surname = re.escape(self.speaker.split()[-1])
        post = re.escape(_main(name).split()[-1])
        near = re.search(
            rf"\b{post}\b[^.\n]{{0,60}}\b{surname}\b"
            rf"|\b{surname}\b,? [^.\n]{{0,40}}\b{post}\b",
            self.text,
            re.IGNORECASE,
        )
        return "same" if near else "other"

    def _named_elsewhere(self, name: str) -> Stands:
        """A person is claimed and the source gives the words to a post or a body: it may be the one who holds it."""
        surname = re.escape(_surname(name))
        if not surname or not re.search(rf"\b{surname}\b", self.text, re.IGNORECASE):
            return "other" if _is_body(self.speaker) and not _POST.search(self.speaker) else "unknown"
        noun = _main(self.described or self.speaker).split()[-1:]
        post = _POST.search(self.described or self.speaker)
        if post and noun:
            near = re.search(
                rf"\b{re.escape(post[1])}\b,?[^.\n]{{0,40}}\b{surname}\b"
                rf"|\b{surname}\b, [^.\n]{{0,40}}\b{re.escape(post[1])}\b",
                self.text, re.IGNORECASE,
            )  # fmt: skip
            return "same" if near and not post[1].lower().startswith("spokes") else "other"
        return "other"


def given_to(source: str, found: Sequence[tuple[int, int]]) -> Given:
    """Whom the source gives the words at these spans to. Offsets are code points of `source`. Never raises."""
    from checks.reading.intake.normal import normal
    from checks.reading.sentences import sentences
    from checks.reading.speech.quotations import quotations_in
    from checks.reading.speech.voices import voices_in

    if not found:
        return Given()
    first, last = min(start for start, _ in found), max(end for _, end in found)
    begin = source.rfind("\n\n", 0, max(first - _NEAR, 0)) + 1 if first > _NEAR else 0
    end = min(len(source), last + _AFTER)
    clean = normal(source[begin:end])
    paragraphs = [
        Paragraph(m.start(), m.end(), m[0], "body") for m in re.finditer(r"[^\n]+", clean.text) if m[0].strip()
    ]
    spans = sentences(clean.text)
    quotations, _ = quotations_in(clean.text, paragraphs, spans)
    voices = voices_in(clean.text, quotations, spans)
    wanted = [(start - begin, stop - begin) for start, stop in found]
    over: list[tuple[int, Quotation]] = []
    for number, quotation in enumerate(quotations):
        start, stop = clean.span(quotation.start, quotation.end)
        if quotation.speaker is not None and any(
            start < b and a < stop and _most(start, stop, a, b) for a, b in wanted
        ):
            over.append((number, quotation))
    if not over:
        return Given(text=source[begin:end])
    over.sort(key=lambda one: one[1].end - one[1].start)
    number, quotation = next((one for one in over if one[1].kind != "indirect"), over[0])
    voice = next((one for one in voices if number in one.quotations), None)
    outer = next(
        (one for _, one in over if one is not quotation and one.speaker and one.kind in ("direct", "mixed")), None
    )
    said = quotation.speaker.exact if quotation.speaker else ""
    within = outer.speaker.exact if outer and outer.speaker and outer.speaker.exact != said else ""
    full = voice.exact if voice else said
    if voice is None and said.lower() in ("he", "she", "him", "her") and quotation.speaker:
        full = _last_named(clean.text, spans, quotation.speaker.start, quotation.start) or full
    inner = _INNER.search(clean.text[quotation.speaker.end : _first_mark(quotation)]) if quotation.speaker else None
    if inner and quotation.speaker and quotation.speaker.end < quotation.start + 400:
        return Given(inner["who"], inner["who"], within=full, direct=True, text=source[begin:end])
    at = next((span for span in spans if span[0] <= quotation.start < span[1]), (quotation.start, quotation.end))
    # What a mixed quotation holds before its marks may deny it: “denied having said ‘…’”.
    said_before = clean.text[at[0] : max(quotation.start, _first_mark(quotation))]
    around = f"{said_before} {clean.text[quotation.end : max(at[1], quotation.end)]}"
    denied = _DENYING.search(around)
    return Given(
        full, said, voice.role if voice else "", voice.organisation if voice else "",
        denied[0] if denied else "", within, quotation.kind != "indirect", source[begin:end],
    )  # fmt: skip


def _first_mark(quotation: Quotation) -> int:
    return quotation.quoted[0].start if quotation.quoted else quotation.start


def _last_named(text: str, spans: Sequence[tuple[int, int]], pronoun: int, quotation: int) -> str:
    """Who a pronoun stands for that nobody's voice fits: the first person named in the last sentence that names one."""
    from checks.reading.speech.speakers import described

    before = [(start, min(end, min(pronoun, quotation))) for start, end in spans if start < min(pronoun, quotation)]
    for start, end in reversed(before[-_BACK:]):
        for found in _CAPITALS.finditer(text[start:end]):
            one = described(found[0], text, {}, {})
            if one.kind == "person":
                return one.exact
    return ""


def _most(start: int, stop: int, a: int, b: int) -> bool:
    return min(stop, b) - max(start, a) >= (b - a) * 0.5


def _main(name: str) -> str:
    words = [word for word in plain(re.sub(r"[’']s\b", "", name)).split() if word not in _SMALL]
    return " ".join(words) or plain(name)


def _of_another(form: str, surname: str) -> bool:
    """Whether a description only mentions somebody: a spokeswoman for Holm, Holm’s deputy."""
    low = plain(form)
    return bool(
        re.search(
            rf"\b(?:for|of|to|with|from) (?:[\w.'-]+ ){{0,4}}?{re.escape(surname)}\b|\b{re.escape(surname)}'s\b", low
        )
    )


def _beside(form: str, name: str) -> bool:
    """Whether a description is of one who is only near somebody of this name: the ambassador's rival."""
    owner, mark, head = plain(form).rpartition("'s ")
    return bool(mark) and bool(_BESIDE & set(head.split())) and _holds(owner, name) and not _holds(head, name)


def _surname(name: str) -> str:
    return _main(name).split()[-1]


def _person(name: str) -> bool:
    """Whether a name is a person's: capitals, no article, nothing that bodies are called."""
    words = re.findall(r"[\w’'.&-]+", name.partition(",")[0])
    if not words or words[0].lower() in ("the", "a", "an", "one") or _is_body(name):
        return False
    capitals = [word for word in words if word[0].isupper() and not _POST.fullmatch(word.strip("."))]
    return bool(capitals) and words[-1][0].isupper() and not _POST.fullmatch(words[-1])


def _is_body(name: str) -> bool:
    """Whether a name is an organisation's or a document's, by its nouns, its article or its letters."""
    from checks.reading.speech.cues import DOCUMENTS, ORGANISATION_ENDS

    words = plain(name).split()
    if any(word in ORGANISATION_ENDS or word in DOCUMENTS or word in _STATEMENT for word in words):
        return not _POST.search(name) or bool(_FOR.search(name))
    return (
        bool(words)
        and not _POST.search(name)
        and (words[0] == "the" or bool(re.fullmatch(r"(?:[A-Z]\.?){2,6}", name.strip())))
    )


def _body_of(given: Given, name: str) -> bool:
    """Whether the speaker speaks for the body of this name."""
    spokes = bool(_FOR.search(f"{given.role} {given.described}"))
    return (
        spokes and bool(given.organisation) and (_alike(given.organisation, name) or _holds(given.organisation, name))
    )


def _holds(text: str, name: str) -> bool:
    """Whether every telling word of a name is among those of a text."""
    words = set(re.findall(r"[\w&-]+", plain(re.sub(r"[’']s\b", "", text))))
    wanted = [word for word in re.findall(r"[\w&-]+", _main(name)) if word not in _SMALL]
    return bool(wanted) and all(word in words for word in wanted)


def _alike(one: str, other: str) -> bool:
    """Whether two descriptions name one body: the telling words of one among the other's, or its initials."""
    ours, theirs = _main(one).split(), _main(other).split()
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    for short, long in ((ours, theirs), (theirs, ours)):
        if len(short) == 1 and len(long) > 1 and short[0].replace(".", "") == "".join(word[0] for word in long):
            return True
    return False
