"""Boilerplate: words of the page, the newsroom's letters, the press office or a writing program, not of the article.

Fixed forms are in `boilerplate.txt`, by what the words do; there is no list of sites. For all the wordings that no list
has, a sentence is looked at that names something of the page (a newsletter, an app, this article) and speaks to the
reader or for the publisher. News about newsletters and cookies is left alone; so is what somebody is quoted to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "belongs_to_article"
_SHOWN = 5  # places that a suspicion shows
_LONGEST = 600  # letters of a sentence that are looked at
_FILLED = {
    "{networks}": "twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin|whatsapp|telegram|youtube|tiktok|"
    "reddit|snapchat|pinterest|google news|apple news|social media|spotify|apple podcasts|flipboard|messenger",
    "{piece}": "article|story|post|piece|report|page|content|item|column|interview|video",
    "{ours}": "(?:our|your|the|this|a|free|daily|weekly|morning|evening|breaking|latest)",
}
_MARKS = re.compile(r"[\s(\[*•»→▶►>|–—_-]*")  # of a list, or of a link
_BEFORE_A_WORD = "([{“‘\"'*•»→▶►>|–—_"
_SECTION = re.compile(r"\[(?P<does>.+)\] (?P<certainty>likely|look)")
# Things of the page, the newsroom's letters and its trade.
_PAGE = re.compile(
    r"\b(?:newsletters?|inbox|push (?:notifications?|alerts?)|e-?mail (?:alerts?|updates?|briefings?)|news alerts?|"
    r"(?:morning|evening|daily|weekly|weekend) (?:briefings?|digests?|round-?ups?|e-?mails?|update)|podcasts?|"
    r"(?:our|news|mobile|free|(?-i:[A-Z][a-z]+)) app|"
    r"(?:whatsapp|telegram|youtube) channel|(?:facebook|instagram|twitter) page|"
    r"(?:this|the full|our latest|free|more|other|related|premium) (?:article|story|stories|post|report|read|column)s?|"
    r"(?:\d+|one|two|three|five|ten|no) (?:more |free )?(?:articles|stories)|digital (?:edition|access|subscription)|"
    r"e-?paper|print edition|subscriptions?|paywall|ad-?free|ad-?blockers?|cookies|browsing|privacy (?:notice|policy)|"
    r"notifications?|our (?:news ?desk|newsroom)|(?:public[- ]interest |independent |local |quality |our \w* ?)"
    r"(?:news|journalism|coverage|reporting)|"
    r"comments? (?:section|box|below|policy)|(?:comment|house|community) (?:rules|guidelines)|log in|"
    r"(?:report|share|like|subscribe|follow) button|factual error|qr code|home ?page|"
    r"house rules|community guidelines|this (?:web ?)?(?:site|page))\b",
    re.IGNORECASE,
)
_ORDER = (
    r"(?:please |just |simply |why not |to \w+[^.]{0,60}, |if you[^.]{0,60}, )?(?:(?:accept|book|browse|bookmark|buy|"
    r"check(?: out)?|choose|click|contact|discover|download|e-?mail|enter|explore|find|follow|"
    r"forward|get|give|go|hear|hit|install|join|"
    r"keep|leave|listen|manage|pay|press|read|recommend|register|remember|scan|scroll|see|select|send|sign|stay|submit|"
    r"subscribe|switch|take|tap|tell|try|tune|turn|unlock|upgrade|visit|watch|write|"
    r"(?:don[’']t|never|do not) (?:miss|forget))|"
    # these begin a noun phrase too: “Support for local journalism has fallen”
    r"(?:comment|help|highlight|message|order|pass|pick|rate|report|ring|share|start|stream|support|text|update|vote)"
    r"(?= (?:this|the|our|your|us|it|a|an|my|all|keep|local|independent|in (?:the|our))\b))\b"
)
_ASKED = (
    r"(?:(?:did |do |have )?you\b|(?:enjoy(?:ed|ing)?|like[d]?|love[d]?|miss(?:ed|ing)?|spotted|noticed|seen|found|"
    r"got|want|need|looking|interested|already|not (?:yet )?(?:a|ready|signed))\b)(?=[^.]*\?)"
)
_TO_THE_READER = re.compile(
    rf"(?:{_ORDER}|{_ASKED})(?!.*\b(?:sa(?:id|ys?)|told|warn(?:ed|s)|according to)\b)", re.IGNORECASE
)
_YOURS = re.compile(
    r"\byour (?:[\w’'-]+ ){0,3}?(?:newsletters?|inbox|subscription|browsing|e-?paper)\b|"
    r"\bour (?:[\w’'-]+ ){0,3}?(?:newsletters?|app|podcasts?|channel|subscribers?|news ?desk|home ?page|web ?site|"
    r"e-?paper|house rules|community guidelines|cookies|paywall)\b|"
    r"\byou (?:have|can|may|will|need|must|are)\b.{0,60}\b(?:articles?|stories|subscri\w+|newsletter)\b",
    re.IGNORECASE,
)
_TO_US = re.compile(r"\b(?:our|us|here|below)\b|@", re.IGNORECASE)
_FEWEST_WORDS_OF_NEWS = 14
# An article may speak of its own newsroom's work.
_OURS = re.compile(
    r"\bour (?:[\w’'-]+ ){0,3}?(?:page|article|story|stories|coverage|journalism|reporting|reporters|journalists|"
    r"newsroom|readers|site|edition)\b",
    re.IGNORECASE,
)


class _Sort(NamedTuple):
    """Words that do one thing: what is said of them, how sure it is, letters (small) without which none is there, how a
    sentence of them begins, and what else it may hold."""

    does: str
    certainty: Certainty
    triggers: tuple[str, ...]
    begins: re.Pattern[str]
    holds: re.Pattern[str]


def boilerplate(reading: Reading) -> Iterator[Suspicion]:
    """Which sentences are no part of the article but of the page around it; of each sort one suspicion."""
    found: dict[tuple[str, Certainty], list[Words]] = {}
    own = next((one.start for one in reading.paragraphs if one.part == "body"), 0)
    speech = sorted((q.start, q.end) for quotation in reading.quotations for q in quotation.quoted)
    starts, ends = [start for start, _ in speech], [end for _, end in speech]
    words = set(reading.text.lower().replace("/", " ").split())
    triggering = {word: sorts for word in words if (sorts := _sorts_with(word))}
    for one in reading.sentences:
        if one.part in ("byline", "dateline") or (one.part == "headline" and one.start < own):
            continue
        for does, certainty, place in _seen(one.exact[:_LONGEST], triggering):
            if not _is_said(one.start + place, starts, ends):
                found.setdefault((does, certainty), []).append(Words(one.start, one.end, one.exact))
                break
    for (does, certainty), places in found.items():
        subject = "These words" if len(places) == 1 else f"{len(places)} passages"
        reason = f"{subject} {does}; they are no part of the article."
        yield Suspicion("boilerplate", _CHECK, reason, certainty, tuple(places[:_SHOWN]))


def _seen(words: str, triggering: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, Certainty, int]]:
    """What the words of a sentence do, how sure that is, and at which letter they do it."""
    small = words.lower()
    at = _MARKS.match(words).end()  # type: ignore[union-attr]  # it matches nothing too
    told = triggering.keys() & small.replace("/", " ").split()
    numbers = {number for word in told for number in triggering[word]}
    for number in sorted(numbers):
        sort = _sorts()[number]
        if any(trigger in small for trigger in sort.triggers):
            seen = sort.begins.match(words, at) or sort.holds.search(words)
            if seen:
                yield sort.does, sort.certainty, seen.start()
    spoken = _TO_THE_READER.match(words, at)
    if spoken and small.count(" ") < _FEWEST_WORDS_OF_NEWS - 1 and _TO_US.search(words):
        yield "ask the reader to do something for the publisher", "likely", spoken.start()
    if spoken or "our" in small or "you" in small:
        spoken = spoken or _YOURS.search(words)
        of_us = None if spoken else _OURS.search(words)
        if spoken and _PAGE.search(words):
            yield "speak to the reader of the page", "likely", spoken.start()
        elif of_us and _PAGE.search(words):
            yield "speak for the publisher of the page", "look", of_us.start()


@lru_cache(maxsize=8192)
def _sorts_with(word: str) -> tuple[int, ...]:
    """The sorts, by number, with a trigger that this may be a word of: most words have none."""
    bare = word.lstrip(_BEFORE_A_WORD)
    return tuple(sorted({number for part, number in _triggers().get(bare[:2], ()) if bare.startswith(part)}))


@cache
def _triggers() -> dict[str, list[tuple[str, int]]]:
    """The longest word of each trigger with the number of its sort, by the first two letters."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, sort in enumerate(_sorts()):
        for trigger in sort.triggers:
            part = max(trigger.split(), key=len)
            for letters in {part[:2]} if len(part) > 1 else {part, *(part + other for other in "0123456789 ")}:
                found.setdefault(letters, []).append((part, number))
    return found


def _is_said(place: int, starts: list[int], ends: list[int]) -> bool:
    """Whether somebody is quoted there."""
    last = bisect_right(starts, place)
    return bool(last) and ends[last - 1] > place


@cache
def _sorts() -> tuple[_Sort, ...]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    listed: list[tuple[str, Certainty, dict[str, list[str]]]] = []
    for line in lines:
        if section := _SECTION.fullmatch(line):
            listed.append((section["does"], "likely" if section["certainty"] == "likely" else "look", {}))
        elif line and not line.startswith("#"):
            what, said = line.split(": ", 1)
            listed[-1][2].setdefault(what, []).append(said)
    return tuple(
        _Sort(does, sure, tuple(parts["if"][0].split(", ")), _any(parts["begins"]), _any(parts.get("holds", [])))
        for does, sure, parts in listed
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    """One pattern of several; of none, one that fits nothing."""
    joined = "|".join(f"(?:{one})" for one in patterns) or r"(?!)"
    for name, filled in _FILLED.items():
        joined = joined.replace(name, filled)
    return re.compile(joined, re.IGNORECASE)
