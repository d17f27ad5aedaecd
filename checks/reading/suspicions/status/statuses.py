"""An act told as done in one place and as to come in another, and states of one thing that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.named.titles import STYLES
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.speech.cues import listed
from checks.reading.suspicions.status.acts import EXCLUDED, NEEDS
from checks.reading.suspicions.status.noun_runs import Phrase
from checks.reading.suspicions.status.stages import ALIKE, GENERIC
from checks.reading.suspicions.status.told import EVENTS, MONEY, Told, told_in, unquoted

if TYPE_CHECKING:
    from checks.reading.article import Reading

_UNMADE = frozenset(
    ("talks", "seeking", "buyer", "agree", "reach", "settle", "ban")
)  # of these “a deal” may be the one that was made
_ANOTHER = frozenset(("another", "other", "others", "further", "more", "additional", "own", "next", "remaining"))
_PLACES = frozenset(("in", "by", "from", "at"))
_AGE = frozenset(("old", "original", "former"))
# What a thing with a name is called again, where nothing else of the kind is spoken of.
_CALLED = listed(
    "school company firm club party bank hospital church museum ship vessel hotel theatre station building town union"
    " airline charity college university festival cyclone storm hurricane"
)
_AGAIN = frozenset(("reopen", "resume", "restore", "back_to_work", "open"))
_LATER = (
    r"(?:will|(?:is|are) (?:expected|due|set|scheduled) to) (?!be (?:buried|cremated|remembered|missed|laid"
    r"|honou?red|replaced|"
    r"succeeded|commemorated|mourned|raised|salvaged|rebuilt|lifted|sorely|greatly|broken|towed|scrapped"
    r"|removed|awarded|given)"
    r"|lie|always|never|not)\w+|(?:plans|hopes|intends|wants) to \w+"
)
_RECOVERING = (
    r"(?:is|remains) (?:still )?(?:in (?:hospital|intensive care|a coma|a (?:\w+ )?condition|(?:a )?(?:stable|serious"
    r"|critical|fair|good) condition)|recovering|conscious|out of danger|stable|being treated|fighting for)"
)
_NAMED_WITH_AGE = re.compile(r"((?:[A-Z][\w’'-]+ ){1,3})?([A-Z][\w’'-]+), (?:who was |aged )?\d\d?\b")
_GONE = (
    ("die", rf"(?:{_LATER}|{_RECOVERING}|lives in|(?:is|are) (?:preparing|planning|looking forward))"),
    ("sink", rf"(?:{_LATER}|leaves|sails|serves|runs|plies|is (?:moored|anchored|on its way|on her way))"),
    ("demolish", r"(?:serves|houses|welcomes|is (?:open|used|home)|stands|attracts|remains (?:open|in use))\b"),
)
_DUTIES = ("must", "may", "are still", "still may")
CHECK = "status_is_consistent"
_MOST = 60  # mentions of one act that are compared: more would be no article
_DISPUTED = {"uphold", "admit", "confirm", "wed"}  # of which the article often tells two times or two charges


def done_and_planned(reading: Reading) -> Iterator[Suspicion]:
    """What is told as done in one sentence and as not done, or to come, in another; and opposite states of one thing.

    `likely` where both speak of one thing in the same words; nothing is certain, since time may have passed between.
    """
    by_act: dict[str, list[Told]] = {}
    for one in told_in(reading):
        by_act.setdefault(one.act, []).append(one)
    found: dict[tuple[str, str, str], Suspicion] = {}
    low = reading.text.lower()
    for act, mentions in by_act.items():
        done = sorted((one for one in mentions if one.stage == "done" and not one.past), key=_plainness)[:_MOST]
        for other in sorted(NEEDS.get(act, {act})):
            others = [one for one in by_act.get(other, ()) if one.stage != "done"][:_MOST]
            _compare(done, others, found, low)
    for act, other, stages in EXCLUDED:
        done = [one for one in by_act.get(act, ()) if one.stage == "done" and not one.past][:_MOST]
        others = [one for one in by_act.get(other, ()) if one.stage in stages and not one.past][:_MOST]
        _compare(done, others, found, low)
    yield from found.values()
    yield from _gone_and_active(reading, by_act)


def _gone_and_active(reading: Reading, by_act: dict[str, list[Told]]) -> Iterator[Suspicion]:
    """Who has died and what has sunk or been pulled down, of which something is told that it will do or still does."""
    masked = ""
    for act, sign in _GONE:
        gone = [one for one in by_act.get(act, ()) if one.stage == "done" and not one.past][:5]
        for head, named, one in [
            (phrase.head, phrase.words, told) for told in gone for phrase in _who(reading, told, act)
        ]:
            masked = masked or unquoted(reading)
            sentence = reading.sentences[one.sentence]
            name = re.escape(head)
            doing = rf"(?:(\w+)\.? )?\b{name}s?,?(?: who)? {sign}"
            if act == "die":
                doing += (
                    rf"|\bexpect(?:s|ed)? (?:\w+\.? ){{0,2}}{name} to (?:make|recover|survive|live|leave|return|pull)\b"
                )
            for match in re.finditer(doing, masked, re.IGNORECASE):
                before = match[1] or ""
                other = before[:1].isupper() and before.lower() not in STYLES | named | {"the"}
                if not (sentence.start <= match.start() < sentence.end or other):
                    words = Words(match.start(), match.end(), reading.text[match.start() : match.end()])
                    who = head.capitalize() if act == "die" else f"the {head}"
                    reason = f"“{one.words.exact}” and “{words.exact}” cannot both be so of {who} now."
                    spans = tuple(sorted((one.words, words), key=lambda span: span.start))
                    yield Suspicion("done and planned", CHECK, reason, "likely", spans)
                    return


def _who(reading: Reading, one: Told, act: str) -> list[Phrase]:
    """Who died, by name, which may come after “a climber”, with the age; or what is gone."""
    if act != "die":
        return [phrase for phrase in one.of if not phrase.rest][:3]
    named = [phrase for phrase in one.of if phrase.name and phrase.head.isalpha()][:3]
    if not any(phrase.new for phrase in one.of):
        return named
    here = reading.sentences[one.sentence : one.sentence + 2]
    text = reading.text[here[0].start : here[-1].end]
    told = [match[2].lower() for match in _NAMED_WITH_AGE.finditer(text)]
    return [*named, *(Phrase(name, frozenset((name,)), frozenset(), True) for name in told if len(told) == 1)]


def _plainness(one: Told) -> bool:
    """Puts what is told in a perfect or a passive first, which says outright that it is done."""
    return " " not in one.words.exact


def _compare(done: list[Told], others: list[Told], found: dict[tuple[str, str, str], Suspicion], low: str) -> None:
    """Adds for each act and thing the first two mentions that cannot both be so."""
    for one in done:
        for other in others:
            disputed = other.speaker and one.speaker != other.speaker and other.stage == "not done"
            if one.sentence == other.sentence or disputed:
                continue
            thing = _thing(one, other)
            if thing and not _two_of(thing, one, other, low) and (one.act, other.act, thing) not in found:
                found[one.act, other.act, thing] = _suspicion(one, other, thing)


def _two_of(thing: str, one: Told, other: Told, low: str) -> bool:
    """Whether the article has more than one such thing: a bus driver, and the driver of a lorry."""
    said = [phrase.words - {thing} for told in (one, other) for phrase in told.of if phrase.head == thing]
    told_apart = [words for words in said if words]
    if len(told_apart) == len(said) or not told_apart or any(phrase.name for phrase in one.of if phrase.head == thing):
        return False
    for match in re.finditer(rf"\b{re.escape(thing)} (?:of|on|in|from) (?:the|an?) ([\w-]+)", low):
        if not any(match[1] in words for words in told_apart):
            return True
    return False


def _suspicion(one: Told, other: Told, thing: str) -> Suspicion:
    first, second = sorted((one.words, other.words), key=lambda words: words.start)
    if other.stage == "done":
        told = f"“{first.exact}” and “{second.exact}” are both said of the {thing}, and cannot both be so at one time"
    else:
        what = {"to come": "tells as to come", "not done": "tells as not done"}.get(other.stage, "says is not yet so")
        told = f"“{one.words.exact}” tells as done what “{other.words.exact}” {what}, both of the {thing}"
    certainty: Certainty = "look" if one.act in _DISPUTED and other.act != one.act else "likely"
    return Suspicion("done and planned", CHECK, f"{told[0].upper()}{told[1:]}.", certainty, (first, second))


def _thing(one: Told, other: Told) -> str:
    """The noun of what both are told of; empty if nothing says that it is one thing."""
    partly = one.partly - {"again"} if one.act in _AGAIN else one.partly
    if other.partly != partly or other.partly & _ANOTHER or _apart(one, other):
        return ""
    if other.act == "lift" and other.words.exact.lower().startswith(_DUTIES):
        return _duty(one, other)
    unmade = other.stage == "not done" or "yet" in other.words.exact or other.act in _UNMADE
    several = any(phrase.rest for phrase in (*one.of, *other.of))
    for ours in one.of:
        for theirs in other.of:
            theirs = theirs._replace(new=False) if unmade else theirs
            same = _same(ours, theirs) if one.sentence < other.sentence else _same(theirs, ours)
            if same and not (several and same in EVENTS):
                return same
    return ""


def _duty(one: Told, other: Told) -> str:
    """The noun of an order that was lifted, if what one must still do is what it orders."""
    ordered = {word[:4] for phrase in one.of for word in phrase.words}
    still = {word[:4] for phrase in other.of for word in phrase.words}
    return one.of[0].head if ordered & still else ""


def _apart(one: Told, other: Told) -> bool:
    """Whether what follows them is not the same: “for adults” and “for children”, “by the EU” and “in Japan”."""
    for word in dict.fromkeys(word for word, _ in one.beside):
        ours = [phrase for also, phrase in one.beside if also == word]
        theirs = [
            p
            for also, p in other.beside
            if also == word or (p.name and word in _PLACES and also in _PLACES and any(a.name for a in ours))
        ]
        if theirs and not any(a.head in b.words or b.head in a.words for a in ours for b in theirs):
            return True
    return False


def _rest(phrase: Phrase) -> frozenset[str]:
    """What tells a phrase from others: its age does not, nor its price."""
    price = not phrase.words.isdisjoint(MONEY)
    return frozenset(word for word in phrase.rest - _AGE if not (price and (word[0].isdigit() or word in MONEY)))


def _same(before: Phrase, after: Phrase) -> str:
    """The noun for the one thing that two phrases mean, in the order of the text; empty if they need not mean one."""
    if _rest(before) != _rest(after) or after.rest & _ANOTHER or after.new:
        return ""  # “a bill” that comes later is another one
    if before.head in STYLES or after.head in STYLES | MONEY or before.head in MONEY:
        return ""
    both = {before.head, after.head} | STYLES
    mine, its = before.words - both, after.words - both
    if before.head in EVENTS and its:
        return ""
    if before.head == after.head or before.head in after.words or after.head in before.words:
        apart = mine and its and not mine & its  # the Senate’s bill is not the House’s, nor Ann Lee Tom Lee
        return "" if apart else after.head if after.head in before.words else before.head
    if before.name and not after.name and after.words == {after.head} and after.head in _CALLED:
        return after.head
    alike = not its and any(before.head in nouns and after.head in nouns for nouns in ALIKE)
    named = any(after.head in general and not before.words.isdisjoint(nouns) for nouns, general in GENERIC)
    return after.head if alike or named else ""
