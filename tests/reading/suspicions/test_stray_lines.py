"""Headlines of other stories and boilerplate: found wherever they were copied along, and news about them left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.strays.boilerplate import boilerplate
from checks.reading.suspicions.strays.stray_lines import stray_headlines

POOL = [
    "Marrowby to close its old swimming pool",
    "The town council of Marrowby voted on Tuesday to close the old swimming pool at the end of the summer.",
    "Councillor Ann Fell said the roof would cost too much to mend, and that no buyer had been found.",
    "Parents of pupils at four schools protested outside the town hall.",
    "The pool opened in 1974 and was used by four schools until last year.",
]


def last(line: str) -> str:
    return "\n\n".join([*POOL, line])


def within(line: str) -> str:
    return "\n\n".join([*POOL[:3], line, *POOL[3:]])


def run_on(line: str) -> str:
    return "\n\n".join([*POOL[:4], f"{POOL[4]} {line}"])


def _headlines(text: str) -> list[Suspicion]:
    return read(text, names=False).suspect(stray_headlines)


def _boilerplate(text: str) -> list[Suspicion]:
    return read(text, names=False).suspect(boilerplate)


@pytest.mark.parametrize("place", [last, within, run_on], ids=lambda place: place.__name__)
@pytest.mark.parametrize(
    "line",
    [
        "Singer Cancels World Tour After Throat Surgery",
        "Wall Street slides as chip makers tumble",
        "Ferry Sinks Off Coast, Dozens Feared Dead",
        "ACTOR WEDS LONGTIME PARTNER IN SECRET CEREMONY",
        "Star striker ruled out of cup final with knee injury",
        "‘No way back’: miners vote to strike over pensions",
        "Cold case: Sisters charged over Easter poisoning",
    ],
)
def test_a_headline_of_another_story(line: str, place: Callable[[str], str]) -> None:
    (found,) = _headlines(place(line))
    assert found.certainty == "likely"
    assert [words.exact for words in found.spans] == [POOL[0], line]


def test_a_headline_above_the_article_s_own() -> None:
    stranger = "Ferry sinks off coast with dozens feared dead"
    (found,) = _headlines("\n\n".join([stranger, *POOL]))
    assert [words.exact for words in found.spans] == [POOL[0], stranger]
    assert _headlines("\n\n".join([POOL[0], "Parents say that their children learned to swim there", *POOL[1:]])) == []


@pytest.mark.parametrize(
    "line",
    [
        "Related: Heavy snow shuts airports in the north",
        "RELATED STORY Heavy snow shuts airports",
        "READ MORE: Marrowby pool to close",
        "Also read | Five arrested after jewel theft",
        "Don’t miss: The best beaches for families",
        "Watch: Lion cub takes its first steps",
    ],
)
@pytest.mark.parametrize("place", [last, within], ids=lambda place: place.__name__)
def test_a_link_to_another_story(line: str, place: Callable[[str], str]) -> None:
    (found,) = _headlines(place(line))
    assert (found.certainty, found.spans[-1].exact) == ("likely", line)


@pytest.mark.parametrize(
    "line",
    [
        "What happens next",
        "Too little, too late",
        "Why the council voted to close the pool",
        "Protest outside the town hall",
        "‘It was our second home for forty years’",
        "“We learned to swim here,” said Jo Bell",
        "- Singer cancels world tour after surgery",
        "Councillor Fell then read out a letter from a swimmer:",
        "Analysis: the council had no choice, and its members knew as much.",
        "Jo Bell is a reporter for the Mercury.",
    ],
)
@pytest.mark.parametrize("place", [last, within], ids=lambda place: place.__name__)
def test_headings_quotations_and_lists_belong(line: str, place: Callable[[str], str]) -> None:
    assert [one for one in _headlines(place(line)) if one.certainty != "look"] == []


def test_the_article_s_own_headline_may_come_again() -> None:
    assert _headlines(last(POOL[0])) == []


def test_verse_and_tables_are_no_headlines() -> None:
    verse = [
        "O wild west wind thou breath of being",
        "Thou from whose unseen presence leaves dead",
        "Are driven like ghosts",
    ]
    assert _headlines("\n\n".join([*POOL[:3], *verse, verse[0], verse[1], *POOL[3:]])) == []


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to our free daily newsletter.", "Sign up for The Brief, our newsletter “Dawn”.", "Click here to subscribe.",
        "Get the day’s top headlines delivered straight to your inbox.", "Subscribe now for full access.",
        "You have reached your limit of free articles.", "To continue reading, please subscribe or log in.",
        "This article is available exclusively to subscribers.", "Register for free to keep reading.",
        "We use cookies to improve your experience on this site.", "Accept all cookies", "Please enable JavaScript.",
        "Follow us on Facebook and Twitter.", "Share this article", "Facebook Twitter WhatsApp Email",
        "Comments are closed.", "Join the conversation in the comments below.", "Thank you for reading.",
        "Got a tip? Contact our newsroom at tips@example.com.", "Support our journalism.",
        "Your support helps us hold power to account: donate to support our journalism.",
        "Advertisement", "ADVERTISEMENT", "Sponsored", "Story continues below advertisement", "Scroll down to continue",
        "We may earn a commission if you buy through links in this article.",
        "Read more", "READ MORE:", "You may also like", "Most read", "3 min read", "Listen to this article", "Back to top",
        "© 2031 Marrowby Mercury", "All rights reserved.", "This article was originally published by the Mercury.",
        "The post Pool closes appeared first on Marrowby Today.", "I hope this helps!", "As of my last update, the pool was open.",
        "Prefer to listen? Our podcast has the story.", "Turn on notifications so that you never miss a story.",
        "Something wrong? Report an error in this story.", "Help keep local news alive: become a supporter today.",
        "You have 2 articles left this month.", "Send us your pictures of the pool.", "Vote in our poll below",
        "View this post on Instagram", "This story has not been edited by our staff.", "4.2K Shares", "Why trust us",
        "Please keep comments respectful and on topic.", "Enjoyed this read? Forward it to a friend.",
        "Certainly! Here is the article you asked for.", "Sure, here’s a rewritten version of the article:",
    ],
)  # fmt: skip
def test_boilerplate_on_a_line_of_its_own(line: str) -> None:
    found = _boilerplate(within(line))
    assert {one.certainty for one in found} == {"likely"}
    assert all(words.exact in line for one in found for words in one.spans)


@pytest.mark.parametrize(
    "words",
    ["Sign up to our newsletter.", "We use cookies to personalise ads.", "Follow us on Instagram.", "Read more here."],
)
def test_boilerplate_within_a_paragraph(words: str) -> None:
    (found,) = _boilerplate("\n\n".join([POOL[1], f"{POOL[2]} {words} {POOL[3]}", POOL[4]]))
    assert (found.certainty, found.spans[0].exact) == ("likely", words)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Roe",
        "(Photo by Jane Roe)",
        "Jane Roe/Getty Images",
        "For more information, visit www.pool.example.",
        "FOR IMMEDIATE RELEASE",
        "ENDS",
        "Notes to editors",
        "Media contact: Jo Bell",
        "About Acme Leisure",
        "Reporting by Jo Bell; Editing by Ann Roe",
        "Our reporters made this article free for all.",
    ],
)
def test_credits_and_directions_are_only_to_be_looked_at(line: str) -> None:
    assert [one.certainty for one in _boilerplate(within(line))] == ["look"]


def test_lines_of_one_sort_are_one_suspicion() -> None:
    (found,) = _boilerplate("\n\n".join([POOL[1], "Advertisement", POOL[2], "Advertisement", POOL[3], "Sponsored"]))
    assert [words.exact for words in found.spans] == ["Advertisement", "Advertisement", "Sponsored"]


@pytest.mark.parametrize(
    "line",
    [
        "The council’s newsletter goes to 4,000 homes every month.", "The firm was fined for placing cookies unasked.",
        "Residents can sign up for the council’s newsletter at the library.", "Subscribers will pay $12 a month from June.",
        "The site uses cookies to track users, the complaint said.", "Advertisement spending fell 4% last year.",
        "Advertising Standards officials upheld the complaint.", "Follow the river for two miles and turn left.",
        "Support for independent journalism has fallen, a survey found.", "Share prices fell sharply on Monday.",
        "Comments are open on the draft plan until 5 June.", "“Sign up to our newsletter,” the poster says.",
        "He told the court: “Click here to subscribe.”", "The report was published on Tuesday by the ministry.",
        "First published in 1951, the novel sold two million copies.", "Sponsored by Senator Lee, the bill passed in May.",
        "Privacy policy changes at the firm drew criticism.", "Your privacy is at risk, campaigners say.",
        "The names of the children may not be published without the judge’s leave.", "Register to vote by 5 May.",
        "Do you have information about the crash? Call police on 101.", "Of course, I can see why the council is worried.",
        "Sure, the pool was old, but people loved it.", "If you change your mind you can cancel within 14 days.",
        "To access the grant, farmers must register by June.", "Copyright law was last changed in 1988.",
        "Pay for parking through the app from 1 May.", "Support grew for an independent newsroom.",
        "Watch your account for odd payments, the bank advised.", "Did you know that the pool has an app?",
        "Report cards will be sent by e-mail alerts from June.", "Share options fell as subscribers left the platform.",
        "Our reporters visited 12 homes on the estate.", "Follow the signs to the car park, the council said.",
        "About 40 people attended the meeting.", "Facebook and Twitter declined to comment.", "The pool ends its days.",
    ],
)  # fmt: skip
def test_news_about_such_things_is_left_alone(line: str) -> None:
    assert _boilerplate(within(line)) == []
    assert _headlines(within(line)) == []


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*POOL, "Advertisement", "Related: A b c", "READ MORE", "“", "—", "A?", "©", "Ends"]),
        max_size=9,
    )
)
def test_every_span_is_in_the_text(lines: list[str]) -> None:
    text = "\n\n".join(["It is so.", *lines])
    for one in (*_headlines(text), *_boilerplate(text)):
        assert all(text[words.start : words.end] == words.exact for words in one.spans)
        assert one.reason.endswith(".")
