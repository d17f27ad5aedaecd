"""Whether the words about a date speak of the past or of what is to come, and what happened on it."""

from __future__ import annotations

from typing import Literal

from checks.reading.parts import DateRole
from checks.reading.times.spans import Tense
from checks.reading.times.words import Token

_FUTURE = {
    "will", "won", "ll", "shall", "scheduled", "expected", "expects", "expect", "due", "set", "plans", "plan",
    "slated", "going", "upcoming", "intends", "hopes", "may", "might", "could", "should", "must", "can", "would",
    "tomorrow", "expire", "expires", "begin", "begins", "starts", "start", "opens", "open", "resumes", "resume",
    "payable", "matures", "deadline", "ahead", "next", "proposes", "proposed", "mature", "terminate", "terminates",
    "ending", "aims", "pledges", "promises", "vows", "forthcoming", "looking", "planned", "planning", "forecast",
    "forecasts", "predict", "predicts", "predicted", "projected", "takes", "comes", "coming",
    "returns", "plays", "meets", "faces", "hosts", "travels", "visits", "continues", "closes", "reopens", "airs",
    "arrives", "launches", "flies", "departs",
}  # fmt: skip
_PAST = {
    "was", "were", "had", "did", "said", "told", "went", "came", "made", "took", "gave", "got", "saw", "won",
    "lost", "left", "fell", "rose", "met", "held", "began", "broke", "brought", "built", "bought", "caught",
    "chose", "cut", "drew", "drove", "ate", "fought", "found", "flew", "forgot", "froze", "grew", "heard", "hit",
    "hurt", "kept", "knew", "laid", "led", "let", "meant", "paid", "put", "quit", "ran", "sang", "sank", "sat",
    "sent", "shot", "shut", "slept", "sold", "sought", "spent", "spoke", "split", "spread", "stood", "stole",
    "struck", "swore", "taught", "threw", "thought", "understood", "woke", "wore", "wrote", "been", "became",
    "felt", "shook", "dropped", "ended", "since", "ago", "last", "lasted", "could've", "beat", "withdrew",
    "overthrew", "drank", "sprang", "rode", "rang", "hid", "dug", "dealt", "bled", "fed", "fled", "bound", "blew",
    "slid", "swam", "swung", "tore", "wept", "arose", "bore", "foresaw", "overcame", "overran", "undertook",
    "upheld", "withstood", "drowned", "died", "earlier", "closed",
}  # fmt: skip
_NOT_PAST = {
    "need", "indeed", "speed", "feed", "seed", "breed", "succeed", "proceed", "exceed", "united", "red", "bed",
    "shed", "hundred",
}  # fmt: skip
_PLAIN = {"return", "play", "meet", "face", "travel", "visit", "host", "vote", "arrive", "leave", "reopen"}
_IS = {"is", "are", "remains", "remain", "stays", "stay", "runs", "run"}
_WAS = {"was", "were", "had", "been", "did"}
_STOPS = {";", ":", "“", "”", "‘", '"', "(", ")", "?", "!", "—"}
_REACH = 22  # how many words away a verb may stand

_TOLD: dict[DateRole, str] = {
    "announced": "announce announced announces announcing announcement unveiled unveils unveiling",
    "signed": "sign signed signs signing signature inked",
    "notified": "notify notified notifies notifying notification",
    "effective": "effective",
    "expires": "expire expired expires expiring expiry expiration lapse lapsed lapses lapsing",
    "published": "publish published publishes publishing publication printed",
    "reported": "reported reports report reporting",
}
_ROLES: dict[str, DateRole] = {word: role for role, words_ in _TOLD.items() for word in words_.split()}
_EFFECT = {("effect", "took"), ("effect", "takes"), ("effect", "take"), ("effect", "taking"), ("effect", "taken"),
           ("effect", "into"), ("force", "into"), ("force", "in"), ("effect", "in"), ("out", "runs"), ("out", "ran"),
           ("out", "run")}  # fmt: skip
_CLAUSE = {
    "that", "which", "who", "whom", "whose", "to", "will", "would", "shall", "could", "should", "may", "might",
    "but", "because", "when", "while", "although", "though", "if", "as", "than", "said", "says", "about", "against",
    "over",
}  # fmt: skip
# Before a date these make it a part of another thing: a report of 1995, his 1994 contract.
_NOT_ITS_DATE = {"from", "of", "the", "a", "an", "his", "her", "its", "their", "for", "about", "than", "to", "'s", "’s"}


def tense_at(tokens: list[Token], first: int, last: int) -> tuple[Tense, bool]:
    """The tense of the clause about the tokens `first` to `last`, and whether the verb stands close by.

    It is that of the nearest verb before them, else of the first after them.
    """
    if (
        first
        and tokens[first - 1].word == "by"
        and not any(t.word in ("had", "was", "were") for t in tokens[max(0, first - 8) : first])
    ):
        return "future", True
    before = {t.word for t in tokens[max(0, first - 8) : first]}
    if first and tokens[first - 1].word in ("until", "till", "from") and _IS & before and not _WAS & before:
        return "future", True  # is closed until Friday
    if last + 1 < len(tokens) and tokens[last + 1].word in ("delivery", "futures", "settlement"):
        return "future", True  # oil for April delivery
    near = True
    for at in range(first - 1, max(first - _REACH, -1), -1):
        found = _tense_of(tokens, at)
        if found == "stop":
            break
        near = near and at > first - 6 and tokens[at].word not in ("to", "of")
        if found:
            return found, near
    for at in range(last + 1, min(last + _REACH, len(tokens))):
        found = _tense_of(tokens, at)
        if found == "stop":
            break
        if found:
            return found, at < last + 6
    return "", False


def _tense_of(tokens: list[Token], at: int) -> Tense | Literal["stop"]:
    token = tokens[at]
    word = token.word
    if word in _STOPS or token.kind == "BREAK" or (word == "." and at + 1 < len(tokens) and tokens[at + 1].capital):
        return "stop"
    before = tokens[at - 1].word if at else ""
    if before == "be":
        return ""  # to be completed by May
    if word == "be" and before == "to":
        return "future"
    if word in _PAST:
        return "past"
    if word in _FUTURE and not token.capital:
        return "future"
    if word in _PLAIN and (before in ("they", "we", "you", "i") or (before.endswith("s") and len(before) > 3)):
        return "future"  # pupils return on Thursday
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST and not token.capital:
        return "past"
    return ""


def role_at(tokens: list[Token], first: int, last: int) -> DateRole | None:
    """What the sentence says happened on the date of the tokens `first` to `last`: from the word that governs it."""
    beside = tokens[first - 1].word if first else ""
    for at in range(first - 1, max(first - 12, -1), -1):
        role = _role_of(tokens, at)
        if role:
            return None if beside in _NOT_ITS_DATE and role not in ("effective", "expires") else role
        token = tokens[at]
        if (
            token.word in _CLAUSE
            or token.word in _STOPS
            or token.kind in ("BREAK", "MONTH", "WEEKDAY", "YEAR")
            or token.word == "."
        ):
            break
    opens = first
    while opens > 0 and tokens[opens - 1].word in ("on", "in", "by", "since", "from", "at", "until", "effective"):
        opens -= 1
    if opens and tokens[opens - 1].word not in (".", "”", '"', "’") and tokens[opens - 1].kind != "BREAK":
        return None  # a date in mid-clause belongs to what stands before it
    for at in range(last + 1, min(last + 14, len(tokens))):
        role = _role_of(tokens, at)
        if role:
            return role
        if (
            tokens[at].word in _STOPS
            or tokens[at].word in _CLAUSE
            or tokens[at].word == "."
            or tokens[at].kind == "BREAK"
        ):
            break
    return None


def _role_of(tokens: list[Token], at: int) -> DateRole | None:
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    if (word, before) in _EFFECT:
        return "expires" if word == "out" else "effective"
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return None if after in ("up", "off", "out") and word[:4] == "sign" else _ROLES.get(word)
