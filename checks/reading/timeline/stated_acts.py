"""Acts of the dead and of what was not yet there: what a person or thing did, against its beginning and its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.reading.telling_words import words
from checks.reading.timeline.stated_links import link, told
from checks.reading.timeline.stated_marks import D, Marked, Moment, Stated, Times
from checks.reading.timeline.stated_subjects import Mention, Subjects

_PAST = (
    r"(?P<verb>(?!need|inde|hundr|receiv|inspir|remain|appear|earn|seem|consist|contain|includ|continu|cover|"
    r"bas|call|"
    r"nam|locat|belong|celebrat|mark|di)[a-z]{2,}ed|won|wrote|took|gave|made|sold|bought|led|began|met|spoke|"
    r"told|held|ran|"
    r"sang|went|came|built|left|drove|flew|fought|set|hit|beat|paid|put|sent|stood|taught|threw|wore|drew|spent|said|"
    r"swore|rode|sat|saw|kept|brought|chose|cut|lent|lost|broke|struck|swept|bore|fell|rose)"
)
_ADVERB = (
    r"(?:(?:also|then|later|first|personally|himself|herself|itself|again|finally|still|once|even|reluctantly|"
    r"formally) )?"
)
_GAP = r"[^<>;:.!?“”]"
_DOES = re.compile(rf",? (?:(?:had|who) )?{_ADVERB}{_PAST}\b(?P<rest>{_GAP}{{0,70}}?),? (?:on|in) {D}")
_DID = re.compile(rf",? (?:had )?{_ADVERB}{_PAST}\b")
_WAS = re.compile(
    r",? (?:had been|was|were) (?P<verb>elected|appointed|arrested|sworn in|seen|promoted|hired|married|"
    r"re-elected|jailed|"
    r"convicted|interviewed|photographed|injured|sentenced|signed|sacked|treated|admitted|chosen|picked|questioned)"
    rf"\b(?P<rest>{_GAP}{{0,50}}?),? (?:on|in) {D}"
)
_OPENING = re.compile(
    rf"(?:^|, (?:and|but) |; |\bthat )(?:It was )?(?:[Oo]n|[Ii]n|[Bb]ack in) {D},?(?: (?:when |that )?|"
    rf",? [^<>,;:]{{2,40}}, )$"
)
_DIES = re.compile(
    r"\b(?:died|passed away|was killed|was murdered|drowned|was shot dead|was executed|was buried|was cremated|death|"
    rf"funeral)\b{_GAP}{{0,70}}? ?(?:on|in|in the winter of|of) {D}"
)
_DIES_BACK = re.compile(
    rf"(?:[Oo]n|[Ii]n) {D},? (?:{_GAP}{{0,40}} )?(?:died|passed away|was killed|was buried|drowned)\b"
)
_RAZED = re.compile(
    rf"\b(?:demolished|torn down|pulled down|knocked down|razed|dissolved|disbanded|wound up|sank|scuttled|"
    rf"scrapped){_GAP}{{0,40}} (?:on|in) {D}"
)
_FOUNDED = re.compile(
    rf"\b(?:founded|established|formed|set up|incorporated|built|created|launched|born){_GAP}{{0,50}}? (?:on|in) {D}"
)
_FOUNDS = re.compile(r"\b(?:was|were|been|is|,) ?(?:first |only |originally )?$|^$|\bit $|\bwho $")
_POSTHUMOUS = re.compile(
    r"\b(?:posthumous\w*|memor(?:y|ial)|honou?r(?:ed)?|named after|estate|legacy|tribute|statue|biography|film|"
    r"exhibition|foundation|trust|predecessor|forerunner|remains|body|ashes|ghost|re-?built|re-?opened|"
    r"revived|replica|"
    r"later renamed|under the name|novel|character|sources?)\b", re.IGNORECASE)  # fmt: skip
_RELATIVES = re.compile(
    r"\b(?:wife|widow|widower|husband|son|sons|daughter|daughters|brother|sister|father|mother|child|children|heirs?|"
    r"nephew|niece|grand\w+|partner|successor|younger|elder)\b"
)
_TITLES = words("Mr Mrs Ms Miss Dr Sir Lady Lord Dame Professor Prof Captain Capt President Judge Senator Councillor")
_CALLINGS = words(
    "writer author novelist poet playwright dramatist painter artist sculptor composer singer musician pianist "
    "violinist guitarist actor actress dancer architect photographer botanist historian inventor collector explorer "
    "philosopher scientist physicist chemist engineer boxer cyclist climber footballer jockey astronomer tycoon "
    "millionaire designer potter weaver conductor"
)
_UNDATED = re.compile(
    r"\b(?:would|could|might|should|if|not|never|plan\w*|expect\w*|claim\w*|hope\w*|hoping)\b|n[’']t\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Bound:
    who: str
    moment: Moment
    place: int
    said: str


@dataclass(frozen=True)
class _Act:
    who: str
    pronoun: bool
    moment: Moment
    place: int
    start: int
    end: int


def acts_in(times: Times, subjects: Subjects) -> Iterator[Stated]:
    """The statements that a person's acts come before the death, and that a thing's come after its beginning."""
    ends = list(_bounds(times, subjects, (_DIES, _DIES_BACK), person=True))
    ends += _bounds(times, subjects, (_RAZED,), person=False)
    begins = list(_bounds(times, subjects, (_FOUNDED,), person=None))
    if not ends and not begins:
        return
    acts = [act for place in range(len(times.sentences)) for act in _acts(place, times, subjects)]
    for end in ends:
        for act in acts:
            if _belongs(act, end, ends, times, subjects):
                yield _ordered(act, end, times, "the end", late=True)
    for begin in begins:
        for act in acts:
            if _belongs(act, begin, begins, times, subjects):
                yield _ordered(act, begin, times, "the beginning", late=False)


def _bounds(
    times: Times, subjects: Subjects, patterns: Sequence[re.Pattern[str]], person: bool | None
) -> Iterator[_Bound]:  # fmt: skip
    for place, marked in enumerate(times.sentences):
        if "<d" not in marked.text:
            continue
        for pattern in patterns:
            for found in pattern.finditer(marked.text):
                before = marked.text[: found.start()]
                if _UNDATED.search(before[-40:]) or (person is None and not _FOUNDS.search(before)):
                    continue
                moment = times.moments[int(re.findall(D, found[0])[-1])]
                who = subjects.of(place, found.start() if pattern is not _DIES_BACK else found.end())
                relative = person and _RELATIVES.search(before[-25:])
                if who and moment.written and not relative and (person is None or who[:1].isupper() == person):
                    yield _Bound(who, moment, place, marked.words(*found.span()).exact)


def _acts(place: int, times: Times, subjects: Subjects) -> Iterator[_Act]:
    """What is told of a date with its subject before the verb: “in 2006 Lind handed over”, “Lind sold it in 2006”."""
    text = times.sentences[place].text
    if "<d" not in text:
        return
    for one in subjects.mentions(place):
        key = one.key or subjects.of(place, one.end)
        if not key or _UNDATED.search(text[one.end : one.end + 30]):
            continue
        found = _DOES.match(text, one.end) or _WAS.match(text, one.end)
        mark, start, end = (found[found.re.groups], one.start, found.end()) if found else ("", 0, 0)
        if not found:
            opening, verb = _OPENING.search(text[: one.start]), _DID.match(text, one.end)
            if not opening or not verb:
                continue
            mark, start, end = opening[1], opening.start(1) - 2, verb.end()
        moment = times.moments[int(mark)]
        if moment.written and not _POSTHUMOUS.search(text):
            yield _Act(key, not one.key, moment, place, start, end)


def _belongs(act: _Act, bound: _Bound, bounds: Sequence[_Bound], times: Times, subjects: Subjects) -> bool:
    """Whether an act is of the one who died or was founded, as far as can be seen."""
    if act.moment.point == bound.moment.point:
        return False
    if act.who != bound.who:
        return _is_called(act.who, bound, bounds, times)
    if len({one.moment.point for one in bounds if one.who == bound.who}) > 1:
        return False
    if bound.who[:1].isupper() and len(_first_names(bound.who, subjects)) > 1:
        return False
    low, high = sorted((act.place, bound.place))
    between = times.sentences[low : high + 1]
    if act.pronoun and (high - low > 4 or any(_RELATIVES.search(one.text) for one in between)):
        return False
    return not (bound.who[:1].islower() and high - low > 6)


def _is_called(noun: str, bound: _Bound, bounds: Sequence[_Bound], times: Times) -> bool:
    """Whether “the painter” is the only one of an article who is told to have died: nobody else is called so."""
    if noun not in _CALLINGS or not bound.who[:1].isupper() or any(one.who != bound.who for one in bounds):
        return False
    other = re.compile(
        rf"\b{noun}s?,? (?:[A-Z][\w’'-]+ )*([A-Z][\w’'-]+)|\b(?:an?|another|young|other|fellow) {noun}\b"
    )
    every = [found for one in times.sentences for found in other.finditer(one.text)]
    return all(found[1] is None or found[1].startswith(bound.who) for found in every)


def _first_names(surname: str, subjects: Subjects) -> set[str]:
    """The first names that go with a surname in the article: with more than one, nobody knows who is meant."""
    found: set[str] = set()
    for place in range(len(subjects.sentences)):
        for one in subjects.mentions(place):
            if one.key == surname and one.first:
                found |= {_first(one)} - {""}
    return found


def _first(one: Mention) -> str:
    return next((word for word in one.first.split(" ") if word not in _TITLES), "")


def _ordered(act: _Act, bound: _Bound, times: Times, what: str, late: bool) -> Stated:
    marked: Marked = times.sentences[act.place]
    words_of = marked.words(act.start, act.end)
    said = f"“{words_of.exact}”"
    says = f"{said} should come {'before' if late else 'after'} “{bound.said}”"
    first, second = (act.moment, bound.moment) if late else (bound.moment, act.moment)
    assumed = (
        f"that both are told of the same {bound.who}" if bound.who[:1].isupper() else f"that it is one {bound.who}"
    )
    return link(first, second, 0, None, says, f"the time from {told(first)} is", (words_of,), "likely", assumed)
