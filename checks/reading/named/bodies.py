"""Bodies in a source's words, and the part each has in what is told: who spoke, who only hosted or employed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from checks.reading import telling_words
from checks.reading.named import titles
from checks.reading.named.gazetteer import abbreviations
from checks.reading.named.organisations import by_a_noun_beside_it, by_their_words, from_the_gazetteer, in_brackets
from checks.reading.named.tokens import tokens_of
from checks.reading.names import called, plain
from checks.reading.sentences import sentences
from checks.reading.slots.names_alike import initials_fit, names_alike
from checks.reading.slots.parts import Relation
from checks.reading.speech.cues import listed

Part = Literal["speaker", "host", "employer", "payer", "parent", "outlet", "denied", "named"]
Alike = Literal["same", "like", "other", "unknown"]

_THE = r"\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?$"
# What stands right before a body that did not speak itself, by the part it has.
_BEFORE: dict[Part, str] = {
    "denied": r"(?:not|rather than|instead of|nor)(?:\s+(?:by|from|of))?",
    "host": r"(?:hosted by|held (?:at|by|in)|convened by|guests? of|(?:event|briefing|meeting|conference|seminar|launch"
    r"|ceremony|session|talk|panel|hearing)s? (?:of|at|in|by)|(?:offices|building|hall|rooms|headquarters|grounds) of)",
    "employer": r"(?:work(?:s|ed|ing)? (?:for|at)|employed (?:by|at)|employees? of|on leave from|seconded (?:from|by)"
    r"|(?:professor|lecturer|researcher|fellow|student|teacher|doctor|nurse|engineer) (?:at|with))",
    "payer": r"(?:(?:funded|financed|sponsored|commissioned) by|paid (?:for )?by|(?:grants?|money|funds|funding) from)",
    "parent": r"(?:(?:part|members?|branch|arm|agency|unit|division|subsidiary|affiliate|chapter|programme|program"
    r"|body|institute|campaign|project) of|belong(?:s|ing)? to|(?:run|owned|overseen|set up|founded) by)",
    "outlet": r"(?:reprinted (?:by|in)|carried (?:by|in)|(?:quoted|cited) (?:by|in)|(?:reported|told|published) in)",
}
_BEFORE_RE = {part: re.compile(rf"\b{words}{_THE}", re.IGNORECASE) for part, words in _BEFORE.items()}
_BY = re.compile(
    r"\b(?:by|according to|said|says|wrote|announced|spoke(?:s\w+)? for|speaks? for|speaking for|on behalf of"
    r"|(?:report|statement|study|survey|finding|release|letter|paper|press officer)s? (?:of|by|from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"(?: \([\w.-]+\))?(?:[’']s (?:offices|building|headquarters|halls?)\b|,? (?:which |that )?host(?:ed|s|ing)\b)"
)
_OWN = re.compile(r"[’']s? (?:own )?(?:\w+ )?(?:report|statement|study|survey|finding|release|letter|spokes\w+)s?\b")
_VERB = re.compile(r"(?: \([A-Z.]+\))?,? ?(?:(?:has|have|had|also|later|then|now|itself|\w+ly) )*([\w-]+)")
_DONE_TO = re.compile(r"(?<=ed) (?:of|by)\b")  # the firm accused of it
_DOES = (telling_words.SAYINGS | telling_words.DEEDS) - telling_words.words("according reportedly allegedly used made")
_LETTERS = re.compile(r"\b(?:[A-Z]{3,8}(?:-[A-Z]{2,8})?|(?:[A-Z]\.){2,})(?!\w)")
_ALL_LETTERS = re.compile(r"(?:[Tt]he )?(?:[A-Z]{2,8}|(?:[A-Z]\. ?){2,8})")
_IN_A_NAME = re.compile(r"(?<!\w)(?:[A-Z]{2,8}|(?:[A-Z]\. ?){1,7}[A-Z]\.)(?!\w)")
_UNDOTTED = re.compile(r"(?<=\b[A-Z])\. ?(?=[A-Z]\.|\W|$)")  # U.S. and U. S. as US
_FULL_AND_LETTERS = re.compile(
    r"\b((?:[A-Z][\w’'-]+ )(?:(?:of|for|the|and|on|to|in|[A-Z][\w’'-]+) )*[A-Z][\w’'-]+)"
    r"(?: \([“\"]?|, (?:or |(?:also )?(?:known|abbreviated) as )(?:the )?)([A-Z][\w.-]*[A-Z][\w-]*\.?)"
)
_SPELT = {"department": "ministry", "organization": "organisation", "center": "centre", "defense": "defence"}
_LINKS = listed("of the and for to in on at an de la &")
_KINDS = titles.ORGANISATION_WORDS | listed(
    "campaign coalition ministry department agency institute association foundation committee council federation union"
    " network alliance university group trust society commission bureau office authority fund service party league"
)


@dataclass(frozen=True)
class Body:
    """A body as it stands in a text, what its letters stand for there, and the part it has.

    `unclear` where the text names two bodies that its letters fit, and does not say which is meant.
    """

    said: str
    of: str
    part: Part
    unclear: bool = False


def bodies_told(text: str, wanted: Sequence[str] = (), around: str = "") -> list[Body]:
    """The bodies named in a text, in order, each with its part; `wanted` are names looked for, dotted or not.

    Letters stand for the name that the text, or the one `around` it, gives beside them, or alone begins with them.
    """
    spans = sentences(text)
    found: list[Body] = []
    reached = 0
    for start, end, of in _named(text, spans, wanted):
        sentence = next((a for a, b in spans if a <= start < b), 0)
        if found and text[reached:start].strip() == "(" and text[end : end + 1] == ")":
            found.append(Body(text[start:end], of or found[-1].said, found[-1].part))  # the letters of the name before
        else:
            found.append(Body(text[start:end], of, _part(text[sentence:start], text[end:])))
        reached = end
    beside = {bare(match[2]): match[1] for match in _FULL_AND_LETTERS.finditer(around)}
    return [_with_full_name(body, found, beside) for body in found]


def _with_full_name(body: Body, told: Sequence[Body], beside: Mapping[str, str]) -> Body:
    if body.of or not _is_letters(body.said):
        return body
    if bare(body.said) in beside:
        return replace(body, of=beside[bare(body.said)])
    full = that_fit(body.said, told)
    return replace(body, of=full[0] if len(full) == 1 else "", unclear=len(full) > 1)


def that_fit(letters: str, told: Sequence[Body]) -> list[str]:
    """The names among these whose words begin with the letters; none where a name is no letters, or well known."""
    if not _is_letters(letters) or bare(letters) in _well_known():
        return []
    return list({bare(name): name for body in told if _fits(letters, name := body.of or body.said)}.values())


def _is_letters(name: str) -> bool:
    return _ALL_LETTERS.fullmatch(name) is not None


def _fits(letters: str, name: str) -> bool:
    """Whether the words of a name, links counted or not, begin with the letters."""
    return (
        _is_letters(letters) and not _is_letters(name) and initials_fit(bare(letters), plain(name).removeprefix("the "))
    )


@cache
def _well_known() -> Mapping[str, str]:
    """What letters without full stops are known to stand for."""
    return {bare(letters): full for letters, full in abbreviations().items() if _is_letters(letters)}


def _spelt_out(name: str) -> str:
    """A name with the letters in it that are well known written out: the U.N. Security Council."""
    return _IN_A_NAME.sub(lambda found: _well_known().get(bare(found[0]), found[0]), abbreviations().get(name, name))


def bare(name: str) -> str:
    """A name without article, case, accents and the full stops of initials: U.N. and U. N. as un."""
    return plain(_UNDOTTED.sub("", name)).removeprefix("the ")


def _named(text: str, spans: Sequence[tuple[int, int]], wanted: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where bodies stand in a text, the longer before the shorter at one place, and what letters stand for."""
    tokens = tokens_of(text, spans)
    offered: dict[tuple[int, int], str] = {}
    for name in (form for one in wanted for form in _forms(re.sub(r"^[Tt]he ", "", one))):
        for match in re.finditer(rf"(?<!\w){name}(?!\w)", text):
            offered[match.span()] = ""
    for rule in (in_brackets, by_their_words, by_a_noun_beside_it, from_the_gazetteer):
        for one in rule(tokens):
            if one.kind == "organisation":
                span = tokens.all[one.first].start, tokens.all[one.end - 1].end
                offered[span] = offered.get(span, "") or one.of
    for match in _FULL_AND_LETTERS.finditer(text):
        offered.setdefault(match.span(1), "")
        offered[match.span(2)] = offered.get(match.span(2), "") or match[1]
    for match in _LETTERS.finditer(text):
        offered.setdefault(match.span(), "")
    reached = 0
    for (start, end), of in sorted(offered.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= reached:
            yield start, end, of
            reached = end


def _forms(name: str) -> Iterator[str]:
    """Patterns for a name as it stands, and for its letters with full stops and without: HW, H.W."""
    letters = bare(name).upper() if _is_letters(name) else "".join(re.findall(r"(?<!\S)[A-Z]", name))
    if not _is_letters(name):
        yield re.escape(name)
    if len(letters) > 1:
        yield letters
        yield "".join(rf"{letter}\. ?" for letter in letters).removesuffix(" ?")


def _part(before: str, after: str) -> Part:
    """The part of a body, from the words of its sentence before it and those after it."""
    for part, pattern in _BEFORE_RE.items():
        if pattern.search(before):
            return part
    if _HOSTS.match(after):
        return "host"
    verb = _VERB.match(after)
    does = verb is not None and verb[1].lower() in _DOES and not _DONE_TO.match(after, verb.end())
    return "speaker" if does or _OWN.match(after) or _BY.search(before) else "named"


def same_body(name: str, other: str, also_called: Mapping[str, Sequence[str]]) -> Alike:
    """Whether two names are one body's: the same, another of a like name, another, or not to be told.

    A campaign of a coalition is not the coalition: names that share their words and differ in the kind of body, or in
    a word of their own, are *like*. A short form, letters that fit nothing, and letters that fit although they are
    well known for another body's, are *unknown*.
    """
    if called(name, other, also_called) is not None or bare(name) == bare(other):
        return "same"
    ours, theirs = (_spelt_out(one) for one in (name, other))
    mine, others = _words(ours), _words(theirs)
    kinds, their_kinds = mine & _KINDS, others & _KINDS
    relation = names_alike(ours, theirs, "organisation")
    if mine == others or (relation is Relation.AGREE and (kinds == their_kinds or 1 in (len(mine), len(others)))):
        return "same"
    if _fits(name, other) or _fits(other, name):
        return "unknown"  # letters that the tables have for another
    shared = (mine & others) - _KINDS
    if shared and kinds != their_kinds and kinds and their_kinds:
        return "like"
    if mine <= others or others <= mine:
        return "unknown"
    if shared:
        return "like"
    return "unknown" if any(_LETTERS.fullmatch(one) for one in (ours, theirs)) else "other"


def _words(name: str) -> frozenset[str]:
    whole = _UNDOTTED.sub("", name).replace(".", "")
    words = re.findall(r"[\w&’'-]+", plain(whole))
    return frozenset(_SPELT.get(word, word) for word in words if word not in _LINKS)
