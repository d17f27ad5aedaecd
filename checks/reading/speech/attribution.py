"""Who is said to say what, within one sentence: the words that report, and the speaker of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.reading.speech.cues import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CUES,
    DETERMINERS,
    DOCUMENTS,
    MANNER,
    OFTEN_NOUNS,
    ON_TO,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SAID_NOUNS,
    SHAPES,
    SUBORDINATORS,
    TIMES,
    Sort,
    listed,
)
from checks.reading.speech.noun_phrases import after, before
from checks.reading.speech.reported import (
    STRONG,
    clause_after,
    clause_end,
    clause_start,
    content_after_cue,
    main_clause,
    reported_before,
)
from checks.reading.speech.tokens import Span, Token, is_adverb, is_finite

_NEGATIONS = listed("not never didn't didn’t doesn't doesn’t wouldn't wouldn’t don't don’t")
_SAYING_NOTHING = listed("comment say discuss speak talk elaborate answer respond confirm disclose give be reveal")
# Participles that, with “by”, seldom mean that somebody speaks.
_SELDOM_SAID = listed("heard seen asked shown known found supposed hit backed determined valued noticed")


@dataclass(frozen=True)
class Attribution:
    """What one speaker is said to say. All are indices of tokens, end exclusive; `parts` are the stretches reported."""

    speaker: Span | None
    cue: Span
    parts: tuple[Span, ...]
    sort: Sort


def attributions_in(tokens: Sequence[Token]) -> list[Attribution]:
    """The attributions of a sentence, outermost only, in the order of their cues.

    Each word that reports is read with the noun phrase before or after it as speaker, and what stands on its other
    side, or after “that”, as what is reported. The patterns are those of Krestel, Bergler and Witte, Minding the
    Source (LREC 2008), with the sorts of cue that PolNeAR annotates (Newell et al., LREC 2018).
    """
    found: list[Attribution] = []
    taken = 0  # what lies before this token has been given to somebody
    for i, token in enumerate(tokens):
        if token.kind != "word" or i < taken:
            continue
        one = None
        if token.low == "according":
            one = _according(tokens, i, _floor(tokens, i, found, taken))
        elif token.low in CUES:
            one = _verb(tokens, i, taken, found)
        elif token.low == "reportedly":
            one = Attribution(None, (i, i + 1), (main_clause(tokens, i),), "say")
        if one is None and token.low in SAID_NOUNS:
            one = _noun(tokens, i)
        if one is None:
            continue
        while found and found[-1].cue[0] >= one.parts[0][0] and found[-1].cue[1] <= one.parts[0][1]:
            found.pop()  # what the whole sentence gives to one speaker holds what it gives to another
        found.append(one)
        taken = max([one.cue[1], *(part[1] for part in one.parts), one.speaker[1] if one.speaker else 0])
    return found


def _floor(tokens: Sequence[Token], i: int, found: Sequence[Attribution], taken: int) -> int:
    """How far back a sure cue may reach: past weaker ones, so that “The bank pledged to pay, officials said” is one."""
    floor = taken
    for one in reversed(found):
        if tokens[one.cue[1] - 1].low in STRONG and tokens[i].low != "according":
            break
        if any(tokens[n].kind == "quote" for part in one.parts for n in range(*part)) and tokens[i].low != "according":
            break
        floor = 0
    for n in range(taken, i) if floor == 0 else ():
        if tokens[n].kind in (";", ".") and n + 1 < i:
            floor = n + 1
    return floor


def _group(tokens: Sequence[Token], i: int, floor: int) -> tuple[int, bool, bool]:
    """Where the verb group that ends with the cue begins; whether it is passive; whether an auxiliary is in it."""
    first, be, aux = i, False, False
    while first > floor:
        token = tokens[first - 1]
        if token.kind != "word":
            break
        if token.low in BE:
            be, aux = True, True
        elif token.low in AUXILIARIES:
            aux = True
        elif token.low == "to" and first - 1 > floor and first == i and _runs_on(tokens[first - 2]):
            first -= 1
            if tokens[first - 1].low == "on" and first - 1 > floor:
                first -= 1
        elif token.low in TIMES and first - 1 > floor and not be:
            # “Smith on Monday said”, “Smith last week told”
            if tokens[first - 2].low == "on":
                first -= 1
            elif tokens[first - 2].low not in TIMES and tokens[first - 2].low not in ("the", "of", "in", "since"):
                pass
            elif tokens[first - 2].low not in TIMES:
                break
        elif not is_adverb(token):
            break
        first -= 1
    return first, be, aux


def _runs_on(token: Token) -> bool:
    return token.low in ON_TO or (token.low in CUES and ("to" in CUES[token.low] or "mind" in CUES[token.low]))


def _verb(tokens: Sequence[Token], i: int, floor: int, found: Sequence[Attribution]) -> Attribution | None:
    token = tokens[i]
    shapes, sorts = SHAPES[token.low], CUES[token.low]
    if token.capital and i > 0 and token.low not in ("said",) and tokens[i - 1].kind == "word":
        return None  # part of a name
    first, be, aux = _group(tokens, i, floor)
    past = tokens[i - 1] if i else None
    infinitive = past is not None and past.low == "to"
    if infinitive and first == i:
        return _purpose(tokens, i, found) if i > 2 else None
    if not aux and not infinitive and not _is_verb(tokens, i, shapes):
        return None
    if be and "ing" not in shapes and not infinitive:
        return _passive(tokens, i, first, floor)
    cue_end, sort, content = content_after_cue(tokens, i, sorts)
    cue = (first, cue_end)
    # The quotation or the clause before: “…,” said Smith; “…,” Smith said; The bridge is unsafe, Smith said.
    lowest = _floor(tokens, i, found, floor) if token.low in STRONG else floor
    said_before = reported_before(tokens, i, first, lowest, sorts, content)
    if said_before and any(t.low in _NEGATIONS for t in tokens[first:i]):
        return None  # “Why now?” The minister did not say.
    if said_before:
        speaker, parts = said_before
        return Attribution(speaker, cue, parts, sort)
    if content is None and sort == "mind" and i + 1 < len(tokens) and after(tokens, i + 1):
        source = before(tokens, first, floor)
        if source and any(t.low in DOCUMENTS for t in tokens[slice(*source)]):
            content = (i + 1, clause_end(tokens, i + 1))
    if content is None or content[0] >= content[1] or _silent(tokens, content):
        return None
    if is_finite(tokens[content[0]]) and content[0] == cue_end:
        subject = _bare_noun(tokens, first, floor)  # “a plan critics say would fail”
    elif "ing" in shapes and not aux:
        subject = _shared_subject(tokens, first, found)
        if first > floor and tokens[first - 1].kind == "word" and not is_adverb(tokens[first - 1]):
            subject = _absolute(tokens, first, floor) or subject
        if subject is None:
            return None
    elif (first > floor and tokens[first - 1].low in ("and", "but", "or", "then")) or (
        first > floor and tokens[first - 1].kind in (",", "-") and found and first - 1 == floor
    ):
        subject = before(tokens, first, floor) if tokens[first - 1].kind in (",", "-") else None
        subject = subject or _shared_subject(tokens, first, found)
    else:
        subject = before(tokens, first, floor)
        if subject is None and first > floor and tokens[first - 1].low in ("who", "which", "that"):
            subject = (first - 1, first)
    if subject is None or (tokens[subject[0]].low.isdigit() and subject[1] - subject[0] == 1):
        return None
    if "base" in shapes and not aux and not infinitive and "past" not in shapes and not _plural(tokens, subject):
        return None
    return Attribution(subject, cue, (content,), sort)


def _silent(tokens: Sequence[Token], content: Span) -> bool:
    """Whether nothing is reported: “requested anonymity”, “declined to comment”."""
    words = [token.low for token in tokens[content[0] : content[0] + 2]]
    if words[0] in POSSESSIVES | {"that"} and any(
        t.low in ("name", "names") for t in tokens[content[0] : content[0] + 3]
    ):
        return True  # “who asked that his name not be used”
    return words[0] in ("anonymity", "anonymous") or (words[0] == "to" and words[-1] in _SAYING_NOTHING)


def _purpose(tokens: Sequence[Token], i: int, found: Sequence[Attribution]) -> Attribution | None:
    """“used the speech to attack the plan”: an infinitive that shares the subject of its sentence."""
    cue_end, sort, content = content_after_cue(tokens, i, CUES[tokens[i].low])
    if sort not in ("say", "of") or content is None or content[0] >= content[1] or tokens[i].low in OFTEN_NOUNS:
        return None
    if tokens[i].low in ("confirm", "rule", "report", "note", "record") and tokens[content[0]].low not in (
        "that",
        "whether",
    ):
        return None  # “voted to confirm the judge”
    subject = _shared_subject(tokens, i - 1, found)
    return Attribution(subject, (i - 1, cue_end), (content,), sort) if subject else None


def _bare_noun(tokens: Sequence[Token], at: int, floor: int) -> Span | None:
    """The last noun before a token, with a determiner or the names that stand right before it."""
    if at <= floor or tokens[at - 1].kind != "word":
        return None
    first = at - 1
    while first > floor and tokens[first - 1].capital:
        first -= 1
    if first > floor and tokens[first - 1].low in DETERMINERS | POSSESSIVES:
        first -= 1
    return first, at


def _absolute(tokens: Sequence[Token], at: int, floor: int) -> Span | None:
    """The subject of “with some analysts warning that”; None where the phrase before is the object of a verb."""
    subject = before(tokens, at, floor)
    if tokens[at - 1].capital and tokens[at - 1].low not in TIMES | PREPOSITIONS:
        return _bare_noun(tokens, at, floor)
    for n in range(at - 1, max(floor, at - 8) - 1, -1):
        if tokens[n].low == "with":
            return (n + 1, at) if n + 1 < at else None
    if subject and subject[0] > floor and tokens[subject[0] - 1].kind in (",", "-"):
        return subject
    return None


def _plural(tokens: Sequence[Token], subject: Span) -> bool:
    """Whether a base form can follow: “critics say”, “Smith and Jones say”, “we think”."""
    words = [t for t in tokens[subject[0] : subject[1]] if t.kind == "word"]
    last = words[-1].low
    if len(words) == 1 and last in PRONOUNS:
        return last in ("i", "we", "they", "you", "who", "others", "many", "some")
    return (
        any(t.low.endswith("s") and not t.low.endswith(("'s", "’s", "ss")) for t in words)
        or any(t.low in ("and", "people", "police", "most", "many", "some", "women", "men", "few") for t in words)
        or any(
            t.low[:1].isdigit()
            or t.low in ("percent", "half", "third", "those", "majority", "number", "four", "five", "public")
            for t in words
        )
    )


def _is_verb(tokens: Sequence[Token], i: int, shapes: frozenset[str]) -> bool:
    """Whether a form that can also be a noun or an adjective (“claims”, “reported”) is a verb here."""
    earlier = tokens[i - 1] if i else None
    later = tokens[i + 1] if i + 1 < len(tokens) else None
    low = tokens[i].low
    if earlier is not None and earlier.kind == "word":
        if earlier.low in POSSESSIVES or (
            earlier.low in DETERMINERS - PRONOUNS - {"this", "that"} and (low not in STRONG or earlier.low in ARTICLES)
        ):
            return False
        if earlier.low.endswith(("'s", "’s")) and "ing" not in shapes:
            return False
        if earlier.low in PREPOSITIONS and ("ing" not in shapes or not {"say", "tell"} & CUES[low].keys()):
            return False  # “accused of attacking a neighbour”
        if low == "think" and later is not None and later.low in ("tank", "tanks"):
            return False
    if "past" in shapes:
        return later is None or later.low != "by" or "say" in CUES[low]
    if "ing" in shapes:
        return True
    if later is None:
        return earlier is not None and low in STRONG
    if later.kind in ("quote", ":", ","):
        quoted = i + 2 < len(tokens) and tokens[i + 2].kind == "quote"
        return low in STRONG or later.kind != "," or quoted
    if low in OFTEN_NOUNS and not (earlier is not None and earlier.low in PRONOUNS) and later.low != "that":
        return False
    if low in STRONG and later.low not in ("and", "or"):
        return True
    if later.low in ("that", "to", "for", "on", "in", "how", "why", "what", "whether", "it", "not"):
        return (
            earlier is None
            or earlier.kind != "word"
            or later.low not in ("for", "on", "in")
            or earlier.capital
            or (low in STRONG or earlier.low in PRONOUNS or is_adverb(earlier))
        )
    if later.low in ("of", "about", "against", "from", "by", "and", "or", "at", "over", "with"):
        return earlier is not None and (earlier.low in PRONOUNS or earlier.low in ADVERBS)
    return not is_finite(later) or (
        later.low in AUXILIARIES
        and "say" in CUES[low]
        and earlier is not None
        and (earlier.capital or earlier.low.endswith("s"))
    )


def _shared_subject(tokens: Sequence[Token], at: int, found: Sequence[Attribution]) -> Span | None:
    """The subject that a second verb (“, adding that”, “and called it”) shares with the first one of its sentence."""
    if found and found[-1].speaker is not None and tokens[found[-1].cue[0]].low != "according":
        return found[-1].speaker
    return main_subject(tokens, at)


def main_subject(tokens: Sequence[Token], at: int) -> Span | None:
    """The subject of the first verb before token `at` that can be told for one."""
    for n in range(at):
        token = tokens[n]
        if token.kind == "word" and (
            token.low in AUXILIARIES
            or is_finite(token)
            or (n > 0 and token.low.endswith("ed") and not token.capital and tokens[n - 1].low not in DETERMINERS)
            or (n > 0 and token.low in CUES and "third" in SHAPES[token.low] and tokens[n - 1].capital)
        ):
            subject = before(tokens, n)
            if subject is not None and (subject[0] == 0 or tokens[subject[0] - 1].low not in SUBORDINATORS):
                return subject
    return None


def _passive(tokens: Sequence[Token], i: int, first: int, floor: int) -> Attribution | None:
    """“was quoted as saying …”, “has been hailed by officials as …”; without an agent nobody can be told."""
    size = len(tokens)
    subject = before(tokens, first, floor)
    if tokens[i].low in ("quoted", "cited", "recorded") and i + 2 < size and tokens[i + 1].low == "as":
        content = clause_after(tokens, i + 3, strict=False)
        return Attribution(subject, (first, i + 3), (content,), "say") if content and content[0] < content[1] else None
    alone = any(() in kinds for kinds in CUES[tokens[i].low].values())  # “set out by”, not “set to rise by”
    for n in range(i + 1, min(size, i + 6)) if alone and tokens[i].low not in _SELDOM_SAID else ():
        if tokens[n].kind not in ("word",):
            break
        if tokens[n].low == "by":
            speaker = after(tokens, n + 1)
            if speaker is None or tokens[n + 1].low.endswith("ing"):
                return None
            parts: list[Span] = []
            if speaker[1] < size and tokens[speaker[1]].low in ("as", "to", "of", "for", "that"):
                parts.append((speaker[1], clause_end(tokens, speaker[1])))
            elif n > i + 1:
                parts.append((i + 1, n))
            elif subject:
                parts.append(subject)
            return (
                Attribution(speaker, (first, n + 1), tuple(parts), next(iter(CUES[tokens[i].low]))) if parts else None
            )
    told = "say" in CUES[tokens[i].low] or (i + 1 < size and tokens[i + 1].low == "that")
    if subject and tokens[subject[0]].low == "it" and told:
        content = clause_after(tokens, i + 1, strict=True)
        return Attribution(None, (first, i + 1), (content,), "say") if content else None
    return None


def _according(tokens: Sequence[Token], i: int, floor: int) -> Attribution | None:
    """“According to X, …”; “…, according to X”."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "to":
        return None
    speaker = after(tokens, i + 2, apposition=False, documents=True)
    if speaker is None:
        return None
    if i or speaker[1] + 1 >= len(tokens) or not tokens[speaker[1] + 1].capital:  # “According to the writ, Mr. Hale”
        speaker = after(tokens, i + 2, documents=True) or speaker
    cue = (i, i + 2)
    start = clause_start(tokens, floor)
    last = i - 1 if i and tokens[i - 1].kind in (",", "-") else i
    if last - start >= 2 or any(token.kind == "quote" for token in tokens[start:last]):
        return Attribution(speaker, cue, ((start, last),), "say")
    begin = speaker[1] + 1 if speaker[1] < len(tokens) and tokens[speaker[1]].kind in (",", "-") else speaker[1]
    end = clause_end(tokens, begin)
    return Attribution(speaker, cue, ((begin, end),), "say") if begin < end else None


def _noun(tokens: Sequence[Token], i: int) -> Attribution | None:
    """“Smith’s claim that …”, “a warning from officials that …”, “his promise to …”."""
    size = len(tokens)
    n = i + 1
    speaker: Span | None = None
    if n < size and tokens[n].low in ("from", "by"):
        speaker = after(tokens, n + 1, apposition=False)
        n = speaker[1] if speaker else n
    if n >= size or tokens[n].low not in ("that", "to"):
        return None
    if tokens[n].low == "to" and (speaker is None and (i == 0 or tokens[i - 1].low not in POSSESSIVES)):
        return None
    if tokens[n].low == "that" and n + 1 < size and (is_finite(tokens[n + 1]) or tokens[n + 1].kind != "word"):
        return None
    if tokens[n].low == "to" and tokens[i].low in MANNER | {"view", "opinion", "theory", "comments", "remarks"}:
        return None
    if speaker is None and i > 0:
        owner = tokens[i - 1]
        if owner.low in POSSESSIVES:
            speaker = (i - 1, i)
        elif owner.low.endswith(("'s", "’s", "s'", "s’")):
            speaker = before(tokens, i)
    return Attribution(speaker, (i, i + 1), ((n, clause_end(tokens, n + 1)),), "say" if speaker else "mind")
