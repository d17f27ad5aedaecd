"""What lasts: the nouns for it, the words for being in it, and the words for its beginning and its end."""

from __future__ import annotations

_BEGIN, _END = ("began", "begins", "begun", "started", "starts"), ("ended", "ends", "finished")  # of any of them
# family: nouns | words for being in it, after or before a length | words for its beginning | words for its end
_TABLE = """
voyage: flight mission voyage journey trip crossing expedition trek cruise ride tour pilgrimage march odyssey
| at sea, in orbit, in space, in the air, on the road, afloat
| lifted off, took off, blasted off, set out, set off, set sail, sailed, left, departed, launched, embarked, put to sea
| landed, splashed down, came down, touched down, returned, arrived, reached, docked, came home, got back, got home, \
came ashore, disembarked, tied up, was back in, were back in, back on earth, splashdown
strike: strike stoppage walkout walk-out dispute lockout boycott sit-in occupation fast blockade
| on strike, without food, on hunger strike
| walked out, downed tools, struck, stopped work, began, started, came out, locked out, stopped eating, refused food
| went back, left, returned to work, returned, resumed, ended, called off, settled, back at work, eat again, ended it
prison: sentence term stretch imprisonment captivity detention
| in prison, in jail, in gaol, behind bars, in captivity, in custody, in a cell, in detention, a prisoner, a hostage
| jailed, sentenced, imprisoned, sent to prison, sent to jail, sent down, sent him down, sent her down, \
sent them down, put him away, put her away, locked up, convicted, gave him, gave her, \
captured, kidnapped, taken hostage, abducted, detained, interned, arrested, seized, began, started, put away
| released, freed, walked out, walked free, let out, got out, came out, met at the gate, set free, let go, \
left prison, \
left jail, walked through the gate
business: business trading
| in business, of trading, in trade, of trade, in print, on the air, on air, behind the counter, of publication, \
of business, serving customers, in operation, of service, in service
| opened, founded, established, set up, started, launched, began, first published, opened its doors, first opened
| closed, closes, closing, close, shut, shuts, ceased, ceases, folded, folds, final, last, went under, shut down, \
bankrupt, printed its last, shut its doors, wound up
office: dictatorship government coalition reign tenure rule stint premiership presidency mandate captaincy \
editorship term spell career
| in office, in power, in charge, at the helm, on the throne, in the job, in the post, in the chair, as mayor, \
as president, as chairman, as chair, as director, as chief, as leader, as manager, as coach, as minister, as editor, \
as head, as principal, as headmaster, as headmistress, as captain, on the council, in parliament, on the bench, \
served, reigned, ruled, held office, held the post, headed
| elected, appointed, took office, took over, sworn in, crowned, came to the throne, came to power, joined, became, \
took up, hired, took charge, taken over, taken office, taken charge, come to power, enthroned, installed, seized power
| retired, stepped down, left office, resigned, lost, ousted, voted out, defeated, sacked, dismissed, abdicated, \
overthrown, handed over, stood down, left, quit, deposed, fired, gave up, bowed out, fell, toppled, driven out, \
forced out, runs out, ran out, runs until, ran until, expires, expired, expire, until, is up
contract: contract lease deal loan agreement licence license permit treaty pact guarantee franchise tenancy concession
|
| signed, began, begins, starts, started, took effect, takes effect, granted, agreed, took out, came into force
| until, expires, expired, expire, ends, runs out, ran out, runs until, runs to, is up, to end
rule: ban embargo moratorium curfew restriction policy freeze prohibition rule levy toll law
| in force, in place
| imposed, introduced, brought in, took effect, came into force, came in, enacted, passed, adopted, began
| lifted, ended, scrapped, repealed, expired, dropped, abolished, removed
closure: closure shutdown lockdown suspension stoppage pause
| closed, shut, out of action, suspended, off the air
| stopped running, close, closes, closed, shut, shuts, suspended, halted, stopped, be closed, went dark
| reopen, reopens, reopened, resume, resumes, resumed, reopening, lifted, until, run again, open again, opens again
works: construction building work works project renovation restoration refurbishment rebuilding dig excavation
| in the making, in the building, to build
| began, started, begun, begins, starts, start, begin, laid, broke ground, broken, cut the first sod
| completed, finished, opened, consecrated, inaugurated, ended, complete, unveiled, handed over, finish, completion
e\
vent: festival exhibition show fair tournament course summit conference trial inquiry war siege drought search hearing \
ceasefire campaign truce outage epidemic outbreak regatta camp heatwave conflict crisis talks residency run championship
|
| opens, opened, begins, began, starts, started, open, begin, start, broke out, got under way, kicked off, kicks off, \
opening, beginning, starting, took effect, declared, came into force, seized, surrounded, stormed, encircled
| closes, closed, ends, ended, concludes, concluded, finished, finishes, wraps up, wrapped up, close, end, finish, \
drew to a close, over, runs until, until, closing, ending, finishing, concluding, lifted, raised, jury returned, \
verdict, surrendered, gave themselves up, gave himself up, gave up, freed, expired, expires, collapsed, called off, \
acquitted, found guilty, signed
marriage: marriage
| of marriage, married
| married, wed
| divorced, separated, split
structure: church steeple tower bridge hall chapel pier lighthouse mill castle house school theatre theater station \
library factory hotel dam stadium inn pub cathedral mosque temple synagogue harbour quay palace monument statue pavilion
|
| built, erected, opened, founded, laid, constructed, completed, put up, consecrated, went up, inaugurated, unveiled
| toppled, pulled down, demolished, torn down, burned down, burnt down, destroyed, taken down
stay: coma stay exile absence
| in hospital, in a coma, in exile, missing, in hiding, abroad, on the run
| admitted, taken to hospital, went missing, vanished, fled, disappeared, escaped, moved to, went into hiding
| discharged, went home, woke, returned, was found, were found, came back, recaptured, caught, turned up, \
gave himself up
"""


def _table() -> dict[str, tuple[list[str], list[str], list[str], list[str]]]:
    found = {}
    name, cells = "", list[str]()
    for line in [*_TABLE.strip().splitlines(), ": "]:
        if line.startswith("|"):
            cells.append(line[1:])
            continue
        if name:
            nouns, *phrases = cells
            said = [[one.strip() for one in cell.split(",") if one.strip()] for cell in phrases]
            if name != "structure":
                said[1], said[2] = [*said[1], *_BEGIN], [*said[2], *_END]
            found[name] = (nouns.split(), said[0], said[1], said[2])
        name, _, nouns = line.partition(":")
        cells = [nouns]
    return found


FAMILIES = _table()
PART_OF = ("nouns", "being", "begin", "end")


def words_for(*parts: str) -> dict[str, frozenset[str]]:
    """The families of each word or phrase of some parts of the table (`nouns`, `being`, `begin`, `end`)."""
    found: dict[str, set[str]] = {}
    for name, cells in FAMILIES.items():
        for part in parts:
            for phrase in cells[PART_OF.index(part)]:
                found.setdefault(phrase, set()).add(name)
    return {phrase: frozenset(names) for phrase, names in found.items()}
