"""Words as a person means them: their quotation marks, and where what is told of them stands."""

from __future__ import annotations

from checks.desk.words import before_its_mark, free_id, with_their_marks

TEXT = 'He said: “We waited,” and ("so it was") left.'


def test_quotation_marks_come_along_where_there_are_two() -> None:
    def chosen(words: str) -> str:
        start = TEXT.index(words)
        return TEXT[slice(*with_their_marks(TEXT, start, start + len(words)))]

    assert chosen("We waited,") == "“We waited,”"
    assert chosen("so it was") == '"so it was"'
    assert chosen("We waited") == "We waited"
    assert chosen("He said") == "He said"
    assert with_their_marks(TEXT, 0, len(TEXT)) == (0, len(TEXT))


def test_what_is_told_of_words_stands_before_the_mark_that_opens() -> None:
    assert before_its_mark(TEXT, TEXT.index("We")) == TEXT.index("“")
    assert before_its_mark(TEXT, TEXT.index("so it")) == TEXT.index('("')
    assert before_its_mark(TEXT, TEXT.index("waited")) == TEXT.index("waited")
    assert before_its_mark("dogs' own", 6) == 6
    assert before_its_mark("“We", 1) == 0


def test_an_id_is_its_first_words_and_nobody_elses() -> None:
    assert free_id("The bridge", {"the-bridge"}) == "the-bridge-2"
    assert free_id("1931", ()) == "claim-1931"
    assert free_id("🌉", ()) == "claim"
