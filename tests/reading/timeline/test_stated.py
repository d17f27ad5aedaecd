"""What an article says of time, as statements: its dates, what lies between them, and how it is told."""

from __future__ import annotations

from datetime import date

import pytest

from checks.reading.article import read
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.reading.timeline.stated import statements_in


def statements(text: str, dateline: str | None = None) -> list[Statement]:
    reading = read(text, dateline, names=False)
    return statements_in(reading.clean or reading)


def dated(text: str, dateline: str | None = None) -> list[Statement]:
    return [
        one for one in statements(text, dateline) if one.choices[0][0].earlier == CALENDAR and one.source == "article"
    ]


def links(text: str, dateline: str | None = None) -> list[Statement]:
    return [one for one in statements(text, dateline) if one.choices[0][0].earlier != CALENDAR]


@pytest.mark.parametrize(
    ("text", "says", "subject"),
    [
        (
            "The minister signed the order on 15 January 2031.",
            "the order was signed on 15 January 2031",
            "the order was signed",
        ),
        ("The order was signed on 15 January 2031.", "the order was signed on 15 January 2031", "the order was signed"),
        ("It was a policy first imposed in 2023.", "the policy was imposed in 2023", "the policy was imposed"),
        ("The museum opened in June 2019.", "the museum opened in June 2019", "the museum opened"),
        ("Rain fell on 3 May 2030.", "3 May 2030 is named", "the time written as “3 May 2030” was"),
    ],
)
def test_a_date_is_said_as_a_clause(text: str, says: str, subject: str) -> None:
    (one,) = dated(text)
    assert (one.says[:1].lower() + one.says[1:], one.subject[:1].lower() + one.subject[1:]) == (says, subject)


def test_a_vague_date_has_its_widest_days_and_its_core() -> None:
    (one,) = dated("The order was signed in early March 2031.")
    first = date(2031, 3, 1).toordinal()
    assert one.choices == ((Limit(CALENDAR, "d0", first, first + 14, (first, first + 9)),),)


@pytest.mark.parametrize(
    ("text", "dateline", "years"),
    [
        ("The strike began on 3 May.", "2031-06-01", [2031, 2030, 2032]),
        ("The law of 2019 lapsed. The strike began on 3 May.", None, [2018, 2019, 2020]),
        ("The strike began on 3 May 2030.", "2031-06-01", [2030]),
        ("The strike began on 29 February.", "2031-06-01", [2032]),
    ],
)
def test_a_date_without_its_year_may_be_of_several(text: str, dateline: str | None, years: list[int]) -> None:
    one = dated(text, dateline)[-1]
    assert [date.fromordinal(limit.least or 0).year for (limit,) in one.choices] == years


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The 12-day strike, from 3 to 9 May, ended.", 11, 12),
        ("The vote on 14 May 2030 came two days after the blast on 12 May 2030.", 0, 3),
        ("She resigned on 12 May 2030, two days after the vote on 10 May 2030.", 0, 3),
        ("Born in 1950, Kovac died in 2015 aged 64.", 64 * 365, 65 * 366),
        ("The hall was demolished on 1 March 2030, after the fire on 9 February 2030.", 0, None),
        ("It was closed for six weeks from 1 March 2030, reopening on 12 April 2030.", 37, 46),
    ],
)
def test_what_lies_between_two_dates(text: str, least: int, most: int | None) -> None:
    found = [one.choices[0][0] for one in links(text) if "within one year" not in one.says]
    assert any(
        limit.least is not None
        and limit.least >= least
        and (limit.most is None if most is None else (limit.most or 0) <= most)
        for limit in found
    ), found


@pytest.mark.parametrize(
    "text",
    [
        "“The strike lasted from 3 to 9 May 2030,” said Ana Lund, who runs a shop by the harbour of the town.",
        "Profits for fiscal 2030 rose in the 2029-30 season.",
        "The council meets on Friday.",
        "The 40-tonne lorry was late for the second time.",
    ],
)
def test_no_statement_is_made_of_quoted_fiscal_or_bare_days(text: str) -> None:
    assert statements(text) == []


def test_what_needs_two_sentences_says_what_it_takes_for_granted() -> None:
    text = "Dana Kroll was arrested on 12 March 2024. Her trial opened on 5 February 2025."
    (one,) = links(text)
    assert one.assumed.startswith(
        "that “arrested on 12 March 2024” and “opened on 5 February 2025” are told of the same"
    )
    assert one.choices[0][0] == Limit("d0", "d1", 0, None)


def test_the_day_of_the_article_is_a_statement_of_its_own() -> None:
    (one,) = [
        one for one in statements("The bridge was opened on 5 May 2030.", "2031-05-02") if one.source == "dateline"
    ]
    assert one.says == "the article is of 2 May 2031"
