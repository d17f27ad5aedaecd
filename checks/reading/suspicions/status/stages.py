"""The courses that things run, stage by stage: words for each stage, and which stages cannot both be. Tables only."""

from __future__ import annotations

from checks.reading.speech.cues import listed

# stage: its verbs (base/past/participle where these do not follow the rule) | nouns for it | what is said of a thing
# that has reached it | what is said of one that has not. “_” joins words; after “+” no “is” or “remains” is needed.
STAGES = """
review: examine consider negotiate debate scrutinise scrutinize assess weigh mull discuss draft
  | | | under_review under_consideration under_discussion under_negotiation under_debate subject_to_review
  +will_be_subject_to
  under_examination only_a_proposal only_an_idea only_a_draft at_the_planning_stage on_the_drawing_board
final: | final_regulations final_rules final_decision final_text final_guidelines final_guidance final_details | |
approve: approve pass adopt ratify endorse enact clear authorise authorize vote_in_favour give_the_go-ahead
  find_a_majority/found_a_majority/found_a_majority win_a_majority/won_a_majority/won_a_majority
  clear_its_final_hurdle/cleared_its_final_hurdle/cleared_its_final_hurdle
  | final_reading third_reading approval ratification clearance consent assent sign-off go-ahead permission endorsement
  licence license
  | approved | unapproved unratified
reject: reject defeat veto block throw_out/threw_out/thrown_out vote_down/voted_down/voted_down rebuff
  turn_down/turned_down/turned_down vote_against | rejection | |
uphold/upheld/upheld | | |
overturn: overturn quash annul strike_down/struck_down/struck_down | | |
vote: vote go_to_the_polls/went_to_the_polls/gone_to_the_polls | vote ballot election referendum by-election runoff
  run-off | |
sign: sign initial put_their_names/put_their_names/put_their_names | signature signing | | unsigned +now_goes_to
  +now_heads_to
  +goes_to_the_governor +goes_to_the_president +needs_his_signature +needs_her_signature +awaits_the_signature
law: become_law/became_law/become_law take_effect/took_effect/taken_effect
  come_into_force/came_into_force/come_into_force
  come_into_effect/came_into_effect/come_into_effect receive_royal_assent enter_into_force | | law
  on_the_statute_book |
lift: lift scrap repeal abolish rescind revoke reverse remove relax | | | in_place in_force in_effect +must_go_on
  +must_continue +must_still +must_keep +are_still_told +may_still_not +still_may_not +still_applies +still_apply
ban: ban outlaw prohibit forbid/forbade/forbidden | ban | banned outlawed forbidden prohibited | legal lawful permitted
  still_allowed on_sale
legal: legalise legalize decriminalise decriminalize | | | illegal unlawful outlawed
impose: impose introduce implement reinstate | | |
begin: begin/began/begun start commence break_ground/broke_ground/broken_ground
  get_under_way/got_under_way/got_under_way
  | | | yet_to_begin
complete: complete finish conclude finalise finalize hand_over top_out | completion | finished complete | unfinished
  incomplete
  under_construction half-built half-finished uncompleted
build: build/built/built construct erect | construction | |
open: open inaugurate move_into | opening inauguration first_visitors first_guests first_passengers first_customers
  first_patients first_pupils first_trains first_travellers first_readers first_students
  | +for_the_first_time | a_building_site
close: close shut/shut/shut shut_down/shut_down/shut_down wind_up/wound_up/wound_up | closure | closed shut shuttered |
  +remains_open +remain_open +stays_open +stay_open +is_still_open +are_still_open open_as_usual open_as_normal
  operating_normally running_normally operating_as_usual running_as_usual
  working_normally working_as_usual business_as_usual entering_and_leaving still_trading
reopen: reopen open_again flow_through | reopening | | closed shut impassable
resume: resume restart | resumption | | suspended halted grounded cancelled at_a_standstill
demolish: demolish raze bulldoze flatten tear_down/tore_down/torn_down pull_down/pulled_down/pulled_down dynamite
  knock_down/knocked_down/knocked_down blow_up/blew_up/blown_up level | demolition | | standing +still_stands
restore: restore reconnect | | | without_power without_water without_electricity cut_off in_the_dark
repair: repair mend fix | | repaired | unrepaired out_of_order
agree: agree strike/struck/struck | agreement settlement accord truce ceasefire | | in_talks deadlocked
  still_talking
settle | | settled | unsettled unresolved deadlocked
reach: reach clinch hammer_out/hammered_out/hammered_out | | |
talks: | talks negotiations discussions | |
buy: buy/bought/bought acquire purchase | | |
sell: sell/sold/sold auction find_a_buyer/found_a_buyer/found_a_buyer find_buyers/found_buyers/found_buyers
  change_hands/changed_hands/changed_hands | | sold under_new_ownership | unsold for_sale up_for_sale on_the_market
  looking_for_a_buyer without_a_buyer
buyer: | buyer | |
merge | | | separate independent rivals
charge: charge indict | | | uncharged
try/tried/tried stand_trial/stood_trial/stood_trial go_on_trial/went_on_trial/gone_on_trial | trial | on_trial
  | awaiting_trial
verdict: | verdict jury | |
convict: convict find_guilty | conviction | guilty convicted | awaiting_trial
sentence: sentence jail imprison | sentencing | behind_bars | awaiting_sentence awaiting_sentencing on_bail
acquit: acquit exonerate clear walk_free/walked_free/walked_free | acquittal | acquitted | behind_bars
release: release free parole set_free/set_free/set_free | | released | in_custody behind_bars in_prison in_jail
  in_captivity in_detention
  being_held imprisoned captive held
custody: | | in_custody in_police_custody behind_bars under_arrest in_prison in_jail in_detention |
arrest: arrest detain capture recapture apprehend catch/caught/caught surrender | arrest capture | in_custody
  under_arrest behind_bars | at_large on_the_run at_liberty on_the_loose a_fugitive in_hiding being_sought wanted_by
  +has_evaded +has_eluded +have_evaded +have_eluded unknown_to_police unidentified
find/found/found locate trace | | found | +has_not_been_seen +have_not_been_seen +no_trace missing unaccounted_for
  untraced without_trace lost
rescue: rescue save winch pluck | | rescued | trapped stranded marooned missing
identify: identify | | identified | unidentified
extradite: extradite deport | extradition | |
elect: elect re-elect win_the_election/won_the_election/won_the_election
  win_the_by-election/won_the_by-election/won_the_by-election
  win_the_presidency/won_the_presidency/won_the_presidency | election | |
office: swear_in/swore_in/sworn_in take_office/took_office/taken_office
  take_up_her_post/took_up_her_post/taken_up_her_post
  take_up_his_post/took_up_his_post/taken_up_his_post take_over/took_over/taken_over | swearing-in | |
appoint: appoint name hire | appointment | | vacant unfilled
resign: resign quit/quit/quit step_down/stepped_down/stepped_down stand_down/stood_down/stood_down hand_in_notice
  | resignation | | in_office in_post in_charge in_his_post in_her_post in_the_job in_his_job in_her_job at_the_helm
retire | retirement | retired | in_office in_post at_the_helm
dismiss: dismiss sack fire oust | dismissal | | in_office in_post in_charge in_his_post in_her_post in_the_job
  in_his_job
  in_her_job at_the_helm
die: die drown perish pass_away/passed_away/passed_away kill lose_his_life/lost_his_life/lost_his_life
  lose_her_life/lost_her_life/lost_her_life | funeral | dead shot_dead pronounced_dead | alive stable_condition
  critical_condition
  serious_condition fair_condition good_condition stable critical in_hospital in_intensive_care
  in_a_coma conscious recovering being_treated out_of_danger on_life_support expected_to_survive expected_to_recover
  expected_to_live +survived
discharge | | | in_hospital in_intensive_care in_a_coma
bury/buried/buried cremate | burial funeral | |
extinguish: extinguish put_out/put_out/put_out douse control | | under_control extinguished | ablaze burning raging
  on_fire out_of_control alight +still_fighting +still_battling +still_tackling
evacuate | evacuation | |
launch: launch unveil lift_off/lifted_off/lifted_off blast_off/blasted_off/blasted_off | launch liftoff lift-off |
  in_orbit | on_the_launch_pad on_the_pad grounded
land: land touch_down/touched_down/touched_down splash_down/splashed_down/splashed_down
  make_landfall/made_landfall/made_landfall
  come_ashore/came_ashore/come_ashore reach_the_coast hit_the_coast/hit_the_coast/hit_the_coast | landing landfall
  splashdown | | in_orbit airborne
arrive: arrive drive_into/drove_into/driven_into roll_into sail_into pull_into dock berth make_port/made_port/made_port
  | arrival | | held_at stuck_at held_up on_the_high_seas still_at_sea waiting_to_enter
leave/left/left depart set_sail/set_sail/set_sail | departure | |
sink/sank/sunk capsize founder go_down/went_down/gone_down | | | afloat seaworthy
refloat: refloat float_off/floated_off/floated_off tow_off/towed_off/towed_off pull_off/pulled_off/pulled_off
  float_free/floated_free/floated_free tow_free/towed_free/towed_free drag_off/dragged_off/dragged_off
  | | afloat | aground stuck_fast fast_on stuck_on stuck_in high_and_dry
recall: recall withdraw/withdrew/withdrawn pull_out/pulled_out/pulled_out | | | on_sale in_use in_service
  on_the_shelves
  on_the_market in_the_shops in_shops
publish: publish | publication | | unpublished
hold: hold/held/held take_place/took_place/taken_place go_ahead/went_ahead/gone_ahead proceed | | going_ahead |
back_to_work: go_back_to/went_back_to/gone_back_to return_to_work | | |
lose/lost/lost | | | unbeaten undefeated
claim: claim collect | | claimed | unclaimed uncollected
recover: recover make_a_full_recovery/made_a_full_recovery/made_a_full_recovery
  leave_hospital/left_hospital/left_hospital go_home/went_home/gone_home | | | in_intensive_care
  in_a_coma
  on_life_support in_hospital fighting_for_his_life fighting_for_her_life
hit/hit/hit | | |
send/sent/sent | | |
write/wrote/written | | |
choose/chose/chosen pick select | | | unchosen
win/won/won | | |
cancel: cancel/cancelled/cancelled cancel scrub axe abandon call_off/called_off/called_off drop | cancellation | |
postpone: postpone delay suspend put_off/put_off/put_off put_back/put_back/put_back | postponement | |
end | | |
go_on: continue carry_on | | in_its_second in_its_third in_its_fourth in_its_fifth in_its_sixth in_its_seventh
  +continues +goes_on +shows_no_sign +show_no_sign +enters_its +entered_its |
sold_out: sell_out/sold_out/sold_out | | sold_out fully_booked gone snapped_up taken | available unsold left
  +can_still_be_had +can_still_be_bought +can_still_be_booked +tickets_remain +seats_remain +tickets_left
  tickets_on_sale still_on_sale +can_be_bought +can_be_booked +may_be_bought
pay: pay/paid/paid repay/repaid/repaid | | paid repaid | unpaid outstanding +still_owes +still_owe +still_owed
marry: marry wed/wed/wed | wedding | married | single unmarried engaged
divorce: divorce | | divorced |
split: split_up/split_up/split_up | | |
birth: give_birth/gave_birth/given_birth | birth | |
accept | | |
decline: decline spurn turn_down/turned_down/turned_down | | |
plead: enter_a_plea | plea | |
guilty_plea: plead_guilty/pleaded_guilty/pleaded_guilty plead_guilty/pled_guilty/pled_guilty | | |
not_guilty_plea: plead_not_guilty/pleaded_not_guilty/pleaded_not_guilty | | |
admit: admit confess | | |
deny/denied/denied | | |
confirm | | confirmed | unconfirmed
decide | decision | | undecided
award | | |
crown | coronation | | uncrowned
inherit | | |
seeking: look_for search_for hunt_for advertise_for search hunt recruit | | |
apologise: apologise apologize | | |
burst/burst/burst | | |
erupt | | |
collapse | | |
crash | | |
hatch | | |
qualify | | |
expire | | |
test | | |
deliver | | | undelivered
install | | |
evict | | |
return | | |
give_back: give_back/gave_back/given_back hand_back bring_back/brought_back/brought_back return_it/returned_it/returned
  | | +back_in_its +back_in_their +back_on_its +back_on_their +back_at_its +back_in_place +in_its_old_place
  +in_its_usual_place +in_its_rightful_place +in_its_original_place +reunited_with_its |
heal | | |
play_match: kick_off | kick-off | |
positive: test_positive | | positive |
negative: test_negative | | negative |
"""
DOUBLED = {"ban", "scrap", "scrub", "admit", "acquit", "quit", "shut", "drop", "control"}
# Those whose subject undergoes them, so that what comes after them says no more of what it is about.
OF_SUBJECT = listed(
    "retire land sink decide apologise resign die merge divorce marry agree admit deny confirm leave return inherit"
    " arrive split law hold sold_out guilty_plea not_guilty_plea plead negative positive"
)
# Those of what follows them after a preposition: “vote on the plan”.
OF_WHAT_FOLLOWS = listed("vote decide review agree approve reject try")
# What must have been reached before a stage is: of one thing it may not be told as still to come.
COURSES = """
recover: find
office: elect appoint
find: seeking
arrest: seeking
appoint: seeking
sell: seeking
rescue: seeking
sign: review agree reach build vote
law: review sign vote approve impose ban lift
approve: review vote decide
final: review
ban: review final approve decide
impose: review final approve
legal: review final approve
lift: review final approve decide
elect: vote appoint
agree: vote talks reach settle
complete: vote approve build begin review agree settle
open: approve build begin complete
begin: approve
demolish: approve
merge: vote approve review agree complete
buy: sell vote approve review agree complete
sell: vote approve buyer agree complete
end: begin
build: begin
reach: talks agree
settle: talks agree
reject: vote decide
convict: charge try verdict arrest
acquit: try verdict
sentence: try verdict convict
try: charge
charge: arrest
extradite: arrest
land: launch
launch: build
rescue: find
find: rescue
identify: find
arrest: find
bury: die
guilty_plea: plead
not_guilty_plea: plead
arrive: leave refloat
"""
# What cannot both be said of one thing at one time, both as done; after “!” also not if the second is to come, and
# after “?” only then: what was done in order excludes nothing.
AGAINST = """
approve reject
law reject
convict acquit
acquit sentence!
acquit convict!
acquit try!
reject law
reject sign!
cancel hold!
cancel begin!
cancel open!
cancel launch!
cancel publish!
cancel end
back_to_work go_on!
back_to_work begin?
guilty_plea deny
cancel go_on!
close go_on!
end go_on!
die custody
acquit custody
accept decline
accept reject
admit deny
guilty_plea not_guilty_plea
uphold overturn
die discharge
die sentence!
die arrive!
positive negative
sink arrive
demolish open?
demolish sell?
demolish repair?
reject open!
end begin?
resign sign?
"""
# Words in the place of one another where an article speaks of one thing again.
ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "bill law legislation measure act statute reform",
        "deal agreement merger takeover acquisition accord pact settlement contract treaty truce ceasefire sale"
        " purchase offer tie-up",
        "policy ban rule regulation restriction measure order prohibition sanction embargo tariff change decision"
        " curfew moratorium notice warning limit",
        "plan proposal scheme project development application",
        "suspect gunman attacker killer shooter assailant man robber thief burglar raider fugitive",
        "election vote ballot poll referendum",
        "stadium arena ground venue",
        "strike walkout stoppage industrial-action",
        "victim man woman boy girl teenager",
        "fire blaze wildfire flame",
        "game match final fixture tie derby",
        "boss chief executive",
        "concert show gig tour performance festival recital play musical ticket seat event",
        "budget plan",
        "ship vessel boat ferry coaster freighter tanker trawler yacht tug steamer liner cargo-ship",
        "convoy lorry truck column",
        "plane aircraft jet airliner flight",
        "car vehicle model van",
        "product item toy",
        "trial study experiment test",
        "drug medicine pill vaccine tablet",
        "painting picture canvas portrait landscape work",
        "company firm business group",
        "climber hiker walker skier sailor miner diver fisherman child boy girl man woman",
    )
)
# What a thing may be called again: any of the first by any of the second.
GENERIC: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(line.split(":")[0].split()), frozenset(line.split(":")[1].split()))
    for line in (
        "library bridge footbridge school hospital museum theatre station pool tower mill factory church chapel house"
        " hotel cinema market hall centre prison clinic gasometer chimney warehouse stadium arena:"
        " building structure site complex",
        "road bridge tunnel street lane pass motorway highway route: road crossing route",
        "factory mine mill brewery foundry works refinery smelter: plant works site",
        "director head chief manager coach editor principal president chairman secretary headmaster conductor curator:"
        " post job position role",
        "telescope probe satellite rocket capsule lander rover: spacecraft craft probe mission",
        "bear lion tiger dog cat python wolf leopard elephant: animal beast creature",
    )
)
