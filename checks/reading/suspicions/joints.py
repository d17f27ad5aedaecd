"""Joints where a text was pasted: lines and sentences run together or cut off, and passages that stand twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Paragraph, Suspicion, Words
from checks.reading.telling_words import words as words_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "layout_is_clean"
_SHOWN = 6  # spans of a suspicion
_LONGEST = 120  # characters between two spaces: what is longer is no word
_LONG = 8  # words of a paragraph that is no heading and no line of verse, of a sentence that nobody repeats by chance
_BEGIN = (
    "The|This|That|These|Those|They|There|But|And|When|While|After|Before|However|Meanwhile|According|Although|Police|"
    "Officials|Earlier|Last|Read|Share|Advertisement|Photo|Image|Related|Subscribe|Mr|Mrs|Ms"
)
_BEGIN_SHORT = "He|She|It|In|On|At|For|With|From|As|We|His|Her|Their|Its|If|An|Some|Many|No|One|Two|By|To|You|Our|My"
_ABBREVIATED = (
    "mr|mrs|ms|dr|st|sen|sens|rep|reps|gov|gen|lt|col|sgt|capt|cmdr|adm|maj|prof|rev|hon|jr|sr|no|nos|vs|inc|ltd|co|corp|"
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fig|ed|eds|vol|pp|dept|univ|ave|blvd|rd|mt|ft|messrs|supt|insp|"
    "const|pte|pvt|cpl|pfc|hrs|min|approx|est|dist|atty|www|ph|bros|assn|intl|asst|dir|pres|sec|tel|ext"
)
_NO_SENTENCE = "Com|Net|Org|Io|Js|Co|Uk|Gov|Edu|Tv|Ai|Info|Biz|Exe|Pdf|Jpg|Png|Doc|Html|Php"
_WORD_TO_LOOK_AT = re.compile(
    r"[a-z\d)][.!?][”\"’']?[“‘]?[A-Z]|[a-z]{3}\.[a-z]{2}|[a-z\d][A-Z][a-z]|[a-z\d][,.!?][”\"][A-Za-z]"
)
_SENTENCES = re.compile(
    rf"(?<![\w.@/#:’'-])(?!(?i:{_ABBREVIATED})[.])[\w’'-]{{0,40}}(?:[a-z]{{2}}|\d\d|[a-z][’'][a-z])\)?"
    rf"[.!?][”\"’']?(?!(?:{_NO_SENTENCE})\b)[“‘]?(?:[A-Z][a-z’']+|[AI](?= [a-z]))(?![\w@/]|\.\w)"
    r"|(?<![\w.@/#:’'-])[A-Za-z][a-z]{2,40}\."
    r"(?:the|but|and|this|that|they|there|when|after|with|while|however|she|he)(?![\w.@/-])"
    r"|(?<![\w.@/#:’'-])[\w’'-]{1,40}[a-z\d][,.!?][”\"][A-Za-z][\w’']*(?![\w@/]|\.\w)"
)
_RUN_TOGETHER = re.compile(
    rf"(?<![\w@#/.’'&-])(?:[a-z]{{3,40}}(?:{_BEGIN}|{_BEGIN_SHORT})"
    rf"|[A-Z]?[a-z]{{3,40}}(?:{_BEGIN})|\d{{2,6}}(?:{_BEGIN}))"
    r"(?![\w@/]|\.\w)"
)
_CAMEL = re.compile(r"(?<![\w@#/.’'&-])[a-z]{4,40}[A-Z][a-z]{3,40}(?![\w@/]|\.\w)")
_SORTS: tuple[tuple[str, re.Pattern[str], Certainty], ...] = (
    ("Two sentences are joined without a space", _SENTENCES, "likely"),
    ("Words are run together where a line or a sentence ended", _RUN_TOGETHER, "likely"),
    ("Words are run together", _CAMEL, "look"),
)
_STOPS = re.compile(r"(?:[.!?…:;,—–-]|--)[“‘”\"’'»)\]*]*$|[“”\"»)\]*]$|\d$")
_FULL_STOP = re.compile(r"[.!?…][”\"’'»)\]*]*$")
_ITEM = re.compile(r"(?:[-*•‣▪–—►·]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])\s")
_LABEL = re.compile(r"[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}:\s")
_OPEN_ENDED = re.compile(
    r"\b(?:the|an?|and|or|of|that|which|who|whose|their|its|his|our|my|your|would|will|was|were|is|are|has|have|had|by|from"
    r"|than|because|if|while|be|been|into|between|during|as|could|should|may|might|must|these|those|every|not)$",
    re.IGNORECASE,
)
_OPEN_ENDED_IN_BODY = re.compile(r"\b(?:to|in|on|for|with|at|but|after|before|about|this|more|under|against)$")
_SMALL_WORDS = words_of("the an of to for and with at by from was were has will they their its")
# What marks of haste look like, and what a text must have for it to be looked for.
_HASTE: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "A word is cut in two",
        ("- ",),
        re.compile(
            r"(?<![\w-])[a-z]{2,15}- (?!(?:and|or|to|but|nor|versus|through|as|than|the|a|it|he|she|they)\b)"
            r"(?!(?:we|in|on|with)\b)[a-z]{2,15}\b"
        ),
    ),
    (
        "A word stands twice over",
        tuple(f" {word} {word} " for word in sorted(_SMALL_WORDS)),
        re.compile(rf"\b({'|'.join(sorted(_SMALL_WORDS))}) \1\b"),
    ),
    (
        "No space follows a comma",
        (",",),
        re.compile(r"(?<=[a-z]),(?=[a-z]{3,25}(?![\w@/,]))"),
    ),
)
_BEFORE_COMMA = re.compile(r"(?<![\w@/.,-])[a-z]{3,25}$")
_TELLS = re.compile(r"\b(?:will|would|said|says|was|were|has|have|had)\b")
_MORE = re.compile(
    r"(?:[.…]|\b)\s?[\[(]?(?:Read|Continue|Click|See|Show|Learn)(?: (?:m|mo|mor|more|r|re|rea|read|readi|readin|reading"
    r"|the|full|here|on|stor|story|fu|ful))*(?: ?(?:…|\.\.\.|»|→|>+))?[\])]?$"
)
_BEGINS_SMALL = re.compile(r"[a-z][a-z’']*(?![\w’'-])(?! ?[.)])")
_PARTICLE = re.compile(r"(?:de|van|von|der|al|bin|ibn|el|la|le|du|da|di|dos|ter|ten|th|d’|said|says|added|vs|via)\b")


def joined_lines(reading: Reading) -> Iterator[Suspicion]:
    """Paragraphs joined by a single line break where the others are set apart, sentences and words run together,
    sentences cut off, and passages that stand in the text twice."""
    body = [paragraph for paragraph in reading.paragraphs if paragraph.part == "body"]
    yield from _single_breaks(reading, body)
    yield from _run_together(reading, body)
    yield from _hasty(reading, body)
    yield from _cut_off(reading, body)
    yield from _twice(reading)


def _single_breaks(reading: Reading, body: Sequence[Paragraph]) -> Iterator[Suspicion]:
    text, joints, apart = reading.text, list[tuple[Paragraph, Paragraph]](), 0
    if reading.incoming.form not in ("text", "markdown"):
        return
    for first, second in pairwise(body):
        breaks = text.count("\n", first.end, second.start)
        apart += breaks > 1
        if breaks == 1:
            joints.append((first, second))
    if not joints or apart < 2 or len(joints) > max(1, apart // 2):
        return
    plain = [joint for joint in joints if all(_is_prose(paragraph.exact) for paragraph in joint)]
    if plain:
        spans = [(_sentence_at(reading, one.end - 1)[0], _sentence_at(reading, two.start)[1]) for one, two in plain]
        many = f"{len(plain)} times two paragraphs are" if len(plain) > 1 else "Two paragraphs are"
        reason = f"{many} joined by a single line break, where the others are set apart by an empty line."
        yield _suspicion(reading, reason[0].upper() + reason[1:], "likely", spans)


def _is_prose(words: str) -> bool:
    """Whether a paragraph is of some length and ends as a sentence does: no heading, item, answer or line of verse."""
    long = words.count(" ") >= _LONG - 1 and _FULL_STOP.search(words)
    return bool(long) and not _ITEM.match(words) and not _LABEL.match(words)


def _run_together(reading: Reading, body: Sequence[Paragraph]) -> Iterator[Suspicion]:
    words = list(dict.fromkeys(_words_to_look_at(body)))
    for what, looks, certainty in _SORTS:
        found = [(start + one.start(), start + one.end()) for start, word in words for one in looks.finditer(word)]
        if found:
            yield _suspicion(reading, f"{what}: “{reading.text[slice(*found[0])]}”.", certainty, found)


def _words_to_look_at(body: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """What stands between two spaces, where it has a joint of any kind in it, with its place in the text."""
    for paragraph in body:
        for joint in _WORD_TO_LOOK_AT.finditer(paragraph.exact):
            first = paragraph.exact.rfind(" ", 0, joint.start()) + 1
            last = paragraph.exact.find(" ", joint.end())
            last = len(paragraph.exact) if last < 0 else last
            if last - first <= _LONGEST:
                yield paragraph.start + first, paragraph.exact[first : last + 2]


def _hasty(reading: Reading, body: Sequence[Paragraph]) -> Iterator[Suspicion]:
    """Words cut by a hyphen where a line once ended, small words twice over, commas without a space: all to look at."""
    for what, needed, looks in _HASTE:
        found = list[tuple[int, int]]()
        for paragraph in body if any(piece in reading.text for piece in needed) else ():
            for one in looks.finditer(paragraph.exact):
                start, end = one.span()
                if one[0] == ",":
                    word = _BEFORE_COMMA.search(paragraph.exact, max(start - 30, 0), start)
                    after = re.compile(r"[a-z]+").match(paragraph.exact, end)
                    if not word or not after:
                        continue
                    start, end = word.start(), after.end()
                found.append((paragraph.start + start, paragraph.start + end))
        if found:
            yield _suspicion(reading, f"{what}: “{reading.text[slice(*found[0])]}”.", "look", found)


def _cut_off(reading: Reading, body: Sequence[Paragraph]) -> Iterator[Suspicion]:
    begun = body[0].start if body else 0
    body = [one for one in reading.paragraphs if one.start >= begun and one.part in ("body", "headline")]
    stopped = sum(_STOPS.search(paragraph.exact) is not None for paragraph in body)
    if stopped < 2 or stopped < 0.7 * (len(body) - 1):
        return  # a list, verse, or captions
    for first, second in pairwise(body):
        begins_small = _small(second.exact) and not _small(first.exact)  # two such lines are a list
        if not _STOPS.search(first.exact) and first.exact.count(" ") >= 4 and not _ITEM.match(first.exact):
            last = _sentence_at(reading, first.end - 1)
            if begins_small:
                spans = [last, _sentence_at(reading, second.start)]
                reason = (
                    f"A sentence breaks off after “{_last_words(first.exact)}”, and the next paragraph goes on with it."
                )
                yield _suspicion(reading, reason, "likely", spans)
            elif _OPEN_ENDED.search(first.exact) or _OPEN_ENDED_IN_BODY.search(first.exact):
                reason = f"A sentence breaks off after “{_last_words(first.exact)}”, where its paragraph ends."
                yield _suspicion(reading, reason, "likely", [last])
            elif first.exact.count(" ") > _LONG and second.exact.count(" ") >= 4:
                reason = f"A paragraph ends without a full stop, after “{_last_words(first.exact)}”."
                yield _suspicion(reading, reason, "look", [last])
        elif (
            begins_small and _FULL_STOP.search(first.exact) and first.exact[-1] == "." and second.exact.count(" ") >= 4
        ):
            reason = f"A paragraph begins within a sentence, with “{' '.join(second.exact.split()[:5])}”."
            yield _suspicion(reading, reason, "likely", [_sentence_at(reading, second.start)])
    yield from _end_cut_off(reading)


def _end_cut_off(reading: Reading) -> Iterator[Suspicion]:
    """Whether the last paragraph breaks off."""
    ends = [paragraph for paragraph in reading.paragraphs if paragraph.part in ("body", "notice")]
    if not ends or reading.paragraphs[-1] != ends[-1]:
        return
    last = ends[-1]
    if (more := _MORE.search(last.exact[-60:])) and last.exact.count(" ") >= _LONG:
        where = last.end - len(more[0].lstrip(" .…"))
        reason = (
            f"The text ends with the words of a link, “{reading.text[where : last.end]}”, where the rest was cut off."
        )
        yield _suspicion(reading, reason, "likely", [_sentence_at(reading, where)])
    elif not _STOPS.search(last.exact) and last.exact.count(" ") >= 3:
        in_body = last.part == "body"
        told = in_body or _TELLS.search(last.exact)
        if _OPEN_ENDED.search(last.exact) or (told and _OPEN_ENDED_IN_BODY.search(last.exact)):
            reason = f"The text breaks off after “{_last_words(last.exact)}”."
            yield _suspicion(reading, reason, "likely", [_sentence_at(reading, last.end - 1)])
        elif in_body and last.exact.count(" ") >= 2 * _LONG:
            reason = f"The text ends without a full stop, after “{_last_words(last.exact)}”."
            yield _suspicion(reading, reason, "look", [_sentence_at(reading, last.end - 1)])


def _twice(reading: Reading) -> Iterator[Suspicion]:
    """Sentences of some length that stand in the text twice, word for word."""
    first: dict[str, tuple[int, int]] = {}
    spans = list[tuple[int, int]]()
    told = ""
    for sentence in reading.sentences:
        if sentence.part not in ("body", "standfirst") or sentence.exact.count(" ") < _LONG:
            continue
        key = " ".join(sentence.exact.split())
        if key in first:
            told = told or sentence.exact
            spans += [first[key]] if first[key] not in spans else []
            spans.append((sentence.start, sentence.end))
        first.setdefault(key, (sentence.start, sentence.end))
    if spans:
        reason = f"The same sentence stands in the text twice: “{' '.join(told.split()[:8])} …”."
        yield _suspicion(reading, reason, "likely", spans)


def _suspicion(reading: Reading, reason: str, certainty: Certainty, spans: Sequence[tuple[int, int]]) -> Suspicion:
    words = tuple(Words(start, end, reading.text[start:end]) for start, end in sorted(spans)[:_SHOWN])
    return Suspicion("joined lines", _CHECK, reason, certainty, words)


def _small(words: str) -> bool:
    """Whether a paragraph begins with a small letter, as none does but in a list or with a foreign name."""
    return bool(_BEGINS_SMALL.match(words)) and not _PARTICLE.match(words) and not _ITEM.match(words)


def _sentence_at(reading: Reading, at: int) -> tuple[int, int]:
    """The sentence that a place lies in."""
    found = reading.sentences[max(bisect_right(reading.sentences, at, key=lambda one: one.start) - 1, 0)]
    return found.start, found.end


def _last_words(words: str) -> str:
    return " ".join(words[-80:].split()[-5:])
