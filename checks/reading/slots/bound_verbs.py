"""Verbs by what they tell of a figure: that it moved, what it stands at, that it is there, that it is no more."""

from __future__ import annotations

from checks.reading.speech.cues import listed

# To go up.
UP = listed(
    "rise increase grow climb jump surge soar double triple treble quadruple gain expand swell strengthen go_up "
    "move_up edge_up multiply"
)
# To go down.
DOWN = listed(
    "fall drop decline decrease tumble slip slide shrink sink plunge plummet slump dwindle halve go_down come_down "
    "move_down edge_down dip weaken"
)
MOVES = UP | DOWN | {"change"}
# Said of a level, and nothing else: to come to so much, to hold so many.
LEVELS = listed(
    "be total amount come_to add_up amount_to run_to stand stand_at reach hit number cost measure weigh average equal "
    "exceed comprise consist have include hold contain stay remain hover top sell_for fetch be_worth work_out make_up "
    "account_for represent span cover last take go_on run"
)
# Said of one that has or holds what is counted: borne out by a figure that the passage tells of the same two.
HOLDS = listed("comprise consist have include hold contain make_up represent cover account_for")
# Of a length of time alone.
TAKES = listed("take run last go_on span")
# That something lasted.
LASTS = listed("last take go_on run span continue")
# With which a passage tells a figure, and no more than that there is so much.
TELLS = listed(
    "announce be calculate cast charge count estimate find fluctuate forecast give lie list log measure note pay poll "
    "price print publish put range read reckon record register release report say see sell show test there value vary"
)
# After which there is no longer what is counted, or never was.
UNDOES = listed(
    "abandon avoid axe block cancel close cut delete demand deny destroy dismiss drop eliminate end expel lack lose "
    "miss need overturn prevent quash refuse reject remove rule save scrap seek shed stop waive want withdraw"
)
# Behind *is* and a measure.
WORTH = listed("worth equal equivalent long tall high deep wide heavy old big large")
