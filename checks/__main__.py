"""The command line: `python -m checks`, also `checks`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from checks.case.errors import CaseError
from checks.commands.archives import archive
from checks.commands.asking import AllowPrivate
from checks.commands.bundling import bundle
from checks.commands.captures import capture, excerpt, fetch_again
from checks.commands.copies import copies
from checks.commands.earlier import earlier
from checks.commands.explaining import explain
from checks.commands.new import new
from checks.commands.planting import plant
from checks.commands.printing import AsJson, CaseName, aside, cells_run, out, print_json, print_table, tell
from checks.commands.records import records, search
from checks.commands.registering import register
from checks.commands.reporting import report
from checks.commands.revising import revise
from checks.commands.screening import screen

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode="markdown",
    help="Line by Line: check an article claim by claim, and keep the evidence beside each finding.\n\n"
    "A day with it: **read** shows what is in an article and what to check first; **new** makes a case from it; "
    "**anchor** finds words to quote into `claims.yaml`; **capture** brings evidence in, and **records** registers; "
    "**explain** shows what a check needs; "
    "the notebooks in `notebooks/CASE/` ask and conclude; "
    "**run** keeps what they show; **verify** looks at everything again; **report** writes the page for readers.",
)  # fmt: skip


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the cases, and the checks that can be asked."""
    from checks.case.catalogue import check_named, check_names
    from checks.case.folder import Case
    from checks.case.projects import case_names, find_root
    from checks.case.summary import counts, lines

    root = find_root()
    asks = {name: (check_named(name).__doc__ or "").splitlines()[0] for name in check_names()}
    cases: dict[str, dict[str, Any]] = {}
    for name in case_names(root):
        try:
            case = Case(name, root)
            told = {"status": case.claims.status, "title": case.article.title}
            cases[name] = {**told, **counts(case), "lines": lines(case)}
        except CaseError as error:
            cases[name] = {"error": str(error)}
    if as_json:
        for found in cases.values():
            found.pop("lines", None)
        print_json({"cases": cases, "checks": asks})
        return
    out.print("Cases")
    for name, found in cases.items():
        if "error" in found:
            out.print(f"  {name}: it cannot be opened: {found['error']}")
            continue
        out.print(f"  {name} ({found['status']}): {found['title']}")
        for line in found["lines"]:
            out.print(f"    {line}")
    out.print("\nChecks (checks explain NAME)")
    for name, question in asks.items():
        out.print(f"  {name}: {question}")


app.command()(explain)


app.command()(new)


@app.command()
def read(
    file: Annotated[str, typer.Argument(help="The article: text, Markdown, HTML or PDF; - reads standard input.")],
    as_json: AsJson = False,
    dateline: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The day it was published, from which “last Friday” is counted.")
    ] = "",
) -> None:
    """Read an article: what in it cannot be, what is said by whom, dates, amounts, names, and what to check first."""
    from checks.reading.article import read_file
    from checks.reading.intake.incoming import CONTROLS
    from checks.reading.shown import CHECKS, as_text, tables
    from checks.reading.suspicions.shown import Suspicions

    with aside().status("Reading (names take a second or two) …"):
        reading = read_file(file, dateline)
    if as_json:
        print_json(reading.as_json())
        return
    out.print(f"{CONTROLS.sub('?', as_text(reading))}\n")
    suspicions = repr(Suspicions(reading.suspicions, reading.text))
    out.print("\n".join([*(CONTROLS.sub(" ", line) for line in suspicions.split("\n")), ""]))
    for title, columns, rows in tables(reading):
        if title == CHECKS and rows:  # a line to paste must stay one line
            lines = (f"sentence {sentence}: {CONTROLS.sub(' ', code)}" for sentence, _, code in rows)
            out.print("\n".join([f"{title}, as lines to paste in a cell", *lines, ""]))
        elif rows:
            print_table(title, columns, rows)


@app.command()
def compare(
    claim: Annotated[str, typer.Option(help="What the article says, in a sentence.")] = "",
    passage: Annotated[str, typer.Option(help="What the source says: a sentence or a few.")] = "",
    jsonl: Annotated[
        str, typer.Option(metavar="FILE", help='Lines of {"id", "claim", "passage"}; - reads standard input.')
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Hold a claim against a passage, part by part: exit 0 supported, 1 not, 2 cannot run.

    With --jsonl one line of JSON is answered for each line, in order; a line that cannot be read is named, the rest
    goes on, and the exit code is 1.
    """
    from checks.reading.comparing import as_json as plain
    from checks.reading.comparing import comparisons
    from checks.reading.passages import COLUMNS, RULE
    from checks.reading.passages import compare as held_against

    if jsonl:
        _answer_lines(comparisons, jsonl)
        return
    found = held_against(claim, passage)
    if as_json:
        print_json(plain(found))
    else:
        print_table("The claim's parts, and the passage's words for them", COLUMNS, found.rows())
        out.print(f"{found.verdict}: {found.reason}\n\nThe rule: {RULE}.")
    if found.verdict != "supported":
        raise typer.Exit(1)


@app.command()
def quote(
    quoted: Annotated[str, typer.Option(help="The words as the article quotes them.")] = "",
    source: Annotated[Path | None, typer.Option(help="The source: text, Markdown, HTML or PDF.")] = None,
    jsonl: Annotated[
        str, typer.Option(metavar="FILE", help='Lines of {"id", "quoted", "source"}; - reads standard input.')
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Hold a quotation against its source, word by word: exit 0 verbatim or honestly edited, 1 not, 2 cannot run.

    In the line that shows both, [-these-] words are the source's alone and {+these+} the quotation's alone. With
    --jsonl as `compare`.
    """
    from checks.reading.comparing import quotations, quoted_as_json
    from checks.reading.intake.incoming import take_in
    from checks.reading.quoting import compared

    if jsonl:
        _answer_lines(quotations, jsonl)
        return
    if source is None or not re.search(r"\w", quoted):
        raise CaseError("name the words with --quoted and the source's file with --source")
    found = compared(quoted, take_in(source).text)
    if as_json:
        print_json(quoted_as_json(found))
    else:
        out.print(repr(found))
    if found.result not in ("verbatim", "edited"):
        raise typer.Exit(1)


def _answer_lines(answers: Callable[[BinaryIO, str], Iterator[dict[str, Any] | CaseError]], name: str) -> None:
    """Answers each line as it comes; what is wrong with a line goes to standard error, and the rest goes on."""
    if name != "-" and not Path(name).exists():
        raise CaseError("there is no such file", file=name)
    if name != "-" and Path(name).is_dir():
        raise CaseError("this is a folder: name a file in it", file=name)
    if name == "-" and sys.stdin is None:
        raise CaseError("nothing comes in by standard input")
    wrong = 0
    with sys.stdin.buffer if name == "-" else Path(name).open("rb") as stream:
        for answer in answers(stream, name):
            if isinstance(answer, CaseError):
                wrong += 1
                print(answer, file=sys.stderr)
            else:
                line = json.dumps(answer, ensure_ascii=False)  # an id may hold half a character
                sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "backslashreplace"))
                sys.stdout.buffer.flush()
    if wrong:
        raise typer.Exit(1)


@app.command()
def anchor(
    file: Annotated[Path, typer.Argument(help="An article, a document of evidence, or any text file.")],
    words: Annotated[str, typer.Argument(help="The words to mark; quotation marks and spaces need not be the same.")],
) -> None:
    """Print the shortest anchor that marks these words in a file and nothing else, to paste into YAML."""
    from checks.evidence.documents import quoted_words, split
    from checks.evidence.written import read_text
    from checks.reading import wording
    from checks.reading.anchors import anchor_at

    text = read_text(file, str(file))
    if text.startswith("---\n"):
        _, body = split(text, str(file))
        text = quoted_words(body) if file.resolve().parent.name == "evidence" else body
    hay, needle = wording.words(text), wording.words(words)
    places = wording.occurrences(needle, hay) if needle else []
    if not places:
        raise CaseError(f"“{words}” does not stand in it: copy the words from the text", file=str(file))
    for place in places:
        start, end = hay[place].start, hay[place + len(needle) - 1].end
        found = anchor_at(text, *_with_marks(text, start, end, words))
        parts = {"exact": found.exact, "prefix": found.prefix, "suffix": found.suffix}
        flow = ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in parts.items() if value)
        out.print(f"words: {{{flow}}}")


@app.command()
def run(case: CaseName, as_json: AsJson = False) -> None:
    """Run a case's notebooks from top to bottom, keep what they show, verify, and seal the record.

    With CHECKS_FROZEN=1 nothing is written, and whatever is not as it was kept is named.
    """
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.running import run as run_case
    from checks.case.summary import counts, lines

    root = find_root()
    with cells_run(case) as told:
        found = run_case(case, root, told)
    opened = None if found.differences else Case(case, root)
    if opened and not as_json:
        out.print(f"{case}: {opened.article.title}")
        for line in lines(opened):
            out.print(line)
    tell(case, found, as_json=as_json, **(counts(opened) if opened else {}))


@app.command()
def verify(
    case: CaseName,
    refetch: Annotated[
        bool, typer.Option("--refetch", help="Fetch every captured page again first, and keep what has changed.")
    ] = False,
    allow_private: AllowPrivate = False,
    as_json: AsJson = False,
) -> None:
    """Look at all of a case again, without running a notebook: exit 0 clean, 1 something differs, 2 cannot run."""
    from checks.case.projects import find_root
    from checks.case.verify import verify_case

    fetched = fetch_again(case, allow_private) if refetch else []
    found = verify_case(case, find_root())
    found.captures += fetched
    tell(case, found, as_json=as_json)


@app.command()
def seal(
    case: CaseName,
    because: Annotated[str, typer.Option(help="Why a sealed file was changed; it is logged.")] = "",
) -> None:
    """Seal the files of a case that have no seal yet; with --because also those that were edited since."""
    from checks.case.folder import Case
    from checks.case.projects import find_root
    from checks.case.sealing import seal_case

    for line in seal_case(Case(case, find_root()), because):
        out.print(line)


@app.command()
def sign(
    case: CaseName, claim: Annotated[str, typer.Argument(help="The claim whose conclusion is signed afresh.")]
) -> None:
    """Sign a conclusion afresh, after what it rests on has changed and you have read it again."""
    from checks.case.folder import open_case

    out.print(open_case(case).sign(claim))


for command in (
    report, bundle, plant, revise, capture, excerpt, register, archive, records, search, copies, screen, earlier
):  # fmt: skip
    app.command()(command)


# What a terminal obeys, or what turns a line round; line ends are ours.
_NO_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _with_marks(text: str, start: int, end: int, words: str) -> tuple[int, int]:
    """The span of the words, and of the quotation marks right around them if the words were given with marks."""
    before = re.search(r"[‘’“”\"'(*]+$", text[:start]) if re.match(r"[‘’“”\"'(*]", words) else None
    after = re.match(r"[.,;:!?…]*[‘’“”\"')*]+", text[end:]) if re.search(r"[‘’“”\"')*]$", words) else None
    return before.start() if before else start, end + after.end() if after else end


def main() -> None:
    """Runs a command; what an investigator can mend is told in one sentence, with exit code 2."""
    try:
        app()
    except CaseError as error:
        print(_NO_TEXT.sub("?", str(error)), file=sys.stderr)
        sys.exit(2)
    except OSError as error:
        print(f"{error.filename or 'the disk'}: {error.strerror or error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
