"""A speaker as the article describes it: a person by name, somebody by a role, an organisation or a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checks.reading.speech.cues import DETERMINERS, DOCUMENTS, ORGANISATION_ENDS, POSSESSIVES, listed

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_][\w’'.&-]*[^\W_]\.?|\w")
# Posts that few people have held at a time, so that who has held one can be listed.
POST = re.compile(
    r"\b(?:ambassador|prime minister|president|vice[- ]president|chancellor|minister|secretary|attorney general|envoy"
    r"|mayor|chief of staff|chief (?:executive|justice|constable|inspector|medical officer|scientist|economist)|CEO"
    r"|director[- ]general|director|head of|head coach|commissioner|chair(?:man|woman)?|speaker of|surgeon general"
    r"|governor|solicitor general|national security advis[eo]r|press secretary|archbishop|manager of)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"\b(?:for|of|at|from|with|to|in) (?:the )?"
    r"((?:[A-Z][\w’'.&-]*)(?:,? (?:of|for|and|to|on|the|de|[A-Z][\w’'.&-]*))*)"
)
_BEFORE_ROLE = re.compile(
    r"(?:(?i:the|an?|some|one|another|several|two|three|former|current|senior|top|lead|chief) )*"
    r"([A-Z][\w.&-]*(?:(?: (?:of|for|and|the))* [A-Z][\w.&-]*)*)(?:[’']s?)? [a-z]+(?! of| for)",
)
_TITLES = listed(
    "mr mrs ms miss dr sir dame lord lady sen rep gov gen lt col sgt capt rev prof president senator governor"
    " mayor judge justice professor minister secretary chancellor coach captain general inspector detective"
    " sheriff officer king queen prince princess pope bishop archbishop cardinal father sister congressman"
    " congresswoman representative councillor ambassador chairman chairwoman commissioner superintendent sergeant"
    " colonel admiral major attorney analyst economist author actor actress singer director manager striker"
    " midfielder defender pitcher quarterback spokesman spokeswoman spokesperson strategist candidate nominee"
    " ceo cfo cto pc wpc dc dci di ds vp taoiseach tanaiste"
    " leader chief cllr councilman councilwoman alderman constable corporal lieutenant brigadier private chancellor"
    " deputy premier partner neighbour neighbor mum mom dad gran grandad pensioner resident teacher student lecturer"
    " campaigner activist lawyer solicitor barrister prosecutor farmer nurse historian surgeon doctor boss skipper"
    " goalkeeper winger batsman bowler driver rider champion teammate astronaut editor critic founder co-founder owner"
    " trader organiser organizer researcher scientist biologist veteran widow shopper witness eyewitness comedian"
    " forecaster presenter broadcaster photographer designer consultant adviser advisor negotiator diplomat engineer"
    " inventor drummer entrepreneur investor banker broker flanker hooker"
    " novelist poet composer conductor choreographer chef baker publican headteacher principal trustee lawmaker"
)
_OF_POSTS = listed("police state opposition staff defense defence commerce labor education agriculture energy health")
_LETTERS = listed("qc kc sc bl mp mps tds td msp ms mla mep mbe obe cbe md phd jr sr jr. sr. esq frs rn jp ii iii iv")
# Words for people by what they are to somebody: “his wife, Mary”.
_KIN = r"(?:wife|husband|son|daughter|mother|father|brother|sister|partner|widow|widower|friend|mum|dad|cousin|aunt"
_KIN += r"|uncle|nephew|niece|fianc[ée]e?|girlfriend|boyfriend|grandson|granddaughter|twin|neighbou?r|colleague)"
_SOME_OF = re.compile(
    r"(?:one|two|three|four|several|some|many|most|both|all|none|another|neither) of (?=\w)", re.IGNORECASE
)
# First words of names that are no people.
_NO_PERSON = listed(
    "new north south east west northern southern eastern western central saudi hong united great puerto costa el"
    " sri wall downing white supreme high human red green british american european royal national federal"
    " international bank black republican democratic democrats republicans conservative labour liberal free fox"
    " sky home foreign state sierra goldman morgan scotland buckingham capitol air deutsche general world san los"
    " las st. santa amnesty public planned french german russian chinese japanese indian canadian australian"
    " israeli ukrainian iranian mexican african asian big silicon super major premier manchester real inter"
)
_AFTER_HEAD = listed(
    "of for from at with in to who that on by near familiar close briefed speaking obtained released published seen"
)
_STYLES = listed("mr mrs ms miss dr sir dame lord lady")
PARTICLES = listed("de van von der den bin al la di le ben da del el")
_ADJECTIVE = re.compile(r"(?:(?<!at)ican|ish|ese|ian|atic|ical|ern|ist|ive|His|Her|Their|Its|Our|My|Your)$")
_FIRST_WORDS = listed(
    "the but and in at on for with when while as if from by after since before that meanwhile although"
)
_ONE_WORD = "one word: see whether a person or an organisation is meant"
_PLURAL_NOUN = re.compile(
    r"(?:ers|ors|ists|ians|ants|ents|ials|tics|ysts|men|women|people|ees|ives|tes|rts|urces|aides|esses|nds|ins|police)$",
    re.IGNORECASE,
)
_PREPOSITIONS = listed("of for from at with in to who that on by near and")
PERSONAL = listed("he she him her")
SOME = listed("one another some others many both")


@dataclass
class Speaker:
    """A voice in the making. `surname` is empty where nobody is named; `head` is the noun of an unnamed one."""

    exact: str
    kind: str
    surname: str = ""
    head: str = ""
    role: str = ""
    organisation: str = ""
    anonymity: str = ""
    note: str = ""
    quotations: list[int] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


def described(exact: str, text: str, kinds: Mapping[str, str], full: Mapping[str, str]) -> Speaker:
    """A speaker as the article describes it: the kind, the name or the noun, the role and the organisation."""
    head, _, beside = re.sub(r" ?\([^()]*\)", "", exact).partition(",")
    head = _SOME_OF.sub("", head)
    words = WORD.findall(head)
    low = [word.lower() for word in words]
    inner = WORD.findall(beside.partition(",")[0])
    if inner and low in (["one"], ["another"]) and _name(inner, "", kinds) == inner:
        return described(beside.strip(), text, kinds, full)  # “said one, Mary Jones”
    if len(low) == 1 and low[0] in SOME:
        return Speaker(exact, "unnamed", head=low[0])
    if low and low[0] in ("q", "a") and len(exact) == 1:
        return Speaker(exact, "thing", head=low[0])  # question and answer
    if not words or low == ["it"] or all(word in DETERMINERS for word in low) or re.fullmatch(r"[a-z]+ed", exact):
        return Speaker(exact, "thing", head="it")
    if len(words) == 1 and low[0] in PERSONAL | {"they", "we", "i", "you", "who", "that", "which", "them"}:
        return Speaker(exact, "pronoun", head=low[0])
    name = _name(words, beside, kinds)
    if len(name) == 1 and not kinds.get(name[0]) and not _is_surname(name[0], words, beside, text):
        if len(words) == 1 and _PLURAL_NOUN.search(name[0]) and not re.search(rf"[a-z,] {re.escape(name[0])}\b", text):
            return Speaker(exact, "unnamed", head=low[0], role=low[0], organisation="")
        if len(words) == 1 and re.fullmatch(_KIN + "|man|woman|boy|girl|couple", low[0]):
            return Speaker(exact, "unnamed", head=low[0], role=low[0])
        if len(words) == 1:
            return Speaker(exact, "organisation", head=low[0], organisation=name[0], note=_ONE_WORD)
        name = []
    if name:
        before = head[: max(head.rfind(name[0]), 0)].strip()
        role = _description(beside) or without_determiner(before).split(" who ")[0]
        role = re.sub(r" (?:Dr|Prof|Sir|Mr|Mrs|Ms|Dame|Lord|Lady|Cllr)\.?$", "", role)
        whole = full.get(" ".join(name), " ".join(name))
        if len(name) == 1:
            whole = full.get(name[0]) or _fuller_form(_bare(name[0]), text) or name[0]
        further = beside if re.match(r"\s*(?:of|from|for|at|with) ", beside) else ""
        belongs = _organisation(_description(beside) or further) or _organisation(before)
        if kinds.get(belongs) == "place" and re.search(rf"\b(?:from|in) {re.escape(belongs)}", beside):
            belongs = ""  # a home town
        if belongs.lower() in _OF_POSTS - {"police"}:
            belongs = ""  # a post, not a body
        if _bare(role) != role:
            role, belongs = "", belongs or _bare(role)  # “Wired’s Mary Jones”
        return Speaker(
            whole,
            "person",
            _bare(name[-1]).lower(),
            role="" if role.lower().strip(".") in _STYLES else role,
            organisation=belongs,
        )
    noun = _head_noun(words)
    for part in beside.split(",") if noun.lower() not in ORGANISATION_ENDS else ():  # “the coach, John Smith”
        inner = WORD.findall(part)
        kin = len(inner) == 1 and re.fullmatch(_KIN, noun.lower())  # “his daughter, Mary”
        person = _name(inner, "", kinds) if len(inner) in (2, 3) or kin else []
        whole_part = person == inner or (inner and inner[0].lower().strip(".") in _TITLES)
        if person and whole_part and (low[0] in DETERMINERS | POSSESSIVES or re.match(r"[\w .&-]+[’'](?:s )?", head)):
            return Speaker(
                " ".join(person),
                "person",
                person[-1].lower(),
                role=without_determiner(head),
                organisation=_organisation(head),
            )
    if noun.lower() in DOCUMENTS and noun.lower() not in ("source", "sources"):
        return Speaker(exact, "document", head=noun.lower(), note="a document")
    bare = without_determiner(head)
    common = len(words) > 1 and noun == words[0] and _PLURAL_NOUN.search(noun) is not None
    post = POST.fullmatch(bare) is not None or noun.lower() in _TITLES  # “the Prime Minister said”
    if (
        (not common and not post and noun[0].isupper())
        or noun.lower() in ORGANISATION_ENDS
        or kinds.get(bare) in ("organisation", "place")
    ):
        return Speaker(
            exact, "organisation", head=noun.lower(), organisation=bare, note="an organisation; nobody is named"
        )
    role = re.split(rf" (?:{'|'.join(sorted(_AFTER_HEAD))}) ", bare, maxsplit=1)[0]
    if re.match(r".* (?:of|to|in) ", bare) and POST.search(bare):
        role = bare
    return Speaker(exact, "unnamed", head=noun.lower(), role=role, organisation=_organisation(head))


def _name(words: Sequence[str], beside: str, kinds: Mapping[str, str]) -> list[str]:
    """The personal name that ends a noun phrase (“Harbour Minister Ruth Tamsin”); empty if there is none."""
    post = next((k for k, word in enumerate(words[:-2]) if word == "of" and words[k + 1].lower() in _OF_POSTS), None)
    words = words[post + 2 :] if post else words  # “Superintendent of Police Ann Lee”
    n = next((k for k, word in enumerate(words) if k and word.lower() in _PREPOSITIONS), len(words))
    if n < len(words) and not words[n - 1][0].isupper():
        n = len(words)  # “director of sales Mary Jones”: the name is the end, unless it is part of the phrase itself
        k = n
        while k and words[k - 1][0].isupper():
            k -= 1
        if k == 0 or k == n or words[k - 1].lower() in _PREPOSITIONS | DETERMINERS:
            return []
    words = list(words[:n])
    while len(words) > 2 and (words[-1].lower() in _LETTERS or re.fullmatch(r"(?:[A-Z]\.){2,}", words[-1])):
        words.pop()  # Ruth Tamsin QC
    n = len(words)
    while n and (words[n - 1][0].isupper() or (n < len(words) and words[n - 1] in PARTICLES)):
        n -= 1
    run = list(words[n:])
    owner = max((k for k, word in enumerate(run[:-1]) if _bare(word) != word), default=-1)
    run = run[owner + 1 :]  # “Wired’s Mary Jones”
    while run and (not run[0][0].isupper() or (len(run) > 2 and "-of-" in run[0])):
        run.pop(0)
    if not run or run[-1].lower().rstrip("s") in DETERMINERS:
        return []
    titled = False
    for k in range(len(run) - 1, 0, -1):
        if run[k - 1].lower().strip(".") in _TITLES:
            run, titled = run[k:], True
            break
    else:
        titled = n > 0 and words[n - 1].lower() in _TITLES
    whole = " ".join(run)
    if kinds.get(whole) == "person":
        return run
    if kinds.get(whole) or any(
        word.lower().strip(".") in ORGANISATION_ENDS or word.lower() in DETERMINERS for word in run
    ):
        return []
    if titled:
        return run[-3:]
    if (
        any(len(word) > 1 and word.isupper() and word not in ("II", "III", "JR") for word in run)
        or run[0].lower() in _NO_PERSON
    ):
        return []
    if n and words[n - 1].lower() in DETERMINERS and owner < 0:
        return []
    return run[-3:] if len(run) > 3 else run


@lru_cache(maxsize=256)
def _fuller_form(word: str, text: str) -> str:
    """The fullest form of a surname in the text, the commonest first: “Mia Stone” for Stone; empty if it has none."""
    surname = "['’]".join(re.escape(part) for part in re.split("['’]", word))
    fuller = Counter(match[0] for match in re.finditer(rf"\b(?:[A-Z][\w’'-]+|[A-Z]\.) (?:[A-Z]\. )?{surname}\b", text))
    for form, _ in fuller.most_common():
        first = form.split()[0].lower()
        if first not in _NO_PERSON | DETERMINERS | _FIRST_WORDS | _TITLES:
            return form
    before = (match[1].lower() for match in re.finditer(rf"\b(\w+)\.? {surname}\b", text))
    return word if any(title in _TITLES for title in before) else ""


def _is_surname(word: str, words: Sequence[str], beside: str, text: str) -> bool:
    """Whether one capitalised word is a person: by a title or an age beside it, or a fuller form in the text."""
    if (len(words) > 1 and words[-2].lower().strip(".") in _TITLES) or re.match(r"\s*(?:\d{1,2}|who|whose)\b", beside):
        return True
    return bool(_fuller_form(_bare(word), text)) or _is_kin(_bare(word), text)


@lru_cache(maxsize=256)
def _is_kin(word: str, text: str) -> bool:
    return re.search(rf"\b{_KIN},? {re.escape(word)}\b", text) is not None


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _description(beside: str) -> str:
    """What a named speaker is, of what stands beside the name: not the age, the home town or a relative clause."""
    home = False
    for part in beside.split(","):
        words = part.split()
        if home and len(words) < 3 and words and words[-1][0].isupper():
            continue  # “of Low Road, Leeds”
        home = bool(words) and words[0] in ("of", "from", "in", "at")
        if (
            words
            and not words[0].endswith("ing")
            and not re.match(r"[DRI]-[A-Z]", words[0])  # a party and a district
            and not words[0][0].isdigit()
            and words[0].lower()
            not in (
                "who",
                "whose",
                "which",
                "of",
                "from",
                "speaking",
                "and",
                "a",
                "jr.",
                "at",
                "in",
                "on",
                "during",
                "after",
            )
        ):
            return without_determiner(part.strip())
        if words and words[0].lower() in ("a", "and"):
            return without_determiner(part.strip().removeprefix("and "))
        if words and words[0].lower() in ("who", "whose", "which"):
            return ""
    return ""


def _head_noun(words: Sequence[str]) -> str:
    """The noun of a noun phrase: what stands before its first preposition or relative pronoun."""
    n = next(
        (k for k, word in enumerate(words) if k and word.lower() in _AFTER_HEAD),
        len(words),
    )
    return _bare(words[n - 1]) or words[0]


def without_determiner(phrase: str) -> str:
    """A noun phrase without the article or possessive that leads it."""
    words = phrase.split()
    while words and words[0].lower() in DETERMINERS | POSSESSIVES | {"of"}:
        words.pop(0)
    return " ".join(words)


def _organisation(phrase: str) -> str:
    """What a speaker speaks for: “for the Red Cross”, or “White House” of “a White House official”."""
    owner = _BEFORE_ROLE.match(phrase)
    first = owner[1].split()[0] if owner else ""
    if first.lower() in ("senior", "former", "lead", "chief", "junior", "deputy"):
        return ""
    if owner and _ADJECTIVE.search(owner[1]) and " " not in owner[1]:
        return ""
    if owner and first.lower() not in _TITLES | DETERMINERS and not _PLURAL_NOUN.search(first):
        return owner[1]
    after = _SPEAKS_FOR.search(phrase)
    if after:
        return (
            re.sub(r"(?: (?:of|for|and|to|on|the|de))+$", "", after[1]).rstrip(".,")
            if not re.fullmatch(r"(?:[A-Z]\.)+", after[1])
            else after[1]
        )
    words = without_determiner(phrase).split()
    capital = [k for k, word in enumerate(words) if word[0].isupper()]
    if capital and capital[0] == 0 and (words[0].lower() in _TITLES or _PLURAL_NOUN.search(words[0])):
        return ""
    if capital and not words[-1][0].isupper():
        at = last = capital[0]
        while last + 1 < len(words) and words[last + 1][0].isupper():
            last += 1
        return _bare(" ".join(words[at : last + 1])).rstrip("’'")
    return ""
