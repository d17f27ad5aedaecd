"""`read`: every part has its exact place in the text as it was given, and nothing of the text is skipped."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading import Reading, read, read_file
from checks.reading.sentences import sentences

STORY = """\
Harbour wall fails after storm

By Ada Quill

PORT ELWOOD — The harbour wall failed on Tuesday, two days after the worst storm in 40 years, Harbour Minister Ruth Tamsin said.

“We had 90 days to mend it and we did nothing,” said a senior engineer, who asked not to be named for fear of losing his post. “It will cost £2.5m.”

The council, which voted 21-4 in March to delay the work, is expected to publish a report by early July. The so-called “temporary” fence is still there.
"""


def parts(reading: Reading) -> list[object]:
    groups = (
        reading.paragraphs, reading.sentences, reading.quotations, reading.times, reading.amounts, reading.names,
        reading.problems,
    )  # fmt: skip
    found: list[object] = [part for group in groups for part in group]
    for quotation in reading.quotations:
        found += [words for words in (quotation.speaker, quotation.cue, *quotation.quoted) if words]
    return found + [words for suspicion in reading.suspicions for words in suspicion.spans]


def held(reading: Reading) -> None:
    """Every part stands where it says, and every character that is no space stands in one sentence."""
    for part in parts(reading):
        assert 0 <= part.start < part.end <= len(reading.text), part  # type: ignore[attr-defined]
        assert reading.text[part.start : part.end] == part.exact, part  # type: ignore[attr-defined]
    spans = [(sentence.start, sentence.end) for sentence in reading.sentences]
    assert spans == sorted(spans)
    for voice in reading.voices:
        assert all(0 <= i < len(reading.quotations) for i in voice.quotations)
        assert all(0 <= i < len(reading.sentences) for i in voice.sentences)


def test_a_whole_story() -> None:
    reading = read(STORY, "2031-05-14")  # a Wednesday
    held(reading)
    assert [p.part for p in reading.paragraphs][:4] == ["headline", "byline", "dateline", "body"]
    assert reading.paragraphs[2].exact == "PORT ELWOOD —"
    whens = {d.exact: str(d.when) for d in reading.dates}
    assert whens["Tuesday"] == "2031-05-13"
    assert any("early" in exact and when == "early 2031-07" for exact, when in whens.items())
    values = [(a.value, a.unit) for a in reading.amounts]
    assert any(value == 2_500_000 and "pound" in unit.lower() for value, unit in values)
    assert any(value == 90 and unit == "day" for value, unit in values)
    assert {n.exact for n in reading.names if n.kind == "office"} >= {"Harbour Minister"}
    assert any(n.exact == "Ruth Tamsin" and n.kind == "person" for n in reading.names)
    spoken = [q for q in reading.quotations if q.kind == "direct"]
    assert spoken[0].speaker is not None
    assert spoken[0].speaker.exact.startswith("a senior engineer, who asked not to be named")
    unnamed = [voice for voice in reading.voices if not voice.named]
    assert any("fear of losing his post" in voice.anonymity for voice in unnamed)
    assert any(q.kind == "scare" and "temporary" in q.exact for q in reading.quotations)


def test_offsets_are_those_of_the_text_as_given() -> None:
    plain = read(STORY, "2031-05-14", names=False)
    marked = (
        STORY.replace("\n", "\r\n")
        .replace("Harbour Minister", "**Harbour\u00a0Minister**")
        .replace("fail", "\ufb01x\u00adfail")
    )
    reading = read(marked, "2031-05-14", names=False)
    held(reading)
    assert reading.text == marked
    assert [str(d.when) for d in reading.dates] == [str(d.when) for d in plain.dates]
    assert any(n.exact == "Harbour\u00a0Minister" for n in reading.names)


def test_a_dateline_is_a_day_or_is_refused() -> None:
    for dateline in (date(2031, 5, 14), "2031-05-14", When.parse("2031-05-14"), "2031-05-14T09:30:00Z"):
        assert read(STORY, dateline, names=False).dateline == date(2031, 5, 14)
    with pytest.raises(CaseError, match="not one day"):
        read(STORY, "2031-05", names=False)
    with pytest.raises(CaseError, match="not a date"):
        read(STORY, "last week", names=False)


def test_a_day_that_does_not_exist_and_a_weekday_that_does_not_match_are_problems() -> None:
    reading = read(
        "The pier opened on 31 June 2019. It closed on Monday, 15 January 2025. It is now for sale.", names=False
    )
    assert [problem.exact for problem in reading.problems] == ["31 June 2019", "Monday, 15 January 2025"]
    assert "was no Monday" in reading.problems[1].what


def test_without_a_dateline_relative_dates_are_unresolved_and_said_to_be() -> None:
    reading = read(STORY, names=False)
    tuesday = next(d for d in reading.dates if d.exact == "Tuesday")
    assert (tuesday.resolved, tuesday.when) == (False, None)
    assert "no dateline" in repr(reading)


@pytest.mark.parametrize("title", ["Ms", "Mr", "Mrs", "Dr", "Cllr", "Adm", "Supt"])
def test_no_sentence_ends_behind_a_title(title: str) -> None:
    text = f"The chair thanked {title}. Hale. She left."
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        f"The chair thanked {title}. Hale.",
        "She left.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t", "— … —", "\u200b"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(CaseError):
        read(text)


def test_json_has_the_fields_that_are_promised(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    reading = read_file(path, "2031-05-14")
    told = json.loads(json.dumps(reading.as_json(), ensure_ascii=False))
    fields = {
        "sentences": "start end exact paragraph kind priority why",
        "quotations": "start end exact kind speaker cue open",
        "voices": "exact named role organisation anonymity quotations",
        "dates": "start end exact when role resolved",
        "amounts": "start end exact value low high unit bound of",
        "names": "start end exact kind of by",
        "suggestions": "sentence check code",
    }
    for group, names in fields.items():
        assert told[group], group
        for part in told[group]:
            assert set(names.split()) <= set(part), group
    assert {"file", "sha256", "characters", "language", "dateline"} <= set(told["article"])
    assert (told["article"]["characters"], told["article"]["dateline"]) == (len(STORY), "2031-05-14")
    assert isinstance(told["problems"], list)
    assert json.dumps(read_file(path, "2031-05-14").as_json()) == json.dumps(reading.as_json())


PIECES = st.sampled_from(
    [*"‘’“”\"'«»\n\n  *_#>—-.,;:!?()$£€%0159", "said", "She ", "according to", " May ", "2024", "Jan. 15, 2025", "two days later",
     "\r\n", "\u00a0", "\u00ad", "\ufb01", "é", "漢", "🏛", "\x00", "\u202e", "more than ", "15 billion", "Sen. Ann Lee", "U.N. ",
     "rose from 4 to 6", "90-day", "Mr. ", "the mayor of Leeds", "[a](http://x)", "’90s", "don’t ", "51-50", "third-largest"]
)  # fmt: skip


@settings(max_examples=600)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200)), st.none() | st.dates())
def test_any_text_is_read_or_refused_in_a_sentence(text: str, dateline: date | None) -> None:
    try:
        reading = read(text, dateline, names=False)
    except CaseError:
        return
    held(reading)
    assert json.dumps(reading.as_json()) == json.dumps(read(text, dateline, names=False).as_json())
    assert repr(reading) and reading._repr_html_()
