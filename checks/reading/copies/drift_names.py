"""Names that a copy has and the first has not, each beside the name of the first that it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checks.case.when import MONTHS
from checks.reading.copies.aligned import Aligned
from checks.reading.copies.drift_sides import Side
from checks.reading.names import plain
from checks.reading.slots.names_alike import names_alike, people_of
from checks.reading.slots.parts import Relation
from checks.reading.speech.cues import listed

_ONE = r"[A-ZÀ-Þ](?:(?:\.[A-Z])+\.?|\.(?= [A-Z])|[\w'’&-]*)"  # U.S., J. before a name, a word
_RUN = re.compile(
    rf"(?<![\w.]){_ONE}(?:(?:[ ](?:of|for|and|the|de|la|du|van|von|der|al|bin)){{0,2}}[ ](?:{_ONE}|\d+))*"
)
_PLACED = re.compile(r"-(?:based|born|owned|led|run|style|area|made)$")
_EDGE = re.compile(r"^[\W_]+|(?:['’]s|[\W_])+$")
_BEFORE = re.compile(r"(?:^|[\"“”‘'(:—–-]\s*|[.!?][\"”’)]?\s+)$")
_AGED = re.compile(r", (?:aged )?(?P<age>\d{1,3})\b(?! [\w-])")
_NO_NAME = listed(
    "mr mrs ms miss dr sir dame lord lady president vice prime minister secretary chancellor senator sen rep governor"
    " gov mayor judge justice general gen captain capt professor prof councillor cllr chief deputy director chairman"
    " chairwoman chair inspector sergeant detective superintendent constable officer attorney assistant commissioner"
    " monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter"
    " i the a an of for and in on at by it he she they we but this that these those there here"
) | {month.lower() for month in MONTHS} | {month[:3].lower() for month in MONTHS}  # fmt: skip
_LIKE = 0.12  # how far two lines must tell the same where the names share a word or look alike
_LINES = 0.3  # and where they share nothing
_LETTERS = 70  # how alike two words must be written to be taken for one, of 100


@dataclass(frozen=True)
class Called:
    """A name as printed, its kind if known, its words in small letters, its place, the small word and the age by it."""

    start: int
    exact: str
    kind: str
    words: tuple[str, ...]
    line: int
    before: str
    age: str


def changed_names(first: Side, copy: Side, lay: Aligned) -> list[tuple[int, str, str]]:
    """The names that stand for others: the place in the copy, the name in the first, the name in the copy.

    Each once, in its fullest form. A surname alone, initials and recorded other names are the same name.
    """
    ours, theirs = names_of(first), names_of(copy)
    known, known_there = _known(first), _known(copy)
    lost = [one for one in ours if _own(one, known_there)]
    new = [one for one in theirs if _own(one, known)]
    wanted = []
    at_line: dict[int, list[int]] = {}
    for i, one in enumerate(lost):
        at_line.setdefault(one.line, []).append(i)
    for j, other in enumerate(new):
        for i in sorted(i for line in lay.pairs[other.line] for i in at_line.get(line, ())):
            one = lost[i]
            score = _score(one, other, lay, known, known_there)
            if score and not _one_name(one, other, ours, theirs):
                wanted.append((score, i, j))
    told: dict[str, tuple[int, str, str]] = {}
    used: dict[str, str] = {}
    for _, i, j in sorted(wanted, key=lambda one: (-one[0], one[2], one[1])):
        key, of = _own(new[j], known)[-1], _own(lost[i], known_there)[-1]
        if used.setdefault(key, of) != of or any(k != key and of == v for k, v in used.items() if v):
            continue
        at, was, now = told.get(key, (new[j].start, "", ""))
        if len(new[j].exact) + len(lost[i].exact) > len(was) + len(now):
            told[key] = (min(at, new[j].start), lost[i].exact, new[j].exact)
    return sorted(told.values())


def names_of(side: Side) -> list[Called]:
    """What an article names, outside quotations and bylines: what its reading proposes, and runs of capitals."""
    text = side.reading.text
    kinds: dict[tuple[int, int], str] = {
        (one.start, one.end): one.kind for one in side.reading.names if one.kind != "office"
    }
    proper = {word for start, end in kinds for word in _split(text[start:end])}
    inside: dict[int, list[tuple[int, int]]] = {}
    for span in sorted(kinds):
        inside.setdefault(side.line_of(span[0]), []).append(span)
    begins = {line.start for line in side.lines}
    spans = dict(kinds)
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start in begins or _BEFORE.search(text, max(0, start - 3), start):
            head = match[0].split(" ")[0]
            if not set(_split(head)) & proper and not people_of(head):
                start += len(head) + 1  # a capital that begins a sentence makes no name
        if start < end:
            spans.setdefault((start, end), "")
    found = []
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end <= reached:
            continue  # a part of a longer name
        reached = end
        kind = spans[start, end] or next(
            (kinds[span] for span in inside.get(side.line_of(start), ()) if start <= span[0] and span[1] <= end), ""
        )
        exact = _EDGE.sub("", text[start:end])
        words = tuple(
            word for whole in _split(exact) if (word := _PLACED.sub("", whole)) not in _NO_NAME and not word.isdigit()
        )
        aged = _AGED.match(text, end)
        if len(words) == 1 and people_of(words[0]):
            kind = "place"
        elif aged:
            kind = "person"
        if words and start >= side.lead and not side.is_quoted(start, end):
            line, before = side.line_of(start), _word_before(text, start)
            found.append(Called(start, " ".join(exact.split()), kind, words, line, before, aged["age"] if aged else ""))
    return found


def _word_before(text: str, at: int) -> str:
    """The small word before a name: from Ostrava."""
    found = re.search(r"\b([a-z]+) $", text[max(0, at - 20) : at])
    return found[1] if found and found[1] not in ("the", "and", "of", "said", "by") else ""


def _split(name: str) -> list[str]:
    return [word for word in re.split(r"[\s/]+", plain(re.sub(r"['’]s\b|['’]$", "", name))) if word.strip("-'\"“”()")]


def _known(side: Side) -> frozenset[str]:
    """All words of an article in the forms in which a name may take them up."""
    found = set[str]()
    for word in re.findall(r"[^\W_][\w'’.-]*", side.reading.text):
        for part in (word, *word.split("-")):
            for split in _split(part.strip(".'’")):
                found |= {split, split.replace(".", ""), split.removesuffix("s")}
                if of := people_of(split):
                    found |= set(of.split())
    return frozenset(found)


def _own(one: Called, known: frozenset[str]) -> list[str]:
    """The words of a name that the other article has nowhere."""
    return [
        word
        for word in one.words
        if not {word, word.replace(".", ""), word.removesuffix("s")} & known
        and not (people_of(word) and set(str(people_of(word)).split()) <= known)
    ]


def _score(one: Called, other: Called, lay: Aligned, known: frozenset[str], known_there: frozenset[str]) -> float:
    """How far a name of the copy stands where one of the first stood; 0 if nothing says so."""
    from rapidfuzz.fuzz import ratio

    like = lay.likeness(other.line, one.line)
    shared = len(set(one.words) & set(other.words))
    letters = max(ratio(a, b) for a in _own(one, known_there) for b in _own(other, known))
    kinds = one.kind == other.kind or "" in (one.kind, other.kind)
    alike = letters >= _LETTERS or (shared > 0 and len(one.words) == len(other.words))
    placed = like >= _LINES and (shared or one.kind == other.kind != "" or (one.before and one.before == other.before))
    aged = one.age == other.age != "" and like >= _LIKE
    if (alike and like >= _LIKE and kinds) or placed or aged:
        return like + 0.5 * bool(shared) + aged + letters / 100 + 0.2 * (one.kind == other.kind)
    return 0.0


def _one_name(one: Called, other: Called, ours: Sequence[Called], theirs: Sequence[Called]) -> bool:
    """Whether two names name one: as recorded, by initials, or by a part that the other leaves out."""
    for kind in dict.fromkeys(filter(None, (one.kind, other.kind))):
        if names_alike(other.exact, one.exact, kind) in (Relation.AGREE, Relation.WIDER, Relation.NARROWER):
            return not _letters_apart(one, other)
    short, long = sorted((one.words, other.words), key=len)
    return set(short) < set(long) or any(_initials(a.exact, b.exact) for a, b in ((one, other), (other, one)))


def _letters_apart(one: Called, other: Called) -> bool:
    """Whether two names of as many words differ in letters: what may be one person is yet printed as another name."""
    if len(one.words) != len(other.words):
        return False
    pairs = zip(one.words, other.words, strict=True)
    return any(a != b and min(len(a), len(b)) > 2 and not _cut(*sorted((a, b), key=len)) for a, b in pairs)


def _cut(short: str, long: str) -> bool:
    """Whether a word may be a short form of another: Dan and Daniel; Tomas for Tomasz is another name."""
    return long.startswith(short) and len(long) > len(short) + 1


def _initials(short: str, long: str) -> bool:
    letters = "".join(word[0] for word in long.split() if word[0].isupper())
    return len(letters) > 1 and short.replace(".", "") == letters
