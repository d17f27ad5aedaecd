"""Captures looked at again: what was quoted is found in them, or the investigator is told what stands there."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.capture import Capture
from checks.case.nouns import Anchor, Document, Fact, Passage, Register, When
from checks.evidence.captures.extracting import extracted
from checks.evidence.captures.looking_again import Looked, looked_at
from checks.evidence.captures.text_kept import digest
from checks.evidence.documents import quoted_words

SENTENCES = (
    "The council of Tern Bay voted on Tuesday to raise the levy on boats from 12 to 15 marks a year.",
    "“It is not a fine,” Ada Quill wrote in a letter to every owner of a boat – large or small – in the town.",
    "The levy is to be paid by the end of June.",
    "Those who do not pay by the end of June lose their berth in the harbour, and the berth is given to the next in line.",
)
PAGE = (
    "<html><body><nav>News of the bay, boats and weather</nav><article><h1>Levy raised</h1>"
    + "".join(f"<p>{one}</p>\n" for one in SENTENCES)
    + "<p>The levy is to be paid by the end of June.</p></article><aside>Boats counted in the harbour: 214</aside></body></html>"
).encode()
READ = extracted(PAGE)


def capture(data: bytes = PAGE, text: str = READ.text, tools: str = READ.tools) -> Capture:
    return Capture(
        file="levy.html", url="https://bay.test/levy", final_url="https://bay.test/levy", redirects=(), status="200", headers={},
        at="2031-05-02T10:00:00Z", media_type="text/html", bytes=len(data), sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=digest(text) if text else "", tools=tools, keep="quotations",
    )  # fmt: skip


def document(*quotations: str, captured: Capture | None = None) -> Document:
    body = "Our own note, with words nobody printed.\n\n" + "\n\n".join(
        "> " + one.replace("\n", "\n> ") for one in quotations
    )
    return Document(
        id="levy", kind="evidence", title="Levy raised", publisher="Tern Bay Post", url="https://bay.test/levy", published=None,
        retrieved=When.parse("2031-05-02"), obtained="captured", standing="secondary", text=body, words=quoted_words(body),
        capture=captured,
    )  # fmt: skip


def look(*quotations: str) -> Looked:
    return looked_at(document(*quotations, captured=capture()), PAGE, READ.text, READ.tools)


def test_every_quotation_is_found_in_the_capture() -> None:
    found = look(SENTENCES[0], SENTENCES[1] + "\nThe levy is", "15   marks\na year", "voted on\u00a0Tuesday")
    assert [(one.of, one.state, one.told) for one in found.sightings] == [
        (f"quotation {n}", "found in the capture", "") for n in (1, 2, 3, 4)
    ]
    assert found.holds and found.faults == () and found.notes == ()


def test_words_beside_the_main_text_are_found_too() -> None:
    assert "214" not in READ.text
    assert look("Boats counted in the harbour: 214", "News of the bay").holds


def test_a_quotation_that_stands_there_twice_is_ambiguous() -> None:
    (found,) = look(SENTENCES[2]).sightings
    assert found.state == "ambiguous" and "it stands in the capture 2 times: quote more" in found.told


@pytest.mark.parametrize("quoted,told", [
    ("voted on Tuesday to raise the levy on boats from 12 to 16 marks a year", "the nearest words there are “voted on Tuesday to raise the levy on boats from 12 to 15 marks a year"),
    ("12 to 16 marks a year", "the nearest words there are “12 to 15 marks a year"),
    ("\"It is not a fine,\" Ada Quill wrote", "it stands in the capture as ““It is not a fine,” Ada Quill wrote"),
    ("a boat - large or small - in the town", "it stands in the capture as “a boat – large or small – in the town"),
    ("the council of tern bay voted on tuesday to raise the levy on boats from 12 to 15 marks a year", "it stands in the capture as “The council of Tern Bay"),
    ("The council of Tern Bay … to raise the levy", "put each part in a block quotation of its own"),
    ("The council of Tern Bay [yesterday] voted on Tuesday to raise the levy on boats", "put each part in a block quotation of its own"),
    ("A comet was seen over the western sky last night by a great many astronomers, who wept", "and nothing like it does: copy the words from the page"),
    ("Zyxw", "nothing like it does"),
    ("lose their berth in the harbor", "the nearest words there are “lose their berth in the harbour"),
    ("15 Marks a year", "it stands in the capture as “15 marks a year"),
])  # fmt: skip
def test_lost_words_are_told_with_what_stands_there(quoted: str, told: str) -> None:
    (found,) = look(quoted).sightings
    assert found.state == "lost" and told in found.told and "year." not in found.told, found.told


def test_of_a_long_quotation_the_part_that_differs_is_shown() -> None:
    text = " ".join(f"word{n}" for n in range(400))
    page = f"<html><body><p>{text}</p></body></html>".encode()
    read = extracted(page)
    quoted = text.replace("word300", "another")
    (found,) = looked_at(document(quoted, captured=capture(page, read.text)), page, read.text, read.tools).sightings
    shown = found.told.rpartition("“")[2].rstrip("”")
    assert "word299 word300 word301" in shown and len(shown.replace("…", "").split()) <= 25


def test_facts_and_passages_are_found_through_their_quotations() -> None:
    of = document(
        SENTENCES[0],
        SENTENCES[2],
        "Those who do not pay by the end of July lose their berth in the harbour",
        captured=capture(),
    )
    for name, anchor in (
        ("raised", Anchor("15 marks")),
        ("due", Anchor("the end of June")),
        ("gone", Anchor("end of July")),
    ):
        of.facts[name] = Fact(name, Passage(of, anchor), "the levy", "15")
    both = Anchor("a year.\n\nThe levy")
    other = replace(of, id="another")
    found = looked_at(of, PAGE, READ.text, READ.tools, [Passage(of, both), Passage(other, Anchor("Tuesday"))])
    assert {one.of: one.state for one in found.sightings[3:]} == {
        "levy#raised": "found in the capture", "levy#due": "ambiguous", "levy#gone": "lost", Passage(of, both).ref: "ambiguous",
    }  # fmt: skip
    assert found.sightings[5].told == "“end of July”: quotation 3, in which it stands, is lost"


def test_of_a_text_kept_whole_each_line_is_found_by_its_place() -> None:
    lines = READ.text.splitlines()
    assert lines.count(SENTENCES[2]) == 2 and look(*lines).holds
    more = look(*lines, SENTENCES[0] + " " + SENTENCES[1], SENTENCES[2], "The levy is 99")
    assert [one.state for one in more.sightings[-3:]] == ["found in the capture", "ambiguous", "lost"]
    assert {one.state for one in more.sightings[:-3]} == {"found in the capture"}
    assert not look(*lines[:-1], "another end").holds


def test_without_bytes_or_words_only_our_excerpt_is_found() -> None:
    for of, data in ((document("The levy"), PAGE), (document("The levy", captured=capture()), None)):
        found = looked_at(of, data)
        assert [one.state for one in found.sightings] == ["found in our excerpt only"] and found.holds
    picture = b"\x89PNG\r\n\x1a\n and more"
    found = looked_at(document("The levy", captured=capture(picture, "", "none")), picture, "", "none")
    assert found.sightings[0].state == "found in our excerpt only" and found.holds and "by eye" in found.notes[0]


def test_changed_bytes_are_named() -> None:
    for data in (PAGE.replace(b"15", b"16"), PAGE + b" "):
        found = looked_at(document(SENTENCES[1], captured=capture()), data, READ.text, READ.tools)
        assert (
            not found.holds
            and found.faults[0].startswith("its bytes are not those captured")
            and len(found.faults) == 1
        )
    assert f"({len(PAGE) + 1:,} bytes, and {len(PAGE):,} were captured)" in found.faults[0]


def test_words_that_are_read_otherwise() -> None:
    sealed = capture(text="another text")
    found = looked_at(document("15 marks", captured=sealed), PAGE, READ.text, READ.tools)
    assert not found.holds and "by the same tools" in found.faults[0]
    sealed = capture(text="another text", tools="trafilatura 0.9")
    found = looked_at(document("15 marks", captured=sealed), PAGE, READ.text, READ.tools)
    assert found.holds and found.faults == () and "otherwise than by trafilatura 0.9" in found.notes[0]
    found = looked_at(document("16 marks", captured=sealed), PAGE, READ.text, READ.tools)
    assert not found.holds and "look at what was quoted" in found.faults[0]


def test_of_a_register_the_bytes_are_compared() -> None:
    register = Register(
        "boats", "Boats", "https://bay.test/boats", "primary", When.parse("2031"), {}, {}, (), capture()
    )
    assert looked_at(register, PAGE, READ.text, READ.tools) == Looked(())
    assert "not those captured" in looked_at(register, PAGE + b"x", READ.text, READ.tools).faults[0]
    assert looked_at(register, None) == Looked(())


def test_no_terminal_order_comes_out_of_a_sentence() -> None:
    (found,) = look("voted on \x1b[31mTuesday to raise the tax on boats from 12 marks").sightings
    assert found.state == "lost" and found.told.isprintable()


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(min_size=1, max_size=30))
def test_any_words_in_any_text(text: str, quoted: str) -> None:
    of = document(*[line for line in quoted.splitlines() if line.strip()], captured=capture(PAGE, text))
    for one in looked_at(of, PAGE, text, READ.tools).sightings:
        assert one.state in ("found in the capture", "ambiguous", "lost", "found in our excerpt only")


@settings(max_examples=40)
@given(st.integers(0, 60), st.integers(5, 30), st.sampled_from([" ", "\n", "  ", "\t", "\u00a0"]))
def test_any_run_of_the_page_s_words_is_found(first: int, length: int, space: str) -> None:
    words = " ".join(SENTENCES).split()
    (found,) = look(space.join(words[first : first + length])).sightings[:1] or (None,)
    assert found is None or found.state == "found in the capture" or (found.state == "ambiguous" and first > 38)
