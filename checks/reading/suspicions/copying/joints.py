"""Joints where a text was pasted: lines and sentences run together or cut off, and passages that stand twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
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
    rf"(?<![\w.@/#:’'-])(?!(?i:{_ABBREVIATED})[.])[\w’'-]{{0,40}}(?:[a-z]{{2}}|\d\d|\d(?=[.](?:{_BEGIN}))|[a-z][’'][a-z])\)?"
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
_END = 20  # characters of a paragraph in which it is seen how it ends
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
# Slips at a mark: what is wrong, how sure it is, the mark and what follows it, and what stands before it.
_SLIPS: tuple[tuple[str, Certainty, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "A sentence begins with a small letter after a full stop",
        "likely",
        re.compile(r"\. [a-z][a-z’']+(?= [\w$£€“]|,)(?! [a-z]\.)"),
        re.compile(r"(?<![\w.@/’'-])(?:[a-z]{3,25}|[A-Z][a-z]{5,25})$|\d\d$"),
    ),
    (
        "A word is cut in two",
        "look",
        re.compile(
            r"- (?!(?:and|or|to|but|nor|versus|through|as|than|the|a|it|he|she|they|we|in|on|with)\b)[a-z]{2,15}\b"
        ),
        re.compile(r"(?<![\w-])[a-z]{2,15}$"),
    ),
    (
        "No space follows a comma",
        "look",
        re.compile(r",[a-z]{3,25}(?![\w@/,])"),
        re.compile(r"(?<![\w@/.,-])[a-z]{3,25}$"),
    ),
)
_MOST_REPEATED = 4  # words
_SMALL = "|".join(sorted(_SMALL_WORDS))
_RUNS_TWICE = re.compile(
    rf"\b(?:({_SMALL}) \1|([a-z]\w{{0,25}}(?: [a-z]\w{{0,25}}){{2,{_MOST_REPEATED - 1}}}) \2"
    rf"|((?:{_SMALL}) (?:{_SMALL})) \3)\b(?![’'-])"
)
_SHORTENED = frozenset(_ABBREVIATED.split("|")) | words_of(
    "etc al cit viz cent ibid aka esp incl pct sq lbs ext tbsp tsp"
)
_MOST_SLIPS = 3  # more small letters after full stops are a manner of writing
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
    words = reading.text.split()
    yield from _run_together(reading, body, words)
    yield from _repeated(reading, words)
    yield from _slips(reading, body)
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
    long = words.count(" ") >= _LONG - 1 and _FULL_STOP.search(words[-_END:])
    return bool(long) and not _ITEM.match(words) and not _LABEL.match(words)


def _run_together(reading: Reading, body: Sequence[Paragraph], printed: Sequence[str]) -> Iterator[Suspicion]:
    odd = {word for word in set(printed) if not word.isalpha() or not (word.islower() or word.istitle())}
    joints = sorted(word for word in odd if len(word) <= _LONGEST and _WORD_TO_LOOK_AT.search(word))
    words = sorted(place for word in joints for place in _first_place(word, body))
    for what, looks, certainty in _SORTS:
        found = [(start + one.start(), start + one.end()) for start, word in words for one in looks.finditer(word)]
        if found:
            yield _suspicion(reading, f"{what}: “{reading.text[slice(*found[0])]}”.", certainty, found)


def _first_place(word: str, body: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Where a word first stands in the body, and the word with the letters after it."""
    for paragraph in body:
        at = paragraph.exact.find(word)
        if at >= 0:
            yield paragraph.start + at, paragraph.exact[at : at + len(word) + 2]
            return


def _slips(reading: Reading, body: Sequence[Paragraph]) -> Iterator[Suspicion]:
    """Small letters after full stops, words cut by a hyphen where a line once ended, commas without a space."""
    text = reading.text
    for what, certainty, mark, stands_before in _SLIPS:
        found = list[tuple[int, int]]()
        for one in mark.finditer(text):
            before = stands_before.search(text, max(0, one.start() - 30), one.start())
            at = bisect_right(body, one.start(), key=lambda paragraph: paragraph.start) - 1
            if before and before[0] not in _SHORTENED and at >= 0 and one.end() <= body[at].end:
                found.append((before.start(), one.end()))
        if found:
            told, sure = text[slice(*found[0])], certainty if len(found) <= _MOST_SLIPS else "look"
            if certainty == "likely":  # the sentence, not the slip alone
                found = [(start, max(end, _sentence_at(reading, end - 1)[1])) for start, end in found]
            yield _suspicion(reading, f"{what}: “{told}”.", sure, found)


def _repeated(reading: Reading, words: Sequence[str]) -> Iterator[Suspicion]:
    """Words that stand twice, one after the other: a small one, or several."""
    found = [found.span() for found in _RUNS_TWICE.finditer(reading.text)] if _twice_over(words) else []
    if found:
        yield _suspicion(reading, f"Words stand twice over: “{reading.text[slice(*found[0])]}”.", "likely", found)


def _twice_over(words: Sequence[str]) -> bool:
    """Whether a small word, or two words and more, follow themselves anywhere."""
    if any(one in _SMALL_WORDS for one, same in zip(words, map(eq, words, words[1:]), strict=False) if same):
        return True
    return any(b"\1" * size in bytes(map(eq, words, words[size:])) for size in range(2, _MOST_REPEATED + 1))


def _cut_off(reading: Reading, body: Sequence[Paragraph]) -> Iterator[Suspicion]:
    begun = body[0].start if body else 0
    body = [one for one in reading.paragraphs if one.start >= begun and one.part in ("body", "headline")]
    before = [one for one in reading.paragraphs if one.start < begun]
    if before and before[-1].part == "headline" and _small(body[0].exact):
        body = [before[-1], *body]  # the beginning of a sentence, taken for a headline
    stopped = sum(_STOPS.search(paragraph.exact[-_END:]) is not None for paragraph in body)
    if stopped < 2 or stopped < 0.7 * (len(body) - 1):
        return  # a list, verse, or captions
    for first, second in pairwise(body):
        begins_small = _small(second.exact) and not _small(first.exact)  # two such lines are a list
        if not _STOPS.search(first.exact[-_END:]) and first.exact.count(" ") >= 4 and not _ITEM.match(first.exact):
            last = _sentence_at(reading, first.end - 1)
            if begins_small:
                spans = [last, _sentence_at(reading, second.start)]
                reason = (
                    f"A sentence breaks off after “{_last_words(first.exact)}”, and the next paragraph goes on with it."
                )
                yield _suspicion(reading, reason, "likely", spans)
            elif _OPEN_ENDED.search(first.exact[-_END:]) or _OPEN_ENDED_IN_BODY.search(first.exact[-_END:]):
                reason = f"A sentence breaks off after “{_last_words(first.exact)}”, where its paragraph ends."
                yield _suspicion(reading, reason, "likely", [last])
            elif first.exact.count(" ") > _LONG and second.exact.count(" ") >= 4:
                reason = f"A paragraph ends without a full stop, after “{_last_words(first.exact)}”."
                yield _suspicion(reading, reason, "look", [last])
        elif begins_small and first.exact[-1] == "." and second.exact.count(" ") >= 4:
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
    elif not _STOPS.search(last.exact[-_END:]) and last.exact.count(" ") >= 3:
        in_body = last.part == "body"
        told, end = in_body or _TELLS.search(last.exact), last.exact[-_END:]
        if _OPEN_ENDED.search(end) or (told and _OPEN_ENDED_IN_BODY.search(end)):
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
        key = sentence.exact
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
