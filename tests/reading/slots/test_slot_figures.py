"""The figures of a sentence, and how a figure of a claim stands to one of a passage."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.slots.figures import Figure, figures_in, quantifiers_in, relate, zeros_in
from checks.reading.slots.parts import Relation

# A text, the words of a figure in it, its kind, its point, and its ends.
FOUND = [
    ("The farm lost more than 60 ewes.", "more than 60", "count", "60", "60", None),
    ("Sixty-six ewes were lost.", "Sixty-six", "count", "66", "66", "66"),
    ("At most 12 ewes were lost.", "At most 12", "count", "12", None, "12"),
    ("Some 500 ewes were lost.", "Some 500", "count", "500", "450", "550"),
    ("Nearly 500 ewes were lost.", "Nearly 500", "count", "500", "450", "500"),
    ("Just over 500 ewes were lost.", "Just over 500", "count", "500", "500", "550"),
    ("A dozen ewes were lost.", "A dozen", "count", "12", "12", "12"),
    ("Scores of ewes were lost.", "Scores", "count", None, "20", None),
    ("Between 5 and 6 million copies were sold.", "Between 5 and 6 million", "count", None, "5000000", "6000000"),
    ("It cost $1.2bn.", "$1.2bn", "money", "1200000000", "1200000000", "1200000000"),
    ("It cost 1,200 million dollars.", "1,200 million dollars", "money", "1200000000", "1200000000", "1200000000"),
    ("It cost 17.4m Danish kroner.", "17.4m Danish kroner", "money", "17400000", "17400000", "17400000"),
    ("The losses added up to £30m.", "£30m", "money", "30000000", "30000000", "30000000"),
    ("Two-fifths of the hay was spoilt.", "Two-fifths", "share", "0.4", "0.4", "0.4"),
    ("One in five said so.", "One in five", "share", "0.2", "0.2", "0.2"),
    ("Three out of every four said so.", "Three out of every four", "share", "0.75", "0.75", "0.75"),
    ("Turnout was 62.3 per cent.", "62.3 per cent", "share", "62.3", "62.3", "62.3"),
    ("Output fell 12 per cent.", "12 per cent", "change", "12", "12", "12"),
    ("A 12% year-on-year fall was told.", "12%", "change", "12", "12", "12"),
    ("It employs 300 more people than before.", "300", "change", "300", "300", "300"),
    ("The rate rose two percentage points.", "two percentage points", "points", "2", "2", "2"),
    ("They voted for a quarter-point cut.", "a quarter-point", "points", "0.25", "0.25", "0.25"),
    ("Rents doubled.", "doubled", "multiple", "2", "2", "2"),
    ("Rents were three times as high as here.", "three times", "multiple", "3", "3", "3"),
    ("He won it three times.", "three times", "count", "3", "3", "3"),
    ("It is the third-largest lake.", "third-largest", "rank", "3", "3", "3"),
    ("She was the 44th mayor.", "44th", "rank", "44", "44", "44"),
    ("It was their fourteenth win.", "fourteenth", "rank", "14", "14", "14"),
    ("It was win No 14.", "14", "rank", "14", "14", "14"),
    ("The club's twenty-first title", "twenty-first", "rank", "21", "21", "21"),
    ("The court ruled 5–4.", "5–4", "ratio", None, "4", "5"),
    ("It passed by 12 votes to 3.", "12 votes to 3", "ratio", None, "3", "12"),
    ("A man aged 34 was held.", "aged 34", "measure", "34", "34", "34"),
    ("A 34-year-old man was held.", "34-year-old", "measure", "34", "34", "34"),
    ("It was hotter than 40C in Oran.", "40C", "measure", "40", "40", None),
    ("The pipe is 161 km long.", "161 km", "measure", "161", "161", "161"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "point", "low", "high"), FOUND)
def test_a_figure_is_found(
    text: str, words: str, kind: str, point: str | None, low: str | None, high: str | None
) -> None:
    one = _figure(text, words)
    assert one.kind == kind
    assert [one.point, one.low, one.high] == [end and Decimal(end) for end in (point, low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on 4 November 2019.", "It opened on Jan. 7, 2026, at 7.30pm.", "The talks took 90 days.",
        "He ruled from 1198 to 1216.", "It began in the 19th century.", "She lived (1875–1953) in Hull.",
        "The Second World War began.", "Flight 40 left Terminal 5.", "No one was hurt.", "In the first half they ran.",
    ],
)  # fmt: skip
def test_dates_lengths_of_time_and_names_are_no_figures(text: str) -> None:
    assert figures_in(text) == ()


def test_what_stands_beside_a_figure_is_kept() -> None:
    rise = _figure("The rate climbed from 4% to 6%.", "from 4% to 6%")
    assert (rise.was, rise.to, rise.point, rise.direction) == (4, 6, 6, "up")
    told_late = _figure("The rate rose by 2 points, from 4% to 6%, in June.", "from 4% to 6%")
    assert (told_late.was, told_late.to) == (4, 6)
    fall = _figure("Sales fell to £3m.", "£3m")
    assert (fall.direction, fall.to) == ("down", 3_000_000)
    assert _figure("Tickets are £12 each.", "£12").per == "each"
    assert _figure("The median wage is $20 an hour.", "$20 an hour").statistic == "median"
    assert _figure("The average wage is $20, and the median $18.", "$20").statistic == "mean"
    assert _figure("It spends £90 per head.", "£90 per head").statistic == "per head"
    assert _figure("Seventy mice were used.", "Seventy").of == "mice"
    table = figures_in("Seats: Labour 24, Liberal Democrat 11, Green 3.")
    assert [one.point for one in table] == [24, 11, 3]


def test_a_number_takes_its_noun_or_unit_from_the_one_beside_it() -> None:
    assert [one.unit for one in figures_in("They cut 320 million and 110 million bushels.")] == ["bushel", "bushel"]
    assert [one.of for one in figures_in("Ivan scored 29 goals and Marek 21.")] == ["goals", "goals"]
    assert [one.point for one in figures_in("It is so in 23 out of 40 schools.")] == [23, 40]
    assert [one.of for one in figures_in("Eleven of Devon's 20 sandy beaches are clean.")][-1] == "sandy beaches"


def test_none_and_all_are_figures_of_their_own() -> None:
    assert [(one.exact, one.point) for one in zeros_in("No injuries were told, and nobody left.")] == [
        ("No injuries", 0),
        ("nobody", 0),
    ]
    (most,) = quantifiers_in("Most of the voters stayed away.")
    assert (most.exact, most.of, most.low, most.high, most.bound) == (
        "Most",
        "voters",
        Decimal("0.5"),
        None,
        "more than",
    )
    assert quantifiers_in("It is the most expensive bridge.") == ()
    assert quantifiers_in("All the pupils passed.")[0].point == 1


# Claim, passage, and how the first figure of the one stands to the first of the other.
RELATED = [
    ("more than 60 barns", "66 barns", "wider"), ("more than 70 barns", "66 barns", "conflict"),
    ("66 barns", "more than 60 barns", "narrower"), ("60 barns", "more than 60 barns", "narrower"),
    ("more than 60 barns", "60 barns", "conflict"), ("at least 60 barns", "60 barns", "wider"),
    ("at least 60 barns", "more than 60 barns", "wider"), ("up to 40 barns", "at least 40 barns", "narrower"),
    ("fewer than 40 barns", "more than 40 barns", "conflict"), ("more than 40 barns", "at least 50 barns", "wider"),
    ("more than 50 barns", "at least 40 barns", "narrower"), ("3,000 jobs", "up to 3,000 jobs", "narrower"),
    ("about 12,000 people", "11,500 to 12,500 people", "agree"), ("about 20,000 people", "11,500 to 12,500 people", "conflict"),
    ("12,000 people", "11,500 to 12,500 people", "narrower"), ("more than 11,000 people", "11,500 to 12,500 people", "wider"),
    ("at least 12,000 people", "between 10,000 and 15,000 people", "narrower"),
    ("about 500 people", "507 people", "agree"), ("about 500 people", "620 people", "conflict"),
    ("500 people", "about 500 people", "narrower"), ("nearly 50 people", "47 people", "agree"),
    ("nearly 50 people", "52 people", "conflict"), ("nearly 50 people", "31 people", "conflict"),
    ("1.2 million people", "1,234,567 people", "agree"), ("1,234,567 people", "1.2 million people", "narrower"),
    ("1.2 million people", "1.31 million people", "conflict"), ("5,000 people", "4,987 people", "agree"),
    ("2,400 tonnes", "2,450 tonnes", "conflict"), ("66 barns", "68 barns", "conflict"), ("two million hens", "2m hens", "agree"),
    ("12 percent of men", "11.8 percent of men", "agree"), ("12.0 percent of men", "11.8 percent of men", "conflict"),
    ("11.8 percent of men", "12 percent of men", "narrower"), ("$350 in all", "$349.99 in all", "agree"),
    ("a fifth of men", "20% of men", "agree"), ("a third of men", "33% of men", "agree"), ("a third of men", "40% of men", "conflict"),
    ("two-thirds of men", "one in five men", "conflict"), ("more than half of men", "52 percent of men", "wider"),
    ("100 miles long", "161 km long", "agree"), ("100 miles long", "100 km long", "conflict"),
    ("more than 600 miles", "1,012 kilometres", "wider"), ("more than 1,100lb", "480kg", "conflict"),
    ("35C at noon", "95F at noon", "agree"), ("30C at noon", "95F at noon", "conflict"), ("ten acres", "four hectares", "agree"),
    ("550 tons of coal", "500 tonnes of coal", "agree"), ("500 tons of coal", "500 tonnes of coal", "narrower"),
    ("60 mph", "97 km/h", "agree"), ("40 knots", "74 km/h", "agree"), ("80 mph", "80 km/h", "conflict"),
    ("$1.2 billion", "1,200 million dollars", "agree"), ("$1.2 billion", "$1.2 million", "conflict"),
    ("$5m in aid", "£5m in aid", "conflict"), ("$6m in aid", "£5m in aid", "narrower"), ("50p a cup", "£0.50 a cup", "agree"),
    ("£12,000 a year", "£1,000 a month", "agree"), ("£12,000 a year", "£12,000 a month", "conflict"),
    ("rents rose 2 percent", "rents rose 2 percentage points", "conflict"), ("cut by 25 basis points", "cut by a quarter of a point", "agree"),
    ("rents doubled", "rents rose 100 percent", "agree"), ("rents nearly doubled", "rents rose 97 percent", "agree"),
    ("rents tripled", "rents doubled", "conflict"), ("rents fell 12 percent", "rents rose 12 percent", "conflict"),
    ("rents halved", "rents fell by 50 percent", "agree"), ("profit doubled", "profit was twice what analysts expected", "none"),
    ("rose to 6%", "fell to 6%", "conflict"), ("rose from 4% to 6%", "rose from 3% to 6%", "conflict"),
    ("the median rent is £900", "the average rent is £900", "conflict"), ("the median rent is £900", "the median rent is £900", "agree"),
    ("an average rent of £900", "a rent of £900", "narrower"), ("a total of 66 barns", "66 barns", "agree"),
    ("the third-largest lake", "the fourth-largest lake", "conflict"), ("the third-largest lake", "the third-biggest lake", "agree"),
    ("the third-largest lake", "the third-smallest lake", "conflict"), ("the 16th mayor", "the sixteenth mayor", "agree"),
    ("won 3-1", "won 3-2", "conflict"), ("won 3-1", "won 3-1", "agree"), ("a man aged 34", "the 34-year-old", "agree"),
    ("40 barns", "40 percent of barns", "none"), ("$40 was paid", "40 miles", "none"), ("the third-largest lake", "3 lakes", "none"),
    ("prices fell 10 per cent", "the share was 20 per cent", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "relation"), RELATED)
def test_how_a_figure_stands_to_another(claim: str, passage: str, relation: str) -> None:
    answer = relate(figures_in(claim)[0], figures_in(passage)[0])
    assert (answer[0].value if answer else "none") == relation


REASONS = [
    ("more than 70 barns", "66 barns", "66 is not more than 70"),
    ("12 percent of men", "11.8 percent of men", "11.8 percent, rounded"),
    ("100 miles long", "161 km long", "161 km is 100 miles"),
    ("the median rent is £900", "the average rent is £900", "the median is not the average"),
    ("rents rose 2 percent", "rents rose 2 percentage points", "percent and percentage points are not the same"),
    ("550 tons of coal", "500 tonnes of coal", "500 tonnes is 551.2 tons, taken for US short tons"),
    ("rents fell 12 percent", "rents rose 12 percent", "the claim says it went down, the passage up"),
]


@pytest.mark.parametrize(("claim", "passage", "why"), REASONS)
def test_the_reason_is_in_plain_words(claim: str, passage: str, why: str) -> None:
    answer = relate(figures_in(claim)[0], figures_in(passage)[0])
    assert answer is not None
    assert answer[1] == why


PIECES = st.sampled_from(
    ["more than ", "nearly ", "about ", "up to ", "$", "£", "1,200", "66", "0.5", "12", "1.2", " million", "bn", " percent", "%", " points",
     " miles", " km", "kg", " people", " barns", " a year", " each", "rose by ", "fell to ", "from ", " to ", "doubled ", "the third-largest ",
     "average ", "median ", "half ", "two-thirds of ", "3-1", " and ", ", ", ". ", "one in ", "the 16th ", " C", "in 2019 "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join))


@given(TEXTS)
def test_every_figure_lies_in_its_text(text: str) -> None:
    found = figures_in(text)
    assert found == figures_in(text)
    for one in (*found, *zeros_in(text), *quantifiers_in(text)):
        assert text[one.start : one.end] == one.exact
        assert one.exact
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(TEXTS)
def test_a_figure_agrees_with_itself(text: str) -> None:
    for one in figures_in(text):
        answer = relate(one, one)
        assert answer is not None
        assert answer[0] is Relation.AGREE


@given(TEXTS, TEXTS)
def test_a_conflict_is_one_from_both_sides_but_for_a_bound_that_was_dropped(text: str, other: str) -> None:
    for one in figures_in(text):
        for two in figures_in(other):
            there, back = relate(one, two), relate(two, one)
            assert (there is None) == (back is None)
            if there and back and one.point != two.point and not {one.bound, two.bound} - {""}:
                assert (there[0] is Relation.CONFLICT) == (back[0] is Relation.CONFLICT)


def _figure(text: str, words: str) -> Figure:
    return next(one for one in figures_in(text) if one.exact == words)
