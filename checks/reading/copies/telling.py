"""What a text says, as words that survive a rewriting: its names and numbers in order, and stems of its other words.

Machines and rewriters replace verbs and turn sentences round, but keep who, how many, where and when, and mostly the
order of these. Words inside quotation marks are left out: what somebody said in public stands in every report of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from checks.reading.telling_words import words as listed

MOST = 500_000  # characters; of a longer text the beginning is compared: no story is as long
BLANK = re.compile(r"\n[^\S\n]*\n")  # between two paragraphs
MOSTLY_QUOTED = 0.3  # of the characters: if no more stand outside quotation marks, these are the text
_QUOTED = re.compile(  # an open double mark quotes to the end of its paragraph; a single one may be an apostrophe
    r"\"[^\"\n]{1,2000}(?:\"|\n|$)"
    r"|(?<!\w)'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){10,1000}(?<=[\w.,!?])'(?!\w)"
)
_ALIKE = str.maketrans({**dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), "\u00ad": None})
_WORD = re.compile(  # and before it, where a sentence begins with it, the mark that shows it
    r"(?:([.!?:\"\n—–*#>])[ \t(]*)?([^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:[.,]\d+)*)"
)
_ASCII_WORD = re.compile(  # the same, sooner
    r"(?:([.!?:\"\n*#>])[ \t(]*)?([A-Za-z]+(?:'[A-Za-z]+)?|[0-9]+(?:[.,][0-9]+)*)"
)
_NOTHING_SAID = listed(
    "a an the of to in on at by for from with and or but nor so as if than then that this these those it its he "
    "they him his her hers them their theirs we us our you your i me my who whom whose which what when where while "
    "why how there here is are was were be been being am has have had having do does did done not no never will would "
    "shall should can could may might must also after before about over under into out up down off again more "
    "most some any all each other such only own same both very just still even now per via amid among between "
    "during through against "
    "until since because although though however said say says told tell tells told added adds according asked mr mrs "
    "ms dr don't didn't won't can't it's he's she's"
)
_NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_ENDINGS = (  # longest first where one ends another
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "er", "ors", "or", "est",
    "es", "ed", "ly", "al", "s",
)  # fmt: skip
_LEAST_STEM = 4


@dataclass(frozen=True)
class Telling:
    """The telling words of a text.

    `words` are their stems, in the order of the text and with repetitions; the `anchors` are names and numbers.
    """

    words: tuple[str, ...]
    places: tuple[int, ...]  # of the anchors among the words
    ends: tuple[int, ...]  # of the paragraphs among the words

    @property
    def anchors(self) -> tuple[str, ...]:
        """The stems of names and numbers."""
        return tuple(self.words[at] for at in self.places)

    def part(self, start: int, end: int) -> Telling:
        """A stretch of it, from one word up to another, end exclusive."""
        places, ends = (tuple(at - start for at in some if start <= at < end) for some in (self.places, self.ends))
        return Telling(self.words[start:end], places, ends)


@lru_cache(maxsize=4096)
def telling(text: str) -> Telling:
    """What are the telling words of a text, in order? Numbers as digits, other words as stems, quotations left out.

    A word is a name where it has a capital that no beginning of a sentence gives it; at a beginning, where it is a name
    elsewhere in the text. Nothing is raised: a text without words has none.
    """
    found, ends = list[str](), list[int]()  # the stems, and how many there are after each paragraph
    places, perhaps, names = list[int](), list[int](), set[str]()
    text = unquoted(text)[:MOST]
    words = _ASCII_WORD if text.isascii() else _WORD
    for part in BLANK.split(text):
        for begins, word in words.findall("\n" + part):
            root, kind = _read(word)
            if not root:
                continue
            if kind == "name" and begins:
                perhaps.append(len(found))
            elif kind != "word":
                places.append(len(found))
                if kind == "name":
                    names.add(root)
            found.append(root)
        ends.append(len(found))
    places += (at for at in perhaps if found[at] in names)
    return Telling(tuple(found), tuple(sorted(places)), tuple(ends))


def unquoted(text: str) -> str:
    """A text without what stands between quotation marks, its marks and letters of one form; paragraphs stay.

    A text that is little else but quotation, such as an interview, is left whole.
    """
    text = text.replace("`", "'") if text.isascii() else unicodedata.normalize("NFC", text.translate(_ALIKE))
    if '"' not in text and "'" not in text:
        return text
    rest = _QUOTED.sub(lambda found: "\n" if found[0].endswith("\n") else '"', text)
    return rest if len(rest) > MOSTLY_QUOTED * len(text) else text


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in lower case without its ending, by rule alone: closes, closed and closing are one; no meaning is known.

    Source of the idea: Lovins, J. B., Development of a stemming algorithm, 1968.
    """
    word = word.removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _LEAST_STEM and word[-1] in "ey":
        word = word[:-1]
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word


@lru_cache(maxsize=65_536)
def _read(word: str) -> tuple[str, str]:
    """The stem of a word as it is printed, and its kind; no stem for words that tell nothing."""
    lower = word.lower()
    if word[0].isdigit():
        return word.replace(",", ""), "number"
    if lower in _NUMBERS:
        return _NUMBERS[lower], "number"
    if lower in _NOTHING_SAID or len(word) == 1:
        return "", "word"
    return stem(lower), "name" if word[0].isupper() else "word"
