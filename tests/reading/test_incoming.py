"""Articles as they come: forms, encodings, what pages say of themselves, and what cannot be read."""

from __future__ import annotations

import hashlib
import io
import logging
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pdf import column, drawn, pdf

from checks.case.errors import CaseError
from checks.reading.intake.decoding import decoded
from checks.reading.intake.incoming import MOST_BYTES, MOST_BYTES_OF_PDF, from_bytes, from_text, take_in
from checks.reading.intake.language import language_of
from checks.reading.intake.normal import normal

STORY = (
    "The café on the pier will close in May, its owner said. “It’s £5 for a coffee – or nothing,” he said… "
    "The naïve plan to keep it open all winter had cost the family more than it could afford.\n"
)
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry fares to rise | Coast Herald</title>
<link rel="canonical" href="https://coastherald.example/news/ferry-fares">
<meta property="og:site_name" content="Coast Herald"><meta property="og:title" content="Ferry fares to go up">
<meta property="article:published_time" content="2024-03-05T08:00:00Z">
{json}</head><body><div class="cookie-banner">We use cookies to improve your visit. <button>Accept</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/tides">Tides</a></li></ul></nav>
<article><h1>Ferry fares to rise by a tenth</h1><p class="standfirst">Islanders say that it is one rise too many.</p>
<p>Ferry fares will rise by a tenth in April, the operator said on Tuesday, its third increase in as many years.</p>
<p>“We held prices for as long as we could,” said Ann Hill, its chief executive, “but fuel costs twice what it did.”</p>
<h2>Islanders object</h2>
<p>The islands’ council called the increase unfair &amp; said that it would write to the minister after the holiday.</p>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/wall">Harbour wall to be rebuilt</a></li></ul></aside>
<p>A decision on the winter timetable is expected in June.</p></article>
<footer>© 2024 Coast Herald. All rights reserved. <a href="/p">Privacy</a></footer></body></html>"""
LD = '<script type="application/ld+json">{}</script>'
NEWS = """{"@type": "NewsArticle", "headline": "Fares up", "datePublished": "2024-03-05T08:00:00+00:00",
"dateModified": "2024-03-06T09:30:00Z", "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "Bo Ek"}],
"publisher": {"@type": "Organization", "name": "The Coast Herald"}}"""
LANGUAGES = {
    "French": "Le ministre a déclaré mardi que la nouvelle ligne ne serait pas ouverte avant le printemps, parce que les travaux dans le tunnel ont pris du retard. Selon lui, les habitants de la ville ne doivent pas payer pour les erreurs de la compagnie qui avait promis une ouverture.",
    "German": "Der Minister sagte am Dienstag, dass die neue Strecke nicht vor dem Frühling eröffnet wird, weil die Arbeiten im Tunnel länger dauern als geplant. Die Bewohner der Stadt müssen nach seinen Worten nicht für die Fehler der Firma zahlen, die eine Eröffnung im Januar versprochen hatte.",
    "Spanish": "El ministro dijo el martes que la nueva línea no se abrirá antes de la primavera porque las obras en el túnel han durado más de lo previsto. Según él, los vecinos de la ciudad no tienen que pagar por los errores de la empresa que había prometido una apertura en enero.",
    "Italian": "Il ministro ha detto martedì che la nuova linea non sarà aperta prima della primavera perché i lavori nella galleria sono durati più del previsto. Secondo lui gli abitanti della città non devono pagare per gli errori della società che aveva promesso di aprire a gennaio.",
    "Portuguese": "O ministro disse na terça-feira que a nova linha não será aberta antes da primavera porque as obras no túnel duraram mais do que se esperava. Segundo ele, os moradores da cidade não devem pagar pelos erros da empresa que tinha prometido uma abertura em janeiro, e foi isso.",
    "Dutch": "De minister zei dinsdag dat de nieuwe spoorlijn niet voor het voorjaar wordt geopend, omdat het werk in de tunnel langer duurt dan was gepland. De inwoners van de stad hoeven volgens hem niet te betalen voor de fouten van het bedrijf dat een opening had beloofd.",
    "Swedish": "Ministern sade på tisdagen att den nya järnvägen inte kommer att öppnas före våren eftersom arbetet i tunneln har tagit längre tid än väntat. Stadens invånare ska enligt honom inte betala för de fel som företaget har gjort när det lovade att öppna linjen i januari.",
    "Indonesian": "Menteri mengatakan pada hari Selasa bahwa jalur kereta baru tidak akan dibuka sebelum musim semi karena pekerjaan di terowongan lebih lama dari yang direncanakan. Warga kota itu tidak harus membayar untuk kesalahan perusahaan yang telah berjanji akan membuka jalur tersebut tahun ini.",
    "Russian": "Министр сказал во вторник, что новая линия не откроется до весны, потому что работы в тоннеле затянулись.",
    "Arabic": "قال الوزير يوم الثلاثاء إن الخط الجديد لن يفتح قبل الربيع لأن العمل في النفق استغرق وقتا أطول مما كان متوقعا.",
    "Chinese": "部长星期二表示，由于隧道工程比原计划花费的时间更长，新线路在春天之前不会开通。市民不必为公司的错误付钱，他说。",
    "Japanese": "大臣は火曜日、トンネル工事が予定より長引いているため、新しい路線は春までに開業しないと述べた。市民が会社の誤りの代金を払う必要はない。",
}


def refusal(data: bytes, name: str = "story") -> str:
    with pytest.raises(CaseError) as raised:
        from_bytes(data, name)
    assert raised.value.file == name
    assert "\n" not in raised.value.what
    return raised.value.what


def test_a_text_file_is_taken_character_by_character(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode() * 3
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    found = take_in(path)
    assert (found.file, found.form, found.encoding, found.language) == (str(path), "text", "utf-8", "en")
    assert found.text == data.decode("utf-8-sig")
    assert "\r\n" in found.text
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("utf-16"))))
    found = take_in("-")
    assert (found.file, found.text, found.encoding) == ("-", STORY, "utf-16-le")


@pytest.mark.parametrize(
    ("codec", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"),
     ("utf-32", "utf-32-le"), ("cp1252", "windows-1252"), ("mac-roman", "mac-roman")],
)  # fmt: skip
def test_encodings(codec: str, told: str) -> None:
    found = from_bytes(STORY.encode(codec), "story.txt")
    assert (found.text, found.encoding) == (STORY, told)


def test_latin_1_reads_as_windows_1252() -> None:
    text = "The café owner, Señor Müller, paid £5 in 1998 and not a penny more."
    assert decoded(text.encode("latin-1")) == (text, "windows-1252")


def test_an_encoding_that_only_charset_normalizer_tells_is_not_taken_for_english() -> None:
    assert "Russian" in refusal((LANGUAGES["Russian"] * 4).encode("koi8-r"))


@pytest.mark.parametrize("data", [b"\xff\xfeabc", b"\xef\xbb\xbf\xff\xfe\xfa", b"\xff\xfe\x00\xd8" * 40])
def test_a_mark_that_lies_is_refused(data: bytes) -> None:
    assert "save it again as UTF-8" in refusal(data)


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (STORY.encode(), "story.txt", "text"),
        (STORY.encode(), "story.md", "markdown"),
        (STORY.encode(), "STORY.MARKDOWN", "markdown"),
        (b"# A heading\n\n" + STORY.encode(), "-", "markdown"),
        (b"---\ntitle: A\n---\n" + STORY.encode(), "story.txt", "markdown"),
        (b"A [link](https://a.example) " + STORY.encode(), "story.txt", "markdown"),
        (PAGE.encode(), "story.txt", "html"),
        (b"\n <!-- saved -->\n" + PAGE[15:].encode(), "-", "html"),
        (PAGE.encode("utf-16"), "page", "html"),
        (b'<?xml version="1.0" encoding="utf-8"?>' + PAGE.encode(), "page", "html"),
        (PAGE[PAGE.index("<article>") : PAGE.index("<footer>")].encode(), "part.html", "html"),
        (("<p>" + "</p>\n<p>".join([STORY] * 3) + "</p>").encode(), "-", "html"),
        (b"<i>Of the tides</i> by one who knows them: the ferry was late.", "story.txt", "text"),
    ],
)  # fmt: skip
def test_the_form_is_told_by_the_content_and_then_by_the_name(data: bytes, name: str, form: str) -> None:
    assert from_bytes(data, name).form == form


def test_front_matter_says_what_the_article_is() -> None:
    head = '---\ntitle: "Fares: up"\npublisher: The Herald\nurl: "https://a.example/1"\npublished: "2024-03"\nauthor: Jane Doe\nkept: [1]\n---\n'
    found = from_bytes((head + STORY).encode(), "article.md")
    assert (found.title, found.publisher, found.url) == ("Fares: up", "The Herald", "https://a.example/1")
    assert (str(found.published), found.byline, found.modified) == ("2024-03", "Jane Doe", None)
    assert found.text == head + STORY
    assert normal(found.text, found.form).text == STORY


@pytest.mark.parametrize(
    "head", ["---\na: [\n---\n", "---\n- a: b\n---\n", "---\na: &x [*x]\n---\n", "---\nno mapping\n---\n"]
)
def test_front_matter_that_is_none_is_no_error(head: str) -> None:
    assert from_bytes((head + STORY).encode(), "article.md").title == ""


def test_a_news_page() -> None:
    found = from_bytes(PAGE.format(json=LD.format(f"[{{}}, {NEWS}]")).encode(), "page.html")
    lines = found.text.split("\n")
    assert lines[0] == found.title == "Ferry fares to rise by a tenth"
    assert lines[1] == "Islanders say that it is one rise too many."
    assert lines[-1] == "A decision on the winter timetable is expected in June."
    assert "unfair & said" in found.text
    for furniture in ("cookies", "Sport", "Harbour wall", "rights reserved"):
        assert furniture not in found.text
    assert (found.byline, found.publisher) == ("Jane Doe, Bo Ek", "The Coast Herald")
    assert (found.url, found.language) == ("https://coastherald.example/news/ferry-fares", "en")
    assert (str(found.published), str(found.modified)) == ("2024-03-05", "2024-03-06")


@pytest.mark.parametrize(
    ("json", "modified", "byline"),
    [
        (NEWS, "2024-03-06", "Jane Doe, Bo Ek"),
        (f'{{"@graph": [{{"@type": "WebPage", "dateModified": "2020-01-01"}}, {NEWS}]}}', "2024-03-06", "Jane Doe, Bo Ek"),
        ('{"@type": ["Article", "NewsArticle"], "dateModified": "March 7, 2024", "author": "J. &amp; K."}', "2024-03-07", "J. & K."),
        (NEWS[:-1] + ",}", "2024-03-06", ""),
        (NEWS.replace("}, {", "} {"), "2024-03-06", ""),
        (f"<!-- {NEWS} -->", "2024-03-06", "Jane Doe, Bo Ek"),
        (f"//<![CDATA[\n{NEWS}\n//]]>", "2024-03-06", "Jane Doe, Bo Ek"),
        ('{"@type": "NewsArticle", "dateModified": "2024-99-99", "author": 5}', "None", ""),
        ('{"@type": "NewsArticle", "dateModified": {"a": 1}, "author": [[["x"]]]}', "None", ""),
        ("[" * 50_000, "None", ""), ("null", "None", ""), ("", "None", ""), ('"\ud83d"', "None", ""),
    ],
)  # fmt: skip
def test_json_ld_in_any_state(json: str, modified: str, byline: str) -> None:
    page = PAGE.format(json=LD.format(json)).encode("utf-8", "replace")
    found = from_bytes(page, "page.html")
    assert (str(found.modified), found.byline) == (modified, byline)
    assert str(found.published) == "2024-03-05"


@pytest.mark.parametrize(
    ("meta", "published", "modified"),
    [
        ('<meta property="article:modified_time" content="2024-04-01T10:00:00+02:00">', "2024-03-05", "2024-04-01"),
        ('<meta name="last-modified" content="Tue, 02 Apr 2024 08:00:00 GMT">', "2024-03-05", "2024-04-02"),
        ('<meta name="pubdate" content="nonsense">', "2024-03-05", "None"),
    ],
)
def test_times_in_meta_elements(meta: str, published: str, modified: str) -> None:
    found = from_bytes(PAGE.format(json=meta).encode(), "page.html")
    assert (str(found.published), str(found.modified)) == (published, modified)


PARAGRAPHS = [
    "The harbour board met on Monday and voted for a new ferry terminal, the largest project since the war.",
    "“We held prices for as long as we could,” said Ann Hill, its chair, “but fuel costs twice what it did.”",
    "A decision on the winter timetable is expected in June, and the fares will rise by a tenth in April.",
    "Islanders who were waiting on the quay said that they had heard all that before, and would believe it then.",
]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<table><tr><td><a href=/>Home</a></td><td><b>Fares to rise</b><p>" + "<p>".join(PARAGRAPHS) + "</td></tr></table>", "Fares | The Herald"),
        ("<div id=story><h1>Fares to rise again</h1>" + "<br><br>".join(PARAGRAPHS) + "</div>", "Fares to rise again"),
        ("<main><h1>Fares to rise again</h1>" + "".join(f"<div>{words}</div>" for words in PARAGRAPHS) + "</main>", "Fares to rise again"),
        ("<header><h1>The Coast Herald Online</h1></header><article><h1>Fares to rise again</h1><p>" + "</p><p>".join(PARAGRAPHS) + "</p></article>", "Fares to rise again"),
    ],
    ids=["laid out as a table", "line breaks for paragraphs", "divisions for paragraphs", "two headings"],
)  # fmt: skip
def test_pages_of_other_shapes(body: str, title: str) -> None:
    found = from_bytes(
        f"<html><head><title>Fares | The Herald</title></head><body>{body}</body></html>".encode(), "a.html"
    )
    lines = found.text.split("\n")
    assert lines[0] == found.title == title
    assert lines[-4:] == PARAGRAPHS


@pytest.mark.parametrize("declared", ["windows-1252", "ISO-8859-1", "macintosh"])
def test_the_charset_a_page_declares(declared: str) -> None:
    page = PAGE.replace("utf-8", declared)
    data = page.encode("mac-roman" if declared == "macintosh" else "cp1252")
    assert from_bytes(data, "page.html").text == from_bytes(PAGE.encode(), "page.html").text


@pytest.mark.parametrize("declared", ["nonsense", "hex", "utf-16", "\xff"])
def test_a_charset_that_is_none_is_passed_over(declared: str) -> None:
    data = PAGE.replace("utf-8", declared).encode("cp1252")
    assert "chief executive" in from_bytes(data, "page.html").text


def test_nulls_in_a_page_are_dropped_and_no_article_is_lost() -> None:
    assert (
        from_bytes(PAGE.replace("operator", "oper\0ator").encode(), "p.html").text
        == from_bytes(PAGE.encode(), "p.html").text
    )


def test_entities_that_breed_do_not() -> None:
    lol = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    found = from_bytes(PAGE.replace("<!DOCTYPE html>", lol).replace("Tuesday,", "Tuesday, &b;").encode(), "page.html")
    assert "haha" not in found.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav></body></html>",
        "<html><body><div><p>We and our 90 partners use cookies to store information on your device and to show you "
        "what you may like.</p><p>Change your choices at any time on the page of our cookie policy, which is here.</p></div>",
        "<html><script>var a = 'the words of a script are no article, however many of them there may be';</script></html>",
        "<html><body>" + "<div>" * 100_000 + "x", "<html>", "<!doctype html><p>" + "<b>" * 20_000, "<html " + "a " * 50_000,
    ],
)  # fmt: skip
def test_a_page_without_an_article(page: str) -> None:
    assert refusal(page.encode(), "page.html").startswith("no article was found")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no text"), (b" \r\n\t ", "no text in it"), ("\ufeff \u00a0".encode(), "no text"),
        (b"\x89PNG\r\n\x1a\n....", "PNG picture"), (b"\xff\xd8\xff\xe0..", "JPEG picture"), (b"GIF89a....", "GIF"),
        (b"PK\x03\x04\x14\x00....word/document.xml", "Word document"), (b"PK\x03\x04....xl/workbook.xml", "Excel"),
        (b"PK\x03\x04..a.txt", "zip archive"), (b"\xd0\xcf\x11\xe0....", "old Word"), (b"{\\rtf1 words}", "rich text"),
        (b"\x1f\x8b....", "gzip"), (b"\x7fELF....", "program"), (b"\x00\x00\x00\x20ftypisom", "film"),
        (b"some words\x00\x01\x02 and more", "binary data"), (bytes(range(1, 256)) * 20, "UTF-8"),
        (b"a" * (MOST_BYTES + 1), "20,000,001 bytes"), (b"--- ... !!!", "no text in it"),
        (b'{"headline": "A bridge closed", "body": "It was not safe."}', "JSON"), (b"[1, 2, 3]", "JSON"),
        (b"[" * 100_000, "JSON"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_named_with_what_to_do(data: bytes, says: str) -> None:
    assert says in refusal(data)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for name, says in [
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "a folder"),
        (Path("a\0b"), "no file name"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ]:
        with pytest.raises(CaseError, match=says):
            take_in(name)
    (tmp_path / "empty.txt").touch()
    with pytest.raises(CaseError, match="empty"):
        take_in(tmp_path / "empty.txt")


def test_a_name_gives_no_orders_to_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as refused:
        take_in(tmp_path / "none\n\x1b[31m.txt")
    assert str(refused.value).isprintable()


def test_brackets_do_not_make_an_article_json() -> None:
    assert from_bytes(b"[Editor\xe2\x80\x99s note] The bridge was closed on Friday, the council said.").form == "text"


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)  # a hole: it takes no room
    with pytest.raises(CaseError, match="200,000,000 bytes"):
        take_in(tmp_path / "huge.txt")


def test_standard_input_is_read_only_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, room: bytearray) -> int:  # type: ignore[override]
            room[:] = b"a" * len(room)
            return len(room)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    with pytest.raises(CaseError, match=f"{MOST_BYTES_OF_PDF:,} is the most"):
        take_in("-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages_are_refused_by_name(language: str) -> None:
    assert language in refusal((LANGUAGES[language] + "\n").encode())
    assert language_of(LANGUAGES[language]) not in ("English", "")


@pytest.mark.parametrize(
    "text",
    [
        STORY * 2,
        "Ça va", LANGUAGES["German"][:60], "Министр", "", "12 34 56 " * 40,
        "“Le ministre ne dit jamais la vérité aux habitants de la ville,” Jean-Luc de la Tour told Le Monde in Paris on Monday. “Il est toujours dans son bureau.” "
        "The minister’s office in the rue de Grenelle said that it would not answer him, and that the line to Saint-Étienne would open when the work was done and not before.",
        "Kwame Nkrumah-Mensah, Adwoa Boateng, Nguyễn Văn An and Zoë Müller-Østergård won their heats in Łódź. Siobhán Ní Bhriain and Þóra Jónsdóttir were second and third, and Jürgen Škvorecký of Plzeň "
        "fell at the last hurdle but finished. Organisers in Kraków said that the final would be held on Sunday in front of a full stadium, with Andrzej Wójcik as the starter.",
    ],
)  # fmt: skip
def test_english_passes_and_so_does_what_is_too_short_to_tell(text: str) -> None:
    assert language_of(text) in ("English", "")
    assert language_of(text) in ("English", "")


@settings(max_examples=150)
@given(st.text())
def test_from_text_takes_any_string_as_it_stands(text: str) -> None:
    found = from_text(text)
    assert (found.text, found.file) == (text, "-")
    assert found == from_text(text)


@settings(max_examples=150)
@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda data: b"<html><p>" + data))
def test_any_bytes_are_read_or_refused_in_one_sentence(data: bytes) -> None:
    try:
        found = from_bytes(data, "x")
    except CaseError as error:
        assert error.what
    else:
        assert found.text.strip()


def test_nothing_is_fetched_and_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(logging, "lastResort", logging.StreamHandler())
    from_bytes(PAGE.encode(), "page.html")
    from_bytes(pdf([drawn(column(["The ferry was late again on Monday."], 72, 700))]), "a.pdf")
    for broken in (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", b"<html><body>" + b"<p>" * 3000):
        with pytest.raises(CaseError):
            from_bytes(broken, "x")
    assert capfd.readouterr() == ("", "")
