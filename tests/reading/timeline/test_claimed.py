"""What claims, facts and registers add to a timeline, and what of the article gives way to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checks.timeline_is_possible as timeline_is_possible
from checks.case.nouns import Anchor, Claim, Document, Fact, Finding, Passage, Register, Row, When
from checks.reading import read
from checks.reading.timeline.claimed import statements_of
from checks.reading.timeline.network import conflicts
from checks.reading.timeline.parts import Statement
from checks.reading.timeline.published import in_article

LEASE = (
    "The council signed the lease on 3 March 2031, clerk Ada Moss said. Builders moved in on 9 May 2031, after a wait. "
    "The tenants have a 60-day notice, and must be out by mid-June."
)
TERMS = [
    ("quist", "Mara Quist", "Harbour Master", "2031-04-02", ""),
    ("olm", "Per Olm", "Harbour Master", "2020-01-01", "2031-04-02"),
]


def article(text: str, published: str = "2031-07-01") -> Document:
    when = When.parse(published)
    return Document("article", "article", "invented", "invented", "", when, when, "invented", "secondary", text, text)


def claim(id: str, words: str, text: str, **asserts: str) -> Claim:
    anchor = Anchor(words)
    return Claim(id, anchor, words, "article", asserts, (Passage(article(text), anchor),))


def register(
    terms: list[tuple[str, ...]], standing: str = "primary", names: Mapping[str, tuple[str, ...]] | None = None
) -> Register:
    rows = []
    for id, person, office, start, end in terms:
        cells = {
            "person": person,
            "office": office,
            "capacity": "holder",
            "start": start,
            "end": end,
            "source_url": "",
            "words": "",
        }
        span = When.parse(f"{start}/{end or '..'}")
        rows.append(Row("offices", id, cells, span, When.parse("2031-06-30"), standing))  # type: ignore[arg-type]
    covers = When.parse("2000/2040")
    return Register("offices", "invented", "", "primary", covers, {}, names or {}, tuple(rows))


def fact(about: str, role: str, at: str) -> Fact:
    text = f"{about}, {at}"
    when = When.parse("2031-07-01")
    document = Document("note", "evidence", "invented", "invented", "", when, when, "invented", "primary", text, text)
    return Fact("it", Passage(document, Anchor(text)), about, "", "", role, When.parse(at))  # type: ignore[arg-type]


def made(text: str, *claims: Claim, **more: object) -> list[Statement]:
    reading = read(text, "2031-07-01", names=False)
    return statements_of(reading, in_article(reading), claims=claims, **more)  # type: ignore[arg-type]


def ask(text: str, *claims: Claim, of: str = "article", published: str = "2031-07-01", **more: object) -> Finding:
    whole = article(text, published)
    asked = next(
        (one for one in claims if one.id == of),
        Claim(of, Anchor(text), text, "article", {}, (Passage(whole, Anchor(text)),)),
    )
    return timeline_is_possible.check(asked, article=whole, claims=claims, **more)  # type: ignore[arg-type]


def said(statements: list[Statement], source: str) -> list[str]:
    return [one.says for one in statements if one.source == source]


def test_a_claim_on_the_words_of_a_date_takes_its_place() -> None:
    plain = made(LEASE)
    of = claim("lease", "signed the lease on 3 March 2031", LEASE, event="the lease", role="signed", on="2031-03-30")
    corrected = made(LEASE, of)
    assert said(corrected, "lease") == ["the lease was signed on 30 March 2031"]
    assert len(corrected) == len(plain)
    old = next(one for one in plain if "3 March 2031" in one.words[0].exact)
    new = next(one for one in corrected if one.source == "lease")
    assert old not in corrected
    assert new.choices[0][0].later == old.choices[0][0].later


def test_two_readings_of_the_same_words_are_choices() -> None:
    text = "The bridge opened on 4/5/2031, to cheers, on 4 May 2031."
    one = claim("may", "on 4 May 2031", text, on="2031-05-04")
    other = claim("april", "on 4 May 2031", text, on="2031-04-05")
    found = [statement for statement in made(text, one, other) if statement.source == "may, april"]
    assert [len(statement.choices) for statement in found] == [2]


def test_a_date_with_two_events_in_two_claims_is_one_point_for_each_event() -> None:
    text = "The deed was signed on 4 May 2031. On 9 May 2031 the mayor signed the deed again."
    first = claim("first", "signed on 4 May 2031", text, event="the deed", role="signed", on="2031-05-04")
    again = claim("again", "On 9 May 2031", text, event="the deed", role="signed", on="2031-05-09")
    finding = ask(text, first, again)
    assert finding.verdict == "contradicted"
    assert "are of one event" in finding.reason


def test_the_time_between_two_claims() -> None:
    signed = claim(
        "signed", "signed the lease on 3 March 2031", LEASE, event="the lease", role="signed", on="2031-03-03"
    )
    out = claim("out", "must be out by mid-June", LEASE, start="=signed#on", after="=notice#after", stated="mid-June")
    notice = claim("notice", "a 60-day notice", LEASE, after="60 days")
    statements = made(LEASE, signed, notice, out)
    assert "the 60 days run from “signed the lease on 3 March 2031” to “by mid-June”" in [
        one.replace("“mid-June”", "“by mid-June”") for one in said(statements, "out")
    ]
    finding = ask(LEASE, signed, notice, out)
    assert finding.verdict == "contradicted"
    assert "between 12 and 22 April 2031" in finding.reason
    assert {passage.ref for passage in finding.evidence} >= {"article“signed the lease on 3 March 2031”"}
    assert ask(LEASE, signed, notice, out, of="notice").verdict == "contradicted"


def test_an_order_is_a_length_of_at_least_a_day() -> None:
    signed = claim("signed", "signed the lease on 3 March 2031", LEASE, on="2031-03-03")
    moved = claim("moved", "moved in on 9 May 2031", LEASE, on="2031-05-09")
    before = claim("before", "after a wait", LEASE, start="=moved#on", after="at least 1 day", stated="=signed#on")
    assert ask(LEASE, signed, moved, before).verdict == "contradicted"
    after = claim("after", "after a wait", LEASE, start="=signed#on", after="at least 1 day", stated="=moved#on")
    assert ask(LEASE, signed, moved, after).verdict == "supported"


@pytest.mark.parametrize(
    ("person", "office", "on", "verdict"),
    [
        ("Mara Quist", "harbour master", "2031-03-09", "contradicted"),
        ("Mara Quist", "harbour master", "2031-05-09", "supported"),
        ("Mara Quist", "harbour master", "2031-06-30", "supported"),
        ("Per Olm", "harbour master", "2031-05-09", "contradicted"),
        ("Mara Quist", "bosun", "2031-03-09", "supported"),
    ],
)
def test_a_claim_of_an_officer_is_held_against_the_terms(person: str, office: str, on: str, verdict: str) -> None:
    text = f"The port was closed by {person} on {When.parse(on).words()}, in a storm."
    of = claim("closed", f"closed by {person}", text, person=person, office=office, on=on)
    assert ask(text, of, registers=[register(TERMS)]).verdict == verdict
    assert ask(text, of).verdict == "supported"


def test_what_came_after_the_register_was_looked_at_is_not_held_against_it() -> None:
    text = "The port was closed by Mara Quist on 1 August 2034, in a storm."
    of = claim("closed", "closed by Mara Quist", text, person="Mara Quist", office="Harbour Master", on="2034-08-01")
    assert ask(text, of, published="2035-01-01", registers=[register(TERMS)]).verdict == "supported"


def test_a_weak_row_decides_nothing() -> None:
    text = "The port was closed by Mara Quist on 9 March 2031, in a storm."
    of = claim("closed", "closed by Mara Quist", text, person="Mara Quist", office="Harbour Master", on="2031-03-09")
    assert ask(text, of, registers=[register(TERMS, "own knowledge")]).verdict == "unsettled"


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour Master Mara Quist closed the port on 9 March 2031.",
        "Harbour Master Mara Quist, a native of Ostby, formally closed the port on 9 March 2031.",
        "The port was closed by Harbour Master Mara Quist on 9 March 2031.",
        "Mara Quist, the harbour master, closed the port on 9 March 2031.",
        "Harbour Master Quist ordered all boats out of the port on March 9, 2031.",
    ],
)
def test_a_title_before_a_name_is_held_against_the_term(sentence: str) -> None:
    finding = ask(f"{sentence} The storm had passed.", registers=[register(TERMS)])
    assert finding.verdict == "unsettled"
    assert "assuming that" in finding.reason
    assert "offices#quist" in [one.ref for one in finding.evidence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour Master Mara Quist was born on 9 March 1988.",
        "Former Harbour Master Mara Quist closed the port on 9 March 2031.",
        "Harbour Master Mara Quist said the port closed on 9 March 2031.",
        "Harbour Master Mara Quist praised the crew, which sailed on 9 March 2031.",
        "Harbour Master Mara Quist and the crew that closed the port on 9 March 2031 were thanked.",
        "Harbour Master Mara Quist signed on 9 May 2031 what was agreed on 9 March 2031.",
        "Mara Quist, a former harbour master, closed the port on 9 March 2031.",
        "Harbour Master Mara Quist praised the rescue of 9 March 2031.",
        "Harbour Master Mara Quist extended the closure until 9 March 2031.",
        "Harbour Master Mara Quist signed a notice after the storm on 9 March 2031.",
        "Deputy Harbour Master Mara Quist closed the port on 9 March 2031.",
        "“Harbour Master Mara Quist closed the port on 9 March 2031,” he said.",
    ],
)
def test_what_somebody_else_did_or_did_before_is_not(sentence: str) -> None:
    assert ask(f"{sentence} The storm had passed.", registers=[register(TERMS)]).verdict != "contradicted"
    found = made(f"{sentence} The storm had passed.", registers=[register(TERMS)])
    assert not conflicts(found)


def test_a_fact_dates_the_event_that_a_claim_is_about() -> None:
    signed = claim(
        "signed", "signed the lease on 3 March 2031", LEASE, event="the lease", role="signed", on="2031-03-03"
    )
    assert ask(LEASE, signed, facts=[fact("The lease", "signed", "2031-03-03")]).verdict == "supported"
    finding = ask(LEASE, signed, facts=[fact("The lease", "signed", "2031-04-20")])
    assert finding.verdict == "contradicted"
    assert "note#it" in [one.ref for one in finding.evidence]
    assert ask(LEASE, signed, facts=[fact("The lease", "effective", "2031-04-20")]).verdict == "supported"


def test_what_is_told_as_past_is_not_after_the_month_of_publication() -> None:
    text = "The old mill was closed on 9 May 2031."
    assert ask(text, published="2031-05").verdict == "supported"
    assert ask(text, published="2031-03").verdict == "contradicted"


def test_values_taken_in_a_ring_or_from_nowhere_add_nothing() -> None:
    one = claim("one", "moved in on 9 May 2031", LEASE, on="=two#on", start="=none#on", after="=one#after")
    two = claim("two", "after a wait", LEASE, on="=one#on")
    assert len(made(LEASE, one, two)) == len(made(LEASE))


def test_rules_in_force() -> None:
    text = "Fishing was ruled out on 4 May 2031, as it had been."
    cells = {"rule": "no fishing", "exception": "", "start": "2031-06-01", "end": "", "source_url": "", "words": ""}
    row = Row("rules", "ban", cells, When.parse("2031-06-01/.."), When.parse("2031-06-30"), "primary")
    rules = Register("rules", "invented", "", "primary", When.parse("2000/2040"), {}, {}, (row,))
    of = claim("ban", "ruled out on 4 May 2031", text, rule="no fishing", on="2031-05-04")
    assert ask(text, of, registers=[rules]).verdict == "contradicted"


def test_a_claim_that_can_hold_is_unsettled_and_one_elsewhere_is_not_touched() -> None:
    signed = claim("signed", "signed the lease on 3 March 2031", LEASE, on="2031-03-03")
    assert ask(LEASE, signed, of="signed").verdict == "unsettled"


words = st.sampled_from(
    [
        "Mayor", "Ada Moss", "signed", "closed", "the port", "on 3 May 2031", "in March", "for 90 days", "two weeks later",
        "before", "after", ", who", "by", ".", "until June 2032", "“", "”", "\n\n", "former", "a decade-long", "and",
        "from 3 to 9 May", "said", "1999", "\u00a0", "’s", "(", ")",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(words, min_size=1, max_size=30), st.data())
def test_any_text_and_any_claims_are_answered(pieces: list[str], data: st.DataObject) -> None:
    text = "It was so " + " ".join(pieces)
    values = st.sampled_from(
        [
            "2031-05-03",
            "March",
            "early 2031",
            "90 days",
            "=b#on",
            "=a#stated",
            "Ada Moss",
            "mayor",
            "signed",
            "29 February",
        ]
    )
    names = st.sampled_from(["on", "start", "stated", "after", "event", "role", "person", "office", "rule"])
    claims = []
    for id in "ab":
        start = data.draw(st.integers(0, len(text) - 1))
        exact = text[start : data.draw(st.integers(start + 1, len(text)))]
        if text.find(exact) == text.rfind(exact) and exact.strip():
            claims.append(claim(id, exact, text, **data.draw(st.dictionaries(names, values, max_size=4))))
    holders = register([("moss", "Ada Moss", "Mayor", "2030-01-01", "2031-05-01")])
    for published in ("2031-06-02", "2031"):
        finding = ask(
            text, *claims, published=published, registers=[holders], facts=[fact("signed", "signed", "2031-05-04")]
        )
        assert finding == ask(
            text, *claims, published=published, registers=[holders], facts=[fact("signed", "signed", "2031-05-04")]
        )
    for one in made(text, *claims):
        for words in one.words:
            assert text[words.start : words.end] == words.exact


def test_the_day_of_an_ordinal_is_that_of_the_calendar() -> None:
    assert date(2031, 3, 3).toordinal() == made("The lease was signed on 3 March 2031.")[0].choices[0][0].least
