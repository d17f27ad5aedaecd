"""Comparisons told by the figures or dates of two things."""

import pytest

from checks.reading.slots.figure_comparatives import comparison_slots
from checks.reading.slots.parsed import all_parsed
from checks.reading.slots.sides import Side

SO = [
    (
        "The north tower is taller than the south tower.",
        "The north tower is 88 metres tall and the south tower is 71 metres tall.",
    ),
    (
        "Chile exported more copper than Peru.",
        "Chile exported 5.3 million tonnes of copper; Peru exported 2.4 million tonnes of copper.",
    ),
    (
        "The second trial lasted longer than the first.",
        "The first trial lasted 9 days and the second trial lasted 23 days.",
    ),
    ("The lighthouse is older than the pier.", "The lighthouse was built in 1821 and the pier was built in 1869."),
    ("Denmark ratified the pact earlier than Norway.", "Denmark ratified the pact in 1951 and Norway in 1955."),
    (
        "The new bridge is longer than the old one.",
        "The old bridge was 310 metres long; the new one is 1.2 kilometres long.",
    ),
    ("Sales were higher in 2021 than in 2020.", "Sales were $4 million in 2020 and $5 million in 2021."),
    ("Hull has fewer buses than Leeds.", "Leeds has 320 buses and Hull has 110 buses."),
    ("The bus is cheaper than the train.", "The bus costs $8 and the train costs $11."),
    ("Ann Rowe is older than Bob Tully.", "Ann Rowe is 34 years old and Bob Tully is 31 years old."),
    ("Turnout was higher in Kent than in Essex.", "Turnout was 41% in Kent and 38% in Essex."),
    (
        "The east wing is not taller than the west wing.",
        "The east wing is 20 metres tall and the west wing is 26 metres tall.",
    ),
    ("Leeds has more buses than Hull.", "Leeds has 320 buses and Hull 110."),
    (
        "The Elm Street school has more pupils than the Oak Road school.",
        "The Elm Street school has 410 pupils and the Oak Road school has 380 pupils.",
    ),
    (
        "The album sold more copies in Japan than in Brazil.",
        "The album sold 90,000 copies in Japan and 20,000 copies in Brazil.",
    ),
    (
        "The new dam holds four times as much water as the old dam.",
        "The old dam holds 5 million litres of water and the new dam holds 20 million litres.",
    ),
    (
        "The new tower is twice as tall as the old one.",
        "The old tower stood 45 metres tall; the new one stands 90 metres tall.",
    ),
    ("Moran scored twice as many goals as Petit.", "Petit scored 6 goals and Moran scored 12 goals."),
    ("Petit scored half as many goals as Moran.", "Petit scored 6 goals and Moran scored 12 goals."),
    ("The bus is $3 cheaper than the train.", "The bus costs $8 and the train costs $11."),
    ("Moran scored six more goals than Petit.", "Petit scored 6 goals and Moran scored 12 goals."),
    (
        "The old tower is 45 metres shorter than the new one.",
        "The old tower stood 45 metres tall; the new one stands 90 metres tall.",
    ),
    (
        "Sales were nearly twice as high in 2021 as in 2020.",
        "Sales were $4.1 million in 2020 and $8.0 million in 2021.",
    ),
]
NOT_SO = [
    (
        "The south tower is taller than the north tower.",
        "The north tower is 88 metres tall and the south tower is 71 metres tall.",
    ),
    (
        "Peru exported more copper than Chile.",
        "Chile exported 5.3 million tonnes of copper; Peru exported 2.4 million tonnes of copper.",
    ),
    (
        "The first trial lasted longer than the second.",
        "The first trial lasted 9 days and the second trial lasted 23 days.",
    ),
    ("The pier is older than the lighthouse.", "The lighthouse was built in 1821 and the pier was built in 1869."),
    ("Norway ratified the pact earlier than Denmark.", "Denmark ratified the pact in 1951 and Norway in 1955."),
    (
        "The old bridge is longer than the new one.",
        "The old bridge was 310 metres long; the new one is 1.2 kilometres long.",
    ),
    ("Sales were lower in 2021 than in 2020.", "Sales were $4 million in 2020 and $5 million in 2021."),
    ("The train is cheaper than the bus.", "The bus costs $8 and the train costs $11."),
    ("Turnout was lower in Kent than in Essex.", "Turnout was 41% in Kent and 38% in Essex."),
    (
        "The album sold more copies in Brazil than in Japan.",
        "The album sold 90,000 copies in Japan and 20,000 copies in Brazil.",
    ),
    (
        "The old dam holds four times as much water as the new dam.",
        "The old dam holds 5 million litres of water and the new dam holds 20 million litres.",
    ),
    (
        "The new dam holds twice as much water as the old dam.",
        "The old dam holds 5 million litres of water and the new dam holds 20 million litres.",
    ),
    (
        "The old tower is twice as tall as the new one.",
        "The old tower stood 45 metres tall; the new one stands 90 metres tall.",
    ),
    ("Petit scored twice as many goals as Moran.", "Petit scored 6 goals and Moran scored 12 goals."),
    ("The train is $3 cheaper than the bus.", "The bus costs $8 and the train costs $11."),
    ("The bus is $5 cheaper than the train.", "The bus costs $8 and the train costs $11."),
    ("Moran scored five more goals than Petit.", "Petit scored 6 goals and Moran scored 12 goals."),
]
# What the figures do not settle: another act, another measure, a hedge, one figure short.
OPEN = [
    ("The bus may be cheaper than the train.", "The bus costs $8 and the train costs $11."),
    ("The bus is cheaper than the train.", "The bus will cost $8 and the train will cost $11."),
    ("Hull has more nurses than Leeds.", "Leeds has 320 buses and Hull has 510 buses."),
    ("More than 60 members left.", "66 members left."),
    ("The bus is faster than the train.", "The bus costs $8 and the train costs $11."),
    ("Moran scored more goals than Petit.", "Goals: Moran 12, Petit 6"),
    ("Petit is taller than Moran.", "Moran (1.90 metres) and Petit (1.72 metres) met."),
    (
        "Norway ratified the pact earlier than Denmark.",
        "Denmark ratified the pact in 1951 and Norway signed the pact in 1940.",
    ),
    (
        "Chile exported more copper than Peru.",
        "Chile exported 5.3 million tonnes of copper; Peru imported 2.4 million tonnes of copper.",
    ),
    ("Sales were higher in 2021 than in 2020.", "Sales were $5 million in 2021. Costs were $4 million in 2020."),
    ("The bridge is longer than the tunnel.", "The bridge is 20 metres wide and the tunnel is 10 metres wide."),
    ("The bus is cheaper than the train.", "The bus made $8 million and the train made $11 million."),
    ("The bus is cheaper than the train.", "The bus does not cost $8 and the train costs $11."),
    ("The ferry was slower than the train.", "The ferry took 9 hours and the train took 5 hours."),
]


def _compared(claim: str, passage: str):
    one, other = all_parsed([claim, passage])
    return comparison_slots(Side(one), Side(other))


@pytest.mark.parametrize(("claim", "passage"), SO)
def test_a_comparison_that_the_figures_bear_out(claim, passage):
    slots = _compared(claim, passage)
    assert slots and all(slot.relation.stated for slot in slots)


@pytest.mark.parametrize(("claim", "passage"), NOT_SO)
def test_a_comparison_the_other_way_about(claim, passage):
    slots = _compared(claim, passage)
    assert slots and any(str(slot.relation) == "conflict" for slot in slots)


@pytest.mark.parametrize(("claim", "passage"), OPEN)
def test_a_comparison_that_the_figures_do_not_settle(claim, passage):
    assert _compared(claim, passage) is None
