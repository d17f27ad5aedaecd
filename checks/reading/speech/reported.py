"""What a word that reports gives to its speaker: where the reported stretch begins and ends, before it and after it."""

from __future__ import annotations

from collections.abc import Sequence

from checks.reading.speech.cues import (
    CUES,
    HAVE,
    MANNER,
    OBJECTS,
    OFTEN_NOUNS,
    PREPOSITIONS,
    SHAPES,
    SUBORDINATORS,
    TIMES,
    Sort,
    listed,
)
from checks.reading.speech.noun_phrases import after, before
from checks.reading.speech.tokens import Span, Token, is_adverb, is_finite

# Cues that surely report; and the sorts that a cue may be read as, with its particles.
STRONG = listed("said says say told tells wrote writes tweeted added adds replied")
# After a comma these begin a comment on what is reported, or a new clause.
_COMMENTS = listed("which who but after as when where because with a an another he she they it")
Sorts = dict[Sort, tuple[tuple[str, ...], ...]]


def clause_end(tokens: Sequence[Token], at: int) -> int:
    """Where the clause that begins at token `at` ends: the sentence's end, or another cue set beside it."""
    n = at
    while n < len(tokens):
        token = tokens[n]
        nxt = tokens[n + 1] if n + 1 < len(tokens) else None
        if token.kind == ";" or (token.kind == "." and (nxt is None or nxt.kind != "quote" or n > at)):
            return n
        if token.low == "according" and nxt is not None and nxt.low == "to" and n > at:
            return n - 1 if tokens[n - 1].kind == "," else n
        comma = token.kind in (",", "-") or (token.kind == "quote" and token.low == ",")
        if comma and nxt is not None and nxt.kind == "word" and n > at:
            if token.kind == "quote" and not (nxt.low.endswith("ing") and nxt.low in CUES):
                n += 1
                continue
            n += token.kind == "quote"
            if nxt.low.endswith("ing") and (nxt.low in CUES or nxt.low in ("according", "referring", "speaking")):
                return n
            if nxt.low in ("while", "although", "though", "whereas", "prompting", "despite", "amid"):
                return n
            if nxt.low in STRONG:
                return n
            k = n + 2 if nxt.low in ("but", "and", "yet") else n + 1
            if _says_next(tokens, k, nxt.low in ("but", "and", "yet")):
                return n
        n += 1
    return n


def phrase_end(tokens: Sequence[Token], at: int) -> int:
    """Where the object of a cue that begins at token `at` ends: before a second verb, a comment, or when and where."""
    end = clause_end(tokens, at)
    for n in range(at + 1, end):
        token, nxt = tokens[n], tokens[n + 1] if n + 1 < end else None
        if nxt is None or nxt.kind != "word":
            continue
        shapes = SHAPES.get(nxt.low, frozenset())
        second = "past" in shapes or ("third" in shapes and nxt.low not in OFTEN_NOUNS)
        if token.low in ("and", "but", "or") and second:
            return n
        if token.kind in (",", "-") and (nxt.low in _COMMENTS or nxt.low.endswith("ing")):
            return n
        if token.low in ("during", "after", "before", "when", "while", "because", "although", "until") or (
            token.low in ("in", "on", "at")
            and (nxt.low in TIMES or any(t.low in MANNER for t in tokens[n + 1 : n + 4]))
        ):
            return n
    return end


def _says_next(tokens: Sequence[Token], at: int, joined: bool) -> bool:
    """Whether a new subject with a word that surely reports begins here: “, and she added”, “, Smith said”."""
    subject = after(tokens, at, apposition=False)
    if subject is None:
        return False
    n = subject[1]
    while n < len(tokens) and (is_adverb(tokens[n]) or tokens[n].low in HAVE):
        n += 1
    if n >= len(tokens) or n == at:
        return False
    shapes = SHAPES.get(tokens[n].low, frozenset())
    surely = tokens[n].low in STRONG or (joined and bool(shapes) and tokens[n].low not in OFTEN_NOUNS)
    return surely and "ing" not in shapes


def reported_before(
    tokens: Sequence[Token],
    i: int,
    first: int,
    floor: int,
    sorts: Sorts,
    content: Span | None,
) -> tuple[Span, tuple[Span, ...]] | None:
    """Speaker and parts where what is reported stands before the speaker and the cue, whole or in part."""
    shapes = SHAPES[tokens[i].low]
    if not ("past" in shapes or "third" in shapes or "base" in shapes):
        return None
    quoted = _quote_before(tokens, first, floor)
    says = "say" in sorts or _last_mark(tokens, quoted) == ","  # “…,” promised the guide
    if quoted is not None and says and first == i:
        speaker = after(tokens, i + 1)
        if speaker is not None and not _hearer(tokens, i + 1, speaker):
            return speaker, _with_rest(tokens, quoted, speaker[1])
    cut = _interrupted(tokens, i, first, floor) if "say" in sorts else None
    if cut is not None:
        return cut
    speaker = _inverted(tokens, i, first, floor) if "say" in sorts else None
    if speaker is not None:
        return speaker, ((clause_start(tokens, floor), first - 1),)
    speaker = before(tokens, first, floor)
    if speaker is None:
        return None
    quoted = _quote_before(tokens, speaker[0], floor)
    spoken = _last_mark(tokens, quoted)
    if not (says or spoken == "," or "tell" in sorts or tokens[i].low in ("thinks", "thought", "believes")):
        return None
    rest = content is not None and content[0] < content[1]
    if quoted is not None and content is not None and not spoken:
        embedded = quoted[1] > 1 and tokens[quoted[1] - 2].kind == "word"
        if embedded and tokens[content[0]].kind == "word" and any(t.kind == "quote" for t in tokens[slice(*content)]):
            return None  # “Reviewing ‘Salt Road’, she called it ‘a marvel’”
    ends = tokens[quoted[1] - 1] if quoted else None
    if quoted is not None and ends is not None:
        split = content is not None and tokens[content[0]].kind == "quote"
        asked = tokens[i].low.startswith("ask") and spoken == "?"  # “Is it safe?” I asked the guide.
        if not rest or split or asked or spoken == "," or tokens[quoted[1]].kind == ",":
            return speaker, _with_rest(tokens, quoted, max(i + 1, content[0] - 1 if split and content else i + 1))
        if i + 1 < len(tokens) and content is not None and _adjunct_only(tokens, i + 1):
            return speaker, (quoted,)
        return None
    at = speaker[0] - 1
    if rest and content is not None and any(t.kind == "quote" for t in tokens[slice(*content)]):
        return None
    between = i + 1 < len(tokens) and tokens[i + 1].kind == ","
    if at > floor and tokens[at].kind in (",", "-") and (not rest or between or _adjunct_only(tokens, i + 1)):
        start = clause_start(tokens, floor)
        end = clause_end(tokens, i + 2) if between and i + 2 < len(tokens) else 0
        if (
            end > i + 4
            and start < at
            and any(is_finite(t) or t.low.endswith("ed") for t in tokens[i + 2 : end])
            and not (
                tokens[i + 2].low.endswith("ing")
                or tokens[i + 2].low in ("and", "but", "as", "who", "according", "when", "while", "after")
            )
        ):
            return speaker, ((start, at), (i + 2, end))
        if any(is_finite(t) or t.kind == "quote" or (t.low.endswith("ed")) for t in tokens[start:at]) and (
            tokens[start].low not in PREPOSITIONS | SUBORDINATORS or at - start > 8
        ):
            return speaker, ((start, at),)
    return None


def _hearer(tokens: Sequence[Token], at: int, found: Span) -> bool:
    """Whether what follows a cue is whom it is said to, when, or “that”: “told her”, not “said her niece”."""
    low = tokens[at].low
    return low in TIMES or low == "that" or (low in OBJECTS and found[1] - found[0] == 1)


def _interrupted(tokens: Sequence[Token], i: int, first: int, floor: int) -> tuple[Span, tuple[Span, ...]] | None:
    """“She was, said her brother, ‘fearless’.”: a clause that its attribution cuts in two, before a quotation."""
    if first != i or first - floor < 2 or tokens[first - 1].kind != ",":
        return None
    speaker = after(tokens, i + 1)
    if speaker is None or speaker[1] + 1 >= len(tokens) or tokens[speaker[1]].kind != ",":
        return None
    if tokens[speaker[1] + 1].kind != "quote" or tokens[first - 2].kind != "word":
        return None
    return speaker, ((clause_start(tokens, floor), first - 1), (speaker[1] + 1, speaker[1] + 2))


def _inverted(tokens: Sequence[Token], i: int, first: int, floor: int) -> Span | None:
    """The speaker of “The bridge is unsafe, said Smith, the engineer.”"""
    if first != i or first - floor < 4 or tokens[first - 1].kind != ",":
        return None
    speaker = after(tokens, i + 1)
    if speaker is None or _hearer(tokens, i + 1, speaker):
        return None
    follows = tokens[speaker[1]] if speaker[1] < len(tokens) else None
    ends = follows is None or follows.kind in (".", ",", ";") or follows.low in TIMES | PREPOSITIONS
    told = False
    for t in tokens[clause_start(tokens, floor) : first]:
        if t.low in ("who", "whose", "which"):
            break  # “The accused, who cannot be named, denies murder.”
        told = told or is_finite(t) or t.kind == "quote"
    return speaker if ends and told and not any(is_finite(t) for t in tokens[speaker[1] :]) else None


def clause_start(tokens: Sequence[Token], floor: int) -> int:
    """The first token from `floor` on that belongs to a clause: past its comma, and past `and` or `but`."""
    n = floor + 2 if floor == 0 and len(tokens) > 2 and tokens[1].kind == ":" else floor  # “LAGOS: Two men …”
    while n < len(tokens) and (tokens[n].kind in (",", ".", "-", ";", ")") or tokens[n].low in ("and", "but", "so")):
        n += 1
    return n


def _quote_before(tokens: Sequence[Token], at: int, floor: int) -> Span | None:
    """What ends with a quotation just before token `at`: the quotation, with the words of its clause before it."""
    n = at - 1
    if n >= floor and tokens[n].kind in (",", "-", "."):
        n -= 1
    if n < floor or tokens[n].kind != "quote":
        return None
    first = n
    while first > floor and tokens[first - 1].kind not in (".", ";", ":"):
        first -= 1
    while first < n and (tokens[first].kind in (",", "-", ")") or tokens[first].low in ("and", "but", "so")):
        first += 1
    return first, n + 1


def _last_mark(tokens: Sequence[Token], quoted: Span | None) -> str:
    """The mark a quotation of its own ends with: a comma there says that what follows reports it."""
    if quoted is None or (quoted[1] > 1 and tokens[quoted[1] - 2].kind == "word"):
        return ""
    return tokens[quoted[1] - 1].low


def _with_rest(tokens: Sequence[Token], quoted: Span, at: int) -> tuple[Span, ...]:
    """A quotation, and its second half after the attribution, where the sentence goes on with a quotation."""
    for n in range(at, min(len(tokens), at + 16)):
        if tokens[n].kind == "quote":
            ends = tokens[n - 1].low.endswith(".")  # “… of Acme Inc. ‘It will …’”
            return (quoted,) if ends else (quoted, (n, n + 1))
        if tokens[n].kind in (".", ";") or (tokens[n].low in STRONG and n > at):
            break  # “…,” said one, while another said: “…”
    return (quoted,)


def _adjunct_only(tokens: Sequence[Token], at: int) -> bool:
    """Whether only when, where and to whom it was said stands before the next punctuation mark."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return at >= len(tokens) or tokens[at].kind not in ("quote", ":")
    n = at
    while n < len(tokens) and tokens[n].kind == "word":
        if tokens[n].low == "that" or (is_finite(tokens[n]) and not _since(tokens, at, n)):
            return False
        n += 1
    token = tokens[at]
    return (
        token.low in PREPOSITIONS
        or token.low in TIMES
        or is_adverb(token)
        or (
            token.low in OBJECTS
            or token.low in ("reporters", "when", "as", "while")
            or tokens[at - 1].low in ("told", "tells")
        )
    )


def _since(tokens: Sequence[Token], at: int, n: int) -> bool:
    return any(t.low in SUBORDINATORS and t.low != "that" for t in tokens[at:n])


def main_clause(tokens: Sequence[Token], at: int) -> Span:
    """The clause that token `at` stands in, from the last heavy mark before it on."""
    first = at
    while first > 0 and tokens[first - 1].kind not in (";", ".", ":"):
        first -= 1
    return clause_start(tokens, first), clause_end(tokens, at + 1)


def content_after_cue(tokens: Sequence[Token], i: int, sorts: Sorts) -> tuple[int, Sort, Span | None]:
    """Where the cue ends (with its particle), the sort it is read as, and what it reports of what follows."""
    size = len(tokens)
    here = i + 1
    for sort, kinds in sorts.items():
        for particles in kinds:
            if particles and tuple(t.low for t in tokens[here : here + len(particles)]) == particles:
                end = here + len(particles)
                if sort == "tell":
                    told = after(tokens, end, apposition=False)
                    return end, sort, (end, clause_end(tokens, end)) if told else None
                return end, sort, (end, phrase_end(tokens, end)) if end < size and tokens[end].kind != "." else None
    if here + 1 < size and tokens[here].kind == ":" and tokens[here + 1].kind == "quote":
        return here, "say", (here + 1, clause_end(tokens, here + 1))  # Angry fans blasted: “…”
    plain: list[Sort] = [sort for sort, kinds in sorts.items() if () in kinds]
    if not plain:
        return here, next(iter(sorts)), None
    if here >= size:
        return here, plain[0], None
    nxt = tokens[here]
    if nxt.low == "to" and "to" in plain:
        return here, "to", (here, clause_end(tokens, here))
    if nxt.low == "not" and "to" in plain and here + 1 < size and tokens[here + 1].low == "to":
        return here, "to", (here, clause_end(tokens, here))
    if "tell" in plain:
        told = after(tokens, here, apposition=False) if nxt.kind == "word" and nxt.low != "that" else None
        start = told[1] if told else here
        content = clause_after(tokens, start, strict=True)
        while content is None and told and start < size and tokens[start].low in TIMES | {"at", "in", "on", "during"}:
            place = after(tokens, start + 1, apposition=False)
            start = place[1] if place else start + 1
        if content is None and told and start < size and tokens[start].low in ("to", "not", "about"):
            content = (start, clause_end(tokens, start))
        if content or "say" not in plain:
            return here, "tell", content
    spoken_of = "say" in plain and nxt.low in ("about", "against", "of") and tokens[i].low not in STRONG
    noun = here + 1
    if spoken_of and noun < size and (tokens[noun].kind == "quote" or after(tokens, noun, apposition=False)):
        return noun, "of", (noun, phrase_end(tokens, noun))
    if "say" in plain or "mind" in plain:
        said: Sort = "say" if "say" in plain else "mind"
        content = clause_after(tokens, here, strict=said == "mind")
        if content is not None or not ({"of", "to"} & set(plain)):
            return here, said, content
    if "of" in plain and (
        nxt.kind == "quote" or after(tokens, here, apposition=False) or nxt.low in ("how", "what", "as")
    ):
        return here, "of", (here, phrase_end(tokens, here))
    if "to" in plain and (nxt.kind == "quote" or after(tokens, here, apposition=False)) and not is_adverb(nxt):
        return here, "to", (here, clause_end(tokens, here))
    return here, plain[0], None


def clause_after(tokens: Sequence[Token], at: int, strict: bool) -> Span | None:
    """What is reported after a cue, past when, where and to whom it was said; `strict` asks for a sign of a clause."""
    size = len(tokens)
    n = at
    for k in range(at, min(size, at + 24)):
        token = tokens[k]
        if token.low == "that" and (
            k == at or tokens[k - 1].kind == "," or not any(is_finite(t) for t in tokens[at:k])
        ):
            return k, clause_end(tokens, k + 1)
        if token.kind == "quote" and (k == at or tokens[k - 1].kind in (",", ":")):
            return k, clause_end(tokens, k)
        if token.kind == ":":
            return (k + 1, clause_end(tokens, k + 1)) if k + 1 < size else None
        if token.kind in (".", ";", "quote", "-") or (token.kind == "word" and is_finite(token)):
            break
        if token.low in CUES and k > at + 2 and "ing" in SHAPES[token.low]:
            break
        if token.low in STRONG and k > at:
            break  # “learned it from his father, who told him: …”
    while n < size:
        token = tokens[n]
        if token.kind != "word":
            return None
        if is_finite(token) and n == at and at > 0 and not strict and token.low != "said":
            return n, clause_end(tokens, n)
        if token.low in TIMES or (is_adverb(token) and n + 1 < size and token.low != "only"):
            n += 1
        elif token.low in ("in", "on", "at", "during", "to", "after", "before", "via", "from", "by", "through", "of"):
            inner = after(tokens, n + 1, apposition=False)
            if inner is None or inner[1] >= size or tokens[inner[1]].kind in (".", ",", ";", "-"):
                return (n, clause_end(tokens, n)) if token.low == "of" and inner else None
            if token.low in ("to",) and not any(t.low == "reporters" for t in tokens[n + 1 : n + 4]):
                return None
            n = inner[1]
        else:
            break
    if n + 1 < size and tokens[n].low == "about" and tokens[n + 1].low[:1].isdigit():
        return n, clause_end(tokens, n)
    if n >= size or tokens[n].low in ("about", "for", "against", "as", "with", "when", "while", "and", "or", "but"):
        return None
    if tokens[n].low in ("how", "what", "why", "whether", "if", "where"):
        return n, clause_end(tokens, n)
    end = clause_end(tokens, n)
    if strict and not _clausal(tokens, n, end):
        return None
    return n, end


def _clausal(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a noun phrase with a verb after it begins at token `at`."""
    subject = after(tokens, at, apposition=False)
    if subject is None or subject[1] >= end:
        return False
    verb = tokens[subject[1]]
    return (
        verb.kind == "quote"  # “told the court she ‘never slept’”
        or is_finite(verb)
        or is_adverb(verb)
        or (
            verb.kind == "word"
            and (verb.low.endswith(("ed", "s")) or verb.low in CUES or subject[1] - at == 1)
            and verb.low not in PREPOSITIONS
        )
    )
