"""What to check first: the kind and the priority proposed for a sentence, with reasons in words.

Plain additive rules over the word lists of `telling_words`: each sign that is seen adds to a score or takes from it,
and is named in the reasons. Nothing is learned, and whatever states a figure or a date is never ranked 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checks.reading import telling_words as tell
from checks.reading.named.titles import NOT_NAMES
from checks.reading.parts import Part, SentenceKind


@dataclass(frozen=True)
class Found:
    """How much the rest of reading found in a sentence; all nought where the words are all that is known.

    `quoted` and `indirect` count spoken quotations and reported speech; `speaker_named` is None where nobody speaks.
    """

    dates: int = 0
    amounts: int = 0
    durations: int = 0
    names: int = 0
    offices: int = 0
    quoted: int = 0
    indirect: int = 0
    speaker_named: bool | None = None


@dataclass(frozen=True)
class _Sign:
    """Something that tells: the points it adds, and the reason that is shown, followed by the words seen."""

    points: int
    reason: str


_SIGNS = {
    "figure": _Sign(4, "states a figure"),
    "number": _Sign(3, "a number in words"),
    "change": _Sign(3, "a change is claimed"),
    "date": _Sign(2, "states a date"),
    "deed": _Sign(2, "says that somebody did something"),
    "past": _Sign(2, "tells what happened"),
    "measure": _Sign(2, "names something that is measured"),
    "comparison": _Sign(2, "comparison"),
    "quotation": _Sign(2, "quotes somebody: are these the words?"),
    "superlative": _Sign(1, "superlative or first of its kind"),
    "always": _Sign(1, "holds without exception"),
    "cause": _Sign(1, "a cause is claimed"),
    "time": _Sign(1, "says when or how often"),
    "saying": _Sign(1, "says what somebody said"),
    "unnamed": _Sign(1, "attributed to an unnamed voice"),
    "perfect": _Sign(1, "something is said to be done"),
    "name": _Sign(1, "names a person, a place or a body"),
    "names": _Sign(1, "several names"),
    "office": _Sign(1, "names an office and who holds it"),
    "others": _Sign(1, "about what others do"),
    "background": _Sign(0, "a definition or a description"),
    "imperative": _Sign(0, "an invitation or an order"),
    "future": _Sign(-1, "says what is to come"),
    "hedge": _Sign(-1, "put as a possibility"),
    "judgement": _Sign(-1, "a judgement"),
    "verdict": _Sign(0, "a judgement"),
    "deictic": _Sign(-1, "points at something said before"),
    "you": _Sign(-1, "speaks to the reader or listener"),
    "self": _Sign(-1, "in the first person"),
    "short": _Sign(-1, "only a few words"),
    "fragment": _Sign(0, "too short to state anything"),
    "stance": _Sign(-2, "a view in the first person"),
    "duty": _Sign(-2, "says what ought to be"),
    "promise": _Sign(-2, "a promise or an intention"),
    "courtesy": _Sign(-2, "a greeting or thanks"),
    "question": _Sign(-4, "a question"),
}
_TABLES: dict[str, Iterable[str]] = {
    "number": tell.NUMBER_WORDS,
    "date": tell.CALENDAR,
    "measure": tell.MEASURES,
    "change": tell.CHANGES,
    "deed": tell.DEEDS,
    "saying": tell.SAYINGS,
    "comparison": tell.COMPARISONS,
    "superlative": tell.SUPERLATIVES,
    "always": tell.ALWAYS,
    "cause": tell.CAUSES,
    "time": tell.TIMES,
    "future": tell.FUTURE,
    "promise": tell.PROMISES,
    "stance": tell.STANCE,
    "duty": tell.DUTIES,
    "hedge": tell.HEDGES,
    "judgement": tell.JUDGEMENTS,
    "courtesy": tell.COURTESIES,
    "background": tell.BACKGROUND,
    "you": tell.YOU,
    "self": tell.SELF,
    "others": tell.OTHERS,
}
_OF_FACT = tell.words("figure number change date deed past measure comparison superlative cause perfect quotation")
_OF_VIEW = tell.words("judgement stance duty promise courtesy question imperative")
_NEVER_NOUGHT = tell.words("figure number date quotation")
_PERSONAL = tell.words("stance promise courtesy question imperative self you verdict")
_UNSAID = tell.words("short self you others deictic perfect names verdict fragment")  # they count, but explain little
# Of two signs that say much the same, the first need not be told where the second is.
_TOLD_BY = {
    "past": {"deed", "change"},
    "number": {"figure"},
    "time": {"date"},
    "saying": {"quotation"},
    "name": {"office"},
}
_MOST_REASONS = 4
_FIRST, _SECOND = 9, 5  # the scores from which a statement of fact has priority 3 and 2

_WORD = re.compile(r"\d(?:[\d.,:/]*\d)?[^\W_]*|(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['-][^\W_]+)*|[$£€¥%]")
_SIGN_OF_UNIT = frozenset("$£€¥")
_SCALE = tell.words("% percent per-cent hundred thousand million billion trillion")
_QUESTION = re.compile(r"\?[\s’”\"')\]]{0,9}\Z")
_MARKED = re.compile(r"[“\"][^“”\"]*[”\"]?")
_BEGINS_ANEW = frozenset("“‘(:—–-…•!?")  # a capital after one of these is no name


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sign, phrases in _TABLES.items():
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):  # “because of” before “because”
            first, *rest = phrase.split()
            index.setdefault(first, []).append((tuple(rest), sign))
    return index


_INDEX = _by_first_word()


def weighed(exact: str, part: Part, found: Found) -> tuple[SentenceKind, int, tuple[str, ...]]:
    """What kind of sentence is this, how soon should it be checked (3 first, 0 nothing to check), and why?

    `exact` is the sentence, `part` where on the page it stands, `found` what the rest of reading saw in it. It is a
    proposal, and a person decides. Nothing is raised. The signs are those of fact-checkers' own guides and of Hassan et
    al., “Toward automated fact-checking: detecting check-worthy factual claims by ClaimBuster” (KDD 2017); the points
    are set by hand.
    """
    if part == "notice":
        return "not part of the article", 0, ("furniture of the page",)
    if part in ("byline", "dateline"):
        return "background", 0, (f"the {part}",)
    seen = _seen(exact, part, found)
    if not seen and not _WORD.search(exact):
        return "background", 0, ("no words",)
    score = sum(_SIGNS[sign].points for sign in seen)
    kind = _kind(seen, score)
    if kind == "checkable":
        priority = 3 if score >= _FIRST else 2 if score >= _SECOND else 1
        if part == "headline":
            priority = max(2, priority)  # what most readers read, and all that some do
    elif kind == "prediction":
        priority = 2 if seen.keys() & _NEVER_NOUGHT else 1
    elif kind == "opinion":
        rule = "duty" in seen and not seen.keys() & _PERSONAL  # “Drivers must carry a licence” may be so or not
        held = _NEVER_NOUGHT if "courtesy" in seen else _OF_FACT | {"name", "office"}  # a view may rest on a fact
        priority = 1 if rule or seen.keys() & held else 0
    else:
        priority = 0 if "fragment" in seen and score < 0 else 1
    return kind, priority, _why(seen, kind, found)


def _kind(seen: dict[str, str], score: int) -> SentenceKind:
    fact, view = seen.keys() & _OF_FACT, seen.keys() & _OF_VIEW
    if view <= {"judgement", "imperative"} and "name" in seen and "verdict" not in seen:
        view = set()  # “made it clear”, “Call centre”: the word is there, but nobody is judged or called upon
    if "saying" in seen and seen.keys() & {"name", "others", "office", "unnamed"}:
        fact.add("saying")  # whatever was said, that somebody said it can be checked
    if "question" in seen and "quotation" not in seen:
        return "opinion"
    if view and (not fact or score < 0) and not {"quotation", "saying"} <= fact:
        return "opinion"
    if "future" in seen and not seen.keys() & {"deed", "past", "perfect", "quotation"}:
        return "prediction"
    if "background" in seen and not fact:
        return "background"
    if not fact and "self" in seen and score < 0:
        return "opinion"
    if not fact and score < 0 and seen.keys() & {"fragment", "deictic", "you"}:
        return "background"  # “This is how it is with them”: it leans on what was said before
    return "checkable"


def _seen(exact: str, part: Part, found: Found) -> dict[str, str]:
    """The signs in a sentence, each with the words that show it."""
    plain = exact.replace("’", "'")
    marks = list(_WORD.finditer(plain))
    printed = [mark[0] for mark in marks]
    words = [word.lower() for word in printed]
    capitals = sum(word[0].isupper() for word in printed)
    often = 0.5 if part in ("headline", "standfirst") else 0.8
    titled = len(printed) > 3 and capitals > often * len(printed)  # there a capital says nothing
    names = [] if titled else _capitals(plain, marks, words)
    seen: dict[str, str] = {}
    _phrases(exact, marks, words, seen)
    _forms(words, seen)
    _figures(exact, marks, words, seen)
    _add(seen, found, [exact[start:end] for start, end in names])
    if _QUESTION.search(exact):
        seen["question"] = ""
    outside = _MARKED.sub(" ", exact)
    if len(outside) < len(exact) and "saying" in seen and found == Found():
        seen["quotation"] = ""
    return seen


def _capitals(plain: str, marks: list[re.Match[str]], words: list[str]) -> list[tuple[int, int]]:
    """Where names stand, told by their capitals; their words are marked, so that Will and Justice are no signs."""
    names: list[tuple[int, int]] = []
    last = -2
    for at, mark in enumerate(marks):
        if not mark[0][0].isupper() or words[at] in tell.SELF or _begins(plain, marks, at):
            continue
        if words[at].removesuffix("'s") in tell.CALENDAR:
            words[at] = words[at].removesuffix("'s")
            continue
        if words[at] in ("may", "march") and at and words[at - 1] in tell.BEFORE_MONTHS:
            words[at] = f"\0{words[at]}"
            continue
        start = mark.start()
        if last == at - 1 and plain[marks[last].end() : start] in (" ", ". "):
            start = names.pop()[0]
        elif (
            at == 1 and words[0] not in NOT_NAMES and marks[0][0][0].isupper() and plain[marks[0].end() : start] == " "
        ):
            start = marks[0].start()  # “Ada Park resigned”: what begins the sentence is of the name
        names.append((start, mark.end()))
        last = at
        words[at] = f"\0{words[at]}"
    return names


def _begins(plain: str, marks: list[re.Match[str]], at: int) -> bool:
    """Whether a word begins a sentence or a quotation, so that its capital says nothing."""
    if at == 0:
        return True
    between = plain[marks[at - 1].end() : marks[at].start()].strip()
    if between == ".":
        return (
            len(marks[at - 1][0]) > 3 or marks[at - 1][0] == "May"
        )  # shorter, and it is taken for an abbreviation: Mr., Gen., U.S.
    straight = plain[marks[at].start() - 1] in "\"'"  # a straight mark that touches the word opens
    return bool(between) and (between[-1] in _BEGINS_ANEW or straight)


def _add(seen: dict[str, str], found: Found, names: list[str]) -> None:
    """What the rest of reading found, as signs."""
    if found.amounts or found.durations:
        seen.setdefault("figure", seen.get("number", ""))
    elif found.dates:
        seen.pop("figure", None)  # its digits are those of the date
    if found.dates:
        seen.setdefault("date", "")
    if names or found.names:
        seen["name"] = next((name for name in names if len(name) > 2), "")
    if len(names) > 2 or found.names > 2:
        seen["names"] = ""
    if found.offices:
        seen["office"] = ""
    if found.quoted:
        seen["quotation"] = ""
    if found.indirect:
        seen.setdefault("saying", "")
    if found.speaker_named is False:
        seen["unnamed"] = ""


def _phrases(exact: str, marks: list[re.Match[str]], words: list[str], seen: dict[str, str]) -> None:
    """The signs that the tables hold, in one pass."""
    for at, word in enumerate(words):
        for rest, sign in _INDEX.get(word, ()):
            if sign not in seen and (not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest):
                seen[sign] = exact[marks[at].start() : marks[at + len(rest)].end()]
        if word in tell.JUDGEMENTS and "verdict" not in seen and _is_said_of(words, at):
            seen["verdict"] = word


def _is_said_of(words: list[str], at: int) -> bool:
    """Whether a judging word is what something is said to be: “is far too reckless”, “was a disgrace”."""
    joined = False
    for word in reversed(words[max(0, at - 6) : at]):
        if word in tell.BE:
            return True
        if word not in tell.DEGREES and not word.endswith("ly") and not joined:
            return False
        joined = word in ("and", "or", "but")  # “is slow and reckless”: the word before it is one more of the kind
    return False


def _forms(words: list[str], seen: dict[str, str]) -> None:
    """The signs that lie in the form or place of a word: past tenses, the first word, the length."""
    for at, word in enumerate(words):
        if word[0] == "\0":
            continue
        past = _is_past(word)
        if at and words[at - 1] in tell.HAVE and (past or word in tell.CHANGES):
            seen.setdefault("perfect", f"{words[at - 1]} {word}")
        arranged = word in tell.ARRANGED and (
            words[at + 1 : at + 2] == ["to"] or words[at - 1 : at] in (["is"], ["are"])
        )
        telling = seen.get("past", "was") in tell.AUXILIARIES  # “was relieved”: the second word tells more
        if past and telling and not arranged and word not in tell.SAYINGS:
            seen["past"] = word
    rest = [word for word in words if word not in tell.FILLERS]
    if rest and rest[0] in tell.DEICTIC:
        seen["deictic"] = rest[0]
    if rest and rest[0] in tell.IMPERATIVES:
        seen["imperative"] = rest[0]
    if len(rest) < 6:
        seen["short"] = ""
    if len(rest) < 2 or (len(rest) < 5 and "deictic" in seen):
        seen["fragment"] = ""


def _figures(exact: str, marks: list[re.Match[str]], words: list[str], seen: dict[str, str]) -> None:
    """A figure with its sign and scale word, as printed; and a year."""
    for at, word in enumerate(words):
        if not word[0].isdigit() and word not in _SIGN_OF_UNIT:
            continue
        if len(word) == 4 and word.isdecimal() and word[:2] in ("17", "18", "19", "20"):
            seen.setdefault("date", word)
        beside = {one.strip("\0") for one in words[max(0, at - 1) : at + 2]}
        if beside & {"may", "march"}:
            seen.setdefault("date", exact[marks[max(0, at - 1)].start() : marks[min(at + 1, len(marks) - 1)].end()])
        if "figure" not in seen:
            end = at
            while end < min(at + 3, len(words) - 1) and (words[end + 1] in _SCALE or word in _SIGN_OF_UNIT):
                end, word = end + 1, words[end + 1]
            seen["figure"] = exact[marks[at].start() : marks[end].end()]


def _is_past(word: str) -> bool:
    if word in tell.IRREGULAR_PAST:
        return True
    return word.endswith("ed") and len(word) > 4 and "-" not in word and word not in tell.NOT_PAST


def _why(seen: dict[str, str], kind: SentenceKind, found: Found) -> tuple[str, ...]:
    """The reasons, strongest first; of an opinion, those that make it one come first."""
    stated = [
        what
        for what, there in (
            ("a date", "date" in seen),
            ("an amount", found.amounts),
            ("a length of time", found.durations),
        )
        if there
    ]
    reasons = [f"states {' and '.join(stated)}"] if len(stated) > 1 else []
    against = {"opinion": _OF_VIEW, "prediction": frozenset({"future", "promise"})}.get(kind, frozenset())
    order = sorted(seen, key=lambda sign: (sign not in against, -_SIGNS[sign].points))
    said = []
    for sign in order:
        stated_already = bool(reasons) and sign in ("date", "figure", "number")
        called_upon = sign == "imperative" and kind == "checkable"  # “Share prices fell” asks for nothing
        if (
            sign not in _UNSAID
            and not called_upon
            and not stated_already
            and not seen.keys() & _TOLD_BY.get(sign, set())
        ):
            said.append(_SIGNS[sign].reason + (f": “{seen[sign]}”" if seen[sign] else ""))
    said = said[: _MOST_REASONS - len(reasons)]
    if not said and not reasons:
        return tuple(_SIGNS[sign].reason for sign in order) or ("a plain statement",)
    if kind in ("opinion", "prediction"):
        return (*said, *reasons)
    return (*reasons, *said)
