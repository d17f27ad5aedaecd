"""What newspapers put around a number: "more than", "or so", "rose by", "a drop of"."""

from __future__ import annotations

from typing import Literal

from checks.case.amount import Bound
from checks.reading.figures.numbers import HYPHENS, Tokens
from checks.reading.figures.units import MONEY

Change = Literal["", "up", "down"]

_BEFORE_FORMS: tuple[tuple[Bound, str], ...] = (
    ("", "exactly, precisely, a total of, an average of"),
    (
        "about",
        "about, around, approximately, approx, roughly, some, nearly, almost, circa, c, close to, an estimated, "
        "estimated, nearing, approaching, barely, as high as roughly, as many as about, up to around, "
        "up to about, ~, ≈, "
        "just about, somewhere around, in the region of, on the order of, more or less, virtually, not quite",
    ),
    (
        "more than",
        "more than, over, above, greater than, higher than, upwards of, upward of, in excess of, north of, "
        "just over, well over, slightly more than, slightly over, a little over, a little more than, "
        "just more than, well above, far more than, longer than, larger than, bigger than, exceeding, just above, "
        ">, way over, older than",
    ),
    (
        "less than",
        "less than, fewer than, under, below, lower than, just under, just below, slightly less than, "
        "slightly under, a little under, a little less than, well under, well below, smaller than, "
        "shorter than, <, far fewer than, far less than, just short of, younger than",
    ),
    (
        "at least",
        "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum, as few as, "
        "as little as, as low as, ≥, at the very least",
    ),
    (
        "at most",
        "at most, up to, no more than, not more than, a maximum of, maximum, as many as, as much as, as high as, "
        "within, ≤, as long as, no longer than",
    ),
)
_BEFORE: dict[tuple[str, ...], Bound] = {
    tuple(words.split()): bound for bound, forms in _BEFORE_FORMS for words in forms.split(", ")
}
# After these, "over" says what it is about, and not how much: "presided over two hearings".
_OVER_WHAT = {
    "presided", "preside", "presides", "presiding", "argue", "argued", "arguing", "dispute", "disputed", "fight",
    "fighting", "fought", "clash", "clashed", "clashes", "row", "debate", "debated", "victory", "victories", "win",
    "wins", "triumph", "lead", "advantage", "control", "concern", "concerns", "worried", "worries", "hand",
    "handed", "rule", "ruled", "reign", "sued", "anger", "outrage", "protest", "protests", "protested", "ran",
    "flew", "flown", "flying", "talks", "charged", "arrested", "questioned", "trial", "war", "battle", "feud",
    "feuding", "uproar", "hang", "hangs", "towers", "towered", "watched", "watch", "glossed", "mulled",
}  # fmt: skip
_LONGEST = max(map(len, _BEFORE))
_LAST = {words[-1] for words in _BEFORE}
# These may stand between a bound and its number: "at least another 30".
_FILLERS = {"another", "additional", "further", "extra", "combined", "record"}
_AFTER_FORMS: tuple[tuple[Bound, str], ...] = (
    ("about", "or so, odd"),
    (
        "at least",
        "or more, or over, or older, and over, and older, or above, and above, or higher, and up, or longer, plus",
    ),
    ("at most", "or less, or fewer, or under, and under, or younger, or lower, or below, and below"),
)
_AFTER: dict[tuple[str, ...], Bound] = {
    tuple(words.split()): bound for bound, forms in _AFTER_FORMS for words in forms.split(", ")
}
# "over two years" is more than two years only beside these; else it is in the course of them.
_OVER_AFTER = {"ago", "old", "later", "earlier", "after", "since", "before"}
_OVER_BEFORE = {
    "for", "just", "well", "took", "lasted", "after", "is", "was", "of", "in", "than", "spent", "to", "by", "with",
}  # fmt: skip

_UP = {
    "rise", "rises", "rose", "risen", "rising", "increase", "increases", "increased", "increasing", "grow", "grows",
    "grew", "grown", "growing", "up", "climb", "climbs", "climbed", "climbing", "jump", "jumps", "jumped",
    "jumping", "surge", "surges", "surged", "surging", "soar", "soars", "soared", "soaring", "gain", "gains",
    "gained", "gaining", "advance", "advances", "advanced", "advancing", "add", "adds", "added", "adding", "rally",
    "rallied", "leap", "leapt", "leaped", "spiked", "rocketed", "swelled", "expand", "expanded", "raise", "raises",
    "raised", "raising", "strengthened", "rebounded", "boost", "boosted", "upped", "accelerated", "appreciated",
    "hike", "hiked", "growth", "lifted",
}  # fmt: skip
_DOWN = {
    "fall", "falls", "fell", "fallen", "falling", "decrease", "decreases", "decreased", "decreasing", "drop",
    "drops", "dropped", "dropping", "decline", "declines", "declined", "declining", "down", "slip", "slips",
    "slipped", "slipping", "slide", "slides", "slid", "sliding", "tumble", "tumbles", "tumbled", "tumbling",
    "plunge", "plunges", "plunged", "plunging", "sank", "sink", "sunk", "sinking", "shrink", "shrinks", "shrank",
    "shrunk", "shrinking", "cut", "cuts", "cutting", "slash", "slashed", "reduce", "reduces", "reduced", "reducing",
    "reduction", "lose", "loses", "lost", "losing", "shed", "sheds", "shedding", "dip", "dips", "dipped", "dipping",
    "plummet", "plummeted", "contracted", "lowered", "crashed", "weakened", "eased", "slumped", "slump",
    "depreciated", "dived", "narrowed", "loss",
}  # fmt: skip
# These tell a change only of shares and prices ("gained 3 percent"): one gains three seats and falls 40 feet too.
_LOOSE = {
    "gain", "gains", "gained", "gaining", "add", "adds", "added", "adding", "lose", "loses", "lost", "losing",
    "shed", "sheds", "shedding", "climb", "climbs", "climbed", "climbing", "jump", "jumps", "jumped", "leap",
    "leapt", "leaped", "cut", "cuts", "cutting", "advance", "advanced", "raise", "raises", "raised", "raising",
    "loss", "dived", "slid", "down", "up", "higher", "lower", "drop", "dropped", "fall", "sank", "lifted", "expand",
    "hike", "boost", "crashed", "rally", "slash", "slashed", "fell",
}  # fmt: skip
_SHARES = {
    "percent", "percentage point", "basis point", "point", "penny", "cent", "sen", "times", "degree",
    "degree Celsius", "degree Fahrenheit",
}  # fmt: skip
_LOSE = {"lose", "loses", "lost", "losing"}  # one loses by three goals
# With a sum: "fell $3", but not "raised $3".
_OF_MONEY = {"fell", "slid", "up", "down", "climbed", "sank", "jumped"}
# Only a noun of change goes with "of": "a drop of 3 percent".
_NOUNS = {
    "rise", "increase", "gain", "growth", "drop", "fall", "decline", "decrease", "reduction", "cut", "loss",
    "surge", "jump", "dip", "slump", "plunge", "hike",
}  # fmt: skip
_AFTER_SHARE: dict[str, Change] = {
    "higher": "up", "more": "up", "increase": "up", "rise": "up", "jump": "up", "gain": "up", "growth": "up",
    "surge": "up", "hike": "up", "up": "up", "lower": "down", "less": "down", "fewer": "down", "decrease": "down",
    "drop": "down", "decline": "down", "fall": "down", "cut": "down", "reduction": "down", "plunge": "down",
    "slump": "down", "slide": "down", "dip": "down", "down": "down",
}  # fmt: skip
# Verbs that tell a change without its direction: "went from 4 to 6".
_CHANGED = {"changed", "change", "moved", "went", "go", "gone", "revised", "changing", "goes", "going"}
# With these, "up" and "down" tell no change: "make up 80 percent", "pay down".
_UP_TO_NOTHING = {
    "make", "makes", "made", "making", "end", "ended", "ends", "wind", "wound", "sign", "signed", "set", "pay",
    "paid", "give", "gives", "gave", "given", "giving", "take", "takes", "took", "taken", "taking", "used", "uses",
}  # fmt: skip
# What may stand between the verb and the number, beside adverbs.
_PASSED = {"by", "just", "only", "another", "further", "a", "of", "as", "much", "even", "an", "back", "about", "some"}


def bound_before(toks: Tokens, first: int) -> tuple[int, Bound]:
    """The token where the bound before token `first` begins, and the bound; fillers ("another") are passed over."""
    at, low = first, toks.at(first - 1).low
    if toks.at(first - 2).text in HYPHENS and toks.joined(first - 1):
        return first, ""  # a 3-under 69
    if low in _FILLERS:
        at -= 2 if toks.at(first - 2).low in ("a", "an") else 1
        low = toks.at(at - 1).low
    if low in _LAST:
        for length in range(min(_LONGEST, at), 0, -1):
            words = tuple(token.low for token in toks[at - length : at])
            if words in _BEFORE and not (words == ("over",) and toks.at(at - 2).low in _OVER_WHAT):
                return at - length, _BEFORE[words]
    if low == "." and toks.at(at - 2).low in ("c", "approx") and toks.joined(at - 1):
        return at - 2, "about"
    return first, ""


def bound_after(toks: Tokens, last: int) -> tuple[int, Bound] | None:
    """The token after the bound that follows at `last`, and the bound: `or more`, `-plus`, `-odd`, `+`."""
    if toks.at(last).text == "+" and toks.joined(last):
        return last + 1, "at least"
    joined = toks.at(last).text in HYPHENS and toks.joined(last)
    at = last + joined
    for words in ((toks.at(at).low, toks.at(at + 1).low), (toks.at(at).low,)):
        if words in _AFTER and (len(words) == 2 or joined):
            return at + len(words), _AFTER[words]
    return None


def is_in_the_course(toks: Tokens, start: int, last: int) -> bool:
    """Whether "over two years" at tokens `start` to `last` means in the course of them."""
    if toks.at(start).low != "over":
        return False
    return toks.at(last).low not in _OVER_AFTER and toks.at(start - 1).low not in _OVER_BEFORE


def change_before(toks: Tokens, start: int, unit: str) -> Change:
    """`up` or `down` where the words before token `start` say it changed by this much: `rose 3 percent`."""
    k, passed = start - 1, set()
    while k >= 0 and start - k < 8 and (toks[k].low in _PASSED or toks[k].low.endswith("ly")):
        passed.add(toks[k].low)
        k -= 1
    word = toks.at(k).low
    if word in ("up", "down") and toks.at(k - 1).low in _UP_TO_NOTHING:
        return ""
    by = "by" in passed and word not in _LOSE
    part_of = unit == "share" and word in ("up", "down")
    sure = word not in _LOOSE or unit in _SHARES or by or part_of or (unit in MONEY and word in _OF_MONEY)
    if sure and ("of" not in passed or word in _NOUNS):
        if word in _UP:
            return "up"
        if word in _DOWN:
            return "down"
    for back in range(k, max(-1, k - 8), -1) if by else ():  # "cut its emissions by 40 percent"
        if toks[back].kind == "p" and toks[back].text not in ("'", "’", *HYPHENS):
            break
        if toks[back].low in _UP | _DOWN:
            return "up" if toks[back].low in _UP else "down"
    return ""


def change_after(toks: Tokens, last: int) -> Change:
    """`up` or `down` where the word after a share says so: `3 percent higher`, `a 5 per cent cut`."""
    return _AFTER_SHARE.get(toks.at(last).low, "")


def tells_a_move(toks: Tokens, first: int) -> bool:
    """Whether a verb of change stands within three words before token `first`, so that "from 4 to 6" is no range."""
    return not (_UP | _DOWN | _CHANGED).isdisjoint(token.low for token in toks[max(0, first - 3) : first])
