"""Edits of `claims.yaml`: no byte of anything else moves, all is undone, and two people lose nothing of each other."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.case.editing import Change, accept, entry, leave_out, put, remove, set_status, take_in, undo
from checks.case.errors import Ambiguous, CaseError, Differs, Lost
from checks.case.folder import Case, open_case
from checks.case.nouns import Anchor, Claim
from checks.case.starting import new_case
from checks.reading.anchors import anchor_at

LARKMERE = "2031-06-larkmere-mile"
Edit = Callable[[Path, str, str], None]


@pytest.fixture
def case(project: Path) -> Case:
    return open_case(LARKMERE)


def claims_file(case: Case) -> Path:
    return case.folder / "claims.yaml"


def text_of(case: Case) -> str:
    return claims_file(case).read_bytes().decode()


CERTIFICATE = Claim(
    "certificate-of-the-record", Anchor("certificate for the Larkmere Mile record"),
    "There is a certificate: of “the” record.", "article", {"event": "the certificate", "on": "16 June 2031"},
)  # fmt: skip


def test_a_new_claim_stands_after_its_neighbour_as_the_shipped_files_have_it(case: Case) -> None:
    before = text_of(case)
    change = put(case, CERTIFICATE, seen="")
    put_in = (
        "\n"
        "  - id: certificate-of-the-record\n"
        '    words: {exact: "certificate for the Larkmere Mile record"}\n'
        '    says: "There is a certificate: of “the” record."\n'
        "    speaker: article\n"
        "    asserts: {event: the certificate, on: 16 June 2031}\n"
    )
    after = text_of(case)
    assert put_in in after
    assert after.replace(put_in, "", 1) == before
    assert after.index("- id: certificate-signed-16-june") < after.index("- id: certificate-of-the-record")
    assert after.index("- id: certificate-of-the-record") < after.index("- id: swam-downhill")
    assert case.claims["certificate-of-the-record"] == CERTIFICATE
    assert case.written == after == text_of(case)
    undo(case, change)
    assert text_of(case) == before
    assert "certificate-of-the-record" not in case.claims.of


def test_words_that_stand_there_twice_get_as_little_around_them_as_marks_them(case: Case) -> None:
    text = case.article.words
    assert text.count("record") > 1
    start = text.rindex("record")
    put(case, replace(CERTIFICATE, words=Anchor("record", text[start - 40 : start], "")), seen="")
    assert case.claims[CERTIFICATE.id].words == anchor_at(text, start, start + len("record"))
    with pytest.raises(Ambiguous) as error:
        put(case, replace(CERTIFICATE, id="another", words=Anchor("record")), seen="")
    assert (error.value.id, error.value.field) == ("another", "words")
    with pytest.raises(Lost):
        put(case, replace(CERTIFICATE, id="another", words=Anchor("records of nobody")), seen="")


def test_only_the_field_that_changes_is_written(case: Case, edit: Edit) -> None:
    path = claims_file(case)
    edit(
        path,
        "    speaker: the club's bulletin\n",
        "    speaker: 'the club''s bulletin'  # as it signs itself\n    # and nobody else\n",
    )
    case.reread()
    before, claim = text_of(case), case.claims["swam-downhill"]
    put(case, replace(claim, says="She swam: “fast”."), seen=entry(case, claim.id))
    old = '    says: "The club\'s bulletin said that she swam the last quarter as if the lake were downhill."\n'
    assert before.count(old) == 1
    assert text_of(case) == before.replace(old, '    says: "She swam: “fast”."\n')
    put(case, replace(claim, says="x", speaker="Tess: Okafor"), seen=entry(case, claim.id))
    assert '    speaker: "Tess: Okafor"  # as it signs itself\n    # and nobody else\n' in text_of(case)


def test_long_assertions_stand_in_lines_and_what_yaml_would_misread_in_quotation_marks(case: Case) -> None:
    asserts = {
        "statement": "A certificate of the record was signed, and then it was shown to all who had come",
        "quotation": "yes", "event": "=certificate-signed-16-june#event", "place": "a: b #c", "kind": "- x",
        "person": "\u2028\x85\ufeff",
    }  # fmt: skip
    asserts = {
        name: value for name, value in asserts.items() if name in ("statement", "quotation", "event", "kind", "person")
    }
    put(case, replace(CERTIFICATE, asserts=asserts), seen="")
    lines = text_of(case).split("\n")
    at = lines.index("    asserts:")
    assert lines[at + 1 : at + 5] == [
        "      statement: A certificate of the record was signed, and then it was shown to all who had come",
        '      quotation: "yes"', '      event: "=certificate-signed-16-june#event"', '      kind: "- x"',
    ]  # fmt: skip
    assert dict(case.claims[CERTIFICATE.id].asserts) == asserts
    claim = case.claims[CERTIFICATE.id]
    put(case, replace(claim, asserts={**asserts, "kind": "y: z"}), seen=entry(case, claim.id))
    assert text_of(case).split("\n") == [*lines[: at + 4], '      kind: "y: z"', *lines[at + 5 :]]


@pytest.mark.parametrize(
    ("more", "field", "says"),
    [
        ({"says": " "}, "says", "`says` is empty"),
        ({"speaker": ""}, "speaker", "`speaker` is empty"),
        ({"id": "Not An Id"}, "id", "cannot be a claim's id"),
        ({"id": "article"}, "id", "cannot be a claim's id"),
        ({"asserts": {"on": "31 June 2031"}}, "on", "not a day of the calendar"),
        ({"asserts": {"onn": "2031"}}, "onn", "no check takes `onn`"),
        ({"asserts": {"role": "singed"}}, "role", "the nearest is `signed`"),
        ({"asserts": {"on": "=nobody#on"}}, "on", "there is no claim `nobody`"),
        ({"says": "\ud800"}, "", "stands for no character"),
    ],
)
def test_what_could_not_be_read_back_is_named_by_its_field_and_nothing_is_written(
    case: Case, more: dict[str, Any], field: str, says: str
) -> None:
    before, claims = claims_file(case).read_bytes(), case.claims
    with pytest.raises(CaseError, match=re.escape(says)) as error:
        put(case, replace(CERTIFICATE, **more), seen="")
    assert error.value.field == field
    assert field in str(error.value)
    assert "\n" not in str(error.value)
    assert claims_file(case).read_bytes() == before
    assert case.claims is claims
    assert [path.name for path in case.folder.iterdir() if path.name.startswith(".")] == []


def test_a_proposal_covers_nothing_until_its_line_is_taken_out(case: Case) -> None:
    before, uncovered = text_of(case), case.accounts.covered
    words = Anchor("confirmed")
    with pytest.raises(CaseError, match="these words are also claimed by"):
        put(case, replace(CERTIFICATE, words=words), seen="")  # they are left out as background
    take_in(case, Anchor("Tess Okafor"), seen=entry(case, Anchor("Tess Okafor")))
    claim = replace(CERTIFICATE, words=Anchor("Tess Okafor"))
    made = put(case, claim, seen="", proposed=True)
    assert "\n  - id: certificate-of-the-record\n    proposed: yes\n    words:" in text_of(case)
    assert case.claims.proposed[claim.id] == claim
    assert case.accounts.covered == uncovered - 2
    with pytest.raises(CaseError, match="only proposed: accept it first"):
        case.claim(claim.id)
    with pytest.raises(Differs, match="changed meanwhile"):
        accept(case, claim.id, seen="something else")
    accept(case, claim.id, seen=made.after)
    assert "proposed" not in text_of(case)
    assert case.claims[claim.id] == claim
    assert case.accounts.covered == uncovered
    with pytest.raises(CaseError, match="the nearest is"):
        accept(case, "certificate-of-the-recrd", seen="x")
    assert before != text_of(case)


def test_a_claim_that_another_leans_on_is_not_taken_out(case: Case) -> None:
    before = text_of(case)
    with pytest.raises(
        CaseError, match=r"claims\.yaml:\d+: president-lindqvist: there is no claim `certificate-signed"
    ):
        remove(case, "certificate-signed-16-june", seen=entry(case, "certificate-signed-16-june"))
    assert text_of(case) == before


def test_status_is_one_word(case: Case) -> None:
    before = text_of(case)
    change = set_status(case, "in-progress", seen="complete")
    assert text_of(case) == before.replace("status: complete", "status: in-progress")
    with pytest.raises(Differs, match="it is now in-progress"):
        set_status(case, "complete", seen="complete")
    with pytest.raises(CaseError, match="the status `done` is none") as error:
        set_status(case, "done", seen="in-progress")
    assert error.value.field == "status"
    undo(case, change)
    assert text_of(case) == before


def test_what_somebody_else_changed_is_not_overwritten_and_what_stands_beside_it_is_kept(project: Path) -> None:
    mine, yours = open_case(LARKMERE), open_case(LARKMERE)
    seen = entry(mine, "finest-swim")
    other = put(yours, replace(yours.claims["swam-downhill"], says="Yours."), seen=entry(yours, "swam-downhill"))
    made = put(mine, replace(mine.claims["finest-swim"], says="Mine."), seen=seen)  # another entry: no conflict
    assert mine.claims["swam-downhill"].says == "Yours."
    with pytest.raises(Differs, match=r"finest-swim: it was changed meanwhile: nothing was written; it is now .*Mine"):
        put(yours, replace(yours.claims["finest-swim"], says="Yours again."), seen=seen)
    yours.reread()
    last = remove(yours, "finest-swim", seen=entry(yours, "finest-swim"))
    with pytest.raises(Differs, match="taken out meanwhile"):
        undo(mine, made)
    with pytest.raises(Differs, match="such an entry already"):
        put(mine, mine.claims["swam-downhill"], seen="")
    undo(yours, last)
    undo(mine, made)
    undo(mine, other)
    assert claims_file(mine).read_bytes() == (ROOT / "data" / "cases" / LARKMERE / "claims.yaml").read_bytes()


def test_a_change_is_undone_although_others_have_worked_on(project: Path) -> None:
    mine, yours = open_case(LARKMERE), open_case(LARKMERE)
    words = Anchor("Tess Okafor")
    out = take_in(mine, words, seen=entry(mine, words))
    first = mine.claims.left_out[0].passage.anchor
    take_in(yours, first, seen=entry(yours, first))
    assert yours.claims.left_out == ()
    assert text_of(yours).endswith("left_out:\n")
    undo(mine, out)
    assert [omission.passage.anchor for omission in mine.claims.left_out] == [words]
    gone = remove(mine, "finest-swim", seen=entry(mine, "finest-swim"))
    yours.reread()
    remove(yours, "protest-within-14-days", seen=entry(yours, "protest-within-14-days"))  # it stood before that
    undo(mine, gone)
    assert list(mine.claims.of)[-1] == "finest-swim"


@pytest.mark.parametrize(
    "start",
    [
        "status: in-progress\nclaims: []\nleft_out: []\n",
        "status: in-progress\nclaims:\n",
        "claims:   []  # none yet\nstatus: in-progress",
        "# a note\r\nstatus: in-progress\r\nclaims: []\r\n\r\nleft_out:\r\n",
        "\ufeffstatus: in-progress\nclaims:\n  []\n# the end",
        "status: in-progress\nclaims:\n\n\n# a note\n\nleft_out:   # nothing\n",
    ],
)
def test_a_file_with_nothing_in_it_yet(project: Path, start: str) -> None:
    path = project / "data" / "cases" / LARKMERE / "claims.yaml"
    path.write_bytes(start.encode())
    case = Case(LARKMERE, project)
    changes = [put(case, CERTIFICATE, seen="")]
    changes.append(leave_out(case, Anchor("Tess Okafor"), "background"))
    changes.append(
        put(case, replace(CERTIFICATE, id="second", words=Anchor("Club president Marta Lindqvist")), seen="")
    )
    changes.append(leave_out(case, Anchor("Larkmere Mile record confirmed"), "stray"))
    changes.append(remove(case, CERTIFICATE.id, seen=entry(case, CERTIFICATE.id)))
    assert Case(LARKMERE, project).claims == case.claims
    assert list(case.claims.of) == ["second"]
    assert [omission.reason for omission in case.claims.left_out] == ["stray", "background"]
    assert ("\r\n" in start) == ("\r\n" in text_of(case))
    assert text_of(case).count("\n") == text_of(case).count("\r\n") or "\r\n" not in start
    for comment in re.findall("#.*", start):
        assert comment.strip() in text_of(case)
    redone = [undo(case, change) for change in reversed(changes)]
    assert path.read_bytes() == start.encode()
    for change in reversed(redone):
        undo(case, change)
    assert list(case.claims.of) == ["second"]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('claims: [{id: a, words: {exact: "Tess Okafor"}, says: x, speaker: y}]', "lines of its own"),
        ('claims:\n- {id: a, words: {exact: "Tess Okafor"}, says: x, speaker: y}', ""),
        ('claims:\n-\n  # one\n  id: a\n  words: {exact: "Tess Okafor"}\n  says: >\n    x\n\n  speaker: y\n\n', ""),
    ],
)
def test_other_ways_to_write_a_list(project: Path, written: str, says: str) -> None:
    path = project / "data" / "cases" / LARKMERE / "claims.yaml"
    path.write_text(f"{written}\nstatus: in-progress\n")
    before, case = path.read_bytes(), Case(LARKMERE, project)
    if says:
        with pytest.raises(CaseError, match=says):
            put(case, CERTIFICATE, seen="")
        return
    changes = [put(case, CERTIFICATE, seen="")]
    changes.append(put(case, replace(case.claims["a"], says="z", asserts={"on": "2031"}), seen=entry(case, "a")))
    assert case.claims["a"].says == "z"
    changes.append(remove(case, CERTIFICATE.id, seen=entry(case, CERTIFICATE.id)))
    for change in reversed(changes):
        undo(case, change)
    assert path.read_bytes() == before


def test_a_file_left_half_written_is_named_and_not_touched(case: Case) -> None:
    path = claims_file(case)
    path.write_text(path.read_text().replace("  - id: finest-swim", "  - id: 'finest-swim"))
    before = path.read_bytes()
    with pytest.raises(CaseError, match=r"claims\.yaml:\d+: .*quotation mark or bracket left open"):
        put(case, CERTIFICATE, seen="")
    assert path.read_bytes() == before


def test_nothing_is_written_frozen_or_without_the_article(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    with pytest.raises(CaseError, match="CHECKS_FROZEN"):
        put(case, CERTIFICATE, seen="")
    monkeypatch.delenv("CHECKS_FROZEN")
    (case.folder / "article.md").unlink()
    case = Case(LARKMERE, case.root)
    with pytest.raises(CaseError, match="the article is not in this copy"):
        put(case, CERTIFICATE, seen="")


# --------------------------------------------------------------------------------------------- any sequence of edits


def some_edit(case: Case, draw: Callable[[Any], Any], number: int) -> Change | None:
    """One edit of any kind; what may not be done is refused, and nothing is written."""
    kind = draw(
        st.sampled_from(
            ["new", "new", "says", "asserts", "words", "remove", "leave out", "take in", "status", "accept"]
        )
    )
    text, claims = case.article.words, {**case.claims.of, **case.claims.proposed}
    start = draw(st.integers(0, len(text) - 2))
    place = (start, draw(st.integers(start + 1, min(len(text), start + 80))))
    said = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
    id = draw(st.sampled_from(sorted(claims))) if claims else ""
    try:
        if kind == "new":
            words = anchor_at(text, *place)
            asserts = draw(
                st.sampled_from([{}, {"on": "2031-05-02"}, {"event": said, "statement": said * 5, "kind": said}])
            )
            return put(
                case, Claim(f"new-{number}", words, said, "article", asserts), seen="", proposed=draw(st.booleans())
            )
        if kind == "leave out":
            return leave_out(case, anchor_at(text, *place), draw(st.sampled_from(["stray", "background"])))
        if kind == "take in" and case.claims.left_out:
            words = draw(st.sampled_from(case.claims.left_out)).passage.anchor
            return take_in(case, words, seen=entry(case, words))
        if kind == "status":
            return set_status(case, draw(st.sampled_from(["in-progress", "complete"])), seen=case.claims.status)
        if not id:
            return None
        seen, proposed = entry(case, id), id in case.claims.proposed
        if kind == "remove":
            return remove(case, id, seen=seen)
        if kind == "accept":
            return accept(case, id, seen=seen)
        new = {"says": said} if kind == "says" else {"words": anchor_at(text, *place)} if kind == "words" else {"asserts": draw(
            st.sampled_from([{}, {"event": said}, {**claims[id].asserts, "kind": said}, {"statement": said * 5, "kind": "x"}])
        )}  # fmt: skip
        return put(case, replace(claims[id], **new), seen=seen, proposed=proposed)
    except CaseError as error:
        assert not isinstance(error, Differs)
        return None


def untouched(before: str, change: Change) -> list[str]:
    """The lines of a file that an edit has no business with; blank ones aside."""
    rest = before.replace(change.before, "", 1) if change.before else before
    return [line for line in rest.split("\n") if line.strip()]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
@pytest.mark.parametrize("name", CASES)
@pytest.mark.long
def test_any_edits_keep_every_other_line_and_undone_they_give_the_first_bytes_back(
    name: str, tmp_path: Path, data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ROOT / "data", root / "data")
    (root / "notebooks").mkdir()
    case = Case(name, root)
    first, changes = claims_file(case).read_bytes(), []
    for number in range(data.draw(st.integers(1, 8))):
        before = text_of(case)
        change = some_edit(case, data.draw, number)
        if change is None:
            assert text_of(case) == before
            continue
        changes.append(change)
        after = text_of(case)
        assert (
            untouched(before, change) == untouched(after, replace(change, before=change.after))
            or change.entry == "status"
        )
        assert abs(len(re.findall(r"(?m)^$", before)) - len(re.findall(r"(?m)^$", after))) <= 1
        assert Case(name, root).claims == case.claims
    for change in reversed(changes):
        undo(case, change)
    assert claims_file(case).read_bytes() == first


# ------------------------------------------------------------------------------------------------ two at once, and speed

WRITER = """
import sys
from checks.case.editing import entry, leave_out, put, remove, take_in, undo
from checks.case.folder import open_case
from checks.case.nouns import Anchor, Claim
from dataclasses import replace
case, name = open_case("2031-06-larkmere-mile"), sys.argv[1]
for i in range(25):
    made = put(case, Claim(f"{name}-{i}", Anchor("certificate for the Larkmere Mile record"), f"{i}", "article"), seen="")
    put(case, replace(case.claims[f"{name}-{i}"], says=f"{name} says {i}"), seen=made.after)
    if i % 5 == 4:
        undo(case, remove(case, f"{name}-{i - 1}", seen=entry(case, f"{name}-{i - 1}")))
"""


def test_two_processes_editing_at_once_lose_nothing(project: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CHECKS_WHO": "Two"}
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, name], cwd=project, env=environment, stderr=subprocess.PIPE)
        for name in ("ada", "ben")
    ]
    for process in running:
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, told.decode()
    case = open_case(LARKMERE)
    assert {f"{name}-{i}": f"{name} says {i}" for name in ("ada", "ben") for i in range(25)} == {
        id: claim.says for id, claim in case.claims.of.items() if id.startswith(("ada-", "ben-"))
    }
    shipped = (ROOT / "data" / "cases" / LARKMERE / "claims.yaml").read_text(encoding="utf-8").split("\n")
    lines = iter(text_of(case).split("\n"))
    assert all(line in lines for line in shipped if line)  # each of them, in their order


def large_case(root: Path) -> Case:
    """An article of 10,000 words with 300 claims, and words left out."""
    said = [
        f"On {1 + i % 28} June 2031 member {i} of the committee said that the repair would cost {i + 2} thousand pounds and no more."
        for i in range(480)
    ]
    for folder in ("data/cases", "data/reference", "notebooks"):
        (root / folder).mkdir(parents=True)
    (root / "article.txt").write_text("\n\n".join(" ".join(said[i : i + 5]) for i in range(0, len(said), 5)))
    new_case("2031-06-large-one", root / "article.txt", {"published": "2031-07-01"}, root)
    lines = ["status: in-progress", "claims:"]
    for i in range(300):
        lines += [f"  - id: claim-{i}", f"    words: {{exact: {json.dumps(said[i][:-1])}}}", f'    says: "*{i}*"', "    speaker: article",
                  f"    asserts: {{on: {1 + i % 28} June 2031, event: repair {i}}}", ""]  # fmt: skip
    lines += ["left_out:"]
    for sentence in said[320:440]:
        lines += [f"  - words: {{exact: {json.dumps(sentence)}}}", "    reason: background"]
    (root / "data" / "cases" / "2031-06-large-one" / "claims.yaml").write_text("\n".join(lines) + "\n")
    return Case("2031-06-large-one", root)


def test_an_edit_of_three_hundred_claims_is_read_again_and_timed(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    case = large_case(tmp_path)
    assert len(case.article.words.split()) > 9_000
    taken = []
    for i in range(20):
        claim, seen = case.claims[f"claim-{i * 14}"], entry(case, f"claim-{i * 14}")
        start = time.perf_counter()
        put(case, replace(claim, says=f"Said otherwise {i}."), seen=seen)
        taken.append(time.perf_counter() - start)
        assert case.accounts.covered > 0
    median = statistics.median(taken) * 1000
    record_property("told", f"an edit among 300 claims on 10,000 words, read again: median {median:.0f} ms")
