"""How long things last, which time of the day comes first, of which century things are: suspected, or rightly not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.reading.article import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.timelines import timelines

STRONG = ("certain", "likely")
FIRES = [
    ("The Corn Exchange served its last pint in 1997, after 40 years in business. It had opened in 1978.", None),
    ("The bakery traded for 52 years. It was founded by two sisters in 1911 and closed its doors in 1949.", None),
    ("She spent fourteen years at the helm, having taken over in 2003 and stepped down in 2011.", None),
    ("After thirty-one years as headmaster, Mr Pugh retired in 1988. He had been appointed in 1969.", None),
    ("King Osric reigned for 30 years, from 1712 to 1735, and was not loved.", None),
    ("The siege lasted 40 days. It began on 2 March and was lifted on 30 May.", None),
    ("The yacht left Lisbon on 2 March 2030. After 19 days at sea she reached Bermuda on 30 April 2030.", None),
    ("Miners downed tools on 1 June. The stoppage lasted six weeks and ended on 25 August.", None),
    ("The hostages were seized on 4 June 2011 and were released on 20 June 2011, after 100 days in captivity.", None),
    ("The museum, shut for renovation on 3 January 2030, reopened on 3 May 2032 after a closure of eleven months.", None),
    ("The company signed a 20-year lease in June 2010 that runs until June 2020.", None),
    ("The fair runs for ten days, opening on 4 August and closing on 24 August.", "2031-05-01"),
    ("The decade-old levy, introduced in the autumn of 2029, is to be scrapped.", "2031-05-02"),
    ("The council imposed a freeze on rents in January 2030. The six-year freeze is disliked.", "2031-05-02"),
    ("The vote ends a decade-long ban on night hauling. It was brought in two years ago, in March 2029.", "2031-05-02"),
    ("For half a century the Odeon has shown films on Saturdays. It opened in 1999.", "2031-05-02"),
    ("Jailed for seven years in May 1990, he served every day and walked free in May 1993.", None),
    ("The statue stood on its plinth for 70 years. Unveiled in 1936, it was toppled in 1956.", None),
    ("The minister resigned on 3 June. The next day, 9 June, his deputy followed.", None),
    ("He handed in his letter two days after the vote on 14 May, on 12 May, and would not say why.", None),
    ("Police were called on Monday. Three days later, on Saturday, they found the car.", None),
    ("The crossing would close at 6am on Monday 9 May and reopen six weeks later, on Monday 4 July.", "2022-04-28"),
    ("The alarm was raised at 11.15pm. Firefighters reached the house at 10.50pm.", None),
    ("The train left Leeds at 9.05am and the journey took four hours. It arrived at 10.20am.", None),
    ("The jury retired at 11.30am and reached a verdict two hours later, at 4pm.", None),
    ("Nominations will be accepted from 10 September and must be in by 1 September.", "2031-05-02"),
    ("The chapel, erected in 1891, is a fine example of early eighteenth-century brickwork, a typical work of the early "
     "eighteenth century.", None),
    ("The town hall dates from the 1930s. It was built in 1898 by John Hardy.", None),
    ("She has run the shop since 2015, and for all of those thirty years she has opened at six.", "2031-05-02"),
]  # fmt: skip
SILENT = [
    ("The Corn Exchange served its last pint in 1997, after 19 years in business. It had opened in 1978.", None),
    ("The council adopted its budget on 3 March 2031. It ends a six-year freeze on fares.", "2031-05-02"),
    ("The board adopted new rules on 3 March 2031. They end a six-year freeze on rents.", "2031-05-02"),
    ("The assembly passed the bill on 3 March 2031. It lifts a ten-year ban on night buses.", "2031-05-02"),
    ("The council adopted its budget on 3 March 2031. The six-year freeze on fares is disliked.", "2031-05-02"),
    ("Jailed for seven years in May 1990, he was released in May 1993 on parole.", None),
    ("Ogden, a councillor for 30 years, was elected mayor in 2001 and retired in 2009.", None),
    ("She worked there for ten years. The plant opened in 1950 and closed in 2001.", None),
    ("She lived in Paris for three years. She left in 1950 and returned in 1990.", None),
    ("After five years of talks, the treaty was signed in 1990 and expired in 2010.", None),
    ("In office for eight years, he was elected in 2001 and left in 2009; his father had been mayor since 1970.", None),
    ("He signed a five-year contract in 2010 and left the club in 2012.", None),
    ("The two-year project, which began in 2010, was completed in 2014 after delays.", None),
    ("The war lasted six years. Hitler came to power in 1933 and died in 1945.", None),
    ("The 90-minute match kicked off at 3pm and the crowd had gone by 5.30pm.", None),
    ("The shop opens at 9am and closes at 1am.", None),
    ("The ferry leaves Hull at 8pm and arrives at 7.30am.", None),
    ("The alarm was raised at 11.15pm. Firefighters reached the house at 12.10am.", None),
    ("The meeting opened at 7pm. The doors closed at 6.45pm on Tuesday.", None),
    ("The chapel, built in 1891 on the site of an eighteenth-century inn, is closed.", None),
    ("The museum in the 17th-century manor was opened in 1980.", None),
    ("The 19th-century bridge was built in 1871.", None),
    ("The fire broke out on Tuesday 5 May; two days later, on Thursday, the owner was arrested.", None),
    ("The trial was to begin on Monday. A week later, on Friday, the judge fell ill.", None),
    ("Bids open on 3 June 2031. The deadline is 20 August 2031.", None),
    ("The minister resigned on 3 June. The next day, 4 June, his deputy followed.", None),
    ("She has run the shop since 2015, and for all of those sixteen years she has opened at six.", "2031-05-02"),
]


def suspected(text: str, dateline: str | None) -> list[Suspicion]:
    return read(text, dateline, names=False).suspect(timelines)


@pytest.mark.parametrize(("text", "dateline"), FIRES)
def test_a_length_that_does_not_fit_is_suspected(text: str, dateline: str | None) -> None:
    assert [one for one in suspected(text, dateline) if one.certainty in STRONG]


@pytest.mark.parametrize(("text", "dateline"), SILENT)
def test_a_length_that_may_fit_is_not_suspected(text: str, dateline: str | None) -> None:
    assert suspected(text, dateline) == []


@given(begin=st.integers(1900, 1990), years=st.integers(4, 30), off=st.integers(-3, 40))
@settings(max_examples=60)
def test_only_a_length_that_is_wrong_is_suspected(begin: int, years: int, off: int) -> None:
    text = f"The cinema closed in {begin + years} after {max(years + off, 1)} years in business. It opened in {begin}."
    found = suspected(text, None)
    if abs(off) <= 1:
        assert found == []
    if off >= 3:
        assert [one.certainty for one in found] == ["likely"]


@given(st.lists(st.sampled_from(
    ["opened", "closed", "for", "after", "lasted", "12", "years", "three", "weeks", "3", "May", "1999", "at", "9.05am", "11pm", "later", ",", ".", "the", "It", "strike", "century", "half", "a", "two", "hours", "on", "Monday", "Friday", "those", "decade-old", "eighteenth", "built", "in", "since", "until"]), max_size=60))  # fmt: skip
@settings(max_examples=150)
def test_any_words_are_read_without_an_error_and_alike_twice(words: list[str]) -> None:
    text = " ".join(words)
    try:
        found = suspected(text, "2031-05-02")
    except CaseError:
        return
    assert found == suspected(text, "2031-05-02")
    assert all(text[span.start : span.end] == span.exact for one in found for span in one.spans)
