"""Words that say how far an act has got: what each makes of the act that it governs. Tables only.

A verb entails, denies or leaves open what it governs: “managed to” entails it, “failed to” denies it, “plans to” does
neither. The classes follow Karttunen, Implicative verbs (Language 47, 1971), and the factuality values of FactBank
(Saurí and Pustejovsky 2009); the words are ours. The same tables serve the reading of one article against itself.
"""

from __future__ import annotations

from typing import NamedTuple

from checks.reading.speech.cues import listed


class Effect(NamedTuple):
    """What a governing word makes of an act: its reality, and whether it turns yes into no.

    `kind` is empty for a deed, “say” and “fact” for words that report it: as somebody's words, or as a finding.
    """

    reality: str
    turns: bool = False
    kind: str = ""


def _effects(*rows: str) -> dict[str, Effect]:
    """A table of effects: “reality: words”; after “!” it turns the act, after “<” it is somebody's words, “=” found."""
    found: dict[str, Effect] = {}
    for row in rows:
        head, _, words = row.partition(": ")
        kind = "fact" if "=" in head else "say" if "<" in head else ""
        effect = Effect(head.strip("!<="), "!" in head, kind)
        found.update(dict.fromkeys(words.split(), effect))
    return found


# Closed classes by which a run of words is read, as in an article held against itself; a tree is read by them too.
WILL = frozenset(("will", "’ll", "'ll", "shall", "must"))
WOULD = frozenset(("would", "could", "might", "may", "can", "should", "cannot", "’d"))
DUE = listed(
    "expected due set scheduled likely poised about going slated planning hoping preparing considering ready"
    " intending yet still aiming waiting looking"
)
PLANNING = listed("plan hope intend aim prepare want seek need try")
REFUSING = listed("refuse fail decline")
AWAITING = listed(
    "considering weighing mulling proposing planning await awaits awaiting awaited pending need needs require"
    " requires requiring seek seeks seeking without lacks lack lacking"
)


def in_present(verbs: frozenset[str]) -> frozenset[str]:
    """The verbs in their base form and with -s."""
    return verbs | {verb[:-1] + "ies" if verb.endswith("y") else f"{verb}s" for verb in verbs}


def told_of_one(verbs: frozenset[str]) -> frozenset[str]:
    """Regular verbs with -s and in the past."""
    return frozenset(form for verb in verbs for form in (f"{verb}s", f"{verb}d" if verb.endswith("e") else f"{verb}ed"))


# Verbs before “to do”; a preposition or particle after “_”.
TO_DO = _effects(
    "done: manage succeed go_on proceed happen force compel cause lead help let make bother dare remember choose"
    " opt elect rush hurry hasten come get persuade convince coax drive induce trick inspire see hear watch team_up"
    " unite combine return stay step_in act take use_up suffice serve turn_out prove bother deign condescend live"
    " pause stop provoke trouble have",
    f"done!: {' '.join(sorted(REFUSING))} forget neglect omit disdain scorn",
    "ongoing: begin start continue carry_on keep",
    "ended!: cease",
    "ended: use",
    "habitual: tend",
    "to come: go set schedule slate due bill earmark",
    "decided: decide resolve agree vote undertake commit sign_up determine move",
    "planned: plan intend aim mean propose prepare arrange design plot conspire pick select name appoint nominate"
    " hire tap recruit",
    "promised: promise vow pledge swear guarantee",
    "intended: want hope wish desire long like love prefer threaten offer volunteer wait yearn look bid",
    "attempted: try attempt seek strive struggle endeavour endeavor fight work battle campaign scramble race"
    " compete apply push negotiate",
    "asked: ask urge call_on request beg invite encourage advise recommend press lobby appeal petition implore"
    " plead challenge pressure caution remind warn counsel appeal_to call call_for expect_of press_for",
    "obliged: tell order instruct direct command require oblige mandate need ought summon sentence bind suppose"
    " have_to owe",
    "obliged!: forbid prohibit ban",
    "allowed: allow permit authorize authorise license empower entitle clear enable free qualify equip",
    "predicted: expect forecast project predict anticipate tip poise stand predestine",
    "believed: believe think consider understand presume assume suppose reckon feel judge deem estimate fear seem"
    " appear",
    "alleged<: allege say claim report rumor rumour purport profess accuse suspect charge",
    "done=: find know show confirm reveal record see prove discover",
    "done!=: pretend",
)
# Verbs before “doing” or before a noun for the act.
DOING = _effects(
    "done: succeed_in finish complete end_up enjoy result_in lead_to help_in persist_in achieve carry_out conduct"
    " implement make undergo suffer resort_to engage_in take_part_in celebrate witness see survive begin_by start_by"
    " thank_for praise_for jail_for fine_for jail_over convict_of find_guilty_of sentence_for imprison_for"
    " punish_for apologise_for apologize_for honour_for honor_for suspend_for sack_for dismiss_for ban_for catch"
    " spot regret cause trigger provoke prompt effect finalise finalize execute perform",
    "done!: avoid avert escape skip evade refrain_from abstain_from desist_from prevent_from stop_from keep_from"
    " block_from deter_from dissuade_from discourage_from stop_short_of fall_short_of miss thwart foil prevent block"
    " scrap cancel abandon axe shelve drop veto forgo forego resist halt acquit_of clear_of exonerate_of absolve_of"
    " exclude_from refuse decline call_off talk_out_of save_from spare protect_from",
    "ended!: stop quit cease discontinue give_up",
    "ongoing: begin start continue keep carry_on keep_on go_on resume commence",
    "considered: consider contemplate mull weigh explore discuss debate study examine review look_at look_into"
    " think_about think_of mull_over toy_with weigh_up evaluate assess deliberate moot ponder negotiate",
    "proposed: propose suggest recommend float table mull_over draft put_forward",
    "planned: plan plan_for plan_on aim_at prepare_for prepare schedule delay postpone defer put_off set_out"
    " work_towards work_on",
    "to come: announce",
    "decided: approve agree agree_on agree_to authorise authorize decide_on settle_on commit_to vote_for opt_for"
    " endorse sign_off back",
    "decided!: rule_out reject decide_against vote_against turn_down pull_out_of back_out_of throw_out",
    "intended: hope_for want dream_of favour favor bid_for wish_for threaten",
    "attempted: try try_for attempt seek pursue work_for",
    "asked: call_for demand urge advocate push_for press_for campaign_for support request insist_on ask_for"
    " seek_for argue_for lobby_for plead_for",
    "asked!: oppose warn_against campaign_against argue_against advise_against protest_against object_to resist"
    " lobby_against caution_against fight_against",
    "obliged: order require mandate",
    "obliged!: ban_from bar_from prohibit_from prohibit ban forbid outlaw disqualify_from block_from",
    "allowed: allow permit license",
    "predicted: expect forecast predict anticipate project await foresee",
    "possible: risk face",
    "believed: fear suspect imagine mistake_for consider_as regard_as",
    "alleged<: accuse_of suspect_of charge_with blame_for indict_for indict_on allege arrest_for investigate_for"
    " investigate_over arrest_over charge_over prosecute_for sue_for sue_over claim accuse quiz_over probe_over"
    " question_over question_about hold_over detain_for detain_over impeach_for impeach_over  wanted_for cite_for"
    " report_for",
    "alleged: rumor rumour",
    "done<=: report admit admit_to acknowledge confess confess_to plead_guilty_to concede recall remember describe",
    "done=: find confirm record discover reveal show prove document detect observe",
    "denied!<: deny dispute contest disavow refute rebut",
)
# Verbs before a clause: “said that”, “confirmed that”.
THAT = _effects(
    "done=: confirm find know reveal discover show prove demonstrate establish conclude determine rule record note"
    " learn recognise recognize realise realize verify document count disclose detect observe point_out remember"
    " forget regret certify announce calculate measure ascertain see mean prove list put log rank register clarify"
    " make_clear happen hear class classify identify uncover unearth illustrate decree",
    "done<=: admit acknowledge concede confess agree accept recall",
    "done<: say tell state add write explain declare remark comment report insist maintain tweet post reply answer"
    " stress emphasise emphasize underline repeat reiterate assure inform testify recount brief read respond boast"
    " complain joke indicate continue signal mention affirm reaffirm describe",
    "alleged<: allege claim contend assert argue suggest hint imply accuse charge purport suspect speculate protest"
    " warn_of assume_that theorise theorize hypothesise hypothesize posit",
    "believed<: think believe feel fear suppose presume assume guess reckon consider understand imagine estimate"
    " judge worry sense bet dream seem appear gather interpret",
    "believed!<: doubt",
    "predicted<: expect predict forecast anticipate project warn foresee envisage calculate_that prophesy tip",
    "promised<: promise vow pledge swear guarantee threaten undertake",
    "intended<: hope wish want intend prefer",
    "decided: decide agree_that resolve vote ensure",
    "asked<: demand ask urge request propose recommend insist_that beg advise suggest_that call_for plead",
    "obliged: order require stipulate mandate specify provide",
    "denied!<: deny dispute reject refute dismiss rebut contest disavow disagree",
    "done!: pretend",
)
# Before “whether”, “if” and a question word: the act is left open.
WEIGHING = listed(
    "consider weigh mull discuss debate contemplate examine review explore study assess evaluate ponder think"
    " deliberate look look_at mull_over weigh_up look_into negotiate"
)
# Nouns for what is planned, said or thought, before “to do”, “of doing”, “that” or “for” an act.
NOUNS = _effects(
    "planned: plan intention intent aim goal objective target purpose scheme ambition strategy programme program"
    " preparation blueprint roadmap mission choice pick nominee candidate",
    "proposed: proposal suggestion idea draft motion bill amendment option scenario initiative recommendation"
    " consultation",
    "decided: decision agreement deal commitment resolution vote resolve approval go-ahead settlement move",
    "promised: promise pledge vow undertaking guarantee assurance",
    "intended: hope desire wish dream willingness readiness threat offer eagerness preference",
    "attempted: attempt effort bid struggle fight battle try campaign drive push race application",
    "asked: call request demand appeal petition plea advice pressure urging",
    "obliged: order obligation duty requirement instruction need mandate responsibility deadline injunction sentence",
    "obliged!: ban prohibition moratorium embargo",
    "allowed: permission authority power right licence license freedom clearance authorisation authorization leave"
    " consent permit entitlement",
    "able: ability capacity capability means",
    "possible: possibility risk danger chance opportunity prospect likelihood potential probability hazard",
    "predicted: forecast expectation prediction projection prognosis outlook",
    "considered: consideration discussion debate review talk negotiation deliberation",
    "open: question doubt uncertainty investigation inquiry enquiry probe dispute speculation",
    "alleged<: allegation claim accusation charge assertion suspicion report rumor rumour complaint contention"
    " count lawsuit indictment hint indication",
    "believed<: belief fear theory view opinion impression sense concern worry assumption perception hypothesis"
    " notion myth feeling evidence sign",
    "done=: fact knowledge confirmation finding revelation discovery proof conclusion news conviction verdict"
    " ruling announcement",
    "done<=: admission acknowledgement acknowledgment confession concession",
    "done!: refusal failure inability unwillingness reluctance acquittal absence lack",
    "denied!<: denial",
    "alleged: trial_for trial_over case_that case_of court_for custody_for charge_of charge_for prosecution_for"
    " lawsuit_over lawsuit_for suit_over case_over talk_that word_that",
    "conditional: condition proviso",
)
# Adjectives before “to do” or “that”.
ADJECTIVES = _effects(
    "to come: due set about scheduled slated bound certain sure going",
    "predicted: likely poised expected probable inevitable tipped",
    "predicted!: unlikely improbable",
    "possible: possible conceivable plausible potential",
    "possible!: impossible",
    "intended: ready prepared willing keen eager happy anxious hopeful determined desperate open glad hoping committed",
    "intended!: reluctant unwilling loath hesitant",
    "able: able capable",
    "done!: unable incapable false untrue powerless slow",
    "allowed: free eligible entitled welcome",
    "obliged: obliged duty-bound necessary essential vital required supposed liable compulsory mandatory",
    "open: unclear uncertain unknown doubtful debatable questionable unsure undecided undetermined unproven unproved",
    "done=: satisfied persuaded clear true evident obvious aware known apparent proud sorry pleased",
    "believed<: confident convinced afraid worried concerned adamant suspicious ",
    "considered: optional",
    "alleged: alleged",
)
# Verbs by which a plan, a claim or an act, as their object or passive subject, is dropped or turned down; or decided.
DROPPED = listed(
    "abandon scrap drop shelve ditch cancel axe withdraw reject block veto defeat halt scupper derail bin rescind"
    " reverse suspend overturn quash frustrate thwart foil kill dash bury dump cancel rebuff throw_out turn_down"
    " vote_down call_off rule_out put_on_hold pull scotch lack nix"
)
DISPUTED = listed("deny reject dismiss dispute refute rebut contest rubbish repudiate disavow discount debunk disprove")
SETTLED = listed(
    "approve adopt pass endorse accept finalise finalize ratify agree sign_off green-light clear authorise"
)
BORNE_OUT = listed("confirm prove substantiate corroborate verify uphold validate bear_out")
# Adjectives of a noun that is not final, not proved or not yet.
OF_NOUN = _effects(
    "interim: interim draft provisional preliminary tentative unofficial unaudited unconfirmed temporary",
    "proposed: proposed suggested mooted",
    "planned: planned scheduled intended upcoming forthcoming prospective impending would-be",
    "possible: possible potential hypothetical likely",
    "predicted: expected anticipated projected predicted forecast",
    "alleged: alleged suspected reported purported supposed apparent rumoured rumored accused",
    "attempted: attempted failed unsuccessful abortive",
)
# What is not final under such an adjective: an interim manager is a manager, a draft report no report yet.
NOT_FINAL = listed(
    "agreement deal accord rule result finding estimate number total conclusion ruling injunction approval decision"
    " verdict plan version ban text guideline assessment count score settlement permission licence license"
)
# What one votes to do, and has done by voting.
ENACTED = listed(
    "approve adopt pass confirm reject ratify endorse accept impeach back oppose elect oust expel censure defeat"
    " repeal extend strip overturn override amend dissolve uphold recommend"
)
HEDGES = _effects(
    "alleged: reportedly allegedly supposedly purportedly ostensibly",
    "believed: apparently seemingly presumably probably likely",
    "possible: possibly perhaps maybe potentially conceivably",
    "interim: provisionally tentatively",
    "habitual: usually often regularly typically generally normally always sometimes",
)
MODALS = {
    "will": "to come", "'ll": "to come", "’ll": "to come", "wo": "to come", "shall": "to come",
    "would": "conditional", "'d": "conditional", "’d": "conditional",
    "may": "possible", "might": "possible", "could": "possible", "can": "able", "ca": "able",
    "must": "obliged", "should": "asked", "ought": "asked", "need": "obliged",
}  # fmt: skip
NEGATIVE_ADVERBS = listed("not n't n’t never hardly scarcely barely rarely seldom neither nor nowhere")
NOBODY = listed("nobody none nothing neither no-one")
CONDITIONS = listed("if unless provided providing assuming supposing")
# Voices whose word on their own count or record is what there is: a figure from them is stated, with its source.
AUTHORITIES = listed(
    "commissioner prefect sheriff marshal spokesman spokeswoman spokesperson director constable superintendent"
    " mayor minister secretary governor authorities coroner police office bureau ministry department agency service"
    " census registry authority authorities coroner court judge tribunal jury hospital observatory institute"
    " commission council board regulator auditor inspectorate inspector organiser organizer organisers organizers"
    " firefighters coastguard army navy parliament government officials official company firm airline operator club"
    " university statistician scientists researchers meteorologists examiner statistics union federation association"
    " bank fund state centre center team"
)
RECORDS = listed(
    "book foreword preface entry letter plaque inscription label history biography obituary transcript website page"
    " report study survey census audit review inquiry investigation data figures figure statistics statistic record"
    " records document documents analysis research test tests results result log register ledger minutes index chart"
    " table poll database filing accounts forecast order memo notice law rule rules policy act treaty contract"
    " agreement charter constitution guidelines agenda file files archive archives diary autopsy trial experiment"
    " paper measurement measurements reading readings ruling judgment judgement verdict"
)
CLAIMANTS = listed(
    "prosecutor prosecution plaintiff indictment lawsuit complaint suit affidavit accuser critic campaigner"
    " activist rumor rumour opponent rival defence defense lawyer claimant source neighbour neighbor petition"
)
MEDIA = listed("newspaper paper magazine broadcaster website tabloid media press reporter journalist outlet blog")
