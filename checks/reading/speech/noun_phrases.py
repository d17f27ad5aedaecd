"""The noun phrases that stand before and after a verb, whole: with what is set beside them between commas."""

from __future__ import annotations

from collections.abc import Sequence

from checks.reading.speech.cues import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    CUES,
    DETERMINERS,
    MANNER,
    OBJECTS,
    PLAIN_VERBS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SHAPES,
    SUBORDINATORS,
    TIMES,
)
from checks.reading.speech.tokens import Span, Token, is_adverb, is_finite

_OPENERS = DETERMINERS | POSSESSIVES
_BEFORE_OPENERS = PREPOSITIONS | COORDINATORS | DETERMINERS
LONGEST = 40  # tokens of a noun phrase: what is longer is no noun phrase


def _is_start(token: Token) -> bool:
    return token.low in DETERMINERS or token.low in POSSESSIVES or token.capital or token.low[:1].isdigit()


def before(tokens: Sequence[Token], at: int, floor: int = 0) -> Span | None:
    """The noun phrase that ends just before token `at`, with what is set beside it between commas; or None.

    Before a relative pronoun (“groups, who warn”) it is the phrase that the pronoun stands for.
    """
    last = at - 1
    if last < floor or tokens[last].kind in ("quote", ".", ";", ":", "("):
        return None
    if tokens[last].low in ("who", "which", "that"):
        if last > floor and tokens[last - 1].kind in (",", "-"):
            last -= 1
        return _antecedent(tokens, _ending(tokens, last, floor))
    if tokens[last].kind in (",", "-"):
        return _with_apposition(tokens, last, floor)
    found = _ending(tokens, at, floor)
    return _with_relative(tokens, found[0] if found else at, at, floor) or found


def _with_relative(tokens: Sequence[Token], first: int, last: int, floor: int) -> Span | None:
    """“a study that appeared in May”: the phrase with the noun that its relative clause belongs to, if it is in one."""
    for n in range(first - 1, max(floor, first - 9), -1):
        token = tokens[n]
        if token.kind != "word" or token.low in COORDINATORS:
            return None
        if token.low in ("who", "which", "that"):
            inside = tokens[n + 1 : last]
            verb = inside[0].low in AUXILIARIES or inside[0].low in PLAIN_VERBS or inside[0].low.endswith("ed")
            if not verb or tokens[n - 1].kind != "word" or tokens[n - 1].low in CUES:
                return None
            noun = _ending(tokens, n, floor)
            return (noun[0], last) if noun else None
    return None


def _antecedent(tokens: Sequence[Token], found: Span | None) -> Span | None:
    """What a relative pronoun stands for: of “has drawn criticism from groups, who” the groups."""
    if found is None:
        return found
    for n in range(found[1] - 2, max(found[0] - 1, 0), -1):
        if tokens[n].low.endswith("ed") and tokens[n - 1].capital and not tokens[n].capital:
            nearest = [k for k in range(n + 1, found[1]) if tokens[k].low in _OPENERS]
            return (nearest[-1], found[1]) if nearest else found  # “Smith learned it from his father, who”
    for n in range(found[1] - 1, found[0] + 1, -1):
        if tokens[n].low in POSSESSIVES and tokens[n - 1].low in ("from", "by", "with", "to"):
            return n, found[1]  # “the tune from her aunt, who”
    if found[0] == 0:
        return found
    earlier = tokens[found[0] - 1]
    if earlier.kind != "word" or not (earlier.low in AUXILIARIES or is_adverb(earlier)):
        return found
    nearest = [n for n in range(*found) if tokens[n].low in ("from", "by", "with", "to", "on", "in", "at")]
    return (nearest[-1] + 1, found[1]) if nearest and nearest[-1] + 1 < found[1] else found


def _ending(tokens: Sequence[Token], at: int, floor: int) -> Span | None:
    """The noun phrase whose last word stands just before token `at`."""
    first = last = at
    while first > floor and last - first < LONGEST:
        token = tokens[first - 1]
        low = token.low
        if token.kind == ")":
            opened = next((n for n in range(first - 2, max(floor, first - 12) - 1, -1) if tokens[n].kind == "("), None)
            if opened is None:
                break
            first = opened
            continue
        if token.kind != "word" or low in SUBORDINATORS or is_finite(token):
            break
        if low in PRONOUNS and not (low in DETERMINERS and first < last):
            if first == last:
                first -= 1
            break
        if low in COORDINATORS and not _joins(tokens, first - 1, last, floor):
            break
        if first < last and is_adverb(token) and not token.capital:
            break
        if first < last and low in OBJECTS and low not in POSSESSIVES:
            break
        if first < last and low in CUES and not token.capital and _starts_phrase(tokens[first]):
            break  # “asked John Smith”: a verb and its object
        first -= 1
        if low in _OPENERS:
            earlier = tokens[first - 1] if first > floor else None
            if earlier is not None and token.capital and earlier.capital:
                continue  # Channel Nine
            if earlier is None or not (
                earlier.low in PREPOSITIONS or earlier.low in COORDINATORS or earlier.low in DETERMINERS
            ):
                break
    return _trimmed(tokens, first, last)


def _starts_phrase(token: Token) -> bool:
    return token.capital or token.low in DETERMINERS or token.low in POSSESSIVES or token.low in PRONOUNS


def _joins(tokens: Sequence[Token], at: int, last: int, floor: int) -> bool:
    """Whether a coordinator joins two noun phrases: no verb stands before it, back to where the clause begins."""
    if at + 1 >= last or at <= floor or tokens[at - 1].kind != "word" or tokens[at].low not in ("and", "or"):
        return False
    for n in range(at - 1, max(floor, at - 15) - 1, -1):
        token = tokens[n]
        if token.kind != "word":
            return True
        if is_finite(token) or token.low in SUBORDINATORS or token.low in PRONOUNS - DETERMINERS:
            return False
        if not token.capital and (token.low.endswith("ed") or (token.low in CUES and "third" in SHAPES[token.low])):
            return False
    return True


def _participle(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase opens with a participle clause (“Speaking to reporters”), not with “leading scientists”."""
    if last - first < 2 or not tokens[first].low.endswith("ing"):
        return False
    nxt = tokens[first + 1].low
    return tokens[first].capital or nxt in DETERMINERS or nxt in PREPOSITIONS


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """A noun phrase without the time, place or adverb that opens its sentence."""
    while first < last:
        token = tokens[first]
        if token.low in PREPOSITIONS or _participle(tokens, first, last):
            nxt = next(
                (
                    n
                    for n in range(first + 1, last)
                    if (
                        (
                            tokens[n - 1].low in TIMES
                            or tokens[n - 1].low in MANNER
                            or (tokens[n - 1].low[:4].isdigit() and n - first > 1)
                        )
                        and tokens[n].low not in TIMES
                    )
                    or (n > first + 1 and tokens[n].low in DETERMINERS and tokens[n - 1].low not in PREPOSITIONS)
                ),
                last,
            )
            first = nxt
        elif token.low in COORDINATORS or (is_adverb(token) and token.low != "once") or token.kind != "word":
            first += 1
        else:
            break
    while last > first and tokens[last - 1].low in TIMES and last - first > 1:
        last -= 1
    while last > first and tokens[last - 1].low in PREPOSITIONS:
        last -= 1
    if first >= last:
        return None
    only = tokens[first].low
    if last - first == 1 and (only in TIMES or only in OBJECTS or only in PREPOSITIONS or only in ADVERBS):
        return (first, last) if only in ("it", "you", "her") else None
    return first, last


def _with_apposition(tokens: Sequence[Token], comma: int, floor: int) -> Span | None:
    """“John Smith, 43, a plumber from Leeds,”: the segments between commas that make one noun phrase."""
    edges = [comma]
    n = comma - 1
    while n >= floor and tokens[n].kind not in ("quote", ".", ";", ":") and comma - n < 60:
        if tokens[n].kind in (",", "-"):
            edges.append(n)
        n -= 1
    edges.append(n)
    edges.reverse()
    furthest = len(edges) - 2  # the first segment that all between it and the comma can be set beside
    while furthest > 0 and _beside(tokens, edges[furthest] + 1, edges[furthest + 1]):
        furthest -= 1
    for head in range(furthest, len(edges) - 2):
        start, stop = edges[head] + 1, edges[head + 1]
        if start >= stop or (tokens[start].low.endswith("ed") and tokens[start + 1].low in PREPOSITIONS):
            continue  # “Reached by phone, the owner, who …”
        found = _ending(tokens, stop, start)
        opens = tokens[start]
        whole = found is not None and (
            found[0] == start or opens.low in COORDINATORS or opens.low in SUBORDINATORS or is_adverb(opens)
        )
        if found and (whole or head == len(edges) - 3) and not _has_verb(tokens, found[0], found[1]):
            return found[0], comma
    return None


def _beside(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a segment between commas can be set beside a noun phrase: an age, a description, a relative clause."""
    if start >= stop:
        return False
    token = tokens[start]
    if token.kind != "word":
        return token.kind == "("
    if token.low in ("who", "whose", "which", "whom", "himself", "herself", "both") or token.low[:1].isdigit():
        return True
    if token.low in ("and", "or"):
        return not _has_verb(tokens, start, stop)
    if token.low in SUBORDINATORS or token.low in COORDINATORS or token.low in PRONOUNS - DETERMINERS:
        return token.low in ("as", "where", "when", "once", "until") and stop - start > 1
    return not _has_verb(tokens, start, stop)


def _has_verb(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a finite verb stands in a stretch, outside a relative clause."""
    for n in range(start, stop):
        if tokens[n].low in ("who", "which", "that", "whose"):
            return False
        if tokens[n].kind == "word" and is_finite(tokens[n]) and tokens[n].low not in ("being", "having", "led"):
            return True
    return False


def after(tokens: Sequence[Token], at: int, apposition: bool = True, documents: bool = False) -> Span | None:
    """The noun phrase that begins at token `at`, with what is set beside it; None if none begins there.

    `documents` lets it take in where a thing was made and what it is on (“a report by the bank on trade”).
    """
    size = len(tokens)
    if at >= size or tokens[at].kind != "word":
        return None
    low = tokens[at].low
    within_name = tokens[at].capital and at and at + 1 < size and tokens[at + 1].capital  # told Us Weekly
    if (low in PRONOUNS or low in OBJECTS) and low not in _OPENERS and not within_name:
        return at, at + 1
    if low in PREPOSITIONS or low in SUBORDINATORS - {"that"} or low in COORDINATORS or is_finite(tokens[at]):
        return None
    named = tokens[at].capital
    n = at
    while n < size and n - at < LONGEST:
        token = tokens[n]
        low = token.low
        if token.kind == "(":
            closed = next((k for k in range(n, min(size, n + 12)) if tokens[k].kind == ")"), None)
            if closed is None:
                break
            n = closed + 1
            continue
        if token.kind != "word":
            break
        if n > at:
            if low in ("who", "whose") or (low in ("that", "which") and documents):
                n = _relative(tokens, n)
                break
            if (is_finite(token) or low in SUBORDINATORS or low in PRONOUNS - DETERMINERS) and not token.capital:
                break
            if low in TIMES and not (token.capital and n + 1 < size and tokens[n + 1].capital):
                break
            if is_adverb(token) and documents and tokens[n - 1].low.endswith("ed"):
                n += 1
                continue
            if is_adverb(token) or (low in CUES and not token.capital and _verb_like(tokens, n)):
                break
            if low in PREPOSITIONS and not _belongs(tokens, n, named, documents):
                break
            if low in COORDINATORS and not (
                low == "and" and n + 1 < size and (_is_start(tokens[n + 1]) or not named) and not _clause(tokens, n + 1)
            ):
                break
            if low in _OPENERS and tokens[n - 1].low not in _BEFORE_OPENERS:
                break  # “told the inquest her son had …”
        n += 1
    if n == at:
        return None
    while apposition and n + 1 < size and n - at < LONGEST and tokens[n].kind == ",":
        end = _apposed(tokens, n + 1)
        if end is None:
            break
        n = end
    return at, n


def _verb_like(tokens: Sequence[Token], n: int) -> bool:
    shapes = SHAPES[tokens[n].low]
    nxt = tokens[n + 1] if n + 1 < len(tokens) else None
    follows = nxt is not None and (nxt.kind == "quote" or nxt.low == "that" or _starts_phrase(nxt))
    return "ing" in shapes or ("past" in shapes and nxt is not None and nxt.low != "by") or follows


def _clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether what begins here has a verb before the next punctuation mark."""
    for token in tokens[at : at + 12]:
        if token.kind != "word":
            return False
        if is_finite(token) or (token.low in CUES and "past" in SHAPES[token.low]):
            return True
    return False


def _belongs(tokens: Sequence[Token], n: int, named: bool, documents: bool) -> bool:
    """Whether a phrase with a preposition belongs to the noun before it, and does not say when or how it was said."""
    nxt = tokens[n + 1] if n + 1 < len(tokens) else None
    if nxt is None or nxt.kind != "word":
        return False
    ahead = [t.low for t in tokens[n + 1 : n + 5] if t.kind == "word"]
    low = tokens[n].low
    if low == "of":
        return True
    if (
        nxt.low in TIMES
        or nxt.low[0].isdigit()
        or any(word in MANNER for word in ahead[:3])
        or "reporters" in ahead[:1]
    ):
        return documents and low in ("by", "from", "for") and nxt.low not in TIMES
    if documents:
        return low in ("by", "from", "for", "on", "at", "in", "with", "to", "about", "into", "against", "between")
    if low in ("for", "from", "at", "with", "to", "behind", "like"):
        return nxt.capital or nxt.low in DETERMINERS or not named
    return low in ("in", "on", "near", "against", "within", "inside", "outside", "between") and not named


def _relative(tokens: Sequence[Token], n: int) -> int:
    """Where a relative clause that begins at token `n` ends."""
    start = n
    while n < len(tokens) and tokens[n].kind in ("word", "(", ")"):
        n += 1
    if n < len(tokens) and tokens[n].kind == "quote" and n == start + 1:
        n += 1
    return n


def _apposed(tokens: Sequence[Token], at: int) -> int | None:
    """Where a description after a comma ends (“, 43”, “, the coach”, “, who spoke on condition …”); else None."""
    token = tokens[at]
    if token.kind != "word":
        return None
    if token.low in ("who", "whose", "which"):
        return _relative(tokens, at)
    plain = not token.capital and (
        token.low in PREPOSITIONS
        or token.low in COORDINATORS
        or token.low in SUBORDINATORS
        or token.low in PRONOUNS - DETERMINERS
        or is_adverb(token)
        or is_finite(token)
        or token.low.endswith("ing")
        or (token.low in CUES and "past" in SHAPES[token.low])
    )
    if plain and token.low not in ("of", "from", "speaking"):
        return None
    if plain and token.low == "speaking":
        return None
    if token.capital and (token.low in TIMES or token.low in ("according", "when", "as", "if", "but", "and")):
        return None
    n = at + 1
    while n < len(tokens) and tokens[n].kind in ("word", "(", ")"):
        if tokens[n].low in ("who", "whose", "that", "which"):
            return _relative(tokens, n)
        if is_finite(tokens[n]) or tokens[n].low in ("after", "before", "as", "when", "while"):
            return None if is_finite(tokens[n]) else n
        if tokens[n].low in PREPOSITIONS and not _belongs(tokens, n, False, False):
            return n
        n += 1
    return n
