"""What is chosen at the desk, and what there is to choose from: everything about it that needs no widget."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case import signing
from checks.case.errors import CaseError
from checks.case.record import LOG, who
from checks.case.seals import CLAIMS
from checks.desk.words import clip, with_their_marks

if TYPE_CHECKING:
    from checks.case.fitting import Fitting
    from checks.case.folder import Case
    from checks.case.nouns import Claim
    from checks.reading.parts import Suspicion

SHOWN = {
    "unread": "sentences with UNREAD words",
    "unconcluded": "claims not concluded",
    "again": "conclusions to be signed again",
    "suspicious": "suspicious sentences",
    "proposed": "proposed claims",
    "mine": "claims I worked on",
    "all": "all sentences",
}
AGAIN = "to be signed again"
Place = tuple[int, str]  # a sentence, and of it a claim, "" for none


class State:
    """One case at the desk. What it says is true of the files when they were last looked at (`look`, `reread`)."""

    def __init__(self, case: Case) -> None:
        self.case, self.text = case, case.article.words
        self.me = who(case.folder)
        self.shown = "unread"
        self.sentence, self.claim = 0, ""
        self.selected: tuple[int, int] | None = None
        self.suspicions: tuple[Suspicion, ...] = ()  # until they are worked out, which takes seconds
        self.fits: dict[str, tuple[object, Sequence[Fitting]]] = {}  # by claim, for what it was when they were tried
        self.fitted_with: object = None  # the evidence that they were tried with
        self.looked: set[str] = set()  # the claims whose first conclusion a second reader asked to see
        self._signed: dict[str, tuple[object, bool]] = {}  # by claim, whether its grounds changed, for what they were
        self._gather()
        self._seen = self._files()

    # --------------------------------------------------------------------------------------- as the files are

    def reread(self) -> None:
        """Looks at the case's files afresh; what is chosen stays chosen as far as it is still there."""
        self.case.reread()
        self._gather()
        self._seen = self._files()
        if self.claim and self.claim not in self.spans:
            self.claim = ""

    def look(self) -> list[str]:
        """The files that somebody else changed since they were last looked at; they are read again."""
        now = self._files()
        changed = sorted(name for name in now.keys() | self._seen.keys() if now.get(name) != self._seen.get(name))
        if changed:
            self._seen = now  # first, so that a file that cannot be read is told of once
            if {CLAIMS, LOG}.issuperset(changed):
                self.reread()
            else:  # evidence came or went: the same case, opened again
                vars(self.case).update(vars(type(self.case)(self.case.name, self.case.root)))
                self.reread()
        return changed

    def _files(self) -> dict[str, tuple[int, int]]:
        paths = [self.case.folder / CLAIMS, self.case.folder / LOG, *(self.case.folder / "evidence").iterdir()]
        found = ((path.name, _stamp(path)) for path in paths if not path.name.startswith("."))
        return {name: stamp for name, stamp in found if stamp}

    def _gather(self) -> None:
        log, claims = self.case.log, self.case.claims
        self.entries = self.case.accounts.entries
        self.starts = [entry.start for entry in self.entries]
        self.claims: dict[str, Claim] = {**claims.of, **claims.proposed}
        self.spans = {id: claim.words.find(self.text) for id, claim in self.claims.items()}
        self.conclusions: Mapping[str, Mapping[str, Any]] = {row["claim"]: row for row in log.of("conclusion")}
        self.touched = {line.claim for line in log.lines if line.claim and line.who == self.me}
        self._findings: dict[str, list[Mapping[str, Any]]] = {}
        for row in log.of("finding"):
            self._findings.setdefault(row["claim"], []).append(row)
        self._searches: dict[str, list[Mapping[str, Any]]] = {}
        for row in log.of("search"):
            self._searches.setdefault(row["claim"], []).append(row)
        self.stale = {id for id in self.conclusions if id in claims.of and self._is_stale(id)}
        self._here: dict[int, list[str]] = {}
        for id, (start, end) in sorted(self.spans.items(), key=lambda item: (item[1], item[0])):
            for index in range(self.sentence_at(start), self.sentence_at(max(start, end - 1)) + 1):
                self._here.setdefault(index, []).append(id)

    def _is_stale(self, id: str) -> bool:
        """Whether what a conclusion rests on is other than when it was signed; worked out anew where it may be."""
        kept, claim = self.conclusions[id], self.case.claims[id]
        lent = [self.case.claims.of] if any(value.startswith("=") for value in claim.asserts.values()) else []
        now = (kept, claim, lent, self._findings.get(id), self._searches.get(id), self.case.documents)
        if id not in self._signed or self._signed[id][0] != now:
            self._signed[id] = (now, signing.is_stale(self.case, kept))
        return self._signed[id][1]

    # ------------------------------------------------------------------------------------------- what is where

    def sentence_at(self, place: int) -> int:
        """The sentence in which a place of the text lies."""
        return max(0, bisect_right(self.starts, place) - 1)

    def claims_here(self, sentence: int | None = None) -> list[str]:
        """The claims and proposals on words of a sentence (the chosen one), in the order of their words."""
        return self._here.get(self.sentence if sentence is None else sentence, [])

    def standing(self, id: str) -> str:
        """One word or two for where a claim stands: proposed, not concluded, or its conclusion if it is shown."""
        if id in self.case.claims.proposed:
            return "proposed"
        if self.hides(id):
            return "concluded"
        return self.conclusions[id]["verdict"] if id in self.conclusions else "not concluded"

    def told(self, id: str) -> str:
        """Where a claim stands, and that its conclusion is to be signed again if so."""
        return self.standing(id) + (f", {AGAIN}" if id in self.stale else "")

    def hides(self, id: str) -> bool:
        """Whether a conclusion is not shown: it is another's, of which the person here may give a second reading."""
        kept = self.conclusions.get(id)
        read = ("second", id, self.me) in self.case.log.rows
        return bool(kept and kept["by"] != self.me and not read and id not in self.looked)

    def findings(self, id: str) -> list[Mapping[str, Any]]:
        """The findings on a claim, as the record has them."""
        return self._findings.get(id, [])

    def searches(self, id: str) -> list[Mapping[str, Any]]:
        """The searches logged for a claim, as the record has them."""
        return self._searches.get(id, [])

    def suspected(self, sentence: int | None = None) -> list[Suspicion]:
        """The suspicions about words of a sentence (the chosen one)."""
        entry = self.entries[self.sentence if sentence is None else sentence]
        return [one for one in self.suspicions if any(s.start < entry.end and entry.start < s.end for s in one.spans)]

    # ---------------------------------------------------------------------------------------------- the list

    def rows(self) -> list[tuple[str, Place]]:
        """The lines of the list as it is filtered, each with the place it stands for."""
        return [(self._line(*place), place) for place in self._places(self.shown)]

    def counts(self) -> dict[str, int]:
        """How many lines each filter has."""
        return {shown: sum(1 for _ in self._places(shown)) for shown in SHOWN}

    def _places(self, shown: str) -> Iterator[Place]:
        doubted: set[int] = set()
        if shown == "suspicious":
            doubted = {self.sentence_at(span.start) for one in self.suspicions for span in one.spans}
        for index, entry in enumerate(self.entries):
            if shown == "all" or (shown == "unread" and entry.unread) or index in doubted:
                yield index, ""
            elif shown in ("unconcluded", "again", "proposed", "mine"):
                for id in self.claims_here(index):
                    begins = self.sentence_at(self.spans[id][0]) == index
                    if begins and (id in self.touched if shown == "mine" else self._is(id, shown)):
                        yield index, id

    def _is(self, id: str, shown: str) -> bool:
        if shown == "again":
            return id in self.stale
        return self.standing(id) == ("proposed" if shown == "proposed" else "not concluded")

    def _line(self, index: int, id: str) -> str:
        entry = self.entries[index]
        if id:
            return clip(f"{index + 1} · {self.told(id)} · {id}: {self.claims[id].words.exact}")
        number = len(self.claims_here(index))
        claims = f", {number} claim{'s' if number > 1 else ''}" if number else ""
        return clip(f"{index + 1} · {entry.state}{claims} · {entry.text}")

    # ------------------------------------------------------------------------------------------ what is chosen

    def choose(self, sentence: int, claim: str = "") -> None:
        """Chooses a sentence, and of it a claim: the one named, else the first."""
        self.sentence = min(max(sentence, 0), len(self.entries) - 1)
        if self.selected and self.sentence_at(self.selected[0]) != self.sentence:
            self.selected = None  # words of another sentence would be taken for this one's
        here = self.claims_here()
        self.claim = claim if claim in here else here[0] if here else ""

    def begin(self) -> None:
        """Chooses the first list that has a line, and of it the first."""
        counts = self.counts()
        self.shown = next((shown for shown in SHOWN if counts[shown]), self.shown)
        rows = self.rows()
        self.choose(*(rows[0][1] if rows else (0, "")))

    def select(self, start: int, end: int) -> None:
        """Chooses words by their place, without the white space and with the quotation marks right around them.

        None are chosen where there are none.
        """
        exact = self.text[start:end]
        start += len(exact) - len(exact.lstrip())
        end -= len(exact) - len(exact.rstrip())
        there = 0 <= start < end <= len(self.text)
        self.selected = with_their_marks(self.text, start, end) if there else None

    @property
    def words(self) -> str:
        """The words that are chosen."""
        return self.text[slice(*self.selected)] if self.selected else ""

    def next(self) -> bool:
        """Chooses the next place of the list after the chosen one; whether there was one."""
        own = self.spans[self.claim][0] if self.claim else -1
        after = [
            place
            for _, place in self.rows()
            if place[0] > self.sentence
            or (place[0] == self.sentence and place[1] and (self.spans[place[1]][0], place[1]) > (own, self.claim))
        ]
        if after:
            self.choose(*after[0])
        return bool(after)

    def require_claim(self) -> Claim:
        """The chosen claim. Raises `CaseError` where none is chosen, and for a proposal."""
        if not self.claim:
            raise CaseError("no claim is chosen: choose one, or make one of the words you select")
        if self.claim in self.case.claims.proposed:
            raise CaseError("this is only proposed: accept it first", id=self.claim)
        return self.case.claims[self.claim]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size
