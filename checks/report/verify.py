"""Looks at a bundle of Line by Line again: python3 verify.py [BUNDLE.zip or folder]. Needs nothing but Python 3.8.

It hashes every file, compares the seals, follows the chain of the log, and looks for every quotation in the text that
it is from. Exit code 0: all as it was; 1: something differs, and is named; 2: this is no bundle. It shows that nothing
has changed since it was packed; that it was packed so, compare the sha256 of its manifest with the one made public.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

MOST = 1 << 30  # bytes of all files together: more is no bundle of ours
OWN = ("manifest.json", "manifest.sha256")
ORDERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # what a terminal would obey
NAMED_BY = {"finding": ("check", "asked"), "second": ("by",), "search": ("id",), "unsaid": ("id",), "reply": ("id",)}
ESCAPED = r"(?:\\.|[^\\⟨⟩])"
QUOTED = re.compile(rf"([a-z0-9-]+)“(?:⟨({ESCAPED}*)⟩)?({ESCAPED}+)(?:⟨({ESCAPED}*)⟩)?”", re.DOTALL)


def opened(place: Path) -> tuple[list[str], Callable[[str], bytes]]:
    """The names of a bundle's files, and what reads one of them."""
    if place.is_dir():
        names = [path.relative_to(place).as_posix() for path in sorted(place.rglob("*")) if path.is_file()]
        return [name for name in names if "/." not in f"/{name}"], lambda name: (place / name).read_bytes()
    archive = zipfile.ZipFile(place)
    if sum(info.file_size for info in archive.infolist()) > MOST:
        raise ValueError("it would unpack to more than a bundle may hold")
    return [name for name in archive.namelist() if not name.endswith("/")], archive.read


def hashed(names: list[str], read: Callable[[str], bytes], told: list[str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The manifest, and the bytes of each file that is what the manifest says of it."""
    try:
        listed = read("manifest.json")
        if read("manifest.sha256") != f"{hashlib.sha256(listed).hexdigest()}  manifest.json\n".encode():
            told.append("manifest.json: it is not what manifest.sha256 says: one of the two was changed")
        manifest = json.loads(listed.decode("utf-8"))
        wanted, _, _ = dict(manifest["files"]), str(manifest["case"]), [one["path"] for one in manifest["left_out"]]
    except Exception as error:
        raise ValueError(f"its manifest.json or manifest.sha256 cannot be read ({error!r})") from None
    told += [f"{name}: it is in the bundle a second time" for name in sorted(set(names)) if names.count(name) > 1]
    told += [f"{name}: the manifest does not list it" for name in sorted(set(names) - set(wanted) - set(OWN))]
    told += [f"{name}: it is gone" for name in sorted(set(wanted) - set(names))]
    found = {}
    for name in sorted(set(wanted) & set(names)):  # and so none that leads out of the bundle
        try:
            data = read(name)
        except Exception as error:
            told.append(f"{name}: it was changed, and cannot be read ({error!r})")
            continue
        if hashlib.sha256(data).hexdigest() == wanted[name]:
            found[name] = data
        else:
            told.append(f"{name}: it was changed: its sha256 is not the one in manifest.json")
    return {**manifest, "sha256": hashlib.sha256(listed).hexdigest()}, found


def sealed(case: str, files: dict[str, bytes], left_out: dict[str, Any], told: list[str]) -> int:
    """How many seals there are; each is of a file in the bundle, or of one that it says it leaves out."""
    lines = files.get(f"{case}/seals.txt", b"").decode("utf-8").split("\n")[:-1]
    for sha256, _, name in (line.partition("  ") for line in lines):
        path = posixpath.normpath(f"{case}/{name}")
        here = hashlib.sha256(files[path]).hexdigest() if path in files else left_out.get(path, {}).get("sha256")
        if here != sha256:
            what = "is sealed and not here as it was" if here is None else "is not what its seal says"
            told.append(f"{path}: it {what} ({case}/seals.txt)")
    return len(lines)


def chained(name: str, data: bytes, told: list[str]) -> tuple[int, list[Any]]:
    """How many lines the log has, each after those it says it follows; and the evidence of what it came to."""
    rows: dict[tuple[str, ...], Any] = {}
    seen: set[str] = set()
    for number, line in enumerate(data.splitlines(), 1):
        entry = json.loads(line.decode("utf-8"))
        if not set(entry["before"]) <= seen or (seen and not entry["before"]):
            told.append(f"{name}:{number}: a line that it follows was changed, moved or taken out")
        seen.add(hashlib.sha256(line).hexdigest())
        row = entry["to"] or entry["from"] or {}
        key = (entry["what"], *(str(row.get(field)) for field in NAMED_BY.get(entry["what"], ())))
        rows[(*key, entry["claim"] if len(key) != 2 or key[0] == "second" else "")] = entry["to"] or {}
    return len(seen), [row.get("evidence", []) for row in rows.values()]


def words_of(text: str, is_article: bool) -> str:
    """What quotations are looked for in: an article's text, and of evidence the lines behind `>`, run together."""
    body = re.split(r"^---[ \t]*\r?$", text, maxsplit=2, flags=re.MULTILINE)[-1]
    body = body[body.startswith("\n") : len(body) - body.endswith("\n")]
    if is_article:
        return body
    blocks: list[list[str]] = [[]]
    for line in body.splitlines():
        words = line[1:].strip() if line.startswith(">") else ""
        blocks[-1].append(words) if words else blocks.append([])
    return "\n\n".join(" ".join(block) for block in blocks if block)


def quotations(case: str, annotations: bytes, evidence: list[Any]) -> list[tuple[str, str, str, str]]:
    """Every quotation: the file that it is from, what stands before it, its words, and what stands after them."""
    found = []
    for target in (item["target"] for item in json.loads(annotations.decode("utf-8"))["first"]["items"]):
        words = target["selector"]
        found.append((target["state"]["cached"], words.get("prefix", ""), words["exact"], words.get("suffix", "")))
    for of in (QUOTED.fullmatch(ref) for refs in evidence for ref in refs):
        if of:
            before, exact, after = (re.sub(r"\\(.)", r"\1", of[n] or "", flags=re.DOTALL) for n in (2, 3, 4))
            name = "article.md" if of[1] == "article" else f"evidence/{of[1]}.md"
            found.append((f"{case}/{name}", before, exact, after))
    return sorted(set(found))


def verified(place: Path) -> tuple[list[str], list[str]]:
    """What differs, a sentence each; and what was looked at."""
    told: list[str] = []
    manifest, files = hashed(*opened(place), told)
    case, left_out = manifest["case"], {one["path"]: one for one in manifest["left_out"]}
    seals = sealed(case, files, left_out, told)
    lines, evidence = chained(f"{case}/log.jsonl", files.get(f"{case}/log.jsonl", b""), told)
    empty = b'{"first": {"items": []}}'
    every = quotations(case, files.get("annotations.jsonld", empty), evidence)
    here = [one for one in every if one[0] in files]  # of a file that is not, it was told above, or is told below
    for name, before, exact, after in here:
        text, words = words_of(files[name].decode("utf-8-sig"), name == f"{case}/article.md"), before + exact + after
        first = text.find(words)
        if first < 0 or text.find(words, first + 1) >= 0:
            told.append(f"{name}: “{exact}” {'is not in it' if first < 0 else 'is in it more than once'}")
    seen = [f"{len(files)} files hashed, {seals} seals, {lines} lines of the log, {len(here)} quotations looked for"]
    seen += [f"{len(every) - len(here)} quotations not looked for: their texts are not here"] if every != here else []
    seen += [f"{one['path']}: {one['how']}: {one['why']} (sha256 {one['sha256']})" for one in left_out.values()]
    return told, [*seen, f"manifest.json: sha256 {manifest['sha256']}"]


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        differs, notes = verified(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
    except Exception as error:
        print(ORDERS.sub("?", f"this cannot be read as a bundle: {error}"))
        sys.exit(2)
    print(ORDERS.sub("?", "\n".join([*differs, *notes, f"{len(differs)} differ" if differs else "all as it was"])))
    sys.exit(1 if differs else 0)
