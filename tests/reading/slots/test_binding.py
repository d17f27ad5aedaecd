"""Which figure and which time of a passage a claim's figure and time are held against."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.slots.bound_acts import dated_by_role
from checks.reading.slots.bound_labels import labelled
from checks.reading.slots.bound_levels import figure_did
from checks.reading.slots.figured import figure_slot
from checks.reading.slots.parsed import parsed
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.sides import Side
from checks.reading.slots.timed import time_slot

DEPOTS = "The Ghent depot had 41 drivers in 2015 and 58 in 2019."
GOALS = "Ines Rowe scored 19 goals, Hilda Brandt 12 and Mai Okafor 7."
AID = "Norway pledged $3 billion and Denmark $1.5 billion."
PRICES = "Inflation was 6.3 per cent in 2008 and 2.2 per cent in 2009."
SEATS = "Liberal 31, Labour 28, Green 5"
CASES = "Derby 640 cases, Hull 1,120, York 85."
MOVED = "The port handled 4 million tonnes in May while the airport handled 90,000 tonnes."
RESPECTIVELY = "In Bristol and Exeter the charity housed 140 and 60 families, respectively."


def _side(text: str) -> Side:
    return Side(parsed(text))


def _figure(claim: str, passage: str) -> Slot:
    ours = _side(claim)
    return figure_slot(ours.figures[0], None, ours, _side(passage))


@pytest.mark.parametrize(
    ("claim", "passage", "shown"),
    [
        ("The Ghent depot had 58 drivers in 2019.", DEPOTS, "58"),
        ("In 2015 the Ghent depot had 41 drivers.", DEPOTS, "41"),
        ("Hilda Brandt scored 12 goals.", GOALS, "12"),
        ("Mai Okafor scored seven goals.", GOALS, "7"),
        ("Denmark pledged $1.5 billion.", AID, "$1.5 billion"),
        ("Norway pledged $3 billion.", AID, "$3 billion"),
        ("Inflation was 2.2 per cent in 2009.", PRICES, "2.2 per cent"),
        ("In 2008 inflation was 6.3 per cent.", PRICES, "6.3 per cent"),
        ("Labour won 28 seats.", SEATS, "28"),
        ("Hull had 1,120 cases.", CASES, "1,120"),
        ("York had 85 cases.", CASES, "85"),
        ("The airport handled 90,000 tonnes.", MOVED, "90,000 tonnes"),
        ("The charity housed 60 families in Exeter.", RESPECTIVELY, "60"),
        ("The charity housed 140 families in Bristol.", RESPECTIVELY, "140"),
        ("More than 50 drivers worked at the Ghent depot in 2019.", DEPOTS, "58"),
        ("The three sold 35 boats in all.", "Kerr sold 20 boats, Lunt 10 and Moy 5.", "20, 10, 5"),
    ],
)
def test_a_figure_is_held_against_that_of_the_same_thing_name_and_time(claim: str, passage: str, shown: str) -> None:
    slot = _figure(claim, passage)
    assert slot.relation.stated
    assert slot.passage.split(" cases")[0].split(" families")[0].split(" drivers")[0] == shown


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The Ghent depot had 41 drivers in 2019.", DEPOTS),
        ("In 2015 the Ghent depot had 58 drivers.", DEPOTS),
        ("Hilda Brandt scored 19 goals.", GOALS),
        ("Ines Rowe scored 12 goals.", GOALS),
        ("Denmark pledged $3 billion.", AID),
        ("Norway pledged $1.5 billion.", AID),
        ("Inflation was 6.3 per cent in 2009.", PRICES),
        ("Inflation was 2.2 per cent in 2008.", PRICES),
        ("Labour won 31 seats.", SEATS),
        ("Hull had 640 cases.", CASES),
        ("York had 1,120 cases.", CASES),
        ("The charity housed 140 families in Exeter.", RESPECTIVELY),
        ("The charity housed 60 families in Bristol.", RESPECTIVELY),
        ("Derby had 85 cases.", CASES),
        ("Three homes were damaged.", "No homes were damaged."),
        ("The brewer made £8m in 1986.", "In 1987 the brewer made £8m. In 1986 it had made £13m."),
    ],
)
def test_the_figure_of_another_name_or_time_conflicts_where_the_right_one_is_known(claim: str, passage: str) -> None:
    slot = _figure(claim, passage)
    assert slot.relation is Relation.CONFLICT
    assert slot.claim
    assert slot.passage


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill employs 40 welders.", "The mill burned 40 tonnes of coal."),
        ("The airport handled 12 flights.", "The airport employs 12 firefighters."),
        ("Norway sold 30 ships.", "Norway sold ships last year. Sweden bought 30 ships."),
        ("Peter Lund planted 50 oaks.", "Peter Lund owns the wood. Karen Holm planted 50 oaks."),
        ("The meeting began at six in the morning.", "The hall has 200 seats."),
        ("The choir has 24 singers.", "The choir toured widely."),
    ],
)
def test_a_figure_of_another_thing_is_not_stated(claim: str, passage: str) -> None:
    assert _figure(claim, passage).relation is Relation.NOT_STATED


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("The new mast is twice as tall as the old one.", "The old mast was 30 metres; the new one is 60.", None),
        ("Ryde was 40 votes ahead of Cowes.", "Ryde had 512 votes; Cowes had 472 votes.", Relation.AGREE),
        ("Cowes was 40 votes ahead of Ryde.", "Ryde had 512 votes; Cowes had 472 votes.", Relation.CONFLICT),
        ("Cowes was 40 votes behind Ryde.", "Ryde had 512 votes; Cowes had 472 votes.", Relation.AGREE),
        ("Ryde was 40 votes behind Cowes.", "Ryde had 512 votes; Cowes had 472 votes.", Relation.CONFLICT),
    ],
)
def test_a_comparison_is_held_to_which_of_the_two_is_the_more(
    claim: str, passage: str, relation: Relation | None
) -> None:
    found = _figure(claim, passage).relation
    assert found is relation if relation else found is not Relation.CONFLICT


def _did(claim: str, passage: str) -> Slot | None:
    ours = _side(claim)
    return next((slot for one in ours.clauses if (slot := figure_did(one, ours, _side(passage)))), None)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Attendance rose by 6 percentage points.", "Attendance went from 40% to 46%."),
        ("The toll went down.", "The toll was cut from £9 to £7."),
        ("The drought lasted three weeks.", "The drought began on 1 June 2018 and ended on 22 June 2018."),
        ("The fleet has 30 boats in all.", "The fleet consists of 18 trawlers, 8 ferries and 4 tugs."),
        ("The two loans total £9 million.", "The first loan is £5 million and the second is £4 million."),
        ("Pass prices went up by a quarter.", "Pass prices: £40 last year and £50 this year."),
        ("The debt more than doubled.", "The debt was £20m in 2001 and £45m in 2003."),
        ("Sales fell by a third.", "Sales: 2019, 300; 2020, 200."),
    ],
)
def test_figures_tell_what_a_verb_of_level_or_change_says(claim: str, passage: str) -> None:
    slot = _did(claim, passage)
    assert slot is not None
    assert slot.relation is Relation.AGREE
    assert slot.why


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Attendance fell by 6 percentage points.", "Attendance went from 40% to 46%."),
        ("Attendance rose by 7 percentage points.", "Attendance went from 40% to 46%."),
        ("Membership rose by 6 percentage points.", "Attendance went from 40% to 46%."),
        ("Lund ran the bakery for six years.", "Lund joined the bakery in May 2004 and left it in May 2010."),
        ("Attendance did not rise by 6 percentage points.", "Attendance went from 40% to 46%."),
        (
            "The old mast is twice as tall as the new one.",
            "The old mast stood 30 metres tall; the new one stands 60 metres tall.",
        ),
    ],
)
def test_figures_do_not_tell_another_verb_thing_or_direction(claim: str, passage: str) -> None:
    assert _did(claim, passage) is None


def test_a_level_that_moved_the_other_way_conflicts() -> None:
    slot = _did("The toll went up.", "The toll was cut from £9 to £7.")
    assert slot is not None
    assert slot.relation is Relation.CONFLICT


def _dated(claim: str, passage: str) -> list[Slot] | None:
    ours = _side(claim)
    found = next((one for c in ours.clauses if (one := dated_by_role(c, ours, _side(passage)))), None)
    return found[0] if found else None


LIFE = "Otto Lindqvist (8 April 1874 – 2 February 1931) was a Swedish engineer."


@pytest.mark.parametrize(
    ("claim", "passage", "when"),
    [
        ("Otto Lindqvist was born on 8 April 1874.", LIFE, Relation.AGREE),
        ("Lindqvist died in 1931.", LIFE, Relation.WIDER),
        ("Otto Lindqvist died in 1874.", LIFE, Relation.CONFLICT),
        ("Otto Lindqvist was born in 1931.", LIFE, Relation.CONFLICT),
        ("Otto Lindqvist died on 2 February 1931.", LIFE.replace("–", "−"), Relation.AGREE),
        ("Maria Voss was born in 1901.", "Maria Voss (b. 1901, Ghent; d. 1969) painted ships.", Relation.AGREE),
        (
            "The treaty was signed on 7 January 2026.",
            "signing_date: 2026-01-07\nexpiry_date: 2027-01-07",
            Relation.AGREE,
        ),
        (
            "The treaty was signed on 7 January 2027.",
            "signing_date: 2026-01-07\nexpiry_date: 2027-01-07",
            Relation.CONFLICT,
        ),
        ("The film was released in May 1950.", "Released: 12 May 1950.", Relation.WIDER),
        ("The tunnel opened in 1950.", "Bridge opened: 1950. Tunnel opened: 1960.", Relation.CONFLICT),
        ("The tunnel opened in 1960.", "Bridge opened: 1950. Tunnel opened: 1960.", Relation.AGREE),
    ],
)
def test_a_date_with_a_role_tells_the_act(claim: str, passage: str, when: Relation) -> None:
    slots = _dated(claim, passage)
    assert slots is not None
    assert slots[0].slot == "did"
    assert [slot.relation for slot in slots if slot.slot == "when"] == [when]
    assert all(slot.relation.stated for slot in slots if slot.slot != "when")


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Anna Berg died in 1931.", f"Anna Berg was married to {LIFE[:-28]}."),
        ("The tunnel opened in 1950.", "Bridge opened: 1950."),
        ("The film was not released in 1950.", "Released: 1950."),
        ("The pact was signed on 7 January 2026.", "To be signed: 7 January 2026."),
        ("The pact was ratified on 7 January 2026.", "Signed: 7 January 2026."),
        ("Otto Lindqvist married in 1874.", LIFE),
        ("Otto Lindqvist was born in Malmo.", LIFE),
    ],
)
def test_a_date_of_another_person_thing_or_act_tells_nothing(claim: str, passage: str) -> None:
    assert _dated(claim, passage) is None


def _time(claim: str, passage: str) -> Slot:
    ours, theirs = _side(claim), _side(passage)
    other = theirs.clauses[0] if theirs.clauses else None
    return time_slot(ours.times[0], other, ours, theirs)


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("Filming began in March 1994.", "Filming ran from March 1994 to June 1995.", Relation.AGREE),
        ("Filming began in May 1994.", "Filming ran from March 1994 to June 1995.", Relation.CONFLICT),
        ("Lindqvist played for thirteen years.", LIFE, Relation.NOT_STATED),
        ("The depot had 58 drivers in 2019.", DEPOTS, Relation.AGREE),
        ("The bridge opened on 5 May 1999.", "The bridge was announced on 5 May 1999.", Relation.AGREE),
    ],
)
def test_a_time_is_held_against_that_of_the_same_act(claim: str, passage: str, relation: Relation) -> None:
    found = _time(claim, passage).relation
    assert found is relation or (found.stated and relation.stated)


QUARTERS = "The harbour handled 1.9 million tonnes in the first quarter and 2.6 million tonnes in the second."
FINES = "Fines came to 140 in 2018 before reaching 190 in 2019."
SNOW = "The lodge measured 30 centimetres of snow in January and 45 in February."


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("The harbour handled 2.6 million tonnes in the second quarter.", QUARTERS, Relation.AGREE),
        ("The harbour handled 2.6 million tonnes in the first quarter.", QUARTERS, Relation.CONFLICT),
        ("The harbour handled 1.9 million tonnes in the second quarter.", QUARTERS, Relation.CONFLICT),
        ("Fines came to 190 in 2019.", FINES, Relation.AGREE),
        ("Fines came to 190 in 2018.", FINES, Relation.CONFLICT),
        ("Fines came to 140 in 2019.", FINES, Relation.CONFLICT),
        ("It made 45 centimetres in February.", SNOW, Relation.AGREE),
        ("It made 45 centimetres in January.", SNOW, Relation.CONFLICT),
        ("The tap gives 180 litres a minute.", "The tap gives three litres of water every second.", Relation.AGREE),
        ("The mean fee is £90 a week.", "The average weekly fee is £90.", Relation.AGREE),
        ("Crews made 60 rescues.", "Rescues: Monday 10, Tuesday 20, Sunday 30.", Relation.AGREE),
    ],
)
def test_a_figure_is_read_with_what_its_sentence_leaves_out(claim: str, passage: str, relation: Relation) -> None:
    assert _figure(claim, passage).relation is relation


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Fines rose to 190 in 2018.", "Fines rose from 140 in 2018 to 190 in 2019."),
        ("The tap gives 90 litres a minute.", "The tap gives three litres of water every second."),
        ("The mean fee is £90 a month.", "The average weekly fee is £90."),
    ],
)
def test_a_figure_of_another_time_or_rate_is_not_borne_out(claim: str, passage: str) -> None:
    assert not _figure(claim, passage).relation.stated


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Crews made 60 rescues on Monday.", "Rescues: Monday 10, Tuesday 20, Sunday 30."),
        ("The ward had 60 patients.", "Patients: Monday 10, Tuesday 20, Sunday 30."),
        ("Guards held 15 men.", "Guards held nine men and six others."),
    ],
)
def test_parts_that_do_not_add_up_or_need_not_decide_nothing(claim: str, passage: str) -> None:
    assert _figure(claim, passage).relation is not Relation.CONFLICT


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("The works take less than ten days.", "The works take between six and eight days.", Relation.WIDER),
        ("The works take more than ten days.", "The works take between six and eight days.", Relation.CONFLICT),
        ("The talk lasted two hours.", "The talk began at 2pm and ended at 4pm.", Relation.AGREE),
        ("The talk lasted three hours.", "The talk began at 2pm and ended at 4pm.", Relation.CONFLICT),
        ("The talk lasted two hours.", "The talk began at 2pm, and the tour ended at 4pm.", Relation.NOT_STATED),
        (
            "The permit was issued on 3 May 2020.",
            "Permit: asked for 3 May 2020; issued 9 June 2020.",
            Relation.NOT_STATED,
        ),
    ],
)
def test_a_length_is_a_range_or_lies_between_two_hours(claim: str, passage: str, relation: Relation) -> None:
    found = _time(claim, passage).relation
    assert found is relation or (found.stated and relation.stated)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill took on 70 hands.", "The mill let go 70 hands."),
        ("The trust took in £3 million.", "The trust gave away £3 million."),
        ("The school has 400 pupils.", "The school expelled 400 pupils."),
        ("The fund totalled £3 million.", "The fund lost £3 million."),
        ("Arrests totalled 40.", "Police dropped 40 arrests."),
        ("The lodge reached 45 centimetres in February.", SNOW),
        ("The strike lasted 12 days.", "The strike began after 12 days of talks."),
        ("Sales rose in York.", "Sales were £80 in York in 2021 and £90 in Leeds in 2022."),
        ("The staff declined.", "Staff logged 41 faults last year, against 46 the year before."),
    ],
)
def test_a_figure_does_not_tell_another_act_or_of_another_thing(claim: str, passage: str) -> None:
    assert _did(claim, passage) is None


def test_two_levels_at_two_times_tell_the_way() -> None:
    passage = "Staff logged 41 faults last year, against 46 the year before."
    fell, rose = _did("Faults declined last year.", passage), _did("Faults rose last year.", passage)
    assert fell is not None
    assert rose is not None
    assert (fell.relation, rose.relation) == (Relation.AGREE, Relation.CONFLICT)


ODD = ["", " ", "()", "( – )", "1 2 3 4 5", "5, 6; 7 and 8", "$", "respectively 5 and 6.", "(5 (6) 7", "–−—", "twice as as",
       "2 % than than", "of of of 3", "x" * 200, "😀 5 😀 6", "No 5. No. 6.", "Signed: : :", "\n\n3\n\n4"]  # fmt: skip


@settings(max_examples=60)
@given(
    st.one_of(st.sampled_from([*ODD, DEPOTS, GOALS, LIFE]), st.text(max_size=60)),
    st.one_of(st.sampled_from([*ODD, PRICES, CASES, RESPECTIVELY]), st.text(max_size=60)),
)
def test_odd_texts_raise_nothing(claim: str, passage: str) -> None:
    ours, theirs = _side(claim), _side(passage)
    assert [one.figure for one in labelled(theirs)] == sorted(
        (one.figure for one in labelled(theirs)), key=lambda one: one.start
    )
    for figure in ours.figures:
        assert figure_slot(figure, None, ours, theirs).claim == figure.exact
    for time in ours.times:
        assert time_slot(time, None, ours, theirs).claim == time.exact
    for clause in ours.clauses:
        figure_did(clause, ours, theirs)
        dated_by_role(clause, ours, theirs)
