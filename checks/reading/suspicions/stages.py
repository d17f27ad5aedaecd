"""Words that say at what stage or in what state a thing is, other than a verb of the act. Tables only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    pass

# Words that say what stage a thing is at, with the act they tell of; what they are said of stands before them.
PENDING: dict[str, str] = {
    "review": r"(?:will be|is|are|remains?|still) (?:still )?(?:subject to|undergoing|under)(?: an?"
              r"| the)?(?: [\w-]+){0,2}"
    r" (?:review|consideration|consultation|examination|discussion|negotiation)|(?:is|are) (?:still )?being"
    r" (?:considered|reviewed|negotiated|debated|drafted|discussed)",
    "finalised": r"final (?:regulations?|rules?|approval|decision|text|guidelines?|guidance|details)"
    r"(?: (?:is|are|was|were))?(?: still)? (?:expected|due|awaited|to be|have yet|has yet|will|pending)",
    "approve": r"(?:await(?:s|ing)?|pending|subject to|(?:still )?(?:needs?|requires?))(?: an?| the| final| regulatory"
    r"| formal| parliamentary| its| [\w-]+[’']s?){0,3} (?:approval|ratification|clearance|consent|assent|sign-?off"
    r"|endorsement|green light)|(?:regulators|shareholders|lawmakers|ministers|councillors|members|parliament"
    r"|the board)"
    r" (?:have|has) (?:yet|still) to (?:approve|back|vote|agree)",
    "signature": r"(?:now )?(?:goes|heads|moves|returns|passes) to (?:the )?(?:\w+[ -]){0,3}(?:governor|president"
                 r"|king|queen|senate|house"
    r"|mayor|monarch|desk|upper house|lower house|lords|commons)\b[^.;]{0,40}|(?:awaits?|awaiting|needs)"
    r" (?:[\w’'.-]+ ){0,4}signature",
    "vote": r"(?:will|is due to|are due to|is expected to|are expected to|is set to|are set to|is to|are to"
            r"|is scheduled to"
    r"|are scheduled to|has yet to|have yet to|prepares? to) (?:now )?(?:hold a )?vote\b(?: on)?"
    r"|(?:vote|ballot|election|referendum|poll|runoff|run-off)(?: on (?:[\w’-]+ ){1,5}?| )(?:will (?:take place"
    r"|be held)|takes place|is (?:due"
    r"|scheduled|expected|set)|is to be held)|votes? will be (?:counted|cast)|polls open on|(?:go"
    r"|head) to the polls (?:on|next|in"
    r"|tomorrow)",
    "trial": r"(?:is|are|remains?|was) (?:\w+ )?awaiting (?:a )?trial|(?:will|is due to|is to|is set to|are due to"
             r"|are to|is expected to)"
    r" (?:stand|face|go on) (?:a )?trial|trial(?: of [\w’' -]{1,40}?)? (?:is (?:due|set|expected|scheduled)"
    r"|will (?:begin|start|open)"
    r"|(?:begins|starts|opens) (?:on|in|next|later))|ha(?:s|ve) yet to (?:stand|face|go on) trial",
    "verdict": r"(?:jury|jurors|judges?|panel) (?:is|are|remains?|was still) (?:still )?(?:deliberating"
               r"|considering|out)"
    r"|verdict is (?:expected|due)",
    "talks": r"(?:talks|negotiations|discussions)\b[^.;]{0,60} (?:continue|are continuing"
             r"|are (?:still )?under ?way|resume"
    r"|will resume|are ongoing|drag on|are expected|are due|remain deadlocked)"
    r"|(?:are|is) (?:still )?(?:negotiating|in talks|in negotiations)"
    r"|no (?:deal|agreement|settlement|accord) (?:has|had) (?:yet )?been (?:reached|agreed|signed)"
    r"|without (?:a |an )?(?:deal|agreement)\b",
    "candidates": r"(?:is|are) (?:still )?(?:looking|searching|recruiting) for a (?:new )?|(?:search|recruitment"
                  r"|hunt) for (?:a|an|his|her|its|their|the)[^.;]{0,40}"
    r" (?:continues|goes on|is under way|is underway|is ongoing)|(?:has|have) yet to (?:name|appoint|choose|find) a",
    "plea": r"(?:will|is (?:due|expected|to)|has yet) (?:to )?enter (?:a|his|her|their) plea",
    "buyer": r"(?:is|are|has been|remains?) (?:still )?(?:looking|searching|waiting) for (?:a |an )?buyer"
    r"|(?:has|have) yet to find a buyer|no buyer has (?:yet )?been found",
    "proposed": r"(?:is|are) (?:still )?(?:considering|weighing|mulling|debating|discussing) (?:a|an"
                r"|whether to) (?:[\w-]+ )?"
    r"(?:ban|tax|repeal|levy|lift|end|law|legali[sz]\w+|abolish|scrap)\w*|(?:is|are"
    r"|remains?) (?:still )?(?:only )?(?:a|an) (?:proposal|draft|idea)",
    "law": r"(?:has|have) yet to (?:become law|take effect|come into force)|(?:will|is (?:due|expected|set) to"
    r"|would) (?:become law|take effect|come into (?:force|effect))",
    "complete": r"(?:work|construction|building)\b[^.;]{0,40} (?:is|are) (?:due|expected|set|scheduled) to"
    r" (?:begin|start|finish|end)|(?:work|building|construction|renovation|restoration)\b[^.;]{0,40} (?:is"
    r"|are) (?:still "
                r"|expected to be"
    r" )?(?:under ?way|continuing|unfinished|ongoing)|(?:is|are|remains?) (?:still )?(?:under construction"
    r"|unfinished|incomplete|being built)",
}  # fmt: skip
STATES: dict[str, str] = {
    "in force": r"(?:remains?|stays?|is still|are still) in (?:place|force|effect)",
    "on sale": r"(?:is|are|remains?) (?:still )?(?:on sale|in use|in service|on the shelves)",
    "controlled": r"(?:was|were|is|been|brought|got)(?: [\w-]+){0,3}? under control",
    "voted": r"(?:has |have )?voted\b",
    "alive": r"(?:is|are|was|remains?|remained|lies|stays?) (?:still )?(?:being treated )?(?:in|listed in)(?: an?)?"
    r" (?:critical|stable|serious|intensive|critical but stable|fair|good|life-threatening)(?: but stable)?"
    r" (?:condition|care)|(?:is|are) (?:now )?(?:recovering|alive|conscious|expected to (?:survive|recover"
    r"|make a full recovery|live))"
    r"|survived\b|will be discharged|(?:is|are) being treated|remains? in (?:hospital|a coma)",
    "at large": r"(?:is|are|remains?|remained) (?:still )?(?:at large|on the run|at liberty|being sought"
                r"|a fugitive|wanted by)"
    r"|(?:has|have) (?:so far )?(?:evaded|eluded) (?:police|capture|arrest)"
    r"|(?:hunt|search|manhunt) for (?:him|her|them|the (?:[\w-]+ ){0,2}\w+) (?:continues|continued|goes on"
    r"|is continuing|is under way)"
    r"|(?:are|is) (?:still )?(?:looking|searching|hunting) for (?:him|her|the (?:suspect|gunman|attacker|driver"
    r"|man|woman|killer))"
    r"|no (?:arrests? (?:has|have) been made|one has been arrested)|ha(?:s|ve) made no arrests",
    "missing": r"(?:is|are|remains?) (?:still |feared )?(?:missing|unaccounted for|lost)|(?:has"
               r"|have) (?:still )?not (?:yet )?been"
    r" (?:found|located|recovered|rescued)|(?:search|hunt) for (?:him|her|them|it"
    r"|the (?:[\w-]+ ){0,2}\w+) (?:continues|continued|goes"
    r" on|is continuing|is under way|was continuing|will resume)|(?:has|have) yet to be (?:found|located"
    r"|recovered)|remains? trapped",
    "burning": r"(?:is|are|was|remains?) (?:still )?(?:burning|ablaze|out of control|raging|on fire)|(?:continues"
               r"|continued) to burn"
    r"|(?:is|are|was|were) still (?:fighting|battling|tackling)",
    "still open": r"operating (?:as )?normal(?:ly)?|running normally|\b(?:is|are) [\w ]{3,40} as usual|(?:remains?"
                  r"|stays?|remained|stayed|is still|are still) (?:fully )?open\b(?! to)",
    "opened": r"(?:is|are|remains?|stays?|remained|stayed) (?:still |fully )?open\b(?! to (?:talks|question|debate"
              r"|interpretation|doubt|the idea"
    r"|discussion|all))|(?:has|have) (?:now )?reopened|(?:was|were) (?:fully )?open to (?:traffic|the public|visitors)",
    "closed": r"(?:is|are|remains?|stays?|remained) (?:still )?(?:closed|shut)\b(?! to)|(?:has"
              r"|have) (?:been )?(?:closed|shut)(?: down)?\b"
    r"|(?:will|is to|are to) (?:remain|stay) (?:closed|shut)",
    "goes ahead": r"(?:will|is (?:set|due|expected|still) to|are (?:set|due|expected) to"
                  r"|is to) (?:still )?(?:go ahead|take place|be held|be heard|proceed)\b"
    r"|(?:is|are) going ahead",
    "guilty plea": r"(?:pleaded|pled|pleads|has pleaded) guilty|(?:changed|entered) (?:his|her|their"
                   r"|a) (?:plea to )?guilty(?: plea)?"
    r"|admitted (?:the |all |both |two |three )?(?:charges?|counts?|murder|manslaughter|theft|fraud|assault)",
    "not guilty plea": r"(?:pleaded|pled|pleads|has pleaded) not guilty|(?:den(?:ied|ies|ying)|has denied) (?:the "
                       r"|all |any |both |two |three )?(?:charges?"
    r"|counts?|wrongdoing|murder|manslaughter|theft|fraud|assault|involvement)|maintains? (?:his|her|their) innocence",
    "sold out": r"(?:is|are|was|were|has|have|had) (?:\w+ )?sold out\b|sold-out (?:show|concert|game|match|event"
                r"|performance|crowd|tour|arena|stadium)"
    r"|sold out (?:in|within|days|weeks|months)|(?:every|all) (?:seats?|tickets?)[^.;]{0,20} (?:sold|gone|taken)",
    "tickets left": r"tickets?(?: [\w’'-]+){0,8}? (?:are|is|remain) (?:still )?(?:available|on sale|unsold|left)"
                    r"|tickets (?:can|may) (?:still )?be (?:bought"
    r"|booked|purchased)|(?:some|few|hundreds of|dozens of|a handful of) tickets (?:remain|are left)"
    r"|tickets, (?:priced )?[^.;]{0,40} are available",
    "in office": r"(?:remains?|stays?|is still|continues) (?:in (?:office|post|charge|his post|her post|the job"
                 r"|his job|her job)|as (?:the )?"
    r"(?:[\w-]+ ){0,2}(?:chief|president|minister|mayor|chair\w*|director|head|leader|manager|coach|captain))"
    r"|(?:has|have) (?:no plans|refused|no intention)(?: of| to)? (?:resign\w*|quit\w*|step\w* down|go"
    r"|stand\w* down)|(?:has|have) (?:vowed|pledged)"
    r" (?:not to (?:resign|step down|quit)|to (?:stay|remain))|(?:is|was) expected to (?:announce (?:his|her"
    r"|their) resignation)",
    "halted": r"(?:is|are|remains?) (?:still )?(?:suspended|halted|grounded|cancelled|stopped)\b",
    "cut off": r"(?:is|are|remains?|was|were) (?:still )?(?:without|cut off|in the dark)\b",
    "afloat": r"(?:is|remains?) (?:still )?afloat|(?:is|was) (?:being )?towed",
    "positive": r"(?:tested|tests|test(?: results?)? (?:was|were|came back|is|are)|result was) positive\b",
    "negative": r"(?:tested|tests|test(?: results?)? (?:was|were|came back|is|are)|result was) negative\b",
    "stands": r"(?:still stands|remains standing|is still standing)",
    "in custody": r"(?:is|are|remains?) (?:still )?(?:being )?(?:held|detained|in (?:custody|jail|prison|detention"
                  r"|captivity)|behind bars|serving (?:a|his|her))",
    "unsold": r"(?:remains?|is still|went|was) (?:unsold|on the market|up for sale)|failed to sell",
    "goes on": r"(?:continues|will continue|is continuing|goes on|enters its|entered its|shows no sign of ending"
               r"|is in its)\b",
    "unconfirmed": r"(?:has|have) (?:not|yet to|declined to|refused to) (?:yet )?(?:been )?confirm(?:ed)?"
                   r"|(?:declined|refused) to confirm"
    r"|could not (?:confirm|be (?:independently )?(?:confirmed|verified))|(?:remains?|is|are) unconfirmed",
    "legal": r"(?:is|are|was|remains?) (?:now |still |entirely |perfectly |already )?(?:legal|lawful)\b",
    "illegal": r"(?:is|are|remains?) (?:still |now )?(?:illegal|unlawful|against the law|outlawed)\b",
    "apart": r"(?:remain|are still|will remain|stay) (?:separate|independent|apart|rivals)",
    "wed": r"(?:is|are|got|were) married\b",
    "single": r"(?:is|are|remains?) (?:single|unmarried|engaged)\b",
    "law": r"(?:signed|signs|passed) (?:[\w’'-]+ ){0,8}into law|(?:became|has become|is now) law|(?:took|has taken"
           r"|takes) effect (?:on|at|from|yesterday|last)"
    r"|(?:came|has come|is now|entered) (?:in|into) (?:force|effect)|received royal assent",
    "resign": r"(?:has|have) (?:stepped|stood) down|(?:stepped|stood) down\b|handed in (?:his|her"
              r"|their) (?:resignation|notice)"
    r"|(?:the|his|her) (?:sudden |abrupt |surprise )?resignation of",
    "die": r"(?:was|were|been) (?:killed|pronounced dead|found dead|shot dead)|(?:is|are) dead\b|(?:lost (?:his"
           r"|her|their) li(?:fe|ves))|passed away",
    "acquit": r"(?:was|were|been) (?:found not guilty|cleared)\b",
    "convict": r"(?:was|were|been) found guilty|found (?:[\w’'.-]+ ){1,4}guilty",
    "cancel": r"(?:was|were|been) (?:called off|scrapped|abandoned)",
    "approve": r"(?:gave|has given|have given|won|received|got|secured) (?:the |its |their |final |formal |full "
               r"|regulatory )*"
    r"(?:green light|go-ahead|approval|backing|planning permission)|voted (?:unanimously |overwhelmingly "
    r"|narrowly )?(?:to approve|in favou?r of)",
    "reject": r"voted (?:unanimously |overwhelmingly |narrowly )?(?:down|to reject)|turned (?:down|it down)"
              r"|threw out|thrown out|voted down",
    "decline": r"turned (?:it |them |him |her )?down",
    "elect": r"(?:won|has won) (?:the |[\w’'-]+ )?(?:\w+ )?(?:election|presidency|mayoralty|by-election|runoff"
             r"|run-off)\b|(?:was|were|been) voted in\b",
    "agree": r"(?:agreement|deal|settlement|accord|ceasefire|truce) (?:was|has been|is|were|had been)? ?(?:reached"
             r"|agreed|struck|signed)|(?:reached|struck|signed)"
    r" (?:an?|the) (?:[\w’'-]+ ){0,2}(?:agreement|deal|settlement|accord|truce|ceasefire)",
    "arrest": r"(?:was|were|is|are|been) (?:now )?(?:in custody|taken into custody|captured|caught)|(?:has"
              r"|have) been (?:caught|captured)"
    r"|surrendered to police|turned (?:himself|herself|themselves) in",
}  # fmt: skip
# A text without any of these letters has no such words; looking for them is quick.
_KEYS: dict[str, str] = {
    "plea": "plea",
    "in force": "in_place in_force in_effect",
    "on sale": "on_sale in_use in_service the_shelves",
    "controlled": "under_control",
    "voted": "voted",
    "approve": "approval ratification clearance consent assent sign-off signoff endorse green_light "
    "go-ahead backing permission voted yet_to still_to",
    "reject": "voted turned threw thrown",
    "decline": "turned",
    "agree": "agreement deal settlement accord ceasefire truce",
    "arrest": "custody captured caught surrendered turned",
    "elect": "election presidency mayoralty run-off runoff voted_in",
    "resign": "down handed_in resignation",
    "acquit": "not_guilty cleared",
    "convict": "guilty",
    "cancel": "called_off scrapped abandoned",
    "complete": "work building construction renovation restoration unfinished incomplete built",
    "goes on": "continu goes_on enter shows_no is_in_its",
    "cut off": "without cut_off in_the_dark",
    "afloat": "afloat towed",
    "review": "review consider consult examin discuss negotiat debated draft",
    "finalised": "final",
    "signature": "signature desk go_to goes_to heads moves returns passes",
    "vote": "vote ballot election referendum poll runoff run-off",
    "trial": "trial",
    "verdict": "jur judge panel verdict",
    "talks": "talks negotiat discussions deal agree settlement",
    "candidates": "search recruit hunt yet_to looking",
    "buyer": "buyer",
    "proposed": "proposal draft idea considering weighing mulling debating discussing",
    "alive": "condition _care recover alive conscious survive discharged being_treated in_hospital "
    "a_coma expected_to_live",
    "at large": "at_large on_the_run liberty sought fugitive wanted_by evaded eluded hunt search "
    "looking no_arrest no_one made_no",
    "missing": "missing unaccounted lost not_been not_yet search hunt yet_to_be trapped",
    "burning": "burn ablaze control raging fire fighting battling tackling",
    "opened": "open",
    "still open": "open operating running as_usual",
    "closed": "closed shut",
    "goes ahead": "ahead take_place held proceed",
    "guilty plea": "guilty admitted",
    "not guilty plea": "not_guilty den innocence",
    "sold out": "sold-out sold_out sold gone taken",
    "tickets left": "ticket",
    "in office": "office in_post in_charge his_post her_post job as_ refused intention no_plans vowed "
    "pledged resignation",
    "in custody": "_held detained custody jail prison detention captivity bars serving",
    "unsold": "unsold market for_sale to_sell",
    "stands": "stand",
    "unconfirmed": "confirm",
    "legal": "legal lawful",
    "illegal": "illegal unlawful the_law outlawed",
    "apart": "separate independent apart rivals",
    "wed": "married",
    "single": "single unmarried engaged",
    "law": "into_law became_law become_law become_law now_law take_effect took_effect "
    "taken_effect takes_effect force into_effect assent",
    "die": "killed dead life lives passed",
    "positive": "positive",
    "negative": "negative",
    "halted": "suspended halted grounded cancelled stopped",
}  # fmt: skip


def _signs() -> Iterator[tuple[str, re.Pattern[str], tuple[str, ...], Literal["done", "to come"]]]:
    for table, stage in ((PENDING, "to come"), (STATES, "done")):
        for act, words in table.items():
            keys = tuple(key.replace("_", " ") for key in _KEYS.get(act, "").split()) or ("",)
            yield act, re.compile(rf"\b(?:{words})", re.IGNORECASE), keys, "done" if stage == "done" else "to come"


SIGNS = tuple(_signs())
