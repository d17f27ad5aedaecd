"""Whom or what a place in a sentence is about: a surname, the noun of a thing, or whoever a pronoun goes back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checks.reading.telling_words import words
from checks.reading.timeline.stated_marks import Marked

NO_NAMES = words(
    "The A An In On At By For From Of To With Since Until After Before During When While As If But And Or "
    "Then Now Once "
    "He She It They We I You His Her Its Their My Our Your This That These Those There Here Who What Which Where Why "
    "How Born Opened Founded Built Aged Not No Yet So Some All Both Each One Two Three Mr Mrs Ms Miss Dr Sir Lady "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Today Yesterday Only Even Although Though Because Later Earlier Last Next"
)
_RUN = re.compile(
    r"(?<![\w<’'-])[A-ZÀ-Þ](?:[\w’'-]*[\w’'-]|\.)(?:[ ](?:(?:de|van|von|der|den|la|le|bin|al|da|dos|ter) ){0,2}"
    r"[A-ZÀ-Þ](?:[\w’'-]+|\.))*"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")
_VERBS = (
    "was|were|is|are|had|has|have|will|would|which|who|that|of|in|at|on|from|for|by|to|with|and|but|now|then|"
    "first|after|before|against|as|while|when|where|than|"
    "opened|closed|began|started|ended|won|lost|died|moved|took|went|came|became|made|held|ran|turns|turned|"
    "marks|marked|"
    "celebrates|celebrated|"
    r"[a-z]{3,}ed|began|said|says|sold|bought|wrote|led|left|gave|lent|built|met|sent|put|set|hit|got|kept|told|spoke|"
    r"fell|rose|sank|struck|drew|paid|stood"
)
RELATIONS = (
    "father|mother|brother|sister|son|daughter|wife|husband|partner|friend|uncle|aunt|cousin|grandson|nephew|niece|"
    "grandfather|grandmother|granddaughter|widow|child|baby|colleague|rival|neighbour|neighbor|twin|"
    "girlfriend|boyfriend"
)
_RELATION = re.compile(
    rf"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s) (?:[a-z-]+ )?(?P<who>{RELATIONS})\b(?![’'])(?P<name>(?: [A-ZÀ-Þ][\w-]+)*)"
)
_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) (?P<np>(?:(?!(?:{_VERBS})\b)[\w’'.&-]+ ){{0,4}}?[a-z][\w’'-]+)"
    rf"(?=[,.;<(]|$| (?:<|{_VERBS})\b| <)"
)
_INNER = re.compile(
    r"\b(?:in|at|of|to|from|near|for|by|with|against|on|into|outside|between|than|over|under|through|called|"
    r"named|via|across|around|like)(?: (?:the|a|an|his|her|its|their|former|old|late))?"
    r"(?: [A-Z][\w’'-]+(?: and|,))? ?$"
)
_INSIDE = re.compile(r"(?<=[\w,.] )[A-ZÀ-Þ][\w’'-]+")
_ASIDE = re.compile(r", (?:(?:has|have|had|was|were|is|are|also|who|later|first) )*(?:[a-z]+ed |born |went |took )?$")
_BACK = 6  # sentences that a pronoun may reach back
_OWNED = ("’s", "'s", "s’", "s'")


@dataclass(frozen=True)
class Mention:
    """A person or thing named at a place: `key` is a surname, a noun in lower case, or empty for a pronoun."""

    start: int
    end: int
    key: str
    first: str  # the names before the surname
    pronoun: str


@dataclass
class Subjects:
    """The mentions of an article's sentences, found when they are asked for."""

    sentences: Sequence[Marked]
    _found: dict[int, list[Mention]] = field(default_factory=dict)
    _inner: frozenset[str] | None = None

    def of(self, at_sentence: int, at: int) -> str:
        """The key of whom or what the words at a place of a sentence are about; empty if that is not known.

        `at_sentence` counts the sentences given, and `at` the characters of the marked sentence.
        """
        text = self.sentences[at_sentence].text
        before = [one for one in self.mentions(at_sentence) if one.end <= at + 1]
        if before:
            aside = _ASIDE.search(text[:at])
            named = [one for one in before if one.key[:1].isupper() and text[one.end : one.end + 1] == ","]
            last = named[0] if aside and named else before[-1]
            return last.key or self._back(at_sentence, last)
        after = [one for one in self.mentions(at_sentence) if one.start > at and not re.fullmatch(RELATIONS, one.key)]
        if (
            after
            and len(re.findall(r",", text[at : after[0].start])) <= 3
            and not re.match(r"[^,]{0,90}\. ", text[at:])
        ):
            opening = re.fullmatch(r"\W*(?:[\w’'-]+ ){0,4}\W*", text[:at])
            if opening:
                return after[0].key or self._back(at_sentence, after[0])
        return ""

    def person_before(self, number: int, at: int) -> str:
        """The surname that “him” or “her” at a place goes back to; empty if there is none."""
        return self._back(number, Mention(at, at, "", "", "he"))

    def mentions(self, number: int) -> list[Mention]:
        """Whom and what a sentence names where a subject may stand, in its order."""
        if number not in self._found:
            self._found[number] = list(_mentions(self.sentences[number].text, self._known()))
        return self._found[number]

    def _back(self, number: int, pronoun: Mention) -> str:
        """Whom a pronoun goes back to: the last name before it for “he”, the last thing for “it”."""
        thing = pronoun.pronoun in ("it", "they")
        for step in range(number, max(number - _BACK, -1), -1):
            found = [
                one for one in self.mentions(step)
                if one.key and (step < number or one.end < pronoun.start) and (thing or one.key[:1].isupper())
            ]  # fmt: skip
            if found:
                return (found[0] if step < number else found[-1]).key
        return ""

    def _known(self) -> frozenset[str]:
        """The words that have a capital within a sentence: these are names at its beginning too."""
        if self._inner is None:
            self._inner = frozenset(word for one in self.sentences for word in _INSIDE.findall(one.text))
        return self._inner


@lru_cache(maxsize=4)  # several rules ask of the same article
def subjects_of(sentences: tuple[Marked, ...]) -> Subjects:
    """The subjects of an article's marked sentences."""
    return Subjects(sentences)


def _mentions(text: str, known: frozenset[str]) -> list[Mention]:
    found: list[Mention] = []
    for run in _RUN.finditer(text):
        said, start = run[0], run.start()
        while said.split(" ")[0] in NO_NAMES:
            _, _, rest = said.partition(" ")
            start, said = start + len(said) - len(rest), rest
            if not said:
                break
        if not said or said.endswith(_OWNED) or _INNER.search(text[max(start - 40, 0) : start]):
            continue
        parts = said.rstrip(".").split(" ")
        opening = run.start() <= 1 and len(parts) == 1
        if opening and parts[0] not in known and not re.match(r",? (?:who|\d{2},|<)", text[run.end() :]):
            continue
        if re.match(r" [a-z]", text[run.end() :]) and re.search(r"\b(?:[Tt]he|[Aa]n?) $", text[:start]):
            continue  # the Harwood brewery is a brewery
        found.append(Mention(start, run.end(), parts[-1], " ".join(parts[:-1]), ""))
    for pronoun in _PRONOUN.finditer(text):
        found.append(Mention(pronoun.start(), pronoun.end(), "", "", pronoun[0].lower()))
    for kin in _RELATION.finditer(text):
        if not kin["name"]:  # “his son Karl” is found by his name
            found.append(Mention(kin.start(), kin.end(), kin["who"], "", ""))
    for noun in _NOUN.finditer(text):
        if not _INNER.search(text[max(noun.start() - 40, 0) : noun.start()]):
            found.append(Mention(noun.start(), noun.end(), noun["np"].split(" ")[-1].lower(), "", ""))
    return sorted(found, key=lambda one: (one.start, one.end))
