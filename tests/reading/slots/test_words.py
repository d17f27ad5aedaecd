"""Recorded words: what stands for what, what is a kind of what, and what must not be mixed up."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.slots import recorded as tables
from checks.reading.slots import words
from checks.reading.slots.expressions import phrase_heads
from checks.reading.slots.names_alike import people_of
from checks.reading.slots.parts import Relation
from checks.reading.slots.spelling import spelt
from checks.reading.slots.words import light_verb, likeness, names_alike, recorded, turned

ROOM = Path(words.__file__).parent
AGREE, WIDER, NARROWER, CONFLICT = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT


@pytest.mark.parametrize(
    ("claimed", "stated", "pos"),
    [
        ("resign", "step down", "VERB"), ("quit", "resign", "VERB"), ("dismiss", "sack", "VERB"), ("fire", "dismiss", "VERB"),
        ("take part in", "participate in", "VERB"), ("lay off", "make redundant", "VERB"),
        ("come into force", "take effect", "VERB"), ("enter into force", "come into effect", "VERB"),
        ("conduct", "carry out", "VERB"), ("withdraw from", "pull out of", "VERB"), ("establish", "set up", "VERB"),
        ("found", "establish", "VERB"), ("estimate", "put at", "VERB"), ("call off", "cancel", "VERB"),
        ("turn down", "reject", "VERB"), ("call for", "urge", "VERB"), ("rule out", "exclude", "VERB"),
        ("jail", "imprison", "VERB"), ("convict", "find guilty", "VERB"), ("begin", "start", "VERB"), ("purchase", "buy", "VERB"),
        ("flee", "escape", "VERB"), ("extinguish", "put out", "VERB"), ("collide", "crash", "VERB"), ("probe", "investigate", "VERB"),
        ("doctor", "physician", "NOUN"), ("lorry", "truck", "NOUN"), ("firm", "company", "NOUN"), ("earthquake", "quake", "NOUN"),
        ("blaze", "fire", "NOUN"), ("jobless", "unemployed", "ADJ"), ("chairwoman", "chair", "NOUN"), ("film", "movie", "NOUN"),
        ("fatal", "deadly", "ADJ"), ("roughly", "about", "ADV"), ("prohibited", "ban", "ADJ"),
    ],
)  # fmt: skip
def test_synonyms_agree_in_both_directions(claimed: str, stated: str, pos: str) -> None:
    assert likeness(claimed, stated, pos) is AGREE
    assert likeness(stated, claimed, pos) is AGREE


@pytest.mark.parametrize(
    ("claimed", "stated"),
    [
        ("labour", "labor"), ("organisation", "organization"), ("organise", "organize"), ("centre", "center"),
        ("travelled", "traveled"), ("programme", "program"), ("defence", "defense"), ("analyse", "analyze"),
        ("ageing", "aging"), ("health-care", "health care"), ("airstrike", "air strike"), ("co-operate", "cooperate"),
        ("withdraw", "withdrawal"), ("sign", "signature"), ("sign", "signing"), ("decide", "decision"),
        ("investigate", "investigation"), ("appoint", "appointment"), ("die", "death"), ("steal", "theft"),
        ("arrive", "arrival"), ("apply", "application"), ("born", "birth"), ("destroy", "destruction"), ("die", "dead"),
        ("merge", "merged"), ("ban", "banned"), ("quick", "quickly"), ("win", "victory"), ("lose", "defeat"),
        ("explode", "blast"), ("Germany", "German"), ("Finland", "Finnish"), ("Canada", "Canadian"), ("Poles", "Poland"),
    ],
)  # fmt: skip
def test_spellings_and_words_of_one_root_agree(claimed: str, stated: str) -> None:
    claimed = "bear" if claimed == "born" else claimed
    assert likeness(claimed, stated, "") is AGREE
    assert likeness(stated, claimed, "") is AGREE


@pytest.mark.parametrize(
    ("wide", "narrow", "pos"),
    [
        ("vehicle", "car", "NOUN"), ("official", "minister", "NOUN"), ("agreement", "treaty", "NOUN"),
        ("person", "resident", "NOUN"), ("people", "passenger", "NOUN"), ("say", "warn", "VERB"), ("say", "announce", "VERB"),
        ("leave", "resign", "VERB"), ("join", "ratify", "VERB"), ("kill", "murder", "VERB"),
        ("rise", "soar", "VERB"), ("fall", "plunge", "VERB"), ("disease", "measles", "NOUN"), ("storm", "hurricane", "NOUN"),
        ("building", "church", "NOUN"), ("scientist", "physicist", "NOUN"), ("crime", "arson", "NOUN"), ("crop", "wheat", "NOUN"),
        ("relative", "nephew", "NOUN"), ("damage", "destroy", "VERB"), ("European", "Danish", "ADJ"),
        ("politician", "senator", "NOUN"), ("company", "carmaker", "NOUN"), ("old", "ancient", "ADJ"), ("accuse", "charge", "VERB"),
    ],
)  # fmt: skip
def test_a_wider_word_follows_and_a_narrower_does_not(wide: str, narrow: str, pos: str) -> None:
    assert likeness(wide, narrow, pos) is WIDER
    assert likeness(narrow, wide, pos) is NARROWER


@pytest.mark.parametrize(
    ("claimed", "stated", "pos"),
    [
        ("rise", "fall", "VERB"), ("soar", "plunge", "VERB"), ("climb", "drop", "VERB"), ("increase", "lower", "VERB"),
        ("accept", "reject", "VERB"), ("grant", "deny", "VERB"), ("approve", "turn down", "VERB"), ("win", "lose", "VERB"),
        ("convict", "acquit", "VERB"), ("guilty", "innocent", "ADJ"), ("buy", "sell", "VERB"), ("import", "export", "VERB"),
        ("open", "close", "VERB"), ("male", "female", "ADJ"), ("hire", "sack", "VERB"), ("approve", "veto", "VERB"),
        ("allow", "ban", "VERB"), ("keep", "scrap", "VERB"), ("pass", "fail", "VERB"), ("uphold", "quash", "VERB"),
        ("first", "last", "ADJ"), ("alive", "dead", "ADJ"), ("summer", "winter", "NOUN"), ("gold", "bronze", "NOUN"),
        ("cricket", "rugby", "NOUN"), ("goalkeeper", "defender", "NOUN"), ("north", "south", "NOUN"), ("murder", "manslaughter", "NOUN"),
        ("median", "average", "ADJ"), ("median", "mean", "NOUN"), ("French", "German", "ADJ"), ("wheat", "barley", "NOUN"),
        ("lawful", "unlawful", "ADJ"), ("known", "unknown", "ADJ"), ("son", "daughter", "NOUN"), ("gross", "net", "ADJ"),
        ("second", "third", "ADJ"), ("draft", "final", "ADJ"), ("robbery", "burglary", "NOUN"), ("profit", "loss", "NOUN"),
    ],
)  # fmt: skip
def test_what_excludes_each_other_conflicts(claimed: str, stated: str, pos: str) -> None:
    assert likeness(claimed, stated, pos) is CONFLICT
    assert likeness(stated, claimed, pos) is CONFLICT


@pytest.mark.parametrize(
    ("claimed", "stated", "pos", "how"),
    [
        ("ratify", "sign", "VERB", "later"), ("join", "sign", "VERB", "distinct"), ("charge", "accuse", "VERB", "later"),
        ("convict", "charge", "VERB", "later"), ("convict", "arrest", "VERB", "later"), ("charge", "arrest", "VERB", "later"),
        ("appoint", "nominate", "VERB", "later"), ("appoint", "put forward", "VERB", "later"), ("pass", "propose", "VERB", "later"),
        ("kill", "injure", "VERB", "later"), ("decide", "consider", "VERB", "later"), ("end", "suspend", "VERB", "later"),
        ("law", "bill", "NOUN", "later"), ("death", "casualty", "NOUN", "distinct"), ("refugee", "migrant", "NOUN", "distinct"),
        ("profit", "revenue", "NOUN", "distinct"), ("profit", "turnover", "NOUN", "distinct"), ("wage", "income", "NOUN", "distinct"),
        ("debt", "deficit", "NOUN", "distinct"), ("vote", "seat", "NOUN", "distinct"), ("cut", "slowdown", "NOUN", "distinct"),
        ("peace treaty", "ceasefire", "NOUN", "later"), ("death", "case", "NOUN", "later"), ("prime minister", "minister", "NOUN", "distinct"),
        ("average", "typical", "ADJ", "distinct"), ("mortgage approval", "lending", "NOUN", "distinct"),
    ],
)  # fmt: skip
def test_words_that_are_mixed_up_are_never_the_same(claimed: str, stated: str, pos: str, how: str) -> None:
    found = recorded(claimed, stated, pos)
    assert found is not None and (found.relation, found.how) == (NARROWER, how)
    assert likeness(stated, claimed, pos) is not AGREE


@pytest.mark.parametrize(
    ("claimed", "stated", "pos"),
    [
        ("depart", "department", "VERB"), ("sign", "signal", "VERB"), ("pass", "passion", "VERB"), ("trade", "tradition", "VERB"),
        ("surge", "surgery", "VERB"), ("resign", "stop", "VERB"), ("banana", "minister", "NOUN"), ("teacher", "farmer", "NOUN"),
        ("valuable", "invaluable", "ADJ"), ("say", "eat", "VERB"), ("count", "county", "VERB"), ("treat", "treaty", "VERB"),
    ],
)  # fmt: skip
def test_nothing_is_said_of_words_that_are_not_recorded_together(claimed: str, stated: str, pos: str) -> None:
    assert likeness(claimed, stated, pos) is None


def test_a_group_does_not_run_over_into_the_next() -> None:
    """“Quit” is to resign and to stop; neither follows from the other."""
    assert likeness("quit", "resign", "VERB") is likeness("quit", "stop", "VERB") is AGREE
    assert likeness("resign", "stop", "VERB") is None


def test_a_reason_names_the_words() -> None:
    assert recorded("vehicle", "car", "NOUN").why == "“car” is a kind of “vehicle”"  # type: ignore[union-attr]
    assert recorded("exit", "withdrawal", "NOUN").why.startswith("“exit” is recorded for “withdrawal”")  # type: ignore[union-attr]
    assert "Denmark" in recorded("Danish", "Swedish", "ADJ").why  # type: ignore[union-attr]


# --------------------------------------------------------------------------------------------- expressions and converses


@pytest.mark.parametrize(
    ("sentence", "words_found", "indices"),
    [
        ("the minister step down on Friday", "step down", (2, 3)),
        ("a judge swear in the governor", "swear in", (2, 3)),
        ("prosecutor put the baker on trial", "put on trial", (1, 4, 5)),
        ("the mill make 40 weaver redundant", "make redundant", (2, 5)),
        ("twelve country take part in the race", "take part in", (2, 3, 4)),
        ("a guard shoot the wolf dead", "shoot dead", (2, 5)),
        ("she give up her post", "give up one's post", (1, 2, 3, 4)),
        ("the law come into force in May", "come into force", (2, 3, 4)),
    ],
)
def test_expressions_are_found_with_an_object_between(
    sentence: str, words_found: str, indices: tuple[int, ...]
) -> None:
    found = phrase_heads(sentence.split())
    assert (words_found, indices) in [(one.words, one.indices) for one in found]
    assert all(one.head == one.indices[0] for one in found)


def test_a_particle_apart_needs_a_tag() -> None:
    lemmas, tags = ["they", "call", "the", "march", "off"], ["PRP", "VBD", "DT", "NN", "RP"]
    assert not [one for one in phrase_heads(lemmas) if one.words == "call off"]
    assert [one.indices for one in phrase_heads(lemmas, tags) if one.words == "call off"] == [(1, 4)]
    tags[-1] = "IN"
    assert not [one for one in phrase_heads(lemmas, tags) if one.words == "call off"]


@pytest.mark.parametrize(
    ("sentence", "not_there"),
    [
        ("the storm may bring up to 60 centimetre", "bring up"), ("the king call on Friday", "call on"),
        ("the tunnel take over 40 year", "take over"), ("the show go on 3 May", "go on"),
    ],
)  # fmt: skip
def test_a_preposition_of_what_follows_is_no_part(sentence: str, not_there: str) -> None:
    assert not_there not in [one.words for one in phrase_heads(sentence.split())]


def test_converses_say_which_roles_are_turned() -> None:
    bought = turned("buy", "sell")
    assert bought is not None and bought.relation == "agree"
    assert dict(bought.roles) == {"subject": "to", "object": "object", "from": "subject"}
    back = turned("sell", "buy")
    assert back is not None and dict(back.roles) == {"to": "subject", "object": "object", "subject": "from"}
    died = turned("die", "kill")
    assert died is not None and (died.relation, died.roles) == ("wider", (("subject", "object"),))
    assert turned("kill", "die") is None
    assert turned("precede", "follow") is not None and turned("chair", "chairwoman") is not None


@pytest.mark.parametrize(
    ("verb", "noun", "meant"),
    [
        ("make", "decision", "decide"),
        ("hold", "talks", "negotiate"),
        ("launch", "investigation", "investigate"),
        ("build", "decision", None),
        ("make", "bread", None),
    ],
)
def test_light_verbs_give_way_to_the_verb_in_their_noun(verb: str, noun: str, meant: str | None) -> None:
    found = light_verb(verb, noun)
    assert (found is None) is (meant is None) and (meant is None or likeness(found or "", meant, "VERB") is AGREE)


# ------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("claimed", "stated", "expected"),
    [
        ("Boothe", "Alma Boothe", AGREE), ("Alma Boothe", "Boothe", AGREE), ("Dr. Alma Boothe", "Alma Boothe", AGREE),
        ("Captain Boothe", "Alma Boothe", AGREE), ("A. Boothe", "Alma Boothe", AGREE), ("Kate Marlow", "Katherine Marlow", AGREE),
        ("Bill Marlow", "William Marlow", AGREE), ("J.T. Marlow", "James Tyler Marlow", AGREE), ("Alma R. Boothe", "Alma Boothe", AGREE),
        ("Sir W. J. Marlow", "William James Marlow", AGREE), ("Rep. Jo Marlow", "Jo Marlow", AGREE), ("Kim Jong Un", "Kim Jong-un", AGREE),
        ("Mikhail Belskiy", "Mikhail Belsky", AGREE),
        ("José Araya", "Jose Araya", AGREE), ("Alma Boothe", "A. Boothe", NARROWER), ("Captain Alma Boothe", "a Captain Boothe", NARROWER),
        ("Alma Boothe", "Rita Boothe", CONFLICT), ("Alma Boothe", "Alma Marlow", CONFLICT), ("Mr Boothe", "Mrs Boothe", CONFLICT),
        ("Henry IV", "Henry V", CONFLICT), ("King Henry IV", "Henry IV", AGREE), ("A. Boothe", "Rita Boothe", CONFLICT),
    ],
)  # fmt: skip
def test_persons(claimed: str, stated: str, expected: Relation) -> None:
    assert names_alike(claimed, stated, "person") is expected


@pytest.mark.parametrize(
    ("claimed", "stated", "expected"),
    [
        ("WHO", "World Health Organization", AGREE), ("the U.N.", "United Nations", AGREE), ("UN", "U.N.", AGREE),
        ("Bank of Japan", "BOJ", AGREE), ("Toyota", "Toyota Motor Corporation", AGREE), ("Apple Inc.", "Apple", AGREE),
        ("the Pentagon", "Defense Department", AGREE), ("National Weather Bureau", "NWB", AGREE), ("BBC", "British Broadcasting Corporation", AGREE),
        ("Ministry of Defence", "Ministry of Health", CONFLICT), ("Leeds United", "Leeds City", CONFLICT),
        ("University of York", "University of Leeds", CONFLICT), ("Halden Foods", "Marlow Mining", CONFLICT),
        ("FBI", "CIA", CONFLICT), ("NATO", "European Union", CONFLICT),
    ],
)  # fmt: skip
def test_bodies(claimed: str, stated: str, expected: Relation) -> None:
    assert names_alike(claimed, stated, "organisation") is expected


@pytest.mark.parametrize(
    ("claimed", "stated", "expected"),
    [
        ("U.S.", "United States", AGREE), ("America", "American", AGREE), ("UK", "Britain", AGREE), ("NYC", "New York", AGREE),
        ("Washington, D.C.", "Washington", AGREE), ("Lyon, France", "Lyon", AGREE), ("Portland, Ore.", "Portland, Oregon", AGREE),
        ("Germans", "Germany", AGREE), ("Kiev", "Kyiv", AGREE), ("the Netherlands", "Holland", AGREE),
        ("France", "Paris", WIDER), ("Europe", "Germany", WIDER), ("Texas", "Dallas", WIDER), ("United States", "Dallas", WIDER),
        ("London", "north London", WIDER), ("United Kingdom", "Scottish", WIDER),
        ("Paris", "France", NARROWER), ("eastern Kenya", "Kenya", NARROWER),
        ("France", "Germany", CONFLICT), ("Berlin", "France", CONFLICT), ("Edinburgh", "England", CONFLICT),
        ("South Korea", "North Korea", CONFLICT), ("Texas", "Ohio", CONFLICT), ("Ashby", "Harwell", CONFLICT),
        ("Kent", "Ashby", None), ("Harwell County", "Ashby", None),
    ],
)  # fmt: skip
def test_places(claimed: str, stated: str, expected: Relation | None) -> None:
    assert names_alike(claimed, stated, "place") is expected


def test_a_capital_stands_for_its_government_and_not_for_the_land() -> None:
    assert names_alike("Moscow", "Russia", "government") is AGREE
    assert names_alike("Moscow", "Russia", "place") is NARROWER
    assert names_alike("Moscow", "France", "government") is CONFLICT
    assert people_of("Frenchman") == people_of("French") == people_of("France")


# -------------------------------------------------------------------------------------------------------- the tables


def test_no_words_both_agree_and_exclude_each_other() -> None:
    groups = tables.synonyms().groups
    for one, other in tables.against():
        shared = {one, *groups.get(one, ())} & {other, *groups.get(other, ())}
        assert not shared, f"{one[0]} and {other[0]} exclude each other, and both stand in {shared}"


def test_no_word_is_a_kind_of_itself() -> None:
    for sense in tables.synonyms().over:
        assert sense not in words._above([sense]), sense


@pytest.mark.parametrize("table", ["synonyms", "antonyms", "derivations", "converses", "names"])
def test_tables_are_sorted_whole_and_have_a_page(table: str) -> None:
    with (ROOM / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert all(len(row) == len(found[0]) and all(cell == cell.strip() for cell in row) for row in found)
    assert found[1:] == sorted(found[1:], key=lambda row: [cell.lower() for cell in row])
    assert len({tuple(row) for row in found}) == len(found)
    assert (ROOM / f"{table}.md").read_text(encoding="utf-8").startswith("# ")
    parts = {row[found[0].index("pos")] for row in found[1:]} if "pos" in found[0] else set()
    assert parts <= set(tables.POS)


# --------------------------------------------------------------------------------------------------------- properties

_KNOWN = sorted({word for word, _ in tables.synonyms().printed})
_OPPOSITE = {AGREE: AGREE, CONFLICT: CONFLICT}


@given(st.sampled_from(_KNOWN), st.sampled_from(_KNOWN), st.sampled_from(["", "VERB", "NOUN", "ADJ"]))
def test_recorded_words_in_any_pair(one: str, other: str, pos: str) -> None:
    found = likeness(one, other, pos)
    assert likeness(one, one, pos) is AGREE
    assert found is likeness(one.upper(), other, pos)


@given(st.sampled_from(_KNOWN), st.sampled_from(_KNOWN))
def test_agreement_and_conflict_go_both_ways(one: str, other: str) -> None:
    found = likeness(one, other)
    if found in _OPPOSITE:
        assert likeness(other, one) is found


@given(
    st.text(max_size=40), st.text(max_size=40), st.sampled_from(["person", "organisation", "place", "government", ""])
)
def test_any_text_is_borne(one: str, other: str, kind: str) -> None:
    assert likeness(one, other, kind) in (*Relation, None)
    assert names_alike(one, other, kind) in (*Relation, None)
    assert phrase_heads(one.split(), (), other.split()) is not None
    assert spelt(one) == spelt(one)


@given(
    st.lists(
        st.sampled_from(
            [
                "take",
                "part",
                "in",
                "step",
                "down",
                "a",
                "the",
                "call",
                "off",
                "put",
                "on",
                "trial",
                "his",
                "post",
                ",",
                "guilty",
            ]
        ),
        max_size=14,
    )
)
def test_expressions_lie_inside_and_in_order(lemmas: list[str]) -> None:
    for found in phrase_heads(lemmas):
        assert list(found.indices) == sorted(set(found.indices)) and found.indices[-1] < len(lemmas)


def test_close_pairs_of_the_groups_themselves_never_conflict() -> None:
    for row in tables.rows("synonyms"):
        members = [row["word"], *tables.same_words(row)]
        for one, other in combinations(members, 2):
            assert likeness(one, other, row["pos"]) is AGREE, (one, other)
