"""What reading finds in the article and no claim, and nothing left out, holds whole."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from checks.case.claims import Claims
from checks.case.ledger import Ledger
from checks.case.nouns import Document
from checks.reading.article import Reading, read
from checks.reading.parts import Words
from checks.reading.suspicions.asked import day_of


def dated_reading(article: Document, names: bool = True) -> Reading:
    """An article read, its dates counted from the day of its dateline, else of its publication, if one is known."""
    return read(article.words, day_of(article), names)


def loose(reading: Reading, claims: Claims) -> list[tuple[Words, str]]:
    """Every date, amount, office and spoken quotation that does not lie whole in one claim or one omission.

    A word-by-word account cannot see a date of which the month stands in one claim and the year in another.
    """
    anchors = [claim.words for claim in claims.of.values()]
    anchors += [omission.passage.anchor for omission in claims.left_out]
    covered = [anchor.find(reading.text) for anchor in anchors]
    found = [(Words(part.start, part.end, part.exact), kind) for kind, part in _parts(reading)]
    bare = {(words, kind) for words, kind in found if not any(a <= words.start and words.end <= b for a, b in covered)}
    return sorted(bare, key=lambda pair: (pair[0].start, pair[0].end, pair[1]))


def told(found: Iterable[tuple[Words, str]], book: Ledger) -> list[str]:
    """The same as lines, one for each sentence, which is numbered as in the ledger."""

    def number(pair: tuple[Words, str]) -> int:
        return next(i for i, entry in enumerate(book.entries, 1) if entry.start <= pair[0].start < entry.end)

    return [
        f"sentence {sentence}: in no one claim, and not left out: "
        + ", ".join(f"“{' '.join(words.exact.split())}” ({kind})" for words, kind in pairs)
        for sentence, pairs in groupby(found, key=number)
    ]


def _parts(reading: Reading) -> Iterable[tuple[str, Words]]:
    yield from (("date", Words(d.start, d.end, d.exact)) for d in reading.dates if d.when)
    yield from (("amount", Words(a.start, a.end, a.exact)) for a in reading.amounts)
    yield from (("office", Words(n.start, n.end, n.exact)) for n in reading.names if n.kind == "office")
    yield from (("quotation", words) for q in reading.quotations if q.kind in ("direct", "mixed") for words in q.quoted)
