"""Percentages held against figures of other sentences: what is found, and the same text mended, which stays silent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.article import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.sums.percentages import percentages

# [[fault|mended]]
# fmt: off
TOLD_APART = [
    "Burglaries in Aldmoor doubled last year, police said. Officers recorded [[310|448]] break-ins in the twelve months to March, against 224 in the previous year.",
    "The library lent 88,000 books last year. The year before it had lent 110,000. The fall of [[35|20]] percent is blamed on the closing of two branches.",
    "Turnout at the by-election was 38 percent, the lowest ever.\n\nOf the 42,000 registered voters, [[21,000|15,960]] went to the polls.",
    "Most of the villagers are against the quarry, a survey says. Of 600 people asked, [[240|340]] were opposed.",
    "More than half of the town's buses are now electric, the operator said. Of its 96 buses, [[41|51]] run on batteries.",
    "Half of the 84 dogs in the shelter have found a home, its manager said. [[Thirty-one|Forty-two]] of them left last week.",
    "Bread prices tripled in three years. A loaf that cost 40 pence in 1971 cost [[80 pence|1.20 pounds]] in 1974.",
    "The price of a ticket has doubled to [[36|48]] euros. Last season it was 24 euros.",
    "The number of herons fell from [[410|450]] pairs in 2015 to 430 pairs in 2020, the society said.",
    "Membership of the club has grown [[from 930 to 870|from 870 to 930]] since the new pitch was opened.",
    "Sales dropped 15 percent last year. The company sold [[62,000|68,000]] bicycles, down from 80,000 in 2018.",
    "Two thirds of the pupils who sat the test passed. [[Ninety|A hundred and twenty]] of the 180 candidates were told on Friday that they had.",
    "A quarter of the island's wells are dry. Engineers looked at 240 wells and found no water in [[96|60]] of them.",
    "Only one in ten of the patients fell ill again. Of the 320 who were treated, [[64|32]] returned to the clinic.",
    "The council has cut its fleet of cars by 30 percent, from 200 to [[120|140]].",
    "Wages went up by [[five percent|two percentage points]], from 3 percent of turnover to 5 percent.",
    "Support for the party rose to 34 percent from 29 percent in May. The gain of [[five percent|five points]] put it ahead.",
    "A majority of members voted against the merger: [[212|412]] of the 640 who sent in their papers.",
    "Exports to the south fell in June to [[4.1|3.4]] billion crowns, from 3.8 billion in May.",
    "The hospital's waiting list has been halved. In January 1,840 patients were waiting; by June there were [[1,230|920]].",
    "Rainfall was four times the usual amount: [[96|128]] millimetres fell in July, when the average is 32.",
    "Unemployment rose in April. It stood at [[6.1|6.9]] percent, compared with 6.4 percent in March.",
    "The school now has 540 pupils, 20 percent more than five years ago, when there were [[500|450]].",
    "Half as many ships called at the port this year as last. The harbour master counted [[330|210]], against 420 in 2011.",
    "Nearly three quarters of the flats have been let. By Friday [[52|88]] of the 120 had tenants.",
    "Crime is down [[40|25]] percent in the district. Police recorded 1,500 offences last year, compared with 2,000 the year before.",
    "A minority of the judges backed the appeal: [[seven|four]] of the eleven wanted it heard.",
    "Farmers harvested 72,000 tons of apples, [[up|down]] from 90,000 tons a year earlier.",
    "The airline cut the fare to 140 dollars from 200 dollars, a [[40|30]] percent reduction.",
    "Share price falls as losses widen\n\nShares in the shipbuilder closed at [[412p|375p]] on Tuesday, down from 390p on Monday.",
    "The theatre sold 45,000 seats this season. That is [[twice|three times]] the 15,000 it sold in its first.",
    "A third of drivers stopped were over the limit, police said. Breath tests were given to 450 people and [[90|150]] failed.",
    "The levy will bring in 12 million crowns a year, double the [[8|6]] million crowns raised by the old one.",
    "One in four homes in the valley has no heating, according to the council, which sent inspectors to 1,200 homes and found [[480|300]] of them cold.",
    "Deaths from measles fell by 60 percent between 1950 and 1955. There were 500 in 1950 and [[300|200]] in 1955.",
    "The reservoir is two-thirds full. It now holds [[24|40]] million litres; its capacity is 60 million litres.",
    "Tram drivers walk out\n\nTram services in Port Wenlow came to a halt on Tuesday after drivers rejected a pay offer.\n\nThe vote was not close. Of 412 ballots returned, 268 were against the offer, some [[85|65]] percent, said union secretary Dale Upchurch. A second vote is set for May.",
    'Whooping cough on the rise in Tamarin County\n\nThe health department has recorded 96 cases of whooping cough since January. In the same period of last year there were 24. "A [[threefold|fourfold]] increase in so short a time is unusual," said Dr Inez Calloway, "but not unheard of."\n\nMost of the patients are under ten.',
    "The brewery at Hallin Cross will close one of its three bottling lines. Output dropped last year to 310,000 hectolitres; in 1998 it was 620,000. The decline of [[60|50]] percent has little to do with the beer, according to manager Piet Roosen. Rather, he said, people drink wine.",
    "Three quarters of pupils in Dunmarrow now walk or cycle to school, the council claims.\n\nA count at the gates of all nine primary schools last week showed that [[1,040|1,540]] of 2,080 children came on foot or by bicycle. Ten years ago fewer than half did.",
    "Shares in Ostrander Mining lost a tenth of their value in a day. They ended Monday at [[31.50|40.50]] dollars, having begun it at 45 dollars. Analysts pointed to the flooded pit in Cerro Alto.",
    "The Wexcombe Players had a good year, with audiences up by a fifth. The treasurer, Ada Pring, told the annual meeting that [[5,100|4,800]] people had bought tickets, against 4,000 the year before. A new curtain will be bought.",
    "Fewer than a third of the candidates are women, the electoral office in Santa Brisa said. It accepted the papers of 640 candidates, [[256|186]] of them women.",
    "Petrol became dearer again in Kestrand at the weekend. A litre of unleaded now costs [[1.62|1.82]] crowns, compared with 1.71 a week ago. Diesel stayed the same.",
    "The old bridge carries 9,000 vehicles a day. When it was opened in 1962 it carried 1,500. Traffic has thus grown [[ninefold|sixfold]], and the concrete shows it, engineer Lorna Teague told the committee.",
    "Ministers have agreed to lower the tax on bread from 12 to 6 percent. The cut of [[six percent|six percentage points]] will cost the treasury about 90 million a year.",
    "Lobster catches off the Merrow Bank have collapsed. The boats landed 140 tons this season, [[50|65]] percent less than in the season before, when they brought home 400 tons. The fishermen blame the warm water.",
    "Hotels in the Velden Lakes filled 62 percent of their beds in July. In July of last year the figure was 50 percent. That is an increase of [[12 percent|12 percentage points]], and the best summer since records began, the tourist board said.",
    "One child in three at Larchfield School is now learning an instrument, head teacher Colm Brady said. Five years ago, he said, it was one in twelve. Of the school's 360 pupils, [[90|120]] have lessons at present.",
    "A discount for early buyers. Season tickets, which normally cost 480 dollars, can be had until June for 360 dollars. The saving of [[35|25]] percent is meant to bring back those who stayed away, said club president Hugo Lantz.",
    "The city has planted 12,000 trees since spring, the mayor said at the opening of Beck Park. That is [[60|40]] percent of the 30,000 he promised before the election.",
    "The insurer said claims for hail damage had risen from 1,900 in 2029 to 5,700 in 2030. The number has thus [[doubled|tripled]] in a single year. It will raise its premiums.",
    "The flood relief fund of 2.4 million dollars will be divided equally among the 800 families who lost their homes. Each family will receive [[4,000|3,000]] dollars, the governor said.",
    "Emigration from the islands slowed. Last year 2,300 people left, down from [[2,100|2,900]] in 2014, the registrar said.",
    "A minority of farmers are in favour of the dam. In a vote held by the union, [[1,240|640]] of the 2,000 members supported it.",
    'Ferry firm cuts a third of its crew\n\nCASTLE HARBOR -- The Blue Sound ferry line said Thursday it would let go 90 of its [[450|270]] deckhands and engineers by Easter.\n\nThe company has lost money since the tunnel opened. "We looked at every other way," said president Olga Brandt.',
    "Measles cases in the Lower Varne doubled between January and February, the regional health office said on Friday. There were [[58|84]] cases in February after 42 in January. No one has died.",
    "Only four in ten households in Brackwater sort their rubbish, a study by the local college suggests. Students looked into the bins of 500 homes. In [[310|200]] of them, paper and glass had been kept apart.",
    "A bigger prize\n\nThe winner of the Marl Prize will receive 25,000 dollars this year, 50 percent more than last year's winner, who got [[20,000|16,700]] dollars. The jury has nine members.",
    "After the harvest the price of onions fell by half. At the market in Sundra a kilo went for [[24|15]] rupees on Monday; a month ago it had fetched 30 rupees.",
    "Almost all the houses in the village were damaged by the quake, the governor said. Engineers have so far declared [[110|310]] of the 320 houses unsafe.",
    "The Alder Theatre has raised its prices. A seat in the stalls, which used to cost 40 crowns, is now 52 crowns, an increase of [[12|30]] percent. Seats in the gallery are as cheap as ever.",
    "Fewer babies in Norholm\n\nThe number of births in Norholm [[rose|fell]] for the fourth year running. Last year 1,870 children were born in the city, compared with 1,960 in the year before.",
    "More than two thirds of the delegates, [[310|350]] out of 500, raised their hands for the motion, said conference chair Bettina Aalto.",
    "Half a million people live in the delta. According to a new census, 125,000 of them, or [[one in five|one in four]], have no clean water.",
    "The clinic treated 1,600 patients in its first year, of whom 400 came from abroad. Foreigners thus made up [[40|25]] percent of the total, director Jan Szulc said.",
    "A small majority of shopkeepers would rather see the street closed to cars. Of the 74 who answered the chamber of commerce's letter, [[31|41]] said so.",
    "Voters stayed at home. Just 9,100 of the 26,000 people on the rolls turned out, a turnout of [[45|35]] percent and the lowest since the war.",
    "Ice on Lake Tarn was 30 centimetres thick on Sunday, [[twice|three times]] as thick as a week earlier, when it measured 10 centimetres.",
    "The number of vultures has tripled since poison was banned in 1999. That year wardens counted 70 pairs. This spring there were [[140|210]].",
    "Donations to the lifeboat fund are [[up 15|down 15]] percent. By the end of October 340,000 pounds had come in, against 400,000 pounds at the same time last year.",
    "Bakers warn of higher prices\n\nA sack of flour costs a third more than it did at Christmas, according to the bakers' guild. Then it was 18 crowns; today it is [[36|24]] crowns, said its chairman, Lars Tobin. He wants the duty on wheat lifted.",
    "The state of Marabe has 54 counties. In [[19|31]] of them, more than half, there is no maternity ward, a newspaper survey found.",
    "Fire crews were called out 1,260 times in 2014, police said. In 2013 they had been called 1,050 times. Chief Marta Dowd blamed the [[40|20]] percent increase on the dry spring.",
    "Attendance at the fair was down sharply. Organizers counted 31,000 visitors over the weekend, compared with [[29,500|44,500]] in 1988.",
    "The government wants to double the number of wardens in its parks. At present there are 140; by 2040 there are to be [[200|280]].",
    "Most farms in the district have been sold since the war, according to the land registry. Of the 1,200 that existed in 1950, [[410|810]] have changed hands.",
    "Life expectancy in Tessaly has [[fallen|risen]] again, to 81.4 years from 81.1 the year before, the statistics office said.",
    "Some 2,400 households lost power in the storm, or [[one in three|one in five]] of the 12,000 in the county.",
    "The club sold 300 season tickets in the first week, twice as many as last year, when only [[200|150]] had been taken up in the same time.",
    "Divers have raised 36 of the 48 cannon that went down with the frigate. With [[two thirds|three quarters]] of the guns ashore, the work will go on next summer.",
    "Egg output has recovered. Hens in the province laid 9.6 million eggs in May after 6.4 million in April, a [[25|50]] percent jump that surprised traders.",
    "The bill passed comfortably. Of the 90 senators, 63 voted yes, [[60|70]] percent of the house.",
    "Fewer than one in ten applicants got a flat. The housing office had 640 applications for [[96|46]] flats, it said on Monday.",
    "Nobody expected so many runners. In its first year the race had 250 entrants. This time 1,000 have signed up, [[five|four]] times as many.",
    "The company has halved its debt. It now owes [[310 million|210 million]] dollars, having owed 420 million two years ago.",
    "House prices in Lowmere fell 8 percent last year to an average of 230,000 pounds, the agency said. In the year before the average had been [[300,000|250,000]] pounds.",
    "A quarter of the class was ill. Of 28 pupils, [[14|seven]] stayed at home on Monday, the teacher, Hilde Maron, said.",
    "The strike cost the port 18 ships in March. It handled 54 ships instead of the usual 72, a loss of [[a third|a quarter]].",
    "Most commuters are happy with the new trams, a poll for the Daily Ledger shows. It found that [[41|61]] percent of commuters were content with the service. The trams came in 2030.",
    "Half of teachers plan to quit\n\nMore teachers than ever are thinking of leaving, a union survey has found.\n\nAsked about their plans, [[31|51]] percent of teachers said that they would be gone within two years.",
    "A majority of readers want the column back, the editor said. Some [[38|58]] percent of those who wrote in had asked for it.",
    "Quiet start to the ski season\n\nLifts at Mount Harrow carried 42,000 skiers over the New Year holiday, 30 percent [[more|fewer]] than a year ago, when snow was plentiful and 60,000 came.\n\nThe season runs until April 10.",
    "Nurses win back pay\n\nThe tribunal awarded the 60 nurses 1.8 million dollars in back pay, which works out at [[50,000|30,000]] dollars each. The hospital may appeal.",
    "Tea workers' wages will go up by 8 percent in July under a deal struck on Sunday. A picker who now earns 250 rupees a day will then get [[300|270]] rupees. The union had asked for 320.",
    "Two in five drowned without a life jacket\n\nThe coast guard has looked into the 75 drownings of the past five years. In [[45|30]] cases the victim wore no life jacket, its report says.",
    "The price of copper hit a new low on Friday. It [[rose|fell]] to 5,860 dollars a ton from 6,020 dollars on Thursday.",
    "The orchestra lost [[a quarter|half]] of its subscribers during the closure. There were 3,200 of them in 2019 and 1,600 when it played again.",
    "About 70 percent of Kerrin's 2,300 inhabitants, or some [[1,200|1,600]] people, live off fishing, the report notes.",
    "Inflation in Brodna came down to 9 percent in May. A year earlier it had been [[7|14]] percent.",
    "The new scanner needs 12 minutes for a passenger, the airport says, [[a third|two thirds]] less than the old one, which took 36 minutes.",
    "Fewer than half the seats in the new hall were taken on opening night. Of the 1,800 seats [[1,100|800]] were occupied, according to the box office.",
    "Chess federation: more girls\n\nThe share of girls among young players has doubled since 2020. Then 14 percent of players under 16 were girls; now it is [[21|28]] percent.",
    "The mine employs 800 people at Stannerton. By December the figure is to fall to 600, a cut of [[40|25]] percent, the owners said in a statement.",
    "The bridge toll goes up on Monday for the first time in nine years. Cars will pay 6 dollars instead of 5, [[a rise of 30 percent|a rise of 20 percent]]. Bicycles cross free.",
    "Nine out of ten people in the valley speak the old tongue, the linguists found. They tested 460 villagers, and [[230|415]] could hold a conversation in it.",
    "Electricity use in Port Salis peaked at 640 megawatts on Wednesday, up [[from 655|from 605]] megawatts the day before, as the heat went on.",
    "Minister Gala Brink said the army had shrunk by two fifths in a decade. It had 50,000 soldiers then. It has [[20,000|30,000]] now.",
    "In the first round the mayor got 4,400 of the 10,000 votes cast. That is a [[clear majority|clear lead but no majority]], her supporters say.",
    "The appeal has raised 90,000 pounds so far, three quarters of the [[150,000|120,000]] pounds needed for the new roof.",
    "Three of the four quarries have shut. Output has gone from 900,000 tons to 270,000 tons in ten years, a drop of [[30|70]] percent.",
    "Sugar factory to shed jobs\n\nThe sugar factory at Brend will let 70 of its 280 people go, the owners said on Wednesday. The loss of [[a third|a quarter]] of the staff follows two poor harvests. The mayor called it a dark day.",
    "Cycle hire in Vantry is booming. In the first half of the year 84,000 trips were made, against 60,000 in the first half of last year, [[24|40]] percent more. A trip costs 2 dollars.",
    "The committee was split. Eight of its 15 members, a [[minority|majority]], wanted to go on with the inquiry.",
    "Wind farms supplied 3,400 megawatts on the stormiest day, nearly [[a third|half]] of the 7,000 the country needed.",
    "Sales of vinyl records have quadrupled in six years. In 2030 shops in the country sold 150,000 of them; last year it was [[450,000|600,000]].",
    "One in eight parcels arrives late, the post office admits. Of 24,000 parcels followed in a test, [[1,500|3,000]] came a day or more too late.",
    "Half of the donors gave more than once. The charity counted 3,000 donors, [[900|1,500]] of whom gave twice or oftener.",
    "Cinema tickets were cheaper in May. On average they cost [[9.40|8.40]] dollars, compared with 8.90 dollars in April.",
    "Enrolment at the college fell by 120 students, or [[20|10]] percent, to 1,080 this autumn.",
    "The fishermen's catch was down to 80 tons, [[three quarters|a third]] less than the 120 tons of the previous year.",
]
SILENT = [
    "Sales rose 20 percent to 48 million from 40 million. Profits doubled.",
    "The museum had 52,000 visitors last year. Ticket prices rose by 10 percent, from 20 to 22 crowns.",
    "Tariffs ranged from 5 percent to 25 percent after the council cut the grant.",
    "Three of four residents disliked the plan. Some 13 percent of the voters liked it.",
    "The island took in 11,500 guests, 15 percent over the limit of 10,000. Some 98 percent of the guests came by sea.",
    "Vestry Falls has two schools. One school has been closed.",
    "The club doubled the number of boats to eight. In 2019 some 9,000 people came to watch.",
    "Fees have risen by about half. A spokesman would not comment. The train carried 70,000 passengers, up from 62,000.",
    "Bread is dearer. The bakery sold 300 loaves, compared with 250 a week ago, and cakes sold twice as well.",
    "Most days are quiet. Of the 40 members 12 come every day.",
    "Analysts expect sales to rise by 10 percent. Last year they were 40 million crowns, after 50 million in the year before.",
]
# fmt: on


def _suspected(text: str) -> list[Suspicion]:
    return list(percentages(read(text, "2020-05-05", names=False)))


def _either(text: str, which: int) -> str:
    return re.sub(r"\[\[(.*?)\|(.*?)\]\]", lambda found: found[which], text)


@pytest.mark.parametrize("text", TOLD_APART)
def test_a_percentage_is_held_against_the_figures_near_it(text: str) -> None:
    assert any(one.certainty != "look" for one in _suspected(_either(text, 1)))


@pytest.mark.parametrize("text", TOLD_APART)
def test_what_is_mended_is_not_suspected(text: str) -> None:
    assert _suspected(_either(text, 2)) == []


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_other_things_are_left_alone(text: str) -> None:
    assert _suspected(text) == []


_PIECES = st.sampled_from(
    ["rose", "fell", "doubled", "a third of", "most of the", "40", "52", "1,200 people", "12 percent", "of them", "from",
     "to", "last year", "in 2018", ". ", ", ", "compared with", "each", "out of", "\n\n", "up", "The drop of", "half"]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=2, max_size=30).map(" ".join))
def test_whatever_is_suspected_stands_in_the_text(text: str) -> None:
    reading = read(f"It is so. {text}", names=False)
    for one in percentages(reading):
        assert all(reading.text[words.start : words.end] == words.exact for words in one.spans)
        assert one.reason.endswith(".")
        assert one.asserts
