"""`Case`: one article and all that hangs on it, as it lies in `data/cases/<name>/`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from checks.case import cards, readers, replies, signing, summary
from checks.case.asking import answer, trial
from checks.case.catalogue import assertable
from checks.case.claims import ARTICLE, Claims, assertion, read_claims, whole
from checks.case.conclusions import unsaid
from checks.case.errors import CaseError, Differs, nearest
from checks.case.ledger import Ledger, ledger
from checks.case.log import Key, Log
from checks.case.nouns import (
    Anchor,
    Claim,
    Document,
    Evidence,
    Fact,
    Finding,
    Passage,
    Register,
    Row,
    Search,
    Unsaid,
    When,
    anchor_in,
)
from checks.case.projects import case_names, find_root
from checks.case.record import Record, is_frozen
from checks.case.reply import Reply
from checks.case.rows import row_of
from checks.case.seals import CLAIMS, Seals
from checks.evidence.documents import passage, read_document
from checks.evidence.registers import read_register
from checks.evidence.written import read_text, read_yaml
from checks.reading.suspicions.shown import Suspicions

if TYPE_CHECKING:
    import pandas

    from checks.reading.article import Reading


def open_case(name: str) -> Case:
    """Opens a case by the name of its folder, and mends what a killed kernel left half done.

    Raises `CaseError` with file and line for anything in it that is not as it must be.
    """
    case = Case(name, find_root())
    if not case.frozen:
        for mended in case.record.mend():
            print(mended, file=sys.stderr)
    elif faults := case.record.faults(case.log):
        raise Differs(faults[0])
    return case


class Case:
    """One case. `ask`, `conclude` and `searched` write its record; with CHECKS_FROZEN=1 they compare with it."""

    def __init__(self, name: str, root: Path) -> None:
        self.name, self.root = name, root
        self.folder, self.notebooks = root / "data" / "cases" / name, root / "notebooks" / name
        if name not in case_names(root):
            raise CaseError(f"there is no case `{name}`: {nearest(name, case_names(root))}")
        for folder in (self.folder, self.notebooks):
            if folder.is_symlink():
                raise CaseError("this is a link: put the folder itself here", file=folder.relative_to(root).as_posix())
        self.frozen = is_frozen()
        self.record = Record(self.folder, self.file())
        self.seals = Seals(self.folder, self.notebooks, self.file())
        self.article = self._read_article()
        self.documents: Mapping[str, Document] = {
            path.stem: read_document(path, self.file(f"evidence/{path.name}"), "evidence")
            for path in sorted((self.folder / "evidence").glob("*.md"))
            if not path.with_suffix(".csv").exists()
        }
        self.reread()
        self._registers: dict[str, Register] = {}

    def __repr__(self) -> str:
        return f"{self.name}: {self.article.title} ({self.claims.status}, {len(self.claims.of)} claims)"

    def file(self, inside: str = "") -> str:
        """How a file of the case is named in messages."""
        return f"data/cases/{self.name}{'/' + inside if inside else ''}"

    def reread(self) -> None:
        """Reads `claims.yaml` again, and nothing else. Raises `CaseError`, and then keeps what it had."""
        written = read_text(self.folder / CLAIMS, self.file(CLAIMS))
        self.take_up(read_claims(read_yaml(written, self.file(CLAIMS)), self.article, assertable()), written)

    def take_up(self, claims: Claims, written: str) -> None:
        """Has these claims from now on, and the text of `claims.yaml` that says them."""
        self.claims, self.written = claims, written
        self.__dict__.pop("accounts", None)

    @property
    def log(self) -> Log:
        """The log as it stands on the disk now."""
        return self.record.read()

    # ------------------------------------------------------------------------------------------- evidence

    def evidence(self, id: str) -> Document:
        """A document of the case by its id."""
        if id not in self.documents:
            raise CaseError(f"there is no document `{id}` in {self.file('evidence')}: {nearest(id, self.documents)}")
        return self.documents[id]

    def fact(self, ref: str) -> Fact:
        """A fact by its reference, `document#name`."""
        id, _, name = ref.partition("#")
        facts = self.evidence(id).facts
        if name not in facts:
            raise CaseError(f"`{id}` has no fact `{name}`: {nearest(name, facts)}")
        return facts[name]

    def passage(self, id: str, exact: str, prefix: str = "", suffix: str = "") -> Passage:
        """Words in a document of the case, or in the article (id `article`)."""
        document = self.article if id == ARTICLE else self.evidence(id)
        return passage(document, Anchor(exact, prefix, suffix))

    def register(self, id: str) -> Register:
        """A register by its id: one of the case's own in `evidence/`, else one of `data/reference/`."""
        if id not in self._registers:
            places = {
                "data/reference": self.root / "data" / "reference",
                self.file("evidence"): self.folder / "evidence",
            }
            known = {path.stem: (folder, name) for name, folder in places.items() for path in folder.glob("*.csv")}
            if id not in known:
                raise CaseError(f"there is no register `{id}`: {nearest(id, known)}")
            folder, name = known[id]
            self._registers[id] = read_register(folder, id, f"{name}/{id}.csv")
        return self._registers[id]

    def forget_register(self, id: str) -> None:
        """Reads a register afresh when it is asked for next; so too what was worked out from the evidence before."""
        self._registers.pop(id, None)
        self.documents = dict(self.documents)

    def value(self, claim: str, name: str) -> When:
        """The time that a claim asserts under a name, for a picture."""
        return When.parse(assertion(self.claims, self._claim(claim), name)[0])

    def resolve(self, ref: str) -> Evidence:
        """The evidence that a reference in the record names."""
        quoted = anchor_in(ref)
        if quoted:
            of, anchor = quoted
            return self.passage(of, anchor.exact, anchor.prefix, anchor.suffix)
        id, _, name = ref.partition("#")
        if ref == ARTICLE:
            return self.article
        if id in self.documents:
            return self.fact(ref) if name else self.documents[id]
        register = self.register(id)
        if not name:
            return register
        rows: dict[str, Row] = {row.id: row for row in register.rows}
        if name not in rows:
            raise CaseError(f"`{id}` has no row `{name}`: {nearest(name, rows)}")
        return rows[name]

    # --------------------------------------------------------------------------------- what a notebook calls

    def claim(self, id: str) -> cards.Card:
        """Shows a claim: its words in their place in the article, and how they were read."""
        claim = self._claim(id)
        read = {name: assertion(self.claims, claim, name)[0] for name in claim.asserts}
        return cards.claim(claim, read, self.article)

    def ask(self, claim: str, check: ModuleType, **given: Any) -> cards.Card:
        """Asks a check of a claim, keeps the finding, and shows it. `given` is evidence; values stand in `claims.yaml`.

        Frozen, raises `Differs` if the finding is not the one kept.
        """
        finding = self.answer(claim, check, given)
        self._keep(finding, f"{claim}: {finding.check}")
        return cards.finding(finding, self._claim(claim))

    def trial(self, words: str, check: ModuleType, **given: Any) -> cards.Card:
        """Asks a check of words of the article that are no claim yet. Keeps nothing, and shows the claim to write.

        Text in `given` is what the words assert, as it would stand in `claims.yaml`; all else is evidence.
        """
        of = Claim("trial", Anchor(words), words, ARTICLE, {}, (passage(self.article, Anchor(words)),))
        return cards.trial(*trial(self.claims, of, check, given))

    def searched(
        self, place: str, query: str, hits: int, *, id: str, claim: str, on: str, note: str = ""
    ) -> cards.Card:
        """Logs that someone looked in `place` for `query` on a day and found so many hits; none is an answer too."""
        search = self.search(place, query, hits, id=id, claim=claim, on=on, note=note)
        self._keep(search, f"{claim}: the search {id}")
        return cards.search(search)

    def unsaid(self, says: str, *, id: str, evidence: Sequence[Evidence]) -> cards.Card:
        """Keeps what the article leaves out, with the evidence for it, and shows it; the report has a section of it."""
        made = unsaid(says, id=id, evidence=evidence)
        self._keep(made, f"what the article leaves out: {id}")
        return cards.unsaid(made, evidence)

    def conclude(
        self, claim: str, verdict: str, *, because: str, evidence: Sequence[Evidence] = (),
        searches: Sequence[str] = (), despite: str = "", fix: str = "", query: str = "", needs: str = "",
    ) -> cards.Card:  # fmt: skip
        """Keeps a person's conclusion on a claim, under the name of who writes, and shows it.

        `despite` says why it differs from the worst deciding finding; `fix` is a wording for the writer, `query` a
        question to them; `needs` names the check that would decide it, where no finding does. Raises `CaseError` where
        the rules of design section 3 are not kept, and where one in the same words was signed on other grounds.
        """
        said = signing.conclusion(
            self, claim, verdict, because=because, evidence=evidence, searches=searches, despite=despite, fix=fix,
            query=query, needs=needs,
        )  # fmt: skip
        said = signing.conclude(self, said)
        return cards.conclusion(said, self._claim(claim), [self.resolve(ref) for ref in said.evidence])

    def second(
        self, claim: str, verdict: str, *, because: str, blind: bool = True, evidence: Sequence[Evidence] = (),
        searches: Sequence[str] = (),
    ) -> cards.Card:  # fmt: skip
        """Keeps what a second person concludes of a claim, under the name of who writes, and shows it.

        `blind` says that they did not know the first conclusion, and then this does not show it. Raises `CaseError`
        where the first is their own.
        """
        said = readers.second(self, claim, verdict, because=because, blind=blind, evidence=evidence, searches=searches)
        said = readers.keep_second(self, said)
        return cards.second(said, self._claim(claim), evidence)

    def settle(self, claim: str, *, because: str) -> cards.Card:
        """Keeps how a disagreement with a second reader was settled: the conclusion as it is kept stands."""
        made = readers.keep_settlement(self, readers.settlement(self, claim, because=because))
        return cards.settlement(made, self._claim(claim))

    def reply(
        self, *, id: str, to: str, how: str, asked: str, deadline: str, about: Sequence[str], answer: str = "",
        answered: str = "", used: str = "",
    ) -> cards.Card:  # fmt: skip
        """Keeps a right of reply: who was asked, how, on which day and until when, about which claims; what they
        answered on which day, and where that is used."""
        made = replies.reply(
            self, id=id, to=to, how=how, asked=asked, deadline=deadline, about=about, answer=answer,
            answered=answered, used=used,
        )  # fmt: skip
        self._keep(made, f"the right of reply {id}")
        return cards.reply(made)

    def close(self) -> None:
        """Ends a case: looks at everything once more and prints what is left to do.

        Raises `Differs` if anything differs from the record, and while something is left of a case that calls itself
        complete.
        """
        from checks.case.verify import verify

        found = verify(self, running=True)
        if found.differences:
            raise Differs("\n".join(found.differences))
        left = summary.left_to_do(self)
        print("\n".join([*found.notes, *summary.lines(self), *(f"left to do: {item}" for item in left)]))

    # ------------------------------------------------------------------------------------- the whole record

    def findings(self) -> pandas.DataFrame:
        """All findings as a table."""
        return summary.findings(self)

    def conclusions(self) -> pandas.DataFrame:
        """All conclusions as a table, in the order of the article."""
        return summary.conclusions(self)

    def undecided(self) -> pandas.DataFrame:
        """The claims that a person concluded although no check decides them, and the check that each would need."""
        return summary.undecided(self)

    def second_reading(self) -> pandas.DataFrame:
        """The second readings beside the first as a table, and how each disagreement was settled."""
        return summary.second_reading(self)

    def replies(self) -> pandas.DataFrame:
        """Who was asked to reply as a table, and what they answered."""
        return summary.replies(self)

    def ledger(self) -> pandas.DataFrame:
        """Every sentence of the article as a table: what covers it, and the words that nobody has covered."""
        return summary.ledger(self)

    def reading(self, names: bool = True) -> Reading:
        """The article with everything marked that reading finds in it: proposals, for a person to decide on.

        A notebook that is kept says `names=False`: what a model proposes may differ on another machine.
        """
        from checks.case.loose import dated_reading

        return dated_reading(self.article, names)

    def suspicions(self) -> Suspicions:
        """What in the article cannot be, cannot both be, or does not belong: to be asked about, and never a finding."""
        return Suspicions(self.reading(names=False).suspicions, self.article.words)

    @cached_property
    def accounts(self) -> Ledger:
        """The ledger itself. Raises `CaseError` where the article's text is not in this copy."""
        if self.article.text is None:
            raise CaseError(
                "the article is not in this copy, so its sentences cannot be accounted for",
                file=self.file("article.md"),
            )
        return ledger(self.article.words, self.claims)

    def in_order(self) -> list[str]:
        """The ids of all claims in the order of the article; as they stand in the file where it is not here."""
        if self.article.text is None:
            return list(self.claims.of)
        return sorted(self.claims.of, key=lambda id: self.claims[id].words.find(self.article.words))

    # ---------------------------------------------------------------- without writing; verify uses these too

    def answer(self, claim: str, check: ModuleType, given: Mapping[str, Any]) -> Finding:
        """What a check finds, without keeping it."""
        if not isinstance(check, ModuleType) or not hasattr(check, "check"):
            raise CaseError("the second argument of `ask` is a check: `from checks import name_of_the_check`", id=claim)
        return answer(self.claims, self._claim(claim), check, given)

    def search(self, place: str, query: str, hits: int, *, id: str, claim: str, on: str, note: str = "") -> Search:
        """A search, without keeping it."""
        if not isinstance(hits, int) or hits < 0:
            raise CaseError(f"`hits` is how many were found, 0 or more, not {hits!r}", id=claim)
        return Search(id, self._claim(claim).id, place, query, hits, When.parse(on), note)

    def sign(self, claim: str) -> str:
        """Signs a conclusion afresh, in its own words, on what it rests on now; says what was done."""
        return signing.sign(self, claim)

    def _claim(self, id: str) -> Claim:
        return whole(self.article) if id == ARTICLE else self.claims[id]

    def _keep(self, made: Finding | Search | Unsaid | Reply, what: str) -> None:
        key, row = row_of(made)
        if self.frozen:
            self._hold(key, row, what)
        else:
            self.record.put(key[0], key, ARTICLE if isinstance(made, Reply) else made.claim, row)

    def _hold(self, key: Key, row: Mapping[str, Any], what: str) -> None:
        kept = self.log.rows.get(key)
        if kept is None:
            raise Differs("this was never kept: `checks run` keeps it", id=what)
        for name, value in row.items():
            if kept[name] != value:
                raise Differs(
                    f"{name} is now “{value}”, and “{kept[name]}” was kept: `checks run` keeps the new one", id=what
                )

    def _read_article(self) -> Document:
        path, file = self.folder / "article.md", self.file("article.md")
        if path.exists() or "article.md" not in self.seals.read():
            return read_document(path, file, "article")
        title = "(the article is not in this copy)"
        return Document(ARTICLE, "article", title, "", "", None, None, "taken out", "secondary", None, "")
