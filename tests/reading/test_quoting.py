"""A quotation beside its source: kept, honestly edited, altered or absent, with what was done to it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.quoting import compared
from checks.reading.quoting.speaking import given_to
from checks.reading.quoting.texts import Text

HONEST = [
    ("We have run out of road", "“We have run out of road,” the finance chief told the committee.", "verbatim"),
    ("not a single euro", "There was not a single euro in the till.", "verbatim"),
    ("“It won't be sold”", "“It won’t be sold,” she said.", "verbatim"),
    ("the operation was\na success", "<p>The op&shy;eration <b>was a success</b></p>", "edited"),
    ("the committee's findings", "All the committee’s find-\nings were kept.", "verbatim"),
    ("a peaceful and orderly vote", "It was a peaceful and orderly vote, unless one counts the islands.", "verbatim"),
    ("we are tired", "“If I am honest, we are tired,” he said.", "verbatim"),
    ("The harbour … is full", "“The harbour, as everyone on this quay can see, is full,” he said.", "edited"),
    ("The lido … stays open", "The lido, which is not heated, stays open.", "edited"),
    ("We trained for a year … and we won", "“We trained for a year, in rain and snow, and we won,” said Ojo.", "edited"),
    ("It was … a disaster", "“It was, if I may say so, a disaster,” he said.", "edited"),
    ("We came early. … We will be back", "“We came early. The hall was full. We will be back,” she said.", "edited"),
    ("We saved the books. … The maps came next", "“We saved the books.\n\n“It rained. The maps came next,” she said.", "edited"),
    ("[Lang] was never in the room", "“She was never in the room,” the clerk said.", "edited"),
    ("They said they [would] pay", "“They said they will pay,” he said.", "edited"),
    ("[T]he plan [sic] is sound", "“In short, the plan is sound,” she said.", "edited"),
    ("the programme cost three million dollars", "the program cost 3 million dollars", "edited"),
    ("They will not pay", "“They won’t pay,” he said.", "edited"),
    ("I am glad", "“I am, um, glad,” she said.", "edited"),
    ("We will never agree", "“We will,” she said, “never agree.”", "edited"),
    ("a bridge - built in 1931 - is safe", "a bridge — built in 1931 — is safe", "edited"),
]  # fmt: skip

ALTERED = [
    ("The pilot was at fault", "The inquiry found that the pilot was not at fault.", "negation dropped"),
    ("They agreed to pay the fine", "They refused to pay the fine.", "negation dropped"),
    ("We never knew of the leak", "“We knew of the leak,” the plant said.", "negation added"),
    ("It took twelve years to build", "It took twenty years to build.", "number changed"),
    ("it cost $5 million in all", "It cost $5 billion in all.", "number changed"),
    ("the council welcomed the plan", "the council noted the plan", "word changed"),
    ("We will close the plant", "“We will close the older plant,” it said.", "words left out"),
    ("It was a reckless decision", "It was a decision.", "words inserted"),
    ("The firm signed the contract", "The firm signs the contract.", "tense changed"),
    ("The trust will cut forty beds", "The trust may cut forty beds.", "modality changed"),
    ("we will cut forty beds", "we are considering whether to cut forty beds", "modality changed"),
    ("The drug works in children", "The drug probably works in children.", "modality changed"),
    ("The police attacked the crowd", "The crowd attacked the police.", "order changed"),
    ("The tests were never run, and we knew it", "“The tests were never run,” said Dr Moss. He left.", "invented ending"),
    ("I am ashamed to say that the tests were never run", "“The tests were never run,” said Dr Moss.", "invented beginning"),
    ("I … support the strike", "“I do not support the strike,” she said.", "ellipsis hides a negation"),
    ("The union … to end the strike", "The union refused to end the strike.", "ellipsis hides a negation"),
    ("We … found the ledger", "We never found the ledger.", "ellipsis hides a negation"),
    ("The plan is safe", "I do not believe the plan is safe.", "ellipsis hides a negation"),
    ("Taxes will rise", "If the vote fails, taxes will rise.", "ellipsis hides a condition"),
    ("The ban will go … next week", "The ban will go, provided the tests are clean, next week.", "ellipsis hides a condition"),
    ("The senator … took the money", "The senator said that his brother took the money.", "ellipsis hides the subject"),
    ("The vaccine is [un]safe", "The vaccine is safe.", "brackets change the sense"),
    ("[All] pupils failed the test", "Some pupils failed the test.", "brackets change the sense"),
    ("the ferry is [not] safe in winter", "the ferry is safe in winter", "brackets change the sense"),
    ("We will leave the treaty", "She said: “We will stay. Others may leave the treaty.”", "joined from two places"),
    (
        "The strike is over and nobody will be paid",
        "“The strike is over,” said Lund. The buses ran. Later he added: “It is cold and nobody will be paid.”",
        "joined from two places",
    ),
    (
        "The reactor is safe … and ought to be closed",
        "“The reactor is safe,” said the firm.\n\nThe mayor, Jo Lind, said: “The school is a ruin and ought to be closed.”",
        "joined from two places",
    ),
    (
        "Our farmers require quick assistance because the harvest was destroyed by hail",
        "Our growers need rapid help because the harvest was ruined by hail.",
        "round trip suspected",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quoted", "source", "result"), HONEST)
def test_what_is_honest(quoted: str, source: str, result: str) -> None:
    answer = compared(quoted, source)
    assert (answer.result, answer.changes) == (result, ()), answer.reason


@pytest.mark.parametrize(("quoted", "source", "kind"), ALTERED)
def test_what_is_altered_is_named(quoted: str, source: str, kind: str) -> None:
    answer = compared(quoted, source)
    assert answer.result == "altered", answer
    assert kind in [change.kind for change in answer.changes], answer.changes


@pytest.mark.parametrize(
    ("quoted", "source"),
    [
        ("The moon is made of cheese", "The council met on Monday to discuss the drains."),
        ("I will resign tomorrow", "The chairman said he would not be drawn on his future."),
        ("of the", "The end of a day."),
        ("…", "The end of a day."),
        ("", "The end of a day."),
        ("the bridge is safe", ""),
    ],
)
def test_what_is_absent(quoted: str, source: str) -> None:
    assert compared(quoted, source).result == "absent"


def test_a_step_is_told_only_where_it_made_a_difference() -> None:
    told = compared("the “great”  fire", 'the "great" ﬁre')
    assert set(told.steps) == {
        "quotation marks and apostrophes made alike", "ligatures taken apart", "spaces and line ends made alike",
    }  # fmt: skip
    assert compared("the great fire", "the great fire").steps == ()


def test_side_by_side_marks_each_difference_by_signs_and_escapes_it() -> None:
    answer = compared("The pilot <b> was at great fault", "The pilot <b> was not at fault")
    assert answer.side_by_side == "The pilot was [-not-] at {+great+} fault"
    assert answer.html == "The pilot was <del>[-not-]</del> at <ins>{+great+}</ins> fault"
    assert "&lt;" in compared("so a < b was never shown here", "so a < b was shown here").html


def test_a_contraction_is_shown_whole() -> None:
    (change,) = compared("it can be done in this town", "“It can’t be done in this town,” she said.").changes
    assert (change.kind, change.quoted, change.source) == ("negation dropped", "can", "can’t")


def test_another_speaker_and_another_document() -> None:
    source = "“The well is dry,” said Ann Poe. Jo Lee did not comment."
    assert compared("The well is dry", source, speaker="Ann Poe").result == "verbatim"
    other = compared("The well is dry", source, speaker="Jo Lee")
    assert [(change.kind, change.source) for change in other.changes] == [("other speaker", "Ann Poe")]
    there = compared("The well is dry", "It rained.", others={"log": source})
    assert (there.result, there.changes[0].kind) == ("altered", "other document")


SPEECH = """Harbour Minister Ruth Tamsin opened the lock on Monday. “The lock is safe,” she said.

“We never saw the plans,” a spokesman for the Pilots' Union told reporters.

The engineer, Owen Pike, denied saying that “the lock is cracked”.

“My deputy told me, ‘Close the gates,’” said Pike. On a wall stood: the lock is a folly."""


@pytest.mark.parametrize(
    ("words", "speaker", "stands"),
    [
        ("The lock is safe", "Ruth Tamsin", "same"),
        ("The lock is safe", "Tamsin", "same"),
        ("The lock is safe", "the harbour minister", "same"),
        ("The lock is safe", "Owen Pike", "other"),
        ("We never saw the plans", "the Pilots' Union", "same"),
        ("We never saw the plans", "Owen Pike", "other"),
        ("the lock is a folly", "Owen Pike", "unknown"),
    ],
)
def test_whom_the_source_gives_the_words_to(words: str, speaker: str, stands: str) -> None:
    at = SPEECH.index(words)
    assert given_to(SPEECH, ((at, at + len(words)),)).stands(speaker) == stands


def test_a_denial_is_told() -> None:
    at = SPEECH.index("the lock is cracked")
    assert "denied saying" in given_to(SPEECH, ((at, at + 19),)).denied


WORDS = st.lists(
    st.sampled_from(["the", "lake", "was", "cold", "and", "deep", "when", "she", "swam", "it", "alone", "7", "won't"]),
    min_size=1,
    max_size=14,
)


@given(WORDS, WORDS, WORDS)
def test_what_was_cut_out_of_a_source_stands_in_it(before: list[str], cut: list[str], after: list[str]) -> None:
    answer = compared(" ".join(cut), " ".join([*before, *cut, *after]))
    assert answer.result == "verbatim"


@given(WORDS, WORDS)
def test_a_word_of_the_quoter_s_own_is_never_passed(source: list[str], extra: list[str]) -> None:
    assert compared(" ".join([*source, "zebra", *extra]), " ".join(source)).result in ("altered", "absent")


@given(st.text(max_size=120), st.text(max_size=200))
def test_any_text_at_all(quoted: str, source: str) -> None:
    answer = compared(quoted, source)
    assert answer == compared(quoted, source)
    assert all(0 <= start < end <= len(source) for start, end in answer.found)
    assert (answer.result == "altered") == bool(answer.changes)


@given(st.text(alphabet="ab.…[]“”'\"-\n <>&;1%", max_size=60), st.text(alphabet="ab.…[]“”'\"-\n <>&;1%", max_size=80))
def test_any_marks_at_all(quoted: str, source: str) -> None:
    answer = compared(quoted, source)
    assert all(0 <= start < end <= len(source) for start, end in answer.found)
    assert unescape(re.sub(r"</?(?:del|ins|small)>", "", answer.html)) == answer.side_by_side


@given(st.text(max_size=200))
def test_words_stand_where_they_are_said_to(raw: str) -> None:
    text = Text(raw)
    assert all(0 <= start < end <= len(raw) for start, end in (text.span(n, n) for n in range(len(text))))


@pytest.mark.parametrize(
    ("source", "speaker", "stands"),
    [
        ("“We will appeal,” Karim said. Nadia Karim leads the union.", "Nadia Karim", "same"),
        ("The prime minister, Per Holm, said: “We will appeal.”", "the prime minister", "same"),
        (
            "The prime minister told parliament: “We will appeal.” Prime Minister Per Holm took office in May.",
            "Per Holm",
            "same",
        ),
        ("A spokeswoman for Per Holm said: “We will appeal.”", "Per Holm", "other"),
        ("A spokesman for the finance ministry said: “We will appeal.”", "the finance ministry", "same"),
        ("A spokesman for the finance ministry said: “We will appeal.”", "the finance minister", "other"),
        ("The World Health Organization said in a statement: “We will appeal.”", "WHO", "same"),
        ("“We will appeal,” said Brian Moss.", "Amy Moss", "other"),
        ("Lee recalled that Moss told him: “We will appeal.”", "Moss", "same"),
        ("Mia Stone smiled. “We will appeal,” she said.", "Mia Stone", "same"),
        ("Acme’s chief executive, Ida Fox, said: “We will appeal.”", "Acme", "unknown"),
        ("“We will appeal.”", "Lee", "unknown"),
    ],
)
def test_names_posts_and_bodies(source: str, speaker: str, stands: str) -> None:
    at = source.index("We will appeal")
    assert given_to(source, ((at, at + 14),)).stands(speaker) == stands
