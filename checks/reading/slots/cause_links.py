"""What links two events in a text: the one caused the other, had a part in it, goes with it, or came before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checks.reading.slots.phrases import kind_of
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Kind = Literal["cause", "part", "association", "sequence", "occasion"]
# Between the two, by kind: with → the first event stands before the words, with ← after them. The longest is taken.
_LINKS: dict[tuple[Kind, str], str] = {
    ("part", "→"): r"contribut(?:ed|es|ing|e) to|(?:played|plays|play|had|has) (?:an? )?(?:\w+ )?(?:part|role|hand) "
                   r"in|(?:was|were|is|are|be|been) (?:an? |one )?(?:\w+ )?"
                   r"factors? (?:in|behind)|(?:was|were|is|are) partly (?:responsible|to blame) for",
    ("part", "←"): r"(?:partly|in part|partially) (?:because(?: of)?|due to|caused by|the result of|as a result of"
                   r"|thanks to|owing to|by)",
    ("cause", "→"): r"caus(?:ed|es|ing|e)(?! of\b| by\b)|(?:led|leads?|leading) (?:directly )?to|result(?:ed|s|ing)? "
                    r"in|trigger(?:ed|s|ing)?(?! by\b)|spark(?:ed|s|ing)(?! by\b)|prompt(?:ed|s|ing)(?! by\b)"
                    r"|provok(?:ed|es|ing)(?! by\b)|(?:brought|brings|bringing|bring) about(?! by\b)|(?:gave|gives"
                    r"|giving) rise to|set(?:s|ting)? off|(?:was|were|is|are|be|been) (?:\w+ )?(?:to blame"
                    r"|responsible|blamed) for"
                    r"|(?:was|were|is|are) the (?:\w+ )?(?:cause|reason) (?:of|for|behind)|(?:and )?(?:that|this"
                    r"|which) (?:is|was|explains) why|as a (?:direct )?(?:result|consequence),?(?! of\b)"
                    r"|(?:and|which|this|that|thus|thereby) (?:therefore|consequently|thereby)|consequently|meant "
                    r"(?:that )?(?=the|it|they|he|she)|forc(?:ed|ing) (?=\S+ (?:\S+ ){0,3}to\b)",
    ("cause", "←"): r"because(?: of)?|due to|owing to|thanks to|on account of|as (?:a|the) (?:direct )?(?:result"
                    r"|consequence) of|(?:caused|triggered|sparked|prompted|provoked|driven|brought about|set off"
                    r"|started|ignited"
                    r"|fuelled|fueled) by"
                    r"|(?:was|were|is|are|be|been) (?:largely |mainly |entirely |partly )?(?:the|a) (?:\w+ "
                    r")?(?:result|consequence) of|(?:stem(?:med|s|ming)?|result(?:ed|s|ing)?|ar(?:ose|ises|ising)) from"
                    r"|(?:was|were|is|are|been|be) (?:\w+ )?(?:attributed|put down) to|(?:was|were|is|are|been) "
                    r"(?:largely |mainly )?(?:blamed on|down to)|in (?:response|reaction) to",
    ("association", "→"): r"(?:been |is |are |was |were )?(?:\w+ly )?(?:linked|tied|connected|related) (?:to|with)"
                          r"|(?:been |is |are |was |were )?(?:\w+ly )?associated with|correlat(?:ed|es|e|ing) with"
                          r"|coincid(?:ed|es|ing|e) with"
                          r"|go(?:es|ing)? (?:hand in hand )?with|went (?:hand in hand )?with|at the same time as",
    ("sequence", "→"): r"(?:well |long |shortly |just |soon |even |only |years |months |weeks |days |hours )?before"
                       r"|ahead of|prior to|preced(?:ed|es|ing)(?! by\b)|(?:was|were|is|are|been|,) (?:soon |shortly "
                       r"|quickly )?followed by"
                       r"|by the time(?: that)?|when .{0,0}|and (?:then|later|subsequently|afterwards)|[,;] then"
                       r"|(?:two "
                       r"|three |four |five |six |several |some |a few |\w+ )?(?:years?|months?|weeks?|days?|hours?) "
                       r"(?:later|afterwards?|after that)"
                       r"|later|afterwards?|subsequently|thereafter",
    ("occasion", "←"): r"(?:only )?(?:when|as soon as|once)(?= [a-z]+ )",
    ("sequence", "←"): r"(?:well |long |shortly |just |soon |only |years |months |weeks |days |hours |once |right "
                       r"|immediately )?after(?!wards?\b|noon)|follow(?:ed|s|ing)(?! by\b| suit\b)|in the wake of"
                       r"|subsequent to|preceded by|once(?= the| it| they| he| she| a )"
                       r"|as soon as|at the end of|on the heels of|in the aftermath of",
}  # fmt: skip
_NAMES = {f"{kind}{'R' if way == '→' else 'L'}": (kind, way) for kind, way in _LINKS}
_LINK = re.compile(
    "|".join(
        rf"(?P<{kind}{'R' if way == '→' else 'L'}>\b(?:{words.replace('|when .{0,0}', '')})(?![\w-]))".replace(
            r"\b(?:,", "(?:,"
        )
        for (kind, way), words in _LINKS.items()
    ),
    re.IGNORECASE,
)
# Who is blamed for what, and what on whom: the two stand behind the verb.
_BLAMED = re.compile(
    r"\b(?:(?P<c_for>blam(?:ed|es|e|ing)) (?P<c>[^.;]{2,80}?) for|(?P<e_on>blam(?:ed|es|e|ing)) (?P<e>[^.;]{2,80}?) "
    r"on|(?P<e_to>attribut(?:ed|es|e|ing)) (?P<e2>[^.;]{2,80}?) to"
    r"|put (?P<e3>[^.;]{2,80}?) down to|(?P<c_to>led|leads|prompted|drove|forced|caused|encouraged|pushed|persuaded) "
    r"(?P<moved>(?!to\b)[^.;,]{2,50}?) to (?=[a-z]+))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no (?:\w+ ){0,3}(?:link|connection|relationship|correlation|evidence|proof|sign|suggestion)\b"
    r"|(?:not|never|n['’]t) (?:\w+ ){0,2}?(?:link|caus|because|due|related|connect|to blame|responsible|led|lead"
    r"|trigger|the (?:cause|reason|result)|(?:establish|prove|show) (?:a|any|that|the|whether)\b)"
    r"|unrelated|nothing to do with|ruled out (?:\S+ ){1,6}as (?:the|a) cause|coincidence|rather than because)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:(?:cause|reason)s?\b[^.;]{0,60}\b(?:not|unknown|unclear|never|yet|investigat)|(?:not|never|n['’]t"
    r"|without) (?:\w+ ){0,3}(?:reason|cause|explanation)|(?:has|have|had) (?:not|yet)(?: yet)? (?:to )?be(?:en)? "
    r"(?:established|determined|known)"
    r"|investigat\w+ (?:the|what|why|whether)|too (?:early|soon) to say)",
    re.IGNORECASE,
)
_LATER = ("later", "afterwards", "afterward", "subsequently", "thereafter", "after that", "then")
_IDLE = listed(
    "be have do take make get go come begin start say tell report add happen occur year month week day time hour "
    "people way part result cause reason lead follow blame investigator official"
)
_EDGE = re.compile(r"[;:]|, (?:and|but|while|whereas|although|though)\b|\bbut\b")


@dataclass(frozen=True)
class Link:
    """Two events and what links them: `first` caused the `second`, or came before it."""

    kind: Kind
    first: tuple[Token, ...]
    second: tuple[Token, ...]
    cue: tuple[Token, ...]
    denied: bool

    @property
    def exact(self) -> str:
        """The linking words, as printed."""
        return str(self.cue[0].doc[self.cue[0].i : self.cue[-1].i + 1].text) if self.cue else ""


def links_in(doc: Doc) -> Iterator[Link]:
    """The links between events that a text tells, in order."""
    before: tuple[Token, ...] = ()
    for sentence in doc.sents:
        text = sentence.text
        denied = bool(_DENIED.search(text))
        for found in _BLAMED.finditer(text):
            yield from _blamed(sentence, found, denied)
        for found in _LINK.finditer(text):
            kind, way = _NAMES[str(found.lastgroup)]
            cue = _tokens(sentence, found.start(), found.end())
            if not cue or (len(cue) == 1 and cue[0].pos_ in ("NOUN", "ADJ")):  # “the cause”, “the following day”
                continue
            left, right = _sides(sentence, found.start(), found.end(), before)
            if (
                before
                and found[0].lower().endswith(_LATER)
                and way == "→"
                and kind == "sequence"
                and not (left and right)
            ):
                left, right = before, (*left, *right)
            if kind == "sequence" and not any(_happens(token) for token in right):
                continue
            first, second = (left, right) if way == "→" else (right, left)
            if first and second:
                yield Link(kind, first, second, cue, denied and kind != "sequence")
        before = events_of(list(sentence))


def unknown_in(text: str) -> str:
    """The words by which a text says that a cause is not known, or ""."""
    found = _UNKNOWN.search(text)
    return found[0] if found else ""


def denied_in(text: str) -> str:
    """The words by which a text says that one thing did not cause another, or ""."""
    found = _DENIED.search(text)
    return found[0] if found else ""


def events_of(tokens: list[Token]) -> tuple[Token, ...]:
    """The words that tell of events and of what takes part in them: verbs, nouns and names."""
    return tuple(
        token for token in tokens
        if token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") and token.ent_type_ not in ("DATE", "TIME", "CARDINAL")
        and token.lemma_.lower() not in _IDLE and token.dep_ not in ("aux", "auxpass")
        and any(letter.isalpha() for letter in token.text)
    )  # fmt: skip


def _happens(token: Token) -> bool:
    """Whether the word can tell an event: not the court that a case is *before*, nor whom one is named *after*."""
    return token.pos_ == "VERB" or (token.pos_ == "NOUN" and not kind_of(token) & {"person", "body"})


def _blamed(sentence: Span, found: re.Match[str], denied: bool) -> Iterator[Link]:
    text = sentence.text
    edge = _EDGE.search(text, found.end())
    after = events_of(list(_tokens(sentence, found.end(), edge.start() if edge else len(text))))
    cue = _tokens(sentence, found.start(), found.start() + len(found[0].split()[0]))
    if found["moved"]:
        subject = events_of(list(_tokens(sentence, _begin(text, found.start()), found.start())))
        moved = events_of(list(_tokens(sentence, found.start("moved"), found.end("moved"))))
        cause, effect = subject, (*moved, *after)
    elif found["c"]:
        cause, effect = events_of(list(_tokens(sentence, *found.span("c")))), after
    else:
        name = next(name for name in ("e", "e2", "e3") if found[name])
        cause, effect = after, events_of(list(_tokens(sentence, *found.span(name))))
    if cause and effect:
        yield Link("cause", cause, effect, cue, denied)


def _sides(
    sentence: Span, start: int, end: int, before: tuple[Token, ...]
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The events before and after the linking words; where these open the sentence, a comma parts the two."""
    text = sentence.text
    if _opens(text, start):
        comma = text.find(",", end)
        if comma < 0 or end >= comma:
            return before, events_of(list(_tokens(sentence, end, len(text))))
        return events_of(list(_tokens(sentence, comma, len(text)))), events_of(list(_tokens(sentence, end, comma)))
    left = events_of(list(_tokens(sentence, _begin(text, start), start)))
    edge = _EDGE.search(text, end)
    right = events_of(list(_tokens(sentence, end, edge.start() if edge else len(text))))
    return left or before, right


def _begin(text: str, start: int) -> int:
    """Where the clause before the linking words begins."""
    edges = [found.end() for found in _EDGE.finditer(text, 0, start) if text[found.end() : start].strip(" ,")]
    return edges[-1] if edges and start - edges[-1] > 12 else 0


def _opens(text: str, start: int) -> bool:
    return not text[:start].strip(" \"'“‘(—-")


def _tokens(sentence: Span, start: int, end: int) -> tuple[Token, ...]:
    base = sentence[0].idx if len(sentence) else 0
    return tuple(t for t in sentence if t.idx < base + end and base + start < t.idx + len(t))
