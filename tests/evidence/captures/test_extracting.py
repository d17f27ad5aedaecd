"""What captured bytes say: every kind of bytes, the odd ones, and those meant to do harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.made_pdf import column, drawn, pdf

from checks.case.errors import CaseError
from checks.evidence.captures import kinds
from checks.evidence.captures.extracting import MOST_CHARACTERS, all_words, extracted, tools_for

ARTICLE = """<!doctype html>
<html lang="en"><head><title>Tern Bay doubles its levy - Tern Bay Post</title>
<meta property="og:site_name" content="Tern Bay Post">
<meta property="article:published_time" content="2031-05-02T09:30:00+01:00">
<style>p {color: red}</style><script>var hidden = "the script never speaks";</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News of the bay</a></nav>
<article><h1>Tern Bay doubles its levy</h1>
<p>The council of Tern Bay voted on Tuesday to raise the levy on boats from 12 to <b>15</b> marks a year, Ada Quill said.</p>
<!-- a remark that nobody reads -->
<p>&ldquo;It is not a fine,&rdquo; the harbour master wrote in a letter to every owner of a boat in the town.</p>
<p hidden>An attribute hides this sentence from all who visit the page.</p>
<p style="color: red; display : none">A style hides this other sentence from all who visit the page.</p>
<template><p>This sentence is a template and stands nowhere.</p></template>
<p>The levy is to be paid by the end of June, and those who do not pay lose their berth in the harbour.</p>
</article><aside><p>Boats counted: 214</p></aside></body></html>"""

STATUTE = """<html><body><h2>Harbours Act</h2><ol><li>A boat is any vessel <i>afloat</i>.</li>
<li>No boat may moor <sup>1</sup>without leave.</li></ol>
<table><tr><th>Boat</th><th>Levy</th></tr><tr><td>Dinghy</td><td>2</td></tr></table><pre>Sec. 4.
  Penalties</pre></body></html>"""

MINUTES = (
    "<html><body>"
    + "".join(f"<div>Item {n}<br>Moved: Quill<br>Carried {n} to 3</div>" for n in range(9))
    + "</body></html>"
)


def test_an_article_s_words_and_what_it_states() -> None:
    found = extracted(ARTICLE.encode(), "text/html; charset=utf-8")
    assert (found.media_type, found.ending, found.remarks) == ("text/html", "html", ())
    assert found.text.startswith("Tern Bay doubles its levy\n")
    assert "raise the levy on boats from 12 to 15 marks a year, Ada Quill said." in found.text
    assert "“It is not a fine,” the harbour master wrote" in found.text
    assert "lose their berth in the harbour" in found.text
    assert (found.publisher, found.published) == ("Tern Bay Post", "2031-05-02")
    assert "Tern Bay doubles its levy" in found.title
    assert found.tools.startswith("trafilatura ") and tools_for(ARTICLE.encode()) == found.tools


def test_what_no_visitor_reads_is_no_text() -> None:
    for text in (extracted(ARTICLE.encode()).text, all_words(ARTICLE.encode())):
        for hidden in ("script", "remark", "attribute", "style", "template", "color"):
            assert hidden not in text
    assert "Boats counted: 214" in all_words(ARTICLE.encode()) and "News of the bay" in all_words(ARTICLE.encode())


@pytest.mark.parametrize("page,words", [
    (STATUTE, ("Harbours Act", "A boat is any vessel afloat.", "Dinghy", "Sec. 4.", "Penalties")),
    (MINUTES, ("Item 0", "Item 8", "Moved: Quill", "Carried 8 to 3")),
    ("<table><tr><td>Levy</td><td>12 marks</td></tr></table>", ("Levy", "12 marks")),
    ("<p>" + "Die Abgabe beträgt fünfzehn Mark im Jahr. " * 9 + "</p>", ("beträgt fünfzehn Mark",)),
    ("<html><body><p>" + "港の税は年に十五です。" * 5 + "</p></body></html>", ("税は年に十五",)),
])  # fmt: skip
def test_pages_of_any_build_up_give_their_words(page: str, words: tuple[str, ...]) -> None:
    text = " ".join(extracted(page.encode()).text.split())
    assert [one for one in words if one not in text] == []


def test_a_headline_that_trafilatura_leaves_out_is_in_the_text() -> None:
    changed = ARTICLE.replace("<h1>Tern Bay doubles its levy</h1>", "<h1>Levy fury in the bay</h1>")
    assert "Levy fury in the bay" in extracted(changed.encode()).text


@pytest.mark.parametrize("stated,data,kind,ending,remark", [
    ("text/html", pdf([drawn(column(["The levy is 15 marks."], 72, 700))]), "application/pdf", "pdf", "the server calls it text/html; its bytes are a PDF"),
    ("application/pdf", ARTICLE.encode(), "text/html", "html", "the server calls it application/pdf; its bytes are an HTML page"),
    ("application/json", b'{"levy": 15', "text/plain", "txt", "the server calls it application/json; its bytes are plain text"),
    ("image/png", b"GIF89a", "image/gif", "gif", "the server calls it image/png; its bytes are a GIF picture"),
    ("text/html", bytes(range(256)), "application/octet-stream", "bin", "the server calls it text/html; its bytes are none of the kinds that are read"),
    ("text/html", b'<?xml version="1.0"?><levy>15</levy>', "application/xml", "xml", "the server calls it text/html; its bytes are XML"),
])  # fmt: skip
def test_where_the_server_and_the_bytes_disagree_the_bytes_are_believed(
    stated: str, data: bytes, kind: str, ending: str, remark: str
) -> None:
    found = extracted(data, stated)
    assert (found.media_type, found.ending) == (kind, ending)
    assert remark in found.remarks


@pytest.mark.parametrize("stated,data,kind,ending", [
    ("application/json; charset=utf-8", b' [{"levy": 15}]', "application/json", "json"),
    ("text/plain", b'{"levy": 15}', "application/json", "json"),
    ("application/rss+xml", b"<rss version='2.0'><channel/></rss>", "application/xml", "xml"),
    ("text/xml; charset=ISO-8859-1", b'<?xml version="1.0" encoding="ISO-8859-1"?><a>caf\xe9</a>', "application/xml", "xml"),
    ("application/x-yaml", b"- id: quill\n  since: 2031\n", "application/yaml", "yaml"),
    ("text/csv", b"boat,levy\ndinghy,2\n", "text/csv", "txt"),
    ("application/octet-stream", b"boat,levy\ndinghy,2\n", "text/plain", "txt"),
    ("", b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04word/", "application/zip", "zip"),
    ("video/mp4", b"\0\0\0\x18ftypmp42\0\0", "application/octet-stream", "bin"),
    ("no type at all \x1b[31m", b"words", "text/plain", "txt"),
    ("application/xhtml+xml", b'<?xml version="1.0"?><!-- a --><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Levy</p></body></html>', "application/xhtml+xml", "xhtml"),
])  # fmt: skip
def test_kinds_and_endings(stated: str, data: bytes, kind: str, ending: str) -> None:
    found = extracted(data, stated)
    assert (found.media_type, found.ending) == (kind, ending)
    assert not [one for one in found.remarks if "server calls" in one]
    assert tools_for(data) == found.tools


def test_json_xml_and_plain_text_are_their_characters() -> None:
    assert extracted(b'<?xml version="1.0" encoding="ISO-8859-1"?><a>caf\xe9</a>').text.endswith("<a>café</a>")
    assert extracted('{"a": "Grüße"}'.encode()).text == '{"a": "Grüße"}'
    assert extracted(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree"


def test_an_entity_of_xml_is_not_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY f SYSTEM "file:///etc/hostname">]><a>&b;&f;</a>'
    assert "&b;&f;" in extracted(bomb).text
    page = b'<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>see &f; there</p></body></html>'
    assert " ".join(extracted(page).text.split()).endswith("see &f; there")


@pytest.mark.parametrize("data", [
    "<html><body><p>Grüße aus der Bucht, schrieb Ada</p></body></html>".encode("utf-16"),
    "<html><body><p>Grüße aus der Bucht, schrieb Ada</p></body></html>".encode("utf-16-le"),
    "<html><head><meta charset='windows-1252'></head><body><p>Grüße aus der Bucht, schrieb Ada</p></body></html>".encode("cp1252"),
    "\ufeff<html><body><p>Grüße aus der Bucht, schrieb Ada</p></body></html>".encode(),
    "<html><body><p>Gru\u0308\u00adße aus \u202eder\u202c Bucht,\0\x1b schrieb Ada</p></body></html>".encode(),
    b"<html><body><p>Gr&uuml;&szlig;e aus der Bucht, schrieb Ada</p></body></html>",
])  # fmt: skip
def test_every_encoding_gives_the_same_words(data: bytes) -> None:
    assert " ".join(extracted(data).text.split()) == "Grüße aus der Bucht, schrieb Ada"


def test_a_broken_sign_does_not_turn_a_page_into_another_encoding() -> None:
    found = extracted("<p>Grüße, Öl, Maß und Höhe: ".encode() + b"\xff</p>")
    assert "Grüße, Öl, Maß und Höhe" in found.text and "1 of its signs are broken" in found.remarks[0]


def test_the_encoding_that_the_server_states_is_compared() -> None:
    data = "Grüße aus der Bucht".encode()
    assert extracted(data, "text/plain; charset=utf-8").remarks == ()
    assert extracted(data, "text/plain; charset=koi8-r").remarks == (
        "the server states the encoding koi8-r; its bytes were read as utf-8",
    )
    assert (
        extracted(data, "text/plain; charset=rot13").remarks != ()
        and extracted(data, "text/plain; charset=no-such").remarks == ()
    )


def test_pdf_with_and_without_words() -> None:
    found = extracted(pdf([drawn(column(["The levy was raised", "to 15 marks a year."], 72, 700))]))
    assert " ".join(found.text.split()) == "The levy was raised to 15 marks a year."
    assert found.tools.startswith("pdfplumber ") and found.remarks == ()
    scan, locked, broken = pdf([b""]), pdf([drawn(column(["Levy"], 72, 700))], password="p"), b"%PDF-1.7 and no more"  # noqa: S106
    for data, remark in ((scan, "only pictures of pages"), (locked, "locked with a password"), (broken, "is broken")):
        found = extracted(data)
        assert found.text == "" and found.ending == "pdf" and remark in found.remarks[0]


@pytest.mark.parametrize("page", [
    "<html><body>" + "<div>" * 100_000 + "<p>the words below</p>",
    "<html><body><p>the words above</p>" + "<b>" * 100_000,
    "<" * 1_000_000, "<html><body>" + "<" * 1_000_000, "<!--" * 100_000, "<!---->" * 2_000 + "x", "<script>" * 50_000,
    "<p>\0\0words\0</p>", "<p>&#xD800;&#0;&#x202E;words</p>", "<html>", "<p><p><p>", "<html><body hidden><p>words</p>",
    '<p><script type="application/ld+json">' + "[" * 100_000 + "</script>", "<p>a" + "\u0301\u0327" * 50_000 + "</p>",
    "[" * 200_000, '{"a":' * 200_000, "<?xml " * 50_000, "<a " * 100_000 + "<p><p><p>",
])  # fmt: skip
def test_markup_that_is_meant_to_do_harm_is_read_or_not(page: str) -> None:
    found = extracted(page.encode(), "text/html")
    assert not set(found.text) & set(map(chr, (*range(9), *range(14, 32), 127, 0x202E, 0xD800)))
    assert tools_for(page.encode()) == found.tools
    all_words(page.encode())


def test_what_is_nested_too_deep_is_told() -> None:
    found = extracted(("<html><body><p>the words above</p>" + "<div>" * 400 + "<p>the words below</p>").encode())
    assert "the words above" in found.text and any("nested" in one for one in found.remarks)


def test_sizes_are_bounded() -> None:
    with pytest.raises(CaseError, match=r"big\.bin: it has 50,000,001 bytes"):
        extracted(bytes(50_000_001), file="big.bin")
    found = extracted(b"word " * 1_200_000)
    assert len(found.text) <= MOST_CHARACTERS and "cut off there" in found.remarks[-1]
    title = extracted(
        f"<html><head><title>{'Levy ' * 400}\x1b[31m</title></head><body><p>words</p></body></html>".encode()
    ).title
    assert 200 < len(title) <= 300 and "\x1b" not in title


def test_large_pages_are_read_without_telling_the_main_text_apart() -> None:
    page = "<html><body>" + "<p>The levy is 15 marks.</p>" * 30_000 + "<p>The end of the page.</p></body></html>"
    found = extracted(page.encode())
    assert found.text.endswith("The end of the page.") and "too large" in found.remarks[0]


def test_an_empty_answer_says_so() -> None:
    assert extracted(b"").remarks == ("it is empty",)


@settings(max_examples=60)
@given(
    st.binary(max_size=400)
    | st.builds(
        bytes.__add__,
        st.sampled_from(
            [
                b"%PDF-1.4\n",
                b"\x89PNG\r\n\x1a\n",
                b"\xff\xd8\xff",
                b"II*\x00",
                b"RIFF0000WEBP",
                b"GIF89a",
                b"<html><p>",
                b"<?xml ",
                b"{",
                b"PK\x03\x04",
            ]
        ),
        st.binary(max_size=300),
    ),
    st.text(max_size=40),
)
def test_no_bytes_raise_anything(data: bytes, stated: str) -> None:
    found = extracted(data, stated)
    assert found == extracted(data, stated) and found.text == extracted(data).text
    assert found.tools == tools_for(data)
    assert found.ending.isalnum() and len(found.ending) <= 8


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div style='display:none'>",
                "</div>",
                "<table>",
                "<td>",
                "<li>",
                "<pre>",
                "<dialog>",
                "<h1>",
                "&lt;",
                "&#0;",
                "<br>",
                "word ",
                " two",
                "<!--",
                "-->",
                "<svg>",
                "<math>",
                "<a href=x>",
            ]
        ),
        max_size=40,
    )
)
def test_no_markup_raises_anything(parts: list[str]) -> None:
    page = "<html><body>" + "".join(parts)
    assert extracted(page.encode()) == extracted(page.encode())
    all_words(page.encode())


@settings(max_examples=30)
@given(st.integers(0, 700), st.integers(0, 255))
def test_a_pdf_with_a_changed_byte_raises_nothing(place: int, value: int) -> None:
    data = bytearray(pdf([drawn(column(["The levy is 15 marks."], 72, 700))]))
    data[place % len(data)] = value
    extracted(bytes(data))


@given(st.text(max_size=60))
def test_a_content_type_is_read_or_not(text: str) -> None:
    kind, charset = kinds.stated(text)
    assert kind.isprintable() and charset.isprintable()


def test_the_same_bytes_say_the_same_in_another_process(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(ARTICLE + STATUTE, encoding="utf-8")
    code = "import sys, pathlib; from checks.evidence.captures.extracting import extracted; print(ascii(extracted(pathlib.Path(sys.argv[1]).read_bytes())))"
    told = {
        subprocess.run([sys.executable, "-c", code, str(page)], check=True, capture_output=True, text=True,
                       env={**os.environ, "PYTHONHASHSEED": seed}, cwd=Path(__file__).parents[3]).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert told == {ascii(extracted(page.read_bytes())) + "\n"}
