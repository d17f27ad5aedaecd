"""Whom an article lets speak, how far a reader could ask them, and why where no name is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checks.case.nouns import Claim, Document
from checks.reading.parts import Quotation, Voice, Words
from checks.reading.speech.anonymity import anonymity_in
from checks.reading.speech.holders import holder_of
from checks.reading.speech.speakers import Speaker, described
from checks.reading.suspicions.asked import WHOLE, read_article

if TYPE_CHECKING:
    from checks.reading.article import Reading

_BODY = re.compile(r"an organisation|a document|one word")  # how the notes on voices that are no person begin
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people|persons)\b|\bpress (?:officer|secretary)\b", re.I)
# “A nurse”, “one official”, “two aides”: somebody, whom the article could name and does not.
_SOMEBODY = re.compile(r"(?:an?|one|another|two|three|four|five|six|seven|\d+)\b", re.IGNORECASE)
_SOURCES = re.compile(  # who is called so was promised not to be named, counted or not
    r"\b(?:sources|insiders)\b|\b(?:familiar with|close to|(?:knowledge|briefed) (?:of|on|about))\b", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:.*[^su]s|.*\b(?:people|men|women|children|staff))$|(?:some|many|several|others|few)\b", re.I)
_POLLED = re.compile(
    r"%|\bper ?cent\b|\b(?:out of|in (?:two|three|four|five|ten|\d+)|third|half|quarter|majority)\b", re.I
)
_DEFINITE = re.compile(
    r"(?:the|that|this|his|her|its|their|our|my)\b|(?:[\w.’'-]+ ){0,4}?[\w.-]+(?:[’']s|s[’']) ", re.IGNORECASE
)
_THING = re.compile(
    r"\b(?:comments?|documents?|papers?|polls?|surveys?|stud(?:y|ies)|clips?|videos?|ads?|recordings?|books?|films?"
    r"|tweets?|posts?|letters?|emails?|analys[ei]s|graphics?|signs?|headlines?|rulings?"
    r"|laws?|lectures?|union|firm|group|chorus|compan(?:y|ies)|organi[sz]ations?|agenc(?:y|ies))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r",| (?:at|of|for|from|in|on|with|near|close|familiar|to|by|and) ")
_RELATIVE = re.compile(r",? (?:who|whose|speaking|on condition|requesting|granted|declining|asking)\b.*", re.S)
# A harm to the one who speaks, to others, or one that the law would keep from them.
_HARM = re.compile(
    r"\b(?:fear\w*|afraid|(?:personal |own )safety|danger|retaliat\w*|reprisals?|retribution|persecut\w+|prosecut\w+"
    r"|arrest\w*|punish\w*|fired|sacked|dismiss\w*|disciplin\w+|harass\w*|stigma\w*|threaten\w*|death threats?"
    r"|at risk|risk (?:of )?(?:losing|being|los\w+)|los(?:e|ing) (?:his|her|their) \w+|(?:their|his|her) lives"
    r"|protect (?:his|her|their) (?:\w+ )?(?:famil\w+|safety|privacy|identit\w+|jobs?|child\w*|\w+ job)"
    r"|legal reasons|court order|(?:a )?minors?|under (?:18|16)|victims? of)\b",
    re.IGNORECASE,
)
# What they speak of is no harm to them: “to discuss the arrest”.
_TOPIC = re.compile(
    r"\b(?:to (?:discuss|describe|share|reveal|disclose|talk about|speak about)|(?:sensitivity|nature) of)\b"
    r".*?(?=\b(?:because|for fear|fear\w*|out of)\b|$)",
    re.IGNORECASE | re.DOTALL,
)
# An employer's rule or a duty; whether harm follows from breaking it is not said.
_RULE = re.compile(
    r"(?:not|n[’']t|never) (?:be )?(?:authori[sz]ed|allowed|permitted|cleared|empowered|at liberty)"
    r"|\b(?:polic(?:y|ies)|rules?|contracts?|agreements?)\b[^.;]*\b(?:forbids?|bars?|prohibits?|does not allow)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|citing|given the|since|so as|so that|in order|out of|on account of|in light of"
    r"|to (?:discuss|describe|speak|talk|share|reveal|disclose|avoid|offer|give|protect)|as (?:he|she|they|the))\b",
    re.IGNORECASE,
)
_KNOWS = re.compile(
    r"\b(?:familiar with|knowledge of|briefed (?:on|about)|involved in|present (?:at|when|in|during)|attended"
    r"|witness\w*|t(?:ook|aking) part|work(?:s|ed|ing)? (?:on|for|at|in|with)|employed|serves? (?:on|in)"
    r"|close to|who (?:saw|heard|read|wrote|was there)|has seen|had seen)\b",
    re.IGNORECASE,
)
_AT = re.compile(r" (?:at|in|of|on|with|for|from) (?:the|an?|its|his|her|their|[A-Z])")  # “a nurse at the clinic”
_FEARING = re.compile(r"\b(?:fear(?:ed|s|ing)|(?:is|was|were|are) afraid|at risk)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|‘[^’]*[,.?!]’")
_GOES_ON = re.compile(r"(?:He|She|They|Their|His|Her|Both)\b|The (?P<noun>[a-z][\w-]*)\b")

Naming = Literal["named", "a body", "for a body", "described", "nobody in particular", "unnamed"]
Grounds = Literal["harm", "a rule", "another reason", "none"]


@dataclass(frozen=True)
class Heard:
    """One whom an article lets speak.

    `naming`: a person's name is given; a body or a document speaks; somebody without a name speaks for a body; one is
    described who may be named elsewhere (“the mayor”, “his wife”); nobody in particular speaks (“critics”, “a report”);
    or a person whose name is not given. `anonymity` is what the article says of that, `grounds` what it comes to, and
    `placed` whether it tells how the speaker would know.
    """

    words: Words
    called: str
    naming: Naming
    role: str = ""
    anonymity: str = ""
    grounds: Grounds = "none"
    placed: bool = False


def heard_in(claim: Claim, article: Document) -> list[Heard]:
    """Whom the article gives the claim's words to; of the whole article, everybody whom it lets speak.

    Raises `CaseError` where the article's text is not in this copy.
    """
    reading = read_article(article)
    span = None if claim.id == WHOLE else claim.words.find(article.words)
    found: dict[str, Heard] = {}
    for number, quotation in enumerate(reading.quotations):
        if quotation.speaker is None or (span and not _reaches(quotation, *span)):
            continue
        voice = next((voice for voice in reading.voices if number in voice.quotations), None)
        if voice is None and (span is None or quotation.kind in ("title", "scare")):
            continue  # what is only cited, or sums up, is no voice of the article
        voice = voice or _voice(described(quotation.speaker.exact, article.words, {}, {}))
        if voice and voice.exact not in found:
            found[voice.exact] = _heard(voice, quotation.speaker, reading)
    # “The mayor” is nobody more than the mayor's own name; the first of two descriptions stands for both.
    named = {one.called: exact for exact, one in reversed(found.items()) if one.naming == "named"}
    named |= {exact: exact for exact, one in found.items() if exact == one.called and one.naming == "named"}
    return [one for exact, one in found.items() if named.get(one.called, exact) == exact]


def _reaches(quotation: Quotation, start: int, end: int) -> bool:
    """Whether words touch what is said, the cue, or who says it."""
    parts = [part for part in (quotation, quotation.speaker, quotation.cue) if part]
    return min(part.start for part in parts) < end and start < max(part.end for part in parts)


def _voice(speaker: Speaker) -> Voice | None:
    if speaker.kind in ("thing", "pronoun"):
        return None
    return Voice(speaker.exact, speaker.kind == "person", speaker.role, speaker.organisation, note=speaker.note)


def _heard(voice: Voice, words: Words, reading: Reading) -> Heard:
    called = " ".join(_RELATIVE.sub("", voice.exact).strip(" ,").split())
    naming = _naming(voice, called)
    if naming == "described" and (holder := _holder(voice, called, reading)):
        return Heard(words, holder, "named", called)
    if naming != "unnamed":
        return Heard(words, called, naming, " ".join(voice.role.split()))
    said = [reading.sentences[i].exact for i in voice.sentences]
    anonymity = voice.anonymity or _told_next(voice, reading)
    around = next((one for one in said if anonymity and anonymity in one), anonymity)
    around = " ".join(_QUOTED.sub("", around).split())  # what was said is no reason for not naming
    told = _with_reason(" ".join(anonymity.split()), around)
    placed = bool(voice.organisation or _KNOWS.search(f"{voice.exact} {around}") or _AT.search(called))
    return Heard(words, called, naming, " ".join(voice.role.split()), told, _grounds(told), placed)


def _holder(voice: Voice, called: str, reading: Reading) -> str:
    """Whom “the mayor” is, if it is the same one wherever it speaks; empty where none is named."""
    speakers = [reading.quotations[number].speaker for number in voice.quotations]
    names = {holder_of(called, one.start, reading.text, reading.paragraphs) for one in speakers if one}
    return names.pop() if len(names) == 1 else ""


def _with_reason(anonymity: str, around: str) -> str:
    """The words on there being no name, with the reason that follows behind a comma; or all, where it stands before."""
    if not anonymity:
        return ""
    after = around.partition(anonymity)[2]
    if _BECAUSE.match(after.lstrip(" ,")):
        return f"{anonymity}{after}".rstrip(" .")
    return around.strip(" .,") if _FEARING.search(around) else anonymity


def _naming(voice: Voice, called: str) -> Naming:
    if voice.named:
        return "named"
    head = _AFTER.split(called)[0]
    body = _BODY.match(voice.note)
    plain = called[0].islower() or (
        " " in called and called[1:].islower()
    )  # no name, but for a sentence's first letter
    if body and not (plain and (_PLURAL.match(head) or _SOMEBODY.match(called))):
        return "a body"
    if _SPOKESPERSON.search(called) and voice.organisation:
        return "for a body"
    if voice.anonymity or _SOURCES.search(called):
        return "unnamed"
    if body or _THING.search(head) or _POLLED.search(called):
        return "nobody in particular"
    if _SOMEBODY.match(called):
        return "unnamed"
    return "nobody in particular" if _PLURAL.match(head) and not _DEFINITE.match(called) else "described"


def _grounds(told: str) -> Grounds:
    if _HARM.search(_TOPIC.sub("", told)):
        return "harm"
    if _RULE.search(told):
        return "a rule"
    return "another reason" if _BECAUSE.search(told) else "none"


def _told_next(voice: Voice, reading: Reading) -> str:
    """What the sentence after the words of a voice says of its having no name: “She asked not to be named.”"""
    for i in voice.sentences:
        after = reading.sentences[i + 1].exact if i + 1 < len(reading.sentences) else ""
        goes_on = _GOES_ON.match(after)
        if goes_on and (not goes_on["noun"] or goes_on["noun"] in voice.exact.lower()):
            anonymity = anonymity_in("", after)
            if anonymity:
                return anonymity
    return ""


def listed(heard: Sequence[Heard]) -> str:
    """How they are called, as one list, people with their posts: Ines Sousa (librarian), “a nurse” and “critics”."""
    names = [f"{one.called} ({one.role})" if one.role else one.called for one in heard if one.naming == "named"]
    names += [f"“{one.called}”" for one in heard if one.naming != "named"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
