"""Which of several copies came first, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checks.reading.copies.drift import changes
from checks.reading.copies.joining import likeness
from checks.reading.copies.origin import Declared, declared
from checks.reading.copies.parts import Article
from checks.reading.copies.shingles import contained, plain_words, shingles
from checks.reading.copies.telling import telling, unquoted

MOST_PAIRS = 60  # that are compared fact by fact
PLAINLY_APART = 2  # facts: one may be misread
BRIEF = 0.6  # of the longest: a story is not made out of its brief
PLAINLY = 0.05  # by how much more one must hold of the others than they of it
MOST_COMPARED = 50  # articles whose words are compared for who has more; of more the first by name


def first_of(articles: Sequence[Article]) -> tuple[Article, str]:
    """Which article of a group came first, and a sentence that says how that is known.

    The reasons in their order, each weaker than the one before: another article declares this one's publisher as its
    origin; it was published on an earlier day; the others declare that they are from elsewhere; the others agree with
    it more than with one another, since each copy changes facts of its own; it holds what they hold and more; other
    copies are nearer to it. Where none decides it is the first by file name, and the sentence says that
    it cannot be told. Raises `ValueError` for no articles.
    """
    ordered = sorted(articles, key=lambda article: article.file)
    named = _named(ordered)
    if named:
        return named
    left = [one for one in ordered if not any(_before(other, one) for other in ordered)]
    dated = all(one.published for one in ordered)
    if len(left) == 1 and dated:
        return left[0], f"it is dated {_day(left[0])}, the others later"
    since = f"; of the {len(ordered)} the others are dated later" if len(left) < len(ordered) else ""
    own = [one for one in left if not _from_elsewhere(one)]
    if len(own) == 1 and len(left) > 1:
        of = next(one for one in left if one is not own[0])
        return own[0], f"it declares no origin, and `{of.file}` does: “{_from_elsewhere(of)[0].words}”{since}"
    left = own or left
    if len(left) == 1:
        return left[0], f"of the dated ones it is the earliest ({_day(left[0])}); the day of some is not known"
    agreed, how = _agreed(left, ordered)
    if len(agreed) == 1:
        return agreed[0], f"{how}{since}"
    left = list(agreed)
    fuller = _fuller(left)
    if fuller:
        return fuller, f"it has what the others have and more, a weak sign{since or '; no day tells them apart'}"
    middle = _middle(left, [one for one in ordered if one not in left])
    if middle:
        return middle, f"the later copies are nearer to it than to those of its day, a weak sign{since}"
    return left[0], f"it cannot be told which came first{since}: `{left[0].file}` is the first of them by name"


@lru_cache(maxsize=1024)
def origins(text: str, publisher: str) -> tuple[Declared, ...]:
    """The origins that an article declares, without its own publisher."""
    return tuple(one for one in declared(text) if not publisher or not same_name(one.name, publisher))


def same_name(one: str, other: str) -> bool:
    """Whether two names of publishers are one: the same words, or the last words of the longer ("the Courier")."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return bool(short) and (short == long or long[-len(short) :] == short or long[: len(short)] == short)


def _named(articles: Sequence[Article]) -> tuple[Article, str] | None:
    """The article that others name as their origin, if one alone is named and names none of them itself."""
    by: dict[str, tuple[Article, Article, Declared]] = {}
    naming = set[str]()
    for copy in articles:
        for origin in origins(copy.text, copy.publisher):
            for one in articles:
                if one is not copy and one.publisher and same_name(origin.name, one.publisher):
                    naming.add(copy.file)
                    by.setdefault(one.file, (one, copy, origin))
    told = [how for file, how in by.items() if file not in naming and not _before(how[1], how[0])]
    if len(told) != 1:
        return None
    one, copy, origin = told[0]
    return one, f"`{copy.file}` says that it is from {one.publisher}: “{origin.words}”"


def _from_elsewhere(article: Article) -> tuple[Declared, ...]:
    return origins(article.text, article.publisher)


def _agreed(left: Sequence[Article], everyone: Sequence[Article]) -> tuple[Sequence[Article], str]:
    """Those of the articles from whose facts all the others differ least, and a sentence that says so."""
    longest = max(len(one.text) for one in left)
    whole = [one for one in left if len(one.text) >= BRIEF * longest]  # a brief differs in nothing that it leaves out
    if len(whole) < 2 or len(everyone) < 3 or len(whole) * len(everyone) > MOST_PAIRS:
        return left, ""
    apart = {one.file: sum(_differs(one, other) for other in everyone if other is not one) for one in whole}
    best = min(whole, key=lambda one: apart[one.file])
    # One that only leaves facts out differs from none: who has more of the story is asked next.
    agreed = [one for one in whole if one is best or _differs(best, one) < PLAINLY_APART]
    most = max(apart.values())
    if len(agreed) == 1 and apart[best.file] + PLAINLY_APART > most:
        return left, ""
    return agreed, f"the others differ from it in {apart[best.file]} facts together, from another of its day in {most}"


def _differs(one: Article, other: Article) -> int:
    """How many facts two articles tell differently."""
    found = changes(one.text, other.text, other.file, (one.published, other.published))
    return sum(1 for change in found if change.from_ and change.to)


def _fuller(articles: Sequence[Article]) -> Article | None:
    """The article that holds more of each other than that holds of it, in runs of words and in words that tell."""
    some = articles[:MOST_COMPARED]
    runs = [frozenset(shingles(plain_words(one.text))) for one in some]
    words = [frozenset(telling(unquoted(one.text)).words) for one in some]

    def more(at: int, than: int) -> bool:
        holds = contained(runs[than], runs[at]) + _share(words[than], words[at])
        held = contained(runs[at], runs[than]) + _share(words[at], words[than])
        return holds > held + PLAINLY

    best = [one for at, one in enumerate(some) if all(more(at, than) for than in range(len(some)) if than != at)]
    return best[0] if len(best) == 1 else None


def _middle(left: Sequence[Article], later: Sequence[Article]) -> Article | None:
    """Of those that may be the first, the one to which the later ones are plainly nearest."""
    some = left[:MOST_COMPARED]
    near = [sum(likeness(one.text, copy.text).strength for copy in later[:MOST_COMPARED]) for one in some]
    best, *others = sorted(near, reverse=True)
    return some[near.index(best)] if others and best > others[0] + PLAINLY * len(later) else None


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _before(one: Article, other: Article) -> bool:
    return bool(one.published and other.published and one.published.before(other.published) == "yes")


def _day(article: Article) -> str:
    return article.published.words() if article.published else "no day"


@lru_cache(maxsize=4096)
def _plain(name: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", name.casefold())
    return tuple(words[1:] if words[:1] == ["the"] else words)
