"""What the figures of a passage come to, and how a figure of a claim stands to that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.slots.arithmetic import derive, moved
from checks.reading.slots.figures import Figure, figures_in, quantifiers_in
from checks.reading.slots.parts import Relation

# Claim, passage, the figure of the claim, and how it stands to what the passage comes to; "none" where nothing asks.
PAIRS = [
    ("In all, 52 vessels were inspected.", "Inspectors boarded 31 trawlers and 21 ferries.", "52", "agree"),
    (
        "In all, 55 vessels were inspected.",
        "Inspectors boarded 31 vessels and 21 vessels of the second fleet.",
        "55",
        "conflict",
    ),
    (
        "A total of 19 players were fined.",
        "The league fined 12 players on Monday and seven more on Thursday.",
        "A total of 19",
        "agree",
    ),
    (
        "A total of 21 players were fined.",
        "The league fined 12 players on Monday and seven more on Thursday.",
        "A total of 21",
        "conflict",
    ),
    (
        "More than 15 players were fined in all.",
        "The league fined 12 players on Monday and seven more on Thursday.",
        "More than 15",
        "wider",
    ),
    ("The two grants come to £1.1m altogether.", "One grant is of £700,000, the other of £400,000.", "£1.1m", "agree"),
    ("Together the clubs owe $90m.", "Rovers owe $52m and United owe $38m.", "$90m", "agree"),
    ("Together the clubs owe $100m.", "Rovers owe $52m and United owe $38m.", "$100m", "conflict"),
    (
        "Eleven people died in the fires.",
        "Seven people died in the first fire and another four in the second.",
        "Eleven",
        "agree",
    ),
    ("Seven sheep are left in the flock.", "Of the 12 sheep in the flock, five were killed by dogs.", "Seven", "agree"),
    (
        "Eight sheep are left in the flock.",
        "Of the 12 sheep in the flock, five were killed by dogs.",
        "Eight",
        "conflict",
    ),
    ("The jobless rate rose 25 percent.", "The jobless rate went from 4 percent to 5 percent.", "25 percent", "agree"),
    ("The jobless rate rose 1 percent.", "The jobless rate went from 4 percent to 5 percent.", "1 percent", "conflict"),
    (
        "The jobless rate rose one percentage point.",
        "The jobless rate went from 4 percent to 5 percent.",
        "one percentage point",
        "agree",
    ),
    (
        "The jobless rate fell one percentage point.",
        "The jobless rate went from 4 percent to 5 percent.",
        "one percentage point",
        "conflict",
    ),
    (
        "Attendance more than doubled.",
        "Attendance rose from 3,000 in 2010 to 7,400 in 2015.",
        "more than doubled",
        "wider",
    ),
    ("Attendance tripled.", "Attendance rose from 3,000 in 2010 to 7,400 in 2015.", "tripled", "conflict"),
    ("Attendance almost doubled.", "Attendance rose from 3,000 in 2010 to 5,800 in 2015.", "almost doubled", "agree"),
    ("Profit halved.", "Profit was £8m last year. This year it was £4m.", "halved", "agree"),
    ("Profit doubled.", "Profit was £8m last year. This year it was £4m.", "doubled", "conflict"),
    ("Rents rose by 12 percent.", "The average rent was £1,000 in 2019 and £1,120 in 2020.", "12 percent", "agree"),
    ("Rents rose by 20 percent.", "The average rent was £1,000 in 2019 and £1,120 in 2020.", "20 percent", "conflict"),
    ("Rents rose by £120.", "The average rent was £1,000 in 2019 and £1,120 in 2020.", "£120", "agree"),
    ("Rents fell by £120.", "The average rent was £1,000 in 2019 and £1,120 in 2020.", "£120", "conflict"),
    ("A fifth of the bridges are unsafe.", "Of the county's 250 bridges, 50 are unsafe.", "A fifth", "agree"),
    ("A third of the bridges are unsafe.", "Of the county's 250 bridges, 50 are unsafe.", "A third", "conflict"),
    ("Most of the bridges are sound.", "Of the county's 250 bridges, 200 are sound.", "Most", "wider"),
    (
        "20 percent of the bridges are unsafe.",
        "The county counts 50 of its 250 bridges as unsafe.",
        "20 percent",
        "agree",
    ),
    (
        "40 percent of the bridges are unsafe.",
        "The county counts 50 of its 250 bridges as unsafe.",
        "40 percent",
        "conflict",
    ),
    ("Three-quarters of the jurors were women.", "Nine of the 12 jurors were women.", "Three-quarters", "agree"),
    ("Some 60 pupils failed.", "Of the 500 pupils, 12 percent failed.", "Some 60", "agree"),
    ("The motion was carried by nine votes.", "The motion was carried 34-25.", "nine", "agree"),
    ("The motion was carried by seven votes.", "The motion was carried 34-25.", "seven", "conflict"),
    (
        "The fine was equal to about $38,000.",
        "He was fined £30,000. A pound was worth $1.27 at the time.",
        "about $38,000",
        "agree",
    ),
    (
        "The fine was equal to about $60,000.",
        "He was fined £30,000. A pound was worth $1.27 at the time.",
        "about $60,000",
        "conflict",
    ),
    ("The outing cost $1,500.", "The outing cost $30 a head for 50 people.", "$1,500", "agree"),
    (
        "The scheme will cost £40m over the decade.",
        "The scheme costs £8m a year and runs for five years.",
        "£40m",
        "agree",
    ),
    (
        "The factory made 900 cars last year.",
        "The factory made 1,000 cars this year, 100 more than last year.",
        "900",
        "agree",
    ),
    ("The council wanted £4m.", "The council got £3m, £1m less than it wanted.", "£4m", "agree"),
    (
        "Twice as many people came in 2018 as in 2017.",
        "In 2017 the fair drew 400 people. In 2018 it drew 800.",
        "Twice",
        "agree",
    ),
    (
        "Twice as many people came in 2017 as in 2018.",
        "In 2017 the fair drew 400 people. In 2018 it drew 800.",
        "Twice",
        "conflict",
    ),
    ("Sales rose from 300 to 450.", "Sales were 300 in March and 450 in May.", "from 300 to 450", "agree"),
    ("Sales rose from 300 to 450.", "Sales were 450 in March and 300 in May.", "from 300 to 450", "conflict"),
    ("Sales doubled.", "Sales were 600, against a forecast of 300 by analysts.", "doubled", "none"),
    ("In all, 40 people were hurt.", "The first crash hurt 20 people, including 12 children.", "40", "none"),
    ("Shares fell by a tenth.", "Shares closed at 90p, down from 100p.", "a tenth", "agree"),
    ("The unit price rose 3p.", "The unit price is now 27p; a year ago it was 24p.", "3p", "agree"),
    ("Each member paid £25.", "The 40 members paid £1,000 between them.", "£25", "none"),
    ("Tickets cost £25 each.", "The 40 tickets cost £1,000 in total.", "£25", "agree"),
    ("Unanimously, all 12 jurors agreed.", "All 12 jurors agreed.", "12", "none"),
    (
        "Nearly two-thirds of voters backed it.",
        "It was backed by 640 of the 1,000 voters.",
        "Nearly two-thirds",
        "agree",
    ),
    ("About half of the patients recovered.", "Of 212 patients, 104 recovered.", "About half", "agree"),
    ("Two in five patients recovered.", "Of 200 patients, 80 recovered.", "Two in five", "agree"),
    ("The gap between them was 8 points.", "Smith polled 46 percent and Jones 38 percent.", "8 points", "none"),
    (
        "Smith finished eight percentage points ahead of Jones.",
        "Smith polled 46 percent and Jones 38 percent.",
        "eight percentage points",
        "agree",
    ),
    ("The team scored 15 goals more than in 2001.", "They scored 45 goals in 2001 and 60 in 2002.", "15", "agree"),
    (
        "Output in 1990 was four times that of 1950.",
        "Output was 25,000 tonnes in 1950 and 100,000 tonnes in 1990.",
        "four times",
        "agree",
    ),
    (
        "Output in 1990 was three times that of 1950.",
        "Output was 25,000 tonnes in 1950 and 100,000 tonnes in 1990.",
        "three times",
        "conflict",
    ),
    (
        "Some 300 people were evacuated from the two villages.",
        "Firefighters evacuated 180 people from Hest and 120 from Orl.",
        "Some 300",
        "agree",
    ),
    (
        "Some 300 people were evacuated from the two villages.",
        "Firefighters evacuated 180 people from Hest and 120 from Orl.",
        "two",
        "agree",
    ),
    (
        "The court freed nine of them and kept the other six.",
        "Fifteen were held. The court freed nine.",
        "six",
        "agree",
    ),
    ("Four people were unhurt.", "Six people were aboard; two were hurt.", "Four", "agree"),
    (
        "The company will lose a quarter of its staff.",
        "The company, which employs 2,000 people, will shed 500 jobs.",
        "a quarter",
        "agree",
    ),
    (
        "Staff numbers fell by a quarter.",
        "The company employed 2,000 people in January and 1,500 in June.",
        "a quarter",
        "agree",
    ),
    (
        "The price of bread went up 10 percent in May.",
        "A loaf cost 1.00 euro in April. In May it cost 1.10 euros.",
        "10 percent",
        "agree",
    ),
    (
        "The army has grown by 10,000 men since 1990.",
        "The army had 40,000 men in 1990 and has 50,000 today.",
        "10,000",
        "agree",
    ),
    (
        "The army has grown by 15,000 men since 1990.",
        "The army had 40,000 men in 1990 and has 50,000 today.",
        "15,000",
        "conflict",
    ),
    ("Only 12 percent of those asked objected.", "Of 650 residents asked, 78 objected.", "12 percent", "agree"),
    ("One in eight residents objected.", "Of 640 residents asked, 80 objected.", "One in eight", "agree"),
    ("Inflation slowed by half a point.", "Inflation slowed from 3.0 percent to 2.5 percent.", "half a point", "agree"),
    ("Inflation slowed by half.", "Inflation slowed from 3.0 percent to 2.5 percent.", "half", "conflict"),
    ("Her lead has shrunk to three points.", "She is on 41 percent, he is on 38.", "three points", "none"),
    (
        "The bank cut its rate by a quarter-point.",
        "The bank cut its rate to 4.75 percent from 5 percent.",
        "a quarter-point",
        "agree",
    ),
    (
        "The bank cut its rate by 25 basis points.",
        "The bank cut its rate to 4.75 percent from 5 percent.",
        "25 basis points",
        "agree",
    ),
    (
        "The bank cut its rate by 50 basis points.",
        "The bank cut its rate to 4.75 percent from 5 percent.",
        "50 basis points",
        "conflict",
    ),
    (
        "Wheat output fell 8 percent to 46 million tonnes.",
        "Wheat output was 46 million tonnes, against 50 million the year before.",
        "8 percent",
        "agree",
    ),
    (
        "Wheat output fell 18 percent to 46 million tonnes.",
        "Wheat output was 46 million tonnes, against 50 million the year before.",
        "18 percent",
        "conflict",
    ),
    ("Losses widened to $30m.", "The firm lost $30m, compared with $12m a year earlier.", "$30m", "none"),
    ("The death toll rose by 20.", "The death toll rose to 120 on Friday from 100.", "20", "agree"),
    ("Fewer than half the seats were filled.", "Of 300 seats, 120 were filled.", "Fewer than half", "wider"),
    ("More than half of the seats were filled.", "Of 300 seats, 120 were filled.", "More than half", "conflict"),
    (
        "A majority of members backed the plan.",
        "The plan was backed by 61 of the club's 100 members.",
        "A majority",
        "wider",
    ),
    (
        "A majority of members backed the plan.",
        "The plan was backed by 41 of the club's 100 members.",
        "A majority",
        "conflict",
    ),
    ("All members backed the plan.", "The plan was backed by 61 of the club's 100 members.", "All", "conflict"),
    ("All the members backed the plan.", "All 100 members backed the plan.", "All", "none"),
    (
        "The bridge cost three times its budget.",
        "The bridge cost £90m against a budget of £30m.",
        "three times",
        "none",
    ),
    (
        "The bridge cost £60m more than planned.",
        "The bridge cost £90m, against the £30m that was planned.",
        "£60m",
        "agree",
    ),
    (
        "The hospital's deficit grew by a third.",
        "The trust overspent by £24m in the year to March, having overspent by £18m the year before.",
        "a third",
        "agree",
    ),
    (
        "Bus fares will go up by 10 per cent in January.",
        "From January a single bus fare will be £2.20. It is £2 at present.",
        "10 per cent",
        "agree",
    ),
    (
        "Bus fares will go up by 20 per cent in January.",
        "From January a single bus fare will be £2.20. It is £2 at present.",
        "20 per cent",
        "conflict",
    ),
    (
        "The town's population has fallen by half since 1950.",
        "In 1950 the town had 18,400 inhabitants; now it has 9,200.",
        "half",
        "agree",
    ),
    (
        "The flood killed 31 people in the two provinces.",
        "Nineteen people were killed in Anhara, and twelve more in Belno.",
        "31",
        "agree",
    ),
    (
        "The flood killed 41 people in the two provinces.",
        "Nineteen people were killed in Anhara, and twelve more in Belno.",
        "41",
        "none",
    ),
    (
        "Almost one in three of the town's shops is empty.",
        "Of 214 shops in the town, 68 stand empty.",
        "Almost one in three",
        "agree",
    ),
    (
        "Almost half of the town's shops are empty.",
        "Of 214 shops in the town, 68 stand empty.",
        "Almost half",
        "conflict",
    ),
    ("The strike cost the port $6m.", "The strike lasted 12 days and cost the port $500,000 a day.", "$6m", "agree"),
    (
        "The museum drew twice as many visitors this summer as last.",
        "Last summer 41,000 people came to the museum. This summer 83,000 did.",
        "twice",
        "agree",
    ),
    ("She won by six points.", "The final score was 21-15.", "six points", "agree"),
    ("The budget was passed with a majority of four.", "The budget was passed by 52 votes to 48.", "four", "agree"),
    ("The budget was passed with a majority of six.", "The budget was passed by 52 votes to 48.", "six", "conflict"),
    (
        "The tower is 30 metres taller than the old one.",
        "The new tower stands 180 metres high; the old one was 150 metres.",
        "30 metres",
        "agree",
    ),
    (
        "Wages rose faster, by 5.1 percent.",
        "Wages rose 5.1 percent over the year, prices 3.9 percent.",
        "5.1 percent",
        "none",
    ),
    (
        "Inflation is now two points lower than in June.",
        "Inflation, which was 6.1 percent in June, stood at 4.1 percent in December.",
        "two points",
        "agree",
    ),
    ("The budget of the film was $2m over plan.", "The film cost $12m. It had been budgeted at $10m.", "$2m", "none"),
    ("Ticket sales brought in £12,000.", "The club sold 800 tickets at £15 each.", "£12,000", "agree"),
    ("Ticket sales brought in £18,000.", "The club sold 800 tickets at £15 each.", "£18,000", "none"),
    (
        "Twelve of the 20 miners were rescued, leaving eight underground.",
        "Twenty miners were trapped; twelve have been brought out.",
        "eight",
        "agree",
    ),
    (
        "Some $4.5bn was spent over three years.",
        "The ministry spent $1.5bn in each of the three years.",
        "Some $4.5bn",
        "none",
    ),
    ("The average gift was $50.", "The appeal brought in $10,000 from 200 donors.", "$50", "agree"),
    (
        "Nine in ten nurses voted to strike.",
        "Of 2,000 nurses who voted, 1,810 were for a strike.",
        "Nine in ten",
        "agree",
    ),
    (
        "Seven in ten nurses voted to strike.",
        "Of 2,000 nurses who voted, 1,810 were for a strike.",
        "Seven in ten",
        "conflict",
    ),
    (
        "The euro cost $1.20 in June, 10 cents more than in May.",
        "In May a euro cost $1.10 and in June $1.20.",
        "10 cents",
        "agree",
    ),
    (
        "The company's market value has quadrupled since 2015.",
        "The company, worth $5bn in 2015, is valued today at $20bn.",
        "quadrupled",
        "agree",
    ),
    (
        "The company's market value has tripled since 2015.",
        "The company, worth $5bn in 2015, is valued today at $20bn.",
        "tripled",
        "conflict",
    ),
    (
        "Exports dropped to 90,000 tonnes.",
        "Exports were 90,000 tonnes in 2009, down from 120,000 tonnes in 2008.",
        "90,000 tonnes",
        "agree",
    ),
    (
        "Exports climbed to 90,000 tonnes.",
        "Exports were 90,000 tonnes in 2009, compared with 120,000 tonnes in 2008.",
        "90,000 tonnes",
        "conflict",
    ),
    ("Between them the brothers scored 50 goals.", "Ivan scored 29 goals and Marek 21.", "50", "agree"),
    ("A tenth of the crop was lost.", "Farmers lost 300 of the 3,000 hectares they had sown.", "A tenth", "agree"),
    ("The two parties together won 61 seats.", "The Greens took 24 seats and the Liberals 37.", "61", "agree"),
    ("The two parties together won 71 seats.", "The Greens took 24 seats and the Liberals 37.", "71", "conflict"),
    (
        "The share of renters rose from 20 to 30 percent.",
        "Renters made up 20 percent of households in 2001 and 30 percent in 2021.",
        "from 20 to 30 percent",
        "agree",
    ),
    ("Crime fell by 400 offences.", "Police recorded 5,200 offences in 2018 and 4,800 in 2019.", "400", "agree"),
    ("Crime fell by 8 percent.", "Police recorded 5,200 offences in 2018 and 4,800 in 2019.", "8 percent", "agree"),
    ("Crime fell by 18 percent.", "Police recorded 5,200 offences in 2018 and 4,800 in 2019.", "18 percent", "none"),
    ("Crime rose by 400 offences.", "Police recorded 5,200 offences in 2018 and 4,800 in 2019.", "400", "conflict"),
]


@pytest.mark.parametrize(("claim", "passage", "words", "relation"), PAIRS)
def test_what_the_figures_come_to(claim: str, passage: str, words: str, relation: str) -> None:
    found = derive(_figure(claim, words), figures_in(passage), claim, passage)
    assert (found[0].value if found else "none") == relation


SUMS = [
    ("In all, 52 vessels were inspected.", "Inspectors boarded 31 trawlers and 21 ferries.", "52", "31 + 21 = 52"),
    (
        "A total of 21 players were fined.",
        "They fined 12 players and then seven more players.",
        "A total of 21",
        "12 + 7 = 19, not a total of 21",
    ),
    (
        "Attendance more than doubled.",
        "Attendance rose from 3,000 to 7,400.",
        "more than doubled",
        "7,400 / 3,000 = 2.47, which is more than doubled",
    ),
    (
        "The rate rose one percentage point.",
        "The rate went from 4 percent to 5 percent.",
        "one percentage point",
        "from 4 % to 5 % is 1 percentage point",
    ),
    ("A fifth of the bridges are unsafe.", "Of 250 bridges, 50 are unsafe.", "A fifth", "50 of 250 is 20 percent"),
    ("He has six brothers.", "He was the youngest of seven brothers.", "six", "7 - 1 = 6"),
    (
        "The lease is worth some $2m.",
        "The lease is for 300m yen; the dollar bought 150 yen.",
        "some $2m",
        "300m yen / 150 = 2,000,000 dollar, which is some $2m",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "words", "told"), SUMS)
def test_the_sum_is_written_out(claim: str, passage: str, words: str, told: str) -> None:
    found = derive(_figure(claim, words), figures_in(passage), claim, passage)
    assert found is not None
    assert found[1] == told
    assert all(passage[one.start : one.end] == one.exact for one in found[2])


WAYS = [
    ("Thefts rose last year.", "There were 320 thefts in 2021 and 410 in 2022.", "agree"),
    ("Thefts fell last year.", "There were 320 thefts in 2021 and 410 in 2022.", "conflict"),
    (
        "Fewer storms struck the coast than in the previous year.",
        "Six storms struck in 2013; in 2014 there were four.",
        "agree",
    ),
    ("The yen weakened against the dollar.", "A dollar bought 140 yen a year ago. It now buys 150 yen.", "agree"),
    (
        "The yen strengthened against the dollar.",
        "A dollar bought 140 yen a year ago. It now buys 150 yen.",
        "conflict",
    ),
    ("Profits rose.", "Profits were £4m, where analysts had forecast £3m.", "none"),
    ("Thefts rose and burglaries fell.", "There were 320 thefts in 2021 and 410 in 2022.", "none"),
    ("Thefts rose.", "Derby had 320 thefts and Leicester 410.", "none"),
]


@pytest.mark.parametrize(("claim", "passage", "relation"), WAYS)
def test_which_way_it_went(claim: str, passage: str, relation: str) -> None:
    found = moved(claim, figures_in(passage), passage)
    assert (found[0].value if found else "none") == relation


NUMBERS = st.lists(st.integers(min_value=2, max_value=900), min_size=2, max_size=4, unique=True)


@given(NUMBERS)
def test_a_sum_of_all_the_parts_is_borne_out_and_another_is_not(parts: list[int]) -> None:
    passage = "The stalls were " + ", ".join(f"{n} lambs" for n in parts) + "."
    total = sum(parts)
    for said, relation in ((total, Relation.AGREE), (total + 1001, Relation.CONFLICT)):
        claim = f"In all there were {said:,} lambs in the stalls."
        found = derive(figures_in(claim)[0], figures_in(passage), claim, passage)
        assert found is not None
        assert found[0] is relation


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_are_borne(claim: str, passage: str) -> None:
    stated = figures_in(passage)
    for one in (*figures_in(claim), *quantifiers_in(claim)):
        found = derive(one, stated, claim, passage)
        assert found == derive(one, stated, claim, passage)
        assert found is None or (found[1] and set(found[2]))
    moved(claim, stated, passage)


def _figure(text: str, words: str) -> Figure:
    return next(one for one in (*figures_in(text), *quantifiers_in(text)) if one.exact == words)
