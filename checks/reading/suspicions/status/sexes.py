"""Whether a sentence tells of a woman or of a man: by pronoun, title or given name."""

from __future__ import annotations

import re

from checks.reading.named.gazetteer import given_names
from checks.reading.speech.cues import listed

_SHE = re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady|she|herself|(?:until|before|after|since|on|of|in) her|Queen|Baroness)\b")
_HE = re.compile(r"\b(?:Mr|Sir|he|himself|(?:until|before|after|since|on|of|in) his)\b")
_GIVEN = re.compile(r"\b[A-ZÀ-Þ][\wà-ÿ’-]+(?= [A-ZÀ-Þ])")
_WOMEN = listed(
    "mary anna anne ann helen jane sarah susan margaret elizabeth laura emma julia karen linda barbara patricia"
    " catherine katherine rachel ruth alice agnes christine claire fiona angela theresa diana emily eva frances grace"
    " ingrid irene joan judith louise martha monica nancy nicola olga rosa sofia sophie ursula victoria amina fatima"
    " priya aisha mei yuki carmen elena isabel lucia marie nicole michelle jennifer carol deborah sharon kathleen"
    " maureen joanne bridget siobhan eileen doris edith dorothy shirley beth heather hilary hillary kate lucy charlotte"
    " harriet penelope rosemary sally samantha stephanie susanne yvonne ngozi wangari benazir astrid birgit kirsten"
    " mette sigrid annette brigitte simone ellen inger berit rosalind winifred mabel gladys florence esther miriam"
    " naomi josephine constance beatrice lilian gwen megan lauren amy jill janet pauline elaine denise geraldine"
)
_MEN_IN_A = listed(
    "joshua luca nikita mustafa andrea sasha ezra elisha musa isa issa ilya mika krishna aditya surya luka noa kofia"
    " costa baba tapa mata bola da toma sava attila bela geza jarka juha jukka pekka esa vesa mustapha abba nana"
)


def tells_of(sex: str, text: str) -> bool:
    """Whether a text tells of a “woman” or a “man”; a given name that ends in -a is, with few exceptions, a woman’s."""
    if sex == "man":
        return bool(_HE.search(text))
    return bool(_SHE.search(text)) or any(_is_womans(name) for name in _GIVEN.findall(text))


def _is_womans(name: str) -> bool:
    low = name.lower()
    return low in _WOMEN or (low.endswith("a") and low not in _MEN_IN_A and name in given_names())
