"""The UN Treaty Collection's status XML: a treaty on tidal clocks, and states that there are not."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from as_register import as_register
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from checks import party_to_treaty_on_date
from checks.case.errors import CaseError
from checks.case.nouns import Anchor, Claim, Document, Passage, Register, Verdict, When
from checks.evidence.answers import Drawn, Saved
from checks.evidence.fetching.fetch import Manners, answered, fetch
from checks.evidence.records import un_treaty as record
from checks.evidence.records.un_treaty_notes import leaving, tells_of_leaving

URL = "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXVII/XXVII-99-a.en.xml"
HERE = Manners(private=("127.0.0.0/8", "::1/128"), robots=False)
ASKED = {"treaty": "XXVII-99-a"}
HEAD = ("Participant", "Signature", "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)")
WITH_EFFECT = (*HEAD, "Entry into force")
LEFT = (
    "On 4 November 2029, the Government of Zembla notified the Secretary-General of its decision to withdraw from the "
    "Convention which took effect on 4 November 2030 in accordance with article 28 (1) and (2) of the Convention."
)


def line(*cells: str) -> str:
    return f"<Row>{''.join(f'<Entry>{cell}</Entry>' for cell in cells)}</Row>"


def note(number: str, text: str) -> str:
    return f"<EndNote><Number>{number}</Number><Text>{escape(text)}</Text></EndNote>"


def xml(*rows: str, head: tuple[str, ...] = HEAD, notes: str = "", title: str = "Convention on Tidal Clocks") -> str:
    return (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<Status><Chapter><Name>ENVIRONMENT</Name></Chapter><Treaty>'
        f"<Header><ExternalData><Titlesect>&lt;b&gt;{title}&lt;/b&gt;</Titlesect><EIF><Labeltext>4 November 2026, in "
        "accordance with article 21.</Labeltext></EIF><Status><Signatories>3</Signatories><Parties>2</Parties></Status>"
        f"</ExternalData></Header><Participants><Table><TGroup><Thead>{line(*head)}</Thead><Tbody><Rows>{''.join(rows)}"
        f"</Rows></Tbody></TGroup></Table></Participants><EndNotes>{notes}</EndNotes></Treaty></Status>"
    )


def saved(answer: str | bytes, retrieved: str = "2031-06-01") -> Saved:
    body = answer if isinstance(answer, bytes) else answer.encode("iso-8859-1", "xmlcharrefreplace")
    return Saved(body, URL, retrieved, "evidence/clocks.xml")


def drawn(answer: str | bytes, retrieved: str = "2031-06-01") -> Drawn:
    return record.drawn(saved(answer, retrieved), ASKED)


def acts(found: Drawn) -> list[tuple[str, str, str, str]]:
    return [(row["party"], row["act"], row["kind"], row["start"]) for row in found.rows]


def refusal(answer: str | bytes) -> str:
    with pytest.raises(CaseError) as error:
        drawn(answer)
    assert str(error.value).isprintable() and str(error.value).startswith("evidence/clocks.xml: ")
    return str(error.value)


# ------------------------------------------------------------------------------------------------- the table


def test_each_dated_act_is_a_row(tmp_path: Path) -> None:
    found = drawn(
        xml(
            line("Ruritania", "22 Apr\t 2026 ", "21 Sep\t 2026 "),
            line("Zembla", " 22 Apr  2026", "3 Oct 2026 A"),
            line("Grand Fenwick", "", "5 Nov 2027 a"),
            line("Côte d'Azulejo", "23 Apr 2026", ""),
            line("Brill (Free City of)", "22 Apr 2026", "1 May 2027   AA"),
            line("Elbonia", "-", "9 Sep 2028 d"),
        )
    )
    assert acts(found) == [
        ("Ruritania", "signed", "", "2026-04-22"), ("Ruritania", "deposited", "ratification", "2026-09-21"),
        ("Zembla", "signed", "", "2026-04-22"), ("Zembla", "deposited", "acceptance", "2026-10-03"),
        ("Grand Fenwick", "deposited", "accession", "2027-11-05"), ("Côte d'Azulejo", "signed", "", "2026-04-23"),
        ("Brill (Free City of)", "signed", "", "2026-04-22"), ("Brill (Free City of)", "deposited", "approval", "2027-05-01"),
        ("Elbonia", "deposited", "succession", "2028-09-09"),
    ]  # fmt: skip
    assert [row["id"] for row in found.rows][:2] == ["ruritania-signed", "ruritania-deposited"]
    assert found.rows[5]["id"] == "cote-d-azulejo-signed"
    assert found.rows[3]["words"] == "3 Oct 2026 A" and found.rows[0]["words"] == "22 Apr 2026"
    assert found.title == "Status of Convention on Tidal Clocks" and found.covers == "2026-04-22/2031-06-01"
    assert found.also_called == {"Brill (Free City of)": ["Brill", "Free City of Brill"]}
    assert "the head counts “2” parties, the table has 5 deposits" in found.limits
    assert "4 November 2026, in accordance with article 21." in found.limits and "is no row" in found.limits
    assert not found.left_out and found.standing == "primary" and found.rows[0]["source_url"] == URL
    assert len(as_register(found, tmp_path).rows) == 9


def test_columns_are_known_by_their_words_not_by_their_place() -> None:
    found = drawn(
        xml(
            line("4 Nov 2026", "3 Oct 2026", "Ruritania", "22 Apr 2026", ""),
            line("4 Nov 2027", "5 Oct 2027 c", "Union of Isles", "", "1 Jan 2027"),
            head=(
                "Date of entry into force", "Approval(AA), Formal confirmation(c), Ratification",
                "Participant<superscript>1</superscript>", "Signature,\t Succession to signature(d)",
                "Provisional application under article 5",
            ),
        )
    )  # fmt: skip
    assert acts(found) == [
        ("Ruritania", "in force", "", "2026-11-04"), ("Ruritania", "deposited", "ratification", "2026-10-03"),
        ("Ruritania", "signed", "", "2026-04-22"), ("Union of Isles", "in force", "", "2027-11-04"),
        ("Union of Isles", "deposited", "formal confirmation", "2027-10-05"),
    ]  # fmt: skip
    assert found.left_out == [
        "the column “Provisional application under article 5” is not read: 1 of its cells are filled"
    ]


def test_a_definitive_signature_is_a_signature() -> None:
    found = drawn(xml(line("Zembla", "22 Apr 2026 s"), line("Elbonia", "3 May 2026 A"), head=("Participant", "Definitive signature(s), Acceptance(A)")))  # fmt: skip
    assert [one[1:3] for one in acts(found)] == [("signed", "definitive signature"), ("deposited", "acceptance")]


@pytest.mark.parametrize(
    "name",
    [
        "Zembla 3", "Zembla3,4", "Zembla 3, 4 ", "Zembla<superscript>3</superscript>", "<title>Zembla</title><sup>3,4</sup>",
        "Zembla&lt;superscript&gt;3,4&lt;/superscript&gt;", "&lt;i&gt;Zembla&lt;/i&gt; *", "\n\tZembla\t ",
        "Zem<b>bl</b>a <superscript>3</superscript>", "Zemb&amp;#108;a",
    ],
)  # fmt: skip
def test_a_name_is_read_without_markup_and_numbers_of_notes(name: str) -> None:
    assert {row["party"] for row in drawn(xml(line(name, "22 Apr 2026", "")))  .rows} == {"Zembla"}  # fmt: skip


def test_windows_quotation_marks_are_read_as_they_were_meant() -> None:
    body = xml(line("Côte d@Azulejo", "22 Apr 2026", "")).encode("iso-8859-1").replace(b"@", b"\x92")
    assert drawn(body).rows[0]["party"] == "Côte d’Azulejo"


def test_square_brackets_are_kept_and_told() -> None:
    found = drawn(
        xml(line("Zembla", "22 Apr 2026", "[20 Jan\t 2027 A]"), line("Elbonia", "", "[3 Mar 2026] 4 May 2028 a"))
    )
    assert [(row["party"], row["start"], row["in_brackets"]) for row in found.rows] == [
        ("Zembla", "2026-04-22", ""), ("Zembla", "2027-01-20", "yes"), ("Elbonia", "2026-03-03", "yes"),
        ("Elbonia", "2028-05-04", ""),
    ]  # fmt: skip
    assert found.rows[1]["words"] == "[20 Jan 2027 A]" and found.rows[1]["kind"] == "acceptance"
    assert "Zembla: “[20 Jan 2027 A]” is in square brackets" in found.left_out[0]


def test_a_cell_that_is_no_date_is_quoted_and_most_of_a_column_is_drift() -> None:
    fine = [line(f"State {letter}", "22 Apr 2026", "") for letter in "abc"]
    found = drawn(xml(*fine, line("Zembla", "see note", "3 Oct 2026 x"), line("Elbonia", "", "3 Oct 2026")))
    assert "Zembla: “see note” under “Signature” is not a date" in found.left_out[0]
    assert "“3 Oct 2026 x”" in found.left_out[1]
    said = refusal(xml(line("Zembla", "2026-04-22", ""), line("Elbonia", "2026-04-23", "")))
    assert "Treaty/Participants/Table/TGroup/Tbody/Rows/Row[1], under “Signature”` is “2026-04-22”" in said
    assert "format has changed" in refusal(xml(line("Zembla", "31 Jun 2026", "")))


def test_a_day_to_come_is_left_out(tmp_path: Path) -> None:
    found = drawn(xml(line("Zembla", "22 Apr 2026", "3 May 2031", "3 Aug 2031"), head=WITH_EFFECT))
    assert [row["act"] for row in found.rows] == ["signed", "deposited"]
    assert found.left_out == ["Zembla: in force 2031-08-03, which is after the day of asking (2031-06-01)"]
    as_register(found, tmp_path)


def test_names_are_also_known_in_their_common_forms() -> None:
    found = drawn(
        xml(*(line(name, "22 Apr 2026", "") for name in (
            "Iran (Islamic Republic of)", "Netherlands (Kingdom of the)", "Viet Nam", "Isles (Republic of)", "Isles (Kingdom of)",
        )))
    )  # fmt: skip
    assert found.also_called["Iran (Islamic Republic of)"] == ["Iran", "Islamic Republic of Iran"]
    assert "Kingdom of the Netherlands" in found.also_called["Netherlands (Kingdom of the)"]
    assert found.also_called["Viet Nam"] == ["Vietnam"]
    assert found.also_called["Isles (Republic of)"] == ["Republic of Isles"]  # "Isles" might be either of the two


# ------------------------------------------------------------------------------------------------- who left


def test_a_plain_note_gives_notice_and_effect() -> None:
    found = drawn(
        xml(line("Zembla 3", "22 Apr 2026", "[3 Oct 2026]", "[4 Nov 2026]"), head=WITH_EFFECT, notes=note("3", LEFT))
    )
    assert acts(found)[2:] == [
        ("Zembla", "in force", "", "2026-11-04"), ("Zembla", "notified", "withdrawal", "2029-11-04"),
        ("Zembla", "withdrawn", "withdrawal", "2030-11-04"),
    ]  # fmt: skip
    assert found.rows[-1]["words"] == LEFT and not found.left_out


def test_without_an_entry_into_force_a_withdrawal_says_nothing_of_membership(tmp_path: Path) -> None:
    found = drawn(xml(line("Zembla 3", "22 Apr 2026", "[3 Oct 2026]"), notes=note("3", LEFT)))
    assert [one[1] for one in acts(found)] == ["signed", "deposited", "withdrawal notified", "withdrawal in effect"]
    assert verdict(as_register(found, tmp_path), "Zembla", "party", "2028-01-01") == Verdict.UNSETTLED


@pytest.mark.parametrize(
    "markup",
    [
        note("3", LEFT),
        f'<EndNote Id="3"><P>{LEFT}</P></EndNote>',
        f"<Text>&lt;superscript&gt;3&lt;/superscript&gt; {LEFT}</Text>",
        f"<Notes><P>1. Something else.</P><P>3 {LEFT}</P></Notes>",
        f"<P>3. {LEFT.split(' which ')[0]}</P><P>which {LEFT.split(' which ')[1]}</P>",
    ],
)
def test_notes_are_found_however_they_are_numbered(markup: str) -> None:
    found = drawn(xml(line("Zembla 3", "22 Apr 2026", "3 Oct 2026", "4 Nov 2026"), head=WITH_EFFECT, notes=markup))
    assert [one[1] for one in acts(found)][-2:] == ["notified", "withdrawn"], found.left_out


@pytest.mark.parametrize(
    "text",
    [
        f"{LEFT} On 20 January 2031, the Government of Zembla deposited an instrument of acceptance.",
        LEFT.replace("withdraw", "withdraw, in respect of its islands,"),
        LEFT.replace("Zembla", "Elbonia"),
        LEFT.replace("4 November 2030", "31 June 2030"),
        LEFT.replace("4 November 2030", "4 November 2028"),
        LEFT.replace("which took effect on 4 November 2030", "with effect after one year"),
        "Zembla withdrew from the Convention in 2030.",
        "On 4 November 2029, the Government of Zembla notified the Secretary-General of its intention to withdraw.",
        f"{LEFT} The notification was rescinded.",
        f"{LEFT} The communication was circulated on 9 November 2029.",
        f"{LEFT} The Convention was thus terminated.",
        f"{LEFT} {LEFT}",
        LEFT.replace("withdraw from", "withdraw its declaration and to denounce"),
    ],
)
def test_a_note_that_leaves_a_doubt_is_quoted_and_nobody_is_called_a_party(text: str) -> None:
    found = drawn(
        xml(line("Zembla 3", "22 Apr 2026", "3 Oct 2026", "4 Nov 2026"), head=WITH_EFFECT, notes=note("3", text))
    )
    assert not {row["act"] for row in found.rows} & {"in force", "notified", "withdrawn"}
    assert any(text[:60] in sentence for sentence in found.left_out) or "does not state both" in found.left_out[0]
    assert "so its entry into force (2026-11-04) is no row" in found.left_out[-1]


def test_a_note_of_two_states_or_of_nobody_is_quoted() -> None:
    two = drawn(
        xml(line("Zembla 3", "", "3 Oct 2026", "4 Nov 2026"), line("Elbonia 3", "", "3 Oct 2026", "4 Nov 2026"), head=WITH_EFFECT, notes=note("3", LEFT))
    )  # fmt: skip
    assert {row["act"] for row in two.rows} == {"deposited"}
    nobody = drawn(
        xml(line("Zembla", "", "3 Oct 2026", "4 Nov 2026"), line("Elbonia", "", "3 Oct 2026", "4 Nov 2026"), head=WITH_EFFECT, notes=note("3", LEFT))
    )  # fmt: skip
    assert [(row["party"], row["act"]) for row in nobody.rows if row["act"] != "deposited"] == [("Elbonia", "in force")]
    assert "an end note that no participant refers to" in nobody.left_out[-1]


def test_a_withdrawal_before_the_entry_into_force_that_is_stated_leaves_both_unsettled() -> None:
    again = xml(line("Zembla 3", "", "5 Dec 2030 a", "5 Mar 2031"), head=WITH_EFFECT, notes=note("3", LEFT))
    assert [one[1] for one in acts(drawn(again))] == ["deposited", "withdrawal notified", "withdrawal in effect"]


def test_a_state_with_two_lines_is_not_called_a_party() -> None:
    twice = [line("Zembla", "", "3 Oct 2026", "4 Nov 2026"), line("Zembla", "22 Apr 2026", "", "")]
    found = drawn(xml(*twice, head=WITH_EFFECT))
    assert [one[1] for one in acts(found)] == ["deposited", "signed"]
    assert "Zembla: it has more than one line in the table" in found.left_out


def test_a_provisional_application_is_no_deposit() -> None:
    head = ("Participant", "Signature", "Provisional application upon ratification or accession(a)")
    found = drawn(xml(line("Zembla", "22 Apr 2026", "3 Oct 2026 a"), head=head))
    assert [one[1] for one in acts(found)] == ["signed"] and "is not read: 1 of its cells" in found.left_out[0]


def test_a_column_of_denunciations_is_not_guessed_at() -> None:
    found = drawn(
        xml(line("Zembla", "", "3 Oct 2026", "4 Nov 2026", "1 Jan 2030"), line("Elbonia", "", "3 Oct 2026", "4 Nov 2026", ""), head=(*WITH_EFFECT, "Denunciation"))
    )  # fmt: skip
    assert [(row["party"], row["act"]) for row in found.rows if row["act"] == "in force"] == [("Elbonia", "in force")]
    assert any("“1 Jan 2030” stands under “Denunciation”" in sentence for sentence in found.left_out)


def test_the_withdrawal_of_a_reservation_is_none_from_the_treaty() -> None:
    other = (
        "On 4 November 2029, the Government of Zembla informed the Secretary-General that it withdrew its reservation."
    )
    assert not tells_of_leaving(other) and tells_of_leaving(LEFT)
    found = drawn(xml(line("Zembla 3", "", "3 Oct 2026", "4 Nov 2026"), head=WITH_EFFECT, notes=note("3", other)))
    assert [one[1] for one in acts(found)] == ["deposited", "in force"] and not found.left_out


def test_other_forms_of_notice_are_read() -> None:
    one = leaving(
        "On 2 May 2029, the Secretary-General received from Zembla a notification of denunciation, effective 2 May 2030."
    )
    assert one and (one.kind, str(one.notified), str(one.effective)) == ("denunciation", "2029-05-02", "2030-05-02")
    late = leaving("The withdrawal of Zembla took effect on 2 May 2030.")
    assert late and late.notified is None and str(late.effective) == "2030-05-02"


# ------------------------------------------------------------------------------------- asking the check of it


def verdict(register: Register, party: str, status: str, on: str) -> Verdict:
    text = f"{party} was then {status}."
    article = Document("article", "article", "", "", "", None, None, "written", "own knowledge", text, text)
    claim = Claim("one", Passage(article, Anchor(text)), text, "article", {})
    return party_to_treaty_on_date.check(
        claim, party=party, status=status, on=When.parse(on), register=register
    ).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("party", "status", "on", "expected"),
    [
        ("Ruritania", "party", "2030-01-01", Verdict.SUPPORTED),
        ("Ruritania", "not a party", "2026-05-01", Verdict.SUPPORTED),
        ("Ruritania", "left", "2030-01-01", Verdict.CONTRADICTED),
        ("Zembla", "leaving", "2030-01-01", Verdict.SUPPORTED),
        ("Zembla", "left", "2030-01-01", Verdict.MISLEADING),
        ("Zembla", "party", "2031-01-01", Verdict.CONTRADICTED),
        ("Zembla", "left", "2031-01-01", Verdict.SUPPORTED),
        ("Zembla", "left", "2031-07-01", Verdict.UNSETTLED),
        ("Brill", "party", "2030-01-01", Verdict.SUPPORTED),
        ("Elbonia", "party", "2030-01-01", Verdict.UNSETTLED),
        ("Grand Fenwick", "party", "2030-01-01", Verdict.UNSETTLED),
    ],
)
def test_the_check_answers_from_the_register(
    tmp_path: Path, party: str, status: str, on: str, expected: Verdict
) -> None:
    found = drawn(
        xml(
            line("Ruritania", "22 Apr 2026", "21 Sep 2026", "4 Nov 2026"),
            line("Zembla&lt;superscript&gt;3&lt;/superscript&gt;", "22 Apr 2026", "[3 Oct 2026 A]", "[4 Nov 2026]"),
            line("Brill (Free City of)", "", "1 Mar 2027 a", "31 Mar 2027"),
            line("Elbonia", "22 Apr 2026", "[20 Jan 2027]", "[19 Feb 2027]"),
            line("Grand Fenwick", "22 Apr 2026", "", ""), head=WITH_EFFECT, notes=note("3", LEFT),
        )
    )  # fmt: skip
    assert verdict(as_register(found, tmp_path), party, status, on) == expected


# ---------------------------------------------------------------------------------------- what is no status XML

GOOD = xml(line("Zembla", "22 Apr 2026", "3 Oct 2026 A"))
BOMB = '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]><Status><Treaty>&j;</Treaty></Status>"  # fmt: skip
OUTAGE = (
    b"<!DOCTYPE html><html><head><title>Treaties</title></head><body><p>The site is undergoing urgent maintenance and is "
    b"currently unavailable.\x1b[2J</p></body></html>"
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (OUTAGE, "this is the server's outage page, not the status: “Treaties The site is undergoing urgent maintenance"),
        (b"<html><body>Object moved</body></html>", "this is a page (HTML)"),
        (b"", "not whole XML"),
        (b"{}", "not whole XML"),
        (GOOD[:-30].encode("iso-8859-1"), "not whole XML"),
        (xml(line("Côte", "22 Apr 2026", "")).replace("ISO-8859-1", "UTF-8").encode("iso-8859-1"), "not whole XML"),
        (GOOD.replace("ISO-8859-1", "no-such-code").encode(), "not whole XML"),
        (BOMB.encode(), "document type or entities"),
        (b'<!DOCTYPE t SYSTEM "http://127.0.0.1:9/x.dtd"><Status><Treaty/></Status>', "document type or entities"),
        (b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><Status><Treaty>&x;</Treaty></Status>', "document type or entities"),
        (b"<a>" * 20_000 + b"</a>" * 20_000, "`Treaty` is missing"),
        (b"<Status/>", "`Treaty` is missing"),
        (b"<Treaty/>", "`Treaty/Participants/Table/TGroup` is missing"),
        (b"<Treaty><SpecialTables/></Treaty>", "tables of its own kind"),
        (xml().encode("iso-8859-1"), "names no participant, asked on 2031-06-01"),
        (xml(line("Zembla", "", "")).encode(), "no cell of the table has a date"),
        (xml(line("Zembla", "22 Apr 2026")).encode(), "Rows/Row[1]` has 2 entries, and the head has 3"),
        (xml(line("", "22 Apr 2026", "")).encode(), "Rows/Row[1]/Entry[1]` is empty"),
        (xml(line("Zembla", "22 Apr 2026", ""), head=("State", *HEAD[1:])).encode(), "Thead/Row` names no one column Participant (“State”"),
        (xml(line("Zembla", "x", "y"), head=("Participant", "Firma", "Ratifica")).replace("Ratifica", "Deposito").encode(), "no column that is known (“Firma”, “Deposito”)"),
        (GOOD.replace("Tbody", "Body").encode(), "Tbody/Rows` is missing"),
        (GOOD.replace("Thead", "Head").encode(), "Thead/Row` is missing"),
        (GOOD.replace("<Rows>", "<Lines>").replace("</Rows>", "</Lines>").encode(), "Tbody/Rows` is missing"),
        (GOOD.replace("Entry>", "Cell>").encode(), "names no one column Participant (none)"),
        (xml(*[line("Zembla", "22 Apr 2026", "")] * 501).encode(), "too many"),
    ],
)  # fmt: skip
def test_what_is_no_status_is_said_so(body: bytes, words: str) -> None:
    assert words in refusal(body)


def test_deep_nesting_in_a_cell_is_refused() -> None:
    assert "too deeply" in refusal(GOOD.replace("Zembla", "<i>" * 20_000 + "Zembla" + "</i>" * 20_000))


def test_other_encodings_that_are_declared_are_read() -> None:
    text = xml(line("Côte d'Azulejo", "22 Apr 2026", ""))
    for name in ("UTF-8", "UTF-16"):
        assert drawn(text.replace("ISO-8859-1", name).encode(name)).rows[0]["party"] == "Côte d'Azulejo"
    assert (
        drawn(text.encode("utf-8")).rows[0]["party"] == "Côte d'Azulejo"
    )  # saved anew by a program, declared as before


def test_a_live_call(httpserver: HTTPServer) -> None:
    path = "/doc/Publication/MTDSG/Volume II/Chapter XXVII/XXVII-99-a.en.xml"
    httpserver.expect_request(path).respond_with_data(
        xml(line("Côte d'Azulejo", "22 Apr\t 2026 ", "")).encode("iso-8859-1"), content_type="text/xml"
    )
    address = record.url(ASKED, httpserver.url_for("/doc/Publication/MTDSG/"))
    fetched = answered(fetch(address, HERE, headers=record.HEADERS))
    found = record.drawn(Saved(fetched.body, fetched.url, "2031-06-01", "evidence/clocks.xml"), ASKED)
    assert found.rows[0]["party"] == "Côte d'Azulejo" and found.url == address


@pytest.mark.parametrize(
    ("treaty", "path"),
    [
        ("XXVII-99-a", "Volume%20II/Chapter%20XXVII/XXVII-99-a.en.xml"),
        ("xxvii.99.a", "Volume%20II/Chapter%20XXVII/XXVII-99-a.en.xml"),
        ("IV-4", "Volume%20I/Chapter%20IV/IV-4.en.xml"),
        ("XI-B-16", "Volume%20I/Chapter%20XI/XI-B-16.en.xml"),
    ],
)
def test_addresses_hold_what_is_asked(treaty: str, path: str) -> None:
    assert record.url({"treaty": treaty}) == f"{record.SERVICE}/{path}"


@pytest.mark.parametrize("treaty", ["", "XXXI-1", "IV", "IV-../4", "IV-4?x", "the covenant", "IV-4/5"])
def test_what_cannot_be_asked_is_refused(treaty: str) -> None:
    with pytest.raises(CaseError, match="chapter and number"):
        record.url({"treaty": treaty})


# ------------------------------------------------------------------------------------------------ anything at all

WHOLE = xml(
    line("Zembla&lt;superscript&gt;3&lt;/superscript&gt;", "22 Apr 2026", "[3 Oct 2026 A]", "[4 Nov 2026]"),
    line("Brill (Free City of)", "", "1 Mar 2027 a", "31 Mar 2027"), head=WITH_EFFECT, notes=note("3", LEFT),
)  # fmt: skip
TAGS = re.findall(r"<[^>]*>|[^<]+", WHOLE)


def read_or_refused(body: bytes) -> None:
    try:
        assert drawn(body).rows
    except CaseError as error:
        assert error.file and error.what.isprintable()


@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(lambda text: WHOLE.replace("Brill", text).encode("utf-8", "ignore"))
)
def test_any_bytes_are_read_or_refused_in_words(body: bytes) -> None:
    read_or_refused(body)


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=3))
def test_a_status_with_a_byte_changed_is_read_or_refused(at: int, new: bytes) -> None:
    body = WHOLE.encode("iso-8859-1")
    read_or_refused(body[:at] + new + body[at + 1 :])


@given(st.data())
def test_a_status_with_a_node_changed_is_read_or_refused(data: st.DataObject) -> None:
    root = ElementTree.fromstring(WHOLE)  # noqa: S314  written above
    parent = data.draw(st.sampled_from([element for element in root.iter() if len(element)]))
    child = data.draw(st.sampled_from(list(parent)))
    change = data.draw(st.sampled_from(["remove", "rename", "repeat", "text", "swap"]))
    if change == "remove":
        parent.remove(child)
    elif change == "rename":
        child.tag = data.draw(st.sampled_from(["Row", "Entry", "Treaty", "EndNotes", "superscript", "x"]))
    elif change == "repeat":
        parent.append(child)
    elif change == "swap":
        parent[:] = list(reversed(parent))
    else:
        child.text = data.draw(st.text(st.characters(exclude_categories=["C"]), max_size=40) | st.sampled_from(["Participant", "Signature", "[1 Jan 2020", "On 1 May 2030,", "3"]))  # fmt: skip
    read_or_refused(ElementTree.tostring(root))


@given(
    st.lists(
        st.sampled_from(
            [
                "On 2 May 2029, ",
                "On 2 May 2029 ",
                "Zembla ",
                "notified the Secretary-General of its ",
                "withdrawal ",
                "effect on 2 May 2030",
                "[",
                "1 Jan 2020 ",
                ". ",
                "reservation ",
            ]
        ),
        max_size=200,
    )
)
def test_notes_of_any_words_are_read_in_linear_time(words: list[str]) -> None:
    leaving("".join(words) * 20)
    tells_of_leaving("".join(words) * 20)
