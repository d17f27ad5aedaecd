"""What a visitor of a web page can read: all of its words, or those that make up its main text."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

for _name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):  # what they remark on is for who asks
    logging.getLogger(_name).addHandler(logging.NullHandler())
MOST_OF_PAGE = 10_000_000  # characters
_MOST_FOR_MAIN = 3_000_000  # characters; beyond this or that, telling the main text apart takes too long
_MOST_ELEMENTS = 20_000
_MOST_READ = 500_000  # elements
_DEEPEST = 250  # the parser reads nothing below its 256th level
_A_GOOD_PART = 0.3  # of a page's words; where the main text has less, nobody can tell what is the main thing
_NEARLY_ALL = 0.97  # where it has more, nothing is gained, and all words in their own lines read better
_NEVER_SEEN = (
    "script style template noscript head title meta link object iframe embed datalist select option audio video "
    "canvas desc defs metadata annotation annotation-xml rp"
)
_BLOCKS = (
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table caption tbody thead "
    "tfoot tr ul"
)
_UNSEEN, _BREAKS = set(_NEVER_SEEN.split()), set(_BLOCKS.split())
_CELLS = ("td", "th")
_MAY_HIDE = "//template | //noscript | //dialog | //*[@hidden] | //*[@style]"
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The last day is fixed, since otherwise it is today's, and the same page would be read another way tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31", "outputformat": "%Y-%m-%d"}


@dataclass(frozen=True)
class Page:
    """A web page's main text, and what it states of itself; `remarks` on what could not be read."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    remarks: tuple[str, ...] = ()


def main_text(html: str) -> Page:
    """The main text of a page with its heading, as trafilatura finds it, favouring recall.

    Where it finds nothing, too little of what is there (a list, a form) or nearly all of it, and where a page is very
    large, all that a visitor can read is the text. Elements that are hidden by their own attributes are taken out
    beforehand; those that a style sheet hides cannot be told. Nothing is fetched. Source: Barbaresi (2021),
    Trafilatura, ACL system demonstrations.
    """
    tree, remarks = _tree(html)
    if tree is None:
        return Page("", remarks=(*remarks, "it holds no HTML that can be read"))
    everything, elements, depth = _read(tree)
    if elements > _MOST_READ:
        remarks.append(f"it has more than {_MOST_READ:,} elements: what comes after is not read")
    if depth > _DEEPEST:
        remarks.append(f"its elements are nested more than {_DEEPEST} deep: what stands deeper is not read")
    headings = [_read(heading)[0].strip() for heading in list(tree.iter("h1"))[:3]]
    found = None
    if elements <= _MOST_ELEMENTS and len(html) <= _MOST_FOR_MAIN:
        found = _by_trafilatura(tree)
        if found is None:
            remarks.append("its main text could not be told from the rest: all that is on the page is its text")
    else:
        remarks.append("it is too large for its main text to be told from the rest: all that is on it is its text")
    text = str(found.text or "") if found is not None else ""
    part = len(text.split()) / max(1, len(everything.split()))
    if not _A_GOOD_PART <= part <= _NEARLY_ALL:
        text = everything
    flat = " ".join(text.split())
    for heading in reversed(headings):  # trafilatura leaves it out, and it is what is altered first
        if heading and " ".join(heading.split()) not in flat:
            text = f"{heading}\n{text}"
    stated = [str(getattr(found, name, "") or "") for name in ("title", "sitename", "date")]
    title = stated[0] or next((" ".join(one.text_content().split()) for one in tree.iter("title")), "")
    return Page(text, title, stated[1], stated[2] if _DAY.fullmatch(stated[2]) else "", tuple(remarks))


def all_words(html: str) -> str:
    """All that a visitor of a page can read, in the order of its source: a line a block, cells apart by a tab."""
    tree, _ = _tree(html)
    return "" if tree is None else _read(tree)[0]


def _tree(html: str) -> tuple[Any, list[str]]:
    from trafilatura import load_html

    remarks = []
    if len(html) > MOST_OF_PAGE:
        remarks.append(f"it is longer than {MOST_OF_PAGE:,} characters: what comes after is not read")
        html = html[:MOST_OF_PAGE]
    try:
        tree = load_html(html)
        if tree is None:  # a piece of a page
            tree = load_html(f"<html><body><div></div>{html}</body></html>")
    except Exception:  # hostile markup fails anywhere in the parser, in any way
        return None, remarks
    if tree is None:
        return None, remarks
    for element in tree.xpath(_MAY_HIDE):
        if element.getparent() is not None and _hidden(element):
            element.drop_tree()
    return tree, remarks


def _by_trafilatura(tree: Any) -> Any:
    """What trafilatura makes of a page; None where it makes nothing of it."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            deepcopy(tree), favor_recall=True, include_comments=False, include_tables=True, with_metadata=True,
            date_extraction_params=dict(_DATES),
        )  # fmt: skip
    except Exception:  # a page that breaks it, in whatever way, is read without it
        return None


def _hidden(element: Any) -> bool:
    if element.tag in ("template", "noscript"):
        return True
    if element.tag in ("html", "body"):  # hidden till a script shows it, as every visitor then sees it
        return False
    if element.get("hidden") not in (None, "until-found") or (element.tag == "dialog" and element.get("open") is None):
        return True
    return bool(_HIDING.search((element.get("style") or "")[:2000]))


def _read(root: Any) -> tuple[str, int, int]:
    """The words below an element, a line a block; how many elements there are; and how deep they are nested."""
    pieces: list[str] = []
    elements, deepest = 0, 0
    waiting: list[tuple[Any, int]] = [(root, 1)]  # no recursion: a page decides how deep it is
    while waiting:
        here, depth = waiting.pop()
        if isinstance(here, str):
            pieces.append(here)
            continue
        elements, deepest = elements + 1, max(deepest, depth)
        if elements > _MOST_READ:
            break
        after = _SPACES.sub(" ", here.tail or "") if here is not root else ""
        if not isinstance(here.tag, str) or (here.tag in _UNSEEN and here is not root):
            pieces.append(after)
            continue
        around = "\n" if here.tag in _BREAKS else "\t" if here.tag in _CELLS else ""
        pieces.append(around + (here.text or "" if here.tag == "pre" else _SPACES.sub(" ", here.text or "")))
        waiting.append((around + after, 0))
        waiting += [(child, depth + 1) for child in reversed(here)]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line), elements, deepest
