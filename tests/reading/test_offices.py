"""Offices and the persons named with them, on sentences of many countries and decades."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.named.offices import offices_in
from checks.reading.sentences import sentences

# [office:…] and [person:…] are what must be found; everything else must be left alone.
NAMED = """
[office:Transport Secretary] [person:Louise Haigh] resigned on Friday.
The [office:U.N. High Commissioner for Human Rights] called for calm.
[office:Prime Minister] [person:Clement Attlee] flew to the conference in July 1945.
Reporters asked [office:Gov.] [person:Kathy Hochul] about the toll.
[office:Sen.] [person:Tom Cotton], R-Arkansas, objected.
[office:Rep.] [person:Nancy Mace] and [office:Sen.] [person:Tim Scott] shared a platform.
The [office:Bishop of Durham] blessed the ships.
The [office:mayor of Leeds] cut the ribbon.
She met the [office:Minister for the Arts] twice.
[office:Apple chief executive] [person:Tim Cook] wrote to staff.
[office:Chancellor] [person:Konrad Adenauer] took the train to Moscow.
[office:President] [person:Truman] read the telegram twice.
The former [office:Treasury Secretary] declined to comment.
The [office:Home Secretary] has not replied.
The [office:Chair of the Federal Reserve] speaks at noon.
The [office:Lord Chancellor] swore in eleven judges.
[office:Attorney General] [person:Edwin Meese] said so in 1986.
[office:King] [person:Charles III] opened the session.
[office:Detective Superintendent] [person:Ann Lee] appealed for witnesses.
[office:Professor] [person:Mary Beard] gave the lecture.
They sacked [office:head coach] [person:Frank Lampard] in January.
[office:Queen] [person:Victoria] never saw it.
[office:Pope] [person:John Paul II] went home to Poland.
[office:German Foreign Minister] [person:Hans-Dietrich Genscher] stood on the balcony.
The [office:French president] will travel on Monday.
The [office:Chancellor of the Exchequer] raised the duty on beer.
[office:Secretary of State] [person:George C. Marshall] spoke at Harvard.
[office:Secretary of State for Health and Social Care] [person:Wes Streeting] visited the ward.
She wrote to the [office:Minister of Foreign Affairs and Trade].
The [office:director of the National Park Service] closed the trail.
[office:White House press secretary] [person:Jen Psaki] left the room.
[office:Senate Majority Leader] [person:Lyndon B. Johnson] counted the votes.
[office:House Speaker] [person:Tip O'Neill] liked him.
[office:Lt. Gen.] [person:Omar Bradley] held the line.
[office:Crown Prince] [person:Mohammed bin Salman] met investors.
[office:Crown Prince] [person:Haakon] skied.
[office:Bank of England Governor] [person:Mervyn King] warned of inflation.
The [office:prime minister], [person:Jacinda Ardern], wept.
[person:Sadiq Khan], the [office:mayor of London], disagreed.
[person:Ana Silva], [office:chief executive of Banco Azul], will step down.
[person:Priya Nair], [office:professor of economics at Delhi University], checked the sums.
The [office:ambassador to the United States] was recalled.
Her father was [office:ambassador to Peru] in the 1960s.
[office:Vice President] [person:Hubert Humphrey] lost narrowly.
[office:Deputy Prime Minister] [person:Tharman Shanmugaratnam] presented the budget.
[office:Justice] [person:Ruth Bader Ginsburg] dissented.
[office:Chief Justice] [person:Earl Warren] wrote for a unanimous court.
[office:Judge] [person:Amit Mehta] ruled on Monday.
[office:Taoiseach] [person:Leo Varadkar] was in Cork.
[office:Premier] [person:Li Keqiang] read the report.
[office:Archbishop] [person:Desmond Tutu] laughed.
The [office:Archbishop of Canterbury], [person:Rowan Williams], resigned.
[office:Police Commissioner] [person:William Bratton] thanked the crews.
[office:Cook County Sheriff] [person:Tom Dart] filed the papers.
[office:Leeds City Council leader] [person:James Lewis] backed the tram.
[office:Manchester United manager] [person:Alex Ferguson] chewed gum.
[office:Secretary-General] [person:Dag Hammarskjöld] died in the crash.
[office:Under-Secretary-General for Humanitarian Affairs] [person:Martin Griffiths] briefed the council.
Mr. [person:Smith]'s dog barked at Mrs. [person:O'Hara].
Dr. [person:Elizabeth Blackwell] opened the infirmary.
Sir [person:Edmund Hillary] kept bees.
Her attorney [person:Paulette Brown] and editor [person:Max Perkins] came.
[office:Chief Medical Officer] [person:Chris Whitty] showed a slide.
The [office:chief of police] in Lima said nothing.
[office:North Korean leader] [person:Kim Jong Un] smiled.
[office:FBI Director] [person:J. Edgar Hoover] kept files.
The [office:Duke of Wellington] won.
A lawyer for Shields met the [office:senator for Vermont].
Dr. [person:King] and his aides left.
Reporters met [office:Senator] [person:Houston] in 1850.
Presidents [person:Carter] and [person:Ford] became friends.
The singer [person:Nina Simone] played the piano.
The [office:prime minister of Cambodia] is young.
The [office:president of the European Commission] replied in French.
[office:EU trade commissioner] [person:Cecilia Malmström] disagreed.
The [office:U.S. secretary of defense] signed it.
The [office:defence secretary] told Parliament that the ships would sail.
Israel's [office:foreign minister], [person:Abba Eban], rose to speak.
[office:Johnson & Johnson CEO] [person:Alex Gorsky] apologised.
[office:Solicitor General] [person:Elizabeth Prelogar] argued first.
[office:District Attorney] [person:Fani Willis] took the stand.
[office:Mayor] [person:Fiorello La Guardia] read comics on the radio.
[office:Foreign Secretary] [person:Ernest Bevin] had left school at eleven.
[office:Chairman of the Joint Chiefs of Staff] [office:Gen.] [person:Mark Milley] testified.
[office:President] [person:Franklin D. Roosevelt] on Tuesday asked for war.
[office:Prime Minister] [person:May] lost the vote in May.
[office:Sgt.] [person:Alvin York] came home.
""".strip().splitlines()  # fmt: skip

LEFT_ALONE = [
    "A president can do that; presidents have done it before.",
    "The Trump administration left, and the Clinton campaign followed.",
    "On President's Day the White House was closed.",
    "General Motors and General Electric rose; the General Assembly met.",
    "Stephen King wrote it, and Martin Luther King marched.",
    "He lives on King Street near the Governor's Mansion.",
    "A minister said the chief reason was money.",
    "In general the head of steam was lost and a major row began.",
    "Every judge knows that a captain goes down with the ship.",
    "She wants to be a director or a professor one day.",
    "The leader was late, and the manager was angry.",
    "Prime time begins at eight; the secretary bird eats snakes.",
    "The mayor's office did not reply to a general question.",
    "Justice delayed is justice denied.",
    "No king, no queen and no bishop stood on the board.",
    "Major League games were called off.",
    "Any senator may object, and many presidents have regretted it.",
    "He was chief among the critics.",
]

SPLIT = re.compile(r"(\[(?:person|office):|\])")


def marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    text, found, begun = "", [], (0, "")
    for piece in SPLIT.split(line):
        if piece.startswith("[") and piece.endswith(":"):
            begun = (len(text), piece[1:-1])
        elif piece == "]":
            found.append((text[begun[0] :], begun[1]))
        else:
            text += piece
    return text, found


@pytest.mark.parametrize("line", NAMED)
def test_offices_and_their_holders_are_found(line: str) -> None:
    text, expected = marked(line)
    assert [(name.exact, name.kind) for name in offices_in(text, sentences(text))] == expected


@pytest.mark.parametrize(
    "line",
    [
        "[person:Ann Lee], [office:director of the FDA's Center for Rare Blood Research], spoke.",
        "The [office:director of Harvard’s Kennedy School] said so.",
        "An aide to the [office:mayor of London]’s Transport Office said so.",
        "They met the [office:House majority leader] on Monday.",
        "He rang the [office:police chief] and the [office:opposition leader].",
        "[office:Cllr] [person:Eoin Brady] and [office:Coun] [person:Debra Hale] objected.",
        "[person:Jo Kell], [office:head of the Africa Centres for Disease Control], asked.",
        "[office:Headteacher] [person:Sue Blythe] left.",
        "[office:U.S. Fish and Wildlife Service Director] [person:Marta Hill] spoke.",
        "[office:University of Leeds vice-chancellor] [person:Ann Tarn] left.",
        "Ann Lee and [office:Defense Secretary] [person:Bo Roe] met.",
        "A Department of Justice spokesman spoke.",
    ],
)
def test_offices_that_are_easily_cut_are_whole(line: str) -> None:
    text, expected = marked(line)
    assert [(name.exact, name.kind) for name in offices_in(text, sentences(text))] == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_office_is_left_alone(text: str) -> None:
    assert offices_in(text, sentences(text)) == []


def test_who_proposed_it_is_said() -> None:
    text = "Mayor Ann Lee met Bo Chan, the mayor of Bergen."
    assert [(name.exact, name.by) for name in offices_in(text, sentences(text))] == [
        ("Mayor", "a rule for offices"),
        ("Ann Lee", "a title before it"),
        ("Bo Chan", "an office after it"),
        ("mayor of Bergen", "a rule for offices"),
    ]


def test_a_headline_does_not_lend_its_verbs_to_names() -> None:
    text = "Mayor Lee Vows To Rebuild Burnt Library\n\nThe fire began at noon, and Mayor Lee was there."
    persons = [name.exact for name in offices_in(text, sentences(text)) if name.kind == "person"]
    assert persons == ["Lee", "Lee"]


WORDS = st.sampled_from(
    [
        "the",
        "The",
        "of",
        "for",
        "to",
        "at",
        "and",
        ",",
        ".",
        "’s",
        "'s",
        "“",
        "”",
        "‘",
        "’",
        "(",
        ")",
        "-",
        "Secretary",
        "secretary",
        "General",
        "general",
        "Minister",
        "Prime",
        "prime",
        "King",
        "Mr.",
        "Dr",
        "Sen.",
        "President",
        "president",
        "Presidents",
        "State",
        "Defence",
        "Leeds",
        "France",
        "French",
        "U.S.",
        "Ann",
        "Lee",
        "O'Neill",
        "van",
        "der",
        "III",
        "Jr.",
        "Monday",
        "May",
        "Bank",
        "England",
        "University",
        "administration",
        "(ABC)",
        "ABC",
        "R-Maine",
        "singer",
        "chief",
        "executive",
        "Apple",
        "&",
        "a",
        "an",
        "former",
        "said",
        "\n",
        "\n\n",
        "é",
        "東京",
        "́",
        "🙂",
    ]
)
SOUP = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
)


@settings(max_examples=3000)
@given(SOUP)
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    cuts = sentences(text)
    found = offices_in(text, cuts)
    assert found == offices_in(text, cuts)
    assert found == sorted(found, key=lambda name: name.start)
    reach = {"office": 0, "person": 0}
    for name in found:
        assert name.exact and text[name.start : name.end] == name.exact == name.exact.strip()
        assert name.start >= reach[name.kind]
        reach[name.kind] = name.end


@settings(max_examples=1000)
@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=5))
def test_any_sentences_will_do(text: str, cuts: list[tuple[int, int]]) -> None:
    for name in offices_in(text, [(min(cut), max(cut)) for cut in cuts]):
        assert text[name.start : name.end] == name.exact


@pytest.mark.parametrize(
    "piece", ["secretary ", "Minister of ", "Mr. ", "Ann Lee ", "“", "A ", "’s", "the mayor of ", "(AB) "]
)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    for name in offices_in(text, [(0, len(text))]):
        assert text[name.start : name.end] == name.exact
