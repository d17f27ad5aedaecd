"""Which language a text is in, told by its script and by the words that hold sentences together."""

from __future__ import annotations

import re
from collections import Counter

_WORDS_NEEDED = 40  # fewer words can be a headline of names, or a quotation
_MOST_CHARACTERS = 200_000
_PLAINLY_ENGLISH = 0.2  # English news has .35 to .5 of its words in the list below, other languages under .08
_TOLD = 0.12
_HARDLY_ENGLISH = 0.06

_COMMON_WORDS = {
    "English": "a about after all also an and are as at be been but by can could for from had has have he her his if "
    "in into is it its more new no not of on one or our out said she so than that the their there they this to up "
    "was we were what when which who will with would you",
    "French": "au aux avec ce ces cette dans de des du elle en est et il ils la le les leur mais ne nous on ont ou "
    "par pas plus pour qu que qui sa se ses son sont sur un une était",
    "German": "aber als am auch auf aus bei das dass dem den der des die durch ein eine einem einen einer er es für "
    "haben hat ich im in ist mit nach nicht noch sich sie sind um und von vor war werden wie wird zu zum zur über",
    "Spanish": "al como con cuando de del desde donde el ella en entre era es esta este está fue ha han hasta la las "
    "lo los más muy no para pero por que se según ser sin sobre su sus también un una y ya",
    "Italian": "al alla anche che chi come con da dal dalla dei del della delle di dopo e era gli ha hanno i il in "
    "la le lo ma nel nella non o per più quando questa questo se si sono su sul sulla un una è",
    "Portuguese": "ao as até com como da das de do dos e ela em entre era está foi isso já mais mas muito na nas no "
    "nos não o os ou para pela pelo por que se seu sua são também um uma à é",
    "Dutch": "aan als bij dan dat de deze die dit door een en er geen had heeft het hij ik in is maar met naar niet "
    "nog of om ook op over te tot uit van voor was wat werd wordt ze zich zijn zou",
    "Swedish": "alla att av blev bara de den det detta eller en ett från för ha hade han har hon i inte jag kan "
    "kommer man med men mot nu när och om på sig sin ska som så till under var vi än är år efter",
    "Danish": "af alle at blev da de den der det efter eller en er et for fra få han har have her hun i ikke jeg kan "
    "med men mod nu når og om på sig sin skal som så til under var ved vi være år",
    "Norwegian": "av alle at ble da de den der det etter eller en er et for fra få han har ha her hun i ikke jeg kan "
    "med men mot nå når og om på seg sin skal som så til under var ved vi være år",
    "Indonesian": "ada adalah akan atau bahwa banyak belum bisa dalam dan dapat dari dengan di dia hanya harus ia "
    "ini itu juga karena ke kepada lebih menjadi mereka oleh pada para saat saya secara sebagai sudah telah tersebut "
    "tidak untuk yang",
    "Polish": "ale bez był było być co czy dla do go i ich jak jako jest już na nie o od oraz po pod przez przy się "
    "są ta tak także to tym w we z za został że",
    "Czech": "a ale by byl byla bylo co do i jak jako je jeho jen jsou který které k na ne o od po podle pro při s "
    "se si tak ten to v ve však z za že",
    "Romanian": "a al ale am au ca care ce cu de din după este fi fost în între la lui mai nu o pe pentru prin sa "
    "sau se sunt și un unei unui va",
    "Hungarian": "a az azt be csak de egy el és ez hogy is ha kell ki le lesz már meg mert mint még nem pedig s "
    "szerint után vagy van volt",
    "Turkish": "ama bir bu bunu çok da daha de den değil diye en gibi göre her için ile ise kadar ki ne o olan "
    "olarak oldu olduğu sonra var ve ya",
    "Finnish": "ei ennen että he hän ja jo joka jos kuin kun mutta myös ne niin nyt oli olla olivat on ovat se sekä "
    "sen tai tämä vain voi",
    "Vietnamese": "bị các cho có của đã để đến được không là làm một này người như những năm ở ra sẽ tại theo trong "
    "từ và vào về với",
    "Tagalog": "ang ako at ay ito isang ka kanyang ko kung mga na nang ng ngunit ni niya para pero sa si siya upang",
}  # fmt: skip
_SCRIPTS = {
    "Russian or another language in Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arabic or another language in its script": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Hebrew": "\u0590-\u05ff",
    "Hindi or another language of India": "\u0900-\u0d7f",
    "Thai": "\u0e00-\u0e7f",
    "Korean": "\uac00-\ud7af\u1100-\u11ff",
    "Japanese": "\u3040-\u30ff",
    "Chinese": "\u4e00-\u9fff\u3400-\u4dbf",
}
_KNOWN = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
_SCRIPT = {name: re.compile(f"[{signs}]") for name, signs in _SCRIPTS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SIGNS_NEEDED = 30


def language_of(text: str) -> str:
    """The language of a text by its English name, `another language` where it is none of those known here, and empty
    where the text is too short to tell.

    The share of common function words tells, as in Grefenstette, “Comparing two language identification schemes” (JADT
    1995); foreign names and quotations do not move it much. Other scripts are told by their characters.
    """
    text = text[:_MOST_CHARACTERS]
    signs = {name: len(script.findall(text)) for name, script in _SCRIPT.items()}
    foreign, latin = sum(signs.values()), len(_LATIN.findall(text))
    if foreign >= _SIGNS_NEEDED and foreign > latin:
        # Japanese is written with Chinese characters between its own.
        return "Japanese" if signs["Japanese"] * 5 > foreign else max(signs, key=lambda name: signs[name])
    counts = Counter(word.lower() for word in _WORD.findall(text))
    total = counts.total()
    if total < _WORDS_NEEDED:
        return ""
    share = {name: sum(counts[word] for word in known) / total for name, known in _KNOWN.items()}
    best = max(share, key=lambda name: share[name])
    if share["English"] >= _PLAINLY_ENGLISH or best == "English":
        return "English" if share["English"] >= _HARDLY_ENGLISH else "another language"
    if share[best] >= _TOLD:
        return best
    return "another language" if share["English"] < _HARDLY_ENGLISH else ""


def has_english(text: str) -> bool:
    """Whether any word of a text is one of the common words of English: few words tell a language, but some do."""
    return any(word[0].lower() in _KNOWN["English"] for word in _WORD.finditer(text[:_MOST_CHARACTERS]))
