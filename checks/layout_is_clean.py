"""Is the article free of what it was copied from: marks of layout, placeholders, lines joined and cut off?

Supported when nothing of the kind is found.
Contradicted when the text has tags, marks of Markdown in plain text, characters written out as code or broken, footnote
marks, placeholders, notes of a program that writes; paragraphs joined by a single break where the others are set apart,
sentences joined without a space or cut off, or the same sentence twice.
Unsettled when a word seems run together, a paragraph only lacks its full stop, or characters cannot be seen.

Cannot tell: which page the text was copied from, nor whether what it says is true. A clean layout shows nothing.

Source: the notations of CommonMark 0.31, HTML (WHATWG), BBCode and MediaWiki; Unicode's account of text read in the
wrong encoding (Unicode Technical Report 36, 3.5).
"""

from collections.abc import Iterator

from checks.case.nouns import Claim, Document, Finding
from checks.reading import Reading
from checks.reading.parts import Suspicion
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.copying.joints import joined_lines
from checks.reading.suspicions.copying.leftovers import markup

_FINE = "No leftover of a page or a program was found, and no line that is joined or cut off."


def check(claim: Claim, *, article: Document) -> Finding:
    """Asks of the whole article, or of the words of a claim, what was left over where it was copied."""
    return found_in(claim, article, __name__, _leftovers, _FINE)


def _leftovers(reading: Reading) -> Iterator[Suspicion]:
    yield from markup(reading)
    yield from joined_lines(reading)
