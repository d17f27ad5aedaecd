"""A case worked through the desk, and the same case written by hand: the same files, but for the times in the log."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from at_the_desk import BRIDGE, bridge, press, said, select, unfold

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case.folder import Case, open_case
from checks.case.sealing import seal_case
from checks.desk import desk
from checks.desk.sitting import Sitting

DOCUMENT = "city-hall-invented-2031-05-05"
PAGE = """\
---
title: Order on the bridge
publisher: City hall (invented)
url: ''
published: '2031-05-05'
retrieved: '2031-05-07'
obtained: read at city hall
standing: primary
facts:
  signed: {about: the order, role: signed, at: 2031-05-05, words: {exact: "Signed by the mayor on 5 May 2031"}}
---
> Signed by the mayor on 5 May 2031. “We 🌉 waited long,” she said.
"""
CLAIMS = """\
status: in-progress
claims:
  - id: order-signed
    words: {exact: "Mayor Ann Lee signed the order on Monday, May 5, 2031"}
    says: "The mayor signed the order on 5 May 2031."
    speaker: article
    asserts: {event: the order, role: signed, on: 5 May 2031}

  - id: we-waited-long-she-said
    words: {exact: "“We 🌉 waited\\nlong,” she said"}
    says: "“We 🌉 waited long,” she said"
    speaker: the mayor
    asserts: {quotation: "We 🌉 waited long"}

  - id: built-1931
    words: {exact: "The bridge was built in 1931"}
    says: "The bridge was built in 1931"
    speaker: article
left_out:
  - words: {exact: "Bridge repairs begin"}
    reason: background
"""
CELLS = [
    """case.claim("order-signed")""",
    f"""\
case.ask(
    "order-signed",
    happened_on_date,
    facts=[case.fact("{DOCUMENT}#signed")],
)""",
    f"""\
case.conclude(
    "order-signed",
    "supported",
    because="The order says so.",
    evidence=[case.fact("{DOCUMENT}#signed")],
)""",
    """case.claim("we-waited-long-she-said")""",
    f"""\
case.ask(
    "we-waited-long-she-said",
    quotation_is_verbatim,
    source=case.evidence("{DOCUMENT}"),
)""",
    f"""\
case.conclude(
    "we-waited-long-she-said",
    "supported",
    because="The page has her words.",
    evidence=[case.evidence("{DOCUMENT}")],
)""",
    """case.claim("built-1931")""",
    """\
case.searched(
    "the city's archive",
    "bridge 1931",
    0,
    id="bridge-1931",
    claim="built-1931",
    on="2031-05-07",
)""",
    """\
case.conclude(
    "built-1931",
    "unverifiable",
    because="Nobody has the year.",
    searches=["bridge-1931"],
    needs="happened_on_date",
)""",
]


def make(sitting: Sitting, words: str, id: str = "", says: str = "", speaker: str = "", **asserts: str) -> None:
    select(sitting, words)
    press(sitting.sentence.box, "Make a claim")
    form = sitting.claim_form
    for field, value in ((form.id, id), (form.says, says), (form.speaker, speaker)):
        field.value = value or field.value
    for name, value in asserts.items():
        field, _ = form._field(name)
        if field not in form.asserts.children:
            form.more.value = name
        field.value = value
        assert form.wrong.value == "", said(form.wrong.value)


def conclude(sitting: Sitting, verdict: str, because: str, **said_of_it: str) -> None:
    form = sitting.concluding
    form.verdict.value, form.because.value = verdict, because
    for name, value in said_of_it.items():
        getattr(form, name).value = value
    press(form.box, "Conclude")
    assert form.wrong.value == "", said(form.wrong.value)


def ask(sitting: Sitting, check: str, **given: str) -> None:
    sitting.asking.check.value = check
    for name, ref in given.items():
        sitting.asking._arguments[name].value = ref
    press(sitting.asking.box, "Ask")
    assert sitting.asking.wrong.value == "", said(sitting.asking.wrong.value)


def work_at_the_desk(case: Case) -> None:
    sitting = desk(case)
    sitting.assertable = ["event", "on", "quotation", "role"]
    adding = unfold(sitting.adding)
    noting = adding.noting
    adding.passage.value = "Signed by the mayor on 5 May 2031. “We 🌉 waited\nlong,” she said."
    adding.title.value, adding.publisher.value = "Order on the bridge", "City hall (invented)"
    adding.published.value, adding.retrieved.value = "2031-05-05", "2031-05-07"
    adding.obtained.value, adding.standing.value = "read at city hall", "primary"
    press(adding.box, "Add it")
    noting.text.selected = [0, len("Signed by the mayor on 5 May 2031")]
    noting.name.value, noting.about.value, noting.role.value = "signed", "the order", "signed"
    noting.at.value = "2031-05-05"
    press(noting.box, "Note a fact")
    assert noting.wrong.value == "", said(noting.wrong.value)
    make(
        sitting, "Mayor Ann Lee signed the order on Monday, May 5, 2031", "order-signed",
        "The mayor signed the order on 5 May 2031.", event="the order", role="signed", on="5 May 2031",
    )  # fmt: skip
    ask(sitting, "happened_on_date", facts=f"[{DOCUMENT}#signed]")
    conclude(sitting, "unverifiable", "A first thought.", despite="I have not looked well.", evidence=DOCUMENT)
    press(sitting.box, "Undo")
    conclude(sitting, "supported", "The order says so.", despite="", evidence=f"{DOCUMENT}#signed")
    make(sitting, "“We 🌉 waited\nlong,” she said", speaker="the mayor", quotation="We 🌉 waited long")
    ask(sitting, "quotation_is_verbatim", source=DOCUMENT)
    conclude(sitting, "supported", "The page has her words.", evidence=DOCUMENT)
    make(sitting, "The bridge was built in 1931", "built-1931")
    searched = sitting.concluding.searched
    for name, value in {"place": "the city's archive", "query": "bridge 1931", "hits": "0", "on": "2031-05-07"}.items():
        getattr(searched, name).value = value
    searched.open.value = True
    press(searched.box, "Log the search")
    sitting.concluding.searches.value = ["bridge-1931"]
    conclude(sitting, "unverifiable", "Nobody has the year.", needs="happened_on_date")
    for words, reason in (("Bridge repairs begin", "background"), ("The order was signed", "stray")):
        select(sitting, words)
        sitting.sentence.reason.value = reason
        press(sitting.sentence.box, "Leave these words out")
    press(sitting.box, "Undo")
    assert sitting.wrong.value == "", said(sitting.wrong.value)


def write_by_hand(case: Case, like: Path) -> None:
    """The files as a person writes them; the ids that JupyterLab would give the cells are those of `like`."""
    (case.folder / "evidence" / f"{DOCUMENT}.md").write_text(PAGE)
    (case.folder / "evidence" / ".gitignore").write_text("")
    seal_case(open_case(BRIDGE), "")
    (case.folder / "claims.yaml").write_text(CLAIMS)
    book, mine = nbformat.read(like, 4), iter(CELLS)
    for cell in book.cells:
        cell.pop("outputs", None)
        if cell.cell_type == "code":
            opens = "open_case(" in cell.source
            cell.update(outputs=[], execution_count=None, source=cell.source if opens else next(mine))
    assert next(mine, None) is None
    nbformat.write(book, case.notebooks / like.name)


def files(root: Path) -> dict[str, Any]:
    folder = root / "data" / "cases" / BRIDGE
    names = ("claims.yaml", "findings.csv", "conclusions.csv", f"evidence/{DOCUMENT}.md")
    found: dict[str, Any] = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    lines = (folder / "seals.txt").read_text().splitlines()
    return found | {"seals": [line for line in lines if not line.endswith("log.jsonl")]}


@pytest.mark.long
def test_a_case_worked_at_the_desk_and_the_same_by_hand_are_the_same_files(
    project: Path, checks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, hand = bridge(project), project.with_name("by-hand")
    for name in ("read-the-article", "report"):
        for path in case.notebooks.glob(f"*{name}.ipynb"):
            path.unlink()  # nothing is worked in it, and to run it takes long
    shutil.copytree(project, hand)
    work_at_the_desk(case)
    [worked] = case.notebooks.glob("*check-the-claims.ipynb")
    monkeypatch.chdir(hand)
    write_by_hand(open_case(BRIDGE), worked)
    for root in (project, hand):
        done = checks("run", BRIDGE, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    theirs = Case(BRIDGE, hand)
    monkeypatch.chdir(project)
    assert files(project) == files(hand)
    assert open_case(BRIDGE).log.rows == theirs.log.rows
