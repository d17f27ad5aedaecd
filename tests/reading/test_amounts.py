"""Amounts in sentences of every sort, and the numbers that are none. Written for this test; the expected values by hand."""

from __future__ import annotations

from decimal import Decimal, getcontext
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.figures.amounts import amounts_in
from checks.reading.parts import AmountPhrase
from checks.reading.sentences import sentences


def read(text: str, dates: tuple[tuple[int, int], ...] = ()) -> list[AmountPhrase]:
    return amounts_in(text, sentences(text), dates)


def stated(amount: AmountPhrase) -> str:
    """An amount in one line: what it says, then in order only what it has of bound, unit, rate, counted, change."""
    number = f"{amount.low}..{amount.high}" if amount.value is None else f"{amount.value.normalize():f}"
    rate = f" per {amount.per}" if amount.per else ""
    said = " ".join(part for part in (amount.bound, number, amount.unit) if part) + rate
    said += f" of {amount.of}" if amount.of else ""
    said += f", {amount.change}" if amount.change else ""
    return said + (f" from {amount.was}" if amount.was is not None else "")


# A sentence, the words that make the phrase, and what it states.
PHRASES = [
    # people and things counted
    ("The shelling killed 40 civilians near the border.", "40", "40 of civilians"),
    ("At least 12 people died in the fire.", "At least 12", "at least 12 of people"),
    ("Police arrested more than 300 protesters on Sunday.", "more than 300", "more than 300 of protesters"),
    ("Some 1,500 workers walked out.", "Some 1,500", "about 1500 of workers"),
    ("An estimated 2 million Hindus took part.", "An estimated 2 million", "about 2000000 of Hindus"),
    ("He commands up to 50,000 U.S. troops.", "up to 50,000", "at most 50000 of U.S. troops"),
    ("No fewer than 15 ministers resigned.", "No fewer than 15", "at least 15 of ministers"),
    ("Fewer than 20 rhinos remain.", "Fewer than 20", "less than 20 of rhinos"),
    ("As many as 80 villages were cut off.", "As many as 80", "at most 80 of villages"),
    ("The court sentenced twenty-one men.", "twenty-one", "21 of men"),
    ("A dozen eggs cost too much.", "A dozen", "12 of eggs"),
    ("Two dozen ships lay at anchor.", "Two dozen", "24 of ships"),
    ("It took half a dozen calls.", "half a dozen", "6 of calls"),
    ("About a hundred parents came.", "About a hundred", "about 100 of parents"),
    ("The army lost one hundred and twenty tanks.", "one hundred and twenty", "120 of tanks"),
    ("The town has twelve hundred houses.", "twelve hundred", "1200 of houses"),
    ("There were two thousand three hundred and five ballots.", "two thousand three hundred and five", "2305 of ballots"),
    ("She runs one shelter in Leeds.", "one", "1 of shelter"),
    ("Ten crew members were rescued.", "Ten", "10 of crew members"),
    ("The panel has three Texas ranchers on it.", "three", "3 of Texas ranchers"),
    ("A 12-member jury was sworn in.", "12", "12 of member"),
    ("Another 30 houses burned.", "30", "30 of houses"),
    ("They sent at least another 30 buses.", "at least another 30", "at least 30 of buses"),
    ("Some 40-odd delegates stayed.", "Some 40-odd", "about 40 of delegates"),
    ("It needs 60 or more senators.", "60 or more", "at least 60 of senators"),
    ("Hundreds of pilgrims were stranded.", "Hundreds", "at least 100..None of pilgrims"),
    ("They did tens of thousands of tests.", "tens of thousands", "at least 10000..None of tests"),
    ("Dozens of cars were stuck.", "Dozens", "at least 12..None of cars"),
    ("The strike idled 12 500 miners.", "12 500", "12500 of miners"),
    ("A couple of boats sank.", "A couple of", "2 of boats"),
    ("It takes one to two weeks.", "one to two weeks", "to 1..2 week"),
    ("India vaccinated 3 lakh people.", "3 lakh", "300000 of people"),
    ("Four or five boats sank.", "Four or five", "to 4..5 of boats"),
    # scale words and money
    ("The war costs more than $15 billion a week.", "more than $15 billion a week", "more than 15000000000 dollar per week"),
    ("He sold the flat for £2.5m.", "£2.5m", "2500000 pound sterling"),
    ("Berlin pledged €300bn for defence.", "€300bn", "300000000000 euro"),
    ("The fund is worth US$40k.", "US$40k", "40000 US dollar"),
    ("Rio bid A$1.2 billion.", "A$1.2 billion", "1200000000 Australian dollar"),
    ("The toll is HK$25.", "HK$25", "25 Hong Kong dollar"),
    ("Toyota set aside ¥50bn.", "¥50bn", "50000000000 yen"),
    ("The scheme will cost Rs 500 crore.", "Rs 500 crore", "5000000000 rupee"),
    ("He was paid EUR50m.", "EUR50m", "50000000 euro"),
    ("Bail was set at 500 dollars.", "500 dollars", "500 dollar"),
    ("The pensioner had 8.99 Australian dollars left.", "8.99 Australian dollars", "8.99 Australian dollar"),
    ("Sterling bought 92 million yuan.", "92 million yuan", "92000000 yuan"),
    ("A stamp costs 85p.", "85p", "85 penny"),
    ("Milk rose to 60 pence a pint.", "60 pence a pint", "60 penny per pint"),
    ("The dividend is 45 cents a share.", "45 cents a share", "45 cent per share"),
    ("They owe two and a half million euros.", "two and a half million euros", "2500000 euro"),
    ("The vase fetched a quarter of a million dollars.", "a quarter of a million dollars", "250000 dollar"),
    ("The buyer paid 300 pounds for the chair.", "300 pounds", "300 pound sterling"),
    ("The bank lost 1.2 billion pounds.", "1.2 billion pounds", "1200000000 pound sterling"),
    ("The baby weighed 8 pounds.", "8 pounds", "8 pound"),
    ("A 500-pound bomb was defused.", "500-pound", "500 pound"),
    ("She earns nearly $90,000 per year.", "nearly $90,000 per year", "about 90000 dollar per year"),
    ("It is a $15-an-hour job.", "$15-an-hour", "15 dollar per hour"),
    ("The state borrowed N100 billion.", "N100 billion", "100000000000 naira"),
    ("The loss was -$3m.", "-$3m", "-3000000 dollar"),
    ("Thousands of dollars were missing.", "Thousands of dollars", "at least 1000..None dollar"),
    ("Fares run from $500,000 to $1 million a year.", "from $500,000 to $1 million a year", "to 500000..1000000 dollar per year"),
    ("Bids of between $5m and $6m came in.", "between $5m and $6m", "to 5000000..6000000 dollar"),
    ("The hall will cost £5-6 million.", "£5-6 million", "to 5000000..6000000 pound sterling"),
    # shares and ratios
    ("Some 12 percent of voters were undecided.", "Some 12 percent", "about 12 percent of voters"),
    ("Turnout was 65.3%.", "65.3%", "65.3 percent"),
    ("Inflation is nearing 9 per cent.", "nearing 9 per cent", "about 9 percent"),
    ("Support ran at 10 to 15 percent.", "10 to 15 percent", "to 10..15 percent"),
    ("The lead is 5 percentage points.", "5 percentage points", "5 percentage point"),
    ("The bank added 25 basis points.", "25 basis points", "25 basis point, up"),
    ("One in five adults smokes.", "One in five", "0.2 share of adults"),
    ("Two out of three dentists agree.", "Two out of three", "0.6666666666666666666666666667 share of dentists"),
    ("Nine of 10 limes are imported.", "Nine of 10", "0.9 share of limes"),
    ("Nearly two-thirds of the harvest was lost.", "Nearly two-thirds", "about 0.6666666666666666666666666667 share of harvest"),
    ("More than half the seats were empty.", "More than half", "more than 0.5 share"),
    ("A third of the pupils were absent.", "A third", "0.3333333333333333333333333333 share of pupils"),
    ("Three-quarters of miners voted.", "Three-quarters", "0.75 share of miners"),
    ("Boys outnumber girls 3-to-1.", "3-to-1", "3 ratio"),
    ("The board approved a 3-for-2 split.", "3-for-2", "1.5 ratio"),
    ("A tenth of 1 percent was spent.", "A tenth of 1 percent", "0.1 percent"),
    ("The ratio was 4:1.", "4:1", "4 ratio"),
    ("The grey is a 4-1 favourite at Epsom.", "4-1", "4 ratio"),
    # votes and scores
    ("The Senate voted 51-50 to pass it.", "51-50", "50..51 tally"),
    ("The House approved the bill 218-212.", "218-212", "212..218 tally"),
    ("Everton beat Fulham 3-1 at home.", "3-1", "1..3 tally"),
    ("The motion carried 98 to 2.", "98 to 2", "2..98 tally"),
    ("The Mets lost 3-5 in Denver.", "3-5", "3..5 tally"),
    ("In a 6-3 ruling, the court agreed.", "6-3", "3..6 tally"),
    # ranks
    ("It is the third-largest economy.", "third-largest", "3 rank of economy"),
    ("Leeds is the 10th biggest city.", "10th biggest", "10 rank of city"),
    ("Prices fell for the fourth straight month.", "fourth straight", "4 rank of month"),
    ("The Kenyan finished second.", "second", "2 rank"),
    # rates
    ("Factories turn out 325,000 barrels per day.", "325,000 barrels per day", "325000 barrel per day"),
    ("Oil slid to $52 a barrel.", "$52 a barrel", "52 dollar per barrel"),
    ("The train does 155mph.", "155mph", "155 mile per hour"),
    ("Winds of 90 km/h were recorded.", "90 km/h", "90 kilometre per hour"),
    ("There were 10 cases per 100,000 people.", "10 cases per 100,000 people", "10 per 100,000 people of cases"),
    ("They hold about 40 meetings a year.", "about 40 meetings a year", "about 40 per year of meetings"),
    ("Nurses work 40 to 50 hours a week.", "40 to 50 hours a week", "to 40..50 hour per week"),
    # change
    ("Unemployment rose from 4 to 6 percent.", "from 4 to 6 percent", "6 percent, up from 4"),
    ("The river dropped from 9 to 5 metres.", "from 9 to 5 metres", "5 metre, down from 9"),
    ("Shares fell 3 percent.", "3 percent", "3 percent, down"),
    ("Rents are up 7% on the year.", "7%", "7 percent, up"),
    ("It plans to cut its emissions by 40 percent.", "40 percent", "40 percent, down"),
    ("A 5 per cent increase was agreed.", "5 per cent", "5 percent, up"),
    ("An increase of 2 percentage points followed.", "2 percentage points", "2 percentage point, up"),
    ("Prices doubled.", "doubled", "2 times, up"),
    ("Exports more than tripled.", "more than tripled", "more than 3 times, up"),
    ("Attendance halved.", "halved", "0.5 times, down"),
    ("Costs grew sixfold.", "sixfold", "6 times, up"),
    # time and age
    ("A 90-day truce began.", "90-day", "90 day"),
    ("He was jailed for six months.", "six months", "6 month"),
    ("The decade-long war is over.", "decade-long", "1 decade"),
    ("She served nearly a decade.", "nearly a decade", "about 1 decade"),
    ("It lasted a year and a half.", "a year and a half", "1.5 year"),
    ("They waited half an hour.", "half an hour", "0.5 hour"),
    ("It was signed more than 10 years ago.", "more than 10 years", "more than 10 year"),
    ("Ann Poe, 43, pleaded guilty.", "43", "43 year"),
    ("A 43-year-old man drowned.", "43-year-old", "43 year"),
    ("A boy aged 9 was hurt.", "9", "9 year"),
    ("People aged between 18 and 24 were asked.", "between 18 and 24", "to 18..24 year"),
    ("Those between the ages of 17 and 20 voted.", "17 and 20", "to 17..20 year"),
    ("He was 71 when he retired.", "71", "71 year"),
    ("The panda gave birth to a three-month-old cub's sister.", "three-month-old", "3 month"),
    ("He ran the lap in 43.03 seconds.", "43.03 seconds", "43.03 second"),
    # measures
    ("The reactor covers 40,000 square kilometres.", "40,000 square kilometres", "40000 square kilometre"),
    ("The gap is 5-10 km wide.", "5-10 km", "to 5..10 kilometre"),
    ("It reached 40C in Seville.", "40C", "40 degree Celsius"),
    ("Lows of minus 12 degrees Fahrenheit are expected.", "minus 12 degrees Fahrenheit", "-12 degree Fahrenheit"),
    ("Two to three inches of snow fell.", "Two to three inches", "to 2..3 inch of snow"),
    ("The centre is 6-foot-3.", "6-foot-3", "6.25 foot"),
    ("A magnitude 6.2 quake struck.", "6.2", "6.2 magnitude"),
    ("Divers found 70kg of gold.", "70kg", "70 kilogram of gold"),
    ("The plant makes 3.4 gigawatts.", "3.4 gigawatts", "3.4 gigawatt"),
    ("A 2.0-litre engine drives it.", "2.0-litre", "2 litre"),
    ("She won the 200m final.", "200m", "200 metre"),
    ("Stores sold 2.7m copies.", "2.7m", "2700000 of copies"),
    ("The phone has 64GB of storage.", "64GB", "64 gigabyte of storage"),
    ("Add 2 tbsp of oil.", "2 tbsp", "2 tablespoon of oil"),
    ("The town shrank by half.", "half", "0.5 share, down"),
    ("The lead is between one and three points.", "between one and three points", "to 1..3 point"),
    ("The plan passed by 6 votes to 5.", "6 votes to 5", "5..6 tally of votes"),
    ("They lost by two goals to one.", "two goals to one", "1..2 tally of goals"),
    ("They lost by two tries.", "two", "2 of tries"),
    ("One person in three is deaf.", "One person in three", "0.3333333333333333333333333333 share of person"),
    ("The clerk paid £2 10s. for it.", "£2 10s", "2.5 pound sterling"),
    ("The clerk paid £3 5s. 6d. for it.", "£3 5s. 6d", "3.275 pound sterling"),
    ("The horse cost 40 guineas.", "40 guineas", "40 guinea"),
    ("They stole R4,5-million in cash.", "R4,5-million", "4500000 rand"),
    ("Oil closed at minus $37.63 a barrel.", "minus $37.63 a barrel", "-37.63 dollar per barrel"),
    ("Members pump 9.7m bpd now.", "9.7m bpd", "9700000 barrel per day"),
    ("About 20m watched on television.", "About 20m", "about 20000000"),
    ("It took 20-odd years.", "20-odd years", "about 20 year"),
    ("Ann Poe, now 59, retired.", "59", "59 year"),
    ("The twins, both 24, retired.", "24", "24 year"),
    ("Profit fell by a fifth to a new low.", "a fifth", "0.2 share, down"),
    ("The rupee rose 12 paise.", "12 paise", "12 paisa, up"),
    ("The chance is one in 3.5 million.", "one in 3.5 million", "0.0000002857142857142857142857142857 share"),
    ("A bag of rice sells for N77,000.", "N77,000", "77000 naira"),
    ("It sold 500 of its members' boats.", "500", "500 of members' boats"),
    ("About one shop in six opened late.", "About one shop in six", "about 0.1666666666666666666666666667 share of shop"),
    ("Their pay rose by 4 percent.", "4 percent", "4 percent, up"),
    ("Takings are up a fifth on the year.", "a fifth", "0.2 share, up"),
    ("A Durban man, 34, was held.", "34", "34 year"),
    ("At 31, he won again.", "31", "31 year"),
    ("The blast went on, killing one and no more.", "one", "1"),
    ("Nobody matched Harris's score, and she lost to Harris's 226.", "226", "226"),
    ("It fell 12 7/8 points.", "12 7/8 points", "12.875 point, down"),
    ("The field is 2½ miles long.", "2½ miles", "2.5 mile"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "says"), PHRASES)
def test_a_phrase_is_read_with_all_it_says(text: str, exact: str, says: str) -> None:
    assert [(amount.exact, stated(amount)) for amount in read(text)] == [(exact, says)]


# In none of these is there an amount.
LEFT_ALONE = [
    "The UH-60 collided with Flight 5342.",
    "The 47th president invoked Article 5.",
    "A Boeing 737 and an F-35 landed.",
    "The G7 met on COVID-19.",
    "Section 230 was upheld in Room 101.",
    "The prime minister left No. 10 for 10 Downing Street.",
    "The shop is open 24/7 since 9/11.",
    "He read Psalm 23 on page 12.",
    "It happened in World War II and again in World War Two.",
    "The Fortune 500 list was published in 2019.",
    "He wore No. 23 and later number 45.",
    "Python 3.11 replaced version 3.10.2.",
    "The server at 192.168.0.1 answered.",
    "See www.example.org/2020/10/40-people for more.",
    "Call 555-1234 or (202) 555-0123.",
    "The meeting began at 8:47 p.m. on March 29.",
    "It opens at 7.30 on 5 May.",
    "They met in the 1980s, in 2014-15 and in 1066.",
    "The 22nd Amendment dates from 1951.",
    "She is one of the best; no one doubts it.",
    "One must be careful, and this one is right.",
    "One day it will end, she said at one point.",
    "He played in the Big Ten and drove in Formula One.",
    "The second half was dull.",
    "Her second term began in the third quarter.",
    "The 5G network and a 4K screen were shown.",
    "She flew a 747 over Three Mile Island.",
    "Interstate 95 and Route 66 were closed.",
    "Patients with type 2 diabetes and stage 4 cancer were seen.",
    "It is a six-figure sum.",
    "We have zero tolerance for this.",
    "The 401(k) plan was frozen.",
    "In the first place, he was late.",
    "The album was made in nineteen ninety-nine.",
    "Apollo 11 and Voyager 2 are famous.",
    "The top 10 was read out.",
    "Agent 007 came back.",
    "It should be done by around 2030, well above 1990 levels.",
    "He grew up in the 80's at 131 West 23rd Street.",
    "A chip rated A-3 ran a 486-based machine.",
    "Section 4(2)(b) was repealed.",
    "He was charged under 18 U.S.C. and 40 C.F.R. alone.",
    "It takes a mile or two.",
    "The oven stood at gas 4.",
    "Footage in 1080p was shot between 2015 and 2017.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_number_that_names_is_left_alone(text: str) -> None:
    assert [amount.exact for amount in read(text)] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Profit rose to £6m, up from £4m, and 300 jobs will go.",
            ["6000000 pound sterling, up from 4000000", "4000000 pound sterling", "300 of jobs"],
        ),
        (
            "Sales went from $5 million in 2010 to $7 million.",
            ["5000000 dollar", "7000000 dollar, up from 5000000"],
        ),
        ("Rates fell to 2% from 3%.", ["2 percent, down from 3", "3 percent"]),
        ("The index fell 64 points, or 1.2%, to 4,577.", ["64 point, down", "1.2 percent, down", "4577"]),
        ("Boeing 737 sales hit 40 in May, 12 more than in 2019.", ["40", "12"]),
        ("In 2017 40 people and three dogs lived there.", ["40 of people", "3 of dogs"]),
        ("The stock fell 5 to 286 while oil fell 5 to 7 degrees.", ["5", "286", "to 5..7 degree, down"]),
        ("Shares added $1.12 to $532.36.", ["1.12 dollar", "532.36 dollar"]),
        ("Heat it to 180C/350F/gas 4.", ["180 degree Celsius", "350 degree Fahrenheit"]),
        ("The risk was lower (95% CI 0.51-0.93).", ["95 percent", "to 0.51..0.93"]),
        ("They won 6-4, 3-6, 7-5.", ["4..6 tally", "3..6 tally", "5..7 tally"]),
        ("Gold lost 0.5 percent to $1,300 an ounce.", ["0.5 percent, down", "1300 dollar per ounce"]),
        ("Those under 18 pay £5; over-65s go free.", ["less than 18", "5 pound sterling"]),
        ("Ministers presided over two hearings over three days.", ["2 of hearings", "3 day"]),
        ("It has 1.4 billion users, up from 1.2 billion a year ago.", ["1400000000 of users, up from 1200000000", "1200000000"]),
        ("“Forty of us left,” he said.\nTen stayed", ["40", "10"]),
    ],
)  # fmt: skip
def test_a_sentence_with_several(text: str, says: list[str]) -> None:
    assert [stated(amount) for amount in read(text)] == says


def test_a_headline_in_capitals_still_counts() -> None:
    text = "Storm Kills 40 People As Boeing 737 Diverts\n\nThe storm killed 40."
    assert [amount.exact for amount in read(text)] == ["40", "40"]


def test_the_ends_are_open_where_the_bound_leaves_them_open() -> None:
    ends = {
        amount.bound: (amount.low, amount.high) for amount in read("more than 40 cats, at most 5 dogs, about 7 cows")
    }
    assert ends == {"more than": (40, None), "at most": (None, 5), "about": (7, 7)}


def test_nothing_in_a_date_is_an_amount() -> None:
    text = "They met on the 5 of the month with 30 delegates."
    assert [amount.exact for amount in read(text)] == ["5", "30"]
    assert [amount.exact for amount in read(text, ((8, 26),))] == ["30"]


def test_decimal_settings_elsewhere_change_nothing() -> None:
    before = read("A third of 1,234,567.89 tonnes")
    context = getcontext()
    kept, context.prec = context.prec, 3
    try:
        assert read("A third of 1,234,567.89 tonnes") == before
    finally:
        context.prec = kept
    assert before[-1].value == Decimal("1234567.89")


WORDS = (
    "one two twenty hundred million dozens half third a an and of to from between in up down rose more than $ £ 5 40 2019 "
    "1,200 3.5 - – / : . , percent years m bn % ( ) ' ½ of the Smith No May at 10th fold per week − € minus or old .5 1/2 "
    "£2 10s 4,5 R"
)
WORD = st.sampled_from([*WORDS.split(" "), "\n"])


@given(st.text() | st.lists(WORD).map(" ".join) | st.lists(WORD).map("".join))
def test_any_text_gives_spans_of_it(text: str) -> None:
    found = read(text)
    assert found == read(text)
    assert all(text[amount.start : amount.end] == amount.exact and amount.exact.strip() for amount in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(amount.value is not None or amount.low is not None or amount.high is not None for amount in found)


@given(st.integers(0, 10**12), st.sampled_from(["percent", "people", "km", "euros"]))
def test_a_whole_number_is_read_as_it_is_written(number: int, unit: str) -> None:
    assert [amount.value for amount in read(f"There were more than {number:,} {unit} there.")] == [Decimal(number)]
