"""Headlines of other stories that were copied along: a line in the form of a headline, about something else.

A headline has no full stop where the paragraphs around it have one. What tells it from a heading of the article itself
is that its words stand nowhere else: a heading is about what follows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checks.reading import telling_words as tell
from checks.reading.intake.furniture import is_furniture
from checks.reading.intake.layout import is_byline
from checks.reading.parts import Certainty, Paragraph, Sentence, Suspicion, Words
from checks.reading.suspicions.strays.rarity import Terms, terms_of

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "belongs_to_article"
_SEPARATOR = r"(?:\s*(?:[:|»›>→]+|\s[–—-])\s*|(?-i:(?<=[A-Z]{3}))\s+)"  # or a rubric in capitals
# What pages write before the headline of another story; the second sort opens lines of the article too.
_MARKS = r"[\s(\[*•»→▶►>–—-]*"
_LINK = re.compile(
    rf"{_MARKS}(?:related(?: (?:stor(?:y|ies)|articles?|news|coverage|reading|links?|video))?|"
    r"(?:also |must |further )?read(?: (?:more|also|next|this|now|here))?|see (?:also|more)|"
    r"more (?:on this(?: story| topic)?|stories|news|headlines|from [\w’' ]{2,30})|"
    r"recommended(?: reading| stories| for you)?|further reading|must[- ]read|up next|next (?:up|story|article)|"
    r"don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested in)|in case you missed it|icymi|"
    r"editor[’']?s[’']? picks?|top stor(?:y|ies)|trending(?: now)?|most (?:read|popular)|latest(?: news| stories)?|"
    rf"other (?:news|stories)|(?:also )?in (?:other|the) news|elsewhere){_SEPARATOR}(?P<title>\S.{{9,200}})",
    re.IGNORECASE | re.DOTALL,
)
_RUBRIC = re.compile(
    rf"{_MARKS}(?:watch(?: now| live)?|video|listen|podcast|gallery|in pictures|photos|slideshow|opinion|analysis|"
    rf"explainer|explained|fact[- ]check|live(?: updates)?|breaking(?: news)?|exclusive){_SEPARATOR}"
    r"(?P<title>\S.{9,200})",
    re.IGNORECASE | re.DOTALL,
)
_STOPS = re.compile(r"[.!?…][’”\"')\]*]*$|[’”\"]$")
_ADDRESS = re.compile(r"@\w|\bwww\.|https?:")
# How a line begins that is none; words in quotation marks may begin one that goes on: “‘No way back’: miners strike”.
_NO_HEADLINE = re.compile(
    r"[-*•‣▪–—(\[@#&]|[“‘\"'](?![^’”\"']{3,60}[’”\"'][:,]? \w+ \w+ \w+)|\S*[@/]\S*\b|(?-i:[a-z])|"
    r"[“‘\"'][^’”\"']*[’”\"'],? (?:he|she|they|\w+ said|said|says|added)\b"
)
_ASKS = re.compile(r"[?!]$")
_TWO_SENTENCES = re.compile(r"[a-z\d)][.!][’”\"')]* [A-Z(“‘\"]")
_WORD = re.compile(r"[^\W_][\w’'.&-]*")
_SMALL = tell.words(
    "a an and as at but by for from if in into is it its nor of off on or out over per so than that the to up v via vs "
    "was were with yet after amid before between be are has her his"
)
_DOINGS = (
    tell.DEEDS | tell.SAYINGS | tell.CHANGES | {"emerge", "emerges", "faces", "could", "will", "may", "warns", "urges"}
)
_FEWEST, _MOST = 5, 24  # words of a headline
_LONG = 7  # words: more than a heading of the article itself has
_FOREIGN, _DISTANT, _OWN = 0.15, 0.4, 0.85  # share of its words, by rarity, that the article has
_FEWEST_TERMS = 4  # telling words that a line needs to be about something
_LIST = 4  # as many lines without a full stop one after another are a list, or verse


def stray_headlines(reading: Reading) -> Iterator[Suspicion]:
    """Which lines are headlines of other stories, or links to them, each beside what says what the article is about."""
    paragraphs = reading.paragraphs
    body = [number for number, one in enumerate(paragraphs) if one.part == "body"]
    opening = next((one for one in reading.sentences if one.part in ("headline", "body")), None)
    if opening is None or not body:
        return
    linked = [one for one in reading.sentences if one.start > opening.start and _is_link(one)]
    for one in linked:
        yield _suspicion(opening, one, "This is a link to another story, with its headline.", "likely")
    taken = {one.start for one in linked}
    lines = [n for n, one in enumerate(paragraphs) if n > body[0] and one.start not in taken and _is_line(one)]
    yield from _above(paragraphs[: body[0]], paragraphs[body[0] :])
    kept = [n for n in body if n not in lines]
    loose = {n for n, one in enumerate(paragraphs) if not _STOPS.search(one.exact[-6:])}
    if len(kept) < 2 or len(loose & set(kept)) > max(1, len(kept) // 5):
        return  # nobody sets full stops here
    rest = {root for n, one in enumerate(paragraphs) if n not in lines for root in terms_of(one.exact).rarity}
    for number in lines:
        if number < kept[-1] and _in_list(number, loose):
            continue
        found = _judged(paragraphs[number].exact, rest, last=number > kept[-1])
        if found:
            yield _suspicion(opening, paragraphs[number], *found)
    run_on = list(_run_on(reading.sentences, taken))
    if run_on:
        having = Counter(root for one in reading.sentences for root in terms_of(one.exact).rarity)
        rest = {root for root, count in having.items() if count > 1}
        for one in run_on:
            found = _judged(one.exact, rest, last=_title_case(one.exact))
            if found:
                yield _suspicion(opening, one, *found)


def _above(heads: Sequence[Paragraph], text: Sequence[Paragraph]) -> Iterator[Suspicion]:
    """The headline of another story above the article's own: the text has words of the one, and none of the other."""
    titled = [one for one in heads if one.part == "headline" and _FEWEST <= one.exact.count(" ") + 1 <= _MOST]
    if len(titled) < 2:
        return
    rest = {root for one in text for root in terms_of(one.exact).rarity}
    shares = [_share(terms_of(one.exact), rest) for one in titled]
    for one, share in zip(titled, shares, strict=True):
        own = titled[shares.index(max(shares))]
        if share == 0 and max(shares) > _DISTANT and len(terms_of(one.exact).rarity) >= _FEWEST_TERMS:
            beside, stray = (Words(two.start, two.end, two.exact) for two in (own, one))
            reason = "Not one telling word of this headline stands in the article, which has another headline."
            yield Suspicion("headline", _CHECK, reason, "likely", (beside, stray))


def _suspicion(opening: Sentence, stray: Paragraph | Sentence, reason: str, certainty: Certainty) -> Suspicion:
    spans = (Words(opening.start, opening.end, opening.exact), Words(stray.start, stray.end, stray.exact))
    return Suspicion("headline", _CHECK, reason, certainty, spans)


def _is_link(sentence: Sentence) -> bool:
    """“Related: …”, “Read more: …”; and “Watch: …” where it is a line without a full stop."""
    words = sentence.exact[:260]
    link = _LINK.match(words) or (None if _STOPS.search(words) else _RUBRIC.match(words))
    return link is not None and link["title"].count(" ") >= 2 and sentence.part not in ("byline", "dateline")


def _is_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph has the form of a headline: some words without a full stop, and no credit, list or name."""
    words = paragraph.exact
    count = words.count(" ") + 1
    return (
        paragraph.part in ("body", "headline", "notice")
        and _FEWEST <= count <= _MOST
        and (not _STOPS.search(words[-6:]) or _title_case(words) or bool(_ASKS.search(words)))
        and not words.endswith((":", ";", ",", "—", "–", "-"))
        and not _NO_HEADLINE.match(words)
        and not _TWO_SENTENCES.search(words)
        and not _ADDRESS.search(words)
        and sum(word[0].isdigit() for word in _WORD.findall(words)) <= 1
        and not is_furniture(words)
        and not is_byline(words)
    )


def _in_list(number: int, loose: set[int]) -> bool:
    """Whether a line is one of many without a full stop that follow one another."""
    first = last = number
    while first - 1 in loose and number - first < _LIST:
        first -= 1
    while last + 1 in loose and last - first < _LIST:
        last += 1
    return last - first + 1 >= _LIST


def _judged(line: str, rest: set[str], last: bool) -> tuple[str, Certainty] | None:
    """Why a line is not of this article, and how sure that is; `last` if no text of the article follows it."""
    terms = terms_of(line)
    share = _share(terms, rest)
    count = line.count(" ") + 1
    needed = _FEWEST_TERMS - (last or (not share and count > _FEWEST))
    if len(terms.rarity) < needed or share >= _OWN or (not last and share > _DISTANT):
        return None
    if _ASKS.search(line) and (share or not _title_case(line)) and not (not share and count >= _LONG):
        return None
    headed = (
        _title_case(line) or count >= _LONG or any(word in _DOINGS for word in re.findall(r"[\w’'-]+", line.lower()))
    )
    sure = len(terms.rarity) >= _FEWEST_TERMS and count > _FEWEST and (_title_case(line) or not _ASKS.search(line))
    if share <= _FOREIGN and headed and sure:
        certainty: Certainty = "likely"
    elif last or (share <= _FOREIGN and headed):
        certainty = "look"
    else:
        return None
    shared = [terms.printed[root] for root in terms.rarity if root in rest]
    rarest = sorted(terms.rarity, key=lambda root: -terms.rarity[root])[:3]
    telling = ", ".join(f"“{terms.printed[root]}”" for root in rarest)
    has = f"only {len(shared)} of its {len(terms.rarity)} telling words"
    if not shared:
        has = f"not one of its telling words ({telling})"
    verb = "stand" if len(shared) > 1 else "stands"
    return f"This line has the form of a headline, and {has} {verb} elsewhere in the article.", certainty


def _share(terms: Terms, rest: set[str]) -> float:
    """How much of what a line is about the rest of the article has, by the rarity of its words, from 0 to 1."""
    total = sum(terms.rarity.values())
    return sum(rarity for root, rarity in terms.rarity.items() if root in rest) / total if total else 1.0


def _run_on(sentences: Sequence[Sentence], taken: set[int]) -> Iterator[Sentence]:
    """What may be a headline at the end of a paragraph of the body: a sentence without its full stop."""
    for number, one in enumerate(sentences):
        ends = number + 1 == len(sentences) or sentences[number + 1].paragraph != one.paragraph
        begins = not number or sentences[number - 1].paragraph != one.paragraph
        if (
            ends and not begins and one.part == "body" and one.start not in taken
            and _FEWEST <= one.exact.count(" ") + 1 <= _MOST
            and not _STOPS.search(one.exact[-6:]) and not one.exact.endswith((":", ";", ",", "—", "–", "-"))
            and not _NO_HEADLINE.match(one.exact) and not is_furniture(one.exact)
        ):  # fmt: skip
            yield one


def _title_case(words: str) -> bool:
    """Whether all but the small words have a capital, as in many American headlines."""
    found = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    return len(found) > 3 and sum(not word[0].islower() for word in found) >= 0.85 * len(found)
