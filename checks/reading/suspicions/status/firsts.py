"""What is called the first, the only one or without precedent, against an earlier or another in the same article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.named.titles import STYLES
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.concepts import EVENTS, concept, concepts
from checks.reading.suspicions.status.kinds import CHECK, COMMON, DENIED, MOST, SMALL, YEAR, stem
from checks.reading.suspicions.status.records import records_beaten, too_many
from checks.reading.suspicions.status.sexes import tells_of

if TYPE_CHECKING:
    from checks.reading.article import Reading
_NOT_A_FIRST = (
    "time|lady|minister|floor|half|quarter|round|leg|aid|class|name|team|place|step|thing|day|night|week|month|year|"
    "hour|hours|days|weeks|months|years|two|three|four|five|six|half-century|amendment|world|page|line|person|degree|"
    "reading|phase|stage|stages|steps|part|set|inning|innings|period|draft|choice|instance|edition|responders?|"
    "appearance|baseman|base|officer|secretary"
)
_FIRST = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+[’']s?|as|became|becoming|a) (?:very |(?:world|country|nation"
    r"|city|club)[’']s )?"
    rf"(?:first(?:-ever)?(?: ever)?|inaugural|maiden) (?!(?:{_NOT_A_FIRST})\b)(?P<kind>[^.;:—–()]{{3,120}})"
)
_ONLY = re.compile(
    r"(?:\b(?:is|was|are|were|as|remains|became|has|have|,) (?:the|its|his|her|their)|^The|^It is the|^Its)"
    r" (?:only|sole) (?P<kind>[^.;:—–(),]{3,80})"
)
_NO_WOMAN = re.compile(r"\b[Nn]o (?P<kind>wom[ae]n (?:has|had|have) (?!said\b)[^.;:—–(),]{3,80})")
_EVENT = re.compile(
    r"\b(?P<sign>(?:[Ff]or|is|was|marks|marked|be) the (?:very )?first time(?: ever| in (?:its|their|his|her|the)"
    r" (?:\S+ )?history)?(?: that)?"
    r"|(?:had|has|have) never (?:before |previously |yet )?(?:been )?\w+|[Nn]ever before|[Nn]ever in (?:its|their"
    r"|his|her|the) (?:\S+ )?history"
    r"|[Nn]o [a-z-]+ (?:has|had) ever|(?:[Nn]obody|[Nn]o one) (?:has|had) ever|unprecedented|without precedent"
    r"|unheard[- ]of)\b"
)
_AGAIN = re.compile(
    r"\bfor (?:the|a) (?:second|third|fourth|fifth|sixth) time(?! (?:since|this|in (?:a|an|two|three|four|five|six"
    r"|ten|as|\d)\b))"
    r"|\b(?:had|has|have) (?:also )?(?:happened|occurred|done so|done it|been done|taken place)(?: \w+){0,2} before"
    r"|\b[Ww]hen (?:[\w’-]+ ){1,4}(?:had )?last [a-z]+\b|\b(?:last|previous) (?:such|time)\b|\bonce before\b"
    r"|\bonce more\b|\bon (?:\w+ )?previous occasions?"
    r"|\bas (?:it|he|she|they|happened|had)(?: also)? (?:did|had|happened|has)?(?: done)? ?in (?:1[89]|20)\d\d"
)
_SINCE = re.compile(
    r"\b(?:since|in (?:more than |almost |nearly |over |about |at least )?(?:a |an |the |\w+ )?(?:\w+ )?(?:years?|"
    r"decades?|century|centuries|months?|weeks?|days?|generation|seasons?|games?|matches|attempts?)|so far|"
    r"this (?:year|season|week|month)|of the (?:year|season|tournament|campaign|match|game|night|day)|of (?:his|her|"
    r"its|their))\b"
)
_EARLIER = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Aa]s early as|[Bb]ack in|of|and) (?:(?:the )?(?:January"
    r"|February|March|April|May|June"
    r"|July|August"
    r"|September|October|November|December|spring|summer|autumn|winter|early|late|mid)(?:"
    r" of)?[ -])?(?P<year>(?:1[0-9]|20)\d\d)\b"
    r"|\b(?P<ago>(?:[\w-]+ )?(?:years?|decades?|months) (?:ago|earlier|before)|[Ll]ast (?:year|season|month|summer"
    r"|autumn|spring|winter)|predecessor|previously|before (?:him|her|it|them)|preceded)\b"
)
_BEFORE_HER = re.compile(
    r"\b(?:predecessor|(?:take[sn]?|took|taking) over(?: [\w ]{1,20}?)? from|succeed(?:s|ed|ing)?|replac(?:es|ed"
    r"|ing)|preceded by"
    r"|follow(?:s|ed|ing)(?: in the footsteps of)?|handed (?:over )?(?:the \w+ )?by)\b"
)
_ANOTHER = (
    r"(?:[Aa]nother|[Aa] second|[Tt]he other|(?:[Ii]ts|[Tt]heir|[\w-]+[’']s?) other|[Tt]wo other|[Oo]ther|[Tt]he second"
    r"|[Bb]oth|[Aa] fellow|[Oo]ne other|[Aa] neighbou?ring|[Aa] rival)"
)
_ENDS = re.compile(
    r",| (?:when|after|but|while|because|although|with|and (?:the|he|she|it|they|a)|said|yesterday|(?:on|this|next"
    r"|last|late on|early on) (?:[MTWFS]\w+day|week|month|year|season|spring|summer|autumn|winter))\b"
)
_CLAUSES = re.compile(r"[,;:—–()]| (?:as|when|while|because|although|after|but|with|and (?:the|he|she|it|they|a)) ")
_SAYS_OF = re.compile(
    r"(?:\b(?:is|was|became|become|becomes|becoming|as|were|are|been|be|remains|named|elected|made|makes|him|her"
    r"|them)|,)\s*$"
)
_THE_OFFICE = re.compile(
    r"\b(?:the|that|this|such an?|so high an?) (?:office|post|job|position|role|seat|rank|title|honou?r|chair|place)\b"
    r"|\bdo(?:ing)? (?:so|it|this|that)\b"
)
_EVER = re.compile(r"\bever\b|\bin (?:[\w’']+ ){1,4}history\b")
_TIMES = frozenset((concept("history"),))
_HISTORY = _TIMES | {concept("club")}
_ANY_WIN = listed("title titles trophy trophies win wins won victory victories championship champion champions")
_UNTIL_NOW = re.compile(r"\bsince (?:\w+ )?(?P<year>(?:1[0-9]|20)\d\d)\b")
_LONGEST = 400  # sentences of an article that are compared
_ANYBODY = frozenset(("person", "carry", "time"))
_GATE = re.compile(r"first|only|sole|never|ever\b|preceden|unheard|inaugural|maiden|[Nn]o wom[ae]n")
_NO_WHO = STYLES | listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december the in on at by since when she he it they after before until while as but and"
    " for her his their its this that a an with from two three"
)


class _Claim(NamedTuple):
    """Words that call something the first or only, and what kind of thing: its concepts, and its head noun."""

    start: int
    end: int
    sentence: int
    kind: frozenset[str]
    head: str
    noun: str
    since: bool
    only: bool


def called_first(reading: Reading) -> Iterator[Suspicion]:
    """What is called the first, only or unprecedented one, and an earlier or another one of its kind; one of each.

    `likely` where both are named by the same words (“the first woman to lead the bank”, twice, of two people), or
    where an earlier year stands beside the same kind; a first “since” or “in ten years” is not compared.
    """
    texts = _told(reading)
    told = [index for index, text in enumerate(texts) if _GATE.search(text)]
    claims = list(_claims(reading, texts, told))[:MOST]
    events = list(_events(reading, texts, told))[:MOST]
    yield from _twice(reading, [one for one in claims if not one.only and not one.since], texts)
    yield from _earlier(reading, claims, texts)
    yield from _women(reading, claims, texts)
    yield from _only_one(reading, [one for one in claims if one.only], texts)
    yield from _again(reading, events, texts)
    yield from too_many(reading, texts)
    yield from records_beaten(reading, texts)


def _told(reading: Reading) -> list[str]:
    """The sentences of the article with what is quoted blanked out: a speaker may contradict it."""
    quoted = [
        (words.start, words.end)
        for one in reading.quotations
        if one.kind != "title"
        for words in (one.quoted or ((one,) if one.kind == "direct" else ()))
    ]
    pieces, at = [], 0
    for start, end in sorted(quoted):
        if start >= at:
            pieces += [reading.text[at:start], " " * (end - start)]
            at = end
    text = "".join([*pieces, reading.text[at:]])
    return [
        text[one.start : min(one.end, one.start + 800)]
        if index < _LONGEST and one.part in ("headline", "standfirst", "body") and one.kind != "not part of the article"
        else ""
        for index, one in enumerate(reading.sentences)
    ]


def _claims(reading: Reading, texts: list[str], told: list[int]) -> Iterator[_Claim]:
    for index in told:
        text = texts[index]
        for sign in (_FIRST, _ONLY, _NO_WOMAN):
            for match in sign.finditer(text):
                phrase = _ENDS.split(match["kind"])[0]
                kind = frozenset([*map(concept, _words(phrase)[:8]), *_owner(match[0])])
                kind -= _ANYBODY
                if len(kind - _HISTORY) == 1 and _EVER.search(text, match.start()):
                    kind |= _subject(texts, index)
                if len(kind) < 2 or DENIED.search(text[: match.start()]):
                    continue
                start, words = reading.sentences[index].start, _words(phrase)
                nouns = re.split(r"\s+(?:in|at|on|of|for|to|with|left|who|that|which|from|by|ever)\b", phrase.lower())[
                    0
                ]
                head, noun = concept(words[0]) if words else "", re.search(r"[\w-]+$", nouns)
                end = start + match.start("kind") + len(phrase)
                since = bool(_SINCE.search(phrase))
                yield _Claim(
                    start + match.start(), end, index, kind, head, noun[0] if noun else "", since, sign is _ONLY
                )


def _subject(texts: list[str], index: int) -> frozenset[str]:
    """Who did what is the first in its history: the names that open the sentence, or the one before “it was”."""
    told = texts[index - 1] if index and re.match(r"\W*(?:It|This|That)\b", texts[index]) else texts[index]
    opening = re.match(r"\W*(?:The )?(?:[A-ZÀ-Þ][\w’-]+(?: (?:of )?)?){1,4}", told)
    return frozenset(map(stem, _words(opening[0]))) - COMMON if opening else frozenset()


def _words(told: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9à-ÿ’'-]+", told.lower()) if word not in SMALL]


def _owner(called: str) -> list[str]:
    """Of what it is the first, where that stands before it: the city’s first marathon."""
    owner = re.search(r"([A-Za-z]+)[’']s first\b", called)
    return [stem(owner[1].lower())] if owner and owner[1].lower() not in ("world", "country", "nation") else []


def _events(reading: Reading, texts: list[str], told: list[int]) -> Iterator[_Claim]:
    """What happens for the first time or never did before: the concepts of its clause."""
    for index in told:
        text = texts[index]
        found = _EVENT.search(text)
        if not found or DENIED.search(text[: found.start("sign")]) or _SINCE.search(text[found.end("sign") :][:40]):
            continue
        left = _CLAUSES.split(text[: found.start("sign")])[-1]
        right = _CLAUSES.split(text[found.end("sign") :].lstrip(", "))[0]
        kind = concepts(f"{left} {found['sign']} {right}")
        if index and re.match(r"\W*(?:It|They|He|She|This|That|The)\b(?! (?:is|was|marks|marked) the)", text):
            kind |= frozenset([*map(concept, _words(texts[index - 1])[:2])]) & concepts(texts[index - 1])
        start = reading.sentences[index].start
        verb = re.search(r"never (?:before |previously |yet )?(?:been )?(\w+)$", found["sign"])
        head = concept(verb[1]) if verb else ""
        anyone = "any" if re.search(r"\b(?:an?|any|no)\b", f"{left} {right}", re.IGNORECASE) else ""
        yield _Claim(start + found.start("sign"), start + found.end("sign"), index, kind, head, anyone, False, False)


def _twice(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """Two firsts of one kind, of two that have it."""
    said = [one for one in claims if _said_of(one, texts, reading)]  # “the first packages were found” calls nobody so
    for i, one in enumerate(said):
        for other in said[i + 1 :]:
            if one.sentence == other.sentence or not (one.kind <= other.kind or other.kind <= one.kind):
                continue
            ours, theirs = _who(one, texts), _who(other, texts)
            if ours and theirs and not ours & theirs:
                words = tuple(Words(one.start, one.end, reading.text[one.start : one.end]) for one in (one, other))
                reason = f"“{words[0].exact}” and “{words[1].exact}” are said of two."
                yield Suspicion("first", CHECK, reason, "likely", words)
                return


def _said_of(one: _Claim, texts: list[str], reading: Reading) -> bool:
    left = texts[one.sentence][: one.start - reading.sentences[one.sentence].start]
    return bool(_SAYS_OF.search(left)) or texts[one.sentence][len(left) :].startswith("became")


def _who(one: _Claim, texts: list[str]) -> frozenset[str]:
    """Names in the sentence that are not of the kind: who or what is called the first."""
    text = texts[one.sentence]
    names = re.findall(r"\b[A-Z][\w’'-]+", text[1:] if text[:1].isupper() and text[1:2].isupper() else text)
    opening = re.match(r"\W*([A-Z]\w+)", text)
    found = frozenset(_plain(name) for name in names) - one.kind - _NO_WHO
    return found - {_plain(opening[1])} if opening and opening[1].lower() in SMALL | _NO_WHO else found


def _plain(name: str) -> str:
    return re.sub(r"[’']s?$", "", name).lower()


def _earlier(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """A first, and elsewhere one of its kind with an earlier year or “years ago” beside it."""
    for claim in claims:
        from_year = _UNTIL_NOW.search(texts[claim.sentence])
        if not claim.head or claim.head in ("woman", "man") or (claim.since and not from_year):
            continue
        for index, text in enumerate(texts):
            if index == claim.sentence or not text or ("first" in text and "since" in text):
                continue
            shared = claim.kind & concepts(text)
            enough = len(shared) >= max(2, -(-3 * len(claim.kind - _TIMES) // 5))
            if not enough or claim.head not in shared or not _same_prize(reading, claim, text):
                continue
            for match in _EARLIER.finditer(text):
                after = not from_year or (match["year"] and int(match["year"]) > int(from_year["year"]))
                if after and not DENIED.search(text[: match.start()]) and _is_earlier(reading, claim, texts, match):
                    yield _against(
                        reading, claim, index, text, f"and one of the same kind is told of with “{match[0]}”"
                    )
                    return


def _same_prize(reading: Reading, claim: _Claim, text: str) -> bool:
    """Whether a sentence speaks of the cup that is called the first, and not of a league."""
    said = _words(reading.text[claim.start : claim.end])
    own = {word for word in said if concept(word) == claim.head == "win"} - _ANY_WIN
    return not own or bool(own & {*_words(text)})


def _women(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """The first woman (or man) to have a post, and another before her."""
    for claim in claims:
        if claim.head not in ("woman", "man") or claim.since:
            continue
        other = "man" if claim.head == "woman" else "woman"
        kind = claim.kind | _office(reading, claim, texts)
        for index, text in enumerate(texts):
            before = _BEFORE_HER.search(text) if index != claim.sentence else None
            tail = re.sub(r"^[^A-Z]*", "", text[before.end() :]) if before else ""
            if before and tail and tells_of(claim.head, tail) and not tells_of(other, tail):
                yield _against(reading, claim, index, text, f"and “{before[0]}” another {claim.head}")
                return
            year = _EARLIER.search(text) if index != claim.sentence and "first" not in text else None
            shared = kind & concepts(text) - {claim.head}
            if (
                year
                and len(shared) > 1
                and tells_of(claim.head, text)
                and not tells_of(other, text)
                and _other_name(claim, texts, text)
                and _is_earlier(reading, claim, texts, year)
                and not DENIED.search(text[: year.start()])
            ):
                yield _against(reading, claim, index, text, f"and another {claim.head} is told of with “{year[0]}”")
                return


def _office(reading: Reading, claim: _Claim, texts: list[str]) -> frozenset[str]:
    """What “the office” or “do so” of a claim means: what its sentence, or the one before, has told."""
    said = reading.text[claim.start : claim.end]
    left = texts[claim.sentence][: claim.start - reading.sentences[claim.sentence].start]
    told = f"{texts[claim.sentence - 1] if claim.sentence else ''} {left}"
    return concepts(told) if _THE_OFFICE.search(said) else frozenset()


def _other_name(claim: _Claim, texts: list[str], text: str) -> bool:
    """Whether a sentence names somebody by two names of whom the claim, and the sentence before it, does not speak."""
    near = " ".join(texts[max(0, claim.sentence - 1) : claim.sentence + 1])
    names = re.findall(r"\b[A-ZÀ-Þ][\wà-ÿ’-]+ [A-ZÀ-Þ][\wà-ÿ’-]+", text)
    return any(not set(name.split()) & set(re.findall(r"[\wà-ÿ’-]+", near)) for name in names)


def _is_earlier(reading: Reading, claim: _Claim, texts: list[str], match: re.Match[str]) -> bool:
    """Whether a year lies before that of the first; “years ago” and “predecessor” do."""
    if not match["year"]:
        return True
    years = [int(year) for year in YEAR.findall(_UNTIL_NOW.sub("", texts[claim.sentence]))]
    years = years or [reading.dateline.year if reading.dateline else int(match["year"]) + 1]
    return int(match["year"]) < min(years)


def _only_one(reading: Reading, claims: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """The only one of a kind, and “another” of the same kind, or one of another name."""
    for claim in [one for one in claims if one.noun]:
        noun = re.escape(claim.noun.removesuffix("s"))
        plural = "women" if claim.noun == "woman" else "men" if claim.noun == "man" else f"{noun}s?"
        another = re.compile(rf"\b{_ANOTHER} (?:[\w-]+ )?(?:{noun}|{plural})\b")
        near = set(re.findall(r"[A-Z][\w’-]+", " ".join(texts[max(0, claim.sentence - 1) : claim.sentence + 1])))
        for index, text in enumerate(texts):
            if index == claim.sentence or not text:
                continue
            found, shared = another.search(text), claim.kind & concepts(text)
            if found and (" other " in f" {found[0].lower()}" or len(shared) >= 2):
                yield _against(reading, claim, index, text, f"and “{found[0]}”")
                return
            named = next(
                (m for m in _PLACED.finditer(text) if concept(m[1].lower()) in claim.kind - {"woman", "man"}), None
            )
            if (
                named
                and len(shared) >= 2
                and concept(named[1].lower()) in (concept(claim.noun), claim.head)
                and named[2] not in near
                and named[2] not in texts[0]
            ):
                yield _against(reading, claim, index, text, f"and “{named[0]}”")
                return


_PLACED = re.compile(r"\b([a-z]{3,}) (?:at|in|of|called|named|on) (?:the )?([A-ZÀ-Þ][\w’-]+)")


def _again(reading: Reading, events: list[_Claim], texts: list[str]) -> Iterator[Suspicion]:
    """“Never before” or “for the first time”, and elsewhere “for the second time”, or the same in an earlier year."""
    for claim in events:
        sign = reading.text[claim.start : claim.end].lower()
        for index, told in enumerate(texts):
            if index == claim.sentence or not told:
                continue
            shared, again = claim.kind & concepts(told), _AGAIN.search(told)
            enough = 1 if sign.startswith("un") else 2
            if again and len(shared) >= enough and not DENIED.search(told[: again.start()]):
                yield _against(reading, claim, index, told, f"and “{again[0]}”")
                return
            events_shared = len(shared & EVENTS)
            close = (len(shared) > 1 and events_shared and 5 * len(shared) >= 2 * len(claim.kind)) or (
                len(shared) > 2 and 2 * len(shared) >= len(claim.kind)
            )
            if not close or DENIED.search(told) or (claim.head and claim.head not in shared):
                continue
            if not (claim.noun or _stems(texts[claim.sentence]) & _stems(told)):
                continue  # of another orchestra, it may be
            for match in _EARLIER.finditer(told):
                if _is_earlier(reading, claim, texts, match) and match[0] != "previously":
                    yield _against(reading, claim, index, told, f"and the same is told of with “{match[0]}”")
                    return


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, _words(text))) - COMMON


def _against(
    reading: Reading, claim: _Claim, index: int, text: str, what: str, certainty: Certainty = "likely"
) -> Suspicion:
    start = reading.sentences[index].start
    spans = sorted(((claim.start, claim.end), (start, start + len(text.rstrip()))))
    words = tuple(Words(a, b, reading.text[a:b]) for a, b in spans)
    reason = f"“{reading.text[claim.start : claim.end].strip(' ,')}” is said in one sentence, {what} in another."
    return Suspicion("first", CHECK, reason, certainty, words)
