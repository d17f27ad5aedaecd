"""The nouns: what a case is made of. Each knows only those above it; a claim has no room for a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, get_args

from checks.case.amount import Amount
from checks.case.anchor import Anchor, anchor_in
from checks.case.capture import Capture
from checks.case.errors import CaseError
from checks.case.shown import Shown
from checks.case.when import When

__all__ = [
    "Amount", "Anchor", "Capture", "Claim", "Conclusion", "Document", "Evidence", "Fact", "Finding", "Passage",
    "Register", "Role", "Row", "Search", "Standing", "Verdict", "When", "amount", "anchor_in", "facts_among",
    "rests_on", "when",
]  # fmt: skip

Standing = Literal["primary", "secondary", "rewriter", "own knowledge"]
Role = Literal["announced", "signed", "notified", "effective", "reported", "published"]
Kind = Literal["article", "evidence", "register"]
OF_EVERY_ROW = ("id", "start", "end", "source_url", "standing", "obtained", "retrieved", "words")
WEIGHTY = ("primary", "secondary")  # a rewriter or a memory can point the way; it decides nothing


@dataclass(frozen=True)
class Document:
    """Something published: the article, a piece of evidence, or a register, by where its file lies.

    `text` is the body; None where the article's file has been taken out of this copy. `words` is what anchors are found
    in: of an article its text, of evidence its block quotations, the rest being a note. `origin` is where it says, or
    we found, that its story is from: a document's id, or a name. `capture` tells how its bytes came, `searched` which
    search it answers, `dateline` an article's day; where known.
    """

    id: str
    kind: Kind
    title: str
    publisher: str
    url: str
    published: When | None
    retrieved: When | None
    obtained: str
    standing: Standing
    text: str | None
    words: str
    facts: dict[str, Fact] = field(default_factory=dict, repr=False, compare=False)
    unused: str = ""
    origin: str = ""
    capture: Capture | None = field(default=None, repr=False, compare=False)
    searched: Search | None = field(default=None, repr=False, compare=False)
    dateline: When | None = None

    def __repr__(self) -> str:
        return f"{self.id}: {self.title}. {self.publisher}, {self.published or 'no date stated'} ({self.standing})"

    @property
    def ref(self) -> str:
        """How the record names it."""
        return self.id

    @property
    def quoted(self) -> str:
        """What a card shows of it: nothing, since the whole document is meant."""
        return ""


@dataclass(frozen=True)
class Passage(Shown):
    """Words in a document."""

    document: Document
    anchor: Anchor

    def __post_init__(self) -> None:
        if self.document.text is not None:
            self.anchor.find(self.document.words)

    def __repr__(self) -> str:
        return f"{self.document.id}: {self.anchor} ({self.state})"

    @property
    def state(self) -> str:
        """How the words were found. The words of an excerpt prove what we noted, not what the page said."""
        if self.document.text is None:
            return "its text is not in this copy"
        if self.kind == "article":
            return "in the article"
        # What `verify` finds in the bytes is told by it alone: this must read the same where the bytes are not.
        return "quoted from a capture" if self.document.capture else "found in our excerpt only"

    @property
    def ref(self) -> str:
        """How the record names it."""
        return f"{self.document.id}{self.anchor.kept()}"

    @property
    def kind(self) -> Kind:
        """What it is, by where its file lies: article, evidence or register."""
        return self.document.kind

    @property
    def standing(self) -> Standing:
        """How far it can be trusted: that of its document."""
        return self.document.standing

    @property
    def url(self) -> str:
        """Where it was published, or seen."""
        return self.document.url

    @property
    def quoted(self) -> str:
        """The source's own words; empty where the whole of it is meant."""
        return self.anchor.exact


@dataclass(frozen=True)
class Fact(Shown):
    """A dated statement in a document: `value` as printed, and in which `role` (sense) a thing happened `at` a time."""

    name: str
    passage: Passage
    about: str
    value: str = ""
    unit: str = ""
    role: Role | None = None
    at: When | None = None

    def __repr__(self) -> str:
        what = " ".join(part for part in (self.value, self.unit, self.role or "", str(self.at or "")) if part)
        return f"{self.ref}: {self.about}, {what}: {self.passage.anchor}"

    @property
    def ref(self) -> str:
        """How the record names it."""
        return f"{self.passage.document.id}#{self.name}"

    @property
    def kind(self) -> Kind:
        """What it is, by where its file lies: article, evidence or register."""
        return self.passage.kind

    @property
    def standing(self) -> Standing:
        """How far it can be trusted: that of its document."""
        return self.passage.standing

    @property
    def url(self) -> str:
        """Where it was published, or seen."""
        return self.passage.url

    @property
    def quoted(self) -> str:
        """The source's own words; empty where the whole of it is meant."""
        return self.passage.quoted


@dataclass(frozen=True)
class Row:
    """A dated fact in a register: its cells as they stand, and the span it is true of."""

    register: str
    id: str
    cells: Mapping[str, str]
    span: When
    retrieved: When
    standing: Standing

    def __repr__(self) -> str:
        what = ", ".join(value for name, value in self.cells.items() if value and name not in OF_EVERY_ROW)
        words = f": “{self.quoted}”" if self.quoted else ""
        return f"{self.ref}: {what}, {self.span.words()} ({self.standing}){words}"

    @property
    def ref(self) -> str:
        """How the record names it."""
        return f"{self.register}#{self.id}"

    @property
    def kind(self) -> Kind:
        """What it is, by where its file lies: article, evidence or register."""
        return "register"

    @property
    def url(self) -> str:
        """Where it was published, or seen."""
        return self.cells["source_url"]

    @property
    def quoted(self) -> str:
        """The source's own words; empty where the whole of it is meant."""
        return self.cells["words"]

    @property
    def known(self) -> When:
        """The span as far as anyone looked: an open or scheduled end counts only up to `retrieved`."""
        return self.span.until(self.retrieved)


@dataclass(frozen=True)
class Register:
    """A table of dated facts. `covers` is the span in which it claims to be whole; `also_called` lists other names."""

    id: str
    title: str
    url: str
    standing: Standing
    covers: When
    columns: Mapping[str, str]
    also_called: Mapping[str, Sequence[str]]
    rows: Sequence[Row]
    capture: Capture | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"{self.id}: {self.title} ({len(self.rows)} rows, {self.covers})"

    @property
    def ref(self) -> str:
        """How the record names it."""
        return self.id

    @property
    def kind(self) -> Kind:
        """What it is, by where its file lies: article, evidence or register."""
        return "register"

    @property
    def quoted(self) -> str:
        """The source's own words; empty where the whole of it is meant."""
        return ""


Evidence = Document | Passage | Fact | Row | Register


@dataclass(frozen=True)
class Claim:
    """One thing the article asserts. `asserts` is how it was read, as written; a second reading is a second claim.

    `passages` are its words in the article and, after them, those of the claims that it takes values from.
    """

    id: str
    words: Anchor
    says: str
    speaker: str
    asserts: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = field(default=(), repr=False, compare=False)

    def __repr__(self) -> str:
        return f"{self.id}: {self.says}"


class Verdict(StrEnum):
    """What a check finds. Absence of support is never refutation."""

    SUPPORTED = "supported"
    """The evidence states it, or it follows from what the evidence states."""
    MISLEADING = "misleading"
    """A true core was changed enough to mislead."""
    CONTRADICTED = "contradicted"
    """The evidence, or the article's own words, state otherwise."""
    UNSETTLED = "unsettled"
    """This evidence does not decide it."""


@dataclass(frozen=True)
class Finding:
    """What one check found about one claim, asked once. `reason` is one sentence with the words or numbers compared.

    A verdict that decides needs evidence that can bear it: what rests only on rewriters or on memory, and support drawn
    from nothing but the article itself (unless asked of `article`, of the text as such), become *unsettled* and say so.
    Where it `needs_all` of its evidence, as a sum each of its terms, one weak piece is enough.
    """

    claim: str
    check: str
    verdict: Verdict
    reason: str
    evidence: Sequence[Evidence]
    asked: str = ""
    needs_all: bool = False

    def __post_init__(self) -> None:
        if not self.evidence:
            raise CaseError(f"{self.check} found `{self.verdict}` without evidence: a finding names what it rests on")
        object.__setattr__(self, "check", self.check.rpartition(".")[2])
        object.__setattr__(self, "verdict", Verdict(self.verdict))
        object.__setattr__(self, "evidence", tuple({e.ref: e for e in self.evidence}.values()))
        weakness = self._weakness()
        if weakness:
            object.__setattr__(self, "verdict", Verdict.UNSETTLED)
            object.__setattr__(self, "reason", f"{self.reason.rstrip('.')}; but {weakness}, so it decides nothing.")

    def __repr__(self) -> str:
        asked = f" ({self.asked})" if self.asked else ""
        return f"{self.check}{asked}: {self.verdict}\n{self.reason}\n" + "\n".join(f"  {e!r}" for e in self.evidence)

    def _weakness(self) -> str:
        if self.verdict is Verdict.UNSETTLED:
            return ""
        outside = [e for e in self.evidence if e.kind != "article"]
        if not outside and self.verdict is Verdict.SUPPORTED and self.claim != "article":
            return "the article's own words cannot support it"
        # A register and a document cited together each carry a part of the answer, so neither may be weak.
        for kind in ("evidence", "register"):
            standings = {e.standing for e in outside if e.kind == kind}
            weak = standings - set(WEIGHTY)
            if weak and (self.needs_all or weak == standings):
                only = "only" if weak == standings else "also"
                return f"this rests {only} on {' and '.join(_PLURAL[s] for s in get_args(Standing) if s in weak)}"
        return ""


_PLURAL = {"rewriter": "rewriters", "own knowledge": "own knowledge"}


@dataclass(frozen=True)
class Search:
    """A place where someone looked, and what was there: `hits` may be none. It never claims more than that place."""

    id: str
    claim: str
    place: str
    query: str
    hits: int
    on: When
    note: str = ""

    def __repr__(self) -> str:
        hits = "nothing" if self.hits == 0 else f"{self.hits} hit{'s' if self.hits > 1 else ''}"
        return f"{self.id}: “{self.query}” in {self.place}, {self.on.words()}: {hits}. {self.note}".strip()


@dataclass(frozen=True)
class Unsaid:
    """What the article leaves out, as its evidence (references) has it; `claim` is the article as a whole."""

    id: str
    claim: str
    says: str
    evidence: tuple[str, ...]

    def __repr__(self) -> str:
        return f"{self.id}: left out by the article: {self.says}" + "".join(f"\n  {ref}" for ref in self.evidence)


@dataclass(frozen=True)
class Conclusion:
    """What a person concluded of a claim, and `rests_on`: a digest of everything it rested on when it was signed."""

    claim: str
    verdict: str
    because: str
    by: str
    rests_on: str
    evidence: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    despite: str = ""
    fix: str = ""
    query: str = ""
    needs: str = ""

    def __repr__(self) -> str:
        more = {name: getattr(self, name) for name in ("despite", "needs", "fix", "query", "by")}
        return f"{self.claim}: {self.verdict}\n{self.because}" + "".join(f"\n  {k}: {v}" for k, v in more.items() if v)


def when(value: When | Fact) -> When:
    """The time itself, of a fact the time it is true of. Raises `CaseError` for a fact without one."""
    if isinstance(value, When):
        return value
    if value.at is None:
        raise CaseError(f"`{value.ref}` has no `at`, so it cannot stand for a date: choose a dated fact")
    return value.at


def amount(value: Amount | Fact) -> Amount:
    """The amount itself, of a fact the value it prints. Raises `CaseError` for a fact without one."""
    if isinstance(value, Amount):
        return value
    if not value.value:
        raise CaseError(f"`{value.ref}` has no `value`, so it cannot stand for an amount: choose a fact with one")
    return Amount.parse(f"{value.value} {value.unit}")


def rests_on(claim: Claim, *values: object) -> Sequence[Evidence]:
    """The facts among a check's arguments; where there are none, the article's own words that it was asked of."""
    return facts_among(*values) or claim.passages


def facts_among(*values: object) -> list[Fact]:
    """The facts among a check's arguments: what it was asked with, and so what its finding rests on."""
    return [value for value in values if isinstance(value, Fact)]
