"""Clauses from the parse: who does what to whom, of verbs, of nouns, of lines of a record, and with the verb left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.slots.clauses import clauses, noun_clause, shown
from checks.reading.slots.mention_titles import titles_in
from checks.reading.slots.parsed import parsed


def told(text: str) -> list[str]:
    return [shown(clause) for clause in clauses(parsed(text))]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Prosecutors accuse the dealer of forging the paintings.",
            "forge(object: the paintings, subject: the dealer)",
        ),
        ("The judge banned Corvex from exporting wheat.", "export(object: wheat, subject: Corvex)"),
        ("Police stopped the marchers from crossing the bridge.", "cross(object: the bridge, subject: the marchers)"),
        ("Corvex was banned from exporting wheat.", "export(object: wheat, subject: Corvex)"),
        ("The firm made a profit from selling pumps.", "sell(object: pumps, subject: The firm)"),
        ("The union persuaded the firm to raise wages.", "raise(object: wages, subject: the firm)"),
        ("The firm promised the union to raise wages.", "raise(object: wages, subject: The firm)"),
        ("The council had the bridge repaired.", "repair(object: the bridge)"),
        ("The driver got fined for speeding.", "fine(object: The driver, oblique for: speeding)"),
        ("The storm made the council close the school.", "close(subject: the council, object: the school)"),
        ("According to police, the driver fled.", "flee(subject: the driver)"),
        ("The city plans to ban wood stoves.", "ban(object: wood stoves, subject: The city)"),
        ("The village in which the minister lives was flooded.", "flood(object: The village)"),
        ("The mine, which Corvex sold in 2011, reopened.", "reopen(subject: The mine)"),
        (
            "With the army controlling the airport, the rebels withdrew.",
            "control(subject: the army, object: the airport)",
        ),
        ("The loss of the ferry shocked Estonia.", "shock(subject: The loss of the ferry, object: Estonia)"),
        ("Anna Cole and Lidia Marsh sang and danced.", "dance(subject: Anna Cole, subject: Lidia Marsh)"),
        ("Corvex is the company that built the bridge.", "company(subject: Corvex)"),
        ("The stolen paintings will return in May.", "steal(object: The stolen paintings)"),
    ],
)
def test_verbs_with_whoever_does_it(text: str, clause: str) -> None:
    assert clause in told(text)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The bank's chairman, Peter Loew, resigned on Friday.", "chairman(of: The bank's, subject: Peter Loew)"),
        ("Peter Loew, chairman of the bank, resigned on Friday.", "chairman(of: the bank, subject: Peter Loew)"),
        ("Peter Loew, a former miner, won the seat.", "miner(subject: Peter Loew)"),
        ("The owner of the mine is Corvex.", "owner(subject: Corvex)"),
        ("Judge Helen Okafor opened the hearing.", "Judge(subject: Judge Helen Okafor)"),
        ("The rapper known as Kid Marl has begun a tour.", "rapper(subject: Kid Marl)"),
        ("Mathieu Arlot, also known as Kid Marl, was jailed.", "Marl(subject: Mathieu Arlot)"),
        ("There were no sprinklers in the Lodz factory.", "sprinkler(oblique in: the Lodz factory)"),
        ("There was a fire in the mill on Sunday.", "fire(oblique on: Sunday, oblique in: the mill)"),
        ("Lisbon has two airports.", "airport(subject: Lisbon)"),
        ("Chair: Ruth Allardyce. Seats: 42.", "chair(subject: Ruth Allardyce)"),
        (
            "Wrona, Tomasz. Member of the council since 2019.",
            "Member(oblique since: 2019, of: the council, subject: Wrona, Tomasz)",
        ),
    ],
)
def test_what_something_is_said_to_be(text: str, clause: str) -> None:
    def parts(line: str) -> tuple[str, frozenset[str]]:
        predicate, _, roles = line.rstrip(")").partition("(")
        return predicate, frozenset(roles.split(", "))

    wanted, roles = parts(clause)
    assert any(one == wanted and roles <= has for one, has in map(parts, told(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The bank's chairman, Peter Loew, resigned.",
        "The firm's founder, Mary Holt, sold it.",
        "The World Health Organization (WHO) declared the outbreak over.",
        "It was Marta Kowalik who set the record.",
        "Peter Loew, chairman of the bank, resigned.",
    ],
)
def test_a_name_is_no_predicate_of_a_noun(text: str) -> None:
    assert not {clause.predicate.text for clause in clauses(parsed(text))} & {"Loew", "Holt", "WHO", "Kowalik"}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("France pledged $2 billion and Germany $1 billion.", ("pledge", "Germany", "billion")),
        ("Anna Cole scored 21 points, Lidia Marsh 14 and Priya Nand 9.", ("score", "Marsh", "14")),
        ("Anna Cole scored 21 points, Lidia Marsh 14 and Priya Nand 9.", ("score", "Nand", "9")),
        ("Leeds sold 40 buses, York 12 and Hull 9.", ("sell", "York", "12")),
        ("In 1990 Leeds sold 40 buses; York, 12.", ("sell", "York", "12")),
    ],
)
def test_the_verb_of_the_clause_before(text: str, clause: tuple[str, str, str]) -> None:
    found = clauses(parsed(text))
    assert clause in {
        (one.predicate.lemma_, subject.head.text, value.head.text)
        for one in found for subject in one.of("subject") for value in one.of("object", "is")
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Leeds sold 40 buses in May and June 12 was a holiday.",
        "Leeds sold 40 buses on Monday and bought 12.",
        "The council met in Leeds and York.",
    ],
)
def test_no_verb_is_lent_where_none_is_left_out(text: str) -> None:
    verbs = [clause.verb.i for clause in clauses(parsed(text)) if clause.predicate == clause.verb]
    assert len(verbs) == len(set(verbs))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The agency says the plant leaked; the company denies it.", "deny"),
        ("The plant leaked oil: the regulator closed it.", "close"),
    ],
)
def test_two_clauses_with_a_mark_between_are_two(text: str, lemma: str) -> None:
    clause = next(one for one in clauses(parsed(text)) if one.predicate.lemma_ == lemma)
    assert not clause.of("what")


def test_a_verb_that_was_taken_for_a_noun() -> None:
    assert any(
        clause.predicate.lemma_ == "withdraw" and [role.head.text for role in clause.of("subject")] == ["States"]
        for clause in clauses(parsed("The treaty, from which the United States withdraws, bans mines."))
    )


def test_a_noun_that_was_taken_for_a_verb() -> None:
    stoves = next(token for token in parsed("The city plans to ban wood stoves.") if token.text == "stoves")
    assert (stoves.pos_, stoves.lemma_) == ("NOUN", "stove")


@pytest.mark.parametrize(
    ("text", "noun", "name", "who"),
    [
        ("The withdrawal of Finland from the treaty took effect in May.", "withdrawal", "subject", ["Finland"]),
        ("Finland's withdrawal from the treaty took effect in May.", "withdrawal", "subject", ["Finland"]),
        ("Finland's sale of the ferries angered many.", "sale", "subject", ["Finland"]),
        ("Finland's sale of the ferries angered many.", "sale", "object", ["ferries"]),
        (
            "The swap of captives between the army and the rebels ended the siege.",
            "swap",
            "subject",
            ["army", "rebels"],
        ),
        ("The collision of a ferry and a tanker killed nine people.", "collision", "subject", ["ferry", "tanker"]),
        ("The collision of the ferry and the tanker happened in June.", "collision", "subject", ["ferry", "tanker"]),
        ("The army launched an attack on the port.", "attack", "subject", ["army"]),
        ("The police investigated the attack on the port.", "attack", "subject", ["attack"]),
        ("Marta Olsen sued a director.", "director", "subject", ["director"]),
        ("Corvex sued the owner of the mine.", "owner", "subject", ["owner"]),
        ("Nordvik completed the purchase of the brewery.", "purchase", "subject", ["Nordvik"]),
        ("Nordvik opposed the purchase of the brewery.", "purchase", "subject", ["brewery"]),
        ("Oslo's population is 800,000.", "population", "subject", ["Oslo"]),
        ("The club paid off a debt of 5 million euros.", "debt", "subject", ["debt"]),
        ("Oslo, a city with two airports, will host the games.", "airports", "subject", ["city"]),
    ],
)
def test_nouns_that_tell_an_act_or_what_is_had(text: str, noun: str, name: str, who: list[str]) -> None:
    head = next(token for token in parsed(text) if token.text == noun)
    assert sorted(role.head.text for role in noun_clause(head).of(name)) == sorted(who)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Finland's withdrawal from the treaty never happened.", "happened"),
        ("The army did not launch an attack on the port.", "launch"),
    ],
)
def test_whether_an_act_took_place_is_told_by_its_verb(text: str, verb: str) -> None:
    noun = next(token for token in parsed(text) if token.text in ("withdrawal", "attack"))
    assert noun_clause(noun).verb.text == verb


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Take It or Leave It is a Canadian television drama.", ["Take It or Leave It"]),
        ("Kings of the Hill is the second album by Marit Lund.", ["Kings of the Hill"]),
        ("The album “Kings of the Hill” sold two million copies.", ["Kings of the Hill"]),
        ("She wrote “Let Me Go” in 1998.", ["Let Me Go"]),
        ("He read Salt of the North.", []),
        ("Salt of the North is a novel by Marit Lund.", ["Salt of the North"]),
        ("One of the Democrats is a former judge.", []),
        ("“We were let down,” she said.", []),
        ("“Stop The War Now,” she said.", []),
        ("The Bank of England raised rates.", []),
        ("Trump Lifts Ban On Mines And Keeps Tariffs", []),
        ("In The Hague the court sat on Monday.", []),
        ("It rained in Leeds.", []),
    ],
)
def test_titles_of_works(text: str, titles: list[str]) -> None:
    assert [text[start:end] for start, end in titles_in(text)] == titles


def test_a_title_is_one_name_in_the_grammar() -> None:
    doc = parsed("Critics say Take It or Leave It was cancelled in 2012.")
    assert "Take It or Leave It" in [token.text for token in doc]
    assert doc.text == "Critics say Take It or Leave It was cancelled in 2012."
    assert "cancel(object: Take It or Leave It, oblique in: 2012)" in told(doc.text)


@settings(max_examples=60)
@given(st.text(alphabet=" ABab“”\"'’.,;:-()$12\nI", max_size=60))
def test_any_text_keeps_its_characters_and_has_clauses(text: str) -> None:
    doc = parsed(text)
    assert doc.text == text
    assert [shown(one) for one in clauses(doc)] == told(text)
