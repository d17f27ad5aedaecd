"""Which articles are copies of one story: groups, each of them one source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from checks.case.errors import CaseError
from checks.reading.copies.articles import articles_in
from checks.reading.copies.candidates import candidates
from checks.reading.copies.drift import changes
from checks.reading.copies.fingerprints import HEAD, fingerprint
from checks.reading.copies.first import first_of, origins
from checks.reading.copies.joining import Likeness, likeness, may_be_one_story
from checks.reading.copies.parts import Article, Change, Copy, Group
from checks.reading.copies.shingles import LENGTH, contained, plain_words, shingles

__all__ = ["articles_in", "clustered", "clusters", "group_of", "groups", "shared_errors"]

EACH_WITH_EACH = 150  # articles; of more an index chooses which pairs are compared
ASKED = 6  # members of each of two groups that are compared before the groups are made one
FEWEST_REPEATED = 2  # changes that a copy has from another copy: one may be chance
RELATED_FACTS, RELATED_RUNS, RELATED_NEAR = 0.12, 0.25, 0.06  # for two members that are not joined themselves


def groups(articles: Sequence[Article]) -> tuple[Group, ...]:
    """Which articles are one source? Those of one story in groups, in the order of their names; single ones in none.

    The order of `articles` does not matter. Raises `CaseError` where two have one name, as only their names tell them
    apart in the answer.
    """
    of = {article.file: article for article in articles}
    files = sorted(article.file for article in articles)
    if len(of) < len(files):
        twice = next(one for one, other in pairwise(files) if one == other)
        raise CaseError("two articles have this name: name each article once", file=twice)
    return tuple(group_of([of[file] for file in found]) for found in clusters(articles))


def clusters(
    articles: Sequence[Article], told: Callable[[int], None] = lambda done: None
) -> tuple[tuple[str, ...], ...]:
    """The names of the articles of each group, without who came first and what changed: for very many articles.

    `told` is called with the number of articles that were read, for a progress bar.
    """
    ordered = sorted(articles, key=lambda article: article.file)

    def fingerprints() -> Iterator[bytes]:
        for done, article in enumerate(ordered, 1):
            yield fingerprint(article.text)
            told(done)

    return tuple(
        tuple(ordered[at].file for at in members) for members in clustered(ordered.__getitem__, fingerprints())
    )


def clustered(article: Callable[[int], Article], fingerprints: Iterable[bytes]) -> list[list[int]]:
    """The places of the articles of each group, in order, from the fingerprints of all, in their order.

    `article` gives one by its place, from 0. It is asked only for those that are compared, of one neighbourhood one
    after the other, so that they may lie on the disk.
    """
    same: dict[int, list[int]] = {}  # of one text many times only one is compared
    kept = list[bytes]()
    for at, found_by in enumerate(fingerprints):
        digest, _ = HEAD.unpack_from(found_by)
        if digest and digest not in same:
            kept.append(found_by)
        if digest:
            same.setdefault(digest, []).append(at)
    places = [found[0] for found in same.values()]
    few = len(places) <= EACH_WITH_EACH
    pairs = combinations(range(len(places)), 2) if few else _by_neighbourhood(candidates(kept))
    joined: list[tuple[float, int, int]] = []
    for one, other in pairs:
        said, said_too = article(places[one]).text, article(places[other]).text
        if not may_be_one_story(said, said_too):
            continue
        alike = likeness(said, said_too)
        if alike.copied or alike.rewritten:
            joined.append((-alike.strength, places[one], places[other]))
    of: dict[int, list[int]] = {at: [at] for at in places}
    for _, one, other in sorted(joined):
        ours, theirs = of[one], of[other]
        if ours is not theirs and _one_story(one, ours, other, theirs, article):
            ours += theirs
            for at in theirs:
                of[at] = ours
    again = {repeated[0]: repeated for repeated in same.values()}
    wholes = {id(members): members for members in of.values()}.values()
    found = [sorted(copy for at in members for copy in again[at]) for members in wholes]
    return sorted(members for members in found if len(members) > 1)


def _by_neighbourhood(pairs: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The pairs, those that hang together one after the other, so that what was read of a text is still known."""
    of: dict[int, int] = {}

    def root(at: int) -> int:
        while (up := of.setdefault(at, at)) != at:
            of[at] = of[up]
            at = up
        return at

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        of[second] = first
    return sorted(pairs, key=lambda pair: (root(pair[0]), pair))


def _related(alike: Likeness) -> bool:
    """Whether two articles may stand in one group that neither alone would put the other in."""
    return (alike.facts >= RELATED_FACTS and alike.near >= RELATED_NEAR) or alike.runs >= RELATED_RUNS


def _one_story(one: int, ours: list[int], other: int, theirs: list[int], article: Callable[[int], Article]) -> bool:
    """Whether two groups, joined by one pair, are one story: most pairs across must be related.

    A page that holds two stories is alike to both, and they are not alike to each other. It is left with the one it is
    most alike. A story of which two briefs tell different parts is told from such a page by its day: it came first.
    """
    across = [(a, b) for a in _some(ours, one) for b in _some(theirs, other)]
    alike = sum((a, b) == (one, other) or _related(likeness(article(a).text, article(b).text)) for a, b in across)
    if 2 * alike > len(across):
        return True
    everybody = [*ours, *theirs]
    return any(
        all(at == hub or _before(article(hub), article(at)) for at in everybody)
        and all(at == hub or len(article(hub).text) > len(article(at).text) for at in everybody)
        for hub in (one, other)
    )


def _some(members: list[int], at: int) -> list[int]:
    """The one that is joined and a few others, always the same few."""
    return [at, *[member for member in sorted(members) if member != at][: ASKED - 1]]


def _before(one: Article, other: Article) -> bool:
    return bool(one.published and other.published and one.published.before(other.published) == "yes")


def group_of(articles: Sequence[Article]) -> Group:
    """The group that some articles are, in the order of their names: who came first, and what each copy changed."""
    first, because = first_of(articles)
    rest = [article for article in articles if article is not first]
    changed = {
        copy.file: tuple(changes(first.text, copy.text, copy.file, (first.published, copy.published))) for copy in rest
    }
    return Group(
        articles=tuple(article.file for article in articles),
        first=first.file,
        first_because=because,
        copies=tuple(_copy(copy, first, articles, changed) for copy in rest),
        shared_errors=shared_errors(changed),
    )


def _copy(copy: Article, first: Article, group: Sequence[Article], changed: dict[str, tuple[Change, ...]]) -> Copy:
    declared = origins(copy.text, copy.publisher)
    runs, whole = (frozenset(shingles(plain_words(article.text))) for article in (copy, first))
    of, repeated = _from(copy, first, group, changed)
    again = f"; it repeats {repeated} changes of `{of.file}`" if repeated else ""
    return Copy(
        file=copy.file,
        of=of.file,
        contained=contained(runs, whole),
        origin=declared[0].name if declared else "",
        why=_why(copy, first, group) + again,
        changed=changed[copy.file],
    )


def _from(
    copy: Article, first: Article, group: Sequence[Article], changed: dict[str, tuple[Change, ...]]
) -> tuple[Article, int]:
    """Which article a copy was made from, and how many of that one's changes it repeats.

    The first, if it repeats none, or only one, which may be chance, of another that is dated earlier, or has its day
    and fewer changes.
    """
    ours = {_said_again(change) for change in changed[copy.file] if change.to}
    earlier = [
        one
        for one in group
        if one is not copy and one is not first
        and (_before(one, copy)
             or (one.published == copy.published and len(changed[one.file]) < len(changed[copy.file])))
    ]  # fmt: skip
    repeated = [len(ours & {_said_again(change) for change in changed[one.file]}) for one in earlier]
    most = max(repeated, default=0)
    return (earlier[repeated.index(most)], most) if most >= FEWEST_REPEATED else (first, 0)


def _said_again(change: Change) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return change.kind, tuple(plain_words(change.from_)), tuple(plain_words(change.to))


def _why(copy: Article, first: Article, group: Sequence[Article]) -> str:
    """The sentence that says why a copy is in the group: what it shares with the first, or with the copy it is of."""
    if plain_words(copy.text) == plain_words(first.text):
        return f"it has the same words as `{first.file}`"
    alike = likeness(copy.text, first.text)
    if alike.copied or alike.rewritten:
        return _said(alike, f"`{first.file}`")
    others = [article for article in group if article is not copy and article is not first]
    nearest = max(others, key=lambda other: (likeness(copy.text, other.text).strength, other.file), default=first)
    return f"{_said(likeness(copy.text, nearest.text), f'`{nearest.file}`')}, which is of `{first.file}`"


def _said(alike: Likeness, of: str) -> str:
    if alike.copied:
        runs = f"{_percent(alike.runs)} of the runs of {LENGTH} words of the shorter"
        return f"copied: beside {of}, {runs} stand in the other"
    return (
        f"edited or rewritten: beside {of}, {_percent(alike.anchors)} of the names and numbers of the shorter stand in "
        f"the other, {_percent(alike.order)} in the same order, and {_percent(alike.words)} of its words"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def shared_errors(changed: Mapping[str, Sequence[Change]]) -> tuple[Change, ...]:
    """The changes that two or more copies have alike: one took them from the other, or both from a third."""
    by: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Change]] = {}
    for found in changed.values():
        for change in found:
            if change.to:
                by.setdefault(_said_again(change), []).append(change)
    return tuple(change for key in sorted(by) if len({one.file for one in by[key]}) > 1 for change in by[key])
