"""Articles to screen, made here: synthetic ones of news length, and hostile inputs of which each must be one failure.

The synthetic ones are put together from sentences with slots, names and figures from seeded lists. They are news in
their length and in what is in them (dates, amounts, quotations, voices, here and there a sum that is wrong), in
nothing else.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST = "Rosa Henry Lena Oskar Mina Felix Clara Jonas Edda Viktor Alma Simon Nora Hugo Greta Paul Ines Karl Ruth Emil".split()  # noqa: SIM905
LAST = (
    "Brandel Osterley Quist Marrow Haldane Penrose Tilling Voss Arkwright Lunde Sorrel Whitby Castell Dunmore".split()  # noqa: SIM905
)
PLACES = "Larkby Northam Ellerfield Stonewick Harrowgate Millbrook Tarnside Westerby Calder Oakmere".split()  # noqa: SIM905
ROLES = [
    "the mayor",
    "a spokeswoman for the council",
    "the head of the water board",
    "a harbour official",
    "the treasurer",
]
THINGS = ["bridge", "school", "library", "harbour wall", "tram line", "water main", "clinic", "market hall"]
SENTENCES = [
    "The council of {place} voted on {day} to spend ${money} million on the {thing}, up from ${less} million a year earlier.",
    "“We have waited {few} years for the {thing}, and nobody here will wait for another winter,” said {name}, {role}.",
    "{name}, who was elected in {year}, told reporters on {weekday} that the {thing} would be closed for {few} weeks.",
    "Of {many} people who answered, {share} percent were in favour and the rest were against or had no opinion.",
    "The work began on {day} and is expected to take about {few} months, according to a report seen by this newspaper.",
    "More than {many} residents of {place} and {other} signed a letter against the plan, which was published in {month}.",
    "An official who was not authorised to speak publicly said that the figures had been changed at least twice.",
    "“It is not a question of money alone,” {last} said. “It is a question of who is asked, and who is told.”",
    "The {thing} in {place} was built in {year} and has not been repaired since the flood {few} years later.",
    "Last year the town took in ${money} million from fees, a rise of {share} percent, while costs went up as well.",
    "Critics pointed out that {other} had paid less than half as much for a {thing} of about the same size.",
    "There was no comment from the ministry by {weekday} evening, although it had been asked for one several times.",
    "The board has {few} members, of whom {less} voted for the proposal, {few} against it and one did not vote at all.",
    "{name}, a lawyer who speaks for the owners, said that her clients would go to court if the plan went ahead.",
    "Between {year} and last summer the number of passengers fell from {many} to {less},000, the report says.",
    "In a statement the company said that it had “followed every rule that applied at the time” and regretted the delay.",
]
WRONG = "The town has {a} schools, {b} of them new and {c} of them old, which makes {sum} in all, {name} said."
SPECIAL = (
    "Une école, des élèves et leurs parents attendent depuis des années que la mairie de la ville leur réponde enfin, "
)


def articles(count: int, words: int = 500) -> Iterator[dict[str, str]]:
    """So many articles of about so many words, each as a line of JSON has it. The same every time."""
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - it has to be repeatable, not secret
        day = date(2031, 1, 1) + timedelta(days=chance.randrange(2000))
        text, length = [], 0
        while length < words:
            paragraph = " ".join(_sentence(chance, day) for _ in range(chance.randint(2, 4)))
            text.append(paragraph)
            length += paragraph.count(" ") + 1
        place, thing = chance.choice(PLACES), chance.choice(THINGS)
        yield {
            "title": f"{place} votes on its {thing} again ({number})",
            "published": str(day),
            "text": "\n\n".join(text),
        }


def _sentence(chance: random.Random, day: date) -> str:
    a, b, c = chance.randint(4, 40), chance.randint(2, 20), chance.randint(2, 20)
    then = day - timedelta(days=chance.randint(1, 300))
    last = chance.choice(LAST)
    mould = WRONG if chance.random() < 0.02 else chance.choice(SENTENCES)
    return mould.format(
        a=a, b=b, c=c, sum=b + c + chance.choice((0, 1)), name=f"{chance.choice(FIRST)} {last}", last=last,
        role=chance.choice(ROLES), place=chance.choice(PLACES), other=chance.choice(PLACES), thing=chance.choice(THINGS),
        day=f"{then:%B} {then.day}", month=f"{then:%B}", weekday=f"{then:%A}", year=chance.randint(1950, 2028),
        few=chance.randint(2, 12), less=chance.randint(2, 60), many=f"{chance.randint(1, 90)},{chance.randint(100, 999)}",
        money=f"{chance.randint(2, 90)}.{chance.randint(1, 9)}", share=chance.randint(3, 80),
    )  # fmt: skip


def as_lines(found: Iterator[dict[str, str]], file: Path) -> Path:
    """Writes articles as lines of JSON."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in found)
    return file


def hostile(folder: Path, count: int) -> int:
    """Writes so many hostile inputs into a folder, a file each, of every kind in turn; each must be one failure."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name, make = KINDS[number % len(KINDS)]
        path = folder / f"{number:03}-{name}"
        made = make(random.Random(number))  # noqa: S311
        if name == "link.txt":
            path.symlink_to("/dev/zero")
        elif name == "pipe.txt":
            os.mkfifo(path)
        else:
            path.write_bytes(made)
    return count


def _line(value: object) -> bytes:
    return json.dumps(value).encode()


def _bomb(size: int) -> bytes:
    return gzip.compress(b"\0" * size, compresslevel=9, mtime=0)


def _zip(chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 5_000_000)
    return out.getvalue()


def _warc(http: bytes, declared: int | None = None, uri: str = "https://example.org/") -> bytes:
    named = f"WARC-Target-URI: {uri}\r\n" if uri else ""
    head = f"WARC/1.1\r\nWARC-Type: response\r\n{named}Content-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {declared or len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
KINDS: list[tuple[str, Callable[[random.Random], bytes]]] = [
    ("noise.txt", lambda chance: chance.randbytes(20_000)),
    ("picture.jpg", lambda chance: b"\x89PNG\r\n\x1a\n" + chance.randbytes(5_000)),
    ("zeros.txt", lambda chance: b"The council \0 voted on Monday. " * 50),
    ("utf-8.jsonl", lambda chance: b'{"text": "The council voted \xc3\x28 on Monday \xff\xfe."}'),
    ("utf-8.csv", lambda chance: b"title,text\nA vote,The council voted \xc3\x28 on Monday\n"),
    ("line.jsonl", lambda chance: b'{"text": "' + b"a " * (2_000_000 + 50_000 * (chance.random() < 0.5)) + b'"}'),
    ("unpacks.txt", lambda chance: _bomb(50_000_000)),
    ("unpacks.warc.gz", lambda chance: _bomb(50_000_000)),
    ("page.warc", lambda chance: _warc(_OK + b"Content-Encoding: gzip\r\n\r\n" + _bomb(50_000_000))),
    ("cut.warc", lambda chance: _warc(_OK + b"\r\n<html><body><p>The council", declared=5_000)),
    ("nowhere.warc", lambda chance: b"WARC/1.1\r\n" + b"X-Odd: " + b"x" * 1_000_000),
    ("noise.warc.gz", lambda chance: gzip.compress(chance.randbytes(5_000), mtime=0)[:-2_000]),
    ("nested.jsonl", lambda chance: b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    ("nested.txt", lambda chance: b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
    ("nested.html", lambda chance: b"<html><body>" + b"<div>" * 50_000),
    (
        "entities.html",
        lambda chance: b'<!DOCTYPE html [<!ENTITY a "' + b"&b;" * 99 + b'">]><html><body>&a;</body></html>',
    ),
    ("list.jsonl", lambda chance: _line([1, 2, 3])),
    ("words.jsonl", lambda chance: _line({"title": "No words"})),
    ("number.jsonl", lambda chance: b'{"text": ' + b"9" * 10_000 + b"}"),
    ("half.jsonl", lambda chance: b'{"text": "The council \\ud800 voted on the plan for the bridge on Monday."}'),
    ("nul.jsonl", lambda chance: _line({"text": "The council \0 voted on Monday."})),
    ("long.txt", lambda chance: b"The council voted on Monday. " * 10_000),
    ("empty.txt", lambda chance: b""),
    ("blank.md", lambda chance: b" \n\n\t\n" * 100),
    ("marks.txt", lambda chance: b"*** --- !!! ...\n" * 200),
    ("french.txt", lambda chance: (SPECIAL * 20).encode()),
    ("open.csv", lambda chance: b'text\n"The council voted on Monday and the rest never comes'),
    ("fields.csv", lambda chance: b"title,text\nOne,two,three,four\n"),
    ("columns.csv", lambda chance: b"name,age\nHenry,12\n"),
    ("cut.pdf", lambda chance: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n" + chance.randbytes(500)),
    ("office.docx", _zip),
    ("link.txt", lambda chance: b""),
    ("pipe.txt", lambda chance: b""),
    ("line\nbreak.txt", lambda chance: b"\x7fELF" + chance.randbytes(100)),
    ("data.json", lambda chance: _line({"text": "The council voted on Monday."})),
    ("hidden.list", lambda chance: b"/dev/zero\n"),
]
