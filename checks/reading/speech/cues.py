"""Words that report what somebody says or thinks, by how each is built into its sentence; and closed classes."""

from __future__ import annotations

import re
from typing import Literal

# say: takes a quotation or a clause (“said that”); tell: takes a hearer before it (“told reporters that”); of: takes a
# noun phrase (“criticised the plan”); to: takes an infinitive (“vowed to appeal”); mind: what is thought or shown.
Sort = Literal["say", "tell", "of", "to", "mind"]


def listed(text: str) -> frozenset[str]:
    """A table of words, from the words in one string with spaces between them."""
    return frozenset(text.split())


_VERBS: dict[Sort, str] = {
    "say": "ask add admit acknowledge allege announce answer argue assert attest aver boast bemoan caution chide"
    " claim clarify comment complain concede conclude confess confide confirm contend continue counter"
    " declare deny disclose elaborate emphasise emphasize exclaim explain fume gripe hint indicate insist"
    " interject jest joke lament lie maintain marvel mention muse mutter note object observe opine ponder"
    " post predict proclaim profess protest quip rant reaffirm reassure recall recount reiterate rejoin"
    " relate remark repeat reply report respond retort reveal rule scoff shout signal speculate state"
    " stress suggest surmise testify theorise theorize tweet underline underscore vent volunteer warn"
    " whisper write say stipulate guess grumble crow gush blog email text cry yell scream thunder chant"
    " sing blurt intone deadpan snap sneer growl proffer quote conjecture affirm wonder holler vow",
    "tell": "tell assure inform remind notify persuade convince advise lecture brief instruct order teach ask"
    " urge encourage beg implore exhort invite call_on challenge press pressure caution forbid direct"
    " command beseech",
    "of": "accuse acclaim address applaud assail attack attribute back belittle berate blame blast call"
    " castigate champion characterise characterize chastise cite condemn congratulate credit criticise"
    " criticize decry defend demand denigrate denounce depict deplore deride describe detail dismiss"
    " disparage dispute dub endorse excoriate fault hail hammer highlight label lambast lambaste laud"
    " liken mock oppose outline pan portray praise question rebuke rebuff recommend refute reject renounce"
    " reprimand request ridicule rip salute scold skewer slam slate support tout mandate prohibit trumpet"
    " brand propose pronounce quote disavow bash compare_to discuss advocate demonise demonize hit_out_at"
    " lash_out_at rail_against call_for refer_to speak_of talk_about speak_about point_to point_out"
    " complain_about object_to agree_with disagree_with boast_about boast_of warn_of warn_against"
    " joke_about argue_for argue_against brag_about allude_to apologise_for apologize_for comment_on"
    " insist_on push_for press_for campaign_for ask_for appeal_for plead_for take_issue_with elaborate_on"
    " swear_by vouch_for write_off write_about lay_out set_out sum_up play_down play_up rule_out"
    " make_clear reflect_on put_it cast_doubt_on",
    "to": "vow promise pledge refuse threaten offer agree decline decide swear undertake want resolve volunteer",
    "mind": "believe read think feel hope expect fear worry suspect know find show prove suppose see consider regard"
    " view estimate project forecast calculate reckon assume imagine understand learn discover determine"
    " judge deem realise realize recognise recognize remember demonstrate caution document doubt favor"
    " favour welcome regret dream agree disagree conclude approve disapprove concur wonder anticipate"
    " appreciate embrace value foresee love hate dislike admire object care notice hear envisage envision",
}
# Base: -s, past, -ing and past participle, where they do not follow the rule.
_IRREGULAR = {
    entry.split("/")[0]: entry.split("/")
    for entry in listed(
        "say/says/said/saying/said tell/tells/told/telling/told write/writes/wrote/writing/written"
        " think/thinks/thought/thinking/thought feel/feels/felt/feeling/felt know/knows/knew/knowing/known"
        " find/finds/found/finding/found show/shows/showed/showing/shown see/sees/saw/seeing/seen"
        " speak/speaks/spoke/speaking/spoken swear/swears/swore/swearing/sworn sing/sings/sang/singing/sung"
        " teach/teaches/taught/teaching/taught seek/seeks/sought/seeking/sought hit/hits/hit/hitting/hit"
        " forbid/forbids/forbade/forbidding/forbidden understand/understands/understood/understanding/understood"
        " hear/hears/heard/hearing/heard foresee/foresees/foresaw/foreseeing/foreseen"
        " undertake/undertakes/undertook/undertaking/undertaken put/puts/put/putting/put take/takes/took/taking/taken"
        " make/makes/made/making/made lay/lays/laid/laying/laid set/sets/set/setting/set cast/casts/cast/casting/cast"
        " lie/lies/lied/lying/lied refer/refers/referred/referring/referred plan/plans/planned/planning/planned"
        " pan/pans/panned/panning/panned rip/rips/ripped/ripping/ripped slam/slams/slammed/slamming/slammed"
        " admit/admits/admitted/admitting/admitted rebut/rebuts/rebutted/rebutting/rebutted"
        " dub/dubs/dubbed/dubbing/dubbed quip/quips/quipped/quipping/quipped beg/begs/begged/begging/begged"
        " sum/sums/summed/summing/summed brag/brags/bragged/bragging/bragged blog/blogs/blogged/blogging/blogged"
        " snap/snaps/snapped/snapping/snapped rant/rants/ranted/ranting/ranted aver/avers/averred/averring/averred"
        " read/reads/read/reading/read"
    )
}


def _forms(verb: str) -> list[str]:
    """Base, -s, past, -ing and past participle."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = verb + ("d" if verb.endswith("e") else "ed")
    continuing = (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
    return [verb, third, past, continuing, past]


_SHAPES = ("base", "third", "past", "ing", "participle")
# Each form of each verb: the sorts it can be, and its shapes; and the particles of verbs of several words.
CUES: dict[str, dict[Sort, tuple[tuple[str, ...], ...]]] = {}
SHAPES: dict[str, frozenset[str]] = {}
for _sort, _entries in _VERBS.items():
    for _entry in _entries.split():
        _verb, *_particles = _entry.split("_")
        for _form, _shape in zip(_forms(_verb), _SHAPES, strict=True):
            _known = CUES.setdefault(_form, {})
            if tuple(_particles) not in _known.get(_sort, ()):
                _known[_sort] = (*_known.get(_sort, ()), tuple(_particles))
            SHAPES[_form] = SHAPES.get(_form, frozenset()) | {_shape}

# Base and -s forms that are more often nouns or adverbs: read as verbs only after an auxiliary or a pronoun.
OFTEN_NOUNS = listed(
    "back state states object objects rip press post posts email emails text texts set lay like love plan rule"
    " rules view views concern hope fear fears doubt doubts study report claim demand need request label brief"
    " document documents challenge challenges address comment comments quote quotes question answer answers"
    " pressure command post note blast sum pan project projects judge judges value notice list aim aims order"
    " orders direct support offer detail details caution dream dreams brand champion champions advocate advocates"
    " blog hit volunteer volunteers blame praise"
)
# Nouns that name what is said: “the claim that”, “Smith’s promise to”.
SAID_NOUNS = listed(
    "claim claims allegation allegations assertion assertions accusation accusations suggestion suggestions"
    " warning warnings statement report reports promise pledge vow belief fear fears concern concerns complaint"
    " complaints argument prediction contention insistence admission declaration announcement hope hopes view"
    " opinion conclusion finding findings rumor rumors rumour rumours denial theory idea notion plan proposal"
    " demand call calls threat request criticism opposition support commitment refusal doubts remarks comments"
)
DOCUMENTS = listed(
    "memo memorandum report study survey poll statement letter email e-mail document documents filing lawsuit"
    " complaint indictment affidavit ruling article editorial book paper analysis audit review release transcript"
    " post tweet blog note sign banner headline text message data figures statistics website page ad advert"
    " advertisement bill law rule policy order draft guidance agreement treaty contract record records file files"
    " leaflet manifesto bulletin dossier notice column essay video recording source sources census index petition"
    " brief motion summary plan"
)
DETERMINERS = listed(
    "a an the this that these those some any no every each all both several many few most more another other such"
    " one two three four five six seven eight nine ten dozens hundreds thousands either neither half enough"
)
ARTICLES = listed("a an the every no")
POSSESSIVES = listed("my your his her its our their whose")
PRONOUNS = listed("i you he she it we they who everyone everybody someone somebody nobody others many some one")
OBJECTS = listed("me you him her it us them himself herself themselves itself")
BE = listed("is are was were be been being am 's ’s 're ’re isn't wasn't aren't weren't isn’t wasn’t")
HAVE = listed("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t 've ’ve")
AUXILIARIES = (
    BE
    | HAVE
    | listed(
        "do does did don't doesn't didn't don’t doesn’t didn’t will would can could may might must shall should won't"
        " wouldn't can't couldn't won’t wouldn’t can’t couldn’t cannot shouldn't shouldn’t 'll ’ll 'd ’d"
    )
)
ADVERBS = listed(
    "also again then now later once never always often still just even only not ever already soon recently first"
    " previously instead simply however therefore thus too sometimes today yesterday tomorrow tonight twice"
    " famously immediately longer long far further earlier reportedly allegedly so meanwhile yet"
)
PREPOSITIONS = listed(
    "of in on at by for from to with about against between into through during before after above below under"
    " over near since until without within among around across behind beyond despite toward towards upon via as"
    " like than amid along including regarding concerning outside inside throughout alongside per unlike except"
    " off out up down"
)
SUBORDINATORS = listed(
    "if when while because although though whether unless whereas since after before until as once where why how"
    " what that which who whom whoever whatever lest than"
)
COORDINATORS = listed("and but or nor yet so")
TIMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tonight"
    " tomorrow morning afternoon evening night week month year earlier later recently last this early late"
)
# Finite verbs of other kinds: where one stands in front of a noun phrase, the phrase begins after it.
PLAIN_VERBS = listed(
    "went came took made got gave left ran fell rose grew held kept won lost met sat stood spent sent built led"
    " put became began broke brought bought caught chose cut drew drove fought flew gets goes makes takes comes"
    " gives gets runs leads wins loses seems appears seemed appeared happens means meant includes has remains"
    " needs shook threw ate rode rang wore woke hid forgot froze lent sank slept stole struck swept swung withdrew"
    " drank tore blew fled knelt"
)
# Verbs that may stand between a speaker and an infinitive that reports: “went on to say”.
ON_TO = listed(
    "on used seemed seems appeared appears wants wanted began begins continued continues declined declines"
    " refused refuses tried tries had has have going able quick keen happy forced took stopped failed"
)
MANNER = listed(
    "statement interview email e-mail tweet letter report speech post note memo message call conference briefing"
    " hearing rally book blog column article testimony filing release op-ed podcast video debate meeting session"
    " broadcast appearance essay response reply press ruling voicemail text documentary address lecture opinion"
    " dissent"
)
ORGANISATION_ENDS = listed(
    "administration government ministry department agency office council committee commission company group"
    " groups union party court bank university institute association federation police corporation inc corp ltd"
    " plc llc board bureau service campaign organisation organization charity society church league club team"
    " parliament senate congress house kremlin pentagon times post journal news press network regime army navy"
    " force military authority authorities alliance coalition movement fund trust foundation college school"
    " hospital firm manufacturer union's states kingdom nations tank watchdog airline retailer tribunal embassy startup"
)
NO_ADVERBS = listed(
    "daily weekly monthly quarterly yearly early likely family assembly ally rally reply supply july only elderly"
)
LY = re.compile(r"[a-z]+ly")
