"""Voices without a name: one that was promised none and has one, and articles in which nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Suspicion, Voice, Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.persons import Mention, Persons, persons_told
from checks.reading.suspicions.status.roles import is_role

if TYPE_CHECKING:
    from checks.reading.article import Reading

CHECK = "status_is_consistent"
_GATE = re.compile(r"anonym|\bnam(?:e|ed|ing)\b|identi|nameless|off the record")
_NAME = r"(?:(?:his|her|their|a|the) )?(?:full |own |real )?(?:names?|identity)"
_WITHHELD = re.compile(
    r"condition(?: of (?:strict )?anonymity| that (?:he|she|they|his|her|their)\b)|(?:promised?|guaranteed|granted"
    r"|given"
    r"|offered|request\w*|ask\w*|demand\w*|insist\w*|under|promise of|protected by|behind|retain\w*|kept|keep)"
    r" (?:for |on |of |full"
    r" |strict |complete |her |his |their )*anonymity"
    r"|(?:remain|stay|be|keep|speak|spoke|speaking|talk\w*|wrote|writing|kept|remained) (?:strictly |wholly"
    r" )?anonymous(?:ly)?\b"
    r"|(?:not|n[’']t|never|without|nor|rather than|neither) (?:to |wish(?:ed|ing)? |want(?:ed|ing)? |like(?:d)? "
    r"|be |being |to |have "
    r"|see |give |giving |giv\w+ |allow\w* |let |wishing )*(?:named|identified|naming|quoted by name|{NAME}(?:"
    r" (?:to be |be )?(?:used|printed"
    r"|published|known|given|revealed|disclosed|mentioned|appear|made public|in (?:the )?(?:print|paper)))?)(?=[\W]|$)"
    r"|(?:declin|refus)\w+ to (?:be (?:named|identified)|(?:give|reveal|disclose|state|say) {NAME})"
    r"|(?:whose|his|her|their|the) (?:name|identity)s? (?:was|is|has been|had been|is being|are|be|will be|would"
    r" be|could be|were|could) "
    r"(?:being )?(?:not (?:be )?(?:used|printed|published|given|revealed|disclosed|known|made public)"
    r"|withheld|protected|concealed|hidden|suppressed|kept (?:out|secret|back|from|private)|known to (?:this|the) )"
    r"|(?:withh[eo]ld\w*|conceal\w*|protect\w*|hid\w*|suppress\w*|keep(?:ing)?|kept) {NAME}(?: (?:secret|private"
    r"|to \w+self|back|out))?"
    r"|(?:may|can|could|must|will)(?:not| not) (?:legally )?be (?:named|identified)|off the record|nameless"
    r"|(?:is|was|are) not (?:being )?(?:named|identified|naming)\b|does not (?:name|identify)".replace("{NAME}", _NAME)
)  # fmt: skip
_HALF_NAMED = re.compile(
    r"first name|last name|surname|full name|family name|real name|changed|not (?:yet |immediately |been )|company"
    r"|firm|charges"
    r"|(?:does|did|do|would|will) not (?:name|identify)"
)
_ANONYMOUS = re.compile(
    r"\b[Aa]n anonymous (?P<noun>donor|benefactor|benefactress|caller|buyer|bidder|writer|author|blogger"
    r"|whistle-?blower"
    r"|witness|collector|investor|official|giver|sender|nurse|teacher|soldier|officer|clerk|employee|resident"
    r"|customer)\b"
)
_LED_BY = re.compile(
    r"\b(?:(?:asked|asks|asking|wished|preferred|requested|insisted|spoke|speaking|agreed|on|to|speak|did|does) )+$"
)
_DETERMINER = re.compile(r"\b(?:an?|one|another|the|this) (?=[a-z])", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:^|[.;,“”\"] |\b(?:and|but|because) )(?:he|she|they)\b[^.;]{0,60}$", re.IGNORECASE)
_NO_PERSON = re.compile(r"an organisation|a document|one word")  # a voice that no name is kept from
_PEOPLE = listed(
    "resident source man woman person mother father teenager student girl boy victim employee worker aide member"
    " witness relative neighbour neighbor colleague friend insider pupil patient tenant owner parishioner"
)
_MANY = listed(
    "official officer source aide employee worker adviser advisor lawyer minister executive analyst diplomat resident"
    " spokesman spokeswoman member lawmaker senator man woman person people agent friend witness judge attorney one"
)
_BETWEEN = re.compile(
    r",? (?:\d{1,3}, )?(?:(?:an?|the|one of) [^,.;“”\"]{1,70}?,? )?(?:who |and |but |speaking |spoke |whose |that"
    r" )?(?:has |had "
    r"|have |was |is |only |also |would |does |did |on |\w+ed |spoke |for |to )*$"
)
_TOLD_LATER = re.compile(
    r"\b(?:turned out|since been (?:named|identified)|unmasked|was (?:later )?(?:named|identified|revealed)|now be"
    r" named"
    r"|lifted|waived)\b"
)
_COUNTED = re.compile(r"\d|percent|per cent|voters|respondents|\bof\b.{0,40}\bsay")  # a poll, and no voice
_FAR = 160  # characters between a name and the words that say that it is withheld
_SEVERAL = 3  # voices, from which on it is told that none is named
_LONGEST = 1500  # characters of a sentence that are read
_MOST = 12  # promises of anonymity that are looked at


def unnamed_voices(reading: Reading) -> Iterator[Suspicion]:
    """Someone promised anonymity and named (`likely`), and an article of three or more voices none of whom is named
    (`look`)."""
    withheld = list(islice(_promises(reading), _MOST))
    if withheld:
        persons = persons_told(reading)
        found = next(_named_at_once(reading, persons, withheld), None)
        found = found or next(_named_elsewhere(reading, persons, withheld), None)
        found = found or next(_named_by_surname(reading, persons, withheld), None)
        if found:
            yield found
    yield from _nobody_named(reading)


def _promises(reading: Reading) -> Iterator[tuple[Words, int, str]]:
    """The words that keep a name back, the index of their sentence, and what the person is called otherwise."""
    for index, sentence in enumerate(reading.sentences):
        text = sentence.exact[:_LONGEST]
        if sentence.part not in ("body", "standfirst") or not _GATE.search(text):
            continue
        for match in (*_WITHHELD.finditer(text), *_ANONYMOUS.finditer(text)):
            if _HALF_NAMED.search(match[0]):
                continue
            led = _LED_BY.search(text[max(0, match.start() - 40) : match.start()])
            start = match.start() - (len(led[0]) if led else 0)
            words = Words(sentence.start + start, sentence.start + match.end(), text[start : match.end()])
            noun = match.groupdict().get("noun") or _noun(reading, index, text[: match.start()])
            yield words, index, noun


def _noun(reading: Reading, index: int, left: str) -> str:
    """What somebody is called before such words: “a nurse at the clinic, who”; of “she”, in the sentences before."""
    found = _last_noun(left)
    if not found and _PRONOUN.search(left):
        for back in range(index - 1, -1, -1):
            found = _last_noun(reading.sentences[back].exact, indefinite=True)
            if found:
                break
    return found


def _last_noun(left: str, indefinite: bool = False) -> str:
    for determiner in reversed(list(_DETERMINER.finditer(left[-300:]))):
        if indefinite and determiner[0].lower() in ("the ", "this "):
            continue
        words = re.findall(r"[a-z][\w’-]*|[A-Z]\w*|[,.;]", left[-300:][determiner.end() :][:60])[:6]
        for at, word in enumerate(words):
            if word in ",.;":
                break
            if is_role(word) or word in _PEOPLE:
                after = words[at + 1] if at + 1 < len(words) else ""
                return after if is_role(after) or after in _PEOPLE else word
    return ""


def _suspicion(reason: str, certainty: Certainty, mention: Mention, withheld: Words) -> Suspicion:
    spans = sorted((Words(mention.start, mention.end, mention.exact), withheld), key=lambda words: words.start)
    return Suspicion("unnamed voices", CHECK, reason, certainty, tuple(spans))


def _named_at_once(reading: Reading, persons: Persons, promises: list[tuple[Words, int, str]]) -> Iterator[Suspicion]:
    """“Rosa Solis, a nurse who asked not to be named, said”; “who asked not to be named, said Rosa Solis”."""
    for mention in (*persons.fulls, *persons.strangers):
        for withheld, index, _ in promises:
            if index != mention.sentence:
                continue
            between = reading.text[mention.end : withheld.start]
            before = 0 <= withheld.start - mention.end < _FAR and _BETWEEN.fullmatch(between)
            after = 0 <= mention.start - withheld.end < _FAR and re.fullmatch(
                r"[^;“”\"]{0,60}, (?:said|says|added|told|recalled) (?:\w+ )?",
                reading.text[withheld.end : mention.start],
            )
            if before or after:
                reason = f"“{mention.exact}” is named, and “{withheld.exact}”."
                yield _suspicion(reason, "likely", mention, withheld)


def _named_elsewhere(reading: Reading, persons: Persons, promises: list[tuple[Words, int, str]]) -> Iterator[Suspicion]:
    """A nurse who asked not to be named, and later “the nurse, Rosa Solis,”."""
    seen: set[str] = set()
    named = sorted((*persons.mentions, *persons.strangers), key=lambda one: one.start)
    for mention in named:
        if mention.family in seen:
            continue
        seen.add(mention.family)
        sentence = reading.sentences[mention.sentence].exact
        if _TOLD_LATER.search(sentence):
            continue
        for withheld, index, noun in promises:
            if (
                noun
                and (index != mention.sentence or mention.start > withheld.end)
                and _is_called(reading, mention, noun, withheld)
            ):
                reason = f"The {noun} whose name is kept back (“{withheld.exact}”) is named as “{mention.exact}”."
                yield _suspicion(reason, "likely", mention, withheld)


def _is_called(reading: Reading, mention: Mention, noun: str, withheld: Words) -> bool:
    """Whether a name is put to the very person: “the nurse, NAME”, “NAME, the nurse”, “Warder NAME”."""
    text = reading.text
    left = text[max(0, mention.start - 60) : mention.start]
    word = re.escape(noun)
    if re.search(rf"\b[Tt]h(?:e|at|is) (?:[\w-]+ ){{0,2}}{word}(?:, (?:[a-z][\w-]* ){{0,3}}| )$", left):
        return True
    if re.match(
        rf"(?:, \d+)?, (?:who is |who was )?the (?:[\w-]+ ){{0,2}}{word}\b", text[mention.end : mention.end + 60]
    ):
        return True
    if re.match(rf" (?:is|was) the (?:[\w-]+ ){{0,2}}{word}\b", text[mention.end : mention.end + 50]):
        return True
    # another of the trade may be named by it, but seldom right after
    alone = noun not in _MANY and mention.start > withheld.start and not re.search(rf"\b{word}s\b", text)
    return alone and bool(re.search(rf"(?:^|[.,”\"] |said ){word} $", left, re.IGNORECASE))


def _named_by_surname(
    reading: Reading, persons: Persons, promises: list[tuple[Words, int, str]]
) -> Iterator[Suspicion]:
    """“said Bello”, whom nobody introduced, where one voice was promised that it would not be named."""
    withheld, index, noun = promises[0]
    if len({noun for _, _, noun in promises}) > 1 or not noun:
        return
    known = {one.family for one in persons.fulls}
    bare = [said[0] for family, said in persons.by_family.items() if family not in known]
    styled = [one for one in bare if {*one.title.split()} & {"mr", "mrs", "ms", "miss"}]
    strangers = [*styled, *(one for one in persons.strangers if one.cue == "speaks")]
    later = [one for one in strangers if one.start > withheld.end and not one.roles]
    if len({one.family for one in strangers}) == 1 and later:
        reason = f"“{later[0].exact}” is nowhere introduced, and the {noun} is not to be named (“{withheld.exact}”)."
        yield _suspicion(reason, "likely", later[0], withheld)
    for mention in persons.fulls:
        first = persons.by_family[mention.family][0] is mention and not mention.roles and not mention.title
        near = index <= mention.sentence <= index + 2 and mention.start > withheld.end
        said = re.search(r"[,?!.][”\"] (?:said |added )?$", reading.text[max(0, mention.start - 10) : mention.start])
        alone = re.match(r"(?:,? (?:said|added))?\.", reading.text[mention.end : mention.end + 8])
        if first and near and said and alone:
            reason = f"“{mention.exact}” is nowhere introduced, and the {noun} is not to be named (“{withheld.exact}”)."
            yield _suspicion(reason, "likely", mention, withheld)


def _nobody_named(reading: Reading) -> Iterator[Suspicion]:
    persons = [one for one in reading.voices if not (_NO_PERSON.match(one.note) or _COUNTED.search(one.exact))]
    if len(persons) < _SEVERAL or any(voice.named for voice in persons):
        return
    spans = []
    for voice in persons[:_SEVERAL]:
        speaker = next((reading.quotations[i].speaker for i in voice.quotations if reading.quotations[i].speaker), None)
        if speaker:
            spans.append(speaker)
    if spans:
        reason = f"All {len(persons)} who speak are without a name, {_listed(persons)} among them."
        yield Suspicion("unnamed voices", CHECK, reason, "look", tuple(sorted(spans, key=lambda words: words.start)))


def _listed(voices: list[Voice]) -> str:
    shown = [f"“{voice.exact}”" for voice in voices[:_SEVERAL]]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
