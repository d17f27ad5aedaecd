"""The check on documents and registers as a case has them; its examples stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from checks import was_archived_by
from checks.case.capture import Capture
from checks.case.errors import Unfit
from checks.case.nouns import Anchor, Claim, Document, Fact, Finding, Passage, Register, Row, When

PAGE = "https://ostby.example/pool"
CLAIM = Claim("the-claim", Anchor("x"), "The page was there.", "article")
DAY = When.parse("2031-05-02")
NEW = When.parse("2031-06-01")


def document(url: str, capture: Capture | None = None) -> Document:
    words = "The pool closes on 1 June.\n\nPublished on 9 May 2031"
    return Document("copy", "evidence", "t", "p", url, None, NEW, "o", "primary", words, words, capture=capture)


def archived(timestamp: str, page: str = PAGE) -> Passage:
    return Passage(document(f"https://web.archive.org/web/{timestamp}/{page}"), Anchor("The pool closes on 1 June."))


def capture(memento: str, headers: Mapping[str, str], final: str) -> Capture:
    return Capture(
        "copy.html",
        final,
        final,
        (),
        "200",
        headers,
        "2031-06-01T09:00:00Z",
        "text/html",
        1,
        "a",
        "b",
        "t",
        "quotations",
        memento=memento,
    )


def register(*captures: tuple[str, str, str], digest: str = "-") -> Register:
    rows = []
    for at, status, page in captures:
        day = f"{at[:4]}-{at[4:6]}-{at[6:8]}"
        cells = {
            "id": at,
            "page": page,
            "at": at,
            "status": status,
            "digest": digest,
            "source_url": "",
            "words": "",
            "start": day,
            "end": day,
        }
        rows.append(Row("captures", at, cells, When.parse(day), NEW, "primary"))
    return Register("captures", "t", "", "primary", When.parse("2031"), {}, {}, tuple(rows))


def ask(by: When | Fact = DAY, page: str = PAGE, **given: Passage | Fact | Register) -> Finding:
    return was_archived_by.check(CLAIM, page=page, by=by, **given)


@pytest.mark.parametrize(
    ("timestamp", "by", "verdict"),
    [
        ("20310502235959", "2031-05-02", "supported"),
        ("20310503000000", "2031-05-02", "unsettled"),
        ("20310531235959", "2031-05", "supported"),
        ("20310601000000", "2031-05", "unsettled"),
        ("20310510120000", "early 2031-05", "supported"),
        ("20310512120000", "early 2031-05", "unsettled"),  # nobody means the tenth and not the twelfth
        ("20310520120000", "early 2031-05", "unsettled"),
        ("20310502120000", "2031-04-01/2031-05-02", "supported"),
    ],
)
def test_on_or_before_is_by_the_utc_day_of_the_capture(timestamp: str, by: str, verdict: str) -> None:
    assert str(ask(When.parse(by), memento=archived(timestamp)).verdict) == verdict
    assert str(ask(When.parse(by), captures=register((timestamp, "200", PAGE))).verdict) == verdict


def test_the_capture_is_believed_before_the_address() -> None:
    url = "https://web.archive.org/web/20310502100000id_/https://ostby.example/pool"
    nearest = capture("2031-05-20T10:00:00Z", {"memento-datetime": "x"}, url.replace("0502", "0520"))
    late = Passage(document(url, nearest), Anchor("The pool closes on 1 June."))
    found = ask(memento=late)
    assert str(found.verdict) == "unsettled"
    assert "20 May 2031, 10:00:00 UTC" in found.reason


def test_an_answer_that_does_not_say_it_is_a_capture_is_none() -> None:
    url = "https://web.archive.org/web/20310502100000id_/https://ostby.example/pool"
    outage = Passage(
        document(url, capture("", {"content-type": "text/html"}, url)), Anchor("The pool closes on 1 June.")
    )
    with pytest.raises(Unfit, match="does not say when an archive took it"):
        ask(memento=outage)
    handed_over = Passage(document(url, capture("", {}, "")), Anchor("The pool closes on 1 June."))
    assert str(ask(memento=handed_over).verdict) == "supported"
    live = Passage(document(PAGE), Anchor("The pool closes on 1 June."))
    with pytest.raises(Unfit, match="no moment in it"):
        ask(memento=live)
    broken = Passage(document(url, capture("soon", {"a": "b"}, url)), Anchor("The pool closes on 1 June."))
    with pytest.raises(Unfit, match="“soon”, which is none"):
        ask(memento=broken)


def test_an_archive_with_other_addresses_needs_the_page_in_the_document() -> None:
    own = capture("2031-05-01T10:00:00Z", {"memento-datetime": "x"}, "https://perma.example/AB-12")
    assert str(ask(memento=Passage(document(PAGE, own), Anchor("The pool closes on 1 June."))).verdict) == "supported"
    with pytest.raises(Unfit, match=r"a memento of https://perma.example/AB-12, not of"):
        ask(memento=Passage(document("https://perma.example/AB-12", own), Anchor("The pool closes on 1 June.")))


@pytest.mark.parametrize(
    "page", ["https://ostby.example/pool?print=1", "https://ostby.example/pools", "https://kvist.example/pool"]
)
def test_another_page_does_not_fit(page: str) -> None:
    with pytest.raises(Unfit, match="not of"):
        ask(page=page, memento=archived("20310501000000"))
    with pytest.raises(Unfit, match="lists no capture of"):
        ask(page=page, captures=register(("20310501000000", "200", PAGE)))


def test_only_status_200_counts_and_only_of_the_page() -> None:
    found = ask(captures=register(
        ("20310101000000", "200", "https://ostby.example/"), ("20310430000000", "-", PAGE), ("20310501000000", "301", PAGE),
        ("20310504000000", "200", PAGE), ("20310505000000", "200", PAGE),
    ))  # fmt: skip
    assert str(found.verdict) == "unsettled"
    assert "only with status -, 301, the last of 1 May 2031, 00:00:00 UTC; the next is of 4 May 2031" in found.reason
    assert [evidence.ref for evidence in found.evidence] == ["captures#20310501000000", "captures#20310504000000"]


def test_the_same_bytes_are_cited_from_the_capture_nearest_to_the_day() -> None:
    shuffled = register(
        ("20310501000000", "200", PAGE), ("20310504000000", "-", PAGE), ("20310430000000", "200", PAGE), digest="AAAA"
    )
    found = ask(memento=archived("20310504000000"), captures=shuffled)
    assert str(found.verdict) == "supported"
    assert "the same bytes as of 1 May 2031, 00:00:00 UTC" in found.reason
    assert [evidence.ref for evidence in found.evidence][1:] == ["captures#20310501000000"]
    weak = archived("20310504000000")
    weak = replace(weak, document=replace(weak.document, standing="own knowledge"))
    assert str(ask(memento=weak, captures=shuffled).verdict) == "unsettled"  # the list tells of bytes, not of words


def test_digests_that_are_none_are_not_alike() -> None:
    found = ask(
        memento=archived("20310504000000"),
        captures=register(("20310501000000", "200", PAGE), ("20310504000000", "200", PAGE)),
    )
    assert str(found.verdict) == "unsettled"


def test_a_date_of_publication_contradicts_only_where_nothing_earlier_is_listed() -> None:
    late = archived("20310520000000").document
    dated = Fact(
        "out",
        Passage(late, Anchor("Published on 9 May 2031")),
        "the notice",
        role="published",
        at=When.parse("2031-05-09"),
    )
    assert str(ask(memento=dated).verdict) == "contradicted"
    assert str(ask(When.parse("2031-05-09"), memento=dated).verdict) == "unsettled"
    assert str(ask(memento=replace(dated, role="signed")).verdict) == "unsettled"
    assert str(ask(memento=dated, captures=register(("20310520000000", "200", PAGE))).verdict) == "contradicted"
    both = ask(memento=dated, captures=register(("20310501000000", "200", PAGE)))
    assert str(both.verdict) == "unsettled"


def test_a_dated_fact_may_say_by_when() -> None:
    passage = Passage(document(PAGE), Anchor("Published on 9 May 2031"))
    vote = Fact("vote", passage, "the vote", role="reported", at=When.parse("2031-05-09"))
    found = ask(vote, memento=archived("20310502000000"))
    assert str(found.verdict) == "supported"
    assert vote in found.evidence


def test_a_copy_from_memory_decides_nothing_even_beside_a_good_source_for_the_day() -> None:
    weak = archived("20310501000000")
    weak = replace(weak, document=replace(weak.document, standing="own knowledge"))
    assert str(ask(memento=weak).verdict) == "unsettled"
    vote = Fact(
        "vote",
        Passage(replace(document(PAGE), id="minutes"), Anchor("Published on 9 May 2031")),
        "the vote",
        role="reported",
        at=DAY,
    )
    assert str(ask(vote, memento=weak).verdict) == "unsettled"
    assert str(ask(vote, memento=archived("20310501000000")).verdict) == "supported"


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(Unfit, match="pass `captures`, `memento`, or both"):
        ask()
    for by, words in (("May", "no year"), ("2031-05-02/..", "no end")):
        with pytest.raises(Unfit, match=words):
            ask(When.parse(by), memento=archived("20310501000000"))
    whole = register(("20310501000000", "200", PAGE))
    bare = replace(whole, rows=tuple(replace(row, cells={"id": "a", "page": PAGE}) for row in whole.rows))
    with pytest.raises(Unfit, match="no column `at`"):
        ask(captures=bare)
    with pytest.raises(Unfit, match="lists no capture"):
        ask(captures=replace(whole, rows=()))
