"""A bundle: one file with the record of a case and all that it rests on, which a stranger can verify without us."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from pathlib import Path

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.verify import verify
from checks.report.annotations import annotation_collection
from checks.report.claim_review import feed, why_none
from checks.report.crate import METADATA, crate, ids_at
from checks.report.data_files import ANNOTATIONS, CLAIM_REVIEW, as_json
from checks.report.members import LICENCE, REDACTED, LeftOut, members, refuse_private
from checks.report.page import page
from checks.report.verify import MOST, OWN

VERIFY, REPORT, README = "verify.py", "report.html", "README.txt"
_SHORTEST = 8  # bytes of a quotation that is looked for in what is left: fewer stand anywhere
_README = """A bundle of Line by Line: a news article checked claim by claim, and what that rests on.

    python3 verify.py

hashes every file, compares the seals, follows the chain of the log, and looks for every quotation in the text that
it is from. It needs nothing but Python 3.8. `manifest.json` lists every file with its sha256, and what was left out and
why; `sha256sum --check manifest.sha256` is for the manifest itself.

"""
_CONTENTS = {
    REPORT: "to read first",
    "data/cases/, notebooks/": "the case: article, claims, evidence, record, and the questions as they were asked",
    LICENCE: "whose the parts are, and their terms",
    ANNOTATIONS: "every quotation as a W3C Web Annotation",
    CLAIM_REVIEW: "the conclusions as schema.org ClaimReviews",
    METADATA: "what is here and how it came about, as RO-Crate 1.1",
}


@dataclass(frozen=True)
class Bundle:
    """The bytes of a bundle, how many files are in it, what it leaves out, and where words of that still stand.

    `seal` is the sha256 of its manifest: who has it from us can tell our bundle from another.
    """

    data: bytes
    files: int
    seal: str
    left_out: tuple[LeftOut, ...]
    still_quoted: tuple[str, ...]


def bundle(case: Case, redact: Sequence[str] = (), because: str = "") -> Bundle:
    """Makes the bundle of a case. The same record gives the same bytes.

    What the bundle makes itself (report, annotations, metadata) is not made from what is redacted; the record is sealed
    and stays as it is, and where it still quotes such words is told. Raises `CaseError` where the case differs from its
    record, and for what must not be passed on.
    """
    differences = verify(case).differences
    if differences:
        number = f"{len(differences)} {'thing differs' if len(differences) == 1 else 'things differ'}"
        raise CaseError(
            f"{number} from its own record: `checks verify {case.name}` names what, and it comes first",
            file=case.file(),
        )
    files, left_out = members(case, redact, because)
    hidden = ids_at(case, {one.path for one in left_out if one.how == REDACTED and not one.path.endswith(".ipynb")})
    made = {
        REPORT: page(case, differences).encode(),
        ANNOTATIONS: as_json(annotation_collection(case, without=hidden)),
        **({} if why_none(case) else {CLAIM_REVIEW: as_json(feed(case))}),
        VERIFY: (Path(__file__).parent / VERIFY).read_bytes(),
    }
    for name in (REPORT, CLAIM_REVIEW):
        if hidden and name in made:
            seal = hashlib.sha256(made.pop(name)).hexdigest()
            left_out.append(LeftOut(name, seal, REDACTED, "it shows words of what was redacted"))
    files |= made
    files[README] = _readme(files).encode()
    files[METADATA] = as_json(crate(case, files, left_out))
    refuse_private(case, files)
    sums = {place: hashlib.sha256(data).hexdigest() for place, data in sorted(files.items())}
    listed = {"case": case.file(), "files": sums, "left_out": [asdict(one) for one in left_out]}
    manifest = as_json(listed)
    seal = hashlib.sha256(manifest).hexdigest()
    files |= dict(zip(OWN, (manifest, f"{seal}  {OWN[0]}\n".encode()), strict=True))
    size = sum(map(len, files.values()))
    if size > MOST:
        raise CaseError(f"its files have {size:,} bytes, and a bundle at most {MOST:,}: --redact the largest captures")
    return Bundle(_zipped(files), len(files), seal, tuple(left_out), tuple(_still_quoted(case, hidden, files)))


def _readme(files: Mapping[str, bytes]) -> str:
    """What to do with a bundle, and what is in this one."""
    here = {
        place: told for place, told in _CONTENTS.items() if place in files or place.endswith("/") or place == METADATA
    }
    return _README + "".join(f"{place:<27} {told}\n" for place, told in here.items())


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one archive: in order, of one day, and as they are, since compressors differ between machines."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for place, data in sorted(files.items()):
            info = zipfile.ZipInfo(place)  # 1 January 1980, the first day that the format knows
            info.create_system, info.external_attr = 3, 0o100644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def _still_quoted(case: Case, hidden: Set[str], files: Mapping[str, bytes]) -> list[str]:
    """The files in which quotations from what was redacted still stand, since the record keeps them."""
    all_of_it = annotation_collection(case)["first"]["items"] if hidden else []
    shown = {item["id"] for item in annotation_collection(case, without=hidden)["first"]["items"]}
    gone = [_plain(item["target"]["selector"]["exact"]) for item in all_of_it if item["id"] not in shown]
    told = []
    for place, data in sorted(files.items()):
        text = f" {_plain(data.decode('utf-8', 'replace'))} "
        if number := sum(_within(words, text) for words in set(gone) if len(words.encode()) >= _SHORTEST):
            told.append(f"{place}: {number} {'quotation' if number == 1 else 'quotations'}")
    return told


def _within(words: str, text: str) -> bool:
    """Whole words of a text in Latin letters; of other scripts, which may not part their words, wherever they stand."""
    return (f" {words} " if words.isascii() else words) in text


def _plain(text: str) -> str:
    """The words alone, so that they are found however a file writes the marks between them."""
    return " ".join(re.findall(r"\w+", text.replace("\\n", " ")))
