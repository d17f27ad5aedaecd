"""What an article says of where it is from: an agency in its first line, the paper that had it first, a source named.

Only the article's own words count, and only for what they say: a declared origin may be wrong, and a copy may declare
none. Source of the forms: the credit lines that agencies ask their subscribers to print, and papers' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.reading.intake.furniture import AGENCY
from checks.reading.telling_words import words as listed

MOST = 100_000  # characters; of a longer text the beginning is read
_HEAD, _LINE = 3, 160  # paragraphs in which a credit may stand above the story; characters of a line of credit alone
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")
_SPACES = re.compile(r"\s+")
# A name: words with capitals, and the small words that join them; bounded, so that no text makes it slow.
_NAME = (
    r"(?:the )?(?P<name>(?:(?:The|THE) )?[A-Z][\w'’&.-]{0,40}"
    r"(?: (?:of|and|for|the|de|la|&|on) [A-Z][\w'’&.-]{0,40}| [A-Z0-9&][\w'’&.-]{0,40}){0,6})"
)
_PIECE = r"(?:article|story|report|piece|post|item|dispatch|content|investigation|interview|column|text)"
_SHOWN = r"(?:published|appeared|reported|printed|posted|ran|run|aired|broadcast|released|carried|distributed|told)"
_BY = r"(?:by|in|on|at|with|from|through|via)"
_DATELINE = (
    r"(?:[A-Z][\w.'’-]{1,30}(?:,? [A-Z][\w.'’-]{0,30}){0,5}"
    r"(?:,? \d{1,2}(?: [A-Z][a-z]+)?)?,? {0,2}[-–—]? {0,2})?"
)
_AGENCY = rf"(?P<name>(?:{AGENCY.pattern}))"
_FORMS: tuple[tuple[str, str], ...] = (
    ("first", rf"\b(?i:first|originally|previously|initially) {_SHOWN} (?:[a-z]+ ){{0,3}}?{_BY} {_NAME}"),
    ("first", rf"\b(?i:{_SHOWN}) (?:first|originally) {_BY} {_NAME}"),
    ("first", rf"{_NAME}(?:,? which)? (?:was the first to|first) "
              r"(?:report|reported|publish|published|disclose|disclosed|reveal|revealed|broke)\b"),
    ("first", rf"\b(?i:news) (?:was|were) first (?:broken|reported) by {_NAME}"),
    ("again", rf"\b(?i:re-?published|re-?printed|reproduced|re-?posted|syndicated|excerpted|adapted|translated|"
              rf"condensed|abridged|rewritten|taken|copied)(?: here)?(?: (?:with|by) (?:the )?(?:kind )?permission)?"
              rf" (?:of|from|by|courtesy of|via) {_NAME}"),
    ("again", rf"\b(?i:by courtesy of|by arrangement with|courtesy of) {_NAME}"),
    ("again", rf"\b(?:[Tt]his|[Tt]he) {_PIECE} (?:is|was|comes|came) "
              rf"(?:from|taken from|provided by|supplied by|produced by|based on) {_NAME}"),
    ("again", rf"\b(?i:based on|summari[sz]ed from|according to) (?:a|an|the) (?:\w+ ){{0,2}}{_PIECE} "
              rf"(?:(?:first )?(?:published|printed|carried) )?(?:by|in|from|on) {_NAME}"),
    ("parts", rf"\b(?i:with) (?:additional )?(?:reporting|material|files|information|contributions?) "
              rf"(?:from|by) {_NAME}"),
)  # fmt: skip
_SAID = tuple((kind, re.compile(rf"(?:{form})")) for kind, form in _FORMS)
_BRACKETED = re.compile(rf"{_DATELINE}\((?:{_NAME})\) {{0,2}}(?:[-–—:]|\.\.\.|…)")
_DASHED = re.compile(rf"{_DATELINE}\(?{_AGENCY}\)? {{0,2}}[-–—:] ")
_CREDIT = re.compile(
    r"\W{0,4}(?:(?:Source|Via|Credit|Origin|From|Text|Story|Report|Agency)s?(?: from| by)? ?:|[Vv]ia|From|FROM)"
    rf" {{1,3}}{_NAME}\W{{0,4}}"
)
_AGENCY_LINE = re.compile(rf"\W{{0,4}}(?:[Bb][Yy] )?{_AGENCY}\W{{0,4}}")
_AGENCIES = re.compile(
    r"\b(?:compiled|drawn|put together|assembled|written) (?:from|by|with) (?:\w+ ){0,3}?"
    r"(?:agenc(?:y|ies)|wires?|news services?)(?: (?:reports?|copy|dispatches|services?|staff))?"
    r"|\bfrom (?:our )?(?:wire|news agency|agency) (?:services?|reports?|dispatches)"
    r"|^\W{0,4}(?:[Bb]y )?(?:(?:[Oo]ur )?[Ss]taff(?: [Rr]eporters?)?,? (?:and|with) )?"
    r"(?:(?:[Nn]ews )?[Aa]gencies|[Ww]ire [Rr]eports)\W{0,4}$"
)
_NO_NAMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december he she it they we i you this that these those his her its their twitter "
    "facebook instagram x youtube telegram staff file photo updated"
)
_OF_A_PIECE = re.compile(rf"(?i:based on|summari[sz]ed from|according to) (?:an?|the) (?:\w+ ){{0,2}}{_PIECE}\b")
_NEAR = 40  # characters before the words in which their subject stands
_OF_ITSELF = re.compile(
    rf"\b(?:[Tt]his|[Tt]he (?:above|original|full)) {_PIECE}\b|\b[Tt]he {_PIECE} (?:was|is|first)\b"
)
# What a publisher's name has in it.
_PAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Gazette|Chronicle|Tribune|Journal|Guardian|Mail|Express|Telegraph|Courier|Press|"
    r"Agency|Wire|Observer|Echo|Star|Sun|Globe|Examiner|Sentinel|Record|Bulletin|Daily|Weekly|Review|Magazine|Radio|TV|"
    r"Television|Broadcasting|Broadcaster|Service|Network|Dispatch|Register|Standard|Independent|Argus|Mirror|Inquirer|"
    r"Enquirer|Voice|Reporter|Monitor|World|Today|Online|Media|Advertiser|Leader|Digest|Ledger|Messenger|Pilot|Citizen|"
    r"Evening|Morning|Sunday|Spectator|Economist|Nature|Science|Lancet)\b|\.[a-z]{2,4}$|\b[A-Z]{2,5}\b"
    rf"|^(?:{AGENCY.pattern})$"
)
_RANK = {"first": 0, "again": 1, "line": 2, "agencies": 3, "parts": 4}


@dataclass(frozen=True)
class Declared:
    """An origin that an article declares: the name, and the words that say so."""

    name: str
    words: str


def declared(text: str) -> tuple[Declared, ...]:
    """Which origins does an article declare of itself? The plainest first: who had it first, from whom it is taken, a
    credit line, "agency reports" where no name is given, who helped with it. None where it declares none.

    Quotations are not searched: what a speaker says of a report is not what the article says of itself.
    """
    found: list[tuple[int, int, str, str]] = []
    for at, paragraph in enumerate(_paragraphs(text)):
        for kind, name, words in _of(paragraph, at < _HEAD):
            name = _tidy(name)
            if name and name.split()[0].casefold() not in _NO_NAMES:
                found.append((_RANK[kind], len(found), name, words.strip(" -–—:.,;")))
    seen: dict[str, Declared] = {}
    for _, _, name, words in sorted(found):
        seen.setdefault(name.casefold().removeprefix("the "), Declared(name, words))
    return tuple(seen.values())


def _of(paragraph: str, early: bool) -> Iterator[tuple[str, str, str]]:
    if len(paragraph) <= _LINE:
        line = _CREDIT.fullmatch(paragraph) or (_AGENCY_LINE.fullmatch(paragraph) if early else None)
        if line:
            yield "line", line["name"], paragraph
    if early:
        top = _BRACKETED.match(paragraph) or _DASHED.match(paragraph)
        if top:
            yield "line", top["name"], top[0]
    unsaid = re.sub(r"[\"“][^\"“”]{1,2000}[\"”]", lambda found: '"' + " " * (len(found[0]) - 2) + '"', paragraph)
    for kind, form in _SAID:
        for said in form.finditer(unsaid):
            # “first appeared in London” and “taken by the army” say nothing of an article, unless it is their subject.
            near = unsaid[max(0, said.start() - _NEAR) : said.end()]
            if _PAPER.search(said["name"]) or _OF_ITSELF.search(near) or _OF_A_PIECE.match(said[0]):
                yield kind, said["name"], said[0]
    agencies = _AGENCIES.search(unsaid)
    if agencies:
        yield "agencies", "agency reports", agencies[0]


def _paragraphs(text: str) -> Iterator[str]:
    for line in text[:MOST].split("\n"):
        line = _SPACES.sub(" ", _CONTROLS.sub(" ", line)).strip()
        if line:
            yield line


def _tidy(words: str) -> str:
    return words.strip(" -–—:.,;()[]*_|").removesuffix("'s").removesuffix("’s")
