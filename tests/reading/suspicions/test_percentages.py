"""Percentages, points, multiples and rates against their figures: what fires, and what stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.amount import Amount
from checks.case.errors import CaseError, Unfit
from checks.reading.article import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.sums.percentages import percentages
from checks.reading.suspicions.sums.proportions import follows, stated

# fmt: off
FIRES = [
    ("Some 45 of the 120 pupils, or 52 percent, passed the test.", "certain"),
    ("Only 30 percent of the 200 staff, 90 people, came to work.", "likely"),
    ("A quarter of the 80 seats: 30 went to women.", "likely"),
    ("Sales rose 12 percent, from 40 to 52 last year.", "certain"),
    ("Complaints fell by a third to 90 from 120 a year earlier.", "likely"),
    ("Unemployment went up from 4 percent to 6 percent, a rise of 2 percent.", "likely"),
    ("The number of cases doubled from 30 to 45 in a week.", "certain"),
    ("There were three times as many deaths, 90 against 20 in 2029.", "likely"),
    ("Cases halved to 60 from 150 and grew tenfold in May.", "likely"),
    ("Profit fell from $12 million to $15 million.", "certain"),
    ("The share rose to 8 percent from 11 percent.", "certain"),
    ("The shop gives 20 percent off the $50 ticket, now $45.", "likely"),
    ("The $1.2 million fund will be shared by 400 households, or $30,000 each.", "likely"),
    ("One in five residents, or 30 percent, said yes.", "likely"),
    ("A majority of voters, 43 percent, backed the plan.", "likely"),
    ("More than half of the patients (46 percent) recovered.", "likely"),
    ("A third (25 percent) of the pupils left.", "likely"),
    ("Of 80 patients, 12 (25 percent) died.", "certain"),
    ("12 out of 80 patients (25%) died.", "certain"),
    ("The price rose by 25 per cent, from £80 to £96.", "certain"),
    ("Turnout was 45 percent, with 1,200 of the 4,000 registered voters casting ballots.", "likely"),
    ("The company cut its workforce of 4,000 by 10 percent, or 600 jobs.", "likely"),
    ("Revenue dropped 120 percent to $4 million.", "likely"),
    ("A quarter of the 80 seats: 30 went to women.", "likely"),
    ("The number of cases doubled from 30 to 45 in a week.", "certain"),
    ("Cases halved to 60 from 150 and grew tenfold in May.", "likely"),
    ("The $1.2 million fund will be shared by 400 households, or $30,000 each.", "likely"),
    ("One in five residents, or 30 percent, said yes.", "likely"),
    ("The club sold 450 tickets, twice the 300 sold in 2029.", "likely"),
    ("The council approved a budget of $48 million, up 12 percent from $40 million last year.", "certain"),
    ("Of the 240 respondents, 60, or 35 percent, said they would move.", "certain"),
    ("Turnout rose from 42 percent to 48 percent, an increase of 6 percent.", "likely"),
    ("Enrolment fell by 15 percent, from 2,000 to 1,500 pupils.", "certain"),
    ("The number of visitors doubled from 12,000 to 18,000.", "certain"),
    ("The grant of £600,000, a quarter of the £1.8 million project cost, was paid.", "likely"),
    ("Membership rose 25 percent to 1,500, from 1,100 a year ago.", "likely"),
    ("Sales fell from 320 to 480.", "certain"),
    ("More than two-thirds of the 90 members, 45, backed it.", "likely"),
    ("The price of a loaf has tripled from 40 pence to 90 pence.", "certain"),
    ("Ticket prices will go up by 50 percent, from £8 to £10.", "certain"),
    ("Deaths dropped to 34, down from 29 the year before.", "certain"),
    ("Attendance was 8,000, compared with 10,000 last year, a drop of 25 percent.", "likely"),
    ("The motion passed unanimously, with 92 percent of delegates in favour.", "likely"),
    ("The company laid off 300 of its 1,200 workers, about 40 percent of the workforce.", "likely"),
    ("Nearly three-quarters of teachers (58 percent) said they were tired.", "likely"),
    ("The rate was raised by 50 basis points, from 4.25 percent to 4.5 percent.", "certain"),
    ("Inflation eased to 5.1 percent from 4.3 percent in May.", "certain"),
    ("Support grew to 38 percent, up from 41 percent in March.", "certain"),
    ("Crime fell 130 percent in the district.", "likely"),
    ("Some 120 percent of residents are vaccinated.", "likely"),
    ("The hospital treated 90 patients, three times the 20 it treated in 2029.", "likely"),
    ("The 12 percent increase took the fare from $2 to $3.", "certain"),
    ("A 10 percent rise, from 300 to 390, was recorded.", "certain"),
    ("Only 18 of 24 councillors, 60 percent, turned up.", "likely"),
    ("Three of the five judges, or 80 percent, agreed.", "certain"),
    ("The bonus of $9,000 will be split among the 30 staff, $600 each.", "likely"),
    ("The harvest shrank by a half, from 900 tonnes to 700 tonnes.", "likely"),
    ("He scored 24 of 30 free throws (90 percent).", "certain"),
    ("About 400 people, or 8 percent of the town's 10,000 residents, have left.", "certain"),
    ("Nurses won a pay rise of 8 percent, taking the starting salary from $40,000 to $46,000.", "likely"),
    ("The vaccine failed in 15 of 1,500 volunteers, or 10 percent.", "certain"),
    ("Revenue was $52 million, a 40 percent increase over the $40 million reported in 2029.", "likely"),
    ("The museum had 52,000 visitors last year, up 4 percent on the 40,000 it had in 2029.", "certain"),
    ("Prices jumped 5 percentage points, from 10 percent to 20 percent.", "certain"),
    ("Of those polled, 62 percent said no, and a majority (38 percent) said yes.", "likely"),
    ("The fish stock has declined from 4,000 tonnes in 2010 to 6,000 tonnes today.", "certain"),
    ("The school has 600 pupils, and 150 of them, or 35 percent, get free meals.", "likely"),
    ("Seven in ten voters, or 55 percent, backed it.", "likely"),
    ("Exports accounted for 40 percent of sales of $5 million, or $3 million.", "certain"),
    ("Oil jumped 15 percent to $92 a barrel from $75.", "likely"),
    ("The yield rose to 4.2 percent, from 3.9 percent, a gain of 50 basis points.", "certain"),
    ("The rate climbed from 6% to 9%, a 3% increase.", "likely"),
    ("Wages went up 3 per cent, from 20,000 rand to 23,000 rand.", "certain"),
    ("Ticket sales of 5,000 were 25 percent higher than the 3,000 sold in 2029.", "likely"),
    ("Of the 60 flights, 12, a fifth, were late; 24, a quarter, were cancelled.", "likely"),
    ("The party won 30 of 120 seats, a third of the assembly.", "likely"),
    ("He gave away half of his 40 acres, 25 acres, to the trust.", "likely"),
    ("The $60 fee was cut by a third to $50.", "likely"),
    ("A bus that cost $300,000 in 2020 now costs $450,000, a 25 percent increase.", "likely"),
    ("The population has tripled since 1990, from 10,000 to 20,000.", "likely"),
    ("About two in five of the 500 staff, or 300 people, will go.", "likely"),
    ("More than 60 percent, 48 of the 120 students, failed.", "likely"),
    ("Nine out of ten houses (75 percent) lost power.", "likely"),
    ("The team has won 20 of its 32 games, a winning percentage of 80 percent.", "likely"),
    ("In all 54 percent of the members, or 270 of 600, returned a ballot.", "certain"),
    ("The fine was doubled to $500 from $200.", "likely"),
    ("Cases more than tripled, to 90 from 45.", "likely"),
    ("The number of jobs dropped by 200 to 1,000, a fall of 40 percent.", "certain"),
    ("The shares rose 5 cents, or 10 percent, to $1.05.", "look"),
    ("Shares fell $2, or 4 percent, to $98.", "certain"),
    ("Only 25 percent of the 16 players, six, were fit.", "likely"),
    ("Production is down 10 percent at 700 cars from 1,000.", "likely"),
    ("The council tax bill goes up by 5 percent from £1,000 to £1,150.", "certain"),
    ("The charity spent $2 million, or 25 percent of its $5 million income, on staff.", "certain"),
    ("Some 35 percent of the 2,000 people polled, 900, said no.", "likely"),
    ("Two of the three judges (40 percent) disagreed.", "certain"),
    ("The bill was approved by 70 of the 90 senators present, a majority of 90 percent.", "likely"),
    ("Inflation slowed to 6.1 percent in May from 5.8 percent in April.", "certain"),
    ("The pass mark was lowered to 60 percent from 50 percent.", "certain"),
    ("Spending was increased to $3 million from $4 million.", "certain"),
    ("The jobless rate edged up to 5.1 percent from 5.4 percent.", "certain"),
    ("Three-fifths of the land, or 30 percent, is forest.", "likely"),
    ("Just under half, 62 percent, agreed.", "likely"),
    ("Fewer than a third of the members (41 percent) voted.", "likely"),
    ("Costs have ballooned by 50 percent, from $10 million to $20 million.", "certain"),
    ("The toll went from $4 to $5, a 20 percent rise.", "certain"),
    ("He paid a 10 percent deposit, or $50,000, on the $300,000 house.", "likely"),
    ("A 15 percent tip on the $40 bill, or $8, was added.", "likely"),
    ("The reservoir is 30 percent full, holding 50 million litres of its 100 million litre capacity.", "likely"),
    ("The charity surveyed 400 households in March. Of these, 120, or 45 percent, said they had skipped meals.", "likely"),
    ("The charity surveyed 400 households in March. Some 180 households, or 65 percent, said they had skipped meals.", "likely"),
    ("The charity surveyed 400 households in March. Only 100 (40 percent) said they had skipped meals.", "likely"),
    ("Rents in the town rose 12 percent last year. The average rent went from $400 to $520.", "likely"),
    ("The average rent went from $400 to $520. That is an increase of 12 percent.", "likely"),
    ("The budget rose 12 percent to $48 million. Last year it was $40 million.", "likely"),
    ("Sales fell 10 percent to 900 cars. That compares with 1,500 cars a year earlier.", "likely"),
    ("Attendance doubled to 900. In 2029 it was 700.", "likely"),
]  # fmt: skip
SILENT = [
    "Profits rose 12 percent at constant currency, to $52 million from $40 million.",
    "The rate rose at an annual rate of 5 percent, from 200 in 2020 to 300 in 2030.",
    "The rupee fell to 83 against the dollar from 82.",
    "The yen weakened from 110 to 115 per dollar.",
    "The club dropped from 12th to 15th in the table.",
    "She fell from 4 under par to 6 under par.",
    "Losses narrowed to $4 million from $9 million.",
    "Unemployment rose to 6 percent from 4 percent, while exports fell 12 percent.",
    "Some 45 of the 120 pupils are girls, and 52 percent of the teachers are women.",
    "Of the 80 patients, 12 died, a rise of 25 percent on last year.",
    "Only 18 of 24 councillors voted, 60 percent of them by post.",
    "The party won 30 of the 120 seats with 35 percent of the vote.",
    "The party won 45 of the 120 seats, or 37.5 percent.",
    "The museum had 52,000 visitors, up 4 percent from 2029, when 40,000 came for the opening alone.",
    "About a third of the 200 staff, or 70 people, will go.",
    "Nearly half (48 percent) said no.",
    "Almost two-thirds of members (63 percent) agreed.",
    "A quarter of voters (26 percent) were undecided.",
    "More than a third (34 percent) said they had no savings.",
    "A majority of 12 percent was enough, and 52 percent turned out.",
    "Most of the 12 percent who left were young.",
    "Most people, 4 in 10 of whom rent, agreed.",
    "The population doubled from 1,000 in 1900 to about 2,000 in 1950.",
    "Sales almost doubled to 1,950 from 1,000.",
    "Sales more than doubled from 30 to 75.",
    "Production halved, from 812 tonnes to 400 tonnes.",
    "The stock rose 1.6 percent to $50.80 from $50.",
    "The Dow fell 123.45 points, or 0.6 percent, to 20,001.23.",
    "The S&P 500 rose 10 points, or 0.5 percent, to 2,010.",
    "It rose 5 percent to $1.05 billion from $1 billion.",
    "It rose from $1.2 to $1.5 billion, or 25 percent.",
    "Revenue rose to $1.2 billion from $900 million, 33 percent more.",
    "He gave 110 percent in every match.",
    "The prison is at 120 percent of capacity.",
    "House prices have risen by 150 percent since 2010.",
    "The company's profit fell 120 percent to a loss of $4 million.",
    "They won with 67 percent of the vote, a fall from 71 percent in 2026.",
    "The tax will rise from 5 to 7 percent, a two-point increase.",
    "Support fell 3 points to 41 percent from 44 percent.",
    "It has gone up from 4 percent to 6 percent, an increase of 50 percent.",
    "The fund gives $3,000 each to 400 families, $1.2 million in all.",
    "The $1.2 million fund is shared by 400 families, who get up to $5,000 each.",
    "The estate of £900,000 was divided among three children, £250,000 each, with the rest for charity.",
    "One in five of the members, 22 percent, replied.",
    "Temperatures will fall from 12 degrees to minus 3.",
    "Odds fell from 5-1 to 3-1.",
    "The price of 20 percent off the $50 ticket is $40.",
    "Tickets cost $40, 20 percent off the usual price of $50.",
    "Three times as many people came, 90 compared with 30.",
    "Crime fell 5 percent in the city and rose from 40 to 52 cases in the suburbs.",
    "The proportion of women rose from 30 of 120 seats to 45 of 120, or 37.5 percent.",
    "Between 30 and 40 percent of the 200 staff, or 60 to 80 people, are off sick.",
    "He is 20 percent faster than the 12 others in the group of 45.",
    "The tax on the first $40,000 is 20 percent, or $8,000.",
    "The council agreed unanimously on Tuesday to spend 92 percent of its reserve.",
    "The deficit rose from 3.1 percent of GDP to 4.2 percent, up 1.1 points.",
    "From 40 to 52 people a day cross there, a rise of 12 percent on last spring.",
    "Emissions were cut by 40 percent between 1990 and 2030, from 100 to 60 million tonnes.",
    "The school has 600 pupils, and 150 of them, or 25 percent, get free meals.",
    "In a sample of 400, 120 (30 percent) had it; in a second sample of 200, 50 (25 percent) did.",
    "Of 200 men, 50 (25 percent) smoked; of 100 women, 10 (10 percent) did.",
    "The 40 percent stake was sold for $5 million, up from $3 million two years ago.",
    "The jail held 520 men in 2029 and 400 in 2030, a 23 percent drop.",
    "Some 60 percent of its 5,000 workers, about 3,000 people, are on strike.",
    "He owns 51 percent of the firm, which has 300 staff, 40 of them abroad.",
    "Investment rose by half to $3 million, from $2 million.",
    "By 2030 it was down a third, at 80, from 120.",
    "The party lost 12 seats, down to 40 from 52, a fall of 23 percent.",
    "The index shed 2 percent, down from a record 5,000 to 4,900.",
    "The wage rises 3 percent a year, from $20 in 2029 to $25 in 2036.",
    "It grew from two shops to 12, and sales rose 40 percent.",
    "The vote to leave was 52 percent to 48 percent.",
    "Mortgage rates fell from 6.9 percent to 6.7 percent, the largest drop since 5.5 percent in March.",
    "The 10 percent discount brings the fare down to $45 from $50.",
    "The club took 30 of 120 seats, up 50 percent from 20.",
]
# fmt: on


def _suspected(text: str) -> list[Suspicion]:
    return list(read(text, names=False).suspect(percentages))


def _outcome(asserts: tuple[tuple[str, str], ...]) -> str:
    values = {name: Amount.parse(text) for name, text in asserts}
    pair = (values.get(name) for name in ("part", "whole", "was", "now"))
    return follows(values["percentage"], *pair).stands


@pytest.mark.parametrize(("text", "certainty"), FIRES, ids=[text for text, _ in FIRES])
def test_a_percentage_that_does_not_follow_is_suspected(text: str, certainty: str) -> None:
    suspected = _suspected(text)
    assert suspected
    assert suspected[0].certainty == certainty
    assert suspected[0].reason.endswith(".")
    assert all(text[words.start : words.end] == words.exact for one in suspected for words in one.spans)


@pytest.mark.parametrize(("text", "certainty"), FIRES, ids=[text for text, _ in FIRES])
def test_the_check_contradicts_what_is_certain_or_likely(text: str, certainty: str) -> None:
    for one in _suspected(text):
        if one.certainty != "look":
            assert _outcome(one.asserts) in ("as points", "does not follow")


@pytest.mark.parametrize("text", SILENT)
def test_a_percentage_that_follows_or_is_of_other_figures_is_not(text: str) -> None:
    assert _suspected(text) == []


@given(st.integers(2, 199), st.integers(200, 999))
def test_a_rounded_share_is_never_suspected_and_one_far_off_is_certain(part: int, whole: int) -> None:
    share = round(100 * part / whole)
    assert _suspected(f"At the fair {part} of the {whole} cows, or {share} percent, won a prize.") == []
    wrong = share + 30 if share < 60 else share - 30
    [one] = _suspected(f"At the fair {part} of the {whole} cows, or {wrong} percent, won a prize.")
    assert one.certainty == "certain"


@given(st.integers(10, 990), st.integers(10, 990))
def test_a_rounded_change_is_never_suspected_and_its_opposite_is(was: int, now: int) -> None:
    change = round(100 * abs(now - was) / was)
    if change < 2:
        return
    verb, other = ("rose", "fell") if now > was else ("fell", "rose")
    assert _suspected(f"The flock {verb} {change} percent, from {was} to {now}.") == []
    assert [one.certainty for one in _suspected(f"The flock {other} {change} percent, from {was} to {now}.")] == [
        "certain"
    ]


@given(st.text(alphabet="0123456789 %,.()–½$of'\n\x01\x02İß", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for one in _suspected(f"Of the 80 cows, 12, or {text} percent, rose from 4 to 6 {text}."):
        assert one.spans


@pytest.mark.parametrize(
    ("percentage", "part", "whole", "was", "now", "stands"),
    [
        ("15 percent", "12", "80", None, None, "follows"),
        ("37 percent", "37.9", "100", None, None, "follows"),  # cut off, not rounded
        ("30 %", "13", "40", None, None, "nearly"),
        ("a third", "30", "90", None, None, "follows"),
        ("two thirds", "45", "90", None, None, "does not follow"),
        ("one in five", "30 percent", "100 percent", None, None, "does not follow"),
        ("one in 5", "20 percent", "100 percent", None, None, "follows"),
        ("about 25 percent", "27", "100", None, None, "follows"),
        ("more than 50 percent", "43", "100", None, None, "does not follow"),
        ("more than 50 percent", "63", "100", None, None, "follows"),
        ("at most 50 percent", "63", "100", None, None, "does not follow"),
        ("$300 each", "$9,000", "30 men", None, None, "follows"),
        ("3 times", "90", "30", None, None, "follows"),
        ("30 percent", None, None, "40", "52", "follows"),
        ("-30 percent", None, None, "40", "52", "does not follow"),
        ("30 percent down", None, None, "40", "52", "does not follow"),
        ("30 percent", None, None, "52", "40", "does not follow"),
        ("100 percent up", None, None, "40", "80", "follows"),
        ("2 times", None, None, "40", "80", "follows"),
        ("3 times more", None, None, "10", "40", "follows"),
        ("3 times more", None, None, "10", "30", "follows"),
        ("10 times", None, None, "30", "300", "follows"),
        ("2 times down", None, None, "80", "40", "follows"),
        ("2 percentage points", None, None, "4 percent", "6 percent", "follows"),
        ("2 percent", None, None, "4 percent", "6 percent", "as points"),
        ("50 percent", None, None, "4 percent", "6 percent", "follows"),
        ("50 points", None, None, "4 percent", "6 percent", "does not follow"),
        ("50 basis points", None, None, "4.5 percent", "5 percent", "follows"),
        ("50 basis points down", None, None, "4.5 percent", "5 percent", "does not follow"),
        ("4 percent", None, None, "4.9 million tonnes", "5.1 million tonnes", "follows"),
        ("more than 0 percent down", None, None, "12", "15", "does not follow"),
        ("30 percent", None, None, "1.00 million crowns", "1.20 million crowns", "does not follow"),
        ("20 percent", None, None, "1.00 million crowns", "1.20 million crowns", "follows"),
        ("30 percent", None, None, "1 million crowns", "1.2 million crowns", "follows"),
        ("0 percent up", None, None, "12", "12", "follows"),
    ],
)
def test_what_the_figures_come_to(
    percentage: str, part: str | None, whole: str | None, was: str | None, now: str | None, stands: str
) -> None:
    pair = [text and Amount.parse(text) for text in (part, whole, was, now)]
    assert follows(Amount.parse(percentage), *pair).stands == stands  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("percentage", "part", "whole", "was", "now"),
    [
        ("15 percent", "12", None, None, None),
        ("15 percent", "12", None, "12", None),
        ("15 percent", None, None, None, None),
        ("15 percent", "12", "0", None, None),
        ("15 percent", "-12", "80", None, None),
        ("15 percent", None, None, "0", "80"),
        ("2 points", "12", "80", None, None),
        ("2 points", None, None, "12", "80"),
        ("$2 each", None, None, "12", "80"),
        ("15 cows", "12", "80", None, None),
    ],
)
def test_what_no_percentage_can_be_taken_of_is_unfit(
    percentage: str, part: str | None, whole: str | None, was: str | None, now: str | None
) -> None:
    pair = [text and Amount.parse(text) for text in (part, whole, was, now)]
    with pytest.raises(Unfit):
        follows(Amount.parse(percentage), *pair)  # type: ignore[arg-type]


@given(st.text(max_size=20))
def test_any_written_percentage_is_read_or_refused(text: str) -> None:
    try:
        stated(Amount.parse(f"12 {text}"))
    except CaseError:
        return
