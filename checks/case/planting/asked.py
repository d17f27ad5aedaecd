"""A finding as it was asked, and the same with one thing changed in the claim or in the evidence, in memory alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType, ModuleType
from typing import Any

from checks.case.asking import answer, parsed
from checks.case.catalogue import arguments
from checks.case.claims import Claims, assertion
from checks.case.nouns import Anchor, Claim, Document, Fact, Finding, Passage, Register, Row, When
from checks.reading.anchors import anchor_at


@dataclass(frozen=True)
class Asked:
    """A check asked of a claim: all that its answer hangs on."""

    claims: Claims
    claim: Claim
    check: ModuleType
    given: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What the check is called."""
        return self.check.__name__.rpartition(".")[2]

    def answer(self) -> Finding:
        """What the check finds. Raises `CaseError` where it cannot be asked so."""
        return answer(self.claims, self.claim, self.check, self.given)

    def values(self) -> dict[str, Any]:
        """The arguments that the check gets, by name."""
        found = dict(self.given)
        for name, parameter in arguments(self.check).items():
            if name in self.claim.asserts:
                found[name] = parsed(parameter.annotation, self.text(name), name)
        return found

    def text(self, name: str) -> str:
        """What the claim asserts under a name, as it is written there or in the claim it is taken from."""
        return assertion(self.claims, self.claim, name)[0]

    def asserting(self, name: str, text: str) -> Asked:
        """The same with another value asserted, and with it in the claim's words if the old one stands there."""
        was = self.text(name)
        changed = replace(self, claim=replace(self.claim, asserts={**self.claim.asserts, name: text}))
        return changed.worded(self.claim.words.exact.replace(was, text)) if was in self.claim.words.exact else changed

    def worded(self, exact: str) -> Asked:
        """The same with other words of the article claimed, and the article changed there."""
        if exact == self.claim.words.exact or not self.claim.passages or self.claim.passages[0].document.text is None:
            return self
        article = self.claim.passages[0].document
        start, end = self.claim.words.find(article.words)
        new = _reworded(article, start, end, exact)
        anchor = anchor_at(new.words, start, start + len(exact))
        claim = replace(self.claim, words=anchor, passages=(Passage(new, anchor),))
        return replace(self, claim=claim).each(lambda one: new if one == article else one)

    def saying(self, says: str) -> Asked:
        """The same with another sentence for what the claim says."""
        return replace(self, claim=replace(self.claim, says=says))

    def each(self, change: Callable[[Any], Any]) -> Asked:
        """The same with every piece of evidence changed; what comes back unchanged stays what it was."""

        def of(value: Any) -> Any:
            return [change(one) for one in value] if isinstance(value, list | tuple) else change(value)

        return replace(self, given={name: of(value) for name, value in self.given.items()})

    def in_document(self, document: Document, start: int, end: int, words: str) -> Asked:
        """The same with other words in a document, from `start` to `end` of its words, wherever it is quoted."""
        new = _reworded(document, start, end, words)

        def change(one: Any) -> Any:
            if isinstance(one, Document) and one.id == document.id:
                return new
            if isinstance(one, Passage) and one.document.id == document.id:
                return Passage(new, _moved(one.anchor, document, new, start, end, words))
            if isinstance(one, Fact) and one.passage.document.id == document.id:
                anchor = _moved(one.passage.anchor, document, new, start, end, words)
                return replace(one, passage=Passage(new, anchor))
            return one

        return self.each(change)

    def with_fact(self, ref: str, **fields: Any) -> Asked:
        """The same with another value, unit, role or time in a fact."""
        return self.each(lambda one: replace(one, **fields) if isinstance(one, Fact) and one.ref == ref else one)

    def with_row(self, ref: str, cells: Mapping[str, str]) -> Asked:
        """The same with other cells in a row of a register; its span follows from them."""

        def changed(row: Row) -> Row:
            new = {**row.cells, **cells}
            span = When.parse(f"{new['start']}/{new['end'] or '..'}")
            return replace(row, cells=MappingProxyType(new), span=span)

        def change(one: Any) -> Any:
            if not isinstance(one, Register) or not ref.startswith(f"{one.id}#"):
                return one
            return replace(one, rows=tuple(changed(row) if row.ref == ref else row for row in one.rows))

        return self.each(change)

    def documents(self) -> list[Document]:
        """The documents that what was passed stands in, each once; the article is none of them."""
        found: dict[str, Document] = {}
        for one in self.pieces():
            document = one if isinstance(one, Document) else None
            document = one.document if isinstance(one, Passage) else document
            document = one.passage.document if isinstance(one, Fact) else document
            if document is not None and document.kind != "article":
                found.setdefault(document.id, document)
        return list(found.values())

    def pieces(self) -> list[Any]:
        """Every piece of evidence that was passed."""
        return [one for value in self.given.values() for one in (value if isinstance(value, list | tuple) else [value])]


def _reworded(document: Document, start: int, end: int, words: str) -> Document:
    """A document with other words; its facts are left as they were, since only those that are passed are read."""
    new = f"{document.words[:start]}{words}{document.words[end:]}"
    return replace(document, words=new, text=new)


def _moved(anchor: Anchor, document: Document, new: Document, start: int, end: int, words: str) -> Anchor:
    """An anchor of the document in the changed one: around what was changed, or where it was."""
    first, last = anchor.find(document.words)
    more = len(words) - (end - start)
    if last <= start:
        return anchor_at(new.words, first, last)
    if end <= first:
        return anchor_at(new.words, first + more, last + more)
    return anchor_at(new.words, min(first, start), max(last, end) + more)
