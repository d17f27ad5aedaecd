"""The wordings in which news tells a percentage beside its figures, as patterns over masked sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.reading.parts import Certainty

# In a wording, <N:part> is a number, <V:was> a number or percentage, <S:pct> a percentage or fraction, <X:pct> a
# multiple, <C:pct> any of these or points, <T> a date; {gap} stands for some words without another figure,
# {few} for up to four words, {off} for what parts off an aside.
_MARKS = {"N": "ND", "V": "NDP", "P": "P", "S": "PF", "F": "F", "X": "X", "C": "PFXQ", "T": "T"}
_WORDS = {
    "far": r"(?:[^\x01;]|\x01[TD][0-9]*\x02){0,60}?",
    "gap": r"(?:[^\x01;]|\x01[TD][0-9]*\x02){0,40}?",
    "wide": r"(?:[^\x01]|\x01[TD][0-9]*\x02){0,60}?",
    "few": r"(?:(?:[\w'’%$£€.-]+|\x01T\x02(?:['’]s)?) ){0,4}?",
    "off": r" ?(?:,|\(|–|—|:| -) ?",
    "or": r"(?:(?:or|i\.e\.,?|that is,?|which is|equivalent to|equal to|representing|amounting to"
          r"|accounting for|just|only"
            r"|a mere|merely|some|about|roughly|around|nearly|almost|approximately|well|even|a|an|the|by"
            r"|over) ){0,5}",
    "or!": r"(?:or|i\.e\.,?|that is,?|which is|equivalent to|equal to|representing|amounting to) "
             r"(?:(?:just|only|a mere|some|about|roughly|around|nearly|almost|a|an|the) ){0,4}",
    "the": r"(?:(?:the|its|their|his|her|our|all|some|about|those|these|a|an|around|roughly|nearly"
           r"|more than) ){0,4}",
    "again": r"(?! (?:point|of (?:whom|which)))"
               r"(?: of (?:(?:the|its|all|those|these|their) ){0,3}(?P<again>\w+))?"
               r"(?! ?-? ?(?:more|less|fewer|higher|lower|increase|rise|drop|fall|decline|jump|gain|up|down"
               r"|above|below|off)\b)",
    "closed": r"(?= ?(?:[),—–.:?!]|$))",
    "move": r"(?:up|down|an?|the) (?:(?:by|some|about|of|around|nearly|almost|over|staggering|further|whopping"
            r"|year-on-year) ){0,4}"
              r"(?:(?:rise|increase|jump|growth|gain|surge|drop|fall|decline|decrease|reduction|cut|slump|dip"
              r"|leap) of )?",
    "noun": r"(?: (?:rise|increase|jump|growth|gain|surge|drop|fall|decline|decrease|reduction|cut|slump|dip|leap"
              r"|more|less|fewer|higher|lower|better|larger|smaller|dearer|cheaper))?",
    "fell": r"(?P<verb>f[ae]ll(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
              r"|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|slump(?:s|ed|ing)?|shr(?:ank|unk)|shrinking|sank"
              r"|plummet(?:ed|s|ing)"
              r"|dwindl(?:ed|ing)|reduc(?:ed|ing|tion)|cut(?:s|ting)?|slash(?:ed|es|ing)|lower(?:ed|ing)"
              r"|dip(?:s|ped)|slid"
              r"|eas(?:ed|es|ing)|slow(?:ed|s|ing)|cooled|trimmed|contracted|accelerated|quickened"
              r"|strengthened|weakened"
              r"|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr[eo]w(?:s|n|ing|th)?|climb(?:s|ed|ing)?"
              r"|jump(?:s|ed|ing)?"
              r"|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|swell(?:ed|s|ing)|rais(?:e|es|ed|ing)|leapt|expanded"
              r"|rocketed|boosted"
              r"|hiked?|up|down)",
    "how": r"(?: (?:back|again|further|steadily|sharply|slightly|steeply|even|overnight|\w{2,12}ly|in price"
           r"|in value))?",
}  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """One wording, and how sure it is that the figures belong together."""

    pattern: re.Pattern[str]
    certainty: Certainty


def _wording(certainty: Certainty, said: str) -> Wording:
    said = re.sub(
        r"<([A-Z])(?::(\w+))?>",
        lambda m: rf"\x01[{_MARKS[m[1]]}]" + (rf"(?P<{m[2]}>[0-9]+)\x02" if m[2] else r"[0-9]*\x02"),
        said,
    )
    return Wording(re.compile(re.sub(r"\{([a-z]+!?)\}", lambda m: _WORDS[m[1]], said)), certainty)


SHARES = (
    _wording("likely", r"<S:pct> of [^\x01,;]{1,25}, (?:with|taking|winning|holding|filling|securing|polling) {few}"
                       r"<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>"),
    _wording("likely", r"<P:pct>(?::|,| \(| with) ?<N:part> (?:\w+ )?(?:in|from) <N:whole>"
                       r" (?:games|matches|attempts|shots|tests|cases|tries|starts|races|trials|visits)\b"),
    _wording("likely", r"<S:pct> of {the}{few}<N:whole>{gap}, with {or}<N:part> (?:of them|[a-z]+ing\b)"),
    # 600 pupils, and 150 of them, or 25 percent
    _wording("likely", r"<N:whole>{far}<N:part> (?:of|out of) (?:them|these|those|whom|which)(?:,? (?=or )|,"
                       r"| ?\(){or}<S:pct>{closed}"),
    # 45 of the 120 pupils, or 52 percent; 12 of 80 (25 percent)
    _wording("certain", r"<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>{gap}(?:,? ?(?=or )|{off}(?=or )"
                        r"| ?\(){or}<S:pct>{again}"),
    _wording("likely", r"<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>{gap}{off}{or}<S:pct>{again}{closed}"),
    # 30 percent of the 200 staff, or 90 people; 52 percent, or 45 of the 120
    _wording("certain", r"<S:pct> of {the}{few}<N:whole>{gap}(?:,? ?(?={or!})| ?\(){or}<N:part>(?! (?:of"
                        r"|out of|percent|per))"),
    _wording("likely", r"<S:pct> of {the}{few}<N:whole>{gap}{off}{or}<N:part>(?! (?:of (?!them|those)|out of|other"
                       r"|more))(?: [\w-]+){0,2}{closed}"),
    _wording("likely", r"<S:pct> of {the}{few}<N:whole>[^\x01,;:]{0,30}: {or}<N:part>(?! (?:of|out of|percent))"),
    _wording("certain", r"<S:pct>(?:,? ?(?=or )| ?\(){or}<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>"),
    _wording("likely", r"<S:pct>{off}{or}<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>"),
    _wording("certain", r"<S:pct> of [^\x01,;()]{1,30}(?:,? ?(?=or )| ?\(){or}<N:part> (?:\w+ )?(?:of"
                        r"|out of) {the}{few}<N:whole>"),
    _wording("likely", r"<P:pct> (?:full|complete|finished|built|sold|filled|occupied|done)"
                       r"{gap}{off}[^\x01]{0,30}?<N:part> (?:\w+ )?"
                       r"(?:of|out of) {the}{few}<N:whole>"),
    # 600 jobs, or 10 percent of its workforce of 4,000
    _wording("certain", r"<N:part>{gap}(?:,? ?(?=or )| ?\(){or}<S:pct> (?:of )?{the}{few}<N:whole>"),
    _wording("likely", r"<N:part>[^\x01,;(]{0,30}(?:,| –| —|—| -) ?{or}<S:pct> (?:of |the |its |their "
                       r"|last ){the}{few}<N:whole>"),
    _wording("likely", r"<N:part>{gap} (?:represent\w*|account\w* for|ma[dk]\w* up|amount\w* to|constitut\w*"
                       r"|compris\w*|equal\w*"
                       r"|is|are|was|were|equivalent to) {or}<S:pct> of {the}{few}<N:whole>"),
    _wording("likely", r"<S:pct> of {the}{few}<N:whole>[^\x01,;:]{0,20} (?:is|was|equals|comes? to|amounts? to"
                       r"|works out at) "
                       r"{or}<N:part>(?! (?:times|percent))"),
    # 1,200 of the 4,000 voters came, a turnout of 45 percent; turnout was 45 percent, with 1,200 of 4,000
    _wording("likely", r"<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>{far}(?:turnout|share|rate"
                       r"|proportion|percentage|majority)"
                       r" (?:of|was|stood at|at) {or}<S:pct>{again}"),
    _wording("likely", r"(?:turnout|pass rate|success rate|share|response rate|attendance){gap}<P:pct>"
                       r"{gap}{off}[^\x01]{0,20}?"
                       r"<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>"),
    # cut its workforce of 4,000 by 10 percent, or 600 jobs
    _wording("likely", r"<N:whole>{gap} by {or}<S:pct>(?:,| \(|—| –) ?{or!}<N:part>(?! (?:to|from)\b)"),
    _wording("likely", r"<N:part>(?:,| \(|—| –) ?{or!}<P:pct>\)?,? from <N:whole>"),
    _wording("likely", r"<P:pct>(?:,| \(|—| –) ?{or}<N:part>\)?,? from <N:whole>"),
    # fell 250 points, or 2 percent, to 9,800
    _wording("certain", r"<N:delta>(?: [a-z]+)?(?:,| \(|—| –) ?{or}<P:pct>\)?,? (?:to|at) {few}<N:base>"),
    _wording("certain", r"<P:pct>(?:,| \(|—| –) ?{or}<N:delta>\)?,? to <N:base>"),
    _wording("certain", r"\bby {or}<N:delta> to {few}<N:base>(?:,|\(|—|–) ?{move}"
                        r"<P:pct>{noun}{again}(?! (?:from|since|on|against)\b)"),
    # a 5 percent fee on the 2,000 loan, or 200
    _wording("likely", r"<P:pct> (?:\w+ )?(?:interest|tax|levy|fee|commission|tip|deposit|duty|tariff"
                       r"|surcharge|stake|share|cut"
                       r"|royalty|vat|bonus|charge|premium){gap} ?(?:on|of|from|in) {the}{few}<N:whole>"
                       r"{gap}(?:,|\(|—|–) ?{or!}<N:part>"),
    _wording("likely", r"<P:pct> (?:\w+ )?(?:interest|tax|levy|fee|commission|tip|deposit|duty|tariff"
                       r"|surcharge|charge)"
                       r" of <N:part>[^\x01,;]{0,20} on {the}{few}<N:whole>"),
    _wording("likely", r"<P:pct> (?:interest|deposit|down payment|stake|share|tip|fee|commission|levy|tax),? {or!}"
                       r"<N:part>(?: a year|{gap}) (?:on|of|in) "
                       r"{the}{few}<N:whole>"),
)  # fmt: skip
# Of the 240 respondents, 60 (35 percent) said yes: the whole, and then each part with its percentage.
OF_THEM = re.compile(
    r"(?:^|[,;:] |\bthat |\band |\bbut |[“\"])(?:out )?(?:of|among) (?:(?:the|all|its|their|those|these|some"
    r"|about) ){0,3}(?:[\w-]+ ){0,3}?"
    r"\x01N([0-9]+)\x02"
)
OF_ITS_PARTS = (
    _wording("likely", r"<N:part>{gap}, an? (?:\w+ )?(?:rate|share|proportion|ratio) of {or}<S:pct>{closed}"),
    _wording("certain", r"<N:part>[^\x01;,(]{0,25}(?:, (?=or )| ?\(){or}<S:pct>{again}"),
    _wording("likely", r"<N:part>(?:,| –| —|—) ?{or}<S:pct>{again}{closed}"),
    _wording("certain", r"<S:pct>(?:, (?=or )| ?\(){or}<N:part>(?! (?:of|out of|in|per|each))[^\x01,;)]{0,25}[,)]"),
)
CHANGES = (
    _wording("likely", r"<V:was>{gap} by {or}<C:pct>,? to {few}<V:now>"),
    _wording("likely", r"<C:pct>{gap} (?:to|at) {few}<V:now>{gap}(?:against|compared (?:with|to)|versus"
                       r"|[ ,(]from) {few}<V:was>"),
    _wording("likely", r"<V:was>{wide}(?: now |\x01T\x02 ){gap}(?<!after )<V:now>(?:,| –| —"
        r"|—) ?{move}<C:pct>{noun}{again}"),
    # rose 12 percent, from 40 to 52; rose 12 percent to 52 from 40
    _wording("certain", r"<C:pct>{noun}[^\x01;]{0,25}?(?:,|\(|:|—|–)? ?from {few}<V:was>{gap} to {few}<V:now>"),
    _wording("certain", r"<C:pct>{noun}[^\x01;]{0,25}?(?:,|\(|:|—|–)? ?to {few}<V:now>{gap}[ ,(]from {few}<V:was>"),
    _wording("likely", r"<C:pct>{noun}{gap} from {few}<V:was>{gap} to {few}<V:now>"),
    _wording("likely", r"<C:pct>{noun}{gap} to {few}<V:now>{gap}[ ,(]from {few}<V:was>"),
    # from 40 to 52, a rise of 30 percent; to 52 from 40, up 30 percent
    _wording("certain", r"from {few}<V:was>{gap} to {few}<V:now>{gap}(?:,|\(|—|–|:) ?(?:{or!}|{move})"
                        r"<C:pct>{noun}{again}"),
    _wording("certain", r"to {few}<V:now>{gap}[ ,(]from {few}<V:was>{gap}(?:,|\(|—|–|:) ?(?:{or!}|{move})"
                        r"<C:pct>{noun}{again}"),
    _wording("likely", r"from {few}<V:was>{gap} to {few}<V:now>{gap} ?(?:,|\(|—|–|:) ?{or}<C:pct>(?: (?:rise"
                       r"|increase|jump|drop|fall|decline|cut)|{closed})"),
    _wording("likely", r"from {few}<V:was> by {or}<C:pct>{gap} to {few}<V:now>"),
    _wording("likely", r"from {few}<V:was>{gap} to {few}<V:now>[^\x01;,]{0,25}(?:,|—"
                       r"|–)? (?:an? )?(?:\w+ ){0,2}(?:by|of) {or}<C:pct>{again}"),
    # 48 million, up 12 percent from 40 million; 450 tickets, a 50 percent increase on the 300
    _wording("certain", r"<V:now>{gap}[ ,(–—](?:up|down) {or}<C:pct>(?: on| from| compared with| over),? {few}"
                        r"<V:was>"),
    _wording("certain", r"<V:now>{gap}[ ,(–—](?:up|down) {or}<C:pct>,? from {few}<V:was>"),
    _wording("likely", r"<V:now>{gap}[ ,(–—]{move}<C:pct>{noun} ?,? (?:on|from|over|compared (?:with|to)"
                       r"|against|than) {few}<V:was>"),
    # 52, up from 40 a year earlier, a rise of 30 percent
    _wording("certain", r"<V:now>{gap}(?:up|down) from {few}<V:was>{gap}(?:,|\(|—|–) ?(?:{or!}|{move})"
                        r"<C:pct>{noun}{again}"),
    _wording("likely", r"<V:now>{gap}(?:compared (?:with|to)|against|versus|vs\.?|as against) {few}<V:was>"
                       r"{gap}(?:,|\(|—|–) ?{move}<C:pct>{noun}{again}"),
    # 90 deaths against 20, three times as many; three times as many, 90 against 20
    _wording("likely", r"<X:pct>{gap} ?(?:,|\(|:|—|–) ?(?:with )?<N:now>{gap}(?:against|compared (?:with|to)"
                       r"|versus|vs\.?|to) {few}<N:was>"),
    _wording("likely", r"<N:now>{gap}(?:,|\(|—|–| is| was| were| are) ?{or}<X:pct> (?:as many as |as much as "
                       r"|the |that of |what |more than |its |last ){few}<N:was>"),
    _wording("likely", r"<N:now>{gap} (?:against|compared (?:with|to)|versus|vs\.?) {few}<N:was>{gap}(?:,|\(|—"
                       r"|–) ?{or}<X:pct> (?:as|more|the)\b"),
    # 20 percent off the 50 dollar ticket, now 45
    _wording("likely", r"<S:pct> (?:off|discount (?:on|off|from)|reduction (?:on|in)|cut (?:in|to)) {the}{few}"
                       r"<N:was>{far}(?:,|\bto\b|\bfor\b|\bat\b|\bis\b|\bare\b|now|costs?|pay(?:s|ing)?"
                       r"|\x01T\x02) ?{gap}<N:now>"),
    _wording("likely", r"<N:now>{gap}<S:pct> (?:off|below|less than|more than|above|higher than|lower than"
                       r"|cheaper than|dearer than|discount (?:on|off|from)) {the}{few}<N:was>"),
    _wording("likely", r"<N:was> in \x01T\x02{gap} (?:and|to|but)(?: to)? <N:now> in \x01T\x02{gap}(?:,|—"
                       r"|–) ?{move}<C:pct>{noun}{again}"),
)  # fmt: skip
DIRECTIONS = (
    _wording("likely", r"\b{fell}{how} to {few}<V:now>{gap}(?:compared (?:with|to)|against|versus) {few}<V:was>"),
    _wording("certain", r"\b{fell}{how}(?: [\w'-]+){0,3}? from {the}<V:was>{gap} to {few}<V:now>"),
    _wording("certain", r"\b{fell}{how} to {few}<V:now>{gap}[ ,(]from {the}<V:was>"),
    _wording("certain", r"<V:now>[^\x01;,]{0,30}[ ,(–—]{fell}{how} from (?:last year's |a )?{the}<V:was>"),
)
# By name: the mark and the word without which it need not be looked for, and the wording.
IN_WORDS: dict[str, tuple[str, str, Wording]] = {
    # a majority of voters (43 percent)
    "majority": ("P", "majority", _wording("likely", r"\bmajority(?: of [^\x01,;(]{1,40}?)?(?:,| ?\(|—"
                                                     r"| –) ?{or}<P:pct>{closed}")),
    "most": ("P", "most", _wording("likely", r"(?:^|[,;:“\"] ?|\bthat |\bby "
                                             r"|\bfor )most (?:of [^\x01,;(]{1,40}"
                                             r"|[a-z]+s\b(?: [a-z]+){0,2}) ?(?:\(|, (?=or ))"
                               r"{or}<P:pct>{closed}")),
    "fraction": ("F", "", _wording("likely", r"<F:frac>(?: of [^\x01,;(–—]{1,40}| [a-z]+)?(?:,| ?\(|—"
                                             r"| –) ?{or}<P:pct>{closed}")),
    "percent": ("F", "", _wording("likely", r"<P:pct>(?: of [^\x01,;(–—]{1,40})?(?:, (?=or )"
                                            r"| ?\(){or}<F:frac>{closed}")),
    "two-thirds": ("F", "majority", _wording("likely", r"<F:frac> (?:super-?)?majority{gap}<P:pct>")),
    "two-thirds of": ("F", "majority", _wording("likely", r"<N:part> (?:\w+ )?(?:of|out of) {the}{few}<N:whole>{gap}"
                                                r"<F:pct> (?:super-?)?majority")),
    "unanimous": ("P", "unanimous", _wording("likely", r"\bunanimous(?:ly)?\b[^\x01;]{0,40}?(?:with|by|,"
                                                       r"|\() ?(?:a |the |just |only |some )?<P:pct>(?= of"
                                                       r"|[),.]| voting| support| in favour| in favor)")),
    "each": ("N", "", _wording("likely", r"<N:part>{far}(?:shared?|split|divided|distributed|spread|handed out"
                                         r"|shared out)(?: \w+ly| out)?"
                               r" (?:by|among|amongst|between|across|over) {the}{few}<N:whole>{gap}(?:,|\(|—|–"
                               r"|;) ?{or}<N:pct>( each| apiece| a head)?")),
    "each of": ("N", "each of", _wording("likely", r"\beach of {the}{few}<N:whole>{gap}(?:get|receive|be paid"
                                                   r"|be given|contribute|pay)\w* {gap}<N:pct>{gap} (?:from|of"
                                                   r"|out of)"
                                  r" {the}{few}<N:part>")),
    "lost": ("P", "", _wording("likely", r"\b{fell}{how}(?: by)? {or}<P:pct>{again}")),
    "all of": ("P", " of ", _wording("certain", r"<P:pct> of {the}(?:\w+ )?(?:people|voters|residents|pupils"
                                                r"|students|patients|workers|employees|"
                                  r"members|women|men|children|adults|households|families|respondents|teachers"
                                  r"|farmers|drivers)\b")),
}  # fmt: skip
