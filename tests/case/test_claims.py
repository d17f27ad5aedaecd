"""`claims.yaml` is read strictly, and conclusions are held to the rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checks import held_office_on_date
from checks.case.errors import CaseError, Differs, Unfit
from checks.case.folder import Case, open_case

LARKMERE = "2031-06-larkmere-mile"
Edit = Callable[[Path, str, str], None]


@pytest.fixture
def case(project: Path) -> Case:
    return open_case(LARKMERE)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("status: complete", "status: done", "the status `done` is none"),
        ("speaker: the club's bulletin", "speeker: the club's bulletin", "unknown field `speeker`: the nearest is `speaker`"),
        ("id: finest-swim", "id: swam-downhill", "a second time"),
        ("id: finest-swim", "id: Finest Swim", "cannot be a claim's id"),
        ("id: finest-swim", "id: article", "cannot be a claim's id"),
        ('exact: "Club president Marta Lindqvist"', 'exact: "club President Marta Lindqvist"', "stands in the text as “Club president"),
        ('exact: "Club president Marta Lindqvist"', 'exact: "the"', "times"),
        ('exact: "Club president Marta Lindqvist"', 'exact: "Nobody"', "does not stand in the text"),
        ("on: 16 June 2031", "on: 31 June 2031", "not a day of the calendar"),
        ("after: 14 days", "after: soon", "not an amount"),
        ("role: signed", "role: singed", "the nearest is `signed`"),
        ("{after: 14 days,", "{aftr: 14 days,", "no check takes `aftr`: the nearest is `after`"),
        ("=certificate-signed-16-june#on", "=certificate-signed-16-june#no", "asserts no `no`"),
        ("=certificate-signed-16-june#on", "=certificate#on", "the nearest is `certificate-signed-16-june`"),
        ("=certificate-signed-16-june#on", "=president-lindqvist#on", "comes back to itself"),
        ("reason: background\n  - words: {exact: \"Tess", "reason: boring\n  - words: {exact: \"Tess", "the reason `boring` is none"),
        ('exact: "Tess Okafor"', 'exact: "Tess Okafor “swam"', "also claimed by `swam-downhill`"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_must_be_is_named_with_its_line(
    project: Path, edit: Edit, old: str, new: str, says: str
) -> None:
    path = project / "data" / "cases" / LARKMERE / "claims.yaml"
    line = path.read_text(encoding="utf-8").partition(old)[0].count("\n") + 1
    edit(path, old, new)
    with pytest.raises(CaseError) as error:
        open_case(LARKMERE)
    assert says in str(error.value)
    assert str(error.value).startswith(f"data/cases/{LARKMERE}/claims.yaml:{line}: ")
    assert "\n" not in str(error.value)


def test_values_are_taken_from_another_claim_with_its_words(case: Case) -> None:
    finding = case.answer(
        "president-lindqvist", held_office_on_date, {"register": case.register("larkmere-club-offices")}
    )
    assert finding.verdict == "supported"
    assert "16 June 2031" in finding.reason


def test_asking_what_does_not_fit_says_what_to_do(case: Case) -> None:
    from checks import dates_add_up

    register = case.register("larkmere-club-offices")
    for given, says in (
        ({}, "needs `register`, which the claim does not assert: pass it"),
        ({"register": register, "on": "2031-06-16"}, "is asserted by the claim and passed"),
        ({"register": register, "person": register}, "is asserted by the claim and passed"),
        ({"register": case.article}, "wants a register"),
        ({"register": register, "regster": register}, "takes no `regster`: the nearest is `register`"),
    ):
        with pytest.raises(Unfit, match=says):
            case.answer("president-lindqvist", held_office_on_date, given)
    with pytest.raises(Unfit, match="bare value"):
        case.answer("protest-within-14-days", dates_add_up, {"start": "2031-06-16"})
    with pytest.raises(CaseError, match="the nearest is `president-lindqvist`"):
        case.answer("president-lindquist", held_office_on_date, {})
    with pytest.raises(CaseError, match="is a check"):
        case.answer("president-lindqvist", None, {})  # type: ignore[arg-type]


def test_unknown_evidence_suggests_the_nearest(case: Case) -> None:
    for look, says in (
        (lambda: case.evidence("record-certificat"), "`record-certificate`"),
        (lambda: case.fact("record-certificate#sined"), "`signed`"),
        (lambda: case.register("larkmere-offices"), "`larkmere-club-offices`"),
        (lambda: case.resolve("larkmere-club-offices#lindqvist"), "`lindqvist-president`"),
        (lambda: case.passage("record-certificate", "nowhere in it"), "does not stand"),
    ):
        with pytest.raises(CaseError, match=says):
            look()


@pytest.mark.parametrize(
    ("claim", "verdict", "more", "says"),
    [
        ("article", "opinion", {}, "the article as a whole is never concluded"),
        ("finest-swim", "true", {}, "`true` is no conclusion"),
        ("finest-swim", "opinion", {"because": " "}, "says why"),
        ("swam-downhill", "misleading", {}, "its findings come to supported, and this says misleading: add `despite=`"),
        ("protest-within-14-days", "supported", {}, "its findings come to contradicted"),
        ("swam-downhill", "supported", {"despite": "x"}, "there is none: take it out"),
        ("finest-swim", "unverifiable", {}, "someone looked"),
        ("finest-swim", "contradicted", {}, "pass `evidence=`"),
        ("finest-swim", "opinion", {"searches": ["nowhere"]}, "no search `nowhere` was logged"),
    ],
)
def test_what_may_not_be_concluded(case: Case, claim: str, verdict: str, more: dict[str, str], says: str) -> None:
    with pytest.raises(CaseError, match=says):
        case.conclude(claim, verdict, **{"because": "So.", **more})  # type: ignore[arg-type]


def test_what_may_be_concluded(case: Case) -> None:
    case.conclude("swam-downhill", "misleading", because="So.", despite="It leaves out who said it.")
    case.conclude(
        "finest-swim", "supported", because="So.", evidence=[case.passage("club-bulletin-2031-06-18", "a new record")]
    )
    with pytest.raises(CaseError, match="cannot bear it"):
        case.conclude(
            "finest-swim", "supported", because="So.", evidence=[case.passage("article", "It was the finest")]
        )
    case.conclude("finest-swim", "misleading", because="So.", evidence=[case.passage("article", "It was the finest")])
    case.searched("the archive", "finest", 0, id="archive", claim="finest-swim", on="2031-06-21")
    case.conclude("finest-swim", "unverifiable", because="So.", searches=["archive"])
    with pytest.raises(CaseError, match="was logged for `finest-swim`"):
        case.conclude("swam-downhill", "unverifiable", because="So.", despite="x", searches=["archive"])


def test_frozen_nothing_is_written_and_another_answer_raises(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    case = open_case(LARKMERE)
    log = project / "data" / "cases" / LARKMERE / "log.jsonl"
    before = log.read_bytes()
    with pytest.raises(Differs, match="not the one kept"):
        case.conclude("finest-swim", "opinion", because="Another reason.")
    with pytest.raises(Differs, match="never kept"):
        case.searched("a", "b", 1, id="new", claim="finest-swim", on="2031")
    with pytest.raises(Differs, match="never kept"):
        case.ask(
            "swam-downhill",
            __import__("checks.quotation_is_verbatim", fromlist=["x"]),
            source=case.evidence("record-certificate"),
        )
    assert log.read_bytes() == before


def test_the_article_as_a_whole_can_be_asked(case: Case) -> None:
    from checks import quotation_is_verbatim

    with pytest.raises(Unfit, match="needs `quotation`"):
        case.answer("article", quotation_is_verbatim, {"source": case.evidence("record-certificate")})


def test_a_card_escapes_what_a_source_says(project: Path, edit: Edit) -> None:
    folder = project / "data" / "cases" / LARKMERE
    edit(
        folder / "evidence" / "club-bulletin-2031-06-18.md",
        "> Tess Okafor swam",
        "> <img src=x onerror=alert(1)> Tess Okafor swam",
    )
    edit(folder / "evidence" / "club-bulletin-2031-06-18.md", 'url: ""', 'url: "javascript:alert(1)"')
    case = open_case(LARKMERE)
    from checks.case import cards
    from checks.case.nouns import Finding, Verdict

    words = case.passage("club-bulletin-2031-06-18", "<img src=x onerror=alert(1)> Tess")
    card = cards.finding(
        Finding("swam-downhill", "x", Verdict.MISLEADING, "<b>R</b>.", [words]), case.claims["swam-downhill"]
    )
    assert "<img" not in card.html
    assert "javascript:" not in card.html
    assert "&lt;b&gt;R" in card.html


def test_an_error_in_a_notebook_is_one_sentence_and_no_stack() -> None:
    assert CaseError("What.", file="a.md", line=3, id="x")._render_traceback_() == ["a.md:3: x: What."]


PROPOSED = """claims:
  - id: a-quarter-downhill
    proposed: yes
    words: {exact: "the last quarter"}
    says: "She swam <b>a</b> last quarter."
    speaker: article
    asserts: {on: "=also-proposed#on"}
  - id: also-proposed
    proposed: yes
    words: {exact: "Larkmere Mile record confirmed"}
    says: "It was."
    speaker: article
    asserts: {on: 16 June 2031}
"""


def test_a_proposal_is_told_as_one_and_is_no_claim(project: Path, edit: Edit) -> None:
    from checks import dates_add_up
    from checks.case import summary
    from checks.report.page import page

    path = project / "data" / "cases" / LARKMERE / "claims.yaml"
    before = Case(LARKMERE, project)
    edit(path, "claims:\n", PROPOSED)
    edit(path, "status: complete", "status: in-progress")
    case = Case(LARKMERE, project)
    assert case.claims.of == before.claims.of
    assert list(case.claims.proposed) == ["a-quarter-downhill", "also-proposed"]
    assert case.accounts.covered == before.accounts.covered
    for asked in (
        lambda: case.ask("also-proposed", dates_add_up),
        lambda: case.conclude("also-proposed", "opinion", because="So."),
        lambda: case.searched("a", "b", 0, id="c", claim="also-proposed", on="2031"),
    ):
        with pytest.raises(
            CaseError, match="`also-proposed` is only proposed: accept it first, by taking out its line"
        ):
            asked()
    assert summary.lines(case)[1].endswith("(5 in all), and 2 proposed, which cover nothing")
    assert summary.counts(case)["proposed"] == 2
    assert "accept these proposals, or take them out: `a-quarter-downhill`, `also-proposed`" in summary.left_to_do(case)
    assert [proposed for proposed in case.ledger()["proposed"] if proposed] == ["also-proposed", "a-quarter-downhill"]
    assert "proposed" not in before.ledger().columns
    html = page(case)
    assert "Proposed, and not accepted" in html
    assert "She swam &lt;b&gt;a&lt;/b&gt; last quarter." in html
    edit(path, '    proposed: yes\n    words: {exact: "the last', '    words: {exact: "the last')
    with pytest.raises(CaseError, match="a-quarter-downhill: `also-proposed` is only proposed"):
        Case(LARKMERE, project)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("proposed: yes\n    words: {exact: \"the", "proposed: no\n    words: {exact: \"the", "write `proposed: yes`, or take the line out"),
        ("id: also-proposed", "id: finest-swim", "a second time"),
        ("16 June 2031}\n  - id: president", "36 June 2031}\n  - id: president", "not a day"),
    ],
)  # fmt: skip
def test_a_proposal_is_read_as_strictly(project: Path, edit: Edit, old: str, new: str, says: str) -> None:
    path = project / "data" / "cases" / LARKMERE / "claims.yaml"
    edit(path, "claims:\n", PROPOSED)
    edit(path, old, new)
    with pytest.raises(CaseError, match=says):
        Case(LARKMERE, project)
