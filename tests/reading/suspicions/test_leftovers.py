"""Leftovers of markup, and lines joined or cut off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.article import read_incoming
from checks.reading.intake.incoming import from_text
from checks.reading.parts import Suspicion
from checks.reading.suspicions.copying.joints import joined_lines
from checks.reading.suspicions.copying.leftovers import markup

BEFORE = (
    "The council met on Monday in the town hall to hear about the bridge.\n\n"
    "It has been closed to lorries since the floods of last winter.\n\n"
)
AFTER = (
    "\n\nThe work will begin in the spring, the council said. It will take a year.\n\nMembers vote on it again in May."
)


def left_over(words: str) -> list[Suspicion]:
    return read(BEFORE + words + AFTER, names=False).suspect(markup)


def joined(words: str, after: str = AFTER) -> list[Suspicion]:
    return read(BEFORE + words + after, names=False).suspect(joined_lines)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("It was in *The Tarn Post* on Friday.", "The Tarn Post"),
        ("It was in **The Tarn Post** on Friday.", "The Tarn Post"),
        ("It was in _The Tarn Post_ on Friday.", "_The Tarn Post_"),
        ("See [the report](https://example.org/a) on it.", "the report"),
        ("He read <b>all</b> of it.", "<b>"),
        ('It is <span class="x">old</span> and dear.', '<span class="x">'),
        ("It is old&nbsp;and dear.", "&nbsp;"),
        ("It&amp;#8217;s old and dear.", "&amp;#8217;"),
        ("It is [url=https://example.org]old[/url] and dear.", "[url=https://example.org]"),
        ('[caption id="attachment_1"]A view of it[/caption]', '[caption id="attachment_1"]'),
        ("The [[old bridge]] is dear.", "[[old bridge]]"),
        ("The bridge {{cn}} is dear.", "{{cn}}"),
        ("It cost 5 million.[12] It was dear.", "[12]"),
        ("The mayorâ€™s car is old.", "mayorâ€™s"),
        ("The cafÃ© is shut.", "cafÃ©"),
        ("The caf\ufffd is shut.", "caf\ufffd"),
        (".card { color: red; }", ".card { color: red; }"),
        ("The mayor [INSERT NAME] was there.", "[INSERT NAME]"),
        ("Lorem ipsum dolor sit amet, the mayor said.", "Lorem ipsum dolor sit amet"),
        ("As an AI language model, I cannot say.", "As an AI language model, I cannot say"),
        ("Here is the rewritten article:", "Here is the rewritten article:"),
        ("The company?s bridge is old.", "company?s"),
        ("![A view](bridge.jpg) of it.", "![A view](bridge.jpg)"),
        ("> The bridge is old.", "> The bridge is old."),
        ("It is old. [ad_1]", "[ad_1]"),
        ("The toll is TK TK a year.", "TK TK"),
    ],
)
def test_a_leftover_is_likely_a_fault_and_shown_where_it_stands(words: str, shown: str) -> None:
    found = left_over(words)
    assert {one.certainty for one in found} == {"likely"}
    assert shown in {span.exact for one in found for span in one.spans}


@pytest.mark.parametrize(
    "words",
    [
        "The “[b]oy” and “[i]t was [sic] so” and [laughter] and “[The mayor] said” it.",
        "A f***ing mess, and s**t; 5 * 3 is 15 and so is 15 * 1.",
        "R&D at AT&T cost M&S 5 million. For a < b it is less.",
        "Write to <ann@example.org> or https://example.org/a_b_c?x=1&y=2 for more.",
        "In SÃO PAULO and in Besançon, the naïve went.",
        "The crowd of #BridgeNow wrote to @ann_bell_1 on WhatsApp.",
        "Is it old? So it is. See example.org/?s=old for more?",
        "The [city] council took [its] turn, and “[your] bridge” it was.",
        "* The first bridge.\n* The second bridge.",
    ],
)
def test_what_is_no_leftover_is_left_alone(words: str) -> None:
    assert left_over(words) == []


def test_a_program_that_is_quoted_is_only_looked_at() -> None:
    (one,) = left_over("“As an AI language model, I cannot vote,” the program told the mayor.")
    assert one.certainty == "look"


def test_a_text_that_is_written_in_markdown_has_no_leftover_of_it() -> None:
    text = f"# Bridge to close\n\n*By Ann Bell*\n\n{BEFORE}The **mayor** [spoke](https://example.org/a) of it.{AFTER}"
    assert read(text, names=False).suspect(markup) == []
    plain = read_incoming(from_text(f"{BEFORE}The **mayor** spoke.{AFTER}", "markdown"), names=False)
    assert plain.suspect(markup) != []
    assert (
        read_incoming(from_text(f"---\ntitle: Bridge\n---\n{BEFORE}The **mayor** spoke.{AFTER}"), names=False).suspect(
            markup
        )
        == []
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Two were hurt, police said.The mayor came.", "said.The"),
        ("It was built in 2014.The mayor came.", "2014.The"),
        ("It was built in 2014.It is dear.", "2014.It"),
        ("“It is dear.”The mayor came.", "dear.”The"),
        ("The plan goes to the councilThe mayor came.", "councilThe"),
        ("The plan goes to the CouncilThe mayor came.", "CouncilThe"),
        ('"It is dear,"said the mayor.', 'dear,"said'),
        ("It was built in 2014 and is dear.the mayor came.", "dear.the"),
    ],
)
def test_words_that_are_run_together_are_likely_a_fault(words: str, shown: str) -> None:
    (one,) = joined(words)
    assert one.certainty == "likely"
    assert [span.exact for span in one.spans] == [shown]


@pytest.mark.parametrize(
    "words",
    [
        "The LinkedIn page of BuzzFeed, YouTube and PolitiFact is on an iPhone, by FedEx.",
        "St.Louis and Mr.Smith and Sen.Baker met J.K.Rowling at 5 p.m. on Booking.com and Node.js.",
        "The U.S.Senate met will.i.am, McDonald and DeShawn at LaGuardia.",
        "Mail ann.Bell@example.org or see www.Example.org/The-Bridge.Now of #BridgeThe day.",
        "The mayor opposes it.\n\n“It is dear,” she said. “The bridge is old.”",
    ],
)
def test_names_and_addresses_are_left_alone(words: str) -> None:
    assert joined(words) == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The com- mittee met on Friday.", "com- mittee"),
        ("The mayor went home,saying nothing.", "home,saying"),
    ],
)
def test_marks_of_haste_are_only_looked_at(words: str, shown: str) -> None:
    (one,) = joined(words)
    assert one.certainty == "look"
    assert [span.exact for span in one.spans] == [shown]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The mayor went to the the bridge.", "the the"),
        ("The bridge that spans the that spans the gorge is old.", "that spans the that spans the"),
        ("The mayor of the of the town went home.", "of the of the"),
    ],
)
def test_words_that_stand_twice_are_likely_a_fault(words: str, shown: str) -> None:
    (one,) = joined(words)
    assert one.certainty == "likely"
    assert [span.exact for span in one.spans] == [shown]


def test_a_small_letter_after_a_full_stop_is_likely_a_fault() -> None:
    (one,) = joined("The bridge will close at noon. about 400 lorries cross it a day.")
    assert one.certainty == "likely"
    assert "“noon. about”" in one.reason
    assert one.spans[0].exact.endswith("lorries cross it a day.")


def test_what_only_looks_like_haste_is_left_alone() -> None:
    assert joined("She had had two- and three-year terms, that that mayor; 1,000 of them, yes,no@example.org.") == []


def test_a_single_break_among_empty_lines_is_likely_a_fault() -> None:
    first = "The engineer said it would be closed for the whole of the year."
    (one,) = joined(f"{first}\nThe mayor opposes it and will vote against it in May.")
    assert one.certainty == "likely"
    assert "single line break" in one.reason
    assert one.spans[0].exact.startswith(first)


def test_a_text_with_single_breaks_throughout_is_in_order() -> None:
    text = (BEFORE + "The engineer said it would be closed for the whole of the year." + AFTER).replace("\n\n", "\n")
    assert read(text, names=False).suspect(joined_lines) == []


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("The mayor said that the plan for the bridge would be\n\nThe vote is in the spring, she said.", "likely"),
        ("The mayor said that the plan for the bridge would be\n\nput to the vote in the spring.", "likely"),
        ("of the bridge, said the mayor, nobody knew anything at all.", "likely"),
        ("The mayor opposes it and will vote against it in May.\n\nThe mayor opposes it and will vote against it in May.", "likely"),
        ("The mayor said it was dear and old and in the way of all the ships that come up to the mill", "look"),
    ],
)  # fmt: skip
def test_a_sentence_that_breaks_off_or_stands_twice(words: str, certainty: str) -> None:
    assert [one.certainty for one in joined(words)] == [certainty]


@pytest.mark.parametrize(
    "end",
    [
        "The mayor will speak again on Tuesday. She said the",
        "The mayor will speak again on",
        "The mayor will speak again on Tuesday, she said on Friday … Read mor",
    ],
)
def test_a_text_that_breaks_off(end: str) -> None:
    assert [one.certainty for one in joined("The mayor opposes it.\n\n" + end, "")] == ["likely"]


@settings(max_examples=150)
@given(st.text(alphabet="<>[]{}()*_#&;=\\/|`~^%@!'\"“”’.,:- \n\u200b\ufffdÃâ€™aeThIN019", max_size=150))
def test_any_text_is_read_and_placed(words: str) -> None:
    text = BEFORE + words + AFTER
    reading = read(text, names=False)
    for one in [*reading.suspect(markup), *reading.suspect(joined_lines)]:
        assert one.spans
        assert all(text[span.start : span.end] == span.exact for span in one.spans)
        assert one.reason.endswith(".")
        assert "\n" not in one.reason
