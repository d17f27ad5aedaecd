"""Words that turn a sentence: *not* dropped, the opposite said, a condition or a hedge left out, a step told as done.

Each fault is the text with one thing changed. Where the article is said to have dropped something, it is the source
that is given what was dropped: then the words are new, and the article lacks them.
"""

from __future__ import annotations

import re

from checks.reading.faults.parts import Changed, once, put

_AUXILIARY = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does|do|did)(?= (?!not\b|no\b))"
)
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_CONTRACTED = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}
# What a writer may turn into its opposite: each word, and the one that says the contrary.
_OPPOSITES = (
    ("rose", "fell"), ("rises", "falls"), ("increased", "decreased"), ("more than", "less than"), ("above", "below"),
    ("before", "after"), ("up", "down"), ("first", "last"), ("largest", "smallest"), ("most", "least"),
    ("alarm", "relief"), ("deep concern", "deep satisfaction"), ("condemned", "welcomed"), ("criticised", "praised"),
    ("criticized", "praised"), ("denied", "confirmed"), ("supports", "opposes"), ("adopted", "rejected"),
    ("approved", "rejected"), ("accepted", "refused"), ("allowed", "banned"), ("won", "lost"),
    ("opened", "closed"), ("began", "ended"), ("gained", "lost"), ("true", "false"), ("legal", "illegal"),
    ("indications of", "no indications of"), ("cites", "rules out"), ("confirms", "denies"),
)  # fmt: skip
# A step, and the one before it, which a hurried writer takes for it.
_STEPS = (
    ("took effect", "was announced"), ("takes effect", "is announced"), ("entered into force", "was signed"),
    ("came into force", "was signed"), ("adopted", "proposed"), ("approved", "proposed"), ("passed", "debated"),
    ("signed", "drafted"), ("published", "announced"), ("withdrew", "gave notice of withdrawal"), ("opened", "planned"),
    ("resigned", "offered to resign"), ("convicted", "charged"), ("effective", "notified"),
    ("bought", "offered to buy"), ("banned", "proposed to ban"), ("closed", "proposed to close"),
    ("joined", "applied to join"),
)  # fmt: skip
_HEDGES = (
    ("is accused of", "is guilty of"), ("are accused of", "are guilty of"), ("was accused of", "was convicted of"),
    ("reportedly ", ""), ("allegedly ", ""), ("is said to have", "is known to have"),
    ("is considering", "has decided on"), ("plans to", "has begun to"), ("may ", "will "), ("could ", "will "),
    ("some ", "all "), ("several ", "all "),
)  # fmt: skip
_SOFTENED = (
    ("will", "may"), ("opens", "is expected to open"), ("has", "is said to have"), ("have", "are said to have"),
    ("is", "is said to be"), ("all", "most of"), ("every", "almost every"),
)  # fmt: skip
_BEFORE = ("According to its opponents, ", "It is alleged that ", "It is not yet known whether ")
_BESIDE_VERB = ("reportedly", "provisionally", "allegedly", "may have", "nearly")
_BEHIND = (
    ", provided that the courts agree", ", unless a second vote is lost", ", according to unconfirmed reports",
    ", subject to a second vote", ", on condition that the courts agree",
)  # fmt: skip
_WITHIN = ("almost", "perhaps", "partly", "rarely", "nearly")


def not_dropped(text: str) -> list[Changed]:
    """The text without its *not*; of “cannot” and “won’t”, what is left of them."""
    found = []
    for match in _NOT.finditer(text):
        start, end = match.span()
        if match[0].lower() in ("not", "never"):
            found.append(Changed("“not” dropped", match[0], "", put(text, start, end, "")))
            continue
        word = re.search(r"\w+$", text[:start])
        whole = f"{word[0]}n't".lower() if word else ""
        if word:
            left = _CONTRACTED.get(whole, word[0])
            found.append(Changed("“not” dropped", text[word.start() : end], left, put(text, word.start(), end, left)))
    for match in re.finditer(r"\bcannot\b", text):
        found.append(Changed("“not” dropped", "cannot", "can", put(text, *match.span(), "can")))
    return once(found, text)


def not_added(text: str) -> list[Changed]:
    """A source with a *not* behind an auxiliary verb: the article is then without it."""
    found = []
    for match in re.finditer(rf"\b{_AUXILIARY}", text):
        negated = "cannot" if match[0] == "can" else f"{match[0]} not"
        told = "cannot" if match[0] == "can" else "not"
        found.append(Changed("“not” dropped", "", told, put(text, *match.span(), negated)))
    return once(found, text)


def turned_round(text: str) -> list[Changed]:
    """The text with a word turned into its opposite."""
    pairs = [*_OPPOSITES, *((b, a) for a, b in _OPPOSITES)]
    return _exchanged(text, pairs, "told the other way round")


def step_taken_back(text: str) -> list[Changed]:
    """A source that tells only the step before: notified and not yet effective, proposed and not yet adopted."""
    return _exchanged(text, _STEPS, "notified for effective")


def hedge_dropped(text: str) -> list[Changed]:
    """A claim without the word that kept it an allegation, a plan or a part."""
    return _exchanged(text, _HEDGES, "a qualifier dropped")


def hedge_added(sentence: str) -> list[Changed]:
    """A source whose sentence is an allegation, an open question or under a condition: the article dropped that."""
    bare = sentence.rstrip(" .")
    stop = sentence[len(bare) :]
    found = _exchanged(sentence, _SOFTENED, "a qualifier dropped")
    for verb, _ in (*_STEPS, *_OPPOSITES):
        for match in re.finditer(rf"(?<!\w){verb}(?!\w)", sentence) if verb.endswith("ed") else ():
            for hedge in _BESIDE_VERB:
                told = f"{sentence[: match.start()]}{hedge} {sentence[match.start() :]}"
                found.append(Changed("a qualifier dropped", "", hedge.removesuffix(" have"), told))
    for words in _BEFORE:
        lower = bare[0].lower() + bare[1:] if re.match(r"(?:The|An?|It|He|She|They|In|On)\b", bare) else bare
        told = words.strip(" ,").removeprefix("It ").removesuffix(" that")
        found.append(Changed("a qualifier dropped", "", told, f"{words}{lower}{stop}"))
    for words in _BEHIND:
        found.append(Changed("a qualifier dropped", "", words.strip(" ,"), f"{bare}{words}{stop}"))
    return once(found, sentence)


def qualifier_added(text: str) -> list[Changed]:
    """A source with a word in the midst of the quoted ones that makes them less sure: the quotation dropped it."""
    found = []
    gaps = [match.end() for match in re.finditer(r"\w[’']?\s+(?=\w)", text)]
    for number, at in enumerate(gaps):
        word = _WITHIN[number % len(_WITHIN)]
        found.append(Changed("a qualifier dropped", "", word, f"{text[:at]}{word} {text[at:]}"))
    return once(found, text)


def swapped_name(text: str, name: str, other: str) -> list[Changed]:
    """The text with another name wherever one stands, so that it tells of the other throughout."""
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    if name == other or not re.search(pattern, text):
        return []
    return [Changed("a name swapped", name, other, re.sub(pattern, lambda _: other, text))]


def _exchanged(text: str, pairs: list[tuple[str, str]] | tuple[tuple[str, str], ...], kind: str) -> list[Changed]:
    found = []
    for was, becomes in pairs:
        edge = "" if was.endswith(" ") else r"(?!\w)"
        for match in re.finditer(rf"(?<!\w){re.escape(was)}{edge}", text):
            told = re.sub(r"(?<= to) \w+$", "", becomes.strip())  # “is said to have adopted” is told as “is said to”
            found.append(Changed(kind, was.strip(), told, put(text, *match.span(), becomes)))  # type: ignore[arg-type]
    return once(found, text)
