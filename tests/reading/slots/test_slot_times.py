"""Dates and lengths of a claim against those of a passage: what is read, how two of them stand, and what sums make."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.times import age_given, derive, relate, relate_act, role_of, roles_differ, times_in

AGREE, WIDER, NARROWER, CONFLICT = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT


def only(text: str, day: date | None = None) -> TimePhrase:
    """The one time of a text."""
    (found,) = times_in(text, day)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Signed: 7 January 2026", "2026-01-07"),
        ("signing_date: 2026-01-07", "2026-01-07"),
        ("date_signed=2026-01-07", "2026-01-07"),
        ("Registered 07.01.2026", "2026-01-07"),
        ("Received 07-Jan-2026 at the counter", "2026-01-07"),
        ("Logged 2026.01.07", "2026-01-07"),
        ("inspected 7 january 2026", "2026-01-07"),
        ("Opened 1932", "1932"),
        ("Chapel (c. 1856)", "1856"),
        ("It has flown there since at least 1974.", "1974"),
        ("Revenue in FY2024", "2024"),
        ("Orders rose in Q3 2025.", "2025-Q3"),
        ("It thrived in the 1990s.", "199"),
        ("It thrived in the late 1980s.", "198"),
        ("a 19th century mill", "18"),
        ("It closed in spring 2021.", "2021-SP"),
        ("Doors open at 7.30pm.", "T19:30"),
        ("Doors open at 19:30.", "T19:30"),
        ("The boat sailed at 19.40.", "T19:40"),
        ("The boat sailed at 0740 hours.", "T07:40"),
        ("Trading stops at noon.", "T12:00"),
        ("She resigned on Thursday.", "XXXX-WXX-4"),
        ("The court sits at 10am on Monday.", "XXXX-WXX-1T10:00"),
        ("Burglars came in the evening.", "TEV"),
        ("The tower stood for half a century.", "P50Y"),
        ("They kept the twenty-fifth anniversary.", "P25Y"),
    ],
)
def test_forms_of_records_and_prose_are_read(text: str, value: str) -> None:
    assert only(text).value == value


def test_figures_of_no_stated_order_name_both_days() -> None:
    found = only("Filed 7/1/2026.")
    assert found.when is None
    assert "7 January 2026" in found.why
    assert "1 July 2026" in found.why


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Entry (dd/mm/yyyy): 07/01/2026", date(2026, 1, 7)),
        ("Entry (mm/dd/yyyy): 07/01/2026", date(2026, 7, 1)),
        ("Seen 07/01/2026 and again 23/01/2026", date(2026, 1, 7)),
        ("Seen 07/01/2026 and again 07/23/2026", date(2026, 7, 1)),
    ],
)
def test_the_order_of_day_and_month_is_taken_from_the_text(text: str, day: date) -> None:
    first = times_in(text)[0]
    assert first.when is not None
    assert first.when.first == day


def test_a_life_in_brackets_is_two_dates_and_a_war_is_one_span() -> None:
    life = times_in("Ada Marlowe ( 8 April 1904 - 2 February 1983 ) was a glaciologist.")
    assert [one.exact for one in life] == ["8 April 1904", "2 February 1983"]
    assert [one.exact for one in times_in("The Seven Years War (1756-1763) ruined them.")] == ["1756-1763"]


@pytest.mark.parametrize(
    "text",
    [
        "A three-year-old was hurt.",
        "Sarah is 41 years old.",
        "Jan Kessel spoke.",
        "Water costs £400 a year.",
        "It is now a bank.",
    ],
)
def test_ages_rates_and_names_are_no_times(text: str) -> None:
    assert times_in(text) == ()


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("He ruled for over 18 years.", "over 18 years"),
        ("It took nearly three decades.", "nearly three decades"),
        ("She waited just under seven months.", "just under seven months"),
        ("It lasted ten days or more.", "ten days or more"),
        ("The fund gives $5 billion over six years.", "six years"),
        ("Built around 1856, it stands.", "around 1856"),
        ("He will be out between 14 and 18 weeks.", "between 14 and 18 weeks"),
        ("Sales in the year to March 2009 fell.", "the year to March 2009"),
    ],
)
def test_the_words_that_bound_a_length_are_part_of_it(text: str, exact: str) -> None:
    assert only(text).exact == exact


SAME_ACT = [
    ("10 July 2024", "July 2024", NARROWER),
    ("July 2024", "10 July 2024", WIDER),
    ("on Jan. 7, 2026", "Signed: 7 January 2026", AGREE),
    ("on January 7, 2026", "signing_date: 2026-01-07", AGREE),
    ("on 9 January 2026", "signing_date: 2026-01-07", CONFLICT),
    ("7 January 2026", "07.01.2026", AGREE),
    ("7 January 2026", "7/1/2026", NARROWER),
    ("8 January 2026", "7/1/2026", CONFLICT),
    ("in 2026", "7/1/2026", WIDER),
    ("in 2017", "on 4 November 2017", WIDER),
    ("on 4 November 2017", "on 4 November 2016", CONFLICT),
    ("the 1960s", "in 1963", WIDER),
    ("the 1960s", "in 1973", CONFLICT),
    ("the 19th century", "in 1856", WIDER),
    ("early 2016", "January 2016", WIDER),
    ("early 2016", "October 2016", CONFLICT),
    ("early 2016", "May 2016", NARROWER),
    ("on 4 November", "on 4 November 2016", WIDER),
    ("on 4 November 2016", "on 4 November", NARROWER),
    ("on 4 November 2016", "on 5 November", CONFLICT),
    ("before 2010", "on 12 June 2009", WIDER),
    ("by 2010", "on 12 June 2009", WIDER),
    ("by 2010", "on 12 June 2011", CONFLICT),
    ("before 2010", "in 2010", CONFLICT),
    ("in 2009", "before 2010", NARROWER),
    ("after 3 May 2020", "on 5 May 2020", WIDER),
    ("after 3 May 2020", "on 1 May 2020", CONFLICT),
    ("since 2014", "since May 2014", WIDER),
    ("since May 2014", "since 2014", NARROWER),
    ("since 2014", "since 2016", CONFLICT),
    ("since 2014", "in 2014", AGREE),
    ("in 2012", "since 2014", CONFLICT),
    ("in 2017", "since 2014", NARROWER),
    ("until 31 December 2020", "until the end of 2020", AGREE),
    ("by 30 June 2021", "by 31 March 2021", NARROWER),
    ("from 1998 to 2010", "from 8 January 1998 to 16 July 2010", WIDER),
    ("from 1999 to 2010", "from 1998 to 2010", CONFLICT),
    ("in 2005", "from 1998 to 2010", WIDER),
    ("in 2012", "from 1998 to 2010", CONFLICT),
    ("in 2005", "between 1998 and 2010", NARROWER),
    ("between 1998 and 2010", "in 2005", WIDER),
    ("around 1856", "in 1857", NARROWER),
    ("around 1856", "in 1856", WIDER),
    ("in 1856", "around 1856", NARROWER),
    ("FY2024", "fiscal 2024", AGREE),
    ("FY2024", "in 2024", NARROWER),
    ("FY2023", "FY2026", CONFLICT),
    ("the year to March 2009", "the year to March 2008", CONFLICT),
    ("in January 2009", "in the year to March 2009", NARROWER),
    ("last year", "last year", AGREE),
    ("last year", "this year", CONFLICT),
    ("on Tuesday", "2 December 2025", WIDER),
    ("on Wednesday", "2 December 2025", CONFLICT),
    ("on Tuesday", "on Thursday", CONFLICT),
    ("2 December 2025", "on Tuesday", NARROWER),
    ("on Monday, December 2, 2025", "on 2 December 2025", CONFLICT),
    ("30 February 2020", "1 March 2020", CONFLICT),
    ("at 7pm", "at 19:00", AGREE),
    ("at 7pm", "at 7.30pm", CONFLICT),
    ("in the evening", "at 7pm", WIDER),
    ("in the morning", "at 7pm", CONFLICT),
    ("before 8pm", "at 7.15pm", WIDER),
    ("7 a.m. GMT", "8 a.m. BST", AGREE),
    ("on Tuesday evening", "on Tuesday", NARROWER),
    ("on 3 May 2020", "at 8am on 3 May 2020", WIDER),
    ("at noon on 3 May 2020", "at 8am on 3 May 2020", CONFLICT),
    ("weekly", "every week", AGREE),
    ("two weeks before Christmas", "on 11 December", AGREE),
    ("ten years after 1945", "in 1957", CONFLICT),
    ("the early 1970's", "the early 1970s", AGREE),
    ("annually", "monthly", CONFLICT),
]


@pytest.mark.parametrize(("claimed", "stated", "relation"), SAME_ACT)
def test_a_date_of_the_claim_against_the_passages(claimed: str, stated: str, relation: Relation) -> None:
    found = relate(only(claimed), only(stated))
    assert found is not None
    assert found[0] is relation, found[1]


LENGTHS = [
    ("90 days", "three months", NARROWER),
    ("three months", "90 days", NARROWER),
    ("365 days", "a year", AGREE),
    ("a decade", "ten years", AGREE),
    ("12 months", "a year", AGREE),
    ("a fortnight", "14 days", AGREE),
    ("a day", "24 hours", AGREE),
    ("90 minutes", "an hour and a half", AGREE),
    ("half a century", "50 years", AGREE),
    ("for more than a decade", "for 11 years", WIDER),
    ("for more than a decade", "for nine years", CONFLICT),
    ("for 11 years", "for more than a decade", NARROWER),
    ("about two weeks", "15 days", WIDER),
    ("about two weeks", "30 days", CONFLICT),
    ("nearly three decades", "28 years", WIDER),
    ("nearly three decades", "31 years", CONFLICT),
    ("less than an hour", "75 minutes", CONFLICT),
    ("more than an hour", "75 minutes", WIDER),
    ("a decade", "13 years", CONFLICT),
    ("a decade", "11 years", NARROWER),
    ("two years", "25 months", NARROWER),
    ("five years", "six years", CONFLICT),
    ("five years", "up to five years", NARROWER),
    ("at least three months", "between 14 and 18 weeks", WIDER),
    ("several years", "four years", WIDER),
    ("six weeks", "six months", CONFLICT),
]


@pytest.mark.parametrize(("claimed", "stated", "relation"), LENGTHS)
def test_a_length_of_the_claim_against_the_passages(claimed: str, stated: str, relation: Relation) -> None:
    found = relate(only(claimed), only(stated))
    assert found is not None
    assert found[0] is relation, found[1]


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("Filming began in September 1994.", "It was filmed from January 1994 to August 1995.", CONFLICT),
        ("Filming began in January 1994.", "It was filmed from January 1994 to August 1995.", AGREE),
        ("They were filming in September 1994.", "It was filmed from January 1994 to August 1995.", WIDER),
        ("Entries close on 1 March.", "Entries must be in by 1 March.", AGREE),
    ],
)
def test_an_act_that_begins_or_ends_a_range(claim: str, passage: str, relation: Relation) -> None:
    found = relate_act(only(claim), only(passage), claim)
    assert found is not None
    assert found[0] is relation


def test_a_length_and_a_date_are_not_compared() -> None:
    assert relate(only("90 days"), only("in 2020")) is None
    assert relate(only("on 3 May 2020"), only("at 7pm")) is None


def test_the_reason_names_the_calendar() -> None:
    found = relate(only("90 days"), only("three months"))
    assert found is not None
    assert "92 days by the calendar" in found[1]


def test_years_ago_count_from_the_day_of_writing() -> None:
    found = relate(only("five years ago", date(2025, 6, 1)), only("in 2020"))
    assert found is not None
    assert found[0].stated


SUMS = [
    # claim, its phrase, passage, relation (None: no sum), part of the reason
    ("He reigned for over 18 years.", "over 18 years", "He was king from 8 January 1198 to 16 July 1216.", WIDER, "18 years and 6"),
    ("He reigned for 12 years.", "12 years", "He reigned from 1998 to 2010.", AGREE, "12 years"),
    ("He reigned for 14 years.", "14 years", "He reigned from 1998 to 2010.", CONFLICT, "12 years"),
    ("The fair lasted three days.", "three days", "The fair ran from 3 to 5 May 2020.", AGREE, "both ends"),
    ("It ends a decade-long curb.", "a decade-long", "The curb was in force 2014-2020 and 2022-2025.", CONFLICT, "gap"),
    ("She served four years in all.", "four years", "She was mayor from 2001 to 2003 and from 2008 to 2010.", AGREE, "together"),
    ("She chaired it for more than a decade.", "more than a decade",
     "She took the chair in June 1994 and gave it up in September 2005.", WIDER, "11.3 years"),
    ("The blockade lasted almost two years.", "almost two years",
     "Ships ringed the port in October 1993. The blockade ended in January 1995.", CONFLICT, "15 months"),
    ("He was jailed for two years.", "two years", "He was arrested in 2018 and sentenced in 2020.", None, ""),
    ("The gala was two hours long.", "two hours long", "The gala ran from 7pm to 9pm.", AGREE, "120 minutes"),
    ("She was sentenced 18 months after her arrest.", "18 months",
     "She was arrested on 3 March 2019, charged on 5 March 2019 and sentenced on 10 September 2020.", WIDER, "1 year and 6"),
    ("He was charged two days later.", "two days later",
     "He was arrested on 4 May 2019 and was charged on 6 May 2019.", AGREE, "2 days"),
    ("He was charged the following day.", "the following day",
     "He was arrested on 4 May 2019 and was charged on 6 May 2019.", CONFLICT, "2 days"),
    ("He was charged the following year.", "the following year",
     "He was arrested on 4 May 2019 and was charged on 6 May 2020.", AGREE, "the following year"),
    ("The port marked the tenth anniversary of the fire.", "tenth anniversary",
     "The fire broke out on 3 May 2010. A service was held on 3 May 2020.", AGREE, "10 years"),
    ("The rules, 90 days after the decree of January 15, 2025, are due by early March.", "early March",
     "The decree is dated January 15, 2025 and gives 90 days.", CONFLICT, "15 January 2025 + 90 days = 15 April 2025"),
    ("The rules, 90 days after the decree of January 15, 2025, are due by 15 April.", "15 April",
     "The decree is dated January 15, 2025 and gives 90 days.", AGREE, "15 April 2025"),
    ("Tenants have until 31 March to object.", "31 March",
     "The notice is dated 3 March, and tenants must object within 28 days of that date.", AGREE, "3 March + 28 days"),
    ("Tenants have until 30 April to object.", "30 April",
     "The notice is dated 3 March, and tenants must object within 28 days of that date.", CONFLICT, "31 March"),
    ("The walkout ended on January 25.", "January 25",
     "Staff walked out on December 22. They went back 34 days after that.", AGREE, "22 December + 34 days"),
    ("The lease expires in February 2025.", "February 2025", "The lease runs for five years from 1 March 2020.", WIDER, "five years"),
    ("The strike lasted three weeks.", "three weeks",
     "Drivers walked out on 3 June and returned to work on 14 June.", CONFLICT, "11 days"),
    ("The tunnel was closed for six weeks.", "six weeks",
     "The tunnel closed on 1 March 2021. It reopened on 12 April 2021.", AGREE, "42 days"),
    ("He died the day after the crash.", "the day after",
     "The crash was on 3 May 2011. He died on 4 May 2011.", AGREE, "1 day"),
    ("The centenary of the fire falls in 2025.", "centenary", "The fire was in 1925.", AGREE, "100 years = 2025"),
    ("The centenary of the fire falls in 2025.", "2025", "The fire was in 1915.", CONFLICT, "100 years = 2015"),
    ("The rule takes effect on 1 August 2024.", "1 August 2024",
     "The rule takes effect 90 days after publication. It was published on 2 April 2024.", CONFLICT, "1 July 2024"),
    ("The answer is due by 20 May.", "20 May", "Judges have ten working days from 6 May to answer.", None, ""),
    ("The hall burned down in 1990.", "1990", "The hall opened in 1932 and seats 400.", None, ""),
    ("The launch came on the evening of 3 February 1998.", "the evening of 3 February 1998",
     "Date: 3 February 1998. Boat called at 19.40.", WIDER, "19.40"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "words", "passage", "relation", "reason"), SUMS)
def test_sums_of_the_passages_dates(
    claim: str, words: str, passage: str, relation: Relation | None, reason: str
) -> None:
    phrase = next(one for one in times_in(claim) if one.exact == words)
    found = derive(phrase, times_in(passage), claim, passage)
    assert (found and found[0]) is relation
    if found:
        assert reason in found[1]
        assert all(one in times_in(passage) for one in found[2])


def test_since_counts_to_the_day_that_is_given() -> None:
    claim, passage = "She has led the firm for a decade.", "She has led the firm since May 2014."
    stated = times_in(passage)
    found = derive(only(claim), stated, claim, passage, date(2024, 6, 30))
    assert found is not None
    assert found[0].stated
    assert derive(only(claim), stated, claim, passage) is None


@pytest.mark.parametrize(
    ("claim", "relation"),
    [
        ("She died at the age of 78.", AGREE),
        ("She died aged 79.", CONFLICT),
        ("She was 78 when she died.", AGREE),
        ("She died in a hospice.", None),
    ],
)
def test_ages_from_a_birth_and_a_death(claim: str, relation: Relation | None) -> None:
    passage = "Ada Marlowe ( 8 April 1904 - 2 February 1983 ) was a glaciologist."
    found = age_given(claim, times_in(passage), passage)
    assert (found and found[0]) is relation


def test_an_age_from_years_alone_is_one_of_two() -> None:
    passage = "Ada Marlowe (1904–1983) was a glaciologist."
    found = age_given("She died aged 78.", times_in(passage), passage)
    assert found is not None
    assert found[0] is NARROWER
    assert "78 or 79" in found[1]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The memo was signed on January 7, 2026.", ["signed"]),
        ("Signed: 7 January 2026", ["signed"]),
        ("Date of birth: 8 April 1974", ["born"]),
        ("Effective date: 1 March 2024", ["effective"]),
        ("Peru notified its withdrawal on 4 May 2019; the withdrawal takes effect on 4 May 2020.", ["notified", "effective"]),
        ("Ada Marlowe ( 8 April 1904 - 2 February 1983 ) was a glaciologist.", ["born", "died"]),
        ("Ann Lee (born 18 July 1996) is a player.", ["born"]),
        ("On 3 May 2020 the law was published, and on 1 June 2020 it took effect.", ["published", "effective"]),
        ("He was arrested on 4 May 2019, charged on 6 May 2019 and sentenced in 2020.", ["arrested", "charged", "sentenced"]),
        ("The pool, which opened in 1932, would close in 2025.", ["opened", "closed"]),
        ("Chile: signed 12 May 1996, ratified 3 November 1998.", ["signed", "ratified"]),
        ("On 1 July 2020 she was sworn in.", ["took office"]),
        ("The film premiered on 3 May 2019.", ["aired"]),
        ("It was warm on 3 May 2019.", [""]),
    ],
)  # fmt: skip
def test_the_act_a_date_belongs_to(text: str, roles: list[str]) -> None:
    assert [role_of(text, one) for one in times_in(text)] == roles


@pytest.mark.parametrize(
    ("claimed", "stated", "differ"),
    [
        ("notified", "effective", True),
        ("born", "graduated", True),
        ("announced", "effective", True),
        ("signed", "ratified", True),
        ("arrested", "convicted", True),
        ("dated", "signed", False),
        ("founded", "started", False),
        ("signed", "signed", False),
        ("", "effective", False),
    ],
)
def test_which_acts_are_different(claimed: str, stated: str, differ: bool) -> None:
    assert roles_differ(claimed, stated) is differ
    assert roles_differ(stated, claimed) is differ


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "October", "December"]
DAYS = st.builds(lambda d, m, y: f"{d} {m} {y}", st.integers(1, 28), st.sampled_from(MONTHS), st.integers(1900, 2030))
SPANS = st.one_of(
    DAYS,
    st.builds(lambda m, y: f"{m} {y}", st.sampled_from(MONTHS), st.integers(1900, 2030)),
    st.builds(lambda p, y: f"{p} {y}", st.sampled_from(["early", "late", "spring", "summer"]), st.integers(1900, 2030)),
    st.builds(lambda n: f"the {n}s", st.sampled_from([1960, 1970, 1990])),
    st.builds(lambda d, m: f"{d} {m}", st.integers(1, 28), st.sampled_from(MONTHS)),
    st.builds(lambda a, n: f"from {a} to {a + n}", st.integers(1900, 2010), st.integers(1, 20)),
)
EDGED = st.builds(
    lambda e, s: s if s.startswith("from") else e + s, st.sampled_from(["", "in ", "since ", "by ", "before ", "after ", "until "]),
    SPANS,
)  # fmt: skip
NUMBERS = st.builds(
    lambda b, n, u: f"{b}{n} {u}",
    st.sampled_from(["", "about ", "more than ", "nearly ", "at least ", "up to "]),
    st.integers(2, 99),
    st.sampled_from(["days", "weeks", "months", "years", "decades", "hours", "minutes"]),
)


@given(st.one_of(EDGED, NUMBERS), st.one_of(EDGED, NUMBERS))
def test_a_conflict_is_one_in_both_directions(one: str, other: str) -> None:
    first, second = times_in(f"It was so {one}."), times_in(f"It was so {other}.")
    if len(first) == len(second) == 1:
        there, back = relate(first[0], second[0]), relate(second[0], first[0])
        assert (there is None) == (back is None)
        if there and back:
            assert (there[0] is CONFLICT) == (back[0] is CONFLICT), (there, back)
        assert relate(first[0], first[0]) == (AGREE, "")


@given(
    st.one_of(st.text(max_size=200), st.lists(st.one_of(EDGED, NUMBERS, st.text(max_size=9)), max_size=6).map(" ".join))
)
def test_spans_are_exact_and_nothing_is_raised(text: str) -> None:
    found = times_in(text)
    assert found == times_in(text)
    end = 0
    for one in found:
        assert text[one.start : one.end] == one.exact
        assert end <= one.start < one.end
        end = one.end
        assert isinstance(role_of(text, one), str)
        derive(one, found, text, text)
        for other in found:
            relate(one, other)


@given(DAYS, st.integers(1, 400))
def test_a_date_and_so_many_days_make_the_date_they_do(day: str, number: int) -> None:
    from datetime import timedelta

    start = only(day).when
    assert start is not None and start.first is not None
    end = start.first + timedelta(days=number)
    passage = f"The notice is dated {day}. Appeals must come {number} days after that."
    claim = f"The time to appeal ended on {end.isoformat()}."
    found = derive(only(claim), times_in(passage), claim, passage)
    assert found is not None
    assert found[0] is AGREE
