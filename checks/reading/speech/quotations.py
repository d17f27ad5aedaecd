"""From quotation marks and words that report to quotations: what is said, by whom, and how it is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.reading.parts import Manner, Paragraph, Problem, Quotation, Words
from checks.reading.speech.attribution import Attribution, attributions_in, main_subject
from checks.reading.speech.cues import DOCUMENTS, ORGANISATION_ENDS, SHAPES, listed
from checks.reading.speech.marks import Marked, marked_in
from checks.reading.speech.noun_phrases import before
from checks.reading.speech.tokens import Span, Token, is_finite, tokens_in

_MARKS = "“”„‟\"«»‹›‘’‚‛'`"
_ENDS = re.compile(r"[.?!…,—–-]['’”\"»›]*$")
_WORD = re.compile(r"\w[\w’'-]*")
_NAMING = re.compile(
    r"(?:\b(?:titled|entitled|(?<!so-)called|named|nicknamed|dubbed|known as|marked|labell?ed|stamped|headlined"
    r"|captioned|the (?:song|film|book|novel|play|album|movie|show|series|single|ship|programme"
    r"|program|musical|painting|poem|magazine|podcast|essay|article)|"
    r"(?:song|film|book|novel|play|album|movie|series|hit|memoir|single|musical|painting|poem|podcast|essay|hashtag"
    r"|slogan|episode|opera)),?)\s*$",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"[“\"]?(?P<who>(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Senator|Hon)\.? )?[A-Z][A-Z.'’ -]{1,40}|[QA](?=[.:]))"
    r"(?: ?\([^()]{1,40}\))?(?:(?<=\b[QA])\.|:) +(?=\S)"
)
_HEADED = re.compile(r"(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}): +(?=[A-Z])")
_LABELS = frozenset([
    "the latest", "watch", "exclusive", "breaking", "breaking news", "update", "updated", "opinion", "analysis",
    "review", "video", "photos", "live", "listen", "explainer", "comment", "correction", "obituary", "interview",
    "profile", "letters", "editorial", "gallery", "in pictures", "q&a", "fact check", "timeline", "recap", "note",
    "warning", "alert", "read more", "related", "source", "sources", "photo", "image", "caption", "ps", "nb",
])  # fmt: skip
_PERSONS = listed("he she they i we")
_LONGEST = 250  # tokens that are read together: a longer sentence is none
_HEADLINE = 150  # characters
_SMALL = listed("a an the of and or in on to for from with at by not no as is")


@dataclass
class _Carried:
    """Who spoke last: in this paragraph, and at the end of the one before (where that ended on speech or a colon)."""

    here: Words | None = None
    before: Words | None = None


def quotations_in(
    text: str, paragraphs: Sequence[Paragraph], sentences: Sequence[tuple[int, int]]
) -> tuple[list[Quotation], list[Problem]]:
    """What the text gives as said, written or thought by somebody, in order; and the quotation marks to look at.

    Offsets are code points. A quotation that its attribution splits within one sentence is one `Quotation`, from its
    first mark to its last, with the stretches between marks in `quoted`; so is one that runs over several paragraphs.
    Words between marks that nobody is said to say are `scare` or `title`. A notice is not read. Never raises.
    """
    marked, problems = marked_in(text, paragraphs)
    outer = [one for one in marked if one.depth == 0]
    owner = {part: one for one in outer for part in one.parts}
    parts = sorted(owner)
    found: list[Quotation] = []
    done: set[int] = set()  # where the outer quotations that have been given to a speaker begin
    carried = _Carried()
    at_part = at_sentence = 0
    # “LONDON: …” at the head of an article is a place; two such paragraphs are a conversation.
    talks = sum(_SCRIPT.match(paragraph.exact) is not None for paragraph in paragraphs) > 1
    first_script = 0 if talks or len(paragraphs) < 3 else 2
    for number, paragraph in enumerate(paragraphs):
        inside = []
        while at_part < len(parts) and parts[at_part][0] < paragraph.end:
            inside.append(parts[at_part])
            at_part += 1
        while at_sentence < len(sentences) and sentences[at_sentence][1] <= paragraph.start:
            at_sentence += 1
        if paragraph.part == "notice":
            continue
        carried.here = None
        script = None
        if (paragraph.part == "body" or talks) and number >= first_script:
            script = _SCRIPT.match(paragraph.exact)
        if script and script["who"].lower() not in _LABELS and (talks or not inside):
            found.append(_scripted(text, paragraph, script))
            done |= {owner[part].start for part in inside}
            continue
        headed = (
            None if paragraph.part not in ("headline", "body") or paragraph.start else _HEADED.match(paragraph.exact)
        )
        if headed and paragraph.part == "body" and len(paragraphs) == 1 and len(text) > _HEADLINE:
            headed = None  # “Mumbai: Two men …”
        if headed and headed["who"].lower() not in _LABELS and not headed["who"].isupper():
            given = _scripted(text, paragraph, headed, "mixed" if inside else "indirect")
            found.append(replace(given, quoted=tuple(Words(a, b, text[a:b]) for a, b in inside)))
            done |= {owner[part].start for part in inside}
            continue
        last, last_part = None, 0
        for start, end in _units(text, paragraph, sentences, at_sentence, inside):
            first = last_part
            while last_part < len(inside) and inside[last_part][0] < end:
                last_part += 1
            here = [part for part in inside[first:last_part] if start <= part[0] and part[1] <= end]
            tokens = tokens_in(text, start, end, here)
            for n in range(0, len(tokens), _LONGEST):
                last = tokens[n : n + _LONGEST]
                found += _read(text, last, owner, done, carried)
        runs_on = inside and inside[-1] != owner[inside[-1]].parts[-1]
        if last and (carried.here or not runs_on):
            carried.before = _left_over(text, last, carried)
    found += _inner(text, [one for one in marked if one.depth > 0], outer)
    found.sort(key=lambda one: (one.start, -one.end))
    return found, problems


def _units(
    text: str,
    paragraph: Paragraph,
    sentences: Sequence[tuple[int, int]],
    first: int,
    quotes: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The sentences of a paragraph; those that a quotation runs through, or that go on after it, are one."""
    cuts = [paragraph.start]
    at = 0
    for n in range(first, len(sentences)):
        cut = sentences[n][0]
        if cut >= paragraph.end:
            break
        if cut <= paragraph.start:
            continue
        while at < len(quotes) and quotes[at][1] <= cut:
            at += 1
        within = at < len(quotes) and quotes[at][0] < cut
        asks = at and not text[quotes[at - 1][1] : cut].strip() and text[quotes[at - 1][1] - 2] in "?!"
        if not within and not asks and not text[cut].islower():
            cuts.append(cut)
    return list(zip(cuts, [*cuts[1:], paragraph.end], strict=True))


def _words(text: str, tokens: Sequence[Token], span: Span) -> Words:
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    exact = text[start:end]
    if exact.endswith(("'s", "’s")):
        end -= 2
    return Words(start, end, text[start:end])


def _read(
    text: str, tokens: Sequence[Token], owner: dict[tuple[int, int], Marked], done: set[int], carried: _Carried
) -> list[Quotation]:
    """The quotations of one sentence: those given to a speaker there, then the marks left over."""
    found: list[Quotation] = []
    spoke = [(-1, carried.here)]
    for one in attributions_in(tokens):
        speaker = _words(text, tokens, one.speaker) if one.speaker else None
        cue = _words(text, tokens, one.cue)
        quotation = _given(text, tokens, one, speaker, cue, owner, done)
        if quotation is None:
            continue
        found.append(quotation)
        if speaker is not None and one.sort in ("say", "tell", "of", "mind"):
            carried.here = speaker
            spoke.append((quotation.start, speaker))
    if not found and not any(token.kind == "quote" for token in tokens):
        # “Smith disagreed. ‘It was an accident.’”: what comes next is not the last paragraph's speaker going on.
        carried.before = None
        carried.here = carried.here or _clause_speaker(text, tokens, len(tokens))
    given = [(one.start, one.end) for one in found]
    words = False
    for n, token in enumerate(tokens):
        if (token.start, token.end) in owner:
            marked = owner[(token.start, token.end)]
            last = (token.start, token.end) == marked.parts[-1]  # what reports it may stand after its last paragraph
            if last and marked.start not in done and not any(a <= token.start and token.end <= b for a, b in given):
                if len(spoke) > 1:
                    carried.here = [who for at, who in spoke if at < token.start][-1]
                alone = _alone(text, tokens, n, words, marked, carried)
                found.append(alone)
            if last:
                done.add(marked.start)
        words |= token.kind == "word"
    return found


def _given(
    text: str,
    tokens: Sequence[Token],
    one: Attribution,
    speaker: Words | None,
    cue: Words,
    owner: dict[tuple[int, int], Marked],
    done: set[int],
) -> Quotation | None:
    """The quotation that an attribution makes; None where nothing is left of what it reports."""
    spans: list[tuple[int, int]] = []
    quoted: list[Words] = []
    only_quotes, is_open = True, False
    begun: list[int] = []
    for first, last in one.parts:
        while last > first and tokens[last - 1].kind in (",", ".", "-", ";", ":"):
            last -= 1
        while last > first and tokens[first].kind in (",", ".", "-", ";", ":"):
            first += 1
        if first >= last:
            continue
        head = tokens[first]
        if head.kind == "quote" and _ENDS.search(text[head.start : head.end].rstrip(_MARKS)):
            last = first + 1
        for token in tokens[first:last]:
            if token.kind == "quote":
                marked = owner[(token.start, token.end)]
                if marked.start in done:
                    return None
                is_open |= marked.open
                quoted += [Words(a, b, text[a:b]) for a, b in marked.parts]
                begun.append(marked.start)
            elif token.kind == "word":
                only_quotes = False
        spans.append((tokens[first].start, tokens[last - 1].end))
    if not spans:
        return None
    done.update(begun)
    spans.sort()
    quoted.sort(key=lambda words: words.start)
    start, end = spans[0][0], spans[-1][1]
    if not quoted:
        return Quotation(start, end, text[start:end], "indirect", speaker, cue)
    end = max(end, quoted[-1].end)
    start = min(start, quoted[0].start)
    kind: Manner = "direct" if only_quotes and _spoken(text, quoted[0], cue) else "mixed"
    return Quotation(start, end, text[start:end], kind, speaker, cue, tuple(quoted), is_open)


def _spoken(text: str, quoted: Words, cue: Words) -> bool:
    """Whether a quotation is given whole, not as a phrase within its reporter's clause."""
    said = quoted.exact.strip(_MARKS)
    before_it = text[max(0, quoted.start - 2) : quoted.start].strip()
    if before_it.endswith((",", ":")) or quoted.end <= cue.start:
        return True
    return said[:1].isupper() and (len(said.split()) > 3 or _ENDS.search(said) is not None)


def _alone(text: str, tokens: Sequence[Token], n: int, earlier: bool, marked: Marked, carried: _Carried) -> Quotation:
    """A quotation that no word in its sentence reports: speech carried on, a title, or a scare quotation."""
    token = tokens[n]
    exact = text[marked.start : marked.end]
    said = text[token.start : token.end].strip(_MARKS + " ")
    quoted = tuple(Words(a, b, text[a:b]) for a, b in marked.parts)
    follows = tokens[n + 1] if n + 1 < len(tokens) else None
    free = not earlier or tokens[n - 1].kind in (":", ".") or tokens[n - 1].low.endswith(".")
    whole = bool(said) and not said[0].islower() and (_ENDS.search(said) is not None or len(said.split()) > 5)
    whole = whole or (n > 0 and tokens[n - 1].kind == ":" and len(said.split()) > 2)
    if follows is not None and follows.kind == "word" and not follows.capital:
        free = free and _ENDS.search(said) is not None and not _title(text, tokens, n, said)
    speaker: Words | None = None
    if free and whole:
        if earlier:
            speaker = _colon_speaker(text, tokens, n)
        speaker = speaker or carried.here or carried.before
        carried.here = speaker
        return Quotation(marked.start, marked.end, exact, "direct", speaker, None, quoted, marked.open)
    if _title(text, tokens, n, said):
        return Quotation(marked.start, marked.end, exact, "title", None, None, quoted, marked.open)
    if len(said.split()) > 3 and tokens[n - 1].low not in ("so-called", "as", "or"):
        # A phrase this long is somebody's words, though no verb that we know reports it.
        return Quotation(
            marked.start, marked.end, exact, "mixed", _clause_speaker(text, tokens, n), None, quoted, marked.open
        )
    return Quotation(marked.start, marked.end, exact, "scare", None, None, quoted, marked.open)


def _colon_speaker(text: str, tokens: Sequence[Token], n: int) -> Words | None:
    """Who stands before a colon: “Smith: ‘…’”, “Smith had this advice: ‘…’”."""
    for k in range(n):
        shapes = SHAPES.get(tokens[k].low, frozenset())
        last = k and k + 2 == n and tokens[k].low.endswith("ed")  # “Her aunt wailed: ‘…’”
        if is_finite(tokens[k]) or "third" in shapes or ("past" in shapes and k) or last:
            subject = before(tokens, k)
            return _words(text, tokens, subject) if subject else None
    subject = before(tokens, n - 1)
    return _words(text, tokens, subject) if subject and subject[0] == 0 else None


def _clause_speaker(text: str, tokens: Sequence[Token], n: int) -> Words | None:
    """Who or what is the subject of the clause that a quoted phrase stands in, if that can speak."""
    subject = main_subject(tokens, n)
    if subject is None:
        return None
    words = [token for token in tokens[subject[0] : subject[1]] if token.kind == "word"]
    last = words[-1]
    speaks = last.low in _PERSONS or last.capital or last.low in DOCUMENTS or last.low in ORGANISATION_ENDS
    return _words(text, tokens, subject) if speaks else None


def _title(text: str, tokens: Sequence[Token], n: int, said: str) -> bool:
    """Whether what stands between marks is a name: of a work, a ship or a person; a heading or a marking."""
    start = tokens[n].start
    if _NAMING.search(text[max(0, start - 40) : start]):
        return True
    words = _WORD.findall(said)
    if not words:
        return False
    between = (
        0 < n < len(tokens) - 1 and tokens[n - 1].kind == tokens[n + 1].kind == "word" and tokens[n - 1].capital
    ) and tokens[n + 1].capital
    large = [word for word in words if word.lower() not in _SMALL]
    return between or (bool(large) and words[0][0].isupper() and all(not word[0].islower() for word in large))


def _left_over(text: str, tokens: Sequence[Token], carried: _Carried) -> Words | None:
    """Who may go on speaking in the next paragraph: the last speaker, or the subject before a colon."""
    if tokens[-1].kind == ":":
        return _colon_speaker(text, tokens, len(tokens)) or carried.here
    return carried.here


def _scripted(text: str, paragraph: Paragraph, script: re.Match[str], kind: Manner = "direct") -> Quotation:
    """“SMITH: No comment.”, or a headline of that form: the rest of the paragraph is what that speaker says."""
    start = paragraph.start + script.end()
    end = paragraph.start + len(paragraph.exact.rstrip())
    who = Words(paragraph.start + script.start("who"), paragraph.start + script.end("who"), script["who"])
    colon = paragraph.start + len(script[0].rstrip()) - 1
    return Quotation(start, end, text[start:end], kind, who, Words(colon, colon + 1, text[colon]))


def _inner(text: str, inner: Sequence[Marked], outer: Sequence[Marked]) -> list[Quotation]:
    """Quotations within a quotation: with the speaker that the outer one names, else a title or a scare quotation."""
    found: list[Quotation] = []
    at = 0
    for whole in outer:
        nested = []
        while at < len(inner) and inner[at].start < whole.end:
            if inner[at].depth == 1 and whole.start < inner[at].start and inner[at].end <= whole.end:
                nested.append(inner[at])
            at += 1
        for first, last in whole.parts if nested else []:
            owner = {one.parts[0]: one for one in nested if first < one.start and one.end < last}
            tokens = tokens_in(text, first + 1, last, sorted(owner))[:_LONGEST]
            found += [one for one in _read(text, tokens, owner, set(), _Carried()) if one.quoted]
    return found
