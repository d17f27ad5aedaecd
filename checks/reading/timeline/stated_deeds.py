"""What is told of a date: the verb or noun that it goes with, and the things that this was done to or by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.reading.telling_words import words
from checks.reading.timeline.stated_marks import D, Marked, Moment, Times

# Words for the same deed: verbs and the nouns made of them. The first names it.
_SAME = """
sign signs signed signing signature inked
approve approves approved approval
pass passed passes passage
adopt adopted adoption
vote voted vote voting ballot referendum
ratify ratified ratification
announce announced announces announcement announcing unveiled
order ordered orders
impose imposed imposes imposing imposition
introduce introduced introduces introduction
lift lifted lifts lifting
repeal repealed repeals repealing
scrap scrapped scrapping abolished abolition revoked
expire expired expires expiring expiry expiration lapsed lapses lapse
arrest arrested arrests arresting detained
charge charged indicted indictment
trial tried
convict convicted conviction
sentence sentenced sentencing jailed imprisoned
release released freed release paroled
acquit acquitted acquittal
found founded founding foundation established formed incorporated
build built constructed erected
construction groundbreaking
complete completed completion
demolish demolished demolition torn
open opened opens opening inaugurated inauguration
close closed closes closing closure shut
reopen reopened reopens reopening
launch launched launches launching
begin began begins begin begun beginning
start started starts start starting
commence commenced commences
end ended ends end ending
finish finished finishes finishing
conclude concluded concludes concluding
marry married marriage wedding wed
divorce divorced divorce separated
die died dies death
bury buried burial funeral
born birth
resign resigned resigns resigning resignation quit
elect elected election
appoint appointed appointment
bought buys purchased acquired acquisition purchase
sold sells resold sale
disappear disappeared vanished disappearance
depart departed departs departure sailed
arrive arrived arrives arrival docked landed
crash crashed crash collision
collapse collapsed collapse
publish published publishes publication
declare declared declares declaration
issue issued issues
propose proposed proposes proposal tabled
dissolve dissolved dissolves dissolution disbanded
merge merged merger
attack attacked attack
explode exploded explosion blast
hire hired recruited
sack sacked dismissed fired dismissal
retire retired retirement
graduate graduated graduation
submit submitted submission
agree agreed agreement
win won victory
kill killed killing murder murdered
earthquake quake
flood floods flooding
discover discovered discovery
apply applied application
file filed filing
deadline
appeal appealed appeals
ruling ruled verdict judgment judgement
nominate nominated nomination
enrol enrolled enroled enrolling enrolment
engaged engagement
premiere premiered premieres
sank sunk sinking
bankruptcy bankrupt insolvency liquidation
settle settled settlement
diagnose diagnosed diagnosis
join joined joining
leave left leaves leaving
"""
_SAID_AS = {
    "effect": "took effect, takes effect, take effect, came into force, come into force, comes into force, "
    "came into effect, into force, entered into force, went into effect",
    "publish": "delivered its report, presented its report, published its report, issued its report",
    "accede": "took office, sworn in, takes office, came to power",
    "leave": "left office",
    "resign": "stepped down, steps down, stood down, stepped aside",
    "found": "set up",
    "convict": "found guilty",
    "begin": "broke out, got under way, got underway, kicked off, kicks off",
    "disappear": "went missing",
    "depart": "set off, set sail, took off",
    "die": "passed away",
    "trial": "went on trial, stood trial, on trial",
    "end": "runs until, run until, ran until, open until, continues until, lasts until, wrapped up, drew to a close",
    "construction": "broke ground, was laid",
}
_PHRASES = {phrase: name for name, phrases in _SAID_AS.items() for phrase in phrases.split(", ")}
GROUPS = {word: line.split()[0] for line in _SAME.strip().splitlines() for word in line.split()} | _PHRASES
# Courses of things, in the order in which they come about.
CHAINS: dict[str, tuple[str, ...]] = {
    "course": (
        "begin start commence open launch impose introduce found",
        "end finish conclude close expire lift repeal scrap dissolve",
    ),
    "case": ("arrest charge", "trial", "convict", "sentence"),
    "custody": ("sentence", "release"),
    "acquittal": ("arrest charge", "acquit"),
    "building": ("construction build start begin", "complete", "open", "demolish"),
    "structure": ("build open complete", "demolish collapse"),
    "law": ("propose introduce", "pass approve adopt", "effect", "repeal scrap expire"),
    "signature": ("propose", "sign", "effect", "repeal scrap expire"),
    "treaty": ("sign", "ratify"),
    "office": ("elect appoint", "accede", "resign leave"),
    "service": ("elect appoint hire", "resign sack retire"),
    "marriage": ("marry", "divorce"),
    "life": ("born", "die", "bury"),
    "youth": ("born", "marry elect appoint graduate arrest found hire retire convict"),
    "age": ("marry elect appoint graduate arrest found hire retire resign trial win", "die"),
    "property": ("bought", "sold"),
    "voyage": ("depart", "arrive"),
    "company": ("found", "merge dissolve"),
    "bid": ("propose", "approve", "begin start open"),
    "inquiry": ("begin start open launch commence order found appoint", "publish"),
    "tender": ("open begin start launch", "deadline submit"),
    "appeal": ("ruling convict sentence", "appeal"),
    "candidacy": ("nominate", "elect", "accede"),
    "study": ("enrol", "graduate"),
    "wedding": ("engaged", "marry"),
    "membership": ("join", "leave retire resign"),
    "suit": ("file", "ruling settle"),
    "vessel": ("launch build", "sank scrap"),
    "film": ("filming shooting", "premiere publish"),
    "trade": ("born found", "bankruptcy"),
    "being": ("found born", "win bought sold hire publish sign"),
}
ONCE = words("found die born sign demolish marry bury dissolve resign retire")
_SHARES = {
    "rule": "ban restriction policy moratorium embargo curb limit prohibition rule sanction measure law "
    "decree curfew "
    "freeze",
    "truce": "truce ceasefire armistice",
    "firm": "company firm business brewery bakery shop store",
    "span": "bridge building tower church hall",
}
CLASSES = {noun: name for name, nouns in _SHARES.items() for noun in nouns.split()}
_DEED = re.compile(rf"\b(?:{'|'.join(sorted(GROUPS, key=len, reverse=True))})\b", re.IGNORECASE)
_AUX = words(
    "was were is are be been being has have had will would to first officially formally finally also "
    "then that which who it later originally eventually only just already and but he she they we "
    "when once since last now having newly soon again before after as while until not"
)
_NO_THING = words(
    "the a an of in on at by for with from its his her their this these those there year years day "
    "days week month months time people man woman part end beginning one two three work company's he "
    "she it they who which that and or but"
)
_OBJECT = re.compile(
    r" (?:(?:off|up) )?(?:the|a|an|its|his|her|their|this|that)? ?((?:[\w’'-]+ ){0,"
    r"4}?[\w’'-]+)(?= (?:on|in|at|by|for|of|to|with|from|that|which|who|after|before|until|<)|"
    r"[,.;<]|$)"
)
_OF = re.compile(
    r" of (?:the |a |an |its |his |her )?((?:[\w’'-]+ ){0,3}?[\w’'-]+)(?= (?:on|in|at|by|for|"
    r"to|with|from|that|was|is|began|<)|[,.;<]|$)"
)
# What was planned need not have come about so; what is planned now is still to come.
_PLANNED = re.compile(
    r"\b(?:would|planned to|plans? to|planning to|plan for|supposed|hopes?|hoped|aims?|target|"
    r"proposed to|could|may|might|should|promised|pledged|"
    r"vowed|intends?|intended|projected|if|unless|not|never|n’t|n't|had been to|before it|"
    r"cancelled|canceled|postponed|anniversary|"
    r"(?:was|were|been) (?:due|expected|scheduled|set|to be)|originally|initially)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\bagainst (?:the|that|this|his|her|its|their) $")
_OUTSIDE = re.compile(r"\b(?:since|before|after|no later than) $", re.IGNORECASE)
_BEGUN = ("trial", "construction", "filming", "shooting")
_OTHERS = words(
    "father mother brother sister son daughter wife husband partner friend parent family uncle aunt cousin "
    "grandfather "
    "grandmother predecessor successor colleague owner founder rival neighbour neighbor boss teacher widow child baby"
)
_OWNERLESS = words(
    "shooting filming construction work works building renovation restoration trial sentence funeral wedding burial"
)
_BREAKS = re.compile(r"[;:!?“”()]|\.\s")
_ATTRIBUTE = re.compile(
    r" (?!and|but|or|in|on|at|by|for|with|when|after|before|until|to|from|as|the|a|an|he|she|"
    r"it|they|his|her|its|their|is|was|were|had|has|will|would|that|which|who|while|where|"
    r"because|under|over|of|following|during|amid|despite|without|through|near|outside|into|"
    r"against|alongside|and)[a-z]+"
)
_ASIDE = re.compile(
    r",(?: [^,;<]{1,60}| (?:which|who|that) [^,;]{1,60}),(?: (?:was|were|has|had|is|will|been|"
    r"also|officially|first))* ?$"
)
_MARK = re.compile(r"[dl]\d")
_OPENING = re.compile(r"(?:(?:and|but|then),? ?)?(?:on|in|by|at|in early|in late)?", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Deed:
    """What is told of a date: `name` is that of its group of words, `things` the nouns it has to do with."""

    moment: Moment
    name: str
    things: frozenset[str]
    pronoun: bool
    planned: bool  # was planned, feared or denied
    marked: Marked
    start: int
    end: int

    @property
    def said(self) -> str:
        """The deed as it is written, from its word to its date."""
        return self.marked.words(self.start, self.end).exact


def deeds_in(times: Times) -> Iterator[Deed]:
    """What is told of each date, for the dates with a verb or noun near them that is known."""
    for marked in times.sentences:
        marks = list(re.finditer(D, marked.text))
        for n, mark in enumerate(marks):
            opens = marks[n - 1].end() if n else 0
            closes = marks[n + 1].start() if n + 1 < len(marks) else len(marked.text)
            deed = _deed(marked, times.moments[int(mark[1])], mark, opens, closes)
            if deed:
                yield deed


def lemma(noun: str) -> str:
    """A noun in the singular, without its capital and without the ’s of its owner."""
    word = re.sub(r"[’']s?$", "", noun).lower()
    return (
        word[:-3] + "y"
        if word.endswith("ies") and len(word) > 4
        else word[:-1]
        if word.endswith("s") and not word.endswith("ss")
        else word
    )


def _deed(marked: Marked, moment: Moment, mark: re.Match[str], opens: int, closes: int) -> Deed | None:
    text = marked.text
    for stop in _BREAKS.finditer(text, opens, mark.start()):
        opens = stop.end()
    before = text[max(opens, mark.start() - 160) : mark.start()]
    offset = mark.start() - len(before)
    attribute = not re.search(
        r"(?:on|in|at|since|from|of|by|until|till|around|about|,|late|early|mid|and|to|back|again|—|–|through) ?$",
        before,
    ) and bool(before.strip())
    if attribute and _ATTRIBUTE.match(text, mark.end()):
        return None  # the 2016 race
    hits = list(_DEED.finditer(before))
    for hit in reversed(hits):
        if len(_WORD.findall(before[hit.end() :])) > 12:
            break
        against = hit is not hits[0] and _AGAINST.search(before[: hit.start()])
        if against or _is_noun_of_another(before, hit):
            continue
        head = before[: hit.start()]
        things, pronoun = _things(head, before[hit.end() :] + "<", hit[0].lower())
        planned = bool(_PLANNED.search(before[max(hit.start() - 40, 0) : hit.start()]) or _OUTSIDE.search(before))
        name = _renamed(GROUPS[hit[0].lower()], things)
        return Deed(moment, name, things, pronoun, planned, marked, offset + hit.start(), mark.end())
    if not _OPENING.fullmatch(before.strip(" ,\n")):
        return None
    after = text[mark.end() : min(closes, mark.end() + 110)]
    closing = _BREAKS.search(after)
    after = after[: closing.start()] if closing else after
    first = _DEED.search(after)
    if first is None or re.search(r",.*,", after[: first.start()]) or _is_noun_of_another(after, first):
        return None
    things, pronoun = _things(after[: first.start()].lstrip(" ,"), after[first.end() :] + "<", first[0].lower())
    planned = bool(_PLANNED.search(after[: first.end()])) or before.strip().lower() == "by"
    name = _renamed(GROUPS[first[0].lower()], things)
    return Deed(moment, name, things, pronoun, planned, marked, mark.start(), mark.end() + first.end())


def _renamed(name: str, things: frozenset[str]) -> str:
    """A deed by what it began: of the trial or the construction that “opened”, that."""
    if name in ("begin", "start", "open", "commence"):
        return next((noun for noun in _BEGUN if noun in things), name)
    return name


def _is_noun_of_another(text: str, hit: re.Match[str]) -> bool:
    """Whether the word found is no deed here: `an opening bid`, `the end of`, `a strike force`, `order to`."""
    word, after, before = hit[0].lower(), text[hit.end() :][:12], text[: hit.start()][-12:]
    if word in ("end", "beginning", "start") and re.match(r" of\b", after):
        return True
    if word in ("order", "start", "end", "close", "open", "sentence", "charge", "strike", "orders") and re.search(
        r"\b(?:in|the|an|a|at|no|more|court|this|that|its|his|her) $", before
    ):
        return True
    return (
        word in ("closing", "opening", "starting", "beginning", "ending", "founding", "found", "signing")
        and bool(re.match(r" (?!of|in|on|at|the|a|an|its|his|her)[a-z]+", after))
        and word != "found"
    )


def _things(before: str, after: str, word: str) -> tuple[frozenset[str], bool]:
    """The nouns that a deed has to do with, and whether it has to do with a pronoun."""
    things, pronoun = _named_by(before, after, word)
    aside = _ASIDE.search(before[-120:])
    if aside:  # the mayor, Ana Lund, resigned
        named, _ = _named_by(before[-120:][: aside.start()], "", word)
        things |= named
    return frozenset(thing for thing in things if not _MARK.match(thing)), pronoun


def _named_by(before: str, after: str, word: str) -> tuple[frozenset[str], bool]:
    said = _WORD.findall(before)
    found: set[str] = set()
    pronoun = bool(said) and said[-1].lower() in ("he", "she", "it", "they", "his", "her", "its", "their")
    last = len(said) - 1
    while last >= 0 and (said[last].lower() in _AUX or said[last].endswith("ly")):
        pronoun = pronoun or said[last].lower() in ("he", "she", "it", "they")
        if said[last].lower() in ("he", "she", "it", "they"):
            break
        last -= 1
    if last >= 0 and said[last].lower() in ("he", "she", "it", "they"):
        pronoun = True
    elif last >= 0 and said[last].lower() not in _NO_THING - {"work"}:
        found.add(lemma(said[last]))
        owner = said[last - 1].lower() if last else ""
        ownerless = said[last].lower() in _OWNERLESS and owner in ("", "the", "building", "and", "but")
        owned = owner in ("his", "her", "its", "their") and lemma(said[last]) not in _OTHERS
        pronoun = owned or ownerless
        if last >= 2 and said[last][:1].isupper():
            heads = (
                re.search(r"([a-z]+) (?:of|against|for) (?:[A-Z][\w’'-]+ ?)+$", before.rstrip(" ,")) if before else None
            )
            if heads:
                found.add(lemma(heads[1]))
    of = _OF.match(after)
    thing = of or _OBJECT.match(after)
    if thing and word not in ("died", "born"):
        last_word = thing[1].split(" ")[-1]
        if last_word.lower() not in _NO_THING and last_word.lower() not in _AUX and not last_word[0].isdigit():
            found.add(lemma(last_word))
    return frozenset(found - {""}), pronoun
