"""One thing with two figures, ranks and lists: what is suspected and what is not. Written for this test."""

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
from checks.reading.suspicions.sums.figures import figures
from checks.reading.suspicions.sums.listings import listings
from checks.reading.suspicions.sums.ranks import ranks

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
    (figures, "Twelve hurt in ferry fire\n\nA ferry caught fire on Monday. Police said 14 people were injured.", "likely"),
    (figures, "Council to spend $3m on library\n\nThe town will spend $30 million on a new library. It opens in May.",
     "likely"),
    (figures, "Factory to cut 300 jobs\n\nThe Brandel plant said it will cut 450 jobs by May. It makes tyres.", "likely"),
    (figures, "Bus crash kills 16\n\nFourteen people were killed when a bus left the road. Thirty others were hurt.",
     "likely"),
    (figures, "Man jailed for 12 years\n\nA man was sentenced to 14 years in prison on Monday. He wept.", "likely"),
    (figures, "Sales rise 12 percent at Brandel\n\nBrandel said sales rose 15 percent in the year to May.", "likely"),
    (figures, "Twelve firefighters were sent to the scene. The 14 firefighters were praised by the mayor.", "likely"),
    (figures, "The crash killed 14 people on Monday. Flowers were laid for the 16 people killed.", "likely"),
    (figures, "A crash killed 14 people on Monday. The crash, which killed 16 people, closed the road.", "likely"),
    (figures, "A crash killed 14 people on Monday. Candles were lit for the 16 dead.", "likely"),
    (figures, "A crash killed 14 people on Monday. The 16 victims were taken to Orla.", "likely"),
    (figures, "The 12-storey tower was built in 1970. Residents left the 14-floor tower at dawn.", "likely"),
    (figures, "The 300-page report was issued on Monday. The 240-page report blames the firm.", "likely"),
    (figures, "The report runs to 240 pages. Ministers got the 300-page report on Monday.", "likely"),
    (figures, "A three-member panel heard the case. The four-member panel ruled in June.", "likely"),
    (figures, "The city opened a £30m stadium on Friday. The £3m stadium has a roof.", "likely"),
    (figures, "The bridge is 300 metres long. Engineers closed the 240-metre bridge.", "likely"),
    (figures, "Rovers win 3-1 to stay top\n\nCalder Rovers beat Holm 3-2 on Saturday. Dube scored twice.", "likely"),
    (figures, "Three-year ban for swimmer\n\nOtto Lind was banned for four years on Monday after a test.", "likely"),
    (figures, "The museum paid $4 million for the painting. The $40 million painting will hang there.", "likely"),
    (figures, "The school has 240 pupils. All of the school's 420 pupils were sent home.", "likely"),
    (listings, "Police arrested two men, Jon Abel, Tom Brand and Al Coley, on Monday.", "likely"),
    (listings, "Police held two men, Jon Abel, 34, Tom Brand, 29, and Al Coley, 41.", "likely"),
    (listings, "Three men, Jon Abel, 34, and Tom Brand, 29, were charged.", "likely"),
    (listings, "There are three reasons: cost, safety, speed and noise.", "likely"),
    (listings, "The plan has three aims: to cut costs; to speed up trains; to clean the stations; and to hire guards.",
     "likely"),
    (listings, "They visited four countries — France, Spain and Italy — in May.", "likely"),
    (listings, "It was the first of two debates. On Friday the third debate was held.", "likely"),
    (listings, "The line will be built in two phases. The third phase ends in May.", "likely"),
    (ranks, "He ranked 12th of 10 runners in the race.", "certain"),
    (ranks, "It is the third-largest of the two cities.", "certain"),
    (ranks, "She finished fifth in a field of four.", "certain"),
    (ranks, "She was the fifth of four children.", "certain"),
    (ranks, "They finished ninth in the eight-team league.", "likely"),
    (ranks, "The club plays in an eight-team league. It finished ninth in May.", "likely"),
    (ranks, "Abel third in Orla marathon\n\nJon Abel finished fifth in the Orla marathon on Sunday.", "likely"),
    (ranks, "Lake Orla, the country's second-largest lake, froze. Orla is the country's largest lake.", "likely"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "certainty"), FAULTS, ids=[text for _, text, _ in FAULTS])
def test_a_fault_is_suspected_and_its_check_contradicts(rule: Rule, text: str, certainty: str) -> None:
    found = suspected(rule, text)
    assert [one.certainty for one in found] == [certainty]
    for one in found:
        assert all(text[words.start : words.end] == words.exact for words in one.spans)
        assert one.reason.endswith(".")
        assert asked(text, one) is Verdict.CONTRADICTED


FINE = [
    (figures, "Twelve hurt in ferry fire\n\nA ferry caught fire on Monday. Police said 12 people were injured."),
    (figures, "Bus crash kills 14\n\nThe crash killed eight men and six women. It was raining."),
    (figures, "Factory to cut 300 jobs\n\nThe Brandel plant said it will cut 312 jobs by May. It makes tyres."),
    (figures, "More than 40 hurt in blast\n\nA blast hurt 43 people at a mill on Monday, police said."),
    (figures, "Dozens hurt in blast\n\nA blast hurt 43 people at a mill on Monday, police said."),
    (figures, "The crash killed 14 people. By evening the toll had risen, and the 16 people killed were named."),
    (figures, "Twelve firefighters were sent to the scene. The other 14 firefighters were held back."),
    (figures, "Police said 12 people were hurt. Organisers put the number at 15."),
    (figures, "The city opened a £30m stadium on Friday. Another £3m stadium will open in May."),
    (figures, "He signed a two-year deal in May. She has a three-year deal with another club."),
    (figures, "He ran the 100-metre race in ten seconds. She won the 200-metre race."),
    (figures, "Tuition rises $500\n\nTuition will rise to $9,500 from $9,000, the board said."),
    (figures, "Four people were killed on Monday. The five people killed in Sunday's attack were buried."),
    (figures, "The blast killed 12 people. The raid, which killed three people, began at dawn."),
    (figures, "Twelve firefighters fought the fire. The three firefighters who were hurt are at home."),
    (figures, "The two-year contract ends in May. The three-year contract that follows is worth more."),
    (listings, "He has three sons, Ann Lee said, and Bo Roe has four."),
    (listings, "The two candidates, Hal Roe and Don Coe, and Gary Poe of the Greens met."),
    (listings, "Abel scored the first of his two goals early. The third goal came from Brand."),
    (listings, "Police arrested three men, Jon Abel, Tom Brand and Al Coley, on Monday."),
    (listings, "Police arrested five men, including Jon Abel, Tom Brand and Al Coley, on Monday."),
    (listings, "There are three reasons: cost, safety and speed."),
    (listings, "There are three reasons: cost and noise, safety and speed, and the trees."),
    (listings, "There are two reasons: he was late, she was early, nobody had a key."),
    (ranks, "He ranked ninth of 10 runners in the race."),
    (ranks, "A third of two hundred homes were lost, and one fifth of four million votes."),
    (ranks, "Lake Orla is the country's largest lake. Lake Brand is the country's second-largest lake."),
    (ranks, "Orla was the world's second-largest port. Orla is the country's largest port."),
    (ranks, "Abel fifth in Orla marathon\n\nJon Abel finished fifth in the Orla marathon on Sunday."),
]


@pytest.mark.parametrize(("rule", "text"), FINE, ids=[text for _, text in FINE])
def test_what_can_be_is_not_suspected(rule: Rule, text: str) -> None:
    assert [one for one in suspected(rule, text) if one.certainty != "look"] == []


WORDS = ["the", "a", "12-storey", "tower", "third-largest", "of", "two", "men", "Ann Lee", ",", "and", "killed", "14", "people",
         "the 16", "firefighters", "finished", "ninth", "eight-team", "league", ":", ";", "$3m", "stadium", "first", "phase",
         "Lake Orla", "is", "largest", "lake", ".", "\n\n", "“", "”", "—", "½", "dozens", "hurt"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: "The town " + " ".join(words)))
def test_nothing_makes_the_rules_fall_over(text: str) -> None:
    for rule in (figures, listings, ranks):
        for one in suspected(rule, text):
            assert all(text[words.start : words.end] == words.exact for words in one.spans)
            if one.certainty != "look":
                assert asked(text, one) is Verdict.CONTRADICTED
