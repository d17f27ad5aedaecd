"""Thirty-odd mistakes that an investigator makes, and the message for each, as it is shown: what is wrong, where, what to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command

CASE = "2031-06-larkmere-mile"
HOME = f"data/cases/{CASE}"
NOTEBOOK = f"notebooks/{CASE}/02-check-the-claims.ipynb"
Mistake = Callable[[Path], None]


def in_file(name: str, old: str, new: str) -> Mistake:
    def make(project: Path) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return make


def in_cell(old: str, new: str) -> Mistake:
    """Changes words in the one code cell that has them."""

    def make(project: Path) -> None:
        path = project / NOTEBOOK
        book = json.loads(path.read_text(encoding="utf-8"))
        cells = [cell for cell in book["cells"] if cell["cell_type"] == "code" and old in "".join(cell["source"])]
        assert len(cells) == 1
        cells[0]["source"] = ["".join(cells[0]["source"]).replace(old, new)]
        path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    return make


def again(name: str, encoding: str) -> Mistake:
    def make(project: Path) -> None:
        path = project / name
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))

    return make


def gone(name: str) -> Mistake:
    return lambda project: (project / name).unlink()


def out_of_order(project: Path) -> None:
    path = project / NOTEBOOK
    book = json.loads(path.read_text(encoding="utf-8"))
    cells = [i for i, cell in enumerate(book["cells"]) if cell["cell_type"] == "code"]
    opening = book["cells"].pop(cells[0])
    book["cells"].append(opening)  # `case` is opened after it is asked
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def saved_as_latin_1(project: Path) -> None:
    path = project / HOME / "evidence/record-certificate.md"
    path.write_bytes(path.read_text(encoding="utf-8").replace("M. Lindqvist", "M. Lindqvíst").encode("latin-1"))


def copied(project: Path) -> None:
    shutil.copytree(project / HOME, project / "data/cases/2031-07-another-mile")


MISTAKES: list[tuple[str, Mistake, list[str], str]] = []  # filled below: a name, the mistake, the command, the message


def mistake(name: str, make: Mistake, command: str, says: str) -> None:
    MISTAKES.append((name, make, command.split(), says))


C, E = f"{HOME}/claims.yaml", f"{HOME}/evidence"
mistake(
    "a misspelt claim in a cell",
    in_cell('"swam-downhill",\n    quotation', '"swam-downhil",\n    quotation'),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 12: there is no claim `swam-downhil`: the nearest is `swam-downhill`",
)
mistake(
    "a misspelt document in a cell",
    in_cell('evidence("club-bulletin', 'evidence("club-buletin'),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 12: there is no document `club-buletin-2031-06-18` in data/cases/2031-06-larkmere-mile/evidence: the nearest is `club-bulletin-2031-06-18`",
)
mistake(
    "a misspelt fact in a cell",
    in_cell("#certificate", "#certificat"),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 8: `club-bulletin-2031-06-18` has no fact `certificat`: the nearest is `certificate`",
)
mistake(
    "a misspelt register",
    in_cell("larkmere-club-offices", "larkmere-club-office"),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 4: there is no register `larkmere-club-office`: the nearest is `larkmere-club-offices`",
)
mistake(
    "a misspelt check",
    in_cell("quotation_is_verbatim,\n    source", "quotation_is_verbatm,\n    source"),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 12: there is no check `quotation_is_verbatm`: the nearest is `quotation_is_verbatim`",
)
mistake(
    "an argument with another name",
    in_cell("source=case", "sources=case"),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 12: swam-downhill: quotation_is_verbatim takes no `sources`: the nearest is `source`",
)
mistake(
    "a date passed in a cell",
    in_cell('start=case.fact("record-certificate#signed")', 'start="2031-06-16"'),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 16: protest-within-14-days: `start` was passed as a bare value: write it under `asserts` of the claim, and pass only evidence",
)
mistake(
    "a straight mark in an anchor",
    in_file(C, 'the club’s bulletin said"}', "the club's bulletin said\"}"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:16: swam-downhill: ““swam the last quarter as if the lake were downhill,” the club's bulletin said” stands in the text as “swam the last quarter as if the lake were downhill,” the club’s bulletin said”: copy it with its own marks, spaces and capitals",
)
mistake(
    "an anchor with another capital",
    in_file(C, '{exact: "Club president Marta', '{exact: "club president Marta'),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:4: president-lindqvist: “club president Marta Lindqvist” stands in the text as “Club president Marta Lindqvist”: copy it with its own marks, spaces and capitals",
)
mistake(
    "an anchor that stands there twice",
    in_file(C, '{exact: "Tess Okafor"}', '{exact: "the"}'),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:34: left_out: “the” stands in the text 8 times: add a `prefix` or `suffix` (`checks anchor` finds one)",
)
mistake(
    "an anchor of other words",
    in_file(C, '{exact: "Tess Okafor"}', '{exact: "Tessa Okafor"}'),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:34: left_out: “Tessa Okafor” does not stand in the text (the nearest words there are “Tess Okafor”, with “Tess” for “Tessa”): copy the words from it, or quote them afresh",
)
mistake(
    "a tab in YAML",
    in_file(C, "  - id: finest-swim", "\t- id: finest-swim"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:27: there is a tab here: YAML indents with spaces, so replace it",
)
mistake(
    "a colon in a plain sentence",
    in_file(C, 'says: "No finer swim was ever seen on the lake."', "says: No finer: swim"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:29: there is a colon inside plain text here: put the text in quotation marks",
)
mistake(
    "a quotation mark left open",
    in_file(C, 'says: "No finer swim was ever seen on the lake."', 'says: "No finer'),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:32: this YAML cannot be read here: look for a quotation mark or bracket left open above, and at the indentation",
)
mistake(
    "31 June",
    in_file(C, "on: 16 June 2031", "on: 31 June 2031"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:13: certificate-signed-16-june: `31 June 2031` is not a day of the calendar: look at it again in the source",
)
mistake(
    "an American date with slashes",
    in_file(C, "on: 16 June 2031", "on: 6/16/2031"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:13: certificate-signed-16-june: `6/16/2031` is not a date: write 2031-06-16 or 16 June 2031; one / stands between the ends of a span",
)
mistake(
    "a length without its unit",
    in_file(C, "after: 14 days", "after: 14"),
    f"verify {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 16: protest-within-14-days: dates_add_up: `14` is not a length of time: the units are day, week, fortnight, month, year, decade, century",
)
mistake(
    "a role of one's own",
    in_file(C, "role: signed", "role: dated"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:13: certificate-signed-16-june: the role `dated` is none: there are `announced`, `effective`, `notified`, `published`, `reported`, `signed`",
)
mistake(
    "a field with another name",
    in_file(C, "speaker: the club's bulletin", "speakers: the club's bulletin"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:18: swam-downhill: unknown field `speakers`: the nearest is `speaker`",
)
mistake(
    "the same id twice",
    in_file(C, "id: finest-swim", "id: swam-downhill"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:27: swam-downhill: this id stands here a second time: give the claim its own",
)
mistake(
    "a value from a claim that is not there",
    in_file(C, "=certificate-signed-16-june#on", "=certificate-signed#on"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/claims.yaml:7: president-lindqvist: there is no claim `certificate-signed`: the nearest is `certificate-signed-16-june`",
)
mistake(
    "a document saved as UTF-16",
    again(f"{E}/record-certificate.md", "utf-16"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md: it is saved as UTF-16: save it again as UTF-8",
)
mistake(
    "a document saved as Latin-1",
    saved_as_latin_1,
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md:12: this line is not UTF-8: save the file again as UTF-8",
)
mistake(
    "published after it was retrieved",
    in_file(f"{E}/record-certificate.md", "retrieved: 2031-06-21", "retrieved: 2031-06-01"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md:5: published 2031-06-16, after it was retrieved (2031-06-01): correct one of the two",
)
mistake(
    "a fact with another day than its words",
    in_file(f"{E}/record-certificate.md", "at: 2031-06-16", "at: 2031-06-18"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md:10: record-certificate#signed: at 18 June 2031, and “Signed on 16 June 2031” has 16 June 2031: correct one",
)
mistake(
    "words quoted without the mark",
    in_file(f"{E}/record-certificate.md", "> Signed on", "Signed on"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md:10: record-certificate#signed: “Signed on 16 June 2031” stands in our note, not in the source's words: quote it in a line that begins with `> `",
)
mistake(
    "a standing of one's own",
    in_file(f"{E}/record-certificate.md", "standing: primary", "standing: reliable"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md:8: the standing `reliable` is none: choose primary, secondary, rewriter or own knowledge",
)
mistake(
    "front matter without its second line",
    in_file(f"{E}/record-certificate.md", "---\n> Signed", "> Signed"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md:1: it must begin with front matter between two lines of `---`",
)
mistake(
    "a comma in a register's cell",
    in_file(
        f"{E}/larkmere-club-offices.csv",
        "elected president for four years from",
        "elected president, for four years, from",
    ),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/larkmere-club-offices.csv:3: this row has not 11 cells: put cells with a comma in quotation marks",
)
mistake(
    "a deleted document",
    gone(f"{E}/record-certificate.md"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md: it is sealed (seals.txt:10) and not there: restore one of the two from git",
)
mistake(
    "a deleted log",
    gone(f"{HOME}/log.jsonl"),
    f"verify {CASE}",
    "data/cases/2031-06-larkmere-mile/log.jsonl: it is sealed (seals.txt:12) and not there: restore one of the two from git",
)
mistake(
    "a finding improved in the table",
    in_file(f"{HOME}/findings.csv", ",contradicted,", ",supported,"),
    f"verify {CASE}",
    'data/cases/2031-06-larkmere-mile/findings.csv: it is not what the log says (line 4 should be: protest-within-14-days,dates_add_up,start=record-certificate#signed,contradicted,"16 June 2031 plus 14 days is 30 June 2031, not 2 July 2031; a start of 18 June …); `checks run` writes it afresh',
)
mistake(
    "a notebook run out of order",
    out_of_order,
    f"run {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 3: NameError: name 'case' is not defined: run the cells in their order, the one that makes it first",
)
mistake(
    "a case copied to another name",
    copied,
    "verify 2031-07-another-mile",
    "data/cases/2031-07-another-mile/seals.txt: these are the seals of `2031-06-larkmere-mile`: begin a case with `checks new`, not by copying",
)
mistake(
    "a conclusion against its findings",
    in_cell('"protest-within-14-days",\n    "contradicted"', '"protest-within-14-days",\n    "supported"'),
    f"run {CASE}",
    "notebooks/2031-06-larkmere-mile/02-check-the-claims.ipynb, cell 18: protest-within-14-days: its findings come to contradicted, and this says supported: add `despite=` and say why",
)
mistake(
    "a misspelt case",
    lambda project: None,
    "verify 2031-06-larkmere-mil",
    "there is no case `2031-06-larkmere-mil`: the nearest is `2031-06-larkmere-mile`",
)


@pytest.mark.parametrize(("name", "make", "command", "says"), MISTAKES, ids=[entry[0] for entry in MISTAKES])
def test_a_mistake_is_told(
    project: Path, checks: Command, name: str, make: Mistake, command: list[str], says: str
) -> None:
    make(project)
    done = checks(*command)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stdout + done.stderr
    shown = (done.stdout + done.stderr).splitlines()
    assert says in shown
