"""What a copy tells otherwise: each kind of change listed, the same in another form not, on invented articles."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.copies.drift import changes
from checks.reading.copies.drift_sides import side_of
from checks.reading.copies.parts import Change

REWRITES = yaml.safe_load((Path(__file__).parent / "drift_rewrites.yaml").read_text(encoding="utf-8"))
PROBES = yaml.safe_load((Path(__file__).parent / "drift_probes.yaml").read_text(encoding="utf-8"))
AROUND = "\n\nThe story was first told by a weekly paper. Its readers wrote in by the hundred, most of them in anger.\n"
FIRST = """The harbour board of Port Alder voted 7-2 on 2 December 2031 to raise ferry fares by 12 percent.

Mary Ellis, who chairs the board, said the fleet needed $1.2 billion over ten years. "We did not take this lightly," she said.

The Dock Workers Union did not sign the agreement. It has 497 members at Low Quay, and about a third of them are due to retire.

The new fares take effect on Tuesday, 9 December. A fire at the yard in the United States in 2028 had delayed two ships.
"""


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.from_, one.to) for one in found]


@pytest.mark.parametrize(
    ("was", "now", "kind", "from_", "to"),
    [
        ("by 12 percent", "by 21 percent", "figure", "12 percent", "21 percent"),
        ("7-2", "6-3", "figure", "7-2", "6-3"),
        ("$1.2 billion", "$1.2 million", "figure", "$1.2 billion", "$1.2 million"),
        ("497 members", "794 members", "figure", "497 members", "794 members"),
        ("about a third", "about a half", "figure", "third", "half"),
        ("over ten years", "over ten months", "figure", "ten years", "ten months"),
        ("2 December 2031", "15 January 2032", "date", "2 December 2031", "15 January 2032"),
        ("in 2028", "in 2026", "date", "2028", "2026"),
        ("Mary Ellis", "Mary Ellison", "name", "Mary Ellis", "Mary Ellison"),
        ("Mary Ellis", "Margot Ellis", "name", "Mary Ellis", "Margot Ellis"),
        ("Low Quay", "Long Quay", "name", "Low Quay", "Long Quay"),
        ("did not sign the", "signed the", "negation", "did not sign", "signed"),
        ("The new fares take", "The new fares do not take", "negation", "take effect", "do not take effect"),
        ("We did not take this lightly", "We did not do this lightly", "quotation", "We did not take this lightly",
         "We did not do this lightly"),
    ],
)  # fmt: skip
def test_a_changed_fact_is_listed_in_the_words_of_both_sides(
    was: str, now: str, kind: str, from_: str, to: str
) -> None:
    assert was in FIRST
    found = changes(FIRST, FIRST.replace(was, now), "copy.txt")
    assert [one.kind for one in found] == [kind], found
    assert from_ in found[0].from_
    assert to in found[0].to
    assert found[0].file == "copy.txt"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("12 percent", "12%"),
        ("12 percent", "twelve per cent"),
        ("2 December 2031", "Dec. 2, 2031"),
        ("2 December 2031", "December 2"),
        ("on Tuesday, 9 December", "on Tuesday"),
        ("on Tuesday, 9 December", "on 9 December"),
        ("$1.2 billion", "$1.2bn"),
        ("$1.2 billion", "1.2 billion dollars"),
        ("$1.2 billion", "$1,200 million"),
        ("the United States", "the US"),
        ("ten years", "a decade"),
        ("497 members", "nearly 500 members"),
        ("497 members", "more than 450 members"),
        ("Mary Ellis, who chairs the board,", "Ellis, who chairs the board,"),
        ("a third of them", "one in three of them"),
        ("did not sign", "refused to sign"),
        ("did not sign", "didn't sign"),
        ('"We did not take this lightly," she said.', 'She said they "did not take this lightly".'),
        ('"We did not take this lightly," she said.', "“We did not take this lightly”, she said."),
        ('"We did not take this lightly," she said.', "She said they did not take it lightly."),
    ],
)
def test_the_same_in_another_form_is_no_change(was: str, now: str) -> None:
    assert was in FIRST
    assert told(changes(FIRST, FIRST.replace(was, now), "copy.txt")) == []


@pytest.mark.parametrize("probe", PROBES, ids=[probe["cause"] for probe in PROBES])
def test_each_cause_is_listed_and_its_true_twin_is_not(probe: dict[str, str]) -> None:
    first = probe["first"] + AROUND
    found = changes(first, probe["changed"] + AROUND, "copy.txt")
    assert [one for one in found if probe["from"] in one.from_ and probe["to"] in one.to], found
    assert told(changes(first, probe["same"] + AROUND, "copy.txt")) == []


def test_a_hedge_that_is_dropped_is_told_as_words() -> None:
    first = FIRST + "\nThe captain allegedly ignored a warning from the yard.\n"
    copy = FIRST + "\nThe captain ignored a warning from the yard.\n"
    assert told(changes(first, copy, "copy.txt")) == [("words", "The captain allegedly ignored", "The captain ignored")]
    assert changes(copy, first, "copy.txt") == ()
    assert changes(first, first.replace("allegedly ignored", "is said to have possibly ignored"), "copy.txt") == ()


def test_sentences_in_another_order_and_a_passage_that_is_left_out_are_no_change() -> None:
    parts = FIRST.strip().split("\n\n")
    assert changes(FIRST, "\n\n".join(reversed(parts)), "copy.txt") == ()
    assert changes(FIRST, "\n\n".join(parts[:2]), "copy.txt") == ()
    own = "Readers have written to this paper about the ferries for 14 years, most of them from Upper Norley."
    assert changes(FIRST, "\n\n".join([*parts, own]), "copy.txt") == ()


def test_a_fact_left_out_and_a_fact_put_in_have_one_empty_side() -> None:
    without = FIRST.replace("It has 497 members at Low Quay", "It has members at Low Quay")
    assert told(changes(FIRST, without, "copy.txt")) == [("figure", "497 members", "")]
    assert told(changes(without, FIRST, "copy.txt")) == [("figure", "", "497 members")]


def test_words_that_are_given_to_somebody_else() -> None:
    first = FIRST + '\n"The fleet is old and it is slow," said Tom Harrow, a captain. The mayor, Ada Quill, agreed.\n'
    copy = FIRST + '\n"The fleet is old and it is slow," said Ada Quill, the mayor. Tom Harrow, a captain, agreed.\n'
    assert told(changes(first, copy, "copy.txt")) == [("name", "Tom Harrow", "Ada Quill")]


def test_a_weekday_is_counted_from_the_day_of_publication() -> None:
    first = "The board of Port Alder met on Tuesday and chose a new chair, Mary Ellis."
    same = "The board of Port Alder met on 2 December and chose a new chair, Mary Ellis."
    other = "The board of Port Alder met on 4 December and chose a new chair, Mary Ellis."
    days = (When.parse("2031-12-03"), When.parse("2031-12-04"))
    assert changes(first, same, "copy.txt", days) == ()
    assert told(changes(first, other, "copy.txt", days)) == [("date", "Tuesday", "4 December")]


def _alike(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    ours, theirs = set(re.findall(r"\w+", one)), set(re.findall(r"\w+", other))
    return bool(other) and (one in other or other in one or 2 * len(ours & theirs) >= min(len(ours), len(theirs)))


def test_of_rewrites_with_changed_facts_nine_in_ten_are_listed_with_few_false_alarms() -> None:
    wanted, listed, alarms = Counter[str](), Counter[str](), list[Change]()
    for story in REWRITES:
        for copy in story["copies"]:
            days = (When.parse(str(story["published"])), When.parse(str(copy["published"])))
            left = list(changes(story["first"], copy["text"], copy["file"], days))
            for fact in copy["changed"]:
                wanted[fact["kind"]] += 1
                hits = [
                    one for one in left
                    if one.kind == fact["kind"] and _alike(fact["from"], one.from_) and _alike(fact["to"], one.to)
                ]  # fmt: skip
                if hits:
                    listed[fact["kind"]] += 1
                    left.remove(hits[0])
            alarms += left
    assert sum(wanted.values()) > 50
    assert listed.total() >= 0.9 * wanted.total(), (wanted, listed)
    assert len(alarms) <= 0.1 * wanted.total(), alarms


def test_no_words_no_changes_and_too_many_are_refused_by_name() -> None:
    assert changes("", FIRST, "copy.txt") == changes("… — !", FIRST, "copy.txt") == changes(FIRST, FIRST, "a") == ()
    with pytest.raises(CaseError, match=r"^long\.txt: it has 20,\d+ words, and 20,000 are compared"):
        changes(FIRST, "The sea is wide. " * 5_100, "long.txt")


def test_what_is_told_stands_in_one_line_without_orders_to_a_terminal() -> None:
    found = changes(
        FIRST, FIRST.replace('"We did not take this lightly,"', '"We did \x1b[31mnot\x07 do\nthis lightly,"'), "c"
    )
    assert found
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", "".join(one.from_ + one.to for one in found))


@settings(max_examples=40)
@given(st.text(max_size=300), st.text(alphabet="Aa .,\"“”'’12%$\n-—notMay", max_size=200))
def test_no_text_makes_it_fail(one: str, other: str) -> None:
    for first, copy in ((one, other), (FIRST, one), (other, FIRST)):
        assert all(change.file == "c" for change in changes(first, copy, "c"))


def test_the_answer_does_not_hang_on_the_order_of_sets() -> None:
    code = (
        "import sys, yaml; from checks.reading.copies.drift import changes; "
        "s = yaml.safe_load(open(sys.argv[1], encoding='utf-8'))[0]; "
        "print(*changes(s['first'], s['copies'][1]['text'], 'c'), sep='\\n')"
    )
    path = Path(__file__).parent / "drift_rewrites.yaml"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    story = REWRITES[0]
    assert done.stdout.splitlines() == [str(one) for one in changes(story["first"], story["copies"][1]["text"], "c")]


def test_an_article_is_read_once_however_many_it_is_laid_beside() -> None:
    text = "The lock at Vosk opened on 3 May."
    assert side_of(text, None, "one.txt") is side_of(text, None, "other.txt")
