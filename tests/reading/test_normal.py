"""Texts without their typography, and the way back to the words as given."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.intake.incoming import Form
from checks.reading.intake.normal import normal

FORMS: tuple[Form, ...] = ("text", "markdown", "html", "pdf")
WRAPPED = """The committee of the harbour board met on Monday to dis-
cuss the new ferry terminal, which had been a long-term
project since 1998. A 90-
day review is under way, and a self-
made man said that it was a long-
term affair, un-American and anti-
American at once. The vice-
chairman left early.
"""
TYPESET = st.text(
    alphabet=st.sampled_from(
        list("aB9 .-*_#>[]()`~\\!&;:<|\n\r\t\"'“”’—") + list("Ãâ€™\xa0\xad\u200b\u2028\x0c\x85\ufeff\u0301\u2011ﬁﬄé")
    )
    | st.characters(),
    max_size=120,
)


@pytest.mark.parametrize(
    ("given_", "put", "word", "printed"),
    [
        ("one\r\ntwo\rthree\u2028four\x0cfive", "one\ntwo\nthree\nfour\nfive", "three", "three"),
        ("£5\xa0million\u2009a\u202fyear", "£5 million a year", "5 million", "5\xa0million"),
        ("co\xadoperate\u200b \u200ethe\ufeffn", "cooperate then", "cooperate", "co\xadoperate"),
        ("the ﬁrst ﬂoor’s eﬃcient waﬄe", "the first floor’s efficient waffle", "first", "ﬁrst"),
        ("itâ€™s Â£5 in â€œMÃ¼nchenâ€\x9d", "it’s £5 in “München”", "München", "MÃ¼nchen"),
        ("SÃO PAULO, château, Âge, ã", "SÃO PAULO, château, Âge, ã", "SÃO", "SÃO"),
        ("a 90‑day stay", "a 90-day stay", "90-day", "90‑day"),
        ("Jose\u0301 in Sa\u0303o Paulo", "José in São Paulo", "José", "Jose\u0301"),
        ("in the infor\xad\nmation age", "in the information age", "information", "infor\xad\nmation"),
        ("told *The Herald* and **no one** else", "told The Herald and no one else", "The Herald", "The Herald"),
        ("told *The Herald*’s ***best*** man", "told The Herald’s best man", "best", "best"),
        ("“Straight" + '" and ‘curly\' — as - they – stand', "“Straight" + '" and ‘curly\' — as - they – stand', "as", "as"),
        ("5*3*2 and f***ing and a * b * c and rate*", "5*3*2 and f***ing and a * b * c and rate*", "rate*", "rate*"),
        ("\ttabs  and   spaces stay \n\n\n so", "\ttabs  and   spaces stay \n\n\n so", "stay", "stay"),
        ("nul\0l and bell\x07", "null and bell", "null", "nul\0l"),
    ],
)  # fmt: skip
def test_characters(given_: str, put: str, word: str, printed: str) -> None:
    whole = normal(given_)
    assert whole.text == put
    at = put.index(word)
    start, end = whole.span(at, at + len(word))
    assert given_[start:end] == printed


@pytest.mark.parametrize(
    ("markdown", "put"),
    [
        ("# Title\n\nBody.", "Title\n\nBody."),
        ("Title\n=====\n\nSub\n---\n\nBody.", "Title\n\n\nSub\n\n\nBody."),
        ("## Sub ##\nBody is here.", "Sub\nBody is here."),
        ("A [link](https://a.example/x_(y)) to [it][1] and [this][].\n\n[1]: https://a.example 'T'\n", "A link to it and this.\n\n\n"),
        ("See <https://a.example/b> now", "See https://a.example/b now"),
        ("![a boat](boat.png) It left.", " It left."),
        ("[![a boat](b.png)](https://a.example)It left.", "It left."),
        ("> “We left on the very last boat,”\n> he said.\n>\n> > twice", "“We left on the very last boat,” he said.\n\ntwice"),
        ("Fruit:\n\n- apples **and** pears\n- _plums_\n\n1. one\n2) two\n* [ ] three", "Fruit:\n\napples and pears\n\nplums\n\none\n\ntwo\n\nthree"),
        ("It is `code` and ``more`` and ~~gone~~.", "It is code and more and gone."),
        ("```python\nx = 1\n```\nEnd.", "\nx = 1\n\nEnd."),
        ("A note[^1] here.\n\n[^1]: It says so.", "A note here.\n\nIt says so."),
        ("A <em>tag</em>, a<br/>break <!-- hidden\nwords --> and 2 < 3 > 1.", "A tag, abreak  and 2 < 3 > 1."),
        ("Fish &amp; chips&nbsp;&#163;5 &lt;b&gt; &unknown;", "Fish & chips £5 &lt;b&gt; &unknown;"),
        ("___It___ is _so_ **very *much* so** snake_case_name", "It is so very much so snake_case_name"),
        (r"5 \* 3 and \_this", "5 * 3 and _this"),
        ("One.\n\n***\n\nTwo.\n\n- - -\n\nThree.", "One.\n\n\n\nTwo.\n\n\n\nThree."),
        ("He said [it] was [sic] so (really).", "He said [it] was [sic] so (really)."),
        ("---\ntitle: A\npublished: 2024\n---\nBody.", "Body."),
        ("---\n\nA rule, and no front matter.", "\n\nA rule, and no front matter."),
        ("In 1984. It was so.\n1984. It was.", "In 1984. It was so.\n1984. It was."),
        ("An <unknown> sign and a<b", "An <unknown> sign and a<b"),
    ],
)  # fmt: skip
def test_markdown(markdown: str, put: str) -> None:
    assert normal(markdown, "markdown").text == put


@pytest.mark.parametrize("form", FORMS)
def test_marks_are_marks_in_markdown_only(form: Form) -> None:
    text = "- an item and a [link](https://a.example) and _this_ &amp; # that"
    assert (normal(text, form).text == text) == (form != "markdown")


def test_wrapped_lines_are_joined_and_cut_words_mended() -> None:
    whole = normal(WRAPPED)
    assert whole.text == (
        "The committee of the harbour board met on Monday to discuss the new ferry terminal, which had been a long-term "
        "project since 1998. A 90-day review is under way, and a self-made man said that it was a long-term affair, "
        "un-American and anti-American at once. The vice-chairman left early.\n"
    )
    for word, printed in [
        ("discuss", "dis-\ncuss"),
        ("90-day", "90-\nday"),
        ("long-term affair", "long-\nterm affair"),
    ]:
        at = whole.text.index(word)
        start, end = whole.span(at, at + len(word))
        assert WRAPPED[start:end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph a line, as many sites have it, and it goes on for longer than any line that was wrapped by hand would, so it stays.\n"
        "The second paragraph does the same, at such a length that nobody would take it for a line of some wrapped text, or would they.\n"
        "the third begins in lower case, but the lines before it are too long to have been cut at a margin, so it remains a paragraph too.",
        "Apples\npears\nplums\nfigs\nmedlars",
        "The tide comes in at six o’clock today,\nAnd all the boats are resting in the bay,\nThe harbour lights are lit along the shore,\nAnd nobody will sail them any more.",
        "A headline of the harbour news today\n\nA first sentence. A second one.\n\nAnother paragraph that says more.",
        "- first item of the list that goes on\n- second item of the list that goes on\n- third item of the list that goes on\n- fourth item of the list",
        "Score at half-time of the final match:\nHarbour Rovers 2 (Doe 14, Roe 31)\nQuay Athletic 1 (Poe 44)\nAttendance: 4,102",
    ],
)  # fmt: skip
def test_what_was_not_wrapped_keeps_its_lines(text: str) -> None:
    assert normal(text).text == text


def test_paragraphs_of_wrapped_text_are_told_by_blank_lines_or_by_an_indent() -> None:
    first = "The ferry was late again on Monday, and the islanders\nwho were waiting for it on the quay had nothing to eat\nbut what they had brought with them for the day.\n"
    second = "Nobody from the company came to see them, and the one\ntelephone on the quay was out of order, as it had been\nsince the spring. They sang.\n"
    joined = [" ".join(part.split()) for part in (first, second)]
    assert normal(first + "\n" + second).text == "\n\n".join(joined) + "\n"
    assert [line.strip() for line in normal("   " + first + "   " + second).text.strip().split("\n")] == joined


def test_a_sentence_broken_once_is_joined() -> None:
    assert (
        normal("The minister said on Tuesday that\nthe bridge would open.").text
        == "The minister said on Tuesday that the bridge would open."
    )


def test_lines_of_a_pdf_are_joined_within_its_blocks() -> None:
    text = "Fares up\n\nThe fare is £5 and\nAnn Hill knows it, since\nshe pays.\n\n• one\n• two"
    assert (
        normal(text, "pdf").text == "Fares up\n\nThe fare is £5 and Ann Hill knows it, since she pays.\n\n• one\n• two"
    )
    assert normal("S T A R T L E D crowds, U S A", "pdf").text == "STARTLED crowds, U S A"


@settings(max_examples=300)
@given(TYPESET, st.sampled_from(FORMS), st.data())
def test_every_span_leads_back_into_the_text(text: str, form: Form, data: st.DataObject) -> None:
    whole = normal(text, form)
    assert whole.text == normal(text, form).text
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    a, b = whole.span(start, end)
    assert 0 <= a <= b <= len(text)
    assert (a < b) == (start < end)
    c, d = whole.span(start, len(whole.text))
    assert (c, d >= b) == (a, True)


@settings(max_examples=300)
@given(TYPESET, st.sampled_from(FORMS))
def test_characters_lead_back_in_order_and_kept_ones_to_themselves(text: str, form: Form) -> None:
    whole = normal(text, form)
    before = (0, 0)
    for at, sign in enumerate(whole.text):
        span = whole.span(at, at + 1)
        assert span[0] >= before[0] and span[1] >= before[1]
        if sign.isalnum() and span[1] - span[0] == 1 and form == "html" and text[span[0]] not in "ﬀﬁﬂﬃﬄﬅﬆ":
            assert text[span[0]] == sign
        before = span


@settings(max_examples=400)
@given(TYPESET, st.sampled_from(FORMS))
def test_normalising_twice_changes_nothing(text: str, form: Form) -> None:
    once = normal(text, form).text
    assert normal(once, form).text == once


@settings(max_examples=300)
@given(st.text(alphabet=string.ascii_letters + string.digits + " .,;:!?'\"()$%/", max_size=300), st.sampled_from(FORMS))
def test_plain_text_is_left_as_it_is(text: str, form: Form) -> None:
    if form == "pdf" or (form == "markdown" and ("(" in text or ")" in text or "." in text or "!" in text)):
        return  # marks of a list, a picture, letters spaced out
    whole = normal(text, form)
    assert whole.text == text
    assert whole.span(0, len(text)) == (0, len(text))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "unit",
    ['"', "*", "*a ", "_a ", "[", "![", "[](", "[a][", "<!--", "<a ", "` ", "~~a", "\\*", "&", "> ", "# ", "- ", "a\n", "a-\n", " ", "1", "\u200b", "\u0301", "a ", "x", "***a", "---\n", "1. "],
)  # fmt: skip
def test_long_hostile_texts(unit: str, form: Form) -> None:
    text = "a" + unit * (60_000 // len(unit))
    whole = normal(text, form)
    assert whole.span(0, len(whole.text))[1] <= len(text)


@pytest.mark.parametrize(
    ("before", "cut", "word"),
    [
        ("It was so.", "the infor-\nmation desk", "information"),
        ("The war and its supporting cast.", "a war-\nsupporting party", "war-supporting"),
        ("War-supporting men came.", "a war-\nsupporting party", "war-supporting"),
        ("The cause is to be told because of it.", "he left be-\ncause of it", "because"),
        ("The warpaint and the war and the paint.", "the war-\npaint is dry", "warpaint"),
        ("It was so.", "the ten-year-\nold boat", "ten-year-old"), ("It was so.", "the mid-\nchannel buoy", "mid-channel"),
        ("It was so.", "the 1990-\nborn sailor", "1990-born"), ("It was so.", "the pro-\nIrish vote", "pro-Irish"),
    ],
)  # fmt: skip
def test_the_other_words_of_the_text_tell_whose_a_hyphen_is(before: str, cut: str, word: str) -> None:
    assert word in normal(f"{before}\n\n{cut}", "pdf").text
