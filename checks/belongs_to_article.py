"""Do these words belong to the article?

Supported when nothing marks the article's words as another text's.
Contradicted when words are a line of the page, the newsletter or the press office, the headline of another story, or a
paragraph that has next to no word and no name in common with the rest of the article.
Unsettled when a paragraph or a line shares little with the rest, which a turn of the story or a heading may do too.

Cannot tell: whether what does not belong is true, where it came from, and whether a paragraph on the same subject was
taken from another report on it.

Source: cosine of words weighed by their rarity, Salton and Buckley, Term-weighting approaches in automatic text
retrieval, Information Processing and Management 24 (1988); patterns of what stands around an article on a page, as in
Kohlschütter, Fankhauser and Nejdl, Boilerplate detection using shallow text features, WSDM (2010).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.case.nouns import Claim, Document, Finding
from checks.reading.parts import Suspicion
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.strays.boilerplate import boilerplate
from checks.reading.suspicions.strays.foreign_paragraphs import foreign_paragraphs
from checks.reading.suspicions.strays.stray_lines import stray_headlines

if TYPE_CHECKING:
    from checks.reading.article import Reading


def check(claim: Claim, *, article: Document) -> Finding:
    """Looks for boilerplate, for headlines of other stories, and for paragraphs without kinship to the rest.

    Raises `CaseError` where the article's text is not in this copy.
    """
    return found_in(claim, article, __name__, _strangers, "Nothing marks these words as those of another text.")


def _strangers(reading: "Reading") -> Iterator[Suspicion]:
    """What does not belong, by its own words alone: the sentence that a stranger is held against does belong."""
    yield from boilerplate(reading)
    for suspicion in (*stray_headlines(reading), *foreign_paragraphs(reading)):
        yield replace(suspicion, spans=suspicion.spans[-1:])
