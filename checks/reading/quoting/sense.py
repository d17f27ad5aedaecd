"""What kind of change one wording is of another: by closed lists of the words that turn a sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from checks.reading.quoting.parts import Kind
from checks.reading.quoting.verbs import form_of
from checks.reading.speech.cues import listed

NEGATIONS = listed(
    "no not never none nobody nothing neither nor nowhere without hardly scarcely barely rarely seldom cannot non"
)
_REFUSALS = frozenset(
    form_of(verb)[0]
    for verb in listed(
        "refuse deny fail decline reject doubt oppose disagree prevent avoid forbid prohibit ban stop cease abandon"
    )
)
CONDITIONS = listed(
    "if unless provided providing assuming until till lest whether except subject contingent depending depends"
    " pending supposing"
)
_MODALS = {
    "will": "future", "shall": "future", "would": "would", "could": "could", "can": "can", "may": "may",
    "might": "may",
    "must": "must", "should": "should", "ought": "should", "perhaps": "hedge", "maybe": "hedge", "possibly": "hedge",
    "probably": "likely", "likely": "likely", "apparently": "hedge", "allegedly": "alleged", "reportedly": "alleged",
    "seemingly": "hedge", "presumably": "likely", "potentially": "hedge", "supposedly": "alleged",
    "conceivably": "hedge",
    "certainly": "certain", "definitely": "certain", "surely": "certain", "undoubtedly": "certain", "always": "always",
    "considering": "plan", "hope": "plan", "hopes": "plan", "hoping": "plan", "hoped": "plan", "aim": "plan",
    "aims": "plan", "aiming": "plan",
    "plan": "plan", "plans": "plan", "planning": "plan", "intend": "plan", "intends": "plan", "try": "plan",
    "trying": "plan",
    "tries": "plan", "seek": "plan", "seeks": "plan", "seeking": "plan", "expect": "expect", "expects": "expect",
    "expected": "expect",
    "seem": "hedge", "seems": "hedge", "appear": "hedge", "appears": "hedge", "suggest": "hedge",
    "suggests": "hedge", "alleged": "alleged",
    "want": "plan", "wants": "plan", "believe": "think", "believes": "think", "think": "think", "thinks": "think",
    "suspect": "think",
}  # fmt: skip
_AUXILIARIES = listed("be is are was were am been being has have had do does did will shall would 'd 's")
_FUNCTION = listed(
    "a an the and or but of to in on at by for from with as that this these those it its he she they them his"
    " her their we us our you your i me my him who whom which what when where there here is are was were am be"
    " been being has have had do does did will would shall should can could may might must not no so if than"
    " then too very also just only more most all any some such into over under about after before up down out"
    " off through between against during 's 'd percent how why because while own other"
)
PRONOUNS = listed(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this"
    " that these those who whom whose which one ones here there himself herself itself themselves then"
)
_SCALES = listed(
    "hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens m"
    " bn tn k mn percent half third thirds quarter quarters twice double doubled triple tripled once per-cent"
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_DEGREES = listed("all every each always only most many some few several")
_PAST, _NOW = ("past", "participle"), ("now", "s", "base")


def content(word: str) -> bool:
    """Whether a word means something of itself: no article, pronoun, preposition or auxiliary."""
    return word not in _FUNCTION and (len(word) > 1 or word.isdigit())


def negations(words: Sequence[str]) -> int:
    """How many words of negation there are, a verb of refusing included."""
    return sum(word in NEGATIONS or form_of(word)[0] in _REFUSALS for word in words)


def numbers(words: Sequence[str]) -> Counter[str]:
    """The numbers among the words, in digits or in words, with the words of scale; ordinals as their number."""
    found: Counter[str] = Counter()
    for word in words:
        if any(map(str.isdigit, word)):
            found[word] += 1
        elif word in _SCALES:
            found[word.removesuffix("s") if word not in ("times",) else word] += 1
        elif word in _ORDINALS:
            found[f"{_ORDINALS[word]}th"] += 1
        elif (value := number_word(word)) is not None:
            found[value] += 1
    return found


@lru_cache(maxsize=4096)
def number_word(word: str) -> str | None:
    """The number that one word counts (“twelve”), as digits; None for any other, “a” and “one” included."""
    from text_to_num import text2num

    if not word.isalpha() or word in ("a", "one", "an", "and", "point", "second"):
        return "1" if word == "one" else None
    try:
        return str(text2num(word, "en"))
    except ValueError:
        return None


def modals(words: Sequence[str]) -> Counter[str]:
    """How sure the words are: the kinds of modal, hedge and plan among them."""
    return Counter(_MODALS[word] for word in words if word in _MODALS)


def kinds(source: Sequence[str], quoted: Sequence[str], after: str = "") -> list[Kind]:
    """What was done to turn the words of a source into those of a quotation, the most telling first.

    One of the two may be empty. `after` is the next word of the source, which tells a verb's auxiliary.
    """
    found: list[Kind] = []
    no, no_quoted = negations(source), negations(quoted)
    turned = no != no_quoted
    if turned:
        found.append("negation dropped" if no > no_quoted else "negation added")
    elif any(_opposite(a, b) for a in source for b in quoted):
        found.append(
            "negation added" if any(_opposite(a, b) == 1 for a in source for b in quoted) else "negation dropped"
        )
    ours, theirs = numbers(source), numbers(quoted)
    if ours and theirs and ours != theirs:
        found.append("number changed")
    sure, sure_quoted = modals(source), modals(quoted)
    if sure != sure_quoted:
        differing = set((sure - sure_quoted) + (sure_quoted - sure))
        if differing == {"future"} and quoted and source:
            found.append("tense changed")
        elif differing == {"future"}:
            found.append("tense changed" if form_of(after)[1] != "base" or True else "modality changed")
        elif differing - {"always"}:
            found.append("modality changed")
    rest, rest_quoted = _rest(source), _rest(quoted)
    bases = [form_of(word)[0] for word in rest]
    bases_quoted = [form_of(word)[0] for word in rest_quoted]
    if bases == bases_quoted:
        if not found and _tense(source) != _tense(quoted) and _is_verbal(source, quoted):
            found.append("tense changed")
        elif not found or (rest != rest_quoted and not _is_verbal(source, quoted)):
            found.append("word changed" if source and quoted else "words left out" if source else "words inserted")
    elif rest and rest_quoted:
        if "number changed" not in found or [w for w in rest_quoted if not numbers([w])] != [
            w for w in rest if not numbers([w])
        ]:
            found.append("word changed")
    elif rest or (source and not quoted):
        found.append("words left out")
    else:
        found.append("words inserted")
    return found


def _rest(words: Sequence[str]) -> list[str]:
    """The words beside those of negation, mood and tense."""
    return [
        w
        for w in words
        if w not in NEGATIONS and w not in _MODALS and w not in _AUXILIARIES and w not in ("to", "that")
    ]


def _tense(words: Sequence[str]) -> tuple[str, ...]:
    forms = []
    for word in words:
        if word in ("will", "shall"):
            forms.append("future")
        elif word == "'d" or form_of(word)[1] in _PAST:
            forms.append("past")
        elif form_of(word)[1] == "ing":
            forms.append("ing")
    return tuple(sorted(set(forms)))


def _is_verbal(source: Sequence[str], quoted: Sequence[str]) -> bool:
    """Whether the words differ as forms of a verb do, and not only in an -s, which nouns take as well."""
    both = [*source, *quoted]
    return any(word in _AUXILIARIES or form_of(word)[1] in ("past", "participle", "ing") for word in both)


def _opposite(source: str, quoted: str) -> int:
    """1 if the quotation's word is the source's with a prefix of negation, -1 the other way round, else 0."""
    if min(len(source), len(quoted)) < 4:
        return 0
    if any(quoted == prefix + source for prefix in _PREFIXES):
        return 1
    return -1 if any(source == prefix + quoted for prefix in _PREFIXES) else 0
