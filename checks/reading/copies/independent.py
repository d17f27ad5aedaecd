"""Whether two documents have one origin by what they declare, and whether enough of one is quoted to tell a copy."""

from __future__ import annotations

from checks.case.nouns import Document
from checks.reading.copies.first import origins, same_name
from checks.reading.copies.telling import telling, unquoted
from checks.reading.slots.names_alike import names_alike
from checks.reading.slots.parts import Relation

_ENOUGH = 30  # telling words outside quotations: a paragraph or two, in which a rewriting would show
_OWN = frozenset({"own reporting", "original reporting", "own reporters", "itself", "staff"})


def one_origin(one: Document, other: Document) -> str:
    """The sentence that says that two documents have one origin as declared; empty where none says so.

    Declared is what the front matter has as `origin`, and what the quoted words say of themselves; the other document
    is named by its id, its title or its publisher.
    """
    ours, theirs = _declared(one), _declared(other)
    for copy, names, of in ((one, ours, other), (other, theirs, one)):
        for name in names:
            if name in (of.id, of.title) or same_publisher(name, of.publisher):
                return f"`{copy.id}` declares {name} as its origin, which is `{of.id}`."
    both = next((name for name in ours for also in theirs if same_publisher(name, also)), "")
    return f"`{one.id}` and `{other.id}` both declare {both} as their origin." if both else ""


def enough(document: Document) -> bool:
    """Whether so much of a document is quoted that a copy of it would show."""
    return len(telling(unquoted(document.words)).words) >= _ENOUGH


def same_publisher(name: str, other: str) -> bool:
    """Whether two names of papers or agencies name one: the same words, the end of the longer, or its initials."""
    if not name or not other:
        return False
    return same_name(name, other) or names_alike(name, other, "organisation") is Relation.AGREE


def _declared(document: Document) -> list[str]:
    """What a document declares as its origin; what is its own is none."""
    names = [document.origin, *(one.name for one in origins(document.words, document.publisher))]
    return [
        name
        for name in names
        if name and name.casefold() not in _OWN and name != document.id and not same_publisher(name, document.publisher)
    ]
