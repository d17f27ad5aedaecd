"""Done in one sentence and planned in another; states and outcomes of one thing that exclude each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.status.two_ways import told_two_ways

BETWEEN = (
    "The weather was fine across the region, and the market in the town square was busy all day.",
    "Residents spoke of their relief and of the long months that had gone before.",
)


def suspected(*paragraphs: str, dateline: str = "2031-05-02") -> list[Suspicion]:
    reading = read("\n\n".join(paragraphs), dateline, names=False)
    return [one for one in reading.suspect(told_two_ways) if one.certainty != "look"]


FAULTS = [
    ("The council approved the stadium plan on Monday.", "On Monday the council voted against the stadium plan."),
    ("The board of directors voted against the merger.", "The merger was approved on Friday, the company said."),
    ("Parliament rejected the treaty on Tuesday.", "Parliament voted in favour of the treaty."),
    ("Cars drove over the Sandvik bridge for the first time on Friday.", "The bridge will open in June."),
    ("The road was reopened on Thursday.", "Until the road has been reopened, lorries must use the coast."),
    ("The stolen violin is back in its case.", "Until the violin is returned, she plays a borrowed instrument."),
    ("The assembly adopted the bill by 60 votes to 30.", "Whether the bill will be adopted next month is unclear."),
    ("A cyclist died on Tuesday. Tom Hale, 34, was a baker.", "Doctors expect Mr Hale to make a full recovery."),
    ("The council has officially lifted the ban on street drinking.", "Final regulations are expected by March."),
    ("The ministry has lifted the ban on night fishing.", "The new policy will be subject to a 60-day review."),
    (
        "The merger of Dalton Foods and Brent Mills was completed on Monday.",
        "Regulators have yet to approve the merger.",
    ),
    ("Governor Ana Ruiz signed the bill into law on Tuesday.", "The bill now goes to the governor for signature."),
    (
        "The stadium, which opened on Saturday, cost 40 million pounds.",
        "When the stadium opens next year, it will be full.",
    ),
    ("The chief executive, Mary Hale, has resigned.", "Hale is expected to step down at a board meeting next week."),
    ("Dunn was convicted of fraud on Friday.", "Dunn is awaiting trial."),
    ("Dunn was found guilty of the murder of two men.", "The trial of Dunn is due to begin in June."),
    ("Peter Amadi was elected mayor of Lakeside on Sunday.", "The vote takes place on Sunday."),
    ("The factory closed in April with the loss of 300 jobs.", "The factory remains open and employs 300 people."),
    ("The two sides reached an agreement on pay on Thursday.", "Talks to reach an agreement continue on Monday."),
    ("Councillors unanimously approved the housing plan.", "The council will vote on the plan next month."),
    ("Police arrested a 40-year-old man over the robbery.", "The suspect remains at large."),
    ("The concert is sold out, organisers said.", "Tickets for the concert are available at the box office."),
    ("The missing hiker was found alive on Tuesday.", "The hiker is still missing and the search will resume at dawn."),
    ("Smith pleaded guilty to two counts of fraud.", "Smith pleaded not guilty and will appear again in May."),
    ("The court has acquitted Mr Dale of all charges.", "Mr Dale was convicted of all charges."),
    ("The committee approved the application for a wind farm.", "The committee rejected the application."),
    ("Ms Kone accepted the job of finance director.", "Ms Kone declined the job, a spokesman said."),
    ("The strike has been called off after a deal was reached.", "The strike will go ahead on Monday, the union said."),
    ("The festival was cancelled because of the storm.", "The festival will take place on Saturday as planned."),
    ("The telescope was launched on Tuesday.", "The telescope is due to be launched in the autumn."),
    ("Parliament has ratified the treaty.", "Parliament has yet to ratify the treaty."),
    ("The fire was extinguished by Monday evening.", "The fire is still burning, a spokeswoman said."),
    ("The hostages were released on Friday night.", "The hostages are still being held, the ministry said."),
    ("The museum has bought the painting for 2m euros.", "The museum hopes to buy the painting."),
    ("The club sacked manager Tom Reed on Sunday.", "Reed remains in charge of the team, the club said."),
    (
        "The hurricane made landfall on Tuesday near Port Amos.",
        "The hurricane is expected to make landfall on Thursday.",
    ),
    ("The jury found Carter guilty of murder.", "The jury is still deliberating."),
    ("Flights from the airport have resumed.", "Flights from the airport remain suspended."),
    ("The river has burst its banks.", "The river is expected to burst its banks on Thursday."),
    ("The minister has apologised for the remark.", "The minister has refused to apologise for the remark."),
    ("No one was hurt in the fire at the hotel.", "Three people were taken to hospital with burns."),
    ("All 12 passengers survived the crash.", "Two passengers were killed in the crash."),
    ("The council voted unanimously for the plan.", "Two councillors voted against the plan."),
    ("United beat City 3-1 on Saturday.", "City’s victory over United took them to the top."),
    ("Rovers won the cup final on Saturday.", "Rovers, who lost the final on penalties, went home."),
    ("Profits at the airline rose by 8 per cent.", "The fall in profits was blamed on the cost of fuel."),
    (
        "The airline has cancelled all flights to Dunmore from June.",
        "Flights to Dunmore will continue through the summer, a spokeswoman said.",
    ),
    (
        "Lawmakers voted on Tuesday to abolish the inheritance tax.",
        "The vote on the inheritance tax is scheduled for next Thursday.",
    ),
    (
        "Firefighters brought the blaze under control by midnight.",
        "Firefighters were still battling the blaze on Friday morning.",
    ),
    ("The actor, who died last week, was 81.", "The actor is recovering at home, his agent said."),
    ("The bridge reopened to traffic on Monday.", "Engineers expect the bridge to reopen in August."),
    ("The ceasefire came into force at midnight.", "The ceasefire is due to take effect on Friday."),
    ("Dr Okafor has been appointed head of the agency.", "The agency is still looking for a new head."),
    ("The suspect was shot dead by police.", "The suspect is in custody and will appear in court on Monday."),
    ("The players ended their strike on Sunday.", "The strike, now in its third week, shows no sign of ending."),
    ("The painting was stolen in 2030 and has been recovered.", "The painting has never been found."),
    ("The new school opened its doors on Monday.", "Construction of the school is expected to begin next year."),
    ("The mine was shut down after the accident.", "The mine is operating normally, the company said."),
    ("The prisoner escaped on Tuesday and was recaptured within hours.", "The prisoner is still on the run."),
    ("The president has vetoed the bill.", "The president is expected to decide this week whether to veto the bill."),
    ("Ann Doyle won the by-election with 12,430 votes.", "Voters in the by-election go to the polls on Thursday."),
    ("The drug has been withdrawn from sale.", "The drug is still on sale in pharmacies."),
    ("The port remains closed.", "Ships are entering and leaving the port as usual."),
    ("No arrests have been made.", "A 19-year-old man was arrested at the scene."),
    (
        "The treaty was signed by both presidents on Friday.",
        "The two presidents will sign the treaty in Geneva next month.",
    ),
    ("The hospital has hired 40 nurses.", "The hospital plans to hire 40 nurses."),
    ("The government has banned the pesticide.", "The government is considering a ban on the pesticide."),
    ("The government has banned the pesticide.", "Farmers may still use the pesticide, which remains legal."),
    (
        "The factory, which employs 300 people, will close in June.",
        "The factory closed its gates for the last time on Friday.",
    ),
    ("Mr Noor has pleaded guilty.", "Mr Noor will enter a plea on Monday."),
    ("Police have identified the victim as Lena Ode.", "Police have not identified the victim."),
    (
        "The new footbridge was opened on Sunday by the district president.",
        "The footbridge is still awaiting planning approval.",
    ),
    ("The dockers have called off the strike over pay.", "The strike will begin at six on Tuesday, the union said."),
    (
        "The merger of the two breweries has been completed.",
        "The cartel office is still examining whether the merger may go ahead.",
    ),
    ("A jury took an hour to acquit the farmer Dora Pym of arson.", "Pym will be sentenced in June."),
    ("The chimney was blown up on Sunday.", "The chimney is to be demolished next spring."),
    ("Tova Lind was sworn in as mayor on Monday.", "Lind will take office next month, the clerk said."),
    ("The ferry Santa Ines sank on Tuesday off the cape.", "The Santa Ines leaves daily at eight and at three."),
    ("Senator Abel Croft died on Sunday.", "Croft plans to seek a fourth term in the autumn."),
    ("The lorry was unmanned at the time, and the bus was empty.", "The passengers climbed out through a window."),
    ("The treaty was signed at noon by both ministers.", "The treaty remains unsigned."),
    ("Teachers went back to their classrooms on Monday.", "The strike is now in its third week."),
    ("The order to boil water was lifted at noon.", "Families must go on boiling water."),
    ("Everybody escaped unhurt when the balloon came down.", "The pilot cracked two ribs, the fire service said."),
    ("The tug pulled off the trawler at high water.", "The trawler is still stuck fast on the reef."),
    ("The village hall was opened on Friday.", "The hall will welcome its first visitors next spring."),
    ("The rule took effect on Monday.", "The rule must still be approved by the board."),
]
NO_FAULTS = [
    ("The walkout at the docks began on 3 March.", "The walkout at the docks ended on 22 March."),
    ("The water tower was sold in May.", "The water tower was demolished in June."),
    ("The violin is back in its case.", "Until the violin was returned, she had played a borrowed instrument."),
    ("She spoke at the museum for the first time on Friday.", "The museum will open a new wing in June."),
    ("The bill was passed by the lower house.", "Whether the law will be obeyed is uncertain."),
    ("The museum opened in 1998.", "The museum will open a new wing in May."),
    ("The ban was lifted in 2019.", "Under the plan the new ban would be lifted after two years."),
    ("The theatre was to open in March.", "It opened on Friday."),
    ("The company opened its first shop in Leeds on Monday.", "It will open ten more shops next year."),
    ("Two ministers have resigned.", "A third minister is expected to resign today."),
    ("The council approved the stadium plan.", "Councillor Tom Grey voted against the stadium plan."),
    ("The board approved the merger on Friday.", "Two directors voted against the merger."),
    ("Parliament rejected the treaty on Tuesday.", "Marie Lund, a former minister, voted in favour of the treaty."),
    ("The senate passed the water bill on Monday.", "The water bill now goes to the governor."),
    ("The Senate passed the bill on Monday.", "A separate bill is expected to be passed next week."),
    ("One man died in the crash.", "Another man is in critical condition."),
    ("A man was arrested on Friday.", "A second suspect remains at large."),
    ("The driver died at the scene.", "A passenger is in critical condition."),
    ("The road was closed for two hours.", "The road is now open."),
    ("“The ban has been lifted,” said Mr Ode.", "The government said the ban will be lifted in May."),
    ("The council approved the first phase of the plan.", "The second phase will be approved in June."),
    ("The union said the deal had been signed.", "The company said the deal has not been signed."),
    ("He was released from prison in 2020.", "He will be released on Friday after a new sentence."),
    ("He pleaded guilty to theft.", "He pleaded not guilty to murder."),
    ("The government had planned to sell the bank.", "The bank was sold on Monday."),
    ("Parliament approved the law on Thursday.", "The law will come into force on 1 July."),
    ("The company agreed to buy Brent Mills on Monday.", "The deal is expected to be completed in June."),
    ("Dunn was convicted of fraud on Friday.", "Dunn will be sentenced in June."),
    ("The festival was cancelled last year.", "This year it will take place as planned."),
    ("The museum was closed for repairs.", "The museum will close at 5pm on Sundays."),
    ("Shares in the firm fell on Monday.", "Shares rose on Tuesday."),
    ("Ann Lee died on Monday.", "Her son Tom Lee is in critical condition."),
    ("The drug was approved by the EU in March.", "The drug has yet to be approved in the United States."),
    ("The film was released in France in May.", "The film will be released in Britain in June."),
    ("Stadium to open on Saturday", "The stadium will open its doors on Saturday, the club said."),
    ("No one was hurt in the fire.", "Three people were hurt in another fire last year."),
    ("The footbridge was opened on Sunday.", "A car park beside it is still awaiting planning approval."),
    ("The tunnel reopened on Monday.", "The lay-by in the tunnel remains closed."),
    ("The driver of the lorry was killed on Sunday.", "The bus driver is in a stable condition."),
    ("The chimney was blown up on Sunday.", "The two sheds beside it are to be demolished next spring."),
    ("Senator Abel Croft died on Sunday.", "Croft will be buried on Friday."),
    ("United beat City 3-1 on Saturday.", "City beat United in the semi-final last season."),
]


@pytest.mark.parametrize(("one", "other"), FAULTS)
def test_what_cannot_both_be_so_is_suspected(one: str, other: str) -> None:
    assert suspected(one, *BETWEEN, other)


@pytest.mark.parametrize(("one", "other"), FAULTS)
def test_the_same_told_once_is_not(one: str, other: str) -> None:
    assert not suspected(one, *BETWEEN)
    assert not suspected(*BETWEEN, other)


@pytest.mark.parametrize(("one", "other"), NO_FAULTS)
def test_time_passing_and_other_things_are_no_fault(one: str, other: str) -> None:
    assert not suspected(one, *BETWEEN, other)


def test_the_two_passages_and_the_words_are_shown() -> None:
    (one,) = suspected("Parliament has ratified the treaty.", *BETWEEN, "Parliament has yet to ratify the treaty.")
    assert (one.kind, one.check) == ("done and planned", "status_is_consistent")
    assert [words.exact for words in one.spans] == ["has ratified", "has yet to ratify"]
    assert one.reason == ("“has ratified” tells as done what “has yet to ratify” tells as to come, both of the treaty.")


@given(
    st.lists(
        st.sampled_from([*"a. ’“”\n", "will be ", "has been ", "lifted ", "the ban ", "Mr Lee ", "no one was hurt "])
    )
)
def test_no_text_raises_and_spans_are_words_of_it(pieces: list[str]) -> None:
    text = "The bridge. " + "".join(pieces)
    reading = read(text, names=False)
    for one in reading.suspect(told_two_ways):
        assert all(text[words.start : words.end] == words.exact for words in one.spans)


@pytest.mark.parametrize(
    "piece", ["“ ", "will be lifted ", "no one was ", "said Mr Lee ", "A ", "1998 ", "the first ", "beat A "]
)
def test_a_long_text_of_one_thing_is_read(piece: str) -> None:
    text = "The mayor of the town said that the bridge would be open to the people who live there. "
    assert read(text + piece * 4000, names=False).suspect(told_two_ways) is not None
