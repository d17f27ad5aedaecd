"""What reading finds and no one claim holds is listed by sentence, and keeps a case from being closed."""

from __future__ import annotations

from pathlib import Path

from conftest import Command

from checks.case.claims import Claims, Omission
from checks.case.ledger import ledger
from checks.case.loose import loose, told
from checks.case.nouns import Anchor, Claim, Document, Passage
from checks.reading import read

TEXT = (
    "The wall was inspected on May 2, 2031, at a cost of $40,000. Harbour Minister Ruth Tamsin said that it was safe. "
    "“It will stand for ever,” said the engineer."
)


def claims(*claimed: str, left_out: tuple[str, ...] = ()) -> Claims:
    article = Document("article", "article", "t", "", "", None, None, "o", "secondary", TEXT, TEXT)
    of = {f"c{i}": Claim(f"c{i}", Anchor(words), "s", "article") for i, words in enumerate(claimed)}
    out = tuple(Omission(Passage(article, Anchor(words)), "background") for words in left_out)
    return Claims("in-progress", {}, of, out)


def found(made: Claims) -> list[tuple[str, str]]:
    return [(words.exact, kind) for words, kind in loose(read(TEXT, names=False), made)]


def test_with_no_claim_everything_is_loose_and_named_by_its_sentence() -> None:
    kinds = {kind for _, kind in found(claims())}
    assert kinds == {"date", "amount", "office", "quotation"}
    lines = told(loose(read(TEXT, names=False), claims()), ledger(TEXT, claims()))
    assert [line.split(":")[0] for line in lines] == ["sentence 1", "sentence 2", "sentence 3"]
    assert "“May 2, 2031” (date)" in lines[0]


def test_words_that_are_all_covered_do_not_hide_a_date_that_two_claims_share() -> None:
    whole = TEXT.split(". ")
    split = claims("The wall was inspected on May 2", ", 2031, at a cost of $40,000.", ". ".join(whole[1:]))
    assert ledger(TEXT, split).is_whole
    assert found(split) == [("May 2, 2031", "date")]
    held = claims("The wall was inspected on May 2, 2031, at a cost of $40,000.", ". ".join(whole[1:]))
    assert found(held) == []


def test_what_is_left_out_with_a_reason_is_not_loose() -> None:
    assert found(claims(left_out=(TEXT,))) == []


def test_a_complete_case_cannot_be_closed_over_a_loose_date(project: Path, checks: Command) -> None:
    folder = project / "data/cases/2031-06-larkmere-mile"
    text = (folder / "claims.yaml").read_text(encoding="utf-8")
    assert "status: complete" in text
    assert checks("verify", "2031-06-larkmere-mile").returncode == 0
