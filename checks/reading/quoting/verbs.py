"""Forms of English verbs, to tell a changed tense from a changed word.

Source of the irregular forms: Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.11-19.
"""

from __future__ import annotations

from functools import lru_cache

from checks.reading.speech.cues import listed

# Base, past and participle.
_IRREGULAR = """
    arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
    bend bent bent|bet bet bet|bid bade bidden|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
    break broke broken|bring brought brought|build built built|burn burnt burnt|burst burst burst|buy bought bought
    catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept
    cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven
    eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled
    fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
    get got gotten|give gave given|go went gone|grow grew grown|hang hung hung|hear heard heard|hide hid hidden
    hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid
    lead led led|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost
    make made made|mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome
    pay paid paid|prove proved proven|put put put|quit quit quit|read read read|ride rode ridden|ring rang rung
    rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
    set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown
    shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
    speak spoke spoken|spend spent spent|spill spilt spilt|spin spun spun|split split split|spread spread spread
    spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stride strode stridden
    strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
    take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
    understand understood understood|undertake undertook undertaken|uphold upheld upheld|wake woke woken|wear wore worn
    weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
    withstand withstood withstood|write wrote written
"""
_FORMS = {
    "am": ("be", "now"), "are": ("be", "now"), "is": ("be", "now"), "was": ("be", "past"), "were": ("be", "past"),
    "been": ("be", "participle"), "being": ("be", "ing"), "has": ("have", "now"), "had": ("have", "past"),
    "does": ("do", "now"), "did": ("do", "past"), "done": ("do", "participle"), "be": ("be", "base"),
    "have": ("have", "now"), "do": ("do", "now"), "lay": ("lay", "now"),
}  # fmt: skip
for _verb in _IRREGULAR.replace("\n", "|").split("|"):
    if _verb.split():
        _base, _past, _participle = _verb.split()
        for _form, _time in ((_participle, "participle"), (_past, "past"), (_base, "base")):
            _FORMS.setdefault(_form, (_base, _time))
_FORMS.update(
    {"gotten": ("get", "participle"), "got": ("get", "past"), "bore": ("bear", "past"), "born": ("bear", "participle")}
)
_NO_VERBS = listed(
    "need indeed speed hundred red bed seed weed breed thing nothing something anything everything king ring"
    " wing string spring morning evening during bring sing"
)


@lru_cache(maxsize=20_000)
def form_of(word: str) -> tuple[str, str]:
    """The base and the form of a word taken for a verb: `now`, `past`, `participle`, `ing`, `s` or `base`.

    A regular base is cut so that *stopped*, *stopping* and *stop*, or *closed* and *close*, come to the same: it is
    a key for comparing, no word to print.
    """
    if word in _FORMS:
        base, form = _FORMS[word]
        return _key(base), form
    if word in _NO_VERBS:
        return _key(word), "base"
    if word.endswith("ied") and len(word) > 4:
        return _key(word[:-3] + "y"), "past"
    if word.endswith("ed") and len(word) > 4:
        return _key(word[:-2]), "past"
    if word.endswith("ing") and len(word) > 5:
        return _key(_FORMS.get(word[:-3], (word[:-3],))[0]), "ing"
    if word.endswith("ies") and len(word) > 4:
        return _key(word[:-3] + "y"), "s"
    if word.endswith(("shes", "ches", "sses", "xes", "zes", "oes")):
        return _key(word[:-2]), "s"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return _key(word[:-1]), "s"
    return _key(word), "base"


def _key(base: str) -> str:
    """A base without what spelling adds and takes: the silent e, the doubled last letter."""
    if len(base) > 3 and base.endswith("e") and base[-2] != "e":
        base = base[:-1]
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeious":
        base = base[:-1]
    return base
