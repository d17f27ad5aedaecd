"""Totals, products and votes: what is suspected and what is not. The sentences were written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.asking import parsed
from checks.case.catalogue import arguments, check_named
from checks.case.nouns import Anchor, Claim, Document, Passage, Verdict
from checks.reading.article import Reading, read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.sums.products import products
from checks.reading.suspicions.sums.totals import totals
from checks.reading.suspicions.sums.votes import votes

Rule = Callable[[Reading], Iterable[Suspicion]]


def suspected(rule: Rule, text: str) -> list[Suspicion]:
    return read(text, names=False).suspect(rule)


def asked(text: str, suspicion: Suspicion) -> Verdict:
    """What the check finds of a claim that asserts what the suspicion says it would."""
    article = Document("article", "article", "invented", "", "", None, None, "", "secondary", text, text)
    claim = Claim("all", Anchor(text), text, "article", {}, (Passage(article, Anchor(text)),))
    check = check_named(suspicion.check)
    values = {name: parsed(arguments(check)[name].annotation, said, name) for name, said in suspicion.asserts}
    verdict: Verdict = check.check(claim, **values).verdict
    return verdict


FAULTS = [
    (totals, "Of the $9 million, $4 million goes to farms, $3 million to woods, and $4 million to roads.", "likely"),
    (totals, "The club spent $9 million, $4 million on players and $7 million on the ground.", "likely"),
    (totals, "The crash injured 55 people: 30 men, 15 women and 12 children.", "certain"),
    (totals, "The crash hurt 55 people — 30 men, 15 women and 12 children — on Monday.", "certain"),
    (totals, "The rebels freed 18 hostages (ten women and six children).", "certain"),
    (totals, "The team won a total of 14 medals: five gold, four silver and three bronze.", "certain"),
    (totals, "He has won 14 titles - nine singles and six doubles.", "likely"),
    (totals, "The council will plant 60 trees: 25 oaks, 20 limes and 10 maples.", "likely"),
    (totals, "The shop sold 12 paintings, three drawings and five prints, 21 works in all.", "likely"),
    (totals, "She gave away 300 meals, 250 coats and 200 beds, a total of 850 gifts.", "likely"),
    (totals, "It gave $4.2 million for roads and $1.1 million for parks, $7 million in total.", "certain"),
    (totals, "Of the 120 homes, 70 were destroyed and the remaining 60 damaged.", "certain"),
    (totals, "Of the 24 children, 14 are girls and 12 are boys.", "likely"),
    (totals, "The ship carried 240 people, of whom 120 were women and 130 were men.", "likely"),
    (totals, "The ship carried 240 people, including 260 children.", "certain"),
    (totals, "Fifty-two of the 40 clerks were sacked.", "certain"),
    (totals, "The party won 80 of the 200 seats, leaving 130 for its rivals.", "certain"),
    (totals, "The firm lost 12 of its 40 staff and has 30 left.", "likely"),
    (totals, "Five of the nine judges agreed with him and five dissented.", "likely"),
    (totals, "The 15-member panel, made up of six judges, five lawyers and three doctors, met.", "certain"),
    (totals, "The jury of 12, made up of seven men and six women, retired.", "likely"),
    (totals, "The 90 seats were shared by three parties: 40 for the Blues, 35 for the Reds and 20 for the Greens.",
     "certain"),
    (totals, "The poll found 52 percent for, 38 against and 15 undecided.", "certain"),
    (totals, "The survey found 62 percent of voters support the plan and 45 percent oppose it.", "likely"),
    (totals, "The storm killed nine people, five in Orla and six in Brand.", "likely"),
    (totals, "The bridge cost £4.5m and the road £3.2m. Together they cost £9m.", "likely"),
    (totals, "Fourteen people died on Monday. They were eight men and seven women.", "likely"),
    (totals, "Fourteen people died on Monday. Of them, nine were men and seven were women.", "likely"),
    (totals, "The farm lost 40 of its 200 ewes in the snow. It is left with 180.", "likely"),
    (totals, "The depot will scrap 30 buses, leaving it with 95. It runs 135 buses at present.", "likely"),
    (totals, "Three more bodies were found, bringing the toll to 23. On Monday it had stood at 18.", "likely"),
    (totals, "The mill employs 340 people, up from 280 a year ago, an increase of 80.", "likely"),
    (totals, "All 86 people got out. There were 64 passengers and 32 crew on board.", "likely"),
    (totals, "The team came home with 27 medals. It won eight gold, eleven silver and nine bronze.", "likely"),
    (totals, "They played 42 matches, winning 21, drawing 12 and losing 11.", "likely"),
    (totals, "The flood ruined 640 homes. Of these, 310 are in Orla, 195 in Brand and 125 in Tarn.", "likely"),
    (totals, "It has two tanks and holds 900 litres. The first tank holds 450 litres, the second 350.", "likely"),
    (totals, "Orla has 88 pupils, Brand 47 and Tarn 39. The merged school will start with 184 pupils.", "likely"),
    (totals, "The 120-seat house has four parties: the Reds hold 52 seats, the Blues 41 and the Greens 38.", "likely"),
    (totals, "Asked how they travel, 54 percent named the car, 22 percent the bus and 37 percent the train.", "likely"),
    (totals, "The state pays half of the cost and the county a third. The remaining quarter falls to the town.",
     "likely"),
    (totals, "The town will spend £9.5m on schools. Roofs get £4m, boilers £3m, and a further £3.5m is for books.",
     "likely"),
    (products, "It ordered 24 trams at 3.5 million euros each. The order is worth 74 million euros altogether.",
     "likely"),
    (products, "He paid £160 a week for the room for 20 weeks, or £3,600 in all.", "likely"),
    (products, "They sold 40 tickets at $12 each, which brought in $520.", "likely"),
    (products, "She worked eight hours at $15 an hour and was paid $140.", "likely"),
    (products, "The club sold 1,200 shirts at £25 each, raising £300,000.", "likely"),
    (products, "He scored an average of 18 points over four games: 10, 12, 15 and 20.", "likely"),
    (votes, "The nine-member council voted 7-5 to close the pool.", "certain"),
    (votes, "All 41 members took part. The council approved it by 24 votes to 21.", "likely"),
    (votes, "The nine judges were divided six to four.", "likely"),
    (votes, "The board voted unanimously to allow it. Five members voted for the change and two against.", "likely"),
    (votes, "The union voted to go back. In the ballot 2,310 backed the offer and 2,640 opposed it.", "likely"),
    (votes, "The law needs two thirds of all 90 deputies. It was adopted: 56 voted for it and 34 against.", "likely"),
    (votes, "The law needs two thirds of the 90 deputies. There were 56 votes in favour and it was carried.", "likely"),
    (votes, "Orr won by 17 votes. He received 1,482 votes. His rival, Gaunt, received 1,455.", "likely"),
    (votes, "Mr. Orr polled 18,406 votes and Mrs. Pyle 17,119. His majority of 2,287 was small.", "likely"),
    (votes, "The court upheld the tax by 5-4. The six justices in the majority sat together.", "likely"),
    (votes, "The party won an outright majority, with 88 of the 180 seats.", "likely"),
    (votes, "Eleven of the 15 councillors turned up. The plan was approved by eight votes to five.", "likely"),
    (votes, "It passed on a 12-4 vote of the 15 members.", "certain"),
    (votes, "The vote in the 50-member senate was 31 to 22.", "certain"),
    (votes, "The council voted unanimously, 6-1, to adopt it.", "certain"),
    (votes, "The council unanimously approved the plan on Monday. The vote was 6-1.", "likely"),
    (votes, "The bill passed by 48 votes to 51.", "likely"),
    (votes, "She won by 12 votes, 340 to 330.", "certain"),
    (votes, "Moss was elected with a majority of 25, by 340 votes to 330.", "certain"),
    (votes, "In a 5-4 ruling, with seven justices in the majority, the court agreed.", "likely"),
    (votes, "The bill cleared the chamber with a two-thirds majority, 60 to 40.", "likely"),
    (votes, "The seven-member school board met on Tuesday. Members voted 5-3 to raise fees.", "likely"),
    (votes, "All nine councillors voted, with five in favour and three against.", "likely"),
    (votes, "She beat Hale by 214 votes, polling 5,120 to his 4,986.", "likely"),
    (votes, "Abel won with 48 percent of the vote to Brand's 51 percent.", "likely"),
    (votes, "The measure was approved 5-2, with three members voting against it.", "likely"),
    (votes, "A jury of 12 voted 9-4 to award damages.", "certain"),
    (votes, "Six councillors voted in favour, three against and two abstained on the eight-member board.", "certain"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "certainty"), FAULTS, ids=[text for _, text, _ in FAULTS])
def test_a_fault_is_suspected_and_its_check_contradicts(rule: Rule, text: str, certainty: str) -> None:
    found = suspected(rule, text)
    assert [one.certainty for one in found] in ([certainty], ["certain"])
    for one in found:
        assert all(text[words.start : words.end] == words.exact for words in one.spans)
        assert one.reason.endswith(".")
        assert asked(text, one) is Verdict.CONTRADICTED


FINE = [
    (totals, "The crash injured 57 people: 30 men, 15 women and 12 children."),
    (totals, "The crash killed 46 people: 30 men, 15 women and a child."),
    (totals, "The crash hurt 55 people, including 30 men and 15 women."),
    (totals, "Of the 120 homes, 70 were destroyed and the remaining 50 damaged."),
    (totals, "Of the 120 pupils, 70 speak French and some 40 both French and Dutch."),
    (totals, "Of the $9 million, $4 million goes to farms, $3 million to woods, and $1.5 million to roads."),
    (totals, "Of the 90 acres, 40 acres go to farms, 30 acres to woods and 20 acres to houses."),
    (totals, "The fund paid out $4 million to farms, $3 million to woods, $2 million to roads."),
    (totals, "The party made two pledges: 40 homes and 12 shops."),
    (totals, "It gave $4.2 million for roads and $1.1 million for parks, $5 million in total."),
    (totals, "The party won 80 of the 200 seats, leaving 120 for its rivals."),
    (totals, "The blast killed 12 of the 40 passengers, leaving 20 injured."),
    (totals, "Lorne sold 3.2 million of its shares for $7.125 each to its parent."),
    (totals, "He has visited at least a dozen towns since May, including seventeen in the north."),
    (totals, "The poll found 52 percent for, 38 percent against and 10 percent undecided."),
    (totals, "A third of voters trust the police, 62 percent the courts and 58 percent the army."),
    (totals, "The bridge cost £4.5m and the road £3.2m. Together they cost £7.7m."),
    (totals, "He won 12 of his 20 games, leaving him with 24 points."),
    (totals, "The base storage is now 256GB instead of the 128GB found before."),
    (totals, "Of the 40 staff, 25 work part time and 20 have children."),
    (totals, "It made $4 million in May and $6 million in June. In all, it has made $30 million this year."),
    (totals, "She made three stops: 20 minutes in Perth, 10 minutes in Ayr and 5 minutes in Oban."),
    (totals, "The club scored 55 points: 30 by Abel, 15 of them from the line, and 25 by Coley."),
    (totals, "The farm lost 40 of its 200 ewes in the snow. It is left with 160."),
    (totals, "The depot will scrap 40 buses, leaving it with 95. It runs 135 buses at present."),
    (totals, "Three more bodies were found, bringing the toll to 23. On Monday it had stood at 20."),
    (totals, "The library had 48,200 books. It bought 1,300, threw out 2,500 and now has 47,000."),
    (totals, "All 86 people got out. There were 64 passengers and 22 crew on board."),
    (totals, "Asked what they fear, 54 percent named crime, 42 percent disease and 37 percent both or more than one."),
    (totals, "The state pays half of the cost and the county a third. The remaining sixth falls to the town."),
    (totals, "The town will spend £9.5m on schools. Roofs get £4m, boilers £2m, and a further £3.5m is for books."),
    (totals, "Swimmers took eleven of the medals, four of them falling to Ann Roe, a 17-year-old from Orla."),
    (totals, "Two were hurt, three were treated for shock and four went home, among them 12 children."),
    (products, "It ordered 24 trams at 3.5 million euros each. The order is worth 84 million euros altogether."),
    (products, "They sold 40 tickets at $12 each, which brought in $480."),
    (products, "They sold 40 tickets at $12 each and, with other gifts, raised $900."),
    (products, "The club sold 1,200 shirts at £25 each, raising £30,000."),
    (votes, "The nine-member council voted 5-3 to close the pool."),
    (votes, "The council voted unanimously on the budget, and 6-1 on the pool."),
    (votes, "The bill was rejected by 48 votes to 51."),
    (votes, "All 45 members took part. The council approved it by 24 votes to 21."),
    (votes, "The panel advised against it. Four members were in favour, five against and two abstained."),
    (votes, "The law needs two thirds of all 90 deputies. It fell short: 56 voted for it and 34 against."),
    (
        votes,
        "Ten of its 15 members voted in favour, three were against and two abstained. The council failed to agree.",
    ),
    (votes, "Orr won by 27 votes. He received 1,482 votes. His rival, Gaunt, received 1,455."),
    (votes, "The party fell short of an outright majority, with 88 of the 180 seats."),
    (votes, "She won by 10 votes, 340 to 330."),
    (votes, "The bill passed 61-38, with all of the 46 members of the party caucus in favour."),
    (votes, "The 15-member committee sent the plan to the council, which approved it 25-10."),
    (votes, "The bill passed 51-50 in the 100-seat Senate, with the vice president breaking the tie."),
    (votes, "United won 3-2 on Saturday at the council stadium."),
    (votes, "In a 5-4 ruling, with four justices dissenting, the court agreed."),
    (votes, "The bill fell short of a two-thirds majority, 60 to 40."),
    (votes, "The seven-member school board met on Tuesday. The county council voted 25-13 to raise fees."),
]


@pytest.mark.parametrize(("rule", "text"), FINE, ids=[text for _, text in FINE])
def test_what_adds_up_or_may_is_not_suspected(rule: Rule, text: str) -> None:
    assert [one for one in suspected(rule, text) if one.certainty != "look"] == []


@given(st.lists(st.integers(2, 400), min_size=2, max_size=5))
def test_a_list_with_its_own_sum_is_never_suspected(parts: list[int]) -> None:
    listed = ", ".join(f"{part} in hall {letter}" for part, letter in zip(parts[:-1], "BCDE", strict=False))
    text = f"The school has {sum(parts)} pupils: {listed} and {parts[-1]} in hall F."
    assert suspected(totals, text) == []


WORDS = ["7-5", "12", "voted", "council", "nine-member", ":", ",", "and", "men", "women", "people", "in all", "$4m", "of",
         "the", "40", "leaving", "52 percent", "against", "unanimously", "(", ")", "—", ".", "\n\n", "“", "”", "0", "½",
         "1,200", "total", "at $12 each", "an average of"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: "The town " + " ".join(words)))
def test_nothing_makes_the_rules_fall_over(text: str) -> None:
    for rule in (totals, products, votes):
        for one in suspected(rule, text):
            assert all(text[words.start : words.end] == words.exact for words in one.spans)
            if one.certainty != "look":
                assert asked(text, one) is Verdict.CONTRADICTED
