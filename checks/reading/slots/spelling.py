"""One spelling for a word that is written in several ways: labour and labor, health-care and health care."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.reading.speech.cues import listed

# American spellings of British words that no rule below reaches.
_AMERICAN = {
    "centre": "center", "theatre": "theater", "metre": "meter", "kilometre": "kilometer", "centimetre": "centimeter",
    "millimetre": "millimeter", "litre": "liter", "fibre": "fiber", "calibre": "caliber", "sabre": "saber",
    "lustre": "luster", "meagre": "meager", "sombre": "somber", "spectre": "specter", "reconnoitre": "reconnoiter",
    "defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense", "practise": "practice",
    "programme": "program", "grey": "gray", "tyre": "tire", "plough": "plow", "cheque": "check", "kerb": "curb",
    "aluminium": "aluminum", "jewellery": "jewelry", "mould": "mold", "moult": "molt", "sceptic": "skeptic",
    "sceptical": "skeptical", "manoeuvre": "maneuver", "paediatric": "pediatric", "paediatrician": "pediatrician",
    "foetus": "fetus", "oestrogen": "estrogen", "anaemia": "anemia", "anaesthetic": "anesthetic",
    "leukaemia": "leukemia",
    "haemorrhage": "hemorrhage", "diarrhoea": "diarrhea", "orthopaedic": "orthopedic", "gynaecologist": "gynecologist",
    "archaeology": "archeology", "archaeologist": "archeologist", "encyclopaedia": "encyclopedia",
    "mediaeval": "medieval", "enrol": "enroll", "enrolment": "enrollment", "fulfil": "fulfill", "instal": "install",
    "fulfilment": "fulfillment", "instalment": "installment", "skilful": "skillful", "wilful": "willful",
    "appal": "appall", "distil": "distill", "instil": "instill", "counsellor": "counselor", "traveller": "traveler",
    "jeweller": "jeweler", "modeller": "modeler", "marvellous": "marvelous", "woollen": "woolen", "storey": "story",
    "whisky": "whiskey", "sulphur": "sulfur", "cosy": "cozy", "draught": "draft", "gaol": "jail", "ageing": "aging",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "catalogue": "catalog", "dialogue": "dialog",
    "analogue": "analog", "artefact": "artifact", "axe": "ax", "carcase": "carcass", "connexion": "connection",
    "enquiry": "inquiry", "enquire": "inquire", "furore": "furor", "mum": "mom", "pyjamas": "pajamas",
    "sceptre": "scepter", "smoulder": "smolder", "speciality": "specialty", "tonne": "tonne", "vice": "vice",
    "yoghurt": "yogurt", "orientate": "orient", "adviser": "advisor", "protester": "protestor", "aeroplane": "airplane",
    "cancelled": "canceled", "towards": "toward", "amongst": "among", "whilst": "while", "learnt": "learned",
}  # fmt: skip
# Words in -ise that are written so everywhere.
_ALWAYS_ISE = listed(
    "advise advertise arise compromise comprise concise cruise bruise demise despise devise disguise enterprise excise"
    " exercise expertise franchise improvise likewise merchandise noise otherwise paradise poise praise precise premise"
    " promise raise revise rise supervise surprise surmise televise treatise wise appraise chastise reprise"
)
_OUR = re.compile(r"(?<=[^aeiou])our(?=$|s$|able$|ite$|al$|er$|ing$|ed$|less$|ful$|hood$)")
_ISE = re.compile(r"(?<=[a-z]{2})is(?=(?:e|ed|es|er|ing|ation|ational|able)$)")
_YSE = re.compile(r"lys(?=(?:e|ed|es|er|ing)$)")
_DOUBLED = re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|e)$)")  # travelled; and “cancelle”, a slip of lemmatizers
_NO_OUR = listed("four hour our your pour tour sour flour contour detour glamour devour scour velour")
_ONES = listed("one's ones one’s his her its their my our your himself herself itself themselves oneself")
_APART = re.compile(r"[\s\-‐‑/]+")


@lru_cache(maxsize=20_000)
def spelt(words: str) -> str:
    """The word or expression in one spelling, in small letters, without hyphens, spaces and possessives.

    Only for comparing: “Health-care” and “health care” are “healthcare”, “organise” is “organize”, and both “give up
    his post” and “give up one's post” are “giveuppost”.
    """
    parts = _APART.split(words.casefold().replace("’", "'").strip())
    kept = [part for part in parts if part not in _ONES] if len(parts) > 1 else parts
    return "".join(_american(part.strip(".,;:'\"")) for part in kept).replace(".", "")


def _american(word: str) -> str:
    if word in _AMERICAN:
        return _AMERICAN[word]
    if "our" in word and word not in _NO_OUR:
        word = _OUR.sub("or", word)
    if "is" in word and word not in _ALWAYS_ISE:
        word = _ISE.sub("iz", word)
    if "lys" in word:
        word = _YSE.sub("lyz", word)
    return _DOUBLED.sub("l", word) if "ll" in word and len(word) > 6 else word
