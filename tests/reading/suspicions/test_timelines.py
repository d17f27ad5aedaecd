"""Dated statements that cannot all hold: which sentences are suspected, and which near misses are not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.asking import parsed
from checks.case.catalogue import arguments, check_named
from checks.case.errors import CaseError
from checks.case.nouns import Anchor, Claim, Document, Passage, Verdict
from checks.reading.article import Reading, read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.timelines import timelines

FAULTS = yaml.safe_load((Path(__file__).parents[1] / "faults" / "timelines.yaml").read_text(encoding="utf-8"))
STRONG = ("certain", "likely")
FIRES = [
    ("The 12-day strike, from 3 to 9 May, shut the docks.", None),
    ("The 12-day strike, from 3 May to 9 May, shut the docks.", "2031-06-01"),
    ("The strike lasted 12 days, from 3 to 9 May, the union said.", "2031-06-01"),
    ("Petra Lund served as mayor from 2001 to 2009, for twelve years.", None),
    ("Petra Lund, who was mayor for twelve years from 2001 to 2009, will open the park.", None),
    ("Two days after the 14 May vote, on 12 May, she resigned.", None),
    ("She resigned on 12 May, two days after the vote on 14 May.", None),
    ("The first of three rounds was held on 5 May, the second a week later on 19 May.", None),
    ("The library closed for six weeks from 1 March, reopening on 2 May.", None),
    ("The pool will be closed for two weeks from 4 July until 2 August.", "2031-06-01"),
    ("The ten-year programme that began in 2011 and ended in 2024 cost £4m.", None),
    ("The 40-year-old bridge, built in 1961, will be replaced.", "2031-05-02"),
    ("Founded in 1987, the club celebrates its 50th anniversary this year.", "2031-05-02"),
    ("The club, founded in 1987, celebrates its 50th anniversary this year.", "2031-05-02"),
    ("Anna Kovac, 45, was born in 1990.", "2031-05-02"),
    ("The 45-year-old, born on 3 May 1990, has run the shop for years.", "2031-05-20"),
    ("He was born on 3 May 1950 and died on 7 June 2015 at the age of 72.", None),
    ("Born in 1950, Kovac died in 2015 aged 72.", None),
    ("The museum opened in June 2019 after construction that began in 2021.", None),
    ("The museum opened in June 2019. Construction had begun in March 2021.", None),
    ("The inquiry opened in June 2019 and published its report in March 2018.", None),
    ("The inquiry began in June 2019 and ended in March 2018.", None),
    ("The bridge was completed in 2014, and construction began in 2016.", None),
    ("Marek Dolny was arrested on 12 March 2024. His trial opened on 5 February 2024 at the county court.", None),
    ("He was convicted on 3 June 2020 and arrested on 12 August 2020.", None),
    ("From 2019 to 2011 she led the union.", None),
    ("She led the union from June 2019 to March 2011.", None),
    ("The council approved the plan on 1 June 2030. Work started on 5 July 2030, six months after the approval.", None),
    (
        "The council approved the plan on 1 June 2030. Two weeks after the approval, on 20 August 2030, work started.",
        None,
    ),
    (
        "The minister signed the decree on 3 March 2030. It orders a 60-day consultation, which ends on 20 July 2030.",
        None,
    ),
    ("The council launched a 30-day consultation on 3 March 2030, with a decision due by 20 July 2030.", None),
    (
        "The bakery was founded in 1998. Established in 1989, it employs 30 people. The bakery was founded in 1989.",
        None,
    ),
    ("Orla Finn died in 2015. Finn opened a second shop in Galway in 2017.", None),
    ("The new bridge was opened on 5 June 2032 by the mayor.", "2031-05-02"),
    ("The hearing will begin on 5 March 2029.", "2031-05-02"),
    ("Applications open on 10 May 2031 and close on 3 May 2031.", "2031-04-02"),
    ("The minister lifted a decade-long ban on fishing on 3 May 2031. The ban was imposed in 2028.", None),
    ("The government is ending a decade-long embargo on timber. The embargo was first imposed in 2027.", "2031-05-02"),
    ("He was sentenced in March 2030 and released in January 2030.", None),
    ("A three-year sentence that began in March 2020 and ended in June 2021.", None),
    ("The couple married in 1990 and divorced in 1985.", None),
    ("The festival ran for three weeks, from 1 June to 5 June.", None),
    ("The ship sailed on 4 April 2030 and arrived three weeks later, on 30 May 2030.", None),
    ("The ship sailed on 4 April. Three weeks later, on 30 May, it reached Lagos.", None),
    ("Polls close on 3 May, a week before the election on 30 May.", None),
    ("Three years ago, in 2015, the club moved.", "2031-05-02"),
    ("She has led the club for ten years, since 2028.", "2031-05-02"),
    ("After the fire on 9 March 2030, the hall was demolished on 1 March 2030.", None),
    ("The hall was demolished on 1 March 2030, after the fire on 9 March 2030.", None),
    ("The law was signed on 5 May 2030 and took effect on 1 January 2030.", None),
    ("The report was published on 3 May 2029 following the inquiry that began on 9 June 2029.", None),
    ("The war, which lasted four years, ran from 1998 to 2000.", None),
    ("The war lasted four years, from 1998 to 2000.", None),
    ("Construction took five years, from 2010 to 2012.", None),
    ("The school opened in 1975 and marks its 40th anniversary in 2030.", None),
    ("The hospital opened in May 2010 and closed in April 2009.", None),
    ("The rent freeze was introduced in 2026. It ended in 2024.", None),
    ("The siege began on 4 May and ended 12 days later, on 30 May.", None),
    ("The mayor resigned on 4 March 2030, a day after he was elected on 9 March 2030.", None),
    ("Fifty years after it opened in 1961, the cinema is to close.", "2031-05-02"),
    ("The fair, founded in 2024, is in its 12th year.", "2031-05-02"),
    ("Construction took 14 months. Work began in March 2020 and was completed in December 2020.", None),
    ("Elected mayor in 2025, Lund resigned on 3 May 2031 after twelve years in office.", None),
    ("Kovac was jailed in March 2030. He was released in June 2031 after serving four years in prison.", None),
    ("The couple married in 1990 and divorced in 2010 after twelve years of marriage.", None),
    ("The deadline for objections is 3 June 2031. The consultation opens on 10 June 2031.", "2031-05-02"),
    ("The 2030 election, held on 5 May 2031, was close.", None),
    ("Dolny was born in 1990. He was elected to the council in 1999.", None),
    ("The company was founded in 2005 and won its first contract in 1999.", None),
    ("The exhibition opens on 10 May 2031 and runs until 4 May 2031.", "2031-05-02"),
    ("The two-week trial began on 3 March 2030 and ended on 30 May 2030.", None),
    ("The two-week trial began on 3 March and ended on 30 May.", None),
    ("The inquest, which lasted three weeks, opened on 3 March 2030 and closed on 30 May 2030.", None),
    ("Nine months after the merger in June 2029, in August 2029, the firm cut 50 jobs.", None),
    ("A 28-day ceasefire, which took effect on 3 May 2030, expires on 5 July 2030.", None),
    ("He worked there until 1999 before joining the council in 1995.", None),
    ("Construction will start in 2027. The bridge is expected to open in 2025.", "2024-05-02"),
    ("The court convicted Dolny on 3 May 2030. Dolny was arrested on 9 June 2030.", None),
    ("The 15-year-old law, passed in 2019, will be repealed.", "2031-05-02"),
    ("Maria Olsen, who turned 70 in 2030, was born in 1965.", None),
    ("Olsen died on 4 May 2031 at the age of 91. She was born in Bergen on 3 June 1950 and studied in Oslo.", None),
    ("The dam was built between 1955 and 1961. It took 12 years to build.", None),
    ("The probe was launched in May 2030, two months before the crash in April 2030.", None),
    ("The dam was built in 1961. Sixty years after it was built, in 2001, it burst.", None),
    ("He left the post in June 2029, just three weeks after his appointment in January 2029.", None),
    ("The truce, agreed on 3 May 2030, held for two weeks until it collapsed on 30 June 2030.", None),
    ("The lockdown began on 23 March 2030 and was lifted 10 weeks later, on 1 September 2030.", None),
    ("In 2019, two years after the merger of 2011, the firm closed.", None),
    ("The vote was held on 14 May 2030. Two days after the vote, on 12 May 2030, she resigned.", None),
    ("The treaty was signed in May 2029 and ratified in March 2028.", None),
    ("The store opened in March 2030. It closed in January 2030.", None),
    ("It was the club's 30th anniversary in 2031; it was formed in 1981.", None),
    ("The centenary of the school, founded in 1951, is being celebrated in 2031.", None),
    ("Kovac, 62, was born in Split in 1980.", "2031-05-02"),
    ("Sixty-two-year-old Ana Kovac, born in 1980, runs the bakery.", "2031-05-02"),
    ("Ms Lund, who was elected in 2029, died in 2027.", None),
    ("The contract, signed on 3 May 2030, runs for five years until May 2033.", None),
    ("The five-year contract was signed on 3 May 2030 and expires in May 2033.", None),
    ("The ban, imposed in March 2030, was lifted in January 2030.", None),
    ("Voting began on 5 May 2031 and ended on 3 May 2031.", None),
    ("The nine-day festival opens on 3 May and ends on 20 May.", None),
    ("The six-month pilot started in January 2030 and finished in December 2030.", None),
    ("Ten days after the earthquake of 3 May 2030, on 5 May 2030, rescuers found a boy.", None),
    ("The king, born in 1940, came to the throne at the age of 30 in 1985.", None),
    ("Between 12 June 2030 and 3 May 2030 the road was shut.", None),
    ("The school was founded in 1920. It marks its 100th anniversary this month.", "2031-05-02"),
    ("Emil Varga joined the orchestra in 1985, five years before he was born in 1980.", None),
    ("Work on the tunnel, which started in March 2028, took two years and was finished in March 2033.", None),
    ("He had been mayor since 2022 and stepped down in 2019.", None),
    ("The campaign ran for eight weeks, starting on 1 March 2030 and ending on 3 June 2030.", None),
    ("The hostel closed in 2018, two years after opening in 2014.", None),
    ("The theatre, which opened in 1932, closed its doors in 1928.", None),
    ("The firm filed for bankruptcy in March 2030, three months after it laid off staff in October 2029.", None),
    ("Nadia Brook, 34, who was born in 1990, won the race.", "2031-05-02"),
    ("The drought lasted from June 2030 until April 2030.", None),
    ("The moratorium was imposed on 1 March 2030 for six months and expires on 1 December 2030.", None),
    ("The six-month moratorium was imposed on 1 March 2030 and will expire on 1 December 2030.", None),
    ("The ceasefire took effect on 3 May 2030. The 30-day truce ended on 20 June 2030.", None),
    ("The competition opens on 3 May 2031 and entries close on 1 May 2031.", "2031-04-20"),
    ("Entries must be submitted by 1 May 2031. The competition opens on 3 May 2031.", "2031-04-20"),
    ("The president was sworn in on 20 January 2029. He was elected on 4 November 2029.", None),
    ("Her husband died in 1995. They had married in 1999.", None),
    ("Kroll was sentenced on 4 May 2030, a week before her trial began on 11 June 2029.", None),
    ("The tower, completed in 1889, was demolished in 1885.", None),
    ("The vaccine was approved in March 2030 after trials that ended in December 2030.", None),
    ("The meeting on 12 May 2031 took place a week after the fire of 20 May 2031.", "2031-06-20"),
    ("The station was closed from 1 June 2030 to 1 September 2030, a total of six weeks.", None),
    ("In 2031 the brewery marks 150 years since it was founded in 1901.", "2031-05-02"),
    ("The brewery, founded 150 years ago in 1901, will close.", "2031-05-02"),
    ("The couple celebrated their golden wedding anniversary in 2030, having married in 1990.", None),
    ("He spent 15 years in prison, from 2010 to 2018.", None),
    ("Born in 1985, he won his first medal in 1984.", None),
    ("Lund was elected in 2020 for a four-year term that ends in 2028.", None),
    ("The council adopted the budget on 3 June 2030, a month before the debate on 1 May 2030.", None),
    ("The bill was passed on 3 June 2030 and introduced on 9 September 2030.", None),
    ("The patrol left base on 4 May 2030 and returned 10 days later on 24 May 2030.", None),
    ("The lease began on 1 January 2020 and runs for 10 years, until 31 December 2034.", None),
    ("The investigation, launched in September 2030, followed complaints made in November 2030.", None),
    ("The new rules will take effect on 1 January 2030.", "2031-05-02"),
    ("The plant is expected to open in 2029.", "2031-05-02"),
    ("On 3 June 2032 the court acquitted both men.", "2031-05-02"),
    ("The exhibition, which opened last year, in 2027, has drawn crowds.", "2031-05-02"),
    ("The law expired in 2025, five years after it was adopted in 2015.", None),
    ("Marta Ruiz has coached the team for 20 years, since 2021.", "2031-05-02"),
    ("The two-year project started in January 2024 and was completed in January 2029.", None),
    ("It was the second of two quakes, coming three weeks after the first on 3 May 2030, on 4 May 2030.", None),
    ("The quarantine lasted 14 days, from 1 May until 30 May.", None),
    ("The strike began on Monday 3 May 2030 and ended on 1 May 2030 when a deal was struck.", None),
    ("The road will be shut for ten days from 3 May, and will reopen on 30 May.", "2031-05-01"),
    ("The committee was set up in May 2030 and delivered its report in March 2030.", None),
]
SILENT = [
    ("He was jailed for three years in March 2030 and released in June 2031.", None),
    ("The bridge was due to open in 2019; construction began in 2021.", None),
    ("The museum reopened in June 2019 after a refurbishment that began in 2017.", None),
    ("The festival ran from November to March.", None),
    ("The office is closed from 28 December to 3 January.", None),
    ("The strike began on 28 December and ended on 3 January.", "2031-02-01"),
    ("Founded in 1981, the club celebrates its 50th anniversary this year.", "2031-05-02"),
    ("Founded in 1981, the club celebrates its 50th anniversary this year.", "2032-02-02"),
    ("Kovac, 40, was born in 1990.", "2031-05-02"),
    ("Kovac, 41, was born in 1990.", "2031-05-02"),
    ("The ten-year programme that began in 2011 and ended in 2021 cost £4m.", None),
    ("The ten-year programme that began in 2011 and ended in December 2020 cost £4m.", None),
    ("The ten-year plan ran from 2011 to 2020.", None),
    ("Petra Lund served as mayor from 2001 to 2009, for eight years.", None),
    ("Petra Lund served as mayor from 2001 to 2009, for nearly nine years.", None),
    ("The firm moved in 2015. Three years later, in 2018, it closed.", None),
    ("Nearly a decade after the crash of 2008, in 2017, it closed.", None),
    ("The vote was held on 14 May 2030. Two weeks after the vote, on 28 May 2030, she resigned.", None),
    ("Orla Finn died in 2015. Her last book was published in 2017. Finn was honoured in 2018.", None),
    ("Ana Lund was arrested in May 2030. Her brother Per was tried in March 2029.", None),
    ("The pool opened in May 2030. It closed for repairs in January 2031.", None),
    ("The talks ended on 3 May 2030. They began again on 9 June 2030.", None),
    ("He was arrested in 2020; he had been convicted of theft in 2015.", None),
    ("She resigned as minister in 2027 and was elected mayor in 2029.", None),
    ("He resigned on 12 May 2030, two days after a report into the fire on 3 March 2028.", None),
    ("He spoke on 12 May 2030, two days after the anniversary of the fire on 10 May 2020.", None),
    ("The war, which lasted four years, ran from 1998 to 2002.", None),
    ("The 90-day review, announced on 3 March 2030, ends in early June 2030.", None),
    (
        "The minister signed the order on 3 March 2030. It starts a 90-day review, with rules expected by early June.",
        None,
    ),
    ("The school, founded in 1921, marks its centenary in 2021.", None),
    ("The 40-year-old bridge, built in 1991, will be replaced.", "2031-05-02"),
    ("The 12-day strike, from 3 to 14 May, shut the docks.", None),
    ("The 12-day strike, from 3 to 15 May, shut the docks.", None),
    ("The library closed for six weeks from 1 March, reopening on 12 April.", None),
    ("Born in 1950, Kovac died in 2015 aged 64.", None),
    ("Born in 1950, Kovac died in 2015 aged 65.", None),
    ("Born in 1950 to a miner who died in 1990 aged 72, Kovac studied law.", None),
    ("The law was passed in June 2030, signed in July 2030 and took effect in January 2031.", None),
    ("The programme has run since 2015, for ten years at first.", "2031-05-02"),
    ("She has led the club for 16 years, since 2015.", "2031-05-02"),
    ("Sales rose from 2019 to 2021, then fell for two years.", None),
    ("The deadline was moved from 12 June 2030 to 3 May 2030.", None),
    ("The contract, signed on 3 May 2030, runs for five years until May 2035.", None),
    ("He joined in 2019 after the merger in 2011.", None),
    ("She dropped out in June 2015 after failing to win support for the 2016 race.", None),
    ("The plan, approved in 2020, was due to be completed in 2024 but work began only in 2025.", None),
    ("Construction of the line began in 2012. The first section opened in 2010 elsewhere.", None),
    ("The company was founded in 1990. A rival was founded in 1985.", None),
    ("The trial of Ola Berg opened on 3 May 2030. Berg was arrested in June 2029.", None),
    ("The season ended on 3 May 2030 and begins on 9 August 2030.", None),
    ("The road closed on 3 April 2030 and opened on 9 May 2030.", None),
    ("The ten-year-old, born on 3 May 2021, was found.", "2031-05-20"),
    ("Two days before the vote on 14 May, on 12 May, she resigned.", None),
    ("On 5 May he left; the next day, 6 May, he came back.", None),
    ("Lund, who was mayor from 2001 to 2009 and from 2013 to 2017, for twelve years in all, retired.", None),
    ("The 18-month inquiry, which opened in June 2029, closed in December 2030.", None),
    ("The fund began in 2020 with a two-year pilot that ended in 2022.", None),
    ("The two-year pilot started in 2020. The programme ended in 2029.", None),
    ("The five-year plan was adopted in 2010; a second five-year plan ended in 2020.", None),
    ("The treaty was signed in 1998 and entered into force in 2005, seven years later.", None),
    ("The first race is on 3 May and the second on 10 May.", None),
    ("Voters elected him on 4 November 2030, and he took office on 20 January 2031.", None),
    ("The factory, built in 1950, was demolished in 1999 and rebuilt in 2004.", None),
    ("The 1998 law, signed in 1999, was repealed.", None),
    ("The company, which was sold in 2015, was bought in 2019 by its staff.", None),
    ("A year ago, in May 2030, the shop opened.", "2031-05-20"),
    ("Almost three years ago, in August 2028, the shop opened.", "2031-05-20"),
    ("Work on the dam will begin in 2033 and is expected to be completed in 2036.", "2031-05-20"),
    ("In March, the council opened a 60-day consultation, which closed in May.", "2031-06-20"),
    ("Kovac won the title in 2010, six years after turning professional in 2004.", None),
    ("He was jailed in March 2030. He was released in June 2033 after serving three years in prison.", None),
    ("In 2031 the brewery marks 130 years since it was founded in 1901.", "2031-05-02"),
    ("Ms Ode, who was born in 1971, turned 60 last week.", "2031-05-02"),
    ("He had been mayor since 2019 and stepped down in 2022.", None),
    ("On 3 June 2032 the council will vote on the road.", "2031-05-02"),
    ("On 3 June 2032 the revised rules take effect.", "2031-05-02"),
    ("On 3 June 2032 the newly restored hall reopens in the old town.", "2031-05-02"),
    ("The exhibition, which opened last year, in 2030, has drawn crowds.", "2031-05-02"),
    ("The school was founded in 1931. It marks its 100th anniversary this month.", "2031-05-02"),
    (
        "The school was founded in 1920. The parish marks its 300th anniversary in 2031. The church was built in 1731.",
        "2031-05-02",
    ),
    ("The president was elected on 4 November 2028. He was sworn in on 20 January 2029.", None),
    ("The committee was set up in May 2030 and delivered its report in March 2031.", None),
    ("The competition opens on 3 May 2031 and entries close on 1 June 2031.", "2031-04-20"),
    ("Born in 1985, he won his first medal in 2004.", None),
    ("He spent 15 years in prison, from 2010 to 2025.", None),
    ("The couple celebrated their golden wedding anniversary in 2030, having married in 1980.", None),
    ("Lund was elected in 2020 for a four-year term that ends in 2024.", None),
    ("The investigation, launched in September 2030, followed complaints made in June 2030.", None),
    ("The investigation, launched in September 2030, was followed by another in 2031.", None),
    ("The station was closed from 1 June 2030 to 12 July 2030, a total of six weeks.", None),
    ("Lund, who was mayor from 2001 to 2009, won three years in a row from 2004 to 2006.", None),
    ("Prices rose 4% in the year to March 2031 after falling in 2030.", "2031-05-02"),
    ("He was born in 1990 and joined the navy in 2008. His father died in 1985.", None),
    ("Ana Lund was born in 1950. Her mother was born in 1920 and died in 1999 aged 79.", None),
    ("Ana Lund, 81, was born in 1950. Her brother, 75, lives in Oslo.", "2031-05-02"),
    ("The first edition was published in 1998. The second edition, published in 2004, sold out.", None),
    ("The trial began on 4 May 2031 after he was arrested on 9 June 2030.", None),
    ("Sentenced to five years in 2020, he was released in 2023 after serving three years in prison.", None),
    ("Police arrested two men on 3 May 2031. The attack took place on 28 April 2031.", "2031-05-05"),
    ("The company was founded in 1999. Its founder opened his first shop in 1985.", None),
    ("The bridge opened in 1961. It was closed for repairs in 1958.", None),
    (
        "The hospital was opened by the queen on 5 May 1962. The hospital had opened its doors to patients in 1961.",
        None,
    ),
    ("The bill was introduced in May 2030 and passed in June 2030. A bill passed in 2020 was repealed in 2025.", None),
    ("Two years after the war ended in 1945, the factory reopened in 1947.", None),
    ("Last month, the council extended the deadline from 3 May to 30 June.", "2031-05-02"),
    ("The three-year-old startup, founded in 2028, has 40 staff.", "2031-05-02"),
    ("The eight-week course runs from 5 January to 1 March.", "2031-01-02"),
    ("The festival, founded in 2010, is in its 20th year.", "2031-05-02"),
    ("The fair, founded in 2010, is in its 20th edition.", "2031-05-02"),
    ("The ban took effect on 1 May 2030, a month after it was signed into law on 3 April 2030.", None),
    ("Since 2015, when it began with five staff, the firm has grown; in 2014 it was only an idea.", None),
    ("He resigned in March 2030 after 12 years as mayor. He was first elected in 2018.", None),
    ("The ceasefire, brokered in January 2030, ended after two months in March 2030.", None),
    (
        "The inquiry was announced on 3 May 2030, and hearings ended on 9 June 2031. It will report in 2032.",
        "2031-07-02",
    ),
]


def reading_of(text: str, dateline: str | None = None) -> Reading:
    return read(text, dateline, names=False)


def suspected(text: str, dateline: str | None = None) -> list[Suspicion]:
    return reading_of(text, dateline).suspect(timelines)


@pytest.mark.parametrize(("text", "dateline"), FIRES)
def test_what_cannot_be_is_suspected(text: str, dateline: str | None) -> None:
    found = suspected(text, dateline)
    assert [one for one in found if one.certainty in STRONG and one.kind == "timeline"], found
    assert all(one.reason.endswith(".") and one.spans for one in found)


@pytest.mark.parametrize(("text", "dateline"), SILENT)
def test_a_near_miss_is_not_suspected(text: str, dateline: str | None) -> None:
    assert suspected(text, dateline) == []


@pytest.mark.parametrize(
    "text",
    [
        "He was convicted of theft in 2015 and arrested in 2020 on suspicion of murder.",
        "He was arrested after the 2015 riots and, two years later, in 2020, convicted.",
    ],
)
def test_what_another_course_would_explain_is_only_to_be_looked_at(text: str) -> None:
    assert {one.certainty for one in suspected(text)} == {"look"}


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["id"] for fault in FAULTS])
def test_a_planted_fault_is_found_and_its_twin_is_silent(fault: dict[str, object]) -> None:
    text, dateline = str(fault["text"]), fault.get("dateline")
    found = suspected(text, (dateline and str(dateline)) or None)
    words = fault["words"]
    assert isinstance(words, list)
    places = [(text.index(one), text.index(one) + len(one)) for one in words]
    assert any(
        span.start < end and start < span.end
        for one in found if one.certainty in STRONG for span in one.spans for start, end in places
    ), found  # fmt: skip
    mended = text
    assert isinstance(fault["clean"], dict)
    for wrong, right in fault["clean"].items():
        assert mended.count(wrong) == 1
        mended = mended.replace(wrong, right)
    assert suspected(mended, (dateline and str(dateline)) or None) == []


def test_a_sum_tells_the_sum_and_the_best_repair() -> None:
    text = (
        "The minister signed the decree on 4 March 2030.\n\nThe decree is subject to a 60-day review, with final rules "
        "expected by early September."
    )
    (found,) = suspected(text, "2030-03-10")
    assert found.reason.startswith("4 March 2030 plus 60 days is 3 May 2030, not early September 2030")
    assert "the decree was signed between 3 and 13 July 2030" in found.reason
    assert "taking it that the review begins with" in found.reason
    assert found.certainty == "likely"
    assert [words.exact for words in found.spans][1:] == ["60-day", "early September"]


def test_what_a_speaker_says_is_the_speakers() -> None:
    assert (
        suspected("“The strike lasted 12 days, from 3 to 9 May,” said Ana Lund, who runs a shop by the harbour.") == []
    )


@pytest.mark.parametrize(("text", "dateline"), FIRES)
def test_the_check_of_a_sum_contradicts_it_too(text: str, dateline: str | None) -> None:
    for one in suspected(text, dateline):
        assert bool(one.asserts) == (one.check == "dates_add_up")
        if one.asserts:
            check = check_named(one.check)
            values = {name: parsed(arguments(check)[name].annotation, said, name) for name, said in one.asserts}
            assert check.check(_claim(text), **values).verdict is Verdict.CONTRADICTED


def _claim(text: str) -> Claim:
    article = Document("article", "article", "", "", "", None, None, "", "primary", text, text)
    return Claim("C1", Anchor(text), text, "article", {}, (Passage(article, Anchor(text)),))


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "a",
                "on",
                "3",
                "May",
                "2030",
                "2029",
                "two",
                "days",
                "after",
                "before",
                "later",
                "from",
                "to",
                "born",
                "aged",
                "45",
                ",",
                ".",
                "“",
                "”",
                "(",
                ")",
                "—",
                "12-year-old",
                "ten-year",
                "programme",
                "began",
                "ended",
                "in",
                "1990",
                "who",
                "which",
                "was",
                "signed",
                "order",
                "died",
                "she",
                "Lund",
                "for",
                "years",
                "six",
                "weeks",
                "<",
                ">",
                "<d3>",
                "<l9>",
                "²",
                "٣",
                "anniversary",
                "50th",
                "its",
                "founded",
                "since",
                "until",
                "by",
                "-",
            ]
        ),
        max_size=60,
    ),
    st.sampled_from([None, "2031-05-02", "0001-01-03", "9999-12-30"]),
)
def test_nothing_is_raised_and_every_span_is_of_the_text(words: list[str], dateline: str | None) -> None:
    try:
        reading = reading_of(" ".join(words), dateline)
    except CaseError:
        return
    for one in reading.suspect(timelines):
        assert all(reading.text[span.start : span.end] == span.exact for span in one.spans)
