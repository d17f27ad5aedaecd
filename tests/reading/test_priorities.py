"""What to check first: the kind and the priority of sentences of news, old and new, British and American."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.parts import Part
from checks.reading.priorities import Found, weighed

# sentence, kind, lowest and highest priority that a reader would accept
SENTENCES = [
    # figures, changes and deeds: first
    ("The council spent £4.2 million on the bridge in 2019.", "checkable", 3, 3),
    ("Unemployment fell to 4.1 percent in March, the lowest rate since 1973.", "checkable", 3, 3),
    ("Rainfall in Leeds doubled between 1990 and 2020.", "checkable", 3, 3),
    ("The hospital has cut 300 beds since last year.", "checkable", 3, 3),
    ("Ticket prices rose by 12% in two years.", "checkable", 3, 3),
    ("Senator Ruiz voted against the farm bill three times.", "checkable", 2, 3),
    ("More than half of the trains arrived late last winter.", "checkable", 2, 3),
    ("The dam holds 90 million cubic metres of water.", "checkable", 2, 3),
    ("Forty miners died when the shaft collapsed on 3 June 1911.", "checkable", 3, 3),
    ("The company sold twice as many phones as its rival.", "checkable", 2, 3),
    ("Wages have grown more slowly than prices every year since 2008.", "checkable", 3, 3),
    ("The ship sank off Valparaíso on 12 May 1934 with 61 passengers.", "checkable", 3, 3),
    ("Nearly a third of the harvest was lost to frost.", "checkable", 2, 3),
    ("It was the fifth fire at the plant in a decade.", "checkable", 1, 3),
    ("A kilo of rice costs $1.80, up from 90 cents in January.", "checkable", 3, 3),
    ("The vaccine prevented 94 percent of infections in a trial of 30,000 adults.", "checkable", 3, 3),
    ("Ofcom fined the broadcaster £150,000 in November.", "checkable", 3, 3),
    ("Police arrested eleven people after Saturday's match.", "checkable", 3, 3),
    ("Turnout was 38 per cent, against 52 per cent in 2015.", "checkable", 3, 3),
    ("The orchestra has 84 players.", "checkable", 1, 3),
    # deeds without a figure
    ("Parliament repealed the corn duties.", "checkable", 1, 3),
    ("The minister resigned on Tuesday.", "checkable", 2, 3),
    ("Judge Okafor dismissed the case.", "checkable", 1, 3),
    ("The museum returned the bronzes to Nigeria.", "checkable", 2, 3),
    ("A jury convicted the former treasurer of fraud.", "checkable", 1, 3),
    ("Volunteers planted oaks along the canal.", "checkable", 1, 3),
    ("Norway never joined the union.", "checkable", 1, 3),
    ("The mayor has broken his pledge on housing.", "checkable", 2, 3),
    ("She served as ambassador to Peru under two presidents.", "checkable", 2, 3),
    ("The factory closed because of the drought.", "checkable", 2, 3),
    ("Imports from Brazil were banned last month.", "checkable", 2, 3),
    ("The striker did not play in Madrid.", "checkable", 1, 3),
    ("He was born in Cork and moved to Boston as a child.", "checkable", 2, 3),
    ("The treaty does not cover the islands.", "checkable", 1, 2),
    ("China and India were exempted from the agreement.", "checkable", 2, 3),
    # comparisons, superlatives, causes, without exception
    ("Our exports are dramatically up.", "checkable", 1, 3),
    ("It is the largest peat bog in Europe.", "checkable", 1, 3),
    ("No other city taxes parking at a higher rate.", "checkable", 1, 3),
    ("Smoking causes lung cancer.", "checkable", 1, 2),
    ("The lake is colder than the sea.", "checkable", 1, 2),
    ("Every household in the valley has a well.", "checkable", 1, 3),
    ("Women there earn less than men.", "checkable", 1, 3),
    ("The new engine burns more fuel than the old one.", "checkable", 1, 3),
    ("Drugs are coming in by boat.", "checkable", 1, 2),
    ("The river carries mercury.", "checkable", 1, 2),
    ("Factories dump dye into the creek at night.", "checkable", 1, 2),
    # what somebody said
    ("“We were ready,” said Hana Ito, the harbour master.", "checkable", 1, 3),
    ("The union says that the firm fired 40 drivers.", "checkable", 3, 3),
    ("A senior official, who asked not to be named, said the talks had failed.", "checkable", 1, 3),
    ("The premier accused the opposition of lying about the deficit.", "checkable", 1, 3),
    ("“I think this is a disgrace,” Mr. Baker told reporters.", "checkable", 1, 3),
    ("The report concluded that the bridge was unsafe.", "checkable", 1, 3),
    ("Critics call the plan reckless, and Ms Lund said she agreed with them.", "checkable", 1, 3),
    # what is to come
    ("The line will open in 2031.", "prediction", 1, 2),
    ("Sea level is expected to rise by 40 centimetres by the end of the century.", "prediction", 1, 3),
    ("Ministers plan to close the base next year.", "prediction", 1, 2),
    ("The bank forecasts growth of 2 percent.", "prediction", 1, 2),
    ("The library is likely to close.", "prediction", 1, 2),
    ("Snow will reach the coast tomorrow.", "prediction", 1, 2),
    ("The court is set to rule on the merger next month.", "prediction", 1, 2),
    ("Analysts say the yen will weaken over the next quarter.", "prediction", 1, 2),
    # views
    ("This is a reckless and foolish plan.", "opinion", 0, 1),
    ("I think we should wait.", "opinion", 0, 1),
    ("The government must act.", "opinion", 0, 1),
    ("It is time for a change of course.", "opinion", 0, 1),
    ("We ought to be ashamed.", "opinion", 0, 1),
    ("I am proud of my family.", "opinion", 0, 1),
    ("In my opinion the film is dull.", "opinion", 0, 1),
    ("The soup was, frankly, awful.", None, 0, 2),
    ("Cyclists deserve better.", "opinion", 0, 1),
    ("I believe in the goodness of people.", "opinion", 0, 1),
    ("I hope that they find a way.", "opinion", 0, 1),
    ("Let us be clear about the stakes.", "opinion", 0, 1),
    ("Nothing would be more absurd.", "opinion", 0, 1),
    ("Mayor Lindqvist is far too timid and utterly irresponsible.", "opinion", 0, 1),
    ("I will fight for you.", "opinion", 0, 1),
    ("We'll do what is right.", "opinion", 0, 1),
    ("I feel sorry for them.", "opinion", 0, 1),
    ("You have to see it.", "opinion", 0, 1),
    # questions, greetings, invitations
    ("Who should pay for the damage?", "opinion", 0, 1),
    ("Is this what they wanted?", "opinion", 0, 1),
    ("Why did the ministry spend £3 million on a logo?", "opinion", 1, 1),
    ("Why did they leave Oslo?", "opinion", 1, 1),
    ("Thank you very much.", "opinion", 0, 0),
    ("Good evening.", "opinion", 0, 0),
    ("Imagine a quiet street.", "opinion", 0, 1),
    ("Subscribe to our newsletter.", "opinion", 0, 0),
    # rules, which may be so or not
    ("Drivers must carry a licence.", "opinion", 1, 1),
    ("Residents have to boil their water.", "opinion", 1, 1),
    # background
    ("A tariff is a type of tax on imports.", None, 1, 2),
    ("The village lies on a ridge above the sea.", "background", 1, 1),
    ("The phrase refers to a wooden pole.", "background", 1, 1),
    ("And so on.", "background", 0, 0),
    ("* * *", "background", 0, 0),
]


@pytest.mark.parametrize(("sentence", "kind", "lowest", "highest"), SENTENCES)
def test_sentences_of_all_kinds_get_the_kind_and_priority_a_reader_would(sentence, kind, lowest, highest):
    proposed, priority, why = weighed(sentence, "body", Found())
    assert kind in (proposed, None), why
    assert lowest <= priority <= highest, why
    assert why and all(why)


def test_there_are_enough_sentences():
    assert len(SENTENCES) >= 80


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It is the largest peat bog in Europe.", "superlative or first of its kind: “largest”"),
        ("She earned more than the chairman.", "comparison: “more than”"),
        ("The roof fell because of snow.", "a cause is claimed: “because of”"),
        ("The plan is reckless.", "a judgement: “reckless”"),
        ("They should leave.", "says what ought to be: “should”"),
        ("Is it safe?", "a question"),
        ("The fund lost $3.5 billion.", "states a figure: “$3.5 billion”"),
        ("Ms Adeyemi resigned.", "says that somebody did something: “resigned”"),
        ("They met Ada Park in Oslo.", "names a person, a place or a body: “Ada Park”"),
        ("The line will open soon.", "says what is to come: “will”"),
        ("Nobody ever paid the fine.", "holds without exception: “Nobody”"),
    ],
)
def test_the_reasons_name_the_words(sentence, reason):
    assert reason in weighed(sentence, "body", Found())[2]


def test_a_date_and_an_amount_found_by_reading_are_named_together():
    found = Found(dates=1, amounts=1)
    why = weighed("The council spent £4.2 million on 3 June.", "body", found)[2]
    assert why[0] == "states a date and an amount"


def test_the_digits_of_a_date_are_no_amount():
    why = weighed("The bridge opened on 3 June.", "body", Found(dates=1))[2]
    assert "states a date: “June”" in why
    assert not any("figure" in reason for reason in why)


def test_an_unnamed_voice_is_a_reason():
    found = Found(indirect=1, speaker_named=False)
    kind, priority, why = weighed("An official said the talks had failed.", "body", found)
    assert kind == "checkable" and priority >= 1
    assert "attributed to an unnamed voice" in why
    assert "attributed to an unnamed voice" not in weighed("An official said so.", "body", Found(indirect=1))[2]


def test_what_reading_found_is_never_ranked_nought():
    for found in (Found(dates=1), Found(amounts=1), Found(durations=1), Found(quoted=1)):
        assert weighed("I think we should go.", "body", found)[1] >= 1


@pytest.mark.parametrize(
    ("part", "kind"),
    [("notice", "not part of the article"), ("byline", "background"), ("dateline", "background")],
)
def test_what_is_no_text_of_the_article_is_not_weighed(part, kind):
    proposed, priority, why = weighed("By Ada Park, 3 June 1999", part, Found())
    assert (proposed, priority) == (kind, 0)
    assert why


@pytest.mark.parametrize(
    ("headline", "kind", "lowest"),
    [
        ("Mayor Quits After Audit Finds $2m Gap", "checkable", 2),
        ("Flood kills nine in northern Chile", "checkable", 2),
        ("Navy orders six frigates", "checkable", 2),
        ("Council Will Close Two Libraries Next Year", "prediction", 1),
        ("Did the Minister Mislead Parliament?", "opinion", 0),
        ("Why we must act now", "opinion", 0),
    ],
)
def test_headlines_are_statements_too(headline, kind, lowest):
    proposed, priority, why = weighed(headline, "headline", Found())
    assert proposed == kind, why
    assert priority >= lowest, why


def test_capitals_inside_a_sentence_are_names_not_signs():
    _, _, why = weighed("The prize went to Will Hope of the Justice Department.", "body", Found())
    assert not any("to come" in reason or "judgement" in reason for reason in why)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The U.S. Forest Service closed the road.", "U.S. Forest Service"),
        ("A City of Larkmere van was seen.", "City"),
        ("Retail prices were flat in May.", ""),
        ("In Larkmere the road was closed.", "Larkmere"),
    ],
)
def test_a_name_in_a_reason_is_whole(sentence: str, name: str) -> None:
    told = [reason for reason in weighed(sentence, "body", Found())[2] if reason.startswith("names a person")]
    assert told == ([f"names a person, a place or a body: “{name}”"] if name else [])


def test_reasons_are_few_and_none_says_the_same_twice():
    found = Found(dates=1, amounts=2, durations=1, names=4, offices=1, indirect=1, speaker_named=False)
    why = weighed("Police said two million cars were sold and prices rose by a record 4% in May.", "body", found)[2]
    assert why[0] == "states a date and an amount and a length of time"
    assert len(why) <= 4
    assert not any("in words" in reason or "“was" in reason for reason in why)


def test_the_verb_that_tells_is_named_and_no_word_of_a_name():
    why = weighed("The driver was relieved.", "body", Found())[2]
    assert "tells what happened: “relieved”" in why
    why = weighed("The United Armed Services Committee will meet.", "body", Found(names=1))[2]
    assert not any("tells what happened" in reason for reason in why)


def test_what_is_expected_is_a_prediction():
    for sentence in ("A ruling is expected by 3 June.", "The firm expects sales of £40 million."):
        assert weighed(sentence, "body", Found(amounts=1))[0] == "prediction"


def test_curly_and_straight_apostrophes_are_the_same():
    straight = weighed("I don't think it's right, and we won't pay.", "body", Found())
    curly = weighed("I don’t think it’s right, and we won’t pay.", "body", Found())
    assert straight[:2] == curly[:2]


PARTS = st.sampled_from(["headline", "standfirst", "byline", "dateline", "body", "notice"])
FOUND = st.builds(
    Found,
    dates=st.integers(0, 3),
    amounts=st.integers(0, 3),
    durations=st.integers(0, 3),
    names=st.integers(0, 4),
    offices=st.integers(0, 2),
    quoted=st.integers(0, 2),
    indirect=st.integers(0, 2),
    speaker_named=st.sampled_from([None, True, False]),
)
PIECES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["I think", "should", "£4", "3 June", "“", "”", "?", "Ada", "will", "said", "never", "\n"]),
    ),
    max_size=12,
).map(" ".join)


@given(PIECES, PARTS, FOUND)
def test_any_text_gets_a_proposal_and_the_same_one_twice(text: str, part: Part, found: Found):
    kind, priority, why = weighed(text, part, found)
    assert kind in ("checkable", "opinion", "prediction", "background", "not part of the article")
    assert priority in (0, 1, 2, 3)
    assert why and all(isinstance(reason, str) and reason for reason in why)
    assert weighed(text, part, found) == (kind, priority, why)
    assert (kind == "not part of the article") == (part == "notice")


@given(PIECES, st.sampled_from(["7", "1,250", "$3", "12%", "1999", "4.5"]))
def test_whatever_states_a_figure_is_never_ranked_nought(text: str, figure: str):
    assert weighed(f"{text} {figure} {text}", "body", Found())[1] >= 1


@given(PIECES, FOUND)
def test_only_opinion_and_background_are_ranked_nought(text: str, found: Found):
    kind, priority, _ = weighed(text, "body", found)
    assert priority >= 1 or kind in ("opinion", "background")


@pytest.mark.parametrize("piece", ["a ", "“", "1", "1,", "'", "A ", "A. ", "?", "more than ", "İ", "\0", "𝟘 "])
def test_long_runs_are_read(piece):
    kind, priority, _ = weighed(piece * 30_000, "body", Found())
    assert kind and priority >= 0
